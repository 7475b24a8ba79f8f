// What somebody is writing now. Promise: the words stay tied to the moment they began at, and are never thrown away.

/** @typedef {import("../film/patch.js").View} View */
/** @typedef {import("../film/patch.js").Kind} Kind */
/** @typedef {import("../film/patch.js").Audience} Audience */

/**
 * @typedef {object} Draft
 * @property {string} text
 * @property {Kind|null} kind null: follows the question of the moment
 * @property {string|null} scene
 * @property {string|null} risk the risk point it hangs on
 * @property {Audience} audience
 * @property {string[]} hidden_from
 * @property {string} moment where the group was when it began: see `momentOf`
 * @property {string|null} refused the server's sentence, when it would not keep this
 */

const SHELF = "draaiboek.drafts";

/**
 * @param {Partial<Draft>} [start]
 * @returns {Draft}
 */
export function blank(start = {}) {
  return { text: "", kind: null, scene: null, risk: null, audience: "everybody", hidden_from: [], moment: "", refused: null, ...start };
}

/**
 * Where the group is, in one string that changes when it moves on.
 * @param {View} view
 */
export function momentOf(view) {
  return [view.now?.phase, view.now?.scene, view.now?.question, view.now?.phase === "dry_run" && view.now.what_if].join("/");
}

/** One draft a person, what was put aside, and what stands in other boxes. In this tab only; gone when the person leaves. */
export function openDrafts() {
  /** @type {Record<string, {now: Draft, aside: Draft[], boxes: Record<string, string>}>} */
  const shelf = JSON.parse(sessionStorage.getItem(SHELF) ?? "{}");

  function store() {
    sessionStorage.setItem(SHELF, JSON.stringify(shelf));
  }

  /** @param {string} person */
  function of(person) {
    return (shelf[person] ??= { now: blank(), aside: [], boxes: {} });
  }

  return {
    of,

    /**
     * @param {string} person
     * @param {Partial<Draft>} change
     */
    change(person, change) {
      of(person).now = { ...of(person).now, ...change };
      store();
    },

    /**
     * A new sheet. Who may read it stays as it was chosen: going back to "everybody" by itself would give words away.
     * @param {string} person
     */
    fresh(person) {
      const { audience, hidden_from } = of(person).now;
      of(person).now = blank({ audience, hidden_from });
      store();
    },

    /**
     * Put what is written aside, to go on with later.
     * @param {string} person
     */
    putAside(person) {
      const { now, aside } = of(person);
      if (now.text.trim()) of(person).aside = [...aside, now];
      this.fresh(person);
    },

    /**
     * Words that came back, or were put aside, are in the box again; what was there goes aside.
     * @param {string} person
     * @param {Draft} draft
     */
    takeUp(person, draft) {
      this.putAside(person);
      of(person).aside = of(person).aside.filter((other) => other !== draft);
      of(person).now = draft;
      store();
    },

    /**
     * What stands in a box that has a name of its own, as an answer to an agreement.
     * @param {string} person
     * @param {string} box
     * @param {string} text
     */
    keep(person, box, text) {
      const { boxes } = of(person);
      if (text) boxes[box] = text;
      else delete boxes[box];
      store();
    },

    /** @param {string} person @param {string} text */
    has(person, text) {
      const { now, aside } = of(person);
      return [now, ...aside].some((draft) => draft.text === text);
    },

    /** One of those who share this phone is gone, and what they wrote with them. @param {string} person */
    drop(person) {
      if (!shelf[person]) return;
      delete shelf[person];
      store();
    },

    empty() {
      for (const person of Object.keys(shelf)) delete shelf[person];
      sessionStorage.removeItem(SHELF);
    },
  };
}
