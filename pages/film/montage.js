/** The film on the cutting table of the desk: its scenes side by side, with all that stands on them, to change and to move. Pure drawing. */

import { cutting, own, statusLine, step } from "./controls.js";
import { el } from "./dom.js";
import { coverMark, face, framed, nameOf, orFallback, userText } from "./draw.js";
import { icon } from "./icons.js";
import { todoMark } from "./marks.js";
import { menu } from "./menu.js";
import { moveOf, movesOf, titleOf } from "./moves.js";
import { admitted, inInbox, offered, person, routineNow, scenesOf, waiting, wordsOn } from "./seen.js";
import { shotForm } from "./shots.js";
import { kindWord } from "./terms.js";
import { t } from "./words.js";

/** @typedef {import("./seen.js").View} View */
/** @typedef {import("./seen.js").Card} Card */
/** @typedef {import("./seen.js").Scene} Scene */

/**
 * What the cutting table knows by itself.
 * @typedef {object} Cutting
 * @property {string|null} routine the one that is on the table
 * @property {string|null} picked what was picked up by key or tap, to be put down by the next
 * @property {import("./shots.js").Shot|null} shot the form that is open
 * @property {string} news what was done just now, for who listens
 */

/** @param {View} view @param {Cutting} cut @param {{column: string, words: string}|null} trouble @param {import("./shots.js").Shelf} shelf @param {import("./advice.js").Advice|null} advice */
export function montage(view, cut, trouble, shelf, advice) {
  const routine = view.routines[cut.routine ?? ""] ?? routineNow(view);
  return el("main", { class: `montage${cut.picked ? " picking" : ""}`, "data-column": "montage", "data-id": "montage", "aria-label": t("De film aanpassen") },
    el("header", { class: "montage-head" }, el("h2", {}, t("De film aanpassen")), films(view, routine?.id ?? ""), meanwhile(view),
      routine && cutting(t("Scène erbij"), "new_scene", routine.id, { sign: "plus", key: "Shift+S" }),
      own(t("Klaar"), "montage", null, { look: "strong", key: "F", id: "montage-done" })),
    el("p", { class: "sr", role: "status", "aria-live": "polite" }, cut.news),
    statusLine("montage", trouble),
    cut.picked ? pickedUp(view, cut.picked) : crew(view),
    cut.shot ? shotForm(view, cut.shot, shelf) : null,
    routine && el("ol", { class: "cuts", "data-id": `cuts-${routine.id}` }, scenesOf(view, routine).map((scene, at) => cutOf(view, scene, at, cut, advice))));
}

/** What waits at the desk while the film is on the table. @param {View} view */
function meanwhile(view) {
  const cards = inInbox(view).length;
  const people = waiting(view).length;
  return (cards > 0 || people > 0) && el("p", { class: "note", role: "status" },
    [people > 0 && (people === 1 ? t("1 persoon wacht") : t("{n} mensen wachten", { n: people })), cards > 0 && (cards === 1 ? t("1 nieuwe kaart") : t("{n} nieuwe kaarten", { n: cards }))].filter(Boolean).join(" · "));
}

/** The films there are, the one on the table first among equals. @param {View} view @param {string} here */
function films(view, here) {
  return el("ul", { class: "films" },
    view.order.map((id, at) => el("li", { "data-id": `reel-${id}` }, cutting(view.routines[id]?.title ?? "", "routine", id, { pressed: id === here, look: "pill" }),
      id === here && menu(t("Film"), `reel-more-${id}`, [
        cutting(t("Naam en plaatje veranderen"), "change_routine", id, { look: "item" }),
        at > 0 && step(t("Eerder in de rij"), "move_routine", { routine: id, before: view.order[at - 1] }, { look: "item" }),
        at < view.order.length - 1 && step(t("Later in de rij"), "move_routine", { routine: id, before: view.order[at + 2] ?? null }, { look: "item" }),
        view.order.length > 1 && cutting(t("Film weghalen"), "remove_routine", id, { look: "item" }),
      ], { label: t("Meer met de film {title}", { title: view.routines[id]?.title ?? "" }) }))),
    el("li", { "data-id": "reel-new" }, cutting(t("Film erbij"), "new_routine", null, { sign: "plus", look: "quiet" })));
}

/** Who can be put at a scene as help. @param {View} view */
function crew(view) {
  const people = admitted(view).filter((who) => who.role !== "child");
  return el("div", { class: "crew" }, el("p", { class: "soft" }, t("Zegt iemand: ik kan helpen? Sleep die persoon naar de scène.")),
    el("ul", {}, people.map((who) => el("li", { class: "crew-one", "data-id": `crew-${who.id}`, "data-drag": `person:${who.id}` },
      grip(view, `person:${who.id}`), face(who), el("b", { dir: "auto" }, nameOf(who)), moveMenu(view, `person:${who.id}`, t("Zet bij"))))));
}

