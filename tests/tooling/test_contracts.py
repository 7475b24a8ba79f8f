"""The layers hold, and each contract turns red when somebody breaks it."""

import ast
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SCRIPTS = Path(sys.executable).parent
STREAMLIT_ALLOWED = ("pages/", "streamlit_app.py", "tests/", "bench/dashboard.py")  # that one times a page
NO_WORDS_THROUGH = {"markdown", "write", "html", "cache_data", "cache_resource"}

ARROWS = "Arrows run one way"
TOP = "Nothing builds on the way in or on the command line"
NO_WEB = "sos_core knows neither Streamlit nor Starlette"
DOMAIN = "The domain imports nothing but the standard library"
NO_SQL = "No page imports the store or SQL"


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The packages and their contracts, in a place where they may be broken."""
    here = tmp_path_factory.mktemp("contracts")
    shutil.copy(ROOT / "pyproject.toml", here)
    for package in ("pages", "sos_core"):
        for source in (ROOT / package).rglob("*.py"):
            target = here / source.relative_to(ROOT)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(source, target)
    return here


def lint(here: Path) -> str:
    command = [SCRIPTS / "lint-imports", "--no-logo", "--cache-dir", here / "cache"]
    return subprocess.run(command, cwd=here, capture_output=True, text=True, check=False).stdout


def test_the_contracts_hold(copy: Path) -> None:
    assert "0 broken" in lint(copy)


@pytest.mark.parametrize(
    ("file", "line", "broken"),
    [
        ("sos_core/services", "import pages", ARROWS),
        ("sos_core/store", "import sos_core.services", ARROWS),
        ("sos_core/store", "import sos_core.access", ARROWS),
        ("sos_core/live", "import sos_core.export", ARROWS),
        ("sos_core/i18n", "import sos_core.live", ARROWS),
        ("sos_core/domain", "import sos_core.i18n", ARROWS),
        ("pages", "import streamlit_app", TOP),
        ("sos_core/services", "import sos_core.cli", TOP),
        ("sos_core/services", "import streamlit", NO_WEB),
        ("sos_core/live", "from starlette.responses import Response", NO_WEB),
        ("sos_core/domain", "import pydantic", DOMAIN),
        ("pages", "import sqlmodel", NO_SQL),
        ("pages", "from sos_core.store import journal", NO_SQL),
    ],
)
def test_a_broken_contract_turns_red(copy: Path, file: str, line: str, broken: str) -> None:
    module = copy / file / "__init__.py"
    before = module.read_text("utf-8")
    module.write_text(f"{before}\n{line}\n", "utf-8")
    try:
        assert f"{broken} BROKEN" in lint(copy)
    finally:
        module.write_text(before, "utf-8")


def imports(source: str) -> Iterator[str]:
    """The dotted names that a module imports, wherever in it."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or "."


def strangers(source: str) -> set[str]:
    """What a module of the domain imports that it should not."""
    return {
        name
        for name in imports(source)
        if name.split(".")[0] not in sys.stdlib_module_names and not f"{name}.".startswith("sos_core.domain.")
    }


@pytest.mark.parametrize("module", sorted((ROOT / "sos_core" / "domain").glob("**/*.py")), ids=lambda p: p.name)
def test_the_domain_imports_only_the_standard_library(module: Path) -> None:
    assert strangers(module.read_text("utf-8")) == set()


def test_a_stranger_in_the_domain_is_seen() -> None:
    assert strangers("def f():\n    import requests\nimport json\nfrom sos_core.domain.words import Words") == {
        "requests"
    }


def ours() -> list[Path]:
    folders = ("sos_core", "pages", "bench", "data", "tests")
    return [*ROOT.glob("*.py"), *(file for folder in folders for file in (ROOT / folder).rglob("*.py"))]


def test_only_pages_and_the_way_in_import_streamlit() -> None:
    found = [str(file.relative_to(ROOT)) for file in ours() if meets_streamlit(file.read_text("utf-8"))]
    assert [name for name in found if not name.startswith(STREAMLIT_ALLOWED)] == []


def meets_streamlit(source: str) -> bool:
    return any(name.split(".")[0] == "streamlit" for name in imports(source))


def test_the_way_in_leaves_the_store_alone() -> None:
    names = set(imports((ROOT / "streamlit_app.py").read_text("utf-8")))
    assert not {name for name in names if f"{name}.".startswith(("sqlmodel.", "sqlalchemy.", "sos_core.store."))}


def loose_words(source: str) -> set[str]:
    """Calls in a Streamlit page that could show a person's words as markup, or keep them for all sessions."""
    if not meets_streamlit(source):
        return set()
    calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
    named = {node.func.attr for node in calls if isinstance(node.func, ast.Attribute)} & NO_WORDS_THROUGH
    return named | {word.arg for node in calls for word in node.keywords if word.arg == "unsafe_allow_html"}


def test_no_page_shows_words_as_markup() -> None:
    pages = (ROOT / "pages").rglob("*.py")
    assert {file.name: found for file in pages if (found := loose_words(file.read_text("utf-8")))} == {}


def test_words_as_markup_are_seen_under_any_name() -> None:
    page = "import streamlit as st\nleft, right = st.columns(2)\nleft.markdown('x', unsafe_allow_html=True)"
    assert loose_words(page) == {"markdown", "unsafe_allow_html"}


@pytest.mark.parametrize("name", sorted(NO_WORDS_THROUGH))
def test_ruff_refuses_streamlits_loose_ways(name: str) -> None:
    command = [sys.executable, "-m", "ruff", "check", "--no-cache", "--stdin-filename", "pages/probe.py", "-"]
    page = f'"""A page."""\n\nimport streamlit as st\n\nst.{name}("x")\n'
    done = subprocess.run(command, cwd=ROOT, input=page, capture_output=True, text=True, check=False)
    assert "TID251" in done.stdout
