"""The plan on screen: its bottom lines with the referrer's word and when they were broken, its versions, what is open, and the paper."""

from __future__ import annotations

from functools import partial

import streamlit as st

from pages.contact import contact_part
from pages.drawn import Child, Node, draw, el, facts, link, said, table
from pages.leading import who_leads
from pages.running import house
from pages.staff import carry_out, choose_conference, day, no_conference, only, refused, signed_in, told, words
from pages.terms import answer_word
from sos_core.access.actor import Duty
from sos_core.domain.errors import NotFound
from sos_core.export.paper import Agreement, PlanPaper
from sos_core.export.plan_sentences import change_said, left_parts
from sos_core.export.terms import proof_words
from sos_core.i18n import one_after_another
from sos_core.services.bottom_lines import MeetingAgreement, SeenBreach, StatedLine, adopted_versions, bottom_lines
from sos_core.services.conferences import ConferenceCard
from sos_core.services.handouts import people_on_paper
from sos_core.services.papers import plan_paper

staff = signed_in()
only(staff, Duty.FACILITATOR, Duty.COORDINATOR, Duty.REFERRER)
t = words()
own = partial(said, gone=t("gewist"))
JUDGES = {Duty.REFERRER, Duty.COORDINATOR}
"""Whom the form for a word is shown; the service decides."""
WRITERS = {Duty.REFERRER, Duty.FACILITATOR}
"""Whom the forms about a broken bottom line are shown; the service decides."""


def stated(line: StatedLine) -> None:
    """One bottom line: what was asked, what meets it, and the word on it."""
    draw(
        f"line-{line.id}",
        el("div", el("h3", t("Bodemeis {number}").format(number=line.number)), word(line), cls="row"),
        own(line.criterion, "p"),
        facts(
            [
                (t("Geschonden als"), own(line.trigger)),
                (t("Dan doet"), el("div", own(line.escalation_who), ": ", own(line.escalation_what))),
                (t("Binnen"), own(line.escalation_within)),
                *([(t("Zo is het nog niet genoeg, omdat"), own(line.because))] if line.because else []),
            ]
        ),
        meeting(line),
        broken(line),
    )


def word(line: StatedLine) -> Node:
    if line.holds is None:
        return el("span", t("Nog geen oordeel"), cls="tag open")
    if line.holds:
        return el("span", t("Zo is het genoeg"), cls="tag done")
    return el("span", t("Zo is het nog niet genoeg"), cls="tag not")


def meeting(line: StatedLine) -> Node:
    """The agreements that meet it, or that there is none."""
    if not line.met_by:
        return el("p", t("Nog geen afspraak hoort bij deze bodemeis."), cls="notice mind")
    rows = [(own(a.who), el("div", own(a.what), own(a.when, "small")), own(a.notice), watchers(a)) for a in line.met_by]
    heads = (t("Wie"), t("Doet wat, wanneer"), t("Hoe merken we het?"), t("Back-up en wie let op"))
    return table(heads, rows, caption=t("Afspraken bij deze bodemeis"))


def watchers(agreement: MeetingAgreement) -> Node:
    backups = own(one_after_another(agreement.backups, t)) if agreement.backups else t("nog niemand")
    monitor = own(agreement.monitor) if agreement.has_monitor else t("nog niemand")
    return el("div", el("div", t("Back-up:"), " ", backups), el("div", t("Wie let op:"), " ", monitor))


def matrix(lines: tuple[StatedLine, ...]) -> Node:
    """How each bottom line is covered and watched, at a glance."""
    nobody = t("nog niemand")
    rows = [
        (
            el("span", f"{line.number}. ", own(line.criterion)),
            names([a.who for a in line.met_by]) if line.met_by else nobody,
            names([one for a in line.met_by for one in a.backups]) if any(a.backups for a in line.met_by) else nobody,
            names([a.monitor for a in line.met_by if a.watched]) if any(a.watched for a in line.met_by) else nobody,
            word(line),
            breaches_counted(line),
        )
        for line in lines
    ]
    heads = (t("Bodemeis"), t("Wie doet iets"), t("Back-up"), t("Wie let op"), t("Oordeel"), t("Geschonden"))
    return table(heads, rows, caption=t("Hoe elke bodemeis is geregeld"))


