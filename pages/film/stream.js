// The stream, for every face: from the server's changes to the newest view. Promise: what it hands on is whole, and newer.

import { apply } from "./patch.js";

/** @typedef {import("./patch.js").View} View */
/** @typedef {import("./patch.js").Patch} Patch */

/**
 * - `live`: connected, the view is the newest
 * - `lost`: no connection; tries again by itself
 * - `asleep`: this tab is hidden and has let go of its stream; wakes when seen
 * - `restarted`: the server was started anew (said once, before `live`)
 * - `gone`: nothing to see any more: load the page again
 * @typedef {"live"|"lost"|"asleep"|"restarted"|"gone"} State
 */

/**
 * @typedef {object} Watch
 * @property {string} url `/api/live`, with `?conference=` (staff) or `?person=` (a shared phone)
 * @property {(view: View, patch: Patch|null) => void} onView after every change; `patch` is null for a whole snapshot
 * @property {(state: State, why?: string) => void} [onState] `why`: the code of the refusal by which it is gone, where that is known
 * @property {View|null} [view] what the page came with; the stream goes on from there
 */

const FIRST_WAIT = 500;
const LONGEST_WAIT = 5000;
const SILENCE = 35000; // the server says something every 15 s
const NO_HELLO = 8000; // a connection that the browser kept from before may be as dead as the stream
const LISTEN = 1000;
const NOTHING_TO_SEE = ["policy.sign_in", "policy.join_first", "links.ended", "conference.not_here", "conference.closed", "person.not_here", "person.not_admitted"];

/** How far the house's clock is ahead of this device's. */
let ahead = 0;

/** What time it is in the house, in milliseconds: phones have clocks of their own. */
export function houseNow() {
  return Date.now() + ahead;
}

/**
 * Watch a conference until `close()`.
 * @param {Watch} what
 * @returns {{close(): void}}
 */
export function watch({ url, onView, onState = () => {}, view: first = null }) {
  let view = first;
  /** @type {EventSource|null} */
  let source = null;
  let boot = "";
  let wait = FIRST_WAIT;
  let closed = false;
  /** @type {ReturnType<typeof setTimeout>|undefined} */
  let again;
  let heard = Date.now();
  let patience = NO_HELLO;

  function open() {
    if (closed || source) return;
    if (document.hidden) return say("asleep");
    clearTimeout(again);
    const opened = new EventSource(resumed(url, view));
    source = opened;
    heard = Date.now();
    patience = NO_HELLO;
    opened.addEventListener("hello", (event) => hello(JSON.parse(event.data)));
    opened.addEventListener("snapshot", (event) => take(JSON.parse(event.data), null));
    opened.addEventListener("patch", (event) => patched(JSON.parse(event.data)));
    opened.addEventListener("beat", () => (heard = Date.now()));
    opened.addEventListener("gone", () => gone());
    opened.addEventListener("error", () => lost(opened));
  }

  /** @param {{boot: string, now?: string}} said */
  function hello({ boot: started, now }) {
    if (now) ahead = Date.parse(now) - Date.now();
    wait = FIRST_WAIT;
    heard = Date.now();
    patience = SILENCE;
    if (boot && boot !== started) say("restarted");
    boot = started;
    say("live");
  }

  /** @param {Patch} patch */
  function patched(patch) {
    if (!view) return freshly(); // a patch on nothing: ask for the whole
    if (patch.seq <= view.seq) return;
    take(apply(view, patch), patch);
  }

  /**
   * @param {View} next
   * @param {Patch|null} patch
   */
  function take(next, patch) {
    view = next;
    heard = Date.now();
    onView(next, patch);
  }

  // Wifi that dies without a word, or a device that slept, leaves a stream that looks open: the server's beats are missed after
  // two. By the clock on the wall, for a timer stands still while a device sleeps.
  const listening = setInterval(() => {
    if (source && Date.now() - heard > patience) lost(source);
  }, LISTEN);

  /** @param {EventSource} which */
  async function lost(which) {
    if (which !== source) return;
    const refused = which.readyState === EventSource.CLOSED;
    drop();
    if (closed) return;
    say("lost");
    again = setTimeout(open, wait * (0.75 + Math.random() / 2));
    wait = Math.min(wait * 2, LONGEST_WAIT);
    const why = refused ? await refusalOf(resumed(url, view)) : "";
    if (NOTHING_TO_SEE.includes(why)) gone(why);
  }

  function gone(why = "") {
    if (closed) return;
    close();
    onState("gone", why);
  }

  function drop() {
    source?.close();
    source = null;
    clearTimeout(again);
  }

  function seen() {
    if (document.hidden) {
      drop();
      say("asleep");
    } else if (!source) {
      wait = FIRST_WAIT;
      open();
    }
  }

  /** A device that says so is believed, whatever its stream still brings: an open one may not notice for a while. */
  function offline() {
    if (source) lost(source);
  }

  function freshly() {
    drop();
    wait = FIRST_WAIT;
    open();
  }

  /** @param {State} state */
  function say(state) {
    onState(state);
  }

  function close() {
    closed = true;
    drop();
    clearInterval(listening);
    document.removeEventListener("resume", freshly);
    document.removeEventListener("visibilitychange", seen);
    removeEventListener("offline", offline);
    removeEventListener("online", freshly);
    removeEventListener("pageshow", seen);
    removeEventListener("pagehide", drop);
  }

  document.addEventListener("visibilitychange", seen);
  document.addEventListener("resume", freshly); // a page that a browser froze
  addEventListener("offline", offline);
  addEventListener("online", freshly);
  addEventListener("pageshow", seen);
  addEventListener("pagehide", drop);
  open();
  return { close };
}

/**
 * @param {string} url
 * @param {View|null} view
 */
function resumed(url, view) {
  return view ? `${url}${url.includes("?") ? "&" : "?"}since=${view.seq}` : url;
}

/**
 * The code of a refusal, or nothing. An EventSource doesn't tell why it was refused. Ask. Only a refusal of our own counts: the page of a wifi that wants
 * somebody to log in, or of a proxy, says nothing about who may see what.
 * @param {string} url
 */
export async function refusalOf(url) {
  const enough = new AbortController();
  try {
    const answer = await fetch(url, { signal: enough.signal, cache: "no-store", credentials: "same-origin" });
    if (!answer.headers.get("content-type")?.startsWith("application/problem+json")) return "";
    return String((await answer.json())?.code ?? "");
  } catch {
    return ""; // not reached, or half an answer: lost, not gone
  } finally {
    enough.abort();
  }
}
