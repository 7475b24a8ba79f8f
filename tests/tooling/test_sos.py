"""sos.py: when something is in the way it says one clear sentence, and it never trusts half an install."""

import hashlib
import importlib.util
import os
import re
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]
Sos = Callable[..., subprocess.CompletedProcess[str]]

posix = pytest.mark.skipif(os.name != "posix", reason="its stand-in for Python is a shell script")


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A copy of the command with its requirements, and nothing else."""
    home = tmp_path / "house"
    home.mkdir()
    for name in ("sos.py", "requirements.txt", "requirements-dev.txt"):
        shutil.copy(ROOT / name, home)
    return home


@pytest.fixture
def sos(house: Path, tmp_path: Path) -> Sos:
    """Runs the copy on a machine with an empty PATH: no uv, no browser, no apt."""

    def call(*words: str, **env: str) -> subprocess.CompletedProcess[str]:
        kept = {name: os.environ[name] for name in ("SYSTEMROOT", "HOME") if name in os.environ}
        command = [sys.executable, house / "sos.py", *words]
        clean = {**kept, "PATH": str(tmp_path / "empty"), "PYTHONDONTWRITEBYTECODE": "1", **env}
        return subprocess.run(command, env=clean, capture_output=True, text=True, check=False, timeout=60)

    return call


@pytest.fixture
def busy_port() -> Iterator[int]:
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server.getsockname()[1]


@pytest.fixture
def stand_in(house: Path) -> Callable[[int], Path]:
    """Puts a Python in `.venv` that only writes down how it was called, and ends with the code asked for."""

    def make(code: int) -> Path:
        diary = house / "diary.txt"
        python = house / ".venv" / "bin" / "python"
        python.parent.mkdir(parents=True)
        python.write_text(
            f'#!/bin/sh\necho "$* browser=$DRAAIBOEK_BROWSER$DRAAIBOEK_NO_BROWSER" >> {diary}\nexit {code}\n'
        )
        python.chmod(0o755)
        names = ("requirements.txt", "requirements-dev.txt")
        lines = [f"{name} {hashlib.sha256((house / name).read_bytes()).hexdigest()}" for name in names]
        (house / ".venv" / "installed.txt").write_text("\n".join(lines))
        return diary

    return make


def assert_one_sentence(done: subprocess.CompletedProcess[str], *words: str) -> None:
    assert done.returncode in (1, 2)
    assert len(done.stderr.strip().splitlines()) == 1, done.stderr
    assert "Traceback" not in done.stderr
    for word in words:
        assert word in done.stderr


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["fly"],
        ["run", "now"],
        ["run", "--port"],
        ["run", "--port", "x"],
        ["run", "--port", "70000"],
        ["check", "-q"],
    ],
    ids=" ".join,
)
def test_words_it_does_not_know_get_one_sentence(sos: Sos, house: Path, words: list[str]) -> None:
    assert_one_sentence(sos(*words))
    assert not (house / ".venv").exists()


def test_a_busy_port_is_said_before_anything_is_made(sos: Sos, house: Path, busy_port: int) -> None:
    before = sorted(house.iterdir())
    done = sos("run", "--port", str(busy_port), "--address", "127.0.0.1", "--data", str(house / "kept"))
    assert_one_sentence(done, str(busy_port), "--port")
    assert sorted(house.iterdir()) == before


def test_an_address_of_another_machine_gets_one_sentence(sos: Sos) -> None:
    assert_one_sentence(sos("run", "--address", "203.0.113.7"), "203.0.113.7", "--address")


@pytest.mark.parametrize("module", ["venv", "ensurepip"])
def test_a_python_without_venv_is_said_with_the_mend(sos: Sos, house: Path, tmp_path: Path, module: str) -> None:
    (tmp_path / "sitecustomize.py").write_text(f"import sys\nsys.modules[{module!r}] = None\n")
    done = sos("check", PYTHONPATH=str(tmp_path))
    assert_one_sentence(done, "apt install python3-venv")
    assert not (house / ".venv").exists()


@posix
def test_a_venv_that_is_somewhere_else_is_not_emptied(sos: Sos, house: Path, tmp_path: Path) -> None:
    others = tmp_path / "others"
    others.mkdir()
    (others / "theirs").write_text("kept")
    (house / ".venv").symlink_to(others)
    assert_one_sentence(sos("check"), ".venv", "koppeling")
    assert [path.name for path in others.iterdir()] == ["theirs"]


def test_an_older_python_is_told_which_one_to_get() -> None:
    pretend = f"import sys; sys.version_info = (3, 10); exec(open({str(ROOT / 'sos.py')!r}).read())"
    done = subprocess.run([sys.executable, "-c", pretend], capture_output=True, text=True, check=False)
    assert_one_sentence(done, "Python 3.11")


@posix
def test_run_stops_where_preparing_stops(sos: Sos, stand_in: Callable[[int], Path]) -> None:
    diary = stand_in(2)
    assert sos("run", "--port", str(free_port()), "--no-demo").returncode == 2
    assert diary.read_text().splitlines() == ["-m sos_core.cli prepare --no-demo browser="]


@posix
def test_run_prepares_and_then_serves(sos: Sos, stand_in: Callable[[int], Path]) -> None:
    diary, port = stand_in(0), free_port()
    done = sos("run", "--port", str(port), "--address", "127.0.0.1")
    prepared, served = diary.read_text().splitlines()
    assert prepared.startswith("-m sos_core.cli prepare")
    assert served.startswith(f"-m streamlit run streamlit_app.py --server.port {port} --server.address 127.0.0.1")
    assert f"http://localhost:{port}" in done.stdout


@posix
def test_without_a_browser_the_tests_fail_in_ci(sos: Sos, stand_in: Callable[[int], Path]) -> None:
    stand_in(1)
    assert_one_sentence(sos("test", CI="true"), "chromium")


@posix
def test_without_a_browser_elsewhere_the_skip_is_loud(sos: Sos, stand_in: Callable[[int], Path]) -> None:
    diary = stand_in(1)
    assert "OVERGESLAGEN" in sos("test", "-k", "word").stdout
    assert (
        diary.read_text().splitlines()[-1] == "-m pytest -n 2 --dist loadfile --no-loadscope-reorder -k word browser=1"
    )


@posix
def test_a_browser_on_the_path_is_handed_to_the_tests(
    sos: Sos, stand_in: Callable[[int], Path], tmp_path: Path
) -> None:
    diary, chromium = stand_in(0), tmp_path / "empty" / "chromium"
    chromium.parent.mkdir()
    chromium.write_text("")
    chromium.chmod(0o755)
    sos("test")
    assert diary.read_text().splitlines() == [
        f"-m pytest -n 2 --dist loadfile --no-loadscope-reorder browser={chromium}"
    ]


@pytest.fixture
def module(house: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The copy as a module whose installing only counts; `installs` lists what it was asked for."""
    spec = importlib.util.spec_from_file_location("sos_copy", house / "sos.py")
    assert spec
    assert spec.loader
    loaded = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(loaded)
    loaded.installs = []

    def make_venv() -> None:
        loaded.installs.append("venv")
        loaded.PYTHON.parent.mkdir(parents=True, exist_ok=True)
        loaded.PYTHON.touch()

    monkeypatch.setattr(loaded, "make_venv", make_venv)
    monkeypatch.setattr(loaded, "install", loaded.installs.append)
    return loaded


