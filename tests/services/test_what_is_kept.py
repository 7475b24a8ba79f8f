"""What is kept of one person: all of it, and nothing of anybody else."""

from __future__ import annotations

import io
from datetime import date
from typing import Any

import pypdf
import pytest

from sos_core.domain.errors import NotFound
from sos_core.domain.kinds import ClosedBecause, Keeping
from sos_core.domain.safety_net import Circle, Known
from sos_core.export.paper import KeptPaper
from sos_core.services.closing import close
from sos_core.services.coming_by_link import join_by_link
from sos_core.services.erasing import confirm, propose, withdraw
from sos_core.services.erasing_one import propose_person
from sos_core.services.house import new_id
from sos_core.services.links import Purpose
from sos_core.services.net_form import NetPersonForm
from sos_core.services.own_links import make_door_link, switch_off, switch_on_calendar
from sos_core.services.safety_net import keep_net_person
from sos_core.services.what_is_kept import kept_file, kept_paper, people_kept
from sos_core.store.tables import Person
from tests.builders import Meeting, Office, Somebody
from tests.services.test_closing import referral_of


@pytest.fixture
def mother(meeting: Meeting) -> Somebody:
    """She said and did one of everything; somebody else said something too."""
    mother = meeting.admitted("Anna", "parent", relation="moeder")
    father = meeting.admitted("Bram", "parent")
    meeting.shown(father, "worry", "Vader zegt dit.")
    meeting.do("confide", father, text="Vader vertelt dit.")
    meeting.shown(mother, "worry", "Moeder zegt dit.")
    meeting.say(mother, "strength", "Nog in het postvak.")
    back = meeting.say(mother, "worry", "Teruggenomen.")
    meeting.do("take_back", mother, card=back)
    meeting.do("confide", mother, text="Alleen voor de begeleider.")
    meeting.do("write_note", person=mother.id, text="Een briefje.")
    scale = meeting.do("ask_scale")
    meeting.do("set_scale", mother, scale=scale, value=6)
    agreement = meeting.agree(mother, what="Belt oma.", when="Elke dag.")
    meeting.do("answer_agreement", mother, agreement=agreement, answer="yes_if", text="Als oma thuis is.")
    meeting.do("tell_back", mother, agreement=agreement, text="Ik bel oma.")
    meeting.do("note_proof", agreement=agreement, proof="worked", told_by=mother.id)
    return mother


def words_of(paper: KeptPaper) -> dict[str, str | None]:
    return {line.what: line.words for line in paper.lines if line.words or line.why != "taken_back"}


def test_all_that_somebody_said_did_and_was_written_is_on_it_in_order(meeting: Meeting, mother: Somebody) -> None:
    paper = kept_paper(meeting.house, meeting.facilitator, meeting.conference, mother.id)
    assert (paper.name, paper.role, paper.relation) == ("Anna", "parent", "moeder")
    assert words_of(paper) == {
        "came": None,
        "let_in": None,
        "worry": "Moeder zegt dit.",
        "strength": "Nog in het postvak.",
        "confided": "Alleen voor de begeleider.",
        "note": "Een briefje.",
        "scale": "6",
        "answered": "Als oma thuis is.",
        "told_back": "Ik bel oma.",
        "proof": None,
    }
    assert [(one.part, one.agreement.what) for one in paper.parts] == [("does", "Belt oma.")]
    assert [line.why for line in paper.lines if line.why == "taken_back"] == ["taken_back"]


def test_nothing_of_anybody_else_is_on_it(meeting: Meeting, mother: Somebody) -> None:
    assert "Vader" not in repr(kept_paper(meeting.house, meeting.facilitator, meeting.conference, mother.id))


def test_on_a_phone_what_was_told_in_confidence_has_no_words(meeting: Meeting, mother: Somebody) -> None:
    own = kept_paper(meeting.house, meeting.guest(mother), "", mother.id)
    assert [line.why for line in own.lines if line.what == "confided"] == ["not_here"]
    assert "Alleen voor" not in repr(own)


# -- what others wrote about somebody, and what stands beside ---------------------------------------------------------


