"""Two charts, of counts that the database made, each with a sentence that says what it shows."""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd

from pages.drawn import Node, el, said
from pages.staff import number
from sos_core.i18n import Translate
from sos_core.services.dashboard import AT_LEAST, AT_MOST
from sos_core.services.dashboard_figures import Load, Waited

LAST_WEEK = 13
"""Who waited longer stands with these."""
MOST_BARS = 15
BLUE, BROWN, RED, GREY = "#1c5bbd", "#735000", "#a3262a", "#ddd8cb"


def waited_in_words(waited: Waited, t: Translate) -> Node:
    if not waited.held:
        return el("p", t("Er was het afgelopen jaar geen eerste sessie."), cls="lead")
    words = t(
        "Bij {within} van de {held} gezinnen was de eerste sessie binnen 6 weken; de helft wachtte {median} dagen of korter. "
        "Dat gaat over het afgelopen jaar."
    )
    in_time, held = number(waited.in_time), number(waited.held)
    return el("p", words.format(within=in_time, held=held, median=waited.median), cls="lead")


def waited_chart(waited: Waited, t: Translate) -> alt.LayerChart:
    """So many families had their first session in each week after the referral, against the band of 4 to 6 weeks."""
    in_time, later = t("binnen 6 weken"), t("later")
    weeks: dict[tuple[int, str], int] = {}
    for days, many in waited.after.items():
        week = min(max(days, 1) - 1, LAST_WEEK * 7 - 1) // 7
        kind = in_time if days <= AT_MOST.days else later
        weeks[week, kind] = weeks.get((week, kind), 0) + many
    frame = pd.DataFrame(
        [
            {"from": week + 0.08, "to": week + 0.92, "families": many, "kind": kind}
            for (week, kind), many in weeks.items()
        ]
    )
    band = pd.DataFrame({"from": [AT_LEAST.days / 7], "to": [AT_MOST.days / 7]})
    axis = alt.Axis(values=list(range(LAST_WEEK + 1)), format="d", grid=False)
    across = alt.Scale(domain=[0, LAST_WEEK])
    title = t("Weken na de aanmelding (grijs: 4 tot 6 weken)")
    bars = (
        alt.Chart(frame)
        .mark_rect()
        .encode(
            x=alt.X("from:Q", title=title, axis=axis, scale=across),
            x2="to:Q",
            y=alt.Y("families:Q", title=t("Gezinnen"), axis=alt.Axis(tickMinStep=1)),
            y2=alt.datum(0),
            color=_kinds([in_time, later], [BLUE, BROWN]),
        )
    )
    ground = alt.Chart(band).mark_rect(color=GREY, opacity=0.75).encode(x=alt.X("from:Q", scale=across), x2="to:Q")
    return _in_our_look(alt.layer(ground, bars).properties(height=320))


def load_in_words(loads: list[Load], t: Translate) -> Node:
    most = loads[0]
    more = t("{families}, waarvan evaluatie te laat: {overdue}, binnen 7 dagen: {due}.")
    return el(
        "p",
        t("Procesbegeleiders: {people}. De meeste gezinnen heeft").format(people=number(len(loads))),
        " ",
        said(most.facilitator),
        ": ",
        more.format(families=number(most.families), overdue=number(most.overdue), due=number(most.due)),
        " ",
        t("Een gezin dat twee mensen begeleiden telt bij allebei."),
        cls="lead",
    )


def load_chart(loads: list[Load], t: Translate) -> alt.LayerChart:
    """The families of who has most, by what their evaluations ask."""
    kinds = [t("te laat"), t("binnen 7 dagen"), t("de andere")]
    shown = loads[:MOST_BARS]
    frame = pd.DataFrame(
        [
            {"who": load.facilitator, "families": many, "kind": kind, "order": order}
            for load in shown
            for order, (kind, many) in enumerate(
                zip(kinds, (load.overdue, load.due, load.families - load.overdue - load.due), strict=True)
            )
        ]
    )
    who = alt.Y("who:N", sort=[load.facilitator for load in shown], title=None, axis=alt.Axis(labelLimit=220))
    bars = (
        alt.Chart(frame)
        .mark_bar()
        .encode(
            x=alt.X("families:Q", title=t("Gezinnen, naar hun evaluatie"), axis=alt.Axis(tickMinStep=1, tickCount=6)),
            y=who,
            order="order:Q",
            color=_kinds(kinds, [RED, BROWN, BLUE]),
        )
    )
    totals = pd.DataFrame({"who": [one.facilitator for one in shown], "families": [one.families for one in shown]})
    ends = alt.Chart(totals).mark_text(align="left", dx=5).encode(x="families:Q", y=who, text="families:Q")
    return _in_our_look(alt.layer(bars, ends).properties(height=30 * len(shown) + 140))


def _kinds(names: list[str], colours: list[str]) -> alt.Color:
    scale = alt.Scale(domain=names, range=colours)
    return alt.Color("kind:N", title=None, scale=scale, legend=alt.Legend(orient="top", labelLimit=260))


def _in_our_look(chart: Any) -> alt.LayerChart:
    looked: alt.LayerChart = (
        chart.configure(font="Atkinson Hyperlegible Next")
        .configure_axis(labelFontSize=14, titleFontSize=14, labelColor="#1a1f2b", titleColor="#4c5363")
        .configure_legend(labelFontSize=14, labelColor="#1a1f2b")
        .configure_text(fontSize=14, color="#1a1f2b")
        .configure_view(strokeWidth=0)
    )
    return looked
