/**
 * Undo and redo, one after another. Promise: a second press, before this desk has heard of the first, is about the step next to it;
 * if somebody else came in between it is refused, and nothing is undone unseen.
 */

/** @typedef {import("./seen.js").View} View */
/** @typedef {"undo"|"redo"} Way */

/**
 * @param {() => View|null} view what the desk shows
 * @param {(way: Way, step: number) => Promise<{seq: number}|null>} act null when it was not kept
 */
export function inTurn(view, act) {
  /** @type {Way[]} */
  const waiting = [];
  let busy = false;
  let cutOff = false;
  let heard = () => {};

  /** @param {Way} way */
  async function press(way) {
    waiting.push(way);
    if (busy) return;
    busy = true;
    await takeTurns();
    waiting.length = 0;
    busy = false;
  }

  async function takeTurns() {
    let next = { undo: view()?.undo?.step, redo: view()?.redo?.step };
    for (let way = waiting.shift(); way; way = waiting.shift()) {
      const step = next[way];
      const beyond = view()?.[way]?.before ?? undefined;
      const kept = step === undefined ? null : await act(way, step);
      if (!kept || !(await shows(kept.seq))) return;
      next = way === "undo" ? { undo: beyond, redo: step } : { undo: step, redo: beyond };
    }
  }

  /** Whether the desk came to show what was kept: what is pressed until then is about what comes next. @param {number} seq */
  async function shows(seq) {
    cutOff = false;
    while (!cutOff && (view()?.seq ?? seq) < seq) await new Promise((resolve) => (heard = () => resolve(null)));
    return !cutOff;
  }

  return {
    press,
    /** The desk shows something newer; or, when `lost`, it will not for a while: then what waits its turn is let go. @param {boolean} [lost] */
    mind(lost = false) {
      cutOff = lost;
      heard();
    },
  };
}
