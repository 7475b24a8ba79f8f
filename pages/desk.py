"""The facilitator's desk: all of the conference, in a window that the family does not see."""

from __future__ import annotations

from pages.film import film
from pages.staff import choose_conference, language, no_conference, only, signed_in
from sos_core.access.actor import Duty
from sos_core.i18n import words_in

staff = signed_in()
only(staff, Duty.FACILITATOR)
conference = choose_conference(staff, ask=False)
if conference is None:
    no_conference()
else:
    film(mode="desk", conference=conference.id, words=words_in(language(), "pages/film"), lang=language())