def names(people: list[str | None]) -> Node:
    """These people, each once."""
    return own(one_after_another(tuple(dict.fromkeys(one or t("gewist") for one in people)), t))


def breaches_counted(line: StatedLine) -> Child:
    if not line.breaches:
        return t("nee")
    times = len(line.breaches)
    return t("1 keer") if times == 1 else t("{times} keer").format(times=times)


def broken(line: StatedLine) -> Node | None:
    """Each time that it was broken: what was seen, and what was then done."""
    if not line.breaches:
        return None
    return el(
        "section",
        el("h4", t("Deze bodemeis is geschonden")),
        el("ul", *(el("li", *breach_said(one)) for one in line.breaches), cls="bullets"),
    )


def breach_said(breach: SeenBreach) -> list[Node]:
    done = [el("li", day(on), ": ", own(text)) for on, text in breach.followed_up]
    nothing = el("p", t("Er staat nog niet bij wat er toen is gedaan."), cls="notice mind")
    return [
        el("div", el("strong", day(breach.on)), ": ", own(breach.text)),
        el("div", t("Wat er toen is gedaan:"), el("ul", *done)) if done else nothing,
    ]


def write_down(conference: ConferenceCard, line: StatedLine) -> None:
    """That it was broken, with what was agreed for it before one's eyes; and what was then done."""
    with st.expander(t("Deze bodemeis is geschonden"), icon=":material/edit_note:"):
        draw(
            f"agreed-{line.id}",
            el("p", t("Draaiboek belt niemand en stuurt niemand. Is er nu gevaar? Bel 112."), cls="notice stop"),
            el("p", t("Veilig Thuis 0800-2000 (gratis, dag en nacht)")),
            el("p", t("Dit is afgesproken:"), " ", own(line.escalation_who), ": ", own(line.escalation_what)),
            el("p", t("Binnen:"), " ", own(line.escalation_within)),
        )
        breach_form(
            conference,
            f"breach-{line.id}",
            (t("Wat is er gezien?"), t("Op welke dag?"), t("Schrijf op dat het is gebeurd")),
            ("record_breach", {"bottom_line": line.id}),
        )
        for breach in line.breaches:
            draw(
                f"then-{breach.id}",
                el("p", el("strong", t("Na {day}").format(day=day(breach.on))), ": ", own(breach.text)),
            )
            breach_form(
                conference,
                f"then-{breach.id}",
                (t("Wat is er toen gedaan, en door wie?"), t("Op welke dag?"), t("Schrijf op wat er is gedaan")),
                ("follow_up_breach", {"breach": breach.id}),
            )


def breach_form(
    conference: ConferenceCard, name: str, texts_: tuple[str, str, str], verb: tuple[str, dict[str, str]]
) -> None:
    """Some words with a day."""
    asked, on, press = texts_
    with st.form(name, border=False, enter_to_submit=False, clear_on_submit=False):
        text = st.text_area(asked, height=88, key=f"text-{name}", max_chars=4000)
        when = st.date_input(
            on, value=house().today(), max_value=house().today(), format="DD-MM-YYYY", key=f"on-{name}", width=240
        )
        if not st.form_submit_button(press):
            return
    fields = {**verb[1], "text": text, "on": when.isoformat()}
    if carry_out(staff, conference.id, verb[0], fields, form=name):
        for part in ("text", "on"):
            st.session_state.pop(f"{part}-{name}", None)
        st.session_state["told"] = t("Het is opgeschreven.")
        st.rerun()


def give_word(conference: ConferenceCard, line: StatedLine) -> None:
    """The referrer's form: enough like this, or not yet and why."""
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
        if carry_out(staff, conference.id, "judge_line", fields, form=f"judge-{line.id}"):
            st.session_state["told"] = t("Je oordeel is bewaard.")
            st.rerun()


def lines_part(conference: ConferenceCard) -> None:
    st.header(t("Bodemeisen"))
    lines = bottom_lines(house(), staff, conference.id)
    if len(lines) > 1:
        draw("matrix", matrix(lines))
    for line in lines:
        with st.container(border=True, key=f"card-{line.id}"):
            stated(line)
            if staff.duty in JUDGES:
                give_word(conference, line)
            if staff.duty in WRITERS:
                write_down(conference, line)


