// A weekly reminder by mail, where the house sends any. Promise: the address goes to the server and is shown nowhere again.

import { NotKept, send } from "../film/send.js";
import { t } from "../film/words.js";
import { h } from "./dom.js";
import { state } from "./parts.js";

/** @typedef {import("./parts.js").Here} Here */

let whose = "";
/** @type {{offered: boolean, on: boolean}|null} */
let known = null;
let busy = false;
let trouble = "";
let redraw = () => {};

/** Ask whether it is offered and on, once for each person who looks here. @param {Here} here @param {() => void} draw */
export async function mailFor(here, draw) {
  redraw = draw;
  if (document.body.dataset.looking || (whose === here.me && known)) return;
  const me = here.me;
  Object.assign(here, { mail: () => part(here) });
  whose = me;
  known = null;
  trouble = "";
  busy = false;
  const answer = await fetch(`/api/mail?person=${encodeURIComponent(me)}`, { credentials: "same-origin", cache: "no-store" }).catch(() => null);
  if (!answer?.ok || whose !== me) return;
  known = await answer.json();
  redraw();
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || form.dataset.mail === undefined) return;
  event.preventDefault();
  turn(form.dataset.mail === "on", String(new FormData(form).get("address") ?? ""));
});

/** @param {boolean} on @param {string} address */
async function turn(on, address) {
  if (busy) return;
  const me = whose;
  busy = true;
  trouble = "";
  redraw();
  try {
    const answer = /** @type {any} */ (await send("/api/mail", { person: me, on, ...(on ? { address } : {}) }));
    if (whose === me) known = { offered: answer.offered, on: answer.on };
  } catch (error) {
    if (!(error instanceof NotKept)) throw error;
    if (whose === me) trouble = error.message && error.status ? error.message : t("Dat lukt nu niet. Dat komt door de verbinding.");
  } finally {
    if (whose === me) busy = false;
    redraw();
  }
}

/** @param {Here} here */
function part({ me }) {
  if (!known?.offered || whose !== me) return null;
  return h(
    "section",
    { class: "card", "data-k": "mail" },
    h("h3", {}, t("Krijg elke week een mail")),
    known.on ? state("kept", t("Je krijgt elke week een mail."), "is-kept") : null,
    h("p", { class: "hint" }, t("In de mail staat alleen: kijk even in je agenda, of open je eigen link. Er staan geen namen in. Wie jouw mail kan lezen, ziet dat je een herinnering krijgt. Je kunt het altijd uitzetten.")),
    known.on
      ? h("form", { "data-mail": "off", "data-k": "off" }, h("button", { type: "submit", class: "link", disabled: busy }, t("Zet uit")))
      : h(
          "form",
          { class: "form", "data-mail": "on", "data-k": "on" },
          h("label", { for: "mail-address" }, t("Jouw mailadres")),
          h("input", { id: "mail-address", name: "address", type: "email", autocomplete: "email", dir: "ltr", required: true, maxlength: 254 }),
          h("button", { type: "submit", class: "button quiet", disabled: busy }, t("Zet aan")),
        ),
    trouble ? h("p", { class: "refused", role: "alert" }, trouble) : null,
  );
}
