"""The command line of the product: make everything ready, open an account."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated

import typer

from sos_core.access.actor import Duty
from sos_core.domain.errors import DomainError
from sos_core.i18n import SOURCE
from sos_core.i18n.sentences import sentence
from sos_core.services.accounts import open_account
from sos_core.services.house import House, open_house
from sos_core.services.starting import make_ready
from sos_core.settings import Settings

app = typer.Typer(add_completion=False, no_args_is_help=True, pretty_exceptions_enable=False)


@app.command()
def prepare(no_demo: Annotated[bool, typer.Option(help="Geen voorbeeldgezin.")] = False) -> None:
    """Maak de database klaar, en bij de eerste start het voorbeeldgezin."""
    settings = Settings() if not no_demo else Settings(demo=False)
    with _one_sentence(), _opened(settings) as house:
        accounts = make_ready(house)
        print(f"Draaiboek staat klaar op {settings.public_url}")
        if house.key_beside_data:
            print("Let op: de sleutel ligt naast de gegevens. Wie de laptop heeft, kan alles lezen.")
            print("Leg de sleutel ergens anders en geef DRAAIBOEK_KEY_FILE.")
        for name, password in accounts.items():
            print(f"  {name:<24} {password}")


@app.command()
def account(name: str, duty: Duty) -> None:
    """Open een account voor een medewerker; het wachtwoord wordt gevraagd."""
    password = typer.prompt("Wachtwoord", hide_input=True, confirmation_prompt=True)
    with _one_sentence(), _opened(Settings()) as house:
        open_account(house, name=name, duty=duty, password=password)
        print(f"{name} kan inloggen.")


@contextmanager
def _opened(settings: Settings) -> Iterator[House]:
    house = open_house(settings)
    try:
        yield house
    finally:
        house.store.close()


@contextmanager
def _one_sentence() -> Iterator[None]:
    """What cannot be done is one sentence on stderr, and exit code 2."""
    try:
        yield
    except DomainError as error:
        print(sentence(error.key, SOURCE, **error.facts), file=sys.stderr)
        sys.exit(2)


if __name__ == "__main__":
    app()