def around(meeting: Meeting, name: str = "Riet", relation: str = "oma", **other: Any) -> str:
    """Somebody in the safety net; their id there."""
    person = new_id()
    answers = {"reachable": Known.YES, "knows": Known.NO, "willing": Known.UNKNOWN, "dares": Known.YES}
    form = NetPersonForm(name=name, relation=relation, circle=Circle.MIDDLE, informal=True, **{**answers, **other})
    keep_net_person(meeting.house, meeting.facilitator, referral_of(meeting), person, form)
    return person


def invited(meeting: Meeting, person: str, **when: str) -> Somebody:
    """Asked to come from the net, with a day and a letter, and come by it."""
    meeting.do("invite_from_net", person=person, role="network")
    hours = {"on": "2026-11-23", "begins": "12:00", "ends": "13:00", "place": "Buurthuis", **when}
    meeting.do("plan_session", people=[person], **hours)
    link = make_door_link(meeting.house, meeting.facilitator, meeting.conference, person).rsplit("#")[-1]
    return Somebody("Riet", person, join_by_link(meeting.house, link=link).token)


def test_who_was_asked_from_the_net_gets_what_was_filled_in_there_and_the_own_days(meeting: Meeting) -> None:
    riet = around(meeting)
    invited(meeting, riet)
    paper = kept_paper(meeting.house, meeting.facilitator, meeting.conference, riet)
    assert paper.net is not None
    assert (paper.net.name, paper.net.relation, paper.net.circle, paper.net.informal) == ("Riet", "oma", "middle", True)
    assert dict(paper.net.answers) == {"reachable": "yes", "knows": "no", "willing": "unknown", "dares": "yes"}
    (day,) = (line for line in paper.lines if line.what == "session")
    assert (day.day, day.hours, day.words) == (date(2026, 11, 23), ("12:00", "13:00"), "Buurthuis")
    assert [line.what for line in paper.lines] == ["invited", "session", "came"]


def test_who_stands_in_the_net_alone_has_a_sheet_too(meeting: Meeting, office: Office) -> None:
    riet, elsewhere = around(meeting), office.meeting(facilitator=office.other_facilitator)
    for actor in (meeting.facilitator, office.coordinator):
        known = people_kept(meeting.house, actor, meeting.conference)[riet]
        assert (known.name, known.relation, known.only_in_net) == ("Riet", "oma", True)
        paper = kept_paper(meeting.house, actor, meeting.conference, riet)
        assert (paper.name, paper.role, paper.lines) == ("Riet", None, ())
        assert paper.net is not None
        with pytest.raises(NotFound):
            kept_paper(meeting.house, actor, elsewhere.conference, riet)
    bram = meeting.admitted("Bram")
    with pytest.raises(NotFound):
        kept_paper(meeting.house, meeting.guest(bram), "", riet)


def test_on_a_phone_stands_nothing_that_staff_filled_in_nor_the_address_of_the_mail(
    meeting: Meeting, mother: Somebody
) -> None:
    riet = invited(meeting, around(meeting))
    meeting.do("admit", person=riet.id, role="network", picture="bus")
    meeting.do("plan_contact_step", person=riet.id, what="Een uur wandelen.", asks="Op tijd thuis.", hours=2)
    with meeting.house.store.writing() as session:
        row = session.get_one(Person, riet.id)
        row.mail, row.mail_lang = "riet@mail.test", "nl"
    own = kept_paper(meeting.house, meeting.guest(riet), "", riet.id)
    assert (own.whole, own.net, own.beside.mails, own.beside.mail) == (False, None, True, None)
    assert [(line.words, line.why) for line in own.lines if line.what == "contact"] == [(None, "not_here")]
    assert not any(word in repr(own) for word in ("riet@mail.test", "wandelen", "Op tijd", "circle", "'knows'"))
    whole = kept_paper(meeting.house, meeting.facilitator, meeting.conference, riet.id)
    assert (whole.whole, whole.beside.mail, whole.beside.picture) == (True, "riet@mail.test", "bus")
    told = [(line.what, line.words) for line in whole.lines if line.what.startswith("contact")]
    assert told == [("contact", "Een uur wandelen."), ("contact_asks", "Op tijd thuis."), ("contact_hours", "2")]


