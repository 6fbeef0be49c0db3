// Writes every built file of the web workspace into src/riwaya/views/web/static/built/.
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { writeFonts } from "./steps/fonts.mjs";
import { writeLicences } from "./steps/licences.mjs";
import { writeWorld } from "./steps/world.mjs";

const here = path.dirname(fileURLToPath(import.meta.url));
const target = path.resolve(here, "../src/riwaya/views/web/static/built");
// Whoever serves the built files never sees a half of them.
const out = `${target}.new`;
const maplibre = path.join(here, "node_modules/maplibre-gl/dist");

async function bundle(entryPoints, more = {}) {
  const result = await build({
    absWorkingDir: here,
    entryPoints,
    outdir: out,
    bundle: true,
    minify: true,
    charset: "utf8",
    format: "iife",
    target: ["es2022"],
    legalComments: "none",
    metafile: true,
    logLevel: "warning",
    ...more,
  });
  return Object.keys(result.metafile.inputs);
}

const scripts = ["base", "map", "timeline", "graph", "review"].map((name) => `src/${name}.ts`);
const styles = ["src/styles/maplibre.css", "src/styles/widgets.css"];

async function copyWorker() {
  const worker = await readFile(path.join(maplibre, "maplibre-gl-csp-worker.js"), "utf8");
  await writeFile(path.join(out, "map-worker.js"), worker.replace(/\n\/\/# sourceMappingURL=.*\s*$/, "\n"));
}

await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });
// The worker of MapLibre must be a file of its own: the Content-Security-Policy forbids blobs.
const alias = { "maplibre-gl": path.join(maplibre, "maplibre-gl-csp.js") };
const inputs = [...(await bundle(scripts, { alias })), ...(await bundle(styles))];
await copyWorker();
await writeWorld(path.join(out, "world.json"));
await writeFonts(out);
await writeLicences(inputs, path.join(out, "LICENSES.txt"));
await rm(target, { recursive: true, force: true });
await rename(out, target);
