/** The safety scale: on the shared screen as rows of dots, one row a time it was asked; at the desk with what to do next. Pure drawing. */

import { el } from "./dom.js";
import { step } from "./controls.js";
import { face, nameOf, unseenText } from "./draw.js";
import { person } from "./seen.js";
import { monthDay } from "./terms.js";
import { t } from "./words.js";

/** @typedef {import("./seen.js").View} View */
/** @typedef {import("./patch.js").Scale} Scale */

const NUMBERS = Array.from({ length: 11 }, (_, number) => number);
/** So many earlier rows have room under the one of now. */
const EARLIER = 3;
/** More people than this on one number stand there without their pictures, in smaller dots. */
const FEW = 4;
/** More names than this on one number are counted. */
const MOST = 12;

/** The scale that was asked last, if it was. @param {View} view @returns {Scale|undefined} */
function asked(view) {
  return view.now.scale ? view.scales[view.now.scale] : undefined;
}

/** Those that were shown before this one, the newest first. @param {View} view @param {Scale} now */
function earlier(view, now) {
  return Object.values(view.scales).filter((one) => one.shown && one.seq < now.seq).sort((a, b) => b.seq - a.seq);
}

/** The screen's page. @param {View} view @param {string} lang @returns {HTMLElement|null} nothing while it was never asked */
export function scale(view, lang) {
  const now = asked(view);
  if (!now) return null;
  return now.shown ? shown(view, now, lang) : waiting(now);
}

/** @param {Scale} now */
function waiting(now) {
  return el("div", { class: "body scale waiting", "data-id": "scale" },
    el("p", { class: "big" }, t("Kies op je telefoon een cijfer van 0 tot 10.")), ready(now), el("p", { class: "soft" }, promise(now)));
}

/** How many have set it; never who has not. @param {Scale} now */
function ready(now) {
  return el("p", { class: "counted", "aria-live": "polite" }, el("b", {}, t("{n} van {total} klaar", { n: now.set, total: now.of })));
}

/** What will be seen of it. @param {Scale} now */
function promise(now) {
  return now.named ? t("Nu ziet niemand een cijfer. Straks staan de namen erbij.") : t("Nu ziet niemand een cijfer. Straks staan ze er zonder namen.");
}

/** @param {View} view @param {Scale} now @param {string} lang */
function shown(view, now, lang) {
  const before = earlier(view, now).slice(0, EARLIER);
  return el("div", { class: "body scale", "data-id": "scale" },
    el("p", { class: "big" }, spread(now)),
    el("div", { class: "rows" },
      row(view, now, before.length > 0 ? when(now, lang) : []),
      el("ol", { class: "numbers", "aria-hidden": "true" }, el("li"), NUMBERS.map((number) => el("li", { class: now.dots.includes(number) ? "some" : "" }, String(number)))),
      before.map((one) => row(view, one, when(one, lang), true))),
    el("p", { class: "ends" }, el("span", { dir: "auto" }, t("0: het is heel onveilig. Er moet nu iets gebeuren.")), el("span", { dir: "auto" }, t("10: het is zo goed dat er geen extra hulp nodig is."))));
}

/** One time that it was asked: a dot for each number that was given, and how far they lie apart. @param {View} view @param {Scale} one @param {string[]} label @param {boolean} [small] */
function row(view, one, label, small = false) {
  const many = NUMBERS.some((number) => one.dots.filter((dot) => dot === number).length > FEW);
  const low = one.dots[0] ?? 0;
  const high = one.dots.at(-1) ?? 0;
  return el("ol", { class: `dots${small ? " small" : ""}${many ? " many" : ""}`, "data-id": `row-${one.id}`, "aria-label": [...label, spread(one)].join(", ") },
    el("li", { class: "row-when", "aria-hidden": "true" }, label.map((words) => el("span", {}, words))),
    NUMBERS.map((number) => el("li", { class: number >= low && number <= high ? "between" : "" }, dots(view, one, number, small))));
}

