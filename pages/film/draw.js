/** From a view to what one sees: cards, scenes, the film strip, people, cover. Pure building of elements; no network, no listeners. */

import { el } from "./dom.js";
import { todoForAll } from "./forall.js";
import { coverSign, icon } from "./icons.js";
import { later } from "./later.js";
import { isHelp, offered, person, scenesOf, without, wordsOn } from "./seen.js";
import { coverWord, kindWord, orErased, roleWord } from "./terms.js";
import { t } from "./words.js";

/** @typedef {import("./seen.js").View} View */
/** @typedef {import("./seen.js").Card} Card */
/** @typedef {import("./seen.js").Scene} Scene */
/** @typedef {import("./seen.js").Person} Person */
/** @typedef {{fresh?: Set<string>, open?: string|null, whole?: boolean}} Look fresh: cards that came in just now; open: the scene whose cards are all shown; whole: every scene in full */

/** The address of a picture of ours. @param {string|null|undefined} slug @returns {string|null} */
export function pictureUrl(slug) {
  return slug && /^[a-z0-9-]+$/.test(slug) ? `/face/pictograms/${slug}.svg` : null;
}

/** Pictures that turned out not to be there. @type {Set<string>} */
const missing = new Set();

/** A picture in its frame, whose place is kept while it loads; nothing at all when there is none. @param {string|null|undefined} slug @param {string} frame */
export function framed(slug, frame) {
  const src = pictureUrl(slug);
  return src && !missing.has(src) ? el("div", { class: frame }, el("img", { class: "picture", src, alt: "", draggable: "false" })) : null;
}

/** Draw anew when a picture turns out not to be there, so that no empty frame stays. @param {Element} stage @param {() => void} draw */
export function mindPictures(stage, draw) {
  stage.addEventListener("error", ({ target }) => {
    if (!(target instanceof HTMLImageElement)) return;
    missing.add(target.getAttribute("src") ?? "");
    draw();
  }, true);
}

/** Words that somebody said or wrote, in whatever direction they run. @param {string|null|undefined} text @param {string} [name] */
export function userText(text, name = "said") {
  return el("span", { class: text == null ? `${name} erased` : name, dir: "auto" }, orErased(text));
}

/** What a screen reader says and the eye sees by shape. @param {string} words */
export function unseenText(words) {
  return el("span", { class: "sr" }, words);
}

/** Somebody's picture, or the first letter of the name. @param {Person|null} who */
export function face(who) {
  const src = pictureUrl(who?.picture);
  if (src && !missing.has(src)) return el("img", { class: "face", src, alt: "", draggable: "false" });
  const [first] = who?.name ?? "?";
  return el("span", { class: "face letter", "aria-hidden": "true" }, first ?? "?");
}

/** @param {Person|null} who */
export function nameOf(who) {
  return who ? orErased(who.name) : t("iemand");
}

/** What a card says: its words, "gewist", or (help may go without words) its kind. @param {Card} card */
export function orFallback(card) {
  return card.text || (isHelp(card) ? kindWord(card.kind) : orErased(card.text));
}

/** @param {Person} who */
export function personChip(who) {
  const what = who.relation || roleWord(who.role);
  return el("li", { class: "person", "data-id": who.id }, face(who),
    el("span", { class: "person-words" }, el("b", { dir: "auto" }, nameOf(who)), what && el("small", { dir: "auto" }, what)));
}

/** How much help stands ready, in a shape and in words. @param {string} cover */
export function coverMark(cover) {
  return el("p", { class: `cover ${cover}` }, coverSign(cover), unseenText(t("Hulp:")), el("span", {}, coverWord(cover)));
}

/**
 * One card: what kind it is by shape, colour and word; what was said; by whom, if it is shown with a name.
 * @param {Card} card @param {View} view @param {{under?: boolean, fresh?: boolean}} [how]
 */
export function cardFace(card, view, { under = false, fresh = false } = {}) {
  const author = card.named ? person(view, card.author) : null;
  const classes = ["card", card.kind, under && "under", fresh && "fresh"].filter(Boolean).join(" ");
  return el("li", { class: classes, "data-id": card.id, "data-card": card.id },
    el("span", { class: "kind" }, icon(card.kind), unseenText(`${kindWord(card.kind)}:`)),
    el("span", { class: "card-words" }, userText(orFallback(card)),
      card.clearer && el("small", { class: "clearer", dir: "auto" }, card.clearer),
      card.said_too > 0 && el("small", { class: "too" }, t("{n} keer gezegd", { n: card.said_too + 1 })),
      author && el("small", { class: "by", dir: "auto" }, nameOf(author))));
}

