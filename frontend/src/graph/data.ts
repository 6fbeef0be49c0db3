/** What a network's source answers. */

export type NodeKind = "person" | "group" | "place" | "incident";
export type EdgeType = "deed" | "relation" | "cause" | "identity";

export interface NetworkNode {
  id: string;
  name: string;
  kind: NodeKind;
  weight: number;
  contested: boolean;
  href: string;
}

/** An edge with its evidence; days are written YYYY-MM-DD or unknown. */
export interface NetworkEdge {
  id: string;
  source: string;
  target: string;
  type: EdgeType;
  label: string;
  count: number;
  since: string | null;
  until: string | null;
  contested: boolean;
  denied: boolean;
  href: string;
}

export interface Network {
  nodes: NetworkNode[];
  edges: NetworkEdge[];
}

export const NODE_KINDS: NodeKind[] = ["person", "group", "place", "incident"];
export const EDGE_TYPES: EdgeType[] = ["deed", "relation", "cause", "identity"];

const DAY_MS = 86_400_000;

/** Days since 1970 of a date, or nothing. */
export function dayOf(date: string | null): number | undefined {
  const moment = Date.parse(date?.slice(0, 10) ?? "");
  return Number.isNaN(moment) ? undefined : Math.floor(moment / DAY_MS);
}

/** The date of a day since 1970, written YYYY-MM-DD. */
export function dateOf(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** The first and last day of all edges, or nothing when none is dated. */
export function daysOf(edges: NetworkEdge[]): [number, number] | undefined {
  const days = edges.flatMap((edge) => [dayOf(edge.since), dayOf(edge.until)]);
  const known = days.filter((day) => day !== undefined);
  if (known.length === 0) return undefined;
  return [
    known.reduce((one, other) => Math.min(one, other)),
    known.reduce((one, other) => Math.max(one, other)),
  ];
}

/** Whether an edge may lie within two days; one without dates always may. */
export function isWithin(edge: NetworkEdge, first: number, last: number): boolean {
  const since = dayOf(edge.since) ?? dayOf(edge.until);
  const until = dayOf(edge.until) ?? dayOf(edge.since);
  return (since === undefined || since <= last) && (until === undefined || until >= first);
}
