"""The words on staff pages for the field's small lists, in the reader's language."""

from __future__ import annotations

from sos_core.access.actor import Duty
from sos_core.domain.kinds import ClosedBecause, Decision, Keeping, Look, Outcome, Role, Together
from sos_core.domain.safety_net import Circle, Known, NetOutcome, NetQuestion
from sos_core.i18n import Translate
from sos_core.services.referral_draft import Step
from sos_core.services.referral_form import Reason


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


def step_word(step: Step, t: Translate) -> str:
    """A step of the form of a referral."""
    return {
        Step.FAMILY: t("Het gezin"),
        Step.WHY: t("Waarom nu"),
        Step.NET: t("Vangnet"),
        Step.LINES: t("Bodemeisen"),
        Step.TOGETHER: t("Samen of apart"),
        Step.SEND: t("Versturen"),
    }[step]


def circle_word(circle: Circle, t: Translate) -> str:
    return {Circle.INNER: t("Dichtbij"), Circle.MIDDLE: t("Daaromheen"), Circle.OUTER: t("Verder weg")}[circle]


def known_word(known: Known, t: Translate) -> str:
    return {Known.YES: t("Ja"), Known.NO: t("Nee"), Known.UNKNOWN: t("Weet ik niet")}[known]


def net_question_word(question: NetQuestion, t: Translate) -> str:
    return {
        NetQuestion.REACHABLE: t("Is deze persoon te bereiken op de moeilijke momenten?"),
        NetQuestion.KNOWS: t("Kent deze persoon de zorgen?"),
        NetQuestion.WILLING: t("Wil deze persoon helpen?"),
        NetQuestion.DARES: t("Durft deze persoon de ouder tegen te spreken?"),
    }[question]


def net_trait_word(question: NetQuestion, t: Translate) -> str:
    """The same as what is asked of somebody, short."""
    return {
        NetQuestion.REACHABLE: t("Te bereiken op moeilijke momenten"),
        NetQuestion.KNOWS: t("Kent de zorgen"),
        NetQuestion.WILLING: t("Wil helpen"),
        NetQuestion.DARES: t("Durft tegen te spreken"),
    }[question]


def net_outcome_word(outcome: NetOutcome, t: Translate) -> str:
    return {
        NetOutcome.YES: t("Ja, er is een vangnet"),
        NetOutcome.YES_IF: t("Ja, als …"),
        NetOutcome.NO: t("Nee, er is nu geen vangnet"),
    }[outcome]


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
        "not_planned": t("Geen dag gepland"),
        "no_plan": t("Nog geen plan"),
        "measures": t("Andere maatregelen"),
    }[state]


def stage_word(stage: str, t: Translate) -> str:
    """How far a family is, on the dashboard."""
    return {
        "waiting": t("Wacht op de eerste sessie"),
        "meeting": t("In gesprek, nog geen plan"),
        "with_plan": t("Er is een plan"),
        "handed_over": t("Procesbegeleider is eruit"),
        "measures": t("Andere maatregelen"),
    }[stage]


def pace_word(pace: str, t: Translate) -> str:
    """The first session against the 4 to 6 weeks."""
    return {
        "late": t("Wacht langer dan 6 weken"),
        "close": t("4 weken zijn voorbij"),
        "on_time": t("Op tijd"),
        "held": t("Binnen 6 weken"),
        "held_late": t("Pas na 6 weken"),
        "measures": t("Geen conferentie"),
    }[pace]


def gap_word(gap: str, t: Translate) -> str:
    """What a plan that stands lacks."""
    return {
        "no_backup": t("Afspraken zonder back-up"),
        "no_monitor": t("Afspraken waar niemand op let"),
        "silent": t("Afspraken waarvan 3 weken niets is gehoord"),
    }[gap]


def answer_word(answer: str, t: Translate) -> str:
    return {
        "yes": t("ja"),
        "yes_if": t("ja, als"),
        "no": t("nee"),
        "no_longer": t("kan het niet meer"),
        "open": t("nog geen antwoord"),
    }[answer]


def closed_word(because: ClosedBecause, t: Translate) -> str:
    return {
        ClosedBecause.STEPPED_OUT: t("De procesbegeleider is gestopt"),
        ClosedBecause.WITHDREW: t("Het gezin trekt zich terug"),
        ClosedBecause.NO_CONFERENCE: t("Er kwam geen conferentie"),
    }[because]


def keeping_word(keeping: Keeping, t: Translate) -> str:
    """One kind of what is kept."""
    return {
        Keeping.WORKING: t("Werkbord"),
        Keeping.PLAN: t("Plan"),
        Keeping.FAMILY: t("Aanmelding en namen"),
        Keeping.ACCESS: t("Inloggen en telefoons"),
    }[keeping]


def what_goes(keeping: Keeping, t: Translate) -> str:
    """What is in it, as a sentence."""
    return {
        Keeping.WORKING: t("Wat mensen zeiden en schreven bij het maken van het plan, en de cijfers van de schaal."),
        Keeping.PLAN: t("Alle vastgestelde versies, de bodemeisen en wat er bij de evaluaties is gezegd."),
        Keeping.FAMILY: t("De aanmelding, alle namen en alles wat er verder nog is. Daarna is er niets meer over."),
        Keeping.ACCESS: t(
            "Wie inlogde, welke telefoons meededen, en concepten die bleven liggen. Dit gaat vanzelf weg."
        ),
    }[keeping]
