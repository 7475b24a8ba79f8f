/** What lies over the whole desk, in the browser's top layer. Promise: Tab stays within it, Escape closes it, nothing under it is led. */

import { become, el } from "./dom.js";
import { fit } from "./draw.js";

/** @typedef {import("./film.js").Place} Place */

/** @param {Place} place @param {string} label @param {() => void} onClosed @param {string} [look] the class by which its own style knows it */
export function layOver(place, label, onClosed, look = "") {
  const room = frameOf([]);
  const sizes = new ResizeObserver(() => fit(room));

  function close() {
    sizes.disconnect();
    room.remove();
    onClosed();
  }

  /** @param {import("./dom.js").Child[]} inside */
  function frameOf(inside) {
    return el("section", { class: `whole history ${look}`, popover: "manual", role: "dialog", "aria-modal": "true", "aria-label": label, tabindex: "-1", lang: place.lang, dir: place.shell.dir }, inside);
  }

  room.addEventListener("keydown", (event) => {
    if (event.key === "Tab") keepInside(event, room);
    if (event.key !== "Escape") return;
    event.preventDefault();
    close();
  });
  sizes.observe(room);
  place.shell.after(room);
  room.showPopover();

  return {
    room,
    close,
    /** @param {...import("./dom.js").Child} inside */
    draw(...inside) {
      become(room, frameOf(inside));
      fit(room);
    },
  };
}

/** Tab goes round within it. @param {KeyboardEvent} event @param {HTMLElement} room */
function keepInside(event, room) {
  const reach = /** @type {HTMLElement[]} */ ([...room.querySelectorAll("button:not(:disabled), input")]);
  const now = event.composedPath()[0];
  const edge = event.shiftKey ? reach[0] : reach.at(-1);
  if (now !== edge && now !== room) return;
  event.preventDefault();
  (event.shiftKey ? reach.at(-1) : reach[0])?.focus();
}
