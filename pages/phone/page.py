"""The phone's pages: from a view to HTML. Pure: knows no request, no database, no clock."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from babel.dates import format_date
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.utils import htmlsafe_json_dumps
from ulid import ULID

from pages.phone import sentences
from sos_core.domain.words import LONGEST
from sos_core.i18n import locale_of, own_names, tag

View = Mapping[str, Any]

SIZES = ("", "large", "larger")
"""How large the letters are; each has its line in phone.css."""
NEUTRAL_PAGE = "https://www.buienradar.nl/"  # where Snel weg goes: the weather, an address that raises no question
SHARED_SCRIPTS = tuple(f"pages/film/{name}.js" for name in ("stream", "patch", "send", "timer", "words"))


@dataclass(frozen=True, slots=True)
class Reader:
    """In which language, which way, and how large somebody reads. `catalogue`: the script's sentences, empty for Dutch; `size`: one
    of SIZES.
    """

    lang: str = "nl"
    dir: str = "ltr"
    gettext: Callable[[str], str] = str
    catalogue: Mapping[str, str] = field(default_factory=dict)
    size: str = ""

    @property
    def tag(self) -> str:
        """As the browser knows the language: dates are written by it."""
        return tag(self.lang)


@dataclass(frozen=True, slots=True)
class Refusal:
    """What the server would not keep: the sentence to show, and what was typed and chosen, which goes back in the form."""

    sentence: str
    typed: Mapping[str, str] = field(default_factory=dict)
    hidden_from: frozenset[str] = frozenset()


DUTCH = Reader()


def render(
    template: str,
    view: View | None = None,
    *,
    reader: Reader = DUTCH,
    kind: str | None = None,
    refusal: Refusal | None = None,
    looking: str | None = None,
    more: Mapping[str, Any] = MappingProxyType({}),
    new_key: Callable[[], str] = lambda: str(ULID()),
) -> str:
    """The page as HTML.

    `template`: a file of `templates/`; only `lobby.html` and `phone.html` have a view. `kind`: the kind of card that
    somebody without JavaScript chose (`?kind=`). A kind that does not exist counts as none. `looking`: the stream to follow
    on a page that a facilitator only looks at. `more`: the own `week` and the `plan` in plain words, for
    somebody without JavaScript who asked for them; the `organisation` of an open page.
    """
    view = view or {}
    said = refusal.typed if refusal and "kind" in refusal.typed else {}
    return _TEMPLATES.get_template(template).render(
        {
            **_spoken(reader.gettext),
            "reader": reader,
            "tongues": own_names(),
            "view": view,
            "here": _here(template, view),
            "stage": stage(view, kind=kind, said=said),
            "said": said,
            "hidden_from": refusal.hidden_from if refusal and said else frozenset(),
            "who_reads": lambda agreement: who_reads(view, agreement, reader, today=more.get("today", "")),
            "refusal": refusal,
            "looking": looking,
            "more": more,
            "new_key": new_key,
            "neutral_page": NEUTRAL_PAGE,
        }
    )


@cache
def _spoken(_: Callable[[str], str]) -> Mapping[str, Any]:
    """What stands on every page in this language, whoever reads it: put into words once, not for each phone of a full room."""
    words = {
        "kinds": sentences.kinds(_),
        "phases": sentences.phases(_),
        "audiences": sentences.audiences(_),
        "manners": sentences.manners(_),
        "faces": sentences.faces(_),
        "neutral": NEUTRAL_PAGE,
        "longest": LONGEST,
    }
    return {
        "_": _,
        "sizes": dict(zip(SIZES, sentences.sizes(_), strict=True)),
        "words": words,
        "words_for_scripts": htmlsafe_json_dumps(words, **_TEMPLATES.policies["json.dumps_kwargs"]),
    }


def stage(view: View, *, kind: str | None = None, said: Mapping[str, str] = MappingProxyType({})) -> dict[str, Any]:
    """What the phone asks now: the phase, the scene, the kind of card, and what else one could say. What was `said`, and
    refused, stays of the kind and at the scene where it was written; where that scene is gone it still has a box to stand in.
    """
    now = view.get("now") or {}
    ask = view.get("ask") or {"scene": None, "kind": None, "anywhere": [], "at": {}}
    scenes = view.get("scenes") or {}
    scene = scenes.get(said.get("scene"), scenes.get(ask["scene"]))
    kind = said.get("kind", kind)
    offered = ask["at"][scene["id"]] if scene else ask["anywhere"]
    agreed = mine(view, "agreements")
    asked = kind if kind in offered else ask["kind"] or ("worry" if said else None)
    return {
        "phase": now.get("phase") or "welcome",
        "scene": scene,
        "kind": asked,
        "chosen": kind in offered,
        "offered": offered,
        "risks": risks_of(view, scene),
        "mine": mine(view, "cards"),
        "agreements": agreed,
        "parts_in": {one["id"]: parts_in(one) for one in agreed},
        "scale": (view.get("scales") or {}).get(now.get("scale")),
        "own": [
            person for person in (view.get("people") or {}).values() if person.get("mine") and person["state"] != "out"
        ],
        "others": others(view),
        "plan": newest_plan(view),
        "what_if": what_if_of(view),
    }


_OPEN = {"welkom.html": "/welkom?", "gezinnen.html": "/voor-gezinnen?", "verwijzers.html": "/voor-verwijzers?"}


def _here(template: str, view: View) -> str:
    """The address of this page, open for one more field."""
    if template in _OPEN:
        return _OPEN[template]
    person = (view.get("me") or {}).get("person")
    return f"/m?person={person}&" if person else "/m?"


def risks_of(view: View, scene: View | None) -> list[View]:
    """The risk points that stand in a scene, oldest first, as far as this viewer may see them."""
    cards = (view.get("cards") or {}).values()
    return sorted(
        (card for card in cards if scene and card["kind"] == "risk" and card["scene"] == scene["id"]),
        key=lambda card: card["seq"],
    )


def parts_in(agreement: View) -> list[str]:
    """Who has a part in it, the doer first, each once."""
    people = (agreement["who"], *agreement["backups"], agreement["monitor"])
    return list(dict.fromkeys(person for person in people if person))


def who_reads(view: View, agreement: View, reader: Reader, *, today: str) -> str:
    """Who reads what is reported of it, and when it is talked about, as somebody with a part in it is told. `today`: an ISO date."""
    _, people, me = reader.gettext, view.get("people") or {}, (view.get("me") or {}).get("person")
    others = [(people.get(one) or {}).get("name") or _("gewist") for one in parts_in(agreement) if one != me]
    names = _("{some} en {last}").format(some=", ".join((_("jij"), *others)), last=_("de procesbegeleider"))
    looks = (view.get("evaluations") or {}).values()
    on = min((look["on"] for look in looks if not look["ended"] and look["on"] >= today), default=None)
    if on is None:
        return _("Dit lezen: {names}. Er is nu geen dag gepland om erover te praten.").format(names=names)
    day = format_date(date.fromisoformat(on), "d MMMM", locale=locale_of(reader.lang))
    return _("Dit lezen: {names}. Op {day} praten jullie erover.").format(names=names, day=day)


def mine(view: View, part: str) -> list[View]:
    """One's own cards or agreements, newest first."""
    return sorted(
        (thing for thing in (view.get(part) or {}).values() if thing.get("mine")), key=lambda thing: -thing["seq"]
    )


def others(view: View) -> list[View]:
    """Who is in besides the one who talks: also those who share the phone."""
    me = (view.get("me") or {}).get("person")
    people = (view.get("people") or {}).values()
    return [person for person in people if person["id"] != me and person["state"] == "admitted"]


def what_if_of(view: View) -> View | None:
    """The "what if" card that is walked through now, or None."""
    now = view.get("now") or {}
    cards: View = view.get("what_ifs") or {}
    return cards.get(now.get("what_if")) if now.get("phase") == "dry_run" else None


def newest_plan(view: View) -> View | None:
    """The plan that holds now, or None before the first is adopted."""
    return max((view.get("plans") or {}).values(), key=lambda plan: plan["version"], default=None)


def _templates() -> Environment:
    folder = Path(__file__).parent / "templates"
    env = Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.filters["capfirst"] = lambda words: words[:1].upper() + words[1:]
    env.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "separators": (",", ":")}
    return env


_TEMPLATES = _templates()
