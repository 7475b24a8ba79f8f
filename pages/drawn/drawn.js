/** From the tree of `pages/drawn` to the page. Promise: words become text, and no tag or attribute comes through that is not named here. */

const TAGS = new Set(["a", "button", "caption", "dd", "details", "div", "dl", "dt", "form", "h1", "h2", "h3", "img", "input", "label", "li", "nav", "ol", "p", "section",
  "small", "span", "strong", "summary", "table", "tbody", "td", "th", "thead", "tr", "ul"]);
const ATTRIBUTES = new Set(["action", "alt", "aria-current", "autocapitalize", "autocomplete", "class", "dir", "formaction", "href", "lang", "maxlength", "method", "minlength", "name", "pattern", "required", "scope",
  "spellcheck", "src", "tabindex", "target", "translate", "type", "value"]);
/** What this program reads itself. */
const OWN = new Set(["done", "failed", "label"]);
const ADDRESSES = new Set(["action", "formaction", "href", "src"]);
/** A place on this host: one slash, not two, or a question to this page. */
const OURS = /^(\/(?!\/)|\?|#)/;

/** @typedef {[string, Record<string, string>, ...(Node | string)[]]} Node */

/** What stands in each place. @type {WeakMap<Element, Node[]>} */
const stands = new WeakMap();
/** A paper is made once, however often somebody taps meanwhile: each new letter ends the one before. @type {WeakSet<HTMLFormElement>} */
const making = new WeakSet();

/** @param {{data: {nodes: Node[]}, parentElement: ShadowRoot | HTMLElement}} component */
export default function (component) {
  const { data, parentElement } = component;
  let drawn = parentElement.querySelector(".drawn");
  if (!drawn) {
    drawn = document.createElement("div");
    drawn.className = "drawn";
    parentElement.append(drawn);
    drawn.addEventListener("click", remember);
    drawn.addEventListener("click", copy);
    drawn.addEventListener("submit", send);
  }
  renew(drawn, stands.get(drawn) ?? [], data.nodes);
  stands.set(drawn, data.nodes);
}

/**
 * What did not change is not touched: drawn again it would lose the focus, what was opened and what was typed.
 * @param {Element} place @param {(Node | string)[]} before what stands in it @param {(Node | string)[]} after
 */
function renew(place, before, after) {
  after.forEach((node, at) => {
    const [shown, was] = [place.childNodes[at], before[at]];
    if (JSON.stringify(was) === JSON.stringify(node)) return;
    if (shown instanceof Element && alike(was, node)) renew(shown, inside(was), inside(node));
    else if (shown) shown.replaceWith(make(node));
    else place.append(make(node));
  });
  while (place.childNodes.length > after.length) place.lastChild?.remove();
}

/** The same element, whatever is in it. @param {Node | string | undefined} was @param {Node | string} node */
function alike(was, node) {
  return Array.isArray(was) && Array.isArray(node) && JSON.stringify(was.slice(0, 2)) === JSON.stringify(node.slice(0, 2));
}

/** @param {Node | string} node @returns {(Node | string)[]} */
function inside(node) {
  const [, , ...children] = node;
  return typeof node === "string" ? [] : /** @type {(Node | string)[]} */ (children);
}

/** @param {Node | string} node @returns {globalThis.Node} */
function make(node) {
  if (typeof node === "string") return document.createTextNode(node);
  const [tag, attributes, ...children] = node;
  const made = document.createElement(TAGS.has(tag) ? tag : "span");
  for (const [name, value] of Object.entries(attributes)) {
    if (OWN.has(name)) made.setAttribute(`data-${name}`, value);
    else if (ATTRIBUTES.has(name) && (!ADDRESSES.has(name) || OURS.test(value))) made.setAttribute(name, value);
  }
  made.append(...children.map(make));
  return made;
}

/** A language that was chosen holds on every page after this one. @param {Event} event */
function remember(event) {
  const from = event.target;
  const chosen = from instanceof HTMLAnchorElement && from.className === "lang" && from.lang;
  if (chosen) document.cookie = `draaiboek_lang=${chosen}; path=/; max-age=31536000; samesite=lax`;
}

/** The address on the page is copied, also where there is no clipboard to write to: without https a browser lends none. @param {Event} event */
async function copy({ target }) {
  const shown = target instanceof HTMLButtonElement && target.classList.contains("copy") && target.closest(".drawn")?.querySelector(".address");
  if (!shown) return;
  try {
    await navigator.clipboard.writeText(shown.textContent ?? "");
  } catch {
    getSelection()?.selectAllChildren(shown);
    document.execCommand("copy");
  }
  target.textContent = target.dataset.done ?? "";
}

/**
 * A form is sent by fetch, unless what comes of it stands in a window of its own.
 * @param {Event} event
 */
async function send(event) {
  const form = event.target;
  if (form instanceof HTMLFormElement && form.target) return void setTimeout(() => form.reset()); // a paper with a password, which stays in no box
  event.preventDefault();
  if (!(form instanceof HTMLFormElement)) return;
  if (form.classList.contains("paper")) return paper(form);
  const answer = await fetch(form.action, { method: "POST" });
  location.assign(answer.url);
}

/**
 * What a form asks for is a paper: it is kept as a file, under the name that the answer gives it. If there is none, the form says why, and
 * what was typed stays.
 * @param {HTMLFormElement} form
 */
async function paper(form) {
  if (making.has(form)) return;
  making.add(form);
  form.querySelector("[role=alert]")?.remove();
  const body = new URLSearchParams(/** @type {Record<string, string>} */ (Object.fromEntries(new FormData(form))));
  const answer = await fetch(form.action, { method: "POST", body }).catch(() => null);
  making.delete(form);
  if (answer?.ok) return keep(answer);
  const problem = await answer?.json().catch(() => null); // a page of a proxy has no sentence of ours
  const alert = document.createElement("p");
  alert.className = "fault";
  alert.setAttribute("role", "alert");
  alert.textContent = problem?.title ?? form.dataset.failed ?? "";
  form.append(alert);
}

/** @param {Response} answer */
async function keep(answer) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(await answer.blob());
  link.download = /filename="([^"]+)"/.exec(answer.headers.get("content-disposition") ?? "")?.[1] ?? "";
  link.click();
  URL.revokeObjectURL(link.href);
}
