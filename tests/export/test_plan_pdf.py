"""The paper plan, read back as a reader's own software reads it."""

import io
import re
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import fields, is_dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import pypdf
import pytest

from sos_core.export.paper import Agreement, Changed, Changes, Left, PlanPaper, Scene, WhatIf
from sos_core.export.plan_pdf import plan_pdf
from tests.export.papers import big_plan, small_plan

DATA = Path(__file__).parents[2] / "data"
GOLDEN = Path(__file__).parent / "golden"


def dutch(sentence: str) -> str:
    return sentence


def toy(sentence: str) -> str:
    """A language of capitals: whatever is not in capitals was not translated. Placeholders stay."""
    return "".join(part if part.startswith("{") else part.upper() for part in re.split(r"(\{\w+\})", sentence))


def made(paper: PlanPaper, t: Callable[[str], str] = dutch, lang: str = "nl") -> bytes:
    return plan_pdf(paper, t=t, lang=lang, pictures=DATA / "pictograms", fonts=DATA / "fonts")


def pages(pdf: bytes) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in pypdf.PdfReader(io.BytesIO(pdf)).pages]


def text(paper: PlanPaper) -> str:
    return " ".join(pages(made(paper)))


def with_agreement(**words: str) -> PlanPaper:
    whole = {"who": "Oma Riet", "what": "belt", "when": "elke dag", "notice": "een duim"} | words
    return replace(small_plan(), agreements=(Agreement(**whole),))


@pytest.fixture(scope="module")
def big() -> list[str]:
    return pages(made(big_plan()))


@pytest.mark.parametrize(("name", "plan"), [("small", small_plan), ("big", big_plan)])
def test_the_whole_text_reads_back_in_order(name: str, plan: Callable[[], PlanPaper]) -> None:
    """After a change that is meant: write the new text to the golden file and read the difference."""
    assert pages(made(plan())) == (GOLDEN / f"{name}.txt").read_text(encoding="utf-8").splitlines()


def test_112_stands_before_everybody_else_to_call() -> None:
    first = pages(made(small_plan()))[0]
    call = first.index("Is er nu gevaar? Bel 112.")
    assert call < first.index("Veilig Thuis 0800-2000 (gratis, dag en nacht)") < first.index("Bel daarna iemand")
    assert call < first.index("Oma Riet")


def test_two_people_who_print_at_once_each_get_their_own_paper() -> None:
    alone = [made(small_plan()), made(with_agreement(who="أمي"))]
    with ThreadPoolExecutor(2) as both:
        jobs = [both.submit(made, small_plan()), both.submit(made, with_agreement(who="أمي"))]
    assert [job.result() for job in jobs] == alone


def test_dates_are_in_words() -> None:
    first = pages(made(small_plan()))[0]
    assert "Afgesproken op woensdag 25 november 2026" in first
    assert "Wij kijken op woensdag 30 december 2026 hoe het gaat" in first


def test_english_dates_are_british() -> None:
    first = pages(made(small_plan(), lang="en"))[0]
    assert re.search(r"op Wednesday,? 25 November 2026", first)
    assert "November 25" not in first


def test_each_page_says_whose_it_is_which_page_and_that_it_sends_nobody(big: list[str]) -> None:
    for number, page in enumerate(big, 1):
        foot = f"Versie 2 · 25 november 2026 · bladzijde {number} van {len(big)}"
        assert f"Deze afspraken zijn van het gezin. {foot}" in page
        assert page.endswith("Dit papier stuurt geen hulp. Is er nu gevaar? Bel 112.")


def test_everything_that_is_left_is_said() -> None:
    after = text(small_plan()).split("Wat nog open is")[1]
    assert "Papa komt thuis: Papa gaat schreeuwen in de gang" in after
    assert "Bodemeis 2: Er ligt elke nacht een nuchtere volwassene in huis te slapen." in after
    assert "Sem durft ’s nachts niet naar de wc." in after
    assert "Scènes die nog niet zijn besproken Naar bed Papa komt thuis" in after
    assert "Afspraken van iemand die is weggegaan Afspraak 2: Oom Jan" in after


def test_what_was_tried_out_is_said_with_what_came_of_it_and_no_promise() -> None:
    assert "Dit hebben we geoefend" not in text(small_plan())
    tried = (
        WhatIf("Oma is ziek", "Thuiskomen", "almost", "Fatma wil het eerder weten.", (1, 2)),
        WhatIf("De bus komt te laat", "", "holds", held=(2,)),
    )
    said = text(replace(small_plan(), what_ifs=tried)).split("Dit hebben we geoefend")[1].split("Wat nog open is")[0]
    assert "Echt is het altijd weer anders." in said
    assert "Oma is ziek Bij: Thuiskomen. Dat lukt bijna. Fatma wil het eerder weten. Daarom: afspraak 1, 2" in said
    assert "De bus komt te laat Zo lukt het. Geoefend: afspraak 2" in said


