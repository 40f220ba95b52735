"""Subtitles as SubRip writes them, and most players read them."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import PurePath
from typing import TYPE_CHECKING

from apostil import __version__
from apostil.domain.article import Article, compose
from apostil.domain.errors import UnreadableFileError
from apostil.importers.decoding import decode, is_binary, sample_of
from apostil.importers.registry import Format
from apostil.importers.splitting import lines_of
from apostil.importers.subtitles import Cue, is_timing, paragraphs, times_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_SUFFIXES = (".srt",)
_HEAD = re.compile(r"\s{0,99}(?:\d{1,9}[ \t]{0,9}(?:\r\n?|\n)\s{0,9})?\d{1,4}:\d{1,3}:\d{1,2}[.,:]?\d{0,6} ?--?> ?\d")
_NO_CUES = (
    "No subtitles were found in this file: no line of it says when something is shown. "
    "Look whether it is the right one; if it is a text, rename it to end in .txt."
)


def _recognises(data: bytes, name: str) -> bool:
    if is_binary(data):
        return False
    return PurePath(name).suffix.lower() in _SUFFIXES or bool(_HEAD.match(sample_of(data)))


def _read(data: bytes, _name: str) -> Article:
    pieces = paragraphs(_cues(lines_of(decode(data))))
    if not pieces:
        raise UnreadableFileError(_NO_CUES)
    return compose(pieces, extractor=f"Apostil {__version__}")


def _cues(lines: Sequence[str]) -> Iterator[Cue]:
    """The cues, each up to the next line with times; their numbers are left out."""
    starts = [index for index, line in enumerate(lines) if is_timing(line)]
    for start, following in pairwise([*starts, len(lines)]):
        times = times_of(lines[start])
        numbered = following < len(lines) and _is_number(lines[following - 1])
        end = following - 1 if numbered else following
        if times:
            yield Cue(*times, tuple(lines[start + 1 : end]))


def _is_number(line: str) -> bool:
    return line.strip(" \t\ufeff").isdecimal()


FORMAT = Format("SubRip subtitles", "application/x-subrip", _SUFFIXES, _recognises, _read, order=1)
