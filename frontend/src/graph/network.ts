/** One network drawn by Cytoscape; a list of its edges beside it serves keyboards. */

import cytoscape, { type Core, type ElementDefinition } from "cytoscape";
import { ownAddress, readJson, withFilter } from "../shared/address";
import { busy } from "../shared/busy";
import { Colours, onThemeChange } from "../shared/colours";
import { make } from "../shared/dom";
import { fieldNames, filterForm, onFiltered } from "../shared/filter";
import { word } from "../shared/words";
import { daysOf, isWithin, type Network, type NetworkEdge, type NetworkNode } from "./data";
import { legendOf, lookOf } from "./look";
import { makeSlider } from "./slider";

const STYLE_ID = "__________cytoscape_stylesheet";
const FONTS = '13px "IBM Plex Sans Arabic"';
const MARGIN_PX = 24;
const LABEL_PX = 130;
const NODES_AT_FULL_SIZE = 16;
const NARROW_PX = 600;

/** A graph in its container, with a legend and a time slider after it. */
export class NetworkGraph {
  readonly #container: HTMLElement;
  readonly #colours: Colours;
  readonly #tools: HTMLElement;
  #core: Core | undefined;

  constructor(container: HTMLElement) {
    this.#container = container;
    this.#colours = new Colours(container);
    this.#tools = make("div", { class: "graph-tools" });
    container.after(this.#tools);
  }

  /** Loads, draws and follows the page's filter and theme. */
  async start(): Promise<void> {
    const source = this.#container.dataset["source"] ?? "";
    onFiltered(this.#container, (query) => void this.#load(withFilter(source, query, fieldNames(filterForm()))));
    onThemeChange(() => this.#core?.style(lookOf(this.#colours)));
    const done = busy(this.#container);
    await document.fonts.load(FONTS, "أب").catch(() => []);
    await this.#load(source);
    done();
  }

  async #load(address: string): Promise<void> {
    const done = busy(this.#container);
    try {
      this.#show(await readJson<Network>(address));
    } catch {
      this.#tools.replaceChildren(make("p", { role: "status" }, word(this.#container, "nodata")));
    } finally {
      done();
    }
  }

  #show(network: Network): void {
    this.#core?.destroy();
    this.#core = undefined;
    this.#tools.replaceChildren();
    this.#container.hidden = network.nodes.length === 0;
    if (network.nodes.length === 0) return;
    this.#core = this.#draw(network);
    this.#tools.append(legendOf(this.#container, network));
    const days = daysOf(network.edges);
    if (days === undefined || days[0] === days[1]) return;
    const only = (since: number, until: number): void => this.#only(network.edges, since, until);
    this.#tools.append(makeSlider(this.#container, days, only));
  }

  #draw(network: Network): Core {
    const stage = this.#stage();
    const core = cytoscape({
      container: stage,
      elements: elementsOf(network),
      style: lookOf(this.#colours),
      minZoom: 0.2,
      maxZoom: 3,
      layout: { name: "preset" },
    });
    core.on("tap", "node, edge", (event) => this.#visit(event.target.data(), event.target.isEdge()));
    core.on("mouseover", "node, edge", () => (stage.style.cursor = "pointer"));
    core.on("mouseout", "node, edge", () => (stage.style.cursor = ""));
    // Side by side on a narrow stage, the words of lines would hide names; the list has them.
    const crowded = stage.clientWidth < NARROW_PX && core.nodes().length > NODES_AT_FULL_SIZE;
    core.edges().toggleClass("is-unnamed", crowded);
    arrange(core, stage);
    return core;
  }

  /** Cytoscape's own element: made anew for each drawing, hidden from screen readers. */
  #stage(): HTMLElement {
    avoidStyleElement();
    this.#container.querySelector(".graph-stage")?.remove();
    const stage = make("div", { class: "graph-stage", "aria-hidden": "true" });
    this.#container.append(stage);
    return stage;
  }

  #visit({ href }: { href: string }, isEdge: boolean): void {
    const url = ownAddress(href);
    if (!href || url === undefined) return;
    const detail = { href: url.href };
    const asked = new CustomEvent("riwaya:evidence", { cancelable: true, detail });
    if (isEdge && !document.dispatchEvent(asked)) return;
    window.location.assign(url);
  }

  #only(edges: NetworkEdge[], since: number, until: number): void {
    const core = this.#core;
    const off = new Set(edges.filter((edge) => !isWithin(edge, since, until)).map((edge) => edge.id));
    core?.batch(() => {
      for (const edge of core.edges()) edge.toggleClass("is-off", off.has(edge.data("known") as string));
      for (const node of core.nodes()) {
        const around = node.connectedEdges();
        node.toggleClass("is-off", around.nonempty() && around.not(".is-off").empty());
      }
    });
    const rows = [...document.querySelectorAll<HTMLElement>("[data-edge]")];
    for (const row of rows) row.hidden = off.has(row.dataset["edge"] ?? "");
    const count = document.querySelector("[data-edge-count]");
    if (count !== null) count.textContent = String(rows.filter((row) => !row.hidden).length);
  }
}

/** Cytoscape adds a style element, which the Content-Security-Policy forbids, unless it finds one. */
function avoidStyleElement(): void {
  if (document.getElementById(STYLE_ID) === null) document.head.append(make("meta", { id: STYLE_ID }));
}

function elementsOf({ nodes, edges }: Network): ElementDefinition[] {
  const known = new Set(nodes.map((node) => node.id));
  const whole = edges.filter((edge) => known.has(edge.source) && known.has(edge.target));
  return [...nodes.map((node, index) => nodeElement(node, index, nodes.length)), ...whole.map(edgeElement)];
}

/** Nodes start on a circle, so that a network is drawn the same way each time. */
function nodeElement(node: NetworkNode, index: number, count: number): ElementDefinition {
  const angle = (2 * Math.PI * index) / count;
  const radius = 60 * Math.sqrt(count);
  const position = { x: radius * Math.cos(angle), y: radius * Math.sin(angle) };
  const size = Math.min(22 + 6 * Math.sqrt(Math.max(node.weight, 0)), 64);
  return { group: "nodes", data: { ...node, id: `node ${node.id}`, label: node.name, size }, position };
}

function edgeElement(edge: NetworkEdge): ElementDefinition {
  const width = Math.min(1.5 + Math.log2(Math.max(edge.count, 1)), 7);
  const ends = { source: `node ${edge.source}`, target: `node ${edge.target}` };
  return { group: "edges", data: { ...edge, ...ends, id: `edge ${edge.id}`, known: edge.id, width } };
}

function arrange(core: Core, stage: HTMLElement): void {
  core.layout({
    name: "cose",
    animate: false,
    randomize: false,
    nodeDimensionsIncludeLabels: true,
    idealEdgeLength: () => 110,
    nodeOverlap: 30,
    nodeRepulsion: () => 300_000,
    componentSpacing: 80,
    gravity: 0.8,
    numIter: core.nodes().length > 150 ? 300 : 1000,
  }).run();
  spread(core, stage);
  core.fit(undefined, MARGIN_PX);
  if (core.zoom() > 1) {
    core.zoom(1);
    core.center();
  }
}

/** Spreads a small network over its stage, so that labels keep their size; a big one over more. */
function spread(core: Core, stage: HTMLElement): void {
  const box = core.nodes().boundingBox({ includeLabels: false });
  const extra = stage.clientWidth < NARROW_PX ? 1.3 : 1;
  const room = extra * Math.max(1, Math.sqrt(core.nodes().length / NODES_AT_FULL_SIZE));
  const wide = (room * (stage.clientWidth - LABEL_PX)) / box.w;
  const high = (room * (stage.clientHeight - LABEL_PX)) / box.h;
  if (!Number.isFinite(wide) || !Number.isFinite(high) || wide <= 0 || high <= 0) return;
  core.nodes().positions((node) => ({ x: node.position("x") * wide, y: node.position("y") * high }));
}
