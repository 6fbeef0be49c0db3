/** The queue's items: which one is open, and moving between them. */

import { reveal } from "../shared/dom";

/** The items of the review page, one of them current. */
export class Items {
  readonly #main: HTMLElement;
  readonly #changed: (item: HTMLElement) => void;
  #current: HTMLElement | undefined;
  #scrolled = false;

  constructor(main: HTMLElement, changed: (item: HTMLElement) => void) {
    this.#main = main;
    this.#changed = changed;
    for (const event of ["wheel", "touchmove"]) {
      document.addEventListener(event, () => (this.#scrolled = true), { passive: true });
    }
    main.addEventListener("focusin", (event) => {
      const item = (event.target as Element).closest<HTMLElement>("[data-item]");
      if (item !== null) this.#make(item);
    });
  }

  /** All items in the order of the page. */
  all(): HTMLElement[] {
    return [...this.#main.querySelectorAll<HTMLElement>("[data-item]")];
  }

  /** The item that keys act on, if the page has any. */
  current(): HTMLElement | undefined {
    return this.#current?.isConnected ? this.#current : this.all()[0];
  }

  /** Whether somebody scrolled away from an item, so that a key would decide what they do not see. */
  isLeft(item: HTMLElement): boolean {
    const { top, bottom } = item.getBoundingClientRect();
    return this.#scrolled && (bottom < 0 || top > window.innerHeight);
  }

  /** The item with a key. */
  byKey(key: string): HTMLElement | undefined {
    return this.all().find((item) => item.dataset["key"] === key);
  }

  /** Moves by a number of items and puts the focus there. */
  move(by: number): void {
    const items = this.all();
    const at = this.#current === undefined ? -1 : items.indexOf(this.#current);
    const next = items[Math.min(Math.max(at + by, 0), items.length - 1)];
    if (next !== undefined) this.focus(next);
  }

  /** Moves to the next item that nobody has judged on this page. */
  moveOn(from: HTMLElement): void {
    const items = this.all();
    const after = items.slice(items.indexOf(from) + 1);
    const next = after.find((item) => item.dataset["judged"] === undefined);
    this.focus(next ?? from);
  }

  /** Puts the focus on an item. */
  focus(item: HTMLElement): void {
    this.#scrolled = false;
    item.focus({ preventScroll: true });
    reveal(item, "nearest");
  }

  #make(item: HTMLElement): void {
    if (item === this.#current) return;
    this.#current?.removeAttribute("aria-current");
    item.setAttribute("aria-current", "true");
    this.#current = item;
    this.#changed(item);
  }
}
