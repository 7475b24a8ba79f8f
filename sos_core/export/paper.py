"""What the paper plan needs, as plain strings: what a reader may not see was never put in here."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from sos_core.domain.checks.sharpness import Vague

Cover = Literal["nobody", "not_everywhere", "one", "one_somewhere", "enough"]
Proof = Literal["agreed", "practised", "worked", "under_stress"]
Held = Literal["holds", "almost", "not"]
Why = Literal["", "taken_back", "erased", "wordless", "not_here"]
Answer = Literal["yes", "yes_if", "no", "no_longer", "open"]


@dataclass(frozen=True, slots=True)
class Scene:
    """One picture of the film; `risks` counts what can go wrong there, `cover` says how much help there is."""

    title: str
    picture: str
    cover: Cover
    time: str | None = None
    place: str | None = None
    helpers: tuple[str, ...] = ()
    risks: int = 0
    talked_through: bool = False


@dataclass(frozen=True, slots=True)
class Routine:
    """A row of scenes, in the order of the day."""

    title: str
    picture: str
    scenes: tuple[Scene, ...]


@dataclass(frozen=True, slots=True)
class Agreement:
    """Who does what and when; `about` is what it answers: risk points and worries, in people's own words.

    `backups`: in the order in which they are asked. `answers` holds (name, answer, own words or None) of each person asked. `worked`: how
    often it worked in real life.
    """

    who: str
    what: str
    when: str
    notice: str
    backups: tuple[str, ...] = ()
    monitor: str | None = None
    answers: tuple[tuple[str, Answer, str | None], ...] = ()
    bottom_lines: tuple[int, ...] = ()
    strengths: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    proof: Proof = "agreed"
    worked: int = 0


@dataclass(frozen=True, slots=True)
class Breach:
    """A bottom line was broken: what was seen on which day, and what was done on which days."""

    on: date
    said: str
    followed_up: tuple[tuple[date, str], ...] = ()


@dataclass(frozen=True, slots=True)
class BottomLine:
    """What must be seen to happen; `holds` is the referrer's word, None as long as there is none. `breaches` are on the referrer's
    sheet alone.
    """

    number: int
    criterion: str
    trigger: str
    escalation_who: str
    escalation_what: str
    escalation_within: str
    holds: bool | None = None
    because: str | None = None
    met_by: tuple[int, ...] = ()
    breaches: tuple[Breach, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """What a check found, by its key `what`, and nobody's name: `scenes` as titles, `points` as (scene, risk point), numbers of
    agreements and of bottom lines, and of how many people it is.
    """

    what: str
    scenes: tuple[str, ...] = ()
    points: tuple[tuple[str, str], ...] = ()
    agreements: tuple[int, ...] = ()
    lines: tuple[int, ...] = ()
    people: int = 0


@dataclass(frozen=True, slots=True)
class Left:
    """What the plan does not answer: `risks` as (scene, risk point), `lines` as numbers of bottom lines, `gone` and `cannot` as
    (number of an agreement, who of it has left, or says no or no longer), `vague` as (number of an agreement, what makes it so);
    `found`: what else the checks find, the heaviest first.
    """

    risks: tuple[tuple[str, str], ...] = ()
    lines: tuple[int, ...] = ()
    worries: tuple[str, ...] = ()
    scenes: tuple[str, ...] = ()
    gone: tuple[tuple[int, tuple[str, ...]], ...] = ()
    cannot: tuple[tuple[int, tuple[str, ...]], ...] = ()
    vague: tuple[tuple[int, tuple[Vague, ...]], ...] = ()
    found: tuple[Found, ...] = ()

    @property
    def is_empty(self) -> bool:
        kinds = (self.risks, self.lines, self.worries, self.scenes, self.gone, self.cannot, self.vague, self.found)
        return not any(kinds)


Term = Literal["who", "what", "when", "notice", "backups", "monitor", "ties"]


@dataclass(frozen=True, slots=True)
class Changed:
    """An agreement that differs, as a whole sentence; `terms` are (which, what it was, what it is; None for nobody). What it belongs
    to (`ties`) only differs.
    """

    sentence: str
    terms: tuple[tuple[Term, str | None, str | None], ...] = ()


@dataclass(frozen=True, slots=True)
class Changes:
    """What differs from the version before; what is new or gone as whole sentences."""

    added: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()
    changed: tuple[Changed, ...] = ()


@dataclass(frozen=True, slots=True)
class WhatIf:
    """A "what if" that was walked through. `title` is the library's, so that it can be translated, or in own words; `agreements`: the
    numbers of those that were made or changed because of it, `held` of those by which it held.
    """

    title: str
    scene: str
    outcome: Held
    said: str | None = None
    agreements: tuple[int, ...] = ()
    held: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class PlanPaper:
    """One version of a plan, for one reader. Agreements are numbered from 1 in the order given."""

    version: int
    adopted_on: date
    evaluation_on: date | None = None
    routines: tuple[Routine, ...] = ()
    worries: tuple[str, ...] = ()
    strengths: tuple[str, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    bottom_lines: tuple[BottomLine, ...] = ()
    left: Left = Left()
    changes: Changes | None = None
    parked: tuple[tuple[str, str], ...] = ()
    what_ifs: tuple[WhatIf, ...] = ()
    statements: tuple[tuple[str, date, str], ...] = ()
    """Name, day and own words of each who wants something to stand with the plan."""


Part = Literal["does", "steps_in", "watches"]


@dataclass(frozen=True, slots=True)
class OwnPart:
    """One person's part in an agreement of the plan, the first if there are more, and what that person answered."""

    part: Part
    number: int
    agreement: Agreement
    answer: tuple[str, Answer, str | None] | None = None


