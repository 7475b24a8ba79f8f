"""The coordinator's overview: open evaluations and the 4 to 6 weeks. Aliases, dates and states; no words of a family."""

from __future__ import annotations

from datetime import date
from typing import Any

import altair as alt
import pandas as pd
import streamlit as st

from pages.drawn import Child, Node, draw, el, link, said, table
from pages.running import house
from pages.staff import ago, day, only, signed_in, words
from pages.terms import pace_word, state_word
from sos_core.access.actor import Duty
from sos_core.services.dashboard import AT_LEAST, AT_MOST, EVALUATION_STATES, Filters, dashboard, facilitators

PACES = ("late", "close", "on_time", "held_late", "held")
MOST_BARS = 25

staff = signed_in()
only(staff, Duty.COORDINATOR)
t = words()


def wished(name: str, label: str, options: list[str], word: dict[str, str]) -> tuple[str, ...]:
    """One filter; what is chosen stands in the address, so that it can be kept and sent on."""
    chosen = [one for one in st.query_params.get_all(name) if one in options]
    picked = st.multiselect(
        label, options, default=chosen, format_func=lambda one: word.get(one, one), placeholder=t("Alle")
    )
    st.query_params[name] = picked
    return tuple(picked)


def filters() -> Filters:
    first, second, third = st.columns(3)
    with first:
        led_by = wished("facilitator", t("Procesbegeleider"), facilitators(house(), staff), {})
    with second:
        states = wished(
            "state",
            t("Evaluatie"),
            list(EVALUATION_STATES),
            {state: state_word(state, t) for state in EVALUATION_STATES},
        )
    with third:
        paces = wished("pace", t("De 4 tot 6 weken"), list(PACES), {pace: pace_word(pace, t) for pace in PACES})
    return Filters(facilitators=led_by, states=states, paces=paces)


def figures(frame: pd.DataFrame) -> Node:
    """What asks for something, counted."""
    states, paces = frame["state"].value_counts(), frame["pace"].value_counts()
    counted = [
        (states.get("overdue", 0), t("Evaluatie te laat")),
        (states.get("due", 0), t("Evaluatie binnen 7 dagen")),
        (states.get("not_planned", 0), t("Geen evaluatie gepland")),
        (paces.get("late", 0), t("Wacht langer dan 6 weken")),
    ]
    return el(
        "ul",
        *(
            el("li", el("strong", str(number)), words_, cls="some" if number and place in {0, 3} else None)
            for place, (number, words_) in enumerate(counted)
        ),
        cls="figures",
    )


def rows(frame: pd.DataFrame) -> Node:
    heads = (
        t("Gezin"),
        t("Procesbegeleider"),
        t("Evaluatie"),
        t("Aangemeld"),
        t("Eerste sessie"),
        t("De 4 tot 6 weken"),
        t("Plan"),
    )
    drawn = [
        (
            said(row["alias"]),
            leaders(row),
            evaluation(row),
            el(
                "div",
                day(row["referred_on"], short=True),
                el("small", ago(int(row["days_since_referral"]))),
            ),
            first_session(row),
            el("span", pace_word(row["pace"], t), cls=f"tag {row['pace']}"),
            link(t("Open"), f"/plan?conference={row['conference']}") if row["conference"] else "–",
        )
        for row in whole(frame)
    ]
    return table(heads, drawn, caption=t("Gezinnen, met het dringendste eerst"), cls="figures-table")


