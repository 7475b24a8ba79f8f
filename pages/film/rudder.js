/** The desk's header and left side: where everybody is, the scenes, the question of the moment, what the screen and the door do. */

import { el } from "./dom.js";
import { own, statusLine, step, toggle } from "./controls.js";
import { coverMark, orFallback, unseenText, userText } from "./draw.js";
import { namesOf } from "./findings.js";
import { icon } from "./icons.js";
import { todoMark } from "./marks.js";
import { menu } from "./menu.js";
import { questionAfter, routineNow, sceneNow, scenesOf, without } from "./seen.js";
import { phaseWord, questionWord } from "./terms.js";
import { timeWords } from "./timer.js";
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
    own("", "keys", null, { sign: "keys", look: "quiet", label: t("Toetsen"), key: "?" }));
}

/** @param {View} view */
function doorKnob(view) {
  const { open, code } = view.door;
  return el("div", { class: "knob" }, icon("door"), open ? el("b", { class: "code", dir: "ltr" }, code ?? "") : el("span", {}, t("Deur dicht")),
    open ? step(t("Sluit de deur"), "close_door", {}, { key: "D" }) : step(t("Open de deur"), "open_door", {}, { look: "strong", key: "D" }));
}

/** @param {View} view @param {Own} mine @param {string} lang */
export function rudder(view, mine, lang) {
  return el("nav", { class: "rudder", "data-column": "rudder", "aria-label": t("Leiden") },
    el("section", { class: "block screen-block" },
      step(view.now.playing ? t("Stoppen") : t("Afspelen"), view.now.playing ? "stop_playing" : "play", view.now.playing ? {} : { scene: sceneNow(view)?.id ?? null },
        { sign: view.now.playing ? "stop" : "play", look: "strong", off: !sceneNow(view), id: "play", key: "P" }),
      step(view.now.paused ? t("Pauze uit") : t("Schermpauze"), "pause_screen", { paused: !view.now.paused }, { sign: view.now.paused ? "play" : "pause", look: view.now.paused ? "warm" : "plain", id: "pause", key: "B" }),
      toggle(t("Kaarten meteen op het scherm"), "set_road", { straight: !view.now.straight }, view.now.straight, "Q"),
      toggle(t("Laat op het scherm zien wat er nog te doen is"), view.now.todo ? "hide_todo" : "show_todo", {}, view.now.todo ?? false, "Shift+T")),
    statusLine("rudder", mine.trouble),
    inTheLight(view), dayWithout(view, lang), timer(view), together(view), begin(view), routines(view, mine), questionBlock(view),
    own(t("Bekijk de week"), "week", null, { sign: "week", look: "quiet", key: "Shift+W", id: "week-open" }),
    own(t("Bekijk hoe het ging"), "history", null, { sign: "clock", look: "quiet", key: "H", id: "history-open" }));
}

/** Where everybody is: the phases, to move them all; under it what is asked first. @param {View} view @param {HTMLElement|null} question */
export function phaseBar(view, question) {
  return el("nav", { class: "phase-bar", "data-column": "top", "aria-label": t("Waar we zijn") }, el("ol", {},
    view.phases.map((phase, at) => el("li", { "data-id": `phase-${phase}` }, own(`${at + 1} ${phaseWord(phase)}`, "phase", phase, { now: phase === view.now.phase, look: "row", key: String(at + 1) })))), question);
}

/** @param {View} view */
function questionBlock(view) {
  const next = questionAfter(view);
  return el("section", { class: "block" }, el("h2", {}, t("De vraag van nu")),
    el("p", { class: "question-now" }, questionWord(view.now.question) || t("Nog geen vraag gesteld")),
    step(t("Volgende vraag"), "ask", { question: next }, { sign: "next", label: questionWord(next), id: "next-question", key: "N" }),
    el("details", {}, el("summary", {}, t("Alle vragen")), el("ul", { class: "rows" },
      view.questions.map((question) => el("li", { "data-id": `q-${question}` }, step(questionWord(question), "ask", { question }, { now: question === view.now.question, look: "row", sign: question }))))));
}

/** The card that everybody looks at, with the way out. @param {View} view */
function inTheLight(view) {
  const card = view.now.light ? view.cards[view.now.light] : undefined;
  return card && el("section", { class: "block lit", "data-id": "lit" }, el("h2", {}, t("In het licht")), userText(orFallback(card), "said short"),
    step(t("Uit het licht"), "put_out_light", {}, { sign: "light", id: "light-out", key: "L" }));
}

