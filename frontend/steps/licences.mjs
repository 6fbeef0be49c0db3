// The licence texts of every package whose code or data is in the built files.
import { existsSync } from "node:fs";
import { readFile, readdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";

const modules = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../node_modules");
const COPIED = ["world-atlas", "@fontsource/ibm-plex-sans-arabic", "@fontsource/noto-naskh-arabic"];
// What MapLibre's own bundles hold is only told by their source maps.
const BUNDLED_BEFORE = ["maplibre-gl-csp.js.map", "maplibre-gl-csp-worker.js.map"];

async function about(name) {
  return JSON.parse(await readFile(path.join(modules, name, "package.json"), "utf8"));
}

function packageOf(input) {
  return input.match(/node_modules\/((?:@[^/]+\/)?[^/]+)\//)?.[1];
}

async function bundledBefore() {
  const maps = BUNDLED_BEFORE.map((file) => readFile(path.join(modules, "maplibre-gl/dist", file), "utf8"));
  return (await Promise.all(maps)).flatMap((map) => JSON.parse(map).sources).map(packageOf);
}

async function licenceText(name) {
  const folder = path.join(modules, name);
  const files = await readdir(folder);
  const file = files.find((entry) => /^licen[cs]e(\.|$)/i.test(entry));
  if (file !== undefined) return (await readFile(path.join(folder, file), "utf8")).trim();
  const readme = files.find((entry) => /^readme/i.test(entry));
  const text = readme === undefined ? "" : await readFile(path.join(folder, readme), "utf8");
  const section = text.match(/^#+ *licen[cs]e\b[^\n]*\n([^]*)$/im)?.[1]?.trim();
  if (!section) throw new Error(`${name} holds no licence text: look for it before it is bundled.`);
  return section;
}

/** Writes LICENSES.txt for the packages of the bundler's `inputs` and of what is copied. */
export async function writeLicences(inputs, target) {
  const found = [...inputs.map(packageOf), ...(await bundledBefore()), ...COPIED];
  const names = new Set(found.filter((name) => name !== undefined));
  const parts = [];
  for (const name of [...names].filter((one) => existsSync(path.join(modules, one))).sort()) {
    const { version, license } = await about(name);
    parts.push(`${name} ${version} (${license})\n\n${await licenceText(name)}\n`);
  }
  await writeFile(target, parts.join(`\n${"-".repeat(78)}\n\n`));
}
