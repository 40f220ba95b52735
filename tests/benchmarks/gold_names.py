"""Texts whose names are known: our own held-out tenth, and the sets beside the checkout, each read as it is meant.

No set marks what our guidelines call a name. Where a set's label says less than our kinds, any of the kinds that it may
stand for is right; where it marks what we call no name, or leaves out what we call one, that is not counted.
"""

from __future__ import annotations

import json
import re
import sys
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from apostil.analysis import gazetteer
from apostil.domain.article import Role
from apostil.domain.entity import Kind
from benchmarks.name_scores import MISC, Name, Passage

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from types import ModuleType

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT.parent / "shared" / "data"
TRAINING = ROOT / "packaging" / "models" / "ner"
UNTUNED = TRAINING / "untuned"
"""Articles of ours in languages that the model is not trained in, for measuring alone."""

GUM_NEWS = "GUM news, by our guidelines"

Document = tuple[Passage, ...]


class GoldSet(NamedTuple):
    """Documents in one language with their names; `hidden` are kinds that it does not mark.

    `learned` says that our model was trained on them, so that its figures prove nothing.
    """

    title: str
    language: str
    documents: Sequence[Document]
    hidden: frozenset[Kind] = frozenset()
    misc: bool = False
    learned: bool = False


def gold_sets() -> Iterator[GoldSet]:
    """Every set that is here."""
    yield from (GoldSet(f"own held-out {language}", language, list(own(language))) for language in ("en", "fr"))
    for language in sorted(folder.name for folder in UNTUNED.glob("*")):
        yield GoldSet(f"untuned {language}", language, list(untuned(language)))
    if DATA.is_dir():
        group = frozenset({Kind.GROUP})
        news, others = ("news",), ("interview", "bio", "voyage")
        yield GoldSet(GUM_NEWS, "en", list(_gum(news, cut=True)), group, learned=True)
        yield GoldSet("GUM news, as it is", "en", list(_gum(news, cut=False)), group, learned=True)
        yield GoldSet("GUM other genres, by our guidelines", "en", list(_gum(others, cut=True)), group, learned=True)
        yield GoldSet("GUM other genres, as it is", "en", list(_gum(others, cut=False)), group, learned=True)
        yield GoldSet("WikiGold", "en", list(_sentences("ner_en/wikigold")), misc=True, learned=True)
        yield GoldSet("wikineural_en", "en", list(_sentences("ner_en/wikineural_en")), misc=True)
        yield GoldSet("wikineural_fr", "fr", list(_sentences("ner_fr/wikineural_fr")), misc=True)
        yield GoldSet("fenec", "fr", list(_fenec()))
        yield GoldSet("europeana_fr", "fr", list(_sentences("ner_fr/europeana_fr", every=10)), MISC)


def own(language: str, *, held_out: bool = True) -> Iterator[Document]:
    """Our articles that are never trained on, or all; without apparatus, where no names are looked for."""
    corpus = _training("corpus")
    documents = corpus.load()
    for document in documents:
        if document.language == language and (not held_out or corpus.is_held_out(document, documents)):
            yield _article(document)


def untuned(language: str) -> Iterator[Document]:
    """Our articles in a language that the model is not trained in."""
    for document in _training("corpus").load(UNTUNED):
        if document.language == language:
            yield _article(document)


def _article(document: Any) -> Document:
    return tuple(
        Passage(block.text, _ROLES.get(block.role) or Role(block.role), tuple(_own_names(block)))
        for block in document.blocks
        if block.text and block.role != "apparatus"
    )


_ROLES = {"item": Role.LIST_ITEM, "row": Role.TABLE_ROW}


def _own_names(block: Any) -> Iterator[Name]:
    return (Name(start, end, frozenset({Kind(kind)})) for start, end, kind in block.names)


_GUM = {
    "person": frozenset({Kind.PERSON}),
    "organization": frozenset({Kind.ORGANIZATION}),
    "place": frozenset({Kind.LOCATION}),
    "event": frozenset({Kind.EVENT}),
}


def _gum(genres: tuple[str, ...], *, cut: bool) -> Iterator[Document]:
    """GUM's documents of these genres, as they are or with titles cut from persons' names as our guidelines ask."""
    for row in _rows(DATA / "ner_en" / "gum_news" / "dev.jsonl"):
        if row["genre"] in genres:
            names = [Name(start, end, _GUM[label]) for start, end, label in row["entities"] if label in _GUM]
            open_ = [(start, end) for start, end, label in row["entities"] if label not in _GUM]
            if cut:
                names, more = _by_guidelines(row, names)
                open_ += more
            yield _document(row["text"], names, open_)


