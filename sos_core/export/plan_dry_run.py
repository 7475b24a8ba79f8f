"""What was tried out beforehand: each "what if" that people walked through, and what came of it. No promise in it."""

from sos_core.export.paper import WhatIf
from sos_core.export.plan_sentences import came_of_it
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
        sheet.bullets(came_of_it(t, what_if))
