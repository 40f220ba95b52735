"""Subtitles as web pages show them (WebVTT)."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import TYPE_CHECKING

from apostil import __version__
from apostil.domain.article import Article, Metadata, compose
from apostil.domain.errors import UnreadableFileError
from apostil.importers.decoding import decode, is_binary, sample_of
from apostil.importers.metadata import language_code
from apostil.importers.registry import Format
from apostil.importers.splitting import lines_of
from apostil.importers.subtitles import Cue, is_timing, paragraphs, times_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_SUFFIXES = (".vtt",)
_SIGNATURE = re.compile(r"\s{0,99}WEBVTT(?=\s|\Z)")
_ASIDE = re.compile(r"(?:NOTE|STYLE|REGION|X-TIMESTAMP-MAP=\S*)(?:\s|\Z)")
_LANGUAGE = re.compile(r"Language:\s*([\w-]+)", re.IGNORECASE)
_NO_CUES = (
    "No subtitles were found in this file: no line of it says when something is shown. "
    "Look whether it is the right one, or save the subtitles again."
)


def _recognises(data: bytes, name: str) -> bool:
    if is_binary(data):
        return False
    return PurePath(name).suffix.lower() in _SUFFIXES or bool(_SIGNATURE.match(sample_of(data)))


def _read(data: bytes, _name: str) -> Article:
    lines = lines_of(decode(data))
    pieces = paragraphs(_cues(tuple(_blocks(lines))))
    if not pieces:
        raise UnreadableFileError(_NO_CUES)
    return compose(pieces, Metadata(language=_language(lines)), f"Apostil {__version__}")


def _blocks(lines: Iterable[str]) -> Iterator[list[str]]:
    """The runs of lines between blank ones."""
    block: list[str] = []
    for line in lines:
        if line.strip():
            block.append(line)
        elif block:
            yield block
            block = []
    if block:
        yield block


def _cues(blocks: Sequence[Sequence[str]]) -> Iterator[Cue]:
    """The cues with what follows them up to the next one; notes, styles and the names of cues are left out."""
    times: tuple[float, float] | None = None
    words: list[str] = []
    for block in blocks:
        if _ASIDE.match(block[0]) and not any(map(is_timing, block[:2])):
            continue
        for index, line in enumerate(block):
            if is_timing(line):
                if times:
                    yield Cue(*times, tuple(words))
                times, words = times_of(line), []
            elif not _is_name(block, index):
                words.append(line)
    if times:
        yield Cue(*times, tuple(words))


def _is_name(block: Sequence[str], index: int) -> bool:
    """Whether a line names the cue below it: the first of a block, or a mere number."""
    above = index + 1 < len(block) and is_timing(block[index + 1])
    return above and (index == 0 or block[index].strip().isdecimal())


def _language(lines: Sequence[str]) -> str:
    """The language that the lines above the first cue name."""
    for line in lines[:20]:
        if is_timing(line):
            break
        found = _LANGUAGE.match(line)
        if found:
            return language_code(found[1])
    return ""


FORMAT = Format("WebVTT subtitles", "text/vtt", _SUFFIXES, _recognises, _read)
