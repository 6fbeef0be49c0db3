/** Copying: each `button[data-copy]` puts the text that it carries into the clipboard. */

import { enhanceEach } from "../shared/dom";
import { word } from "../shared/words";

const SHOWN_MS = 2000;

/** Lets the buttons copy; where the browser has no clipboard for this page, they go. */
export function startCopying(): void {
  enhanceEach("button[data-copy]", (button) => {
    button.hidden = navigator.clipboard === undefined;
    button.addEventListener("click", () => void copy(button));
  });
}

async function copy(button: HTMLElement): Promise<void> {
  const label = button.textContent;
  await navigator.clipboard.writeText(button.dataset["copy"] ?? "");
  button.textContent = word(button, "copied");
  window.setTimeout(() => (button.textContent = label), SHOWN_MS);
}
