"""What was tried out beforehand: each "what if" that people walked through, and what came of it. No promise in it."""

from sos_core.export.paper import WhatIf
from sos_core.export.sheet import Sheet


def draw_dry_run(sheet: Sheet, what_ifs: tuple[WhatIf, ...]) -> None:
    """Nothing at all where nothing was tried out."""
    t = sheet.t
    if not what_ifs:
        return
    sheet.heading(t("Dit hebben we geoefend"), keep=24)
    sheet.paragraph(t("We keken samen wat er gebeurt als het anders loopt. Echt is het altijd weer anders."))
    for what_if in what_ifs:
        sheet.small_heading(t(what_if.title))
        sheet.bullets(_came_of_it(sheet, what_if))


def _came_of_it(sheet: Sheet, what_if: WhatIf) -> list[str]:
    t = sheet.t
    held = {
        "holds": t("Zo lukt het."),
        "almost": t("Dat lukt bijna."),
        "not": t("Zo lukt het nog niet."),
    }[what_if.outcome]
    first = t("Bij: {scene}. {held}").format(scene=what_if.scene, held=held) if what_if.scene else held
    numbers = ", ".join(str(number) for number in what_if.agreements)
    then = [t("Daarom: afspraak {numbers}").format(numbers=numbers)] if numbers else []
    return [first, *([what_if.said] if what_if.said else []), *then]
