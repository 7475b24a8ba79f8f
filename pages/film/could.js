/** Who could do it, or take it over: who offered something there, and who is free. A tap puts somebody in the next place of the agreement; nobody is asked by it. */

import { el } from "./dom.js";
import { own } from "./controls.js";
import { nameOf } from "./draw.js";
import { all, isHelp, person } from "./seen.js";
import { t } from "./words.js";

/** @typedef {import("./seen.js").View} View */
/** @typedef {import("./seen.js").Card} Card */
/** @typedef {import("./agree.js").Draft} Draft */
/** @typedef {import("./advice.js").Gap} Gap */
/** @typedef {"who"|"backup"|"monitor"} Part */

/** As many as an agreement takes. */
export const MOST_BACKUPS = 5;
/** A hint where to begin is no list. */
const MOST_NEAR = 5;

/** On the board, for everybody, with a name, and of somebody who has not left: only what all in the room know already may fill in an agreement. @param {Card} card */
export function isShared(card) {
  return card.on_board && !card.narrow && card.named && !card.lapsed;
}

/** At a risk point with nobody: a tap opens its agreement with that person in it. @param {View} view @param {Gap} gap */
export function couldFill(view, gap) {
  if (!gap.offered.length && !gap.free.length) return el("p", { class: "soft" }, t("Er is nu niemand anders om dit aan te vragen."));
  return el("div", { class: "could", "data-id": `could-${gap.risk}` }, groups(view, gap.risk, gap.offered, gap.free));
}

/** In the form: who could be in the place that is open next. @param {View} view @param {Draft} draft @param {Gap|undefined} gap */
export function couldBeNext(view, draft, gap) {
  const taken = [draft.who, ...draft.backups, draft.monitor];
  const open = (/** @type {string[]} */ some) => some.filter((id) => !taken.includes(id));
  const offered = open([...new Set([...(gap?.offered ?? []), ...near(view, draft)])]);
  const free = open(gap?.free ?? []).filter((id) => !offered.includes(id));
  if (draft.backups.length >= MOST_BACKUPS || !offered.length && !free.length) return null;
  const words = { who: t("Tik op wie dit kan doen:"), backup: t("Tik op wie het overneemt als dat niet lukt:"), monitor: t("Tik op wie erop let:") };
  return el("div", { class: "could", "data-id": "could-next" }, el("p", { class: "label" }, words[nextPart(draft)]), groups(view, "", offered, free));
}

/** @param {View} view @param {string} about @param {string[]} offered @param {string[]} free */
function groups(view, about, offered, free) {
  return [group(view, about, t("Helpt hier al met iets anders:"), offered), group(view, about, t("Heeft hier nog niets te doen:"), free)];
}

/** @param {View} view @param {string} about @param {string} words @param {string[]} people */
function group(view, about, words, people) {
  return people.length > 0 && el("p", { class: "could-be" }, el("span", { class: "soft" }, words), people.map((id) => {
    const name = nameOf(person(view, id));
    return own(name, "with_person", `${about}:${id}`, { look: "pill", sign: "plus", label: t("{name} in de afspraak", { name }), id: `with-${about}-${id}` });
  }));
}

/** Who offered to help or to keep watch at a moment that it is about. @param {View} view @param {Draft} draft @returns {string[]} */
function near(view, draft) {
  const scenes = new Set([view.what_ifs[draft.what_if ?? ""]?.scene, ...draft.risks.map((id) => view.cards[id]?.scene)].filter(Boolean));
  const offers = all(view.cards).filter((card) => isHelp(card) && isShared(card) && card.author && scenes.has(card.scene));
  return [...new Set(offers.map((card) => card.author ?? ""))].slice(0, MOST_NEAR);
}

/** The place that somebody who is tapped gets: the doer first, then a back-up, then who keeps an eye on it, then more back-ups. @param {Draft} draft @returns {Part} */
export function nextPart(draft) {
  if (!draft.who) return "who";
  return draft.backups.some(Boolean) && !draft.monitor ? "monitor" : "backup";
}

/** The agreement with this person in that place. Whoever does it does not watch it too. @param {Draft} draft @param {string} id @param {Part} part @returns {Draft} */
export function withPerson(draft, id, part) {
  if (part === "monitor") return { ...draft, monitor: id };
  if (part === "who") return { ...draft, who: id, monitor: draft.monitor === id ? null : draft.monitor };
  return { ...draft, backups: [...draft.backups.filter(Boolean), id] };
}