/** @param {View} view @param {string} what */
function pickedUp(view, what) {
  return el("div", { class: "crew held", role: "status" }, el("p", {}, t("Kies waar dit heen gaat:"), " ", el("b", { dir: "auto" }, titleOf(view, what))),
    cutting(t("Toch niet"), "put_back", null, { look: "quiet" }));
}

/** @param {View} view @param {Scene} scene @param {number} at @param {Cutting} cut @param {import("./advice.js").Advice|null} advice */
function cutOf(view, scene, at, cut, advice) {
  const what = `scene:${scene.id}`;
  return el("li", { class: "cut", "data-id": `cut-${scene.id}`, "data-drag": what, "data-drop": what, "data-scene": scene.id, tabindex: "-1" },
    el("header", { class: "cut-head" }, grip(view, what), el("h3", { dir: "auto" }, scene.time && el("time", {}, scene.time), " ", scene.title),
      menu(t("Meer"), `cut-more-${scene.id}`, [
        cutting(t("Naam, tijd, plaats en plaatje"), "change_scene", scene.id, { look: "item", key: "W" }),
        ...movesOf(view, what).map((move) => step(move.words, move.step.verb, move.step.fields, { look: "item" })),
        cutting(t("Scène weghalen"), "remove_scene", scene.id, { look: "item" }),
      ], { label: t("Meer met scène {n}: {title}", { n: at + 1, title: scene.title }), key: "V" })),
    el("div", { class: "cut-look" }, framed(scene.picture, "cut-shot"), el("span", {}, scene.place && el("span", { class: "soft", dir: "auto" }, scene.place), coverMark(scene.cover), todoMark(advice, scene, "cut"))),
    putHere(view, cut, what),
    el("ol", { class: "cut-help", "aria-label": t("Wie helpt hier") }, offered(view, scene.helpers).map((card, n) => helperOf(view, card, n === 0 ? t("eerst") : t("daarna"), cut)),
      offered(view, scene.watchers).map((card) => helperOf(view, card, t("let op"), cut))),
    el("ul", { class: "cut-cards", "aria-label": t("Wat hier staat") }, wordsOn(view, scene.id, true).map(({ card, under }) => cardOf(view, card, under, cut))));
}

/** @param {View} view @param {Card} card @param {string} word @param {Cutting} cut */
function helperOf(view, card, word, cut) {
  const what = `offer:${card.id}`;
  return el("li", { class: `cut-one ${card.kind}`, "data-id": what, "data-drag": what, "data-drop": what, "data-card": card.id },
    grip(view, what), face(person(view, card.author)), el("span", { class: "cut-words" }, el("b", { dir: "auto" }, nameOf(person(view, card.author))), el("small", {}, word)),
    moveMenu(view, what, t("Verplaats")), putHere(view, cut, what));
}

/** @param {View} view @param {Card} card @param {boolean} under @param {Cutting} cut */
function cardOf(view, card, under, cut) {
  const what = `card:${card.id}`;
  const here = card.kind === "risk" ? `risk:${card.id}` : null;
  return el("li", { class: `cut-one cut-card ${card.kind}${under ? " under" : ""}`, "data-id": what, "data-drag": what, "data-drop": here, "data-card": card.id },
    grip(view, what), el("span", { class: "cut-words" }, el("small", { class: "kind-word" }, icon(card.kind), kindWord(card.kind), card.narrow && icon("lock"), !card.on_board && el("i", {}, t("nog in de inbox"))), userText(orFallback(card), "said short")),
    moveMenu(view, what, t("Verplaats")), here && putHere(view, cut, here));
}

/** What a drag does, by a menu. @param {View} view @param {string} what @param {string} words */
function moveMenu(view, what, words) {
  const moves = movesOf(view, what);
  return moves.length > 0 && menu(words, `move-${what}`, moves.map((move) => step(move.words, move.step.verb, move.step.fields, { look: "item" })), { label: t("Verplaats naar… {title}", { title: titleOf(view, what) }) });
}

/** To drag by, or to pick up by key or tap. @param {View} view @param {string} what */
function grip(view, what) {
  return el("button", { type: "button", class: "grip", "data-cut": "pick", "data-about": what, "data-id": `grip-${what}`, "aria-label": t("Pak op: {title}", { title: titleOf(view, what) }) }, icon("grip"));
}

/** While something is picked up: the place where it can be put down. @param {View} view @param {Cutting} cut @param {string} where */
function putHere(view, cut, where) {
  const step = cut.picked && moveOf(view, cut.picked, where);
  if (!step) return null;
  const words = where.startsWith("offer:") ? t("Zet hiervoor") : where.startsWith("risk:") ? t("Zet hieronder") : cut.picked?.startsWith("scene:") ? t("Zet op deze plek") : t("Zet hier");
  return cutting(words, "put", where, { look: "put", label: `${words}: ${titleOf(view, where.replace("risk:", "card:"))}` });
}
