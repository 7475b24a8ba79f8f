// What one takes home of the newest plan, to open or to lock with a password. Pure. Promise: a password is in no address and no draft.

import { t } from "../film/words.js";
import { h } from "./dom.js";
import { myAgreements, newestPlan } from "./parts.js";

/** @typedef {import("./parts.js").Page} Page */

/** The papers of whoever talks now; nothing as long as there is no plan. @param {Page} page */
export function papers(page) {
  const forms = formsOf(page);
  if (!forms.length) return null;
  return h(
    "div",
    { class: "card papers", "data-k": "papers" },
    h("h2", {}, t("Papieren")),
    forms.map(([words, address]) => h("a", { class: "button quiet", href: address, "data-k": address }, words)),
    h("p", { class: "hint" }, t("Let op: wat je opent, kan op je telefoon blijven staan.")),
    locked(forms),
  );
}

/** Each with where it is. @param {Page} page @returns {[string, string][]} */
function formsOf(page) {
  const { view, me } = page;
  const newest = newestPlan(view);
  if (!newest) return [];
  /** @type {(form: string) => string} */
  const at = (form) => `/export/${form}?version=${newest.version}&person=${me}`;
  return [
    [t("Open het plan"), at("plan.pdf")],
    ...(myAgreements(page).length ? [/** @type {[string, string]} */ ([t("Open mijn afspraken op papier"), at("mine.pdf")])] : []),
    ...(view.me.role === "child" ? [/** @type {[string, string]} */ ([t("Open mijn dagen met plaatjes"), at("child.pdf")])] : []),
  ];
}

/** The password is seen while it is typed: nobody can find it again. @param {[string, string][]} forms */
function locked(forms) {
  return h(
    "details",
    { class: "fold", "data-k": "lock" },
    h("summary", {}, t("Met een wachtwoord erop")),
    h(
      "form",
      { class: "form", method: "post", action: forms[0]?.[1], "data-lock": true },
      h(
        "label",
        {},
        t("Wachtwoord van 12 tekens of meer"),
        h("input", { name: "password", required: true, minlength: 12, maxlength: 100, pattern: "[ -~]*", autocomplete: "off", autocapitalize: "none", spellcheck: "false", dir: "ltr" }),
      ),
      h("p", { class: "hint" }, t("Neem bijvoorbeeld drie woorden. Wij bewaren het wachtwoord niet. Wie het vergeet, kan het papier niet meer openen.")),
      h("p", { class: "label" }, t("Welk papier krijgt dit wachtwoord?")),
      forms.map(([words, address]) => h("button", { type: "submit", class: "button quiet", formaction: address, "data-k": address }, words)),
    ),
  );
}
