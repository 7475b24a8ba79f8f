/** The lists of the shared screen: bottom lines, agreements, the plan and what is left, the evaluation. Pure drawing. */

import { el } from "./dom.js";
import { face, nameOf, userText } from "./draw.js";
import { icon } from "./icons.js";
import { proofMark } from "./proof.js";
import { all, evaluationNow, leftOpen, partsIn, person, planNow } from "./seen.js";
import { answerWord, dayWord, outcomeWord } from "./terms.js";
import { oneAfterAnother, t } from "./words.js";

/** @typedef {import("./seen.js").View} View */
/** @typedef {import("./seen.js").Agreement} Agreement */

const ANSWER_SIGN = /** @type {Record<string, string>} */ ({ yes: "check", yes_if: "question", no: "cross", no_longer: "cross" });
const OUTCOME_SIGN = /** @type {Record<string, string>} */ ({ well: "check", partly: "question", not: "cross" });

/** A word in the sheet: what it is about, small, and what was said. @param {string} about @param {string|null|undefined} words */
export function fact(about, words) {
  return el("p", { class: "fact" }, el("small", {}, about), userText(words));
}

/** How much more there is than the screen shows; `fit` counts. */
export function below() {
  return el("p", { class: "below", "data-id": "below", "data-own": true },
    el("button", { type: "button", "data-do": "page" }, el("span", {}), icon("next")));
}

/** @param {View} view */
export function bottomLines(view) {
  const lines = Object.values(view.lines);
  return el("div", { class: `body papers lines${lines.length > 4 ? " many" : ""}`, "data-id": "lines" },
    lines.length === 0 && el("p", { class: "none-yet" }, t("Er zijn geen bodemeisen opgeschreven.")),
    el("ol", { class: "sheets" }, lines.map((line, at) => el("li", { class: "sheet line", "data-id": line.id },
      el("h2", {}, el("b", { class: "number" }, String(at + 1)), userText(line.criterion)),
      fact(t("Dit is de grens"), line.trigger),
      el("p", { class: "fact" }, el("small", {}, t("Dan doet")), el("span", {}, el("b", { dir: "auto" }, line.escalation_who ?? ""), ": ", userText(line.escalation_what), " ", el("em", { dir: "auto" }, line.escalation_within ?? "")))))), below());
}

/** What each person says to an agreement, by shape and word. @param {View} view @param {Agreement} agreement */
export function answers(view, agreement) {
  return el("ul", { class: "answers" }, partsIn(agreement).map((id) => {
    const given = agreement.answers[id];
    return el("li", { class: `answer ${given?.answer ?? "open"}`, "data-id": `answer-${agreement.id}-${id}` }, icon(given ? (ANSWER_SIGN[given.answer] ?? "clock") : "clock"),
      el("b", { dir: "auto" }, nameOf(person(view, id))), el("span", {}, given ? answerWord(given.answer) : t("nog niet")),
      given?.text && el("q", { dir: "auto" }, given.text));
  }));
}

/** To how many agreements everybody with a part in it says yes. @param {View} view */
export function allYes(view) {
  return all(view.agreements).filter((one) => partsIn(one).every((id) => one.answers[id]?.answer === "yes")).length;
}

/** Who is asked when the doer cannot, in words. @param {View} view @param {Agreement} agreement */
export function backupsOf(view, { backups }) {
  return oneAfterAnother(backups.map((id) => nameOf(person(view, id))));
}

/** @param {View} view */
export function agreements(view) {
  const list = all(view.agreements);
  return el("div", { class: `body papers agreements${list.length > 4 ? " many" : ""}`, "data-id": "agreements" },
    list.length === 0 && el("p", { class: "none-yet" }, t("Er zijn nog geen afspraken. Die maken we samen.")),
    el("ol", { class: "sheets" }, list.map((one) => sheet(view, one, answers(view, one)))), below());
}

