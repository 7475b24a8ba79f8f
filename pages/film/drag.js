/** Dragging with mouse, pen or finger. Promise: what is dropped is one step, Escape puts it back, nothing is redrawn under the hand. */

/** How far a hand goes before it is a drag and no tap, and how near the edge the row goes along; in pixels. */
const SLACK = 6;
const EDGE = 60;

/**
 * What can be dragged has `data-drag`, where it can go has `data-drop`. A finger drags by the grip alone: elsewhere it scrolls.
 * @param {HTMLElement} stage
 * @param {{may: (what: string, where: string) => boolean, drop: (what: string, where: string) => void, busy: (on: boolean) => void, back: (what: string) => void}} hand
 */
export function mindDragging(stage, hand) {
  /** @type {{node: HTMLElement, what: string, x: number, y: number, ghost: HTMLElement|null, over: HTMLElement|null}|null} */
  let held = null;

  /** @param {PointerEvent} event */
  function down(event) {
    const at = /** @type {Element} */ (event.target);
    const grip = at.closest(".grip");
    if (event.button !== 0 || (!grip && (event.pointerType !== "mouse" || at.closest("button, a, summary, input, select, textarea")))) return;
    const node = at.closest("[data-drag]");
    if (!(node instanceof HTMLElement)) return;
    held = { node, what: node.dataset.drag ?? "", x: event.clientX, y: event.clientY, ghost: null, over: null };
  }

  /** @param {PointerEvent} event */
  function move(event) {
    if (!held) return;
    if (!held.ghost && Math.hypot(event.clientX - held.x, event.clientY - held.y) < SLACK) return;
    held.ghost ??= lift(held.node, event.pointerId);
    event.preventDefault();
    held.ghost.style.translate = `${event.clientX - held.x}px ${event.clientY - held.y}px`;
    goAlong(event.clientX);
    over(placeUnder(event.clientX, event.clientY));
  }

  /** @param {HTMLElement} node @param {number} pointer */
  function lift(node, pointer) {
    stage.setPointerCapture(pointer);
    const { left, top, width } = node.getBoundingClientRect();
    const ghost = /** @type {HTMLElement} */ (node.cloneNode(true));
    ghost.classList.add("ghost");
    ghost.removeAttribute("data-id");
    Object.assign(ghost.style, { left: `${left}px`, top: `${top}px`, width: `${width}px` });
    node.classList.add("lifted");
    stage.after(ghost);
    hand.busy(true);
    return ghost;
  }

  /** @param {number} x @param {number} y @returns {HTMLElement|null} */
  function placeUnder(x, y) {
    const root = /** @type {ShadowRoot|Document} */ (stage.getRootNode());
    let at = root.elementFromPoint(x, y)?.closest("[data-drop]") ?? null;
    while (at && held && !hand.may(held.what, at.getAttribute("data-drop") ?? "")) at = at.parentElement?.closest("[data-drop]") ?? null;
    return at instanceof HTMLElement ? at : null;
  }

  /** @param {HTMLElement|null} place */
  function over(place) {
    if (!held || held.over === place) return;
    held.over?.classList.remove("here");
    place?.classList.add("here");
    held.over = place;
  }

  /** @param {number} x */
  function goAlong(x) {
    const row = stage.querySelector(".cuts");
    if (!row) return;
    const { left, right } = row.getBoundingClientRect();
    if (x < left + EDGE) row.scrollBy({ left: -12 });
    if (x > right - EDGE) row.scrollBy({ left: 12 });
  }

  /** @param {boolean} keep */
  function letGo(keep) {
    if (!held) return;
    const { what, over: place, ghost, node } = held;
    place?.classList.remove("here");
    node.classList.remove("lifted");
    ghost?.remove();
    held = null;
    if (!ghost) return;
    stage.addEventListener("click", swallow, { capture: true, once: true });
    setTimeout(() => stage.removeEventListener("click", swallow, true));
    if (keep && place) hand.drop(what, place.dataset.drop ?? "");
    else hand.back(what);
    hand.busy(false);
  }

  /** The click that follows a drag is none. @param {Event} event */
  function swallow(event) {
    event.stopPropagation();
    event.preventDefault();
  }

  /** @param {KeyboardEvent} event */
  function escape(event) {
    if (event.key !== "Escape" || !held?.ghost) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    letGo(false);
  }

  const up = () => letGo(true);
  const cancel = () => letGo(false);
  stage.addEventListener("pointerdown", down);
  stage.addEventListener("pointermove", move);
  stage.addEventListener("pointerup", up);
  stage.addEventListener("pointercancel", cancel);
  addEventListener("keydown", escape, true);
  return () => removeEventListener("keydown", escape, true);
}
