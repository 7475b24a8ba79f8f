// One way in for every face: a POST with a key of its own. Promise: resolves only when the server says kept.

/**
 * What the server says once something is on its disk.
 * @typedef {{seq: number, kept: true, card?: string, id?: string|null}} Answer
 */

/** Not kept, and why. `message` is the sentence to show. */
export class NotKept extends Error {
  /**
   * @param {string} sentence
   * @param {{status?: number, code?: string, now?: unknown}} [why]
   */
  constructor(sentence, { status = 0, code = "unreachable", now = null } = {}) {
    super(sentence);
    this.name = "NotKept";
    /** 0 when the server was not reached */
    this.status = status;
    this.code = code;
    /** with 409: the newer state */
    this.now = now;
    /** true: sending the same again will not help; false: try again with the same key */
    this.final = status >= 400 && status < 500 && ![401, 408, 429].includes(status);
  }
}

const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/**
 * A ULID: 48 bits of time, 80 of chance. Needs no secure context, as `crypto.randomUUID` does.
 * @param {number} [now] milliseconds
 * @returns {string} 26 characters
 */
export function newKey(now = Date.now()) {
  let time = "";
  for (let rest = now, i = 0; i < 10; i++, rest = Math.floor(rest / 32)) time = ALPHABET[rest % 32] + time;
  const chance = crypto.getRandomValues(new Uint8Array(16));
  return time + Array.from(chance, (byte) => ALPHABET[byte % 32]).join("");
}

/**
 * Post once. The body's `key` makes a resend harmless: give it yourself when you may send the same again.
 * @param {string} url
 * @param {Record<string, unknown>} body
 * @param {{patience?: number, keepalive?: boolean}} [options] patience: milliseconds before the server counts as not reached;
 *   keepalive: goes on when the page is closed meanwhile (for no more than 64 kB)
 * @returns {Promise<Answer>}
 * @throws {NotKept}
 */
export async function send(url, body, { patience = 8000, keepalive = false } = {}) {
  const giveUp = new AbortController();
  const timer = setTimeout(() => giveUp.abort(), patience);
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json", accept: "application/json" },
      body: JSON.stringify({ key: newKey(), ...body }),
      credentials: "same-origin",
      cache: "no-store",
      redirect: "error",
      keepalive,
      signal: giveUp.signal,
    });
    const answer = await readJson(response);
    if (response.ok && answer.kept === true) return /** @type {Answer} */ (/** @type {unknown} */ (answer));
    throw refusal(response.status, answer);
  } catch (error) {
    if (error instanceof NotKept) throw error;
    throw new NotKept(error instanceof Error ? error.message : String(error));
  } finally {
    clearTimeout(timer);
  }
}

/**
 * @param {number} status
 * @param {Record<string, unknown>} problem
 */
function refusal(status, problem) {
  // An answer that is neither ours nor a refusal (a hotel's wifi page) is no answer: try again.
  const ours = typeof problem.title === "string";
  if (!ours && status < 400) return new NotKept("", { status: 0, code: "no_answer" });
  return new NotKept(ours ? String(problem.title) : "", {
    status: ours || status >= 500 || status === 401 || status === 429 ? status : 0,
    code: String(problem.code ?? status),
    now: problem.now ?? null,
  });
}

/**
 * @param {Response} response
 * @returns {Promise<Record<string, unknown>>}
 */
async function readJson(response) {
  try {
    return (await response.json()) ?? {};
  } catch (error) {
    if (error instanceof SyntaxError) return {};
    throw error;
  }
}
