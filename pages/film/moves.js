/** Where things of the film can go, and the one step that each move is: the same for a drag, a menu and tap-then-tap. Pure. */

import { orFallback, nameOf } from "./draw.js";
import { person, scenesOf } from "./seen.js";
import { t } from "./words.js";

/** @typedef {import("./seen.js").View} View */
/** @typedef {{verb: string, fields: Record<string, unknown>}} Step */
/** @typedef {{words: string, step: Step}} Move */

/**
 * The step that puts `what` at `where`; null when that is no move. Things are `person:`, `offer:`, `card:` and `scene:`, places
 * `scene:`, `offer:` (before that offer), `risk:`, `last:` (of a scene's helpers) and `end:` (of a routine), each with its id.
 * @param {View} view @param {string} what @param {string} where @returns {Step|null}
 */
export function moveOf(view, what, where) {
  const [kind = "", id = ""] = what.split(":");
  switch (kind) {
    case "person": return where.startsWith("scene:") ? personTo(id, sceneAt(view, where)) : null;
    case "offer": return offerTo(view, id, where);
    case "card": return cardTo(view, id, where);
    case "scene": return sceneTo(view, id, where);
    default: return null;
  }
}

/** What a menu beside a drag offers: each place by its name. @param {View} view @param {string} what @returns {Move[]} */
export function movesOf(view, what) {
  const [kind = "", id = ""] = what.split(":");
  const places = kind === "scene" ? placesOfScene(view, id) : kind === "offer" ? [...placesInOrder(view, id), ...scenePlaces(view)] : scenePlaces(view);
  return places.flatMap(({ where, words }) => {
    const step = moveOf(view, what, where);
    return step ? [{ words, step }] : [];
  });
}

/** What it is called while it moves. @param {View} view @param {string} what */
export function titleOf(view, what) {
  const [kind = "", id = ""] = what.split(":");
  if (kind === "person") return nameOf(person(view, id));
  if (kind === "scene") return view.scenes[id]?.title ?? "";
  const card = view.cards[id];
  if (kind === "offer") return nameOf(person(view, card?.author));
  return card ? orFallback(card) : "";
}

/** @param {string} id @param {string|null} scene @returns {Step|null} */
function personTo(id, scene) {
  return scene ? { verb: "note_help", fields: { person: id, scene } } : null;
}

/** @param {View} view @param {string} id @param {string} where @returns {Step|null} */
function offerTo(view, id, where) {
  const card = view.cards[id];
  const scene = sceneAt(view, where);
  if (!card || !scene) return null;
  const [spot, before = ""] = where.split(":");
  if (scene !== card.scene) return spot === "scene" ? { verb: "move_card", fields: { card: id, scene } } : null;
  const row = view.scenes[scene]?.[card.kind === "help_step_in" ? "helpers" : "watchers"] ?? [];
  if (!["offer", "last"].includes(spot ?? "") || before === id) return null;
  const cards = placed(row, id, before);
  return cards.join() === row.join() ? null : { verb: "order_helpers", fields: { scene, cards } };
}

/** @param {View} view @param {string} id @param {string} where @returns {Step|null} */
function cardTo(view, id, where) {
  const card = view.cards[id];
  const scene = sceneAt(view, where);
  if (!card || !scene) return null;
  const [spot, at = null] = where.split(":");
  if (spot === "offer" || (spot === "risk" && (card.kind === "risk" || at === id))) return null;
  const risk = spot === "risk" ? at : null;
  return scene === card.scene && risk === card.risk ? null : { verb: "move_card", fields: { card: id, scene, risk } };
}

/** @param {View} view @param {string} id @param {string} where @returns {Step|null} */
function sceneTo(view, id, where) {
  const scene = view.scenes[id];
  const [spot, at = ""] = where.split(":");
  if (!scene || at === id) return null;
  if (spot === "end") return stepOfRow(view, id, at, null);
  const target = view.scenes[sceneAt(view, where) ?? ""];
  if (!target || target.id === id) return null;
  const row = view.routines[target.routine]?.scenes ?? [];
  const from = row.indexOf(id);
  const to = row.indexOf(target.id);
  return stepOfRow(view, id, target.routine, from >= 0 && from < to ? (row[to + 1] ?? null) : target.id);
}

/** @param {View} view @param {string} scene @param {string} routine @param {string|null} before @returns {Step|null} */
function stepOfRow(view, scene, routine, before) {
  const row = view.routines[routine]?.scenes ?? [];
  return placed(row, scene, before).join() === row.join() ? null : { verb: "move_scene", fields: { scene, routine, before } };
}

/** @param {string[]} row @param {string} one @param {string|null} before */
function placed(row, one, before) {
  const rest = row.filter((other) => other !== one);
  const at = before === null ? -1 : rest.indexOf(before);
  return at < 0 ? [...rest, one] : [...rest.slice(0, at), one, ...rest.slice(at)];
}

/** The scene that a place is at. @param {View} view @param {string} where @returns {string|null} */
function sceneAt(view, where) {
  const [spot, id = ""] = where.split(":");
  if (spot === "scene" || spot === "last") return view.scenes[id] ? id : null;
  return view.cards[id]?.scene ?? null;
}

/** @param {View} view */
function scenePlaces(view) {
  return view.order.flatMap((id) => {
    const routine = view.routines[id];
    const several = view.order.length > 1;
    return routine ? scenesOf(view, routine).map((scene) => ({ where: `scene:${scene.id}`, words: named(scene, several ? routine.title : "") })) : [];
  });
}

/** @param {View} view @param {string} id */
function placesInOrder(view, id) {
  const card = view.cards[id];
  const scene = view.scenes[card?.scene ?? ""];
  const row = (card?.kind === "help_step_in" ? scene?.helpers : scene?.watchers) ?? [];
  return [{ where: `offer:${row.find((other) => other !== id) ?? ""}`, words: t("Als eerste vragen") }, { where: `last:${scene?.id}`, words: t("Als laatste vragen") }]
    .filter(({ where }) => where.endsWith(scene?.id ?? "") || row.indexOf(id) > 0);
}

/** @param {View} view @param {string} id */
function placesOfScene(view, id) {
  const own = view.routines[view.scenes[id]?.routine ?? ""];
  if (!own) return [];
  const at = own.scenes.indexOf(id);
  const others = scenesOf(view, own).filter((scene) => scene.id !== id);
  return [
    ...others.map((scene) => ({ where: `scene:${scene.id}`, words: own.scenes.indexOf(scene.id) < at ? t("Voor {scene}", { scene: scene.title }) : t("Na {scene}", { scene: scene.title }) })),
    ...view.order.filter((one) => one !== own.id).map((one) => ({ where: `end:${one}`, words: t("Naar de film {title}", { title: view.routines[one]?.title ?? "" }) })),
  ];
}

/** @param {import("./seen.js").Scene} scene @param {string} routine */
function named(scene, routine) {
  return [routine && `${routine}:`, scene.time, scene.title].filter(Boolean).join(" ");
}
