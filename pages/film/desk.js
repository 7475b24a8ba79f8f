/** The facilitator's desk: leads, lets in, puts on the screen, makes agreements. Live; says in words what the server refuses. */

import { adviceFor } from "./advice.js";
import { fieldsOf } from "./agree.js";
import { LONG, asking, asksFirst } from "./asking.js";
import { cardsInReach } from "./choosing.js";
import { cuttingAt, tableOf } from "./cutting.js";
import { become, el } from "./dom.js";
import { drafting } from "./drafting.js";
import { understanding } from "./understood.js";
import { withholding } from "./withholding.js";
import { mindPictures } from "./draw.js";
import { stepOfForm } from "./forms.js";
import { HANDLINGS } from "./handling.js";
import { hinting } from "./hints.js";
import { openHistory } from "./history.js";
import { askIdeas } from "./ideas.js";
import { inbox } from "./inbox.js";
import { DESK_KEYS, buttonOf, commandOf, isTyping, strike } from "./keys.js";
import { keyList, keysOn } from "./keylist.js";
import { stepOf } from "./lead.js";
import { linksOf } from "./links.js";
import { mindMenus, walkMenu } from "./menu.js";
import { montage } from "./montage.js";
import { deskHeader, phaseBar, rudder } from "./rudder.js";
import { TABS, TAB_OF, side, tabFor } from "./side.js";
import { inOrder } from "./order.js";
import { watchPresence } from "./presence.js";
import { goTo, nextPart } from "./regions.js";
import { NotKept } from "./send.js";
import { ticking } from "./timer.js";
import { inTurn } from "./turns.js";
import { openVersion } from "./versions.js";
import { openWeek } from "./week.js";

/** @typedef {import("./seen.js").View} View */
/** @typedef {import("./seen.js").Agreement} Agreement */
/** @typedef {import("./film.js").Place} Place */

/**
 * What this desk knows by itself.
 * @typedef {object} Own
 * @property {string} tab
 * @property {import("./agree.js").Draft|null} draft the agreement that is being written
 * @property {{now: any, mine: Record<string, unknown>}|null} clash an agreement, or a card's clearer wording, as it stands and as it was sent
 * @property {{card: string, how: string, column: string}|null} handling what is being done with one card
 * @property {Map<string, string>} half what was half written about a card, by `how:card`
 * @property {string|null} phase where everybody would go, once it is said
 * @property {boolean} still the screen has not changed for long
 * @property {string|null} dropping
 * @property {import("./montage.js").Cutting|null} montage the film on the cutting table; null while the inbox is there
 * @property {string} conference
 * @property {string[]} away who dropped off
 * @property {import("./advice.js").Advice|null} advice what the checks find
 * @property {string[]} without whose absence is looked at
 * @property {string|null} todoAt the one scene of which is shown what is still to do
 * @property {ReturnType<typeof linksOf>|null} links the own links of people
 * @property {string|null} peek a scene that only this desk looks at
 * @property {{column: string, words: string}|null} trouble
 * @property {import("./stream.js").State} link
 */

