/** The desk's tabs for the plan with its bottom lines, and the evaluation. Pure drawing. */

import { el } from "./dom.js";
import { field, own, readField, step, textArea } from "./controls.js";
import { face, nameOf, orFallback, userText } from "./draw.js";
import { handouts } from "./handouts.js";
import { icon } from "./icons.js";
import { allYes, answers } from "./papers.js";
import { proofNotes } from "./proof.js";
import { reported, reportedAll } from "./reported.js";
import { all, evaluationNow, leftOpen, looksBack, person, planNow } from "./seen.js";
import { dayWord, decisionWord, lookWord, outcomeWord } from "./terms.js";
import { t } from "./words.js";

/** @typedef {import("./seen.js").View} View */
/** @typedef {import("./seen.js").Evaluation} Evaluation */

/** In which zone a day begins, and on which days people look back by default: the server says both. @typedef {{zone: string, usual: Record<string, string>}} Days */
/** @type {Days} */
let days = { zone: "UTC", usual: {} };

/** @param {Days} given */
export function useDays(given) {
  days = given;
}

/** A day from now, as an ISO date of the house, wherever this browser stands. @param {number} later days */
function dayFromNow(later) {
  const today = new Intl.DateTimeFormat("en-CA", { timeZone: days.zone }).format(new Date());
  const day = new Date(`${today}T12:00:00Z`);
  day.setUTCDate(day.getUTCDate() + later);
  return day.toISOString().slice(0, 10);
}

/** @param {View} view @param {string} lang @param {string} conference */
export function planTab(view, lang, conference) {
  const plan = planNow(view);
  const open = [
    left(t("Kan misgaan, geen afspraak"), t("Kan misgaan, geen afspraak"), leftOpen(view, "risks", view.cards).map(({ text }) => text)),
    left(t("Bodemeis zonder afspraak"), t("Bodemeisen zonder afspraak"), leftOpen(view, "lines", view.lines).map(({ criterion }) => criterion)),
    left(t("Afspraak van iemand die is weggegaan"), t("Afspraken van iemand die is weggegaan"), leftOpen(view, "gone", view.agreements).map(({ what }) => what)),
    left(t("Zorg zonder antwoord"), t("Zorgen zonder antwoord"), leftOpen(view, "worries", view.cards).map(orFallback)),
    left(t("Zorg die nog bij de nieuwe kaarten ligt"), t("Zorgen die nog bij de nieuwe kaarten liggen"), leftOpen(view, "inbox", view.cards).map(orFallback)),
    left(t("Scène niet besproken"), t("Scènes niet besproken"), leftOpen(view, "scenes", view.scenes).map(({ title }) => title)),
  ].filter(Boolean);
  return [
    el("h2", {}, plan ? t("Plan, versie {n}", { n: plan.version }) : t("Nog geen plan vastgesteld")),
    plan && el("p", { class: "soft" }, t("Vastgesteld op {day}", { day: dayWord(plan.adopted_on, lang) }), plan.evaluation_on && ` · ${t("Evaluatie op {day}", { day: dayWord(plan.evaluation_on, lang) })}`),
    versions(view),
    handouts(view, conference),
    el("h3", {}, open.length ? t("Wat nog open is") : t("Hier staat niets meer open.")),
    el("div", { class: "lefts" }, open),
    el("h3", {}, t("Wat de verwijzer zegt over de bodemeisen")),
    el("ul", { class: "judged" }, Object.values(view.lines).map((line) => el("li", { "data-id": line.id, tabindex: "-1" }, userText(line.criterion), judgement(line.holds, line.because), line.because && el("q", { dir: "auto" }, line.because), brokenOf(view, line.id, lang)))),
    whoSaysYes(view),
    el("form", { class: "adopt", "data-form": "adopt", "data-id": "adopt" },
      el("p", { class: "soft" }, t("Wat nog open is, komt ook in het plan te staan.")),
      el("div", { class: "look-days" }, ["first_look", "evaluation", "recheck"].map((look) => field(lookWord(look), el("input", { type: "date", name: `${look}_on`, required: true, value: days.usual[look] ?? "", min: dayFromNow(1) })))),
      el("button", { type: "submit", class: "b strong wide" }, t("Stel het plan vast, versie {n}", { n: (plan?.version ?? 0) + 1 }))),
  ];
}

