// The safety scale on the phone, loaded when it is asked. Promise: until all are shown together, one sees only the own number.

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
function askScale({ view, me, sent, sentences }, scale) {
  const under = sent.filter(({ body }) => body.verb === "set_scale").at(-1);
  const own = under ? Number(under.body.value) : scale.values[me];
  const child = view.me.role === "child";
  const ways = [faces(scale, sentences.faces, own), numbers(own)];
  const [first, other] = child ? ways : ways.reverse();
  return h(
    "form",
    { class: "form", method: "post", action: "/api/do", "data-form": "scale", "data-k": "scale" },
    h(view.now?.phase === "scale" ? "h1" : "h2", {}, child ? t("Hoe veilig voelt het nu voor jou?") : t("Hoe veilig is het nu voor de kinderen?")),
    h("p", { class: "hint" }, t("Nu ziet niemand wat jij kiest. Straks laten we alles samen zien."), " ", whoSees(scale)),
    first,
    under ? sentState(under) : own === undefined ? null : state("kept", kept(own, child ? sentences.faces[scale.faces.indexOf(own)]?.[1] : ""), "is-kept"),
    own === undefined ? null : h("p", { class: "hint" }, t("Je kunt het nog veranderen.")),
    h("details", { class: "fold inner", "data-k": "other-way" }, h("summary", {}, child ? t("Liever een cijfer") : t("Liever gezichten")), other),
  );
}

/** Said before one chooses. @param {Scale} scale */
function whoSees(scale) {
  return scale.named ? t("Iedereen ziet dan jouw naam erbij.") : t("Alleen de procesbegeleider ziet dan jouw naam erbij.");
}

/** @param {number} [own] */
function numbers(own) {
  return h(
    "div",
    { "data-k": "numbers" },
    h(
      "div",
      { class: "scale", role: "group", "aria-label": t("Jouw cijfer") },
      Array.from({ length: 11 }, (_, value) => h("button", { type: "submit", name: "value", value, "aria-pressed": String(own === value), "data-k": `v${value}` }, value)),
    ),
    h("div", { class: "ends" }, h("p", {}, h("b", {}, "0:"), " ", t("het is heel onveilig. Er moet nu iets gebeuren.")), h("p", {}, h("b", {}, "10:"), " ", t("het is zo goed dat er geen extra hulp nodig is."))),
  );
}

/** A child's own version: a drawing and words for each of the scale's five faces. @param {Scale} scale @param {[string, string][]} drawn @param {number} [own] */
function faces(scale, drawn, own) {
  return h(
    "div",
    { class: "scale faces", role: "group", "aria-label": t("Hoe voelt het?"), "data-k": "faces" },
    scale.faces.map((value, place) =>
      h(
        "button",
        { type: "submit", name: "value", value, "aria-pressed": String(own === value), "data-k": `f${value}` },
        h("img", { src: `/face/pictograms/${drawn[place]?.[0]}.svg`, alt: "", width: 56, height: 56 }),
        h("span", {}, drawn[place]?.[1]),
      ),
    ),
  );
}

/** @param {number} own @param {string} [words] those of a child's face */
function kept(own, words) {
  return words ? t("Bewaard: jij koos “{words}”.", { words }) : t("Bewaard: jij gaf een {n}.", { n: own });
}

/** @param {Page} page @param {Scale} scale */
function shownScale({ view, me, sentences }, scale) {
  /** A child finds the own faces back beside their numbers. @param {number} value */
  const faceOf = (value) => (view.me.role === "child" ? sentences.faces[scale.faces.indexOf(value)]?.[0] : undefined);
  const rows = Array.from({ length: 11 }, (_, index) => 10 - index);
  const own = scale.values[me];
  return h(
    "div",
    { "data-k": "shown" },
    h(view.now?.phase === "scale" ? "h1" : "h2", {}, t("Onze cijfers")),
    h("ol", { class: view.me.role === "child" ? "dots faced" : "dots" }, rows.map((value) => row(view, me, scale, value, faceOf(value)))),
    h("p", { class: "hint" }, t("Geen enkel cijfer is fout. Praat met elkaar over de verschillen.")),
    ...(own === undefined ? [] : before(view, me, scale)),
  );
}

/** @param {Page["view"]} view @param {string} me @param {Scale} scale @param {number} value @param {string} [face] */
function row(view, me, scale, value, face) {
  const known = Object.entries(scale.values).filter(([, number]) => number === value).map(([id]) => id);
  const own = known.includes(me);
  const count = scale.dots.filter((dot) => dot === value).length;
  const names = known.map((id, place) => [place ? ", " : "", h("bdi", {}, id === me ? t("jij") : nameOf(view, id))]).flat();
  return h(
    "li",
    { "data-k": `d${value}`, class: own ? "own" : null },
    h("b", {}, value, face ? h("img", { src: `/face/pictograms/${face}.svg`, alt: "", width: 28, height: 28 }) : null),
    h("span", { class: "dot-row", "aria-hidden": "true" }, Array.from({ length: count }, (_, place) => h("i", { class: own && !place ? "dot own" : "dot" }))),
    h("span", { class: "names" }, names, known.length < count ? h("span", { class: "sr" }, ` ${count}×`) : null),
  );
}

/** What one chose oneself, the times before. @param {Page["view"]} view @param {string} me @param {Scale} now */
function before(view, me, now) {
  const earlier = Object.values(view.scales ?? {}).filter((one) => one.shown && one.seq < now.seq && one.values[me] !== undefined);
  if (!earlier.length) return [];
  return [
    h("p", { class: "label" }, t("Wat jij eerder koos")),
    h("ul", { class: "hint" }, earlier.sort((one, other) => other.seq - one.seq).map((one) => h("li", {}, t("Bijeenkomst {n}: een {value}", { n: one.session, value: one.values[me] ?? 0 })))),
  ];
}
