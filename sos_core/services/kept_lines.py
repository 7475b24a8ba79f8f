"""Lines of the sheet with what is kept of somebody, as facts say them: without a day yet."""

from __future__ import annotations

from datetime import date

from sos_core.domain import events as e
from sos_core.export.paper import KeptLine, Why

DAY = date.min
"""Until it is known on which day the fact was written."""
Plain = (
    e.PersonInvited
    | e.InvitationWithdrawn
    | e.InvitedCame
    | e.PersonAdmitted
    | e.PersonCameBack
    | e.PersonReturned
    | e.LinkEnded
    | e.PersonLeft
    | e.PersonErased
    | e.PersonReady
    | e.PictureProposed
)
PLAIN: dict[type, str] = {
    e.PersonInvited: "invited",
    e.InvitationWithdrawn: "uninvited",
    e.InvitedCame: "came",
    e.PersonAdmitted: "let_in",
    e.PersonCameBack: "came_again",
    e.PersonReturned: "came_again",
    e.LinkEnded: "link_ended",
    e.PersonLeft: "left",
    e.PersonErased: "erased",
    e.PersonReady: "ready",
    e.PictureProposed: "picture",
}
"""Facts of a person that say no more than that they happened."""


def line(what: str, words: str | None, text: str | None) -> KeptLine:
    """With the text that these words have; None: they are erased."""
    if words is None:
        return bare(what)
    return KeptLine(DAY, what, text, "" if text is not None else "erased")


def bare(what: str, why: Why = "wordless") -> KeptLine:
    """Without words, and why."""
    return KeptLine(DAY, what, None, why)
