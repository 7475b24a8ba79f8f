/** Pictures that people chose on their phones, for the desk: each with its scene, what stands there now, and one tap to put it there. Pure drawing. */

import { el } from "./dom.js";
import { step } from "./controls.js";
import { framed, nameOf } from "./draw.js";
import { icon } from "./icons.js";
import { all, person } from "./seen.js";
import { t } from "./words.js";

/** @param {import("./seen.js").View} view */
export function proposed(view) {
  const asked = all(view.proposals);
  if (!asked.length) return null;
  return el("section", { class: "proposed", "data-id": "proposed" },
    el("h2", {}, icon("edit"), el("span", {}, asked.length === 1 ? t("1 plaatje voorgesteld") : t("{n} plaatjes voorgesteld", { n: asked.length }))),
    el("ul", {}, asked.map((one, at) => el("li", { "data-id": `proposed-${one.id}` },
      framed(view.scenes[one.scene]?.picture ?? null, "was"), icon("next"), framed(one.picture, "wanted"),
      el("p", {}, el("b", { dir: "auto" }, view.scenes[one.scene]?.title ?? t("gewist")), el("small", { dir: "auto" }, t("van {name}", { name: nameOf(person(view, one.person)) }))),
      el("div", { class: "in-do" },
        step(t("Zet dit plaatje"), "put_picture", { proposal: one.id }, { look: "strong", id: `put-${one.id}`, key: at === 0 ? "Shift+P" : undefined }),
        step(t("Laat zo"), "leave_picture", { proposal: one.id }, { look: "quiet", id: `leave-${one.id}`, key: at === 0 ? "Shift+X" : undefined }))))));
}
