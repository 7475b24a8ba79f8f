// What somebody says about what is kept: the own statement with the plan, and what is not right. Loaded only once somebody looks at what is
// theirs. Promise: on this phone no word stands of what is not right, only what became of it.

import { t } from "../film/words.js";
import { h, icon, said } from "./dom.js";
import { sentState, state } from "./parts.js";

/** @typedef {import("./parts.js").Page} Page */

/** @param {Page} page @returns {(Node|null)[]} */
export function ownWords(page) {
  return [Object.keys(page.view.plans ?? {}).length ? statement(page) : null, corrections(page)];
}

/** @param {Page} page */
function statement(page) {
  const made = page.view.statements?.[page.me];
  const leaving = page.sent.some(({ body, state }) => body.verb === "make_statement" && state !== "kept");
  return fold(page, "make_statement", t("Mijn eigen verklaring bij het plan"), [
    made ? h("div", { "data-k": "made" }, said(made.text, t("gewist")), state("kept", t("Dit staat bij het plan."), "is-kept"), h("button", { type: "button", class: "link", "data-do": "take-back-statement", disabled: leaving }, t("Neem terug"))) : null,
    form("make_statement", made ? t("Wil je er iets anders neerzetten?") : t("Wat wil je dat er bij het plan staat?"), t("Dit komt met jouw naam in het plan. Schrijf alleen wat iedereen mag lezen."), t("Zet bij het plan")),
  ]);
}

/** @param {Page} page */
function corrections(page) {
  const asked = Object.values(page.view.corrections ?? {}).sort((one, other) => one.seq - other.seq);
  return fold(page, "ask_correction", t("Er klopt iets niet"), [
    form("ask_correction", t("Wat klopt er niet over jou? En hoe is het wel?"), t("De procesbegeleider leest dit. Verder niemand. Het antwoord komt hier te staan."), t("Verstuur")),
    ...asked.map(({ id, done, because }) => h("div", { "data-k": id }, done === false ? h("p", { class: "label" }, becameOf(done)) : state("kept", becameOf(done), "is-kept"), because ? said(because, "") : null)),
  ]);
}

/** @param {boolean|null} done */
function becameOf(done) {
  return done === null ? t("Ontvangen") : done ? t("Dit is verbeterd.") : t("Dit is niet verbeterd.");
}

/** Folded, until something is written in it. @param {Page} page @param {string} verb @param {string} title @param {(Node|null)[]} inside */
function fold({ boxes, sent }, verb, title, inside) {
  const under = sent.filter(({ body, state }) => body.verb === verb && state !== "kept");
  return h("details", { class: "other", "data-k": verb, open: Boolean(boxes[verb]) }, h("summary", {}, title), inside, under.map((one) => h("div", { "data-k": one.key }, sentState(one))));
}

/** @param {string} verb @param {string} label @param {string} hint @param {string} button */
function form(verb, label, hint, button) {
  return h(
    "form",
    { class: "form", method: "post", action: "/api/do", "data-form": "own", "data-verb": verb, "data-k": "form" },
    h("label", { for: verb }, label),
    h("p", { class: "hint", id: `${verb}-hint` }, hint),
    h("textarea", { id: verb, "data-box": verb, name: "text", rows: 3, dir: "auto", autocomplete: "off", "aria-describedby": `${verb}-hint` }),
    h("button", { type: "submit", class: "button quiet" }, verb === "ask_correction" ? icon("lock") : null, h("span", {}, button)),
  );
}
