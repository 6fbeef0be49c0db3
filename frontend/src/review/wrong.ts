/** What the server found wrong in a form, beside each of its fields. */

/** Shows the messages of a refusal (`fields`, by name) in the item's places for them. */
export function showWrong(item: Element | undefined, answer: object): void {
  const given: unknown = "fields" in answer ? answer.fields : undefined;
  const messages = new Map(Object.entries(given instanceof Object ? given : {}));
  for (const slot of slots(item)) write(slot, messages.get(slot.dataset["wrong"] ?? ""));
  const first = slots(item).find((slot) => !slot.hidden);
  const details = first?.closest("details");
  if (details) details.open = true;
}

/** Takes all messages of an item away. */
export function clearWrong(item: Element): void {
  for (const slot of slots(item)) write(slot, undefined);
}

function slots(item: Element | undefined): HTMLElement[] {
  return [...(item?.querySelectorAll<HTMLElement>("[data-wrong]") ?? [])];
}

function write(slot: HTMLElement, message: unknown): void {
  const text = typeof message === "string" ? message : "";
  slot.textContent = text;
  slot.hidden = text === "";
  const described = document.querySelectorAll(`[aria-describedby="${CSS.escape(slot.id)}"]`);
  for (const field of described) {
    if (text === "") field.removeAttribute("aria-invalid");
    else field.setAttribute("aria-invalid", "true");
  }
}
