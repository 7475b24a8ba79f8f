/** Who dropped off, for the desk: asked every so often, said as "even weg". Promise: never says who is writing. */

const EVERY = 10000;

/**
 * @param {string} conference @param {(away: string[]) => void} heard when it is otherwise than before
 * @returns {() => void} stops asking
 */
export function watchPresence(conference, heard) {
  let last = "";
  const url = `/api/presence?conference=${encodeURIComponent(conference)}`;
  async function ask() {
    if (document.hidden) return;
    try {
      const answer = await fetch(url, { credentials: "same-origin", cache: "no-store" });
      if (!answer.ok) return;
      const { away } = await answer.json();
      if (String(away) !== last) heard(away);
      last = String(away);
    } catch {
      return; // the server is away: the desk says so already
    }
  }
  const timer = setInterval(ask, EVERY);
  ask();
  return () => clearInterval(timer);
}
