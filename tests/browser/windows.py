"""People at their windows: what a facilitator, a shared screen and a phone do, in the words that stand on the screen."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import httpx
from playwright.sync_api import BrowserContext, ConsoleMessage, Locator, Page, expect

from sos_core.services.house import new_id
from tests.builders import PASSWORD, Meeting, Somebody

PHONE = {"width": 390, "height": 844}
LAPTOP = {"width": 1366, "height": 768}
BIG_SCREEN = {"width": 1920, "height": 1080}
expect.set_options(timeout=15_000)

HIDING = """
let away = false;
Object.defineProperty(document, "hidden", { get: () => away });
window.lookAway = (now) => { away = now; document.dispatchEvent(new Event("visibilitychange")); };
"""
"""Under Playwright each tab believes that it is seen; with this it can be told that it is not."""


STANDS_STILL = """
async () => {
  let before = "", frames = 0;
  while (frames < 10) {
    await new Promise(requestAnimationFrame);
    const run = document.querySelector("[data-test-script-state]")?.dataset.testScriptState;
    const now = [run, ...[...document.querySelectorAll("main, section")].map((part) => `${part.scrollTop} ${part.scrollHeight}`)].join();
    frames = run === "notRunning" && now === before ? frames + 1 : 0;
    before = now;
  }
}
"""


class Windows:
    """Opens windows; `complaints` are the errors that any of them had of its own."""

    def __init__(self, context: Callable[..., BrowserContext]) -> None:
        self._context = context
        self.complaints: list[str] = []

    def staff(self, name: str, *, size: dict[str, int] = LAPTOP) -> Staff:
        """A browser in which somebody of the staff has signed in."""
        staff = Staff(self, self._context(viewport=size))
        staff.sign_in(name)
        return staff

    def signed_in(self, token: str, *, url: str, size: dict[str, int] = LAPTOP) -> Staff:
        """A browser in which somebody of the staff signed in before."""
        staff = Staff(self, self._context(viewport=size))
        staff.context.add_cookies([{"name": "draaiboek_staff", "value": token, "url": url}])
        return staff

    def phone(self, **how: Any) -> Phone:
        """A phone that has just opened the address from the screen."""
        context = self._context(viewport=PHONE, has_touch=True, is_mobile=True, **how)
        return Phone(self, context)

    def watched(self, page: Page) -> Page:
        """A page whose own errors count. A server that is away, or says no, is not an error of the page."""
        page.on("pageerror", lambda error: self.complaints.append(f"{page.url}: {error}"))
        page.on("console", self._hear)
        return page

    def _hear(self, message: ConsoleMessage) -> None:
        harmless = (
            "Failed to load resource",
            "Cross-Origin-Opener-Policy",
            "net::ERR",
            "WebSocket",
            "server endpoint",
            "Streamlit server",
            "disconnected from server",
            "timed out",
        )
        if message.type == "error" and not any(word in message.text for word in harmless):
            self.complaints.append(message.text)


class Lead:
    """The facilitator's hand without a page: quick, and heard by every stream, as what the test itself does is not."""

    def __init__(self, url: str, meeting: Meeting, token: str) -> None:
        self._conference = meeting.conference
        self._url, self._cookies = url, {"Cookie": f"draaiboek_staff={token}"}

    def do(self, verb: str, **fields: Any) -> None:
        said = {"key": new_id(), "verb": verb, "conference": self._conference, **fields}
        answer = httpx.post(f"{self._url}/api/do", json=said, headers=self._cookies)
        assert answer.is_success, answer.text

    def end_links(self, who: Somebody) -> None:
        """All own links of this person."""
        said = {"conference": self._conference, "person": who.id, "on": False}
        assert httpx.post(f"{self._url}/api/links", json=said, headers=self._cookies).is_success

    def see(self) -> Any:
        """What the desk sees now."""
        asked = {"conference": self._conference}
        return httpx.get(f"{self._url}/api/view", params=asked, headers=self._cookies).json()


class Staff:
    """One member of staff, with as many windows as wanted."""

    def __init__(self, windows: Windows, context: BrowserContext) -> None:
        self._windows, self.context = windows, context

    def sign_in(self, name: str) -> None:
        page = self.window("/welkom")
        page.get_by_text("Inloggen").first.click()
        page.locator("form[action='/login'] [name=name]").fill(name)
        page.locator("form[action='/login'] [name=password]").fill(PASSWORD)
        page.locator("form[action='/login'] button").click()
        page.wait_for_url(lambda url: "/welkom" not in url and "/login" not in url)
        page.close()

    def window(self, path: str, *, size: dict[str, int] | None = None) -> Page:
        page = self._windows.watched(self.context.new_page())
        if size:
            page.set_viewport_size(size)  # type: ignore[arg-type]
        page.goto(path)
        return page

    def screen(self, conference: str) -> Page:
        """The shared screen."""
        return self.window(f"/board?conference={conference}", size=BIG_SCREEN)

    def desk(self, conference: str) -> Page:
        return self.window(f"/desk?conference={conference}")


class Phone:
    """One phone, and whoever holds it."""

    def __init__(self, windows: Windows, context: BrowserContext) -> None:
        self.context = context
        self.page = windows.watched(context.new_page())
        self.now = self.page.locator("#now")
        """The question of this moment."""

    def join(self, name: str, code: str) -> None:
        self.page.goto("/m")
        self.page.get_by_label("De code").fill(code)
        self.page.get_by_label("Je voornaam").fill(name)
        self.page.get_by_role("button", name="Meedoen").click()
        expect(self.page.get_by_text("Wacht even")).to_be_visible()

    def enter(self, somebody: Somebody, path: str = "/m") -> None:
        """Open the page on the phone of somebody who joined before."""
        url = self.context.request.get("/healthz").url
        self.context.add_cookies([{"name": "draaiboek_phone", "value": somebody.token, "url": url}])
        self.page.goto(path)

    def say(self, text: str) -> None:
        """Type it under the question of the moment, and send it."""
        self.page.locator("#text").fill(text)
        self.page.locator("form[data-form=say] button[type=submit]").click()

    def said(self, text: str) -> Locator:
        """What was sent, as it stands under the question."""
        return self.page.locator("article", has_text=text).first

    def kept(self, text: str) -> None:
        """It stands on this phone as kept."""
        expect(self.said(text)).to_contain_text("Bewaard")

    def other(self, kind: str) -> None:
        """Choose to say something else than the question asks."""
        self.page.get_by_text(re.compile("^Ik wil iets (anders )?zeggen$")).click()
        self.page.locator(".kinds").get_by_text(kind).click()

    def speak_as(self, name: str) -> None:
        """On a shared phone: whose words these are."""
        self.page.locator("#who").get_by_text(name).first.click()

    def hide_from(self, name: str) -> None:
        """The next thing said is not for this person."""
        self.page.get_by_text("Wie mag dit lezen?").first.click()
        self.page.get_by_label(name).check()

    def look_at(self, part: str) -> None:
        """Another part of the page: `Nu`, `Van mij` or `De film`."""
        self.page.get_by_role("navigation", name="Op deze pagina").get_by_text(part).click()


def pick(page: Page, label: str, option: str) -> None:
    """From a list of a staff page, once that stands still: a list closes when the page moves under it."""
    box = page.get_by_role("combobox", name=label)
    box.scroll_into_view_if_needed()
    page.evaluate(STANDS_STILL)
    box.click()
    page.get_by_role("option", name=option).click()
