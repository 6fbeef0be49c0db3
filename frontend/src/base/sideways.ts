/** Wide tables: which of their edges hide columns, and how far their heads may follow the page. */

import { enhanceEach } from "../shared/dom";

const ROUNDING = 2; // px

/** Keeps what the styles of each `.scroll` need up to date: its hidden edges and its measures. */
export function startSideways(): void {
  enhanceEach(".scroll", (box) => {
    const look = (): void => markEdges(box);
    box.addEventListener("scroll", look, { passive: true });
    const sizes = new ResizeObserver(() => {
      measure(box);
      look();
    });
    for (const one of [box, ...box.children]) sizes.observe(one);
    measure(box);
    box.querySelector(":target")?.scrollIntoView(); // which is not to lie under the head
  });
}

function markEdges(box: HTMLElement): void {
  const before = Math.abs(box.scrollLeft); // negative where lines run from right to left
  const after = box.scrollWidth - box.clientWidth - before;
  box.toggleAttribute("data-before", before > ROUNDING);
  box.toggleAttribute("data-after", after > ROUNDING);
  const hint = box.parentElement?.querySelector(":scope > p > [data-sideways]");
  hint?.classList.toggle("is-so", box.scrollWidth - box.clientWidth > ROUNDING);
}

function measure(box: HTMLElement): void {
  const head = box.querySelector("thead")?.offsetHeight ?? 0;
  const name = box.querySelector<HTMLElement>("tbody th");
  const stays = name !== null && getComputedStyle(name).position === "sticky";
  const sizes = {
    "--head": head,
    "--below": Math.max(box.clientHeight - head, 0),
    "--names": stays ? name.offsetWidth : 0,
  };
  for (const [of, size] of Object.entries(sizes)) box.style.setProperty(of, `${size}px`);
}
