/** The facilitator's desk: leads, lets in, puts on the screen, makes agreements. Live; says in words what the server refuses. */

import { draftFor, draftOf, fieldsOf, noticeBy } from "./agree.js";
import { become, el } from "./dom.js";
import { mindPictures } from "./draw.js";
import { inbox } from "./inbox.js";
import { DESK_KEYS, commandOf, isTyping, keyList } from "./keys.js";
import { stepOf } from "./lead.js";
import { deskHeader, phaseBar, rudder } from "./rudder.js";
import { TABS, TAB_OF, side } from "./side.js";
import { NotKept } from "./send.js";

/** @typedef {import("./seen.js").View} View */
/** @typedef {import("./seen.js").Agreement} Agreement */
/** @typedef {import("./film.js").Place} Place */

/**
 * What this desk knows by itself.
 * @typedef {object} Own
 * @property {string} tab
 * @property {import("./agree.js").Draft|null} draft the agreement that is being written
 * @property {{now: Agreement, mine: Record<string, unknown>}|null} clash
 * @property {string|null} parking the worry that is being parked
 * @property {string|null} dropping
 * @property {boolean} keys
 * @property {{column: string, words: string}|null} trouble
 * @property {import("./stream.js").State} link
 */

/** @param {Place} place @returns {import("./film.js").Face} */
export function desk(place) {
  const stage = el("div", { class: "bench" });
  place.shell.append(stage);
  /** @type {View|null} */
  let view = null;
  /** @type {Own} */
  const mine = { tab: "scene", draft: null, clash: null, parking: null, dropping: null, keys: false, trouble: null, link: "live" };

  /** Agreements half written, by what they are about: closing the form loses no word. @type {Map<string, import("./agree.js").Draft>} */
  const aside = new Map();

  /** @param {View} next */
  function show(next) {
    if (next.now.phase !== view?.now.phase) mine.tab = TAB_OF[next.now.phase] ?? mine.tab;
    view = next;
    draw();
  }

  function draw() {
    if (!view) return;
    become(stage, el("div", { class: "bench" }, deskHeader(view, mine), phaseBar(view), rudder(view, mine), inbox(view, mine), side(view, mine, place.lang), mine.keys && keyList(DESK_KEYS)));
  }

  /**
   * One step; what the server says against it appears in the column where it was asked.
   * @param {string} column @param {string} verb @param {Record<string, unknown>} fields
   * @returns {Promise<boolean>} whether it was kept
   */
  async function act(column, verb, fields) {
    mine.trouble = null;
    try {
      await place.act(verb, fields);
      return true;
    } catch (error) {
      if (!(error instanceof NotKept)) throw error;
      if (!clashed(error, fields)) mine.trouble = { column, words: error.message };
      return false;
    } finally {
      draw();
    }
  }

  /** @param {NotKept} error @param {Record<string, unknown>} fields */
  function clashed(error, fields) {
    if (error.status !== 409 || !fields.agreement) return false;
    const newer = /** @type {Agreement|null} */ (error.now && typeof error.now === "object" ? error.now : (view?.agreements[String(fields.agreement)] ?? null));
    if (newer?.base === undefined) return false;
    mine.clash = { now: newer, mine: fields };
    return true;
  }

  /** @param {string} command @param {string|null} about */
  function change(command, about) {
    if (!view) return;
    mine.trouble = null;
    if (command === "tab") mine.tab = about ?? mine.tab;
    if (command === "keys") mine.keys = !mine.keys;
    if (["agree", "change", "close_form"].includes(command)) putAside();
    if (command === "agree" || command === "change") mine.draft = aside.get(about ?? "") ?? draftOn(view, about ?? "");
    if (command === "park") mine.parking = mine.parking === about ? null : about;
    mine.dropping = command === "drop" ? about : null;
    if (command === "clash_theirs") {
      mine.clash = null;
      formDone();
    }
    if (command === "clash_mine") return void overrule();
    if (command === "fill_what") return fill(about ?? "");
    draw();
    focusAfter(command, about);
  }

  function putAside() {
    const form = /** @type {HTMLFormElement|null} */ (stage.querySelector("form.agree"));
    if (mine.draft && form) aside.set(keyOf(mine.draft), /** @type {import("./agree.js").Draft} */ ({ ...mine.draft, ...fieldsOf(form, mine.draft) }));
    mine.draft = null;
  }

  function formDone() {
    if (mine.draft) aside.delete(keyOf(mine.draft));
    mine.draft = null;
  }

  /** After a step that swaps what is there, focus goes to where the next word or tap is expected. @param {string} command @param {string|null} about */
  function focusAfter(command, about) {
    /** @type {Record<string, string>} */
    const where = { agree: mine.draft?.what ? ".agree select[name=who]" : ".agree textarea[name=what]", change: ".agree textarea[name=what]", park: ".park textarea", tab: `[data-id="tab-${about}"]`, drop: `[data-id="drop-yes-${about}"]` };
    const target = where[command] ? stage.querySelector(where[command]) : null;
    if (target instanceof HTMLElement) target.focus();
  }

  async function overrule() {
    const clash = mine.clash;
    if (!clash) return;
    mine.clash = null;
    if (await act("side", "change_agreement", { ...clash.mine, base: clash.now.base })) formDone();
    draw();
  }

  /** @param {string} words */
  function fill(words) {
    const what = /** @type {HTMLTextAreaElement|null} */ (stage.querySelector(".agree textarea[name=what]"));
    if (!what) return;
    what.value = what.value.trim() ? `${what.value.trim()} ${words}` : words;
    what.focus();
  }

  /** @param {MouseEvent} event */
  function onClick(event) {
    const pressed = /** @type {Element} */ (event.target).closest("[data-verb], [data-own-do], [data-do=keys]");
    if (!pressed) return;
    const verb = pressed.getAttribute("data-verb");
    if (verb) act(columnOf(pressed), verb, JSON.parse(pressed.getAttribute("data-fields") ?? "{}"));
    else change(pressed.getAttribute("data-own-do") ?? "keys", pressed.getAttribute("data-about"));
  }

  /** @param {SubmitEvent} event */
  async function onSubmit(event) {
    event.preventDefault();
    const form = /** @type {HTMLFormElement} */ (event.target);
    const given = Object.fromEntries(new FormData(form, event.submitter));
    const about = form.dataset.about ?? "";
    switch (form.dataset.form) {
      case "admit": return void act("inbox", given.same_as ? "admit_again" : "admit", given.same_as ? { person: about, same_as: given.same_as } : { person: about, role: given.role, relation: given.relation || null });
      case "weigh": return void act("side", "weigh_agreement", { agreement: about, how: given.how, text: given.text || null });
      case "adopt": return void act("side", "adopt_plan", given);
      case "end": return void act("side", "end_evaluation", { ...given, next_on: given.next_on || null });
      case "park": if (await act(columnOf(form), "park", { card: about, ...given })) mine.parking = null; return draw();
      case "agree": return keepAgreement(form);
    }
  }

  /** @param {HTMLFormElement} form */
  async function keepAgreement(form) {
    if (!mine.draft) return;
    const kept = await act("side", mine.draft.agreement ? "change_agreement" : "make_agreement", fieldsOf(form, mine.draft));
    if (kept) formDone();
    draw();
  }

  /** The sentence of how we notice follows who keeps watch, until somebody wrote their own. @param {Event} event */
  function onChange(event) {
    const field = /** @type {HTMLSelectElement} */ (event.target);
    const notice = /** @type {HTMLTextAreaElement|null} */ (field.form?.elements.namedItem("notice") ?? null);
    if (!view || field.name !== "monitor" || !notice || !isOurs(notice.value)) return;
    notice.value = noticeBy(view, field.value || null);
  }

  /** @param {string} words */
  function isOurs(words) {
    const now = view;
    return now !== null && (!words.trim() || [null, ...Object.keys(now.people)].some((id) => noticeBy(now, id) === words));
  }

  /** @param {KeyboardEvent} event */
  function onKey(event) {
    if (walkTabs(event) || isTyping(event)) return;
    const asked = commandOf(event, place.shell.dir);
    if (!asked || !view || asked === "full") return;
    event.preventDefault();
    event.stopPropagation();
    if (asked === "keys") return change("keys", null);
    if (asked === "escape") return mine.keys ? change("keys", null) : undefined;
    const todo = stepOf(asked, view);
    if (todo) act(asked === "undo" || asked === "redo" ? "top" : "rudder", todo.verb, todo.fields ?? {});
  }

  /** @param {KeyboardEvent} event */
  function walkTabs(event) {
    const at = event.composedPath()[0];
    if (!(at instanceof HTMLElement) || at.getAttribute("role") !== "tab" || !["ArrowLeft", "ArrowRight"].includes(event.key)) return false;
    const forward = (event.key === "ArrowRight") === (place.shell.dir !== "rtl");
    change("tab", TABS[(TABS.indexOf(mine.tab) + (forward ? 1 : TABS.length - 1)) % TABS.length] ?? null);
    event.preventDefault();
    return true;
  }

  stage.addEventListener("click", onClick);
  mindPictures(stage, draw);
  stage.addEventListener("submit", onSubmit);
  stage.addEventListener("change", onChange);
  addEventListener("keydown", onKey, true);

  return {
    show,
    connection(state) {
      mine.link = state;
      draw();
    },
    again: draw,
    close: () => removeEventListener("keydown", onKey, true),
  };
}

/** @param {View} view @param {string} id a card's or an agreement's */
function draftOn(view, id) {
  const one = view.agreements[id];
  return one ? draftOf(one) : draftFor(view, id);
}

/** @param {import("./agree.js").Draft} draft */
function keyOf(draft) {
  return draft.agreement ?? draft.about[0] ?? "";
}

/** @param {Element} node */
function columnOf(node) {
  return node.closest("[data-column]")?.getAttribute("data-column") ?? "top";
}
