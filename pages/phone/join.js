// Coming in. Promise: a token from a QR is out of the address bar, and so out of the history, before it is used; nothing unsent of
// whoever had this tab before is left, unless they are in still.

import { readyToLeave } from "./leave.js";

readyToLeave();

const form = document.getElementById("join");
if (form instanceof HTMLFormElement) {
  if (!("stays" in form.dataset)) sessionStorage.clear();
  if ("ended" in form.dataset) readUnsent(form);
  takeToken(form);
  addEventListener("hashchange", () => takeToken(form));
  document.getElementById("code")?.addEventListener("input", tidyCode);
}

/** With a new link one comes back as who one was; by the code somebody else may, and finds no words here. @param {HTMLFormElement} join */
async function readUnsent(join) {
  join.addEventListener("submit", () => join.elements.namedItem("link") ?? sessionStorage.clear());
  const place = document.getElementById("unsent");
  if (place) (await import("./unsent.js")).showUnsent(place);
}

/**
 * The QR's token becomes a hidden field; the page then asks for the name only, and with an own link for nothing.
 * @param {HTMLFormElement} join
 */
function takeToken(join) {
  const [, own, token] = location.hash.match(/^#(l=)?(.{16,})$/) ?? [];
  if (!token) return;
  history.replaceState(null, "", location.pathname);
  for (const before of join.querySelectorAll("[name=token], [name=link]")) before.remove();
  const field = document.createElement("input");
  field.type = "hidden";
  field.name = own ? "link" : "token";
  field.value = token;
  document.getElementById("by-code")?.remove();
  document.getElementById("refused")?.remove(); // that was about the one before
  document.getElementById(own ? "by-link" : "by-token")?.removeAttribute("hidden");
  join.append(field);
  if (own) document.getElementById("by-name")?.remove();
  const name = join.elements.namedItem("name");
  if (name instanceof HTMLInputElement) name.focus();
}

/**
 * Shown 4-4, in capitals, while somebody types at the end of it; the server forgives the rest.
 * @param {Event} event
 */
function tidyCode({ target }) {
  if (!(target instanceof HTMLInputElement) || target.selectionStart !== target.value.length) return;
  const signs = target.value.toUpperCase().replace(/[^A-Z0-9]/g, "");
  target.value = signs.length > 4 ? `${signs.slice(0, 4)}-${signs.slice(4)}` : signs;
}
