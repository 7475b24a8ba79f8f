/** The middle of the desk: who waits at the door, and the cards that are not on the screen yet, newest last. */

import { el } from "./dom.js";
import { confided } from "./confided.js";
import { corrections } from "./corrections.js";
import { own, statusLine, step } from "./controls.js";
import { face, nameOf, orFallback, userText } from "./draw.js";
import { behind, beside, handlingForm, notesOn, sameKind, stepsInInbox, stepsOnScreen } from "./handling.js";
import { icon } from "./icons.js";
import { later } from "./later.js";
import { inUse, lettersLead } from "./letters.js";
import { admitted, all, here as atSession, inInbox, inParking, isHelp, onBoard, person, waiting } from "./seen.js";
import { proposed } from "./proposed.js";
import { kindWord, roleWord } from "./terms.js";
import { SOMEONE_ELSE } from "./forms.js";
import { t } from "./words.js";

/** @typedef {import("./seen.js").View} View */
/** @typedef {import("./seen.js").Card} Card */
/** @typedef {import("./desk.js").Own} Own */

/** @param {View} view @param {Own} mine */
export function inbox(view, mine) {
  const here = all(view.cards).filter((card) => !card.parked && !card.behind);
  const open = inInbox(view);
  const narrow = here.filter((card) => card.narrow);
  const up = onBoard(view);
  const parked = inParking(view);
  return el("main", { class: "inbox", "data-column": "inbox" },
    nameFirst(view, mine.conference),
    lobby(view),
    backAgain(view),
    confided(view),
    corrections(view),
    proposed(view),
    el("header", { class: "column-head" }, el("h2", {}, t("Nieuwe kaarten")), el("b", { class: "count" }, String(open.length)), statusLine("inbox", mine.trouble)),
    open.length ? el("ol", { class: "in-cards" }, open.map((card) => inCard(view, card, mine)))
      : el("p", { class: "all-done" }, view.now.straight ? t("Nieuwe kaarten gaan meteen naar het scherm.") : t("Alles staat op het scherm. Nieuwe kaarten komen hier.")),
    narrow.length > 0 && el("details", { class: "narrow", "data-id": "narrow" },
      el("summary", {}, icon("lock"), el("span", {}, unseenSentence(narrow.length))),
      el("ol", { class: "in-cards" }, narrow.map((card) => inCard(view, card, mine)))),
    el("details", { class: "up", "data-id": "up" }, el("summary", { "aria-keyshortcuts": inUse("Z") }, icon("screen"), el("span", {}, t("Op het scherm: {n}", { n: up.length }))),
      el("ol", { class: "in-cards small" }, up.slice().reverse().map((card) => upCard(view, card, mine)))),
    parked.length > 0 && el("details", { class: "up", "data-id": "parked" }, el("summary", {}, icon("parking"), el("span", {}, t("Parkeerplaats: {n}", { n: parked.length }))),
      el("ol", { class: "in-cards small" }, parked.map((card) => parkedCard(view, card)))),
    inside(view, mine));
}

