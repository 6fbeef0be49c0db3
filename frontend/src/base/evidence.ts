/** The side panel in which links with `data-evidence` open. */

import { ownAddress } from "../shared/address";
import { isPlainClick, reveal } from "../shared/dom";

const NARROW = "(max-width: 60rem)";
const BODY = "[data-evidence-body]";

/** Opens evidence links in `dialog#evidence-panel`; a failure is a plain visit of the link. */
export function startEvidencePanel(): void {
  const panel = new EvidencePanel();
  document.addEventListener("click", (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>("a[data-evidence]");
    if (link === null || !isPlainClick(event)) return;
    event.preventDefault();
    void panel.open(link.href, link);
  });
  document.addEventListener("riwaya:evidence", (event) => {
    const { href } = (event as CustomEvent<{ href: string }>).detail;
    event.preventDefault();
    void panel.open(href, document.activeElement);
  });
}

class EvidencePanel {
  #opener: Element | null = null;
  #running: AbortController | undefined;

  async open(href: string, opener: Element | null): Promise<void> {
    const url = ownAddress(href);
    if (url === undefined) return;
    this.#running?.abort();
    this.#running = new AbortController();
    const { signal } = this.#running;
    try {
      const headers = { "HX-Request": "true", Accept: "text/html" };
      const answer = await fetch(url, { headers, signal, credentials: "same-origin" });
      if (!answer.ok || answer.redirected) throw new Error(`${answer.status}`);
      this.#show(await answer.text(), opener);
    } catch {
      if (!signal.aborted) window.location.assign(url);
    }
  }

  #show(html: string, opener: Element | null): void {
    const dialog = document.querySelector<HTMLDialogElement>("dialog#evidence-panel");
    const body = dialog?.querySelector(BODY);
    if (!dialog || !body) throw new Error("this page has no panel");
    this.#prepare(dialog);
    const page = new DOMParser().parseFromString(html, "text/html");
    const shown = page.querySelector("main") ?? page.body;
    body.replaceChildren(...shown.childNodes);
    if (!dialog.contains(opener)) this.#opener = opener;
    if (!dialog.open) this.#openDialog(dialog);
    document.dispatchEvent(new CustomEvent("riwaya:panel"));
    focusStart(dialog);
  }

  #openDialog(dialog: HTMLDialogElement): void {
    if (window.matchMedia(NARROW).matches) dialog.showModal();
    else dialog.show();
    document.body.classList.add("has-evidence-panel");
  }

  #prepare(dialog: HTMLDialogElement): void {
    if (dialog.dataset["ready"] !== undefined) return;
    dialog.dataset["ready"] = "";
    document.addEventListener("keydown", (event) => {
      const elsewhere = document.querySelector("dialog:modal") !== null;
      if (event.key === "Escape" && dialog.open && !elsewhere) dialog.close();
    });
    dialog.addEventListener("close", () => this.#closed());
  }

  #closed(): void {
    document.body.classList.remove("has-evidence-panel");
    if (this.#opener instanceof HTMLElement && this.#opener.isConnected) this.#opener.focus();
  }
}

function focusStart(dialog: HTMLDialogElement): void {
  const body = dialog.querySelector(BODY);
  const start = body?.querySelector<HTMLElement>("h1, h2, h3") ?? dialog;
  start.tabIndex = -1;
  start.focus({ preventScroll: true });
  const marked = body?.querySelector("mark") ?? null;
  if (marked !== null) reveal(marked);
}
