"""Hunts for files that an importer stumbles over: in a worker process, since one may end it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import traceback
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, Phase, given, seed, settings

from apostil.domain.errors import OutOfMemoryError, TimedOutError, WorkerCrashedError
from apostil.jobs.pool import Limits
from apostil.services import reading
from fuzz.mutations import mutations
from fuzz.target import read_everything

if TYPE_CHECKING:
    from apostil.jobs.pool import Pool

_FRAME = re.compile(r'File "([^"]+)", line \d+ in ')


@dataclass(frozen=True, slots=True)
class Found:
    """A file that made trouble, and what happened; `foreign` says that a library's native code crashed."""

    trouble: str
    data: bytes
    foreign: bool = False


def hunt(pool: Pool, name: str, example: bytes, count: int, entropy: int, last: Path) -> Found | None:
    """What so many changed copies of a file come to; `last` is where the one at work is kept.

    Args:
        pool: Where the files are read.
        name: The name that all of them have.
        example: The file that is changed.
        count: How many are tried.
        entropy: The same number tries the same files again.
        last: A path whose file is written anew with every one that is tried.
    """
    limits = Limits(seconds=max(60.0, count * 2.0), memory=reading.MEMORY)
    try:
        trouble = pool.submit(try_all, name, example, count, entropy, str(last), limits=limits).result()
    except WorkerCrashedError:
        return _crash(name, last)
    except (TimedOutError, OutOfMemoryError) as error:
        return Found(error.message, last.read_bytes())
    return Found(trouble, last.read_bytes()) if trouble else None


def try_all(name: str, example: bytes, count: int, entropy: int, last: str) -> str:
    """What went wrong with one of so many changed files, which is then the last one; empty where nothing did."""
    os.environ["PATH"] = ""  # no other program takes part

    @seed(entropy)
    @settings(
        max_examples=count,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
        print_blob=False,
    )
    @given(mutations(example))
    def stands(data: bytes) -> None:
        Path(last).write_bytes(data)
        read_everything(data, name)

    try:
        stands()
    except Exception:  # noqa: BLE001  # that is what is looked for
        return traceback.format_exc()
    return ""


def _crash(name: str, last: Path) -> Found:
    """Where a crash happened, by the Python line that called what crashed."""
    again = "from fuzz.target import read_everything; from pathlib import Path; import sys\n"
    again += "read_everything(Path(sys.argv[1]).read_bytes(), sys.argv[2])"
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "PATH": ""}
    command = [sys.executable, "-X", "faulthandler", "-c", again, str(last), name]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120, check=False)
    frames = _FRAME.findall(done.stderr)
    foreign = bool(frames) and "site-packages" in frames[0]
    return Found(f"the worker crashed\n{done.stderr}", last.read_bytes(), foreign)
