// What was sent and is not yet kept. Promise: nothing leaves this list before the server says kept, or says why not.

import { newKey, NotKept, send } from "../film/send.js";

/** @typedef {import("../film/send.js").Answer} Answer */

/**
 * One thing on its way. `state`: `waiting` its turn or an answer; `trying` again because the server was not reached;
 * `kept` on the server's disk, at `seq`.
 * @typedef {object} Sent
 * @property {string} key
 * @property {string} url
 * @property {Record<string, unknown>} body
 * @property {"waiting"|"trying"|"kept"} state
 * @property {number} [seq]
 * @property {string} [card] what it became
 * @property {string} [why] the server's sentence while we keep trying (too fast, out for a moment)
 */

const SHELF = "draaiboek.outbox";
const FIRST_WAIT = 500;
const LONGEST_WAIT = 5000;

/**
 * @param {object} tells
 * @param {() => void} tells.onChange the list is different
 * @param {(sent: Sent) => void} tells.onKept
 * @param {(sent: Sent, why: NotKept) => void} tells.onRefused it left the list; its words must go back to the person
 */
export function openOutbox({ onChange, onKept, onRefused }) {
  /** @type {Sent[]} */
  let list = takeUp();
  let wait = FIRST_WAIT;
  let busy = false;
  let emptied = 0;
  /** @type {ReturnType<typeof setTimeout>|undefined} */
  let timer;

  /** The oldest goes first, and alone: what somebody says second is kept second. */
  async function work() {
    const next = list.find((sent) => sent.state !== "kept");
    if (busy || !next) return;
    clearTimeout(timer);
    busy = true;
    const round = emptied;
    try {
      const answer = await send(next.url, { ...next.body, key: next.key }, { keepalive: true });
      if (wanted(next, round)) kept(next, answer);
    } catch (error) {
      if (!(error instanceof NotKept)) throw error;
      if (wanted(next, round)) notKept(next, error);
    } finally {
      busy = false;
    }
    if (wait === FIRST_WAIT) work();
  }

  /** Whether nobody forgot it meanwhile. @param {Sent} sent @param {number} round */
  function wanted(sent, round) {
    return round === emptied && list.includes(sent);
  }

  /** @param {Sent} sent @param {Answer} answer */
  function kept(sent, answer) {
    wait = FIRST_WAIT;
    sent.state = "kept";
    sent.seq = answer.seq;
    sent.card = answer.card;
    store();
    onKept(sent);
    onChange();
  }

  /** @param {Sent} sent @param {NotKept} why */
  function notKept(sent, why) {
    if (why.final) {
      wait = FIRST_WAIT;
      list = list.filter((other) => other !== sent);
      store();
      onRefused(sent, why);
    } else {
      sent.state = "trying";
      sent.why = why.message && why.status ? why.message : undefined;
      timer = setTimeout(work, wait * (0.75 + Math.random() / 2));
      wait = Math.min(wait * 2, LONGEST_WAIT);
    }
    onChange();
  }

  /** Something changed for the better: try at once. */
  function wake() {
    if (document.hidden) return;
    wait = FIRST_WAIT;
    work();
  }

  /** In this tab only, and only what isn't kept: it must live through a reload, not through the person leaving. */
  function store() {
    const unkept = list.filter((sent) => sent.state !== "kept");
    if (unkept.length) sessionStorage.setItem(SHELF, JSON.stringify(unkept));
    else sessionStorage.removeItem(SHELF);
  }

  addEventListener("online", wake);
  addEventListener("pageshow", wake);
  document.addEventListener("visibilitychange", wake);
  document.addEventListener("resume", wake);

  return {
    /** @returns {readonly Sent[]} */
    list: () => list,
    wake,

    /**
     * Put it in the list and start sending.
     * @param {string} url
     * @param {Record<string, unknown>} body
     */
    post(url, body) {
      list = [...list, { key: newKey(), url, body, state: "waiting" }];
      store();
      onChange();
      wake();
    },

    /**
     * What the view shows by itself no longer needs to stand here: words go by the key that they were sent with, and are kept
     * once they show, also when the answer is late or lost.
     * @param {import("../film/patch.js").View} view
     */
    seen({ seq, cards, confidences, corrections }) {
      for (const sent of list) {
        const shown = cards?.[sent.key] ?? confidences?.[sent.key] ?? corrections?.[sent.key];
        if (shown && sent.state !== "kept") kept(sent, { seq: shown.seq, kept: true, card: cards?.[sent.key]?.id });
      }
      list = list.filter((sent) => sent.state !== "kept" || (sent.seq ?? 0) > seq);
    },

    /**
     * Forget what one of those who share this phone had not sent yet. An answer that is still on its way is not listened to.
     * @param {string} person
     */
    drop(person) {
      if (!list.some(({ body }) => body.person === person)) return;
      list = list.filter(({ body }) => body.person !== person);
      wait = FIRST_WAIT; // the others' go on
      store();
    },

    /** Forget everything, at once. */
    empty() {
      emptied += 1;
      list = [];
      clearTimeout(timer);
      sessionStorage.removeItem(SHELF);
    },
  };
}

/** @returns {Sent[]} */
function takeUp() {
  const text = sessionStorage.getItem(SHELF);
  return text ? JSON.parse(text) : [];
}
