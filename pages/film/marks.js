/** How much is still to do at a scene, where that scene stands at the desk, with the way there in one tap. Pure drawing. */

import { el } from "./dom.js";
import { unseenText } from "./draw.js";
import { isKnown } from "./findings.js";
import { icon } from "./icons.js";
import { t } from "./words.js";

/** @typedef {import("./advice.js").Advice} Advice */
/** @typedef {import("./seen.js").Scene} Scene */

/** The findings about one scene. @param {Advice} advice @param {string} scene */
export function findingsAt(advice, scene) {
  return advice.findings.filter((one) => isKnown(one) && one.scenes.includes(scene));
}

/** At the desk: how much is still to do here, what weighs most apart; it leads there. @param {Advice|null} advice @param {Scene} scene @param {string} where of several marks for one scene, which */
export function todoMark(advice, scene, where) {
  const found = advice ? findingsAt(advice, scene.id) : [];
  if (!found.length) return null;
  const first = found.filter(({ weight }) => weight === "must_look_at").length;
  return el("button", { type: "button", class: "todo-mark", "data-own-do": "todo_at", "data-about": scene.id, "data-id": `todo-mark-${where}-${scene.id}` },
    unseenText(t("Nog te doen bij {scene}:", { scene: scene.title ?? "" })),
    first > 0 && el("span", { class: "mark-first" }, icon("flag"), t("{n} eerst", { n: first })),
    found.length > first && el("span", { class: "mark-also" }, icon("todo"), first > 0 ? t("{n} ook", { n: found.length - first }) : t("{n} te doen", { n: found.length })));
}
