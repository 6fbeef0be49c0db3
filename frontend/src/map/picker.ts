/** Placing something on the map: a click, or arrow keys and Enter, fill latitude and longitude. */

import maplibregl, { type LngLat, type Map as MapLibre, type Marker } from "maplibre-gl";
import { make } from "../shared/dom";
import { word } from "../shared/words";
import { openMap } from "./frame";

const DECIMALS = 5;
const START_ZOOM = 9;

/** A map inside a form with the inputs `latitude` and `longitude`, in degrees. */
export class PlacePicker {
  readonly #map: MapLibre;
  readonly #form: HTMLFormElement | null;
  #marker: Marker | undefined;

  constructor(container: HTMLElement) {
    this.#form = container.closest("form");
    this.#map = openMap(container);
    container.append(make("span", { class: "map-crosshair", "aria-hidden": "true" }));
    container.after(make("p", { class: "map-note", dir: "auto" }, word(container, "pick")));
    this.#map.on("click", (event) => this.#take(event.lngLat));
    container.addEventListener("keydown", (event) => this.#onKey(event));
    this.#form?.addEventListener("change", (event) => this.#onField(event));
    this.#start(container);
    this.#showField(true);
  }

  /** Where the map begins while no point is set: the incident's place, from `data-lat|lon`. */
  #start(container: HTMLElement): void {
    const { lat, lon } = container.dataset;
    const [latitude, longitude] = [Number(lat ?? NaN), Number(lon ?? NaN)];
    if (!Number.isFinite(longitude) || !(Math.abs(latitude) <= 90)) return;
    this.#map.jumpTo({ center: [longitude, latitude], zoom: START_ZOOM });
  }

  #onKey(event: KeyboardEvent): void {
    if (event.key !== "Enter" || event.target instanceof HTMLButtonElement) return;
    event.preventDefault();
    this.#take(this.#map.getCenter());
  }

  #onField(event: Event): void {
    if (event.isTrusted && event.target instanceof HTMLInputElement) this.#showField(false);
  }

  #field(name: string): HTMLInputElement | null {
    const found = this.#form?.elements.namedItem(name);
    return found instanceof HTMLInputElement ? found : null;
  }

  #take(place: LngLat): void {
    const { lng, lat } = place.wrap();
    this.#fill("latitude", lat);
    this.#fill("longitude", lng);
    this.#mark([lng, lat]);
  }

  #fill(name: string, value: number): void {
    const field = this.#field(name);
    if (field === null) return;
    field.value = value.toFixed(DECIMALS);
    field.dispatchEvent(new Event("change", { bubbles: true }));
  }

  #showField(move: boolean): void {
    const written = [this.#field("longitude")?.value ?? "", this.#field("latitude")?.value ?? ""];
    const [longitude = NaN, latitude = NaN] = written.map((value) => (value === "" ? NaN : Number(value)));
    if (!Number.isFinite(longitude) || !(Math.abs(latitude) <= 90)) return;
    this.#mark([longitude, latitude]);
    if (move) this.#map.jumpTo({ center: [longitude, latitude], zoom: START_ZOOM });
  }

  #mark(place: [number, number]): void {
    const element = this.#marker === undefined ? make("span", { class: "map-pick" }) : undefined;
    this.#marker ??= new maplibregl.Marker(element ? { element } : {}).setLngLat(place).addTo(this.#map);
    this.#marker.setLngLat(place);
  }
}
