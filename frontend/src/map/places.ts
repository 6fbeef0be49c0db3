/** What the map's source answers, and how places become points and areas. */

import type { Feature, FeatureCollection, Point, Polygon, Position } from "geojson";

/** One incident at a place; `radius_m` is the radius in metres of what the place may cover. */
export interface Incident {
  id: string;
  title: string;
  type: string;
  precision: "exact" | "near" | "district" | "governorate";
  radius_m: number;
  contested: boolean;
  happened: boolean;
  reports: number;
  earliest: string | null;
  latest: string | null;
  href: string;
}

/** `not_drawn` incidents of the selection have no place finer than a country, or are too many. */
export type Incidents = Drawn & { not_drawn: number };
export type Drawn = FeatureCollection<Point, Incident>;
export type IncidentFeature = Feature<Point, Incident>;

/** Incidents that are known only to lie within one area. */
export interface Area {
  centre: Position;
  radius: number;
  incidents: Incident[];
}

const EARTH_M = 6_371_008.8;
const CORNERS = 72;
const LEAST_AREA_M = 1000;

/** The incidents with a place of their own. */
export function pointsOf(incidents: Incidents): Drawn {
  const precise = (one: IncidentFeature): boolean => /^(exact|near)$/.test(one.properties.precision);
  return { type: "FeatureCollection", features: incidents.features.filter(precise) };
}

/** The districts and governorates, each once with all that is known to lie in it. */
export function areasOf(incidents: Incidents): Area[] {
  const areas = new Map<string, Area>();
  for (const { geometry, properties } of incidents.features) {
    if (!/^(district|governorate)$/.test(properties.precision)) continue;
    const radius = Math.max(properties.radius_m, LEAST_AREA_M);
    const key = `${geometry.coordinates.join()} ${radius}`;
    const area = areas.get(key) ?? { centre: geometry.coordinates, radius, incidents: [] };
    area.incidents.push(properties);
    areas.set(key, area);
  }
  return [...areas.values()].sort((one, other) => other.radius - one.radius);
}

/** The areas as circles on the globe, biggest first. */
export function circlesOf(areas: Area[]): FeatureCollection<Polygon> {
  const features = areas.map((area, index): Feature<Polygon> => ({
    type: "Feature",
    properties: { index, contested: area.incidents.some((one) => one.contested) },
    geometry: { type: "Polygon", coordinates: [circle(area.centre, area.radius)] },
  }));
  return { type: "FeatureCollection", features };
}

/** The corners of a circle around a place, in degrees; the radius is in metres. */
export function circle(centre: Position, radius: number): Position[] {
  const corners: Position[] = [];
  for (let corner = 0; corner <= CORNERS; corner += 1) {
    corners.push(away(centre, radius, (-2 * Math.PI * corner) / CORNERS));
  }
  return corners;
}

function away([longitude = 0, latitude = 0]: Position, distance: number, bearing: number): Position {
  const angle = distance / EARTH_M;
  const from = radians(latitude);
  const to = Math.asin(
    Math.sin(from) * Math.cos(angle) + Math.cos(from) * Math.sin(angle) * Math.cos(bearing),
  );
  const turn = Math.atan2(
    Math.sin(bearing) * Math.sin(angle) * Math.cos(from),
    Math.cos(angle) - Math.sin(from) * Math.sin(to),
  );
  return [longitude + degrees(turn), degrees(to)];
}

function radians(value: number): number {
  return (value * Math.PI) / 180;
}

function degrees(value: number): number {
  return (value * 180) / Math.PI;
}
