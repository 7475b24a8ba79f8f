// What all wait for or look at together, on a phone: the time, being ready, one card in the light, a "what if"; and what is said to this person alone.

import { timeWords } from "../film/timer.js";
import { t } from "../film/words.js";
import { h, said } from "./dom.js";
import { cardLine, nameOf, sharesPhone } from "./parts.js";
import { whatIfNow } from "./talk.js";

/** @typedef {import("./parts.js").Page} Page */

/** @param {Page} page @returns {(Node|null)[]} */
export function together(page) {
  const time = timeWords(page.view.now?.timer);
  return [
    time ? h("p", { class: "next", "data-k": "time", role: "timer" }, time) : null,
    inTheLight(page),
    whatIf(page),
    closed(page),
    notesOf(page).length ? h("p", { class: "next" }, h("a", { href: "#mine", class: "link", "data-do": "tab", "data-tab": "mine" }, sharesPhone(page.view) ? t("De procesbegeleider heeft {name} iets geschreven.", { name: nameOf(page.view, page.me) }) : t("De procesbegeleider heeft jou iets geschreven."))) : null,
  ];
}

/** @param {Page} page */
function inTheLight(page) {
  const { view } = page;
  const card = view.now?.light ? view.cards?.[view.now.light] : null;
  return card ? h("div", { class: "card", "data-k": "light" }, h("p", { class: "label" }, t("Hier kijken we nu samen naar")), cardLine(page, card)) : null;
}

/** What could happen, while the group walks through it. @param {Page} page */
function whatIf({ view, inWords }) {
  const card = whatIfNow(view);
  if (!card) return null;
  const { title, question } = inWords?.(card) ?? card;
  return h("div", { class: "card what-if", "data-k": card.id }, h("p", { class: "label" }, t("Wat als …")), h("p", { class: "big", dir: "auto" }, title ?? t("gewist")), question ? h("p", { dir: "auto" }, question) : null);
}

/** While cards stay closed: what that means, and a way to say that one is ready. @param {Page} page */
function closed({ view }) {
  if (!view.now?.holding) return null;
  const ready = view.now.i_am_ready;
  return h("div", { class: "card", "data-k": "closed" },
    h("p", {}, t("De kaarten zijn nog dicht. Alleen de procesbegeleider ziet wat je schrijft, tot we alles samen laten zien.")),
    h("button", { type: "button", class: "button quiet", "data-do": "ready", "aria-pressed": String(Boolean(ready)) }, ready ? t("Ik ben toch nog niet klaar") : t("Ik ben klaar")));
}

/** What was written to this person alone, the newest first. On a phone that is shared it is folded, and again after each look. @param {Page} page @returns {(Node|null)[]} */
export function notes(page) {
  const mine = notesOf(page);
  const shared = sharesPhone(page.view);
  if (!mine.length || (shared && page.tab !== "mine")) return [];
  const written = mine.map((note) => noteOf(page, note));
  if (!shared) return [h("h2", {}, t("Van de procesbegeleider, alleen voor jou")), ...written];
  return [h("details", { class: "card", "data-k": "notes" }, h("summary", {}, t("Van de procesbegeleider, alleen voor {name}. Ben jij dat? Tik dan hier.", { name: nameOf(page.view, page.me) })), written)];
}

/** @param {Page} page @param {import("../film/patch.js").Note} note */
function noteOf(page, note) {
  const card = note.card ? page.view.cards?.[note.card] : null;
  return h("article", { class: "card", "data-k": `note-${note.id}` }, card ? h("p", { class: "label" }, t("Over wat jij schreef: {text}", { text: card.text ?? "" })) : null, said(note.text, t("gewist")));
}

/** @param {Page} page */
function notesOf({ view }) {
  return Object.values(view.notes ?? {}).sort((a, b) => b.seq - a.seq);
}
