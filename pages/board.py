"""The shared screen: the film and nothing else. It fills the window; what Streamlit draws round it stays away."""

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
    film(mode="screen", conference=conference.id, words=words_in(language(), "pages/film"), lang=language())