/** Who is in, each with the way out: asked once more before somebody is put out. @param {View} view @param {Own} mine */
function inside(view, mine) {
  const people = admitted(view);
  const present = atSession(view).length;
  const away = people.filter((who) => who.here && mine.away.includes(who.id));
  return el("details", { class: "up", "data-id": "inside" }, el("summary", {}, icon("door"), el("span", {}, present === 1 ? t("1 persoon is er") : t("{n} mensen zijn er", { n: present })), away.length > 0 && el("b", { class: "away" }, t("{n} even weg", { n: away.length }))),
    nextSession(view.now.session, mine),
    el("ul", { class: "in-cards small" }, people.map((who) => el("li", { class: "in-card somebody", "data-id": who.id },
      el("p", { class: "in-by" }, face(who), el("b", { dir: "auto" }, nameOf(who)), el("span", { dir: "auto" }, who.relation || roleWord(who.role)), mine.away.includes(who.id) && el("b", { class: "away" }, t("even weg")), !who.here && el("b", { class: "away" }, t("niet bij deze bijeenkomst"))),
      el("p", { class: "in-do" },
        el("a", { class: "b quiet", href: `/kijk?conference=${encodeURIComponent(mine.conference)}&as=${who.id}`, target: "_blank", title: t("Wat {name} nu ziet", { name: nameOf(who) }) }, icon("eye"), el("span", {}, t("Kijk als {name}", { name: nameOf(who) }))),
        mine.links?.button(who),
        who.here && step(t("Is er niet"), "mark_here", { people: [who.id], here: false }, { look: "quiet", id: `not-here-${who.id}`, label: t("{name} is niet bij deze bijeenkomst", { name: nameOf(who) }) }),
        mine.dropping === who.id ? step(t("Ja, uit het gesprek"), "turn_away", { person: who.id }, { look: "warm", id: `drop-yes-${who.id}` })
          : own(t("Uit het gesprek"), "drop", who.id, { look: "quiet", id: `drop-${who.id}`, label: t("{name} uit het gesprek", { name: nameOf(who) }) })),
      mine.links?.part(who)))),
    stopped(view, mine));
}

/** Who was in and is not any more: by an own link they can come back. @param {View} view @param {Own} mine */
function stopped(view, mine) {
  const people = Object.values(view.people).filter((one) => one.role && one.state === "out");
  return people.length > 0 && [
    el("h3", {}, t("Weggegaan")),
    el("ul", { class: "in-cards small" }, people.map((who) => el("li", { class: "in-card somebody", "data-id": who.id },
      el("p", { class: "in-by" }, face(who), el("b", { dir: "auto" }, nameOf(who)), el("span", { dir: "auto" }, who.relation || roleWord(who.role))),
      el("p", { class: "in-do" }, mine.links?.button(who)),
      mine.links?.part(who))))];
}

/** Another day, the same people: what is asked anew, as the number, is kept beside what it was. @param {number} session @param {Own} mine */
function nextSession(session, mine) {
  const next = session + 1;
  return session > 0 && el("p", { class: "in-do next-session" }, el("span", {}, t("Dit is bijeenkomst {n}.", { n: session })),
    mine.dropping === `session-${next}` ? step(t("Ja, begin bijeenkomst {n}", { n: next }), "begin_session", {}, { look: "strong", id: `drop-yes-session-${next}` })
      : own(t("Begin de volgende bijeenkomst"), "drop", `session-${next}`, { look: "quiet", id: `drop-session-${next}` }));
}

/** Who was in before and is not seen at this session yet: each with one tap, or all at once. @param {View} view */
function backAgain(view) {
  const before = admitted(view).filter((who) => !who.here);
  if (!before.length) return null;
  return el("details", { class: "lobby again", "data-id": "back-again", open: true }, el("summary", {}, icon("door"), el("b", {}, t("Bijeenkomst {n}: wie is er weer?", { n: view.now.session })), el("b", { class: "count" }, String(before.length))),
    el("ul", {}, before.map((who) => el("li", { "data-id": `back-${who.id}` }, face(who),
      step(nameOf(who), "mark_here", { people: [who.id], here: true }, { sign: "check", label: t("{name} is er", { name: nameOf(who) }), id: `here-${who.id}` })))),
    before.length > 1 && !someApart(view) && step(t("Iedereen is er"), "mark_here", { people: before.map((who) => who.id), here: true }, { look: "strong", id: "all-here", key: "Shift+O" }),
    el("p", { class: "note" }, t("Wie er niet is, telt nu niet mee. De eigen telefoon blijft werken.")));
}

/** Whether two of those who were let in may not be in one room: then each is seen by name. @param {View} view */
function someApart(view) {
  const inside = admitted(view).map((who) => who.id);
  return Object.values(view.restrictions).some(({ kind, people }) => kind === "apart" && people.every((who) => inside.includes(who)));
}

