/** A letter beside everything that can be pressed: whatever the desk does is one key and a letter away. Promise: open it takes every key, closed none; Escape, or a letter that stands nowhere, closes it. */

import { el } from "./dom.js";
import { strike } from "./keys.js";

const LETTERS = "fjdkslaghrueiwoqptyvmcnbxz";
const PRESSED = "button:not(:disabled), summary, a[href], input, select, textarea";
const WRITTEN = "select, textarea, input:not([type=checkbox]):not([type=radio])";

/** @param {HTMLElement} stage */
export function hinting(stage) {
  /** What each row of letters presses. @type {Map<string, HTMLElement>} */
  let meant = new Map();
  let typed = "";
  const layer = el("div", { class: "hints", "aria-hidden": "true" });

  function open() {
    const seen = /** @type {HTMLElement[]} */ ([...stage.querySelectorAll(PRESSED)]).filter(isSeen);
    meant = new Map(named(seen.length).map((name, at) => [name, /** @type {HTMLElement} */ (seen[at])]));
    typed = "";
    stage.after(layer);
    mind();
  }

  function close() {
    meant = new Map();
    layer.remove();
  }

  /** After every drawing: each letter goes where its button is; what went takes its letter along. */
  function mind() {
    if (!layer.isConnected) return;
    const from = layer.getBoundingClientRect();
    layer.replaceChildren(...[...meant].filter(([name, control]) => name.startsWith(typed) && isSeen(control)).map(([name, control]) => {
      const { left, top } = control.getBoundingClientRect();
      return el("kbd", { style: `left:${Math.max(0, left - from.left)}px;top:${Math.max(0, top - from.top)}px` }, name.slice(typed.length).toUpperCase());
    }));
  }

  /** @param {KeyboardEvent} event @returns {boolean} whether the key was meant for the letters */
  function press(event) {
    if (!layer.isConnected || event.ctrlKey || event.altKey || event.metaKey || event.key === "Shift") return false;
    event.preventDefault();
    event.stopPropagation();
    typed += event.key.toLowerCase();
    const control = meant.get(typed);
    if (control || ![...meant.keys()].some((name) => name.startsWith(typed))) close();
    else mind();
    if (control?.matches(WRITTEN)) control.focus();
    else if (control) strike(control);
    return true;
  }

  return { open, close, mind, press };
}

/** So many rows of letters, none of which begins another. @param {number} count @returns {string[]} */
function named(count) {
  if (count <= LETTERS.length) return [...LETTERS].slice(0, count);
  return [...LETTERS].flatMap((first) => [...LETTERS].map((second) => first + second)).slice(0, count);
}

/** @param {HTMLElement} control */
function isSeen(control) {
  if (!control.isConnected || !control.checkVisibility({ visibilityProperty: true })) return false;
  const { left, right, top, bottom } = control.getBoundingClientRect();
  const x = (Math.max(left, 0) + Math.min(right, innerWidth)) / 2;
  const y = (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2;
  const there = /** @type {Document|ShadowRoot} */ (control.getRootNode()).elementFromPoint(x, y);
  return there !== null && (control.contains(there) || there.contains(control));
}
