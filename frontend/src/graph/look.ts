/** How nodes and edges look, and the legend that says so. */

import type cytoscape from "cytoscape";
import { Colours } from "../shared/colours";
import { make } from "../shared/dom";
import { word } from "../shared/words";
import { EDGE_TYPES, NODE_KINDS, type Network } from "./data";

const FONT = '"IBM Plex Sans Arabic", system-ui, sans-serif';
const SHAPES = { person: "ellipse", group: "round-rectangle", place: "triangle", incident: "diamond" } as const;
const ARROWS = { deed: "triangle", relation: "none", cause: "vee", identity: "none" } as const;

interface Palette {
  ink: string;
  ground: string;
  contested: string;
  node: Record<string, string>;
  edge: Record<string, string>;
}

/** The style sheet of the graph in the colours of the page. */
export function lookOf(colours: Colours): cytoscape.StylesheetJson {
  const palette = paletteOf(colours);
  const unnamed = { selector: "edge.is-unnamed", style: { label: "" } };
  const off = { selector: ".is-off", style: { display: "none" } as const };
  return [...nodeLook(palette), ...edgeLook(palette), unnamed, off];
}

function paletteOf(colours: Colours): Palette {
  return {
    ink: colours.read("--ink", "#1d2327"),
    ground: colours.read("--sheet", "#ffffff"),
    contested: colours.read("--contested", "#b3402a"),
    node: {
      person: colours.read("--graph-person", "#1b5e7b"),
      group: colours.read("--graph-group", "#5b4a8a"),
      place: colours.read("--graph-place", "#3f6b3a"),
      incident: colours.read("--graph-incident", "#8a5a12"),
    },
    edge: {
      deed: colours.read("--graph-deed", "#44515a"),
      relation: colours.read("--graph-relation", "#5b4a8a"),
      cause: colours.read("--graph-cause", "#8a5a12"),
      identity: colours.read("--graph-identity", "#3f6b3a"),
    },
  };
}

function labelLook({ ink, ground }: Palette): Record<string, string | number> {
  return {
    label: "data(label)",
    color: ink,
    "font-family": FONT,
    "text-background-color": ground,
    "text-background-opacity": 0.85,
    "text-background-padding": "2px",
    "text-wrap": "wrap",
  };
}

function nodeLook(palette: Palette): cytoscape.StylesheetJson {
  const base = {
    ...labelLook(palette),
    "font-size": 15,
    "text-max-width": "150px",
    "text-valign": "bottom",
    "text-margin-y": 4,
    width: "data(size)",
    height: "data(size)",
    "border-width": 2,
    "border-color": palette.ground,
  };
  const kinds = NODE_KINDS.map((kind) => ({
    selector: `node[kind="${kind}"]`,
    style: { shape: SHAPES[kind], "background-color": palette.node[kind] ?? palette.ink },
  }));
  const contested = { "border-width": 5, "border-style": "double", "border-color": palette.contested };
  return [
    { selector: "node", style: base as cytoscape.Css.Node },
    ...kinds,
    { selector: "node[?contested]", style: contested as cytoscape.Css.Node },
  ];
}

function edgeLook(palette: Palette): cytoscape.StylesheetJson {
  const base = {
    ...labelLook(palette),
    "font-size": 13,
    "min-zoomed-font-size": 8, // what nobody could read is left out until it is looked at nearer
    "text-max-width": "130px",
    "curve-style": "bezier",
    width: "data(width)",
    "arrow-scale": 0.9,
  };
  const types = EDGE_TYPES.map((type) => {
    const colour = palette.edge[type] ?? palette.ink;
    const style = { "line-color": colour, "target-arrow-color": colour, "target-arrow-shape": ARROWS[type] };
    return { selector: `edge[type="${type}"]`, style };
  });
  return [
    { selector: "edge", style: base as unknown as cytoscape.Css.Edge },
    ...types,
    { selector: "edge[?contested]", style: { "line-style": "dashed" } },
    { selector: "edge[?denied]", style: { "line-style": "dotted", "source-arrow-shape": "tee" } },
  ];
}

/** A list of the shapes and lines that this network uses, in words. */
export function legendOf(near: Element, network: Network): HTMLElement {
  const list = make("ul", { class: "graph-legend" });
  const add = (name: string, text: string): void => {
    const mark = make("span", { class: `graph-mark is-${name}`, "aria-hidden": "true" });
    list.append(make("li", {}, mark, text));
  };
  for (const kind of NODE_KINDS) {
    if (network.nodes.some((node) => node.kind === kind)) add(kind, word(near, kind));
  }
  for (const type of EDGE_TYPES) {
    if (network.edges.some((edge) => edge.type === type)) add(type, word(near, type));
  }
  if (network.edges.some((edge) => edge.contested)) add("contested", word(near, "contested"));
  if (network.edges.some((edge) => edge.denied)) add("denied", word(near, "denied"));
  return list;
}