/** @param {number} n */
function unseenSentence(n) {
  return n === 1 ? t("1 kaart staat niet op het scherm, omdat niet iedereen die mag lezen.") : t("{n} kaarten staan niet op het scherm, omdat niet iedereen ze mag lezen.", { n });
}

/** Nobody comes in until it is said who may not be together; and where that is done. @param {View} view @param {string} conference */
function nameFirst(view, conference) {
  return view.name_first && el("p", { class: "note apart", "data-id": "name-first" }, icon("lock"), el("span", {}, t("Schrijf eerst op wie niet samen in één ruimte mogen zijn."), " ",
    el("a", { href: `/prepare?conference=${encodeURIComponent(conference)}#apart`, target: "_blank" }, t("Schrijf het op"))));
}

/** @param {View} view */
function lobby(view) {
  const people = waiting(view);
  if (!people.length) return null;
  const apart = view.together !== "together" && !view.name_first && el("p", { class: "note apart" }, icon("lock"), el("span", {}, t("Deze mensen mogen niet samen in één ruimte. Kijk wie er nu bij zijn.")));
  return el("section", { class: "lobby", "data-id": "lobby" }, apart, el("h2", {}, icon("door"), el("span", {}, people.length === 1 ? t("1 persoon wacht") : t("{n} mensen wachten", { n: people.length }))),
    el("ul", {}, people.map((who, at) => el("li", { "data-id": who.id }, el("form", { "data-form": "admit", "data-about": who.id },
      face(who), el("span", { class: "who-waits" }, el("b", { dir: "auto" }, nameOf(who)), who.role && el("span", { class: "in-place" }, t("uitgenodigd"))),
      el("fieldset", { class: "roles" }, el("legend", { class: "sr" }, t("Wie is {name}?", { name: nameOf(who) })),
        view.roles.map((role) => el("label", { class: "chip", "data-id": `${who.id}-${role}` }, el("input", { type: "radio", name: "role", value: role, required: true, checked: role === (who.role ?? "network"), "aria-keyshortcuts": at === 0 && role === (who.role ?? "network") ? inUse("O") : null }), el("span", {}, roleWord(role))))),
      !who.role && sameAs(view, who),
      el("div", { class: "let-in" },
        el("input", { name: "relation", class: "relation", value: who.relation ?? "", placeholder: t("bijv. oma"), "aria-label": t("Hoe hoort {name} erbij?", { name: nameOf(who) }), maxlength: 60, autocomplete: "off" }),
        el("button", { type: "submit", class: "b strong" }, t("Laat binnen")),
        step(t("Niet toelaten"), "turn_away", { person: who.id }, { look: "quiet" })))))));
}

/** Somebody who comes back is who they were: what is hidden from them stays hidden. @param {View} view @param {import("./seen.js").Person} who */
function sameAs(view, who) {
  const before = Object.values(view.people).filter((one) => one.id !== who.id && one.role);
  if (!before.length) return null;
  const guess = before.find((one) => plain(nameOf(one)) === plain(nameOf(who)));
  return el("label", { class: "again" }, el("span", { class: "sr" }, t("Was {name} hier al eerder?", { name: nameOf(who) })),
    el("select", { name: "same_as" }, el("option", { value: guess ? SOMEONE_ELSE : "", selected: !guess }, t("Is hier nieuw")),
      before.map((one) => el("option", { value: one.id, selected: one.id === guess?.id }, asBefore(one, one.relation ? `${nameOf(one)} (${one.relation})` : nameOf(one))))));
}

/** @param {import("./seen.js").Person} one @param {string} name */
function asBefore(one, name) {
  return one.state === "invited" ? t("Is uitgenodigd: {name}", { name }) : t("Was er al: {name}", { name });
}

/** A name without capitals, accents and signs: two who are called the same. @param {string} name */
function plain(name) {
  return name.normalize("NFKD").replace(/[^\p{L}\p{N}]/gu, "").toLowerCase();
}

