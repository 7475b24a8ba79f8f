"""How the shared screen looks: on each projector, in each direction, full and empty, nothing is cut off or too small."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from sos_core.domain.kinds import CardKind
from sos_core.i18n import tag
from tests.browser.access import SMALLEST, smallest_text
from tests.browser.serving import Server
from tests.browser.windows import Lead, Staff
from tests.builders import Meeting, Office

pytestmark = pytest.mark.browser

SIZES = ((1920, 1080), (1366, 768), (1280, 720))
LONG = "Kindercarnavalsoptochtvoorbereidingswerkzaamhedencomitéleden"
SENTENCE = "Er wordt hard geschreeuwd in de gang, en de jongste verstopt zich achter de jassen."

SEEN = """whole => {
  const found = [];
  const name = (node) => `${node.tagName.toLowerCase()}.${node.className} “${node.textContent.slice(0, 40)}”`;
  const box = (node) => node.getBoundingClientRect();
  const shown = (node) => node.checkVisibility() && box(node).width > 1 && !node.closest(".sr");
  const all = (what, under = whole) => [...under.querySelectorAll(what)].filter(shown);
  const inside = (node, outer, slack = 1) => {
    const [a, b] = [box(node), box(outer)];
    return a.left >= b.left - slack && a.right <= b.right + slack && a.top >= b.top - slack && a.bottom <= b.bottom + slack;
  };
  const apart = (nodes) => {
    for (const [at, one] of nodes.entries()) for (const other of nodes.slice(at + 1)) {
      const [a, b] = [box(one), box(other)];
      const over = Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;
      if (over) found.push(`${name(one)} lies over ${name(other)}`);
    }
  };
  if (document.documentElement.scrollWidth > innerWidth || whole.scrollWidth > whole.clientWidth) found.push("scrolls sideways");
  for (const part of all(".top, .day-without, .body, .moment, .title, .phases, .door, .play > *, .column, .people, .person")) {
    if (!inside(part, whole)) found.push(`${name(part)} sticks out`);
  }
  for (const scene of all(".scene")) {
    for (const part of all(".scene-head, .scene-head *, h3, .shot, .card, .more, .helper, .left-then, .cover, .for-all *", scene)) {
      if (!inside(part, scene)) found.push(`${name(part)} sticks out of its scene`);
    }
    apart(all(":scope > *", scene));
  }
  for (const list of all(".cards")) {
    apart(all(":scope > *", list));
    for (const part of all(".card, .more", list)) if (!inside(part, list)) found.push(`${name(part)} is cut off`);
  }
  for (const group of all(".top, .play, .play-shot, .play-words, .moment, .columns, .welcome")) apart(all(":scope > *", group));
  for (const word of all(".said, h1, h2, h3, .question, .play-question, .code, .where, b, small, time")) {
    const { webkitLineClamp, textOverflow, display } = getComputedStyle(word);
    if (webkitLineClamp !== "none" || textOverflow === "ellipsis" || display === "inline") continue; // ends in three dots
    if (word.scrollWidth > word.clientWidth + 1) found.push(`${name(word)} is cut off`);
  }
  for (const picture of all("img")) if (!picture.complete || !picture.naturalWidth) found.push(`no picture: ${picture.src}`);
  return found;
}"""
"""What is wrong with the picture, in words."""


def full(office: Office) -> Meeting:
    """Forty risk points over four scenes, twelve people, help everywhere but at the end, and what is still to do."""
    meeting = filled(office, SENTENCE, each=10, people=12)
    for scene in meeting.scenes[:3]:
        for who in list(meeting.people.values())[:4]:
            meeting.say(who, "help_step_in", None, scene=scene)
    meeting.do("talk_through", scene=meeting.scenes[0])
    risks = [card.id for card in meeting.now.board.cards.values() if card.kind is CardKind.RISK]
    room = list(meeting.people.values())
    meeting.agree(room[5], risks=risks[:1], backups=[room[6].id])
    meeting.do("show_todo")
    return meeting


def long_words(office: Office) -> Meeting:
    """Names, titles, places and cards of one word that fits nowhere."""
    scenes = [{"title": LONG, "place": LONG}] * 4
    meeting = filled(office, LONG, each=2, people=3, prefix=LONG[:50], title=LONG, scenes=scenes)
    for who in meeting.people.values():
        meeting.say(who, "help_step_in", None, scene=meeting.scenes[0])
    meeting.do("show_todo")
    return meeting


def empty(office: Office) -> Meeting:
    meeting = office.meeting()
    meeting.do("move_phase", phase="film")
    return meeting


def filled(office: Office, words: str, *, each: int, people: int, prefix: str = "Riet", **film: object) -> Meeting:
    meeting = office.meeting(library=None)
    meeting.do("add_routine", library="naar-school", **film)
    meeting.do("open_door")
    meeting.do("move_phase", phase="film")
    meeting.do("set_road", straight=True)
    room = [meeting.admitted(f"{prefix} {n}", relation="buurvrouw") for n in range(people)]
    for scene in meeting.scenes:
        for n in range(each):
            risk = meeting.say(room[n % people], "risk", f"{n}: {words}", scene=scene)
            if n % 4 == 0:
                meeting.say(room[1], "warning_sign", words, risk=risk)
    return meeting


def look_at_all_sizes(screen: Page, where: str) -> None:
    for width, height in SIZES:
        screen.set_viewport_size({"width": width, "height": height})
        screen.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
        wrong = screen.locator(".whole").evaluate(SEEN)
        assert wrong == [], f"{where} at {width}×{height}"
        assert smallest_text(screen) >= SMALLEST, f"{where} at {width}×{height}"


@pytest.mark.parametrize("board", [full, long_words, empty])
def test_the_film_is_whole_on_each_screen_in_each_language_and_direction(
    fien: Staff, office: Office, server: Server, token: str, board: Callable[[Office], Meeting]
) -> None:
    meeting = board(office)
    lead = Lead(server.url, meeting, token)
    for language in ("nl", "en"):
        screen = fien.window(f"/board?conference={meeting.conference}&lang={language}")
        expect(screen.locator(".scene.current")).to_be_visible()
        expect(screen.locator(".whole")).to_have_attribute("lang", tag(language))
        for direction in ("ltr", "rtl"):
            screen.locator(".whole").evaluate("(whole, way) => { whole.dir = way }", direction)
            look_at_all_sizes(screen, f"the film, {language}, {direction}")
            lead.do("play")
            expect(screen.locator(".play")).to_be_visible()
            look_at_all_sizes(screen, f"a played scene, {language}, {direction}")
            lead.do("stop_playing")
            expect(screen.locator(".play")).to_have_count(0)
        screen.close()


def test_a_day_without_somebody_is_whole_too(fien: Staff, office: Office, server: Server, token: str) -> None:
    meeting = long_words(office)
    lead = Lead(server.url, meeting, token)
    lead.do("show_without", people=[who.id for who in list(meeting.people.values())[:2]])
    screen = fien.screen(meeting.conference)
    expect(screen.locator(".day-without")).to_be_visible()
    expect(screen.locator(".left-then")).to_be_visible()
    look_at_all_sizes(screen, "a day without two people")
    lead.do("play")
    expect(screen.locator(".play .helper.absent")).to_have_count(2)
    look_at_all_sizes(screen, "a played scene without two people")


def test_every_other_phase_is_whole_too(fien: Staff, office: Office, server: Server, token: str) -> None:
    meeting = filled(office, SENTENCE, each=3, people=12)
    room = list(meeting.people.values())
    for n, who in enumerate(room):
        meeting.say(who, ("worry", "strength")[n % 2], SENTENCE)
        meeting.agree(who, what=SENTENCE, backups=[room[n - 1].id], monitor=room[n - 2].id)
    meeting.do("ask_scale")
    for n, who in enumerate(room):
        meeting.do("set_scale", who, value=n % 11)
    meeting.do("show_scale")
    lead = Lead(server.url, meeting, token)
    screen = fien.screen(meeting.conference)
    for phase in ("welcome", "bottom_lines", "worries_strengths", "scale", "agreements", "adoption", "evaluation"):
        lead.do("move_phase", phase=phase)
        expect(screen.locator(f".phase-{phase}")).to_be_visible()
        look_at_all_sizes(screen, phase)
    lead.do("move_phase", phase="dry_run")
    for idea in ("kind-wil-niet", "ander-aan-de-deur"):
        lead.do("draw_what_if", idea=idea, scene=meeting.scenes[0])
        expect(screen.locator(".what-if .reel")).to_be_visible()
        look_at_all_sizes(screen, "a card of the dry run")
        [card] = [one for one in lead.see()["what_ifs"].values() if one["idea"] == idea]
        lead.do("walk_what_if", what_if=card["id"], base=card["id"], outcome="almost", text=SENTENCE)
        lead.do("answer_what_if", what_if=card["id"], agreement=next(iter(lead.see()["agreements"])))
        expect(screen.locator(".came-of-it .agreed-then")).to_be_visible()
        look_at_all_sizes(screen, "what came of it")
    lead.do("put_away_what_if", what_if=card["id"])
    expect(screen.locator(".walked")).to_be_visible()
    look_at_all_sizes(screen, "what was walked through")


def test_with_more_people_than_fit_in_the_row_no_card_of_the_film_is_cut_off(
    fien: Staff, office: Office, server: Server, token: str
) -> None:
    meeting = filled(office, SENTENCE, each=6, people=35)
    screen, lead = fien.screen(meeting.conference), Lead(server.url, meeting, token)
    lead.do("move_phase", phase="bottom_lines")
    expect(screen.locator(".phase-bottom_lines")).to_be_visible()
    lead.do("move_phase", phase="film")  # drawn anew, at the size that the screen has
    expect(screen.locator(".crowd .others")).to_be_visible()
    assert screen.locator(".whole").evaluate(SEEN) == []


def test_everybody_who_is_in_stands_on_the_screen_whole(
    fien: Staff, office: Office, server: Server, token: str
) -> None:
    meeting = office.meeting()
    for n in range(35):
        meeting.admitted(f"Willemijn-Charlotte {n}", relation="buurvrouw van hiernaast")
    screen = fien.screen(meeting.conference)
    expect(screen.locator(".person")).to_have_count(35)
    look_at_all_sizes(screen, "thirty-five people")
    for n in range(25):
        meeting.admitted(f"Riet {n}")
    screen.reload()
    expect(screen.locator(".person")).to_have_count(60)
    look_at_all_sizes(screen, "sixty people")


def test_a_scene_without_a_picture_has_no_empty_frame(fien: Staff, office: Office) -> None:
    meeting = office.meeting(library=None)
    scenes = [{"picture": "no-such-picture"}, {}, {}, {}]
    meeting.do("add_routine", library="naar-school", scenes=scenes)
    meeting.do("move_phase", phase="film")
    screen = fien.screen(meeting.conference)
    expect(screen.locator(".scene:not(.current) .shot")).to_have_count(3)
    expect(screen.locator(".scene.current .shot")).to_have_count(0)
    look_at_all_sizes(screen, "a scene without a picture")
