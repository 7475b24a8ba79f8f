/** One card at the desk: the steps that are for it, each with its key, and the small forms that go with some of them. */

import { el } from "./dom.js";
import { field, own, readField, step, textArea } from "./controls.js";
import { nameOf, orFallback, userText } from "./draw.js";
import { icon } from "./icons.js";
import { menu } from "./menu.js";
import { all, isHelp, person, sharers } from "./seen.js";
import { t } from "./words.js";

/** @typedef {import("./seen.js").View} View */
/** @typedef {import("./seen.js").Card} Card */
/** @typedef {import("./desk.js").Own} Own */

/** What a card asks a form for. */
export const HANDLINGS = new Set(["park", "clarify", "merge", "move", "answer"]);

/** What can be done with a card that waits in the inbox. @param {View} view @param {Card} card */
export function stepsInInbox(view, card) {
  return el("div", { class: "in-do" }, toTheBoard(card), more(view, card));
}

/** @param {Card} card @returns {HTMLElement[]} */
function toTheBoard(card) {
  if (card.narrow) return [el("p", { class: "note" }, t("Komt nooit op het scherm: niet iedereen mag dit lezen."))];
  if (card.wants_child_yes && !card.child_yes) {
    return [el("p", { class: "note" }, icon("child"), el("span", {}, t("Wacht op ja van het kind"))),
      step(t("Het kind zei ja tegen mij"), "agree_to_show", { card: card.id }, { sign: "check", id: `yes-${card.id}`, key: "Y" })];
  }
  return [
    step(t("Op het scherm"), "put_on_board", { card: card.id, named: true }, { sign: "screen", look: "strong", id: `up-${card.id}`, key: "S" }),
    step(t("Zonder naam"), "put_on_board", { card: card.id, named: false }, { sign: "nameless", tip: t("Op het scherm, zonder naam. Let op: mensen kunnen raden van wie het is."), id: `nameless-${card.id}`, key: "A" }),
  ];
}

/** What can be done with a card that is on the screen. @param {View} view @param {Card} card */
export function stepsOnScreen(view, card) {
  const lit = view.now.light === card.id;
  const light = lit ? step(t("Uit het licht"), "put_out_light", {}, { look: "item", key: "L" })
    : step(t("In het licht"), "put_in_light", { card: card.id }, { look: "item", key: "L", tip: t("Iedereen ziet deze kaart groot.") });
  const off = step(t("Terug naar de inbox"), "take_off_board", { card: card.id }, { look: "item", id: `off-${card.id}`, key: "I" });
  return more(view, card, [off, !card.narrow && !card.held && light]);
}

/** @param {View} view @param {Card} card @param {(HTMLElement|false)[]} [first] */
function more(view, card, first = []) {
  const who = nameOf(person(view, card.author));
  /** @param {string} words @param {string} how @param {string} key */
  const item = (words, how, key) => own(words, how, card.id, { look: "item", key, id: `${how}-${card.id}` });
  return menu(t("Meer"), `more-${card.id}`, [
    ...first,
    card.text && item(card.clearer ? t("Duidelijker opschrijven, anders") : t("Duidelijker opschrijven"), "clarify", "W"),
    sameKind(view, card).length > 0 && item(t("Samenvoegen met een andere kaart"), "merge", "M"),
    card.kind !== "warning_sign" && Object.keys(view.scenes).length > 1 && item(card.scene ? t("Naar een andere scène") : t("Naar een scène"), "move", "V"),
    !card.parked && item(t("Naar de parkeerplaats"), "park", "X"),
    card.author && item(t("Antwoord alleen aan {name}", { name: who }), "answer", "R"),
  ], { label: t("Meer met deze kaart van {name}", { name: who }) });
}

/** Cards that could say the same: of this kind, for everybody, not behind another. @param {View} view @param {Card} card */
export function sameKind(view, card) {
  if (card.narrow || isHelp(card)) return [];
  return all(view.cards).filter((other) => other.id !== card.id && other.kind === card.kind && !other.narrow && !other.behind);
}

/** The form that was asked for, under its card, in the column where it was asked. @param {View} view @param {Card} card @param {Own} mine @param {string} [column] */
export function handlingForm(view, card, mine, column = "inbox") {
  if (mine.handling?.card !== card.id || mine.handling.column !== column) return null;
  const half = mine.half.get(`${mine.handling.how}:${card.id}`);
  switch (mine.handling.how) {
    case "park": return parkForm(card, half);
    case "clarify": return mine.clash?.mine.card === card.id ? twoWordings(mine.clash) : clarifyForm(card, half);
    case "merge": return mergeForm(view, card);
    case "move": return moveForm(view, card);
    default: return answerForm(view, card, half);
  }
}

