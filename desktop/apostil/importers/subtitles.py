"""The cues of subtitles become paragraphs that know when they are spoken."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from html import unescape
from itertools import pairwise
from typing import TYPE_CHECKING

from apostil.domain.article import Piece, Role, clean
from apostil.domain.place import Place
from apostil.importers.hyphens import Hyphens

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

PAUSE = 2.0
"""Seconds of silence that end a paragraph."""
LONGEST = 100
"""Words from which a paragraph ends with its cue: what a recogniser of speech writes has no full stops."""

_TIME = r"(?:(\d{1,4})[ \t]*:[ \t]*)?(\d{1,3})[ \t]*:[ \t]*(\d{1,2})(?:[ \t]*[.,:;][ \t]*(\d{1,6}))?"
_TIMING = re.compile(rf"[ \t\ufeff]*{_TIME}[ \t]*(?:-{{1,4}}|–|—)[ \t]?>[ \t]*(?:{_TIME})?")
_TIMES = 4
_TAG = re.compile(
    r"</?(?:i|b|u|s|c|v|em|strong|font|lang|ruby|rt|span|br|\d[\d:.]*)(?=[\s.>/])[^<>]{0,200}>|\{\\[^{}]{0,200}\}|\{[ybiu]:[^{}]{0,9}\}",
    re.IGNORECASE,
)
_VOICE = re.compile(r"<v(?:\.[^\s<>]{0,80})?[ \t]+([^<>]{1,120})>", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z]\w{1,30});")
_BREAK = re.compile(r"\\[Nnh]|<br\s*/?>", re.IGNORECASE)
_SPEAKER = re.compile(
    r"(?:[-–—‐]{1,2}\s*(?=[^\W\d_]|[«“\"'’¿¡\[(.…])|>{2,3}\s*|[^\W\d_](?:[^\W\d_a-zà-ÿ]|[ .'’-]){1,30}:\s)"
)
_TURN = re.compile(r">{2,3}\s*")
_FULL_STOP = re.compile(r"[.!?…。！？][\"'»”’)\]♪\s\u00a0\u202f]*\Z")
_GOES_ON = re.compile(r"(?:\.\.\.|…)[\"'»”’\s]*\Z")
_ROLLING = 0.01
_DIVIDED = re.compile(r"([^\W\d_]{3,})-\Z")
_TAIL = re.compile(r"[^\W\d_A-Z]{3,}")
_HYPHENS = Hyphens(divides=True)
_LONGEST_CREDIT = 100
_CREDIT = re.compile(
    r"(?:sous-titr(?:age|es)\s*:|sous-titr(?:age|es|é)\s+par\b|(?:subtitles?|subtitled|captions?|captioned)"
    r"(?:\s+by\b|\s*:)|transcri(?:ption|pt|bed)(?:\s+by\b|\s+par\b|\s*:))",
    re.IGNORECASE,
)
"""How the line begins in which those name themselves who wrote the subtitles."""


@dataclass(frozen=True, slots=True)
class Cue:
    """Lines that are shown from one moment to another, in seconds, as they stand in the file."""

    begin: float
    end: float
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Speech:
    """Words of one speaker in one cue. `opens` says that somebody else begins to speak."""

    begin: float
    end: float
    words: str
    speaker: str = ""
    opens: bool = False


def is_timing(line: str) -> bool:
    """Whether a line says from when to when a cue is shown, however carelessly it is written."""
    return bool(_TIMING.match(line))


def times_of(line: str) -> tuple[float, float] | None:
    """The begin and end of such a line in seconds; the begin twice where no later end can be made out."""
    found = _TIMING.match(line)
    if not found:
        return None
    numbers = found.groups()
    begin = _seconds(numbers[:_TIMES])
    return begin, max(begin, _seconds(numbers[_TIMES:]))


def paragraphs(cues: Iterable[Cue]) -> tuple[Piece, ...]:
    """What is said in the cues: a paragraph ends with its sentence, at a pause, or where another speaker begins.

    Tags, commands and the lines that such files repeat from cue to cue are left out; the names of voices stand before
    what they say.
    """
    said = [speech for cue in _unrolled(tuple(cues)) for speech in _speeches(cue)]
    return tuple(_piece(group) for group in _grouped(said))


def _seconds(numbers: Sequence[str | None]) -> float:
    hours, minutes, seconds, fraction = (number or "0" for number in numbers)
    return int(hours) * 3600 + int(minutes) * 60 + int(seconds) + float(f"0.{fraction}")


def _unrolled(cues: Sequence[Cue]) -> Iterator[Cue]:
    """The cues without the lines that each repeats from the one before, where most of them do, as live captions do."""
    filled = [replace(cue, lines=lines) for cue in cues if (lines := tuple(filter(_said, cue.lines)))]
    repeating = sum(_said(second.lines[0]) == _said(first.lines[-1]) for first, second in pairwise(filled))
    if len(filled) < 4 or repeating * 2 < len(filled):
        yield from filled
        return
    last = ""
    for cue in filled:
        lines = cue.lines[1:] if _said(cue.lines[0]) == last else cue.lines
        last = _said(cue.lines[-1])
        if lines:
            yield replace(cue, lines=lines)


def _said(line: str) -> str:
    """The words of a line without its tags and commands."""
    words = _ENTITY.sub(lambda found: unescape(found[0]), _TAG.sub("", _BREAK.sub(" ", line)))
    return " ".join(clean(words).split("\n")).strip(" \t\u200b\ufeff")


def _speeches(cue: Cue) -> Iterator[_Speech]:
    """What each speaker says in a cue: a dash, a name or a voice at the start of a line says that one begins."""
    speaker = ""
    words: list[str] = []
    opens = False
    for line in cue.lines:
        for voice, part in _voices(line):
            said = _said(part)
            begins = bool(_SPEAKER.match(said))
            if words and (begins or (voice and voice != speaker)):
                yield _Speech(cue.begin, cue.end, _joined(words), speaker, opens)
                words = []
            opens = begins or (opens and bool(words))
            speaker = voice or speaker
            said = _TURN.sub("", said, count=1) if begins else said
            words += [said] if said else []
    if words:
        yield _Speech(cue.begin, cue.end, _joined(words), speaker, opens)


def _voices(line: str) -> Iterator[tuple[str, str]]:
    """The parts of a line, each with the voice that a tag before it names."""
    before, *rest = _VOICE.split(line)
    if _said(before) or not rest:
        yield "", before
    for voice, words in zip(rest[::2], rest[1::2], strict=True):
        yield _said(voice), words


def _grouped(speeches: Iterable[_Speech]) -> Iterator[list[_Speech]]:
    group: list[_Speech] = []
    count = 0
    for speech in speeches:
        if group and (count >= LONGEST or _parts(group[-1], speech)):
            yield group
            group, count = [], 0
        group.append(speech)
        count += len(speech.words.split())
    if group:
        yield group


def _parts(last: _Speech, speech: _Speech) -> bool:
    """Whether a new paragraph begins between two speeches."""
    if speech.opens or speech.speaker != last.speaker:
        return True
    if not -PAUSE <= speech.begin - last.end <= PAUSE:
        return True
    if _GOES_ON.search(last.words):
        return not (speech.words[0].islower() or speech.words.startswith(("...", "…")))
    return bool(_FULL_STOP.search(last.words))


def _piece(group: Sequence[_Speech]) -> Piece:
    words = _joined([speech.words for speech in group])
    speaker = group[0].speaker
    times = (group[0].begin, max(speech.end for speech in group))
    role = Role.APPARATUS if len(words) <= _LONGEST_CREDIT and _CREDIT.match(words) else Role.PARAGRAPH
    return Piece(f"{speaker}: {words}" if speaker else words, role, place=Place(times=times))


def _joined(lines: Sequence[str]) -> str:
    """Lines as one, with the words put together that were divided between two of them."""
    parts = list(lines[:1])
    for before, line in pairwise(lines):
        divided, tail = _DIVIDED.search(before[-50:]), _TAIL.match(line)
        if divided and tail and divided[1].casefold() != tail[0].casefold():
            joint = _HYPHENS.joined(before[-50:], line[:50])
            parts[-1] = parts[-1][: -len(before[-50:])] + joint[: -len(line[:50])]
            parts.append(line)
        else:
            parts += (" ", line)
    return "".join(parts)
