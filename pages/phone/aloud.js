// Reading aloud. Promise: only with a voice on this device, so that no word leaves it; quiet when the question changes.

import { t } from "../film/words.js";
import { h } from "./dom.js";

const READ = "h1, .big, #text-hint, .manners li";

/**
 * @param {SpeechSynthesisVoice} voice
 * @param {() => void} onChange began or stopped
 */
export function openAloud(voice, onChange) {
  let reading = "";

  function stop() {
    if (!reading) return;
    reading = "";
    speechSynthesis.cancel();
  }

  addEventListener("pagehide", stop);

  return {
    stop,

    /**
     * Put the button beside the question, in what is about to be shown.
     * @param {DocumentFragment} wanted
     */
    beside(wanted) {
      const question = wanted.querySelector("#now:not([hidden]) h1");
      if (reading && (!question || wordsOf(wanted) !== reading)) stop();
      if (!question) return;
      const sign = h("img", { src: "/face/pictograms/ear.svg", alt: "", width: 32, height: 32 });
      const button = h("button", { type: "button", class: "aloud", "data-do": "aloud", "aria-pressed": String(Boolean(reading)) }, sign, h("span", {}, reading ? t("Stop") : t("Lees voor")));
      const row = h("div", { class: "ask" });
      question.replaceWith(row);
      row.append(question, button);
    },

    toggle() {
      if (reading) return stop();
      speechSynthesis.cancel();
      reading = wordsOf(document);
      const speech = new SpeechSynthesisUtterance(reading);
      Object.assign(speech, { voice, lang: voice.lang, rate: 0.9 });
      const spoken = reading;
      speech.onend = speech.onerror = () => {
        if (reading === spoken) reading = "";
        onChange();
      };
      speechSynthesis.speak(speech);
    },
  };
}

/** @param {ParentNode} root */
function wordsOf(root) {
  return [...root.querySelectorAll(`#now :is(${READ})`)].map((part) => part.textContent?.trim()).join("\n");
}
