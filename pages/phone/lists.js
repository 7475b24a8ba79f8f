// What I said, and what stands on the film. Promise: shows what is in the view and nothing else.

import { later } from "../film/later.js";
import { t } from "../film/words.js";
import { h, icon } from "./dom.js";
import { cardLine, cards, cardState, childAsked, myAgreements, picture, sentState, state } from "./parts.js";
import { readersChoice, readersWord } from "./readers.js";
import { papers } from "./papers.js";
import { agreements } from "./rounds.js";

/** @typedef {import("./parts.js").Page} Page */
/** @typedef {import("../film/patch.js").Card} Card */
/** @typedef {import("../film/patch.js").Scene} Scene */

/** @param {Page} page @returns {(Node|null)[]} */
export function mineList(page) {
  const own = cards(page.view).filter((card) => card.mine).reverse();
  const under = page.sent.filter(({ body }) => body.kind).reverse();
  const promised = myAgreements(page).length ? agreements(page) : [];
  return [
    ...promised,
    promised.length ? (page.week?.() ?? null) : null,
    promised.length ? (page.mail?.() ?? null) : null,
    planToRead(page),
    papers(page),
    ...(page.own?.(page) ?? []),
    h("h2", {}, t("Dit heb jij gezegd")),
    ...under.map((sent) => h("article", { class: "card", "data-k": sent.key }, cardLine(page, /** @type {any} */ (sent.body)), sentState(sent))),
    ...own.map((card) => ownCard(page, card)),
    own.length || under.length ? null : h("p", { class: "hint" }, t("Nog niets. Wat je verstuurt, staat hier.")),
  ];
}

/** The plan in plain words, once there is one: open or closed. @param {Page} page */
function planToRead({ view, plan }) {
  if (!Object.keys(view.plans ?? {}).length) return null;
  return h(
    "div",
    { "data-k": "plan" },
    h("button", { type: "button", class: "button quiet", "data-do": "plan", "aria-expanded": String(Boolean(plan)) }, plan ? t("Sluit het plan") : t("Lees het plan")),
    plan ? plan() : null,
  );
}

/** @param {Page} page @param {Card} card */
function ownCard(page, card) {
  const { me, view, choosing, sent } = page;
  const underWay = sent.filter(({ body }) => body.card === card.id);
  const form = choosing?.card === card.id && {}; // a form that is open is drawn every time
  return later(h("article", { "data-k": card.id }), [card, me, view.people, view.scenes, form, ...underWay], () => ownCardDrawn(page, card, underWay.length > 0));
}

/** @param {Page} page @param {Card} card @param {boolean} leaving */
function ownCardDrawn(page, card, leaving) {
  const scene = card.scene ? page.view.scenes?.[card.scene] : null;
  return h(
    "article",
    { class: "card", "data-k": card.id },
    cardLine(page, card),
    scene ? h("p", { class: "hint at" }, t("Bij:"), " ", h("bdi", {}, scene.title)) : null,
    cardState(card),
    childAsked(page, card),
    cardReaders(page, card),
    h("button", { type: "button", class: "link", "data-do": "take-back", "data-card": card.id, disabled: leaving }, t("Neem terug")),
  );
}

/** Afterwards too its author says who may read it: one card at a time, and with a button, as it may give words away. @param {Page} page @param {Card} card */
function cardReaders(page, card) {
  const sent = page.sent.filter(({ body }) => body.verb === "hide_card" && body.card === card.id).at(-1)?.body;
  const readers = /** @type {import("./readers.js").Readers} */ (sent ?? card);
  const chosen = page.choosing?.card === card.id ? page.choosing : null;
  return [
    h(
      "button",
      { type: "button", class: "link who-reads", "data-k": "who-reads", "data-do": "readers", "data-card": card.id, "aria-expanded": String(Boolean(chosen)), disabled: Boolean(sent) },
      icon("lock"),
      h("span", {}, t("Wie mag dit lezen?"), " ", h("b", {}, readersWord(page, readers))),
    ),
    chosen &&
      h(
        "form",
        { class: "form chosen-readers", "data-form": "readers", "data-k": "readers", "data-card": card.id },
        readersChoice(page, chosen),
        h("button", { type: "submit", class: "button" }, t("Zo is het goed")),
      ),
  ];
}

