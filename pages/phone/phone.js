// The phone. Promise: follows the group, keeps every word until the server has it, and is gone in one tap.

import { watch } from "../film/stream.js";
import { t } from "../film/words.js";
import { h, morph } from "./dom.js";
import { momentOf, openDrafts } from "./drafts.js";
import { filmList, mineList } from "./lists.js";
import { openOutbox } from "./outbox.js";
import { risksOf, toAnswer } from "./parts.js";
import { lobby, round } from "./rounds.js";
import { aimOf, askedNow, chosenRisk, talk } from "./talk.js";

/** @typedef {import("../film/patch.js").View} View */
/** @typedef {import("../film/patch.js").Kind} Kind */
/** @typedef {import("./outbox.js").Sent} Sent */
/** @typedef {import("./parts.js").Page} Page */

// A QR scanned by a phone that is in already: its token must not stay in the address bar.
hideToken();
addEventListener("hashchange", hideToken);

/** @type {View} */
let view = readJson("view");
/** @type {import("./parts.js").Sentences} */
const sentences = readJson("sentences");
const drafts = openDrafts();
let me = view.me.person ?? "";
let tab = "now";
/** @type {import("../film/stream.js").State} */
let link = "live";
/** @type {string|null} */
let refused = null;
/** The card that was kept last, from this page. */
let lastCard = "";
let lateTimer = 0;
let stream = follow(me, view);

const outbox = openOutbox({ onChange: draw, onKept: kept, onRefused: notKept });
outbox.wake();
catchUp();
draw();

/**
 * @param {string} person
 * @param {View|null} from
 */
function follow(person, from) {
  return watch({ url: `/api/live?person=${encodeURIComponent(person)}`, view: from, onView: changed, onState: linkIs });
}

/** @param {View} next */
function changed(next) {
  const moved = momentOf(next) !== momentOf(view);
  view = next;
  outbox.seenUpTo(view.seq);
  catchUp();
  if (moved) lastCard = "";
  draw();
  if (moved) tell(document.querySelector("#now h1")?.textContent ?? "");
}

/** An empty sheet goes along with the group; a written one stays where it began. */
function catchUp() {
  const { text, kind, moment } = drafts.of(me).now;
  if (kind && !text.trim() && moment !== momentOf(view)) drafts.fresh(me);
}

/** @param {import("../film/stream.js").State} state */
function linkIs(state) {
  if (state === "gone") return goneNow();
  if (state === "live" || state === "restarted") outbox.wake();
  if (state === link) return;
  link = state;
  clearTimeout(lateTimer);
  // A blink of the wifi is nobody's business; two seconds is.
  lateTimer = setTimeout(drawLink, state === "lost" ? 2000 : 0);
}

function goneNow() {
  forget();
  location.replace("/m");
}

// --- what stands on the page ------------------------------------------------------------------------------

/** @returns {Page} */
function page() {
  const { now: draft, aside } = drafts.of(me);
  const sent = outbox.list().filter(({ body }) => body.person === me);
  return { view, me, sentences, draft, aside, sent, tab, refused, lastCard };
}

function draw() {
  const main = document.getElementById("main");
  if (!main) return;
  const waits = view.me.state === "waiting";
  const now = page();
  const wanted = document.createDocumentFragment();
  wanted.append(section("now", "now", waits ? lobby(now) : [alertLine(), ...head(now)]));
  if (!waits) wanted.append(section("mine", t("Van mij"), mineList({ ...now, tab: "mine" })), section("film", t("De film"), filmList(now)));
  morph(main, wanted);
  drawWho();
  drawTabs(waits);
  const box = document.getElementById("text");
  if (box instanceof HTMLTextAreaElement && box.value !== now.draft.text) box.value = now.draft.text;
}

/** @param {Page} now */
function head(now) {
  const phase = sentences.phases[view.now?.phase ?? ""];
  return [
    phase && !aimOf(now).scene ? h("p", { class: "phase" }, phase) : null,
    view.now?.paused ? h("p", { class: "next" }, t("Het grote scherm heeft even pauze.")) : null,
    ...(now.draft.kind ? [...talk(now), ...round(now)] : [...round(now), ...talk(now)]),
  ];
}

/** @param {string} id @param {string} name @param {(Node|null)[]} children */
function section(id, name, children) {
  return h("section", { id, "aria-label": id === "now" ? null : name, hidden: tab !== id && view.me.state !== "waiting" }, children);
}

function alertLine() {
  return refused ? h("p", { class: "refused", role: "alert", "data-k": "alert" }, refused) : null;
}

