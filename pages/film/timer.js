// How long there is, in calm words: no seconds that run, no sound. Promise: counts by the house's clock, whatever this device's says.

import { houseNow } from "./stream.js";
import { t } from "./words.js";

const MINUTE = 60 * 1000;
/** So late the house's clock may have come here: five minutes that were given just now are five, not six. */
const LATE = 3000;

/** @param {string|null|undefined} until when the time is up @param {number} [now] @returns {string|null} null when no time runs */
export function timeWords(until, now = houseNow()) {
  if (!until) return null;
  const left = Date.parse(until) - now;
  if (left <= 0) return t("De tijd is om.");
  const minutes = Math.max(1, Math.ceil((left - LATE) / MINUTE));
  return minutes === 1 ? t("Nog 1 minuut") : t("Nog {n} minuten", { n: minutes });
}

/** Milliseconds until these words change; null when they stay. @param {string|null|undefined} until @param {number} [now] */
export function nextWords(until, now = houseNow()) {
  const left = until ? Date.parse(until) - now : 0;
  if (left <= 0) return null;
  return left <= LATE ? left : (left - LATE) % MINUTE || MINUTE;
}

/**
 * Draw again whenever the words of the timer change.
 * @param {() => string|null|undefined} until @param {() => void} draw
 * @returns {{mind(): void, stop(): void}} `mind` after every change of the view
 */
export function ticking(until, draw) {
  /** @type {ReturnType<typeof setTimeout>|undefined} */
  let timer;
  function mind() {
    clearTimeout(timer);
    const wait = nextWords(until());
    if (wait !== null) timer = setTimeout(() => { draw(); mind(); }, wait + 50);
  }
  return { mind, stop: () => clearTimeout(timer) };
}
