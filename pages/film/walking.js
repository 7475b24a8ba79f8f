/** The desk's tab for the dry run: draw a card or choose one, fit it to a moment, write down how it went, make an agreement of it. */

import { el } from "./dom.js";
import { chips, own, readField, step, textArea } from "./controls.js";
import { coverMark, nameOf } from "./draw.js";
import { cameOfIt } from "./dryrun.js";
import { icon } from "./icons.js";
import { allIdeas, inWords } from "./ideas.js";
import { menu } from "./menu.js";
import { all, offered, onTable, person, scenesOf, versionInHand, walked } from "./seen.js";
import { dryRunWord, orErased } from "./terms.js";
import { t } from "./words.js";

/** @typedef {import("./seen.js").View} View */
/** @typedef {import("./seen.js").WhatIf} WhatIf */

/** @param {View} view */
export function dryRunTab(view) {
  const one = onTable(view);
  const done = walked(view).filter(({ id }) => id !== one?.id);
  return [
    one ? [...atTheTable(view, one), el("h3", {}, t("Een andere kaart"))] : el("p", {}, t("Loop samen door wat er kan gebeuren. Wie doet dan wat? Houdt het plan?")),
    drawing(view, !one),
    done.length > 0 && el("h3", {}, t("Dit oefenden we al")),
    done.length > 0 && el("ol", { class: "risk-list" }, done.map((was) => el("li", { class: "risk-point", "data-id": `was-${was.id}` },
      el("p", {}, el("b", { dir: "auto" }, orErased(inWords(was).title)), " ", el("span", { class: "soft", dir: "auto" }, view.scenes[was.scene]?.title ?? "")),
      cameOfIt(view, was), el("p", { class: "in-do" }, own(t("Maak hier een afspraak van"), "agree", was.id, { look: "plain", sign: "plus", id: `agree-on-${was.id}` }))))),
  ].flat();
}

/** @param {View} view @param {WhatIf} one */
function atTheTable(view, one) {
  const scene = view.scenes[one.scene];
  const { title, question } = inWords(one);
  return [
    el("header", { class: "side-head" }, el("h2", { dir: "auto" }, orErased(title)), step(t("Leg weg"), "put_away_what_if", { what_if: one.id }, { look: "quiet", id: "put-away", tip: t("Niemand hoeft deze kaart te oefenen.") })),
    el("p", { dir: "auto" }, orErased(question)),
    el("section", { class: "fitted" }, el("p", {}, el("b", { dir: "auto" }, [scene?.time, scene?.title].filter(Boolean).join(" "))), scene && coverMark(scene.cover), ready(view, scene), elsewhere(view, one)),
    walkForm(view, one),
    one.outcome && cameOfIt(view, one),
    el("p", { class: "in-do" }, own(t("Maak hier een afspraak van"), "agree", one.id, { look: one.outcome && one.outcome !== "holds" ? "strong" : "plain", sign: "plus", id: "agree-on-it", key: "Shift+A" }), changeOne(view)),
  ].flat();
}

/** Who is asked first there, and who after that. @param {View} view @param {import("./seen.js").Scene|undefined} scene */
function ready(view, scene) {
  const offering = offered(view, scene?.helpers ?? []).map((card) => (card.named ? person(view, card.author) : null));
  const agreed = (scene?.agreed ?? []).map((id) => person(view, id)).filter((who) => !offering.includes(who));
  const names = [...agreed, ...offering].map(nameOf);
  return names.length > 0 && el("p", { class: "who-ready", dir: "auto" }, names.join(", "));
}

/** @param {View} view @param {WhatIf} one */
function walkForm(view, one) {
  return el("form", { class: "weigh", "data-form": "walk", "data-about": one.id, "data-id": `walk-${one.id}` },
    readField(t("Wie doet dan wat? Wat is er nog nodig?"), textArea("text", one.text ?? ""), t("Iedereen ziet dit, ook in het plan.")),
    usedThere(view, one),
    el("div", { class: "in-do" }, [["holds", "check"], ["almost", "question"], ["not", "cross"]].map(([how = "", sign = ""]) => el("button", {
      type: "submit", name: "outcome", value: how, class: "b plain", "aria-pressed": String(one.outcome === how), "data-id": `walk-${how}`,
    }, icon(sign), el("span", {}, dryRunWord(how))))));
}

