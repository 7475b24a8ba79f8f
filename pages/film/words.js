// The words of every face: Dutch in, the reader's language out. Promise: an unknown sentence stays Dutch, never empty.

/** @type {Record<string, string>} */
let words = readPage();

/**
 * The sentence in the reader's language, `{name}` filled in from `facts`.
 * @param {string} msgid the Dutch sentence, always written out in the call
 * @param {Record<string, string|number>} [facts]
 * @returns {string}
 */
export function t(msgid, facts = {}) {
  const sentence = words[msgid] || msgid;
  return sentence.replace(/\{(\w+)\}/g, (whole, name) => (name in facts ? String(facts[name]) : whole));
}

/**
 * Read from another catalogue from now on (the film gets its own from the page around it).
 * @param {Record<string, string>} catalogue from the Dutch sentence to the other
 */
export function useWords(catalogue) {
  words = catalogue ?? {};
}

/** Names of people who are asked in this order. @param {string[]} names */
export function oneAfterAnother(names) {
  return names.length ? names.reduce((first, then) => t("{first}, daarna {then}", { first, then })) : "";
}

/** How far an agreement came: plainly what happened, never a score. @param {import("./patch.js").Proof} proof */
export function proofWords({ rung, worked }) {
  if (!rung) return t("Nog niet geoefend");
  if (rung === "practised") return t("Geoefend");
  const times = worked === 1 ? t("Gelukt in het echt: één keer") : t("Gelukt in het echt: {n} keer", { n: worked });
  return rung === "worked" ? times : t("{times}, ook toen het moeilijk was", { times });
}

/** @returns {Record<string, string>} */
function readPage() {
  const text = document.getElementById("words")?.textContent;
  return text ? JSON.parse(text) : {};
}
