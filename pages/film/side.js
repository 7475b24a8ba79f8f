/** The right side of the desk: what can go wrong in this scene, the worries, the agreements, and per tab the number, the plan, the evaluation. */

import { el } from "./dom.js";
import { agreeForm, clashPanel } from "./agree.js";
import { field, own, statusLine, step, textArea } from "./controls.js";
import { couldFill } from "./could.js";
import { coverMark, face, nameOf, orFallback, userText } from "./draw.js";
import { icon } from "./icons.js";
import { later } from "./later.js";
import { todoMark } from "./marks.js";
import { inUse, lettersLead } from "./letters.js";
import { handlingForm } from "./handling.js";
import { answers, backupsOf } from "./papers.js";
import { proofNotes } from "./proof.js";
import { evaluationTab, planTab } from "./results.js";
import { scaleTab } from "./scale.js";
import { all, goneFrom, isHelp, partsIn, person, sceneNow, sharers } from "./seen.js";
import { mustLookAt, todoTab } from "./todo.js";
import { dryRunTab } from "./walking.js";
import { t } from "./words.js";

/** @typedef {import("./seen.js").View} View */
/** @typedef {import("./seen.js").Card} Card */
/** @typedef {import("./desk.js").Own} Own */

export const TABS = ["scene", "worries", "agreements", "scale", "dry_run", "plan", "evaluation", "todo"];

/** Which tab goes with which phase. @type {Record<string, string>} */
export const TAB_OF = { film: "scene", worries_strengths: "worries", agreements: "agreements", dry_run: "dry_run", scale: "scale", bottom_lines: "plan", adoption: "plan", evaluation: "evaluation" };

/** Which tab a step leads to: a scene, or `tab:thing`; what waits in the inbox is not on a tab. @param {string} command @param {string} about @param {string} now */
export function tabFor(command, about, now) {
  const tab = command === "peek" ? "scene" : about.split(":")[0] ?? "";
  return TABS.includes(tab) ? tab : now;
}

/** @param {string} tab */
function tabWord(tab) {
  const words = /** @type {Record<string, string>} */ ({ scene: t("Scène"), worries: t("Zorgen"), agreements: t("Afspraken"), scale: t("Cijfer"), dry_run: t("Oefenen"), plan: t("Plan"), evaluation: t("Evaluatie"), todo: t("Te doen") });
  return words[tab] ?? "";
}

/** @param {View} view @param {Own} mine @param {string} lang */
export function side(view, mine, lang) {
  const body = mine.clash?.mine.agreement ? clashPanel(view, mine.clash) : mine.draft ? agreeForm(view, mine.draft, mine) : [
    el("div", { class: "tabs", role: "tablist", "aria-label": t("Wat je bekijkt") }, TABS.map((tab) => el("button", {
      type: "button", role: "tab", "data-id": `tab-${tab}`, "data-own-do": "tab", "data-about": tab, "aria-selected": String(tab === mine.tab), tabindex: tab === mine.tab ? null : "-1", "aria-keyshortcuts": tab === mine.tab ? inUse("G") : null,
    }, tabWord(tab), countOn(tab, view, mine)))),
    statusLine("side", mine.trouble),
    el("div", { class: "tab-body", role: "tabpanel", "aria-label": tabWord(mine.tab), "data-id": `panel-${mine.tab}` }, panel(view, mine, lang)),
  ];
  return el("aside", { class: "side", "data-column": "side" }, body);
}

/** @param {string} tab @param {View} view @param {Own} mine */
function countOn(tab, view, mine) {
  const count = tab === "agreements" ? all(view.agreements).length : tab === "todo" ? mustLookAt(mine.advice) : 0;
  return (count > 0 || tab === "agreements") && el("b", { class: "count" }, String(count));
}

/** @param {View} view @param {Own} mine @param {string} lang */
function panel(view, mine, lang) {
  switch (mine.tab) {
    case "worries": return worriesTab(view, mine);
    case "agreements": return agreementsTab(view, mine, lang);
    case "todo": return todoTab(view, mine, lang);
    case "dry_run": return dryRunTab(view);
    case "scale": return scaleTab(view, lang);
    case "plan": return planTab(view, lang, mine.conference);
    case "evaluation": return evaluationTab(view, lang);
    default: return sceneTab(view, mine);
  }
}

