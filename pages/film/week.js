/** The coming weeks of the plan, over the whole desk: day by hour which agreement is when, and by how many people each risky moment is covered. To look at. */

import { el } from "./dom.js";
import { nameOf, userText } from "./draw.js";
import { icon } from "./icons.js";
import { layOver } from "./overlay.js";
import { all, person } from "./seen.js";
import { orErased } from "./terms.js";
import { t } from "./words.js";

/** @typedef {import("./seen.js").View} View */
/** @typedef {{agreement: string, day: number, start: string, end: string|null, rough: boolean, people: string[], clash: boolean}} Time */
/** @typedef {{scene: string, at: string|null, people: string[][]}} Moment */
/** @typedef {{week: number, weeks: number, days: {date: string, holiday: string|null}[], times: Time[], moments: Moment[], loose: string[]}} Week */
/** @typedef {{from: number, to: number, words: () => string, rough: () => string}} Part */

/** A day from midnight to midnight; its first and its last part are the night. @type {Part[]} */
const PARTS = [
  { from: 0, to: 6, words: () => t("Nacht, tot 6 uur"), rough: () => t("ergens in de nacht") },
  { from: 6, to: 12, words: () => t("Ochtend"), rough: () => t("ergens in de ochtend") },
  { from: 12, to: 18, words: () => t("Middag"), rough: () => t("ergens in de middag") },
  { from: 18, to: 23, words: () => t("Avond"), rough: () => t("ergens in de avond") },
  { from: 23, to: 24, words: () => t("Nacht, vanaf 23 uur"), rough: () => t("ergens in de nacht") },
];
const WEDNESDAY = 2;
const FRIDAY = 4;
const AFTERNOON = 12;

/** @param {import("./film.js").Place} place @param {() => View|null} now @param {() => void} onClosed */
export function openWeek(place, now, onClosed) {
  const over = layOver(place, t("De week"), onClosed, "weeks");
  let number = 0;
  /** @type {Week|null} */
  let week = null;
  let trouble = "";

  /** @param {number} wanted */
  async function ask(wanted) {
    number = wanted;
    const answer = await fetch(`/api/weeks?${new URLSearchParams({ conference: place.conference, week: String(wanted) })}`, { credentials: "same-origin", cache: "no-store" }).catch(() => null);
    const found = answer?.ok ? await answer.json() : null;
    if (number !== wanted) return;
    week = found ?? week;
    trouble = found ? "" : t("De server is niet te bereiken. Probeer het straks nog eens.");
    draw();
  }

  function draw() {
    const view = now();
    over.draw(
      el("header", {}, el("h2", {}, t("De week")), el("p", { class: "told", role: "status" }, week && `${span(week, place.lang)} (${t("{n} van {total}", { n: week.week + 1, total: week.weeks })})`),
        el("button", { type: "button", class: "b quiet", "data-week": "close", "data-id": "week-close", "aria-label": t("Sluiten"), title: t("Sluiten") }, icon("cross"))),
      el("div", { class: "week-sheet", "data-id": "week-sheet", tabindex: "0", role: "region", "aria-label": t("De week") }, trouble && el("p", { class: "soft", role: "status" }, trouble), view && week && sheet(view, week, place.lang)),
      el("footer", {}, walk("back", t("Vorige week"), "previous", !week || week.week === 0), walk("on", t("Volgende week"), "next", !week || week.week === week.weeks - 1)));
  }

  over.room.addEventListener("click", ({ target }) => {
    const does = /** @type {Element} */ (target).closest("[data-week]")?.getAttribute("data-week");
    if (does === "close") return over.close();
    if (does && week) ask(week.week + (does === "on" ? 1 : -1));
  });
  draw();
  ask(0).then(() => over.room.focus());
}

/** @param {string} does @param {string} words @param {string} sign @param {boolean} off */
function walk(does, words, sign, off) {
  return el("button", { type: "button", class: "b quiet", "data-week": does, "data-id": `week-${does}`, disabled: off }, icon(sign), el("span", {}, words));
}

