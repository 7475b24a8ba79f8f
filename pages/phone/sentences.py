"""What the phone asks and says for each kind of card and each phase, once, for template and script alike. Pure."""

from collections.abc import Callable
from typing import TypedDict

from sos_core.domain.asking import ABOUT_ALL, AT_A_SCENE, ON_A_RISK
from sos_core.domain.kinds import HELP, CardKind

Translate = Callable[[str], str]


class KindWords(TypedDict):
    """How a phone speaks about one kind of card."""

    word: str  # what such a card is called, beside its shape
    short: str  # as a choice in a list
    ask: str  # the question, large
    ask_child: str  # the same, to a child
    hint: str
    button: str


class Kind(KindWords):
    """The same, with what the rules want of it."""

    wants: str  # "risk": has to hang on a risk point; "scene": has to stand in a scene; "": stands anywhere
    at_scene: bool  # stands in the scene that is talked about, where there is one
    may_hang: bool  # on a risk point
    may_be_empty: bool


def kinds(_: Translate) -> dict[str, Kind]:
    """Every kind of card that a phone can send, in the order in which a phone offers them."""
    return {name: _with_rules(CardKind(name), words) for name, words in _kinds(_).items()}


def _with_rules(kind: CardKind, words: KindWords) -> Kind:
    wants = "risk" if kind is CardKind.WARNING_SIGN else "scene" if kind in AT_A_SCENE else ""
    stands, hangs = kind not in ABOUT_ALL, kind in ON_A_RISK
    return {**words, "wants": wants, "at_scene": stands, "may_hang": hangs, "may_be_empty": kind in HELP}


def _kinds(_: Translate) -> dict[str, KindWords]:
    send = _("Verstuur")
    return {
        "worry": {
            "word": _("Zorg"),
            "short": _("Een zorg"),
            "ask": _("Wat zijn je zorgen?"),
            "ask_child": _("Waar maak jij je zorgen over?"),
            "hint": _("Wat heb je gezien of gehoord? Schrijf het zo precies mogelijk op."),
            "button": send,
        },
        "strength": {
            "word": _("Kracht"),
            "short": _("Iets dat goed gaat"),
            "ask": _("Wat gaat er goed?"),
            "ask_child": _("Wat gaat er goed?"),
            "hint": _("Noem iets dat je hebt gezien. Klein mag ook."),
            "button": send,
        },
        "risk": {
            "word": _("Kan misgaan"),
            "short": _("Waar het mis kan gaan"),
            "ask": _("Waar kan het hier misgaan?"),
            "ask_child": _("Wat is hier niet fijn?"),
            "hint": _("Wat gebeurt er dan? Wie is erbij?"),
            "button": send,
        },
        "warning_sign": {
            "word": _("Vroeg teken"),
            "short": _("Waaraan je het merkt"),
            "ask": _("Waaraan merk je het?"),
            "ask_child": _("Waaraan merk jij het?"),
            "hint": _("Wat zie of hoor je als het mis begint te gaan?"),
            "button": send,
        },
        "safeguard": {
            "word": _("Zo voorkomen we het"),
            "short": _("Hoe we het voorkomen"),
            "ask": _("Hoe voorkomen we dat?"),
            "ask_child": _("Wat helpt dan?"),
            "hint": _("Wie doet dan wat?"),
            "button": send,
        },
        "help_step_in": {
            "word": _("Kan bijspringen"),
            "short": _("Ik kan bijspringen"),
            "ask": _("Wie kan hier bijspringen?"),
            "ask_child": _("Wie kan hier helpen?"),
            "hint": _("Wil je er iets bij zeggen? Dat hoeft niet. Bijvoorbeeld welke dag."),
            "button": _("Ik kan bijspringen"),
        },
        "help_keep_watch": {
            "word": _("Houdt een oogje in het zeil"),
            "short": _("Ik kan een oogje in het zeil houden"),
            "ask": _("Wie kan hier een oogje in het zeil houden?"),
            "ask_child": _("Wie kan hier opletten?"),
            "hint": _("Wil je er iets bij zeggen? Dat hoeft niet. Bijvoorbeeld welke dag."),
            "button": _("Ik kan een oogje in het zeil houden"),
        },
        "child_action": {
            "word": _("Wat een kind kan doen"),
            "short": _("Wat een kind zelf kan doen"),
            "ask": _("Wat kan een kind hier zelf doen? Naar wie gaat het kind toe?"),
            "ask_child": _("Wat kun jij zelf doen? Naar wie ga je toe?"),
            "hint": _("Schrijf ook de naam van die persoon op."),
            "button": send,
        },
    }


def phases(_: Translate) -> dict[str, str]:
    """What each phase of a conference is called on a phone."""
    return {
        "welcome": _("Welkom"),
        "bottom_lines": _("De bodemeisen"),
        "worries_strengths": _("Zorgen en krachten"),
        "scale": _("Een cijfer geven"),
        "film": _("De film"),
        "agreements": _("De afspraken"),
        "dry_run": _("De droogoefening"),
        "adoption": _("Het plan"),
        "evaluation": _("Terugkijken"),
    }


def audiences(_: Translate) -> dict[str, str]:
    """Who may read a card, in the sender's words."""
    return {
        "everybody": _("Iedereen"),
        "adults": _("Alleen de volwassenen"),
        "author": _("Alleen ik en de procesbegeleider"),
    }


def manners(_: Translate) -> list[str]:
    """How we talk with each other: shown while the conference begins."""
    return [
        _("Iedereen komt aan de beurt. We laten elkaar uitpraten."),
        _("Zeg wat je hebt gezien of gehoord. Zo precies als je kunt."),
        _("We praten over wat iemand doet. We schelden niet."),
        _("Heb je een pauze nodig? Zeg het. Dat mag altijd."),
    ]


def faces(_: Translate) -> list[tuple[str, str]]:
    """A child's five faces of the safety scale, the saddest first: the drawing and its words."""
    return [
        ("face-very-sad", _("heel naar")),
        ("face-sad", _("naar")),
        ("face-neutral", _("soms naar, soms fijn")),
        ("face-happy", _("fijn")),
        ("face-very-happy", _("heel fijn")),
    ]


def sizes(_: Translate) -> tuple[str, str, str]:
    """What the sizes of letters are called, from ordinary to largest."""
    return _("Gewone letters"), _("Grotere letters"), _("Heel grote letters")
