// Between two meetings: how it went with an agreement, whether that is so, and who speaks to whom about it. Loaded once there is a plan.
// Promise: who reads it stands there before the first tap; a tap is kept as any word is, also without wifi, and can be taken back.

import { partsIn } from "../film/seen.js";
import { t } from "../film/words.js";
import { h, icon } from "./dom.js";
import { nameOf, newestPlan, sentState, state } from "./parts.js";

/** @typedef {import("./parts.js").Page} Page */
/** @typedef {import("../film/patch.js").Agreement} Agreement */
/** @typedef {import("../film/patch.js").How} How */
/** @typedef {import("../film/patch.js").Told} Told */
/** @typedef {import("../film/patch.js").Talk} Talk */
/** @typedef {Pick<import("./acts.js").Phone, "here"|"outbox"|"drafts"|"draw">} Phone */

/** @type {How[]} */
const HOWS = ["worked", "nearly", "not"];
/** How a door names whoever leads. */
const FACILITATOR = "facilitator";

/** Listen from now on; what it gives draws. @param {Phone} phone */
export function openReports(phone) {
  document.addEventListener("click", ({ target }) => {
    const tapped = target instanceof Element ? target.closest("[data-report]") : null;
    if (tapped instanceof HTMLElement) tap(phone, tapped.dataset);
  });
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || !form.dataset.reportForm) return;
    event.preventDefault();
    submit(phone, form);
  });
  return { intro, on };
}

// --- what somebody does ------------------------------------------------------------------------------------------

/** @param {Phone} phone @param {string} verb @param {Record<string, unknown>} facts */
function act({ here, outbox }, verb, facts) {
  here.refused = null;
  outbox.post("/api/do", { verb, person: here.me, ...facts });
}

/** @param {Phone} phone @param {DOMStringMap} facts */
function tap(phone, { report, agreement, how, id: check_in }) {
  if (report === "how") act(phone, "check_in", { agreement, how, on: today() });
  else if (report) act(phone, report, { check_in });
  phone.draw();
}

/** @param {Phone} phone @param {HTMLFormElement} form */
function submit(phone, form) {
  const { here, drafts } = phone;
  const { reportForm, id = "", agreement, how, box = "" } = form.dataset;
  const text = drafts.of(here.me).boxes[box] ?? "";
  if (reportForm === "word") {
    if (!text.trim()) return form.querySelector("textarea")?.focus();
    act(phone, "check_in", { agreement, how, text, on: today() });
  } else if (reportForm === "done") act(phone, "finish_talk", { talk: id, text });
  else {
    const chosen = new FormData(form);
    act(phone, "agree_talk", { check_in: id, speaks: chosen.get("speaks"), to: chosen.get("to") });
  }
  if (box) drafts.keep(here.me, box, "");
  form.closest("details")?.removeAttribute("open");
  phone.draw();
}

// --- what stands there -------------------------------------------------------------------------------------------

/** Before any of the taps: that nobody is sent, and whom to call. @param {Page} page */
function intro({ view }) {
  if (!newestPlan(view)) return null;
  return h(
    "div",
    { class: "hint", "data-k": "danger" },
    h("p", {}, t("Zeg hier hoe het ging. Niemand leest het meteen, en deze telefoon stuurt geen hulp.")),
    h("p", {}, t("Is er nu gevaar? Bel 112."), " ", t("Veilig Thuis 0800-2000 (gratis, dag en nacht)")),
  );
}

/** All of one agreement; nothing for one that was made after the plan. @param {Page} page @param {Agreement} agreement */
function on(page, agreement) {
  const { view, me, sent } = page;
  const plan = newestPlan(view);
  if (!plan || agreement.seq > plan.seq) return null;
  const report = view.reports?.[agreement.id];
  const said = report?.said ?? [];
  const own = said.find(({ mine, on: day }) => mine && day === today());
  const under = sent.filter(({ body }) => body.verb === "check_in" && body.agreement === agreement.id).at(-1);
  const how = /** @type {How|undefined} */ (under ? under.body.how : own?.how);
  return h(
    "section",
    { class: "report", "data-k": "report" },
    h("h4", {}, t("Hoe ging het vandaag?")),
    h("p", { class: "hint" }, whoReads(page, agreement)),
    h("div", { class: "how", "data-k": "how" }, HOWS.map((one) => howButton(agreement.id, one, one === how))),
    under ? sentState(under) : null,
    own && !under ? h("p", { class: "told", "data-k": "back" }, state("kept", t("Bewaard"), "is-kept"), h("button", { type: "button", class: "link", "data-report": "take_back_check_in", "data-id": own.id }, t("Neem terug"))) : null,
    own?.text ? h("p", { class: "said", "data-k": "said" }, h("bdi", {}, own.text)) : null,
    how ? word(page, agreement.id, how) : null,
    report ? counted(report) : null,
    ...said.filter(({ mine }) => !mine).map((one) => ofAnother(page, one)),
    ...said.filter((one) => one.how === "not").slice(0, 1).map((one) => toTalk(page, agreement, one)),
    ...Object.values(view.talks ?? {}).filter((one) => one.agreement === agreement.id).map((one) => talk(page, one, me)),
  );
}

