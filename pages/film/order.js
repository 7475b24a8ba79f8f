/**
 * Steps that lead on from what is shown, one after another. Promise: two quick presses are two steps, for the second is worked out
 * from what the first came to, not from what was still on the screen when it was pressed.
 */

/** Milliseconds. So long the stream may be behind the answer. */
const PATIENCE = 2000;

/** @param {() => {seq: number}|null} view what is shown */
export function inOrder(view) {
  let before = Promise.resolve();
  let waiting = 0;
  let heard = () => {};

  /** @param {number} seq */
  async function shows(seq) {
    const until = Date.now() + PATIENCE;
    while ((view()?.seq ?? seq) < seq && Date.now() < until) {
      await new Promise((resolve) => {
        heard = () => resolve(null);
        setTimeout(heard, PATIENCE);
      });
    }
  }

  return {
    /**
     * @param {() => Promise<{seq: number}|null|undefined>} take one step; null: nothing was kept
     * @param {boolean} [again] from a key that is kept down: whoever lets go is not led on, so it never waits
     */
    next(take, again = false) {
      if (again && waiting) return;
      waiting += 1;
      before = before.then(async () => {
        const kept = await take();
        if (kept) await shows(kept.seq);
        waiting -= 1;
      });
    },
    /** Something newer is shown. */
    mind() {
      heard();
    },
  };
}
