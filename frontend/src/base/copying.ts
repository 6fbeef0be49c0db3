/** Copying: a button beside each element with `data-copy` (the text, or empty for its own). */

import { enhanceEach, make } from "../shared/dom";
import { word } from "../shared/words";

const SHOWN_MS = 2000;

/** Gives each element with `data-copy` its button; a button with it copies by itself. */
export function startCopying(): void {
  enhanceEach("[data-copy]", (element) => {
    if (navigator.clipboard === undefined) return;
    const button = element instanceof HTMLButtonElement ? element : addButton(element);
    button.addEventListener("click", () => void copy(element, button));
  });
}

function addButton(element: HTMLElement): HTMLButtonElement {
  const button = make("button", { type: "button", class: "copy" }, word(element, "copy"));
  element.after(button);
  return button;
}

async function copy(element: HTMLElement, button: HTMLButtonElement): Promise<void> {
  const label = button.textContent;
  await navigator.clipboard.writeText(element.dataset["copy"] || (element.textContent ?? ""));
  button.textContent = word(element, "copied");
  window.setTimeout(() => (button.textContent = label), SHOWN_MS);
}
