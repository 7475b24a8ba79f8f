"""The words on staff pages for the field's small lists, in the reader's language."""

from __future__ import annotations

from sos_core.access.actor import Duty
from sos_core.domain.kinds import Decision, Outcome
from sos_core.i18n import Translate
from sos_core.services.referrals import Reason, Together


def duty_word(duty: Duty, t: Translate) -> str:
    return {
        Duty.FACILITATOR: t("procesbegeleider"),
        Duty.COORDINATOR: t("coördinator"),
        Duty.REFERRER: t("verwijzer"),
        Duty.ADMINISTRATOR: t("beheerder"),
    }[duty]


def reason_word(reason: Reason, t: Translate) -> str:
    return {
        Reason.CRISIS: t("Crisis"),
        Reason.SUPERVISION: t("Ondertoezichtstelling"),
        Reason.AT_RISK: t("Risicogezin"),
    }[reason]


def together_word(together: Together | None, t: Translate) -> str:
    return {
        None: t("Nog niet beoordeeld"),
        Together.TOGETHER: t("Ja, samen in één ruimte"),
        Together.SEPARATE: t("Alleen in aparte sessies"),
        Together.NOT_NOW: t("Nu niet"),
    }[together]


def outcome_word(how: Outcome, t: Translate) -> str:
    return {Outcome.WELL: t("Gaat goed"), Outcome.PARTLY: t("Gaat deels"), Outcome.NOT: t("Gaat niet")}[how]


def decision_word(decision: Decision, t: Translate) -> str:
    return {
        Decision.GO_ON: t("We gaan zo door"),
        Decision.ADJUST: t("We passen het plan aan"),
        Decision.STEP_OUT: t("De procesbegeleider stapt eruit"),
    }[decision]


def state_word(state: str, t: Translate) -> str:
    """The state of an evaluation on the dashboard."""
    return {
        "overdue": t("Te laat"),
        "due": t("Binnen 7 dagen"),
        "planned": t("Gepland"),
        "not_planned": t("Niet gepland"),
    }[state]


def pace_word(pace: str, t: Translate) -> str:
    """The first session against the 4 to 6 weeks."""
    return {
        "late": t("Te laat: langer dan 6 weken"),
        "close": t("Bijna: 4 weken voorbij"),
        "on_time": t("Op tijd"),
        "held": t("Geweest, binnen 6 weken"),
        "held_late": t("Geweest, na 6 weken"),
    }[pace]


def cover_word(cover: str, t: Translate) -> str:
    """How much help stands ready at a scene; a count of people, never a judgement on safety."""
    return {
        "nobody": t("Nog niemand kan bijspringen"),
        "one": t("Eén persoon kan bijspringen"),
        "enough": t("Twee of meer mensen kunnen bijspringen"),
    }[cover]


def answer_word(answer: str, t: Translate) -> str:
    return {"yes": t("ja"), "yes_if": t("ja, als"), "no": t("nee"), "open": t("nog geen antwoord")}[answer]