def plan_part(conference: ConferenceCard) -> None:
    st.header(t("Het plan"))
    adopted = adopted_versions(house(), staff, conference.id)
    if not adopted:
        draw("no-plan", el("p", t("Er is nog geen plan vastgesteld. Dat gebeurt tijdens de conferentie."), cls="empty"))
        return
    version = adopted[-1]
    if len(adopted) > 1:
        newest_first = list(reversed(adopted))
        version = (
            st.selectbox(
                t("Welke versie?"),
                newest_first,
                format_func=lambda one: t("Versie {number}").format(number=one),
                width=240,
            )
            or version
        )
    try:
        paper = plan_paper(house(), staff, conference.id, version)
    except NotFound as error:
        draw("gone", el("p", refused(error), cls="notice"))
        return
    draw(
        "plan",
        facts([(t("Vastgesteld op"), day(paper.adopted_on)), (t("We kijken terug op"), day(paper.evaluation_on))]),
        files(conference, version),
        changes(paper),
        el("h2", t("Afspraken")),
        agreements(paper),
        el("h2", t("Wat nog open is")),
        left(paper),
        el("h2", t("Krachten")),
        texts(paper.strengths, t("Er staan geen krachten op het bord.")),
        el("h2", t("Zorgen")),
        texts(paper.worries, t("Er staan geen zorgen op het bord.")),
        parked(paper),
        statements(paper),
    )


Papers = list[tuple[str, str]]
"""What each is called, and where it is."""


def files(conference: ConferenceCard, version: int) -> Node:
    """The papers to take along, with who may read each; for who leads, with those of each person. Where a password can go on, it can."""
    at = f"conference={conference.id}&version={version}"
    shared: Papers = [
        (t("Het plan"), f"/export/plan.pdf?{at}"),
        (t("De bodemeisen"), f"/export/lines.pdf?{at}"),
        (t("De dagen, voor kinderen"), f"/export/child.pdf?{at}"),
    ]
    open_: Papers = [
        (t("Het plan als Word-bestand"), f"/export/plan.docx?{at}"),
        (t("Het plan als tabel"), f"/export/plan.xlsx?{at}"),
    ]
    people = people_on_paper(house(), staff, conference.id, version)
    own_ = [paper for person in people for paper in own_papers(at, *person)]
    everybody = [(t("Voor iedereen één blad, in één keer"), f"/export/pages.pdf?{at}")] if people else []
    return el(
        "section",
        el("h2", t("Papieren")),
        papers(t("Voor iedereen in de kamer. Wat niet iedereen mag lezen, staat er niet op."), [*shared, *open_]),
        papers(t("Elk blad is alleen voor wie erop staat. Geef het zelf aan die persoon."), [*everybody, *own_]),
        locked([*shared, *own_]),
        cls="papers",
    )


def papers(readers: str, several: Papers) -> Node | None:
    """Ways to open them, under who may read them."""
    if not several:
        return None
    ways = (link(words_, to, cls="b", new_tab=True) for words_, to in several)
    return el("div", el("p", readers, cls="soft"), el("div", *ways, cls="doors"))


def own_papers(at: str, person: str, name: str, child: bool) -> Papers:
    """What this person takes home."""
    mine = (t("Afspraken van {name}").format(name=name), f"/export/mine.pdf?{at}&as={person}")
    film = (t("Film voor {name}").format(name=name), f"/export/child.pdf?{at}&as={person}")
    return [mine, film] if child else [mine]


