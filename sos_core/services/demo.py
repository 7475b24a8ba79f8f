"""The demo: a made-up family, played day by day through the same services that real people use. No second way in."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from typing import Any

from sos_core.access.actor import Duty, Staff
from sos_core.domain.kinds import Look, Together
from sos_core.domain.looks import AFTER
from sos_core.domain.safety_net import Circle, Known, NetOutcome, NetQuestion
from sos_core.services.accounts import open_account
from sos_core.services.conferences import take
from sos_core.services.demo_accounts import demo_password
from sos_core.services.demo_meetings import Calendar, Meetings, Record
from sos_core.services.house import House, new_id
from sos_core.services.net_form import CheckForm, NetPersonForm
from sos_core.services.referral_form import LineForm, Reason, ReferralForm
from sos_core.services.referrals import record_referral
from sos_core.services.safety_net import decide_on_net, keep_net_person
from sos_core.settings import DEMO_FAMILY

LOOK_AFTER = AFTER[Look.FIRST].days
"""When the first look back is held, in days after the plan was adopted."""


def play_demo(house: House, key: str) -> None:
    """Put the family of data/demo, and some small ones for the dashboard, into an empty house. Days count from today.

    `key` is the key of the database: from it the passwords of the demo accounts are made.
    """
    told = tomllib.loads(DEMO_FAMILY.read_text("utf-8"))
    before, calendar = house.clock, Calendar(house.today(), house.now())
    house.clock = calendar
    try:
        calendar.turn_to(min(other["referred_day"] for other in told["others"]))
        staff = {
            account["id"]: open_account(
                house,
                name=account["name"],
                duty=Duty(account["duty"]),
                password=demo_password(key, account["name"]),
            )
            for account in told["accounts"]
        }
        for other in told["others"]:
            _play_family(house, calendar, staff, _small(told["small"], other))
        _play_family(house, calendar, staff, told)
    finally:
        house.clock = before


def _play_family(house: House, calendar: Calendar, staff: Mapping[str, Staff], told: Record) -> None:
    """From the referral to what happened last."""
    referral = told["referral"]
    calendar.turn_to(referral["day"])
    referrer = staff[referral["referrer"]]
    recorded = record_referral(house, referrer, _form(told))
    if "taken_day" not in referral:
        return
    if referral["lvb"]:
        _look_at_net(house, referrer, recorded, told["net"])
    calendar.turn_to(referral["taken_day"])
    facilitator = staff[referral["facilitator"]]
    played = Meetings(house, calendar, take(house, facilitator, recorded), facilitator, referrer)
    played.name(told["bottom_lines"], played.desk()["lines"])
    played.play(told)


def _look_at_net(house: House, referrer: Staff, referral: str, net: Record) -> None:
    """Who is around the family, and what the referrer decided on it."""
    for person in net["people"]:
        answers = {one.value: Known(person.get(one.value, Known.UNKNOWN)) for one in NetQuestion}
        form = NetPersonForm(
            name=person["name"],
            relation=person["relation"],
            circle=Circle(person["circle"]),
            informal=person.get("informal", True),
            **answers,
        )
        keep_net_person(house, referrer, referral, new_id(), form)
    decided = CheckForm(
        outcome=NetOutcome(net["outcome"]), condition=net.get("condition", ""), why=net["why"], by=net["by"]
    )
    decide_on_net(house, referrer, referral, decided, key=new_id())


def _form(told: Record) -> ReferralForm:
    """The referral as the referrer fills it in."""
    said = told["referral"]
    children = told.get("children") or [person for person in told["people"] if person["role"] == "child"]
    return ReferralForm(
        alias=said["alias"],
        children=tuple((child["name"], child["age"]) for child in children),
        reason=Reason(said["reason"]),
        reason_words=said["reason_words"],
        mapped=said["mapped"],
        lvb=said["lvb"],
        together=Together(said["together"]) if "together" in said else None,
        together_by=said.get("together_by", ""),
        together_why=said.get("together_why", ""),
        lines=tuple(_line(line) for line in told["bottom_lines"]),
    )


def _line(line: Record) -> LineForm:
    escalation = {f"escalation_{name}": text for name, text in line["escalation"].items()}
    return LineForm(criterion=line["criterion"], trigger=line["trigger"], **escalation)


def _small(small: Record, other: Record) -> dict[str, Any]:
    """A small family as the large one is told, as far as it has come."""
    told: dict[str, Any] = {name: small[name] for name in ("children", "bottom_lines", "net")}
    told["referral"] = {**small, **other, "day": other["referred_day"]}
    if (day := other.get("first_session_day")) is not None:
        told["routines"] = [{"library": small["routine"], "day": day}]
        told["people"] = [{**person, "day": day} for person in small["people"]]
    if (day := other.get("adopted_day")) is not None:
        told["agreements"] = [{**deal, "day": day} for deal in small["agreements"]]
        told["judgements"] = [{"bottom_line": line["id"], "holds": True, "day": day} for line in small["bottom_lines"]]
        told["plans"] = [{"evaluation_day": other["evaluation_day"], "day": day}]
        if (week_later := day + LOOK_AFTER) < min(0, other.get("ended_day", 0)):
            look = {"how": "well", "decision": "go_on", "because": small["first_because"], "day": week_later}
            told["first_looks"] = [look]
    if (day := other.get("ended_day")) is not None:
        weighed = [{"agreement": deal["id"], "how": "well"} for deal in small["agreements"]]
        ending = {
            "decision": other["decision"],
            "because": other.get("because", small["because"]),
            "handover": small["handover"],
        }
        told["evaluations"] = [{**ending, "weighed": weighed, "day": day}]
    return told