function drawWho() {
  const who = document.getElementById("who");
  if (!who) return;
  const own = Object.values(view.people).filter((person) => person.mine);
  const mine = h("bdi", {}, view.people[me]?.name ?? "");
  const wanted = h("div");
  if (own.length < 2) wanted.append(h("strong", { class: "me" }, mine));
  else {
    const list = own.map(({ id, name }) =>
      h("li", { "data-k": id }, h("a", { href: `/m?person=${id}`, "data-do": "talk", "data-person": id, "aria-current": id === me ? "true" : null }, h("bdi", {}, name))),
    );
    wanted.append(h("details", { class: "talkers" }, h("summary", {}, h("span", { class: "label" }, t("Wie praat er nu?")), " ", mine), h("ul", {}, list)));
  }
  morph(who, wanted);
}

/** @param {boolean} waits */
function drawTabs(waits) {
  const nav = document.getElementById("tabs") ?? document.getElementById("main")?.insertAdjacentElement("afterend", h("nav", { id: "tabs" }));
  if (!nav) return;
  const waiting = waits ? 0 : toAnswer(page());
  nav.className = "tabs";
  nav.setAttribute("aria-label", t("Op deze pagina"));
  nav.toggleAttribute("hidden", waits);
  const wanted = h("nav", {}, [
    tabLink("now", t("Nu")),
    tabLink("mine", t("Van mij"), waiting),
    tabLink("film", t("De film")),
  ]);
  morph(nav, wanted);
}

/** @param {string} id @param {string} name @param {number} [waiting] */
function tabLink(id, name, waiting = 0) {
  const badge = waiting ? h("span", { class: "badge" }, waiting, h("span", { class: "sr" }, " ", t("wacht op jouw antwoord"))) : null;
  return h("a", { href: `#${id}`, "data-k": id, "data-do": "tab", "data-tab": id, "aria-current": tab === id ? "page" : null }, h("span", {}, name), badge);
}

function drawLink() {
  const bar = document.querySelector(".bar");
  document.getElementById("link")?.remove();
  if (link !== "lost" || !bar) return;
  bar.insertAdjacentElement("afterend", h("p", { id: "link", class: "link-lost", role: "status" }, t("Geen verbinding. We blijven proberen. Wat je schrijft, blijft hier staan.")));
}

/** For those who hear the page. @param {string} words */
function tell(words) {
  const heard = document.getElementById("heard");
  if (heard) heard.textContent = words;
}

// --- what somebody does ---------------------------------------------------------------------------------

document.addEventListener("click", (event) => {
  const target = event.target instanceof Element ? event.target : null;
  const leave = target?.closest("a[data-leave]");
  const done = target?.closest("[data-do]");
  if (leave instanceof HTMLAnchorElement) {
    event.preventDefault();
    quickExit(leave.href);
  } else if (done instanceof HTMLElement) {
    const act = acts[done.dataset.do ?? ""];
    if (!act) return;
    event.preventDefault();
    act(done.dataset);
    draw();
  }
});

/** @type {Record<string, (facts: DOMStringMap) => void>} */
const acts = {
  tab({ tab: wanted }) {
    tab = wanted ?? "now";
    scrollTo(0, 0);
  },
  talk({ person }) {
    if (!person || person === me) return document.querySelector(".talkers")?.removeAttribute("open");
    stream.close();
    lastCard = "";
    me = person;
    refused = null;
    view = { seq: 0, me: { as: "person", person, state: "waiting" }, people: view.people };
    document.getElementById("main")?.replaceChildren();
    document.querySelector(".talkers")?.removeAttribute("open");
    stream = follow(person, null);
  },
  kind({ kind }) {
    const { text } = drafts.of(me).now;
    const scene = aimOf(page()).scene ?? view.now?.scene ?? null;
    if (text.trim()) drafts.putAside(me);
    drafts.change(me, { kind: /** @type {Kind} */ (kind), scene, moment: momentOf(view) });
    document.querySelector(".other")?.removeAttribute("open");
    scrollTo(0, 0);
    requestAnimationFrame(() => document.getElementById("text")?.focus());
  },
  "join-group": () => drafts.putAside(me),
  "take-up"({ place }) {
    const draft = drafts.of(me).aside[Number(place)];
    if (draft) drafts.takeUp(me, draft);
    requestAnimationFrame(() => document.getElementById("text")?.focus());
  },
  "take-back": ({ card }) => act("take_back", { card }),
  "child-yes": ({ card }) => act("agree_to_show", { card }),
  "child-no"({ card }) {
    act("hide_card", { card, audience: "author", hidden_from: view.cards?.[card ?? ""]?.hidden_from ?? [] });
  },
};

/** @param {string} verb @param {Record<string, unknown>} facts */
function act(verb, facts) {
  refused = null;
  outbox.post("/api/do", { verb, person: me, ...facts });
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!(form instanceof HTMLFormElement)) return;
  const button = event.submitter instanceof HTMLButtonElement ? event.submitter : null;
  const post = posts[form.dataset.form ?? ""];
  if (!post) return;
  event.preventDefault();
  post(form, button?.value ?? "");
  draw();
});