/** The scene that everybody looks at, or one that only this desk does. @param {View} view @param {Own} mine */
function sceneTab(view, mine) {
  const now = sceneNow(view);
  const scene = (mine.peek && view.scenes[mine.peek]) || now;
  if (!scene) return [el("p", { class: "soft" }, t("Er is nog geen scène."))];
  const risks = all(view.cards).filter((card) => card.kind === "risk" && card.scene === scene.id);
  const open = risks.find((card) => !all(view.agreements).some((one) => one.risks.includes(card.id)));
  return [
    el("header", { class: "side-head" }, el("h2", { dir: "auto" }, [scene.time, scene.title].filter(Boolean).join(" ")), coverMark(scene.cover), todoMark(mine.advice, scene, "side")),
    scene !== now && el("p", { class: "note peeking" }, icon("eye"), el("span", {}, t("Alleen jij kijkt nu naar deze scène.")), step(t("Laat aan iedereen zien"), "show_scene", { scene: scene.id }, { id: "show-peeked" })),
    keptFrom(view, scene),
    wholeScene(view, scene.id),
    risks.length === 0 && el("p", { class: "soft" }, t("Hier staat nog niet wat mis kan gaan.")),
    el("ol", { class: "risk-list" }, risks.map((card) => riskPoint(view, card, card === open, mine))),
  ];
}

/** Who does not read this. @param {View} view @param {{withheld_from?: string[]}} one */
function keptFrom(view, { withheld_from: readers = [] }) {
  return readers.length > 0 && el("p", { class: "kept-from", dir: "auto" }, t("Dit leest {names} niet. Het staat ook niet op het scherm.", { names: readers.map((id) => nameOf(person(view, id))).join(", ") }));
}

/** The help that was offered for the whole scene. @param {View} view @param {string} scene */
function wholeScene(view, scene) {
  const help = all(view.cards).filter((card) => isHelp(card) && card.scene === scene && !card.risk);
  return help.length > 0 && el("ul", { class: "risk-under all-scene" }, help.map((card) => el("li", { class: card.kind, "data-id": card.id }, icon(card.kind),
    el("span", {}, el("b", { dir: "auto" }, nameOf(person(view, card.author))), " ", userText(orFallback(card))))));
}

/** @param {View} view @param {Card} card @param {boolean} first the first without an agreement: a key makes one @param {Own} mine */
function riskPoint(view, card, first, mine) {
  const gap = mine.advice?.gaps.find(({ risk, lost }) => risk === card.id && lost.length === 0);
  const made = all(view.agreements).filter((one) => one.risks.includes(card.id));
  const under = all(view.cards).filter((other) => other.risk === card.id);
  return el("li", { class: "risk-point", "data-id": card.id },
    el("p", { class: "risk-words" }, icon("risk"), userText(orFallback(card))),
    under.length > 0 && el("ul", { class: "risk-under" }, under.map((other) => el("li", { class: other.kind, "data-id": other.id }, icon(other.kind),
      el("span", {}, other.kind.startsWith("help") && el("b", { dir: "auto" }, nameOf(person(view, other.author)), " "), userText(orFallback(other)))))),
    made.length > 0 && el("ul", { class: "made" }, made.map((one) => el("li", { "data-id": `made-${one.id}` }, icon("check"), el("span", {}, el("b", { dir: "auto" }, nameOf(person(view, one.who))), " ", userText(one.what))))),
    el("p", { class: "in-do" }, made.length === 0 && el("span", { class: "note" }, t("Nog geen afspraak")), own(made.length ? t("Nog een afspraak") : t("Afspraak maken"), "agree", card.id, { look: made.length ? "plain" : "strong", sign: "plus", id: `make-${card.id}`, key: first ? "Shift+A" : undefined })),
    gap && couldFill(view, gap));
}

/** @param {View} view @param {Own} mine */
function worriesTab(view, mine) {
  const worries = all(view.cards).filter((card) => card.kind === "worry" && !card.behind);
  if (!worries.length) return [el("p", { class: "soft" }, t("Er zijn nog geen zorgen opgeschreven."))];
  const open = worries.find((card) => !card.parked && !all(view.agreements).some((one) => one.worries.includes(card.id)));
  return [el("ol", { class: "risk-list" }, worries.map((card) => {
    const form = mine.handling?.card === card.id && {}; // a form that is open is drawn every time
    return later(el("li", { "data-id": card.id }), [card, view.agreements, view.people, form, card === open, lettersLead()], () => worryPoint(view, card, mine, card === open));
  }))];
}

