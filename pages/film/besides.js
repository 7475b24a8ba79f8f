/** What the shared screen shows besides its phase: the time, how many are ready, the parking lot, a day without somebody, one card in the light. Pure drawing. */

import { el } from "./dom.js";
import { cardFace, nameOf, orFallback, userText } from "./draw.js";
import { icon } from "./icons.js";
import { namesOf } from "./findings.js";
import { inParking, person, without } from "./seen.js";
import { kindWord } from "./terms.js";
import { timeWords } from "./timer.js";
import { t } from "./words.js";

/** @typedef {import("./seen.js").View} View */

/** Small signs over the title, each a word or two. @param {View} view */
export function besides(view) {
  const time = timeWords(view.now.timer);
  const parked = inParking(view).length;
  return [
    time && sign("clock", time, "time"),
    view.now.holding && sign("lock", t("{n} van {total} klaar", { n: view.now.ready, total: view.now.of }), "ready"),
    parked > 0 && sign("parking", t("Parkeerplaats: {n}", { n: parked }), "parked"),
  ];
}

/** @param {string} shape @param {string} words @param {string} id */
function sign(shape, words, id) {
  return el("span", { class: "sign", "data-id": `sign-${id}`, role: id === "time" ? "timer" : null }, icon(shape), words);
}

/** That this is a day without somebody, over the film. @param {View} view @param {string} lang */
export function dayWithout(view, lang) {
  const gone = without(view);
  return gone.length > 0 && el("p", { class: "day-without", role: "status", "data-id": "day-without" }, icon("nameless"), el("b", {}, t("Een dag zonder {names}", { names: namesOf(view, gone, lang) })));
}

/** One card, as large as it fits; it stands over everything else. @param {View} view */
export function inTheLight(view) {
  const card = view.now.light ? view.cards[view.now.light] : undefined;
  if (!card) return null;
  const words = orFallback(card);
  const by = card.named ? person(view, card.author) : null;
  return el("section", { class: `light ${card.kind}${words.length > 140 ? " much" : ""}`, "data-id": `light-${card.id}`, "aria-live": "polite" },
    el("p", { class: "light-kind" }, icon(card.kind), el("span", {}, kindWord(card.kind))),
    userText(words, "said light-words"),
    card.clearer && el("p", { class: "light-clearer" }, userText(card.clearer)),
    by && el("p", { class: "light-by", dir: "auto" }, nameOf(by)));
}

/** What belongs to another moment, with why. @param {View} view */
export function parkingLot(view) {
  return el("section", { class: "parking-lot", role: "dialog", "aria-label": t("Parkeerplaats"), "data-id": "parking-lot" },
    el("h2", {}, t("Parkeerplaats")),
    el("ul", {}, inParking(view).map((card) => el("li", { "data-id": `parked-${card.id}` }, el("ul", {}, cardFace(card, view)),
      card.parked_because && el("p", { class: "soft" }, userText(card.parked_because))))));
}
