// What the phone shows in each phase, besides the question. Pure: from a view to nodes.

import { oneAfterAnother, proofWords, t } from "../film/words.js";
import { h, icon, said } from "./dom.js";
import { myAgreements, nameOf, newestPlan, picture, sentState, state } from "./parts.js";
import { papers } from "./papers.js";
import { scaleRound } from "./scale.js";
import { tellingBack } from "./telling.js";
import { whatIfNow } from "./talk.js";

/** @typedef {import("./parts.js").Page} Page */
/** @typedef {import("../film/patch.js").Agreement} Agreement */
/** @typedef {import("../film/patch.js").Line} Line */

/** @param {Page} page @returns {(Node|null)[]} */
export function round(page) {
  const { phase } = page.view.now ?? {};
  const scale = scaleRound(page);
  switch (phase) {
    case "welcome":
      return welcome(page);
    case "bottom_lines":
      return bottomLines(page);
    case "scale":
      return scale.length ? scale : [h("h1", {}, t("We geven zo een cijfer.")), h("p", { class: "big" }, t("Wacht even. De procesbegeleider vraagt zo om je cijfer."))];
    case "agreements":
      return agreements(page);
    case "dry_run":
      return whatIfNow(page.view) ? [] : [h("h1", {}, t("We oefenen het plan")), h("p", { class: "big" }, t("Zo komt er een kaart op het grote scherm: wat als …"))];
    case "adoption":
      return [...plan(page), ...asksFirst(page, agreements(page))];
    case "evaluation":
      return [h("h1", {}, t("Hoe gaat het nu?")), h("p", { class: "hint" }, t("Vertel het in de groep. De procesbegeleider schrijft het op.")), ...asksFirst(page, agreements(page))];
    case "film":
      return page.view.now?.scene ? [] : [h("h1", {}, t("De film begint zo")), h("p", { class: "big" }, t("Kijk naar het grote scherm."))];
    default:
      return [];
  }
}

/** @param {Page} page */
export function lobby({ view, me }) {
  return [
    h(
      "div",
      { class: "waiting" },
      picture("door", 112),
      h("h1", {}, t("Dag"), " ", h("bdi", {}, nameOf(view, me))),
      h("p", { class: "big" }, t("Wacht even. De procesbegeleider laat je zo binnen.")),
      h("p", { class: "hint" }, t("Je hoeft niets te doen.")),
    ),
  ];
}

/** @param {Page} page */
function welcome({ view, sentences }) {
  return [
    h("h1", {}, t("Zo praten we met elkaar")),
    h("ol", { class: "manners" }, sentences.manners.map((rule) => h("li", {}, rule))),
    h(
      "p",
      { class: "next" },
      view.now?.straight && view.me.role !== "child" ? t("Wat je op je telefoon schrijft, komt meteen op het grote scherm.") : t("Wat je op je telefoon schrijft, gaat eerst naar de procesbegeleider."),
    ),
  ];
}

/** @param {Page} page */
function bottomLines({ view }) {
  const lines = Object.values(view.lines ?? {});
  return [
    h("h1", {}, t("Dit moet in orde zijn")),
    h("p", { class: "hint" }, t("Dit noemen we de bodemeisen. Ze gelden voor het hele plan.")),
    ...lines.map(bottomLine),
    lines.length ? null : h("p", { class: "big" }, t("Er staan nog geen bodemeisen.")),
  ];
}

/** @param {Line} line */
function bottomLine(line) {
  return h(
    "article",
    { class: "card bottom-line", "data-k": line.id },
    h("p", { class: "label" }, t("Dit is te zien")),
    h("p", { class: "big", dir: "auto" }, line.criterion ?? t("gewist")),
    h("p", { class: "label" }, t("Dit is de grens")),
    said(line.trigger, t("gewist")),
    h("p", { class: "label" }, t("Gaat het over de grens? Dan:")),
    h("p", { class: "said" }, h("bdi", {}, line.escalation_who ?? ""), ": ", h("bdi", {}, line.escalation_what ?? "")),
    line.escalation_within ? h("p", { class: "hint" }, t("Binnen hoe lang?"), " ", h("bdi", {}, line.escalation_within)) : null,
  );
}

