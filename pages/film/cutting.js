/** What the facilitator does at the cutting table: picks up and puts down, drags, fills in its forms. Each move is one step like any other. */

import { mindDragging } from "./drag.js";
import { moveOf, titleOf } from "./moves.js";
import { NotKept } from "./send.js";
import { t } from "./words.js";

/** @typedef {import("./seen.js").View} View */
/** @typedef {import("./montage.js").Cutting} Cutting */
/** @typedef {import("./shots.js").Shot} Shot */
/** @typedef {import("./shots.js").Shelf} Shelf */

/** @returns {Cutting} */
export const tableOf = () => ({ routine: null, picked: null, shot: null, news: "" });

/**
 * Listen at the desk from now on.
 * @param {HTMLElement} stage
 * @param {{view: () => View|null, cut: () => Cutting|null, act: import("./film.js").Place["act"], trouble: (words: string|null) => void, draw: () => void, busy: (on: boolean) => void}} desk
 */
export function cuttingAt(stage, { view, cut, act, trouble, draw, busy }) {
  /** @type {Shelf} */
  const shelf = { pictures: [], routines: [] };

  async function fillShelf() {
    if (shelf.pictures.length) return;
    const answer = await fetch("/api/shelf", { credentials: "same-origin" }).catch(() => null);
    if (answer?.ok) Object.assign(shelf, await answer.json());
    draw();
  }

  /** @param {string} verb @param {Record<string, unknown>} fields @param {string} said @returns {Promise<boolean>} */
  async function carry(verb, fields, said) {
    const now = cut();
    if (!now) return false;
    Object.assign(now, { picked: null, news: "" });
    trouble(null);
    try {
      await act(verb, fields);
      now.news = said;
      return true;
    } catch (error) {
      if (!(error instanceof NotKept)) throw error;
      const newer = /** @type {any} */ (error.now);
      if (error.status === 409 && now.shot && newer?.base !== undefined) Object.assign(now.shot, { clash: newer, base: newer.base });
      else trouble(error.message);
      return false;
    } finally {
      draw();
    }
  }

  /** @param {string} what @param {string} where */
  function put(what, where) {
    const seen = view();
    const step = seen && moveOf(seen, what, where);
    if (step) carry(step.verb, step.fields, t("Verplaatst: {title}", { title: titleOf(seen, what) }));
  }

  /** @type {Record<string, (about: string, now: Cutting, seen: View) => void>} */
  const taps = {
    routine: (about, now) => void (now.routine = about),
    pick: (about, now) => void (now.picked = now.picked === about ? null : about),
    put_back: (_, now) => void (now.picked = null),
    put: (about, now) => now.picked && put(now.picked, about),
    close_shot: (_, now) => void (now.shot = null),
    change_scene: (about, now, seen) => open(now, "change_scene", about, seen.scenes[about]),
    new_scene: (about, now) => open(now, "new_scene", about),
    change_routine: (about, now, seen) => open(now, "change_routine", about, seen.routines[about]),
    new_routine: (about, now) => open(now, "new_routine", about),
    remove_scene: (about, now) => open(now, "remove_scene", about),
    remove_routine: (about, now) => open(now, "remove_routine", about),
  };

  /** @param {Cutting} now @param {Shot["how"]} how @param {string} about @param {{base: string, picture: string|null}} [as] */
  function open(now, how, about, as) {
    now.shot = { how, about, base: as?.base ?? "", picture: as?.picture ?? "", find: "", clash: null };
    fillShelf();
  }

  /** @param {MouseEvent} event */
  function onClick(event) {
    const pressed = /** @type {Element} */ (event.target).closest("[data-cut]");
    const now = cut();
    const seen = view();
    if (!pressed || !now || !seen) return;
    const command = pressed.getAttribute("data-cut") ?? "";
    trouble(null);
    taps[command]?.(pressed.getAttribute("data-about") ?? "", now, seen);
    draw();
    focusAfter(command, now);
  }

  /** @param {string} command @param {Cutting} now */
  function focusAfter(command, now) {
    const target = now.shot ? stage.querySelector(".shot-form :is(input, select, button)") : command === "pick" && now.picked ? stage.querySelector(".b.put") : null;
    if (target instanceof HTMLElement) target.focus();
  }

  /** @param {SubmitEvent} event */
  async function onSubmit(event) {
    const form = /** @type {HTMLFormElement} */ (event.target);
    const now = cut();
    if (form.dataset.form !== "shot" || !now?.shot) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const { shot } = now;
    const { verb, fields } = sendOf(shot, Object.fromEntries(new FormData(form)));
    if (!(await carry(verb, fields, t("Bewaard."))) || now.shot !== shot) return; // another may be open by now
    now.shot = null;
    draw();
    const about = stage.querySelector(`.cut[data-scene="${CSS.escape(shot.about)}"]`);
    if (about instanceof HTMLElement) about.focus();
  }

  /** @param {Event} event */
  function onInput(event) {
    const field = event.target;
    const now = cut();
    if (!(field instanceof HTMLInputElement) || !now?.shot) return;
    if (field.name === "find") now.shot.find = field.value;
    else if (field.name === "picture") now.shot.picture = field.value;
    else return;
    draw();
  }

  stage.addEventListener("click", onClick);
  stage.addEventListener("submit", onSubmit, true);
  stage.addEventListener("input", onInput);
  const stop = mindDragging(stage, {
    may: (what, where) => { const seen = view(); return seen !== null && moveOf(seen, what, where) !== null; },
    drop: put,
    busy,
    back: (what) => { const now = cut(); const seen = view(); if (now && seen) now.news = t("Teruggelegd: {title}", { title: titleOf(seen, what) }); },
  });
  return { shelf, stop };
}

/** The step that a form stands for. @param {Shot} shot @param {Record<string, FormDataEntryValue>} given @returns {import("./moves.js").Step} */
function sendOf({ how, about, base, picture }, given) {
  const scene = { title: given.title, time: given.time || null, place: given.place || null, picture: picture || null };
  const film = { title: given.title, picture: picture || null };
  switch (how) {
    case "change_scene": return { verb: how, fields: { scene: about, base, ...scene } };
    case "new_scene": return { verb: "add_scene", fields: { routine: about, ...scene } };
    case "change_routine": return { verb: how, fields: { routine: about, base, ...film } };
    case "new_routine": return { verb: "add_routine", fields: given.library ? { library: given.library, ...film, title: given.title || null } : { ...film, scenes: [{ title: given.first }] } };
    case "remove_scene": return { verb: how, fields: { scene: about, into: given.into || null } };
    default: return { verb: how, fields: { routine: about, into: given.into || null } };
  }
}
