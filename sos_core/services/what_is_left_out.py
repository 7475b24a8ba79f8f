"""What names a person and is not on the sheet with what is kept of them, each with the reason; and of the rows what is. A test walks every
table and every kind of fact: one that names somebody and is in neither fails it. For people it is explained in `docs/privacy.md`.
"""

from __future__ import annotations

_PROTECTS_ANOTHER = "it reveals from whom somebody is protected: art. 15(4) AVG, the rights of others"
_CHOICE_OF_ANOTHER = "from whom somebody keeps the own words is their choice, and tells of them: art. 15(4) AVG"
_FINGERPRINT = "a fingerprint of a secret that only its holder has; on the sheet is that it exists"
_OF_STAFF = "which account did it says something of staff; on the sheet is that it was done"
_WHERE = "to which family a row belongs, not who somebody is; each sheet is of one conference"

LEFT_OUT: dict[str, str] = {
    "restriction_set.people": _PROTECTS_ANOTHER,
    "card_written.hidden_from": _CHOICE_OF_ANOTHER,
    "card_hidden.hidden_from": _CHOICE_OF_ANOTHER,
    "person_came_back.came_as": "a number of the door; that somebody came by it is on the sheet of who they are",
    "link.token": _FINGERPRINT,
    "phone.token": _FINGERPRINT,
    "erasure.proposed_by": _OF_STAFF,
    "erasure.confirmed_by": _OF_STAFF,
    "erasure.erased_at": "once it is filled there is nobody to give a sheet to",
    "erasure.asked_for": "of one person alone it is always asked for",
    "erasure.keeping": "of one person alone it always says the same",
    "erasure.referral": _WHERE,
    "erasure.conference": _WHERE,
    "erasure.closed_on": "of the whole conference, when that is erased",
    "erasure.closed_because": "of the whole conference, when that is erased",
}
"""`table.column` and `kind.field`, each with why."""

ROWS_ON_THE_SHEET = frozenset(
    {
        *(f"person.{column}" for column in ("name", "relation", "picture", "mail", "mail_lang", "mailed_on")),
        *(f"net_person.{column}" for column in ("name", "relation", "circle", "informal")),
        *(f"net_person.{question}" for question in ("reachable", "knows", "willing", "dares")),
        *(f"link.{column}" for column in ("person", "purpose", "made_at", "ends_at", "revoked_at")),
        *(f"erasure.{column}" for column in ("person", "proposed_at", "withdrawn_at")),
        "phone.joined_at",
    }
)
"""Columns that `kept_rows` and `what_is_kept` read. Which facts are told is not listed: the test asks the sheet itself."""
