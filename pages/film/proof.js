/** How far an agreement came: agreed, practised, worked in real life, worked when it was hard. A shape and words; never a score. */

import { el } from "./dom.js";
import { nameOf } from "./draw.js";
import { icon } from "./icons.js";
import { inWords } from "./ideas.js";
import { partsIn, person } from "./seen.js";
import { monthDay, orErased, proofWord } from "./terms.js";
import { proofWords, t } from "./words.js";

/** @typedef {import("./seen.js").View} View */
/** @typedef {import("./seen.js").Agreement} Agreement */

/** @type {import("./patch.js").Rung[]} */
const RUNGS = ["practised", "worked", "under_stress"];

const GONE = { idea: "", title: null, question: null };

/** @param {Agreement} one */
export function proofMark({ id, proof }) {
  return el("span", { class: "proof", "data-id": `proof-${id}` }, icon(proof.rung ?? "agreed"), el("span", {}, proofWords(proof)));
}

/** At the desk: how far it came, and a step further with one tap; who told so stands beside it. @param {View} view @param {Agreement} one @param {string} lang */
export function proofNotes(view, one, lang) {
  return el("details", { class: "proof-notes", "data-id": `proofs-${one.id}` }, el("summary", {}, proofMark(one)),
    one.proof.noted.length > 0 && el("ul", {}, one.proof.noted.map(({ proof, on, told_by, what_if }) => el("li", {}, `${proofWord(proof)} · ${monthDay(on, lang)}`, what_if && el("span", { dir: "auto" }, ` · ${orErased(inWords(view.what_ifs[what_if] ?? GONE).title)}`), told_by && el("span", { dir: "auto" }, " · ", t("verteld door {name}", { name: nameOf(person(view, told_by)) }))))),
    el("form", { "data-form": "proof", "data-about": one.id, "data-id": `proof-form-${one.id}` },
      el("label", { class: "field" }, el("span", { class: "label" }, t("Wie vertelt het?")), el("select", { name: "told_by" }, el("option", { value: "" }, t("Weet ik niet")),
        partsIn(one).map((id) => el("option", { value: id, selected: id === one.monitor }, nameOf(person(view, id)))))),
      el("div", { class: "in-do" }, RUNGS.map((rung) => el("button", { type: "submit", name: "proof", value: rung, class: "b plain", "data-id": `note-${rung}-${one.id}` }, icon(rung), el("span", {}, proofWord(rung)))))));
}
