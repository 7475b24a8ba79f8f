"""Facts about pictures that people choose for a scene: proposed from a phone, put there by the facilitator."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PictureProposed:
    """Somebody would like this picture at this scene. It takes the place of what they proposed there before."""

    proposal: str
    person: str
    scene: str
    picture: str


@dataclass(frozen=True, slots=True)
class PicturePut:
    """It stands at the scene from now on; `base` as for a scene that was changed."""

    proposal: str
    scene: str
    picture: str
    base: str


@dataclass(frozen=True, slots=True)
class PictureLeft:
    """It goes from the list: whoever proposed it took it back, or the facilitator leaves the scene as it is."""

    proposal: str
