/**
 * Things that are drawn only when what they are drawn from is another. Promise: what is shown is what drawing all of it anew would
 * show; with two hundred cards a new one costs one card.
 */

/** @typedef {{from: readonly unknown[], draw: () => Element}} Waiting */

/** What a place stands for. @type {WeakMap<Node, Waiting>} */
const waits = new WeakMap();
/** What a shown thing was drawn from. @type {WeakMap<Node, readonly unknown[]>} */
const made = new WeakMap();

/**
 * A place for what `draw` makes of the things in `from`, and of nothing else: while each of them is the same, it is not drawn.
 * @template {Element} Place
 * @param {Place} place an empty element with the tag and the key of what is drawn
 * @param {readonly unknown[]} from
 * @param {() => Element} draw
 */
export function later(place, from, draw) {
  place.setAttribute("data-later", "");
  waits.set(place, { from, draw });
  return place;
}

/** Whether what is shown is already what this place stands for. @param {Node} shown @param {Node} place */
export function stands(shown, place) {
  const wanted = waits.get(place)?.from;
  const from = made.get(shown);
  return wanted !== undefined && from !== undefined && wanted.length === from.length && wanted.every((one, at) => one === from[at]);
}

/** What this node stands for, drawn; itself when it stands for nothing. @template {Node} T @param {T} node @returns {T} */
export function drawn(node) {
  const wait = waits.get(node);
  return wait ? /** @type {any} */ (wait.draw()) : node;
}

/** From now on `shown` is what `place` stood for. @param {Node} shown @param {Node} place */
export function nowStands(shown, place) {
  const wait = waits.get(place);
  if (wait) made.set(shown, wait.from);
  else made.delete(shown);
}

/** The same, with all that waits in it drawn too: it is shown for the first time. @template {Node} T @param {T} node @returns {T} */
export function wholly(node) {
  const whole = drawn(node);
  nowStands(whole, node);
  if (whole instanceof Element) for (const place of whole.querySelectorAll("[data-later]")) place.replaceWith(wholly(place));
  return whole;
}