def test_nothing_left_is_said_without_a_promise() -> None:
    after = text(replace(small_plan(), left=Left())).split("Wat nog open is")[1]
    assert "Er staat nu niets meer open. Dat is geen belofte dat alles goed gaat." in after
    assert "Daarom kijken wij op woensdag 30 december 2026 weer samen." in after


def test_the_word_safe_stands_only_in_the_names_of_the_plan_and_of_veilig_thuis(big: list[str]) -> None:
    rest = " ".join(big).replace("Ons veiligheidsplan", "").replace("Veilig Thuis", "")
    assert "veilig" not in rest.lower()


def test_help_with_a_scene_is_said_in_words() -> None:
    strip = text(small_plan()).split("Zorgen en krachten")[0]
    assert "Eten Keuken genoeg hulp Oma Riet Fatma" in strip
    assert "In bad één persoon Fatma" in strip
    assert "Papa komt thuis nog niemand" in strip


def test_the_back_ups_stand_in_the_order_in_which_they_are_asked() -> None:
    assert "Fatma, daarna Buurman Cor" in text(small_plan())


def test_each_answer_is_said_in_words() -> None:
    whole = text(small_plan())
    assert "Oma Riet: ja · Fatma: ja, als … “ik het de dag ervoor weet”" in whole
    assert "Papa: nee “Ik slaap niet bij Jan” · Oom Jan: nog geen antwoord" in whole


def test_the_referrers_word_stands_with_each_bottom_line() -> None:
    whole = text(small_plan())
    assert "De verwijzer zegt: zo is het genoeg. Hier hoort bij: afspraak 1." in whole
    assert (
        "zo is het nog niet genoeg, omdat: “niemand let op in het weekend”. Hier hoort nog geen afspraak bij." in whole
    )
    assert "De verwijzer heeft hier nog niets over gezegd." in whole


def test_a_second_version_says_what_changed_and_a_first_does_not() -> None:
    changes = Changes(("Cor doet mee.",), ("Jan belt niet meer.",), (Changed("Oma komt eerder."),))
    first = replace(small_plan(), changes=changes, left=Left(), parked=())
    end = text(replace(first, version=2)).split("Wat is er veranderd?")[1]
    assert "Nieuw Cor doet mee. Weg Jan belt niet meer. Anders Oma komt eerder." in end
    assert "Wat is er veranderd?" not in text(first)


def test_what_changed_is_said_with_what_it_was() -> None:
    how = Changed(
        "Oma: haalt Sem op (om 15:00)",
        (
            ("who", "Mo", "Oma"),
            ("when", "om 16:00", "om 15:00"),
            ("backups", "Jan", None),
            ("monitor", None, "Juf Els"),
        ),
    )
    changes = Changes((), (), (how, Changed("Mo: belt (elke dag)", (("ties", None, None),))))
    end = text(replace(small_plan(), version=2, changes=changes)).split("Anders")[1]
    assert "Oma: haalt Sem op (om 15:00). Wie: eerst “Mo”, nu “Oma”. Wanneer: eerst “om 16:00”, nu “om 15:00”." in end
    assert "Back-up: eerst “Jan”, nu “nog niemand”. Wie let op: eerst “nog niemand”, nu “Juf Els”." in end
    assert "Mo: belt (elke dag). Het hoort nu bij iets anders." in end


def test_a_big_plan_keeps_every_word(big: list[str]) -> None:
    whole = " ".join(big)
    for number in range(1, 61):
        assert f"Zorg {number}: het is ’s ochtends vaak ruzie en dan komt er niemand op tijd." in whole
    for number in range(1, 31):
        assert f"Taak {number}: staat om zeven uur naast het bed" in whole


def test_no_row_is_torn_and_headings_come_back(big: list[str]) -> None:
    tabled = [page for page in big if "Taak " in page]
    assert len(tabled) > 2
    for page in tabled:
        assert "Nr Wie Wat Wanneer Hoe merken we dat? Back-up Wie let op?" in page
    for number in range(1, 31):
        (page,) = [page for page in big if f"Taak {number}:" in page]
        assert f"Teken {number}: een kruisje op het blad." in page


def test_markup_and_placeholders_are_printed_as_they_were_typed() -> None:
    typed = "**x** <b>vet</b> __y__ [a](http://b.example) {nb} {0} {name} %s"
    assert typed in text(with_agreement(what=typed))
    assert typed in text(replace(small_plan(), worries=(typed,), left=Left(worries=(typed,))))