/**
 * Each stays in its place once it is answered: what another tap meets under the same finger is never another promise.
 * @param {Page} page
 */
export function agreements(page) {
  const own = myAgreements(page);
  const heading = page.view.now?.phase === "agreements" && page.tab === "now" ? "h1" : "h2";
  return [
    h(heading, {}, t("Jouw afspraken")),
    own.length ? (page.report?.intro(page) ?? null) : h("p", { class: "big" }, t("Je hebt nog geen afspraak.")),
    ...own.map((agreement) => agreementCard(page, agreement)),
    calendar(page, own),
  ];
}

/** What one does oneself, for the own calendar; a reminder only for who asks for it, as a phone that rings may be heard. @param {Page} page @param {Agreement[]} own */
function calendar({ me, tab, follow }, own) {
  if (!own.some(({ who, timed }) => timed && who === me)) return null;
  const file = `/export/agenda.ics?person=${me}`;
  return h(
    "div",
    { class: "card", "data-k": "calendar" },
    h("a", { class: "button quiet", href: file }, t("Zet in mijn agenda")),
    h("p", { class: "hint" }, t("In je agenda staat alleen het woord Afspraak, met de tijd. Verandert het plan, dan verandert je agenda niet mee.")),
    h("a", { class: "link", href: `${file}&remind=1` }, t("Met een melding een half uur ervoor")),
    tab === "mine" ? (follow?.() ?? null) : null,
  );
}

/** @param {Page} page @param {Agreement} agreement */
function agreementCard(page, agreement) {
  const { view, me } = page;
  return h(
    "article",
    { class: "card agreement", "data-k": agreement.id },
    h("p", { class: "label" }, partOf(page, agreement)),
    h("p", { class: "big", dir: "auto" }, agreement.what ?? t("gewist")),
    fact(t("Wanneer?"), agreement.when),
    agreement.who === me ? null : fact(t("Wie?"), nameOf(view, agreement.who)),
    agreement.backups.some((id) => id !== me) ? fact(t("Lukt het niet? Dan:"), oneAfterAnother(agreement.backups.map((id) => (id === me ? t("jij") : nameOf(view, id))))) : null,
    fact(t("Hoe merken we het?"), agreement.notice),
    agreement.proof.rung ? h("p", { class: "proven" }, icon(agreement.proof.rung), h("span", {}, proofWords(agreement.proof))) : null,
    weighed(page, agreement),
    page.report?.on(page, agreement) ?? null,
    answer(page, agreement),
  );
}

/** What this person has to do with it. @param {Page} page @param {Agreement} agreement */
function partOf({ view, me }, { who, backups }) {
  if (who === me) return t("Jij doet dit");
  const at = backups.indexOf(me);
  if (at < 0) return t("Jij kijkt of het gebeurt");
  return at === 0 ? t("Jij springt bij als het niet lukt") : t("Lukt het {name} ook niet? Dan spring jij bij", { name: nameOf(view, backups[at - 1]) });
}

/** @param {string} word @param {string|null} words */
function fact(word, words) {
  return words ? h("p", { class: "fact" }, h("span", {}, word), " ", h("bdi", {}, words)) : null;
}

/** @param {Page} page @param {Agreement} agreement */
function weighed({ view }, { id }) {
  const last = Object.values(view.evaluations ?? {}).filter(({ weighed: all }) => all?.[id]).at(-1)?.weighed[id];
  if (!last) return null;
  return state("kept", { well: t("Dit gaat goed"), partly: t("Dit gaat voor een deel"), not: t("Dit lukt nog niet") }[last.how]);
}

/** @param {Page} page @param {Agreement} agreement */
function answer(page, agreement) {
  const { me, sent } = page;
  const under = sent.filter(({ body }) => body.verb === "answer_agreement" && body.agreement === agreement.id).at(-1);
  const given = under ? /** @type {any} */ (under.body) : agreement.answers[me];
  if (!given) return answerForm(page, agreement, "no");
  const promised = ["yes", "yes_if"].includes(given.answer);
  return h(
    "div",
    { "data-k": "given" },
    h("p", { class: "given" }, icon(promised ? "kept" : "back"), h("b", {}, answerWord(given.answer)), given.text ? h("bdi", {}, given.text) : null),
    under ? sentState(under) : null,
    promised ? tellingBack(page, agreement) : null,
    h("details", { class: "fold inner", open: Boolean(page.boxes[agreement.id]) }, h("summary", {}, promised ? t("Lukt het niet meer?") : t("Ander antwoord")), promised ? noLonger(page, agreement, given.answer) : answerForm(page, agreement, given.answer)),
  );
}

