/** How what is typed under "Wanneer?" is understood, said right under it. Promise: it says what the server would keep, and keeps nothing. */

import { t } from "./words.js";

/** Milliseconds without a keystroke, after which somebody is thought to have written what they mean. */
const PAUSE = 400;

/** @param {HTMLElement} stage @param {string} lang */
export function understanding(stage, lang) {
  /** What is being asked, or was said last. @type {string|null} */
  let asked = null;
  /** @type {ReturnType<typeof setTimeout>|undefined} */
  let pause;

  /** @param {string} words @param {string} sentence */
  function say(words, sentence) {
    const line = stage.querySelector(".agree .understood");
    if (line && asked === words) line.textContent = sentence;
  }

  function mind() {
    const box = /** @type {HTMLInputElement|null} */ (stage.querySelector(".agree input[name=when]"));
    const words = box ? box.value.trim() : null;
    if (words === asked) return;
    asked = words;
    clearTimeout(pause);
    if (words) pause = setTimeout(async () => say(words, await sentenceFor(words, lang)), PAUSE);
    else if (words === "") say("", "");
  }

  stage.addEventListener("input", mind);
  return { mind, stop: () => clearTimeout(pause) };
}

/** Nothing where the server cannot be reached: nobody is told that it is not understood. @param {string} words @param {string} lang */
async function sentenceFor(words, lang) {
  try {
    const answer = await fetch(`/api/when?lang=${lang}`, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ text: words }), credentials: "same-origin", cache: "no-store" });
    if (!answer.ok) return "";
    const { understood: said, timed } = await answer.json();
    if (!said) return t("Dit staat niet in de agenda. Schrijf een dag en een tijd, zoals: elke schooldag om 8.15 uur.");
    return timed ? t("Zo begrijpen we het: {said}.", { said }) : t("Zo begrijpen we het: {said}. Er staat geen tijd bij.", { said });
  } catch (error) {
    if (error instanceof TypeError || error instanceof SyntaxError) return "";
    throw error;
  }
}
