"""The settings, from the environment: every name begins with DRAAIBOEK_."""

from __future__ import annotations

from datetime import timedelta
from enum import StrEnum
from pathlib import Path

from pydantic_settings import BaseSettings, SettingsConfigDict

ROOT = Path(__file__).parent.parent
LIBRARY = ROOT / "data" / "routines"
WHAT_IFS = ROOT / "data" / "what_if"
DEMO_FAMILY = ROOT / "data" / "demo" / "family.toml"
HOLIDAYS = ROOT / "data" / "holidays" / "schoolvakanties.toml"
PICTURES = ROOT / "data" / "pictograms"
SHARPNESS = ROOT / "data" / "sharpness"
ORGANISATION = ROOT / "data" / "organisation.toml"
FONTS = ROOT / "data" / "fonts"
STAFF_STAY = timedelta(hours=12)
"""How long a sign-in lasts: a working day with an evening session."""


class Region(StrEnum):
    """In which part of the country the schools are: their holidays differ."""

    NORTH = "noord"
    MIDDLE = "midden"
    SOUTH = "zuid"


class Security(StrEnum):
    """How the talk with a mail server is kept from others."""

    STARTTLS = "starttls"
    TLS = "tls"
    NONE = "none"


class Settings(BaseSettings):
    """`data`: the folder of the database. `key`, `key_file`: the key to it, better not in that folder.

    `public_url`: where people reach the product, as the QR code says it. `demo`: put the made-up family into an empty database.
    `region`: whose school holidays count. `organisation`: the file in which the organisation says how to reach it.
    `smtp_…`: the mail server for the weekly reminder, and its sender; without a host nothing is sent and none is offered.
    """

    model_config = SettingsConfigDict(env_prefix="DRAAIBOEK_")

    data: Path = ROOT / "data" / "local"
    key: str | None = None
    key_file: Path | None = None
    public_url: str = "http://localhost:8501"
    demo: bool = True
    region: Region = Region.MIDDLE
    organisation: Path = ORGANISATION
    smtp_host: str | None = None
    smtp_port: int = 587
    smtp_security: Security = Security.STARTTLS
    smtp_user: str | None = None
    smtp_password: str | None = None
    smtp_from: str = ""

    @property
    def ledger(self) -> Path:
        """The list of what was erased. Beside the folder of the database, not in it: whoever puts an older folder back keeps it."""
        return self.data.with_name(f"{self.data.name}-gewist.jsonl")

    @property
    def secure(self) -> bool:
        """Whether people come by https, so that cookies can be kept to it."""
        return self.public_url.startswith("https://")

    @property
    def where(self) -> str:
        """The address to type over from the screen: `draaiboek.example/m`."""
        return self.public_url.split("://", 1)[-1].rstrip("/") + "/m"
