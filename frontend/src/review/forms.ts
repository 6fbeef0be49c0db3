/** The judgement forms of an item, and what they hold. */

export type Decision = "accept" | "reject" | "correct" | "unsure" | "same" | "different";

/** The item's form for a decision, with the button that submits it, or undefined. */
export function formFor(item: Element, decision: Decision): HTMLFormElement | undefined {
  const forms = [...item.querySelectorAll<HTMLFormElement>("form[data-judge]")];
  return forms.find((form) => decisionOf(form) === decision || buttonFor(form, decision) !== undefined);
}

/** The decision that a form stands for when it offers one only. */
export function decisionOf(form: HTMLFormElement): string {
  return form.dataset["judge"] || fieldOf(form, "decision")?.value || "";
}

/** The submit button that carries the decision itself. */
export function buttonFor(form: HTMLFormElement, decision: Decision): HTMLButtonElement | undefined {
  const buttons = [...form.querySelectorAll<HTMLButtonElement>("button[name=decision]")];
  return buttons.find((button) => button.value === decision);
}

/** A form's field by name. */
export function fieldOf(form: HTMLFormElement, name: string): HTMLInputElement | undefined {
  const found = form.elements.namedItem(name);
  return found instanceof HTMLInputElement ? found : undefined;
}

/** Every field of a form as text, with the button that submitted it. */
export function fieldsOf(form: HTMLFormElement, submitter: HTMLElement | null): [string, string][] {
  const data = submitter === null ? new FormData(form) : new FormData(form, submitter);
  return [...data].filter((field): field is [string, string] => typeof field[1] === "string");
}

/** A value that no other judgement has. */
export function freshOnce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** The form's own `once`; one is made where it has none. */
export function onceOf(form: HTMLFormElement): string {
  const field = fieldOf(form, "once");
  if (field === undefined) return setOnce(form, freshOnce());
  if (field.value === "") field.value = freshOnce();
  return field.value;
}

/** Gives a form a new `once` after its last one was answered. */
export function setOnce(form: HTMLFormElement, once: string): string {
  let field = fieldOf(form, "once");
  if (field === undefined) {
    field = document.createElement("input");
    field.type = "hidden";
    field.name = "once";
    form.append(field);
  }
  field.value = once;
  return once;
}