/** @param {Week} week @param {string} lang */
function span({ days }, lang) {
  return t("{first} tot en met {last}", { first: dayName(days[0]?.date, lang, "long"), last: dayName(days.at(-1)?.date, lang, "long") });
}

/** @param {string|undefined} date @param {string} lang @param {"long"|"short"} length */
function dayName(date, lang, length) {
  return new Intl.DateTimeFormat(lang || "nl", { weekday: length, day: "numeric", month: length, timeZone: "UTC" }).format(new Date(`${date}T12:00:00Z`));
}

/** @param {View} view @param {Week} week @param {string} lang */
function sheet(view, week, lang) {
  return [
    week.times.length ? grid(view, week, lang) : nothing(view),
    moments(view, week, lang),
    week.loose.length > 0 && el("section", {}, el("h3", {}, t("Niet in de week: het is niet duidelijk wanneer")),
      el("ul", {}, week.loose.map((id) => el("li", { "data-id": `loose-${id}` }, deed(view, id))))),
  ];
}

/** What to do when there is nothing to show. @param {View} view */
function nothing(view) {
  if (all(view.agreements).some(({ timed }) => timed)) return el("p", { class: "week-none" }, t("In deze week is er geen afspraak met een tijd."));
  return el("div", { class: "week-none", "data-id": "week-none" }, el("p", {}, el("b", {}, t("Van geen enkele afspraak is duidelijk wanneer die is."))),
    el("p", {}, t("Zet bij een afspraak een dag en een tijd. Bijvoorbeeld: elke schooldag om 8.15 uur.")));
}

/** @param {View} view @param {Week} week @param {string} lang */
function grid(view, week, lang) {
  return el("table", { class: "week-grid" },
    el("thead", {}, el("tr", {}, el("td", {}), week.days.map((day, at) => el("th", { scope: "col", class: at > FRIDAY ? "weekend" : "", "data-id": `day-${at}` }, dayName(day.date, lang, "short"),
      at > FRIDAY && el("small", {}, t("weekend")), day.holiday && el("small", {}, day.holiday))))),
    el("tbody", {}, wholeDay(view, week), PARTS.flatMap((part) => partRows(view, week, part))));
}

/** What is on a day without anybody having said when. @param {View} view @param {Week} week */
function wholeDay(view, week) {
  const there = week.times.filter(isWholeDay);
  return there.length > 0 && row(week, t("Ergens op de dag"), "day", (day) => there.filter((one) => one.day === day).map((one) => timeOf(view, one, "")));
}

/** @param {Time} one */
function isWholeDay({ rough, start, end }) {
  return rough && start === "00:00" && end === "00:00";
}

/** @param {string} at */
function hourOf(at) {
  return Number(at.slice(0, 2));
}

/** A part of the day: its hours in which there is something, or that there is nothing. @param {View} view @param {Week} week @param {Part} part */
function partRows(view, week, part) {
  const inPart = (/** @type {number} */ hour) => hour >= part.from && hour < part.to;
  const times = week.times.filter((one) => !isWholeDay(one) && inPart(hourOf(one.start)));
  const placed = week.moments.flatMap((moment) => moment.people.flatMap((people, day) => (people.length ? [{ moment, day, people, hour: hourOf(moment.at ?? firstAt(view, week, moment, day)) }] : []))).filter(({ hour }) => inPart(hour));
  const hours = [...new Set([...times.filter((one) => !one.rough).map((one) => hourOf(one.start)), ...placed.map(({ hour }) => hour)])].sort((a, b) => a - b);
  const rough = times.filter((one) => one.rough);
  const free = (/** @type {number} */ day) => part.from === AFTERNOON && day === WEDNESDAY && !times.some((one) => one.day === day) ? el("small", { class: "soft" }, t("woensdagmiddag: geen afspraak")) : null;
  const empty = !hours.length && !rough.length;
  return [
    row(week, part.words(), `part-${part.from}`, (day) => [empty && el("span", { class: "soft" }, t("geen")), !empty && free(day), ...rough.filter((one) => one.day === day).map((one) => timeOf(view, one, part.rough()))], "week-part"),
    ...hours.map((hour) => row(week, `${hour}.00`, `hour-${hour}`, (day) => [
      ...placed.filter((one) => one.hour === hour && one.day === day).map(({ moment, people }) => momentOf(view, moment, people)),
      ...times.filter((one) => !one.rough && one.day === day && hourOf(one.start) === hour).map((one) => timeOf(view, one, [one.start, one.end].filter(Boolean).join("–"))),
    ])),
  ];
}

