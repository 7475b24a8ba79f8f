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
  { keys: ["F"], says: () => t("Hele scherm aan of uit") },
  { keys: ["?"], says: () => t("Deze lijst") },
];

/** @type {Help[]} */
export const DESK_KEYS = [
  ...SCREEN_KEYS.filter((help) => help.keys[0] !== "F" && help.keys[0] !== "?"),
  { keys: ["U", "Ctrl+Z"], says: () => t("Laatste stap ongedaan maken") },
  { keys: ["Shift+U", "Ctrl+Y"], says: () => t("Die stap opnieuw doen") },
  { keys: ["?"], says: () => t("Deze lijst") },
];

/** Is somebody typing, or choosing in a control that uses this key itself? @param {KeyboardEvent} event */
export function isTyping(event) {
  const at = event.composedPath()[0];
  if (!(at instanceof HTMLElement)) return false;
  if (at.matches("input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]")) return true;
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
    " ": "play", p: "play", n: "question", t: "talked", b: "pause", ".": "pause", f: "full", u: "undo", "?": "keys", Escape: "escape",
  };
  return table[key] ?? null;
}

/** The list of keys, laid over the rest. @param {Help[]} list */
export function keyList(list) {
  return el("section", { class: "key-list", "data-id": "key-list", role: "dialog", "aria-modal": "false", "aria-label": t("Toetsen") },
    el("header", {}, el("h2", {}, t("Toetsen")), el("button", { type: "button", class: "quiet round", "data-do": "keys", "aria-label": t("Sluit de lijst") }, icon("cross"))),
    el("dl", {}, list.flatMap((help) => [
      el("dt", {}, help.keys.map((key) => el("kbd", {}, key))),
      el("dd", {}, help.says()),
    ])));
}
