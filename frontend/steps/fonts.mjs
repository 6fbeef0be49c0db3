// The two Arabic typefaces, as woff2 files beside one style sheet.
import { copyFile, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";

const find = createRequire(import.meta.url).resolve;
const FONTS = [
  { name: "ibm-plex-sans-arabic", weights: [400, 600] },
  { name: "noto-naskh-arabic", weights: [400, 700] },
];
const SUBSETS = ["arabic", "latin", "latin-ext"];

async function faces(folder, name, weight) {
  const css = await readFile(path.join(folder, `${weight}.css`), "utf8");
  const kept = [];
  for (const subset of SUBSETS) {
    const file = `${name}-${subset}-${weight}-normal`;
    const face = css.match(new RegExp(`/\\* ${file} \\*/\\s*(@font-face \\{[^}]*\\})`))?.[1];
    if (face === undefined) continue;
    kept.push({ file: `${file}.woff2`, css: face.replace(/src:[^;]*;/, `src: url("${file}.woff2") format("woff2");`) });
  }
  return kept;
}

/** Writes fonts.css and the woff2 files it names into the folder `out`. */
export async function writeFonts(out) {
  const css = [];
  for (const { name, weights } of FONTS) {
    const folder = path.dirname(find(`@fontsource/${name}/package.json`));
    for (const weight of weights) {
      for (const face of await faces(folder, name, weight)) {
        css.push(face.css);
        await copyFile(path.join(folder, "files", face.file), path.join(out, face.file));
      }
    }
  }
  await writeFile(path.join(out, "fonts.css"), `${css.join("\n")}\n`);
}
