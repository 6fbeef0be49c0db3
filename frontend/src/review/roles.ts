/** Roles by selecting words: the selection becomes a chip and a hidden `start-end` field. */

import { enhanceEach, isolated, make } from "../shared/dom";
import { word } from "../shared/words";
import { spanOf, type Span } from "./offsets";
import { startWordKeys } from "./wordkeys";

/** Binds `button[data-role-pick]`, removable chips and the report texts of the page. */
export function startRolePicking(): void {
  const chosen = rememberSelection();
  enhanceEach("[data-source-text]", startWordKeys);
  enhanceEach("[data-role-pick]", (button) => {
    // The press must not take the selection away before the click reads it.
    button.addEventListener("mousedown", (event) => event.preventDefault());
    button.addEventListener("click", () => {
      const span = chosen(button);
      if (span !== undefined) addChip(button, button.dataset["rolePick"] ?? "", span);
    });
  });
  document.addEventListener("click", (event) => {
    const remove = (event.target as Element).closest("[data-chip-remove]");
    remove?.closest("[data-chip]")?.remove();
  });
}

/** The words selected last in the text that belongs to the same item as the button. */
function rememberSelection(): (button: Element) => Span | undefined {
  const last = new WeakMap<HTMLElement, Span>();
  document.addEventListener("selectionchange", () => {
    const selection = document.getSelection();
    if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return;
    const range = selection.getRangeAt(0);
    const inside = range.commonAncestorContainer;
    const near = inside instanceof Element ? inside : inside.parentElement;
    const source = near?.closest<HTMLElement>("[data-source-text]");
    const span = source ? spanOf(source, range) : undefined;
    if (source && span) last.set(source, span);
  });
  return (button) => {
    const place = button.closest("[data-item]") ?? document;
    const source = place.querySelector<HTMLElement>("[data-source-text]");
    return source === null ? undefined : last.get(source);
  };
}

function addChip(button: HTMLElement, role: string, span: Span): void {
  const form = button.closest("form");
  if (form === null) return;
  const value = `${span.start}-${span.end}`;
  const same = [...form.querySelectorAll<HTMLInputElement>(`[data-chip] input`)].some(
    (field) => field.name === role && field.value === value,
  );
  if (same) return;
  const remove = make("button", { type: "button", "data-chip-remove": "" }, "×");
  remove.setAttribute("aria-label", word(button, "remove", { name: span.words }));
  const field = make("input", { type: "hidden", name: role, value });
  const chip = make("span", { class: "chip", "data-chip": "" }, isolated(span.words), remove, field);
  const place = [...form.querySelectorAll<HTMLElement>("[data-role-chips]")].find(
    (one) => one.dataset["roleChips"] === role,
  );
  if (place === undefined) button.after(chip);
  else place.append(chip);
}
