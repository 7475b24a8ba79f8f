/** What is still to do at a scene, for everybody in the room to read: in words, and without any person in it. Pure drawing. */

import { el } from "./dom.js";
import { icon } from "./icons.js";
import { t } from "./words.js";

/** What is said of so many risk points of a scene. @type {Record<string, (n: number) => string>} */
const SAYS = {
  nobody: (n) => (n === 1 ? t("Bij 1 ding dat mis kan gaan is er nog niemand") : t("Bij {n} dingen die mis kunnen gaan is er nog niemand", { n })),
  no_safeguard: (n) => (n === 1 ? t("Bij 1 ding staat nog niet hoe we het voorkomen") : t("Bij {n} dingen staat nog niet hoe we ze voorkomen", { n })),
  not_agreed: (n) => (n === 1 ? t("Bij 1 ding is er hulp, maar nog geen afspraak") : t("Bij {n} dingen is er hulp, maar nog geen afspraak", { n })),
  not_talked_through: () => t("Nog niet besproken"),
};

/** That there is something to do here; where the scene is large, what. @param {import("./seen.js").Scene} scene */
export function todoForAll({ todo }) {
  const kinds = Object.keys(SAYS).filter((what) => todo[what]);
  if (!kinds.length) return null;
  return el("div", { class: "for-all" },
    el("p", { class: "for-all-count" }, icon("todo"), el("span", {}, t("nog {n} te doen", { n: kinds.length }))),
    el("ul", {}, kinds.map((what) => el("li", { "data-id": `for-all-${what}` }, icon("todo"), el("span", {}, SAYS[what]?.(todo[what] ?? 0) ?? "")))));
}
