// What stood in the page before its script was there. Promise: words typed or refused in a plain form are not lost to the script.

import { blank } from "./drafts.js";

/** @typedef {import("../film/patch.js").Kind} Kind */
/** @typedef {import("../film/patch.js").Audience} Audience */

/**
 * Go on with them. On a slow line somebody types for seconds in the server's own form, or sends it.
 * @param {ReturnType<typeof import("./drafts.js").openDrafts>} drafts
 * @param {{me: string, moment: string}} where
 * @returns {string|null} the sentence of a refusal that is about no draft
 */
export function takeOver(drafts, { me, moment }) {
  const refused = document.querySelector("#now > .refused")?.textContent ?? null;
  for (const box of document.querySelectorAll("textarea[data-box]")) {
    if (box instanceof HTMLTextAreaElement && box.value.trim()) drafts.keep(me, box.dataset.box ?? "", box.value);
  }
  const form = document.querySelector("form[data-form=say]");
  const said = form instanceof HTMLFormElement ? new FormData(form) : new FormData();
  const text = String(said.get("text") ?? "");
  if (!text.trim() || drafts.has(me, text)) return refused;
  drafts.takeUp(
    me,
    blank({
      text,
      kind: /** @type {Kind} */ (said.get("kind")),
      scene: /** @type {string|null} */ (said.get("scene")),
      risk: String(said.get("risk") ?? "") || null,
      audience: /** @type {Audience} */ (said.get("audience")),
      hidden_from: said.getAll("hidden_from").map(String),
      moment,
      refused,
    }),
  );
  return null;
}
