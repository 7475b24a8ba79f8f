/** What the checks find, for the desk: asked for when something changed, not more often than it can be read. Promise: the newest is what is shown. */

/**
 * One finding, in keys and ids.
 * @typedef {object} Finding
 * @property {string} check
 * @property {string} what
 * @property {"must_look_at"|"look_at"|"good_to_know"} weight
 * @property {string[]} scenes
 * @property {string[]} cards
 * @property {string[]} agreements
 * @property {string[]} lines
 * @property {string[]} people
 * @property {string[]} words
 */
/** A risk point with nobody, and who could be asked. @typedef {{risk: string, scene: string|null, lost: string[], offered: string[], free: string[]}} Gap */
/** @typedef {{seq: number, findings: Finding[], scenes: string[], gaps: Gap[]}} Advice */

/** Milliseconds: changes that come together are looked at together. */
const TOGETHER = 400;

/**
 * @param {string} conference @param {(advice: Advice, without: string[]) => void} heard when it is otherwise than before
 */
export function adviceFor(conference, heard) {
  /** @type {string[]} */
  let without = [];
  let asked = 0;
  let last = "";
  let seen = -1;
  /** @type {ReturnType<typeof setTimeout>|undefined} */
  let soon;

  async function ask() {
    soon = undefined;
    const turn = ++asked;
    const query = new URLSearchParams([["conference", conference], ...without.map((person) => ["without", person])]);
    try {
      const answer = await fetch(`/api/findings?${query}`, { credentials: "same-origin", cache: "no-store" });
      if (!answer.ok) return;
      const { seq, ...found } = await answer.json();
      const told = JSON.stringify([found, without]);
      if (turn !== asked || told === last) return;
      last = told;
      heard({ seq, ...found }, without);
    } catch {
      seen = -1; // the server is away: the next view asks again
    }
  }

  return {
    /** A view came: what was found before may be so no longer. @param {number} seq */
    changed(seq) {
      if (seq === seen) return;
      seen = seq;
      soon ??= setTimeout(ask, TOGETHER);
    },
    /** Look at a day without this person too, or with them again. @param {string} person */
    turn(person) {
      without = without.includes(person) ? without.filter((one) => one !== person) : [...without, person];
      clearTimeout(soon);
      void ask();
    },
    stop() {
      clearTimeout(soon);
    },
  };
}
