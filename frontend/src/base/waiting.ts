/** How many decisions this browser keeps that were not sent yet, with the way to where they are. */

import { PendingStore } from "../review/pending";
import { enhanceEach, make } from "../shared/dom";
import { word } from "../shared/words";

/** Fills `[data-pending]`, which names the reviewer and the ledger, and keeps it up to date. */
export function startWaiting(): void {
  enhanceEach("[data-pending]", (line) => {
    if (document.querySelector("main[data-review]") !== null) return;
    const { reviewer = "", ledger = "" } = line.dataset;
    const store = new PendingStore(`${reviewer} ${ledger}`);
    const show = (): void => {
      const n = store.all().length;
      line.hidden = n === 0;
      line.replaceChildren(...(n === 0 ? [] : [make("a", { href: "/review" }, word(line, "pending", { n }))]));
    };
    show();
    window.addEventListener("storage", show);
  });
}
