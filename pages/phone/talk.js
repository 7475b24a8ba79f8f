// One question at a time, and the box to answer it in. Promise: whoever is writing is told that the group moved, never moved.

import { t } from "../film/words.js";
import { confide } from "./confide.js";
import { h, icon } from "./dom.js";
import { momentOf } from "./drafts.js";
import { cardLine, cardState, childAsked, risksOf, sceneOf, sceneStrip, sentState, state } from "./parts.js";
import { option, readersChoice, readersWord } from "./readers.js";

/** @typedef {import("./parts.js").Page} Page */
/** @typedef {import("../film/patch.js").View} View */
/** @typedef {import("../film/patch.js").Kind} Kind */
/** @typedef {import("../film/patch.js").Card} Card */

/** How many signs before the end the counting begins. */
const COUNTED = 500;

/** The scene that the group is at, where phones are asked about one. @param {View} view */
export function sceneNow(view) {
  return sceneOf(view, view.ask?.scene ?? null);
}

/**
 * The kinds that can be sent from this scene, or from none.
 * @param {Page} page
 * @param {string|null|undefined} scene
 * @returns {Kind[]}
 */
export function offered({ view }, scene) {
  return (scene ? view.ask?.at[scene] : view.ask?.anywhere) ?? [];
}

/**
 * The kind that the question of this moment is about; null when this phase asks for no words.
 * @param {Page} page
 * @returns {Kind|null}
 */
export function askedNow({ view }) {
  return view.ask?.kind ?? null;
}

/** Is somebody writing something that began at another moment than this? @param {Page} page */
export function isBehind({ group, draft }) {
  return draft.text.trim() !== "" && draft.moment !== "" && draft.moment !== momentOf(group);
}

/**
 * What the box is for now: the draft's own kind and scene while somebody writes, else the group's. Where the draft's scene is
 * gone its words still have a box to stand in.
 * @param {Page} page
 * @returns {{kind: Kind|null, scene: string|null}}
 */
export function aimOf(page) {
  const { draft, view } = page;
  const stays = draft.kind && sceneOf(view, draft.scene);
  const scene = draft.kind && !draft.scene ? null : ((stays || sceneNow(view))?.id ?? null);
  if (draft.kind && offered(page, scene).includes(draft.kind)) return { kind: draft.kind, scene };
  return { kind: askedNow(page) ?? (draft.text.trim() ? "worry" : null), scene };
}

/** The "what if" card that the group walks through. @param {View} view */
export function whatIfNow({ now, what_ifs }) {
  return (now?.phase === "dry_run" && what_ifs?.[now.what_if ?? ""]) || null;
}

/** @param {Page} page @returns {(Node|null)[]} */
export function talk(page) {
  const { kind, scene } = aimOf(page);
  return [
    behind(page),
    kind ? box(page, kind, scene) : null,
    strayed(page) ? h("button", { type: "button", class: "link", "data-do": "join-group" }, t("Terug naar de vraag van nu")) : null,
    ...lastSent(page),
    ...asideList(page),
    others(page, kind, scene ?? sceneNow(page.view)?.id ?? null),
    confide(page),
  ];
}

/** Somebody chose another kind than the group's, and has written nothing yet. @param {Page} page */
function strayed(page) {
  return page.draft.kind !== null && !page.draft.text.trim() && page.draft.kind !== askedNow(page);
}

/** Somebody is elsewhere than the group: looks round, or has begun a sentence before it moved on. @param {Page} page */
function behind(page) {
  if (!page.visit && !isBehind(page)) return null;
  return h(
    "div",
    { class: "moved", "data-k": "moved", role: "status" },
    h("p", {}, page.visit ? `${t("Je kijkt rond.")} ` : null, groupPlace(page), page.draft.text.trim() ? ` ${t("Maak je zin rustig af.")}` : null),
    h("button", { type: "button", class: "button quiet small", "data-do": "join-group" }, t("Terug naar de groep")),
  );
}

/** @param {Page} page */
export function groupPlace({ group, sentences }) {
  const place = sceneNow(group)?.title ?? sentences.phases[group.now?.phase ?? ""] ?? "";
  return t("De groep is nu bij: {place}.", { place: `\u2068${place}\u2069` }); // in its own direction
}

/** @param {Page} page @param {Kind} kind @param {string|null} scene */
function box(page, kind, scene) {
  const { view, draft, sentences } = page;
  const words = sentences.kinds[kind];
  const stands = sceneOf(view, scene);
  return h(
    "form",
    { class: "form talk", method: "post", action: "/api/say", "data-form": "say", "data-k": "talk", novalidate: true },
    words.at_scene && stands ? sceneStrip(page, stands) : null,
    h("h1", {}, h("label", { for: "text" }, kind === "safeguard" && whatIfNow(view) ? t("Wat doe jij dan?") : view.me.role === "child" ? words.ask_child : words.ask)),
    hangsOn(page, kind, scene),
    h("p", { class: "hint", id: "text-hint" }, kind === "safeguard" && whatIfNow(view) ? t("Kun je zelf iets doen? Of weet je wie dat kan?") : words.hint),
    h("textarea", {
      id: "text",
      name: "text",
      rows: words.may_be_empty ? 2 : 3,
      dir: "auto",
      autocomplete: "off", // a browser that gives it back after a reload does not know whose it was
      "aria-describedby": draft.refused ? "text-refused text-hint" : "text-hint",
      "aria-invalid": draft.refused ? "true" : null,
    }),
    counter(draft.text, sentences.longest),
    draft.refused ? h("p", { class: "refused", id: "text-refused", role: "alert", "data-k": "refused" }, draft.refused) : null,
    readers(page),
    h("button", { type: "submit", class: "button" }, words.button),
    proof(page) ?? h("p", { class: "next" }, nextStop(page, kind, scene)),
  );
}

