/** Places known only as a district or governorate: translucent areas, never a point. */

import maplibregl, { type GeoJSONSource, type Map as MapLibre, type Marker } from "maplibre-gl";
import { Colours, onThemeChange } from "../shared/colours";
import { make } from "../shared/dom";
import { labelOf, openList } from "./listing";
import { circlesOf, type Area } from "./places";

const SOURCE = "areas";
const FILL = "areas-fill";
const LINE = "areas-line";
const ACCENT = "#1b5e7b";
const CONTESTED = "#b3402a";

/** Draws the areas of one map; a click or its number lists what lies in one. */
export class Areas {
  readonly #map: MapLibre;
  readonly #colours: Colours;
  #areas: Area[] = [];
  #labels: Marker[] = [];

  constructor(map: MapLibre) {
    this.#map = map;
    this.#colours = new Colours(map.getContainer());
    map.addSource(SOURCE, { type: "geojson", data: circlesOf([]) });
    map.addLayer({ id: FILL, type: "fill", source: SOURCE });
    map.addLayer({ id: LINE, type: "line", source: SOURCE });
    map.setPaintProperty(LINE, "line-width", 1.5);
    map.setPaintProperty(LINE, "line-dasharray", [3, 2]);
    this.#paint();
    onThemeChange(() => this.#paint());
    map.on("click", FILL, (event) => this.#open(Number(event.features?.at(0)?.properties["index"])));
    map.on("mouseenter", FILL, () => (map.getCanvas().style.cursor = "pointer"));
    map.on("mouseleave", FILL, () => (map.getCanvas().style.cursor = ""));
  }

  /** Replaces the areas. */
  show(areas: Area[]): void {
    this.#areas = areas;
    void (this.#map.getSource(SOURCE) as GeoJSONSource).setData(circlesOf(areas));
    for (const label of this.#labels) label.remove();
    this.#labels = areas.map((area, index) => this.#label(area, index));
  }

  #label(area: Area, index: number): Marker {
    const count = String(area.incidents.length);
    const text = labelOf(this.#map.getContainer(), area.incidents);
    const spoken = area.incidents.length === 1 ? `${count}: ${text}` : text;
    const attributes = { type: "button", class: "map-area-label", title: text, "aria-label": spoken };
    const button = make("button", attributes, count);
    button.classList.toggle("is-contested", area.incidents.some((one) => one.contested));
    button.addEventListener("click", (event) => {
      event.stopPropagation();
      this.#open(index);
    });
    const at = area.centre as [number, number];
    return new maplibregl.Marker({ element: button }).setLngLat(at).addTo(this.#map);
  }

  #open(index: number): void {
    const area = this.#areas[index];
    if (area !== undefined) openList(this.#map, area.centre as [number, number], area.incidents);
  }

  #paint(): void {
    const pick = (opacity: number): maplibregl.ExpressionSpecification => [
      "case",
      ["get", "contested"],
      this.#colours.read("--contested", CONTESTED, opacity),
      this.#colours.read("--accent", ACCENT, opacity),
    ];
    this.#map.setPaintProperty(FILL, "fill-color", pick(0.14));
    this.#map.setPaintProperty(LINE, "line-color", pick(0.8));
  }
}
