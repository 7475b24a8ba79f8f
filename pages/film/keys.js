/** The keys of the film: which key does what, the list that `?` shows, and when a key is somebody's typing and not a command. */

import { el } from "./dom.js";
import { icon } from "./icons.js";
import { t } from "./words.js";

/** @typedef {{keys: string[], says: () => string}} Help */

/** @type {Help[]} */
export const SCREEN_KEYS = [
  { keys: ["→", "←"], says: () => t("Volgende scène, vorige scène") },
  { keys: ["Home", "End"], says: () => t("Eerste scène, laatste scène") },
  { keys: ["↓", "↑"], says: () => t("Volgende film, vorige film") },
  { keys: ["P", "␣"], says: () => t("Film afspelen of stoppen") },
  { keys: ["N"], says: () => t("Volgende vraag") },
  { keys: ["T"], says: () => t("Deze scène is besproken") },
  { keys: ["B"], says: () => t("Schermpauze aan of uit") },
  { keys: ["G"], says: () => t("Parkeerplaats open of dicht") },
  { keys: ["M"], says: () => t("Meer kaarten van deze scène, en weer terug") },
  { keys: ["F"], says: () => t("Hele scherm aan of uit") },
  { keys: ["?"], says: () => t("Deze lijst") },
];

/** @type {Help[]} */
export const DESK_KEYS = [
  ...SCREEN_KEYS.filter((help) => !["F", "G", "M", "?"].includes(help.keys[0] ?? "")),
  { keys: ["1", "…", "8"], says: () => t("Naar een andere fase") },
  { keys: ["F"], says: () => t("De film aanpassen, of klaar") },
  { keys: ["H"], says: () => t("Bekijk hoe het ging") },
  { keys: ["D"], says: () => t("Deur open of dicht") },
  { keys: ["E"], says: () => t("Nieuwe kaarten dicht, of alles laten zien") },
  { keys: ["C", "+"], says: () => t("Tijd geven of stoppen, 1 minuut erbij") },
  { keys: ["U", "Ctrl+Z"], says: () => t("Laatste stap ongedaan maken") },
  { keys: ["Shift+U", "Ctrl+Y"], says: () => t("Die stap opnieuw doen") },
  { keys: ["?"], says: () => t("Deze lijst") },
];

/** What the keys do with the card that is chosen. @type {Help[]} */
export const CARD_KEYS = [
  { keys: ["J", "K"], says: () => t("Volgende kaart, vorige kaart") },
  { keys: ["S", "A"], says: () => t("Op het scherm, of zonder naam") },
  { keys: ["Y"], says: () => t("Het kind zei ja") },
  { keys: ["I"], says: () => t("Terug naar de inbox") },
  { keys: ["W"], says: () => t("Duidelijker opschrijven") },
  { keys: ["M"], says: () => t("Samenvoegen") },
  { keys: ["V"], says: () => t("Naar een andere scène") },
  { keys: ["X"], says: () => t("Naar de parkeerplaats, of terug") },
  { keys: ["R"], says: () => t("Antwoord alleen aan deze persoon") },
  { keys: ["L"], says: () => t("In het licht, of eruit") },
];

/** Is somebody typing, or choosing in a control that uses this key itself? @param {KeyboardEvent} event */
export function isTyping(event) {
  const at = event.composedPath()[0];
  if (!(at instanceof HTMLElement)) return false;
  if (at.matches("input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]")) return true;
  if (at.matches("input[type=radio]") && event.key.startsWith("Arrow")) return true;
  const pressing = event.key === " " || event.key === "Enter";
  return pressing && at.matches("button, a, summary, input, [role=tab]");
}

/**
 * What a key asks for, the same on the screen and at the desk; arrows follow the direction of reading.
 * @param {KeyboardEvent} event @param {string} direction
 * @returns {string|null}
 */
export function commandOf(event, direction) {
  if (event.altKey || event.metaKey || event.isComposing) return null;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  if (event.ctrlKey) return { z: event.shiftKey ? "redo" : "undo", y: "redo" }[key] ?? null;
  if (event.shiftKey && key === "u") return "redo";
  const forward = direction === "rtl" ? "ArrowLeft" : "ArrowRight";
  const back = direction === "rtl" ? "ArrowRight" : "ArrowLeft";
  /** @type {Record<string, string>} */
  const table = {
    [forward]: "next", [back]: "previous", PageDown: "next", PageUp: "previous", Home: "first", End: "last", ArrowDown: "next_film", ArrowUp: "previous_film",
    " ": "play", p: "play", n: "question", t: "talked", b: "pause", ".": "pause", f: "full", g: "parking", m: "more", u: "undo", "?": "keys", Escape: "escape",
  };
  return table[key] ?? null;
}

/** The list of keys, laid over the rest. @param {Help[]} list @param {Help[]} [ofCards] those for the card that is chosen */
export function keyList(list, ofCards = []) {
  return el("section", { class: "key-list", "data-id": "key-list", role: "dialog", "aria-modal": "false", "aria-label": t("Toetsen") },
    el("header", {}, el("h2", {}, t("Toetsen")), el("button", { type: "button", class: "quiet round", "data-do": "keys", "aria-label": t("Sluit de lijst") }, icon("cross"))),
    el("div", { class: "key-groups" }, group(list), ofCards.length > 0 && el("div", {}, el("h3", {}, t("Met de kaart die je koos")), group(ofCards))));
}

/** @param {Help[]} list */
function group(list) {
  return el("dl", {}, list.flatMap((help) => [
    el("dt", {}, help.keys.map((key) => el("kbd", {}, key))),
    el("dd", {}, help.says()),
  ]));
}

/**
 * The button that a key stands for: first of the card that is chosen, then of the desk itself.
 * @param {KeyboardEvent} event @param {HTMLElement} stage @returns {HTMLElement|null}
 */
export function buttonOf(event, stage) {
  if (event.altKey || event.metaKey || event.ctrlKey || event.isComposing || event.key.length !== 1) return null;
  const key = `${event.shiftKey && event.key.toLowerCase() !== event.key.toUpperCase() ? "Shift+" : ""}${event.key.toUpperCase()}`;
  const same = `[aria-keyshortcuts="${CSS.escape(key)}"]`;
  const at = /** @type {Element|null} */ (event.composedPath()[0] ?? null);
  const card = at instanceof Element ? at.closest("[data-card]") : null;
  const own = /** @type {HTMLElement|null} */ (card?.querySelector(same) ?? null);
  if (own) return own;
  const rest = /** @type {HTMLElement[]} */ ([...stage.querySelectorAll(same)]);
  return rest.find((button) => !button.closest("[data-card]")) ?? null;
}
