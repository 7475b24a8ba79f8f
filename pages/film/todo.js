/** The desk's tab "Nog te doen": what the checks find, what weighs most first; and the drop-out test. Pure drawing. */

import { el } from "./dom.js";
import { own, step } from "./controls.js";
import { couldFill } from "./could.js";
import { face, nameOf, orFallback, userText } from "./draw.js";
import { adviceOn, isKnown, namesOf, saysOf, WEIGHTS } from "./findings.js";
import { coverSign, icon } from "./icons.js";
import { findingsAt } from "./marks.js";
import { admitted, isHelp, onBoard, without } from "./seen.js";
import { orErased } from "./terms.js";
import { t } from "./words.js";

/** @typedef {import("./advice.js").Advice} Advice */
/** @typedef {import("./advice.js").Finding} Finding */
/** @typedef {import("./desk.js").Own} Own */
/** @typedef {import("./seen.js").View} View */

/** How many of a kind are seen at once; the rest opens. */
const AT_ONCE = 4;
const QUOTED = 3;

/** How many must be looked at. @param {Advice|null} advice */
export function mustLookAt(advice) {
  return advice?.findings.filter((one) => one.weight === "must_look_at" && isKnown(one)).length ?? 0;
}

/** @param {View} view @param {Own} mine @param {string} lang */
export function todoTab(view, mine, lang) {
  const { advice } = mine;
  if (!advice) return [el("p", { class: "soft" }, t("We kijken na wat er nog te doen is."))];
  const scene = mine.todoAt ? view.scenes[mine.todoAt] : undefined;
  const known = scene ? findingsAt(advice, scene.id) : advice.findings.filter(isKnown);
  return [
    scene ? atScene(scene) : dropOut(view, mine, advice, lang),
    known.length === 0 && el("p", { class: "soft" }, t("De controles vinden nu niets. Kijk zelf ook nog eens.")),
    ...WEIGHTS.map(([weight, heading]) => weightPart(view, heading(), weight, known.filter((one) => one.weight === weight), advice, lang)),
  ];
}

/** That this is about one scene, with the way back to all of it. @param {import("./seen.js").Scene} scene */
function atScene(scene) {
  return el("header", { class: "todo-at" }, el("h2", { dir: "auto" }, [scene.time, scene.title].filter(Boolean).join(" ")),
    own(t("Alles wat te doen is"), "tab", "todo", { look: "plain", sign: "previous", id: "todo-all" }));
}

/** @param {View} view @param {string} heading @param {string} weight @param {Finding[]} found @param {Advice} advice @param {string} lang */
function weightPart(view, heading, weight, found, advice, lang) {
  if (!found.length) return null;
  const kinds = [...new Set(found.map((one) => one.what))];
  const parts = kinds.map((what) => kindPart(view, what, found.filter((one) => one.what === what), advice, lang));
  const head = [el("span", {}, heading), el("b", { class: "count" }, String(found.length))];
  if (weight === "good_to_know") return el("details", { class: "todo-weight", "data-id": `todo-${weight}` }, el("summary", {}, head), parts);
  return el("section", { class: `todo-weight ${weight}`, "data-id": `todo-${weight}` }, el("h2", {}, head), parts);
}

/** All of one kind, with once why it matters and what would mend it. @param {View} view @param {string} what @param {Finding[]} found @param {Advice} advice @param {string} lang */
function kindPart(view, what, found, advice, lang) {
  const { why, mend } = adviceOn(what);
  const items = found.map((one) => item(view, one, advice, lang));
  return el("section", { class: "todo-kind", "data-id": `todo-${what}` },
    el("ul", {}, items.slice(0, AT_ONCE)),
    items.length > AT_ONCE && el("details", { "data-id": `more-${what}` }, el("summary", {}, t("Nog {n}", { n: items.length - AT_ONCE })), el("ul", {}, items.slice(AT_ONCE))),
    el("p", { class: "todo-why" }, el("span", {}, why), " ", el("b", {}, mend)));
}

/** @param {View} view @param {Finding} one @param {Advice} advice @param {string} lang */
function item(view, one, advice, lang) {
  const quoted = quotes(view, one);
  const gap = one.what === "nobody" && advice.gaps.find(({ risk }) => risk === one.cards[0]);
  return el("li", { class: "todo", "data-id": keyOf(one) },
    el("p", { class: "todo-says" }, saysOf(one, view, lang)),
    quoted.length > 0 && el("ul", { class: "todo-quotes" }, quoted.slice(0, QUOTED).map((text) => el("li", {}, userText(text))), quoted.length > QUOTED && el("li", { class: "soft" }, t("en nog {n}", { n: quoted.length - QUOTED }))),
    gap && couldFill(view, gap),
    el("p", { class: "in-do" }, ways(one)));
}