/** @param {"yes"|"yes_if"|"no"|"no_longer"} given */
function answerWord(given) {
  return { yes: t("Ja, ik doe dit"), yes_if: t("Ja, als …"), no: t("Nee, dit kan ik niet"), no_longer: t("Ik kan het niet meer") }[given];
}

/** @param {Page} page @param {Agreement} agreement @param {"no"|"no_longer"} refusal */
function answerForm(page, agreement, refusal) {
  return answers(
    agreement,
    answerButton("yes"),
    h(
      "details",
      { class: "fold inner", "data-k": "but", open: Boolean(page.boxes[agreement.id]) },
      h("summary", {}, t("Ja, als … of nee")),
      ...answerBox(page, agreement, t("Wat is er dan nodig? Of waarom kan het niet?")),
      h("div", { class: "pair" }, answerButton("yes_if"), answerButton(refusal)),
    ),
  );
}

/** Who promised it may say at any time that it cannot be done any more, and need not say why. @param {Page} page @param {Agreement} agreement @param {"yes"|"yes_if"} given */
function noLonger(page, agreement, given) {
  return answers(
    agreement,
    ...answerBox(page, agreement, t("Wil je zeggen waarom? Dat hoeft niet.")),
    answerButton("no_longer"),
    given === "yes" ? answerButton("yes_if") : answerButton("yes"),
  );
}

/** @param {Agreement} agreement @param {...Node} children */
function answers({ id }, ...children) {
  return h("form", { class: "form", method: "post", action: "/api/do", "data-form": "answer", "data-agreement": id, "data-k": "answer" }, children);
}

/** @param {Page} page @param {Agreement} agreement @param {string} label @returns {Node[]} */
function answerBox({ tab }, { id }, label) {
  const box = `${tab}-${id}`;
  return [
    h("label", { for: box }, label),
    h("textarea", { id: box, "data-box": id, name: "text", rows: 2, dir: "auto", autocomplete: "off" }),
    h("p", { class: "hint" }, t("Dit komt bij de afspraak te staan. Anderen kunnen het lezen.")),
  ];
}

/** @param {"yes"|"yes_if"|"no"|"no_longer"} value */
function answerButton(value) {
  return h("button", { type: "submit", class: value === "yes" ? "button" : "button quiet", name: "answer", value, "data-k": value }, answerWord(value));
}

/** @param {Page} page */
function plan(page) {
  const { view } = page;
  const newest = newestPlan(view);
  if (!newest) return [h("h1", {}, t("Het plan")), h("p", { class: "big" }, t("Het plan is bijna klaar. Kijk naar het grote scherm."))];
  return [
    h("h1", {}, t("Het plan")),
    h(
      "div",
      { class: "card", "data-k": "plan" },
      h("p", {}, t("Dit is versie {n}.", { n: newest.version }), " ", newest.evaluation_on ? t("We kijken terug op {day}.", { day: day(newest.evaluation_on) }) : ""),
      h("button", { type: "button", class: "button", "data-do": "plan" }, t("Lees het plan")),
    ),
    papers(page),
  ];
}

/** @param {string} iso */
function day(iso) {
  const date = new Date(`${iso}T12:00:00`);
  return date.toLocaleDateString(document.documentElement.lang || "nl", { weekday: "long", day: "numeric", month: "long" });
}

/** A scale that is asked for stands before the rest; one that was shown already, after it. @param {Page} page @param {(Node|null)[]} rest */
function asksFirst(page, rest) {
  const scale = scaleRound(page);
  return page.view.scales?.[page.view.now?.scale ?? ""]?.shown ? [...rest, ...scale] : [...scale, ...rest];
}
