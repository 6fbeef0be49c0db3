/** The map of incidents: loads its source, follows the page's filter and filters it by area. */

import maplibregl, { type Map as MapLibre } from "maplibre-gl";
import { readJson, withFilter } from "../shared/address";
import { busy } from "../shared/busy";
import { make } from "../shared/dom";
import { fieldNames, filterForm, onFiltered, submitFilter } from "../shared/filter";
import { word } from "../shared/words";
import { Areas } from "./areas";
import { openMap } from "./frame";
import { Markers } from "./markers";
import { areasOf, pointsOf, type Incidents } from "./places";

const NEAREST_START_ZOOM = 8;
const MARGIN_PX = 48;

/** One map of incidents in its container. */
export class IncidentMap {
  readonly #container: HTMLElement;
  readonly #map: MapLibre;
  readonly #note: HTMLElement;
  #markers: Markers | undefined;
  #areas: Areas | undefined;
  #running: AbortController | undefined;

  constructor(container: HTMLElement) {
    this.#container = container;
    this.#map = openMap(container);
    this.#note = make("p", { class: "map-note", role: "status" });
    container.after(this.#note);
  }

  /** Draws, loads and listens. */
  start(): void {
    this.#map.once("load", () => {
      this.#areas = new Areas(this.#map);
      this.#markers = new Markers(this.#map);
      void this.#load(this.#container.dataset["source"] ?? "");
    });
    this.#map.on("moveend", () => this.#tellBounds());
    this.#addAreaButton();
    onFiltered(this.#container, (query) => this.#follow(query));
  }

  #follow(query: URLSearchParams): void {
    const source = this.#container.dataset["source"];
    if (source) void this.#load(withFilter(source, query, fieldNames(filterForm())));
  }

  async #load(address: string): Promise<void> {
    this.#running?.abort();
    this.#running = new AbortController();
    const { signal } = this.#running;
    const done = busy(this.#container);
    try {
      const incidents = await readJson<Incidents>(address, signal);
      this.#show(incidents);
      this.#view(incidents, new URL(address, document.baseURI).searchParams.get("bbox"));
      this.#map.once("idle", done);
    } catch {
      done();
      if (!signal.aborted) this.#note.textContent = word(this.#container, "nodata");
    }
  }

  #show(incidents: Incidents): void {
    this.#areas?.show(areasOf(incidents));
    this.#markers?.show(pointsOf(incidents));
    const left = incidents.not_drawn;
    this.#note.textContent = left > 0 ? word(this.#container, "not-drawn", { n: left }) : "";
  }

  /** Shows the area that the filter names, or all places; never what was moved to in between. */
  #view(incidents: Incidents, bbox: string | null): void {
    const sides = (bbox ?? "").split(",").map(Number);
    if (sides.length === 4 && sides.every(Number.isFinite)) {
      this.#map.fitBounds(sides as [number, number, number, number], { animate: false });
      return;
    }
    this.#fit(incidents.features.map((one) => one.geometry.coordinates as [number, number]));
  }

  #fit(places: [number, number][]): void {
    const [first] = places;
    if (first === undefined) return;
    const bounds = new maplibregl.LngLatBounds(first, first);
    for (const place of places) bounds.extend(place);
    const view = { padding: MARGIN_PX, maxZoom: NEAREST_START_ZOOM, animate: false };
    this.#map.fitBounds(bounds, view);
  }

  #bbox(): string {
    const bounds = this.#map.getBounds();
    const west = Math.max(bounds.getWest(), -180);
    const east = Math.min(bounds.getEast(), 180);
    const sides = [west, bounds.getSouth(), east, bounds.getNorth()];
    return sides.map((side) => side.toFixed(4)).join();
  }

  #tellBounds(): void {
    const detail = { bbox: this.#bbox() };
    this.#container.dispatchEvent(new CustomEvent("riwaya:bounds", { bubbles: true, detail }));
  }

  #addAreaButton(): void {
    const form = filterForm();
    if (form === null || this.#container.hasAttribute("data-no-area")) return;
    const attributes = { type: "button", id: "map-area", class: "map-area-button", dir: "auto" };
    const button = make("button", attributes, word(this.#container, "area"));
    button.addEventListener("click", () => submitFilter(form, { bbox: this.#bbox() }));
    this.#container.append(button);
  }
}
