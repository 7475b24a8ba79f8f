/** Who would not read what is being typed, said right under it. Promise: the server says who; nothing is asked where nothing is guarded, and nothing is kept. */

import { nameOf } from "./draw.js";
import { person } from "./seen.js";
import { t } from "./words.js";

/** @typedef {import("./seen.js").View} View */
/** @typedef {HTMLInputElement|HTMLTextAreaElement} Box */

/** Milliseconds without a keystroke, after which somebody is thought to have written what they mean. */
const PAUSE = 400;

/** @param {HTMLElement} stage @param {string} conference @param {() => View|null} seen */
export function withholding(stage, conference, seen) {
  /** By field what was asked last. @type {WeakMap<Box, string>} */
  const asked = new WeakMap();
  /** @type {Map<Box, ReturnType<typeof setTimeout>>} */
  const pauses = new Map();

  /** @param {HTMLElement} place @param {string} guards */
  function ask(place, guards) {
    const box = /** @type {Box|null} */ (place.querySelector("input, textarea"));
    const line = place.querySelector(".kept-from");
    if (!box || !line) return;
    const words = guards && box.value.trim();
    const question = words && `${guards}\n${words}`;
    if ((asked.get(box) ?? "") === question) return;
    asked.set(box, question);
    clearTimeout(pauses.get(box));
    if (!question) return void (line.textContent = "");
    pauses.set(box, setTimeout(async () => {
      pauses.delete(box);
      const readers = await withheldFrom(conference, words);
      if (readers && asked.get(box) === question) line.textContent = sentence(seen(), readers, place.dataset.reader);
    }, PAUSE));
  }

  function mind() {
    const guards = Object.values(seen()?.restrictions ?? {}).filter((one) => one.kind === "guarded").map((one) => one.id).join(" ");
    for (const place of stage.querySelectorAll(".read-field")) ask(/** @type {HTMLElement} */ (place), guards);
  }

  stage.addEventListener("input", mind);
  return { mind, stop: () => pauses.forEach(clearTimeout) };
}

/** What one reader alone is to read is no news to others. @param {View|null} view @param {string[]} readers @param {string} [reader] */
function sentence(view, readers, reader) {
  const names = readers.filter((id) => !reader || id === reader).map((id) => nameOf(view ? person(view, id) : null)).join(", ");
  if (!names) return "";
  return reader ? t("Dit leest {names} niet.", { names }) : t("Dit leest {names} niet. Het staat ook niet op het scherm.", { names });
}

/** Null where the server cannot be reached, or says nothing of it. @param {string} conference @param {string} text @returns {Promise<string[]|null>} */
async function withheldFrom(conference, text) {
  try {
    const answer = await fetch("/api/withheld", { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ conference, text }), credentials: "same-origin", cache: "no-store" });
    return answer.ok ? (await answer.json()).withheld_from : null;
  } catch (error) {
    if (error instanceof TypeError || error instanceof SyntaxError) return null;
    throw error;
  }
}
