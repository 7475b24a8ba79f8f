/** What somebody finds not right of what is kept: each is answered, once, by who leads. Folded: the desk may stand where others see it. */

import { field, textArea } from "./controls.js";
import { el } from "./dom.js";
import { face, nameOf, userText } from "./draw.js";
import { icon } from "./icons.js";
import { all, person } from "./seen.js";
import { t } from "./words.js";

/** @param {import("./seen.js").View} view */
export function corrections(view) {
  const asked = all(view.corrections).filter(({ done }) => done === null);
  if (!asked.length) return null;
  return el("details", { class: "up confided", "data-id": "corrections" },
    el("summary", {}, icon("lock"), el("span", {}, asked.length === 1 ? t("1 verzoek om iets te verbeteren") : t("{n} verzoeken om iets te verbeteren", { n: asked.length }))),
    el("ol", { class: "in-cards" }, asked.map((one) => el("li", { class: "in-card told", "data-id": `correction-${one.id}` },
      el("p", { class: "in-words" }, userText(one.text)),
      el("p", { class: "in-by" }, face(person(view, one.person)), el("b", { dir: "auto" }, nameOf(person(view, one.person)))),
      answerForm(one, nameOf(person(view, one.person)))))));
}

/** @param {import("./patch.js").Correction} one @param {string} name */
function answerForm({ id }, name) {
  return el("form", { class: "answering", "data-form": "correction", "data-about": id, "data-id": `answer-${id}` },
    field(t("Wat is er gedaan? Of waarom niet?"), textArea("text", ""), t("{name} leest dit op de telefoon, en het komt op het eigen blad.", { name })),
    el("div", { class: "in-do" },
      el("button", { type: "submit", class: "b strong", name: "done", value: "true" }, t("Het is verbeterd")),
      el("button", { type: "submit", class: "b quiet", name: "done", value: "false" }, t("Ik verbeter dit niet"))));
}
