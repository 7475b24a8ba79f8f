// The phone. Promise: follows the group, keeps every word until the server has it, and is gone in one tap.

import { refusalOf, watch } from "../film/stream.js";
import { ticking } from "../film/timer.js";
import { t } from "../film/words.js";
import { readyToAct } from "./acts.js";
import { takeOver } from "./before.js";
import { h, morph } from "./dom.js";
import { momentOf, openDrafts } from "./drafts.js";
import { drawLink, drawTabs, drawWho, tell } from "./frame.js";
import { readyToLeave } from "./leave.js";
import { filmList, mineList } from "./lists.js";
import { openOutbox } from "./outbox.js";
import { myAgreements, newestPlan, ownPeople } from "./parts.js";
import { lookingRound, openPlaces } from "./places.js";
import { lobby, round } from "./rounds.js";
import { aimOf, groupPlace, talk } from "./talk.js";
import { notes, together } from "./together.js";

/** @typedef {import("../film/patch.js").View} View */
/** @typedef {import("./outbox.js").Sent} Sent */
/** @typedef {import("./parts.js").Page} Page */

if (document.body.dataset.looking) import("./looking.js").then(({ onlyLook }) => onlyLook()); // a facilitator looks through somebody's eyes
readyToLeave(forget);
// A QR scanned by a phone that is in already: its token must not stay in the address bar.
hideToken();
addEventListener("hashchange", hideToken);

/** @type {import("./parts.js").Sentences} */
const sentences = readJson("sentences");
const first = /** @type {View} */ (readJson("view"));
/** @type {import("./parts.js").Here} */
const here = { view: first, me: first.me.person ?? "", tab: opensAt(first), visit: null, refused: null, lastCard: "", choosing: null, picking: null, telling: null };
const drafts = openDrafts();
/** @type {import("../film/stream.js").State} */
let link = "live";
let lateTimer = 0;
let finding = false;
/** @type {ReturnType<typeof import("./aloud.js").openAloud>|null} */
let aloud = null;
let stream = follow(here.me, first);
hideDoor();

const time = ticking(() => here.view.now?.timer, draw);
const outbox = openOutbox({ onChange: draw, onKept: kept, onRefused: notKept });
here.refused = takeOver(drafts, { me: here.me, moment: momentOf(first) });
forgetWhoIsOut();
const places = openPlaces((place) => {
  Object.assign(here, place);
  catchUp();
  draw();
  findOwn();
});
readyToAct({ here, drafts, outbox, page, draw, speakAs, forget, go: places.go, readPlan, aloud: (place) => aloud?.toggle(place), pick });
catchUp();
draw();
findReports();
if (here.tab === "mine") findOwn();
findWhatIfs();
findVoice();
stayAwake();
document.addEventListener("visibilitychange", stayAwake);

/**
 * @param {string} person
 * @param {View|null} from
 */
function follow(person, from) {
  const url = document.body.dataset.looking ?? `/api/live?person=${encodeURIComponent(person)}`;
  return watch({ url, view: from, onView: changed, onState: linkIs });
}

/** @param {View} next */
function changed(next) {
  const moved = momentOf(next) !== momentOf(here.view);
  const newPlan = planMoved(here.view, next);
  here.view = next;
  meetGroup();
  forgetWhoIsOut();
  outbox.seen(next);
  catchUp();
  findReports();
  findWhatIfs();
  if (moved) here.lastCard = "";
  draw();
  findOwn();
  if (here.plan && newPlan) fetchPlan();
  time.mind();
  if (moved) tell(here.visit ? groupPlace(page()) : (document.querySelector("#now h1")?.textContent ?? ""));
}

/** Who looks round is with the group again where the group comes, or where that place is gone. */
function meetGroup() {
  const { visit, tab, view } = here;
  const there = visit?.phase === view.now?.phase && (visit?.phase !== "film" || visit.scene === view.now?.scene);
  if (visit && (there || (visit.scene && !view.scenes?.[visit.scene]))) places.go({ tab, visit: null });
}

/** An empty sheet goes along with the group; a written one stays where it began. */
function catchUp() {
  const { text, kind, moment } = drafts.of(here.me).now;
  if (kind && !text.trim() && moment !== momentOf(page().view)) drafts.fresh(here.me);
}

/** @param {import("../film/stream.js").State} state */
function linkIs(state, why = "") {
  if (state === "gone") return void goneNow(why);
  if (state === "live" || state === "restarted") {
    outbox.wake();
    findReports();
    findOwn();
    byHouseClock();
  }
  if (state === link) return;
  link = state;
  clearTimeout(lateTimer);
  // A blink of the wifi is nobody's business; two seconds is.
  lateTimer = setTimeout(() => drawLink(link === "lost"), state === "lost" ? 2000 : 0);
}

/** Only now it is known what time it is in the house: this device may be wrong about it. */
function byHouseClock() {
  if (here.view.now?.timer) draw();
  time.mind();
}

