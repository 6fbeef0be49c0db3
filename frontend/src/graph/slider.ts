/** Two sliders that hold a first and a last day. */

import { make } from "../shared/dom";
import { word } from "../shared/words";
import { dateOf } from "./data";

/** Makes the sliders for the days from `first` to `last`; `changed` gets the two chosen days. */
export function makeSlider(
  near: Element,
  [first, last]: [number, number],
  changed: (since: number, until: number) => void,
): HTMLElement {
  const box = make("div", { class: "graph-time", role: "group" });
  const since = addRange(box, word(near, "from"), first, last, first);
  const until = addRange(box, word(near, "until"), first, last, last);
  const tell = (moved: Range, other: Range, crossed: boolean): void => {
    if (crossed) other.set(moved.value());
    changed(since.value(), until.value());
  };
  since.listen(() => tell(since, until, since.value() > until.value()));
  until.listen(() => tell(until, since, since.value() > until.value()));
  return box;
}

interface Range {
  value: () => number;
  set: (day: number) => void;
  listen: (moved: () => void) => void;
}

function addRange(box: HTMLElement, label: string, first: number, last: number, day: number): Range {
  const bounds = { type: "range", dir: "ltr", min: String(first), max: String(last), step: "1", value: String(day) };
  const input = make("input", bounds);
  const shown = make("output", { dir: "ltr" });
  const show = (): void => {
    shown.textContent = dateOf(Number(input.value));
    input.setAttribute("aria-valuetext", shown.textContent);
  };
  show();
  box.append(make("label", {}, `${label} `, shown, input));
  return {
    value: () => Number(input.value),
    set: (chosen) => {
      input.value = String(chosen);
      show();
    },
    listen: (moved) => input.addEventListener("input", () => (show(), moved())),
  };
}
