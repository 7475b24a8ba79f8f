/** From a risk point or a worry to an agreement in four taps: what is known is filled in already, the rest is tapped or typed. */

import { el } from "./dom.js";
import { MOST_BACKUPS, couldBeNext, isShared } from "./could.js";
import { chips, field, own, personChoice, readField, statusLine, textArea } from "./controls.js";
import { nameOf, orFallback, userText } from "./draw.js";
import { inWords } from "./ideas.js";
import { all, person } from "./seen.js";
import { t } from "./words.js";

/** @typedef {import("./seen.js").View} View */
/** @typedef {import("./seen.js").Card} Card */
/** @typedef {import("./seen.js").Agreement} Agreement */
/** @typedef {import("./desk.js").Own} Own */
/** @typedef {{agreement: string|null, base: number|null, about: string[], what: string, who: string|null, when: string, notice: string, backups: string[], monitor: string|null, risks: string[], worries: string[], bottom_lines: string[], strengths: string[], what_if?: string|null}} Draft what_if: the card of the dry run because of which it is written */

/** Who offered a kind of help for this risk point or for its whole scene, in the order of offering. @param {View} view @param {Card} card @param {string} kind @returns {string[]} */
function offers(view, card, kind) {
  const own = all(view.cards).filter((other) => other.kind === kind && other.author && isShared(other) && (other.risk ? other.risk === card.id : Boolean(card.scene) && other.scene === card.scene));
  own.sort((a, b) => Number(b.risk === card.id) - Number(a.risk === card.id) || a.seq - b.seq);
  return [...new Set(own.map((other) => other.author ?? ""))];
}

/** Who offered to keep an eye on it, but for whoever does it. @param {View} view @param {string[]} about @param {string|null} who */
export function watcherFor(view, about, who) {
  const cards = about.map((id) => view.cards[id]).filter((card) => card !== undefined);
  return cards.flatMap((card) => offers(view, card, "help_keep_watch")).find((one) => one !== who) ?? null;
}

/** The sentence that says how one will notice. @param {View} view @param {string|null} monitor */
export function noticeBy(view, monitor) {
  return t("{name} vraagt na of het gelukt is.", { name: monitor ? nameOf(person(view, monitor)) : t("De procesbegeleider") });
}

/** An agreement as it could be, from what was said about this risk point or worry. @param {View} view @param {string} id @returns {Draft} */
export function draftFor(view, id) {
  const card = view.cards[id];
  const what_if = view.what_ifs[id];
  if (what_if) return becauseOf(view, what_if);
  const none = { agreement: null, base: null, bottom_lines: [], strengths: [] };
  if (!card) return { ...none, about: [], what: "", who: null, when: "", notice: noticeBy(view, null), backups: [], monitor: null, risks: [], worries: [] };
  const scene = card.scene ? view.scenes[card.scene] : undefined;
  const safeguard = all(view.cards).find((other) => other.kind === "safeguard" && other.risk === id && other.text && isShared(other));
  const [who = null, ...backups] = offers(view, card, "help_step_in").slice(0, 2);
  const monitor = watcherFor(view, [card.id], who);
  return { ...none, about: [id], what: safeguard?.text ?? "", who, backups, monitor, when: scene ? whenAt(scene) : "", notice: noticeBy(view, monitor), risks: card.kind === "risk" ? [id] : [], worries: card.kind === "worry" ? [id] : [] };
}

/** As it could be because of a "what if": at its moment of the day, by who stands ready there. @param {View} view @param {import("./seen.js").WhatIf} one @returns {Draft} */
function becauseOf(view, one) {
  const scene = view.scenes[one.scene];
  const ready = (scene?.helpers ?? []).map((id) => view.cards[id]).filter((card) => card !== undefined && isShared(card));
  const [who = null, ...backups] = [...new Set(ready.map((card) => card.author ?? ""))].slice(0, 2);
  return { agreement: null, base: null, about: [one.id], what: "", who, backups, monitor: null, when: scene ? whenAt(scene) : "", notice: noticeBy(view, null), risks: [], worries: [], bottom_lines: [], strengths: [], what_if: one.id };
}

/** @param {import("./seen.js").Scene} scene */
function whenAt(scene) {
  return scene.time ? t("Bij {scene}, om {time}", { scene: scene.title, time: scene.time }) : t("Bij {scene}", { scene: scene.title });
}

/** An agreement that stands, to be changed. @param {Agreement} one @returns {Draft} */
export function draftOf(one) {
  return { ...one, agreement: one.id, base: one.base, about: [...one.risks, ...one.worries], what: one.what ?? "", when: one.when ?? "", notice: one.notice ?? "" };
}

