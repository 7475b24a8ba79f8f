/** What a view adds up to: the scene of this moment, its cards, who can help. Pure; asks the view only, keeps nothing. */

/** @typedef {import("./patch.js").Left} Left */
/** @typedef {import("./patch.js").Now} Now */
/** @typedef {import("./patch.js").Person} Person */
/** @typedef {import("./patch.js").Routine} Routine */
/** @typedef {import("./patch.js").Scene} Scene */
/** @typedef {import("./patch.js").Card} Card */
/** @typedef {import("./patch.js").Kind} Kind */
/** @typedef {import("./patch.js").Agreement} Agreement */
/** @typedef {import("./patch.js").Evaluation} Evaluation */
/** @typedef {import("./patch.js").Plan} Plan */
/** @typedef {import("./patch.js").WhatIf} WhatIf */

/**
 * A view with nothing left out: what is not there is empty.
 * @typedef {Required<Omit<import("./patch.js").View, "ask">>} View
 */

/** In which order the kinds stand on a scene: what can go wrong first, and under it what belongs to it. */
const RANK = ["risk", "worry", "warning_sign", "safeguard", "strength", "child_action", "help_step_in", "help_keep_watch"];

/** @type {Now} */
const NOTHING_YET = { phase: "welcome", scene: null, question: null, playing: false, straight: false, paused: false, scale: null, session: 0, timer: null, holding: false, ready: 0, of: 0, i_am_ready: false, light: null, what_if: null };

/** @param {import("./patch.js").View} view @returns {View} */
export function whole(view) {
  return {
    now: NOTHING_YET, door: { open: false, code: "", where: "" }, phases: [], questions: [], roles: [], order: [], routines: {}, scenes: {}, cards: {}, proposals: {}, notes: {}, confidences: {}, corrections: {}, statements: {}, agreements: {},
    lines: {}, scales: {}, what_ifs: {}, plans: {}, evaluations: {}, breaches: {}, restrictions: {}, reports: {}, talks: {}, stepped_out: false, left: {}, undo: null, redo: null, together: null, name_first: false, ...view,
  };
}

/** What is in a map of the view, in order: a map that changed is another map. @type {WeakMap<object, any[]>} */
const ordered = new WeakMap();

/** The oldest first. @template {{seq?: number}} T @param {Record<string, T>|null|undefined} map @returns {readonly T[]} */
export function all(map) {
  if (!map) return [];
  const known = ordered.get(map) ?? Object.values(map).sort((a, b) => (a.seq ?? 0) - (b.seq ?? 0));
  ordered.set(map, known);
  return known;
}

/** @param {View} view @returns {Card[]} */
export function onBoard(view) {
  return all(view.cards).filter((card) => card.on_board && !card.narrow && !card.parked);
}

/**
 * Of these things those about which this is left open, the oldest first.
 * @template {{id: string, seq?: number}} T @param {View} view @param {Left} what @param {Record<string, T>} things @returns {T[]}
 */
export function leftOpen({ left }, what, things) {
  return all(things).filter(({ id }) => left[`${what}:${id}`]);
}

/** What waits for the facilitator: it is not on the screen yet, and may be. @param {View} view @returns {Card[]} */
export function inInbox(view) {
  return all(view.cards).filter((card) => !card.parked && !card.behind && !card.on_board && !card.narrow);
}

/** What belongs to another moment, as far as all may read it. @param {View} view @returns {Card[]} */
export function inParking(view) {
  return all(view.cards).filter((card) => card.parked);
}

/** The scene that everybody looks at: the one shown, else the first there is. @param {View} view @returns {Scene|null} */
export function sceneNow(view) {
  const first = view.order.map((id) => view.routines[id]?.scenes[0]).find(Boolean);
  const id = view.now.scene && view.scenes[view.now.scene] ? view.now.scene : first;
  return (id && view.scenes[id]) || null;
}

/** Without whom the shared screen shows the day. @param {View} view @returns {string[]} */
export function without({ now }) {
  return now.without ?? [];
}

/** Whether the shared screen shows the film: it does so in its phase, and as a day without somebody in any. @param {View} view */
export function showsFilm(view) {
  return view.now.phase === "film" || without(view).length > 0;
}

/** @param {View} view @returns {Routine|null} */
export function routineNow(view) {
  const scene = sceneNow(view);
  return (scene && view.routines[scene.routine]) || null;
}

/** @param {View} view @param {Routine} routine @returns {Scene[]} */
export function scenesOf(view, routine) {
  return routine.scenes.map((id) => view.scenes[id]).filter((scene) => scene !== undefined);
}

/**
 * The cards of a scene that are words (not the help), each risk point followed by what belongs to it.
 * @param {View} view @param {string} scene @param {boolean} [every] also those that are not on the screen @returns {{card: Card, under: boolean}[]}
 */
