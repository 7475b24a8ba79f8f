// The plan in plain words: whom to call first, and moment by moment who does what. Loaded only once somebody opens it. Promise: it is the
// plan as this person may read it now: where something changes it is fetched anew.

import { t } from "../film/words.js";
import { h } from "./dom.js";

/** @typedef {import("./parts.js").Here} Here */
/** @typedef {{who: string, what: string, when: string, then: string, part: "does"|"steps_in"|"watches"|null, carried: boolean}} Deed */
/** @typedef {{title: string, time: string|null, picture: string, helpers: string[], deeds: Deed[]}} Moment */
/** @typedef {{version: number, adopted: string, days: {title: string, moments: Moment[]}[], besides: Deed[]}} Plan */

/** What draws the plan for who talks now; null when it cannot be reached. @param {Here} here @returns {Promise<(() => HTMLElement)|null>} */
export async function planFor({ me }) {
  const address = document.body.dataset.looking?.replace("/api/live", "/api/plan") ?? `/api/plan?person=${encodeURIComponent(me)}`;
  const answer = await fetch(address, { credentials: "same-origin" }).catch(() => null);
  if (!answer?.ok) return null;
  const plan = /** @type {Plan} */ (await answer.json());
  return () => drawn(plan);
}

/** @param {Plan} plan */
function drawn({ version, adopted, days, besides }) {
  return h(
    "section",
    { class: "week plan", "data-k": "words" },
    h("h2", {}, t("Het plan")),
    h("p", {}, t("Dit is versie {n}. Afgesproken op {day}.", { n: version, day: adopted })),
    h("ol", {}, h("li", {}, t("Is er nu gevaar? Bel 112.")), h("li", {}, t("Veilig Thuis 0800-2000 (gratis, dag en nacht)")), h("li", {}, t("Bel daarna iemand uit dit plan."))),
    h("p", { class: "hint" }, t("Deze telefoon stuurt geen hulp.")),
    days.flatMap(({ title, moments }) => [h("h3", { dir: "auto" }, title), ...moments.flatMap(moment)]),
    besides.length ? [h("h3", {}, t("Ook afgesproken")), h("ul", {}, besides.map(deed))] : null,
  );
}

/** @param {Moment} moment */
function moment({ title, time, helpers, deeds }) {
  return [
    h("h4", {}, time && `${time} `, h("bdi", {}, title)),
    helpers.length ? h("p", {}, t("Hier kan bijspringen:"), " ", h("bdi", {}, helpers.join(", "))) : null,
    deeds.length ? h("ul", {}, deeds.map(deed)) : null,
    deeds.length || helpers.length ? null : h("p", {}, t("Nog niemand helpt hier")),
  ];
}

/** @param {Deed} deed */
function deed({ who, what, when, then, part, carried }) {
  return h(
    "li",
    {},
    h("b", {}, h("bdi", {}, who), ": ", h("bdi", {}, what)),
    " ",
    h("span", { dir: "auto" }, when),
    carried ? null : h("span", {}, " ", t("Let op: {name} kan dit niet doen.", { name: who })),
    then ? h("span", {}, " ", t("Lukt het niet? Dan:"), " ", h("bdi", {}, then)) : null,
    part ? h("em", {}, " ", { does: t("Jij doet dit"), steps_in: t("Jij springt bij als het niet lukt"), watches: t("Jij kijkt of het gebeurt") }[part]) : null,
  );
}
