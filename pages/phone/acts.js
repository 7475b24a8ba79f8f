// What somebody does on the phone: taps, typing, sending. Promise: no tap is lost, and none does what it does not say.

import { t } from "../film/words.js";
import { momentOf } from "./drafts.js";
import { risksOf } from "./parts.js";
import { withChoice } from "./readers.js";
import { aimOf, askedNow, chosenRisk, sceneNow } from "./talk.js";
import { boxOf } from "./telling.js";

/** @typedef {import("../film/patch.js").Kind} Kind */
/** @typedef {import("./parts.js").Page} Page */

/**
 * What the phone lends to those who act.
 * @typedef {object} Phone
 * @property {import("./parts.js").Here} here
 * @property {ReturnType<typeof import("./drafts.js").openDrafts>} drafts
 * @property {ReturnType<typeof import("./outbox.js").openOutbox>} outbox
 * @property {() => Page} page
 * @property {() => void} draw
 * @property {(person: string) => void} speakAs
 * @property {() => void} forget
 * @property {(place: import("./places.js").Place) => void} go
 * @property {(scene: string|null) => void} pick open or close the choice of a picture for a scene
 * @property {() => void} readPlan open or close the plan in plain words
 * @property {(place?: string) => void} aloud begin or stop reading a part aloud
 */

/** Listen from now on. @param {Phone} phone */
export function readyToAct(phone) {
  const { here, drafts, outbox, page, draw } = phone;
  const taps = tapsOf(phone);
  const sends = sendsOf(phone);

  document.addEventListener("click", (event) => {
    const done = event.target instanceof Element ? event.target.closest("[data-do]") : null;
    const tap = done instanceof HTMLElement && taps[done.dataset.do ?? ""];
    if (!tap) return;
    event.preventDefault();
    tap(done.dataset);
    draw();
  });

  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form instanceof HTMLFormElement && form.dataset.lock !== undefined) setTimeout(() => form.reset()); // it is on its way; others use this phone too
    const sending = form instanceof HTMLFormElement && sends[form.dataset.form ?? ""];
    if (!sending) return;
    event.preventDefault();
    sending(form, event.submitter instanceof HTMLButtonElement ? event.submitter.value : "");
    draw();
  });

  document.addEventListener("input", ({ target }) => {
    if (!(target instanceof HTMLTextAreaElement)) return;
    if (target.dataset.box) {
      drafts.keep(here.me, target.dataset.box, target.value);
      return draw();
    }
    if (target.id !== "text") return;
    const { now } = drafts.of(here.me);
    const begins = !now.moment && target.value.trim();
    drafts.change(here.me, { text: target.value, refused: null, ...(begins ? { ...aimOf(page()), moment: momentOf(page().view) } : {}) });
    if (!target.value.trim() && (now.moment !== momentOf(page().view) || now.kind === askedNow(page()))) drafts.fresh(here.me);
    draw();
  });

  document.addEventListener("change", ({ target }) => {
    if (!(target instanceof HTMLInputElement)) return;
    if (target.form?.dataset.form === "say") {
      drafts.change(here.me, withChoice(drafts.of(here.me).now, target));
      if (target.name === "risk") drafts.change(here.me, { risk: target.value || null });
      draw();
    }
    if (target.form?.dataset.form === "readers" && here.choosing) {
      here.choosing = withChoice(here.choosing, target);
      draw();
    }
  });

  outbox.wake();
}

/** @param {Phone} phone @returns {Record<string, (facts: DOMStringMap) => void>} */
function tapsOf(phone) {
  const { here, drafts, page } = phone;
  return {
    plan: () => phone.readPlan(),
    aloud: ({ place }) => phone.aloud(place),
    tab({ tab }) {
      phone.go({ tab: tab ?? "now", visit: here.visit });
      scrollTo(0, 0);
    },
    visit({ phase = "film", scene = null }) {
      drafts.putAside(here.me);
      phone.go({ tab: "now", visit: { phase, scene } });
      scrollTo(0, 0);
    },
    talk({ person }) {
      document.querySelector(".talkers")?.removeAttribute("open");
      if (person && person !== here.me) phone.speakAs(person);
    },
    kind({ kind }) {
      const { view } = page();
      const scene = aimOf(page()).scene ?? sceneNow(view)?.id ?? null;
      drafts.putAside(here.me);
      drafts.change(here.me, { kind: /** @type {Kind} */ (kind), scene, moment: momentOf(view) });
      document.querySelector(".other")?.removeAttribute("open");
      scrollTo(0, 0);
      toTheBox();
    },
    "join-group"() {
      drafts.putAside(here.me);
      phone.go({ tab: "now", visit: null });
      scrollTo(0, 0);
    },
    "take-up"({ place }) {
      const draft = drafts.of(here.me).aside[Number(place)];
      if (draft) drafts.takeUp(here.me, draft);
      toTheBox();
    },
    readers({ card = "" }) {
      const kept = here.view.cards?.[card];
      const open = here.choosing?.card === card;
      here.choosing = kept && !open ? { card, audience: kept.audience, hidden_from: kept.hidden_from } : null;
    },
    picture: ({ scene = "" }) => phone.pick(here.picking?.scene === scene ? null : scene),
    propose({ scene, picture }) {
      phone.pick(null);
      act(phone, "propose_picture", { scene, picture });
    },
    "take-back-picture": ({ proposal }) => act(phone, "take_back_picture", { proposal }),
    telling: ({ agreement = "" }) => void (here.telling = agreement),
    "skip-telling": () => void (here.telling = ""),
    untell: ({ agreement }) => act(phone, "tell_back", { agreement, text: "" }),
    ready: () => act(phone, "say_ready", { ready: !here.view.now?.i_am_ready }),
    "take-back-statement": () => act(phone, "make_statement", { text: "" }),
    "take-back-confidence": ({ confidence }) => act(phone, "take_back_confidence", { confidence }),
    "take-back": ({ card }) => act(phone, "take_back", { card }),
    "child-yes": ({ card }) => act(phone, "agree_to_show", { card }),
    "child-no"({ card }) {
      act(phone, "hide_card", { card, audience: "author", hidden_from: here.view.cards?.[card ?? ""]?.hidden_from ?? [] });
    },
  };
}

