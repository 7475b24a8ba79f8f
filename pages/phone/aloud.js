// Reading aloud. Promise: only with a voice on this device, so that no word leaves it; quiet when what is read changes.

import { t } from "../film/words.js";
import { h } from "./dom.js";

/** What can be read: the part, the heading that gets the button, and which words. */
const PARTS = [
  { part: "#now:not([hidden])", heading: "h1", read: "h1, .big, #text-hint, .manners li" },
  { part: "#mine:not([hidden]) .week:not(.plan)", heading: "h2", read: "h2, h3, li, p" },
  { part: "#mine:not([hidden]) .plan", heading: "h2", read: "h2, h3, h4, li, p" },
];

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
     * Put a button beside each heading of what can be read, in what is about to be shown.
     * @param {DocumentFragment} wanted
     */
    beside(wanted) {
      const there = PARTS.map((one) => ({ heading: wanted.querySelector(`${one.part} ${one.heading}`), words: wordsOf(wanted, one) }));
      if (!there.some(({ words }) => words === reading)) stop();
      for (const [place, { heading, words }] of there.entries()) {
        if (!heading) continue;
        const reads = Boolean(reading) && words === reading;
        const sign = h("img", { src: "/face/pictograms/ear.svg", alt: "", width: 32, height: 32 });
        const button = h("button", { type: "button", class: "aloud", "data-do": "aloud", "data-place": String(place), "aria-pressed": String(reads) }, sign, h("span", {}, reads ? t("Stop") : t("Lees voor")));
        const row = h("div", { class: "ask" });
        heading.replaceWith(row);
        row.append(heading, button);
      }
    },

    /** @param {string} [place] of the part, as its button knows it */
    toggle(place = "0") {
      const words = wordsOf(document, PARTS[Number(place)]);
      if (reading === words) return stop();
      speechSynthesis.cancel();
      reading = words;
      const speech = new SpeechSynthesisUtterance(reading);
      Object.assign(speech, { voice, lang: voice.lang, rate: 0.9 });
      speech.onend = speech.onerror = () => {
        if (reading === words) reading = "";
        onChange();
      };
      speechSynthesis.speak(speech);
    },
  };
}

/** @param {ParentNode} root @param {typeof PARTS[number]} where */
function wordsOf(root, { part, read }) {
  return [...root.querySelectorAll(`${part} :is(${read})`)].map((one) => one.textContent?.trim()).join("\n");
}
