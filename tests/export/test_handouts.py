"""What people take home beside the plan, read back as PDF: my agreements, the child's days, the referrer's sheet."""

import io
import re
from contextlib import closing
from dataclasses import replace
from datetime import date

import pypdf
import pypdfium2

from sos_core.export.child_pdf import child_pdf
from sos_core.export.lines_pdf import lines_pdf
from sos_core.export.mine_pdf import mine_pdf, pages_pdf
from sos_core.export.paper import ChildPaper, ChildScene, MinePaper, OwnPart, PagesPaper
from tests.export.papers import big_plan, small_plan
from tests.export.test_plan_pdf import DATA, dutch, pages
from tests.export.test_plan_pdf import made as made_plan

FOLDERS = {"pictures": DATA / "pictograms", "fonts": DATA / "fonts"}
FIRST, SECOND = small_plan().agreements
SEVEN = tuple(replace(FIRST, what=f"Taak {n}: haalt Sem van school.") for n in range(7))


def mine(*parts: OwnPart) -> list[str]:
    paper = MinePaper("Oma Riet", 2, date(2026, 11, 25), date(2026, 12, 30), parts)
    return pages(mine_pdf(paper, t=dutch, lang="nl", **FOLDERS))


def test_my_agreements_say_what_i_do_step_in_for_and_watch_on_one_page() -> None:
    (page,) = mine(
        OwnPart("does", 1, FIRST, ("Oma Riet", "yes_if", "het niet regent")),
        OwnPart("steps_in", 2, SECOND),
        OwnPart("watches", 5, replace(SECOND, what="Leest voor.")),
    )
    assert page.index("Afspraken van Oma Riet") < page.index("Is er nu gevaar? Bel 112.") < page.index("Dit doe ik")
    does, rest = page.split("Ik spring bij als het niet lukt")
    assert "1. Haalt Sem en Noor van school" in does
    assert (
        "Lukt het niet? Dan: Fatma, daarna Buurman Cor Wie let op? Juf Els Dit is gezegd Oma Riet: ja, als … “het niet regent”"
        in does
    )
    assert "Wie doet het?" not in does
    steps_in, watches = rest.split("Ik kijk of het gebeurt")
    assert "Wie doet het? Papa" in steps_in
    assert "Lukt het niet? Dan: nog niemand Wie let op? Oom Jan" in steps_in
    assert "5. Leest voor." in watches
    assert "Wie let op?" not in watches


def test_seven_agreements_of_one_person_are_all_there() -> None:
    whole = " ".join(mine(*(OwnPart("does", n, one) for n, one in enumerate(SEVEN, 1))))
    assert [f"{n + 1}. Taak {n}: haalt Sem van school." in whole for n in range(7)] == [True] * 7


def test_who_promised_nothing_reads_that() -> None:
    assert "Je hebt nog geen afspraak." in mine()[0]


def test_everybodys_pages_are_numbered_each_for_itself_and_never_back_to_back() -> None:
    day = date(2026, 11, 25)
    owns = {"Riet": 1, "Mo": 7, "Fatma": 0}
    papers = tuple(
        MinePaper(name, 2, day, None, tuple(OwnPart("does", n, one) for n, one in enumerate(SEVEN[:many], 1)))
        for name, many in owns.items()
    )
    made = pages(pages_pdf(PagesPaper(2, day, papers), t=dutch, lang="nl", **FOLDERS))
    first = [number for number, page in enumerate(made) if "Afspraken van" in page]
    assert [number % 2 for number in first] == [0, 0, 0]
    ends = [*first[1:], len(made)]
    for begin, end, name in zip(first, ends, owns, strict=True):
        own = [page for page in made[begin:end] if not page.startswith("Deze kant is leeg.")]
        assert f"Afspraken van {name}" in own[0]
        for number, page in enumerate(own, 1):
            assert f"bladzijde {number} van {len(own)}" in page
    backs = [page for page in made if page.startswith("Deze kant is leeg.")]
    assert backs
    assert not any("bladzijde" in page for page in backs)


def test_an_agreement_of_four_thousand_letters_is_kept_whole() -> None:
    long = " ".join(f"woord{n}" for n in range(450))
    whole = " ".join(mine(OwnPart("does", 1, replace(FIRST, what=long, notice=long))))
    assert all(whole.count(f"woord{n} ") >= 2 for n in range(449))


