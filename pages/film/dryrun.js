/** The dry run on the shared screen: one "what if" card large, at its moment of the day; else what was walked through. Pure drawing. */

import { el } from "./dom.js";
import { cardList, framed, nameOf, standingReady, userText } from "./draw.js";
import { icon } from "./icons.js";
import { inWords } from "./ideas.js";
import { below } from "./papers.js";
import { all, onBoard, onTable, person, walked } from "./seen.js";
import { dryRunWord } from "./terms.js";
import { t } from "./words.js";

/** @typedef {import("./seen.js").View} View */
/** @typedef {import("./seen.js").WhatIf} WhatIf */
/** @typedef {import("./draw.js").Look} Look */

const SIGN = /** @type {Record<string, string>} */ ({ holds: "check", almost: "question", not: "cross" });
/** What people do then: the answers to a card. */
const ANSWERS = ["safeguard", "child_action"];

/** @param {View} view @param {Look} look @returns {HTMLElement|null} null: there is nothing to see yet */
export function dryRun(view, look) {
  const one = onTable(view);
  if (one) return atItsMoment(view, one, look);
  const done = walked(view);
  return done.length ? list(view, done) : null;
}

/** Where it happens and who stands ready there; beside it what happens, and what people do then. @param {View} view @param {WhatIf} one @param {Look} look */
function atItsMoment(view, one, look) {
  const scene = view.scenes[one.scene];
  const { title, question } = inWords(one);
  const said = onBoard(view).filter((card) => card.scene === one.scene && ANSWERS.includes(card.kind)).sort((a, b) => b.seq - a.seq);
  return el("div", { class: "body play what-if", "data-id": `what-if-${one.id}` },
    scene ? el("div", { class: "play-shot" }, framed(scene.picture, "reel"),
      el("p", { class: "play-time" }, scene.time && el("time", {}, scene.time), scene.place && el("span", { dir: "auto" }, scene.place)),
      el("h2", { dir: "auto" }, scene.title), standingReady(view, scene)) : el("div", { class: "play-shot" }),
    el("div", { class: "play-words", "aria-live": "polite" },
      el("p", { class: "what-if-kind" }, icon("question"), el("span", {}, t("Wat als …"))),
      userText(title, "said play-question"), userText(question, "said what-if-question"),
      said.length > 0 && cardList(view, said.map((card) => ({ card, under: false })), look, `what-if-${one.id}`),
      one.outcome && el("div", { class: "came-of-it" }, cameOfIt(view, one))));
}

/** @param {View} view @param {WhatIf[]} done */
function list(view, done) {
  return el("div", { class: `body papers walked${done.length > 3 ? " many" : ""}`, "data-id": "walked" },
    el("ol", { class: "sheets" }, done.map((one) => {
      const scene = view.scenes[one.scene];
      return el("li", { class: "sheet", "data-id": one.id },
        el("div", { class: "doer" }, framed(scene?.picture, "moment-picture"), el("b", { dir: "auto" }, scene?.title ?? "")),
        el("div", { class: "deed" }, el("h2", {}, userText(inWords(one).title)), cameOfIt(view, one)));
    })), below());
}

/** How it went, what was practised by it, and what was agreed because of it. @param {View} view @param {WhatIf} one */
export function cameOfIt(view, one) {
  return [outcome(one), agreedOn(view, one.held, t("Geoefend:"), "practised"), agreedOn(view, one.agreements, t("Daarom spraken we af:"), "check")];
}

/** Whether the plan held there, in a shape and in words, with what was said of it. Never a number. @param {WhatIf} one */
function outcome(one) {
  const look = { holds: "yes", almost: "yes_if", not: "no", "": "open" }[one.outcome ?? ""];
  return el("div", { class: "how-it-went" }, el("p", { class: `answer outcome ${look}` }, icon(SIGN[one.outcome ?? ""] ?? "clock"), el("b", {}, dryRunWord(one.outcome))),
    one.text && el("p", {}, userText(one.text)));
}

/** @param {View} view @param {string[]} ids @param {string} words @param {string} sign */
function agreedOn(view, ids, words, sign) {
  const some = all(view.agreements).filter(({ id }) => ids.includes(id));
  return some.length > 0 && el("div", { class: "agreed-then", "data-id": `then-${sign}` }, el("p", { class: "soft" }, words),
    el("ul", {}, some.map((agreement) => el("li", { "data-id": `${sign}-${agreement.id}` }, icon(sign),
      el("span", {}, el("b", { dir: "auto" }, nameOf(person(view, agreement.who))), ": ", userText(agreement.what))))));
}
