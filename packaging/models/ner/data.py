"""The texts that the tagger learns from, with what is known of each character.

Sets disagree on what a name is, so each says what it leaves open: GUM has no groups, WikiGold one label for events,
groups and works. A `Text` therefore carries, beside its names, kinds that may hide outside of them, and a name may
allow several kinds; the loss then asks for any of the allowed labels.
"""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import corpus

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

OUTSIDE = "outside"

CHECKSUMS = {
    "ner_en/gum_news/dev.jsonl": "9d9a2b946c41e688f22b6474dbfc1150912e418ddd7aa335d0fdfce87e92a82b",
    "ner_en/wikigold/dev.jsonl": "97c18db25d51fa4d19aa08c9e1e4464990ba1f4e0a1125658a9028ffa0ec7628",
}


@dataclass(frozen=True, slots=True)
class Name:
    """A span in a text with the kinds that it may be of; `OUTSIDE` among them says that it may be no name."""

    start: int
    end: int
    kinds: frozenset[str]


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph; `hidden` are the kinds that may lie unmarked outside of its names."""

    text: str
    names: tuple[Name, ...]
    language: str
    document: str
    hidden: frozenset[str] = frozenset()


def own(documents: Iterable[corpus.Document]) -> list[Text]:
    """The blocks of our own corpus."""
    return [
        Text(
            block.text,
            tuple(Name(start, end, frozenset({kind})) for start, end, kind in block.names),
            document.language,
            f"own/{document.language}/{document.id}",
        )
        for document in documents
        for block in document.blocks
        if block.text
    ]


_GUM_KINDS = {
    "person": frozenset({"person"}),
    "organization": frozenset({"organization"}),
    "place": frozenset({"location"}),
    "event": frozenset({"event"}),
}
_OPEN = frozenset({"work", "event", "group", "organization", OUTSIDE})
_TITLES = re.compile(
    r"(?:(?:Prime|Foreign|Vice|Former|First|Deputy|Lord|Grand|Crown|Lieutenant|Major|Brigadier|Rear|Chief|Attorney|"
    r"Supreme)[ -])*"
    r"(?:President|Minister|Secretary|Governor|Senator|Representative|Congressman|Congresswoman|Mayor|Professor|Prof\.?|Doctor|Dr\.?|"
    r"Mr\.?|Mrs\.?|Ms\.?|Miss|Sir|Lord|Lady|Dame|King|Queen|Prince|Princess|Emperor|Empress|Tsar|Czar|Duke|Duchess|Count|Baron|"
    r"Earl|Pope|Bishop|Archbishop|Cardinal|Father|Fr\.?|Rev\.?|Reverend|Saint|St\.?|Sister|Brother|Rabbi|Imam|Sheikh|General|Gen\.?|"
    r"Colonel|Col\.?|Captain|Capt\.?|Lieutenant|Lt\.?|Major|Maj\.?|Sergeant|Sgt\.?|Admiral|Commander|Marshal|Officer|Judge|Justice|"
    r"Attorney|Chancellor|Premier|Ambassador|Director|Chairman|Coach|Sultan|Shah|Chief) +(?=[A-Z])"
)


def without_title(text: str, start: int, end: int) -> int:
    """Where a person's name begins once its titles are cut off, as our guidelines have it."""
    while match := _TITLES.match(text, start, end):
        start = match.end()
    return start


def gum(path: Path, genres: tuple[str, ...]) -> list[Text]:
    """The paragraphs of GUM's documents of these genres, names as derived from its gold layers, titles cut off."""
    texts = []
    for line in path.read_text(encoding="utf-8").splitlines():
        document = json.loads(line)
        if document["genre"] in genres:
            places = {document["text"][start:end] for start, end, label in document["entities"] if label == "place"}
            names = [_gum_name(document["text"], *entity, places) for entity in document["entities"]]
            names = sorted([*names, *apposed(document, names)], key=lambda name: name.start)
            texts += list(paragraphs(document["text"], names, "en", f"gum/{document['id']}", frozenset({"group"})))
    return texts


def _gum_name(text: str, start: int, end: int, label: str, places: set[str]) -> Name:
    if label == "person" and is_title(text[start:end]):
        return Name(start, end, frozenset({"person", OUTSIDE}))
    if label == "person":
        start = without_title(text, start, end)
        if text[start:end].endswith("s") and " " not in text[start:end]:
            return Name(start, end, frozenset({"person", "group"}))
    if label == "organization" and text[start:end] in places:
        return Name(start, end, frozenset({"organization", "location"}))  # a country that plays is a place to us
    return Name(start, end, _GUM_KINDS.get(label, _OPEN))


_CAPITALISED = re.compile(r"[A-Z][\w'’.-]*\w(?: (?:(?:of|the|de|van|der|and|&) )?[A-Z][\w'’.-]*\w)*")


def is_title(words: str) -> bool:
    """Whether a person is named by a title alone, which our guidelines do not call a name."""
    return bool(_TITLE_ALONE.fullmatch(words)) or without_title(words + " X", 0, len(words) + 2) == len(words) + 1


_TITLE_ALONE = re.compile(r"MP|MEP|Deputy|Undersecretary|Speaker|Chairwoman|Spokesman|Spokeswoman|[A-Z]\w* of State")


def apposed(document: dict[str, Any], names: list[Name]) -> Iterator[Name]:
    """What may be a name inside a mention that has a common noun for its head: *actor Jason Beghe* is one mention."""
    taken = [(name.start, name.end) for name in names]
    for mention in document["mentions"]:
        kinds = _GUM_KINDS.get(mention["type"])
        if mention["named"] or kinds is None or "\n" in document["text"][mention["start"] : mention["end"]]:
            continue
        for match in _CAPITALISED.finditer(document["text"], mention["start"], mention["end"]):
            if not any(start < match.end() and match.start() < end for start, end in taken):
                taken.append(match.span())
                yield Name(*match.span(), kinds | {"group", OUTSIDE})


def paragraphs(text: str, names: list[Name], language: str, document: str, hidden: frozenset[str]) -> Iterator[Text]:
    """A text in its paragraphs."""
    for match in re.finditer(r"[^\n]+", text):
        inside = [name for name in names if match.start() <= name.start and name.end <= match.end()]
        yield Text(
            match[0],
            tuple(Name(name.start - match.start(), name.end - match.start(), name.kinds) for name in inside),
            language,
            document,
            hidden,
        )


_WIKIGOLD_KINDS = {
    "PER": frozenset({"person"}),
    "ORG": frozenset({"organization"}),
    "LOC": frozenset({"location"}),
    "MISC": frozenset({"group", "event", "work", OUTSIDE}),
}


def wikigold(path: Path) -> list[Text]:
    """WikiGold's sentences."""
    texts = []
    for line in path.read_text(encoding="utf-8").splitlines():
        sentence = json.loads(line)
        names = tuple(Name(start, end, _WIKIGOLD_KINDS[label]) for start, end, label in sentence["entities"])
        texts.append(Text(sentence["text"], names, "en", f"wikigold/{sentence['id']}"))
    return texts


def checked(path: Path, checksum: str) -> Path:
    """The path of a file, if it holds what it should.

    Raises:
        ValueError: it holds something else.
    """
    found = hashlib.sha256(path.read_bytes()).hexdigest()
    if found != checksum:
        raise ValueError(f"{path.name} has the SHA-256 {found}, not {checksum}: other data would give another model")
    return path
