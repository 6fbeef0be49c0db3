/** The review page: keys, judgements that survive a lost connection, roles by selecting words. */

import { enhanceEach } from "./shared/dom";
import { ReviewPage } from "./review/page";
import { startRolePicking } from "./review/roles";

enhanceEach("main[data-review]", (main) => {
  new ReviewPage(main).start();
});
startRolePicking();
