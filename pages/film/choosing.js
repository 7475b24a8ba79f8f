/** Which card of the desk is chosen, or which scene on the cutting table: the one that has the focus. Promise: when it goes, the next one in its place is chosen. */

import { CHOSEN } from "./keys.js";

/** @param {HTMLElement} stage */
export function cardsInReach(stage) {
  /** @returns {HTMLElement[]} those that are seen, in their order */
  const all = () => /** @type {HTMLElement[]} */ ([...stage.querySelectorAll(CHOSEN)]).filter((card) => card.checkVisibility());

  /** @returns {HTMLElement|null} */
  function chosen() {
    const root = /** @type {Document|ShadowRoot} */ (stage.getRootNode());
    return root.activeElement?.closest?.(CHOSEN) ?? null;
  }

  /** @param {HTMLElement|undefined} card */
  function focus(card) {
    card?.focus({ preventScroll: true });
    card?.scrollIntoView({ block: "nearest" });
  }

  return {
    /** Draw, and stay at the same card or at the one that took its place. @param {() => void} draw */
    keep(draw) {
      const before = chosen();
      const at = before ? all().indexOf(before) : -1;
      draw();
      if (before && at >= 0 && !before.isConnected) focus(all()[Math.min(at, all().length - 1)]);
    },

    /** @param {string} id */
    choose(id) {
      focus(all().find((card) => card.dataset.card === id));
    },

    /** J and K: the next card and the one before. @param {KeyboardEvent} event @returns {boolean} */
    walk(event) {
      const way = { j: 1, k: -1 }[event.key.toLowerCase()];
      if (!way || event.ctrlKey || event.altKey || event.metaKey) return false;
      const now = chosen();
      const cards = all();
      const at = now ? cards.indexOf(now) + way : way > 0 ? 0 : cards.length - 1;
      focus(cards[Math.max(0, Math.min(at, cards.length - 1))]);
      return true;
    },
  };
}
