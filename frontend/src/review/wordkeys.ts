/** Selecting words by keyboard: arrows move from word to word, with Shift they add words. */

import { piecesOf } from "./offsets";

interface WordPlace {
  node: Text;
  from: number;
  to: number;
}

const FORWARD: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };

/** Makes a report's text focusable and lets arrow keys select its words. */
export function startWordKeys(source: HTMLElement): void {
  source.tabIndex = 0;
  let anchor = -1;
  let head = -1;
  source.addEventListener("keydown", (event) => {
    const step = stepOf(source, event);
    if (step === 0) return;
    event.preventDefault();
    const words = wordsOf(source);
    head = Math.min(Math.max(head + step, 0), words.length - 1);
    if (!event.shiftKey || anchor < 0) anchor = head;
    select(words, Math.min(anchor, head), Math.max(anchor, head));
  });
}

function stepOf(source: HTMLElement, event: KeyboardEvent): number {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target !== source) return 0;
  const onward = getComputedStyle(source).direction === "rtl" ? "ArrowLeft" : "ArrowRight";
  if (event.key === onward) return 1;
  if (event.key === "ArrowLeft" || event.key === "ArrowRight") return -1;
  return event.shiftKey ? (FORWARD[event.key] ?? 0) : 0;
}

function wordsOf(source: HTMLElement): WordPlace[] {
  return piecesOf(source).flatMap(({ node }) =>
    [...node.data.matchAll(/\S+/g)].map((found) => ({
      node,
      from: found.index,
      to: found.index + found[0].length,
    })),
  );
}

function select(words: WordPlace[], first: number, last: number): void {
  const [start, end] = [words[first], words[last]];
  if (start === undefined || end === undefined) return;
  document.getSelection()?.setBaseAndExtent(start.node, start.from, end.node, end.to);
}
