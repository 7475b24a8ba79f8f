"""Bottom lines on staff pages: as they were stated; and with the plan what meets each, the referrer's word on it, and each time that it
was broken.
"""

from __future__ import annotations

from collections.abc import Iterable

import streamlit as st

from pages.drawn import Child, Node, draw, el, facts, said, table
from pages.running import house
from pages.staff import carry_out, day, words
from sos_core.access.actor import Duty, Staff
from sos_core.i18n import one_after_another
from sos_core.services.bottom_lines import (
    Escalated,
    MeetingAgreement,
    SeenBreach,
    StatedLine,
    bottom_lines,
    escalated,
)
from sos_core.services.conferences import ConferenceCard
from sos_core.services.referral_draft import DraftLine
from sos_core.services.referral_form import LineForm

JUDGES = {Duty.REFERRER, Duty.COORDINATOR}
"""Whom the form for a word is shown; the service decides."""
WRITERS = {Duty.REFERRER, Duty.FACILITATOR}
"""Whom the forms about a broken bottom line are shown; the service decides."""


def _own(text: str | None, tag: str = "span", *, cls: str = "said") -> Node:
    t = words()
    return said(text, tag, gone=t("gewist"), cls=cls)


def bottom_lines_part(staff: Staff, conference: ConferenceCard) -> None:
    """Each bottom line; and, unless it is closed, the forms about it that are this reader's."""
    t = words()
    st.header(t("Bodemeisen"))
    if conference.closed_on is None and (decided := escalated(house(), staff, conference.id)):
        draw("escalated", _escalated(decided))
    lines = bottom_lines(house(), staff, conference.id)
    if len(lines) > 1:
        draw("matrix", _matrix(lines))
    for line in lines:
        with st.container(border=True, key=f"card-{line.id}"):
            _stated(line)
            if conference.closed_on is None and staff.duty in JUDGES:
                _give_word(staff, conference.id, line)
            if conference.closed_on is None and staff.duty in WRITERS:
                _write_down(staff, conference.id, line)


def _escalated(decided: Escalated) -> Node:
    """That it is the referrer's turn, where what was agreed for it stands under it."""
    t = words()
    turn = t("Op {day} is besloten op te schalen. De verwijzer doet nu wat hieronder bij de bodemeisen is afgesproken.")
    return el(
        "div",
        el("p", turn.format(day=day(decided.on))),
        el("p", t("Waarom"), ": ", _own(decided.because)),
        cls="notice stop",
    )


def lines_table(lines: Iterable[LineForm | DraftLine]) -> Node:
    """Bottom lines as their referrer wrote them, whole or as far as that is."""
    t = words()
    heads = (
        t("Wat moet te zien zijn?"),
        t("Wanneer is de bodemeis geschonden?"),
        t("Wie doet dan wat?"),
        t("Binnen hoe lang?"),
    )
    rows = [
        (
            said(line.criterion or "–"),
            said(line.trigger or "–"),
            el("div", said(line.escalation_who or "–"), ": ", said(line.escalation_what or "–")),
            said(line.escalation_within or "–"),
        )
        for line in lines
    ]
    return table(heads, rows, caption=t("Bodemeisen"), cls="stacked")


def _stated(line: StatedLine) -> None:
    """One bottom line: what was asked, what meets it, and the word on it."""
    t = words()
    draw(
        f"line-{line.id}",
        el("div", el("h3", t("Bodemeis {number}").format(number=line.number)), _word(line), cls="row"),
        _own(line.criterion, "p"),
        facts(
            [
                (t("Geschonden als"), _own(line.trigger)),
                (t("Dan doet"), el("div", _own(line.escalation_who), ": ", _own(line.escalation_what))),
                (t("Binnen"), _own(line.escalation_within)),
                *([(t("Zo is het nog niet genoeg, omdat"), _own(line.because))] if line.because else []),
            ]
        ),
        _meeting(line),
        _broken(line),
    )


def _word(line: StatedLine) -> Node:
    t = words()
    if line.holds is None:
        return el("span", t("Nog geen oordeel"), cls="tag open")
    if line.holds:
        return el("span", t("Zo is het genoeg"), cls="tag done")
    return el("span", t("Zo is het nog niet genoeg"), cls="tag not")


def _meeting(line: StatedLine) -> Node:
    """The agreements that meet it, or that there is none."""
    t = words()
    if not line.met_by:
        return el("p", t("Nog geen afspraak hoort bij deze bodemeis."), cls="notice mind")
    rows = [
        (_own(a.who), el("div", _own(a.what), _own(a.when, "small")), _own(a.notice), _watchers(a)) for a in line.met_by
    ]
    heads = (t("Wie"), t("Doet wat, wanneer"), t("Hoe merken we het?"), t("Back-up en wie let op"))
    return table(heads, rows, caption=t("Afspraken bij deze bodemeis"))


def _watchers(agreement: MeetingAgreement) -> Node:
    t = words()
    backups = _own(one_after_another(agreement.backups, t)) if agreement.backups else t("nog niemand")
    monitor = _own(agreement.monitor) if agreement.has_monitor else t("nog niemand")
    return el("div", el("div", t("Back-up:"), " ", backups), el("div", t("Wie let op:"), " ", monitor))


