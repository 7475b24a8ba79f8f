/** Leading by key or button: what each command of the film posts. Used by the screen and the desk, so that both do the same. */

import { questionAfter, routineFrom, routineNow, sceneFrom, sceneNow } from "./seen.js";

/** @typedef {import("./seen.js").View} View */
/** @typedef {{verb: string, fields?: Record<string, unknown>}} Step */

/**
 * The step that a command stands for in this view; null when there is nothing to do.
 * @param {string} command @param {View} view @returns {Step|null}
 */
export function stepOf(command, view) {
  const scene = sceneNow(view);
  const scenes = routineNow(view)?.scenes ?? [];
  switch (command) {
    case "next": return toScene(sceneFrom(view, 1));
    case "previous": return toScene(sceneFrom(view, -1));
    case "first": return toScene(scenes[0]);
    case "last": return toScene(scenes.at(-1));
    case "next_film": return toScene(routineFrom(view, 1));
    case "previous_film": return toScene(routineFrom(view, -1));
    case "play": return view.now.playing ? { verb: "stop_playing" } : scene && { verb: "play", fields: { scene: scene.id } };
    case "question": return { verb: "ask", fields: { question: questionAfter(view) } };
    case "talked": return scene && !scene.talked_through ? { verb: "talk_through", fields: { scene: scene.id } } : null;
    case "pause": return { verb: "pause_screen", fields: { paused: !view.now.paused } };
    default: return null;
  }
}

/** @param {string|null|undefined} scene @returns {Step|null} */
function toScene(scene) {
  return scene ? { verb: "show_scene", fields: { scene } } : null;
}

/** Keys that only mean something while the film is on. */
export const FILM_ONLY = new Set(["next", "previous", "first", "last", "next_film", "previous_film", "play", "question", "talked"]);
