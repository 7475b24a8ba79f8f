/** Three circles round a family, with the people in them. Promise: who is put in another circle, by hand or by key, is told once. */

import { mindDragging } from "../film/drag.js";

/** @typedef {{id: string, name: string, relation: string, circle: string, own: boolean, carries: boolean}} Somebody */
/**
 * @typedef {{people: Somebody[], circles: [string, string][], chosen: string|null, may: boolean, lang: string,
 *   words: {family: string, how: string, professional: string, carries: string, placed: string, nobody: string}}} Net
 */
/** @typedef {{data: Net, parentElement: ShadowRoot, setTriggerValue: (name: string, value: unknown) => void}} Component */

/** So many people a circle has room for, the nearest first; with more they stand in bands. */
const ROOM = [8, 10, 14];
/** Part of a circle's turn that is left to its name, on either side of the top. */
const TOP = 0.12;
/** How far each circle is turned, so that two people beside each other in two circles don't lie on one line. */
const ASIDE = [0, 0.06, -0.06];
const NEARER = new Set(["ArrowUp", "ArrowLeft"]);
const FARTHER = new Set(["ArrowDown", "ArrowRight"]);

/** @type {WeakMap<ShadowRoot, {component: Component, stage: HTMLElement, said: HTMLElement, close: () => void}>} */
const mounted = new WeakMap();

/** @param {Component} component */
export default function (component) {
  const here = mounted.get(component.parentElement) ?? mount(component);
  here.component = component;
  draw(here.stage, component.data);
  return () => {
    here.close();
    mounted.delete(component.parentElement);
  };
}

/** @param {Component} component */
function mount(component) {
  const root = component.parentElement;
  const look = Object.assign(document.createElement("link"), { rel: "stylesheet", href: "/face/drawn/circles.css" });
  const stage = make("div", "circles"), said = make("p", "sr");
  said.setAttribute("role", "status");
  root.append(look, stage, make("p", "legend"), said);
  const here = { component, stage, said, close: () => {} };

  /** @param {string} person @param {string} circle */
  function put(person, circle) {
    const { people, circles, words } = here.component.data;
    const somebody = people.find((one) => one.id === person);
    if (!somebody || somebody.circle === circle) return;
    somebody.circle = circle;
    draw(stage, here.component.data);
    const name = circles.find(([id]) => id === circle)?.[1] ?? "";
    said.textContent = words.placed.replace("{name}", somebody.name).replace("{circle}", name);
    here.component.setTriggerValue("placed", { person, circle });
  }

  /** @param {KeyboardEvent} event */
  function step(event) {
    const { may, people, circles } = here.component.data;
    const person = personAt(event);
    if (!may || !person || !(NEARER.has(event.key) || FARTHER.has(event.key))) return;
    event.preventDefault();
    const now = circles.findIndex(([id]) => id === people.find((one) => one.id === person)?.circle);
    const next = circles[now + (NEARER.has(event.key) ? -1 : 1)];
    if (next) put(person, next[0]);
  }

  stage.addEventListener("keydown", step);
  stage.addEventListener("click", (event) => {
    const person = personAt(event);
    if (person) here.component.setTriggerValue("chosen", person);
  });
  here.close = mindDragging(stage, {
    may: () => here.component.data.may,
    drop: put,
    busy: (on) => stage.classList.toggle("dragging", on),
    back: () => {},
  });
  mounted.set(root, here);
  return here;
}

/** The whole drawing anew; who had the focus has it still. @param {HTMLElement} stage @param {Net} net */
function draw(stage, net) {
  const root = /** @type {ShadowRoot} */ (stage.getRootNode());
  const focused = root.activeElement instanceof HTMLElement ? root.activeElement.dataset.drag : undefined;
  stage.lang = net.lang;
  stage.classList.toggle("crowded", net.circles.some(([id], place) => net.people.filter((one) => one.circle === id).length > ROOM[place]));
  stage.replaceChildren(...[...net.circles].reverse().map((circle) => ring(circle, net)), centre(net.words.family));
  stage.nextElementSibling?.replaceChildren(...legend(net));
  if (focused) find(stage, focused)?.focus();
}

/** @param {[string, string]} circle @param {Net} net */
function ring([id, name], net) {
  const whole = make("section", `ring ${id}`), heading = make("h3", "ring-name", name), list = make("ul", "");
  whole.dataset.drop = id;
  heading.id = `ring-${id}`;
  list.setAttribute("aria-labelledby", heading.id);
  const inside = net.people.filter((one) => one.circle === id);
  inside.forEach((one, place) => list.append(chip(one, place, inside.length, net)));
  if (!inside.length) list.append(make("li", "nobody", net.words.nobody));
  whole.append(heading, list);
  return whole;
}

/** @param {Somebody} one @param {number} place @param {number} of @param {Net} net */
function chip(one, place, of, net) {
  const line = make("li", "at"), button = make("button", "person");
  button.setAttribute("type", "button");
  button.dataset.drag = one.id;
  button.classList.add("grip");
  button.classList.toggle("own", one.own);
  button.classList.toggle("carries", one.carries);
  if (one.id === net.chosen) button.setAttribute("aria-current", "true");
  const name = make("b", "", one.name);
  name.dir = "auto";
  button.append(name);
  if (one.relation && net.people.some((other) => other !== one && other.name === one.name)) button.append(make("small", "", one.relation));
  if (!one.own) button.append(make("span", "sr", `, ${net.words.professional}`));
  if (one.carries) button.append(make("span", "sr", `, ${net.words.carries}`));
  button.title = one.relation ? `${one.name}, ${one.relation}` : one.name;
  line.style.setProperty("--turn", `${TOP + (1 - 2 * TOP) * ((place + 0.5) / of) + ASIDE[net.circles.findIndex(([id]) => id === one.circle)]}turn`);
  line.append(button);
  return line;
}

/** What the edges mean, and how somebody is put elsewhere. @param {Net} net */
function legend({ words, may }) {
  const carries = make("span", "edge carries", words.carries), professional = make("span", "edge", words.professional);
  return may ? [carries, professional, make("span", "", words.how)] : [carries, professional];
}

/** @param {string} family */
function centre(family) {
  const middle = make("p", "centre", family);
  middle.setAttribute("aria-hidden", "true");
  return middle;
}

/** @param {Event} event */
function personAt(event) {
  const button = /** @type {Element} */ (event.target).closest(".person");
  return button instanceof HTMLElement ? button.dataset.drag : undefined;
}

/** @param {HTMLElement} stage @param {string} person @returns {HTMLElement|undefined} */
function find(stage, person) {
  return [.../** @type {NodeListOf<HTMLElement>} */ (stage.querySelectorAll(".person"))].find((one) => one.dataset.drag === person);
}

/** @param {string} tag @param {string} cls @param {string} [words] */
function make(tag, cls, words) {
  const made = document.createElement(tag);
  if (cls) made.className = cls;
  if (words) made.textContent = words;
  return made;
}