/**
 * One of those who share this phone was put out: the others' words stay. Whose link was ended reads that, with what they had not sent
 * yet. For anybody else who is on this phone the page is made anew.
 * @param {string} why
 */
async function goneNow(why) {
  if (document.body.dataset.looking) return location.reload();
  const { view, me } = here;
  const out = view.me.state === "out";
  const other = out && ownPeople(view).find(({ id }) => id !== me);
  const stays = !out && (await mayStay(me, why));
  if (!other && !stays) forget();
  location.replace(other || stays ? `/m?person=${encodeURIComponent(other ? other.id : me)}` : "/m");
}

/** Whether the next page says what became of this person's words. @param {string} person @param {string} why */
async function mayStay(person, why) {
  const view = `/api/view?person=${encodeURIComponent(person)}`;
  const known = why || (await refusalOf(view));
  return known === "links.ended" || (!known && (await fetch(view, { cache: "no-store" }).then(({ ok }) => ok, () => false)));
}

function forgetWhoIsOut() {
  for (const { id, mine, state } of Object.values(here.view.people)) {
    if (!mine || state !== "out") continue;
    outbox.drop(id);
    drafts.drop(id);
  }
}

/** Another of those who share this phone. @param {string} person */
function speakAs(person) {
  stream.close();
  Object.assign(here, { me: person, visit: null, refused: null, lastCard: "", choosing: null, picking: null, telling: null, week: undefined, follow: undefined, mail: undefined, plan: null });
  here.view = { seq: 0, me: { as: "person", person, state: "waiting" }, people: here.view.people };
  document.getElementById("main")?.replaceChildren();
  stream = follow(person, null);
}

/** During a meeting the screen stays on, where a browser can do that; it lets go by itself when the page is put away. */
function stayAwake() {
  if (!document.hidden) navigator.wakeLock?.request("screen").catch(() => {}); // not without https, not on a low battery
}

/** A voice on the device itself, in the reader's language; some browsers know theirs only after a while. */
function findVoice() {
  if (!("speechSynthesis" in window)) return;
  const lang = document.documentElement.lang.slice(0, 2) || "nl";
  const look = async () => {
    const voice = speechSynthesis.getVoices().find((one) => one.localService && one.lang.slice(0, 2).toLowerCase() === lang);
    if (!voice || aloud) return;
    aloud = (await import("./aloud.js")).openAloud(voice, draw);
    draw();
  };
  speechSynthesis.addEventListener?.("voiceschanged", look);
  look();
}

/** The "what if" cards in another language than Dutch come only once there is one. */
async function findWhatIfs() {
  const { lang } = document.documentElement;
  if (here.inWords || here.view.now?.phase !== "dry_run" || !lang || lang.startsWith("nl")) return;
  const { askIdeas, inWords } = await import("../film/ideas.js");
  askIdeas(lang, () => {
    here.inWords = inWords;
    draw();
  });
}

/** How it goes between two meetings is told from here once there is a plan. */
async function findReports() {
  if (here.report || finding || !newestPlan(here.view)) return;
  finding = true;
  const found = await import("./in_between.js").catch(() => null);
  finding = false;
  if (!found || here.report) return;
  here.report = found.openReports({ here, outbox, drafts, draw });
  draw();
}

/** With a plan, and the door closed because no meeting is going on, the page opens on what this person does. @param {View} view */
function opensAt(view) {
  const going = Object.values(view.evaluations ?? {}).some(({ held, ended }) => held && !ended);
  const scale = view.scales?.[view.now?.scale ?? ""];
  const between = newestPlan(view) && !view.now?.open && !going && !(scale && !scale.shown);
  return between && !location.hash ? "mine" : "now";
}

/** What is one's own comes only once somebody looks there; without wifi the place of the week says so, and it comes with the wifi. */
async function findOwn() {
  if (here.tab !== "mine") return;
  if (!here.own) import("./own.js").then(({ ownWords }) => ((here.own = ownWords), draw()), () => {});
  if (!myAgreements(page()).length) return;
  try {
    (await import("./week.js")).lookAhead(here, draw);
  } catch {
    here.week = () => h("p", { class: "hint", "data-k": "week" }, t("Je week is nu niet te laden. Dat komt door de verbinding."));
    draw();
  }
}

/** The plan in plain words: it comes once somebody opens it. */
async function readPlan() {
  const toggled = here.tab === "mine" && here.plan;
  if (here.tab !== "mine") places.go({ tab: "mine", visit: here.visit });
  here.plan = toggled ? null : () => h("p", { class: "hint", "data-k": "words" }, t("Het plan komt eraan…"));
  draw();
  if (!here.plan) return;
  await fetchPlan();
  document.querySelector("#mine [data-do=plan]")?.scrollIntoView();
}

