"""Writes files aside and then puts them in place, so that a failure never costs the old one."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING
from uuid import uuid4

if TYPE_CHECKING:
    from pathlib import Path


def write_aside(path: Path, data: bytes) -> None:
    """Put these bytes in place of the file in one step; on any failure the old file stays as it was.

    The bytes are written to a new file in the same folder, brought to the disk, and renamed. The mode of an old
    file is kept, and a symbolic link goes on pointing to the file it names.

    Raises:
        OSError: where the folder cannot be written or the disk is full.
    """
    target = path.resolve()
    aside = target.with_name(f".{target.name[:60]}.{uuid4().hex}.part")
    try:
        with aside.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            aside.chmod(target.stat().st_mode & 0o7777)
        aside.replace(target)
    except BaseException:
        aside.unlink(missing_ok=True)
        raise
    sync_folder(target.parent)


def sync_folder(folder: Path) -> None:
    """Bring a folder's names to the disk, where the system knows how to."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError:
        return  # Some network folders cannot; the file itself is safe.
    finally:
        os.close(descriptor)
