/** The forms of the cutting table: a scene or a film with its name, time, place and picture; and what goes, with where its cards go. Pure drawing. */

import { cutting, field, readField } from "./controls.js";
import { el } from "./dom.js";
import { pictureUrl } from "./draw.js";
import { scenesOf } from "./seen.js";
import { t } from "./words.js";

/** @typedef {import("./seen.js").View} View */
/** @typedef {{pictures: {id: string, label: string}[], routines: {id: string, title: string}[]}} Shelf what stands ready to choose from */

/**
 * A form that is open. `written` is what stands in its fields: a redraw loses nothing.
 * @typedef {object} Shot
 * @property {"change_scene"|"new_scene"|"change_routine"|"new_routine"|"remove_scene"|"remove_routine"} how
 * @property {string} about a scene or a routine
 * @property {string} base
 * @property {string} picture
 * @property {string} find what pictures are looked for
 * @property {{title: string|null, base: string, time?: string|null, place?: string|null}|null} clash what somebody else made of it meanwhile
 */

/** @param {View} view @param {Shot} shot @param {Shelf} shelf */
export function shotForm(view, shot, shelf) {
  const body = shot.how.startsWith("remove") ? goes(view, shot) : shot.how.endsWith("routine") ? film(view, shot, shelf) : scene(view, shot, shelf);
  return el("form", { class: "shot-form", "data-form": "shot", "data-id": `shot-${shot.how}-${shot.about}`, "aria-label": titleOf(shot) },
    el("h3", {}, titleOf(shot)), shot.clash && clash(shot.clash), body,
    el("div", { class: "in-do" }, el("button", { type: "submit", class: `b ${shot.how.startsWith("remove") ? "warm" : "strong"}` }, shot.how.startsWith("remove") ? t("Ja, weghalen") : shot.clash ? t("Neem die van mij") : t("Bewaar")),
      cutting(shot.clash ? t("Houd die van de ander") : t("Toch niet"), "close_shot", null, { look: "quiet" })));
}

/** @param {Shot} shot */
function titleOf({ how }) {
  return { change_scene: t("Scène veranderen"), new_scene: t("Een scène erbij"), change_routine: t("Film veranderen"), new_routine: t("Een film erbij"), remove_scene: t("Scène weghalen"), remove_routine: t("Film weghalen") }[how];
}

/** @param {{title: string|null, time?: string|null, place?: string|null}} now */
function clash(now) {
  return el("p", { class: "status said", role: "alert" }, t("Iemand anders veranderde dit net in:"), " ", el("b", { dir: "auto" }, [now.time, now.title, now.place].filter(Boolean).join(" · ")));
}

/** @param {View} view @param {Shot} shot @param {Shelf} shelf */
function scene(view, shot, shelf) {
  const now = shot.how === "change_scene" ? view.scenes[shot.about] : undefined;
  return [
    readField(t("Wat gebeurt er?"), el("input", { name: "title", value: now?.title ?? "", required: true, dir: "auto", autocomplete: "off" })),
    el("div", { class: "two" }, field(t("Hoe laat? Dit hoeft niet."), el("input", { name: "time", type: "time", value: now?.time ?? "" })),
      readField(t("Waar? Dit hoeft niet."), el("input", { name: "place", value: now?.place ?? "", dir: "auto", autocomplete: "off" }))),
    pictures(shot, shelf),
  ];
}

/** @param {View} view @param {Shot} shot @param {Shelf} shelf */
function film(view, shot, shelf) {
  const now = view.routines[shot.about];
  const fresh = shot.how === "new_routine";
  return [
    fresh && field(t("Welke film?"), el("select", { name: "library" }, el("option", { value: "" }, t("Een eigen film")), shelf.routines.map((one) => el("option", { value: one.id }, one.title))), t("De voorbeelden komen uit de bibliotheek. Een gezin verandert wat niet past.")),
    readField(fresh ? t("Hoe heet de film? Bij een voorbeeld hoeft dit niet.") : t("Hoe heet de film?"), el("input", { name: "title", value: now?.title ?? "", required: !fresh, dir: "auto", autocomplete: "off" })),
    fresh && readField(t("Wat gebeurt er eerst? Alleen bij een eigen film."), el("input", { name: "first", dir: "auto", autocomplete: "off" })),
    pictures(shot, shelf),
  ];
}

/** What goes, and where what was said there goes. @param {View} view @param {Shot} shot */
function goes(view, shot) {
  const gone = new Set(shot.how === "remove_scene" ? [shot.about] : (view.routines[shot.about]?.scenes ?? []));
  const cards = Object.values(view.cards).filter((card) => card.scene && gone.has(card.scene)).length;
  const title = shot.how === "remove_scene" ? view.scenes[shot.about]?.title : view.routines[shot.about]?.title;
  const others = view.order.flatMap((id) => (view.routines[id] ? scenesOf(view, view.routines[id]) : [])).filter((one) => !gone.has(one.id));
  return [
    el("p", { dir: "auto" }, el("b", {}, title ?? "")),
    cards > 0 ? field(cards === 1 ? t("Hier staat 1 kaart. Naar welke scène gaat die?") : t("Hier staan {n} kaarten. Naar welke scène gaan ze?", { n: cards }),
      el("select", { name: "into", required: true }, others.map((one) => el("option", { value: one.id, selected: one.id === beside(view, shot.about) }, [one.time, one.title].filter(Boolean).join(" ")))),
      t("Er gaat niets verloren."))
      : el("p", { class: "soft" }, t("Hier staan geen kaarten.")),
  ];
}

/** The scene beside one that goes. @param {View} view @param {string} scene */
function beside(view, scene) {
  const row = view.routines[view.scenes[scene]?.routine ?? ""]?.scenes ?? [];
  const at = row.indexOf(scene);
  return at < 0 ? null : (row[at - 1] ?? row[at + 1]);
}

/** A quiet picker: a word finds pictures, arrows walk them. @param {Shot} shot @param {Shelf} shelf */
function pictures(shot, shelf) {
  const find = shot.find.trim().toLowerCase();
  const found = shelf.pictures.filter((one) => !find || one.label.toLowerCase().includes(find));
  return el("fieldset", { class: "pictures" }, el("legend", { class: "label" }, t("Het plaatje")),
    el("input", { type: "search", name: "find", value: shot.find, placeholder: t("Zoek, bijvoorbeeld: bed"), "aria-label": t("Zoek een plaatje"), autocomplete: "off" }),
    el("div", { class: "picture-grid", "data-id": "picture-grid" }, found.map((one) => el("label", { class: "pick", "data-id": `pick-${one.id}`, title: one.label },
      el("input", { type: "radio", name: "picture", value: one.id, checked: one.id === shot.picture, "aria-label": one.label }), el("img", { src: pictureUrl(one.id), alt: "", loading: "lazy", draggable: "false" })))),
    el("p", { class: "soft", role: "status" }, found.length === 0 ? t("Geen plaatje met dit woord.") : ""));
}
