// My week: what I do in the coming days, at what time. Loaded only once somebody looks there. Promise: shows no week but that of today and of
// the agreements as they are now; without wifi it says so.

import { t } from "../film/words.js";
import { follow } from "./calendar.js";
import { mailFor } from "./mail.js";
import { h } from "./dom.js";
import { myAgreements } from "./parts.js";

/** @typedef {import("./parts.js").Here} Here */
/** @typedef {{days: {day: string, times: {agreement: string, at: string}[]}[], loose: boolean}} Week */

/** Of what day, whom and which agreements the week is that stands there or is on its way. */
let asked = "";

/** Fetch the week, unless it is there already. @param {Here} here @param {() => void} draw */
export async function lookAhead(here, draw) {
  follow(here, draw);
  mailFor(here, draw);
  const wanted = momentOf(here);
  if (wanted === asked && here.week) return;
  asked = wanted;
  here.week = () => section(h("p", { class: "hint" }, t("Je week komt eraan…")));
  draw();
  const week = await fetched(here.me);
  if (wanted !== asked) return;
  if (!week) asked = ""; // to be asked again
  here.week = () => section(...(week ? days(here, week) : [h("p", { class: "hint" }, t("Je week is nu niet te laden. Dat komt door de verbinding."))]));
  draw();
}

/** @param {Here} here */
function momentOf({ view, me }) {
  const own = myAgreements(/** @type {any} */ ({ view, me }));
  return [me, new Date().toDateString(), ...own.map(({ id, base, answers }) => `${id} ${base} ${answers[me]?.answer}`)].join("\n");
}

/** @param {string} me @returns {Promise<Week|null>} */
async function fetched(me) {
  const address = document.body.dataset.looking?.replace("/api/live", "/api/week") ?? `/api/week?person=${encodeURIComponent(me)}`;
  const answer = await fetch(address, { credentials: "same-origin" }).catch(() => null);
  return answer?.ok ? answer.json() : null;
}

/** @param {...Node} children */
function section(...children) {
  return h("section", { class: "week", "data-k": "week" }, h("h2", {}, t("Mijn week")), children);
}

/** @param {Here} here @param {Week} week */
function days({ view }, { days: all, loose }) {
  return [
    ...all.flatMap(({ day, times }) => [
      h("h3", { "data-k": `h-${day}` }, day),
      h("ul", { "data-k": day }, times.filter(({ agreement }) => view.agreements?.[agreement]).map(({ agreement, at }) => h("li", {}, h("b", {}, at), " ", h("bdi", {}, view.agreements?.[agreement].what ?? t("gewist"))))),
    ]),
    ...(all.length ? [] : [h("p", {}, t("Deze week heb je geen vaste tijden."))]),
    ...(loose ? [h("p", { class: "hint" }, t("Je hebt ook een afspraak zonder vaste dag. Die staat hier niet bij."))] : []),
  ];
}
