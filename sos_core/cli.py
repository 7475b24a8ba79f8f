"""The command line of the product: make everything ready, open an account, make a back-up and put it back."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit

import typer

from sos_core.access.actor import Duty
from sos_core.domain.errors import DomainError
from sos_core.i18n import SOURCE
from sos_core.i18n.sentences import sentence
from sos_core.services import reminding
from sos_core.services.accounts import open_account
from sos_core.services.backups import backup as make_backup
from sos_core.services.backups import restore as put_back
from sos_core.services.demo_accounts import DemoAccount, demo_accounts
from sos_core.services.house import House
from sos_core.services.starting import open_beside, start_house
from sos_core.settings import Settings

app = typer.Typer(add_completion=False, no_args_is_help=True, pretty_exceptions_enable=False)

DUTIES = {
    Duty.FACILITATOR: "procesbegeleider",
    Duty.COORDINATOR: "coördinator",
    Duty.REFERRER: "verwijzer",
    Duty.ADMINISTRATOR: "beheerder",
}
ONLY_HERE = {"localhost", "127.0.0.1", "::1"}


@app.command()
def prepare(no_demo: Annotated[bool, typer.Option("--no-demo", help="Zonder de verzonnen gezinnen.")] = False) -> None:
    """Maak de database klaar; bij de eerste start met verzonnen gezinnen om mee te oefenen."""
    settings = Settings(demo=False) if no_demo else Settings()
    with _one_sentence(), _opened(settings) as house:
        lines = [*_where(settings), *_table(demo_accounts(house)), *_warning(house)]
    print("\n".join(lines), flush=True)


@app.command()
def account(name: str, duty: Duty) -> None:
    """Open een account voor een medewerker; het wachtwoord wordt gevraagd."""
    password = typer.prompt("Wachtwoord", hide_input=True, confirmation_prompt=True)
    with _one_sentence(), _opened(Settings()) as house:
        open_account(house, name=name, duty=duty, password=password)
        print(f"{name} kan inloggen.")


@app.command()
def remind() -> None:
    """Stuur de wekelijkse herinnering aan wie daarom vroeg, hoogstens één keer per week. Voor een timer."""
    with _one_sentence(), _opened(Settings(), open_beside) as house:
        done = reminding.remind(house)
    print(f"Verstuurd: {done.sent}. Niet gelukt: {done.failed}.")


@app.command()
def backup(file: Path) -> None:
    """Maak een reservekopie, ook terwijl er gewerkt wordt. Zij is net zo versleuteld als de database."""
    with _one_sentence():
        make_backup(Settings(), file)
    print(f"De reservekopie staat in {file}. Bewaar de sleutel ergens anders.")


@app.command()
def restore(
    file: Path, yes: Annotated[bool, typer.Option("--yes", help="Zonder te vragen of je het zeker weet.")] = False
) -> None:
    """Zet een reservekopie terug. Wat sindsdien is gewist, wordt opnieuw gewist."""
    settings = Settings()
    if not yes:
        typer.confirm(f"Alles in {settings.data} wordt vervangen. Weet je het zeker?", abort=True)
    with _one_sentence():
        put_back(settings, file)
    print("De reservekopie is teruggezet. Wat sindsdien was gewist, is opnieuw gewist.")


def _where(settings: Settings) -> list[str]:
    lines = [
        f"Open in de browser: {settings.public_url}",
        f"Telefoons doen mee op {settings.where} met de code van het grote scherm, of met de QR-code.",
    ]
    if urlsplit(settings.public_url).hostname in ONLY_HERE:
        lines.append(
            "Dat adres werkt alleen op deze computer. Voor andere telefoons: geef bij het starten het adres van deze "
            "computer op de wifi, zoals --public-url http://192.168.1.20:8501"
        )
    return lines


def _table(accounts: list[DemoAccount]) -> list[str]:
    """The demo accounts in three columns; nothing where there are none."""
    if not accounts:
        return []
    rows = [("naam", "werk", "wachtwoord")] + [(one.name, DUTIES[one.duty], one.password) for one in accounts]
    name, work = (max(len(row[column]) for row in rows) for column in (0, 1))
    table = [f"  {row[0]:<{name}}  {row[1]:<{work}}  {row[2]}" for row in rows]
    return ["", "Er staan verzonnen gezinnen in. Log in met een van deze accounts:", *table]


def _warning(house: House) -> list[str]:
    if not house.key_beside_data:
        return []
    return [
        "",
        "Let op: de sleutel ligt naast de gegevens. Wie deze computer heeft, kan alles lezen.",
        "Voor echte gezinnen: leg de sleutel ergens anders en geef DRAAIBOEK_KEY_FILE.",
    ]


@contextmanager
def _opened(settings: Settings, way: Callable[[Settings], House] = start_house) -> Iterator[House]:
    house = way(settings)
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
