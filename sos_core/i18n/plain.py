"""The plain-language rules: what a family reads is short, calm and promises nothing. Each finding says what to mend."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

MOST_WORDS = 20  # in one sentence

FAMILIES = ("pages/phone/", "pages/film/", "sos_core/export/", "sos_core/i18n/sentences.py", "data/what_if/")

# "No claim that the method or the plan makes a family safe." Here the word asks, or names; it does not promise.
ALLOWED: dict[str, str] = {
    "Hoe veilig is het nu voor de kinderen?": "the question of the safety scale",
    "Hoe veilig voelt het nu voor jou?": "the same question on the own phone",
    "0: het is heel onveilig. Er moet nu iets gebeuren.": "the low end of the scale",
    "het is heel onveilig. Er moet nu iets gebeuren.": "the low end of the scale",
    "0: het is heel onveilig. Er moet nu iets gebeuren. 10: het is zo goed dat er geen extra hulp nodig is.": "both ends of the scale",
    "Ons veiligheidsplan": "what the plan is called",
    "2. Het veiligheidscijfer": "what the scale is called",
    "Veilig Thuis 0800-2000 (gratis, dag en nacht)": "the name of whom to call",
}

# The word to use stands beside each.
JARGON: dict[str, str] = {
    "acuut": "nu",
    "adequaat": "goed",
    "cli[eë]nt(en)?": "gezin, persoon",
    "casus(sen)?": "gezin, situatie",
    "casu[iï]stiek": "situaties",
    "commitment": "ja zeggen",
    "conform": "zoals in",
    "continueren": "doorgaan",
    "de-?escaleren": "rustiger maken",
    "disfunctioneel": "gaat niet goed",
    "e-?mailen": "mailen",
    "escalatie": "als het misgaat",
    "escaleren": "erger worden",
    "faciliteren": "helpen",
    "implementeren": "invoeren",
    "indien": "als",
    "interventie": "wat iemand doet",
    "jeugdige(n)?": "kind",
    "middels": "met",
    "monitoren": "opletten",
    "mutatie(s)?": "verandering",
    "ouderfiguur": "ouder",
    "participant(en)?": "wie meedoet",
    "participeren": "meedoen",
    "problematiek": "problemen",
    "realiseren": "maken",
    "respondent(en)?": "wie antwoordt",
    "risicofactor(en)?": "wat mis kan gaan",
    "stakeholder(s)?": "wie meedoet",
    "teneinde": "om",
    "traject(en)?": "hulp, weg",
    "valideren": "nakijken",
    "verifi[eë]ren": "nakijken",
}

# Words that stay behind when a page is copied from English. Those that are Dutch words too are not in it.
ENGLISH = (
    "and|back|by|cancel|choose|click|close|delete|done|download|edit|error|failed|feedback|for|from|hello|invalid|"
    "loading|log ?in|next|not|okay|please|previous|required|retry|save|saved|search|send|settings|submit|success|the|"
    "this|update|upload|warning|with|you|your"
)


@dataclass(frozen=True, slots=True)
class Rule:
    """`wrong` finds what this rule is against; `mend` says what to do about it."""

    wrong: re.Pattern[str]
    mend: str


def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{pattern})(?![\w-])", re.IGNORECASE)


PROMISE = Rule(
    re.compile(r"veilig|\bsafe\b|\bgaranti?e|\bgegarandeerd|\bwaterdicht", re.IGNORECASE),
    "promises safety: say what people do, or put it in ALLOWED with the reason",
)
SHOUT = Rule(re.compile("!"), "shouts: end with a full stop")
FORMAL = Rule(_words("u|uw|uzelf"), "says u: we say je")
LEFT_IN_ENGLISH = Rule(_words(ENGLISH), "has a word of English: say it in Dutch")
FIELD_WORDS = Rule(_words("|".join(JARGON)), "has a word of the trade: say it in everyday Dutch")

FOR_ALL = (PROMISE, SHOUT, FORMAL, LEFT_IN_ENGLISH)
FOR_FAMILIES = (*FOR_ALL, FIELD_WORDS)


def complaints(dutch: str, files: Sequence[str]) -> Iterator[str]:
    """What is not plain in one sentence or a few. `files`: where it stands, which says who reads it."""
    if (count := max(len(one.split()) for one in split(dutch))) > MOST_WORDS:
        yield f"has a sentence of {count} words: at most {MOST_WORDS}"
    families = any(file.startswith(FAMILIES) for file in files)
    for rule in FOR_FAMILIES if families else FOR_ALL:
        if (found := rule.wrong.search(dutch)) and not (rule is PROMISE and dutch in ALLOWED):
            yield f"“{found.group()}” {rule.mend}"


def split(text: str) -> list[str]:
    """The sentences of a text. A full stop inside (8.30, bijv. oma) ends none."""
    return re.split(r"(?<=[.?!…])[”’\")]*\s+(?=[“‘\"(]*[A-ZÀ-Þ0-9{])", text)


def needless(texts: Sequence[str]) -> Iterator[str]:
    """Exceptions to PROMISE that no sentence needs any more."""
    return (text for text in ALLOWED if text not in texts)