def test_of_a_personal_link_it_says_that_it_is_on_or_since_when_it_is_not_and_never_the_secret(
    meeting: Meeting, office: Office, mother: Somebody
) -> None:
    house, guest = meeting.house, meeting.guest(mother)
    secrets = [switch_on_calendar(house, guest, person=mother.id)]
    secrets.append(make_door_link(house, meeting.facilitator, meeting.conference, mother.id, days=10))
    office.clock.forward(days=1)
    switch_off(house, guest, Purpose.CALENDAR, person=mother.id)
    paper = kept_paper(house, guest, "", mother.id)
    assert [(way.for_calendar, way.made_on, way.until, way.ended_on) for way in paper.beside.ways] == [
        (True, date(2026, 11, 2), None, date(2026, 11, 3)),
        (False, date(2026, 11, 2), date(2026, 11, 12), None),
    ]
    assert paper.beside.joined_on == date(2026, 11, 2)
    assert not any(secret.rsplit("#")[-1] in repr(paper) for secret in secrets)


def test_that_somebody_asked_to_be_erased_is_on_it(meeting: Meeting, office: Office, mother: Somebody) -> None:
    withdraw(
        office.house,
        office.administrator,
        propose_person(office.house, meeting.facilitator, meeting.conference, mother.id),
    )
    paper = kept_paper(meeting.house, meeting.facilitator, meeting.conference, mother.id)
    assert paper.beside.erasing == ((date(2026, 11, 2), True),)


def test_an_agreement_is_on_it_as_it_was_also_when_it_was_dropped_or_somebody_left(
    meeting: Meeting, mother: Somebody
) -> None:
    (first,) = meeting.now.board.agreements
    terms = {"who": mother.id, "what": "Belt tante.", "when": "Elke dag.", "notice": "Een duim."}
    meeting.do("change_agreement", agreement=first, base=first, **terms)
    meeting.do("drop_agreement", agreement=meeting.agree(mother, what="Kookt soep."))

    def of_before() -> list[str | None]:
        paper = kept_paper(meeting.house, meeting.facilitator, meeting.conference, mother.id)
        return [line.words for line in paper.lines if line.what == "agreement"]

    assert of_before() == ["Belt oma. (Elke dag.)", "Kookt soep. (Elke dag om acht uur.)"]
    meeting.do("leave", mother)
    assert of_before() == ["Belt oma. (Elke dag.)", "Belt tante. (Elke dag.)", "Kookt soep. (Elke dag om acht uur.)"]


# -- what somebody may not read ---------------------------------------------------------------------------------------

SECRET = "Lindelaan 12"


def test_what_somebody_may_not_read_leaves_no_trace_on_the_sheet_and_own_words_stay(
    meeting: Meeting, mother: Somebody
) -> None:
    """Of all that others wrote, wherever it may stand; also on the copy that is handed out."""
    bram = invited(meeting, around(meeting, "Bram", f"woont op {SECRET}"), place=f"{SECRET}, achter")
    meeting.do("admit", person=bram.id, role="parent", relation=f"van {SECRET}")
    card = meeting.shown(bram, "worry", "Vader zegt dit ook.")
    meeting.do("clarify", card=card, text=f"Bij {SECRET}.")
    meeting.do("park", card=card, reason=f"Eerst naar {SECRET}.")
    meeting.do("write_note", person=bram.id, text=f"Kom naar {SECRET}.")
    asked = meeting.do("ask_correction", bram, text="Dat klopt niet.")
    meeting.do("answer_correction", correction=asked, done=False, text=f"Wel op {SECRET}.")
    meeting.do("drop_agreement", agreement=meeting.agree(bram, what=f"Haalt op bij {SECRET}."))
    meeting.agree(bram, what=f"Brengt weg naar {SECRET}.")
    step = meeting.do("plan_contact_step", person=bram.id, what=f"Bij {SECRET}.", asks=f"Niet naar {SECRET}.")
    said = {"because": f"Niet op {SECRET} geweest.", "seen": f"Was niet op {SECRET}."}
    meeting.do("sign_off_contact_step", meeting.office.referrer, step=step, **said)
    meeting.do("halt_contact_step", step=step, because=f"Was op {SECRET}.")
    meeting.do("confide", bram, text=f"Ik weet van {SECRET}.")
    before = kept_paper(meeting.house, meeting.facilitator, meeting.conference, bram.id)
    assert repr(before).count(SECRET) == 15, "else this test would pass by not looking"
    meeting.do("restrict", kind="guarded", people=[bram.id], text=SECRET)
    for actor in (meeting.facilitator, meeting.guest(bram)):
        sheet = kept_paper(meeting.house, actor, meeting.conference, bram.id)
        told = {line.words for line in sheet.lines if line.words and SECRET in line.words}
        assert told == ({f"Ik weet van {SECRET}."} if actor is meeting.facilitator else set())
        assert SECRET not in repr((sheet.net, sheet.parts, sheet.relation))
        assert "erased" not in {line.why for line in sheet.lines}
        assert {"note", "agreement", "clearer", "contact_asks", "contact_seen"}.isdisjoint(
            line.what for line in sheet.lines
        )


