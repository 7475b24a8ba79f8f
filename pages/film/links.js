/** A person's own links, at the desk: which work, a way in that is made and shown once, and off. Promise: an address stands here only while it is looked at. */

import { own } from "./controls.js";
import { copyText } from "./copy.js";
import { el } from "./dom.js";
import { nameOf } from "./draw.js";
import { icon } from "./icons.js";
import { NotKept, send } from "./send.js";
import { monthDay } from "./terms.js";
import { t } from "./words.js";

/** @typedef {import("./seen.js").Person} Person */
/** By purpose the last day on which a link works; null: as long as it is not switched off. @typedef {Record<string, string|null>} OnUntil */

/**
 * @param {import("./film.js").Place} place @param {HTMLElement} stage @param {() => void} draw
 */
export function linksOf(place, stage, draw) {
  /** Whose links are looked at. @type {string|null} */
  let whose = null;
  /** @type {Record<string, OnUntil>|null} */
  let on = null;
  /** The way in that was made just now. @type {{address: string, qr: string}|null} */
  let made = null;
  let copied = false;
  let trouble = "";

  /** @param {string|null} person */
  async function look(person) {
    whose = person === whose ? null : person;
    on = made = null;
    copied = false;
    trouble = "";
    draw();
    if (whose) await ask(fetch(`/api/links?conference=${encodeURIComponent(place.conference)}`, { credentials: "same-origin", cache: "no-store" }).then((answer) => (answer.ok ? answer.json() : Promise.reject(new NotKept("")))));
  }

  /** @param {Record<string, unknown>} fields */
  async function turn(fields) {
    made = null;
    copied = false;
    await ask(send("/api/links", { conference: place.conference, person: whose, ...fields }));
    const next = stage.querySelector(made ? '[data-own-do="link_copy"]' : '[data-own-do="link_make"]');
    if (next instanceof HTMLElement) next.focus();
  }

  /** @param {Promise<any>} asked */
  async function ask(asked) {
    const who = whose;
    try {
      const answer = await asked;
      if (who !== whose) return;
      on = answer.on;
      made = answer.address ? answer : null;
      trouble = "";
    } catch (error) {
      if (who === whose) trouble = (error instanceof NotKept && error.message) || t("Dat lukt nu niet. Dat komt door de verbinding.");
    }
    draw();
  }

  /** @type {Record<string, (about: string|null) => Promise<void>>} */
  const does = {
    links: look,
    link_make: () => turn({ purpose: "door", on: true }),
    link_off: (purpose) => turn({ on: false, ...(purpose ? { purpose } : {}) }),
    async link_copy() {
      await copyText(made?.address ?? "", stage.querySelector(".own-link .address"));
      copied = true;
      draw();
    },
  };

  return {
    does,
    /** The button, and what it opens. @param {Person} who */
    button: (who) => own(t("Eigen link"), "links", who.id, { look: "quiet", pressed: whose === who.id, id: `links-${who.id}`, label: t("Eigen link voor {name}", { name: nameOf(who) }) }),
    /** @param {Person} who */
    part(who) {
      if (whose !== who.id) return null;
      const has = on?.[who.id] ?? {};
      return el("div", { class: "own-link", "data-id": `own-link-${who.id}` },
        made ? shown(who, made, copied) : on && wayIn(who, has, place.lang),
        !made && "calendar" in has && line(t("{name} heeft een agenda die meeloopt.", { name: nameOf(who) }), own(t("Zet uit"), "link_off", "calendar", { id: "link-off-calendar" })),
        !made && Object.keys(has).length > 1 && own(t("Zet alle links van {name} uit", { name: nameOf(who) }), "link_off", null, { id: "link-off-all" }),
        trouble && el("p", { class: "note", role: "alert" }, trouble));
    },
  };
}

/** @param {Person} who @param {OnUntil} has @param {string} lang */
function wayIn(who, has, lang) {
  const name = nameOf(who);
  if (!("door" in has)) return [
    el("p", {}, t("Met een eigen link komt {name} thuis op de eigen pagina, zonder code.", { name })),
    own(t("Maak een eigen link voor {name}", { name }), "link_make", null, { look: "strong", id: "link-make" })];
  return [
    line(t("{name} heeft een eigen link. Die werkt tot en met {day}.", { name, day: monthDay(has.door ?? "", lang) }), own(t("Zet uit"), "link_off", "door", { id: "link-off-door" })),
    line(t("Is de link kwijt? De oude werkt niet meer als je een nieuwe maakt."), own(t("Maak een nieuwe link"), "link_make", null, { id: "link-make" })),
    el("p", { class: "soft" }, t("In beide gevallen gaat de telefoon die met deze link binnenkwam er meteen uit."))];
}

/** The one time that it stands here. @param {Person} who @param {{address: string, qr: string}} made @param {boolean} copied */
function shown(who, { address, qr }, copied) {
  const name = nameOf(who);
  return [
    el("p", { class: "note" }, icon("lock"), el("span", {}, t("Dit is alleen voor {name}. Je ziet het nu één keer. Wie deze link heeft, komt binnen als {name}.", { name }))),
    el("div", { class: "own-way" },
      el("img", { class: "qr", src: qr, alt: t("QR-code voor {name}", { name }) }),
      el("p", { class: "address", dir: "ltr", translate: "no" }, address)),
    el("p", { class: "in-do" },
      own(copied ? t("Gekopieerd") : t("Kopieer het adres"), "link_copy", null, { id: "link-copy" }),
      own(t("Klaar"), "links", who.id, { look: "strong", id: "link-done" }))];
}

/** @param {string} words @param {HTMLElement} button */
function line(words, button) {
  return el("p", { class: "in-do" }, el("span", { dir: "auto" }, words), button);
}
