"""What a screen does with a patch: `event: patch` in docs/http.md."""

from __future__ import annotations

from sos_core.access.view import View


def patched(old: View, patch: View) -> View:
    new = {**old, "seq": patch["seq"], **patch["set"]}
    for part, put in patch["put"].items():
        new[part] = {**new[part], **put}
    for part, cut in patch["cut"].items():
        new[part] = {key: value for key, value in new[part].items() if key not in cut}
    return new


def plain(view: View) -> View:
    """A part that is not there and one that is null are the same to a screen."""
    return {key: value for key, value in view.items() if value is not None}
