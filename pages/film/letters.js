/** Whether a letter alone may lead. Somebody who speaks to the computer, or whose hand shakes, can switch that off. Promise: kept in this browser only, heard by its other windows. */

const KEPT = "draaiboek.letters";
/** For a browser that keeps nothing: as long as the page is there. */
let here = true;

/** @returns {boolean} */
export function lettersLead() {
  try {
    return localStorage.getItem(KEPT) !== "off";
  } catch {
    return here;
  }
}

/** @param {boolean} on */
export function letLettersLead(on) {
  here = on;
  try {
    if (on) localStorage.removeItem(KEPT);
    else localStorage.setItem(KEPT, "off");
  } catch {
    return; // kept for this page alone
  }
}

/** Hear when another window of this browser switches it. @param {() => void} heard @returns {() => void} stops listening */
export function mindLetters(heard) {
  /** @param {StorageEvent} event */
  const onStorage = ({ key }) => { if (key === KEPT || key === null) heard(); };
  addEventListener("storage", onStorage);
  return () => removeEventListener("storage", onStorage);
}

/** A key as a control or the list names it; null while it is a letter, digit or sign that is off. @param {string} [key] @returns {string|null} */
export function inUse(key) {
  if (!key) return null;
  return lettersLead() || !/^(Shift\+)?[!-~…]$/.test(key) ? key : null;
}

/** Would this key lead by a letter, digit or sign alone? @param {KeyboardEvent} event */
export function isLetter(event) {
  return event.key.length === 1 && event.key !== " " && !event.ctrlKey;
}
