"""A staff page as a member of staff meets it: signed in by cookie, on a real house."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from streamlit.runtime.context import ContextProxy
from streamlit.testing.v1 import AppTest

from pages import running
from pages.cookies import staff_cookie
from sos_core.access.actor import Staff
from sos_core.services.accounts import sign_in
from tests.builders import PASSWORD, Office

HOME = Path(__file__).parents[2] / "pages" / "home.py"
Visit = Callable[..., AppTest]


@pytest.fixture
def visit(office: Office, monkeypatch: pytest.MonkeyPatch) -> Iterator[Visit]:
    """`visit(somebody, "plan", conference=…)`: that page, after the guard of home.py has run; nobody is None."""
    running._running.append(office.house)

    def open_page(who: Staff | None, page: str = "", **asked: Any) -> AppTest:
        at = AppTest.from_file(str(HOME), default_timeout=60)
        token = sign_in(office.house, name=who.name, password=PASSWORD) if who else "van niemand"
        cookies = {staff_cookie(office.house.settings): token}
        monkeypatch.setattr(ContextProxy, "cookies", property(lambda _: cookies))
        at.context = {"url": f"http://draaiboek.test/{page}"}
        at.run()
        at.query_params.clear()  # as a browser does when one goes to another page
        at.query_params.update(asked)
        return at.switch_page(f"{page}.py").run() if page and who else at

    yield open_page
    running._running.clear()


def drawn(at: AppTest) -> str:
    """All that the components on this page were given to draw, as one text."""
    return " ".join(element.proto.json for element in at.get("bidi_component"))
