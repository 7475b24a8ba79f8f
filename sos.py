"""The one command: makes the environment, then runs, tests, checks or measures Draaiboek. Standard library only."""

import argparse
import errno
import hashlib
import importlib.util
import os
import shutil
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import NoReturn

if not (3, 11) <= sys.version_info < (3, 14):
    sys.exit("Draaiboek werkt met Python 3.11, 3.12 en 3.13. Installeer een daarvan; begin dan met: python3.13 sos.py")

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
STAMP = VENV / "installed.txt"  # a line for each requirements file: its name and the hash installed

PRODUCT = "requirements.txt"
# A file's tests share a server; the long story is among the first files, not left for last. `-n 0` after `test`: one by one.
TWO_AT_ONCE = ("-n", "2", "--dist", "loadfile", "--no-loadscope-reorder")
DEVELOPMENT = "requirements-dev.txt"  # all of PRODUCT too, at the same versions

EVERYWHERE = "0.0.0.0"  # noqa: S104 - the phones on the venue's wifi come in here
Command = list[str | Path]

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")

CHECKS: tuple[tuple[str, Command], ...] = (
    ("opmaak", [PYTHON, "-m", "ruff", "format", "--check", "."]),
    ("regels", [PYTHON, "-m", "ruff", "check", "."]),
    ("typen", [PYTHON, "-m", "mypy"]),
    ("lagen", [BIN / "lint-imports", "--no-logo"]),
    ("taal", [PYTHON, "-m", "sos_core.i18n", "check"]),
)


class Stop(Exception):
    """Ends the command with one sentence for the person at the keyboard, the mend included."""


# --- the environment -------------------------------------------------------------------------------------


def set_up(requirements: str) -> None:
    """Make `.venv` hold what `requirements` names; costs nothing when it already does."""
    wanted = stamp_lines(requirements)
    if PYTHON.exists() and STAMP.exists() and wanted <= set(STAMP.read_text("utf-8").splitlines()):
        return
    if VENV.is_symlink():  # what hangs on it is not ours to empty
        raise Stop(
            "De map .venv is een koppeling naar een andere map, en die blijft zoals hij is. Haal de koppeling weg."
        )
    print("Even geduld, een paar minuten: de omgeving wordt klaargezet …", flush=True)
    if not (PYTHON.exists() and STAMP.exists()):
        make_venv()
    STAMP.unlink(missing_ok=True)  # an install that is cut off leaves no stamp, and so starts afresh next time
    install(requirements)
    fresh = STAMP.with_suffix(".new")
    fresh.write_text("\n".join(sorted(wanted)) + "\n", "utf-8")
    fresh.replace(STAMP)


def stamp_lines(requirements: str) -> set[str]:
    """What the stamp says after installing `requirements`: a line for each file that is then satisfied."""
    names = {PRODUCT, requirements}
    return {f"{name} {hashlib.sha256((ROOT / name).read_bytes()).hexdigest()}" for name in names}


def make_venv() -> None:
    """A new, empty `.venv`, also where half of one is left from before."""
    if uv := shutil.which("uv"):
        quietly([uv, "venv", "--clear", "--python", sys.executable, VENV], "De map .venv kan niet gemaakt worden.")
        return
    if not (importlib.util.find_spec("venv") and importlib.util.find_spec("ensurepip")):
        raise Stop("Python mist de module venv. Installeer die (Debian, Ubuntu: apt install python3-venv).")
    quietly([sys.executable, "-m", "venv", "--clear", VENV], "De map .venv kan niet gemaakt worden.")


def install(requirements: str) -> None:
    pip: Command = [PYTHON, "-m", "pip", "install"]
    if uv := shutil.which("uv"):
        pip = [uv, "pip", "install", "--compile-bytecode", "--python", PYTHON]  # as pip does: every start is quicker
    quietly([*pip, "--require-hashes", "-r", ROOT / requirements], "Het installeren lukte niet. Is er internet?")


def quietly(command: Command, failed: str) -> None:
    """Run a command whose own words are worth reading only when it fails."""
    done = captured(command)
    if done.returncode:
        print(done.stdout, flush=True)
        raise Stop(f"{failed} Hierboven staat waarom.")


def captured(command: Command) -> subprocess.CompletedProcess[str]:
    pipe, also = subprocess.PIPE, subprocess.STDOUT
    return subprocess.run(command, cwd=ROOT, encoding="utf-8", errors="replace", stdout=pipe, stderr=also, check=False)


