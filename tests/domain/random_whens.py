"""Rules at random: any that people can come to by typing."""

from datetime import date

from hypothesis import strategies as st

from sos_core.domain.when import Part, When
from sos_core.domain.when.rule import DAYS, daily, first_on, monthly, monthly_on, weekly

days = st.dates(date(2026, 1, 1), date(2028, 12, 31))
times = st.builds("{:02}:{:02}".format, st.integers(0, 23), st.integers(0, 59))
rules = st.one_of(
    st.just(""),
    st.builds(daily, st.integers(1, 2)),
    st.builds(weekly, st.frozensets(st.sampled_from(DAYS), min_size=1, max_size=6), st.integers(1, 12)),
    st.builds(monthly, st.sampled_from((1, 2, 3, 4, -1)), st.sampled_from(DAYS)),
    st.builds(monthly_on, st.integers(1, 28)),
)


@st.composite
def whens(draw: st.DrawFn) -> When:
    """Any rule that people can come to."""
    rule, starts = draw(rules), draw(days)
    first = first_on(rule, starts)
    parts = [part for part in Part if part is not Part.NIGHT or rule == daily()]
    time, part = draw(st.one_of(st.tuples(times, st.none()), st.tuples(st.none(), st.sampled_from([None, *parts]))))
    minutes = draw(st.one_of(st.none(), st.integers(1, 1439))) if time else None
    if time and rule.startswith("FREQ=WEEKLY") and len(rule.rpartition("=")[2]) == 2 and draw(st.booleans()):
        minutes = draw(st.integers(1440, 6 * 1440))
    if not rule:
        return When(rule, first, time, minutes, part)
    until = draw(st.one_of(st.none(), st.dates(first, date(2029, 12, 31))))
    but = tuple(sorted(draw(st.sets(st.dates(first, date(2029, 12, 31)), max_size=3))))
    return When(rule, first, time, minutes, part, until, but, draw(st.booleans()))
