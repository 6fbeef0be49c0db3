/** Filter forms that apply at once, without loading the page anew where its parts can be replaced. */

import { ownAddress } from "../shared/address";
import { busy } from "../shared/busy";
import { enhanceEach } from "../shared/dom";
import { filledFields } from "../shared/filter";

const WAIT_MS = 400;
const PARTS = "#facets, #results";

/** Submits each `form[data-filter-form]` on change; replaces what the filter narrows. */
export function startFiltering(): void {
  window.addEventListener("popstate", (event) => {
    if ((event.state as { filtered?: boolean } | null)?.filtered) window.location.reload();
  });
  enhanceEach("form[data-filter-form]", (element) => {
    if (element instanceof HTMLFormElement) new FilterForm(element).listen();
  });
}

class FilterForm {
  readonly #form: HTMLFormElement;
  #timer = 0;
  #running: AbortController | undefined;

  constructor(form: HTMLFormElement) {
    this.#form = form;
  }

  listen(): void {
    this.#form.addEventListener("input", (event) => {
      if (isText(event.target) && hasParts()) this.#later();
    });
    this.#form.addEventListener("change", () => this.#later());
    this.#form.addEventListener("submit", (event) => this.#submit(event));
  }

  #later(): void {
    window.clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.#form.requestSubmit(), WAIT_MS);
  }

  #submit(event: SubmitEvent): void {
    window.clearTimeout(this.#timer);
    const byHtmx = this.#form.hasAttribute("hx-get");
    const url = ownAddress(this.#form.action);
    if (byHtmx || url === undefined || !hasParts()) return;
    event.preventDefault();
    url.search = filledFields(this.#form).toString();
    void this.#load(url);
  }

  async #load(url: URL): Promise<void> {
    this.#running?.abort();
    this.#running = new AbortController();
    const { signal } = this.#running;
    const done = busy(this.#form);
    try {
      const headers = { Accept: "text/html" };
      const answer = await fetch(url, { headers, signal, credentials: "same-origin" });
      if (!answer.ok || answer.redirected) throw new Error(`${answer.status}`);
      show(url, new DOMParser().parseFromString(await answer.text(), "text/html"));
      done();
    } catch {
      if (signal.aborted) done();
      else window.location.assign(url);
    }
  }
}

function hasParts(): boolean {
  return document.querySelector(PARTS) !== null;
}

function isText(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement && /^(search|text)$/.test(target.type);
}

function show(url: URL, page: Document): void {
  const focused = document.activeElement?.id ?? "";
  for (const old of document.querySelectorAll(PARTS)) {
    const fresh = page.getElementById(old.id);
    if (fresh === null) continue;
    const maps = [...old.querySelectorAll("[data-map]")];
    old.replaceWith(document.adoptNode(fresh));
    [...fresh.querySelectorAll("[data-map]")].forEach((made, index) => keep(made, maps[index]));
  }
  if (focused !== "") document.getElementById(focused)?.focus({ preventScroll: true });
  document.title = page.title;
  window.history.replaceState({ filtered: true }, "");
  window.history.pushState({ filtered: true }, "", url);
  const detail = { query: url.search };
  document.dispatchEvent(new CustomEvent("riwaya:filtered", { detail }));
}

/** A map stays as it is, where its part is replaced, and follows the filter by itself. */
function keep(made: Element, map: Element | undefined): void {
  if (map === undefined) return;
  const note = map.nextElementSibling;
  made.replaceWith(map);
  if (note?.matches(".map-note")) map.after(note);
}
