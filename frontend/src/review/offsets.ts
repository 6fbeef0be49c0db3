/** Positions in a report's text, counted in code points as the ledger counts them. */

/** A stretch of the report's text: `start` included, `end` excluded. */
export interface Span {
  start: number;
  end: number;
  words: string;
}

interface Piece {
  node: Text;
  start: number;
}

/** The report's text nodes under an element; what a page adds (`data-not-source`) is left out. */
export function piecesOf(source: HTMLElement): Piece[] {
  const pieces: Piece[] = [];
  let start = Number(source.dataset["offset"] ?? "0");
  const walker = document.createTreeWalker(source, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const text = node as Text;
    if (text.parentElement?.closest("[data-not-source]")) continue;
    pieces.push({ node: text, start });
    start += codePoints(text.data);
  }
  return pieces;
}

// One code point, or the name that pages show in place of a character nobody could see: ⟨RLO⟩.
const NAMES = "ALM|ZWSP|LRM|RLM|LRE|RLE|PDF|LRO|RLO|LRI|RLI|FSI|PDI|BOM";
const UNIT = new RegExp(`⟨(?:${NAMES}|U\\+[0-9A-F]{4,6})⟩|.`, "gsu");

/** How many code points of the report a shown text stands for. */
export function codePoints(text: string): number {
  return text.match(UNIT)?.length ?? 0;
}

/** What the browser's selection covers of the report's text, without space around it. */
export function spanOf(source: HTMLElement, range: Range): Span | undefined {
  let start: number | undefined;
  let words = "";
  for (const piece of piecesOf(source)) {
    if (!range.intersectsNode(piece.node)) continue;
    const from = piece.node === range.startContainer ? range.startOffset : 0;
    const to = piece.node === range.endContainer ? range.endOffset : piece.node.data.length;
    if (to <= from) continue;
    start ??= piece.start + codePoints(piece.node.data.slice(0, from));
    words += piece.node.data.slice(from, to);
  }
  return start === undefined ? undefined : trimmed(start, words);
}

function trimmed(start: number, words: string): Span | undefined {
  const begun = words.trimStart();
  const from = start + codePoints(words) - codePoints(begun);
  const kept = begun.trimEnd();
  return kept === "" ? undefined : { start: from, end: from + codePoints(kept), words: kept };
}
