/** Judgements that the server has not answered yet, kept in this browser. */

/** One judgement, or its undoing, as it is sent: an address and the fields of its form. */
export interface Pending {
  once: string;
  action: string;
  fields: [string, string][];
  item: string;
  at: number;
  /** Whether it was sent at least once, so that it may have reached the server. */
  tried: boolean;
  undoes: boolean;
  /** Whether it is to be undone as soon as it is answered. */
  thenUndo: boolean;
}

/** Pending judgements of one person on one ledger, oldest first; each is a record of its own. */
export class PendingStore {
  readonly #prefix: string;
  readonly #unkept = new Map<string, string>();

  constructor(owner: string) {
    this.#prefix = `riwaya.pending ${owner} `;
  }

  /** Keeps or replaces a judgement by its `once`. */
  put(pending: Pending): void {
    const key = this.#prefix + pending.once;
    const text = JSON.stringify(pending);
    try {
      window.localStorage.setItem(key, text);
      this.#unkept.delete(key);
    } catch {
      // A browser without storage still retries for as long as the page is open.
      this.#unkept.set(key, text);
    }
  }

  /** Forgets the judgement that the server has answered. */
  remove(once: string): void {
    const key = this.#prefix + once;
    this.#unkept.delete(key);
    try {
      window.localStorage.removeItem(key);
    } catch {
      return;
    }
  }

  /** The judgement of a `once`, or undefined. */
  get(once: string): Pending | undefined {
    return this.all().find((pending) => pending.once === once);
  }

  /** All of them, oldest first. */
  all(): Pending[] {
    const texts = [...this.#stored(), ...this.#unkept.values()];
    const read = texts.map(parse).filter((pending) => pending !== undefined);
    return read.sort((one, other) => one.at - other.at);
  }

  #stored(): string[] {
    try {
      const keys = Object.keys(window.localStorage).filter((key) => key.startsWith(this.#prefix));
      return keys.map((key) => window.localStorage.getItem(key) ?? "");
    } catch {
      return [];
    }
  }
}

function parse(text: string): Pending | undefined {
  try {
    const read = JSON.parse(text) as Partial<Pending>;
    return typeof read.once === "string" && typeof read.action === "string" && Array.isArray(read.fields)
      ? (read as Pending)
      : undefined;
  } catch {
    return undefined;
  }
}
