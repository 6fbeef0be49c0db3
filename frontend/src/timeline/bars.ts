/** The bars of a timeline: days and where they stand in the drawing's own units. */

/** One bar; days are written YYYY-MM-DD, the four sides are in units of the drawing. */
export interface Bar {
  since: string;
  until: string;
  name: string;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** The bars of a drawing by their days; none where it is not shown. */
export function barsOf(svg: SVGSVGElement): Bar[] {
  const toScreen = svg.getScreenCTM();
  if (toScreen === null) return [];
  const fromScreen = toScreen.inverse();
  const bars = [...svg.querySelectorAll<SVGAElement>("a[data-from][data-until]")].map((link) => {
    const box = link.getBoundingClientRect();
    const start = new DOMPoint(box.left, box.top).matrixTransform(fromScreen);
    const end = new DOMPoint(box.right, box.bottom).matrixTransform(fromScreen);
    const { from: since = "", until = "" } = link.dataset;
    return { since, until, name: nameOf(link), left: start.x, right: end.x, top: start.y, bottom: end.y };
  });
  return bars.sort((one, other) => one.since.localeCompare(other.since));
}

function nameOf(link: SVGAElement): string {
  return link.getAttribute("aria-label") ?? link.querySelector("title")?.textContent ?? "";
}

/** The corners of what all bars cover. */
export function frameOf(bars: Bar[]): [[number, number], [number, number]] {
  const least = (side: "left" | "top"): number => Math.min(...bars.map((bar) => bar[side]));
  const most = (side: "right" | "bottom"): number => Math.max(...bars.map((bar) => bar[side]));
  return [[least("left"), least("top")], [most("right"), most("bottom")]];
}

/** The bar at a horizontal position. */
export function barAt(bars: Bar[], x: number): Bar | undefined {
  return bars.find((bar) => bar.left <= x && x <= bar.right);
}

/** The first and last day of the bars that a stretch touches; nothing for no stretch. */
export function brushedDays(
  bars: Bar[],
  stretch: [number, number] | null,
): { since: string; until: string } | undefined {
  if (stretch === null) return undefined;
  const [start, end] = stretch;
  const touched = bars.filter((bar) => bar.right > start && bar.left < end);
  const [first] = touched;
  const last = touched.at(-1);
  return first && last ? { since: first.since, until: last.until } : undefined;
}

/** Where the days of a filter stand in the drawing; nothing when it has none. */
export function spanOf(bars: Bar[], since: string, until: string): [number, number] | undefined {
  if (since === "" && until === "") return undefined;
  const within = bars.filter(
    (bar) => (since === "" || bar.until >= since) && (until === "" || bar.since <= until),
  );
  if (within.length === 0) return undefined;
  const [[left], [right]] = frameOf(within);
  return [left, right];
}