/** Each time that this bottom line was broken, and what was then done. @param {View} view @param {string} line @param {string} lang */
function brokenOf(view, line, lang) {
  const times = Object.values(view.breaches).filter((breach) => breach.line === line);
  return times.length > 0 && el("ul", { class: "broken" }, times.map((breach) => el("li", { "data-id": breach.id },
    t("Geschonden op {day}:", { day: dayWord(breach.on, lang) }), " ", el("q", { dir: "auto" }, breach.text ?? t("gewist")),
    el("ul", {}, breach.followed_up.map((done) => el("li", {}, dayWord(done.on, lang), ": ", el("q", { dir: "auto" }, done.text ?? t("gewist"))))),
    breach.followed_up.length === 0 && el("p", { class: "soft" }, t("Er staat nog niet bij wat er toen is gedaan.")))));
}

/** Each version can be looked at as it was. @param {View} view */
function versions(view) {
  const every = Object.values(view.plans).sort((one, other) => one.version - other.version);
  return every.length > 0 && el("p", { class: "in-do versions" }, every.map(({ version }) => own(t("Bekijk versie {n}", { n: version }), "version", String(version), { sign: "eye", id: `version-${version}` })));
}

/** What people say to each agreement, before it is adopted. @param {View} view */
function whoSaysYes(view) {
  const list = all(view.agreements);
  return list.length > 0 && el("details", { class: "who-yes", "data-id": "who-says-yes" }, el("summary", {}, el("b", { class: "count" }, `${allYes(view)}/${list.length}`), el("span", {}, t("Afspraken waar iedereen ja tegen zegt"))),
    el("ol", { class: "yes-list" }, list.map((one) => el("li", { "data-id": `yes-${one.id}` }, el("b", { dir: "auto" }, nameOf(person(view, one.who))), " ", userText(one.what), answers(view, one)))));
}

/** @param {boolean|null} holds @param {string|null} because */
function judgement(holds, because) {
  const not = because ? t("Zo is het nog niet genoeg, omdat") : t("Zo is het nog niet genoeg");
  const [sign, look, words] = holds === null ? ["clock", "open", t("Nog niets gezegd")] : holds ? ["check", "yes", t("Zo is het genoeg")] : ["cross", "no", not];
  return el("span", { class: `answer ${look}` }, icon(sign), el("span", {}, words));
}

/** @param {string} one what there is one of @param {string} more the same, of more @param {(string|null|undefined)[]} texts */
function left(one, more, texts) {
  return texts.length > 0 && el("details", { class: "left", "data-id": `left-${one}` }, el("summary", {}, el("b", { class: "count" }, String(texts.length)), el("span", {}, texts.length === 1 ? one : more)), el("ul", {}, texts.map((text) => el("li", {}, userText(text)))));
}

/** @param {View} view @param {string} lang */
export function evaluationTab(view, lang) {
  const now = evaluationNow(view);
  if (!now) return [el("h2", {}, t("Evaluatie")), el("p", {}, t("Een evaluatie wordt gepland als het plan is vastgesteld."))];
  if (!now.held || now.ended) return [el("h2", {}, t("Evaluatie")), ...looks(view, lang), reportedAll(view, lang)];
  return [
    el("h2", {}, t("{look} van {day}", { look: lookWord(now.look), day: dayWord(now.on, lang) })),
    el("p", { class: "soft" }, t("Over plan versie {n}", { n: now.version })),
    el("ol", { class: "risk-list" }, all(view.agreements).map((one) => weighing(view, one, now, lang))),
    endForm(view),
  ];
}

/** The looks that are planned, each to begin or to move; those that were; and one more. @param {View} view @param {string} lang */
function looks(view, lang) {
  const every = looksBack(view);
  const planned = every.filter((one) => !one.ended);
  return [
    view.stepped_out && el("p", { class: "soft" }, t("De procesbegeleider is eruit gestapt.")),
    el("ul", { class: "looks" }, planned.map((one, at) => el("li", { "data-id": one.id },
      el("p", {}, el("b", {}, lookWord(one.look)), " ", el("span", { class: "soft" }, t("Over plan versie {n}", { n: one.version }))),
      el("form", { class: "look-day", "data-form": "move-evaluation", "data-about": one.id },
        field(t("Op welke dag?"), el("input", { type: "date", name: "on", required: true, value: one.on, min: dayFromNow(0) })),
        el("button", { type: "submit", class: "b" }, t("Andere dag"))),
      step(t("Begin"), "start_evaluation", { evaluation: one.id }, { look: at === 0 ? "strong" : "", id: `start-${one.id}` })))),
    planned.length === 0 && el("p", {}, t("Er is nu niets gepland.")),
    el("form", { class: "look-day", "data-form": "add-evaluation", "data-id": "add-evaluation" },
      field(t("Nog een keer kijken, op"), el("input", { type: "date", name: "on", required: true, min: dayFromNow(0) })),
      el("button", { type: "submit", class: "b" }, t("Plan"))),
    ...every.filter((one) => one.ended).map((one) => el("section", { class: "looked", "data-id": one.id },
      el("h3", {}, `${lookWord(one.look)} · ${dayWord(one.on, lang)}`), el("p", {}, decisionWord(one.decision)), el("p", {}, userText(one.because)), handedOver(view, one))),
  ];
}