export function wordsOn(view, scene, every = false) {
  const there = every ? all(view.cards).filter((card) => !card.parked && !card.behind) : onBoard(view);
  const cards = there.filter((card) => card.scene === scene && !isHelp(card));
  const risks = new Set(cards.filter((card) => card.kind === "risk").map((card) => card.id));
  const loose = cards.filter((card) => !(card.risk && risks.has(card.risk)));
  loose.sort((a, b) => RANK.indexOf(a.kind) - RANK.indexOf(b.kind) || a.seq - b.seq);
  return loose.flatMap((card) => [
    { card, under: false },
    ...cards.filter((other) => other.risk === card.id).map((other) => ({ card: other, under: true })),
  ]);
}

/** @param {Card} card */
export function isHelp(card) {
  return card.kind === "help_step_in" || card.kind === "help_keep_watch";
}

/** Offers of help as the view has them. @param {View} view @param {string[]} offers @returns {Card[]} */
export function offered(view, offers) {
  return offers.map((id) => view.cards[id]).filter((card) => card !== undefined);
}

/** Who has a part in this agreement and has left. @param {View} view @param {import("./patch.js").Agreement} one @returns {Person[]} */
export function goneFrom(view, one) {
  return partsIn(one).flatMap((id) => {
    const who = person(view, id);
    return who?.state === "out" ? [who] : [];
  });
}

/** Who has a part in it: the doer, the back-ups in the order in which they are asked, who keeps an eye on it; each once. @param {import("./patch.js").Agreement} one @returns {string[]} */
export function partsIn({ who, backups, monitor }) {
  return [...new Set([who, ...backups, ...(monitor ? [monitor] : [])])];
}

/** @param {View} view @param {string|null|undefined} id @returns {Person|null} */
export function person(view, id) {
  return (id && view.people[id]) || null;
}

/** @param {View} view @returns {Person[]} */
export function admitted(view) {
  return Object.values(view.people).filter((one) => one.state === "admitted");
}

/** Those of them who are at the session of now. @param {View} view @returns {Person[]} */
export function here(view) {
  return admitted(view).filter((one) => one.here);
}

/** Who else speaks through this person's phone. @param {View} view @param {Person|null} who @returns {Person[]} */
export function sharers(view, who) {
  return Object.values(view.people).filter((one) => who?.phone && one.phone === who.phone && one.id !== who.id && one.state !== "out");
}

/** @param {View} view @returns {Person[]} */
export function waiting(view) {
  return Object.values(view.people).filter((one) => one.state === "waiting");
}

/** The scene `step` further in the same routine; null at its end. @param {View} view @param {number} step @returns {string|null} */
export function sceneFrom(view, step) {
  const scene = sceneNow(view);
  const scenes = routineNow(view)?.scenes ?? [];
  return (scene && scenes[scenes.indexOf(scene.id) + step]) || null;
}

/** The first scene of the routine `step` further, round and round. @param {View} view @param {number} step @returns {string|null} */
export function routineFrom(view, step) {
  const now = routineNow(view);
  if (!now || view.order.length < 2) return null;
  const at = (view.order.indexOf(now.id) + step + view.order.length) % view.order.length;
  return view.routines[view.order[at] ?? ""]?.scenes[0] ?? null;
}

/** @param {View} view @returns {Kind} */
export function questionAfter(view) {
  const at = view.questions.findIndex((question) => question === view.now.question);
  return view.questions[(at + 1) % view.questions.length] ?? "risk";
}

/** All looks back at a plan, by their days. @param {View} view @returns {Evaluation[]} */
export function looksBack(view) {
  return Object.values(view.evaluations ?? {}).sort((one, other) => one.on.localeCompare(other.on));
}

/** The evaluation of this moment: held and not ended, else the one that is planned. @param {View} view @returns {Evaluation|null} */
export function evaluationNow(view) {
  const every = looksBack(view);
  return every.find((one) => one.held && !one.ended) ?? every.find((one) => !one.ended) ?? every.at(-1) ?? null;
}

/** The card of the dry run that lies on the table. @param {View} view @returns {WhatIf|null} */
export function onTable(view) {
  return view.what_ifs[view.now.what_if ?? ""] ?? null;
}

/** Those that were walked through, the oldest first. @param {View} view @returns {WhatIf[]} */
export function walked(view) {
  return all(view.what_ifs).filter((one) => one.outcome);
}

/** Which version of the plan people work on: the one that is made or changed, else the one that stands. @param {View} view */
export function versionInHand(view) {
  const plan = planNow(view)?.version ?? 0;
  const last = Object.values(view.evaluations).filter((one) => one.decision).at(-1);
  return plan && !(last?.decision === "adjust" && last.version === plan) ? plan : plan + 1;
}

/** The newest plan. @param {View} view @returns {Plan|null} */
export function planNow(view) {
  return Object.values(view.plans ?? {}).sort((a, b) => b.version - a.version)[0] ?? null;
}
