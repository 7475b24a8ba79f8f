/** How it went: the meeting from its first step to its last, as the room saw it. Walked by slider, button and key; looking changes nothing. */

import { el } from "./dom.js";
import { icon } from "./icons.js";
import { askIdeas } from "./ideas.js";
import { layOver } from "./overlay.js";
import { apply } from "./patch.js";
import { stageOf } from "./screen.js";
import { whole } from "./seen.js";
import { toldWords } from "./told.js";
import { t } from "./words.js";

/** @typedef {import("./seen.js").View} View */
/** @typedef {import("./told.js").Told} Told */
/** @typedef {import("./film.js").Place} Place */

/** How long a step stands while it plays, in milliseconds. */
const PACE = 1600;

/**
 * Lay the history over the desk.
 * @param {Place} place @param {() => void} onClosed
 */
export function openHistory(place, onClosed) {
  const over = layOver(place, t("Zo ging het"), () => {
    clearTimeout(playing);
    onClosed();
  });
  const { room } = over;
  const about = `conference=${encodeURIComponent(place.conference)}`;
  /** @type {Told[]} */
  let steps = [];
  /** @type {Map<number, View & {as_of: number}>} as_of: the now as narrow as which it is */
  const frames = new Map();
  /** The frame that came last: the next one is asked for as what is otherwise than there. */
  let near = 0;
  let at = 0;
  let trouble = "";
  /** @type {ReturnType<typeof setTimeout>|undefined} */
  let playing;

  async function begin() {
    const answer = await ask(`/api/story?${about}`);
    steps = /** @type {{steps: Told[]}|null} */ (answer)?.steps ?? [];
    if (!place.lang.startsWith("nl")) askIdeas(place.lang, draw);
    await go(0);
    room.focus();
  }

  /** @param {string} url @returns {Promise<unknown>} */
  async function ask(url) {
    const answer = await fetch(url, { credentials: "same-origin", cache: "no-store" }).catch(() => null);
    trouble = answer?.ok ? "" : t("De server is niet te bereiken. Probeer het straks nog eens.");
    return answer?.ok ? answer.json() : null;
  }

  /** @param {number} step */
  async function go(step) {
    at = Math.max(0, Math.min(steps.length - 1, step));
    draw();
    const { seq } = steps[at] ?? {};
    if (seq === undefined || frames.has(seq)) return;
    const base = near ? frames.get(near) : undefined;
    const answer = /** @type {any} */ (await ask(`/api/view?${about}&at=${seq}${base ? `&since=${near}&as_of=${base.as_of}` : ""}`));
    const frame = answer && "put" in answer ? base && { ...apply(base, answer), as_of: base.as_of } : answer;
    if (frame) {
      if (frame.as_of !== base?.as_of) frames.clear(); // what people want seen may be otherwise since
      frames.set(seq, { ...whole(frame), as_of: frame.as_of });
      near = seq;
    }
    draw();
  }

  function draw() {
    const told = steps[at];
    const frame = told && (frames.get(told.seq) ?? lastSeen());
    over.draw(
      el("header", {}, el("h2", {}, t("Zo ging het")), told && el("p", { class: "told", role: "status", "aria-live": playing ? "off" : "polite" }, el("time", { datetime: told.at }, hour(told.at, place.lang)), el("span", { dir: "auto" }, toldWords(told))),
        button("close", t("Sluiten"), "cross")),
      el("div", { class: "screen replay", "data-id": "replay" }, frame ? stageOf(frame, place, {}, frame.now.paused) : el("p", { class: "soft" }, trouble || (steps.length ? "" : t("Er is nog niets te zien.")))),
      el("footer", {}, button("back", t("Vorige stap"), "previous", at === 0), button("play", playing ? t("Stoppen") : t("Afspelen"), playing ? "stop" : "play", steps.length === 0), button("on", t("Volgende stap"), "next", at >= steps.length - 1),
        el("input", { type: "range", name: "at", min: 0, max: Math.max(0, steps.length - 1), value: at, "aria-label": t("Welke stap"), "aria-valuetext": told ? toldWords(told) : null }),
        el("p", { class: "soft" }, steps.length ? t("{n} van {total}", { n: at + 1, total: steps.length }) : "")));
    const slider = room.querySelector("input");
    if (slider) slider.value = String(at);
  }

  /** While a picture is on its way the one before it stays. @returns {View|undefined} */
  function lastSeen() {
    const near = steps.slice(0, at).reverse().find(({ seq }) => frames.has(seq));
    return near && frames.get(near.seq);
  }

  /** @param {string} does @param {string} words @param {string} sign @param {boolean} [off] */
  function button(does, words, sign, off = false) {
    return el("button", { type: "button", class: does === "play" ? "b strong" : "b quiet", "data-history": does, "data-id": `history-${does}`, "aria-label": words, title: words, disabled: off }, icon(sign), does === "play" && el("span", {}, words));
  }

  function play() {
    if (playing) return stop();
    if (at >= steps.length - 1) at = -1;
    playing = setTimeout(next);
    draw();
  }

  async function next() {
    await go(at + 1);
    if (!playing) return;
    if (at >= steps.length - 1) return stop();
    playing = setTimeout(next, PACE);
  }

  function stop() {
    clearTimeout(playing);
    playing = undefined;
    draw();
  }

  /** @type {Record<string, () => void>} */
  const does = { close: over.close, play, back: () => void go(at - 1), on: () => void go(at + 1) };
  room.addEventListener("click", ({ target }) => does[/** @type {Element} */ (target).closest("[data-history]")?.getAttribute("data-history") ?? ""]?.());
  room.addEventListener("input", ({ target }) => void go(Number(/** @type {HTMLInputElement} */ (target).value)));
  begin();
}

/** @param {string} moment @param {string} lang */
function hour(moment, lang) {
  return new Intl.DateTimeFormat(lang || "nl", { hour: "2-digit", minute: "2-digit" }).format(new Date(moment));
}
