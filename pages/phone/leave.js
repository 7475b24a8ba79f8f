// Snel weg. Promise: gone at once, also without wifi; nothing unsent stays, and "back" finds the form to join.

const ONE_EVENING = 16 * 3600;
const TABS = "draaiboek";

/**
 * From now on the button leaves, in this tab and in every other tab of ours. Without this script it is a form that does the same.
 * @param {() => void} [forget] what else to forget first
 */
export function readyToLeave(forget = () => {}) {
  const tabs = "BroadcastChannel" in window ? new BroadcastChannel(TABS) : null;
  /** @param {string} neutral */
  const leave = (neutral) => {
    forget();
    sessionStorage.clear();
    document.body.replaceChildren();
    addEventListener("pageshow", () => location.replace(neutral)); // "back" may find this page as it was left: empty
    location.replace(neutral);
  };
  tabs?.addEventListener("message", ({ data }) => leave(data));
  document.addEventListener("submit", (event) => {
    const neutral = event.target instanceof HTMLFormElement && event.target.dataset.leave;
    if (!neutral) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    tellServer();
    tabs?.postMessage(neutral);
    leave(neutral);
  });
}

/** The server takes the cookie away. In case it is not reached now, a mark tells it so at the next visit. */
function tellServer() {
  const secure = location.protocol === "https:" ? "; secure" : "";
  document.cookie = `draaiboek_away=1; path=/; max-age=${ONE_EVENING}; samesite=lax${secure}`;
  navigator.sendBeacon("/m/weg", new URLSearchParams({ to: "away" }));
}