def _matrix(lines: tuple[StatedLine, ...]) -> Node:
    """How each bottom line is covered and watched, at a glance."""
    t = words()
    nobody = t("nog niemand")
    rows = [
        (
            el("span", f"{line.number}. ", _own(line.criterion)),
            _names([a.who for a in line.met_by]) if line.met_by else nobody,
            _names([one for a in line.met_by for one in a.backups]) if any(a.backups for a in line.met_by) else nobody,
            _names([a.monitor for a in line.met_by if a.watched]) if any(a.watched for a in line.met_by) else nobody,
            _word(line),
            _breaches_counted(line),
        )
        for line in lines
    ]
    heads = (t("Bodemeis"), t("Wie doet iets"), t("Back-up"), t("Wie let op"), t("Oordeel"), t("Geschonden"))
    return table(heads, rows, caption=t("Hoe elke bodemeis is geregeld"))


def _names(people: list[str | None]) -> Node:
    """These people, each once; of several agreements, so in no order."""
    first, *others = (_own(one) for one in dict.fromkeys(people))
    return el("span", first, *(part for one in others for part in (", ", one)))


def _breaches_counted(line: StatedLine) -> Child:
    t = words()
    if not line.breaches:
        return t("nee")
    times = len(line.breaches)
    return t("1 keer") if times == 1 else t("{times} keer").format(times=times)


def _broken(line: StatedLine) -> Node | None:
    """Each time that it was broken: what was seen, and what was then done."""
    t = words()
    if not line.breaches:
        return None
    return el(
        "section",
        el("h4", t("Deze bodemeis is geschonden")),
        el("ul", *(el("li", *_breach_said(one)) for one in line.breaches), cls="bullets"),
    )


def _breach_said(breach: SeenBreach) -> list[Node]:
    t = words()
    done = [el("li", day(on), ": ", _own(text)) for on, text in breach.followed_up]
    nothing = el("p", t("Er staat nog niet bij wat er toen is gedaan."), cls="notice mind")
    return [
        el("div", el("strong", day(breach.on)), ": ", _own(breach.text)),
        el("div", t("Wat er toen is gedaan:"), el("ul", *done)) if done else nothing,
    ]


def _write_down(staff: Staff, conference: str, line: StatedLine) -> None:
    """That it was broken, with what was agreed for it before one's eyes; and what was then done."""
    t = words()
    with st.expander(t("Deze bodemeis is geschonden"), icon=":material/edit_note:"):
        draw(
            f"agreed-{line.id}",
            el("p", t("Draaiboek belt niemand en stuurt niemand. Is er nu gevaar? Bel 112."), cls="notice stop"),
            el("p", t("Veilig Thuis 0800-2000 (gratis, dag en nacht)")),
            el("p", t("Dit is afgesproken:"), " ", _own(line.escalation_who), ": ", _own(line.escalation_what)),
            el("p", t("Binnen:"), " ", _own(line.escalation_within)),
        )
        _breach_form(
            staff,
            conference,
            f"breach-{line.id}",
            (t("Wat is er gezien?"), t("Schrijf op dat het is gebeurd")),
            ("record_breach", {"bottom_line": line.id}),
        )
        for breach in line.breaches:
            draw(
                f"then-{breach.id}",
                el("p", el("strong", t("Na {day}").format(day=day(breach.on))), ": ", _own(breach.text)),
            )
            _breach_form(
                staff,
                conference,
                f"then-{breach.id}",
                (t("Wat is er toen gedaan, en door wie?"), t("Schrijf op wat er is gedaan")),
                ("follow_up_breach", {"breach": breach.id}),
            )


def _breach_form(
    staff: Staff, conference: str, name: str, labels: tuple[str, str], verb: tuple[str, dict[str, str]]
) -> None:
    """Some words with a day."""
    t = words()
    asked, press = labels
    with st.form(name, border=False, enter_to_submit=False, clear_on_submit=False):
        text = st.text_area(asked, height=88, key=f"text-{name}", max_chars=4000)
        when = st.date_input(
            t("Op welke dag?"),
            value=house().today(),
            max_value=house().today(),
            format="DD-MM-YYYY",
            key=f"on-{name}",
            width=240,
        )
        if not st.form_submit_button(press):
            return
    fields = {**verb[1], "text": text, "on": when.isoformat()}
    if carry_out(staff, conference, verb[0], fields, form=name):
        for part in ("text", "on"):
            st.session_state.pop(f"{part}-{name}", None)
        st.session_state["told"] = t("Het is opgeschreven.")
        st.rerun()


def _give_word(staff: Staff, conference: str, line: StatedLine) -> None:
    """The referrer's form: enough like this, or not yet and why."""
    t = words()
    kinds = {True: t("Zo is het genoeg"), False: t("Zo is het nog niet genoeg")}
    with st.form(f"word-{line.id}", border=False, enter_to_submit=False):
        holds = st.radio(
            t("Jouw oordeel over deze bodemeis"),
            list(kinds),
            index=None if line.holds is None else list(kinds).index(line.holds),
            format_func=lambda one: kinds[one],
            horizontal=True,
        )
        because = st.text_input(t("Waarom? (alleen als het nog niet genoeg is)"), value=line.because or "")
        if not st.form_submit_button(t("Bewaar mijn oordeel")):
            return
        if holds is None:
            st.error(t("Kies eerst: is het zo genoeg, of nog niet?"))
            return
        fields = {"bottom_line": line.id, "holds": holds, "because": None if holds else because}
        if carry_out(staff, conference, "judge_line", fields, form=f"judge-{line.id}"):
            st.session_state["told"] = t("Je oordeel is bewaard.")
            st.rerun()
