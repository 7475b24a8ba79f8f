/** What was reported between two meetings, for the desk: per agreement a count, what was said, and who speaks to whom. Pure drawing. */

import { step } from "./controls.js";
import { el } from "./dom.js";
import { nameOf, userText } from "./draw.js";
import { icon } from "./icons.js";
import { all, partsIn, person } from "./seen.js";
import { dayWord } from "./terms.js";
import { t } from "./words.js";

/** @typedef {import("./seen.js").View} View */
/** @typedef {import("./seen.js").Agreement} Agreement */
/** @typedef {import("./patch.js").How} How */
/** @typedef {import("./patch.js").Told} Told */
/** @typedef {import("./patch.js").Talk} Talk */

/** @type {How[]} */
const HOWS = ["worked", "nearly", "not"];
/** @type {Record<How, string>} */
const SIGN = { worked: "check", nearly: "nearly", not: "cross" };

/** All agreements of which something was reported since the last look back. @param {View} view @param {string} lang */
export function reportedAll(view, lang) {
  const some = all(view.agreements).filter(({ id }) => view.reports[id] || openTalks(view, id).length);
  return some.length > 0 && el("section", { "data-id": "reported" }, el("h3", {}, t("Gemeld sinds de vorige keer")),
    el("ol", { class: "risk-list" }, some.map((one) => el("li", { class: "risk-point", "data-id": `reported-${one.id}` },
      el("p", {}, el("b", { dir: "auto" }, nameOf(person(view, one.who))), " ", userText(one.what)), reported(view, one, lang)))));
}

/** Of one agreement. @param {View} view @param {Agreement} one @param {string} lang */
export function reported(view, one, lang) {
  const report = view.reports[one.id];
  const talks = openTalks(view, one.id);
  if (!report && !talks.length) return el("p", { class: "soft", "data-id": `report-${one.id}` }, t("Hierover is niets gemeld."));
  return el("div", { class: "reported", "data-id": `report-${one.id}` },
    report && el("p", { class: "counts" }, HOWS.map((how) => el("span", { class: "proof" }, icon(SIGN[how]), el("span", {}, `${howWord(how)}: ${report[how]}`)))),
    report?.last && el("p", { class: "soft" }, t("Het laatst op {day}", { day: dayWord(report.last, lang) })),
    report && el("details", { "data-id": `said-${one.id}`, open: report.said.some((told) => waits(view, told)) }, el("summary", {}, t("Wat er gezegd is")), el("ul", {}, report.said.map((told) => said(view, one, told, lang)))),
    talks.map((talk) => el("p", { "data-id": talk.id }, whoTalks(view, talk), " ", step(t("Het gesprek is geweest"), "finish_talk", { talk: talk.id }, { id: `done-${talk.id}` }))));
}

/** Whether it asks something of the desk. @param {View} view @param {Told} told */
function waits(view, { id, how, confirms, confirmed }) {
  return (confirms && !confirmed) || (how === "not" && !all(view.talks).some(({ check_in }) => check_in === id));
}

/** @param {View} view @param {Agreement} one @param {Told} told @param {string} lang */
function said(view, one, told, lang) {
  const talked = all(view.talks).some(({ check_in }) => check_in === told.id);
  return el("li", { "data-id": told.id },
    el("span", { class: "proof" }, icon(SIGN[told.how]), el("span", {}, howWord(told.how))), " · ", dayWord(told.on, lang), " · ", el("b", { dir: "auto" }, nameOf(person(view, told.person))),
    told.text !== null && el("q", { dir: "auto" }, told.text),
    told.confirmed && el("span", { class: "soft" }, " ", t("Bevestigd")),
    told.confirms && step(told.confirmed ? t("Toch niet bevestigd") : t("Bevestig dat het gelukt is"), told.confirmed ? "unconfirm_report" : "confirm_report", { check_in: told.id }, { id: `confirm-${told.id}` }),
    told.how === "not" && !talked && talkForm(view, one, told));
}

/** @param {View} view @param {Agreement} one @param {Told} told */
function talkForm(view, one, told) {
  const people = [...new Set([...partsIn(one), told.person])];
  /** @param {string} name @param {string} label @param {string} first */
  const choice = (name, label, first) => el("label", { class: "field" }, el("span", { class: "label" }, label), el("select", { name },
    [first, ...people, "facilitator"].filter((id, at, every) => every.indexOf(id) === at).map((id) => el("option", { value: id }, id === "facilitator" ? t("de procesbegeleider") : nameOf(person(view, id))))));
  return el("form", { "data-form": "talk", "data-about": told.id, "data-id": `talk-${told.id}`, class: "talk-form" },
    choice("speaks", t("Wie praat hierover?"), "facilitator"), choice("to", t("Met wie?"), told.person), el("button", { type: "submit", class: "b" }, t("Spreek dit af")));
}

/** @param {View} view @param {string} agreement */
function openTalks(view, agreement) {
  return all(view.talks).filter((talk) => talk.agreement === agreement && !talk.done_on);
}

/** @param {View} view @param {Talk} talk */
function whoTalks(view, { speaks, to }) {
  const name = (/** @type {string|null} */ id) => (id ? nameOf(person(view, id)) : t("de procesbegeleider"));
  return el("span", { dir: "auto" }, t("Nog te doen: {name} praat hierover met {other}.", { name: name(speaks), other: name(to) }));
}

/** @param {How} how */
function howWord(how) {
  return { worked: t("gelukt"), nearly: t("bijna"), not: t("niet") }[how];
}
