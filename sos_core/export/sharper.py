"""What makes an agreement vague, in words: the question that makes it sharper. For paper; the desk's are in findings.js."""

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
