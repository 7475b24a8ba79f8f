// A picture for a scene, chosen by whoever it is about. Loaded only once somebody opens it. Promise: it proposes; the facilitator puts it there.

import { t } from "../film/words.js";
import { h } from "./dom.js";
import { picture } from "./parts.js";

/** @typedef {import("./parts.js").Page} Page */
/** @typedef {{id: string, label: string, group: string}} Drawing */

const GROUPS = ["scene", "neutral"];

/** What there is to choose from, named in the reader's language; null when it cannot be reached now. @returns {Promise<Drawing[]|null>} */
export async function fromShelf() {
  const answer = await fetch("/api/shelf", { credentials: "same-origin" }).catch(() => null);
  if (!answer?.ok) return null;
  const { pictures } = /** @type {{pictures: Drawing[]}} */ (await answer.json());
  return pictures.filter(({ group }) => GROUPS.includes(group));
}

/** @param {import("./parts.js").Scene} scene @param {Drawing[]|null} drawings */
export function picker(scene, drawings) {
  if (!drawings) return h("p", { class: "refused", role: "alert", "data-k": "no-pictures" }, t("De plaatjes zijn nu niet te bereiken. Probeer het zo nog eens."));
  return h("div", { class: "picks", "data-k": "picks", role: "group", "aria-label": t("Welk plaatje past bij: {scene}?", { scene: scene.title ?? "" }) },
    drawings.map(({ id, label }) =>
      h("button", { type: "button", "data-k": id, "data-do": "propose", "data-scene": scene.id, "data-picture": id, "aria-pressed": String(id === scene.picture) }, picture(id, 48), h("span", {}, label))));
}