/** @param {string} agreement @param {How} how @param {boolean} pressed */
function howButton(agreement, how, pressed) {
  return h("button", { type: "button", class: `button quiet is-${how}`, "aria-pressed": String(pressed), "data-report": "how", "data-agreement": agreement, "data-how": how, "data-k": how }, icon(how === "worked" ? "kept" : how), h("span", {}, howWord(how)));
}

/** Who reads it, and when it is talked about. @param {Page} page @param {Agreement} agreement */
function whoReads({ view, me }, agreement) {
  const others = [...new Set(partsIn(agreement))].filter((id) => id !== me).map((id) => nameOf(view, id));
  const names = t("{some} en {last}", { some: [t("jij"), ...others].join(", "), last: t("de procesbegeleider") });
  const [on] = Object.values(view.evaluations ?? {}).filter(({ ended, on: day }) => !ended && day >= today()).map(({ on: day }) => day).sort();
  return on ? t("Dit lezen: {names}. Op {day} praten jullie erover.", { names, day: dayWord(on) }) : t("Dit lezen: {names}. Er is nu geen dag gepland om erover te praten.", { names });
}

/** @param {Page} page @param {string} agreement @param {How} how */
function word({ tab, boxes }, agreement, how) {
  const box = `word-${agreement}`;
  const id = `${tab}-${box}`;
  return h(
    "details",
    { class: "fold inner", "data-k": "word", open: Boolean(boxes[box]) },
    h("summary", {}, t("Wil je er iets bij zeggen?")),
    h(
      "form",
      { class: "form", "data-report-form": "word", "data-agreement": agreement, "data-how": how, "data-box": box },
      h("label", { class: "sr", for: id }, t("Wil je er iets bij zeggen?")),
      h("textarea", { id, "data-box": box, rows: 2, dir: "auto", autocomplete: "off" }),
      h("button", { type: "submit", class: "button quiet" }, t("Verstuur")),
    ),
  );
}

/** @param {import("../film/patch.js").Report} report */
function counted(report) {
  const words = { worked: (/** @type {number} */ n) => t("{n} keer gelukt", { n }), nearly: (/** @type {number} */ n) => t("{n} keer bijna", { n }), not: (/** @type {number} */ n) => t("{n} keer niet", { n }) };
  const parts = HOWS.filter((how) => report[how]).map((how) => words[how](report[how]));
  return parts.length ? h("p", { class: "hint", "data-k": "counted" }, t("Tot nu toe zei jij:"), " ", parts.join(", ")) : null;
}

/** What another said; whoever keeps an eye on it says whether it is so. @param {Page} page @param {Told} told */
function ofAnother({ view, sent }, told) {
  const under = sent.filter(({ body }) => body.check_in === told.id && String(body.verb).endsWith("confirm_report")).at(-1);
  const confirmed = under ? under.body.verb === "confirm_report" : told.confirmed;
  const button = (/** @type {string} */ verb, /** @type {string} */ look, /** @type {string} */ words) => h("button", { type: "button", class: look, "data-report": verb, "data-id": told.id, "data-k": verb }, words);
  return h(
    "div",
    { class: "other-said", "data-k": told.id },
    h("p", {}, icon(told.how === "worked" ? "kept" : told.how), " ", h("span", {}, t("{name} zegt: {how}.", { name: nameOf(view, told.person), how: howWord(told.how) })), " ", h("span", { class: "hint" }, dayWord(told.on))),
    told.text ? h("p", { class: "said" }, h("bdi", {}, told.text)) : null,
    told.confirms && !confirmed ? h("p", { "data-k": "asked" }, t("Klopt dat?")) : null,
    told.confirms && !confirmed ? button("confirm_report", "button", t("Ja, dat klopt")) : null,
    told.confirms && confirmed ? h("p", { class: "told", "data-k": "so" }, state("kept", t("Jij zei: dat klopt."), "is-kept"), button("unconfirm_report", "link", t("Toch niet"))) : null,
    under ? sentState(under) : null,
  );
}

