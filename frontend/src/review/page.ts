/** The review page as a whole: keys and clicks become judgements, answers become words. */

import { ownAddress } from "../shared/address";
import { csrfToken, isolated, isTyping, make } from "../shared/dom";
import { word, type Word } from "../shared/words";
import { decisionOf, fieldsOf, freshOnce, onceOf, setOnce } from "./forms";
import { Hold } from "./hold";
import { Items } from "./items";
import { actionFor, type Action } from "./keys";
import { PendingStore, type Pending } from "./pending";
import { askReason, lacksReason, openEdit, pressDecision } from "./press";
import { Sender, type Answer, type Moved } from "./sending";
import { clearWrong, showWrong } from "./wrong";

interface Done {
  item: string;
  once: string;
  undoUrl?: string;
}

/** Runs `main[data-review]`. */
export class ReviewPage {
  readonly #main: HTMLElement;
  readonly #items: Items;
  readonly #hold = new Hold();
  readonly #store: PendingStore;
  readonly #sender: Sender;
  readonly #remembered: string;
  readonly #done: Done[];

  constructor(main: HTMLElement) {
    this.#main = main;
    const { reviewer = "", ledger = "" } = main.dataset;
    this.#store = new PendingStore(`${reviewer} ${ledger}`);
    this.#remembered = `riwaya.done ${reviewer} ${ledger}`;
    this.#done = read(this.#remembered);
    this.#items = new Items(main, (item) => this.#hold.take(item));
    this.#sender = new Sender(this.#store, {
      answered: (pending, answer) => this.#answered(pending, answer),
      waiting: (why) => this.#say(why === "signIn" ? "signIn" : "waiting"),
    });
  }

  /** Listens, and sends what an earlier visit left waiting. */
  start(): void {
    document.addEventListener("keydown", (event) => this.#onKey(event));
    this.#main.addEventListener("submit", (event) => this.#onSubmit(event));
    this.#sender.wake();
  }

  #onKey(event: KeyboardEvent): void {
    if (event.key === "Escape") this.#leaveField(event.target);
    const modified = event.ctrlKey || event.metaKey || event.altKey || event.shiftKey;
    if (event.defaultPrevented || modified || event.repeat || isTyping(event.target)) return;
    const action = actionFor(event);
    if (action === undefined || document.querySelector("dialog:modal") !== null) return;
    event.preventDefault();
    this.#act(action);
  }

  #leaveField(target: EventTarget | null): void {
    const item = isTyping(target) ? (target as Element).closest<HTMLElement>("[data-item]") : null;
    if (item !== null) this.#items.focus(item);
  }

  /** The next item; behind the last one the link to the next page. */
  #next(): void {
    const isLast = this.#items.current() === this.#items.all().at(-1);
    const link = isLast ? this.#main.querySelector<HTMLElement>("a[rel=next]") : null;
    if (link === null) this.#items.move(1);
    else link.focus();
  }

  #act(action: Action): void {
    if (action === "next") return this.#next();
    if (action === "previous") return this.#items.move(-1);
    if (action === "undo") return this.#undoLast();
    const item = this.#items.current();
    if (item === undefined) return;
    if (this.#items.isLeft(item)) return this.#items.focus(item);
    const done = action === "edit" ? openEdit(item) : pressDecision(item, action);
    if (!done) this.#write([word(this.#main, "noKey")], true);
  }

  #onSubmit(event: SubmitEvent): void {
    const form = event.target as HTMLFormElement;
    const item = form.closest<HTMLElement>("[data-item]");
    if (item === null || !form.hasAttribute("data-judge")) return;
    event.preventDefault();
    const fields = fieldsOf(form, event.submitter);
    const decision = fields.find(([name]) => name === "decision")?.[1] ?? decisionOf(form);
    if (lacksReason(form, decision) && askReason(form, event.submitter)) {
      return this.#tell(item, "ownReason", undefined, true);
    }
    clearWrong(item);
    const once = onceOf(form);
    const key = item.dataset["key"] ?? "";
    item.dataset["judged"] = decision;
    setOnce(form, freshOnce());
    this.#done.push({ item: key, once });
    this.#items.moveOn(item);
    this.#send({ once, action: form.action, fields, item: key });
  }

  #send(sent: Pick<Pending, "once" | "action" | "fields" | "item">, undoes = false): void {
    this.#store.put({ ...sent, at: Date.now(), tried: false, undoes, thenUndo: false });
    this.#say("saving");
    this.#sender.wake();
  }

  #answered(pending: Pending, answer: Answer): void {
    const item = this.#items.byKey(pending.item);
    if (!answer.ok) {
      this.#forget(pending.once);
      if (!pending.undoes) delete item?.dataset["judged"];
      showWrong(item, answer);
      return this.#tell(item, "refused", answer.message, true);
    }
    this.#tell(item, pending.undoes ? "undone" : "saved", answer.message, false, answer.moved);
    if (answer.undo_url === undefined || pending.undoes) return;
    const done = this.#done.find((one) => one.once === pending.once);
    if (done !== undefined) done.undoUrl = answer.undo_url;
    keep(this.#remembered, this.#done);
    if (pending.thenUndo) this.#sendUndo(pending.item, answer.undo_url);
  }

  #undoLast(): void {
    const done = this.#done.pop();
    keep(this.#remembered, this.#done);
    if (done === undefined) return this.#say("nothingToUndo");
    const item = this.#items.byKey(done.item);
    if (item !== undefined) {
      delete item.dataset["judged"];
      this.#items.focus(item);
    }
    const pending = this.#store.get(done.once);
    if (pending?.tried) {
      this.#store.put({ ...pending, thenUndo: true });
      this.#say("pendingUndo");
    } else if (pending !== undefined) {
      this.#store.remove(done.once);
      this.#tell(item, "undone", undefined, false);
    } else if (done.undoUrl !== undefined) {
      this.#sendUndo(done.item, done.undoUrl);
    } else {
      this.#say("nothingToUndo");
    }
  }

  #sendUndo(item: string, action: string): void {
    const once = freshOnce();
    this.#send({ once, action, fields: [["csrf", csrfToken()], ["once", once]], item }, true);
  }

  #forget(once: string): void {
    const at = this.#done.findIndex((one) => one.once === once);
    if (at >= 0) this.#done.splice(at, 1);
  }

  #say(key: Word): void {
    this.#write([word(this.#main, key)]);
  }

  #write(said: (string | Node)[], failed = false): void {
    this.#shiftNext();
    const line = this.#main.querySelector("[data-review-status]");
    if (line === null) return;
    line.classList.toggle("is-failed", failed);
    line.replaceChildren(...said);
  }

  /** What was decided here has left the queue, so that the next page begins so much earlier. */
  #shiftNext(): void {
    const next = this.#main.querySelector<HTMLAnchorElement>("a[rel=next][data-less]");
    if (next === null) return;
    const gone = this.#items.all().filter((item) => item.dataset["judged"] !== undefined).length;
    const url = new URL(next.href);
    url.searchParams.set("less", String(Number(next.dataset["less"]) + gone));
    next.href = url.toString();
  }

  #tell(
    item: HTMLElement | undefined,
    key: Word,
    message: string | undefined,
    failed: boolean,
    moved?: Moved,
  ): void {
    const text = message ?? word(this.#main, key);
    this.#write([text, ...told(moved)], failed);
    if (item === undefined) return;
    const found = item.querySelector<HTMLElement>("[data-item-status]");
    const line = found ?? make("p", { class: "item-status", "data-item-status": "" });
    if (found === null) item.append(line);
    line.classList.toggle("is-failed", failed);
    line.replaceChildren(text, ...told(moved));
  }
}

/** That the incident of a statement changed, with a link to it. */
function told(moved: Moved | undefined): (string | Node)[] {
  if (moved === undefined) return [];
  const url = moved.href === undefined ? undefined : ownAddress(moved.href);
  if (url === undefined) return [` ${moved.text}`];
  return [` ${moved.text} `, make("a", { href: url.href }, isolated(moved.title ?? ""))];
}

const MOST_DONE = 50;

/** What was decided in this tab, so that another page of the queue can take it back. */
function read(name: string): Done[] {
  try {
    return JSON.parse(window.sessionStorage.getItem(name) ?? "[]") as Done[];
  } catch {
    return [];
  }
}

function keep(name: string, done: readonly Done[]): void {
  try {
    window.sessionStorage.setItem(name, JSON.stringify(done.slice(-MOST_DONE)));
  } catch {
    return; // Without storage only what this page decided can be taken back.
  }
}
