/**
 * The "what if" cards of the library, in the reader's language. Promise: until they are here, and for a card that the library has
 * no more, the words of the view stand.
 */

/** @typedef {{id: string, title: string, question: string, dutch: string, by_chance: boolean}} Idea */

/** @type {Map<string, Idea>} */
const ideas = new Map();
let asked = false;

/** Ask for them, once. @param {string} lang @param {() => void} then what is done when they are here */
export async function askIdeas(lang, then) {
  if (asked) return;
  asked = true;
  const answer = await fetch(`/api/shelf?lang=${encodeURIComponent(lang)}`, { credentials: "same-origin" }).catch(() => null);
  if (!answer?.ok) return void (asked = false);
  const { what_ifs } = /** @type {{what_ifs: Idea[]}} */ (await answer.json());
  for (const idea of what_ifs) ideas.set(idea.id, idea);
  then();
}

/** All that there are, by title. @returns {Idea[]} */
export function allIdeas() {
  return [...ideas.values()];
}

/** What a drawn card says. @param {{idea: string, title: string|null, question: string|null}} one @returns {{title: string|null, question: string|null}} */
export function inWords(one) {
  return ideas.get(one.idea) ?? one;
}

/** What a card is called, by its Dutch title. @param {string} dutch */
export function dutchInWords(dutch) {
  return allIdeas().find((idea) => idea.dutch === dutch)?.title ?? dutch;
}
