/** Maps: `div[data-map]` shows incidents, `div[data-map][data-pick]` takes a place. */

import { busy } from "./shared/busy";
import { enhanceEach } from "./shared/dom";
import { IncidentMap } from "./map/incidents";
import { canDraw, saySorry } from "./map/frame";
import { PlacePicker } from "./map/picker";
import { useStyles } from "./shared/styles";

const styled = useStyles("maplibre.css");

enhanceEach("[data-map]", (container) => {
  whenSeen(container, (done) => void styled.then(() => draw(container)).finally(done));
});

function draw(container: HTMLElement): void {
  if (!canDraw()) saySorry(container);
  else if (container.hasAttribute("data-pick")) new PlacePicker(container);
  else new IncidentMap(container).start();
}

/** A browser draws few maps at once: each waits until somebody sees it, and is not busy till then. */
function whenSeen(container: HTMLElement, run: (done: () => void) => void): void {
  const looked = busy(container);
  const watcher = new IntersectionObserver((entries) => {
    if (entries.some((entry) => entry.isIntersecting)) {
      watcher.disconnect();
      run(busy(container));
    }
    looked();
  });
  watcher.observe(container);
}
