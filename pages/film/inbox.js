/** The middle of the desk: who waits at the door, and the cards that are not on the screen yet, newest last. */

import { el } from "./dom.js";
import { field, own, statusLine, step, textArea } from "./controls.js";
import { face, nameOf, orFallback, userText } from "./draw.js";
import { icon } from "./icons.js";
import { ROLES, admitted, all, isHelp, onBoard, person, waiting } from "./seen.js";
import { kindWord, roleWord } from "./terms.js";
import { t } from "./words.js";

/** @typedef {import("./seen.js").View} View */
/** @typedef {import("./seen.js").Card} Card */
/** @typedef {import("./desk.js").Own} Own */

/** @param {View} view @param {Own} mine */
export function inbox(view, mine) {
  const open = all(view.cards).filter((card) => !card.on_board && !card.parked && !card.narrow);
  const narrow = all(view.cards).filter((card) => card.narrow && !card.parked);
  const up = onBoard(view);
  return el("main", { class: "inbox", "data-column": "inbox" },
    lobby(view),
    el("header", { class: "column-head" }, el("h2", {}, t("Nieuwe kaarten")), el("b", { class: "count" }, String(open.length)), statusLine("inbox", mine.trouble)),
    open.length ? el("ol", { class: "in-cards" }, open.map((card) => inCard(view, card, mine)))
      : el("p", { class: "all-done" }, view.now.straight ? t("Nieuwe kaarten gaan meteen naar het scherm.") : t("Alles staat op het scherm. Nieuwe kaarten komen hier.")),
    narrow.length > 0 && el("details", { class: "narrow", "data-id": "narrow" },
      el("summary", {}, icon("lock"), el("span", {}, unseenSentence(narrow.length))),
      el("ol", { class: "in-cards" }, narrow.map((card) => inCard(view, card, mine)))),
    el("details", { class: "up", "data-id": "up" }, el("summary", {}, icon("screen"), el("span", {}, t("Op het scherm: {n}", { n: up.length }))),
      el("ol", { class: "in-cards small" }, up.slice().reverse().map((card) => upCard(view, card)))),
    inside(view, mine));
}

/** Who is in, each with the way out: asked once more before somebody is put out. @param {View} view @param {Own} mine */
function inside(view, mine) {
  const people = admitted(view);
  return el("details", { class: "up", "data-id": "inside" }, el("summary", {}, icon("door"), el("span", {}, people.length === 1 ? t("1 persoon is er") : t("{n} mensen zijn er", { n: people.length }))),
    el("ul", { class: "in-cards small" }, people.map((who) => el("li", { class: "in-card somebody", "data-id": who.id },
      el("p", { class: "in-by" }, face(who), el("b", { dir: "auto" }, nameOf(who)), el("span", { dir: "auto" }, who.relation || roleWord(who.role))),
      mine.dropping === who.id ? step(t("Ja, uit het gesprek"), "turn_away", { person: who.id }, { look: "warm", id: `drop-yes-${who.id}` })
        : own(t("Uit het gesprek"), "drop", who.id, { look: "quiet", id: `drop-${who.id}`, label: t("{name} uit het gesprek", { name: nameOf(who) }) })))));
}

/** @param {number} n */
function unseenSentence(n) {
  return n === 1 ? t("1 kaart staat niet op het scherm, omdat niet iedereen die mag lezen.") : t("{n} kaarten staan niet op het scherm, omdat niet iedereen ze mag lezen.", { n });
}

/** @param {View} view */
function lobby(view) {
  const people = waiting(view);
  if (!people.length) return null;
  const apart = view.together !== "together" && el("p", { class: "note apart" }, icon("lock"), el("span", {}, t("Deze mensen mogen niet samen in één ruimte. Kijk wie er nu bij zijn.")));
  return el("section", { class: "lobby", "data-id": "lobby" }, apart, el("h2", {}, icon("door"), el("span", {}, people.length === 1 ? t("1 persoon wacht") : t("{n} mensen wachten", { n: people.length }))),
    el("ul", {}, people.map((who) => el("li", { "data-id": who.id }, el("form", { "data-form": "admit", "data-about": who.id },
      face(who), el("b", { dir: "auto" }, nameOf(who)),
      el("fieldset", { class: "roles" }, el("legend", { class: "sr" }, t("Wie is {name}?", { name: nameOf(who) })),
        ROLES.map((role) => el("label", { class: "chip", "data-id": `${who.id}-${role}` }, el("input", { type: "radio", name: "role", value: role, required: true, checked: role === (who.role ?? "network") }), el("span", {}, roleWord(role))))),
      sameAs(view, who),
      el("input", { name: "relation", class: "relation", placeholder: t("bijv. oma"), "aria-label": t("Hoe hoort {name} erbij?", { name: nameOf(who) }), maxlength: 60, autocomplete: "off" }),
      el("button", { type: "submit", class: "b strong" }, t("Laat binnen")),
      step(t("Niet toelaten"), "turn_away", { person: who.id }, { look: "quiet" }))))));
}

