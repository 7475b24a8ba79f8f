/** What each form of the desk sends: from what was filled in to one step. Pure. */

/** @typedef {import("./seen.js").View} View */
/** @typedef {Record<string, FormDataEntryValue>} Filled */
/** @typedef {{verb: string, fields: Record<string, unknown>}} Step */

/** Chosen of somebody who is called as somebody whom the desk knows, and is another. */
export const SOMEONE_ELSE = "someone-else";

/** @type {Record<string, (about: string, given: Filled, view: View, many: (name: string) => string[]) => Step>} */
const SENDS = {
  admit: (person, { same_as, role, relation }) => same_as && same_as !== SOMEONE_ELSE ? { verb: "admit_again", fields: { person, same_as } }
    : { verb: "admit", fields: { person, role, relation: relation || null, someone_else: same_as === SOMEONE_ELSE } },
  talk: (check_in, { speaks, to }) => ({ verb: "agree_talk", fields: { check_in, speaks, to } }),
  weigh: (agreement, { how, text }) => ({ verb: "weigh_agreement", fields: { agreement, how, text: text || null } }),
  proof: (agreement, { proof, told_by }) => ({ verb: "note_proof", fields: { agreement, proof, told_by: told_by || null } }),
  aloud: (about, { text }) => ({ verb: "note_told_aloud", fields: { agreement: about.split(":")[0], person: about.split(":")[1], text: text || null } }),
  walk: (what_if, { outcome, text }, view, many) => ({ verb: "walk_what_if", fields: { what_if, outcome, text: text || null, agreements: many("agreements"), base: view.what_ifs[what_if]?.base } }),
  own_what_if: (_, { title, question }) => ({ verb: "write_what_if", fields: { title, question } }),
  adopt: (_, given) => ({ verb: "adopt_plan", fields: given }),
  end: (_, given) => ({ verb: "end_evaluation", fields: { ...given, next_on: given.next_on || null } }),
  "move-evaluation": (evaluation, { on }) => ({ verb: "move_evaluation", fields: { evaluation, on } }),
  "add-evaluation": (_, { on }) => ({ verb: "add_evaluation", fields: { on } }),
  park: (card, { reason }) => ({ verb: "park", fields: { card, reason: reason || null } }),
  clarify: (card, { text, base }) => ({ verb: "clarify", fields: { card, text, base: base || null } }),
  merge: (card, { into }) => ({ verb: "merge_cards", fields: { card, into } }),
  move: (card, { scene }) => ({ verb: "move_card", fields: { card, scene } }),
  correction: (correction, { done, text }) => ({ verb: "answer_correction", fields: { correction, done: done === "true", text: text || null } }),
  answer: (card, { text }, view) => ({ verb: "write_note", fields: { card, person: view.cards[card]?.author, text } }),
};

/**
 * The step that this form stands for; null for a form that is not one step.
 * @param {HTMLFormElement} form @param {HTMLElement|null} submitter @param {View} view @returns {Step|null}
 */
export function stepOfForm(form, submitter, view) {
  const filled = new FormData(form, submitter);
  return SENDS[form.dataset.form ?? ""]?.(form.dataset.about ?? "", Object.fromEntries(filled), view, (name) => filled.getAll(name).map(String)) ?? null;
}