async function fetchPlan() {
  const { me, view } = here;
  const drawn = await import("./plan.js").then(({ planFor }) => planFor(here)).catch(() => null);
  if (!here.plan || here.me !== me || planMoved(view, here.view)) return; // closed, or on its way again
  here.plan = drawn ?? (() => h("p", { class: "hint", "data-k": "words" }, t("Het plan is nu niet te laden. Dat komt door de verbinding.")));
  draw();
}

/** Whether something of which the plan is made has changed. @param {View} before @param {View} after */
function planMoved(before, after) {
  return before.plans !== after.plans || before.agreements !== after.agreements || before.scenes !== after.scenes;
}

/** The pictures to choose from come only once somebody wants one. @param {string|null} scene */
async function pick(scene) {
  here.picking = scene ? { scene, draw: null } : null;
  const { picking } = here;
  if (!picking) return;
  const { fromShelf, picker } = await import("./pictures.js");
  const drawings = await fromShelf();
  picking.draw = (at) => picker(at, drawings);
  draw();
}

// --- what stands on the page ------------------------------------------------------------------------------

/** @returns {Page} */
function page() {
  const { now: draft, aside, boxes } = drafts.of(here.me);
  const sent = outbox.list().filter(({ body }) => body.person === here.me);
  const view = here.visit ? lookingRound(here.view, here.visit) : here.view;
  return { ...here, view, group: here.view, sentences, draft, aside, boxes, sent };
}

function draw() {
  const main = document.getElementById("main");
  if (!main) return;
  const now = page();
  const waits = now.view.me.state === "waiting";
  const wanted = document.createDocumentFragment();
  wanted.append(section("now", "now", waits ? lobby(now) : [alertLine(), ...head({ ...now, tab: "now" })]));
  if (!waits) wanted.append(section("mine", t("Van mij"), [...notes(now), ...mineList({ ...now, tab: "mine" })]), section("film", t("De film"), filmList(now)));
  aloud?.beside(wanted);
  morph(main, wanted);
  drawWho(now);
  drawTabs(now);
  for (const box of main.querySelectorAll("textarea")) {
    const text = box.id === "text" ? now.draft.text : (now.boxes[box.dataset.box ?? ""] ?? "");
    if (box.value !== text) box.value = text;
  }
}

/** @param {Page} now */
function head(now) {
  const phase = sentences.phases[now.view.now?.phase ?? ""];
  return [
    phase && !aimOf(now).scene ? h("p", { class: "phase" }, phase) : null,
    now.view.now?.paused ? h("p", { class: "next" }, t("Het grote scherm heeft even pauze.")) : null,
    ...together(now),
    ...(now.draft.kind ? [...talk(now), ...round(now)] : [...round(now), ...talk(now)]),
  ];
}

/** @param {string} id @param {string} name @param {(Node|null)[]} children */
function section(id, name, children) {
  const hidden = here.tab !== id && here.view.me.state !== "waiting";
  return h("section", { id, "aria-label": id === "now" ? null : name, hidden }, children);
}

function alertLine() {
  return here.refused ? h("p", { class: "refused", role: "alert", "data-k": "alert" }, here.refused) : null;
}

/** What is heard once something is kept; most things are just that. @type {Record<string, () => string>} */
const KEPT_WORDS = {
  take_back: () => t("Teruggenomen."),
  take_back_confidence: () => t("Teruggenomen."),
  take_back_check_in: () => t("Teruggenomen."),
  confide: () => t("Ontvangen."),
};

// --- kept, not kept, gone -------------------------------------------------------------------------------

/** @param {Sent} sent */
function kept(sent) {
  if (sent.card) here.lastCard = sent.card;
  outbox.seen(here.view); // the stream may have been faster than the answer
  tell(KEPT_WORDS[String(sent.body.verb)]?.() ?? t("Bewaard."));
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
    drafts.takeUp(person, { kind, text, scene, risk, audience, hidden_from, moment: momentOf(page().view), refused: sentence });
  } else {
    here.refused = sentence;
    const box = { check_in: `word-${body.agreement}`, finish_talk: `talk-${body.talk}` }[String(body.verb)] ?? String(body.agreement ?? body.verb);
    if (body.text && !drafts.of(person).boxes[box]) drafts.keep(person, box, String(body.text));
  }
  tell(sentence);
}

function forget() {
  stream.close();
  aloud?.stop();
  outbox.empty();
  drafts.empty();
  sessionStorage.clear();
}

/** With an own link one comes in as on any other phone: by a tap, so that nobody is somebody else unasked. */
function hideToken() {
  if (location.hash.startsWith("#l=")) return location.replace(`/m?met=link${location.hash}`);
  if (location.hash.length > 16) history.replaceState(null, "", location.pathname);
}

/** A plain form that was refused stands at the address of its door: loading that again would send it again. */
function hideDoor() {
  if (location.pathname !== "/m") history.replaceState(null, "", `/m?person=${encodeURIComponent(here.me)}`);
}

/** @param {string} id */
function readJson(id) {
  return JSON.parse(document.getElementById(id)?.textContent ?? "null");
}
