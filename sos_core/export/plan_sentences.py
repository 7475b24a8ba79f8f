"""What a plan says beside people's own words: the same sentences for the PDF, the Word file and the table. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Literal, NamedTuple

from babel.dates import format_date

from sos_core.export.legible import in_our_line
from sos_core.export.paper import Agreement, Answer, BottomLine, Changed, Changes, Cover, PlanPaper, Scene, Term, WhatIf
from sos_core.export.plan_findings import bottom_line_said, kinds
from sos_core.export.sharper import sharper_question
from sos_core.export.terms import proof_words
from sos_core.i18n import Translate, locale_of, one_after_another


class Points(NamedTuple):
    """A small heading, what stands under it, and what would mend it."""

    title: str
    texts: tuple[str, ...]
    mend: str = ""


def day_in_words(when: date, lang: str, form: Literal["full", "long"] = "full") -> str:
    """A date in words of the reader's language."""
    return format_date(when, form, locale=locale_of(lang))


def cover_word(t: Translate, cover: Cover) -> str:
    words = {
        "enough": t("genoeg hulp"),
        "one_somewhere": t("op een punt één persoon"),
        "one": t("één persoon"),
        "not_everywhere": t("niet op elk punt hulp"),
        "nobody": t("nog niemand"),
    }
    return words[cover]


def talked_word(t: Translate, scene: Scene) -> str:
    return t("✓ besproken") if scene.talked_through else t("nog niet besproken")


def agreement_notes(t: Translate, agreement: Agreement) -> Iterator[str]:
    """Who says yes to it, and what it belongs to."""
    yield who_says_yes(t, agreement)
    yield how_far(t, agreement)
    ties = []
    if agreement.bottom_lines:
        ties.append(t("Hoort bij bodemeis {numbers}.").format(numbers=numbers(agreement.bottom_lines)))
    if agreement.about:
        ties.append(t("Hierom: {about}").format(about=" · ".join(agreement.about)))
    if agreement.strengths:
        ties.append(t("Kracht: {strengths}").format(strengths=" · ".join(agreement.strengths)))
    if ties:
        yield " ".join(ties)


def how_far(t: Translate, agreement: Agreement) -> str:
    return t("Zo ver zijn we: {proof}").format(proof=proof_words(agreement.proof, agreement.worked, t))


def back_ups(t: Translate, agreement: Agreement) -> str:
    """Who steps in, in the order in which they are asked."""
    return in_our_line(one_after_another(agreement.backups, t)) or t("nog niemand")


def who_says_yes(t: Translate, agreement: Agreement) -> str:
    if not agreement.answers:
        return t("Wie zegt ja? Er is nog geen antwoord.")
    said = " · ".join(answer_said(t, *answer) for answer in agreement.answers)
    return t("Wie zegt ja? {answers}").format(answers=said)


def answer_said(t: Translate, name: str, answer: Answer, own_words: str | None) -> str:
    """What somebody answered, with the own words after it."""
    if answer == "open":
        return in_our_line(t("{name}: nog geen antwoord").format(name=name))
    if answer == "yes":
        sentence = t("{name}: ja")
    elif answer == "yes_if":
        sentence = t("{name}: ja, als …")
    elif answer == "no_longer":
        sentence = t("{name}: kan het niet meer")
    else:
        sentence = t("{name}: nee")
    said = in_our_line(sentence.format(name=name))
    return f"{said} “{own_words}”" if own_words else said


def escalation(t: Translate, line: BottomLine) -> str:
    """Who then does what, and how soon: two lines."""
    then = t("{who}: {what}").format(who=line.escalation_who, what=line.escalation_what)
    speed = t("Hoe snel: {within}").format(within=line.escalation_within)
    return in_our_line(f"{then}\n{speed}")


def referrers_word(t: Translate, line: BottomLine) -> str:
    if line.holds is None:
        return t("De verwijzer heeft hier nog niets over gezegd.")
    if line.holds:
        word = t("De verwijzer zegt: zo is het genoeg.")
        return f"{word} “{line.because}”" if line.because else word
    if line.because:
        return t("De verwijzer zegt: zo is het nog niet genoeg, omdat: “{because}”.").format(because=line.because)
    return t("De verwijzer zegt: zo is het nog niet genoeg.")


def met_by(t: Translate, line: BottomLine) -> str:
    if not line.met_by:
        return t("Hier hoort nog geen afspraak bij.")
    return t("Hier hoort bij: afspraak {numbers}.").format(numbers=numbers(line.met_by))


def came_of_it(t: Translate, what_if: WhatIf) -> list[str]:
    """Whether it holds, what people said of it, the agreements by which it held and those that came of it."""
    held = {
        "holds": t("Zo lukt het."),
        "almost": t("Dat lukt bijna."),
        "not": t("Zo lukt het nog niet."),
    }[what_if.outcome]
    first = t("Bij: {scene}. {held}").format(scene=what_if.scene, held=held) if what_if.scene else held
    then = [t("Daarom: afspraak {numbers}").format(numbers=numbers(what_if.agreements))] if what_if.agreements else []
    by = [t("Geoefend: afspraak {numbers}").format(numbers=numbers(what_if.held))] if what_if.held else []
    return [first, *([what_if.said] if what_if.said else []), *by, *then]


