/** The timeline: a brush over the server's bars that fills since and until of the filter. */

import { brushX, type D3BrushEvent } from "d3-brush";
import { pointer, select, type Selection } from "d3-selection";
import { enhanceEach } from "./shared/dom";
import { filterForm, submitFilter } from "./shared/filter";
import { barAt, barsOf, brushedDays, frameOf, spanOf, type Bar } from "./timeline/bars";

type Layer = Selection<SVGGElement, unknown, null, undefined>;

enhanceEach("[data-timeline]", (figure) => {
  const svg = figure.querySelector("svg");
  const form = filterForm();
  if (svg === null || form === null || !form.elements.namedItem("since")) return;
  const bars = barsOf(svg);
  if (bars.length > 1) addBrush(svg, form, bars);
});

function addBrush(svg: SVGSVGElement, form: HTMLFormElement, bars: Bar[]): void {
  const brush = brushX<unknown>().extent(frameOf(bars));
  const layer: Layer = select(svg).append("g");
  layer.attr("class", "timeline-brush").attr("aria-hidden", "true").call(brush);
  const before = spanOf(bars, valueOf(form, "since"), valueOf(form, "until"));
  if (before !== undefined) layer.call(brush.move, before);
  nameBars(layer, bars);
  brush.on("end", (event: D3BrushEvent<unknown>) => {
    if (!event.sourceEvent) return;
    const stretch = event.selection as [number, number] | null;
    const [x] = pointer(event.sourceEvent, layer.node());
    // A click takes the bar under it, or ends the filter where there was one.
    const clicked = stretch === null && before === undefined ? barAt(bars, x) : undefined;
    const days = clicked ?? brushedDays(bars, stretch);
    submitFilter(form, { since: days?.since ?? "", until: days?.until ?? "" });
  });
}

/** The brush lies over the bars: it says their names in their stead. */
function nameBars(layer: Layer, bars: Bar[]): void {
  const title = layer.append("title");
  layer.on("pointermove", (event: PointerEvent) => {
    const [x] = pointer(event, layer.node());
    title.text(barAt(bars, x)?.name ?? "");
  });
}

function valueOf(form: HTMLFormElement, name: string): string {
  const field = form.elements.namedItem(name);
  return field instanceof HTMLInputElement ? field.value : "";
}
