/** Maps: `div[data-map]` shows incidents, `div[data-map][data-pick]` takes a place. */

import { enhanceEach } from "./shared/dom";
import { IncidentMap } from "./map/incidents";
import { canDraw, saySorry } from "./map/frame";
import { PlacePicker } from "./map/picker";
import { useStyles } from "./shared/styles";

const styled = useStyles("maplibre.css");

enhanceEach("[data-map]", (container) => {
  whenSeen(container, () => void styled.then(() => draw(container)));
});

function draw(container: HTMLElement): void {
  if (!canDraw()) saySorry(container);
  else if (container.hasAttribute("data-pick")) new PlacePicker(container);
  else new IncidentMap(container).start();
}

/** A browser draws few maps at once: each waits until somebody sees it. */
function whenSeen(container: HTMLElement, run: () => void): void {
  const watcher = new IntersectionObserver((entries) => {
    if (!entries.some((entry) => entry.isIntersecting)) return;
    watcher.disconnect();
    run();
  });
  watcher.observe(container);
}