/** @param {View} view @param {Agreement} one @param {HTMLElement} foot */
function sheet(view, one, foot) {
  return el("li", { class: "sheet agreement", "data-id": one.id },
    el("div", { class: "doer" }, face(person(view, one.who)), el("b", { dir: "auto" }, nameOf(person(view, one.who)))),
    el("div", { class: "deed" }, el("h2", {}, userText(one.what)),
      el("div", { class: "facts" }, fact(t("Wanneer"), one.when), fact(t("Zo merken we het"), one.notice),
        one.backups.length ? fact(t("Lukt het niet, dan"), backupsOf(view, one)) : el("p", { class: "fact missing" }, el("small", {}, t("Lukt het niet, dan")), el("span", {}, t("nog niemand"))),
        one.monitor && fact(t("Wie let op"), nameOf(person(view, one.monitor)))),
      one.proof.rung && proofMark(one),
      foot));
}

/** @param {View} view @param {string} lang */
export function adoption(view, lang) {
  const plan = planNow(view);
  const rest = [
    left(t("Nog geen afspraak bij"), t("Nog geen afspraak bij"), leftOpen(view, "risks", view.cards).map(({ text }) => text)),
    left(t("Bodemeis zonder afspraak"), t("Bodemeisen zonder afspraak"), leftOpen(view, "lines", view.lines).map(({ criterion }) => criterion)),
    left(t("Afspraak van iemand die is weggegaan"), t("Afspraken van iemand die is weggegaan"), leftOpen(view, "gone", view.agreements).map(({ what }) => what)),
    left(t("Zorg zonder antwoord"), t("Zorgen zonder antwoord"), leftOpen(view, "worries", view.cards).map(({ text }) => text)),
    left(t("Scène die we nog niet bespraken"), t("Scènes die we nog niet bespraken"), leftOpen(view, "scenes", view.scenes).map(({ title }) => title)),
  ].filter(Boolean);
  return el("div", { class: "body papers adoption", "data-id": "adoption" },
    el("section", { class: "sheet plan" }, el("img", { class: "picture", src: "/face/pictograms/plan.svg", alt: "" }),
      el("div", {}, el("h2", {}, plan ? t("Plan, versie {n}", { n: plan.version }) : t("Ons plan is nog niet vastgesteld")),
        plan && el("p", {}, t("Vastgesteld op {day}", { day: dayWord(plan.adopted_on, lang) })),
        plan?.evaluation_on && el("p", {}, t("We kijken samen terug op {day}", { day: dayWord(plan.evaluation_on, lang) })),
        el("p", { class: "big-count" }, el("b", {}, String(all(view.agreements).length)), el("span", {}, all(view.agreements).length === 1 ? t("afspraak") : t("afspraken"))),
        el("p", {}, t("Bij {n} daarvan zegt iedereen ja", { n: allYes(view) })))),
    el("section", { class: "rest" }, el("h2", {}, rest.length ? t("Wat nog open is") : t("Hier staat niets meer open.")), el("div", { class: "rest-list" }, rest)), below());
}

/** @param {string} one what there is one of @param {string} more the same, of more @param {(string|null|undefined)[]} texts */
function left(one, more, texts) {
  const count = texts.length;
  if (!count) return null;
  return el("section", { class: "left" }, el("h3", {}, el("b", { class: "count" }, String(count)), el("span", {}, count === 1 ? one : more)),
    el("ul", {}, texts.slice(0, 4).map((text) => el("li", {}, userText(text))), count > 4 && el("li", { class: "others" }, t("en nog {n}", { n: count - 4 }))));
}

/** @param {View} view @param {string} lang */
export function evaluation(view, lang) {
  const now = evaluationNow(view);
  const list = all(view.agreements);
  return el("div", { class: `body papers evaluation${list.length > 4 ? " many" : ""}`, "data-id": "evaluation" },
    now && el("p", { class: "soft" }, now.ended ? t("Afgerond") : t("Evaluatie van {day}", { day: dayWord(now.on, lang) })),
    el("ol", { class: "sheets" }, list.map((one) => {
      const weighed = now?.weighed[one.id];
      return sheet(view, one, el("ul", { class: "answers" }, el("li", { class: `answer outcome ${weighed?.how ?? "open"}` },
        icon(weighed ? (OUTCOME_SIGN[weighed.how] ?? "clock") : "clock"), el("span", {}, weighed ? outcomeWord(weighed.how) : t("nog niet besproken")), weighed?.text && el("q", { dir: "auto" }, weighed.text))));
    })), below());
}
