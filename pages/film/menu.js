/** A menu behind one word, for what is done less often. Promise: opened and walked by keyboard; closed by Escape, by choosing, by going elsewhere. */

import { el } from "./dom.js";
import { inUse } from "./letters.js";

/**
 * @param {string} words @param {string} id @param {import("./dom.js").Child[]} choices
 * @param {{label?: string, look?: string, key?: string}} [how] key: the key that opens it
 */
export function menu(words, id, choices, { label, look = "quiet", key } = {}) {
  return el("details", { class: "menu", "data-id": id },
    el("summary", { class: `b ${look}`, "aria-label": label ?? null, "aria-keyshortcuts": inUse(key), title: inUse(key) ? `${words} (${key})` : null }, el("span", {}, words)),
    el("div", { class: "menu-list" }, choices));
}

/** Close what is open when somebody chooses, or goes on elsewhere. @param {HTMLElement} stage */
export function mindMenus(stage) {
  stage.addEventListener("click", ({ target }) => {
    const at = /** @type {Element} */ (target);
    for (const open of opened(stage)) if (!at.closest("summary") || !open.contains(at)) open.open = false;
  });
  stage.addEventListener("toggle", ({ target }) => {
    if (target instanceof HTMLDetailsElement && target.matches(".menu[open]")) target.querySelector(".menu-list")?.scrollIntoView({ block: "nearest" });
  }, true);
  stage.addEventListener("focusin", ({ target }) => {
    for (const open of opened(stage)) if (!open.contains(/** @type {Node} */ (target))) open.open = false;
  });
}

/**
 * Arrows walk an open menu, Escape closes it.
 * @param {KeyboardEvent} event @returns {boolean} whether the key was meant for a menu
 */
export function walkMenu(event) {
  const at = event.composedPath()[0];
  const open = at instanceof HTMLElement ? at.closest("details.menu[open]") : null;
  if (!(open instanceof HTMLDetailsElement)) return false;
  const choices = /** @type {HTMLElement[]} */ ([...open.querySelectorAll("summary, .menu-list :is(button, a)")]);
  const way = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (way) choices[(choices.indexOf(/** @type {HTMLElement} */ (at)) + way + choices.length) % choices.length]?.focus();
  if (event.key === "Escape") {
    open.open = false;
    choices[0]?.focus();
  }
  if (!way && event.key !== "Escape") return false;
  event.preventDefault();
  event.stopPropagation();
  return true;
}

/** @param {HTMLElement} stage @returns {HTMLDetailsElement[]} */
function opened(stage) {
  return [...stage.querySelectorAll(/** @type {"details"} */ ("details.menu[open]"))];
}
