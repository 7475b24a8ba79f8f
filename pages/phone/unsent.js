// What somebody typed here and did not send, once their link is ended. Promise: it is read back on this screen, and only here.

/** @typedef {{text: string}} Draft */

/** @param {HTMLElement} place its heading stands there already */
export function showUnsent(place) {
  const texts = [...new Set([...unsent(), ...[...place.querySelectorAll(".said")].map((said) => said.textContent ?? "")])].filter((text) => text.trim());
  for (const said of place.querySelectorAll(".said")) said.remove();
  for (const text of texts) {
    const said = document.createElement("p");
    said.className = "said";
    said.dir = "auto";
    said.textContent = text;
    place.append(said);
  }
  place.hidden = !texts.length;
}

/** What was being written, what was put aside, what stood in other boxes, and what was on its way. */
function unsent() {
  /** @type {{now: Draft, aside: Draft[], boxes: Record<string, string>}[]} */
  const shelves = Object.values(JSON.parse(sessionStorage.getItem("draaiboek.drafts") ?? "{}"));
  /** @type {{body: {text?: unknown}}[]} */
  const sent = JSON.parse(sessionStorage.getItem("draaiboek.outbox") ?? "[]");
  const written = shelves.flatMap(({ now, aside, boxes }) => [...[...aside, now].map(({ text }) => text), ...Object.values(boxes)]);
  return [...written, ...sent.map(({ body }) => String(body.text ?? ""))];
}
