/** The popup that lists the incidents of one point or area as links. */

import maplibregl, { type LngLatLike, type Map as MapLibre } from "maplibre-gl";
import { ownAddress } from "../shared/address";
import { isolated, make, wantsStillness } from "../shared/dom";
import { word } from "../shared/words";
import type { Incident } from "./places";

const LONGEST = 200;
const MARKER_PX = 18;

/** Opens the list at a place, moves the focus into it and gives it back when it closes. */
export function openList(map: MapLibre, at: LngLatLike, incidents: Incident[]): void {
  const opener = document.activeElement;
  const popup = new maplibregl.Popup({
    maxWidth: "22rem",
    offset: MARKER_PX,
    focusAfterOpen: false,
    className: "incident-list",
  });
  popup.setLngLat(at).setDOMContent(listOf(map.getContainer(), incidents)).addTo(map);
  const element = popup.getElement();
  bringIntoView(map, element);
  element.querySelector("a")?.focus({ preventScroll: true });
  element.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    popup.remove();
  });
  popup.on("close", () => {
    if (opener instanceof HTMLElement && opener.isConnected) opener.focus({ preventScroll: true });
  });
}

function bringIntoView(map: MapLibre, popup: HTMLElement): void {
  const frame = map.getContainer().getBoundingClientRect();
  const box = popup.getBoundingClientRect();
  const right = Math.max(box.right - frame.right, 0) || Math.min(box.left - frame.left, 0);
  const down = Math.max(box.bottom - frame.bottom, 0) || Math.min(box.top - frame.top, 0);
  if (right !== 0 || down !== 0) map.panBy([right, down], { animate: !wantsStillness() });
}

function listOf(near: Element, incidents: Incident[]): HTMLElement {
  const direction = document.documentElement.dir || "auto";
  const list = make("ul", { dir: direction });
  for (const incident of incidents.slice(0, LONGEST)) list.append(itemOf(near, incident));
  const head = make("p", { dir: direction }, word(near, "list", { n: incidents.length }));
  return make("div", {}, head, list);
}

function itemOf(near: Element, incident: Incident): HTMLElement {
  const link = make("a", { href: ownAddress(incident.href)?.href ?? "" }, isolated(incident.title));
  const about = [datesOf(incident), word(near, "reports", { n: incident.reports })];
  if (incident.contested) about.push(word(near, "contested"));
  if (!incident.happened) about.push(word(near, "notHappened"));
  const item = make("li", { class: "incident-entry" }, link);
  const line = make("span", { class: "incident-about" });
  about.filter((part) => part !== "").forEach((part, index) => {
    line.append(...(index > 0 ? [" · "] : []), isolated(part));
  });
  item.append(line);
  return item;
}

function datesOf({ earliest, latest }: Incident): string {
  const days = [earliest, latest].map((moment) => moment?.slice(0, 10) ?? "");
  return [...new Set(days.filter((day) => day !== ""))].join(" – ");
}

/** What a marker of these incidents says to those who cannot see it. */
export function labelOf(near: Element, incidents: Incident[], count = incidents.length): string {
  const [first] = incidents;
  if (count !== 1 || first === undefined) return word(near, "list", { n: count });
  const parts = [first.title, datesOf(first)];
  if (first.contested) parts.push(word(near, "contested"));
  if (!first.happened) parts.push(word(near, "notHappened"));
  return parts.filter((part) => part !== "").join(", ");
}