/** That the screen shows a day without somebody, with the way out. @param {View} view @param {string} lang */
function dayWithout(view, lang) {
  const gone = without(view);
  return gone.length > 0 && el("section", { class: "block lit", "data-id": "without" }, el("h2", {}, t("Op het scherm")), el("p", { class: "question-now" }, t("Een dag zonder {names}", { names: namesOf(view, gone, lang) })),
    step(t("Stop"), "stop_without", {}, { sign: "stop", id: "stop-without", tip: t("De film staat dan weer gewoon op het scherm.") }));
}

/** Cards that nobody sees until all are shown together. @param {View} view */
function together(view) {
  const closed = Object.values(view.cards).filter((card) => card.held).length;
  const { holding, ready } = view.now;
  if (!holding && !closed) return null;
  return el("section", { class: "block", "data-id": "together" }, el("h2", {}, holding ? t("Nieuwe kaarten zijn dicht") : t("Nog niet getoond")),
    holding && el("p", { class: "question-now" }, t("{n} van {total} klaar", { n: ready, total: view.now.of })),
    el("p", { class: "soft" }, closed === 1 ? t("1 kaart is nog dicht.") : t("{n} kaarten zijn nog dicht.", { n: closed })),
    step(t("Laat alles samen zien"), "show_cards", {}, { sign: "eye", look: "strong", id: "show-cards", key: "E" }));
}

/** What can begin for all: time to think, and cards that stay closed until all are shown. @param {View} view */
function begin(view) {
  const closed = view.now.holding || Object.values(view.cards).some((card) => card.held);
  return el("div", { class: "begin", "data-id": "begin" },
    !view.now.timer && menu(t("Geef tijd"), "give-time", [1, 3, 5, 10].map((minutes) => step(minutes === 1 ? t("1 minuut") : t("{n} minuten", { n: minutes }), "set_timer", { minutes }, { look: "item", id: `time-${minutes}` })), { look: "plain", key: "C" }),
    !closed && step(t("Kaarten dicht"), "hold_cards", {}, { sign: "lock", id: "hold", key: "E", tip: t("Niemand ziet elkaars kaart, tot jij ze samen laat zien.") }));
}

/** How long there is, for all to see. @param {View} view */
function timer(view) {
  const words = timeWords(view.now.timer);
  return words && el("section", { class: "block timer", "data-id": "timer" }, el("h2", {}, t("Tijd")),
    [el("p", { class: "question-now" }, words), el("div", { class: "in-do" }, step(t("1 minuut erbij"), "add_minute", {}, { sign: "plus", id: "add-minute", key: "+" }), step(t("Stop"), "stop_timer", {}, { look: "quiet", id: "stop-timer", key: "C" }))]);
}

/** @param {View} view @param {Own} mine */
function routines(view, mine) {
  const here = routineNow(view);
  const scene = sceneNow(view);
  if (!here) return el("section", { class: "block" }, el("h2", {}, t("De film")), el("p", { class: "soft" }, t("Kies een routine bij de voorbereiding.")));
  return el("section", { class: "block" }, el("h2", {}, t("De film")),
    !mine.montage && own(t("De film aanpassen"), "montage", null, { sign: "edit", key: "F", id: "montage-open" }),
    view.order.length > 1 && el("ul", { class: "films" }, view.order.map((id) => el("li", { "data-id": `film-${id}` },
      step(view.routines[id]?.title ?? "", "show_scene", { scene: view.routines[id]?.scenes[0] ?? null }, { pressed: id === here.id, look: "pill" })))),
    el("ol", { class: "scene-list" }, scenesOf(view, here).map((one) => el("li", { "data-id": one.id, class: one.id === scene?.id ? "now" : "" },
      el("button", { type: "button", class: "scene-row", "data-verb": "show_scene", "data-fields": JSON.stringify({ scene: one.id }), "aria-current": one.id === scene?.id ? "step" : null },
        el("time", {}, one.time ?? "·"), el("span", { dir: "auto" }, one.title), coverMark(one.cover)),
      one.talked_through ? el("span", { class: "talked-done", title: t("besproken") }, icon("check"), unseenText(t("besproken")))
        : step("", "talk_through", { scene: one.id }, { sign: "check", look: "quiet", label: t("{scene} is besproken", { scene: one.title }) }),
      todoMark(mine.advice, one, "row")))));
}