/** Where one goes from here: to the moment, the card or the agreement that it is about. @param {Finding} one */
function ways({ what, scenes: [scene], cards: [card], agreements: [agreement], lines: [line], people: [who] }) {
  const key = `${what}-${scene ?? card ?? agreement ?? line ?? who}`;
  const look = { look: "quiet", sign: "eye" };
  return [
    scene && own(t("Naar de scène"), "peek", `${scene}:${card ?? ""}`, { ...look, id: `peek-${key}` }),
    what === "worry_open" && own(t("Naar de zorg"), "find", `worries:${card}`, { ...look, id: `find-${key}` }),
    card && (what === "nobody" || what === "worry_open") && agree(card, key),
    ["worry_unheard", "strength_unheard"].includes(what) && own(t("Naar de kaart"), "find", `inbox:${card}`, { ...look, id: `find-${key}` }),
    agreement && !line && own(t("Naar de afspraak"), "find", `agreements:${agreement}`, { ...look, id: `find-${key}` }),
    line && own(t("Naar de bodemeis"), "find", `plan:${line}`, { ...look, id: `find-${key}` }),
    ["child_not_asked", "no_child_asked"].includes(what) && own(t("Naar het cijfer"), "tab", "scale", { ...look, id: `find-${key}` }),
  ];
}

/** @param {string} card @param {string} key */
function agree(card, key) {
  return own(t("Afspraak maken"), "agree", card, { sign: "plus", id: `agree-${key}` });
}

/** The family's own words that it is about. @param {View} view @param {Finding} one */
function quotes(view, { cards, agreements, lines }) {
  return [
    ...cards.map((id) => view.cards[id]).filter((card) => card !== undefined).map(orFallback),
    ...agreements.map((id) => view.agreements[id]?.what),
    ...lines.map((id) => view.lines[id]?.criterion),
  ].filter((text) => text !== undefined);
}

/** @param {Finding} one */
function keyOf({ what, scenes, cards, agreements, lines, people }) {
  return [what, ...scenes.slice(0, 1), ...cards.slice(0, 1), ...agreements, ...lines, ...people].join("-");
}

// -- the drop-out test ------------------------------------------------------------------------------------------------

/** Tap people, and see a day without them. @param {View} view @param {Own} mine @param {Advice} advice @param {string} lang */
function dropOut(view, mine, advice, lang) {
  const adults = admitted(view).filter((who) => who.role !== "child");
  const shown = without(view);
  const chosen = adults.filter((who) => mine.without.includes(who.id)).map((who) => who.id);
  return el("details", { class: "drop-out", "data-id": "drop-out", open: chosen.length + shown.length > 0 }, el("summary", {}, coverSign("one"), el("span", {}, t("Uitvaltest: een dag zonder …"))),
    el("ul", { class: "drop-people" }, adults.map((who) => el("li", { "data-id": `without-${who.id}` }, absentee(who, chosen.includes(who.id))))),
    chosen.length > 0 && onScreen(view, chosen, shown),
    chosen.length > 0 && el("div", { class: "drop-day", role: "status" }, day(view, chosen, advice, lang)));
}

/** The same day for everybody to look at. @param {View} view @param {string[]} chosen @param {string[]} shown */
function onScreen(view, chosen, shown) {
  const same = shown.length === chosen.length && chosen.every((id) => shown.includes(id));
  const nameless = onBoard(view).some((card) => isHelp(card) && !card.named && chosen.includes(card.author ?? ""));
  return el("div", { class: "drop-screen", "data-id": "drop-screen" },
    same ? el("p", {}, icon("screen"), t("Dit staat nu op het scherm.")) : step(t("Laat zien op het scherm"), "show_without", { people: chosen }, { sign: "screen", id: "show-without" }),
    nameless && el("p", { class: "soft" }, t("Een aanbod zonder naam blijft daar staan. Zo weet niemand van wie het is.")));
}

/** @param {import("./seen.js").Person} who @param {boolean} away */
function absentee(who, away) {
  return el("button", { type: "button", class: "b pill", "data-own-do": "without", "data-about": who.id, "aria-pressed": String(away) }, face(who), el("span", { dir: "auto" }, nameOf(who)));
}

/** @param {View} view @param {string[]} chosen @param {Advice} advice @param {string} lang */
function day(view, chosen, advice, lang) {
  const names = namesOf(view, chosen, lang);
  const lost = advice.gaps.filter((gap) => gap.lost.length > 0);
  if (!lost.length) return el("p", {}, t("Een dag zonder {names}: op elk punt dat hulp heeft, is nog iemand.", { names }));
  const scenes = [...new Set(lost.map((gap) => gap.scene))];
  return [
    el("h3", {}, lost.length === 1 ? t("Een dag zonder {names}: op 1 punt is dan niemand", { names }) : t("Een dag zonder {names}: op {n} punten is dan niemand", { names, n: lost.length })),
    el("ul", {}, scenes.map((scene) => el("li", { class: "drop-scene", "data-id": `drop-${scene}` },
      el("p", { class: "todo-says" }, orErased(scene && view.scenes[scene]?.title), scene && advice.scenes.includes(scene) && el("span", { class: "note" }, coverSign("nobody"), t("hier is dan niemand"))),
      el("ul", { class: "todo-quotes" }, lost.filter((gap) => gap.scene === scene).map((gap) => el("li", { "data-id": `gap-${gap.risk}` }, userText(view.cards[gap.risk] && orFallback(view.cards[gap.risk])), couldFill(view, gap), agree(gap.risk, `gap-${gap.risk}`)))),
      scene && el("p", { class: "in-do" }, own(t("Naar de scène"), "peek", `${scene}:${lost.find((gap) => gap.scene === scene)?.risk ?? ""}`, { look: "quiet", sign: "eye", id: `peek-drop-${scene}` }))))),
  ];
}
