/** The keys of the review page. */

import type { Decision } from "./forms";

export type Action = "next" | "previous" | "undo" | "edit" | Decision;

const ACTIONS: Record<string, Action> = {
  j: "next",
  k: "previous",
  a: "accept",
  r: "reject",
  e: "edit",
  u: "unsure",
  s: "same",
  d: "different",
  z: "undo",
};

/** What a key does; on a keyboard without Latin letters, the key in the same place. */
export function actionFor(event: KeyboardEvent): Action | undefined {
  const letter = /^[a-z]$/i.test(event.key) ? event.key : (/^Key([A-Z])$/.exec(event.code)?.[1] ?? "");
  return ACTIONS[letter.toLowerCase()];
}