# --- run -------------------------------------------------------------------------------------------------


def run(options: argparse.Namespace) -> int:
    """Serve the product; this process becomes the server."""
    refuse_busy_port(options.address, options.port)
    set_up(PRODUCT)
    env = dict(os.environ)
    if options.data:
        env["DRAAIBOEK_DATA"] = str(options.data.resolve())
    here = f"http://localhost:{options.port}"
    env["DRAAIBOEK_PUBLIC_URL"] = options.public_url or env.get("DRAAIBOEK_PUBLIC_URL") or here
    prepare: Command = [PYTHON, "-m", "sos_core.cli", "prepare", *(["--no-demo"] if options.no_demo else [])]
    if code := subprocess.call(prepare, cwd=ROOT, env=env):
        return code
    print(f"Draaiboek staat op {here} (stoppen: Ctrl+C)", flush=True)
    server: Command = [PYTHON, "-m", "streamlit", "run", "streamlit_app.py"]
    server += ["--server.port", str(options.port), "--server.address", options.address]
    server += ["--server.headless", "true", "--logger.hideWelcomeMessage", "true"]
    return become(server, env)


def refuse_busy_port(address: str, port: int) -> None:
    """Before anything is made or changed: is the port ours to take?"""
    with socket.socket() as probe:
        if os.name != "nt":  # on Windows this very option would let two servers share a port
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((address, port))
        except OSError as problem:
            raise Stop(port_sentence(problem, address, port)) from problem


def port_sentence(problem: OSError, address: str, port: int) -> str:
    if problem.errno == errno.EADDRINUSE:
        return f"Poort {port} is al in gebruik. Kies een andere: python3 sos.py run --port {port % 65535 + 1}"
    if problem.errno == errno.EACCES:
        return f"Poort {port} mag op dit systeem niet. Kies er een boven 1024, zoals 8501."
    return f"Het adres {address} hoort niet bij deze computer. Laat --address weg, of kies 127.0.0.1."


def become(command: Command, env: dict[str, str]) -> int:
    """Hand this process over, so that a signal sent to it reaches the server itself."""
    words = [str(word) for word in command]
    os.chdir(ROOT)
    if os.name == "posix":
        os.execve(words[0], words, env)  # noqa: S606 - no shell, our own words
    return subprocess.call(words, env=env)


# --- test ------------------------------------------------------------------------------------------------


def test(options: argparse.Namespace) -> int:
    """Run the tests; words after `test` go to pytest as they are."""
    set_up(DEVELOPMENT)
    env = dict(os.environ)
    if browser := find_browser() or install_browser():
        env["DRAAIBOEK_BROWSER"] = browser
    elif in_ci():
        raise Stop("Er is geen browser, en hier moeten de browsertests draaien. Installeer chromium.")
    else:
        env["DRAAIBOEK_NO_BROWSER"] = "1"
        print(
            "LET OP: er is geen browser. De browsertests worden OVERGESLAGEN. Installeer chromium.",
            flush=True,
        )
    return subprocess.call([PYTHON, "-m", "pytest", *TWO_AT_ONCE, *options.rest], cwd=ROOT, env=env)


def find_browser() -> str | None:
    return os.environ.get("DRAAIBOEK_BROWSER") or next(filter(None, map(shutil.which, BROWSERS)), None)


def install_browser() -> str | None:
    """Debian's Chromium where we may install it, else Playwright's own; None when neither comes."""
    print("Er is nog geen browser voor de tests; die wordt nu geïnstalleerd …", flush=True)
    if hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get"):
        env = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        subprocess.call(["apt-get", "update", "-qq"], env=env)
        subprocess.call(["apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium"], env=env)
        if browser := find_browser():
            return browser
    if subprocess.call([PYTHON, "-m", "playwright", "install", "chromium"]):
        return None
    ask = "from playwright.sync_api import sync_playwright as play\n"
    ask += "with play() as here: print(here.chromium.executable_path)"
    return subprocess.check_output([PYTHON, "-c", ask], text=True).strip()


# --- check -----------------------------------------------------------------------------------------------


def check(_options: argparse.Namespace) -> int:
    """Run every check, also after one failed, and say of each how it went."""
    set_up(DEVELOPMENT)
    results = [passes(name, command) for name, command in CHECKS]
    if shutil.which("npm") or in_ci():
        results.append(passes("JavaScript", type_script()))
    else:
        print("JavaScript … overgeslagen: er is geen Node")
    return 0 if all(results) else 1