/** @type {Record<string, (form: HTMLFormElement, value: string) => void>} */
const posts = {
  say,
  scale: (_, value) => act("set_scale", { value: Number(value) }),
  answer(form, answer) {
    const box = form.elements.namedItem("text");
    if (!(box instanceof HTMLTextAreaElement)) return;
    if (answer === "yes_if" && !box.value.trim()) return box.focus();
    const agreement = form.dataset.agreement;
    act("answer_agreement", { agreement, answer, text: answer === "yes" ? "" : box.value });
    box.value = "";
  },
  stop(form) {
    forget();
    form.submit();
  },
};

/** @param {HTMLFormElement} form */
function say(form) {
  const now = page();
  const { kind, scene } = aimOf(now);
  if (!kind) return;
  const words = sentences.kinds[kind];
  const risk = words.wants ? chosenRisk(kind, now.draft.risk, risksOf(view, scene)) : null;
  const missing = missingFrom(now.draft.text, words.may_be_empty, words.wants === "risk" && !risk);
  if (missing) {
    drafts.change(me, { refused: missing });
    document.getElementById("text")?.focus();
    return;
  }
  const { text, audience, hidden_from } = now.draft;
  refused = null;
  drafts.fresh(me);
  form.querySelector("details.readers")?.removeAttribute("open");
  outbox.post("/api/say", { kind, text, scene: words.wants ? scene : null, risk, person: me, audience, hidden_from });
}

/** @param {string} text @param {boolean} mayBeEmpty @param {boolean} noRisk */
function missingFrom(text, mayBeEmpty, noRisk) {
  if (!text.trim() && !mayBeEmpty) return t("Schrijf eerst iets op.");
  return noRisk ? t("Kies eerst waar dit bij hoort.") : null;
}

document.addEventListener("input", ({ target }) => {
  if (!(target instanceof HTMLTextAreaElement) || target.id !== "text") return;
  const { now } = drafts.of(me);
  const begins = !now.moment && target.value.trim();
  drafts.change(me, { text: target.value, refused: null, ...(begins ? { ...aimOf(page()), moment: momentOf(view) } : {}) });
  if (!target.value.trim() && (now.moment !== momentOf(view) || now.kind === askedNow(page()))) drafts.fresh(me);
  draw();
});

document.addEventListener("change", ({ target }) => {
  if (!(target instanceof HTMLInputElement) || target.form?.dataset.form !== "say") return;
  const { now } = drafts.of(me);
  if (target.name === "audience") drafts.change(me, { audience: /** @type {any} */ (target.value) });
  if (target.name === "risk") drafts.change(me, { risk: target.value || null });
  if (target.name === "hidden_from") {
    const others = now.hidden_from.filter((id) => id !== target.value);
    drafts.change(me, { hidden_from: target.checked ? [...others, target.value] : others });
  }
  draw();
});

// --- kept, not kept, gone -------------------------------------------------------------------------------

/** @param {Sent} sent */
function kept(sent) {
  if (sent.card) lastCard = sent.card;
  outbox.seenUpTo(view.seq); // the stream may have been faster than the answer
  tell(sent.body.verb === "take_back" ? t("Teruggenomen.") : t("Bewaard."));
}

/**
 * The server will not keep it: its sentence, and the words back where they can be changed.
 * @param {Sent} sent
 * @param {import("../film/send.js").NotKept} why
 */
function notKept({ body }, why) {
  const sentence = why.message || t("Dit kon niet worden bewaard.");
  const person = String(body.person);
  if (body.kind) {
    const { kind, text, scene, risk, audience, hidden_from } = /** @type {any} */ (body);
    drafts.takeUp(person, { kind, text, scene, risk, audience, hidden_from, moment: momentOf(view), refused: sentence });
  } else {
    refused = sentence;
    const box = document.getElementById(`text-${body.agreement}`);
    if (box instanceof HTMLTextAreaElement && !box.value) box.value = String(body.text ?? "");
  }
  tell(sentence);
}

function forget() {
  outbox.empty();
  drafts.empty();
  sessionStorage.clear();
}

/**
 * Leave at once: nothing unsent stays, this phone is out of the conference, and "back" finds the form to join.
 * @param {string} href
 */
function quickExit(href) {
  forget();
  stream.close();
  document.body.replaceChildren();
  navigator.sendBeacon("/m/weg", new URLSearchParams({ how: "quick" }));
  location.replace(href);
}

function hideToken() {
  if (location.hash.length > 16) history.replaceState(null, "", location.pathname);
}

/** @param {string} id */
function readJson(id) {
  return JSON.parse(document.getElementById(id)?.textContent ?? "null");
}