/** The agreements by which it held, those of this moment first; where it holds they are practised. @param {View} view @param {WhatIf} one */
function usedThere(view, one) {
  const chosen = [...one.held, ...one.agreements];
  /** @param {import("./seen.js").Agreement} agreement */
  const here = (agreement) => chosen.includes(agreement.id) || agreement.risks.some((id) => view.cards[id]?.scene === one.scene);
  const options = all(view.agreements).map((agreement) => ({ here: here(agreement), id: agreement.id, words: `${nameOf(person(view, agreement.who))}: ${orErased(agreement.what)}` }));
  const rest = options.filter((option) => !option.here);
  return options.length > 0 && el("div", { class: "used", "data-id": `used-${one.id}` },
    chips(t("Welke afspraken helpen hier? Lukt het, dan zijn die geoefend."), "agreements", options.filter((option) => option.here), chosen),
    rest.length > 0 && el("details", { "data-id": "used-elsewhere" }, el("summary", {}, rest.length === options.length ? t("Welke afspraken helpen hier?") : t("Andere afspraken")), chips(t("Lukt het, dan zijn die geoefend."), "agreements", rest, chosen)));
}

/** Another moment of the day. @param {View} view @param {WhatIf} one */
function elsewhere(view, one) {
  const scenes = view.order.flatMap((id) => (view.routines[id] ? scenesOf(view, view.routines[id]) : []));
  const others = scenes.filter(({ id }) => id !== one.scene);
  return others.length > 0 && menu(t("Bij een ander moment"), "fit", others.map((scene) => step([scene.time, scene.title].filter(Boolean).join(" "), "fit_what_if", { what_if: one.id, scene: scene.id }, { look: "item", id: `fit-${scene.id}` })));
}

/** An agreement that is there already, and changes because of it. @param {View} view */
function changeOne(view) {
  const there = all(view.agreements);
  return there.length > 0 && menu(t("Pas een afspraak aan"), "change-one", there.map((agreement) =>
    own(`${nameOf(person(view, agreement.who))}: ${orErased(agreement.what)}`, "change_for", agreement.id, { look: "item", id: `change-for-${agreement.id}` })));
}

/** By chance, or chosen; a card that was walked through in this plan does not come again. @param {View} view @param {boolean} first */
function drawing(view, first) {
  const done = new Set(walked(view).filter(({ version }) => version === versionInHand(view)).map(({ idea }) => idea));
  const ideas = allIdeas();
  /** @param {import("./ideas.js").Idea} idea */
  const row = (idea) => el("li", { "data-id": `idea-${idea.id}` }, step(idea.title, "draw_what_if", { idea: idea.id }, { look: "row", off: done.has(idea.id), tip: idea.question }));
  return el("section", { class: "drawing", "data-id": "drawing" },
    step(t("Trek een kaart"), "draw_what_if", {}, { look: first ? "strong" : "plain", sign: "question", id: "draw", key: "Shift+D" }),
    el("details", { "data-id": "choose" }, el("summary", {}, t("Kies zelf een kaart")), el("ul", { class: "rows" }, ideas.filter((idea) => idea.by_chance).map(row)),
      el("p", { class: "note" }, t("Deze komen nooit vanzelf. Kies ze alleen als het past bij wie er is.")), el("ul", { class: "rows" }, ideas.filter((idea) => !idea.by_chance).map(row))),
    el("details", { "data-id": "own-what-if" }, el("summary", {}, t("Schrijf zelf een kaart")), el("form", { class: "weigh", "data-form": "own_what_if", "data-once": true, "data-id": "own-what-if-form" },
      readField(t("Wat als …"), el("input", { name: "title", dir: "auto", required: true, maxlength: "120", autocomplete: "off" })),
      readField(t("Wat vragen we dan?"), textArea("question", "", { required: true, placeholder: t("Bijvoorbeeld: wie bel je dan? En wie blijft bij de kinderen?") }), t("Iedereen ziet dit, ook in het plan.")),
      el("button", { type: "submit", class: "b plain" }, t("Leg op tafel")))),
    el("p", { class: "note" }, t("De kaarten zijn voorbeelden. Past een kaart niet bij dit gezin? Leg hem weg.")));
}
