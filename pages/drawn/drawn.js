/** From the tree of `pages/drawn` to the page. Promise: words become text, and no tag or attribute comes through that is not named here. */

const TAGS = new Set(["a", "button", "caption", "dd", "details", "div", "dl", "dt", "form", "h1", "h2", "h3", "img", "input", "label", "li", "nav", "ol", "p", "section",
  "small", "span", "strong", "summary", "table", "tbody", "td", "th", "thead", "tr", "ul"]);
const ATTRIBUTES = new Set(["action", "alt", "aria-current", "autocapitalize", "autocomplete", "class", "dir", "formaction", "href", "lang", "maxlength", "method", "minlength", "name", "pattern", "required", "scope",
  "spellcheck", "src", "tabindex", "target", "translate", "type", "value"]);
/** What this program reads itself. */
const OWN = new Set(["done", "label"]);
const ADDRESSES = new Set(["action", "formaction", "href", "src"]);
/** A place on this host: one slash, not two, or a question to this page. */
const OURS = /^(\/(?!\/)|\?|#)/;

/** @typedef {[string, Record<string, string>, ...(Node | string)[]]} Node */

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
  drawn.replaceChildren(...data.nodes.map(make));
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

/** What a form asks for is a paper: it is kept as a file, under the name that the answer gives it. @param {HTMLFormElement} form */
async function paper(form) {
  const answer = await fetch(form.action, { method: "POST", body: new URLSearchParams(/** @type {Record<string, string>} */ (Object.fromEntries(new FormData(form)))) });
  if (!answer.ok) return location.reload();
  const link = document.createElement("a");
  link.href = URL.createObjectURL(await answer.blob());
  link.download = /filename="([^"]+)"/.exec(answer.headers.get("content-disposition") ?? "")?.[1] ?? "";
  link.click();
  URL.revokeObjectURL(link.href);
}
