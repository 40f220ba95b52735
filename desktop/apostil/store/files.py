"""Writes files aside and then puts them in place, so that a failure never costs the old one."""

from __future__ import annotations

import errno
import os
from stat import S_ISDIR, S_ISREG
from typing import TYPE_CHECKING

from apostil.domain.identity import new_id

if TYPE_CHECKING:
    from pathlib import Path

_STREAMS = frozenset({"/dev", "/dev/fd", "/proc/self/fd"})
"""The folders where a file's name is one more name of a stream that somebody has open."""


def write_aside(path: Path, data: bytes) -> None:
    """Put these bytes in place of the file in one step; on any failure the old file stays as it was.

    The bytes are written to a new file in the same folder, brought to the disk, and renamed. The mode of an old
    file is kept, and a symbolic link goes on pointing to the file it names. A device, a pipe and standard output
    cannot be replaced: the bytes go straight into them.

    Raises:
        OSError: where the folder cannot be written or the disk is full.
    """
    if _is_stream(path):
        _write_into(path, data)
    else:
        _replace(path.resolve(), data)


def _is_stream(path: Path) -> bool:
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        return False
    return not (S_ISREG(mode) or S_ISDIR(mode)) or str(path.absolute().parent) in _STREAMS


def _write_into(path: Path, data: bytes) -> None:
    """Write where nothing can be replaced, behind what is there; a pipe that nobody reads is not waited for."""
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_APPEND | getattr(os, "O_NONBLOCK", 0))
    except OSError as error:
        if error.errno == errno.ENXIO:
            raise OSError(errno.ENXIO, "nobody reads what goes into it") from error
        raise
    with open(descriptor, "wb") as stream:  # noqa: PTH123  # pathlib opens no descriptors
        os.set_blocking(descriptor, True)
        stream.write(data)


def _replace(target: Path, data: bytes) -> None:
    aside = target.with_name(f".{target.name[:60]}.{new_id()}.part")
    try:
        with aside.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            aside.chmod(target.stat().st_mode & 0o7777)
        aside.replace(target)
    finally:
        aside.unlink(missing_ok=True)
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