/** With whom the plan goes on. @param {View} view @param {Evaluation} one */
function handedOver(view, { handover }) {
  return handover && el("ul", { class: "handed" },
    el("li", {}, t("Gaat verder met het plan:"), " ", el("b", { dir: "auto" }, nameOf(person(view, handover.carries_on)))),
    el("li", {}, t("Let op of het goed blijft gaan:"), " ", el("b", { dir: "auto" }, nameOf(person(view, handover.watches)))),
    el("li", {}, t("Wie bel je:"), " ", userText(handover.call)));
}

/** @param {View} view @param {import("./seen.js").Agreement} one @param {Evaluation} now @param {string} lang */
function weighing(view, one, now, lang) {
  const weighed = now.weighed[one.id];
  return el("li", { class: "risk-point", "data-id": one.id },
    el("p", { class: "risk-words" }, face(person(view, one.who)), el("span", {}, el("b", { dir: "auto" }, nameOf(person(view, one.who))), " ", userText(one.what))),
    el("form", { "data-form": "weigh", "data-about": one.id, class: "weigh" },
      el("input", { name: "text", dir: "auto", value: weighed?.text ?? "", placeholder: t("Wat zeggen mensen erover?"), "aria-label": t("Wat zeggen mensen erover?") }),
      el("div", { class: "in-do" }, ["well", "partly", "not"].map((how) => el("button", { type: "submit", name: "how", value: how, class: `b plain weigh-${how}`, "aria-pressed": String(weighed?.how === how) }, icon({ well: "check", partly: "question" }[how] ?? "cross"), el("span", {}, outcomeWord(how)))))),
    reported(view, one, lang),
    proofNotes(view, one, lang));
}

/** @param {View} view */
function endForm(view) {
  return el("form", { class: "adopt", "data-form": "end", "data-id": "end" }, el("h3", {}, t("Hoe gaan we verder?")),
    el("fieldset", { class: "roles" }, el("legend", { class: "sr" }, t("Hoe gaan we verder?")), ["go_on", "adjust", "escalate", "step_out"].map((decision) => el("label", { class: "chip", "data-id": `d-${decision}` }, el("input", { type: "radio", name: "decision", value: decision, required: true }), icon("check"), el("span", {}, decisionWord(decision))))),
    el("div", { class: "escalating" },
      el("p", {}, t("Draaiboek belt niemand en stuurt niemand. Is er nu gevaar? Bel 112.")),
      el("p", {}, t("Veilig Thuis 0800-2000 (gratis, dag en nacht)")),
      el("p", {}, t("Bel zelf de verwijzer. Die leest dit besluit ook bij de bodemeisen."))),
    readField(t("Waarom?"), textArea("because", "", { required: true })),
    el("fieldset", { class: "handing" }, el("legend", {}, t("Voordat de procesbegeleider eruit stapt")),
      field(t("Wie gaat verder met het plan?"), somebody(view, "carries_on")),
      field(t("Wie let op of het goed blijft gaan?"), somebody(view, "watches")),
      readField(t("Wie bel je als het moeilijk wordt?"), textArea("call", ""))),
    field(t("Wanneer kijken jullie weer? Leeg: zoals gepland"), el("input", { type: "date", name: "next_on", min: dayFromNow(1) })),
    el("button", { type: "submit", class: "b strong wide" }, t("Rond de evaluatie af")));
}

/** @param {View} view @param {string} name */
function somebody(view, name) {
  const there = Object.values(view.people).filter((one) => one.state === "admitted" && one.role !== "child");
  return el("select", { name }, el("option", { value: "" }, t("Kies iemand")), there.map((one) => el("option", { value: one.id }, nameOf(one))));
}