def _is_country(words: str) -> bool:
    return any(span[:2] == (0, len(words)) for span in gazetteer.countries_in(words, "en"))


def _by_guidelines(row: dict[str, Any], names: list[Name]) -> tuple[list[Name], list[tuple[int, int]]]:
    """The names as our guidelines have them, and what GUM's derived ones leave open.

    Titles are cut from persons, and titles alone are no names; a country that plays is a place. What a mention with a
    common noun for its head may name (*actor Jason Beghe*, derived as no name) is left open.
    """
    training, text = _training("data"), row["text"]
    places = {text[name.start : name.end] for name in names if Kind.LOCATION in name.kinds}
    places |= {words for one in names if _is_country(words := text[one.start : one.end])}
    changed, open_ = [], []
    for name in names:
        words = text[name.start : name.end]
        if Kind.PERSON in name.kinds and training.is_title(words):
            open_.append((name.start, name.end))
        elif Kind.PERSON in name.kinds:
            changed.append(name._replace(start=training.without_title(text, name.start, name.end)))
        elif words in places:
            changed.append(name._replace(kinds=name.kinds | {Kind.LOCATION}))
        else:
            changed.append(name)
    taken = [training.Name(start, end, frozenset()) for start, end, _ in row["entities"]]
    return changed, open_ + [(one.start, one.end) for one in training.apposed(row, taken)]


_FOUR = {
    "PER": frozenset({Kind.PERSON}),
    "ORG": frozenset({Kind.ORGANIZATION}),
    "LOC": frozenset({Kind.LOCATION}),
    "MISC": MISC,
}


def _sentences(folder: str, every: int = 1) -> Iterator[Document]:
    """Sentences that stand alone, or every so many of them."""
    for row in _rows(DATA / folder / "dev.jsonl")[::every]:
        names = (Name(start, end, _FOUR[label]) for start, end, label in row["entities"])
        yield (Passage(row["text"], Role.PARAGRAPH, tuple(names)),)


_FENEC = {
    "PERS": frozenset({Kind.PERSON}),
    "LOC": frozenset({Kind.LOCATION}),
    "ORG": frozenset({Kind.ORGANIZATION}),
    "EVENT": frozenset({Kind.EVENT}),
    "PROD": frozenset({Kind.WORK}),
}
_FINER = {"pers.coll": frozenset({Kind.PERSON, Kind.GROUP}), "prod.media": frozenset({Kind.ORGANIZATION, Kind.WORK})}


def _fenec() -> Iterator[Document]:
    """The outermost names of each text; what it marks without a capital is no name to us, and left open."""
    for row in _rows(DATA / "ner_fr" / "fenec" / "dev.jsonl"):
        finer = {(start, end): label for start, end, label in row["fine"]}
        spans = [(start, end, label) for start, end, label in row["entities"] if label in _FENEC]
        outer = [span for span in spans if not any(_holds(other, span) for other in spans)]
        names: dict[tuple[int, int], Name] = {}
        unnamed = []
        for start, end, label in outer:
            kinds = _FINER.get(finer.get((start, end), ""), _FENEC[label])
            if any(letter.isupper() for letter in row["text"][start:end]):
                also = names[start, end].kinds if (start, end) in names else frozenset()
                names[start, end] = Name(start, end, kinds | also)
            else:
                unnamed.append((start, end))
        yield _document(row["text"], list(names.values()), unnamed)


def _holds(outer: tuple[int, int, str], inner: tuple[int, int, str]) -> bool:
    return outer[:2] != inner[:2] and outer[0] <= inner[0] and inner[1] <= outer[1]


def _document(text: str, names: list[Name], unsure: list[tuple[int, int]]) -> Document:
    """A text by its lines, the first of them its headline."""
    passages = []
    for match in re.finditer(r"[^\n]*\S[^\n]*", text):
        first, last = match.span()
        inside = (name for name in names if first <= name.start and name.end <= last)
        passages.append(
            Passage(
                match[0],
                Role.PARAGRAPH if passages else Role.HEADLINE,
                tuple(name._replace(start=name.start - first, end=name.end - first) for name in inside),
                tuple((start - first, end - first) for start, end in unsure if first <= start < last),
            )
        )
    return tuple(passages)


def _rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def _training(module: str) -> ModuleType:
    """A module of the training, so that corpus and titles mean the same here and there."""
    if str(TRAINING) not in sys.path:
        sys.path.append(str(TRAINING))
    return import_module(module)