/** When the first agreement about a moment without a time is. @param {View} view @param {Week} week @param {Moment} moment @param {number} day */
function firstAt(view, week, { scene }, day) {
  const about = (/** @type {Time} */ one) => one.day === day && (view.agreements[one.agreement]?.risks ?? []).some((risk) => view.cards[risk]?.scene === scene);
  return week.times.find(about)?.start ?? "00:00";
}

/** @param {Week} week @param {string} words @param {string} id @param {(day: number) => import("./dom.js").Child[]} cell @param {string} [look] */
function row(week, words, id, cell, look = "") {
  return el("tr", { class: look, "data-id": `week-${id}` }, el("th", { scope: "row" }, words), week.days.map((_, day) => el("td", { class: day > FRIDAY ? "weekend" : "", "data-id": `${id}-${day}` }, cell(day))));
}

/** @param {View} view @param {Moment} moment @param {string[]} people */
function momentOf(view, { scene, at }, people) {
  return el("p", { class: "week-moment", "data-id": `moment-${scene}` }, icon("risk"), el("span", {}, at && el("time", {}, at), " ", el("b", { dir: "auto" }, orErased(view.scenes[scene]?.title)), " ", el("span", { class: "week-many" }, peopleWord(people.length))));
}

/** @param {View} view @param {Time} one @param {string} when */
function timeOf(view, one, when) {
  return el("div", { class: `week-time${one.clash ? " two-places" : ""}`, "data-id": `time-${one.agreement}-${one.start}` },
    el("p", {}, when && el("time", { dir: one.rough ? null : "ltr" }, when), " ", el("span", { class: "week-many" }, peopleWord(one.people.length))),
    el("p", { class: "week-deed" }, deed(view, one.agreement)),
    one.clash && el("p", { class: "week-clash" }, icon("flag"), el("span", {}, t("op twee plekken tegelijk"))));
}

/** @param {View} view @param {string} agreement */
function deed(view, agreement) {
  const made = view.agreements[agreement];
  return [el("b", { dir: "auto" }, nameOf(person(view, made?.who))), " ", userText(made?.what)];
}

/** @param {number} n */
function peopleWord(n) {
  return n === 0 ? t("niemand") : n === 1 ? t("1 persoon") : t("{n} mensen", { n });
}

/** Of each risky moment the days on which nobody has an agreement about it round that time. @param {View} view @param {Week} week @param {string} lang */
function moments(view, { moments: every, days }, lang) {
  const open = every.filter(({ people }) => people.some((there) => !there.length));
  if (!open.length) return null;
  const name = (/** @type {number} */ day) => new Intl.DateTimeFormat(lang || "nl", { weekday: "long", timeZone: "UTC" }).format(new Date(`${days[day]?.date}T12:00:00Z`));
  return el("section", {}, el("h3", {}, t("Op deze dagen is er dan geen afspraak bij wat mis kan gaan")),
    el("p", { class: "soft" }, t("Kijk of dit moment op die dag wel gebeurt.")),
    el("ul", {}, open.map(({ scene, at, people }) => {
      const bare = people.flatMap((there, day) => (there.length ? [] : [name(day)]));
      return el("li", { "data-id": `bare-${scene}` }, el("b", { dir: "auto" }, [at, orErased(view.scenes[scene]?.title)].filter(Boolean).join(" ")), ": ", bare.length === people.length ? t("de hele week") : new Intl.ListFormat(lang || "nl").format(bare));
    })));
}
