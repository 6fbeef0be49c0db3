/** The `?` key opens the list of keys where a page has one. */

import { isTyping } from "../shared/dom";

/** Listens for `?` and opens the dialog `#keys-help`. */
export function startHelpKey(): void {
  document.addEventListener("keydown", (event) => {
    const modified = event.ctrlKey || event.metaKey || event.altKey;
    if ((event.key !== "?" && event.key !== "؟") || modified || isTyping(event.target)) return;
    const help = document.querySelector<HTMLDialogElement>("dialog#keys-help");
    if (help === null || help.open) return;
    event.preventDefault();
    help.showModal();
  });
}
