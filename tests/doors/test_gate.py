"""The gate: who reaches Streamlit, what other sites may do, what a browser may load, and what comes of strange requests."""

from __future__ import annotations

from typing import Any

import pytest
from starlette.websockets import WebSocketDisconnect

from pages.cookies import phone_cookie, staff_cookie
from pages.doors.routes import routes
from sos_core.domain.errors import DomainError
from sos_core.services.house import new_id
from sos_core.settings import Settings
from tests.builders import PASSWORD, Meeting, Office, Somebody
from tests.doors.conftest import HOST, REACHED, Browser, Browsing, sentence_in

STREAMLITS = [
    "/",
    "/desk",
    "/Desk",
    "/DESK",
    "/desk/",
    "/index.html",
    "/_stcore/health",
    "/_stcore/host-config",
    "/_stcore/upload_file/x/y",
    "/_stcore/script-health-check",
    "/media/x",
    "/static/js/x",
    "/component/x",
    "/component/x/index.html",
    "/vendor/x",
    "/app/static/x",
    "/oauth2callback",
    "/auth/login",
]
TRICKS = [
    "//desk",
    "//",
    "/./desk",
    "/m/../desk",
    "/m/%2e%2e/desk",
    "/%2e%2e/",
    "/m//",
    "/m/",
    "/M",
    "/M/meedoen",
    "/welkom/",
    "/welkom/desk",
    "/welkom%0adesk",
    "/welkom%00",
    "/api",
    "/api/",
    "/api/nothing",
    "/api/VIEW",
    "/api/view/",
    "/export/x.pdf",
    "/export/PLAN.PDF",
    "/export/",
    "/healthz/",
    "/face",
    "/face/",
    "/face/nothing",
    "/face/../desk",
    "/face/film/../../desk",
    "/face/%2e%2e/_stcore/health",
    "/face//film/film.js",
]
NOT_SHOWN = [
    "/face/film/__init__.py",
    "/face/phone/page.py",
    "/face/phone/templates/phone.html",
    "/face/phone/templates/",
    "/face/film/",
    "/face/film",
    "/face/fonts/../local/key",
    "/face/fonts/..%2flocal%2fkey",
    "/face/fonts/%2e%2e/local/key",
    "/face/fonts/%2e%2e/demo/family.toml",
    "/face/pictograms/..%2f..%2fdata%2flocal%2fdraaiboek.db",
    "/face/film/..%5c..%5cpyproject.toml",
    "/face/film/../doors/../../package.json",
    "/face/film/%2fetc%2fpasswd",
    "/face/film//etc/passwd.js",
    "/face/film/nothing.js",
    "/face/film/film.js%00.css",
]
POSTS = {route.path: route.methods for route in routes if "POST" in (getattr(route, "methods", None) or ())}


def raw(browser: Browser, path: str, method: str = "GET", **more: Any) -> Any:
    """A request for this path as it stands, which a browser's own tidying would have changed."""
    scoped = browser.build_request(method, "/", **more)
    scoped.url = scoped.url.copy_with(raw_path=path.encode())
    return browser.send(scoped)


@pytest.mark.parametrize("method", ["GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH"])
def test_strangers_and_guests_never_reach_streamlit(method: str, browser: Browsing, mother: Somebody) -> None:
    for somebody in (browser(), browser(mother), browser(draaiboek_staff="of nobody", draaiboek_phone="of nobody")):
        for path in STREAMLITS + TRICKS:
            answer = raw(somebody, path, method)
            assert REACHED not in answer.text, path
            assert answer.status_code in {303, 401, 404, 405}, path


@pytest.mark.parametrize("method", ["GET", "HEAD", "PUT", "DELETE", "PATCH", "OPTIONS"])
def test_a_wrong_method_at_our_own_doors_falls_through_to_nobody(
    method: str, browser: Browsing, office: Office
) -> None:
    for somebody in (browser(), browser(office.facilitator)):
        for path in (path for path, methods in POSTS.items() if method not in methods):
            answer = somebody.request(method, path)
            assert answer.status_code == 405, path
            assert REACHED not in answer.text


