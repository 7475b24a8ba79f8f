/** The keys of the film: which key does what, and when a key is somebody's typing and not a command. */

import { isLetter, lettersLead } from "./letters.js";
import { t } from "./words.js";

/** @typedef {{keys: string[], says: () => string}} Help */
/** @typedef {{title: () => string, list: Help[]}} Group */

/** @type {Help[]} */
const WALKING = [
  { keys: ["→", "←"], says: () => t("Volgende scène, vorige scène") },
  { keys: ["Home", "End"], says: () => t("Eerste scène, laatste scène") },
  { keys: ["↓", "↑"], says: () => t("Volgende film, vorige film") },
  { keys: ["P", "␣"], says: () => t("Film afspelen of stoppen") },
  { keys: ["N"], says: () => t("Volgende vraag") },
  { keys: ["T"], says: () => t("Deze scène is besproken") },
];

/** @type {Help} */
const PAUSE = { keys: ["B"], says: () => t("Schermpauze aan of uit") };
/** @type {Help} */
const THIS_LIST = { keys: ["?", "F1"], says: () => t("Deze lijst") };

/** @type {Group[]} */
export const SCREEN_KEYS = [{
  title: () => "",
  list: [
    ...WALKING,
    PAUSE,
    { keys: ["G"], says: () => t("Parkeerplaats open of dicht") },
    { keys: ["M"], says: () => t("Meer kaarten van deze scène, en weer terug") },
    { keys: ["F"], says: () => t("Hele scherm aan of uit") },
    THIS_LIST,
  ],
}];

/** The last group is what the keys do with the card that is chosen. @type {Group[]} */
export const DESK_KEYS = [{
  title: () => t("De film"),
  list: [
    ...WALKING,
    { keys: ["F"], says: () => t("De film aanpassen, of klaar") },
    { keys: ["Shift+S"], says: () => t("Bij het aanpassen: scène erbij") },
    { keys: ["J", "K"], says: () => t("Bij het aanpassen: volgende of vorige scène") },
    { keys: ["W", "V"], says: () => t("Bij het aanpassen: deze scène veranderen, verplaatsen") },
  ],
}, {
  title: () => t("De bijeenkomst"),
  list: [
    { keys: ["1", "…", "9"], says: () => t("Naar een andere fase") },
    PAUSE,
    { keys: ["C", "+"], says: () => t("Tijd geven of stoppen, 1 minuut erbij") },
    { keys: ["D"], says: () => t("Deur open of dicht") },
    { keys: ["O"], says: () => t("Naar wie wacht om binnen te komen") },
    { keys: ["Shift+O"], says: () => t("Iedereen van de vorige keer is er") },
    { keys: ["Shift+P", "Shift+X"], says: () => t("Zet het plaatje dat iemand koos, of laat zo") },
    { keys: ["E"], says: () => t("Nieuwe kaarten dicht, of alles laten zien") },
    { keys: ["Q"], says: () => t("Kaarten meteen op het scherm, of niet") },
    { keys: ["Shift+T"], says: () => t("Op het scherm wat er nog te doen is, of niet") },
    { keys: ["Z"], says: () => t("Kaarten op het scherm open of dicht") },
    { keys: ["G"], says: () => t("Naar zorgen, afspraken, cijfer en plan") },
    { keys: ["Shift+A"], says: () => t("Afspraak maken bij wat nog open is") },
    { keys: ["Shift+D"], says: () => t("Bij de droogoefening: trek een kaart") },
    { keys: ["Shift+C"], says: () => t("Cijfer vragen, cijfers laten zien") },
    { keys: ["Shift+W"], says: () => t("Bekijk de week") },
    { keys: ["H"], says: () => t("Bekijk hoe het ging") },
    { keys: ["U", "Ctrl+Z"], says: () => t("Laatste stap ongedaan maken") },
    { keys: ["Shift+U", "Ctrl+Y"], says: () => t("Die stap opnieuw doen") },
    { keys: [",", "F2"], says: () => t("Een letter bij elke knop; die letter drukt hem in") },
    { keys: ["F6", "Shift+F6"], says: () => t("Volgende deel van de regie, vorige deel") },
    THIS_LIST,
  ],
}, {
  title: () => t("Met de kaart die je koos"),
  list: [
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
  ],
}];

/** Is somebody typing, choosing in a control that uses this key itself, or saying a letter that is no command here? @param {KeyboardEvent} event */
export function isTyping(event) {
  if (isLetter(event) && !lettersLead()) return true;
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
    " ": "play", p: "play", n: "question", t: "talked", b: "pause", ".": "pause", f: "full", g: "parking", m: "more", u: "undo", "?": "keys", F1: "keys", Escape: "escape",
  };
  return table[key] ?? null;
}

/** What can be chosen, and then has keys of its own: a card, or on the cutting table a scene. */
export const CHOSEN = ".inbox [data-card], .cut";

/**
 * The button that a key stands for: first of the card that is chosen, then of the desk itself.
 * @param {KeyboardEvent} event @param {HTMLElement} stage @returns {HTMLElement|null}
 */
export function buttonOf(event, stage) {
  if (event.altKey || event.metaKey || event.ctrlKey || event.isComposing || event.key.length !== 1) return null;
  const key = `${event.shiftKey && event.key.toLowerCase() !== event.key.toUpperCase() ? "Shift+" : ""}${event.key.toUpperCase()}`;
  const same = `[aria-keyshortcuts="${CSS.escape(key)}"]`;
  const at = /** @type {Element|null} */ (event.composedPath()[0] ?? null);
  const card = at instanceof Element ? at.closest(CHOSEN) : null;
  const own = /** @type {HTMLElement|null} */ (card?.querySelector(same) ?? null);
  if (own) return own;
  const rest = /** @type {HTMLElement[]} */ ([...stage.querySelectorAll(same)]);
  return rest.find((button) => !button.closest(CHOSEN)) ?? null;
}

/** As a hand would: press it, or go where the choice is made. @param {HTMLElement} control */
export function strike(control) {
  if (control instanceof HTMLInputElement) return control.focus();
  control.click();
  const fold = control.parentElement;
  const inside = control.matches("summary") && fold?.hasAttribute("open") ? fold.querySelector(".menu-list button, [data-card]") : null;
  if (inside instanceof HTMLElement) inside.focus();
}
