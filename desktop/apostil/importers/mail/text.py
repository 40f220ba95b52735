"""The plain text of a mail becomes pieces: what its writer wrote, what is quoted, and what stands around both."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, takewhile

from apostil.domain.article import Piece, Role
from apostil.importers.forms import is_separator
from apostil.importers.splitting import split

_QUOTE = re.compile(r"(?:> ?)++")
_ATTRIBUTION = re.compile(
    r"""(?=.{6,400}$)(?:.+\b(?:wrote|writes|schrieb|escribió|scritto|schreef|escreveu|skrev|napisał\(?a?\)?|a\sécrit)
    (?:\s?<[^<>\s]*>)?\s?:\s*|>?\s*-{2,}\s*(?:original\smessage|message\sd['’]origine|message\soriginal|
    forwarded\smessage|message\stransféré|ursprüngliche\snachricht|weitergeleitete\snachricht|mensaje\soriginal)\s*-{2,}.*|
    (?:begin\sforwarded\smessage|début\sdu\smessage\s(?:réexpédié|transféré))\s?:\s*)""",
    re.IGNORECASE | re.VERBOSE | re.DOTALL,
)
_OPENS_ATTRIBUTION = re.compile(r"(?:on|le|am|el|il|op|em|den)\b", re.IGNORECASE)
_HEAD_FIELD = re.compile(
    r"\*?(?:from|sent|to|cc|date|subject|reply-to|de|envoyé|à|objet|von|gesendet|an|betreff|datum)\*?\s?:\*?\s",
    re.IGNORECASE,
)
_SENDER = re.compile(r"\*?(?:from|de|von)\*?\s?:\*?\s.*@", re.IGNORECASE)
_RULE = re.compile(r"_{10,}|-{10,}")
_LONGEST_SIGNATURE = 12


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of a mail, how often it was quoted, and whether it is part of a signature."""

    text: str
    depth: int = 0
    signed: bool = False


def pieces_of(text: str, *, flowed: bool = False, joined: bool = False) -> tuple[Piece, ...]:
    """The blocks of a mail's plain text.

    Args:
        text: The text.
        flowed: Whether lines that end with a space go on in the next one (RFC 3676).
        joined: Whether that space is none of the text's.
    """
    lines = [_line(line, flowed=flowed) for line in re.split(r"\r\n?|\n", text)]
    if flowed:
        lines = list(_unfolded(lines, joined=joined))
    pieces: list[Piece] = []
    for (depth, signed), run in groupby(_signed(tuple(_credited(lines))), key=lambda line: (line.depth, line.signed)):
        words = "\n".join(line.text for line in run)
        role = Role.APPARATUS if signed else Role.COMMENT if depth else Role.PARAGRAPH
        pieces += [Piece(block, role, depth) for block in split(words) if not is_separator(block)]
    return settled(tuple(attributed(pieces)))


def settled(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """The pieces with a role for what is quoted, which comes marked as comment with how often it was quoted.

    What the writer answers to, line by line, is a quotation. What only hangs on below the writer's own words is the
    mail that was answered, and so is what was quoted twice: apparatus.
    """
    own = [index for index, piece in enumerate(pieces) if piece.role not in {Role.COMMENT, Role.APPARATUS}]
    if not own:
        return tuple(replace(p, role=Role.QUOTATION, level=0) if p.role is Role.COMMENT else p for p in pieces)
    return tuple(
        replace(piece, role=Role.APPARATUS if index > own[-1] or piece.level > 1 else Role.QUOTATION, level=0)
        if piece.role is Role.COMMENT
        else piece
        for index, piece in enumerate(pieces)
    )


def is_head(line: str) -> bool:
    """Whether a line could be a field of a mail that was passed on or answered."""
    return bool(_HEAD_FIELD.match(line))


def answered_at(pieces: Sequence[Piece]) -> int | None:
    """Where the mail that is answered begins, as Outlook puts it below the writer's own words: with its fields."""
    for index in range(1, len(pieces) - 1):
        head = [is_head(piece.text) for piece in pieces[index : index + 2]]
        if all(head) and any(piece.role is not Role.APPARATUS for piece in pieces[:index]):
            return index
    return None


def is_attribution(text: str) -> bool:
    """Whether a line says who wrote what is quoted below it."""
    return bool(_ATTRIBUTION.fullmatch(text.strip()))


def _line(line: str, *, flowed: bool) -> _Line:
    found = _QUOTE.match(line)
    if not found:
        return _Line(line.removeprefix(" ") if flowed else line)
    return _Line(line[found.end() :], found[0].count(">"))


def _unfolded(lines: Sequence[_Line], *, joined: bool) -> Iterator[_Line]:
    """The lines with those put together that a program broke."""
    words: list[str] = []
    for line, following in zip(lines, [*lines[1:], _Line("")], strict=True):
        goes_on = _goes_on(line, following)
        words.append(line.text[:-1] if goes_on and joined else line.text)
        if not goes_on:
            yield _Line("".join(words), line.depth)
            words = []


def _goes_on(line: _Line, following: _Line) -> bool:
    """Whether a line was broken to be put together again with the one below it."""
    same = following.depth == line.depth and bool(following.text.strip())
    return same and line.text.endswith(" ") and "-- " not in {line.text, following.text}


def _credited(lines: Sequence[_Line]) -> Iterator[_Line]:
    """The lines with "On … somebody" and "wrote:" below it put together."""
    before: _Line | None = None
    for line in lines:
        if before is not None and _is_broken_credit(before, line):
            before = replace(before, text=f"{before.text.rstrip()} {line.text.strip()}")
            continue
        if before is not None:
            yield before
        before = line
    if before is not None:
        yield before


def _is_broken_credit(line: _Line, following: _Line) -> bool:
    opens = len(line.text) < 200 and line.depth == following.depth and _OPENS_ATTRIBUTION.match(line.text)
    return bool(opens and following.text.rstrip().endswith(":") and is_attribution(f"{line.text} {following.text}"))


def _signed(lines: Sequence[_Line]) -> Iterator[_Line]:
    """The lines with those marked that are a signature: from two dashes to the end, or to the next quotation."""
    signed = False
    for index, line in enumerate(lines):
        if line.depth:
            signed = False
        elif line.text.rstrip() == "--":
            below = takewhile(lambda later: not _is_passed_on(later.text), lines[index + 1 : index + 100])
            signed = sum(bool(later.text.strip()) and not later.depth for later in below) <= _LONGEST_SIGNATURE
        elif _is_passed_on(line.text):
            signed = False
        yield replace(line, signed=signed)


def _is_passed_on(line: str) -> bool:
    """Whether a mail that was passed on begins there, with a rule, a line that says so, or its sender."""
    return bool(_RULE.fullmatch(line.strip()) or _SENDER.match(line)) or is_attribution(line)


def attributed(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """The pieces with the lines around quotations as apparatus: who wrote them, and the fields of a mail passed on."""
    passed_on = False
    for index, piece in enumerate(pieces):
        following = pieces[index + 1] if index + 1 < len(pieces) else None
        passed_on = _is_head(piece, following, within=passed_on)
        quoted_next = following is not None and following.role is Role.COMMENT and piece.role is not Role.COMMENT
        if passed_on or is_attribution(piece.text) or (quoted_next and _introduces(piece.text)):
            yield replace(piece, role=Role.APPARATUS, level=0)
        else:
            yield piece


def _introduces(text: str) -> bool:
    """Whether the line right above a quotation says whose it is."""
    return len(text) < 400 and text.endswith(":") and ("@" in text or bool(_OPENS_ATTRIBUTION.match(text)))


def _is_head(piece: Piece, following: Piece | None, *, within: bool) -> bool:
    """Whether a line belongs to the fields of a mail that was passed on or answered."""
    if within:
        return bool(_HEAD_FIELD.match(piece.text))
    return following is not None and bool(_HEAD_FIELD.match(piece.text)) and bool(_HEAD_FIELD.match(following.text))
