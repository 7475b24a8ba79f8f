/** From one part of the desk to the next by F6, as in other programs, to what is chosen there or else to what comes first; and to one thing by its id. */

const PARTS = ".phase-bar, .rudder, .inbox, .montage, .side";
const CHOSEN = '[aria-selected="true"], [aria-current="step"], [type="radio"]:checked';
const FIRST = ':is(button, input, select, textarea, a, summary):not(:disabled, [tabindex="-1"])';

/** @param {HTMLElement} stage @param {boolean} back @returns {boolean} whether there was a part to go to */
export function nextPart(stage, back) {
  const parts = /** @type {HTMLElement[]} */ ([...stage.querySelectorAll(PARTS)]);
  const now = /** @type {Document|ShadowRoot} */ (stage.getRootNode()).activeElement;
  const at = parts.findIndex((part) => part.contains(now));
  const way = back ? parts.length - 1 : 1;
  const next = parts[at < 0 && back ? parts.length - 1 : (at + way) % parts.length];
  const ready = next?.querySelector(CHOSEN) ?? next?.querySelector(FIRST);
  if (!(ready instanceof HTMLElement)) return false;
  ready.focus();
  return true;
}

/** To where a thing stands, also when it is folded away: the focus goes to it, or to the first button in it. @param {HTMLElement} stage @param {string} id @param {string} [within] */
export function goTo(stage, id, within = "") {
  const thing = stage.querySelector(`${within} [data-id="${CSS.escape(id)}"]`);
  const folded = thing?.closest("details");
  if (folded) folded.open = true;
  const ready = thing?.matches("[tabindex]") ? thing : thing?.querySelector(FIRST);
  if (ready instanceof HTMLElement) ready.focus({ preventScroll: true });
  thing?.scrollIntoView({ block: "center" });
}
