"""Every finding as paper says it: in the PDF, the Word file and on the staff page the same sentences."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import docx

from sos_core.export.paper import Found, Left, PlanPaper
from sos_core.export.plan_docx import plan_docx
from sos_core.export.plan_findings import kinds
from sos_core.export.plan_sentences import left_parts
from tests.export.papers import small_plan
from tests.export.test_plan_pdf import dutch, text

GOLDEN = Path(__file__).parent / "golden" / "findings.txt"


def every_finding() -> PlanPaper:
    """A plan in which everything is found, twice."""
    plan = replace(small_plan(), left=Left())
    whats = sorted({what for kind in kinds(dutch, plan) for what in kind.whats})
    first, second = ("Eten", "Naar bed"), ("Papa komt thuis", "In bad")
    found = tuple(
        Found(what, scenes, tuple((scene, "Er wordt geschreeuwd") for scene in scenes), numbers, numbers, 1)
        for what in whats
        for scenes, numbers in ((first, (1,)), (second, (2,)))
    )
    return replace(plan, left=Left(found=found))


def sentences(paper: PlanPaper) -> list[str]:
    return [line for part in left_parts(dutch, paper) for line in (part.title, *part.texts, part.mend)]


def test_every_finding_reads_so() -> None:
    """After a change that is meant: write the new text to the golden file and read the difference."""
    assert sentences(every_finding()) == GOLDEN.read_text(encoding="utf-8").splitlines()


def test_the_pdf_and_the_word_file_say_the_same() -> None:
    pdf = text(every_finding())
    word = " ".join(
        one.text for one in docx.Document(io.BytesIO(plan_docx(every_finding(), t=dutch, lang="nl"))).paragraphs
    )
    for sentence in sentences(every_finding()):
        assert sentence in pdf
        assert sentence in word


def test_what_weighs_most_comes_first() -> None:
    light, heavy = Found("no_child_action", ("Eten",)), Found("doer_watches", agreements=(1,))
    for found in ((heavy, light), (light, heavy)):
        paper = replace(small_plan(), left=Left(found=found))
        titles = [part.title for part in left_parts(dutch, paper)]
        assert titles.index("Hier let nog niemand anders op") == found.index(heavy)
