"""The policy: who may do what. Services ask it before anything else; hiding a page is not security."""

from __future__ import annotations

from sos_core.access.actor import Actor, Duty, Guest, Staff, Stake
from sos_core.domain.errors import NotAllowed, NotFound

FIRST_ONLY_VERBS = frozenset({"ask_in", "hand_over"})
COORDINATORS_VERBS = frozenset({"hand_over"})
"""Who is away, or left, hands nothing over any more: then a coordinator does."""
REFERRERS_VERBS = frozenset({"judge_line", "sign_off_contact_step"})
"""The referrer's alone. Source: the plan is made "binnen de kaders van de aanmelder", and who leads is "volledig neutraal": has no opinion
on whether a bottom line is met, or whether there may be more contact.
"""
LINES_VERBS = frozenset(
    {
        *("record_breach", "follow_up_breach"),
        *("plan_contact_step", "halt_contact_step"),
    }
)
"""The referrer's too: whoever hears first that a bottom line was broken writes it down; and either plans a step of contact, or stops it."""
GUESTS_VERBS = frozenset(
    {
        *("agree_to_show", "take_back", "hide_card", "answer_agreement", "set_scale", "say_ready", "leave"),
        *("tell_back", "confide", "take_back_confidence", "make_statement"),
        *("propose_picture", "take_back_picture", "ask_correction"),
        *("check_in", "take_back_check_in", "confirm_report", "unconfirm_report", "agree_talk", "finish_talk"),
    }
)
OWN_CARD_VERBS = frozenset({"agree_to_show", "take_back", "hide_card"})
"""What guests do with cards, they do with their own."""
ONLY_GUESTS_VERBS = frozenset(
    {
        *("take_back", "answer_agreement", "tell_back", "set_scale", "say_ready", "leave"),
        *("confide", "take_back_confidence", "make_statement", "ask_correction"),
        *("propose_picture", "take_back_picture"),
        *("check_in", "take_back_check_in"),
    }
)
"""Nobody takes back, answers or sets a number for somebody else."""


def may_record_referral(actor: Actor) -> None:
    """Referrers and coordinators record a referral."""
    _staff_with(actor, Duty.REFERRER, Duty.COORDINATOR)


def may_read_referral(actor: Actor, *, referrer: str, facilitator: str | None, second: str | None = None) -> None:
    """Whoever recorded it, the facilitator who took it (any facilitator while nobody has) and the second, and coordinators."""
    staff = _staff_with(actor, Duty.REFERRER, Duty.COORDINATOR, Duty.FACILITATOR)
    own = staff.id in {referrer, facilitator, second}
    free = staff.duty is Duty.FACILITATOR and facilitator is None
    if not (own or free or staff.duty is Duty.COORDINATOR):
        raise NotFound("referral.not_here")


def may_judge_referral(actor: Actor, *, referrer: str, facilitator: str | None, second: str | None) -> None:
    """Whoever may read it, but for the second: whether these people may be together is no matter of who helps out."""
    may_read_referral(actor, referrer=referrer, facilitator=facilitator, second=second)
    if actor.id == second:
        raise NotAllowed("policy.not_yours")


def may_take_referral(actor: Actor) -> None:
    _staff_with(actor, Duty.FACILITATOR)


def may_close(actor: Actor, *, facilitator: str | None) -> None:
    """The facilitator closes their own and opens it again; a coordinator any. To others it is not there."""
    own = isinstance(actor, Staff) and facilitator is not None and actor.id == facilitator
    if not own and not (isinstance(actor, Staff) and actor.duty is Duty.COORDINATOR):
        raise NotFound("referral.not_here")


def may_read_what_is_kept(actor: Actor, person: str, stake: Stake) -> None:
    """What is kept of one person: that person on the own phone, and for them who leads, or a coordinator, whom the question reaches
    when nobody leads any more.
    """
    if isinstance(actor, Guest):
        if actor.conference != stake.conference or person not in actor.people:
            raise NotFound("person.not_here")
    elif actor.duty is not Duty.COORDINATOR:
        may_lead(actor, stake)


def may_see_retention(actor: Actor) -> None:
    """What is closed and when it is to be erased: coordinators, and administrators, who see no name of it."""
    _staff_with(actor, Duty.COORDINATOR, Duty.ADMINISTRATOR)


def may_erase(actor: Actor, *, proposed_by: str | None = None) -> None:
    """Coordinators and administrators, two of them: who proposed it does not do it."""
    _staff_with(actor, Duty.COORDINATOR, Duty.ADMINISTRATOR)
    if actor.id == proposed_by:
        raise NotAllowed("erasing.another_person")


def may_propose_person(actor: Actor, stake: Stake) -> None:
    """Somebody asks to be forgotten: asked of who leads, or of a coordinator. To others it is not there."""
    if not (isinstance(actor, Staff) and actor.duty is Duty.COORDINATOR):
        may_lead(actor, stake)


def may_set_terms(actor: Actor) -> None:
    _staff_with(actor, Duty.ADMINISTRATOR)


def may_see_dashboard(actor: Actor) -> None:
    _staff_with(actor, Duty.COORDINATOR)


def may_lead(actor: Actor, stake: Stake) -> None:
    """Only the facilitator of this conference, and the second whom that one asked in; to others it is not there."""
    if not (isinstance(actor, Staff) and stake.is_led_by(actor.id)):
        raise NotFound("conference.not_here")


def may_do(actor: Actor, verb: str, stake: Stake) -> None:
    """Whether this actor may use this verb at this conference at all; on which cards, the services ask next."""
    if isinstance(actor, Guest):
        if actor.conference != stake.conference:
            raise NotFound("conference.not_here")
        if verb not in GUESTS_VERBS:
            raise NotAllowed("policy.not_yours")
        return
    if verb in REFERRERS_VERBS:
        if not refers(actor, stake):
            raise NotFound("conference.not_here")
        return
    if verb in LINES_VERBS and refers(actor, stake):
        return
    if verb in COORDINATORS_VERBS and _coordinates(actor):
        return
    may_lead(actor, stake)
    if verb in FIRST_ONLY_VERBS and actor.id != stake.facilitator:
        raise NotAllowed("policy.first_only")
    if verb in ONLY_GUESTS_VERBS:
        raise NotAllowed("policy.only_themselves")


def refers(actor: Actor, stake: Stake) -> bool:
    """Whether this is who referred the family, as referrer or as coordinator: whose word it is, and nobody else's."""
    return actor.id == stake.referrer


def may_know_leaders(actor: Actor, stake: Stake) -> None:
    """Who leads this conference, and to whom it could be handed over: whoever leads it, and coordinators."""
    if not _coordinates(actor):
        may_lead(actor, stake)


def may_see_bottom_lines(actor: Actor, stake: Stake) -> None:
    """The face of the referrer: bottom lines and what meets them."""
    if not isinstance(actor, Staff) or (
        actor.id != stake.referrer and not stake.is_led_by(actor.id) and actor.duty is not Duty.COORDINATOR
    ):
        raise NotFound("conference.not_here")


def _coordinates(actor: Actor) -> bool:
    return isinstance(actor, Staff) and actor.duty is Duty.COORDINATOR


def _staff_with(actor: Actor, *duties: Duty) -> Staff:
    if not isinstance(actor, Staff) or actor.duty not in duties:
        raise NotAllowed("policy.not_yours")
    return actor
