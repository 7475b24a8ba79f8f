// Where on the page somebody is: a part of it, or looking round elsewhere in the meeting. Promise: "back" goes to the group's question
// first, and only then out.

/**
 * @typedef {{phase: string, scene: string|null}} Visit elsewhere than where the group is
 * @typedef {{tab: string, visit: Visit|null}} Place
 */

/** @type {Place} */
const START = { tab: "now", visit: null };
const PARTS = ["mine", "film"];

/**
 * Every place but the group's question is one step in the browser's history, never more than one.
 * @param {(place: Place) => void} onChange
 */
export function openPlaces(onChange) {
  let goingBack = false;
  /** @type {Place|null} */
  let next = null;

  addEventListener("popstate", () => {
    goingBack = false;
    if (next) return go(next);
    onChange(history.state?.place ?? START);
  });

  /** @param {Place} place */
  function go(place) {
    onChange(place);
    next = goingBack ? place : null;
    if (goingBack) return;
    const away = Boolean(history.state?.place);
    if (place.tab !== "now" || place.visit) {
      history[away ? "replaceState" : "pushState"]({ place }, "", address(place.tab));
    } else if (away) {
      goingBack = true;
      history.back();
    }
  }

  if (history.state?.place) onChange(history.state.place);
  else arrive(go);
  return { go };
}

/** An address that leads to a part of the page: the question stands before it. @param {(place: Place) => void} go */
function arrive(go) {
  const tab = location.hash.slice(1);
  if (!PARTS.includes(tab)) return;
  history.replaceState(null, "", address("now"));
  go({ tab, visit: null });
}

/** @param {string} tab */
function address(tab) {
  return location.pathname + location.search + (tab === "now" ? "" : `#${tab}`);
}

/** The view as it is asked about elsewhere. @param {import("../film/patch.js").View} view @param {Visit} visit */
export function lookingRound(view, { phase, scene }) {
  const { now, ask } = view;
  if (!now || !ask) return view;
  const kind = scene ? ask.around.scenes[scene] : ask.around.phases[phase];
  return { ...view, now: { ...now, phase, scene }, ask: { ...ask, scene, kind: kind ?? null } };
}
