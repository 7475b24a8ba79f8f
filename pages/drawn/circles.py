"""The people round a family in three circles: drawn by a small component, which tells who was pressed and who was put elsewhere."""

from __future__ import annotations

import streamlit as st

from pages.terms import circle_word
from sos_core.domain.safety_net import Circle
from sos_core.i18n import Translate
from sos_core.services.house import new_id
from sos_core.services.net_form import SafetyNet

_LOADER = """
export default function (component) {
  const loading = import(new URL("/face/drawn/circles.js", location.origin).href).then((drawn) => drawn.default(component));
  return () => loading.then((close) => close());
}
"""


def circles(
    net: SafetyNet, *, chosen: str | None, key: str, t: Translate, lang: str
) -> tuple[str | None, tuple[str, str] | None]:
    """Who was pressed, and who was put in which circle: each for one run. Stands outside forms."""
    mount = st.components.v2.component("draaiboek_circles", js=_LOADER)
    given = {
        "people": [
            {
                "id": person.id,
                "name": person.name or t("gewist"),
                "relation": person.relation or "",
                "circle": person.circle,
                "own": person.around.informal,
                "carries": person.id in net.advice.carry,
            }
            for person in net.people
        ],
        "circles": [[circle, circle_word(circle, t)] for circle in Circle],
        "chosen": chosen,
        "may": net.may_change,
        "lang": lang,
        "words": {
            "family": t("gezin"),
            "how": t("Sleep naar een andere kring, of gebruik de pijlen. Met Enter open je de vragen."),
            "professional": t("professional"),
            "carries": t("vier keer ja"),
            "placed": t("{name} staat nu in de kring: {circle}."),
            "nobody": t("Nog niemand"),
        },
        "round": new_id(),  # so that it is drawn anew, as it is, also after a refusal
    }
    told = mount(key=f"circles-{key}", data=given, height="content", on_placed_change=_heard, on_chosen_change=_heard)
    placed = told.placed
    return told.chosen, (placed["person"], placed["circle"]) if placed else None


def _heard() -> None:
    """What it tells is read in the run that follows."""
