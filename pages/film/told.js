/** The steps of a meeting as somebody would tell them afterwards. Pure. */

import { dutchInWords } from "./ideas.js";
import { dryRunWord, kindWord, orErased, phaseWord, proofWord, questionWord } from "./terms.js";
import { t } from "./words.js";

/** @typedef {{seq: number, at: string, kind: string, who: string|null, name: string|null, title: string|null, about: string|null}} Told */

/** @type {Record<string, (step: {name: string, title: string, about: string|null}) => string>} */
const TOLD = {
  person_admitted: ({ name }) => t("{name} kwam binnen", { name }),
  phase_moved: ({ about }) => t("We gingen naar: {phase}", { phase: phaseWord(about) }),
  scene_shown: ({ title }) => t("We keken naar: {title}", { title }),
  play_started: ({ title }) => t("We speelden af: {title}", { title }),
  play_stopped: () => t("Het afspelen stopte"),
  question_asked: ({ about }) => t("De vraag was: {question}", { question: questionWord(about) }),
  scene_talked_through: ({ title }) => t("Besproken: {title}", { title }),
  routine_added: ({ title }) => t("De film {title} kwam erbij", { title }),
  routine_changed: ({ title }) => t("De film {title} kreeg een andere naam of een ander plaatje", { title }),
  routine_moved: ({ title }) => t("De film {title} ging naar een andere plek", { title }),
  routine_removed: ({ title }) => t("De film {title} ging weg", { title }),
  scene_added: ({ title }) => t("De scène {title} kwam erbij", { title }),
  scene_changed: ({ title }) => t("De scène {title} veranderde", { title }),
  scene_moved: ({ title }) => t("De scène {title} ging naar een andere plek", { title }),
  scene_removed: ({ title }) => t("De scène {title} ging weg", { title }),
  picture_put: ({ title }) => t("De scène {title} kreeg een ander plaatje", { title }),
  help_noted: ({ name, title }) => t("{name} kan helpen bij: {title}", { name, title }),
  helpers_ordered: ({ title }) => t("Wie eerst helpt bij: {title}", { title }),
  card_written: (step) => cardWords(step),
  card_put_on_board: (step) => cardWords(step),
  child_agreed: (step) => cardWords(step),
  card_taken_off_board: ({ name }) => t("Een kaart van {name} ging van het scherm", { name }),
  card_parked: ({ name }) => t("Een kaart van {name} ging naar de parkeerplaats", { name }),
  card_unparked: ({ name }) => t("Een kaart van {name} kwam terug van de parkeerplaats", { name }),
  card_clarified: ({ name }) => t("Bij een kaart van {name} kwam te staan wat het duidelijker maakt", { name }),
  card_moved: ({ name }) => t("Een kaart van {name} ging naar een andere plek", { name }),
  cards_merged: ({ name }) => t("Een kaart van {name} kwam bij een kaart die hetzelfde zegt", { name }),
  card_split: ({ name }) => t("Een kaart van {name} kwam weer los", { name }),
  card_put_in_light: ({ name }) => t("We keken samen naar een kaart van {name}", { name }),
  day_without_shown: ({ name, about }) => (about ? t("We keken naar een dag zonder een paar mensen") : t("We keken naar een dag zonder {name}", { name })),
  day_without_ended: () => t("We keken weer naar de gewone dag"),
  todo_shown: () => t("Op het scherm kwam wat er nog te doen is"),
  todo_hidden: () => t("Wat er nog te doen is, ging van het scherm"),
  cards_shown: () => t("Alle kaarten gingen samen open"),
  agreement_made: ({ name }) => t("Een afspraak van {name} kwam erbij", { name }),
  agreement_changed: ({ name }) => t("Een afspraak van {name} veranderde", { name }),
  agreement_dropped: ({ name }) => t("Een afspraak van {name} ging weg", { name }),
  agreement_answered: ({ name }) => t("{name} gaf antwoord op een afspraak", { name }),
  proof_noted: ({ name, about }) => t("Een afspraak van {name}: {proof}", { name, proof: proofWord(about) }),
  what_if_drawn: ({ title }) => t("Wat als: {title}", { title: dutchInWords(title) }),
  what_if_fitted: ({ title }) => t("We keken bij een ander moment: {title}", { title: dutchInWords(title) }),
  what_if_walked: ({ title, about }) => t("{title}: {outcome}", { title: dutchInWords(title), outcome: dryRunWord(about) }),
  what_if_held: ({ title, about }) => t("{title}: {outcome}", { title: dutchInWords(title), outcome: dryRunWord(about) }),
  what_if_answered: ({ name, title }) => t("Een afspraak van {name} kwam door: {title}", { name, title: dutchInWords(title) }),
  what_if_put_away: ({ title }) => t("De kaart ging weg: {title}", { title: dutchInWords(title) }),
  scale_asked: () => t("Iedereen koos een cijfer"),
  scale_shown: () => t("De cijfers gingen samen open"),
  bottom_line_judged: () => t("De verwijzer gaf een woord over een bodemeis"),
  plan_adopted: () => t("Het plan werd vastgesteld"),
  evaluation_started: () => t("We keken terug op het plan"),
  evaluation_ended: () => t("Er kwam een besluit over het plan"),
};

/** @param {{name: string, about: string|null}} step */
function cardWords({ name, about }) {
  return t("{name}: {kind}", { name, kind: kindWord(about) });
}

/** @param {Told} step */
export function toldWords(step) {
  const name = step.who ? orErased(step.name) : t("iemand");
  return TOLD[step.kind]?.({ name, title: orErased(step.title), about: step.about }) ?? "";
}
