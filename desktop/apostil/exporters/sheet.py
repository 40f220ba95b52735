"""Notes in words: what every format for people says, before it is laid out."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from hashlib import sha256
from itertools import starmap
from typing import TYPE_CHECKING

from apostil.domain import citing
from apostil.domain.article import Role
from apostil.domain.bullets import without_bullet
from apostil.domain.citing import FIXED
from apostil.domain.controls import unturned, without_controls
from apostil.domain.entity import Kind
from apostil.domain.provenance import Choice, fingerprint
from apostil.domain.summary import FEW, Method, Unit
from apostil.exporters.leaning import in_words, unsupported

if TYPE_CHECKING:
    from apostil.domain.annotation import Annotation
    from apostil.domain.article import Article, Metadata
    from apostil.domain.entity import Entity
    from apostil.domain.leaning import Leaning
    from apostil.domain.notes import Notes, Stamp
    from apostil.domain.provenance import Provenance
    from apostil.domain.spans import Span
    from apostil.domain.summary import Length, Summary, SummarySentence

NO_SUMMARY = "No summary was made."
NO_SENTENCES = "There are no sentences to choose from."
TOO_SHORT = "The text is too short to be summarised."
REPEATING = "The others repeat these."
BY_THE_READER = "chosen by the reader"
NO_ENTITIES = "No entities were found."
NO_MARKS = "No words of this article are marked."
NOT_FOUND = "not found in this version"
ORPHANS = (
    "These words were marked in an earlier version of the article, and were not found in this one. They stand here as "
    "they stood there."
)
CONFIRMED = "confirmed"
MENTIONS_CONFIRMED = "mentions confirmed"
GUESSED = "Found by a program: each is a guess unless it says “confirmed”, in bold."

KINDS = {
    Kind.PERSON: "person",
    Kind.ORGANIZATION: "organisation",
    Kind.LOCATION: "place",
    Kind.GROUP: "group",
    Kind.EVENT: "event",
    Kind.WORK: "work",
}
"""The kinds of entities as a reader calls them."""

LINES = {
    Kind.PERSON: "solid",
    Kind.ORGANIZATION: "double",
    Kind.LOCATION: "dotted",
    Kind.GROUP: "dashed",
    Kind.EVENT: "wavy",
    Kind.WORK: "dash-dot",
}
"""The line under entities of each kind, so that colour alone never tells them apart."""

CHOICES = {
    Choice.ARTICLE: "the article and nothing else",
    Choice.PAGE: "the whole page",
    Choice.CHAPTERS: "chapters of a book",
}
"""What of a source became an article."""

METHODS = {
    Method.AUTO: "Apostil’s automatic method",
    Method.LEXRANK: "LexRank",
    Method.TEXTRANK: "TextRank",
    Method.LSA: "LSA",
    Method.LUHN: "Luhn",
    Method.KL: "KL",
    Method.SUMBASIC: "SumBasic",
    Method.REDUCTION: "Reduction",
    Method.EDMUNDSON: "Edmundson",
    Method.LEAD: "Lead",
}
"""The methods by the names that their authors gave them."""

BESIDE = f"{FIXED}· "
"""What stands between facts that may come on several lines: none of these begins with it."""

_BREAKS = re.compile("[ \t\r\n\u2028\u2029]+")
_LANGUAGE = re.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_UNPRINTABLE = re.compile("[\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing known about an article; `address` is where a web address leads."""

    label: str
    value: str
    address: str = ""