/** After it did not go, as long as nothing was agreed about it. @param {Page} page @param {Agreement} agreement @param {Told} told */
function toTalk({ view, me, tab, sent }, agreement, told) {
  if (Object.values(view.talks ?? {}).some(({ check_in }) => check_in === told.id)) return null;
  const under = sent.filter(({ body }) => body.verb === "agree_talk" && body.check_in === told.id).at(-1);
  if (under) return h("div", { "data-k": `talk-${told.id}` }, sentState(under));
  const people = [...new Set([...partsIn(agreement), me])];
  const child = view.me.role === "child";
  const others = [...people.filter((id) => id !== me), FACILITATOR];
  const everybody = [me, ...others];
  return h(
    "form",
    { class: "form card", "data-report-form": "talk", "data-id": told.id, "data-k": `talk-${told.id}` },
    h("p", { class: "big" }, child ? t("Met wie wil jij hierover praten?") : t("Wie praat hier met wie over?")),
    ...(child
      ? [choice(view, `${tab}-s-${told.id}`, "speaks", t("Wie?"), others, me), h("input", { type: "hidden", name: "to", value: me })]
      : [choice(view, `${tab}-s-${told.id}`, "speaks", t("Wie begint?"), everybody, me), choice(view, `${tab}-t-${told.id}`, "to", t("Met wie?"), [...others, me], me)]),
    h("p", { class: "hint" }, t("Dit is geen alarm. Wie dit lezen, zien ook wie er praat.")),
    h("button", { type: "submit", class: "button quiet" }, t("Spreek dit af")),
  );
}

/** @param {import("../film/patch.js").View} view @param {string} id @param {string} name @param {string} label @param {string[]} people @param {string} me */
function choice(view, id, name, label, people, me) {
  return h("label", { for: id, "data-k": name }, h("span", {}, label), h("select", { id, name }, people.map((one) => h("option", { value: one }, one === FACILITATOR ? t("de procesbegeleider") : one === me ? t("ik") : nameOf(view, one)))));
}

/** @param {Page} page @param {Talk} one @param {string} me */
function talk({ view, tab, boxes, sent }, one, me) {
  const name = (/** @type {string|null} */ id) => (id ? nameOf(view, id) : t("de procesbegeleider"));
  const who = one.speaks === me ? t("Jij praat hierover met {name}.", { name: name(one.to) }) : one.to === me ? t("{name} praat hierover met jou.", { name: name(one.speaks) }) : t("{name} praat hierover met {other}.", { name: name(one.speaks), other: name(one.to) });
  const under = sent.filter(({ body }) => body.verb === "finish_talk" && body.talk === one.id).at(-1);
  const box = `talk-${one.id}`;
  const id = `${tab}-${box}`;
  return h(
    "div",
    { class: "other-said", "data-k": one.id },
    h("p", {}, icon("agreed"), " ", h("b", { dir: "auto" }, capital(who))),
    one.done_on ? state("kept", t("Dit gesprek is geweest, op {day}.", { day: dayWord(one.done_on) }), "is-kept") : null,
    one.text ? h("p", { class: "said" }, h("bdi", {}, one.text)) : null,
    under ? sentState(under) : null,
    one.done_on || under
      ? null
      : h(
          "form",
          { class: "form", "data-report-form": "done", "data-id": one.id, "data-box": box, "data-k": "done" },
          h("details", { class: "fold inner", "data-k": "word", open: Boolean(boxes[box]) }, h("summary", {}, t("Wil je er iets bij zeggen?")), h("label", { class: "sr", for: id }, t("Wil je er iets bij zeggen?")), h("textarea", { id, "data-box": box, rows: 2, dir: "auto", autocomplete: "off" })),
          h("button", { type: "submit", class: "button quiet" }, t("Het gesprek is geweest")),
        ),
  );
}

/** @param {How} how */
function howWord(how) {
  return { worked: t("gelukt"), nearly: t("bijna"), not: t("niet") }[how];
}

/** @param {string} words */
function capital(words) {
  return words[0].toUpperCase() + words.slice(1);
}

/** Today where this phone is, as the server writes a day. */
function today() {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
}

/** @param {string} day */
function dayWord(day) {
  return new Intl.DateTimeFormat(document.documentElement.lang || "nl", { day: "numeric", month: "long", timeZone: "UTC" }).format(new Date(`${day}T12:00:00Z`));
}
