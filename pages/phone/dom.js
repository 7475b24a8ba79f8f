// From what should stand there to what stands there. Promise: text is only ever text; focus and half-typed words stay.

import { drawn, nowStands, stands, wholly } from "../film/later.js";

const SVG = "http://www.w3.org/2000/svg";

/** @typedef {Node|string|number|null|undefined|false} Child */
/** @typedef {Record<string, string|number|boolean|null|undefined>} Attributes */

/**
 * An element. Children that are null, undefined or false are left out.
 * @param {string} tag
 * @param {Attributes} [attributes] `true` sets an empty attribute; null, undefined and false leave it out
 * @param {...(Child|Child[])} children
 * @returns {HTMLElement}
 */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === true) element.setAttribute(name, "");
    else if (value !== null && value !== undefined && value !== false) element.setAttribute(name, String(value));
  }
  for (const child of children.flat()) {
    if (child !== null && child !== undefined && child !== false) element.append(child instanceof Node ? child : String(child));
  }
  return element;
}

/**
 * One of the shapes in icons.svg; decoration, the word stands beside it.
 * @param {string} name
 */
export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  const use = document.createElementNS(SVG, "use");
  use.setAttribute("href", `/face/film/icons.svg#${name}`);
  svg.append(use);
  return svg;
}

/**
 * Somebody's own words: in their own direction, which never leaks into ours.
 * @param {string|null|undefined} words null: erased
 * @param {string} erased what to show instead
 */
export function said(words, erased) {
  return words === null || words === undefined ? h("p", { class: "erased" }, erased) : h("p", { class: "said", dir: "auto" }, words);
}

/**
 * Make `live` hold what `wanted` holds, and touch nothing that is already so.
 * @param {Element} live
 * @param {Element|DocumentFragment} wanted
 */
export function morph(live, wanted) {
  const old = new Map(keyed(live));
  const stays = new Map(keyed(wanted));
  let here = live.firstChild;
  for (const next of [...wanted.childNodes]) {
    const key = keyOf(next);
    const match = key ? old.get(key) : here && !keyOf(here) && alike(here, next) ? here : null;
    if (match && alike(match, next)) {
      // What is in between goes first: an element that is moved loses the focus, and the keyboard closes.
      while (here && here !== match && !stays.has(keyOf(here))) here = without(here);
      if (match === here) here = here.nextSibling;
      else live.insertBefore(match, here);
      if (!stands(match, next)) {
        sync(match, drawn(next));
        nowStands(match, next);
      }
      if (key) old.delete(key);
    } else {
      live.insertBefore(wholly(next), here);
    }
  }
  while (here) here = without(here);
}

/** @param {ChildNode} node @returns {ChildNode|null} what stands after it */
function without(node) {
  const next = node.nextSibling;
  node.remove();
  return next;
}

/** @param {Element|DocumentFragment} parent @returns {[string, Element][]} */
function keyed(parent) {
  return [...parent.children].flatMap((child) => /** @type {[string, Element][]} */ (keyOf(child) ? [[keyOf(child), child]] : []));
}

/** @param {Node} node */
function keyOf(node) {
  return node instanceof HTMLElement ? node.dataset.k || node.id : "";
}

/** @param {Node} one @param {Node} other */
function alike(one, other) {
  return one.nodeType === other.nodeType && one.nodeName === other.nodeName;
}

/** @param {Node} live @param {Node} wanted */
function sync(live, wanted) {
  if (!(live instanceof Element) || !(wanted instanceof Element)) {
    if (live.nodeValue !== wanted.nodeValue) live.nodeValue = wanted.nodeValue;
    return;
  }
  // What a person opened or typed is theirs.
  const theirs = live instanceof HTMLDetailsElement ? ["open"] : live instanceof HTMLInputElement ? ["value"] : [];
  for (const { name } of [...live.attributes]) {
    if (!wanted.hasAttribute(name) && !theirs.includes(name)) live.removeAttribute(name);
  }
  for (const { name, value } of [...wanted.attributes]) {
    if (live.getAttribute(name) !== value && !theirs.includes(name)) live.setAttribute(name, value);
  }
  if (live instanceof HTMLInputElement && ["radio", "checkbox"].includes(live.type)) {
    live.checked = wanted.hasAttribute("checked");
  }
  if (!(live instanceof HTMLTextAreaElement)) morph(live, wanted);
}