@dataclass(frozen=True, slots=True)
class ChosenSentence:
    """A sentence of the summary, verbatim.

    `leaning` says how it leans on what does not stand above it, and is empty where it needs nothing more.
    """

    span: Span
    text: str
    place: str
    rank: int
    score: str = ""
    agreeing: str = ""
    pinned: bool = False
    leaning: str = ""

    @property
    def reason(self) -> str:
        """Where the sentence stands, who chose it or how it was ranked, and whether it leans on what is not there."""
        facts = f"{self.place}{self.rating}".replace(" ", FIXED)
        return BESIDE.join(filter(None, (facts, self.leaning)))

    @property
    def rating(self) -> str:
        """How the sentence was ranked, to stand behind its place."""
        score = f"score {self.score}" if self.score else ""
        facts = [BY_THE_READER] if self.pinned else [f"rank {self.rank}", score, self.agreeing]
        return "".join(f" · {fact}" for fact in facts if fact).replace(" ", FIXED)


@dataclass(frozen=True, slots=True)
class EntityLine:
    """An entity in words; `standing` says whether it is a guess."""

    kind: str
    name: str
    aliases: tuple[str, ...]
    count: int
    standing: str

    @property
    def sure(self) -> bool:
        """Whether a person stands behind all of it."""
        return self.standing in {CONFIRMED, MENTIONS_CONFIRMED}


@dataclass(frozen=True, slots=True)
class MarkLine:
    """An annotation in words.

    `key` is made of the annotation's id alone, so that it is the same in every export; `number` counts the marks
    of this one.
    """

    number: int
    key: str
    span: Span
    quotation: str
    place: str
    color: str
    note: str
    tags: tuple[str, ...]
    status: str
    times: str

    @property
    def title(self) -> str:
        """The mark's number, colour and place."""
        return f"{self.number} · {self.color.capitalize()} · {self.place}"


@dataclass(frozen=True, slots=True)
class Sheet:
    """One article's notes in words.

    `number` is its place in the file, from 1; `language` is a tag that HTML and Word understand, or empty; `orphans`
    are marks whose words are not in the article.
    """

    number: int
    title: str
    language: str
    article: Article
    facts: tuple[Fact, ...]
    method: str
    sentences: tuple[ChosenSentence, ...]
    entities: tuple[EntityLine, ...]
    marks: tuple[MarkLine, ...]
    orphans: tuple[MarkLine, ...] = ()


def sheets(all_notes: Sequence[Notes]) -> tuple[Sheet, ...]:
    """The notes of every article in words, in their order."""
    return tuple(_sheet(number, notes) for number, notes in enumerate(all_notes, 1))


def heading(all_sheets: Sequence[Sheet]) -> str:
    """What the whole file is called."""
    if len(all_sheets) == 1:
        return all_sheets[0].title
    return f"Notes on {len(all_sheets)} articles" if all_sheets else "No notes"


def signature(stamp: Stamp) -> str:
    """Who wrote the file, and when."""
    return f"Written by Apostil {stamp.version}, {moment(stamp.written)}."


def moment(when: dt.datetime) -> str:
    """A date and time that reads the same everywhere."""
    return when.isoformat(" ", "minutes").replace("+00:00", " UTC")


def printable(words: str) -> str:
    """The words without control characters, and without what no XML document may hold or UTF-8 can write."""
    return _UNPRINTABLE.sub("", without_controls(words))


def one_line(text: str) -> str:
    """The text with its line ends as spaces, turning nothing beside it; spaces that do not break stay as they are."""
    return _BREAKS.sub(" ", unturned(printable(text))).strip(" ")


def block_key(annotation_id: str) -> str:
    """The name of an annotation in a file: ten letters and digits, the same in every export."""
    return sha256(annotation_id.encode("utf-8", "backslashreplace")).hexdigest()[:10]


def place_of(article: Article, span: Span) -> str:
    """Page or time and paragraph of these words; the block's role where it has no number."""
    if not article.blocks:
        return "no paragraph"
    role = str(article.blocks[article.block_at(span.start)].role)
    parts = (citing.source_place(article, span), citing.paragraphs(article, span) or role)
    return ", ".join(filter(None, parts))