def test_a_second_set_up_does_nothing(module: ModuleType) -> None:
    module.set_up("requirements.txt")
    module.set_up("requirements.txt")
    assert module.installs == ["venv", "requirements.txt"]


def test_what_the_tests_installed_serves_the_product_too(module: ModuleType) -> None:
    module.set_up("requirements-dev.txt")
    module.set_up("requirements.txt")
    assert module.installs == ["venv", "requirements-dev.txt"]


def test_changed_requirements_are_installed_on_top(module: ModuleType, house: Path) -> None:
    module.set_up("requirements.txt")
    (house / "requirements.txt").write_text("# changed\n")
    module.set_up("requirements.txt")
    assert module.installs == ["venv", "requirements.txt", "requirements.txt"]


def test_an_install_that_was_cut_off_starts_afresh(module: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    module.set_up("requirements.txt")

    def cut_off(_requirements: str) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(module, "install", cut_off)
        with pytest.raises(KeyboardInterrupt):
            module.set_up("requirements-dev.txt")
    module.set_up("requirements.txt")
    assert module.installs == ["venv", "requirements.txt", "venv", "requirements.txt"]


def pins(name: str) -> set[str]:
    return {line.rstrip(" \\") for line in (ROOT / name).read_text("utf-8").splitlines() if "==" in line}


def test_the_tests_use_the_very_versions_of_the_product() -> None:
    assert pins("requirements.txt") <= pins("requirements-dev.txt")


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_every_pin_carries_a_hash(name: str) -> None:
    blocks = re.split(r"\n(?=\S)", (ROOT / name).read_text("utf-8").strip())
    assert [block for block in blocks if not re.match(r"[a-z0-9.-]+==\S+ .*--hash=sha256:", block, re.DOTALL)] == []


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt", "package-lock.json"])
def test_pins_name_no_host(name: str) -> None:
    assert not re.search(r"https?://|index-url", (ROOT / name).read_text("utf-8"))


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])
