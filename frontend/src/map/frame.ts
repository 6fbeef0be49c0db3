/** A map's frame: basemap, colours, controls, and the sentence where nothing can be drawn. */

import maplibregl, { type Map as MapLibre, type StyleSpecification } from "maplibre-gl";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import { readJson } from "../shared/address";
import { busy } from "../shared/busy";
import { Colours, onThemeChange } from "../shared/colours";
import { make } from "../shared/dom";
import { word } from "../shared/words";

/** The closest view of a map. */
export const FARTHEST_ZOOM = 18;
const START: [number, number, number, number] = [34, 29, 49, 38];

/** Whether this browser has WebGL 2. */
export function canDraw(): boolean {
  try {
    return document.createElement("canvas").getContext("webgl2") !== null;
  } catch {
    return false;
  }
}

/** Puts a sentence in the place of a map that cannot be drawn. */
export function saySorry(container: HTMLElement): void {
  container.classList.add("is-undrawn");
  container.replaceChildren(make("p", { dir: "auto" }, word(container, "nogl")));
}

/** A MapLibre map in the container, left to right; the basemap lies under all that comes, and until
 * it is drawn the container is busy. */
export function openMap(container: HTMLElement): MapLibre {
  container.dir = "ltr";
  maplibregl.setWorkerUrl(workerAddress(container));
  const chosen = container.dataset["style"];
  const map = new maplibregl.Map({
    container,
    style: chosen ? chosen : plainStyle(container),
    bounds: START,
    maxZoom: FARTHEST_ZOOM,
    attributionControl: chosen ? {} : false,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    fadeDuration: 0,
    locale: {
      "Map.Title": word(container, "map"),
      "NavigationControl.ZoomIn": word(container, "zoomIn"),
      "NavigationControl.ZoomOut": word(container, "zoomOut"),
      "Popup.Close": word(container, "close"),
    },
  });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  map.addControl(new maplibregl.NavigationControl({ showCompass: false }), "top-left");
  map.addControl(new maplibregl.ScaleControl({}), "bottom-left");
  const done = busy(container);
  const shown = (): unknown => map.once("idle", done);
  if (chosen) map.once("error", done); // a style that cannot be had draws nothing
  if (chosen) shown();
  else map.once("load", () => void addWorld(map, container).finally(shown));
  return map;
}

function workerAddress(container: HTMLElement): string {
  const basemap = new URL(container.dataset["basemap"] ?? "/static/built/", document.baseURI);
  return container.dataset["worker"] ?? new URL("map-worker.js", basemap).toString();
}

function plainStyle(container: HTMLElement): StyleSpecification {
  const water = new Colours(container).read("--map-water", "#dbe7ee");
  const paint = { "background-color": water };
  return { version: 8, sources: {}, layers: [{ id: "water", type: "background", paint }] };
}

async function addWorld(map: MapLibre, container: HTMLElement): Promise<void> {
  const address = container.dataset["basemap"];
  if (!address) return;
  const world = await readJson<Topology<Record<string, GeometryCollection>>>(address);
  const colours = new Colours(container);
  const first = map.getStyle().layers[1]?.id;
  for (const name of ["land", "borders"]) {
    const shape = world.objects[name];
    if (shape !== undefined) map.addSource(name, { type: "geojson", data: feature(world, shape) });
  }
  map.addLayer({ id: "land", type: "fill", source: "land" }, first);
  map.addLayer({ id: "coast", type: "line", source: "land" }, first);
  map.addLayer({ id: "borders", type: "line", source: "borders" }, first);
  const paint = (): void => paintWorld(map, colours);
  paint();
  onThemeChange(paint);
}

function paintWorld(map: MapLibre, colours: Colours): void {
  const line = colours.read("--map-line", "#8a97a0");
  map.setPaintProperty("water", "background-color", colours.read("--map-water", "#dbe7ee"));
  map.setPaintProperty("land", "fill-color", colours.read("--map-land", "#f6f3ec"));
  map.setPaintProperty("coast", "line-color", line);
  map.setPaintProperty("coast", "line-width", 0.6);
  map.setPaintProperty("borders", "line-color", line);
  map.setPaintProperty("borders", "line-width", 1);
}