/** @param {Card} card @param {string} how @param {string} send @param {...import("./dom.js").Child} fields */
function formOf(card, how, send, ...fields) {
  return el("form", { class: "handling", "data-form": how, "data-about": card.id, "data-id": `${how}-form-${card.id}` }, fields,
    el("div", { class: "in-do" }, el("button", { type: "submit", class: "b strong" }, send), own(t("Toch niet"), "handled", card.id, { look: "quiet", key: "Esc" })));
}

/** @param {Card} card @param {string} [half] what was written before */
function parkForm(card, half = "") {
  const worry = card.kind === "worry";
  return formOf(card, "park", t("Zet op de parkeerplaats"),
    readField(worry ? t("Waarom is deze zorg nu niet aan de beurt?") : t("Waarom nu niet? Dit hoeft niet."), textArea("reason", half, { required: worry })));
}

/** @param {Card} card @param {string} [half] */
function clarifyForm(card, half = card.clearer ?? card.text ?? "") {
  return formOf(card, "clarify", t("Bewaar"),
    readField(t("Zo is het duidelijker"), textArea("text", half), t("De eigen woorden blijven staan. Dit komt eronder. Leeg: dan gaat het weer weg.")),
    el("input", { type: "hidden", name: "base", value: card.base ?? "" }));
}

/** Two people wrote a clearer wording: both, and a choice. @param {{now: any, mine: Record<string, unknown>}} clash */
function twoWordings(clash) {
  return el("section", { class: "handling", role: "alertdialog", "aria-label": t("Twee versies"), "data-id": "clash" },
    el("h3", {}, t("Iemand anders schreef intussen ook iets. Welke houden we?")),
    el("p", {}, el("small", {}, t("Wat er nu staat")), userText(clash.now.clearer)), own(t("Houd deze"), "clash_theirs", null, { id: "theirs" }),
    el("p", {}, el("small", {}, t("Wat jij schreef")), userText(String(clash.mine.text ?? ""))), own(t("Neem deze"), "clash_mine", null, { look: "strong", id: "mine" }));
}

/** @param {View} view @param {Card} card */
function mergeForm(view, card) {
  return formOf(card, "merge", t("Voeg samen"),
    field(t("Welke kaart zegt hetzelfde?"), el("select", { name: "into", required: true },
      sameKind(view, card).map((other) => el("option", { value: other.id }, `${nameOf(person(view, other.author))}: ${orFallback(other)}`))),
    t("Allebei blijven bewaard. Iedereen houdt de eigen kaart.")));
}

/** @param {View} view @param {Card} card */
function moveForm(view, card) {
  return formOf(card, "move", t("Verplaats"),
    field(t("Naar welke scène?"), el("select", { name: "scene", required: true }, view.order.map((id) => el("optgroup", { label: view.routines[id]?.title ?? "" },
      (view.routines[id]?.scenes ?? []).map((scene) => el("option", { value: scene, selected: scene === card.scene }, [view.scenes[scene]?.time, view.scenes[scene]?.title].filter(Boolean).join(" "))))))));
}

/** @param {View} view @param {Card} card @param {string} [half] */
function answerForm(view, card, half = "") {
  const name = nameOf(person(view, card.author));
  const others = sharers(view, person(view, card.author)).map(nameOf).join(", ");
  return formOf(card, "answer", t("Stuur"),
    others && el("p", { class: "note apart", role: "note", "data-id": "shared-phone" }, icon("lock"), el("span", { dir: "auto" }, t("{name} deelt deze telefoon met: {others}. Wie de telefoon vasthoudt, kan je antwoord lezen. Zeg het liever zelf.", { name, others }))),
    readField(t("Je antwoord aan {name}", { name }), textArea("text", half, { required: true }), t("Dit staat alleen op de telefoon van {name}.", { name }), card.author));
}

/** The cards that say the same and stand behind this one. @param {View} view @param {Card} card */
export function behind(view, card) {
  return all(view.cards).filter((other) => other.behind === card.id);
}

/** What was answered to who wrote this card, alone. @param {View} view @param {Card} card */
export function notesOn(view, card) {
  return all(view.notes).filter((note) => note.card === card.id);
}

/** What was written beside the own words, what stands behind it, and what was answered. @param {View} view @param {Card} card */
export function beside(view, card) {
  const same = behind(view, card);
  const notes = notesOn(view, card);
  return [
    card.clearer && el("p", { class: "clearer" }, el("small", {}, t("Duidelijker")), userText(card.clearer)),
    same.length > 0 && el("ul", { class: "behind" }, same.map((other) => el("li", { "data-id": `behind-${other.id}` },
      el("span", {}, el("b", { dir: "auto" }, nameOf(person(view, other.author))), " ", userText(orFallback(other))),
      step(t("Weer los"), "split_card", { card: other.id }, { look: "quiet", id: `split-${other.id}` })))),
    notes.length > 0 && el("ul", { class: "behind" }, notes.map((note) => el("li", { "data-id": note.id }, icon("lock"),
      el("span", {}, el("small", {}, t("Jouw antwoord aan {name}", { name: nameOf(person(view, note.person)) })), userText(note.text))))),
  ];
}
