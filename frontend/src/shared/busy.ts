/** Drawings that are still being filled say so: `aria-busy`, for screen readers and for tests. */

const running = new WeakMap<Element, number>();

/** Marks an element as busy; the answer ends it. Busy until each has ended, in any order. */
export function busy(element: Element): () => void {
  let ended = false;
  count(element, 1);
  return () => {
    if (!ended) count(element, -1);
    ended = true;
  };
}

function count(element: Element, by: number): void {
  const left = (running.get(element) ?? 0) + by;
  running.set(element, left);
  if (left > 0) element.setAttribute("aria-busy", "true");
  else element.removeAttribute("aria-busy");
}
