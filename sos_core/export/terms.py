"""How far an agreement came, in words with a shape before them: for paper and for the page that shows the plan."""

from sos_core.export.paper import Proof
from sos_core.i18n import Translate

SHAPES: dict[Proof, str] = {"agreed": "○", "practised": "●", "worked": "✓", "under_stress": "⚓"}


def proof_words(proof: Proof, worked: int, t: Translate) -> str:
    """Plainly what happened, never a score."""
    times = t("Gelukt in het echt: één keer") if worked == 1 else t("Gelukt in het echt: {n} keer").format(n=worked)
    words = {
        "agreed": t("Nog niet geoefend"),
        "practised": t("Geoefend"),
        "worked": times,
        "under_stress": t("{times}, ook toen het moeilijk was").format(times=times),
    }[proof]
    return f"{SHAPES[proof]} {words}"