/** @param {Page} page @returns {(Node|null)[]} */
export function filmList(page) {
  const { view } = page;
  const loose = cards(view).filter((card) => !card.scene && card.on_board);
  const routines = (view.order ?? []).flatMap((id) => view.routines?.[id] ?? []);
  return [
    h("h2", {}, t("De film")),
    routines.length || loose.length ? null : h("p", { class: "hint" }, t("Er staat nog niets op het grote scherm.")),
    ...routines.flatMap((routine) => [
      h("h3", { dir: "auto", "data-k": `h-${routine.id}` }, routine.title),
      h("div", { class: "reel", "data-k": routine.id }, routine.scenes.flatMap((id) => view.scenes?.[id] ?? []).map((scene) => frame(page, scene))),
    ]),
    loose.length ? h("h3", {}, t("Zorgen en krachten")) : null,
    ...loose.map((card) => later(h("article", { "data-k": card.id }), drawnFrom(page, card), () => h("article", { class: "card", "data-k": card.id }, cardLine(page, card)))),
    h("h3", {}, t("Kijk ergens anders")),
    h("ul", { class: "kinds", "data-k": "around" }, Object.keys(page.group.ask?.around.phases ?? {}).filter((phase) => phase !== page.group.now?.phase).map((phase) => h("li", {}, h("button", { type: "button", "data-do": "visit", "data-phase": phase }, h("span", {}, page.sentences.phases[phase]))))),
  ];
}

/** @param {Page} page @param {Scene} scene */
function frame(page, scene) {
  const here = cards(page.view).filter((card) => card.scene === scene.id && card.on_board);
  const current = page.group.now?.phase === "film" && page.group.now.scene === scene.id;
  return h(
    "details",
    { class: "frame", "data-k": scene.id, open: current },
    h(
      "summary",
      {},
      picture(scene.picture, 44),
      h(
        "span",
        { class: "frame-title" },
        scene.time && h("span", { class: "time" }, scene.time),
        h("bdi", {}, scene.title),
        current && h("span", { class: "here" }, t("Hier zijn we nu")),
        h("span", { class: "cover" }, h("span", {}, howMany(here.length)), h("span", {}, coverWords(scene))),
      ),
    ),
    here.length ? here.filter(({ risk }) => !risk).map((card) => withHung(page, card, here.filter(({ risk }) => risk === card.id))) : h("p", { class: "hint" }, t("Hier staat nog niets.")),
    ownPicture(page, scene),
    current ? null : h("button", { type: "button", class: "link", "data-do": "visit", "data-scene": scene.id }, t("Zeg iets bij dit moment")),
  );
}

/** A picture that the family chooses: what this person proposed here, and the way to choose. @param {Page} page @param {Scene} scene */
function ownPicture(page, scene) {
  if (page.view.me.role === "professional") return null;
  const under = page.sent.find(({ body, state }) => body.verb === "propose_picture" && body.scene === scene.id && state !== "kept");
  const own = Object.values(page.view.proposals ?? {}).find((one) => one.scene === scene.id);
  const open = page.picking?.scene === scene.id;
  const leaving = page.sent.some(({ body }) => own && body.proposal === own.id);
  return h(
    "div",
    { class: "own-picture", "data-k": "own-picture" },
    under ? sentState(under) : null,
    own && !under ? [h("div", { class: "chosen" }, picture(own.picture, 48), state("kept", t("Jouw plaatje is bij de procesbegeleider"), "is-kept")), h("button", { type: "button", class: "link", "data-do": "take-back-picture", "data-proposal": own.id, disabled: leaving }, t("Neem terug"))] : null,
    h("button", { type: "button", class: "link", "data-do": "picture", "data-scene": scene.id, "aria-expanded": String(open) }, own ? t("Kies een ander plaatje") : t("Kies een plaatje bij dit moment")),
    open ? (page.picking?.draw?.(scene) ?? h("p", { class: "hint" }, t("De plaatjes komen eraan…"))) : null,
  );
}

/** A card, and what hangs on it. @param {Page} page @param {Card} card @param {Card[]} hung */
function withHung(page, card, hung) {
  return later(h("div", { "data-k": card.id }), drawnFrom(page, card, ...hung), () =>
    h("div", { "data-k": card.id }, cardLine(page, card), hung.length ? h("div", { class: "hung" }, hung.map((other) => cardLine(page, other))) : null),
  );
}

/** All that the lines of these cards are made of. @param {Page} page @param {...Card} shown */
function drawnFrom({ view, me }, ...shown) {
  return [me, ...shown.flatMap((card) => [card, view.people[card.author ?? ""]])];
}

/** @param {number} n */
function howMany(n) {
  return n === 0 ? t("Nog geen kaarten") : n === 1 ? t("1 kaart") : t("{n} kaarten", { n });
}

/** How much help there is; never that it is safe. @param {Scene} scene */
function coverWords({ cover }) {
  return {
    nobody: t("Nog niemand helpt hier"),
    not_everywhere: t("Niet op elk punt is er hulp"),
    one: t("Eén iemand helpt hier"),
    one_somewhere: t("Op een punt helpt één iemand"),
    enough: t("Hier is genoeg hulp"),
  }[cover];
}
