/**
 * Elements, and how a drawn tree takes the place of the one that is shown. Promise: text is only ever text; what did not
 * change is not touched, so focus, scrolling and half-typed words stay.
 */

import { drawn as draw, nowStands, stands, wholly } from "./later.js";

/** @typedef {string|number|boolean|null|undefined} Value */
/** @typedef {Node|string|null|false|undefined} Child */

const SVG = "http://www.w3.org/2000/svg";

/**
 * An element. A prop that is null, undefined or false is left out; true is an empty attribute.
 * @param {string} tag
 * @param {Record<string, Value>} [props]
 * @param {...(Child|Child[])} children
 * @returns {HTMLElement}
 */
export function el(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  dress(node, props);
  node.append(...(/** @type {Child[]} */ (children.flat())).filter(isThere));
  return node;
}

/**
 * A drawing in SVG: its parts as `[tag, props]`.
 * @param {Record<string, Value>} props
 * @param {[string, Record<string, Value>][]} parts
 * @returns {SVGElement}
 */
export function drawing(props, parts) {
  const svg = document.createElementNS(SVG, "svg");
  dress(svg, { viewBox: "0 0 24 24", "aria-hidden": "true", focusable: "false", ...props });
  for (const [tag, attributes] of parts) {
    const part = document.createElementNS(SVG, tag);
    dress(part, attributes);
    svg.append(part);
  }
  return svg;
}

/** @param {Child} child @returns {child is Node|string} */
function isThere(child) {
  return child !== null && child !== false && child !== undefined;
}

/** @param {Element} node @param {Record<string, Value>} props */
function dress(node, props) {
  for (const [name, value] of Object.entries(props)) {
    if (value === null || value === undefined || value === false) continue;
    node.setAttribute(name, value === true ? "" : String(value));
  }
}

/** What a person may have changed by hand, and a redraw leaves alone. */
const THEIRS = new Set(["value", "checked", "selected", "open"]);

/**
 * Make `shown` look like `drawn`. Children with the same `data-id` are the same thing, wherever they stand; an element with
 * `data-own` looks after its own inside.
 * @param {Element} shown
 * @param {Element} drawn
 */
export function become(shown, drawn) {
  for (const { name } of [...shown.attributes]) {
    if (!drawn.hasAttribute(name) && !THEIRS.has(name)) shown.removeAttribute(name);
  }
  for (const { name, value } of [...drawn.attributes]) {
    if (!THEIRS.has(name) && shown.getAttribute(name) !== value) shown.setAttribute(name, value);
  }
  if (!shown.hasAttribute("data-own")) becomeInside(shown, drawn);
}

/** @param {Element} shown @param {Element} drawn */
function becomeInside(shown, drawn) {
  const wanted = new Set([...drawn.children].map(idOf).filter(Boolean));
  /** @type {Map<string, Element>} */
  const there = new Map();
  for (const child of [...shown.children]) {
    const id = idOf(child);
    if (id && !wanted.has(id)) child.remove();
    else if (id) there.set(id, child);
  }
  /** @type {ChildNode|null} */
  let at = shown.firstChild;
  for (const next of [...drawn.childNodes]) {
    const match = matching(there, at, next);
    if (!match) {
      shown.insertBefore(wholly(next), at);
      continue;
    }
    if (match === at) at = at.nextSibling;
    else shown.insertBefore(match, at);
    if (match instanceof Element && next instanceof Element) renew(match, next);
    else if (match.nodeValue !== next.nodeValue) match.nodeValue = next.nodeValue;
  }
  while (at) {
    const after = at.nextSibling;
    at.remove();
    at = after;
  }
}

/** @param {Element} shown @param {Element} next */
function renew(shown, next) {
  if (stands(shown, next)) return;
  become(shown, draw(next));
  nowStands(shown, next);
}

/**
 * The shown child that `next` is a newer drawing of, by its id or at this place.
 * @param {Map<string, Element>} there @param {ChildNode|null} at @param {ChildNode} next @returns {ChildNode|null}
 */
function matching(there, at, next) {
  const id = next instanceof Element ? idOf(next) : null;
  if (id) {
    const child = there.get(id);
    return child?.nodeName === next.nodeName ? child : null;
  }
  if (!at || at.nodeName !== next.nodeName) return null;
  return at instanceof Element && idOf(at) ? null : at;
}

/** @param {Element} node */
function idOf(node) {
  return node.getAttribute("data-id");
}
