// Telling back: after the yes, what somebody will do, in own words. Promise: it can be skipped, and is asked calmly.

import { t } from "../film/words.js";
import { h } from "./dom.js";
import { sentState } from "./parts.js";

/** @typedef {import("./parts.js").Page} Page */
/** @typedef {import("../film/patch.js").Agreement} Agreement */

/** Where half-told words are kept. @param {string} agreement */
export const boxOf = (agreement) => `tell-${agreement}`;

/** Open after the yes, until it is told or skipped; half-told words open it too. @param {Page} page @param {Agreement} agreement */
export function tellingBack(page, agreement) {
  const { me, sent, telling, boxes } = page;
  const under = sent.filter(({ body }) => body.verb === "tell_back" && body.agreement === agreement.id).at(-1);
  const answer = agreement.answers[me];
  const told = under ? String(under.body.text) : answer?.told_back;
  const open = telling === agreement.id || (telling === null && Boolean(boxes[boxOf(agreement.id)]));
  return h(
    "div",
    { class: "telling", "data-k": "telling" },
    told ? h("p", { "data-k": "told" }, h("span", { class: "label" }, t("Zo zei jij het:")), " ", h("bdi", {}, told)) : null,
    told && !under && answer?.aloud ? h("p", { class: "hint", "data-k": "aloud" }, t("De procesbegeleider schreef dit voor je op.")) : null,
    under ? sentState(under) : null,
    open ? tellForm(page, agreement) : choices(agreement, Boolean(told)),
  );
}

/** @param {Agreement} agreement @param {boolean} told */
function choices({ id }, told) {
  if (!told) return h("button", { type: "button", class: "link", "data-do": "telling", "data-agreement": id }, t("Zeg het in je eigen woorden"));
  return h("div", { class: "told" }, h("button", { type: "button", class: "link", "data-do": "telling", "data-agreement": id }, t("Zeg het anders")), h("button", { type: "button", class: "link", "data-do": "untell", "data-agreement": id }, t("Neem terug")));
}

/** @param {Page} page @param {Agreement} agreement */
function tellForm({ tab }, { id }) {
  const box = `${tab}-${boxOf(id)}`;
  return h(
    "form",
    { class: "form", method: "post", action: "/api/do", "data-form": "tell", "data-agreement": id, "data-k": "tell" },
    h("label", { class: "big", for: box }, t("Zeg in je eigen woorden wat je gaat doen.")),
    h("textarea", { id: box, "data-box": boxOf(id), name: "text", rows: 2, dir: "auto", autocomplete: "off", "aria-describedby": `${box}-hint` }),
    h("p", { class: "hint", id: `${box}-hint` }, t("Dit hoeft niet. De procesbegeleider leest het. Verder niemand.")),
    h("button", { type: "submit", class: "button quiet" }, t("Verstuur")),
    h("button", { type: "button", class: "link", "data-do": "skip-telling" }, t("Sla over")),
  );
}