/** Who gave this number, or without names how many did. @param {View} view @param {Scale} one @param {number} number @param {boolean} small */
function dots(view, one, number, small) {
  const count = one.dots.filter((dot) => dot === number).length;
  if (!count) return null;
  const people = one.named && !small ? Object.entries(one.values).filter(([, given]) => given === number).map(([id]) => id) : [];
  if (!people.length) {
    const words = count === 1 ? t("cijfer {number}: 1 mens", { number }) : t("cijfer {number}: {n} mensen", { number, n: count });
    return [unseenText(words), el("span", { class: "bare", "aria-hidden": "true" }, Array.from({ length: count }, () => el("i")))];
  }
  const rest = people.length - MOST;
  return el("ul", {}, people.slice(0, MOST).map((id) => el("li", { "data-id": `dot-${one.id}-${id}` }, face(person(view, id)), el("span", { dir: "auto" }, nameOf(person(view, id))), unseenText(String(number)))), rest > 0 && el("li", { class: "others" }, t("en nog {n}", { n: rest })));
}

/** @param {Scale} one */
function spread(one) {
  const low = one.dots[0];
  const high = one.dots.at(-1);
  if (low === undefined || high === undefined) return t("Nog niemand heeft gekozen.");
  return low === high ? t("Iedereen die koos, koos {n}.", { n: low }) : t("Van {low} tot {high}. Wat maakt dat verschil?", { low, high });
}

/** In which session, and on which day. @param {Scale} one @param {string} lang @returns {string[]} */
function when(one, lang) {
  const day = monthDay(one.on, lang);
  return one.session ? [t("Bijeenkomst {n}", { n: one.session }), day] : [day];
}

/** The desk's tab: ask, with names or without; how many are ready; show; and the way that was travelled. @param {View} view @param {string} lang */
export function scaleTab(view, lang) {
  const now = asked(view);
  const before = now ? earlier(view, now) : [];
  return [
    el("h2", {}, t("Het cijfer")),
    !now && el("p", {}, t("Iedereen kiest blind een cijfer van 0 tot 10. Daarna laat je alles tegelijk zien.")),
    ...(now ? (now.shown ? shownAtDesk(view, now) : toShow(now)) : []),
    askAgain(now),
    before.length > 0 && el("h3", {}, t("De weg tot nu toe")),
    before.length > 0 && el("ul", { class: "travelled" }, before.map((one) => el("li", { "data-id": `was-${one.id}` }, el("span", {}, when(one, lang).join(" · ")), el("b", {}, one.dots.join(" · "))))),
  ];
}

/** @param {Scale} now */
function toShow(now) {
  return [ready(now), el("p", { class: "soft" }, promise(now)),
    step(t("Laat de cijfers zien"), "show_scale", {}, { look: "strong", sign: "screen", id: "show-scale", off: now.set === 0, key: "Shift+C" })];
}

/** @param {View} view @param {Scale} now */
function shownAtDesk(view, now) {
  const values = Object.entries(now.values).sort(([, a], [, b]) => a - b);
  return [
    !now.named && el("p", { class: "soft" }, t("Alleen jij ziet hier de namen.")),
    el("ul", { class: "values" }, values.map(([id, value]) => el("li", { "data-id": `v-${id}` }, el("b", {}, String(value)), face(person(view, id)), el("span", { dir: "auto" }, nameOf(person(view, id)))))),
  ];
}

/** @param {Scale|undefined} now */
function askAgain(now) {
  const look = now && !now.shown ? "quiet" : "plain";
  return el("div", { class: "asking" },
    now && el("h3", {}, t("Vraag een nieuw cijfer")),
    el("div", { class: "in-do" },
      step(now ? t("Zonder namen") : t("Vraag het cijfer"), "ask_scale", { named: false }, { look: now ? look : "strong", id: "ask-scale", key: now && !now.shown ? undefined : "Shift+C" }),
      step(t("Met namen"), "ask_scale", { named: true }, { look, id: "ask-scale-named", label: t("Met namen: straks ziet iedereen wie wat koos.") })),
    el("p", { class: "note" }, t("Ook zonder namen kan iemand soms raden wie wat koos.")));
}
