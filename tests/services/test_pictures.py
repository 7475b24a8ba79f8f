"""Pictures that the family chooses: proposed from a phone, put there by the facilitator, seen by nobody else until then."""

from __future__ import annotations

import pytest

from sos_core.access.eyes import DESK
from sos_core.domain.errors import ChangedMeanwhile, DomainError, NotFound
from sos_core.services.seeing import since
from tests.access.patching import patched
from tests.builders import Meeting, Somebody


@pytest.fixture
def riet(meeting: Meeting) -> Somebody:
    return meeting.admitted("Riet")


def proposed(meeting: Meeting) -> list[tuple[str, str]]:
    return [(one["person"], one["picture"]) for one in meeting.desk()["proposals"].values()]


def test_a_picture_goes_to_the_desk_and_stands_at_its_scene_with_one_step_that_can_be_undone(
    meeting: Meeting, riet: Somebody
) -> None:
    scene, mo = meeting.scenes[0], meeting.admitted("Mo", "parent")
    before = meeting.screen()["scenes"][scene]
    meeting.do("propose_picture", riet, scene=scene, picture="bath")
    wanted = meeting.do("propose_picture", riet, scene=scene, picture="bed")
    assert proposed(meeting) == [(riet.id, "bed")]
    assert list(meeting.seen_by(riet)["proposals"]) == [wanted]
    assert meeting.seen_by(mo)["proposals"] == meeting.screen()["proposals"] == {}
    meeting.do("put_picture", proposal=wanted)
    for view in (meeting.screen(), meeting.seen_by(mo)):
        assert view["scenes"][scene]["picture"] == "bed"
    assert proposed(meeting) == []
    with pytest.raises(ChangedMeanwhile):
        meeting.do("change_scene", scene=scene, base=before["base"], title="Jassen uit")
    meeting.do("undo", step=meeting.desk()["undo"]["step"])
    assert meeting.screen()["scenes"][scene] == before
    assert proposed(meeting) == [(riet.id, "bed")]


def test_a_picture_is_left_or_taken_back_and_one_at_a_scene_that_went_is_shown_no_more(
    meeting: Meeting, riet: Somebody
) -> None:
    first, second, third = (
        meeting.do("propose_picture", riet, scene=one, picture="moon") for one in meeting.scenes[:3]
    )
    meeting.do("leave_picture", proposal=first)
    meeting.do("take_back_picture", riet, proposal=second)
    assert list(meeting.desk()["proposals"]) == [third]
    old = meeting.desk()
    meeting.do("remove_scene", scene=meeting.scenes[2])
    assert proposed(meeting) == []
    patch = since(meeting.house, meeting.conference, DESK, old["seq"])
    assert patch is not None
    assert patched(old, patch)["proposals"] == {}
    meeting.do("undo")
    assert proposed(meeting) == [(riet.id, "moon")]


def test_only_pictures_that_ship_only_by_the_family_and_only_ones_own_taken_back(
    meeting: Meeting, riet: Somebody
) -> None:
    scene = meeting.scenes[0]
    jo, mo = meeting.admitted("Jo", "professional"), meeting.admitted("Mo", "parent")
    there = meeting.screen()["scenes"][scene]["picture"]
    for who, picture, key in (
        (riet, "../key", "input.unknown_choice"),
        (riet, there, "pictures.there_already"),
        (jo, "bed", "pictures.of_the_family"),
    ):
        with pytest.raises(DomainError) as refusal:
            meeting.do("propose_picture", who, scene=scene, picture=picture)
        assert refusal.value.key == key
    wanted = meeting.do("propose_picture", riet, scene=scene, picture="bed")
    with pytest.raises(NotFound):
        meeting.do("take_back_picture", mo, proposal=wanted)
    meeting.do("put_picture", proposal=wanted)
    with pytest.raises(NotFound):
        meeting.do("put_picture", proposal=wanted)
