/** Style sheets that scripts bring along where a page has not linked them. */

// Read at once: it is only known while the script runs for the first time.
const here = (document.currentScript as HTMLScriptElement | null)?.src ?? "";

/** Links a built style sheet unless the page has it; resolves when it applies or cannot be had. */
export function useStyles(file: string): Promise<void> {
  const links = [...document.querySelectorAll<HTMLLinkElement>("link[rel=stylesheet]")];
  const found = links.find((link) => new URL(link.href).pathname.endsWith(`/built/${file}`));
  const link = found ?? document.createElement("link");
  const loaded = new Promise<void>((resolve) => {
    if (found?.sheet || here === "") return resolve();
    link.addEventListener("load", () => resolve());
    link.addEventListener("error", () => resolve());
  });
  if (found === undefined && here !== "") {
    link.rel = "stylesheet";
    link.href = new URL(file, here).href;
    document.head.append(link);
  }
  return loaded;
}
