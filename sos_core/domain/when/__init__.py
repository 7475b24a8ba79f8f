"""When something was agreed, in plain words and as a rule that a calendar can follow. Pure; what is not understood is None."""

from sos_core.domain.when.reading import understood
from sos_core.domain.when.rule import Part, When
from sos_core.domain.when.saying import names_days, said, time_said

__all__ = ["Part", "When", "names_days", "said", "time_said", "understood"]
