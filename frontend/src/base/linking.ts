/** A report's text and its list of statements point at each other. */

import { enhanceEach, reveal } from "../shared/dom";

const HOVERED = "is-linked";
const PINNED = "is-pinned";

type Groups = Map<string, Element[]>;

/** Links every `[data-s~=id]` of the text with its `[data-statement=id]` of the list. */
export function startLinking(): void {
  enhanceEach("main", (main) => {
    const groups = collect(main);
    if (groups.size === 0) return;
    listen(main, groups);
    pinFromAddress(groups);
  });
}

function collect(main: Element): Groups {
  const groups: Groups = new Map();
  for (const element of main.querySelectorAll("[data-s], [data-statement]")) {
    for (const id of idsOf(element)) {
      const group = groups.get(id);
      if (group === undefined) groups.set(id, [element]);
      else group.push(element);
    }
  }
  return groups;
}

function idsOf(element: Element | null): string[] {
  const written = element?.getAttribute("data-s") ?? element?.getAttribute("data-statement") ?? "";
  return written.split(/\s+/).filter((id) => id !== "");
}

function linkedAt(target: EventTarget | null): Element | null {
  return target instanceof Element ? target.closest("[data-s], [data-statement]") : null;
}

function listen(main: Element, groups: Groups): void {
  let hovered: Element | null = null;
  const hover = (event: Event): void => {
    const now = linkedAt(event.target);
    if (now === hovered) return;
    mark(groups, idsOf(hovered), HOVERED, false);
    mark(groups, idsOf(now), HOVERED, true);
    hovered = now;
  };
  main.addEventListener("pointerover", hover);
  main.addEventListener("focusin", hover);
  main.addEventListener("pointerleave", hover);
  main.addEventListener("click", (event) => pin(main, groups, linkedAt(event.target)));
}

function mark(groups: Groups, ids: string[], name: string, on: boolean): void {
  for (const id of ids) {
    for (const element of groups.get(id) ?? []) element.classList.toggle(name, on);
  }
}

function pin(main: Element, groups: Groups, clicked: Element | null): void {
  if (clicked === null) return;
  for (const element of main.querySelectorAll(`.${PINNED}`)) element.classList.remove(PINNED);
  const ids = idsOf(clicked);
  mark(groups, ids, PINNED, true);
  const inText = clicked.hasAttribute("data-s");
  const others = ids.flatMap((id) => groups.get(id) ?? []);
  const other = others.find((element) => element.hasAttribute("data-s") !== inText);
  if (other !== undefined) reveal(other, "nearest");
}

function pinFromAddress(groups: Groups): void {
  const id = decodeURIComponent(window.location.hash.slice(1)).replace(/^[st]-/, "");
  if (groups.has(id)) mark(groups, [id], PINNED, true);
}
