// The offline basemap: Natural Earth's land and country borders, without names.
import { readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { meshArcs } from "topojson-client";

const find = createRequire(import.meta.url).resolve;

/** Writes a TopoJSON file with the objects `land` and `borders` (lines between two countries). */
export async function writeWorld(target) {
  const world = JSON.parse(await readFile(find("world-atlas/countries-50m.json"), "utf8"));
  const borders = meshArcs(world, world.objects.countries, (one, other) => one !== other);
  const { type, transform, arcs, bbox } = world;
  const objects = { land: world.objects.land, borders };
  await writeFile(target, JSON.stringify({ type, bbox, transform, objects, arcs }));
}
