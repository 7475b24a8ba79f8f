"""The words on staff pages for the field's small lists, in the reader's language."""

from __future__ import annotations

from sos_core.access.actor import Duty
from sos_core.domain.kinds import Decision, Look, Outcome, Role
from sos_core.i18n import Translate
from sos_core.services.referral_form import Reason, Together


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
    return {Outcome.WELL: t("gaat goed"), Outcome.PARTLY: t("gaat deels"), Outcome.NOT: t("gaat niet")}[how]


def role_word(role: Role, t: Translate) -> str:
    return {
        Role.PARENT: t("ouder"),
        Role.CHILD: t("kind"),
        Role.NETWORK: t("netwerk"),
        Role.PROFESSIONAL: t("professional"),
    }[role]


def decision_word(decision: Decision, t: Translate) -> str:
    return {
        Decision.GO_ON: t("Doorgaan met dit plan"),
        Decision.ADJUST: t("Het plan aanpassen"),
        Decision.STEP_OUT: t("De procesbegeleider stapt eruit"),
        Decision.ESCALATE: t("Opschalen: de verwijzer grijpt in"),
    }[decision]


def look_word(look: str, t: Translate) -> str:
    return {
        Look.FIRST: t("Eerste keer kijken"),
        Look.EVALUATION: t("Evaluatie"),
        Look.RECHECK: t("Nog eens kijken"),
    }[Look(look)]


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
        "late": t("Wacht langer dan 6 weken"),
        "close": t("4 weken zijn voorbij"),
        "on_time": t("Op tijd"),
        "held": t("Binnen 6 weken"),
        "held_late": t("Pas na 6 weken"),
    }[pace]


def answer_word(answer: str, t: Translate) -> str:
    return {
        "yes": t("ja"),
        "yes_if": t("ja, als"),
        "no": t("nee"),
        "no_longer": t("kan het niet meer"),
        "open": t("nog geen antwoord"),
    }[answer]
