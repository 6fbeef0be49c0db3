/** Graphs of actors, relations and causes: `div[data-graph]`. */

import { enhanceEach } from "./shared/dom";
import { NetworkGraph } from "./graph/network";
import { useStyles } from "./shared/styles";

void useStyles("widgets.css").then(() => {
  enhanceEach("[data-graph]", (container) => void new NetworkGraph(container).start());
});
