/** Tells the server which item is open, and the person who else holds it. */

import { ownAddress } from "../shared/address";
import { csrfToken, make } from "../shared/dom";
import { word } from "../shared/words";

const EVERY_MS = 60_000;

/** Holds one item at a time. */
export class Hold {
  #item: HTMLElement | undefined;
  #timer = 0;

  /** Holds this item from now on, and no other. */
  take(item: HTMLElement): void {
    this.#item = item;
    window.clearInterval(this.#timer);
    if (!item.dataset["holdUrl"]) return;
    this.#timer = window.setInterval(() => void this.#tell(item), EVERY_MS);
    void this.#tell(item);
  }

  async #tell(item: HTMLElement): Promise<void> {
    if (document.hidden || item !== this.#item) return;
    const url = ownAddress(item.dataset["holdUrl"] ?? "");
    if (url === undefined) return;
    const headers = { Accept: "application/json", "X-CSRF-Token": csrfToken() };
    try {
      const answer = await fetch(url, { method: "POST", headers, credentials: "same-origin" });
      if (!answer.ok) return;
      const { held_by: holder } = (await answer.json()) as { held_by?: string | null };
      showHolder(item, holder ?? "");
    } catch {
      // Holding is a courtesy: the judgement itself is what must not be lost.
      return;
    }
  }
}

function showHolder(item: HTMLElement, name: string): void {
  const found = item.querySelector<HTMLElement>("[data-held-by]");
  if (found === null && name === "") return;
  const line = found ?? make("p", { class: "held-by", "data-held-by": "", role: "status" });
  if (found === null) item.prepend(line);
  line.hidden = name === "";
  line.textContent = name === "" ? "" : word(item, "held", { name });
}