@dataclass(frozen=True, slots=True)
class MinePaper:
    """What one person takes home."""

    name: str
    version: int
    adopted_on: date
    evaluation_on: date | None = None
    parts: tuple[OwnPart, ...] = ()


@dataclass(frozen=True, slots=True)
class PagesPaper:
    """What everybody takes home, to be printed at once and handed out. Each page was made through its own reader's eyes."""

    version: int
    adopted_on: date
    pages: tuple[MinePaper, ...] = ()


@dataclass(frozen=True, slots=True)
class ChildScene:
    """A picture of the day; `actions`: what the child can do and to whom it goes, as it was said."""

    title: str
    picture: str
    time: str | None = None
    place: str | None = None
    helpers: tuple[str, ...] = ()
    actions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ChildPaper:
    """The days for a child, `routines` as (title, picture, scenes): no worries, no bottom lines, nothing that can go wrong."""

    version: int
    adopted_on: date
    routines: tuple[tuple[str, str, tuple[ChildScene, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class HandoverPaper:
    """With whom the plan goes on; `next_on`: when that is looked at."""

    plan: PlanPaper
    carries_on: str
    watches: str
    call: str
    because: str
    next_on: date | None


@dataclass(frozen=True, slots=True)
class RowsPaper:
    """A table of texts that were worded already: `heads` with their widths in letters, and under the rows a `note` where there is
    one. Made on `on`.
    """

    title: str
    on: date
    heads: tuple[tuple[str, int], ...]
    rows: tuple[tuple[str, ...], ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class KeptLine:
    """Something that is kept of one person: on which day, what kind of thing (a kind of card, or of fact), and its words or its number.
    `words` is None where there are none: `why` says whether they were taken back, erased, never said, or are not for this screen.
    `answer`: of an answer to an agreement. `day` and `hours`: of a day on which one is asked to come.
    """

    on: date
    what: str
    words: str | None
    why: Why = ""
    answer: Answer | None = None
    day: date | None = None
    hours: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class KeptNet:
    """What others wrote down of one person in the safety net. `answers` as (question, yes, no or unknown)."""

    name: str | None
    relation: str | None
    circle: Literal["inner", "middle", "outer"]
    informal: bool
    answers: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class KeptWay:
    """A personal link: for the own calendar, or the way in, as a letter has it. `ended_on`: since then it opens nothing."""

    for_calendar: bool
    made_on: date
    until: date | None
    ended_on: date | None


@dataclass(frozen=True, slots=True)
class KeptBeside:
    """What is kept beside what was said. `joined_on`: since when a phone takes part. `picture`: the one that stands for this person.
    `mails`: there is a mail address for reminders; `mail`: the address, where it may be read; `mailed_on`: when the last one went.
    `erasing`: on which days it was asked to erase this person, and whether that was withdrawn.
    """

    joined_on: date | None = None
    picture: str | None = None
    ways: tuple[KeptWay, ...] = ()
    mails: bool = False
    mail: str | None = None
    mail_lang: str | None = None
    mailed_on: date | None = None
    erasing: tuple[tuple[date, bool], ...] = ()


@dataclass(frozen=True, slots=True)
class KeptPaper:
    """All that is kept of one person and by that person, and the agreements in which they have a part. `whole`: the copy that is handed
    out, with what others wrote about this person.
    """

    name: str
    made_on: date
    whole: bool = False
    role: str | None = None
    relation: str | None = None
    net: KeptNet | None = None
    beside: KeptBeside = KeptBeside()
    lines: tuple[KeptLine, ...] = ()
    parts: tuple[OwnPart, ...] = ()


@dataclass(frozen=True, slots=True)
class LetterPaper:
    """An invitation for one person: `days` as (day, from, until, place or None where it is not to be read). `way_in`: the address in the
    own QR; `call`: the number to call, empty where it is written in by hand, and `hours` when. `by` wrote it, of `sender`: the
    organisation, empty where nobody said so. `written_on`: the day of the letter.
    """

    name: str
    role: Literal["parent", "child", "network", "professional"]
    days: tuple[tuple[date, str, str, str | None], ...]
    way_in: str
    where: str
    by: str
    call: str
    hours: str
    sender: str
    written_on: date


Paper = LetterPaper | PlanPaper | MinePaper | PagesPaper | ChildPaper | HandoverPaper | KeptPaper