/** Right under the button, where a small phone still shows it: is the last thing kept? Its card below says where it is. @param {Page} page */
function proof({ view, draft, sent, lastCard }) {
  const under = sent.filter(({ body }) => body.kind).at(-1);
  const last = view.cards?.[lastCard];
  if (draft.text.trim() || !(under || last?.mine)) return null;
  return h("div", { class: "proof", "data-k": "proof" }, under ? sentState(under) : state("kept", t("Bewaard"), "is-kept"));
}

/**
 * What happens to it once sent, in one line. What hangs on a risk point is as narrow as that.
 * @param {Page} page @param {Kind} kind @param {string|null} scene
 */
function nextStop({ view, draft }, kind, scene) {
  const risk = view.cards?.[chosenRisk(kind, draft.risk, risksOf(view, scene)) ?? ""];
  if (draft.audience === "author") return t("Dit lezen alleen jij en de procesbegeleider.");
  if (draft.audience !== "everybody" || draft.hidden_from.length || risk?.narrow) return t("Dit komt niet op het grote scherm.");
  if (!view.now?.straight || view.me.role === "child") return t("Dit gaat eerst naar de procesbegeleider.");
  return t("Dit komt meteen op het grote scherm.");
}

/** @param {Page} page @param {Kind} kind @param {string|null} scene */
function hangsOn({ view, draft, sentences }, kind, scene) {
  const risks = risksOf(view, scene);
  if (!sentences.kinds[kind].may_hang || !risks.length) return null;
  return h(
    "fieldset",
    { class: "choice", "data-k": "risk" },
    h("legend", {}, t("Waar hoort dit bij?")),
    kind !== "warning_sign" && option("radio", "risk", "", t("Bij dit hele moment"), !draft.risk),
    risks.map((risk) => option("radio", "risk", risk.id, risk.text ?? t("gewist"), chosenRisk(kind, draft.risk, risks) === risk.id)),
  );
}

/**
 * An early sign always has a risk point; with only one there, that is it.
 * @param {Kind} kind @param {string|null} risk @param {Card[]} risks
 */
export function chosenRisk(kind, risk, risks) {
  if (risk && risks.some(({ id }) => id === risk)) return risk;
  return kind === "warning_sign" && risks.length === 1 ? risks[0].id : null;
}

/** Folded, so that nobody beside you reads whom you keep it from. @param {Page} page */
function readers(page) {
  return h(
    "details",
    { class: "readers", "data-k": "readers" },
    h("summary", {}, icon("lock"), h("span", {}, t("Wie mag dit lezen?"), " ", h("b", {}, readersWord(page, page.draft)))),
    readersChoice(page, page.draft),
  );
}

/** @param {string} text @param {number} longest */
function counter(text, longest) {
  const left = longest - [...text].length;
  if (left > COUNTED) return null;
  const words = left < 0 ? t("{n} tekens te veel.", { n: -left }) : t("Nog {n} tekens.", { n: left });
  return h("p", { class: left < 0 ? "count too-long" : "count", "data-k": "count" }, words);
}

/** The proof, right under the button: what is on its way, and the last thing that was kept. @param {Page} page */
function lastSent(page) {
  const under = page.sent.filter(({ body }) => body.kind).map((sent) =>
    h("article", { class: "card", "data-k": sent.key }, cardLine(page, /** @type {any} */ (sent.body)), sentState(sent)),
  );
  if (under.length) return under; // all of them: the line under the button tells of the last only
  const last = page.view.cards?.[page.lastCard];
  if (!last || !last.mine) return [];
  return [h("article", { class: "card faint", "data-k": last.id }, cardLine(page, last), cardState(last), childAsked(page, last))];
}

/** @param {Page} page */
function asideList({ aside }) {
  return aside.map((draft, place) =>
    h(
      "article",
      { class: "card aside", "data-k": `aside-${place}` },
      h("p", { class: "label" }, t("Nog niet verstuurd")),
      h("p", { class: "said", dir: "auto" }, draft.text),
      draft.refused ? h("p", { class: "refused" }, draft.refused) : null,
      h("button", { type: "button", class: "button quiet small", "data-do": "take-up", "data-place": place }, t("Schrijf verder")),
    ),
  );
}

/** @param {Page} page @param {Kind|null} kind @param {string|null} scene */
function others(page, kind, scene) {
  return h(
    "details",
    { class: "other", "data-k": "other" },
    h("summary", {}, kind ? t("Ik wil iets anders zeggen") : t("Ik wil iets zeggen")),
    h(
      "ul",
      { class: "kinds" },
      offered(page, scene)
        .filter((name) => name !== kind)
        .map((name) =>
          h(
            "li",
            { class: `kind-${name}`, "data-k": name },
            h("button", { type: "button", "data-do": "kind", "data-kind": name }, icon(name), h("span", {}, page.sentences.kinds[name].short)),
          ),
        ),
    ),
  );
}