/** @param {Phone} phone @returns {Record<string, (form: HTMLFormElement, value: string) => void>} */
function sendsOf(phone) {
  return {
    say: (form) => say(phone, form),
    scale: (_, value) => act(phone, "set_scale", { value: Number(value) }),
    answer(form, answer) {
      const box = form.elements.namedItem("text");
      if (!(box instanceof HTMLTextAreaElement)) return;
      if (answer === "yes_if" && !box.value.trim()) return box.focus();
      const { agreement = "" } = form.dataset;
      act(phone, "answer_agreement", { agreement, answer, text: answer === "yes" ? "" : box.value });
      phone.drafts.keep(phone.here.me, agreement, "");
      phone.here.telling = answer.startsWith("yes") && !phone.here.view.agreements?.[agreement]?.answers[phone.here.me]?.told_back ? agreement : "";
      for (const fold of form.closest("article")?.querySelectorAll("details[open]") ?? []) fold.removeAttribute("open");
    },
    tell(form) {
      const { me } = phone.here;
      const { agreement = "" } = form.dataset;
      const text = phone.drafts.of(me).boxes[boxOf(agreement)] ?? "";
      if (!text.trim()) return form.querySelector("textarea")?.focus();
      act(phone, "tell_back", { agreement, text });
      phone.drafts.keep(me, boxOf(agreement), "");
      phone.here.telling = "";
    },
    own(form) {
      const { me } = phone.here;
      const { verb = "" } = form.dataset;
      const text = phone.drafts.of(me).boxes[verb] ?? "";
      if (!text.trim()) return form.querySelector("textarea")?.focus();
      act(phone, verb, { text });
      phone.drafts.keep(me, verb, "");
    },
    readers() {
      const { choosing } = phone.here;
      phone.here.choosing = null;
      if (choosing) act(phone, "hide_card", choosing);
    },
    stop(form) {
      phone.forget();
      form.submit();
    },
  };
}

/** @param {Phone} phone @param {string} verb @param {Record<string, unknown>} facts */
function act({ here, outbox }, verb, facts) {
  here.refused = null;
  outbox.post("/api/do", { verb, person: here.me, ...facts });
}

/** @param {Phone} phone @param {HTMLFormElement} form */
function say({ here, drafts, outbox, page }, form) {
  const { draft, sentences } = page();
  const { kind, scene } = aimOf(page());
  if (!kind) return;
  const words = sentences.kinds[kind];
  const risk = words.wants ? chosenRisk(kind, draft.risk, risksOf(here.view, scene)) : null;
  const missing = missingFrom(draft.text, words.may_be_empty, words.wants === "risk" && !risk);
  if (missing) {
    drafts.change(here.me, { refused: missing });
    document.getElementById("text")?.focus();
    return;
  }
  const { text, audience, hidden_from } = draft;
  here.refused = null;
  drafts.fresh(here.me);
  form.querySelector("details.readers")?.removeAttribute("open");
  outbox.post("/api/say", { kind, text, scene: words.at_scene ? scene : null, risk, person: here.me, audience, hidden_from });
}

/** @param {string} text @param {boolean} mayBeEmpty @param {boolean} noRisk */
function missingFrom(text, mayBeEmpty, noRisk) {
  if (!text.trim() && !mayBeEmpty) return t("Schrijf eerst iets op.");
  return noRisk ? t("Kies eerst waar dit bij hoort.") : null;
}

function toTheBox() {
  requestAnimationFrame(() => document.getElementById("text")?.focus());
}
