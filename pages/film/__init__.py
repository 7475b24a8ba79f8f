"""The film in a Streamlit page: a component of a few lines that fetches the real one from our own door, so reruns carry next to nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Literal

import streamlit as st

from pages.running import house
from sos_core.domain.here import HERE
from sos_core.i18n import direction
from sos_core.services.looks import usual_looks

_LOADER = """
export default function (component) {
  const loading = import(new URL("/face/film/film.js", location.origin).href).then((film) => film.default(component));
  return () => loading.then((close) => close());
}
"""


def film(
    *,
    mode: Literal["screen", "desk"],
    conference: str,
    words: Mapping[str, str],
    lang: str,
    key: str = "film",
    on_restarted: Callable[[], None] = lambda: None,
) -> Any:
    """Mount the shared screen or the facilitator's desk of one conference; it draws itself live from `/api/live`.

    `words` is the reader's catalogue, from the Dutch sentence to the other (empty for Dutch). The result's `restarted` is set
    for one run after the server was started anew: by then the whole page has run again. Stands outside forms and fragments.
    """
    mount = st.components.v2.component("draaiboek_film", js=_LOADER)
    days = {"zone": HERE.key, "usual": {look.value: day.isoformat() for look, day in usual_looks(house()).items()}}
    given = {
        "mode": mode,
        "conference": conference,
        "lang": lang,
        "dir": direction(lang),
        "words": dict(words),
        "days": days,
    }
    return mount(key=f"{key}-{mode}-{conference}", data=given, height="content", on_restarted_change=on_restarted)
