/** The shared screen: one calm picture of what is going on, for a room of forty. Shows only what the stream gives; led by the keyboard. */

import { besides, dayWithout, inTheLight, parkingLot } from "./besides.js";
import { become, el } from "./dom.js";
import { countBelow, fit, mindPictures, nameOf, orFallback } from "./draw.js";
import { icon } from "./icons.js";
import { askIdeas } from "./ideas.js";
import { SCREEN_KEYS, commandOf, isTyping } from "./keys.js";
import { keyList, keysOn } from "./keylist.js";
import { FILM_ONLY, stepOf } from "./lead.js";
import { inOrder } from "./order.js";
import { bodyOf, door } from "./rooms.js";
import { inParking, onBoard, person, routineNow, showsFilm, without } from "./seen.js";
import { kindWord, phaseTitle, phaseWord } from "./terms.js";
import { ticking } from "./timer.js";
import { t } from "./words.js";

/** @typedef {import("./seen.js").View} View */
/** @typedef {import("./film.js").Place} Place */

const FRESH_FOR = 6000;

/** @param {Place} place @returns {import("./film.js").Face} */
export function screen(place) {
  const stage = el("div", { class: "stage" });
  const said = el("p", { class: "sr", "aria-live": "polite", role: "status" });
  place.shell.append(stage, said);
  /** @type {View|null} */
  let view = null;
  /** @type {import("./stream.js").State} */
  let link = "live";
  let trouble = "";
  /** What this screen shows by itself: blank before the server has heard of it, a scene with all its cards, the parking lot. */
  const own = { blank: /** @type {boolean|null} */ (null), open: /** @type {string|null} */ (null), parking: false };
  /** @type {Map<string, number>} */
  const fresh = new Map();
  let sceneShown = "";

  /** @param {View} next */
  function show(next) {
    if (view) welcomeCards(view, next);
    if (own.blank === next.now.paused) own.blank = null;
    view = next;
    if (next.now.phase === "dry_run" && !place.lang.startsWith("nl")) askIdeas(place.lang, draw);
    draw();
    time.mind();
    order.mind();
  }

  const order = inOrder(() => view);
  const time = ticking(() => view?.now.timer, draw);
  const keys = keysOn(stage, draw);

  /** @param {View} before @param {View} after */
  function welcomeCards(before, after) {
    const come = onBoard(after).filter((card) => !before.cards[card.id]?.on_board);
    for (const card of come) fresh.set(card.id, Date.now() + FRESH_FOR);
  }

  /** For who listens to the screen: the cards that came in just now, as long as they are there. @param {View} now */
  function news(now) {
    return onBoard(now).filter((card) => fresh.has(card.id)).map((card) => {
      const by = card.named && card.author ? ` (${nameOf(person(now, card.author))})` : "";
      return el("span", { "data-id": `news-${card.id}` }, `${kindWord(card.kind)}: ${orFallback(card)}${by}. `);
    });
  }

  function draw() {
    if (!view) return;
    for (const [id, until] of fresh) if (until < Date.now()) fresh.delete(id);
    const look = { fresh: new Set(fresh.keys()), open: own.open };
    const blank = own.blank ?? view.now.paused;
    become(said, el("p", { class: "sr", "aria-live": "polite", role: "status" }, blank ? [] : news(view)));
    become(stage, stageOf(view, place, look, blank, [own.parking && inParking(view).length > 0 && parkingLot(view), signal(), keys.open && keyList(SCREEN_KEYS)]));
    settle();
  }

  function settle() {
    fit(stage);
    const scene = stage.querySelector(".scene.current");
    const id = scene?.getAttribute("data-id") ?? "";
    if (scene && id !== sceneShown) scene.scrollIntoView({ inline: "center", block: "nearest" });
    sceneShown = id;
  }

  function signal() {
    if (link === "lost") return el("p", { class: "signal", role: "status" }, icon("away"), el("span", {}, t("Verbinding weg. We proberen het opnieuw.")));
    return trouble ? el("p", { class: "signal", role: "status" }, el("span", {}, trouble)) : null;
  }

  /** @param {string} command @param {boolean} [again] from a key that is kept down */
  function command(command, again) {
    if (command === "keys") return keys.turn();
    if (command === "escape") {
      own.parking = false;
      keys.turn(false);
    }
    else if (command === "parking") own.parking = !own.parking;
    else if (command === "more") return showMore();
    else if (command === "full") return toggleFull(place.shell);
    else if (FILM_ONLY.has(command) && view && !showsFilm(view)) return turn(command);
    else if (command === "pause") return void lead(command);
    else return order.next(() => lead(command), again);
    draw();
  }

  /** What did not fit: the list opens, goes on page by page, and closes after its end. */
  function showMore() {
    const list = stage.querySelector(":is(.play, .scene.current, .column) .cards");
    const scene = list?.querySelector(".more:not([hidden]) [data-scene]")?.getAttribute("data-scene");
    if (!list || !scene) return;
    if (own.open === scene && list.scrollTop + list.clientHeight < list.scrollHeight - 2) return list.scrollBy({ top: 0.85 * list.clientHeight });
    own.open = own.open === scene ? null : scene;
    draw();
  }

  /** Where there is no film, the keys of the scenes go through a list that is longer than the screen. @param {string} command */
  function turn(command) {
    const list = stage.querySelector(".papers");
    const pages = { next: 0.8, previous: -0.8, next_film: 0.3, previous_film: -0.3, first: -1000, last: 1000 }[command];
    if (list && pages) list.scrollBy({ top: pages * list.clientHeight });
  }

  /** @param {string} command @returns {Promise<import("./send.js").Answer|null>} */
  async function lead(command) {
    if (!view) return null;
    const paused = own.blank ?? view.now.paused;
    const step = command === "pause" ? { verb: "pause_screen", fields: { paused: !paused } } : stepOf(command, view);
    if (!step) return null;
    if (command === "pause") own.blank = !paused;
    trouble = "";
    draw();
    try {
      return await place.act(step.verb, step.fields);
    } catch (error) {
      trouble = error instanceof Error ? error.message : "";
      draw();
      return null;
    }
  }

  /** @param {KeyboardEvent} event */
  function onKey(event) {
    const asked = isTyping(event) ? null : commandOf(event, place.shell.dir);
    if (!asked || event.defaultPrevented) return;
    event.preventDefault();
    event.stopPropagation();
    command(asked, event.repeat);
  }

  /** @param {Event} event */
  function onClick(event) {
    const pressed = /** @type {Element} */ (event.target).closest("[data-do]");
    if (pressed?.getAttribute("data-do") === "page") return turn("next");
    if (pressed?.getAttribute("data-do") !== "open_cards") return;
    const scene = pressed.getAttribute("data-scene");
    own.open = own.open === scene ? null : scene;
    draw();
  }

  const onFull = () => toTheTop(place.shell);
  const sizes = new ResizeObserver(() => fit(stage));
  sizes.observe(stage);
  document.fonts.ready.then(() => fit(stage));
  stage.addEventListener("click", onClick);
  stage.addEventListener("scroll", ({ target }) => countBelow(/** @type {HTMLElement} */ (target)), true);
  mindPictures(stage, draw);
  addEventListener("keydown", onKey, true);
  document.addEventListener("fullscreenchange", onFull);

  return {
    show,
    connection(state) {
      if (state !== link) trouble = "";
      link = state;
      if (state === "asleep") return; // nobody looks: see `Face` in film.js
      draw();
      time.mind(); // it may be another time in the house than this device thinks
    },
    again: draw,
    close() {
      sizes.disconnect();
      time.stop();
      keys.stop();
      removeEventListener("keydown", onKey, true);
      document.removeEventListener("fullscreenchange", onFull);
    },
  };
}

