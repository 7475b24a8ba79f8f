/** What the desk asks once before it does it, and what it asks by itself when the screen has been still for long. */

import { el } from "./dom.js";
import { own, step } from "./controls.js";
import { here } from "./seen.js";
import { phaseWord } from "./terms.js";
import { t } from "./words.js";

/** @typedef {import("./seen.js").View} View */
/** @typedef {import("./desk.js").Own} Own */

/** Ten minutes in which nothing on the board changed. */
export const LONG = 10 * 60 * 1000;

/** The one question that is open, if any. @param {View} view @param {Own} mine */
export function asking(view, mine) {
  if (mine.phase) return movingAll(view, mine.phase);
  if (mine.still && !view.now.paused) return stillScreen();
  return null;
}

/** @param {View} view @param {string} phase */
function movingAll(view, phase) {
  const many = here(view).length;
  const facts = { n: many, phase: phaseWord(phase) };
  return question(many === 1 ? t("Dit brengt 1 persoon naar: {phase}.", facts) : t("Dit brengt {n} mensen naar: {phase}.", facts),
    step(t("Ja, ga verder"), "move_phase", { phase }, { look: "strong", id: "phase-yes" }), own(t("Nee, blijf hier"), "stay", null, { key: "Esc" }));
}

function stillScreen() {
  return question(t("Het scherm staat al 10 minuten stil. Pauzeren?"),
    step(t("Pauzeer het scherm"), "pause_screen", { paused: true }, { look: "strong", id: "still-yes", key: "B" }), own(t("Nee, laat staan"), "leave_on"));
}

/** @param {string} words @param {...HTMLElement} choices */
function question(words, ...choices) {
  return el("section", { class: "asking", role: "alertdialog", "aria-label": words, "data-id": "asking", "data-column": "top" }, el("p", {}, words), choices);
}

/** Whether moving there is asked first: when somebody would come along. @param {View} view @param {string} phase */
export function asksFirst(view, phase) {
  return phase !== view.now.phase && here(view).length > 0;
}