/** Somebody who comes back is who they were: what is hidden from them stays hidden. @param {View} view @param {import("./seen.js").Person} who */
function sameAs(view, who) {
  const before = Object.values(view.people).filter((one) => one.id !== who.id && one.role);
  if (!before.length) return null;
  const name = nameOf(who).toLowerCase();
  const guess = before.find((one) => nameOf(one).toLowerCase() === name);
  return el("label", { class: "again" }, el("span", { class: "sr" }, t("Was {name} hier al eerder?", { name: nameOf(who) })),
    el("select", { name: "same_as" }, el("option", { value: "", selected: !guess }, t("Is hier nieuw")),
      before.map((one) => el("option", { value: one.id, selected: one.id === guess?.id }, t("Was er al: {name}", { name: one.relation ? `${nameOf(one)} (${one.relation})` : nameOf(one) })))));
}

/** @param {View} view @param {Card} card @param {Own} mine */
function inCard(view, card, mine) {
  const who = person(view, card.author);
  const role = who?.relation || roleWord(who?.role);
  return el("li", { class: `in-card ${card.kind}`, "data-id": card.id },
    el("p", { class: "in-head" }, el("span", { class: "kind-word" }, icon(card.kind), el("b", {}, kindWord(card.kind))), place(view, card), audience(view, card)),
    (card.text || !isHelp(card)) && el("p", { class: "in-words" }, userText(orFallback(card))),
    el("p", { class: "in-by" }, face(who), el("b", { dir: "auto" }, nameOf(who)), role && el("span", { dir: "auto" }, role)),
    el("div", { class: "in-do" }, steps(card), card.kind === "worry" && own(t("Parkeren"), "park", card.id, { look: "quiet", id: `park-${card.id}` })),
    mine.parking === card.id && parkForm(card));
}

/** @param {Card} card @returns {(HTMLElement|null)[]} */
function steps(card) {
  if (card.narrow) return [el("p", { class: "note" }, t("Komt nooit op het scherm: niet iedereen mag dit lezen."))];
  if (card.wants_child_yes && !card.child_yes) {
    return [el("p", { class: "note" }, icon("child"), el("span", {}, t("Wacht op ja van het kind"))), step(t("Het kind zei ja tegen mij"), "agree_to_show", { card: card.id }, { sign: "check", id: `yes-${card.id}` })];
  }
  return [
    step(t("Op het scherm"), "put_on_board", { card: card.id, named: true }, { sign: "screen", look: "strong", id: `up-${card.id}` }),
    step(t("Zonder naam"), "put_on_board", { card: card.id, named: false }, { sign: "nameless", label: t("Op het scherm, zonder naam. Let op: mensen kunnen raden van wie het is."), id: `nameless-${card.id}` }),
  ];
}

/** @param {View} view @param {Card} card */
function place(view, card) {
  const scene = card.scene ? view.scenes[card.scene] : undefined;
  const risk = card.risk ? view.cards[card.risk] : undefined;
  if (!scene) return null;
  return el("span", { class: "in-place", dir: "auto" }, [scene.time, scene.title].filter(Boolean).join(" "), risk && el("q", { dir: "auto" }, orFallback(risk)));
}

/** For whom it is meant, in words; nothing when it is for everybody. @param {View} view @param {Card} card */
export function audience(view, card) {
  const words = [];
  if (card.audience === "adults") words.push(t("alleen volwassenen"));
  if (card.audience === "author") words.push(t("alleen de schrijver en jij"));
  if (card.hidden_from.length) words.push(t("niet voor: {names}", { names: card.hidden_from.map((id) => nameOf(person(view, id))).join(", ") }));
  return words.length ? el("span", { class: "audience" }, icon("lock"), el("span", { dir: "auto" }, words.join(" · "))) : null;
}

/** @param {Card} card */
export function parkForm(card) {
  return el("form", { class: "park", "data-form": "park", "data-about": card.id, "data-id": `parking-${card.id}` },
    field(t("Waarom parkeren we deze zorg?"), textArea("reason", "", { required: true })),
    el("p", { class: "note" }, onPaper(card)),
    el("div", { class: "in-do" }, el("button", { type: "submit", class: "b strong" }, t("Parkeer de zorg")), own(t("Toch niet"), "park", null, { look: "quiet" })));
}

/** Who will read the parked worry in the plan. @param {Card} card */
function onPaper(card) {
  if (card.audience === "author") return t("Deze zorg is alleen voor jou. Die komt niet in het plan.");
  if (card.wants_child_yes) return t("De zorg komt pas in het plan als het kind ja zegt.");
  return card.narrow ? t("De zorg en de reden komen in het plan van wie deze zorg mag lezen.") : t("De zorg en de reden komen in het plan.");
}

/** @param {View} view @param {Card} card */
function upCard(view, card) {
  return el("li", { class: `in-card ${card.kind}`, "data-id": card.id },
    el("p", { class: "in-words" }, icon(card.kind), userText(orFallback(card))),
    el("p", { class: "in-by" }, el("span", { dir: "auto" }, card.named ? nameOf(person(view, card.author)) : t("{name}, zonder naam op het scherm", { name: nameOf(person(view, card.author)) })), place(view, card)),
    step(t("Van het scherm"), "take_off_board", { card: card.id }, { look: "quiet", id: `off-${card.id}` }));
}
