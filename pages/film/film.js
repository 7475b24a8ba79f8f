/**
 * The component: mounts the film once in the page that Streamlit draws, follows our own stream, and draws every change itself.
 * Promise: a rerun of Streamlit neither mounts it again nor makes it blink.
 */

import { el } from "./dom.js";
import { desk } from "./desk.js";
import { screen } from "./screen.js";
import { useDays } from "./results.js";
import { whole } from "./seen.js";
import { NotKept, newKey, send } from "./send.js";
import { watch } from "./stream.js";
import { t, useWords } from "./words.js";

/** @typedef {{mode: "screen"|"desk", conference: string, lang: string, dir: string, words: Record<string, string>, days: import("./results.js").Days}} Given */
/** @typedef {{data: Given, key?: string, name?: string, parentElement: ShadowRoot|HTMLElement, setStateValue: (name: string, value: unknown) => void, setTriggerValue: (name: string, value: unknown) => void}} Component */
/** @typedef {import("./seen.js").View} View */
/** @typedef {import("./stream.js").State} State */
/**
 * A face draws nothing when its tab is hidden (`asleep`): it may be closing, and the pictures of what is drawn then a browser asks for as for
 * something that is sent (`connect-src`). For a QR that stands in the page that is forbidden, and its secret would stand in the console.
 * @typedef {{show(view: View): void, connection(state: State): void, again(): void, close(): void}} Face
 */

/**
 * Where a face stands, and what it can ask.
 * @typedef {object} Place
 * @property {HTMLElement} shell
 * @property {string} conference
 * @property {string} lang
 * @property {(verb: string, fields?: Record<string, unknown>) => Promise<import("./send.js").Answer>} act one step; rejects with `NotKept`
 */

const STYLES = ["tokens.css", "film.css", "rooms.css", "dryrun.css", "besides.css", "desk.css", "handling.css", "montage.css", "history.css", "todo.css", "week.css"];

/** @type {WeakMap<object, {component: Component, face: Face, close(): void}>} */
const mounts = new WeakMap();

/**
 * Streamlit calls this at the mount and at every rerun after it.
 * @param {Component} component
 * @returns {() => void} takes the film away
 */
export default function film(component) {
  useWords(component.data.words ?? {});
  useDays(component.data.days);
  const known = mounts.get(component.parentElement);
  if (known) {
    known.component = component;
    known.face.again();
    return known.close;
  }
  return mount(component);
}

/** @param {Component} component */
function mount(component) {
  const { data, parentElement } = component;
  const shell = el("div", { class: `whole ${data.mode}`, popover: "manual", lang: data.lang, dir: data.dir, tabindex: "-1", hidden: true });
  parentElement.append(shell);
  /** @type {Place} */
  const place = { shell, conference: data.conference, lang: data.lang, act: (verb, fields = {}) => act(data.conference, verb, fields) };
  const face = data.mode === "desk" ? desk(place) : screen(place);
  const stream = watch({
    url: `/api/live?conference=${encodeURIComponent(data.conference)}&as=${data.mode}`,
    onView: (view) => face.show(whole(view)),
    onState: (state) => heard(state, parentElement, face),
  });
  const mounted = { component, face, close };
  mounts.set(parentElement, mounted);
  let letIn = () => {};
  dress(parentElement).then(() => open(shell)).then(() => { if (shell.isConnected) letIn = closeOff(parentElement); });
  return close;

  function close() {
    stream.close();
    face.close();
    letIn();
    shell.remove();
    mounts.delete(parentElement);
  }
}

/** @param {State} state @param {object} parentElement @param {Face} face */
function heard(state, parentElement, face) {
  if (state === "restarted") runAgain(parentElement);
  else if (state === "gone") location.reload(); // the page itself says why: not signed in any more, or not theirs any more
  else face.connection(state);
}

const AGAIN = 500;
const TRIES = 120;

/**
 * Ask Streamlit for one whole run, once its own connection is back: ours is back first, and what is asked before that is lost.
 * @param {object} parentElement @param {number} [tries]
 */
function runAgain(parentElement, tries = TRIES) {
  const mounted = mounts.get(parentElement);
  if (!mounted || tries === 0) return;
  const connection = document.querySelector("[data-test-connection-state]")?.getAttribute("data-test-connection-state");
  if (connection && connection !== "CONNECTED") setTimeout(runAgain, AGAIN, parentElement, tries - 1);
  else mounted.component.setTriggerValue("restarted", newKey());
}

/** The film covers what Streamlit drew round it, in the browser's top layer. @param {HTMLElement} shell */
function open(shell) {
  shell.hidden = false;
  if (!shell.isConnected) return;
  shell.showPopover();
  shell.focus({ preventScroll: true });
}

/** What Streamlit drew round the film is behind it: no Tab and no reader aloud goes there. @param {ShadowRoot|HTMLElement} parent @returns {() => void} lets them in again */
function closeOff(parent) {
  const root = parent.getRootNode();
  /** @type {(() => void)[]} */
  const open = [];
  let at = /** @type {Element|null} */ (root instanceof ShadowRoot ? root.host : parent);
  for (; at?.parentElement && at !== document.body; at = at.parentElement) {
    for (const beside of at.parentElement.children) if (beside !== at && beside instanceof HTMLElement && !beside.inert) {
      beside.inert = true;
      open.push(() => void (beside.inert = false));
    }
    const round = at.parentElement;
    if (round.tabIndex < 0) continue;
    round.tabIndex = -1;
    open.push(() => void (round.tabIndex = 0));
  }
  return () => open.forEach((again) => again());
}

/** Styles first, so that nothing is ever seen undressed. @param {ShadowRoot|HTMLElement} parent */
async function dress(parent) {
  loadFonts();
  const loaded = STYLES.map((name) => {
    const link = /** @type {HTMLLinkElement} */ (el("link", { rel: "stylesheet", href: `/face/film/${name}` }));
    parent.append(link);
    return new Promise((resolve) => {
      link.addEventListener("load", resolve, { once: true });
      link.addEventListener("error", resolve, { once: true });
    });
  });
  await Promise.all(loaded);
}

/** A font named inside a shadow root is not found there: it belongs to the document. */
function loadFonts() {
  for (const [weight, file] of [["400", "Regular"], ["700", "Bold"]]) {
    const known = [...document.fonts].some((font) => font.family.includes("Atkinson Hyperlegible Next") && font.weight === weight);
    if (known) continue;
    const font = new FontFace("Atkinson Hyperlegible Next", `url("/face/fonts/AtkinsonHyperlegibleNext-${file}.woff2")`, { weight, display: "swap" });
    document.fonts.add(font);
    font.load().catch(() => console.warn("font not loaded", file));
  }
}

/**
 * One step, sent again with the same key while the server is not reached.
 * @param {string} conference @param {string} verb @param {Record<string, unknown>} fields
 */
async function act(conference, verb, fields) {
  const body = { key: newKey(), verb, conference, ...fields };
  for (let tries = 0; ; tries++) {
    try {
      return await send("/api/do", body);
    } catch (error) {
      if (!(error instanceof NotKept) || error.final || tries > 2) throw worded(error);
      await new Promise((resolve) => setTimeout(resolve, 400 * 2 ** tries));
    }
  }
}

/** @param {unknown} error */
function worded(error) {
  if (!(error instanceof NotKept) || (error.status && error.message)) return error;
  return new NotKept(t("De server is niet te bereiken. Er is niets veranderd. Probeer het straks nog eens."), { status: error.status, code: error.code });
}
