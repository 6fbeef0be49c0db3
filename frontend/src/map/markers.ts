/** Points of the map as buttons that a keyboard reaches: single incidents and clusters. */

import maplibregl, { type GeoJSONSource, type Map as MapLibre, type Marker } from "maplibre-gl";
import { make, wantsStillness } from "../shared/dom";
import { FARTHEST_ZOOM } from "./frame";
import { labelOf, openList } from "./listing";
import type { Incident, IncidentFeature, Drawn } from "./places";

const SOURCE = "points";
const CLUSTER_RADIUS_PX = 44;
const MOST_LISTED = 200;

interface Cluster {
  cluster_id: number;
  point_count: number;
  contested: number;
}

/** Draws the clustered points of one map as markers. */
export class Markers {
  readonly #map: MapLibre;
  readonly #shown = new Map<string, Marker>();

  constructor(map: MapLibre) {
    this.#map = map;
    map.addSource(SOURCE, {
      type: "geojson",
      data: { type: "FeatureCollection", features: [] },
      maxzoom: FARTHEST_ZOOM + 1,
      cluster: true,
      clusterRadius: CLUSTER_RADIUS_PX,
      // Incidents at one place stay one marker at every zoom: its list picks them apart.
      clusterMaxZoom: FARTHEST_ZOOM,
      clusterProperties: { contested: ["+", ["case", ["get", "contested"], 1, 0]] },
    });
    // A source is only read where a layer needs it.
    const paint = { "circle-opacity": 0, "circle-radius": 1 };
    map.addLayer({ id: SOURCE, type: "circle", source: SOURCE, paint });
    map.on("idle", () => this.#draw());
  }

  /** Replaces the points. */
  show(points: Drawn): void {
    this.#forget(new Set());
    void this.#source().setData(points);
  }

  #source(): GeoJSONSource {
    return this.#map.getSource(SOURCE) as GeoJSONSource;
  }

  #draw(): void {
    const seen = new Set<string>();
    for (const found of this.#map.querySourceFeatures(SOURCE) as unknown as IncidentFeature[]) {
      const at = found.geometry.coordinates as [number, number];
      if (!this.#map.getBounds().contains(at)) continue;
      const about = found.properties as Incident | Cluster;
      const key = "cluster_id" in about ? `cluster ${about.cluster_id}` : `incident ${about.id}`;
      if (!seen.has(key) && !this.#shown.has(key)) this.#add(key, at, about);
      seen.add(key);
    }
    this.#forget(seen);
  }

  #forget(kept: Set<string>): void {
    for (const [key, marker] of this.#shown) {
      if (kept.has(key)) continue;
      marker.remove();
      this.#shown.delete(key);
    }
  }

  #add(key: string, at: [number, number], about: Incident | Cluster): void {
    const element = "cluster_id" in about ? this.#clusterMarker(at, about) : this.#incidentMarker(at, about);
    const marker = new maplibregl.Marker({ element }).setLngLat(at).addTo(this.#map);
    this.#shown.set(key, marker);
  }

  #incidentMarker(at: [number, number], incident: Incident): HTMLElement {
    const label = labelOf(this.#map.getContainer(), [incident]);
    const button = markerButton("incident", label);
    button.classList.toggle("is-contested", incident.contested);
    button.classList.toggle("is-unhappened", !incident.happened);
    button.classList.toggle("is-near", incident.precision === "near");
    button.addEventListener("click", () => openList(this.#map, at, [incident]));
    return button;
  }

  #clusterMarker(at: [number, number], cluster: Cluster): HTMLElement {
    const count = cluster.point_count;
    const button = markerButton("cluster", labelOf(this.#map.getContainer(), [], count));
    button.classList.toggle("is-contested", cluster.contested > 0);
    button.classList.add(count < 10 ? "is-small" : count < 100 ? "is-middle" : "is-large");
    button.append(make("span", {}, String(count)));
    button.addEventListener("click", () => void this.#openCluster(at, cluster));
    return button;
  }

  async #openCluster(at: [number, number], cluster: Cluster): Promise<void> {
    const source = this.#source();
    const leaves = (await source.getClusterLeaves(cluster.cluster_id, MOST_LISTED, 0)) as IncidentFeature[];
    const places = new Set(leaves.map((leaf) => leaf.geometry.coordinates.join()));
    const zoom = await source.getClusterExpansionZoom(cluster.cluster_id);
    if (places.size === 1 || zoom > FARTHEST_ZOOM) {
      openList(this.#map, at, leaves.map((leaf) => leaf.properties));
    } else {
      this.#map.easeTo({ center: at, zoom, animate: !wantsStillness() });
    }
  }
}

function markerButton(kind: string, label: string): HTMLButtonElement {
  const button = make("button", { type: "button", class: `map-marker is-${kind}`, title: label });
  button.setAttribute("aria-label", label);
  // The map must not take a click on a marker for a click on what lies under it.
  button.addEventListener("click", (event) => event.stopPropagation());
  return button;
}