def passes(name: str, command: Command) -> bool:
    """Run one check; its own words are shown only when it fails."""
    begun = time.monotonic()
    done = captured(command)
    outcome = "MIS" if done.returncode else "goed"
    print(f"{name} … {outcome} ({time.monotonic() - begun:.1f} s)", flush=True)
    if done.returncode:
        print(done.stdout, flush=True)
    return done.returncode == 0


def type_script() -> Command:
    """The command that checks the JavaScript, its pinned TypeScript installed first."""
    npm = shutil.which("npm")
    if npm is None:
        raise Stop("Er is geen Node, en hier moet het JavaScript nagekeken worden. Installeer nodejs en npm.")
    lock, stamp = (ROOT / "package-lock.json").read_text("utf-8"), ROOT / "node_modules" / "installed.json"
    if not stamp.exists() or stamp.read_text("utf-8") != lock:
        quietly([npm, "ci", "--ignore-scripts"], "TypeScript kon niet geïnstalleerd worden. Is er internet?")
        stamp.write_text(lock, "utf-8")
    return [npm, "exec", "--no", "--", "tsc", "-p", "jsconfig.json"]


def in_ci() -> bool:
    return os.environ.get("CI", "").lower() in {"1", "true"}


# --- bench -----------------------------------------------------------------------------------------------


def bench(options: argparse.Namespace) -> int:
    """Measure what it costs; words after `bench` go to the measuring as they are. 1 when a goal is missed."""
    set_up(DEVELOPMENT)
    env = dict(os.environ)
    if browser := find_browser():
        env["DRAAIBOEK_BROWSER"] = browser
    return subprocess.call([PYTHON, "-m", "bench", *options.rest], cwd=ROOT, env=env)


# --- the words after `sos.py` ----------------------------------------------------------------------------


LOOK = "Kijk wat er kan met: python3 sos.py --help"


class Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise Stop(f"Dit begrijp ik niet ({message}). {LOOK}")


def port(text: str) -> int:
    if text.isdecimal() and 0 < int(text) < 65536:
        return int(text)
    raise Stop(f"{text} is geen poort. Kies een getal van 1 tot en met 65535.")


def parser() -> Parser:
    top = Parser(prog="sos.py", description="Draaiboek: starten, testen, nakijken, meten.", allow_abbrev=False)
    commands = top.add_subparsers(dest="command", metavar="run | test | check | bench", required=True)
    serve = commands.add_parser("run", help="start Draaiboek", allow_abbrev=False)
    serve.set_defaults(do=run)
    serve.add_argument("--port", type=port, default=8501, help="de poort (8501)")
    serve.add_argument("--address", default=EVERYWHERE, help="wie erbij kan: iedereen op de wifi (0.0.0.0)")
    serve.add_argument("--data", type=Path, help="de map met de database (data/local)")
    serve.add_argument("--public-url", help="het adres in de QR-code, zoals http://192.168.1.20:8501")
    serve.add_argument("--no-demo", action="store_true", help="zonder de verzonnen familie")
    tests = commands.add_parser("test", help="draai alle tests; de rest gaat naar pytest", add_help=False)
    tests.set_defaults(do=test)
    checks = commands.add_parser("check", help="kijk opmaak, regels, typen, lagen en taal na")
    checks.set_defaults(do=check)
    costs = commands.add_parser(
        "bench",
        help="meet wat het kost: [live | first-load | plan | dashboard | scale] [--json]",
        add_help=False,
    )
    costs.set_defaults(do=bench)
    return top


def understand(words: list[str]) -> argparse.Namespace:
    """The words as options; `rest` holds what is for pytest, or for the measuring."""
    if not words or words[0] not in ("run", "test", "check", "bench", "-h", "--help"):
        raise Stop(f"Zeg erbij wat er moet gebeuren: run, test, check of bench. {LOOK}")
    options, rest = parser().parse_known_args(words)
    options.rest = rest
    if options.rest and options.command not in ("test", "bench"):
        raise Stop(f"Dit begrijp ik niet: {' '.join(options.rest)}. {LOOK}")
    return options


def main(words: list[str]) -> int:
    try:
        options = understand(words)
        return int(options.do(options))
    except Stop as sentence:
        print(sentence, file=sys.stderr)
        return 2
    except BrokenPipeError:  # `| head` has read enough
        return 1
    except OSError as problem:
        print(f"Dit lukt niet: {problem.strerror} ({problem.filename}).", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