def test_names_in_other_writings_and_emoji_are_printed() -> None:
    whole = text(with_agreement(who="ኣቦ (Tesfay)", what="📞 belt أمي", backups=("محمد",), monitor="Łódź Yıldız"))
    for name in ("ኣቦ (Tesfay)", "📞", "أمي", "محمد", "Łódź Yıldız"):
        assert name in whole
    assert "□" not in whole


def test_latin_words_after_another_writing_come_out_as_the_same_letters() -> None:
    """fpdf2 2.8 loses track of its font after a line that begins in a spare font."""
    whole = text(with_agreement(who="ኣቦ", what="ኣነ ናብ", when="za + zo", notice="Ciocia dzwoni"))
    assert "za + zo Ciocia dzwoni nog niemand nog niemand" in whole


def test_a_letter_that_no_font_has_is_marked_and_the_paper_says_so() -> None:
    whole = text(with_agreement(what="김민수 belt\x07"))
    assert "□□□ belt□" in whole
    assert "□ is een teken dat wij niet kunnen printen." in whole
    assert "niet kunnen printen" not in text(small_plan())


def test_marks_that_turn_the_reading_direction_can_not_hide_a_number() -> None:
    assert "bel 12345 nu" in text(with_agreement(what="bel \u202e12345\u202c nu"))


def test_a_text_of_four_thousand_letters_is_kept_whole() -> None:
    long = " ".join(f"woord{n}" for n in range(450))
    endless = "x" * 4000
    answers = (("Oma", "no", long),)
    paper = replace(
        small_plan(),
        worries=(long, endless),
        agreements=(Agreement("Oma", long, long, endless, answers=answers),),
        left=Left(worries=(long,), scenes=(long,)),
    )
    whole = text(paper)
    for n in range(450):
        assert whole.count(f"woord{n} ") + whole.count(f"woord{n}”") >= 5
    assert whole.count("x") >= 8000


def test_a_film_of_many_scenes_goes_on_in_a_next_row() -> None:
    scenes = tuple(Scene(f"Scène nummer {n}", "house", "one") for n in range(1, 15))
    routine = replace(small_plan().routines[0], scenes=scenes)
    whole = text(replace(small_plan(), routines=(routine,)))
    found = [whole.index(f"{n} Scène nummer {n} één persoon") for n in range(1, 15)]
    assert found == sorted(found)


def test_a_picture_that_is_not_there_does_not_stop_the_paper_and_no_path_is_followed() -> None:
    scenes = (Scene("Eten", "no-such-picture", "one"), Scene("Bed", "../fonts/LICENSE", "one"))
    routine = replace(small_plan().routines[0], scenes=scenes)
    assert "Eten" in text(replace(small_plan(), routines=(routine,)))


def test_the_same_paper_gives_the_same_bytes() -> None:
    assert made(small_plan()) == made(small_plan())


def test_the_file_tells_its_language_and_day_and_nothing_about_the_family_or_the_tool() -> None:
    file = pypdf.PdfReader(io.BytesIO(made(small_plan())))
    assert file.root_object["/Lang"] == "nl"
    assert file.metadata is None
    about = file.root_object["/Metadata"].get_data().decode()
    assert set(re.findall(r">([^<>\s][^<>]*)<", about)) == {"2", "U", "Ons plan"}
    assert set(re.findall(r'Date="([^"]*)"', about)) == {"2026-11-25T12:00:00+00:00"}
    assert "fpdf" not in about.lower()


def test_an_empty_plan_is_paper_too() -> None:
    whole = text(PlanPaper(version=1, adopted_on=date(2026, 11, 25)))
    assert "Er zijn nog geen afspraken." in whole
    assert "Er zijn nog geen bodemeisen opgeschreven." in whole
    assert "Er is nog geen dag om te kijken hoe het gaat." in whole


@pytest.mark.parametrize("plan", [small_plan, big_plan])
def test_every_sentence_of_ours_goes_through_the_translation(plan: Callable[[], PlanPaper]) -> None:
    """With words of the family in capitals, and a language of capitals, no small letter is left."""
    shouted = re.sub(r"\d", "", " ".join(pages(made(_in_capitals(plan()), t=toy, lang="en"))))
    months = {"November", "December", "Wednesday"}
    assert set(re.findall(r"\w*[a-zà-ÿ]\w*", shouted)) <= months


CODES = {"yes", "yes_if", "no", "no_longer", "open"}


def _in_capitals(value: Any, name: str = "") -> Any:
    if isinstance(value, str):
        return value if name in ("picture", "cover", "proof") or value in CODES else value.upper()
    if isinstance(value, tuple):
        return tuple(_in_capitals(part) for part in value)
    if is_dataclass(value):
        return replace(value, **{f.name: _in_capitals(getattr(value, f.name), f.name) for f in fields(value)})
    return value
