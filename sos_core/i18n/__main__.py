"""`python -m sos_core.i18n update` puts the catalogues in step with the source; `check` says what is not right yet."""

from __future__ import annotations

from collections.abc import Iterator

import typer
from babel.messages.catalog import Catalog

from sos_core.i18n import FOLDER, catalogue, plain

app = typer.Typer(add_completion=False, no_args_is_help=True, pretty_exceptions_enable=False)


@app.command()
def update() -> None:
    """Zet nieuwe zinnen in elke vertaling en haal oude eruit."""
    for name in catalogue.update(FOLDER, catalogue.gathered()):
        typer.echo(f"{name}: bijgewerkt")


@app.command()
def check() -> None:
    """Kijk na of elke vertaling af is en het Nederlands eenvoudig; een regel per bevinding."""
    source = catalogue.gathered()
    found = [*translations(source), *plain_dutch(source)]
    for finding in found:
        typer.echo(finding)
    raise typer.Exit(1 if found else 0)


def translations(source: Catalog) -> Iterator[str]:
    for file in sorted(FOLDER.glob("*.po")):
        yield from catalogue.findings(file, source)


def plain_dutch(source: Catalog) -> Iterator[str]:
    for message in catalogue.sentences(source):
        files = [path for path, _ in message.locations]
        for complaint in plain.complaints(str(message.id), files):
            yield f"{files[0]}: {message.id}: {complaint}"
    for text in plain.needless([str(message.id) for message in catalogue.sentences(source)]):
        yield f"sos_core/i18n/plain.py: no sentence needs this exception any more: {text}"


if __name__ == "__main__":
    app()
