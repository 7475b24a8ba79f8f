/** The desk's papers: each to open, who may read it beside it, and a copy that opens with a password alone. Pure drawing. */

import { el } from "./dom.js";
import { field } from "./controls.js";
import { nameOf } from "./draw.js";
import { admitted, planNow } from "./seen.js";
import { t } from "./words.js";

/** @typedef {import("./seen.js").View} View */
/** @typedef {{words: string, address: string, locks: boolean}} Paper what it is called, where it is, whether a password can go on it */

/** Of the newest plan; nothing as long as there is none. @param {View} view @param {string} conference */
export function handouts(view, conference) {
  const plan = planNow(view);
  if (!plan) return null;
  const at = `conference=${encodeURIComponent(conference)}&version=${plan.version}`;
  const shared = forAll(at);
  const own = forEach(view, at);
  return el("section", { class: "handouts", "data-id": "handouts" },
    el("h3", {}, t("Papieren")),
    part(t("Voor iedereen in de kamer. Wat niet iedereen mag lezen, staat er niet op."), shared),
    part(t("Elk blad is alleen voor wie erop staat. Geef het zelf aan die persoon."), own),
    locked([...shared, ...own].filter((paper) => paper.locks)));
}

/** @param {string} at @returns {Paper[]} */
function forAll(at) {
  return [
    { words: t("Het plan"), address: `/export/plan.pdf?${at}`, locks: true },
    { words: t("De bodemeisen"), address: `/export/lines.pdf?${at}`, locks: true },
    { words: t("De dagen, voor kinderen"), address: `/export/child.pdf?${at}`, locks: true },
    { words: t("Het plan als Word-bestand"), address: `/export/plan.docx?${at}`, locks: false },
    { words: t("Het plan als tabel"), address: `/export/plan.xlsx?${at}`, locks: false },
  ];
}

/** @param {View} view @param {string} at @returns {Paper[]} */
function forEach(view, at) {
  return [
    { words: t("Voor iedereen één blad, in één keer"), address: `/export/pages.pdf?${at}`, locks: false },
    ...admitted(view).flatMap((who) => [
      { words: t("Afspraken van {name}", { name: nameOf(who) }), address: `/export/mine.pdf?${at}&as=${who.id}`, locks: true },
      ...(who.role === "child" ? [{ words: t("Film voor {name}", { name: nameOf(who) }), address: `/export/child.pdf?${at}&as=${who.id}`, locks: true }] : []),
    ]),
  ];
}

/** @param {string} readers @param {Paper[]} papers */
function part(readers, papers) {
  return el("div", {}, el("p", { class: "soft" }, readers),
    el("ul", {}, papers.map(({ words, address }) => el("li", { "data-id": `paper-${address}` }, el("a", { href: address, target: "_blank", dir: "auto" }, words)))));
}

/** The password is seen while it is typed: nobody can find it again. @param {Paper[]} papers */
function locked(papers) {
  return el("details", { class: "who-yes", "data-id": "lock" }, el("summary", {}, el("span", {}, t("Met een wachtwoord erop"))),
    el("form", { class: "lock", method: "post", action: papers[0]?.address, target: "_blank", "data-lock": true },
      field(t("Wachtwoord van 12 tekens of meer"),
        el("input", { name: "password", required: true, minlength: 12, maxlength: 100, pattern: "[ -~]*", autocomplete: "off", autocapitalize: "none", spellcheck: "false", dir: "ltr" }),
        t("Neem bijvoorbeeld drie woorden. Wij bewaren het wachtwoord niet. Wie het vergeet, kan het papier niet meer openen.")),
      el("p", {}, t("Welk papier krijgt dit wachtwoord?")),
      el("p", { class: "in-do" }, papers.map(({ words, address }) => el("button", { type: "submit", class: "b plain", formaction: address, "data-id": `lock-${address}` }, el("span", { dir: "auto" }, words))))));
}
