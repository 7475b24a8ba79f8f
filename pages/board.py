"""The shared screen: the film and nothing else. It fills the window; what Streamlit draws round it stays away."""

from __future__ import annotations

from pages.film import film
from pages.staff import language, named_conference, only, signed_in
from sos_core.access.actor import Duty
from sos_core.i18n import tag, words_in

staff = signed_in()
only(staff, Duty.FACILITATOR)
conference = named_conference(staff)
if conference:
    film(mode="screen", conference=conference, words=words_in(language(), "pages/film"), lang=tag(language()))
