/** The agreement that is being written at this desk. Promise: closing its form loses no word; it is gone only once it is kept. */

import { backupsIn, draftFor, draftOf, fieldsOf, noticeBy, watcherFor } from "./agree.js";
import { nextPart, withPerson } from "./could.js";
import { all } from "./seen.js";

/** @typedef {import("./seen.js").View} View */
/** @typedef {import("./agree.js").Draft} Draft */
/** @typedef {import("./desk.js").Own} Own */

/** @param {HTMLElement} stage @param {Own} mine @param {() => View|null} view @param {() => void} draw who could be in the next place follows who is chosen */
export function drafting(stage, mine, view, draw) {
  /** Half written, by what they are about. @type {Map<string, Draft>} */
  const aside = new Map();

  /** @returns {HTMLFormElement|null} */
  const formNow = () => stage.querySelector("form.agree");

  /** @returns {HTMLSelectElement[]} */
  const backupPlaces = () => [...stage.querySelectorAll(".agree select[name=backup]")].map((place) => /** @type {HTMLSelectElement} */ (place));

  /** @param {string} name @returns {HTMLSelectElement|null} */
  const placeOf = (name) => stage.querySelector(`.agree select[name=${name}]`);

  /** Who is chosen for one place leaves the other: the two change places. @param {HTMLSelectElement} chosen */
  function swapped(chosen) {
    const who = placeOf("who");
    const hands = [...(who ? [who] : []), ...backupPlaces()];
    const before = [mine.draft?.who ?? "", ...(mine.draft?.backups ?? [])][hands.indexOf(chosen)] ?? "";
    const other = hands.find((place) => place !== chosen && chosen.value && place.value === chosen.value);
    if (other) other.value = before;
  }

  /** Whoever does it does not watch it too, unless somebody chooses so. @param {View} now @param {string} who */
  function watchedByAnother(now, who) {
    const monitor = placeOf("monitor");
    if (!monitor || !who || monitor.value !== who) return;
    monitor.value = watcherFor(now, mine.draft?.about ?? [], who) ?? "";
    noticeFollows(now, monitor.value);
  }

  /** The sentence of how we notice follows who keeps watch, until somebody wrote their own. @param {View} now @param {string} monitor */
  function noticeFollows(now, monitor) {
    const notice = /** @type {HTMLTextAreaElement|null} */ (stage.querySelector(".agree textarea[name=notice]"));
    if (notice && isOurs(now, notice.value)) notice.value = noticeBy(now, monitor || null);
  }

  /** @param {View} now @param {string} risk */
  function restsOnWhoIsAway(now, risk) {
    const lost = mine.advice?.gaps.find((gap) => gap.risk === risk)?.lost ?? [];
    return all(now.agreements).find((one) => one.risks.includes(risk) && lost.includes(one.who))?.id;
  }

  /** Who stands in the form, as it is chosen now. */
  function notePeople() {
    const form = formNow();
    if (mine.draft && form) mine.draft = { ...mine.draft, who: placeOf("who")?.value || null, backups: backupsIn(form), monitor: placeOf("monitor")?.value || null };
  }

  /** @param {Event} event */
  function onChange(event) {
    const field = /** @type {HTMLSelectElement} */ (event.target);
    const now = view();
    if (!now || !mine.draft || !["who", "backup", "monitor"].includes(field.name)) return;
    if (field.name === "monitor") noticeFollows(now, field.value);
    else swapped(field);
    if (field.name === "who") watchedByAnother(now, field.value);
    notePeople();
    draw();
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

    /**
     * Somebody who was tapped, in the next place of the agreement that is open; else that person does what this gap asks, or takes it over
     * in the agreement that rests on somebody who is not there then.
     * @param {View} now @param {string} about `risk:person`
     */
    take(now, about) {
      const [risk = "", person = ""] = about.split(":");
      const inForm = mine.draft !== null;
      if (!inForm) this.open(now, restsOnWhoIsAway(now, risk) ?? risk);
      notePeople();
      if (!mine.draft) return;
      mine.draft = withPerson(mine.draft, person, inForm ? nextPart(mine.draft) : mine.draft.who ? "backup" : "who");
      if (!mine.draft.monitor) mine.draft.monitor = watcherFor(now, mine.draft.about, mine.draft.who);
      if (isOurs(now, mine.draft.notice)) mine.draft.notice = noticeBy(now, mine.draft.monitor);
      const { who, monitor, backups } = mine.draft;
      const places = /** @type {[HTMLSelectElement|null|undefined, string|null][]} */ ([[placeOf("who"), who], [placeOf("monitor"), monitor], ...backups.map((id, at) => [backupPlaces()[at], id])]);
      for (const [place, id] of places) if (place) place.value = id ?? "";
      noticeFollows(now, monitor ?? "");
    },

    /** One more place for a back-up, after the others. */
    moreBackups() {
      notePeople();
      if (mine.draft) mine.draft.backups = [...(mine.draft.backups.length ? mine.draft.backups : [""]), ""];
    },

    /** Whoever stands at this place is asked one earlier. @param {number} at */
    backupUp(at) {
      const places = backupPlaces();
      const [before, chosen] = [places[at - 1], places[at]];
      if (before && chosen) [before.value, chosen.value] = [chosen.value, before.value];
      notePeople();
    },

    /** An idea that was tapped goes behind what stands there. @param {string} words */
    fill(words) {
      const what = /** @type {HTMLTextAreaElement|null} */ (stage.querySelector(".agree textarea[name=what]"));
      if (!what) return;
      what.value = what.value.trim() ? `${what.value.trim()} ${words}` : words;
      what.dispatchEvent(new Event("input", { bubbles: true })); // as if it was typed
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
