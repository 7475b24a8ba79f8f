/** The agreement that is being written at this desk. Promise: closing its form loses no word; it is gone only once it is kept. */

import { draftFor, draftOf, fieldsOf, noticeBy } from "./agree.js";

/** @typedef {import("./seen.js").View} View */
/** @typedef {import("./agree.js").Draft} Draft */
/** @typedef {import("./desk.js").Own} Own */

/** @param {HTMLElement} stage @param {Own} mine @param {() => View|null} view */
export function drafting(stage, mine, view) {
  /** Half written, by what they are about. @type {Map<string, Draft>} */
  const aside = new Map();

  /** The sentence of how we notice follows who keeps watch, until somebody wrote their own. @param {Event} event */
  function onChange(event) {
    const field = /** @type {HTMLSelectElement} */ (event.target);
    const notice = /** @type {HTMLTextAreaElement|null} */ (field.form?.elements.namedItem("notice") ?? null);
    const now = view();
    if (!now || field.name !== "monitor" || !notice || !isOurs(now, notice.value)) return;
    notice.value = noticeBy(now, field.value || null);
  }

  stage.addEventListener("change", onChange);

  return {
    /** Begin, or go on where it was left. @param {View} now @param {string} about a card's or an agreement's id */
    open(now, about) {
      const one = now.agreements[about];
      mine.draft = aside.get(about) ?? (one ? draftOf(one) : draftFor(now, about));
    },

    /** The form closes, its words stay. */
    putAside() {
      const form = /** @type {HTMLFormElement|null} */ (stage.querySelector("form.agree"));
      if (mine.draft && form) aside.set(keyOf(mine.draft), /** @type {Draft} */ ({ ...mine.draft, ...fieldsOf(form, mine.draft) }));
      mine.draft = null;
    },

    /** It was kept. */
    done() {
      if (mine.draft) aside.delete(keyOf(mine.draft));
      mine.draft = null;
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
