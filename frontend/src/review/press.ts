/** What the keys do to an item's forms. */

import { buttonFor, fieldOf, formFor, type Decision } from "./forms";

/** Submits the form of a decision; a rejection first asks for its reason. False without a form. */
export function pressDecision(item: Element, decision: Decision): boolean {
  const form = formFor(item, decision);
  if (form === undefined) return false;
  const button = buttonFor(form, decision) ?? null;
  if (decision !== "reject" || !askReason(form, button)) form.requestSubmit(button);
  return true;
}

/** Whether a form is to reject something for the reason that it came with. */
export function lacksReason(form: HTMLFormElement, decision: string): boolean {
  const reason = fieldOf(form, "why");
  return decision === "reject" && reason !== undefined && reason.value.trim() === reason.defaultValue;
}

/** Puts the focus on the reason, where Enter then presses the button; false where none is shown. */
export function askReason(form: HTMLFormElement, button: HTMLElement | null): boolean {
  const reason = fieldOf(form, "why");
  if (reason === undefined || reason.type === "hidden") return false;
  const asking = new AbortController();
  const { signal } = asking;
  const done = (): void => {
    asking.abort();
    button?.classList.remove("is-asked");
  };
  reason.focus();
  reason.select();
  button?.classList.add("is-asked");
  reason.addEventListener("blur", done, { signal });
  reason.addEventListener(
    "keydown",
    (event) => {
      if (event.key !== "Enter" || event.isComposing) return;
      event.preventDefault();
      form.requestSubmit(button);
    },
    { signal },
  );
  return true;
}

/** Opens the item's editing part and puts the focus on its first field. False without that part. */
export function openEdit(item: Element): boolean {
  const details = item.querySelector<HTMLDetailsElement>("details[data-edit]");
  if (details === null) return false;
  details.open = true;
  const first = details.querySelector<HTMLElement>(
    "input:not([type=hidden]), select, textarea, button",
  );
  (first ?? details.querySelector("summary"))?.focus();
  return true;
}
