/** Colours of the style sheets, as plain rgba() that canvases and WebGL understand. */

/** Reads custom properties of an element; a missing one gives its fallback. */
export class Colours {
  readonly #probe: HTMLElement;
  readonly #brush: CanvasRenderingContext2D | null;

  constructor(container: HTMLElement) {
    this.#probe = document.createElement("span");
    this.#probe.hidden = true;
    container.append(this.#probe);
    const canvas = document.createElement("canvas");
    canvas.width = canvas.height = 1;
    this.#brush = canvas.getContext("2d", { willReadFrequently: true });
  }

  /** The colour of `--name` with an opacity from 0 to 1. */
  read(name: string, fallback: string, opacity = 1): string {
    const brush = this.#brush;
    if (brush === null) return fallback;
    this.#probe.style.color = fallback;
    this.#probe.style.color = `var(${name}, ${fallback})`;
    brush.clearRect(0, 0, 1, 1);
    brush.fillStyle = getComputedStyle(this.#probe).color;
    brush.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0, alpha = 255] = brush.getImageData(0, 0, 1, 1).data;
    return `rgba(${red}, ${green}, ${blue}, ${(alpha / 255) * opacity})`;
  }
}

/** Calls `changed` when the page turns light or dark. */
export function onThemeChange(changed: () => void): void {
  window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", changed);
  const attributes = { attributes: true, attributeFilter: ["class", "data-theme"] };
  new MutationObserver(changed).observe(document.documentElement, attributes);
}
