// What stands round the question: who talks, the three pages, whether there is a connection. Promise: no word of anybody else.

import { t } from "../film/words.js";
import { h, morph } from "./dom.js";
import { toAnswer } from "./parts.js";

/** @typedef {import("./parts.js").Page} Page */

/** @param {Page} page */
export function drawWho({ view, me }) {
  const who = document.getElementById("who");
  if (!who) return;
  const own = Object.values(view.people).filter((person) => person.mine && person.state !== "out");
  const mine = h("bdi", {}, view.people[me]?.name ?? "");
  const wanted = h("div");
  if (own.length < 2) wanted.append(h("strong", { class: "me", dir: "auto" }, mine));
  else {
    const list = own.map(({ id, name }) =>
      h("li", { "data-k": id }, h("a", { href: `/m?person=${id}`, "data-do": "talk", "data-person": id, "aria-current": id === me ? "true" : null }, h("bdi", {}, name))),
    );
    wanted.append(h("details", { class: "talkers" }, h("summary", {}, h("span", { class: "label" }, t("Wie praat er nu?")), " ", mine), h("ul", {}, list)));
  }
  morph(who, wanted);
}

/** @param {Page} page */
export function drawTabs(page) {
  const nav = document.getElementById("tabs") ?? document.getElementById("main")?.insertAdjacentElement("afterend", h("nav", { id: "tabs" }));
  if (!nav) return;
  const waits = page.view.me.state === "waiting";
  nav.className = "tabs";
  nav.setAttribute("aria-label", t("Op deze pagina"));
  nav.toggleAttribute("hidden", waits);
  const wanted = h("nav", {}, [
    tabLink(page, "now", t("Nu")),
    tabLink(page, "mine", t("Van mij"), waits ? 0 : toAnswer(page)),
    tabLink(page, "film", t("De film")),
  ]);
  morph(nav, wanted);
}

/** @param {Page} page @param {string} id @param {string} name @param {number} [waiting] */
function tabLink({ tab }, id, name, waiting = 0) {
  const badge = waiting ? h("span", { class: "badge" }, waiting, h("span", { class: "sr" }, " ", t("wacht op jouw antwoord"))) : null;
  return h("a", { href: `#${id}`, "data-k": id, "data-do": "tab", "data-tab": id, "aria-current": tab === id ? "page" : null }, h("span", {}, name), badge);
}

/** @param {boolean} lost */
export function drawLink(lost) {
  const bar = document.querySelector(".bar");
  document.getElementById("link")?.remove();
  if (!lost || !bar) return;
  bar.insertAdjacentElement("afterend", h("p", { id: "link", class: "link-lost", role: "status" }, t("Geen verbinding. We blijven proberen. Wat je schrijft, blijft hier staan.")));
}

/** For those who hear the page. @param {string} words */
export function tell(words) {
  const heard = document.getElementById("heard");
  if (heard) heard.textContent = words;
}
