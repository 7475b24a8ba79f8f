/** The list of keys, laid over the rest, with the switch for the letters. Promise: it comes with the focus in it, and gives that back. */

import { el } from "./dom.js";
import { icon } from "./icons.js";
import { inUse, letLettersLead, lettersLead, mindLetters } from "./letters.js";
import { t } from "./words.js";

/** @typedef {import("./keys.js").Help} Help */
/** @typedef {import("./keys.js").Group} Group */

/** @param {Group[]} groups */
export function keyList(groups) {
  return el("section", { class: "key-list", "data-id": "key-list", role: "dialog", "aria-modal": "false", "aria-label": t("Toetsen") },
    el("header", {}, el("h2", {}, t("Toetsen")), el("button", { type: "button", class: "quiet round", "data-do": "keys", "aria-label": t("Sluit de lijst") }, icon("cross"))),
    el("div", { class: "key-groups" }, groups.map(({ title, list }) => part(title(), inReach(list)))),
    letterSwitch());
}

/** @param {string} title @param {Help[]} list */
function part(title, list) {
  return list.length > 0 && el("div", {}, title && el("h3", {}, title), el("dl", {}, list.flatMap((help) => [
    el("dt", {}, help.keys.map((key) => el("kbd", {}, key))),
    el("dd", {}, help.says()),
  ])));
}

/** Only what works now. @param {Help[]} list */
function inReach(list) {
  return list.map((help) => ({ ...help, keys: help.keys.filter(inUse) })).filter(({ keys }) => keys.length > 0);
}

function letterSwitch() {
  const on = lettersLead();
  return el("div", { class: "letters" },
    el("button", { type: "button", class: "switch", role: "switch", "aria-checked": String(on), "data-do": "letters" },
      el("i", { "aria-hidden": "true" }), el("span", {}, t("Letters en tekens zijn toetsen")), el("b", {}, on ? t("aan") : t("uit"))),
    el("p", { class: "soft" }, t("Praat je tegen je computer? Zet dit dan uit. Dit geldt alleen in deze browser.")));
}

/**
 * Opens and closes the list on this stage, and works its switch.
 * @param {HTMLElement} stage @param {() => void} draw
 */
export function keysOn(stage, draw) {
  /** @type {HTMLElement|null} */
  let before = null;
  const list = { open: false, turn, stop: mindLetters(draw) };

  function turn(open = !list.open) {
    if (open === list.open) return;
    if (open) before = /** @type {HTMLElement|null} */ (/** @type {Document|ShadowRoot} */ (stage.getRootNode()).activeElement);
    list.open = open;
    draw();
    const next = open ? stage.querySelector(".key-list button") : before;
    if (next instanceof HTMLElement && next.isConnected) next.focus({ preventScroll: true });
  }

  stage.addEventListener("click", ({ target }) => {
    const does = /** @type {Element} */ (target).closest(".key-list [data-do]")?.getAttribute("data-do");
    if (does === "keys") turn(false);
    if (does !== "letters") return;
    letLettersLead(!lettersLead());
    draw();
  });
  return list;
}