def omitted_line(count: int) -> str:
    """What stands where apparatus was left out."""
    blocks = "1 block" if count == 1 else f"{count} blocks"
    return f"{blocks} of apparatus (teasers, links and the like) left out here"


def _sheet(number: int, notes: Notes) -> Sheet:
    article = notes.article
    marks = tuple(_mark(article, count, mark) for count, mark in enumerate(_in_order(notes.annotations), 1))
    orphans = enumerate(_in_order(notes.orphans), len(marks) + 1)
    return Sheet(
        number=number,
        title=_title(notes),
        language=article.metadata.language if _LANGUAGE.fullmatch(article.metadata.language) else "",
        article=article,
        facts=tuple(fact for fact in _facts(notes) if fact.value),
        method=method_line(notes.summary),
        sentences=_sentences(article, notes.summary),
        entities=tuple(map(_entity, sorted(notes.entities, key=_weight))),
        marks=marks,
        orphans=tuple(_orphan(article, count, mark) for count, mark in orphans),
    )


def _in_order(annotations: Sequence[Annotation]) -> list[Annotation]:
    return sorted(annotations, key=lambda mark: mark.order)


def _title(notes: Notes) -> str:
    article = notes.article
    headlines = [block.span.cut(article.text) for block in article.blocks if block.role is Role.HEADLINE]
    words = (article.metadata.title, *headlines, notes.source.name)
    return next((one_line(title) for title in words if title.strip()), "Untitled article")


def _facts(notes: Notes) -> tuple[Fact, ...]:
    metadata = notes.article.metadata
    return (
        Fact("Authors", one_line(", ".join(metadata.authors))),
        Fact("Outlet", one_line(metadata.outlet)),
        Fact("Published", metadata.published.isoformat() if metadata.published else ""),
        Fact("Address", one_line(metadata.address), _web(metadata)),
        Fact("Language", one_line(_language(metadata.language))),
        Fact("Length", length(notes.article)),
        *_provenance(notes),
    )


def _provenance(notes: Notes) -> tuple[Fact, ...]:
    """Where the article came from, in a way that can be checked."""
    source, made = notes.source, notes.provenance
    return (
        Fact("Imported", moment(source.imported)),
        Fact("File", one_line(f"{source.name} ({source.media_type}, {source.size:,} bytes)")),
        Fact("SHA-256 of the file", source.sha256),
        Fact("SHA-256 of the text", made.text_sha256 if made else fingerprint(notes.article.text)),
        Fact("Extracted by", one_line(made.extractor if made else notes.article.extractor)),
        Fact("Extracted", moment(made.extracted) if made else ""),
        Fact("Extracted as", _choice(made) if made else ""),
    )


def _choice(made: Provenance) -> str:
    """What of the source became the article."""
    return one_line(f"{CHOICES[made.choice]}, part {made.part}" if made.part else CHOICES[made.choice])


def length(article: Article) -> str:
    """How much there is of an article: its pages, where it has any, its paragraphs and its words."""
    pages = citing.page_count(article)
    numbers = sum(block.role.is_numbered for block in article.blocks)
    counts = ((pages, "page", "pages"), (numbers, "paragraph", "paragraphs"), (article.word_count, "word", "words"))
    return ", ".join(f"{count:,} {one if count == 1 else many}" for count, one, many in counts if count)


def _web(metadata: Metadata) -> str:
    return metadata.address if re.fullmatch(r"https?://[^\s<>\x00-\x1f\x7f-\x9f]+", metadata.address) else ""


def _language(code: str) -> str:
    from babel import Locale

    return str(Locale("en").languages.get(code, code))


def method_line(summary: Summary | None) -> str:
    """How a summary was made, and what its reader changed in it."""
    if summary is None:
        return NO_SUMMARY
    count, available = len(summary.sentences), summary.available
    wanted = _wanted(summary.length)
    chosen = f"{count} of {available}" if available else str(count)
    noun = "sentence" if (available or count) == 1 else "sentences"
    if not count and not available:
        return NO_SENTENCES
    made = f"Chosen by a program ({METHODS[summary.method]}): {chosen} {noun}{wanted}, verbatim."
    short = [TOO_SHORT] if 0 < available <= FEW else []
    ended = [REPEATING] if summary.repeating else []
    return " ".join([made, *short, *ended, *_own_choices(summary)])


