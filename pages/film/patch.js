// The view as it travels: its shapes, and how a patch changes it. Pure. Promise: the old view is left as it was.

/** @typedef {"worry"|"strength"|"risk"|"warning_sign"|"safeguard"|"help_step_in"|"help_keep_watch"|"child_action"} Kind */
/** @typedef {"everybody"|"adults"|"author"} Audience */
/** @typedef {"parent"|"child"|"network"|"professional"} Role */

/**
 * @typedef {object} Me
 * @property {"person"|"desk"|"screen"} as
 * @property {string} [person]
 * @property {Role|null} [role]
 * @property {"waiting"|"admitted"|"out"} [state]
 */

/**
 * @typedef {object} Now
 * @property {string} phase
 * @property {string|null} scene
 * @property {Kind|null} question
 * @property {boolean} playing
 * @property {boolean} straight
 * @property {boolean} paused
 * @property {string|null} scale
 * @property {number} session
 * @property {string|null} timer when the time is up
 * @property {boolean} holding
 * @property {number} ready
 * @property {number} of how many are at this session, or said to be ready
 * @property {boolean} i_am_ready
 * @property {boolean} [open] whether people can come in
 * @property {string|null} light the card that everybody looks at
 * @property {string|null} what_if the card of the dry run that lies on the table
 * @property {string[]} [without] desk and screen: the shared screen shows a day without these people
 * @property {boolean} [todo] desk and screen: the shared screen says what is still to do
 */

/**
 * @typedef {{id: string, name: string|null, role: Role|null, relation: string|null, picture: string|null, state: string,
 *   mine: boolean, here?: boolean, phone?: string|null}} Person
 * @typedef {{id: string, title: string, picture: string|null, scenes: string[], base: string}} Routine
 * @typedef {"nobody"|"not_everywhere"|"one"|"one_somewhere"|"enough"} Cover
 * @typedef {{id: string, routine: string, title: string, time: string|null, place: string|null, picture: string|null,
 *   talked_through: boolean, cover: Cover, helpers: string[], watchers: string[], agreed: string[], absent: string[], todo: Record<string, number>, base: string, library?: string|null, withheld_from?: string[]}} Scene
 * @typedef {{id: string, seq: number, kind: Kind, text: string|null, wordless: boolean, author: string|null, scene: string|null,
 *   risk: string|null, on_board: boolean, named: boolean, audience: Audience, hidden_from: string[], withheld_from?: string[], mine: boolean,
 *   wants_child_yes: boolean, child_yes: boolean, parked: boolean, parked_because: string|null, clearer: string|null,
 *   base: string|null, merged: boolean, behind: string|null, said_too: number, held: boolean, lapsed: boolean, narrow: boolean}} Card
 * @typedef {{id: string, seq: number, person: string, scene: string, picture: string}} Proposal
 * @typedef {{id: string, seq: number, person: string, card: string|null, text: string|null}} Note
 * @typedef {{id: string, seq: number, person: string, text: string|null, heard: boolean}} Confidence
 * @typedef {{id: string, seq: number, person: string, on: string, text: string|null, done: boolean|null, because: string|null}} Correction
 * @typedef {"risks"|"lines"|"worries"|"inbox"|"scenes"|"gone"|"cannot"} Left what is left open about something
 * @typedef {{answer: "yes"|"yes_if"|"no"|"no_longer", text: string|null, told_back: string|null, aloud: boolean}} AgreementAnswer
 * @typedef {{id: string, seq: number, base: number, what: string|null, who: string, when: string|null,
 *   timed: boolean, notice: string|null, backups: string[], monitor: string|null, risks: string[], worries: string[],
 *   bottom_lines: string[], strengths: string[], answers: Record<string, AgreementAnswer>, proof: Proof, mine: boolean, withheld_from?: string[]}} Agreement
 * @typedef {"practised"|"worked"|"under_stress"} Rung how an agreement proved itself, beyond that it was agreed
 * @typedef {{rung: Rung|null, worked: number, noted: {proof: Rung, on: string, told_by: string|null, what_if: string|null}[]}} Proof
 * @typedef {{id: string, criterion: string|null, trigger: string|null, escalation_who: string|null,
 *   escalation_what: string|null, escalation_within: string|null, holds: boolean|null, because: string|null}} Line
 * @typedef {{id: string, seq: number, line: string, on: string, text: string|null, followed_up: {on: string, text: string|null}[]}} Breach a bottom line was broken
 * @typedef {"worked"|"nearly"|"not"} How how it went between two meetings
 * @typedef {{id: string, seq: number, person: string, how: How, on: string, text: string|null, mine: boolean, confirmed: boolean, confirms: boolean}} Told
 * @typedef {Record<How, number> & {last: string|null, said: Told[]}} Report what was told of one agreement: on a phone one's own count, at the desk all since the last look back
 * @typedef {{id: string, seq: number, check_in: string, agreement: string, speaks: string|null, to: string|null, on: string, done_on: string|null, text: string|null}} Talk who speaks to whom after it did not go; null: the facilitator
 * @typedef {{id: string, seq: number, session: number, on: string, named: boolean, shown: boolean, set: number, of: number,
 *   values: Record<string, number>, dots: number[], faces: number[]}} Scale
 * @typedef {"holds"|"almost"|"not"} DryRunOutcome
 * @typedef {{id: string, seq: number, base: string, version: number, idea: string, title: string|null, question: string|null,
 *   scene: string, outcome: DryRunOutcome|null, text: string|null, held: string[], agreements: string[]}} WhatIf
 * @typedef {{id: string, kind: "apart"|"unread"|"guarded", people: string[], text: string|null}} Restriction
 * @typedef {{step: number, kind: string, who: string|null, text: string|null, before: number|null}} StepSaid
 * @typedef {{version: number, seq: number, adopted_on: string, evaluation_on: string|null}} Plan
 * @typedef {{id: string, version: number, on: string, look: "first_look"|"evaluation"|"recheck", held: boolean, ended: boolean, decision: string|null,
 *   because: string|null,
 *   handover: {carries_on: string, watches: string, call: string|null}|null,
 *   weighed: Record<string, {how: "well"|"partly"|"not", text: string|null}>}} Evaluation
 */