def test_no_stranger_or_guest_opens_a_websocket(browser: Browsing, mother: Somebody) -> None:
    for somebody in (browser(), browser(mother)):
        for path in ("/_stcore/stream", "/_stcore/health", "/", "/api/live", "/m", "/face/film/x"):
            with pytest.raises(WebSocketDisconnect) as closed, somebody.websocket_connect(path):
                pass
            assert closed.value.code == 1008


def test_staff_reach_streamlit(browser: Browsing, office: Office) -> None:
    staff = browser(office.administrator)
    assert staff.get("/_stcore/health").text == REACHED
    assert "<title>Draaiboek</title>" in staff.get("/desk").text
    with staff.websocket_connect("/_stcore/stream"):
        pass


def test_a_websocket_from_another_site_is_closed_even_with_the_cookie_of_staff(
    browser: Browsing, office: Office
) -> None:
    other = {"origin": "http://evil.test"}
    with (
        pytest.raises(WebSocketDisconnect),
        browser(office.facilitator).websocket_connect("/_stcore/stream", headers=other),
    ):
        pass


def test_whoever_signed_out_is_a_stranger(browser: Browsing, office: Office) -> None:
    staff = browser(office.facilitator)
    token = staff.cookies["draaiboek_staff"]
    assert staff.get("/_stcore/health").text == REACHED
    assert staff.post("/logout").headers["location"] == "/welkom"
    assert raw(browser(draaiboek_staff=token), "/_stcore/health").status_code == 401


def test_a_sign_in_ends_after_a_working_day(browser: Browsing, office: Office) -> None:
    staff = browser(office.facilitator)
    office.clock.forward(hours=12)
    assert staff.get("/").headers["location"] == "/welkom"


def test_of_our_folders_only_faces_are_shown(browser: Browsing) -> None:
    stranger = browser()
    for path in NOT_SHOWN:
        answer = raw(stranger, path)
        assert answer.status_code in {401, 404}, path
        assert REACHED not in answer.text, path


def test_faces_are_shown_to_everybody(browser: Browsing) -> None:
    stranger = browser()
    for path in ("/face/film/film.js", "/face/film/tokens.css", "/face/phone/phone.js", "/face/pictograms/sun.svg"):
        answer = stranger.get(path)
        assert answer.status_code == 200
        assert answer.headers["cache-control"].startswith("max-age=0" if path.endswith(".svg") else "no-cache")
        assert answer.headers["x-content-type-options"] == "nosniff"
    assert "script" not in stranger.get("/face/pictograms/sun.svg").headers["content-security-policy"]


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "http://evil.test"},
        {"origin": "https://draaiboek.test.evil.test"},
        {"origin": "http://evil.test#draaiboek.test"},
        {"origin": "http://draaiboek.test:81"},
        {"origin": "null"},
        {"origin": ""},
        {"origin": "http://["},
        {"origin": "draaiboek.test"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
    ],
)
def test_a_change_from_another_site_is_refused(
    headers: dict[str, str], browser: Browsing, meeting: Meeting, mother: Somebody
) -> None:
    before = meeting.now.board
    for somebody in (browser(mother), browser(meeting.facilitator)):
        for path in [*POSTS, "/_stcore/upload_file/x"]:
            answer = somebody.post(path, headers=headers, json={"key": new_id(), "verb": "leave", "person": mother.id})
            assert answer.status_code == 403
            assert "andere website" in sentence_in(answer)
    assert meeting.now.board == before


def test_a_change_from_this_site_is_taken(browser: Browsing, mother: Somebody) -> None:
    said = {"key": new_id(), "kind": "worry", "text": "Hij is laat."}
    answer = browser(mother).post("/api/say", json=said, headers={"origin": HOST, "sec-fetch-site": "same-origin"})
    assert answer.status_code == 200


