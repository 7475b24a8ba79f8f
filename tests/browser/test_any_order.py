"""Whatever thirty people do in whatever order, what a screen draws from its stream is what it would draw afresh."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from sos_core.access.eyes import SCREEN
from sos_core.domain.errors import DomainError
from tests.browser.windows import Staff
from tests.builders import Meeting, Office
from tests.everybody import Everybody, run_everybody

pytestmark = pytest.mark.browser

DRAWN = """
async ({ heard }) => {
  const { apply } = await import("/face/film/patch.js");
  const { screen } = await import("/face/film/screen.js");
  const { whole } = await import("/face/film/seen.js");
  const surface = () => {
    const shell = document.body.appendChild(document.createElement("div"));
    return { shell, face: screen({ shell, conference: "", lang: "nl", act: async () => ({}) }) };
  };
  const [followed, fresh] = [surface(), surface()];
  let view = null;
  for (const news of heard) {
    view = view && news.set ? apply(view, news) : news;
    followed.face.show(whole(view));
  }
  fresh.face.show(whole(view));
  const drawn = ({ shell }) => {
    const stage = shell.querySelector(".stage").cloneNode(true);
    for (const node of stage.querySelectorAll("*")) {
      node.classList.remove("fresh");
      for (const name of ["class", "style"]) if (!node.getAttribute(name)) node.removeAttribute(name);
    }
    return stage.innerHTML;
  };
  const standing = [...fresh.shell.querySelectorAll(".scene")].flatMap((scene) =>
    [...scene.querySelectorAll("li.card, li.helper")].map((card) => [scene.dataset.id, card.dataset.id.replace("helper-", "")]));
  const result = { view, standing, followed: drawn(followed), fresh: drawn(fresh) };
  for (const { shell, face } of [followed, fresh]) { face.close(); shell.remove(); }
  return result;
}
"""


class OnAScreen(Everybody):
    """After each meeting the shared screen goes through all that its stream said. `page` is set by the test."""

    page: Page

    def teardown(self) -> None:
        for verb, fields in (
            ("move_phase", {"phase": "film"}),
            ("stop_playing", {}),
            ("pause_screen", {"paused": False}),
        ):
            with suppress(DomainError):  # so it is already
                self.meeting.do(verb, **fields)
        self.every_stream_shows_what_a_fresh_look_shows()
        drawn: dict[str, Any] = self.page.evaluate(DRAWN, {"heard": self.heard[SCREEN]})
        assert drawn["view"] == self.streams[SCREEN]
        assert drawn["followed"] == drawn["fresh"]
        assert sorted(map(tuple, drawn["standing"])) == sorted(self.wanted())

    def wanted(self) -> list[tuple[str, str]]:
        """Each card that everybody may read at its scene of the routine that is shown; of help, each person once, and while in. With
        those who agreed to something there and offered no help.
        """
        view = self.streams[SCREEN]
        scene = view["now"]["scene"]
        shown = next((routine["scenes"] for routine in view["routines"].values() if scene in routine["scenes"]), [])
        stands: dict[tuple[str, str, str], tuple[str, str]] = {}
        for card in view["cards"].values():
            if card["on_board"] and card["scene"] in shown and not (card["lapsed"] or card["parked"]):
                help_of = card["author"] if card["kind"].startswith("help_") and card["author"] else card["id"]
                stands.setdefault((card["scene"], card["kind"], help_of), (card["scene"], card["id"]))
        for scene_id in shown:
            there = view["scenes"][scene_id]
            offered = {view["cards"][card]["author"] for card in there["helpers"]}
            agreed = (who for who in there["agreed"] if who in view["people"] and who not in offered)
            stands.update({(scene_id, "agreed", who): (scene_id, f"agreed-{who}") for who in agreed})
        return list(stands.values())


def test_what_is_drawn_step_by_step_is_what_is_drawn_at_once(office: Office, fien: Staff, meeting: Meeting) -> None:
    page = fien.screen(meeting.conference)
    expect(page.locator(".stage")).to_be_visible()
    machine = type("Here", (OnAScreen,), {"office": office, "page": page})
    run_everybody(machine, examples=5, steps=30)