/** @param {View} view @param {Card} card @param {Own} mine @param {boolean} first the first that is open: a key makes its agreement */
function worryPoint(view, card, mine, first) {
  const made = all(view.agreements).filter((one) => one.worries.includes(card.id));
  return el("li", { class: "risk-point", "data-id": card.id },
    el("p", { class: "risk-words worry" }, icon("worry"), userText(orFallback(card))),
    card.parked && el("p", { class: "soft" }, t("Op de parkeerplaats:"), " ", userText(card.parked_because)),
    made.length > 0 && el("ul", { class: "made" }, made.map((one) => el("li", { "data-id": `made-${one.id}` }, icon("check"), userText(one.what)))),
    el("p", { class: "in-do" }, own(made.length ? t("Nog een afspraak") : t("Afspraak maken"), "agree", card.id, { sign: "plus", look: made.length || card.parked ? "plain" : "strong", id: `make-${card.id}`, key: first ? "Shift+A" : undefined }),
      !card.parked && !made.length && own(t("Parkeren"), "park", card.id, { look: "quiet", id: `park2-${card.id}` })),
    handlingForm(view, card, mine, "side"));
}

/** What people said in own words that they will do: at the desk alone. @param {View} view @param {import("./seen.js").Agreement} one */
function toldBack(view, one) {
  const told = partsIn(one).filter((id) => one.answers[id]?.told_back);
  return [
    told.length > 0 && el("ul", { class: "told-back" }, told.map((id) => el("li", { "data-id": `told-${one.id}-${id}` },
      el("span", {}, t("{name}, in eigen woorden:", { name: nameOf(person(view, id)) })), " ", el("q", { dir: "auto" }, one.answers[id]?.told_back ?? ""),
      one.answers[id]?.aloud && el("span", {}, " · ", t("hardop gezegd, hier opgeschreven"))))),
    ...partsIn(one).filter((id) => saysItAloud(view, one, id)).map((id) => toldAloud(view, one, id)),
  ];
}

/** Who said yes and has no phone to themselves tells it out loud; what was told on a phone stays theirs. @param {View} view @param {import("./seen.js").Agreement} one @param {string} id */
function saysItAloud(view, one, id) {
  const who = person(view, id);
  const given = one.answers[id];
  const own = who?.phone && sharers(view, who).length === 0;
  return who?.state === "admitted" && !own && given?.answer.startsWith("yes") && (given.aloud || !given.told_back);
}

/** @param {View} view @param {import("./seen.js").Agreement} one @param {string} id */
function toldAloud(view, one, id) {
  const name = nameOf(person(view, id));
  const told = one.answers[id]?.told_back ?? "";
  return el("details", { class: "told-aloud", "data-id": `aloud-${one.id}-${id}` }, el("summary", {}, t("Wat {name} hardop zegt", { name })),
    el("form", { class: "weigh", "data-form": "aloud", "data-about": `${one.id}:${id}`, "data-id": `aloud-form-${one.id}-${id}` },
      field(t("Vraag: wat ga je doen? Schrijf de eigen woorden op."), textArea("text", told, { required: !told }), told ? t("Maak je het leeg, dan is het teruggenomen.") : undefined),
      el("button", { type: "submit", class: "b plain" }, t("Schrijf op"))));
}

/** @param {View} view @param {Own} mine @param {string} lang */
function agreementsTab(view, mine, lang) {
  const list = all(view.agreements);
  if (!list.length) return [el("p", { class: "soft" }, t("Nog geen afspraken. Begin bij wat mis kan gaan, of bij een zorg."))];
  return [el("ol", { class: "risk-list" }, list.map((one) => el("li", { class: "risk-point agreed", "data-id": one.id },
    el("p", { class: "risk-words" }, face(person(view, one.who)), el("span", {}, el("b", { dir: "auto" }, nameOf(person(view, one.who))), " ", userText(one.what))),
    el("p", { class: "soft" }, userText(one.when), " · ", userText(one.notice)),
    one.backups.length ? el("p", { class: "soft" }, t("Lukt het niet, dan: {names}", { names: backupsOf(view, one) })) : el("p", { class: "note" }, t("Nog geen back-up")),
    keptFrom(view, one),
    view.left[`gone:${one.id}`] && el("p", { class: "note" }, t("Is weggegaan: {names}", { names: goneFrom(view, one).map(nameOf).join(", ") })),
    answers(view, one), toldBack(view, one), proofNotes(view, one, lang),
    el("p", { class: "in-do" }, own(t("Aanpassen"), "change", one.id, { sign: "edit", id: `change-${one.id}` }),
      mine.dropping === one.id ? step(t("Ja, weghalen"), "drop_agreement", { agreement: one.id }, { look: "warm", id: `drop-yes-${one.id}` }) : own(t("Weghalen"), "drop", one.id, { look: "quiet", id: `drop-${one.id}` })))))];
}