/** A list of cards that shows as many as fit; `fit` counts the rest. @param {View} view @param {{card: Card, under: boolean}[]} cards @param {Look} look @param {string} owner */
export function cardList(view, cards, look, owner) {
  const open = look.open === owner;
  return el("ul", { class: `cards fit${open ? " open" : ""}`, "data-id": `cards-${owner}`, tabindex: open ? "0" : null },
    cards.map(({ card, under }) => {
      const how = { under, fresh: look.fresh?.has(card.id) };
      return later(el("li", { "data-id": card.id }), [card, person(view, card.author), under, how.fresh], () => cardFace(card, view, how));
    }),
    el("li", { class: "more", "data-id": `more-${owner}` },
      el("button", { type: "button", "data-do": "open_cards", "data-scene": owner, "aria-expanded": open ? "true" : "false", "data-own": true })));
}

/** Who can help here, and how much help that is; on a day without somebody also in words who is left. @param {View} view @param {Scene} scene */
export function standingReady(view, scene) {
  const isThere = (/** @type {{id: string}} */ { id }) => !scene.absent.includes(id);
  const left = without(view).length ? [...agreedOnly(view, scene).filter(isThere), ...offered(view, scene.helpers).filter(isThere).map((card) => giver(view, card))] : [];
  return [helpers(view, scene),
    left.length > 0 && el("p", { class: "left-then" }, t("Wie er dan is:"), " ", left.flatMap((who, at) => [at > 0 && ", ", el("b", { dir: "auto" }, nameOf(who))])),
    coverMark(scene.cover), todoForAll(scene)];
}

/** Who can help here, first the first. @param {View} view @param {Scene} scene */
function helpers(view, scene) {
  const stepIn = offered(view, scene.helpers);
  const watch = offered(view, scene.watchers);
  const agreed = agreedOnly(view, scene);
  if (agreed.length + stepIn.length + watch.length === 0) return null;
  const isThere = (/** @type {{id: string}} */ { id }) => !scene.absent.includes(id);
  const first = agreed.some(isThere) ? null : stepIn.find(isThere);
  return el("ol", { class: "helpers" },
    agreed.map((who) => agreedFace(who, isThere(who))),
    stepIn.map((card) => helperFace(view, card, card === first ? t("eerst") : t("daarna"), isThere(card))),
    watch.map((card) => helperFace(view, card, t("let op"), isThere(card))));
}

/** Who does something here by an agreement, and is not shown for an offer already. @param {View} view @param {Scene} scene @returns {Person[]} */
function agreedOnly(view, scene) {
  const shown = offered(view, scene.helpers).map((card) => giver(view, card)?.id);
  return scene.agreed.map((id) => person(view, id)).filter((who) => who !== null).filter((who) => !shown.includes(who.id));
}

/** @param {Person} who @param {boolean} there */
function agreedFace(who, there) {
  return el("li", { class: `helper agreed${there ? "" : " absent"}`, "data-id": `agreed-${who.id}` }, el("span", { class: "face-ring" }, face(who), icon(there ? "check" : "cross")),
    el("span", { class: "helper-words" }, el("b", { dir: "auto" }, nameOf(who)), el("small", {}, there ? t("afspraak") : t("er niet"))));
}

/** Whose offer it is, where that is shown. @param {View} view @param {Card} card */
function giver(view, card) {
  return card.named ? person(view, card.author) : null;
}

/** @param {View} view @param {Card} card @param {string} turn @param {boolean} there on a day without somebody they may not be */
function helperFace(view, card, turn, there) {
  const who = giver(view, card);
  const word = there ? turn : t("er niet");
  return el("li", { class: `helper ${card.kind}${there ? "" : " absent"}`, "data-id": `helper-${card.id}`, "data-card": card.id }, el("span", { class: "face-ring" }, face(who), icon(there ? card.kind : "cross")),
    el("span", { class: "helper-words" }, el("b", { dir: "auto" }, nameOf(who)), el("small", {}, word), unseenText(kindWord(card.kind))));
}

/** That a scene was talked through, in a sign and a word. */
export function talkedMark() {
  return el("span", { class: "talked-mark" }, icon("check"), el("span", {}, t("besproken")));
}

/** One scene of the film. @param {View} view @param {Scene} scene @param {{current: boolean, look: Look}} how */
export function sceneFrame(view, scene, { current, look }) {
  return el("li", { class: `scene${current ? " current" : ""}${scene.talked_through ? " talked" : ""}`, "data-id": scene.id, "data-scene": scene.id, "aria-current": current ? "step" : null },
    el("header", { class: "scene-head" }, scene.time ? el("time", {}, scene.time) : el("span", { class: "place", dir: "auto" }, scene.place ?? ""),
      scene.talked_through && talkedMark()),
    framed(scene.picture, "shot"),
    el("h3", { dir: "auto" }, scene.title),
    cardList(view, wordsOn(view, scene.id), look, scene.id),
    el("footer", { class: "scene-foot" }, standingReady(view, scene)));
}

