// The small things that more than one part of the phone draws. Pure: from a view to nodes.

import { all, partsIn } from "../film/seen.js";
import { t } from "../film/words.js";
import { h, icon, said } from "./dom.js";

/** @typedef {import("../film/patch.js").View} View */
/** @typedef {import("../film/patch.js").Kind} Kind */
/** @typedef {import("../film/patch.js").Card} Card */
/** @typedef {import("../film/patch.js").Scene} Scene */
/** @typedef {import("../film/patch.js").Agreement} Agreement */
/** @typedef {import("./drafts.js").Draft} Draft */
/** @typedef {import("./outbox.js").Sent} Sent */

/**
 * @typedef {{word: string, short: string, ask: string, ask_child: string, hint: string, button: string,
 *   wants: ""|"scene"|"risk", at_scene: boolean, may_hang: boolean, may_be_empty: boolean}} KindWords
 * @typedef {object} Sentences what pages/phone/sentences.py says, in the reader's language
 * @property {Record<Kind, KindWords>} kinds
 * @property {Record<string, string>} phases
 * @property {Record<string, string>} audiences
 * @property {string[]} manners
 * @property {[string, string][]} faces a drawing and its words, the saddest first
 * @property {string} neutral
 * @property {number} longest how many signs fit in one text
 */

/**
 * Where this phone is.
 * @typedef {object} Here
 * @property {View} view
 * @property {string} me the person who talks now
 * @property {string} tab
 * @property {import("./places.js").Visit|null} visit where this phone looks round, elsewhere than the group
 * @property {string} lastCard the card that was kept last, from this page
 * @property {{card: string, audience: import("../film/patch.js").Audience, hidden_from: string[]}|null} choosing who may read a kept card, not sent yet
 * @property {{scene: string, draw: ((scene: Scene) => HTMLElement)|null}|null} picking a picture for this scene; `draw` once the choice is loaded
 * @property {string|null} telling the agreement that is told back now; "" when that was skipped
 * @property {() => HTMLElement} [week] draws the own week, once it was looked for
 * @property {() => HTMLElement|null} [follow] draws the own calendar's address, once it is known whether it is on
 * @property {() => HTMLElement|null} [mail] draws the reminder by mail, once it is known whether there is any
 * @property {(() => HTMLElement)|null} [plan] draws the plan in plain words, while it is open
 * @property {ReturnType<typeof import("./in_between.js").openReports>} [report] draws how it went between two meetings, once there is a plan
 * @property {(page: Page) => (Node|null)[]} [own] draws what somebody says about what is kept, once it was looked for
 * @property {string|null} refused the sentence of the last refusal that is not about the draft
 * @property {typeof import("../film/ideas.js").inWords} [inWords] what a "what if" card says in another language, once it is known
 */

/**
 * All that a part may draw from.
 * @typedef {object} PageOnly
 * @property {View} group the view as it is: `view` stands where this phone looks round
 * @property {Sentences} sentences
 * @property {Draft} draft
 * @property {readonly Draft[]} aside
 * @property {Readonly<Record<string, string>>} boxes what stands in this person's other boxes, unsent
 * @property {readonly Sent[]} sent this person's, on its way
 * @typedef {Here & PageOnly} Page
 */

/** @param {View} view @param {string|null|undefined} id */
export function nameOf(view, id) {
  const person = id ? view.people?.[id] : null;
  return person?.name ?? (person ? t("gewist") : t("iemand"));
}

/** Those who are in, on this phone. @param {View} view @returns {import("../film/patch.js").Person[]} */
export function ownPeople(view) {
  return Object.values(view.people).filter((person) => person.mine && person.state === "admitted");
}

/** @param {View} view @returns {Scene|null} */
export function sceneOf(view, id = view.now?.scene) {
  return (id && view.scenes?.[id]) || null;
}

/** @param {View} view @param {string|null|undefined} scene @returns {Card[]} */
export function risksOf(view, scene) {
  return cards(view).filter((card) => card.kind === "risk" && scene && card.scene === scene);
}

/** @param {View} view @returns {readonly Card[]} oldest first */
export function cards(view) {
  return all(view.cards);
}

/** @param {Page} page @returns {Agreement[]} */
export function myAgreements({ view, me }) {
  return Object.values(view.agreements ?? {})
    .filter((one) => partsIn(one).includes(me))
    .sort((one, other) => one.seq - other.seq);
}

/** @param {Page} page how many things wait for an answer */
export function toAnswer(page) {
  const open = myAgreements(page).filter(({ answers }) => !answers[page.me]);
  const asked = sharesPhone(page.view) ? [] : cards(page.view).filter(asksChild);
  return open.length + asked.length;
}