@pytest.mark.parametrize("kind", ["apart", "unread", "guarded"])
def test_nobodys_sheet_tells_of_a_restriction(meeting: Meeting, office: Office, mother: Somebody, kind: str) -> None:
    father = meeting.people["Bram"]
    actors = (meeting.facilitator, office.coordinator)

    def sheets() -> list[KeptPaper]:
        return [
            kept_paper(office.house, actor, meeting.conference, who.id) for actor in actors for who in (mother, father)
        ]

    before = sheets()
    about = {"people": [father.id], "text": "Lindelaan"} if kind == "guarded" else {"people": [father.id, mother.id]}
    meeting.do("restrict", kind=kind, **about)
    assert sheets() == before


# -- who gets it ------------------------------------------------------------------------------------------------------


def test_only_that_person_who_leads_and_a_coordinator_get_it(
    meeting: Meeting, office: Office, mother: Somebody
) -> None:
    father = meeting.guest(meeting.people["Bram"])
    elsewhere = office.meeting(facilitator=office.other_facilitator)
    stranger = elsewhere.guest(elsewhere.admitted("Vreemd"))
    for actor in (father, stranger, office.other_facilitator, office.referrer, office.administrator):
        with pytest.raises(NotFound):
            kept_paper(meeting.house, actor, meeting.conference, mother.id)
        with pytest.raises(NotFound):
            people_kept(meeting.house, actor, meeting.conference)
    for actor in (meeting.facilitator, office.coordinator):
        assert kept_paper(meeting.house, actor, meeting.conference, mother.id).name == "Anna"
        assert people_kept(meeting.house, actor, meeting.conference)[mother.id].name == "Anna"
    with pytest.raises(NotFound):
        kept_paper(meeting.house, meeting.facilitator, meeting.conference, "nobody")


def test_after_closing_the_phone_still_gets_it_until_it_is_erased(
    meeting: Meeting, office: Office, mother: Somebody
) -> None:
    guest, referral = meeting.guest(mother), referral_of(meeting)
    close(meeting.house, meeting.facilitator, referral, because=ClosedBecause.WITHDREW)
    assert kept_paper(meeting.house, guest, "", mother.id).name == "Anna"
    wanted = propose(office.house, office.coordinator, referral, keeping=Keeping.WORKING, asked_for=True)
    confirm(office.house, office.administrator, wanted)
    left = kept_paper(meeting.house, guest, "", mother.id)
    assert {line.why for line in left.lines if line.what in {"worry", "note", "told_back"}} == {"erased", "taken_back"}
    assert "scale" not in words_of(left)


def test_it_is_a_paper_in_plain_words(meeting: Meeting, mother: Somebody) -> None:
    made = kept_file(meeting.house, meeting.facilitator, meeting.conference, mother.id, lang="nl")
    reader = pypdf.PdfReader(io.BytesIO(made))
    text = " ".join(page.extract_text() for page in reader.pages)
    for sentence in (
        "Wat er is bewaard van Anna",
        "Je zorg: Moeder zegt dit.",
        "Je cijfer op de schaal: 6",
        "Belt oma.",
    ):
        assert sentence in text
    assert reader.xmp_metadata is not None
    assert reader.xmp_metadata.dc_title == {"x-default": "Ons plan"}
