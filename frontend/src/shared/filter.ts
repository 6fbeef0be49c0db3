/** The page's filter form, as maps and timelines use it. */

/** The form that filters this page, or null where nothing filters. */
export function filterForm(): HTMLFormElement | null {
  return document.querySelector<HTMLFormElement>("form[data-filter-form]");
}

/** Sets fields of the form (hidden ones are made when missing) and submits it. */
export function submitFilter(form: HTMLFormElement, values: Record<string, string>): void {
  for (const [name, value] of Object.entries(values)) {
    const found = form.elements.namedItem(name);
    if (found instanceof HTMLInputElement || found instanceof HTMLSelectElement) {
      found.value = value;
      continue;
    }
    const field = document.createElement("input");
    Object.assign(field, { type: "hidden", name, value });
    form.append(field);
  }
  form.requestSubmit();
}

/** The names of the form's fields. */
export function fieldNames(form: HTMLFormElement | null): Set<string> {
  const names = [...(form?.elements ?? [])].map((field) => field.getAttribute("name") ?? "");
  return new Set(names.filter((name) => name !== ""));
}

/** The form's filled fields. */
export function filledFields(form: HTMLFormElement): URLSearchParams {
  const query = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (typeof value === "string" && value !== "") query.append(name, value);
  }
  return query;
}

/** Calls `changed` with the new query when the page was filtered, while the element is part of it. */
export function onFiltered(near: Element, changed: (query: URLSearchParams) => void): void {
  document.addEventListener("riwaya:filtered", (event) => {
    if (!near.isConnected) return;
    const query = (event as CustomEvent<{ query?: string }>).detail?.query ?? window.location.search;
    changed(new URLSearchParams(query));
  });
}