/** @param {Card} card */
export function asksChild(card) {
  return card.mine && card.wants_child_yes && !card.child_yes && card.audience !== "author";
}

/** More than one person talks here: nobody can tell which of them taps. @param {View} view */
export function sharesPhone(view) {
  return ownPeople(view).length > 1;
}

/** On the own phone a child says it here; on a shared one the facilitator asks. @param {Page} page @param {Card} card */
export function childAsked({ view, sent }, card) {
  if (!asksChild(card)) return null;
  if (sharesPhone(view)) return h("div", { class: "asked", "data-k": "asked" }, h("p", {}, t("De procesbegeleider vraagt jou zo of dit op het scherm mag.")));
  const disabled = sent.some(({ body }) => body.card === card.id);
  return h(
    "div",
    { class: "asked", "data-k": "asked" },
    h("p", { class: "big" }, t("Mag dit op het scherm?")),
    h(
      "div",
      { class: "pair" },
      h("button", { type: "button", class: "button", "data-do": "child-yes", "data-card": card.id, disabled }, t("Ja, dat mag")),
      h("button", { type: "button", class: "button quiet", "data-do": "child-no", "data-card": card.id, disabled }, t("Nee, liever niet")),
    ),
  );
}

/** @param {string|null} slug @param {number} [size] */
export function picture(slug, size = 72) {
  return slug ? h("img", { loading: "lazy", src: `/face/pictograms/${slug}.svg`, alt: "", width: size, height: size }) : null;
}

/** @param {Page} page @param {Scene} scene */
export function sceneStrip({ view }, scene) {
  const routine = view.routines?.[scene.routine];
  const place = routine ? routine.scenes.indexOf(scene.id) + 1 : 0;
  return h(
    "div",
    { class: "scene" },
    picture(scene.picture),
    h(
      "div",
      {},
      h(
        "p",
        { class: "where" },
        scene.time && h("span", { class: "time" }, scene.time),
        routine && h("bdi", {}, routine.title),
        place > 0 && h("span", {}, t("{n} van {all}", { n: place, all: routine?.scenes.length ?? 0 })),
      ),
      h("p", { class: "scene-title", dir: "auto" }, scene.title),
    ),
  );
}

/** @param {Page} page @param {Pick<Card, "kind"|"text"> & {author?: string|null, wordless?: boolean, clearer?: string|null}} card */
export function cardLine({ view, sentences, me }, card) {
  return h(
    "div",
    { class: `line kind-${card.kind}` },
    icon(card.kind),
    h(
      "div",
      {},
      h("span", { class: "word" }, sentences.kinds[card.kind].word),
      card.author && card.author !== me && [" · ", h("bdi", { class: "by" }, nameOf(view, card.author))],
      card.text === "" || card.wordless ? null : said(card.text, t("gewist")),
      card.clearer ? h("p", { class: "hint", dir: "auto" }, t("Duidelijker:"), " ", card.clearer) : null,
    ),
  );
}

/**
 * A shape and a word: how far something is.
 * @param {string} shape
 * @param {string} words
 * @param {string} [tone]
 */
export function state(shape, words, tone = "") {
  return h("p", { class: `state ${tone}` }, icon(shape), h("span", {}, words));
}

/** The plan that holds now. @param {View} view */
export function newestPlan(view) {
  return Object.values(view.plans ?? {}).sort((one, other) => other.version - one.version)[0];
}

/** Where a kept card is. @param {Card} card */
export function cardState(card) {
  if (card.held) return state("lock", t("Bewaard, nog dicht"), "is-kept");
  if (card.merged) return state("kept", t("Bewaard, samen met een kaart die hetzelfde zegt"), "is-kept");
  if (card.parked) return state("kept", t("Bewaard, voor later"), "is-kept");
  if (card.on_board) return state(card.narrow ? "lock" : "screen", card.narrow ? t("Bewaard, niet op het grote scherm") : t("Bewaard, op het scherm"), "is-kept");
  return state("kept", t("Bewaard, bij de procesbegeleider"), "is-kept");
}

/** @param {Sent} sent */
export function sentState(sent) {
  if (sent.state === "kept") return state("kept", t("Bewaard"), "is-kept");
  if (sent.state === "waiting") return state("busy", t("Wordt verstuurd…"), "is-busy");
  return state("busy", [t("Nog niet bewaard. We blijven proberen."), sent.why].filter(Boolean).join(" "), "is-busy");
}