/** The film of one routine: a strip with holes, the scene of now marked. @param {View} view @param {import("./seen.js").Routine} routine @param {string|null} current @param {Look} [look] */
export function filmStrip(view, routine, current, look = {}) {
  const scenes = scenesOf(view, routine);
  return el("section", { class: `film${scenes.length > 6 ? " long" : ""}`, "data-id": `film-${routine.id}`, "aria-label": routine.title },
    holes(), el("ol", { class: "scenes", style: `--scenes:${scenes.length}` }, scenes.map((scene) => sceneFrame(view, scene, { current: scene.id === current, look }))), holes());
}

function holes() {
  return el("div", { class: "holes", "aria-hidden": "true" }, Array.from({ length: 44 }, () => el("i")));
}

/**
 * Let each list show what fits, newest kept, and say how many more there are. After every drawing and every change of size.
 * @param {ParentNode} root
 */
export function fit(root) {
  for (const list of root.querySelectorAll("ul.fit")) fitOne(/** @type {HTMLElement} */ (list));
  for (const row of root.querySelectorAll("ul.crowd")) fitRow(/** @type {HTMLElement} */ (row));
  for (const list of root.querySelectorAll(".papers")) countBelow(/** @type {HTMLElement} */ (list));
}

/** How many sheets of a list stand below what is seen of it. @param {HTMLElement} list */
export function countBelow(list) {
  const told = /** @type {HTMLElement|null} */ (list.querySelector(":scope > .below"));
  const words = told?.querySelector("span");
  if (!told || !words) return;
  const end = list.getBoundingClientRect().bottom + 1;
  const count = [...list.querySelectorAll(".sheet, .left")].filter((one) => one.getBoundingClientRect().bottom > end).length;
  told.hidden = count === 0;
  words.textContent = t("en nog {n}", { n: count });
}

/** As many people as the row has room for, and how many more there are. @param {HTMLElement} row */
function fitRow(row) {
  const people = /** @type {HTMLElement[]} */ ([...row.querySelectorAll(":scope > li:not(.others)")]);
  const others = /** @type {HTMLElement|null} */ (row.querySelector(":scope > .others"));
  if (!others) return;
  /** @param {number} shown */
  const fits = (shown) => {
    people.forEach((one, at) => (one.hidden = at >= shown));
    others.hidden = shown === people.length;
    others.textContent = t("en nog {n}", { n: people.length - shown });
    return row.scrollWidth <= row.clientWidth + 1;
  };
  if (!fits(people.length)) most(0, people.length - 1, fits);
}

/** @param {HTMLElement} list */
function fitOne(list) {
  const cards = /** @type {HTMLElement[]} */ ([...list.querySelectorAll(":scope > .card")]);
  const more = /** @type {HTMLElement|null} */ (list.querySelector(":scope > .more"));
  if (!more) return;
  for (const card of cards) card.hidden = false;
  const open = list.classList.contains("open");
  more.hidden = !open;
  if (!open) hideTheRest(list, cards, more);
  const hidden = cards.filter((card) => card.hidden).length;
  const button = more.querySelector("button");
  if (button) button.textContent = open ? t("Minder") : t("+{n} meer", { n: hidden });
}

/** @param {HTMLElement} list @param {HTMLElement[]} cards @param {HTMLElement} more */
function hideTheRest(list, cards, more) {
  if (!tooMuch(list)) return;
  more.hidden = false;
  const order = [...cards.filter((card) => card.classList.contains("fresh")), ...cards.filter((card) => !card.classList.contains("fresh"))];
  const shown = most(1, order.length - 1, (n) => {
    order.forEach((card, at) => (card.hidden = at >= n));
    return !tooMuch(list);
  }, fitted.get(list));
  fitted.set(list, shown);
}

/** How many cards a list had room for the last time. @type {WeakMap<Element, number>} */
const fitted = new WeakMap();

/** @param {HTMLElement} list */
function tooMuch(list) {
  return list.scrollHeight > list.clientHeight + 1;
}

/**
 * The largest number from `least` up to `all` for which `fits`, tried last. Each try lays the page out: a good guess saves most of them.
 * @param {number} least what is taken even where it does not fit @param {number} all @param {(n: number) => boolean} fits @param {number} [guess]
 */
function most(least, all, fits, guess = all) {
  let from = least;
  let to = Math.max(all, least);
  /** @param {number} n */
  const look = (n) => {
    if (fits(n)) from = n;
    else to = n - 1;
  };
  if (from < guess && guess < to) look(guess);
  if (from === guess && from < to) look(guess + 1);
  while (from < to) look(Math.ceil((from + to) / 2));
  fits(from);
  return from;
}