OURS = [
    "/welkom",
    "/m",
    "/healthz",
    "/api/view",
    "/api/live",
    "/api/say",
    "/qr",
    "/export/plan.pdf",
    "/export/agenda.ics",
]
ELSEWHERE = ["/", "/desk", "/_stcore/health", "/nothing/here", "/face/nothing"]
FACES = ["/face/film/nothing.js"]  # what is there carries its own headers: test_faces.py


def test_every_answer_says_what_a_browser_may_do_with_it(browser: Browsing, office: Office) -> None:
    office.house.hub.close()  # the stream ends after its first frames
    for somebody in (browser(), browser(office.facilitator)):
        for path in [*OURS, *ELSEWHERE]:
            headers = somebody.get(path).headers
            assert "default-src 'none'" in headers["content-security-policy"], path
            assert "frame-ancestors 'none'" in headers["content-security-policy"], path
            assert headers["referrer-policy"] == "no-referrer", path
            assert headers["x-content-type-options"] == "nosniff", path
            assert headers["cache-control"] == "no-store", path


def test_our_own_pages_may_run_no_inline_script_or_style(browser: Browsing) -> None:
    policy = browser().get("/m").headers["content-security-policy"]
    assert "unsafe" not in policy
    assert "script-src 'self';" in policy


def test_cookies_are_for_this_site_and_no_script(browser: Browsing, meeting: Meeting) -> None:
    stranger = browser()
    answers = [
        stranger.post("/login", data={"name": meeting.facilitator.name, "password": PASSWORD}),
        stranger.post("/m/meedoen", data={"name": "Anna", "code": meeting.code}),
        stranger.post("/m/weg"),
        stranger.post("/logout"),
    ]
    for answer in answers:
        flags = answer.headers["set-cookie"].lower()
        assert "; httponly" in flags
        assert "; samesite=lax" in flags
        assert "; path=/" in flags
        assert "secure" not in flags
        assert "domain" not in flags
    flags = stranger.get("/welkom?lang=nl").headers["set-cookie"].lower()  # which a script may read: it is no secret
    assert flags.startswith("draaiboek_lang=nl")
    assert "; samesite=lax" in flags
    assert staff_cookie(meeting.house.settings) == "draaiboek_staff"
    assert phone_cookie(meeting.house.settings) == "draaiboek_phone"


def test_over_https_cookies_are_held_to_this_host(browser: Browsing, meeting: Meeting) -> None:
    meeting.house.settings = Settings(data=meeting.house.settings.data, public_url="https://draaiboek.test")
    stranger = browser()
    answers = {
        "__Host-draaiboek_staff=": stranger.post(
            "/login", data={"name": meeting.facilitator.name, "password": PASSWORD}
        ),
        "__Host-draaiboek_phone=": stranger.post("/m/meedoen", data={"name": "Anna", "code": meeting.code}),
    }
    for name, answer in answers.items():
        flags = answer.headers["set-cookie"]
        assert flags.startswith(name)
        assert {"secure", "httponly", "path=/", "samesite=lax"} <= {flag.strip().lower() for flag in flags.split(";")}


def test_over_https_a_cookie_without_the_hosts_mark_is_no_cookie_of_ours(
    browser: Browsing, mother: Somebody, office: Office
) -> None:
    token = mother.token
    office.house.settings = Settings(data=office.house.settings.data, public_url="https://draaiboek.test")
    assert browser(draaiboek_phone=token).get("/api/view").status_code == 401


@pytest.mark.parametrize(
    "cookies", ["a/b=c", "a[b]=c", ";;;=", 'a="\\400"', "x=\x80\xff", "draaiboek_staff", "=; =;" * 500]
)
def test_strange_cookies_are_passed_over(cookies: str, browser: Browsing, office: Office) -> None:
    staff = browser(office.facilitator)
    token = staff.cookies["draaiboek_staff"]
    stranger = browser()
    for path in ("/desk", "/welkom", "/api/view"):
        assert stranger.get(path, headers={"cookie": cookies.encode("latin-1")}).status_code in {200, 303, 401}
    with_ours = f"{cookies}; draaiboek_staff={token}".encode("latin-1")
    assert stranger.get("/_stcore/health", headers={"cookie": with_ours}).text == REACHED


