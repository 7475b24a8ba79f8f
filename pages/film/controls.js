/** The desk's controls: buttons that carry the step they take, fields with their label, a status line. Pure building of elements. */

import { el } from "./dom.js";
import { icon } from "./icons.js";
import { nameOf } from "./draw.js";
import { inUse } from "./letters.js";
import { admitted } from "./seen.js";
import { t } from "./words.js";

/** @typedef {import("./seen.js").View} View */
/** @typedef {{sign?: string, look?: string, pressed?: boolean, now?: boolean, off?: boolean, label?: string, id?: string, tip?: string|null, key?: string}} Look tip: what hovering says; key: the key that does the same */

/**
 * A button that takes one step on the server when pressed.
 * @param {string} words @param {string} verb @param {Record<string, unknown>} [fields] @param {Look} [look]
 */
export function step(words, verb, fields = {}, look = {}) {
  return button(words, { "data-verb": verb, "data-fields": JSON.stringify(fields) }, look);
}

/** A button that changes this desk only. @param {string} words @param {string} command @param {string|null} [about] @param {Look} [look] */
export function own(words, command, about = null, look = {}) {
  return button(words, { "data-own-do": command, "data-about": about }, look);
}

/** A button that changes the cutting table only. @param {string} words @param {string} command @param {string|null} about @param {Look} [look] */
export function cutting(words, command, about, look = {}) {
  return button(words, { "data-cut": command, "data-about": about }, { id: `${command}-${about}`, ...look });
}

/** @param {string} words @param {Record<string, string|null>} does @param {Look} look */
function button(words, does, look) {
  return el("button", {
    type: "button", class: `b ${look.look ?? "plain"}`, ...does, "aria-pressed": look.pressed === undefined ? null : String(look.pressed),
    "aria-current": look.now ? "step" : null, disabled: look.off ?? false, "aria-label": look.label ?? null, title: tipOf(words, look), "aria-keyshortcuts": inUse(look.key), "data-id": look.id ?? null,
  }, look.sign && icon(look.sign), words && el("span", { dir: "auto" }, words));
}

/** What hovering says: more than the button does, and the key that does the same. @param {string} words @param {Look} look */
function tipOf(words, { label, tip, key }) {
  const says = tip ?? label;
  return inUse(key) ? `${says ?? words} (${key})` : (says ?? null);
}

/** A switch: on or off, said by its place and its word. @param {string} words @param {string} verb @param {Record<string, boolean>} fields what turns it @param {boolean} on @param {string} [key] */
export function toggle(words, verb, fields, on, key) {
  return el("button", { type: "button", class: "switch", role: "switch", "aria-checked": String(on), "data-verb": verb, "data-fields": JSON.stringify(fields), title: tipOf(words, { key }), "aria-keyshortcuts": inUse(key) },
    el("i", { "aria-hidden": "true" }), el("span", {}, words), el("b", {}, on ? t("aan") : t("uit")));
}

/** @param {string} label @param {HTMLElement} control @param {string} [hint] */
export function field(label, control, hint) {
  return el("label", { class: "field" }, el("span", { class: "label" }, label), control, hint && el("small", {}, hint));
}

/**
 * A field whose words others are to read: under it is said who would not. `reader`: who alone is to read it, where it is one person.
 * @param {string} label @param {HTMLElement} control @param {string} [hint] @param {string|null} [reader]
 */
export function readField(label, control, hint, reader) {
  return el("div", { class: "read-field", "data-reader": reader ?? null }, field(label, control, hint),
    el("p", { class: "kept-from", "aria-live": "polite", dir: "auto", "data-own": true }));
}

/** @param {string} name @param {string} value @param {Record<string, import("./dom.js").Value>} [props] */
export function textArea(name, value, props = {}) {
  return el("textarea", { name, rows: 2, dir: "auto", ...props }, value);
}

/** Somebody of those who are in, or nobody. @param {View} view @param {string} name @param {string|null} chosen @param {string} nobody @param {Record<string, unknown>} [more] */
export function personChoice(view, name, chosen, nobody, more = {}) {
  return el("select", { name, ...more }, el("option", { value: "", selected: !chosen }, nobody),
    admitted(view).map((who) => el("option", { value: who.id, selected: who.id === chosen, "data-id": `${name}-${who.id}` }, who.relation ? `${nameOf(who)} (${who.relation})` : nameOf(who))));
}

/**
 * Things to tap on or off, each with its words.
 * @param {string} legend @param {string} name @param {{id: string, words: string}[]} options @param {string[]} chosen
 */
export function chips(legend, name, options, chosen) {
  if (!options.length) return null;
  return el("fieldset", { class: "chips" }, el("legend", {}, legend), options.map(({ id, words }) =>
    el("label", { class: "chip", "data-id": `${name}-${id}` }, el("input", { type: "checkbox", name, value: id, checked: chosen.includes(id) }), icon("check"), el("span", { dir: "auto" }, words))));
}

/** Where the server's sentence appears, in the column of the action. @param {string} column @param {{column: string, words: string}|null} trouble */
export function statusLine(column, trouble) {
  return el("p", { class: `status${trouble?.column === column ? " said" : ""}`, role: "status", "aria-live": "polite", "data-id": `status-${column}` }, trouble?.column === column ? trouble.words : "");
}
