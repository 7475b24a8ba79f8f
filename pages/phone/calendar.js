// The own calendar's address, for a calendar that follows the plan. Promise: the address is shown once, and kept nowhere on this phone.

import { copyText } from "../film/copy.js";
import { NotKept, send } from "../film/send.js";
import { t } from "../film/words.js";
import { h } from "./dom.js";
import { newestPlan, state } from "./parts.js";

/** @typedef {import("./parts.js").Here} Here */

/** Whose it is, whether it is on (null: not known yet), the address while it is shown, whether something is under way, and what was refused. */
let whose = "";
/** @type {boolean|null} */
let on = null;
let address = "";
let copied = false;
let busy = false;
let trouble = "";
let redraw = () => {};

/** Ask whether it is on, once for each person who looks here. Nobody else is offered one: who looks through somebody's eyes sees none. @param {Here} here @param {() => void} draw */
export async function follow(here, draw) {
  redraw = draw;
  if (document.body.dataset.looking || (whose === here.me && on !== null)) return;
  const me = here.me;
  Object.assign(here, { follow: () => part(here) });
  forget(me);
  const answer = await fetch(`/api/links?person=${encodeURIComponent(me)}`, { credentials: "same-origin", cache: "no-store" }).catch(() => null);
  if (!answer?.ok || whose !== me) return;
  hear(await answer.json());
}

/** @param {string} me */
function forget(me) {
  whose = me;
  on = null;
  address = trouble = "";
  copied = busy = false;
}

/** @param {{on: Record<string, Record<string, string|null>>}} answer */
function hear(answer) {
  on = "calendar" in (answer.on[whose] ?? {});
  redraw();
}

document.addEventListener("click", ({ target }) => {
  const pressed = target instanceof Element ? target.closest("[data-calendar]") : null;
  if (!(pressed instanceof HTMLElement)) return;
  if (pressed.dataset.calendar === "copy") copy();
  else turn(pressed.dataset.calendar !== "off", pressed.dataset.calendar === "ring");
});

/** @param {boolean} wanted @param {boolean} remind */
async function turn(wanted, remind) {
  if (busy) return;
  const me = whose;
  busy = true;
  trouble = address = "";
  copied = false;
  redraw();
  try {
    const answer = /** @type {any} */ (await send("/api/links", { person: me, purpose: "calendar", on: wanted, remind }));
    if (whose !== me) return;
    address = answer.address ?? "";
    hear(answer);
  } catch (error) {
    if (!(error instanceof NotKept)) throw error;
    if (whose === me) trouble = error.message && error.status ? error.message : t("Dat lukt nu niet. Dat komt door de verbinding.");
  } finally {
    if (whose === me) busy = false;
    redraw();
  }
}

async function copy() {
  await copyText(address, document.querySelector(".address"));
  copied = true;
  redraw();
}

/** @param {Here} here */
function part({ view, me }) {
  if (on === null || whose !== me) return null;
  return h(
    "div",
    { class: "follow", "data-k": "follow" },
    h("h3", {}, t("Laat je agenda meelopen")),
    ...(on ? isOn() : isOff()),
    newestPlan(view) ? null : h("p", { class: "hint" }, t("Er is nog geen plan. Tot dan blijft deze agenda leeg.")),
    trouble ? h("p", { class: "refused", role: "alert" }, trouble) : null,
  );
}

function isOff() {
  return [
    h("p", {}, t("Je krijgt een eigen adres. Verandert het plan, dan verandert je agenda mee.")),
    h("p", { class: "hint" }, whoReads()),
    button("on", t("Zet aan"), "button quiet"),
    button("ring", t("Met een melding een half uur ervoor"), "link"),
  ];
}

function isOn() {
  return [
    ...(address ? shown() : [state("kept", t("Je agenda loopt mee."), "is-kept"), h("p", { class: "hint" }, whoReads())]),
    address ? null : h("p", { class: "hint" }, t("Ben je het adres kwijt? Maak een nieuw adres. Het oude werkt dan niet meer.")),
    address ? null : button("on", t("Maak een nieuw adres"), "button quiet"),
    button("off", t("Zet uit"), "link"),
  ];
}

/** The one time that the address stands here. */
function shown() {
  return [
    h("p", {}, t("Dit is je adres. Je ziet het nu één keer.")),
    h("p", { class: "address", dir: "ltr", translate: "no" }, address),
    button("copy", copied ? t("Gekopieerd") : t("Kopieer het adres"), "button quiet"),
    h("a", { class: "link", href: address.replace(/^https?:/, "webcal:"), rel: "noreferrer" }, t("Open in mijn agenda")),
    h("p", { class: "hint" }, whoReads()),
  ];
}

function whoReads() {
  return t("Wie dit adres heeft, kan deze agenda lezen. Er staat alleen het woord Afspraak, met de tijd. Je kunt het altijd uitzetten.");
}

/** @param {string} does @param {string} words @param {string} look */
function button(does, words, look) {
  return h("button", { type: "button", class: look, "data-calendar": does, "data-k": does, disabled: busy }, words);
}