def whole(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """The rows with None where pandas has its several kinds of nothing."""
    return [{str(k): None if pd.isna(v) else v for k, v in row.items()} for row in frame.to_dict("records")]


def leaders(row: dict[str, Any]) -> Node:
    """Who leads it, and who leads it too."""
    first = said(row["facilitator"] if row["facilitator"] else t("nog niemand"))
    return el("div", first, el("small", t("samen met"), " ", said(row["second"]))) if row["second"] else first


def evaluation(row: dict[str, Any]) -> Node:
    state, over = str(row["state"]), row["days_over"]
    tag = el("span", state_word(state, t), cls=f"tag {state}")
    if not isinstance(over, int | float) or not isinstance(row["evaluation_on"], date):
        return el("div", tag)
    return el("div", tag, el("small", day(row["evaluation_on"], short=True)), el("small", away(int(over))))


def away(over: int) -> str:
    """How far the day of the evaluation is: `over` days past it, or below zero to come."""
    if over > 0:
        return t("1 dag te laat") if over == 1 else t("{days} dagen te laat").format(days=over)
    if over == 0:
        return t("vandaag")
    return t("morgen") if over == -1 else t("over {days} dagen").format(days=-over)


def first_session(row: dict[str, Any]) -> Child:
    first, days = row["first_session_on"], row["days_to_first"]
    if not isinstance(first, date) or not isinstance(days, int | float):
        return t("nog niet")
    after = {0: t("dezelfde dag"), 1: t("na 1 dag")}.get(int(days)) or t("na {days} dagen").format(days=int(days))
    return el("div", el("span", day(first, short=True), cls="date"), el("small", after))


def apart(aliases: pd.Series[str]) -> pd.Series[str]:
    """Two families with one alias each keep a bar of their own: the second is `… (2)`."""
    again = aliases.groupby(aliases).cumcount()
    return aliases.where(again == 0, aliases + " (" + (again + 1).astype(str) + ")")


def days_chart(frame: pd.DataFrame) -> alt.LayerChart:
    """Days from referral to the first session, or until now, against the band of 4 to 6 weeks."""
    held, waits = t("tot de eerste sessie"), t("wacht nog")
    days = frame["days_to_first"].fillna(frame["days_since_referral"]).astype(int)
    bars = pd.DataFrame(
        {
            "family": apart(frame["alias"]),
            "days": days,
            "kind": frame["days_to_first"].notna().map({True: held, False: waits}),
        }
    )
    bars = bars.nlargest(MOST_BARS, "days")
    band = pd.DataFrame({"from": [AT_LEAST.days], "to": [AT_MOST.days]})
    families = alt.Y("family:N", sort=bars["family"].tolist(), title=None, axis=alt.Axis(labelLimit=220))
    weeks = list(range(0, max(AT_MOST.days, int(bars["days"].max())) + 8, 7))
    scale = alt.Scale(domain=[held, waits], range=["#1c5bbd", "#735000"])
    chart: alt.LayerChart = (
        alt.layer(
            alt.Chart(band).mark_rect(color="#ddd8cb", opacity=0.75).encode(x="from:Q", x2="to:Q"),
            alt.Chart(bars)
            .mark_bar(height=16, cornerRadiusEnd=4)
            .encode(
                x=alt.X(
                    "days:Q", title=t("Dagen sinds de aanmelding (grijs: 4 tot 6 weken)"), axis=alt.Axis(values=weeks)
                ),
                y=families,
                color=alt.Color("kind:N", title=None, scale=scale, legend=alt.Legend(orient="top")),
            ),
            alt.Chart(bars).mark_text(align="left", dx=5).encode(x="days:Q", y=families, text="days:Q"),
        )
        .properties(height=32 * len(bars) + 110)
        .configure(font="Atkinson Hyperlegible Next")
        .configure_axis(labelFontSize=14, titleFontSize=14, labelColor="#1a1f2b", titleColor="#4c5363")
        .configure_legend(labelFontSize=14, labelColor="#1a1f2b")
        .configure_text(fontSize=14, color="#1a1f2b")
        .configure_view(strokeWidth=0)
    )
    return chart


def in_words(frame: pd.DataFrame) -> str:
    """What the chart shows, as a sentence."""
    held = frame["days_to_first"].dropna()
    late = int((frame["pace"] == "late").sum())
    if held.empty:
        return t("Er was nog geen eerste sessie. Langer dan 6 weken wachten nu: {late}.").format(late=late)
    return t(
        "Bij {within} van de {held} gezinnen was de eerste sessie binnen 6 weken; de helft wachtte {median} dagen of korter. "
        "Langer dan 6 weken wachten nu: {late}."
    ).format(within=int((held <= AT_MOST.days).sum()), held=len(held), median=int(held.median()), late=late)


st.title(t("Overzicht"))
everything = dashboard(house(), staff)
if everything.empty:
    draw(
        "empty",
        el(
            "div",
            el("h2", t("Er loopt nog niets")),
            el("p", t("Zodra een gezin is aangemeld, staat het hier.")),
            cls="empty",
        ),
    )
else:
    frame = dashboard(house(), staff, filters())
    draw("figures", figures(frame))
    if frame.empty:
        draw(
            "empty",
            el("div", el("h2", t("Niets gevonden")), el("p", t("Haal een filter weg om meer te zien.")), cls="empty"),
        )
    else:
        draw("rows", rows(frame))
        st.header(t("Van aanmelding tot eerste sessie"))
        draw("in-words", el("p", in_words(frame), cls="lead"))
        st.altair_chart(days_chart(frame), width="stretch")