/**
 * What one viewer may see (docs/http.md). Somebody who waits has `seq`, `me` and `people` only.
 * @typedef {object} View
 * @property {number} seq
 * @property {Me} me
 * @property {Now} [now]
 * @property {{open: boolean, code: string, where: string}} [door]
 * @property {Record<string, Person>} people
 * @property {{scene: string|null, kind: Kind|null, anywhere: Kind[], at: Record<string, Kind[]>,
 *   around: {phases: Record<string, Kind|null>, scenes: Record<string, Kind>}}} [ask] persons: what the phone asks now, what can be said
 *   where, and what is asked where one looks round
 * @property {string[]} [phases] desk and screen
 * @property {Kind[]} [questions] desk and screen: those of this phase
 * @property {Role[]} [roles] desk
 * @property {string[]} [order]
 * @property {Record<string, Routine>} [routines]
 * @property {Record<string, Scene>} [scenes]
 * @property {Record<string, Card>} [cards]
 * @property {Record<string, Proposal>} [proposals] pictures for scenes: the desk all, a phone the own
 * @property {Record<string, Note>} [notes]
 * @property {Record<string, Confidence>} [confidences] the desk: all; a phone: the own, without their words
 * @property {Record<string, Correction>} [corrections] as `confidences`; with what became of them
 * @property {Record<string, {id: string, seq: number, on: string, text: string|null}>} [statements] by the person whose it is
 * @property {Record<string, Agreement>} [agreements]
 * @property {Record<string, Line>} [lines]
 * @property {Record<string, Breach>} [breaches] the desk's
 * @property {Record<string, Report>} [reports] by agreement, for who has a part in it and the desk
 * @property {Record<string, Talk>} [talks]
 * @property {Record<string, Restriction>} [restrictions] the desk's
 * @property {Record<string, Scale>} [scales]
 * @property {Record<string, WhatIf>} [what_ifs]
 * @property {Record<string, Plan>} [plans]
 * @property {Record<string, Evaluation>} [evaluations]
 * @property {boolean} [stepped_out] the facilitator is no longer with it (desk, screen)
 * @property {Record<string, true>} [left] desk and screen: what is left open about which card, line, scene or agreement, as `risks:ID`
 * @property {string|null} [together]
 * @property {boolean} [name_first] the desk's: nobody is let in until it is said who may not be together
 * @property {StepSaid|null} [undo]
 * @property {StepSaid|null} [redo]
 */

/**
 * @typedef {{seq: number, set?: Record<string, unknown>, put?: Record<string, Record<string, unknown>>,
 *   cut?: Record<string, string[]>}} Patch
 */

/**
 * The view after a change. Parts that did not change stay the same objects.
 * @param {View} view
 * @param {Patch} patch
 * @returns {View}
 */
export function apply(view, patch) {
  /** @type {Record<string, unknown>} */
  const next = { ...view, ...patch.set, seq: patch.seq };
  for (const [part, members] of Object.entries(patch.put ?? {})) {
    next[part] = { .../** @type {object} */ (next[part] ?? {}), ...members };
  }
  for (const [part, names] of Object.entries(patch.cut ?? {})) {
    next[part] = Object.fromEntries(Object.entries(next[part] ?? {}).filter(([name]) => !names.includes(name)));
  }
  return /** @type {View} */ (/** @type {unknown} */ (next));
}