/** @param {View} view @param {Draft} draft @param {Own} mine */
export function agreeForm(view, draft, mine) {
  const what_if = view.what_ifs[draft.what_if ?? ""];
  /** @param {Card} card */
  const helps = (card) => (card.risk && draft.risks.includes(card.risk)) || (what_if && card.scene === what_if.scene);
  const ideas = all(view.cards).filter((card) => card.kind === "safeguard" && helps(card) && card.text && card.text !== draft.what && isShared(card));
  const scenes = new Set([what_if?.scene, ...draft.about.map((id) => view.cards[id]?.scene)]);
  const strengths = all(view.cards).filter((card) => card.kind === "strength" && (!card.scene || scenes.has(card.scene)));
  return el("form", { class: "agree", "data-form": "agree", "data-id": `agree-${draft.agreement ?? draft.about.join("-")}` },
    el("header", {}, own(t("Terug"), "close_form", null, { sign: "previous", look: "quiet" }), el("h2", {}, draft.agreement ? t("Afspraak aanpassen") : t("Nieuwe afspraak"))),
    what_if && el("blockquote", { class: "what-if" }, t("Wat als …"), " ", userText(inWords(what_if).title)),
    draft.about.map((id) => view.cards[id]).filter((card) => card !== undefined).map((card) => el("blockquote", { class: card.kind }, userText(orFallback(card)))),
    readField(t("Wat gebeurt er?"), textArea("what", draft.what, { required: true, rows: 2, placeholder: t("Bijvoorbeeld: belt om zeven uur. Neemt niemand op, dan gaat zij langs.") })),
    ideas.length > 0 && el("div", { class: "ideas" }, ideas.map((card) => own(card.text ?? "", "fill_what", card.text, { look: "pill", sign: "plus" }))),
    el("div", { class: "two" }, field(t("Wie doet het?"), personChoice(view, "who", draft.who, t("Kies iemand"), { required: true })), readField(t("Wanneer?"), el("input", { name: "when", value: draft.when, dir: "auto", required: true, "aria-describedby": "understood" }))),
    el("p", { class: "understood soft", id: "understood", "aria-live": "polite", dir: "auto", "data-id": "understood", "data-own": true }),
    el("div", { class: "two" }, field(t("Als het niet lukt: wie dan?"), personChoice(view, "backup", draft.backups[0] ?? null, t("Nog niemand"))), field(t("Wie let op?"), personChoice(view, "monitor", draft.monitor, t("Nog niemand")))),
    nextBackups(view, draft.backups.slice(1)),
    couldBeNext(view, draft, mine.advice?.gaps.find(({ risk }) => draft.risks.includes(risk))),
    readField(t("Hoe merken we het?"), textArea("notice", draft.notice, { required: true })),
    chips(t("Bodemeis"), "bottom_lines", Object.values(view.lines).map((line) => ({ id: line.id, words: line.criterion ?? t("gewist") })), draft.bottom_lines),
    chips(t("Deze kracht helpt"), "strengths", strengths.map((card) => ({ id: card.id, words: orFallback(card) })), draft.strengths),
    el("footer", {}, statusLine("side", mine.trouble), el("button", { type: "submit", class: "b strong wide" }, t("Bewaar"))));
}

/** Who is asked after the first back-up, each with a way up; and one more. @param {View} view @param {string[]} after */
function nextBackups(view, after) {
  return el("div", { class: "next-backups", "data-id": "next-backups" },
    after.map((id, at) => el("div", { class: "next-backup", "data-id": `next-backup-${at}` }, field(t("En daarna?"), personChoice(view, "backup", id, t("Nog niemand"))),
      own("", "backup_up", String(at + 1), { sign: "up", look: "quiet", label: t("Eerder vragen"), id: `backup-up-${at}` }))),
    after.length < MOST_BACKUPS - 1 && own(t("Nog iemand als back-up"), "more_backups", null, { sign: "plus", look: "quiet", id: "more-backups" }));
}

/** The back-ups as they are chosen, in order; an empty place is "". @param {HTMLFormElement} form */
export function backupsIn(form) {
  return new FormData(form).getAll("backup").map(String);
}

/** What the form says now. @param {HTMLFormElement} form @param {Draft} draft @returns {Record<string, unknown>} */
export function fieldsOf(form, draft) {
  const given = new FormData(form);
  /** @param {string} name */
  const text = (name) => String(given.get(name) ?? "").trim();
  return {
    ...(draft.agreement ? { agreement: draft.agreement, base: draft.base } : {}),
    what: text("what"), who: text("who"), when: text("when"), notice: text("notice"), backups: backupsIn(form).filter(Boolean), monitor: text("monitor") || null,
    risks: draft.risks, worries: draft.worries, bottom_lines: given.getAll("bottom_lines").map(String), strengths: given.getAll("strengths").map(String),
  };
}

/** Two people changed one agreement: both texts, and a choice. @param {View} view @param {{now: Agreement, mine: Record<string, unknown>}} clash */
export function clashPanel(view, clash) {
  /** @param {string} title @param {Record<string, unknown>} one @param {HTMLElement} choice */
  const side = (title, one, choice) => el("section", { class: "clash-side" }, el("h3", {}, title),
    el("p", {}, el("b", { dir: "auto" }, nameOf(person(view, String(one.who ?? "")))), " ", userText(/** @type {string|null} */ (one.what ?? null))),
    el("p", { class: "soft", dir: "auto" }, String(one.when ?? "")), el("p", { class: "soft", dir: "auto" }, String(one.notice ?? "")), choice);
  return el("section", { class: "clash", role: "alertdialog", "aria-label": t("Twee versies"), "data-id": "clash" },
    el("h2", {}, t("Iemand anders heeft deze afspraak intussen veranderd. Welke houden we?")),
    side(t("Wat er nu staat"), { ...clash.now }, own(t("Houd deze"), "clash_theirs", null, { id: "theirs" })),
    side(t("Wat jij schreef"), clash.mine, own(t("Neem deze"), "clash_mine", null, { look: "strong", id: "mine" })));
}