def locked(several: Papers) -> Node:
    """The same, each in a copy that opens with a password alone. It is seen while it is typed: nobody can find it again."""
    box = el(
        "input",
        name="password",
        required="",
        minlength="12",
        maxlength="100",
        pattern="[ -~]*",
        autocomplete="off",
        autocapitalize="none",
        spellcheck="false",
        dir="ltr",
    )
    hint = t(
        "Neem bijvoorbeeld drie woorden. Wij bewaren het wachtwoord niet. Wie het vergeet, kan het papier niet meer openen."
    )
    buttons = (el("button", words_, type="submit", formaction=to, cls="b") for words_, to in several)
    form = el(
        "form",
        el("label", t("Wachtwoord van 12 tekens of meer"), box),
        el("p", hint, cls="soft"),
        el("p", t("Welk papier krijgt dit wachtwoord?")),
        el("div", *buttons, cls="doors"),
        method="post",
        action=several[0][1],
        target="_blank",
        cls="lock",
    )
    return el("details", el("summary", t("Met een wachtwoord erop")), form)


def changes(paper: PlanPaper) -> Node | None:
    """What differs from the version before."""
    if paper.changes is None:
        return None
    parts = [
        (t("Nieuw"), paper.changes.added),
        (t("Veranderd"), tuple(change_said(t, one) for one in paper.changes.changed)),
        (t("Gestopt"), paper.changes.dropped),
    ]
    lists = [el("div", el("strong", name), texts(of, "")) for name, of in parts if of]
    return el(
        "section",
        el("h2", t("Wat er anders is")),
        *(lists or [el("p", t("Alle afspraken zijn gebleven zoals ze waren."))]),
    )


def agreements(paper: PlanPaper) -> Node:
    rows = [
        (
            str(number),
            own(a.who),
            el("div", own(a.what), own(a.when, "small"), el("div", proof_words(a.proof, a.worked, t), cls="small")),
            own(a.notice),
            el(
                "div",
                el("div", t("Back-up:"), " ", own(one_after_another(a.backups, t) or None, gone="–")),
                el("div", t("Wie let op:"), " ", own(a.monitor, gone="–")),
            ),
            answers(a),
        )
        for number, a in enumerate(paper.agreements, 1)
    ]
    heads = ("#", t("Wie"), t("Doet wat, wanneer"), t("Hoe merken we het?"), t("Back-up en wie let op"), t("Zegt ja"))
    return table(heads, rows, caption=t("Afspraken"))


def answers(agreement: Agreement) -> Node:
    """What each who has a part in it said, with the own words after it."""

    def answered(name: str, answer: str, added: str | None) -> Node:
        words_ = own(f" {added}", cls="said soft") if added else None
        return el("div", own(name), ": ", answer_word(answer, t), words_)

    return el("div", *(answered(*one) for one in agreement.answers))


def left(paper: PlanPaper) -> Node:
    """What the plan does not answer and what the checks find, as the paper says it, each with what would mend it."""
    if paper.left.is_empty:
        return el("p", t("Hier staat niets meer open."), cls="notice fine")
    parts = (
        el("div", el("strong", title), texts(of, ""), el("p", mend, cls="soft") if mend else None)
        for title, of, mend in left_parts(t, paper)
    )
    return el("div", *parts, cls="notice mind")


def parked(paper: PlanPaper) -> Node | None:
    """Worries that were heard and put aside, each with the reason."""
    if not paper.parked:
        return None
    both = (el("li", own(worry), el("div", t("De reden:"), " ", own(reason))) for worry, reason in paper.parked)
    return el("section", el("h2", t("Zorgen voor later")), el("ul", *both, cls="bullets"))


def statements(paper: PlanPaper) -> Node | None:
    """What people want to stand with the plan, each in the own words."""
    if not paper.statements:
        return None
    made = (el("li", own(name), ", ", day(on), ":", own(words_, "div")) for name, on, words_ in paper.statements)
    return el("section", el("h2", t("Eigen verklaringen")), el("ul", *made, cls="bullets"))


def texts(said_: tuple[str, ...], none: str) -> Node:
    if not said_:
        return el("p", none, cls="soft")
    return el("ul", *(el("li", own(one)) for one in said_), cls="bullets")


st.title(t("Plan") if staff.duty is Duty.FACILITATOR else t("Bodemeisen en plan"))
told()
conference = choose_conference(staff)
if conference is None:
    no_conference()
else:
    lines_part(conference)
    contact_part(conference, staff, t)
    plan_part(conference)
    if staff.duty is Duty.COORDINATOR and conference.closed_on is None:
        who_leads(staff, conference)
