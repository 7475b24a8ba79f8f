// Telling the facilitator something that nobody else may know of. Promise: once it is sent this phone shows "received", and no word of it.

import { t } from "../film/words.js";
import { h, icon } from "./dom.js";
import { sentState, state } from "./parts.js";

/** @typedef {import("./parts.js").Page} Page */

export const BOX = "confide";

/** Folded, and the same for everybody: that somebody used it shows only to who opens it. @param {Page} page */
export function confide(page) {
  const { boxes, sent, view } = page;
  const under = sent.filter(({ body }) => body.verb === "confide");
  const told = Object.values(view.confidences ?? {}).sort((one, other) => one.seq - other.seq);
  return h(
    "details",
    { class: "other", "data-k": "confide", open: Boolean(boxes[BOX]) },
    h("summary", {}, t("Zeg iets alleen tegen de procesbegeleider")),
    h(
      "form",
      { class: "form", method: "post", action: "/api/do", "data-form": "own", "data-verb": BOX, "data-k": "form" },
      h("label", { for: "confide-text" }, t("Wat wil je zeggen?")),
      h("p", { class: "hint", id: "confide-hint" }, t("Niemand anders leest dit. Na het versturen staat het ook niet meer op deze telefoon.")),
      h("textarea", { id: "confide-text", "data-box": BOX, name: "text", rows: 2, dir: "auto", autocomplete: "off", "aria-describedby": "confide-hint" }),
      h("button", { type: "submit", class: "button quiet" }, icon("lock"), h("span", {}, t("Verstuur"))),
    ),
    under.map((one) => h("div", { "data-k": one.key }, one.state === "kept" ? received() : sentState(one))),
    told.map(({ id }) =>
      h("div", { class: "told", "data-k": id }, received(), h("button", { type: "button", class: "link", "data-do": "take-back-confidence", "data-confidence": id, disabled: sent.some(({ body }) => body.confidence === id) }, t("Neem terug"))),
    ),
  );
}

function received() {
  return state("kept", t("Ontvangen"), "is-kept");
}
