"""Sets up .venv with what the lock file pins, when that is missing or the lock has changed; `lock` pins anew.

`bench` puts in what only the measurements need, on top.

Runs on whatever Python a machine has, old ones too, so that it can say what is wrong in a sentence.
"""

import hashlib
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
STAMP = VENV / "apostil-installed"
LOCK = ROOT / "requirements.lock"
BENCH_LOCK = ROOT / "packaging" / "bench.lock"
OLDEST = (3, 11)


def main(arguments: list) -> None:
    """Set up, with what the measurements need or without it, or write the lock files."""
    check_python()
    if arguments == ["lock"]:
        write_locks()
        return
    if not STAMP.is_file() or STAMP.read_text() != wanted():
        install()
    if arguments == ["bench"]:
        install_bench()


def check_python() -> None:
    """Stop with a sentence where this Python cannot do it."""
    if sys.version_info < OLDEST:
        here = "{} is {}.{}".format(sys.executable, *sys.version_info[:2])
        stop("Apostil needs Python 3.11 or newer; " + here + ". With another one: make PYTHON=python3.11 run")
    try:
        import ensurepip  # noqa: F401
        import venv  # noqa: F401
    except ImportError:
        stop("This Python cannot make virtual environments. On Debian: apt install python3-venv")


def wanted() -> str:
    """What stands for the environment as it should be: this Python, the lock, the package's own description."""
    digest = hashlib.sha256(sys.version.encode())
    for file in (LOCK, ROOT / "pyproject.toml"):
        digest.update(file.read_bytes())
    return digest.hexdigest() + "\n"


def install() -> None:
    """Make the environment and put in what is pinned, and this checkout."""
    print("Setting up .venv, once: this takes a minute or two.", flush=True)
    make_environment(VENV)
    pip(VENV, "--require-hashes", "-r", str(LOCK))
    pip(VENV, "--no-deps", "--no-build-isolation", "-e", str(ROOT))
    STAMP.write_text(wanted())


def install_bench() -> None:
    """Put in what the measurements are put beside, where it is not there yet."""
    stamp = VENV / "apostil-bench-installed"
    pinned = hashlib.sha256(BENCH_LOCK.read_bytes()).hexdigest() + "\n"
    if not stamp.is_file() or stamp.read_text() != pinned:
        print("Setting up what Apostil is measured beside, once.", flush=True)
        pip(VENV, "--require-hashes", "-r", str(BENCH_LOCK))
        stamp.write_text(pinned)


def write_locks() -> None:
    """Resolve the dependencies anew and write them down with their hashes; those of the measurements fit the others."""
    tools = VENV / "lock"
    make_environment(tools)
    pip(tools, "--require-hashes", "-r", str(ROOT / "packaging" / "lock-tools.txt"))
    command = [str(tools / "bin" / "uv"), "pip", "compile", "--quiet", "--universal", "--python-version", "3.11"]
    command += ["--generate-hashes", "--no-emit-index-url", "--no-emit-find-links", "--no-header", "pyproject.toml"]
    run([*command, "--extra", "dev", "-o", str(LOCK)])
    run([*command, "--extra", "bench", "--constraint", str(LOCK), "-o", str(BENCH_LOCK)])


def make_environment(folder: Path) -> None:
    """Make a virtual environment; an older Python's is replaced."""
    if not environment_fits(folder):
        run([sys.executable, "-m", "venv", "--clear", str(folder)])


def environment_fits(folder: Path) -> bool:
    """Whether there is an environment of this Python's version."""
    python = folder / "bin" / "python"
    if not python.exists():
        return False
    program = f"import sys, pip; print(sys.version_info[:2] == {tuple(sys.version_info[:2])!r})"
    answer = subprocess.run(
        [str(python), "-c", program], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False
    )
    return answer.stdout.strip() == b"True"


def pip(folder: Path, *arguments: str) -> None:
    """Install quietly."""
    options = ["-qq", "--disable-pip-version-check", "--no-input"]
    run([str(folder / "bin" / "python"), "-m", "pip", "install", *options, *arguments])


def run(command: list) -> None:
    """Run a command in the checkout, and stop where it fails."""
    done = subprocess.run(command, cwd=str(ROOT), check=False)
    if done.returncode:
        stop("This step of setting up Apostil failed: " + " ".join(command))


def stop(sentence: str) -> None:
    """End with a sentence on standard error."""
    print(sentence, file=sys.stderr)
    sys.exit(1)


if __name__ == "__main__":
    main(sys.argv[1:])