/** @param {View} view @param {Card} card @param {Own} mine */
function inCard(view, card, mine) {
  const who = person(view, card.author);
  const role = who?.relation || roleWord(who?.role);
  return el("li", { class: `in-card ${card.kind}`, "data-id": card.id, "data-card": card.id, tabindex: "-1" },
    el("p", { class: "in-head" }, el("span", { class: "kind-word" }, icon(card.kind), el("b", {}, kindWord(card.kind))), place(view, card), audience(view, card), card.held && held()),
    (card.text || !isHelp(card)) && el("p", { class: "in-words" }, userText(orFallback(card))),
    beside(view, card),
    el("p", { class: "in-by" }, face(who), el("b", { dir: "auto" }, nameOf(who)), role && el("span", { dir: "auto" }, role)),
    stepsInInbox(view, card),
    handlingForm(view, card, mine));
}

/** That nobody else sees it yet. */
function held() {
  return el("span", { class: "audience" }, icon("lock"), el("span", {}, t("nog dicht")));
}

/** @param {View} view @param {Card} card */
function place(view, card) {
  const scene = card.scene ? view.scenes[card.scene] : undefined;
  const risk = card.risk ? view.cards[card.risk] : undefined;
  if (!scene) return null;
  return el("span", { class: "in-place", dir: "auto" }, [scene.time, scene.title].filter(Boolean).join(" "), risk && el("q", { dir: "auto" }, orFallback(risk)));
}

/** For whom it is meant, in words; nothing when it is for everybody. @param {View} view @param {Card} card */
export function audience(view, card) {
  const words = [];
  if (card.audience === "adults") words.push(t("alleen volwassenen"));
  if (card.audience === "author") words.push(t("alleen de schrijver en jij"));
  if (card.withheld_from?.length) words.push(t("dit leest {names} niet", { names: card.withheld_from.map((id) => nameOf(person(view, id))).join(", ") }));
  if (card.hidden_from.length) words.push(t("niet voor: {names}", { names: card.hidden_from.map((id) => nameOf(person(view, id))).join(", ") }));
  return words.length ? el("span", { class: "audience" }, icon("lock"), el("span", { dir: "auto" }, words.join(" · "))) : null;
}

/** @param {View} view @param {Card} card @param {Own} mine */
function upCard(view, card, mine) {
  const lit = view.now.light === card.id;
  const form = mine.handling?.card === card.id && {}; // a form that is open is drawn every time
  return later(el("li", { "data-id": card.id }), [card, view.people, view.scenes, view.cards[card.risk ?? ""], lit, sameKind(view, card).length > 0, ...behind(view, card), ...notesOn(view, card), form, lettersLead()], () => upCardDrawn(view, card, mine));
}

/** @param {View} view @param {Card} card @param {Own} mine */
function upCardDrawn(view, card, mine) {
  return el("li", { class: `in-card ${card.kind}`, "data-id": card.id, "data-card": card.id, tabindex: "-1" },
    el("p", { class: "in-words" }, icon(card.kind), userText(orFallback(card))),
    beside(view, card),
    el("p", { class: "in-by" }, el("span", { dir: "auto" }, card.named ? nameOf(person(view, card.author)) : t("{name}, zonder naam op het scherm", { name: nameOf(person(view, card.author)) })), place(view, card),
      view.now.light === card.id && el("b", {}, t("in het licht")), card.held && held()),
    stepsOnScreen(view, card),
    handlingForm(view, card, mine));
}

/** @param {View} view @param {Card} card */
function parkedCard(view, card) {
  return el("li", { class: `in-card ${card.kind}`, "data-id": card.id, "data-card": card.id, tabindex: "-1" },
    el("p", { class: "in-words" }, icon(card.kind), userText(orFallback(card))),
    el("p", { class: "in-by" }, el("b", { dir: "auto" }, nameOf(person(view, card.author))), card.parked_because && userText(card.parked_because), audience(view, card)),
    step(t("Van de parkeerplaats"), "unpark", { card: card.id }, { look: "quiet", id: `unpark-${card.id}`, key: "X" }));
}