def days() -> list[str]:
    scenes = (
        ChildScene("Eten", "plate", "18:00", "Keuken", ("Oma Riet", "Fatma"), ("Ik ga naar Fatma.",)),
        ChildScene("Naar bed", "bed"),
    )
    paper = ChildPaper(1, date(2026, 11, 25), (("Van avondeten tot bed", "plate", scenes), ("Nacht", "night", ())))
    return pages(child_pdf(paper, t=dutch, lang="nl", **FOLDERS))


def test_a_childs_days_say_who_is_there_and_whom_the_child_goes_to() -> None:
    whole = " ".join(days())
    assert (
        "18:00 · Eten Keuken Wie is er bij mij? Oma Riet, Fatma Wat kan ik doen? Naar wie ga ik? Ik ga naar Fatma."
        in whole
    )
    assert whole.count("Dat spreken we nog af.") == 2
    assert "Nacht" in whole


def test_a_childs_days_say_nothing_of_worries_bottom_lines_or_what_can_go_wrong() -> None:
    whole = " ".join(days()).lower()
    assert not [
        word for word in ("zorg", "bodemeis", "misgaan", "grens", "veilig") if word in whole.replace("veilig thuis", "")
    ]


def test_the_referrers_sheet_says_of_each_line_how_it_is_covered_and_watched() -> None:
    whole = " ".join(pages(lines_pdf(small_plan(), t=dutch, lang="nl", **FOLDERS)))
    first, second = whole.split("Bodemeis 1")[1].split("Bodemeis 2")
    assert "Dit moet te zien zijn Sem en Noor zijn na school nooit alleen" in first
    assert "Dit is de grens Eén keer alleen met iemand die heeft gedronken." in first
    assert "Mama of oma Riet: haalt de kinderen op en belt de gezinsvoogd Hoe snel: hetzelfde uur" in first
    assert "Het oordeel De verwijzer zegt: zo is het genoeg." in first
    assert "1 Oma Riet Haalt Sem en Noor van school" in first
    assert (
        "Fatma, daarna Buurman Cor Juf Els Hoe merken we het? Oma stuurt een duim in de groepsapp. Wie zegt ja? Oma Riet: ja"
        in first
    )
    assert "Hier hoort nog geen afspraak bij." in second


def test_the_referrers_sheet_of_a_big_plan_leaves_no_line_out() -> None:
    whole = " ".join(pages(lines_pdf(big_plan(), t=dutch, lang="nl", **FOLDERS)))
    assert [f"Eis {n}: de kinderen eten elke dag warm." in whole for n in range(1, 8)] == [True] * 7


def test_every_paper_calls_itself_pdf_a_2u_and_its_title_gives_nothing_away() -> None:
    made = lines_pdf(small_plan(), t=dutch, lang="nl", **FOLDERS)
    about = pypdf.PdfReader(io.BytesIO(made)).xmp_metadata
    assert about is not None
    assert (about.pdfaid_part, about.pdfaid_conformance) == ("2", "U")
    assert about.dc_title == {"x-default": "Ons plan"}
    assert b"/GTS_PDFA1" in made


def test_every_letter_of_a_paper_says_what_it_is() -> None:
    """PDF/A-2u asks it: each glyph stands for letters, also one that is drawn over another."""
    paper = replace(small_plan(), worries=("क्षत्रिय ẍ̣ น้ำใจ q̃",))
    reader = pypdf.PdfReader(io.BytesIO(made_plan(paper)))
    fonts = {name: font.get_object() for page in reader.pages for name, font in page["/Resources"]["/Font"].items()}  # type: ignore[index]
    for font in fonts.values():
        told = font["/ToUnicode"].get_data().decode("latin-1")
        assert not re.search(r"<[0-9A-F]{4}> <>", told)


def test_the_rule_at_the_foot_is_the_same_on_each_page() -> None:
    with closing(pypdfium2.PdfDocument(made_plan(big_plan()))) as pages:
        pictures = [page.render(scale=2).to_pil().convert("RGB") for page in pages]
    colours = set()
    for picture in pictures:
        middle, foot = picture.width // 2, round(picture.height * 280 / 297)
        colours.add(min(picture.getpixel((middle, y)) for y in range(foot - 3, foot + 4)))
    assert len(pictures) > 5
    assert len(colours) == 1
