/** What the keys do to an item's forms. */

import { buttonFor, fieldOf, formFor, type Decision } from "./forms";

/** Submits the form of a decision; a rejection first asks for its reason. */
export function pressDecision(item: Element, decision: Decision): void {
  const form = formFor(item, decision);
  if (form === undefined) return;
  const reason = decision === "reject" ? visibleReason(form) : undefined;
  if (reason !== undefined) reason.focus();
  else form.requestSubmit(buttonFor(form, decision) ?? null);
}

function visibleReason(form: HTMLFormElement): HTMLElement | undefined {
  const details = form.closest("details");
  if (details !== null) details.open = true;
  const found = form.elements.namedItem("why");
  const shown = found instanceof HTMLElement && fieldOf(form, "why")?.type !== "hidden";
  return shown ? found : undefined;
}

/** Opens the item's editing part and puts the focus on its first field. */
export function openEdit(item: Element): void {
  const details = item.querySelector<HTMLDetailsElement>("details[data-edit]");
  if (details === null) return;
  details.open = true;
  const first = details.querySelector<HTMLElement>(
    "input:not([type=hidden]), select, textarea, button",
  );
  (first ?? details.querySelector("summary"))?.focus();
}
