"""The standard streams of a command, whatever it was given for them: closed ones, full disks, narrow encodings."""

from __future__ import annotations

import codecs
import io
import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, TextIO

from apostil.domain.controls import spelt_out
from apostil.domain.errors import ApostilError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

NO_INPUT = (
    "There is no standard input to read from: it is closed. Send the lines there, as in: apostil analyze < in.jsonl"
)
NO_OUTPUT = "There is no standard output to write to: it is closed. Send it into a file, as in: > out"
INPUT_FAILED = (
    "Standard input could not be read to its end: {reason}. What was read is answered; try again with the rest."
)
OUTPUT_FAILED = (
    "Standard output could not be written: {reason}. Make room, or send it somewhere else, and run this again."
)

GIVEN_UP = "This could not be done: the system says “{reason}”. Put that right, and run this again."


class StreamError(ApostilError):
    """A standard stream cannot do what is asked of it."""


def steady() -> None:
    """Make the standard streams safe to use, before anything else opens files or processes."""
    for number in (0, 1, 2):
        _occupy(number)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            _widen(stream)


def lines() -> Iterable[bytes]:
    """The lines of standard input, each as soon as it is there.

    Raises:
        StreamError: where there is none, or it fails on the way.
    """
    if sys.stdin is None:
        raise StreamError(NO_INPUT)
    try:
        number = sys.stdin.fileno()
    except OSError:
        return sys.stdin.buffer
    return _lines(number)


def check_output() -> None:
    """See to it that there is something to write to, before long work is done for it.

    Raises:
        StreamError: where standard output is closed.
    """
    if sys.stdout is None:
        raise StreamError(NO_OUTPUT)


def put(data: bytes) -> None:
    """Write to standard output, at once; a terminal is not steered by what stands in it.

    Raises:
        StreamError: where it is closed or full.
        BrokenPipeError: where nobody reads it any more.
    """
    check_output()
    try:
        sys.stdout.buffer.write(_tamed(data) if sys.stdout.isatty() else data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        _silence(sys.stdout)
        raise
    except OSError as error:
        _silence(sys.stdout)
        raise StreamError(OUTPUT_FAILED.format(reason=error.strerror or error)) from error


def give_up(error: OSError) -> None:
    """Say why nothing was done, and see to it that nothing more is said of it at the end."""
    if sys.stdout is not None:
        _silence(sys.stdout)
    complain(GIVEN_UP.format(reason=error.strerror or error))


def complain(message: str) -> None:
    """Tell a person on standard error, as far as anybody listens there; names of files in it steer no terminal."""
    if sys.stderr is None:
        return
    try:
        sys.stderr.write(f"apostil: {spelt_out(message)}\n")
        sys.stderr.flush()
    except OSError:
        _silence(sys.stderr)


def _tamed(data: bytes) -> bytes:
    return spelt_out(data.decode("utf-8", "backslashreplace")).encode()


def _occupy(number: int) -> None:
    """Put the null device where a standard stream was closed, lest the next file that is opened be taken for it."""
    try:
        os.fstat(number)
    except OSError:
        null = os.open(os.devnull, os.O_RDWR)
        os.dup2(null, number)
        if null > 2:
            os.close(null)


def _widen(stream: io.TextIOWrapper) -> None:
    """Let a stream take every character; ASCII is what a system says that does not know what its terminal shows."""
    name = codecs.lookup(stream.encoding).name
    if name != "utf-8":
        stream.reconfigure(encoding="utf-8" if name == "ascii" else None, errors="backslashreplace")


def _lines(number: int) -> Iterator[bytes]:
    # A reader of its own: the program can end while it waits, which it could not with that of `sys.stdin`.
    try:
        yield from open(number, "rb", closefd=False)  # noqa: SIM115  # pathlib opens no descriptors
    except OSError as error:
        raise StreamError(INPUT_FAILED.format(reason=error.strerror or error)) from error


def _silence(stream: TextIO) -> None:
    """Let what is still to be written vanish, so that nothing complains of it at the end."""
    with suppress(OSError):
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, stream.fileno())
        os.close(null)
