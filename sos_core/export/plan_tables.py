"""Two tables of the plan: who does what when, and the bottom lines with what happens when one is broken."""

from collections.abc import Iterable

from sos_core.export.paper import Agreement, Answer, BottomLine
from sos_core.export.sheet import Sheet
from sos_core.export.table import Column, Row, draw_table, first_height
from sos_core.export.terms import proof_words
from sos_core.i18n import one_after_another


def draw_agreements(sheet: Sheet, agreements: tuple[Agreement, ...]) -> None:
    """Who does what when, numbered, and under each what was answered to it."""
    t = sheet.t
    columns = (
        Column(t("Nr"), 10, bold=True),
        Column(t("Wie"), 25, bold=True),
        Column(t("Wat"), 48),
        Column(t("Wanneer"), 27),
        Column(t("Hoe merken we dat?"), 30),
        Column(t("Back-up"), 21),
        Column(t("Wie let op?"), 21),
    )
    rows = [_agreement_row(sheet, number, agreement) for number, agreement in enumerate(agreements, 1)]
    _draw(sheet, t("Wie doet wat en wanneer?"), t("Er zijn nog geen afspraken."), columns, rows)


def draw_bottom_lines(sheet: Sheet, lines: tuple[BottomLine, ...]) -> None:
    """What must be seen, when it is broken, who then does what, and what the referrer says of it."""
    t = sheet.t
    columns = (
        Column(t("Nr"), 10, bold=True),
        Column(t("Dit moet te zien zijn"), 58),
        Column(t("Dit is de grens"), 54),
        Column(t("Wie doet dan wat, en hoe snel?"), 60),
    )
    rows = [_bottom_line_row(sheet, line) for line in lines]
    _draw(sheet, t("De bodemeisen"), t("Er zijn nog geen bodemeisen opgeschreven."), columns, rows)


def _draw(sheet: Sheet, heading: str, none_yet: str, columns: tuple[Column, ...], rows: list[Row]) -> None:
    if not rows:
        sheet.heading(heading)
        sheet.paragraph(none_yet)
        return
    sheet.heading(heading, keep=min(first_height(sheet, columns, rows), 120))
    draw_table(sheet, columns, rows)


def _agreement_row(sheet: Sheet, number: int, agreement: Agreement) -> Row:
    t = sheet.t
    cells = (
        str(number),
        agreement.who,
        agreement.what,
        agreement.when,
        agreement.notice,
        one_after_another(agreement.backups, t) or t("nog niemand"),
        agreement.monitor or t("nog niemand"),
    )
    return Row(cells, tuple(_agreement_notes(sheet, agreement)))


def _agreement_notes(sheet: Sheet, agreement: Agreement) -> Iterable[str]:
    t = sheet.t
    if agreement.answers:
        said = " · ".join(_answer(sheet, *answer) for answer in agreement.answers)
        yield t("Wie zegt ja? {answers}").format(answers=said)
    else:
        yield t("Wie zegt ja? Er is nog geen antwoord.")
    yield t("Zo ver zijn we: {proof}").format(proof=proof_words(agreement.proof, agreement.worked, t))
    ties = []
    if agreement.bottom_lines:
        ties.append(t("Hoort bij bodemeis {numbers}.").format(numbers=_numbers(agreement.bottom_lines)))
    if agreement.about:
        ties.append(t("Hierom: {about}").format(about=" · ".join(agreement.about)))
    if agreement.strengths:
        ties.append(t("Kracht: {strengths}").format(strengths=" · ".join(agreement.strengths)))
    if ties:
        yield " ".join(ties)


def _answer(sheet: Sheet, name: str, answer: Answer, own_words: str | None) -> str:
    t = sheet.t
    if answer == "open":
        return t("{name}: nog geen antwoord").format(name=name)
    if answer == "yes":
        sentence = t("{name}: ja")
    elif answer == "yes_if":
        sentence = t("{name}: ja, als …")
    elif answer == "no_longer":
        sentence = t("{name}: kan het niet meer")
    else:
        sentence = t("{name}: nee")
    said = sentence.format(name=name)
    return f"{said} “{own_words}”" if own_words else said


def _bottom_line_row(sheet: Sheet, line: BottomLine) -> Row:
    t = sheet.t
    escalation = t("{who}: {what}").format(who=line.escalation_who, what=line.escalation_what)
    speed = t("Hoe snel: {within}").format(within=line.escalation_within)
    cells = (str(line.number), line.criterion, line.trigger, f"{escalation}\n{speed}")
    return Row(cells, (f"{_referrers_word(sheet, line)} {_met_by(sheet, line)}",))


def _referrers_word(sheet: Sheet, line: BottomLine) -> str:
    t = sheet.t
    if line.holds is None:
        return t("De verwijzer heeft hier nog niets over gezegd.")
    if line.holds:
        word = t("De verwijzer zegt: zo is het genoeg.")
        return f"{word} “{line.because}”" if line.because else word
    if line.because:
        return t("De verwijzer zegt: zo is het nog niet genoeg, omdat: “{because}”.").format(because=line.because)
    return t("De verwijzer zegt: zo is het nog niet genoeg.")


def _met_by(sheet: Sheet, line: BottomLine) -> str:
    t = sheet.t
    if not line.met_by:
        return t("Hier hoort nog geen afspraak bij.")
    return t("Hier hoort bij: afspraak {numbers}.").format(numbers=_numbers(line.met_by))


def _numbers(numbers: tuple[int, ...]) -> str:
    return ", ".join(str(number) for number in numbers)
