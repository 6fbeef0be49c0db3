/** The settings menu closes as menus do: by Escape, with the focus back where it was opened. */

/** Lets Escape close the open `details.menu`. */
export function startMenu(): void {
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || document.querySelector("dialog:modal") !== null) return;
    const menu = document.querySelector<HTMLDetailsElement>("details.menu[open]");
    if (menu === null) return;
    menu.open = false;
    menu.querySelector("summary")?.focus();
  });
}
