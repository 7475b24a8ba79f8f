from __future__ import annotations
import logging
from tests.browser.windows import Windows
from tests.builders import Office

def test_w(office: Office, windows: Windows, server) -> None:
    meeting = office.meeting()
    meeting.do("move_phase", phase="film")
    meeting.do("ask", question="risk")
    riet = windows.phone()
    somebody = meeting.admitted("Riet")
    riet.context.add_cookies([{"name": "draaiboek_phone", "value": somebody.token, "url": server.url}])
    wire = riet.context.new_cdp_session(riet.page)
    wire.send("Network.enable")
    got, names, heads = {}, {}, {}
    wire.on("Network.responseReceived", lambda e: (names.__setitem__(e["requestId"], e["response"]["url"]), heads.__setitem__(e["requestId"], e["response"]["headers"])))
    wire.on("Network.loadingFinished", lambda e: got.__setitem__(e["requestId"], e["encodedDataLength"]))
    riet.page.goto("/m")
    riet.page.locator("#text").wait_for()
    riet.page.wait_for_timeout(1500)
    for k, v in sorted(got.items(), key=lambda kv: -kv[1]):
        print(v, names.get(k), heads[k].get("content-encoding"), sum(len(a)+len(b)+4 for a,b in heads[k].items()))
    print(sum(got.values()))
    print(heads[list(heads)[1]])
def windows_url(riet):
    return riet.page.evaluate("location.href")
