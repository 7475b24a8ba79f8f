/** The desk's header and left side: where everybody is, the scenes, the question of the moment, what the screen and the door do. */

import { el } from "./dom.js";
import { own, statusLine, step, toggle } from "./controls.js";
import { coverMark, unseenText } from "./draw.js";
import { icon } from "./icons.js";
import { PHASES, questionAfter, questionsNow, routineNow, sceneNow, scenesOf } from "./seen.js";
import { phaseWord, questionWord } from "./terms.js";
import { undoAndRedo } from "./undone.js";
import { t } from "./words.js";

/** @typedef {import("./seen.js").View} View */
/** @typedef {import("./desk.js").Own} Own */

/** @param {View} view @param {Own} mine */
export function deskHeader(view, mine) {
  return el("header", { class: "desk-top", "data-column": "top" },
    el("a", { class: "b quiet", href: "/", "aria-label": t("Terug naar alle pagina's"), title: t("Terug naar alle pagina's") }, icon("previous"), el("span", {}, t("Pagina's"))),
    el("h1", {}, t("Regie")),
    el("p", { class: `live ${mine.link}` }, mine.link === "lost" ? [icon("away"), el("span", {}, t("Verbinding weg. We proberen het opnieuw."))] : null),
    statusLine("top", mine.trouble),
    doorKnob(view),
    undoAndRedo(view),
    own("", "keys", null, { sign: "keys", look: "quiet", label: t("Toetsen") }));
}

/** @param {View} view */
function doorKnob(view) {
  const { open, code } = view.door;
  return el("div", { class: "knob" }, icon("door"), open ? el("b", { class: "code", dir: "ltr" }, code ?? "") : el("span", {}, t("Deur dicht")),
    open ? step(t("Sluit de deur"), "close_door") : step(t("Open de deur"), "open_door", {}, { look: "strong" }));
}

/** @param {View} view @param {Own} mine */
export function rudder(view, mine) {
  return el("nav", { class: "rudder", "data-column": "rudder", "aria-label": t("Leiden") },
    el("section", { class: "block screen-block" },
      step(view.now.playing ? t("Stoppen") : t("Afspelen"), view.now.playing ? "stop_playing" : "play", view.now.playing ? {} : { scene: sceneNow(view)?.id ?? null },
        { sign: view.now.playing ? "stop" : "play", look: "strong", off: !sceneNow(view), id: "play" }),
      step(view.now.paused ? t("Pauze uit") : t("Schermpauze"), "pause_screen", { paused: !view.now.paused }, { sign: view.now.paused ? "play" : "pause", look: view.now.paused ? "warm" : "plain", id: "pause" }),
      toggle(t("Kaarten meteen op het scherm"), "set_road", "straight", view.now.straight)),
    statusLine("rudder", mine.trouble),
    routines(view), questionBlock(view));
}

/** Where everybody is: the phases, to move them all. @param {View} view */
export function phaseBar(view) {
  return el("nav", { class: "phase-bar", "data-column": "top", "aria-label": t("Waar we zijn") }, el("ol", {},
    PHASES.map((phase, at) => el("li", { "data-id": `phase-${phase}` }, step(`${at + 1} ${phaseWord(phase)}`, "move_phase", { phase }, { now: phase === view.now.phase, look: "row" })))));
}

/** @param {View} view */
function questionBlock(view) {
  const next = questionAfter(view);
  return el("section", { class: "block" }, el("h2", {}, t("De vraag van nu")),
    el("p", { class: "question-now" }, questionWord(view.now.question) || t("Nog geen vraag gesteld")),
    step(t("Volgende vraag"), "ask", { question: next }, { sign: "next", label: questionWord(next), id: "next-question" }),
    el("details", {}, el("summary", {}, t("Alle vragen")), el("ul", { class: "rows" },
      questionsNow(view).map((question) => el("li", { "data-id": `q-${question}` }, step(questionWord(question), "ask", { question }, { now: question === view.now.question, look: "row", sign: question }))))));
}

/** @param {View} view */
function routines(view) {
  const here = routineNow(view);
  const scene = sceneNow(view);
  if (!here) return el("section", { class: "block" }, el("h2", {}, t("De film")), el("p", { class: "soft" }, t("Kies een routine bij de voorbereiding.")));
  return el("section", { class: "block" }, el("h2", {}, t("De film")),
    view.order.length > 1 && el("ul", { class: "films" }, view.order.map((id) => el("li", { "data-id": `film-${id}` },
      step(view.routines[id]?.title ?? "", "show_scene", { scene: view.routines[id]?.scenes[0] ?? null }, { pressed: id === here.id, look: "pill" })))),
    el("ol", { class: "scene-list" }, scenesOf(view, here).map((one) => el("li", { "data-id": one.id, class: one.id === scene?.id ? "now" : "" },
      el("button", { type: "button", class: "scene-row", "data-verb": "show_scene", "data-fields": JSON.stringify({ scene: one.id }), "aria-current": one.id === scene?.id ? "step" : null },
        el("time", {}, one.time ?? "·"), el("span", { dir: "auto" }, one.title), coverMark(one.cover)),
      one.talked_through ? el("span", { class: "talked-done", title: t("besproken") }, icon("check"), unseenText(t("besproken")))
        : step("", "talk_through", { scene: one.id }, { sign: "check", look: "quiet", label: t("{scene} is besproken", { scene: one.title }) })))));
}