def left_parts(t: Translate, paper: PlanPaper) -> tuple[Points, ...]:
    """Everything that the plan does not answer, under its headings."""
    left = paper.left
    gone, cannot = (
        tuple(t("Afspraak {number}: {names}").format(number=n, names=", ".join(names)) for n, names in agreements)
        for agreements in (left.gone, left.cannot)
    )
    risks = tuple(in_our_line(t("{scene}: {risk}").format(scene=scene, risk=risk)) for scene, risk in left.risks)
    lines = tuple(bottom_line_said(t, paper, number) for number in left.lines)
    vague = tuple(
        t("Afspraak {number}: {questions}").format(
            number=n, questions=" ".join(sharper_question(one, t) for one in kinds)
        )
        for n, kinds in left.vague
    )
    parts = (
        Points(
            t("Hier kan het misgaan en is er nog geen afspraak"),
            risks,
            t("Maak een afspraak: wie doet wat, en wanneer?"),
        ),
        Points(t("Bodemeisen waar nog geen afspraak bij hoort"), lines, t("Maak bij elke bodemeis een afspraak.")),
        Points(t("Afspraken van iemand die is weggegaan"), gone, t("Vraag iemand anders om dit te doen.")),
        Points(
            t("Afspraken die iemand niet of niet meer kan doen"),
            cannot,
            t("Vraag wat wel kan, of vraag iemand anders."),
        ),
        Points(
            t("Zorgen waar nog geen antwoord op is"),
            left.worries,
            t("Maak er een afspraak bij, of zet erbij waarom niet."),
        ),
        Points(t("Scènes die nog niet zijn besproken"), left.scenes, t("Loop ze samen door.")),
        *found_parts(t, paper),
        Points(t("Afspraken die nog preciezer kunnen"), vague),
    )
    return tuple(part for part in parts if part.texts)


def found_parts(t: Translate, paper: PlanPaper) -> Iterator[Points]:
    """What else the checks find, what weighs most first."""
    found = paper.left.found
    order = {one.what: place for place, one in reversed(list(enumerate(found)))}
    told = [kind for kind in kinds(t, paper) if not kind.whats.isdisjoint(order)]
    for kind in sorted(told, key=lambda kind: min(order[what] for what in kind.whats if what in order)):
        said = kind.says([one for one in found if one.what in kind.whats])
        yield Points(kind.title, tuple(dict.fromkeys(map(in_our_line, said))), kind.mend)


def nothing_left(t: Translate, paper: PlanPaper, lang: str) -> str:
    """That nothing is open, without a promise."""
    nothing = t("Er staat nu niets meer open. Dat is geen belofte dat alles goed gaat.")
    if paper.evaluation_on is None:
        again = t("Spreek nog een dag af om te kijken hoe het gaat.")
    else:
        again = t("Daarom kijken wij op {day} weer samen.").format(day=day_in_words(paper.evaluation_on, lang))
    return f"{nothing} {again}"


def parked_sentences(t: Translate, paper: PlanPaper) -> tuple[str, ...]:
    """Worries that were heard and put aside, each with the reason."""
    sentence = t("{worry} De reden: {reason}")
    return tuple(in_our_line(sentence.format(worry=_ended(worry), reason=reason)) for worry, reason in paper.parked)


def change_parts(t: Translate, changes: Changes) -> tuple[Points, ...]:
    """What is new, gone and different since the version before."""
    changed = tuple(change_said(t, one) for one in changes.changed)
    parts = (Points(t("Nieuw"), changes.added), Points(t("Weg"), changes.dropped), Points(t("Anders"), changed))
    return tuple(part for part in parts if part.texts)


def change_said(t: Translate, changed: Changed) -> str:
    """The agreement as it is now, and what of it was otherwise."""
    said = [_ended(changed.sentence)]
    for term, before, after in changed.terms:
        if term == "ties":
            said.append(t("Het hoort nu bij iets anders."))
            continue
        nobody = t("nog niemand")
        how = t("{term}: eerst “{before}”, nu “{after}”.")
        said.append(how.format(term=_term(t, term), before=before or nobody, after=after or nobody))
    return in_our_line(" ".join(said)) if changed.terms else said[0]


def _term(t: Translate, term: Term) -> str:
    return {
        "who": t("Wie"),
        "what": t("Wat"),
        "when": t("Wanneer"),
        "notice": t("Hoe we het merken"),
        "backups": t("Back-up"),
        "monitor": t("Wie let op"),
    }[term]


def numbers(several: tuple[int, ...]) -> str:
    return ", ".join(map(str, several))


def _ended(sentence: str) -> str:
    """With a stop at its end, so that what follows starts anew."""
    return sentence if sentence.rstrip().endswith((".", "!", "?", "…")) else f"{sentence.rstrip()}."
