/** The small signs: each says by its shape, not by its colour, what it stands for. Drawn in the colour of the text round it. */

import { drawing } from "./dom.js";

/** @typedef {[string, Record<string, string|number>]} Part */

/** @param {string} d @returns {Part} */
const line = (d) => ["path", { d, fill: "none", stroke: "currentColor", "stroke-width": 2.2, "stroke-linecap": "round", "stroke-linejoin": "round" }];
/** @param {string} d @returns {Part} */
const shape = (d) => ["path", { d, fill: "currentColor" }];
/** @type {Record<string, Part[]>} */
const SIGNS = {
  check: [line("M5 12.500l4.500 4.500l9.500-10")],
  cross: [line("M6 6l12 12M18 6l-12 12")],
  next: [line("M5 12h14M13 6l6 6l-6 6")],
  previous: [line("M19 12h-14M11 6l-6 6l6 6")],
  up: [line("M12 19v-14M6 11l6-6l6 6")],
  play: [shape("M6 3.500l15 8.500l-15 8.500z")],
  stop: [shape("M5 5h14v14h-14z")],
  pause: [shape("M6 4h4v16h-4zM14 4h4v16h-4z")],
  undo: [line("M8 5l-5 5l5 5M3 10h11a6 6 0 0 1 0 12h-3")],
  redo: [line("M16 5l5 5l-5 5M21 10h-11a6 6 0 0 0 0 12h3")],
  screen: [line("M2.500 4h19v13h-19zM8 21h8M12 17v4")],
  nameless: [line("M12 4a4 4 0 1 1 0 8a4 4 0 0 1 0-8zM4 21c0-4 3.500-7 8-7s8 3 8 7M3 3l18 18")],
  lock: [line("M5 11h14v10h-14zM8 11v-3a4 4 0 0 1 8 0v3")],
  child: [line("M12 3a4 4 0 1 1 0 8a4 4 0 0 1 0-8zM6 21v-3a6 6 0 0 1 12 0v3")],
  grip: [shape("M8 4h3v3h-3zM14 4h3v3h-3zM8 10.500h3v3h-3zM14 10.500h3v3h-3zM8 17h3v3h-3zM14 17h3v3h-3z")],
  plus: [line("M12 5v14M5 12h14")],
  parking: [line("M8 21v-18h6a5 5 0 0 1 0 10h-6")],
  light: [line("M12 8a4.500 4.500 0 1 1 0 9a4.500 4.500 0 0 1 0-9zM12 2v2.500M3 12.500h2M19 12.500h2M5.500 6l1.500 1.500M18.500 6l-1.500 1.500")],
  eye: [line("M1.500 12c4-7.500 17-7.500 21 0c-4 7.500-17 7.500-21 0zM12 9a3 3 0 1 1 0 6a3 3 0 0 1 0-6z")],
  door: [line("M6 22v-20h12v20M3 22h18M14.500 12v.01")],
  keys: [line("M2 6h20v12h-20zM6 10v.01M10 10v.01M14 10v.01M18 10v.01M7 14h10")],
  away: [line("M2 2l20 20M8.500 16.500a5 5 0 0 1 7 0M5 12.500a10 10 0 0 1 5-2.700M19 12.500a10 10 0 0 0-3-2M2 8.500a15 15 0 0 1 4-2.500M22 8.500a15 15 0 0 0-11-3.500M12 20v.01")],
  clock: [line("M12 2.500a9.500 9.500 0 1 1 0 19a9.500 9.500 0 0 1 0-19zM12 7v5l3.500 2")],
  edit: [line("M4 20l1-5l11-11l4 4l-11 11z")],
  question: [line("M8.500 8.500a3.500 3.500 0 1 1 5.500 3c-1.500 1-2 1.500-2 3M12 18.500v.01")],
  todo: [line("M4 4h16v16h-16zM8 9h8M8 14h5")],
  week: [line("M3 5h18v16h-18zM3 10h18M8 2.500v5M16 2.500v5")],
  nearly: [shape("M12 3.500a8.500 8.500 0 0 0 0 17z"), line("M12 3.500a8.500 8.500 0 1 1 0 17a8.500 8.500 0 0 1 0-17z")],
  flag: [line("M5 22v-20h13l-3 5l3 5h-13")],
};

/**
 * A sign, hidden from screen readers: the words beside it say it.
 * @param {string} name one of the signs above, else a kind of card: those are drawn once, for the phone and the film alike
 * @returns {SVGElement}
 */
export function icon(name) {
  return drawing({ class: `icon icon-${name}` }, SIGNS[name] ?? [["use", { href: `/face/film/icons.svg#${name}` }]]);
}

/**
 * How much help there is, as two people: drawn full where somebody stands ready, dashed where nobody does.
 * @param {string} cover as a scene has it: where one risk point has less, that is drawn
 */
export function coverSign(cover) {
  const ready = cover === "enough" ? 2 : cover.startsWith("one") ? 1 : 0;
  return drawing({ class: "icon cover-sign", viewBox: "0 0 40 24" }, [...someone(11, ready > 0), ...someone(29, ready > 1)]);
}

/** @param {number} x @param {boolean} there @returns {[string, Record<string, string|number>][]} */
function someone(x, there) {
  const look = { fill: there ? "currentColor" : "none", stroke: "currentColor", "stroke-width": 1.8, ...(there ? {} : { "stroke-dasharray": "2.600 2.400" }) };
  return [["circle", { cx: x, cy: 7.5, r: 4.6, ...look }], ["path", { d: `M${x - 8} 22.500c0-5 3-8 8-8s8 3 8 8z`, ...look }]];
}
