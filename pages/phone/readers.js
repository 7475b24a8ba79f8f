// Who may read it: chosen before it is sent, or changed afterwards. Promise: what is chosen counts once it is sent, and shows no name unasked.

import { t } from "../film/words.js";
import { h } from "./dom.js";
import { nameOf } from "./parts.js";

/** @typedef {import("./parts.js").Page} Page */
/** @typedef {import("../film/patch.js").Audience} Audience */
/** @typedef {{audience: Audience, hidden_from: string[]}} Readers */

/** In a word, for who looks over a shoulder: it tells only that it is narrower. @param {Page} page @param {Readers} readers */
export function readersWord({ sentences }, { audience, hidden_from }) {
  return audience === "everybody" && hidden_from.length > 0 ? t("Niet iedereen") : sentences.audiences[audience];
}

/** @param {Page} page @param {Readers} readers @returns {HTMLElement[]} */
export function readersChoice({ view, me, sentences }, { audience, hidden_from }) {
  const people = Object.values(view.people).filter(({ id, state }) => id !== me && state === "admitted");
  const who = h(
    "fieldset",
    { class: "choice", "data-k": "who" },
    h("legend", { class: "sr" }, t("Wie mag dit lezen?")),
    Object.entries(sentences.audiences).map(([name, words]) => option("radio", "audience", name, words, audience === name)),
  );
  const but = h(
    "fieldset",
    { class: "choice", "data-k": "but" },
    h("legend", {}, t("Wie mag dit niet lezen?")),
    people.map(({ id }) => option("checkbox", "hidden_from", id, nameOf(view, id), hidden_from.includes(id))),
  );
  return people.length ? [who, but] : [who];
}

/**
 * What somebody chose by this box, among what was chosen before. People who are not in the list now stay hidden from.
 * @template {Readers} Chosen
 * @param {Chosen} before @param {HTMLInputElement} box @returns {Chosen}
 */
export function withChoice(before, { name, value, checked }) {
  if (name === "audience") return { ...before, audience: /** @type {Audience} */ (value) };
  if (name !== "hidden_from") return before;
  const rest = before.hidden_from.filter((id) => id !== value);
  return { ...before, hidden_from: checked ? [...rest, value] : rest };
}

/**
 * @param {string} type @param {string} name @param {string} value @param {string} words @param {boolean} checked
 */
export function option(type, name, value, words, checked) {
  return h("label", { "data-k": `${name}-${value}` }, h("input", { type, name, value, checked }), h("span", { dir: "auto" }, words));
}
