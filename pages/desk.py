"""The facilitator's desk: all of the conference, in a window that the family does not see."""

from __future__ import annotations

from pages.film import film
from pages.staff import language, named_conference, only, signed_in
from sos_core.access.actor import Duty
from sos_core.i18n import tag, words_in

staff = signed_in()
only(staff, Duty.FACILITATOR)
conference = named_conference(staff, or_the_last=True)
if conference:
    film(mode="desk", conference=conference, words=words_in(language(), "pages/film"), lang=tag(language()))
