"""The field's small lists of words: kinds of cards, roles, phases, audiences, answers. See docs/GLOSSARY.md."""

from __future__ import annotations

from enum import StrEnum


class Role(StrEnum):
    """How somebody stands to the children."""

    PARENT = "parent"
    CHILD = "child"
    NETWORK = "network"
    PROFESSIONAL = "professional"


class CardKind(StrEnum):
    """What a contribution is about."""

    WORRY = "worry"
    STRENGTH = "strength"
    RISK = "risk"
    WARNING_SIGN = "warning_sign"
    SAFEGUARD = "safeguard"
    HELP_STEP_IN = "help_step_in"
    HELP_KEEP_WATCH = "help_keep_watch"
    CHILD_ACTION = "child_action"


HELP = frozenset({CardKind.HELP_STEP_IN, CardKind.HELP_KEEP_WATCH})

QUESTIONS = (
    CardKind.STRENGTH,
    CardKind.RISK,
    CardKind.WARNING_SIGN,
    CardKind.SAFEGUARD,
    CardKind.HELP_STEP_IN,
    CardKind.HELP_KEEP_WATCH,
    CardKind.CHILD_ACTION,
)
"""The questions of a scene, in the order in which they are asked: each is answered by one kind of card."""

WORRIES_AND_STRENGTHS_QUESTIONS = (CardKind.WORRY, CardKind.STRENGTH)
"""The questions before the film. Source: "zo concreet mogelijk hun zorgen en krachten te benoemen"."""


class Audience(StrEnum):
    """For whom a card is meant, before the people from whom it is hidden are taken off."""

    EVERYBODY = "everybody"
    ADULTS = "adults"
    AUTHOR = "author"


class Phase(StrEnum):
    """Where the facilitator has everybody. Any order; each can be skipped or come back."""

    WELCOME = "welcome"
    BOTTOM_LINES = "bottom_lines"
    WORRIES_AND_STRENGTHS = "worries_strengths"
    SCALE = "scale"
    FILM = "film"
    AGREEMENTS = "agreements"
    DRY_RUN = "dry_run"
    ADOPTION = "adoption"
    EVALUATION = "evaluation"


class Together(StrEnum):
    """May these people be together? Judged by a professional, with a reason, before anyone is invited."""

    TOGETHER = "together"
    SEPARATE = "separate"
    NOT_NOW = "not_now"


class Standing(StrEnum):
    """Where somebody stands who was invited or joined."""

    INVITED = "invited"
    WAITING = "waiting"
    ADMITTED = "admitted"
    OUT = "out"


class Preparation(StrEnum):
    """What a neutral facilitator has asked before the first session, each person alone."""

    AFRAID = "afraid"
    TOGETHER = "together"
    UNREAD = "unread"
    NETWORK = "network"
    SUPPORT = "support"
    LANGUAGE = "language"
    PLAIN = "plain"
    CHILD_TRUSTS = "child_trusts"
    CHILD_HEARS = "child_hears"
    BOTTOM_LINES = "bottom_lines"
    PLACE = "place"
    AFTERWARDS = "afterwards"


class RestrictionKind(StrEnum):
    """What may not be: two people in one room; that the first reads what the second says; that one person reads these words."""

    APART = "apart"
    UNREAD = "unread"
    GUARDED = "guarded"


class Answer(StrEnum):
    """What somebody says to an agreement in which they have a part."""

    YES = "yes"
    YES_IF = "yes_if"
    NO = "no"
    NO_LONGER = "no_longer"


PROMISES = frozenset({Answer.YES, Answer.YES_IF})


class Proof(StrEnum):
    """How an agreement proved itself, beyond that it was agreed. Source: PRODUCT.md, the proof ladder."""

    PRACTISED = "practised"
    WORKED = "worked"
    UNDER_STRESS = "under_stress"


IN_REAL_LIFE = frozenset({Proof.WORKED, Proof.UNDER_STRESS})


class Report(StrEnum):
    """How it went with an agreement on a day, as somebody with a part in it says."""

    WORKED = "worked"
    NEARLY = "nearly"
    NOT = "not"


class Outcome(StrEnum):
    """How an agreement goes, weighed in an evaluation."""

    WELL = "well"
    PARTLY = "partly"
    NOT = "not"


class Decision(StrEnum):
    """What an evaluation ends in."""

    GO_ON = "go_on"
    ADJUST = "adjust"
    STEP_OUT = "step_out"
    ESCALATE = "escalate"


BRINGS_BACK = frozenset({Decision.ADJUST, Decision.ESCALATE})
"""After these a facilitator who had stepped out is back with it."""


class Look(StrEnum):
    """Which of the looks back at a plan it is."""

    FIRST = "first_look"
    EVALUATION = "evaluation"
    RECHECK = "recheck"


class ClosedBecause(StrEnum):
    """Why a referral is closed, with or without a conference."""

    STEPPED_OUT = "stepped_out"
    WITHDREW = "withdrew"
    NO_CONFERENCE = "no_conference"


class Keeping(StrEnum):
    """The kinds of what is kept, each with a term of its own. The first three go in this order: each takes along what stands before it.

    `WORKING`: what was said while the plan was made. `PLAN`: the adopted plan and how it went. `FAMILY`: the referral and everybody's
    names, and with them all that is left. `ACCESS`: who signed in, and which phones joined.
    """

    WORKING = "working"
    PLAN = "plan"
    FAMILY = "family"
    ACCESS = "access"


class DryRunOutcome(StrEnum):
    """Whether the plan holds at a "what if" card, as the people who walked through it say. Never added up."""

    HOLDS = "holds"
    ALMOST = "almost"
    NOT = "not"


class DayPart(StrEnum):
    """When on a day, as a "what if" card says when it could happen."""

    MORNING = "morning"
    AFTERNOON = "afternoon"
    EVENING = "evening"
    NIGHT = "night"


class Cover(StrEnum):
    """How much help stands ready at a scene. A count of people, never a judgement on safety. `NOT_EVERYWHERE`: somebody helps, and at
    some risk point there is nobody; `ONE_SOMEWHERE`: several help, and at some risk point there is one of them.
    """

    NOBODY = "nobody"
    NOT_EVERYWHERE = "not_everywhere"
    ONE = "one"
    ONE_SOMEWHERE = "one_somewhere"
    ENOUGH = "enough"
