// The safety scale on the phone. Promise: until all are shown together, one sees only the own number.

import { t } from "../film/words.js";
import { h } from "./dom.js";
import { nameOf, sentState, state } from "./parts.js";

/** @typedef {import("./parts.js").Page} Page */
/** @typedef {import("../film/patch.js").Scale} Scale */

/** @param {Page} page @returns {Node[]} */
export function scaleRound(page) {
  const id = page.view.now?.scale;
  const scale = id ? page.view.scales?.[id] : null;
  if (!scale) return [];
  return scale.shown ? [shownScale(page, scale)] : [askScale(page, scale)];
}

/** @param {Page} page @param {Scale} scale */
function askScale({ view, me, sent }, scale) {
  const under = sent.filter(({ body }) => body.verb === "set_scale").at(-1);
  const own = under ? Number(under.body.value) : scale.values[me];
  return h(
    "form",
    { class: "form", method: "post", action: "/api/do", "data-form": "scale", "data-k": "scale" },
    h(view.now?.phase === "scale" ? "h1" : "h2", {}, view.me.role === "child" ? t("Hoe veilig voelt het nu voor jou?") : t("Hoe veilig is het nu voor de kinderen?")),
    h("p", { class: "hint" }, t("Nu ziet niemand jouw cijfer. Straks laten we alle cijfers samen zien.")),
    h(
      "div",
      { class: "scale", role: "group", "aria-label": t("Jouw cijfer") },
      Array.from({ length: 11 }, (_, value) =>
        h("button", { type: "submit", name: "value", value, "aria-pressed": String(own === value), "data-k": `v${value}` }, value),
      ),
    ),
    h("div", { class: "ends" }, h("p", {}, h("b", {}, "0"), " ", t("het is heel onveilig. Er moet nu iets gebeuren.")), h("p", {}, h("b", {}, "10"), " ", t("het is zo goed dat er geen extra hulp nodig is."))),
    under ? sentState(under) : own === undefined ? null : state("kept", t("Bewaard: jij gaf een {n}.", { n: own }), "is-kept"),
    own === undefined ? null : h("p", { class: "hint" }, t("Je kunt het nog veranderen.")),
  );
}

/** @param {Page} page @param {Scale} scale */
function shownScale({ view, me }, scale) {
  const given = Object.entries(scale.values);
  const rows = Array.from({ length: 11 }, (_, index) => 10 - index);
  return h(
    "div",
    { "data-k": "shown" },
    h(view.now?.phase === "scale" ? "h1" : "h2", {}, t("Onze cijfers")),
    h(
      "ol",
      { class: "dots" },
      rows.map((value) => {
        const people = given.filter(([, number]) => number === value).map(([id]) => id);
        return h(
          "li",
          { "data-k": `d${value}`, class: people.includes(me) ? "own" : null },
          h("b", {}, value),
          h("span", { class: "dot-row", "aria-hidden": "true" }, people.map((id) => h("i", { class: id === me ? "dot own" : "dot" }))),
          h("span", { class: "names" }, people.map((id, place) => [place ? ", " : "", h("bdi", {}, id === me ? t("jij") : nameOf(view, id))]).flat()),
        );
      }),
    ),
    h("p", { class: "hint" }, t("Geen enkel cijfer is fout. Praat met elkaar over de verschillen.")),
  );
}

/** A scale that is asked for stands before the rest; one that was shown already, after it. @param {Page} page @param {(Node|null)[]} rest */
export function asksFirst(page, rest) {
  const shown = page.view.scales?.[page.view.now?.scale ?? ""]?.shown;
  return shown ? [...rest, ...scaleRound(page)] : [...scaleRound(page), ...rest];
}
