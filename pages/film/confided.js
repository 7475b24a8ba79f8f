/** What somebody told the facilitator alone. Folded: the desk may stand where others see it. */

import { el } from "./dom.js";
import { step } from "./controls.js";
import { face, nameOf, userText } from "./draw.js";
import { icon } from "./icons.js";
import { all, person } from "./seen.js";
import { t } from "./words.js";

/** @param {import("./seen.js").View} view */
export function confided(view) {
  const told = all(view.confidences).filter(({ heard }) => !heard);
  if (!told.length) return null;
  return el("details", { class: "up confided", "data-id": "confided" },
    el("summary", {}, icon("lock"), el("span", {}, told.length === 1 ? t("1 bericht alleen voor jou") : t("{n} berichten alleen voor jou", { n: told.length }))),
    el("ol", { class: "in-cards" }, told.map((one) => el("li", { class: "in-card told", "data-id": `told-${one.id}` },
      el("p", { class: "in-words" }, userText(one.text)),
      el("p", { class: "in-by" }, face(person(view, one.person)), el("b", { dir: "auto" }, nameOf(person(view, one.person)))),
      el("div", { class: "in-do" }, step(t("Gelezen"), "hear_confidence", { confidence: one.id }, { sign: "check", id: `hear-${one.id}` }))))));
}
