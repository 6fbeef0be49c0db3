/** Helpers that make elements and enhance those of a page, now and after a part is replaced. */

type Child = Node | string;

/** An element with attributes and children; text stays text. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Record<string, string> = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** Text of the data, kept apart from the direction of what surrounds it. */
export function isolated(text: string): HTMLElement {
  return make("bdi", {}, text);
}

function ready(run: () => void): void {
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", run);
  else run();
}

/** Calls `enhance` once for each element that matches, also for those that come later. */
export function enhanceEach(selector: string, enhance: (element: HTMLElement) => void): void {
  const done = new WeakSet<HTMLElement>();
  const look = (): void => {
    for (const element of document.querySelectorAll<HTMLElement>(selector)) {
      if (done.has(element)) continue;
      done.add(element);
      enhance(element);
    }
  };
  ready(() => {
    look();
    for (const event of ["riwaya:filtered", "riwaya:panel", "htmx:afterSettle"]) {
      document.addEventListener(event, look);
    }
  });
}

/** True while keys belong to a field, a menu or a dialog that the person is in. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches("input, textarea, select, [role=textbox]"))
  );
}

/** True when a click should stay the browser's: another button, or a modifier held. */
export function isPlainClick(event: MouseEvent): boolean {
  const modified = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
  return event.button === 0 && !modified && !event.defaultPrevented;
}

/** True when the person asked their system for less motion. */
export function wantsStillness(): boolean {
  return window.matchMedia("(prefers-reduced-motion: reduce)").matches;
}

/** Scrolls an element to the middle of what scrolls around it. */
export function reveal(element: Element, block: ScrollLogicalPosition = "center"): void {
  element.scrollIntoView({ block, inline: "nearest", behavior: wantsStillness() ? "auto" : "smooth" });
}

/** The proof against forged requests that the page carries, or an empty string. */
export function csrfToken(): string {
  return document.querySelector<HTMLMetaElement>("meta[name=csrf]")?.content ?? "";
}
