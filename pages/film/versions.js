/** One version of the plan as it was when it was adopted: its film and its agreements. To look at; nothing can be changed. */

import { el } from "./dom.js";
import { filmStrip } from "./draw.js";
import { icon } from "./icons.js";
import { layOver } from "./overlay.js";
import { agreements } from "./papers.js";
import { whole } from "./seen.js";
import { dayWord } from "./terms.js";
import { t } from "./words.js";

/** @typedef {import("./seen.js").View} View */
/** @typedef {import("./film.js").Place} Place */

const AGREEMENTS = "agreements";

/** @param {Place} place @param {import("./seen.js").Plan} plan @param {() => void} onClosed */
export function openVersion(place, plan, onClosed) {
  const over = layOver(place, t("Plan, versie {n}", { n: plan.version }), onClosed);
  /** @type {View|null} */
  let then = null;
  let part = AGREEMENTS;
  let trouble = "";

  async function begin() {
    const answer = await fetch(`/api/view?conference=${encodeURIComponent(place.conference)}&at=${plan.seq}`, { credentials: "same-origin", cache: "no-store" }).catch(() => null);
    if (answer?.ok) then = whole(await answer.json());
    else trouble = t("De server is niet te bereiken. Probeer het straks nog eens.");
    draw();
    over.room.focus();
  }

  function draw() {
    const view = then;
    over.draw(
      el("header", {}, el("h2", {}, t("Plan, versie {n}", { n: plan.version })), el("p", { class: "told" }, t("Zoals het was op {day}", { day: dayWord(plan.adopted_on, place.lang) })), button("close", t("Sluiten"), "cross")),
      el("div", { class: "screen replay walked", "data-id": "replay" }, view ? body(view) : el("p", { class: "soft", role: "status" }, trouble)),
      el("footer", {}, view && [choice(AGREEMENTS, t("Afspraken")), ...view.order.map((id) => choice(id, view.routines[id]?.title ?? ""))]));
  }

  /** @param {View} view */
  function body(view) {
    const routine = view.routines[part];
    const shown = routine ? el("div", { class: "body film-body", "data-id": `film-${part}` }, filmStrip(view, routine, null)) : agreements(view);
    return el("div", { class: `stage phase-${routine ? "film" : AGREEMENTS}` }, shown);
  }

  /** @param {string} does @param {string} words @param {string} sign */
  function button(does, words, sign) {
    return el("button", { type: "button", class: "b quiet", "data-version": does, "data-id": `version-${does}`, "aria-label": words, title: words }, icon(sign));
  }

  /** @param {string} id @param {string} words */
  function choice(id, words) {
    return el("button", { type: "button", class: "b quiet", "data-version": "part", "data-about": id, "data-id": `part-${id}`, "aria-pressed": String(part === id) }, el("span", { dir: "auto" }, words));
  }

  over.room.addEventListener("click", ({ target }) => {
    const pressed = /** @type {Element} */ (target);
    if (pressed.closest("[data-do=page]")) return over.room.querySelector(".papers")?.scrollBy({ top: 0.8 * over.room.clientHeight });
    const chosen = pressed.closest("[data-version]");
    if (chosen?.getAttribute("data-version") === "close") return over.close();
    if (!chosen) return;
    part = chosen.getAttribute("data-about") ?? part;
    draw();
  });
  draw();
  begin();
}
