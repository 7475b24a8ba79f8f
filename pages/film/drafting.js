/** The agreement that is being written at this desk. Promise: closing its form loses no word; it is gone only once it is kept. */

import { backupsIn, draftFor, draftOf, fieldsOf, noticeBy } from "./agree.js";

/** @typedef {import("./seen.js").View} View */
/** @typedef {import("./agree.js").Draft} Draft */
/** @typedef {import("./desk.js").Own} Own */

/** @param {HTMLElement} stage @param {Own} mine @param {() => View|null} view */
export function drafting(stage, mine, view) {
  /** Half written, by what they are about. @type {Map<string, Draft>} */
  const aside = new Map();

  /** @returns {HTMLFormElement|null} */
  const formNow = () => stage.querySelector("form.agree");

  /** @returns {HTMLSelectElement[]} */
  const backupPlaces = () => [...stage.querySelectorAll(".agree select[name=backup]")].map((place) => /** @type {HTMLSelectElement} */ (place));

  /** Who is chosen for one place leaves the other: the two change places. @param {HTMLSelectElement} chosen */
  function swapped(chosen) {
    const places = backupPlaces();
    const before = mine.draft?.backups[places.indexOf(chosen)] ?? "";
    const other = places.find((place) => place !== chosen && chosen.value && place.value === chosen.value);
    if (other) other.value = before;
    noteBackups();
  }

  function noteBackups() {
    const form = formNow();
    if (mine.draft && form) mine.draft = { ...mine.draft, backups: backupsIn(form) };
  }

  /** The sentence of how we notice follows who keeps watch, until somebody wrote their own. @param {Event} event */
  function onChange(event) {
    const field = /** @type {HTMLSelectElement} */ (event.target);
    if (field.name === "backup") return swapped(field);
    const notice = /** @type {HTMLTextAreaElement|null} */ (field.form?.elements.namedItem("notice") ?? null);
    const now = view();
    if (!now || field.name !== "monitor" || !notice || !isOurs(now, notice.value)) return;
    notice.value = noticeBy(now, field.value || null);
  }

  stage.addEventListener("change", onChange);

  return {
    /**
     * Begin, or go on where it was left.
     * @param {View} now @param {string} about a card's or an agreement's id, or that of a "what if" @param {string|null} [what_if] because of which an agreement changes
     */
    open(now, about, what_if = now.what_ifs[about] ? about : null) {
      const one = now.agreements[about];
      mine.draft = { ...(aside.get(about) ?? (one ? draftOf(one) : draftFor(now, about))), what_if };
    },

    /** The form closes, its words stay. */
    putAside() {
      const form = formNow();
      if (mine.draft && form) aside.set(keyOf(mine.draft), /** @type {Draft} */ ({ ...mine.draft, ...fieldsOf(form, mine.draft) }));
      mine.draft = null;
    },

    /** It was kept. */
    done() {
      if (mine.draft) aside.delete(keyOf(mine.draft));
      mine.draft = null;
    },

    /** One more place for a back-up, after the others. */
    moreBackups() {
      noteBackups();
      if (mine.draft) mine.draft.backups = [...(mine.draft.backups.length ? mine.draft.backups : [""]), ""];
    },

    /** Whoever stands at this place is asked one earlier. @param {number} at */
    backupUp(at) {
      const places = backupPlaces();
      const [before, chosen] = [places[at - 1], places[at]];
      if (before && chosen) [before.value, chosen.value] = [chosen.value, before.value];
      noteBackups();
    },

    /** An idea that was tapped goes behind what stands there. @param {string} words */
    fill(words) {
      const what = /** @type {HTMLTextAreaElement|null} */ (stage.querySelector(".agree textarea[name=what]"));
      if (!what) return;
      what.value = what.value.trim() ? `${what.value.trim()} ${words}` : words;
      what.focus();
    },
  };
}

/** @param {View} now @param {string} words */
function isOurs(now, words) {
  return !words.trim() || [null, ...Object.keys(now.people)].some((id) => noticeBy(now, id) === words);
}

/** @param {Draft} draft */
function keyOf(draft) {
  return draft.agreement ?? draft.about[0] ?? "";
}