UNREADABLE: dict[str, tuple[bytes, str, int]] = {
    "too large": (b'{"text": "' + b"a" * 140_000 + b'"}', "application/json", 413),
    "a form too large": (b"text=" + b"a" * 140_000, "application/x-www-form-urlencoded", 413),
    "broken": (b'{"text": ', "application/json", 422),
    "nothing": (b"", "application/json", 422),
    "a list": (b'["text"]', "application/json", 422),
    "a word": (b'"text"', "application/json", 422),
    "null": (b"null", "application/json", 422),
    "a number too long to read": (b'{"value": ' + b"9" * 5000 + b"}", "application/json", 422),
    "deep": (b"[" * 60_000, "application/json", 422),
    "deep inside": (b'{"text": ' + b"[" * 30_000 + b"]" * 30_000 + b"}", "application/json", 422),
    "no UTF-8": (b'{"text": "\xff\xfe"}', "application/json", 422),
    "no kind named": (b"text=a", "", 422),
    "a form with a file": (
        b'--x\r\nContent-Disposition: form-data; name="text"; filename="a.txt"\r\n\r\nhallo\r\n--x--\r\n',
        "multipart/form-data; boundary=x",
        422,
    ),
    "a form of too many fields": (
        b"&".join(b"f%d=1" % n for n in range(5000)),
        "application/x-www-form-urlencoded",
        422,
    ),
}


@pytest.mark.parametrize("what", UNREADABLE)
def test_what_cannot_be_read_is_refused_with_a_sentence(
    what: str, browser: Browsing, meeting: Meeting, mother: Somebody
) -> None:
    body, kind, status = UNREADABLE[what]
    before = meeting.now.board
    phone = browser(mother)
    for path in ("/api/say", "/api/do", "/login", "/m/meedoen"):
        answer = phone.post(path, content=body, headers={"content-type": kind})
        assert answer.status_code == status, path
        assert sentence_in(answer).strip(), path
    assert meeting.now.board == before


def test_a_form_that_is_too_large_gets_the_page_again(browser: Browsing, mother: Somebody) -> None:
    answer = browser(mother).post("/api/say", data={"text": "a" * 140_000})
    assert answer.status_code == 413
    assert answer.headers["content-type"].startswith("text/html")
    assert "te groot" in sentence_in(answer)


def test_a_head_of_the_stream_ends(browser: Browsing, mother: Somebody) -> None:
    answer = browser(mother).head("/api/live")
    assert answer.status_code == 200
    assert answer.content == b""


def test_the_reader_chooses_the_language_of_a_refusal(browser: Browsing) -> None:
    answer = browser().get("/api/view", headers={"accept-language": "en-GB,en;q=0.8"})
    assert answer.status_code == 401
    assert sentence_in(answer)


def test_no_error_of_the_rules_becomes_a_fault(browser: Browsing, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise DomainError("no.such.key")

    monkeypatch.setattr("pages.doors.front.sign_in", refuse)
    answer = browser().post("/login", data={"name": "Anna", "password": "x"})
    assert answer.status_code == 422
    assert "ging iets mis" in sentence_in(answer)


def test_a_fault_of_ours_is_one_sentence_and_its_text_reaches_no_log(
    browser: Browsing, mother: Somebody, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("kanarie")

    monkeypatch.setattr("pages.doors.api.look", fail)
    answer = browser(mother).get("/api/view")
    assert answer.status_code == 500
    assert "ging iets mis bij ons" in sentence_in(answer)
    assert "content-security-policy" in answer.headers
    assert "RuntimeError at" in caplog.text
    assert "kanarie" not in answer.text + caplog.text
