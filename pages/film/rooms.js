/** What the shared screen shows in each phase, below its header. Pure drawing; `film` is the heart, the others stand round it. */

import { el } from "./dom.js";
import { cardList, face, filmStrip, framed, nameOf, personChip, standingReady, talkedMark, userText } from "./draw.js";
import { icon } from "./icons.js";
import { dryRun } from "./dryrun.js";
import { adoption, agreements, bottomLines, evaluation } from "./papers.js";
import { scale } from "./scale.js";
import { here, isHelp, onBoard, routineNow, sceneFrom, sceneNow, showsFilm, wordsOn } from "./seen.js";
import { questionWord } from "./terms.js";
import { t } from "./words.js";

/** @typedef {import("./seen.js").View} View */
/** @typedef {import("./draw.js").Look} Look */
/** @typedef {import("./film.js").Place} Place */

/** @param {View} view @param {Look} look @param {Place} place @returns {HTMLElement} */
export function bodyOf(view, look, place) {
  if (showsFilm(view)) return view.now.playing ? playing(view, look) : film(view, look);
  switch (view.now.phase) {
    case "bottom_lines": return bottomLines(view);
    case "worries_strengths": return twoColumns(view, look);
    case "scale": return scale(view, place.lang) ?? empty(t("Straks geeft iedereen een cijfer van 0 tot 10."), "scale-none");
    case "agreements": return agreements(view);
    case "dry_run": return dryRun(view, look) ?? empty(t("Straks oefenen we het plan. Er komt een kaart: wat als …"), "dry-run-none");
    case "adoption": return adoption(view, place.lang);
    case "evaluation": return evaluation(view, place.lang);
    default: return welcome(view, place);
  }
}

/** @param {View} view @param {Look} look */
function film(view, look) {
  const routine = routineNow(view);
  if (!routine) return empty(t("Er staat nog geen film klaar. De procesbegeleider kiest er een."), "film");
  return el("div", { class: "body film-body", "data-id": "film" }, filmStrip(view, routine, sceneNow(view)?.id ?? null, look),
    el("footer", { class: "moment" }, el("p", { class: "question", "aria-live": "polite" }, questionWord(view.now.question) || t("Wat gebeurt hier?")), crowd(view)));
}

/** Who is in, small; `fit` counts those for whom there is no room. @param {View} view */
function crowd(view) {
  return el("ul", { class: "crowd", "aria-label": t("Wie er zijn") },
    here(view).map((who) => el("li", { "data-id": `in-${who.id}` }, face(who), el("span", { dir: "auto" }, nameOf(who)))),
    el("li", { class: "others", "data-id": "others", "data-own": true }));
}

/** One scene, large, with the question of the moment. @param {View} view @param {Look} look */
function playing(view, look) {
  const scene = sceneNow(view);
  const routine = routineNow(view);
  if (!scene || !routine) return film(view, look);
  const asked = view.now.question;
  const words = wordsOn(view, scene.id);
  const first = words.filter(({ card }) => card.kind === asked);
  const rest = words.filter(({ card }) => card.kind !== asked);
  const at = routine.scenes.indexOf(scene.id);
  const next = view.scenes[sceneFrom(view, 1) ?? ""];
  return el("div", { class: `body play${words.length > 5 ? " many" : ""}`, "data-id": `play-${scene.id}` },
    el("div", { class: "play-shot" }, framed(scene.picture, "reel"),
      el("p", { class: "play-time" }, scene.time && el("time", {}, scene.time), scene.place && el("span", { dir: "auto" }, scene.place), scene.talked_through && talkedMark()),
      el("h2", { dir: "auto" }, scene.title), standingReady(view, scene),
      el("p", { class: "play-at" }, el("span", {}, t("Scène {n} van {total}", { n: at + 1, total: routine.scenes.length })),
        next && icon("next"), next && el("span", { class: "play-next", dir: "auto" }, next.title))),
    el("div", { class: "play-words" }, el("p", { class: "play-question", "aria-live": "polite" }, questionWord(asked) || t("Wat gebeurt hier?")),
      cardList(view, [...first.map(({ card }) => ({ card, under: false })), ...rest], look, `play-${scene.id}`)));
}

/** How to join: the QR, where, and the code. @param {View} view @param {Place} place */
export function door(view, place) {
  return el("aside", { class: "door", "data-id": "door", "aria-label": t("Meedoen") },
    el("img", { class: "qr", src: `/qr?conference=${encodeURIComponent(place.conference)}`, alt: t("QR-code om mee te doen") }),
    el("div", {}, el("p", { class: "where" }, t("Doe mee op {where}", { where: view.door.where ?? "" })), el("p", { class: "code", dir: "ltr" }, view.door.code ?? "")));
}

/** @param {View} view @param {Place} place */
function welcome(view, place) {
  const people = here(view);
  const rules = [t("Iedereen komt aan de beurt. We laten elkaar uitpraten."), t("Zeg wat je hebt gezien of gehoord. Zo precies als je kunt."), t("We praten over wat iemand doet. We schelden niet."), t("Heb je een pauze nodig? Zeg het. Dat mag altijd.")]; // as on the phones
  return el("div", { class: "body welcome", "data-id": "welcome" },
    el("section", { class: "rules" }, el("ol", {}, rules.map((rule) => el("li", {}, el("span", {}, rule))))),
    view.door.open ? door(view, place) : el("p", { class: "door closed" }, icon("door"), t("De deur is dicht.")),
    el("section", { class: "who" }, people.length > 0 && el("h2", {}, people.length === 1 ? t("1 persoon is er") : t("{n} mensen zijn er", { n: people.length })),
      people.length ? el("ul", { class: `people${crowding(people.length)}` }, people.map(personChip)) : el("p", { class: "nobody-yet" }, t("Er is nog niemand binnen."))));
}

/** Everybody who is in stands there: the more people, the less is said of each. @param {number} people */
function crowding(people) {
  return people > 36 ? " many only-names" : people > 16 ? " many" : "";
}

/** @param {View} view @param {Look} look */
function twoColumns(view, look) {
  /** @param {string} kind */
  const of = (kind) => onBoard(view).filter((card) => card.kind === kind && !isHelp(card)).map((card) => ({ card, under: false }));
  /** @param {string} kind @param {string} title @param {string} none */
  const column = (kind, title, none) => {
    const cards = of(kind);
    return el("section", { class: `column ${kind}${cards.length > 8 ? " many" : ""}`, "data-id": `column-${kind}` },
      el("h2", {}, icon(kind), el("span", {}, title), el("b", { class: "count" }, String(cards.length))),
      cards.length ? cardList(view, cards, look, `column-${kind}`) : el("p", { class: "none-yet" }, none));
  };
  return el("div", { class: "body columns", "data-id": "columns" },
    column("worry", t("Zorgen"), t("Hier komen de zorgen te staan.")), column("strength", t("Wat gaat goed"), t("Hier komt te staan wat goed gaat.")));
}

/** @param {string} words @param {string} id */
export function empty(words, id) {
  return el("div", { class: "body empty", "data-id": id }, el("img", { class: "picture", src: "/face/pictograms/film.svg", alt: "" }), userText(words, "big"));
}
