"""What makes an agreement vague, in words: the question that makes it sharper, and why. For paper; the desk's are in findings.js."""

from __future__ import annotations

from sos_core.domain.checks.sharpness import Vague
from sos_core.i18n import Translate


def sharper_question(vague: Vague, t: Translate) -> str:
    """The question to ask the family; the answer is the sharper wording."""
    return {
        Vague.NO_PERSON: t("Wie doet dit? Noem één persoon."),
        Vague.NOT_SEEN: t("Wat zie je dan gebeuren?"),
        Vague.VAGUE_WORD: t("Hoe vaak, hoeveel of hoe laat is dat precies?"),
        Vague.NO_TIME: t("Op welke dag en hoe laat? Of: als wat gebeurt?"),
        Vague.NO_NOTICE: t("Wie ziet dat het gebeurd is, en waaraan?"),
    }[vague]


def why_sharper(vague: Vague, t: Translate) -> str:
    """Why it matters, in a sentence."""
    return {
        Vague.NO_PERSON: t("Wat van iedereen is, doet niemand."),
        Vague.NOT_SEEN: t("Wat niemand kan zien, kan niemand nakijken."),
        Vague.VAGUE_WORD: t("Bij dit woord denkt ieder aan iets anders."),
        Vague.NO_TIME: t("Zonder moment is het nooit te laat."),
        Vague.NO_NOTICE: t("Als niemand kijkt, weet niemand of het lukt."),
    }[vague]
