// Kijk-als: a facilitator sees somebody's page. Promise: nothing on it can be changed or sent; the parts of the page can be walked, and the plan in plain words opened.

/** From here on this page is only looked at. */
export function onlyLook() {
  for (const change of ["click", "submit", "beforeinput", "change"]) addEventListener(change, stop, true);
}

/** @param {Event} event */
function stop(event) {
  const at = event.target instanceof Element ? event.target : null;
  if (event.type === "click" && at?.closest("nav, summary, [data-do=plan]")) return;
  event.preventDefault();
  event.stopImmediatePropagation();
}
