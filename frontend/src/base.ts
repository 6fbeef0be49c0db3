/** Scripts of every page: htmx, filters, the evidence panel, linked highlights, keys and copying. */

import htmx from "htmx.org";
import { startCopying } from "./base/copying";
import { startEvidencePanel } from "./base/evidence";
import { startFiltering } from "./base/filtering";
import { startHelpKey } from "./base/help";
import { startLinking } from "./base/linking";
import { startMenu } from "./base/menu";
import { startSideways } from "./base/sideways";
import { startWaiting } from "./base/waiting";
import { csrfToken } from "./shared/dom";
import { useStyles } from "./shared/styles";

declare global {
  interface Window {
    htmx: typeof htmx;
  }
}

window.htmx = htmx;
document.addEventListener("htmx:configRequest", (event) => {
  const headers = (event as CustomEvent<{ headers: Record<string, string> }>).detail.headers;
  headers["X-CSRF-Token"] = csrfToken();
});

void useStyles("widgets.css");
startFiltering();
startEvidencePanel();
startLinking();
startHelpKey();
startMenu();
startCopying();
startSideways();
startWaiting();
