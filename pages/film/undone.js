/** What undo and redo would do, in words: by the kind of step, whose card or agreement it is, or what the scene is called. Pure. */

import { step } from "./controls.js";
import { nameOf } from "./draw.js";
import { dutchInWords } from "./ideas.js";
import { person } from "./seen.js";
import { t } from "./words.js";

/** @typedef {import("./seen.js").View} View */
/** @typedef {import("./patch.js").StepSaid} StepSaid */

/** @type {Record<string, (about: {name: string, title: string}) => string>} */
const DONE = {
  session_begun: () => t("volgende bijeenkomst begonnen"),
  routine_added: ({ title }) => t("film {title} toegevoegd", { title }),
  routine_changed: ({ title }) => t("film {title} veranderd", { title }),
  routine_moved: ({ title }) => t("film {title} verplaatst", { title }),
  routine_removed: ({ title }) => t("film {title} weggehaald", { title }),
  scene_added: ({ title }) => t("scène {title} toegevoegd", { title }),
  scene_changed: ({ title }) => t("scène {title} veranderd", { title }),
  scene_moved: ({ title }) => t("scène {title} verplaatst", { title }),
  scene_removed: ({ title }) => t("scène {title} weggehaald", { title }),
  picture_put: ({ title }) => t("plaatje bij scène {title} gezet", { title }),
  help_noted: ({ name, title }) => t("{name} als hulp bij scène {title} gezet", { name, title }),
  helpers_ordered: ({ title }) => t("volgorde van de hulp bij scène {title} veranderd", { title }),
  scene_talked_through: ({ title }) => t("scène {title} besproken", { title }),
  day_without_shown: ({ name }) => t("een dag zonder {name} op het scherm gezet", { name }),
  day_without_ended: () => t("een dag zonder iemand van het scherm gehaald"),
  todo_shown: () => t("op het scherm gezet wat er nog te doen is"),
  todo_hidden: () => t("van het scherm gehaald wat er nog te doen is"),
  card_put_on_board: ({ name }) => t("kaart van {name} op het bord gezet", { name }),
  card_taken_off_board: ({ name }) => t("kaart van {name} van het bord gehaald", { name }),
  card_parked: ({ name }) => t("kaart van {name} geparkeerd", { name }),
  card_unparked: ({ name }) => t("kaart van {name} van de parkeerplaats gehaald", { name }),
  card_clarified: ({ name }) => t("duidelijker geschreven bij kaart van {name}", { name }),
  card_moved: ({ name }) => t("kaart van {name} verplaatst", { name }),
  cards_merged: ({ name }) => t("kaart van {name} samengevoegd", { name }),
  card_split: ({ name }) => t("kaart van {name} weer losgemaakt", { name }),
  agreement_made: ({ name }) => t("afspraak van {name} gemaakt", { name }),
  agreement_changed: ({ name }) => t("afspraak van {name} veranderd", { name }),
  proof_noted: ({ name }) => t("bij afspraak van {name} opgeschreven hoe ver die is", { name }),
  agreement_dropped: ({ name }) => t("afspraak van {name} weggehaald", { name }),
  what_if_drawn: ({ title }) => t("kaart getrokken: {title}", { title: dutchInWords(title) }),
  what_if_fitted: ({ title }) => t("naar een andere scène: {title}", { title: dutchInWords(title) }),
  what_if_walked: ({ title }) => t("opgeschreven hoe het ging: {title}", { title: dutchInWords(title) }),
  what_if_held: ({ title }) => t("afspraken geoefend met: {title}", { title: dutchInWords(title) }),
  what_if_answered: ({ title }) => t("afspraak gezet bij: {title}", { title: dutchInWords(title) }),
  what_if_put_away: ({ title }) => t("kaart weggelegd: {title}", { title: dutchInWords(title) }),
};

/** The step as somebody would tell it. @param {View} view @param {StepSaid} said */
export function stepWords(view, said) {
  const about = { name: nameOf(person(view, said.who)), title: said.text ?? t("gewist") };
  return DONE[said.kind]?.(about) ?? t("de laatste stap");
}

/** The two buttons, each naming the step that it is about. @param {View} view */
export function undoAndRedo(view) {
  const back = view.undo && t("Maak ongedaan: {step}", { step: stepWords(view, view.undo) });
  const again = view.redo && t("Doe opnieuw: {step}", { step: stepWords(view, view.redo) });
  return [
    step(back ?? t("Niets om ongedaan te maken"), "undo", view.undo ? { step: view.undo.step } : {}, { sign: "undo", look: "plain said-step", off: !view.undo, id: "undo", key: "U", tip: back }),
    again && step(again, "redo", { step: view.redo?.step }, { sign: "redo", look: "plain said-step", id: "redo", key: "Shift+U", tip: again }),
  ];
}