/** @param {Place} place @returns {import("./film.js").Face} */
export function desk(place) {
  const stage = el("div", { class: "bench" });
  place.shell.append(stage);
  /** @type {View|null} */
  let view = null;
  /** @type {Own} */
  const mine = { tab: "scene", draft: null, clash: null, handling: null, half: new Map(), phase: null, still: false, dropping: null, montage: null, conference: place.conference, away: [], advice: null, without: [], todoAt: null, links: null, peek: null, trouble: null, link: "live" };

  /** @param {View} next */
  function show(next) {
    if (next.now.phase !== view?.now.phase) mine.tab = TAB_OF[next.now.phase] ?? mine.tab;
    if (next.now.scene !== view?.now.scene) mine.peek = null;
    view = next;
    advice.changed(next.seq);
    wakeScreen();
    if (mine.tab === "dry_run") askIdeas(place.lang, draw);
    draw();
    time.mind();
    turns.mind();
    order.mind();
  }

  function draw() {
    const now = view;
    if (!now || dragged) return;
    cards.keep(() => become(stage, el("div", { class: "bench", inert: stage.inert }, deskHeader(now, mine), phaseBar(now, asking(now, mine)), rudder(now, mine, place.lang), mine.montage ? montage(now, mine.montage, mine.trouble, table.shelf, mine.advice) : [inbox(now, mine), side(now, mine, place.lang)], keys.open && keyList(DESK_KEYS))));
    hints.mind();
    understood.mind();
    withheld.mind();
  }

  /** While something is dragged nothing is redrawn under the hand. */
  let dragged = false;
  const table = cuttingAt(stage, {
    view: () => view,
    cut: () => mine.montage,
    act: place.act,
    trouble: (words) => void (mine.trouble = words === null ? null : { column: "montage", words }),
    draw,
    busy(on) {
      dragged = on;
      draw();
    },
  });
  const cards = cardsInReach(stage);
  const keys = keysOn(stage, draw);
  const hints = hinting(stage);
  const agreement = drafting(stage, mine, () => view, draw);
  const understood = understanding(stage, place.lang);
  const withheld = withholding(stage, place.conference, () => view);
  const presence = watchPresence(place.conference, (away) => { mine.away = away; draw(); });
  const advice = adviceFor(place.conference, (found, without) => { mine.advice = found; mine.without = without; draw(); });
  const links = (mine.links = linksOf(place, stage, draw));
  const time = ticking(() => view?.now.timer, draw);
  const order = inOrder(() => view);
  const turns = inTurn(() => view, (way, step) => act("top", way, { step }));
  /** @type {ReturnType<typeof setTimeout>|undefined} */
  let stillness;

  /** Something moved: the screen is looked at. */
  function wakeScreen() {
    mine.still = false;
    clearTimeout(stillness);
    stillness = setTimeout(() => { mine.still = true; draw(); }, LONG);
  }

  /**
   * One step; what the server says against it appears in the column where it was asked.
   * @param {string} column @param {string} verb @param {Record<string, unknown>} fields
   * @returns {Promise<import("./send.js").Answer|null>} null: not kept
   */
  async function act(column, verb, fields) {
    mine.trouble = null;
    try {
      return await place.act(verb, fields);
    } catch (error) {
      if (!(error instanceof NotKept)) throw error;
      if (!clashed(error, fields)) mine.trouble = { column, words: error.message };
      return null;
    } finally {
      draw();
    }
  }

  /** @param {NotKept} error @param {Record<string, unknown>} fields */
  function clashed(error, fields) {
    if (error.status !== 409 || fields.what_if) return false;
    const known = view?.agreements[String(fields.agreement)] ?? view?.cards[String(fields.card)] ?? null;
    const newer = /** @type {Agreement|null} */ (error.now && typeof error.now === "object" ? error.now : known);
    if (newer?.base === undefined) return false;
    mine.clash = { now: newer, mine: fields };
    return true;
  }

  /** @param {string} command @param {string|null} about @param {string} [column] */
  function change(command, about, column = "inbox") {
    if (!view) return;
    mine.trouble = null;
    if (command === "phase") {
      if (!asksFirst(view, about ?? "")) return void act("top", "move_phase", { phase: about });
      mine.phase = about;
    }
    if (command === "stay") mine.phase = null;
    if (command === "history") return lieOver("history-open", (closed) => openHistory(place, closed));
    if (command === "week") return lieOver("week-open", (closed) => openWeek(place, () => view, closed));
    const plan = command === "version" ? view.plans[about ?? ""] : undefined;
    if (plan) return lieOver(`version-${about}`, (closed) => openVersion(place, plan, closed));
    if (command === "keys") return keys.turn();
    if (links.does[command]) return void links.does[command](about);
    if (command === "montage") mine.montage = mine.montage ? null : tableOf();
    if (command === "leave_on") wakeScreen();
    if (HANDLINGS.has(command) || command === "handled") handle(command, about ?? "", column);
    if (command === "without") return advice.turn(about ?? "");
    if (command === "peek" || command === "tab") mine.peek = command === "peek" ? about?.split(":")[0] ?? null : null;
    if (command === "tab" || command === "todo_at") mine.todoAt = command === "todo_at" ? about : null;
    if (command === "todo_at") Object.assign(mine, { tab: "todo", montage: null, draft: null, clash: null });
    if (["tab", "find", "peek"].includes(command)) mine.tab = tabFor(command, about ?? "", mine.tab);
    if (mine.tab === "dry_run") askIdeas(place.lang, draw);
    if (["agree", "change", "change_for", "close_form"].includes(command)) agreement.putAside();
    if (command === "agree" || command === "change") agreement.open(view, about ?? "");
    if (command === "with_person") agreement.take(view, about ?? "");
    if (command === "change_for") agreement.open(view, about ?? "", view.now.what_if);
    mine.dropping = command === "drop" ? about : null;
    if (command === "clash_theirs") {
      if (mine.clash?.mine.card) mine.handling = null;
      else agreement.done();
      mine.clash = null;
    }
    if (command === "clash_mine") return void overrule();
    if (command === "more_backups") agreement.moreBackups();
    if (command === "backup_up") return agreement.backupUp(Number(about));
    if (command === "fill_what") return agreement.fill(about ?? "");
    draw();
    const thing = ["find", "peek"].includes(command) && about?.split(":")[1];
    if (thing) return goTo(stage, thing, command === "peek" ? ".side" : "");
    focusAfter(command, about);
  }

  /** Something lies over the desk; under it nothing is led until it is closed. @param {string} opener @param {(closed: () => void) => void} open */
  function lieOver(opener, open) {
    stage.inert = true;
    open(() => {
      stage.inert = false;
      const button = stage.querySelector(`[data-id="${opener}"]`);
      if (button instanceof HTMLElement) button.focus();
    });
  }

  /** The form of a card opens, or closes with what was written put aside. @param {string} how @param {string} card @param {string} column */
  function handle(how, card, column) {
    const { handling } = mine;
    const box = stage.querySelector("form.handling textarea");
    if (handling && box instanceof HTMLTextAreaElement) mine.half.set(`${handling.how}:${handling.card}`, box.value);
    const same = handling?.card === card && handling.how === how;
    mine.handling = how === "handled" || same ? null : { card, how, column };
    if (!mine.handling) cards.choose(card);
  }

  /** After a step that swaps what is there, focus goes to where the next word or tap is expected. @param {string} command @param {string|null} about */
  function focusAfter(command, about) {
    /** @type {Record<string, string>} */
    const where = { agree: mine.draft?.what ? ".agree select[name=who]" : ".agree textarea[name=what]", change: ".agree textarea[name=what]", change_for: ".agree textarea[name=what]", more_backups: ".next-backup:last-of-type select", phase: '[data-id="phase-yes"]', tab: `[data-id="tab-${about}"]`, peek: '[data-id="tab-scene"]', todo_at: '[data-id="todo-all"]', drop: `[data-id="drop-yes-${about}"]` };
    if (command === "with_person") return goOn();
    const target = HANDLINGS.has(command) ? stage.querySelector("form.handling :is(textarea, select)") : where[command] ? stage.querySelector(where[command]) : null;
    if (target instanceof HTMLElement) target.focus();
  }

  /** After somebody was put in the agreement: who could be next, else the words, else keeping it. */
  function goOn() {
    const words = stage.querySelector(".agree textarea[name=what]");
    const place = mine.draft?.who && mine.draft.backups.some(Boolean) ? null : stage.querySelector(".agree .could button");
    const target = place ?? (words instanceof HTMLTextAreaElement && !words.value ? words : stage.querySelector(".agree button[type=submit]"));
    if (target instanceof HTMLElement) target.focus();
  }

  async function overrule() {
    const clash = mine.clash;
    if (!clash) return;
    mine.clash = null;
    const again = { ...clash.mine, base: clash.now.base };
    if (clash.mine.card) {
      if (await act("inbox", "clarify", again)) mine.handling = null;
    } else await write("change_agreement", again);
    draw();
  }

  /** @param {MouseEvent} event */
  function onClick(event) {
    const pressed = /** @type {Element} */ (event.target).closest("[data-verb], [data-own-do]");
    if (!pressed) return;
    const verb = pressed.getAttribute("data-verb");
    if (verb) press(columnOf(pressed), verb, JSON.parse(pressed.getAttribute("data-fields") ?? "{}"));
    else change(pressed.getAttribute("data-own-do") ?? "", pressed.getAttribute("data-about"), columnOf(pressed));
  }

  /** @param {string} column @param {string} verb @param {Record<string, unknown>} fields */
  function press(column, verb, fields) {
    if (verb === "undo" || verb === "redo") return void turns.press(verb);
    if (verb === "move_phase") mine.phase = null;
    act(column, verb, fields);
  }

  /** @param {SubmitEvent} event */
  async function onSubmit(event) {
    const form = /** @type {HTMLFormElement} */ (event.target);
    if (form.dataset.lock !== undefined) return void setTimeout(() => form.reset()); // to the press, and out of sight
    event.preventDefault();
    if (form.dataset.form === "agree") return keepAgreement(form);
    const sent = view && stepOfForm(form, event.submitter, view);
    const { handling } = mine;
    if (!sent || !(await act(columnOf(form), sent.verb, sent.fields))) return;
    if (form.hasAttribute("data-once")) form.reset();
    if (!form.matches(".handling")) return;
    mine.half.delete(`${form.dataset.form}:${form.dataset.about}`);
    if (mine.handling !== handling) return; // another is open by now
    mine.handling = null;
    draw();
    cards.choose(form.dataset.about ?? "");
  }

  /** @param {HTMLFormElement} form */
  async function keepAgreement(form) {
    if (!mine.draft) return;
    await write(mine.draft.agreement ? "change_agreement" : "make_agreement", fieldsOf(form, mine.draft));
    draw();
  }

  /** The agreement is kept; then, if it was written because of a "what if", that it was. @param {string} verb @param {Record<string, unknown>} fields */
  async function write(verb, fields) {
    const what_if = mine.draft?.what_if;
    const kept = await act("side", verb, fields);
    if (!kept) return;
    agreement.done();
    if (what_if) await act("side", "answer_what_if", { what_if, agreement: fields.agreement ?? kept.id });
  }

  /** @param {KeyboardEvent} event */
  function onKey(event) {
    if (stage.inert || hints.press(event)) return;
    if (walkTabs(event) || walkMenu(event) || (isTyping(event) && event.key !== "Escape") || !view) return;
    const hint = event.key === "," || event.key === "F2";
    const button = buttonOf(event, stage);
    const asked = commandOf(event, place.shell.dir);
    if (!hint && !button && !asked && !cards.walk(event) && !(event.key === "F6" && nextPart(stage, event.shiftKey))) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.repeat && button) return;
    if (hint) return hints.open();
    if (button) return strike(button);
    if (asked === "escape") return escape();
    if (asked === "keys") return keys.turn();
    if (asked === "undo" || asked === "redo") return void turns.press(asked);
    if (asked === "pause") lead(asked);
    else if (asked) order.next(() => lead(asked), event.repeat);
  }

  /** @param {string} command */
  async function lead(command) {
    const todo = view && stepOf(command, view);
    return todo ? act("rudder", todo.verb, todo.fields ?? {}) : null;
  }

  /** What lies over the rest, or asks something, goes first. */
  function escape() {
    if (keys.open) return keys.turn(false);
    if (mine.phase) return change("stay", null);
    if (mine.montage?.picked) mine.montage.picked = null;
    else if (mine.montage?.shot) mine.montage.shot = null;
    if (mine.montage) return draw();
    if (mine.handling) change("handled", mine.handling.card);
  }

  /** @param {KeyboardEvent} event */
  function walkTabs(event) {
    const at = event.composedPath()[0];
    if (!(at instanceof HTMLElement) || at.getAttribute("role") !== "tab" || !["ArrowLeft", "ArrowRight"].includes(event.key)) return false;
    const forward = (event.key === "ArrowRight") === (place.shell.dir !== "rtl");
    change("tab", TABS[(TABS.indexOf(mine.tab) + (forward ? 1 : TABS.length - 1)) % TABS.length] ?? null);
    event.preventDefault();
    return true;
  }

  stage.addEventListener("click", onClick);
  stage.addEventListener("pointerdown", hints.close);
  stage.addEventListener("scroll", hints.mind, true);
  mindMenus(stage);
  mindPictures(stage, draw);
  stage.addEventListener("submit", onSubmit);
  addEventListener("keydown", onKey, true);

  return {
    show,
    connection(state) {
      mine.link = state;
      turns.mind(state !== "live");
      if (state === "asleep") return; // nobody looks: see `Face` in film.js
      draw();
      time.mind(); // it may be another time in the house than this device thinks
    },
    again: draw,
    close() {
      removeEventListener("keydown", onKey, true);
      clearTimeout(stillness);
      time.stop();
      presence();
      advice.stop();
      keys.stop();
      understood.stop();
      withheld.stop();
      hints.close();
      table.stop();
    },
  };
}

/** @param {Element} node */
function columnOf(node) {
  return node.closest("[data-column]")?.getAttribute("data-column") ?? "top";
}
