"""The glossary: what a person, or a newsroom, says about names once and for all, and how it is written down.

A line is `text<TAB>label`, as lists of names for INCEpTION are, and may go on with a language, a canonical name and
a scope. A line that cannot be read is told, and the others are read all the same.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from apostil.domain.entity import Correction, Kind, MarkedEntity, NotAnEntity, SameAs, Scope, fold

if TYPE_CHECKING:
    from collections.abc import Iterable

HEADER = "text\tlabel\tlanguage\tcanonical\tscope"

_LABELS: dict[str, Kind | None] = {
    **{str(kind): kind for kind in Kind},
    **dict.fromkeys(("per", "pers", "people"), Kind.PERSON),
    **dict.fromkeys(("org", "organisation"), Kind.ORGANIZATION),
    **dict.fromkeys(("loc", "gpe", "fac", "place"), Kind.LOCATION),
    **dict.fromkeys(("norp",), Kind.GROUP),
    **dict.fromkeys(("evt",), Kind.EVENT),
    **dict.fromkeys(("work of art", "law", "product", "misc"), Kind.WORK),
    **dict.fromkeys(("o", "-", "none", "not an entity"), None),
}
_HEADINGS = frozenset({"label", "kind", "type", "tag"})


@dataclass(frozen=True, slots=True)
class GlossaryEntry:
    """These words, wherever they stand, name something of this kind, or with no kind nothing at all.

    `language` is ISO 639-1, and empty where the entry holds in every language. What it names is called `canonical`,
    where that is not empty.
    """

    text: str
    kind: Kind | None
    language: str = ""
    canonical: str = ""
    scope: Scope = Scope.ALWAYS


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a glossary's file as it stands there, with its entry, or with why it has none and should."""

    raw: str
    entry: GlossaryEntry | None = None
    problem: str = ""


def corrections_of(entry: GlossaryEntry) -> tuple[Correction, ...]:
    """What an entry says, as corrections, in their order."""
    if entry.kind is None:
        return (NotAnEntity(entry.text, everywhere=True),)
    marked = MarkedEntity(entry.text, entry.kind)
    return (marked, SameAs(entry.text, entry.canonical)) if entry.canonical else (marked,)


def holds_in(entry: GlossaryEntry, language: str) -> bool:
    """Whether an entry is in force in articles of this language."""
    return not entry.language or entry.language == language


def together(before: Iterable[GlossaryEntry], entries: Iterable[GlossaryEntry]) -> tuple[GlossaryEntry, ...]:
    """The entries with these after them, without those of the same words in the same language."""
    new = {(entry.text, entry.language): entry for entry in entries}
    kept = tuple(entry for entry in before if (entry.text, entry.language) not in new)
    return (*kept, *new.values())


def read_lines(text: str) -> tuple[Line, ...]:
    """Every line of a glossary's file."""
    raws = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if raws[-1] == "":
        raws.pop()
    return tuple(_line(number, raw) for number, raw in enumerate(raws, 1))


def read_entries(text: str) -> tuple[tuple[GlossaryEntry, ...], tuple[str, ...]]:
    """The entries of a glossary's file, and a sentence for each line that could not be read."""
    lines = read_lines(text)
    entries = tuple(line.entry for line in lines if line.entry)
    return entries, tuple(line.problem for line in lines if line.problem)


def written(entry: GlossaryEntry) -> str:
    """An entry as a line, without its end."""
    label = str(entry.kind) if entry.kind else "none"
    scope = "" if entry.scope is Scope.ALWAYS else str(entry.scope)
    fields = [_escaped(plain(entry.text)), label, plain(entry.language), plain(entry.canonical), scope]
    return "\t".join(fields).rstrip("\t")


def write_entries(entries: Iterable[GlossaryEntry]) -> str:
    """A glossary's file with these entries."""
    return "".join(f"{line}\n" for line in (HEADER, *map(written, entries)))


def _line(number: int, raw: str) -> Line:
    if not raw.strip() or raw.lstrip().startswith("#"):
        return Line(raw)
    words, *fields = (plain(field) for field in raw.split("\t"))
    label, language, canonical, scope = (*fields, "", "", "", "")[:4]
    if _folded_label(label) in _HEADINGS:
        return Line(raw)
    problem = _problem(words, label, scope)
    if problem:
        return Line(raw, problem=f"Line {number} was left out: {problem}")
    kind = _LABELS[_folded_label(label)]
    reach = Scope(scope.casefold()) if scope else Scope.ALWAYS
    return Line(raw, GlossaryEntry(_unescaped(words), kind, _language(language), canonical, reach))


def _problem(words: str, label: str, scope: str) -> str:
    if not words:
        return "it has no text before the first tab."
    if not label:
        return f"“{words}” has no label. Write one behind a tab, such as person or location."
    if _folded_label(label) not in _LABELS:
        return f"“{label}” is no kind. Write one of {', '.join(Kind)}, or none."
    if scope and scope.casefold() not in set(Scope):
        return f"“{scope}” is no scope. Write one of {', '.join(Scope)}, or nothing."
    return ""


def _folded_label(label: str) -> str:
    return fold(label.replace("_", " "))


def _language(words: str) -> str:
    """The language alone, of a name that may also say where it is spoken, such as `fr-CA`."""
    return words.casefold().replace("_", "-").partition("-")[0]


def plain(words: str) -> str:
    """Words with one space between two of them."""
    return " ".join(words.split())


def _escaped(words: str) -> str:
    """Words that cannot be taken for a comment."""
    return f"\\{words}" if words.startswith(("#", "\\")) else words


def _unescaped(words: str) -> str:
    return words[1:] if words.startswith(("\\#", "\\\\")) else words
