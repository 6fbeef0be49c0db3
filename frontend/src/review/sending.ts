/** Sends judgements in order, each until the server answers. */

import { ownAddress } from "../shared/address";
import { csrfToken } from "../shared/dom";
import type { Pending, PendingStore } from "./pending";

/** What is said of it, and the incident's address and title if it is in one. */
export interface Moved {
  text: string;
  href?: string;
  title?: string;
}

/** The server's answer to a judgement or an undo. */
export interface Answer {
  ok: boolean;
  judgement?: string;
  message?: string;
  undo_url?: string;
  /** The incident that a corrected statement is in since, where other reports tell of that. */
  moved?: Moved;
  once?: string;
}

/** What became of one attempt. */
type Outcome = { kind: "answered"; answer: Answer } | { kind: "again" } | { kind: "signIn" };

export interface Listener {
  answered: (pending: Pending, answer: Answer) => void;
  waiting: (reason: "connection" | "signIn") => void;
}

const FIRST_WAIT_MS = 1000;
const LONGEST_WAIT_MS = 60_000;
const PATIENCE_MS = 20_000;
const RETRIED = new Set([408, 425, 429]);

/** One at a time, oldest first; a judgement keeps its `once`, so that none counts twice. */
export class Sender {
  readonly #store: PendingStore;
  readonly #listener: Listener;
  #wait = FIRST_WAIT_MS;
  #timer = 0;
  #running = false;

  constructor(store: PendingStore, listener: Listener) {
    this.#store = store;
    this.#listener = listener;
    window.addEventListener("online", () => this.wake());
  }

  /** Sends what waits, now. */
  wake(): void {
    window.clearTimeout(this.#timer);
    if (!this.#running) void this.#run();
  }

  async #run(): Promise<void> {
    this.#running = true;
    for (let next = this.#store.all()[0]; next !== undefined; next = this.#store.all()[0]) {
      this.#store.put({ ...next, tried: true });
      const outcome = await post(next.action, next.fields);
      if (outcome.kind !== "answered") {
        this.#later(outcome.kind);
        break;
      }
      this.#wait = FIRST_WAIT_MS;
      const kept = this.#store.get(next.once) ?? next;
      this.#store.remove(next.once);
      this.#listener.answered(kept, outcome.answer);
    }
    this.#running = false;
  }

  #later(kind: "again" | "signIn"): void {
    this.#listener.waiting(kind === "signIn" ? "signIn" : "connection");
    this.#timer = window.setTimeout(() => this.wake(), this.#wait);
    this.#wait = Math.min(this.#wait * 2, LONGEST_WAIT_MS);
  }
}

/** Posts a form's fields once; a refusal is an answer, a lost connection is not. */
export async function post(action: string, fields: [string, string][]): Promise<Outcome> {
  const url = ownAddress(action);
  if (url === undefined) return { kind: "answered", answer: { ok: false } };
  const body = new URLSearchParams(fields);
  const csrf = csrfToken();
  // A judgement may wait longer than the session in which it was made.
  if (csrf !== "" && body.has("csrf")) body.set("csrf", csrf);
  const headers = { Accept: "application/json", "X-CSRF-Token": csrf };
  const signal = AbortSignal.timeout(PATIENCE_MS);
  try {
    const sent: RequestInit = { method: "POST", headers, body, signal, credentials: "same-origin" };
    const answer = await fetch(url, { ...sent, redirect: "manual" });
    if (answer.status === 403) {
      const renewed = await renewedProof(signal);
      if (renewed !== undefined) return { kind: renewed };
    }
    return await outcomeOf(answer);
  } catch {
    return { kind: "again" };
  }
}

/**
 * Takes the proof of a login that began in another tab meanwhile. `again` where it is newer than
 * this page's, `signIn` where another person is logged in now, undefined where nothing changed.
 */
async function renewedProof(signal: AbortSignal): Promise<"again" | "signIn" | undefined> {
  const headers = { Accept: "text/html" };
  const answer = await fetch("/search", { headers, signal, credentials: "same-origin" });
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const proof = page.querySelector<HTMLMetaElement>("meta[name=csrf]")?.content ?? "";
  if (proof === "" || proof === csrfToken()) return undefined;
  const who = (of: Document): string | undefined =>
    of.querySelector<HTMLElement>("[data-reviewer]")?.dataset["reviewer"];
  if (who(page) !== who(document)) return "signIn";
  document.querySelector("meta[name=csrf]")?.setAttribute("content", proof);
  return "again";
}

async function outcomeOf(answer: Response): Promise<Outcome> {
  const { status, type } = answer;
  if (status === 401 || type === "opaqueredirect") return { kind: "signIn" };
  if (status >= 500 || RETRIED.has(status)) return { kind: "again" };
  const read = (await answer.json().catch(() => undefined)) as Partial<Answer> | undefined;
  if (read === undefined) return answer.ok ? { kind: "again" } : refusal(status);
  return { kind: "answered", answer: { ...read, ok: answer.ok && read.ok === true } };
}

function refusal(status: number): Outcome {
  return { kind: "answered", answer: { ok: false, message: `HTTP ${status}` } };
}