def _own_choices(summary: Summary) -> Iterator[str]:
    """What in the summary is the reader's own, in sentences."""
    pinned = sum(sentence.pinned for sentence in summary.sentences)
    if pinned:
        yield "The reader chose one of them." if pinned == 1 else f"The reader chose {pinned} of them."
    if summary.dropped:
        left = "one sentence" if summary.dropped == 1 else f"{summary.dropped} sentences"
        yield f"The reader left out {left} that the program had chosen."
    if summary.arranged:
        yield "The order is the reader’s."


def _wanted(length: Length) -> str:
    match length.unit:
        case Unit.PERCENT:
            return f" ({length.amount}{FIXED}% asked for)"
        case Unit.SECONDS:
            return f" ({length.amount}{FIXED}s of reading asked for)"
        case _:
            return ""


def _sentences(article: Article, summary: Summary | None) -> tuple[ChosenSentence, ...]:
    if summary is None:
        return ()
    leaning = unsupported(summary.sentences)
    return tuple(starmap(partial(chosen_sentence, article, summary), zip(summary.sentences, leaning, strict=True)))


def chosen_sentence(
    article: Article, summary: Summary, chosen: SummarySentence, leaning: Leaning | None
) -> ChosenSentence:
    """A sentence of a summary in words, and how it leans on what does not stand above it."""
    return ChosenSentence(
        chosen.span,
        without_bullet(article, chosen.span).cut(article.text),
        place_of(article, chosen.span),
        chosen.rank,
        f"{chosen.score:.3f}" if summary.method.tells_scores else "",
        f"chosen by {len(chosen.agreeing)} of {summary.asked} methods" if summary.asked > 1 else "",
        chosen.pinned,
        one_line(in_words(leaning, article.text)),
    )


def _weight(entity: Entity) -> tuple[int, int]:
    """What is named most comes first; of the same number, what is named first."""
    return -len(entity.mentions), min((mention.span.start for mention in entity.mentions), default=0)


def _entity(entity: Entity) -> EntityLine:
    aliases = tuple(map(one_line, entity.aliases))
    return EntityLine(KINDS[entity.kind], one_line(entity.name), aliases, len(entity.mentions), _standing(entity))


def _standing(entity: Entity) -> str:
    if entity.confirmed:
        return CONFIRMED
    sure, count = sum(mention.confirmed for mention in entity.mentions), len(entity.mentions)
    if sure and sure == count:
        return MENTIONS_CONFIRMED
    return f"guess, {sure} of {count} mentions confirmed" if sure else "guess"


def _mark(article: Article, number: int, mark: Annotation) -> MarkLine:
    return MarkLine(
        number=number,
        key=block_key(mark.id),
        span=mark.span,
        quotation=mark.span.cut(article.text),
        place=place_of(article, mark.span),
        color=mark.color.value,
        note=printable(mark.note).replace("\r\n", "\n").replace("\r", "\n"),
        tags=tuple(map(one_line, mark.tags)),
        status=mark.status.value,
        times=_times(mark),
    )


def _orphan(article: Article, number: int, mark: Annotation) -> MarkLine:
    """A mark without a place: its words are those that its anchor remembers."""
    return replace(_mark(article, number, mark), quotation=mark.anchor.exact, place=NOT_FOUND)


def _times(mark: Annotation) -> str:
    author = f" by {one_line(mark.author)}" if mark.author else ""
    changed = f", changed {moment(mark.modified)}" if mark.modified != mark.created else ""
    return f"{moment(mark.created)}{author}{changed}"
