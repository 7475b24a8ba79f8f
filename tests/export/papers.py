"""Made-up plans for the paper's tests: a small one, a big one, and one that is hard to print."""

from datetime import date

from sos_core.export.paper import (
    Agreement,
    BottomLine,
    Changed,
    Changes,
    ChildPaper,
    ChildScene,
    Left,
    MinePaper,
    OwnPart,
    Paper,
    PlanPaper,
    Routine,
    Scene,
)

EVENING = Routine(
    "Van avondeten tot bed",
    "plate",
    (
        Scene("Thuiskomen", "house", "enough", "17:00", "Bij mama", ("Oma Riet", "Fatma"), 1, True),
        Scene("Eten", "plate", "enough", "18:00", "Keuken", ("Oma Riet", "Fatma"), 3, True),
        Scene("In bad", "bath", "one", "19:30", None, ("Fatma",), 1, True),
        Scene("Naar bed", "bed", "one", "20:00", "Slaapkamer van Sem", ("Mama",), 2, False),
        Scene("Papa komt thuis", "door", "nobody", "22:00", None, (), 2, False),
    ),
)


def small_plan() -> PlanPaper:
    """A first version with something left of each kind."""
    return PlanPaper(
        version=1,
        adopted_on=date(2026, 11, 25),
        evaluation_on=date(2026, 12, 30),
        routines=(EVENING,),
        worries=(
            "Papa drinkt bier als hij uit zijn werk komt. Dan schreeuwt hij.",
            "Mama valt na negen uur op de bank in slaap.",
            "Sem durft ’s nachts niet naar de wc.",
        ),
        strengths=("Oma Riet woont om de hoek en kan altijd komen.", "Noor zegt goed wat zij voelt."),
        agreements=(
            Agreement(
                "Oma Riet",
                "Haalt Sem en Noor van school en eet mee tot zeven uur.",
                "Maandag, woensdag en vrijdag om 15:00",
                "Oma stuurt een duim in de groepsapp.",
                ("Fatma", "Buurman Cor"),
                "Juf Els",
                (("Oma Riet", "yes", None), ("Fatma", "yes_if", "ik het de dag ervoor weet")),
                (1,),
                ("Oma Riet woont om de hoek.",),
                ("Papa gaat schreeuwen in de gang.",),
            ),
            Agreement(
                "Papa",
                "Belt eerst mama als hij bier heeft gedronken en slaapt dan bij oom Jan.",
                "Elke avond voor 22:00",
                "Mama schrijft het op het blad op de koelkast.",
                (),
                "Oom Jan",
                (("Papa", "no", "Ik slaap niet bij Jan"), ("Oom Jan", "open", None)),
            ),
        ),
        bottom_lines=(
            BottomLine(
                1,
                "Sem en Noor zijn na school nooit alleen met een volwassene die heeft gedronken.",
                "Eén keer alleen met iemand die heeft gedronken.",
                "Mama of oma Riet",
                "haalt de kinderen op en belt de gezinsvoogd",
                "hetzelfde uur",
                True,
                None,
                (1,),
            ),
            BottomLine(
                2,
                "Er ligt elke nacht een nuchtere volwassene in huis te slapen.",
                "Eén nacht zonder.",
                "De gezinsvoogd",
                "belt beide ouders en zoekt een andere slaapplek",
                "24 uur",
                False,
                "niemand let op in het weekend",
            ),
            BottomLine(3, "Sem gaat elke dag naar school.", "Twee dagen weg.", "Juf Els", "belt mama", "een dag"),
        ),
        left=Left(
            (("Papa komt thuis", "Papa gaat schreeuwen in de gang"),),
            (2,),
            ("Sem durft ’s nachts niet naar de wc.",),
            ("Naar bed", "Papa komt thuis"),
            ((2, ("Oom Jan",)),),
        ),
        parked=(("De huur is te hoog", "daar helpt het wijkteam bij"),),
    )


def big_plan() -> PlanPaper:
    """A second version, as large as a conference gets: 3 × 6 scenes, 30 agreements, 60 worries."""
    titles = ("Opstaan", "Aankleden", "Ontbijt", "Tanden poetsen", "Jassen aan", "Naar school lopen")
    pictures = ("sunrise", "coat", "bread", "toothbrush", "shoes", "school")
    routines = tuple(
        Routine(
            name,
            picture,
            tuple(
                Scene(
                    title,
                    slug,
                    ("nobody", "one", "enough")[n % 3],
                    f"0{7 + n // 2}:{n % 2 * 3}0",
                    None,
                    ("Oma Riet", "Buurman Cor")[: n % 3],
                    n,
                    n != 4,
                )
                for n, (title, slug) in enumerate(zip(titles, pictures, strict=True))
            ),
        )
        for name, picture in (("Schoolochtend", "school"), ("Weekend bij papa", "houses"), ("Nacht", "night"))
    )
    agreements = tuple(
        Agreement(
            ("Oma Riet", "Buurman Cor", "Mama", "Papa", "Juf Els")[n % 5],
            f"Taak {n}: staat om zeven uur naast het bed en helpt met aankleden, zonder te schreeuwen.",
            "Elke schooldag om 7:00",
            f"Teken {n}: een kruisje op het blad.",
            ("Fatma",) if n % 2 else (),
            "Wijkteam",
            (("Oma Riet", "yes", None),) if n % 3 else (),
            (n % 7 + 1,),
        )
        for n in range(1, 31)
    )
    lines = tuple(
        BottomLine(
            n,
            f"Eis {n}: de kinderen eten elke dag warm.",
            f"Grens {n}: twee dagen niet.",
            "Gezinsvoogd",
            "belt de ouders",
            "24 uur",
            None,
            None,
            (n,),
        )
        for n in range(1, 8)
    )
    return PlanPaper(
        version=2,
        adopted_on=date(2026, 11, 25),
        routines=routines,
        worries=tuple(f"Zorg {n}: het is ’s ochtends vaak ruzie en dan komt er niemand op tijd." for n in range(1, 61)),
        strengths=tuple(f"Kracht {n}: Noor helpt graag mee." for n in range(1, 21)),
        agreements=agreements,
        bottom_lines=lines,
        left=Left(
            tuple((title, f"Gat {n}: er is niemand bij") for n, title in enumerate(titles)),
            (3, 5),
            tuple(f"Zorg {n}: nog zonder antwoord" for n in range(1, 20)),
            ("Jassen aan",),
        ),
        changes=Changes(
            ("Buurman Cor doet mee op dinsdag.",), ("Oom Jan belt niet meer.",), (Changed("Oma komt een uur eerder."),)
        ),
    )


def own_page(name: str = "Oma Riet") -> MinePaper:
    """What somebody does and steps in for, of the small plan."""
    first, second = small_plan().agreements
    parts = (OwnPart("does", 1, first, (name, "yes", None)), OwnPart("steps_in", 2, second))
    return MinePaper(name, 1, date(2026, 11, 25), date(2026, 12, 30), parts)


def childs_days() -> ChildPaper:
    """An evening of two moments."""
    scenes = (
        ChildScene("Eten", "plate", "18:00", "Keuken", ("Oma Riet", "Fatma"), ("Ik ga naar Fatma.",)),
        ChildScene("Naar bed", "bed"),
    )
    return ChildPaper(1, date(2026, 11, 25), (("Van avondeten tot bed", "plate", scenes),))


def papers_of(form: str) -> Paper:
    """Something to print in this form."""
    return {"mine.pdf": own_page(), "child.pdf": childs_days()}.get(form) or small_plan()