/**
 * The whole picture, from the view alone.
 * @param {View} view @param {Place} place @param {import("./draw.js").Look} look @param {boolean} blank @param {import("./dom.js").Child[]} [over] what this screen lays over it
 */
export function stageOf(view, place, look, blank, over = []) {
  const phase = showsFilm(view) ? "film" : view.now.phase;
  return el("div", { class: `stage phase-${phase}${view.now.playing ? " playing" : ""}${without(view).length ? " without" : ""}` },
    blank ? pause() : [header(view, place), dayWithout(view, place.lang), bodyOf(view, look, place), inTheLight(view)], over);
}

/** @param {View} view @param {Place} place */
function header(view, place) {
  const { phase } = view.now;
  const shows = showsFilm(view);
  const title = shows ? (routineNow(view)?.title ?? phaseTitle(phase)) : phaseTitle(phase);
  const at = view.order.indexOf(routineNow(view)?.id ?? "");
  const several = shows && view.order.length > 1;
  return el("header", { class: "top", "data-id": "top" },
    el("div", { class: "title" },
      el("p", { class: "over" }, phaseWord(phase), several && el("span", {}, t("{n} van {total}", { n: at + 1, total: view.order.length })), besides(view)),
      el("h1", { dir: "auto" }, title)),
    phaseRow(view),
    view.door.open && (shows || phase !== "welcome") && door(view, place));
}

/** @param {View} view */
function phaseRow({ phases, now: { phase } }) {
  const now = phases.indexOf(phase);
  return el("ol", { class: "phases", "aria-label": t("Waar we zijn") },
    phases.map((one, at) => el("li", { "data-id": `phase-${one}`, class: at === now ? "now" : at < now ? "done" : "", "aria-current": at === now ? "step" : null },
      el("b", {}, String(at + 1)), el("span", { class: at === now ? "" : "sr" }, phaseWord(one)))));
}

function pause() {
  return el("section", { class: "pause", "data-id": "pause" }, el("h1", {}, t("Even pauze")));
}

/** @param {HTMLElement} shell */
async function toggleFull(shell) {
  if (document.fullscreenElement) await document.exitFullscreen();
  else await document.documentElement.requestFullscreen();
  toTheTop(shell);
}

/** The whole page in full screen would lie over the film: lay the film on top again. @param {HTMLElement} shell */
function toTheTop(shell) {
  if (!shell.isConnected || !shell.matches(":popover-open")) return;
  shell.hidePopover();
  shell.showPopover();
  shell.focus({ preventScroll: true });
}
