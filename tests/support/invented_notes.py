"""Two invented articles with notes that hold everything an export must get right."""

import datetime as dt
from dataclasses import replace
from itertools import count

from apostil.domain.anchor import anchor_at
from apostil.domain.annotation import Annotation, AnnotationId, Color, Status
from apostil.domain.article import Article, ArticleId, Metadata, Piece, Role, Source, compose
from apostil.domain.choices import Extract
from apostil.domain.entity import Entity, Kind, Mention, entity_id
from apostil.domain.leaning import Lean, Leaning
from apostil.domain.notes import Notes, Stamp
from apostil.domain.place import Box, Place
from apostil.domain.provenance import Provenance, fingerprint
from apostil.domain.spans import Span
from apostil.domain.summary import Length, Method, Summary, SummarySentence

NOON = dt.datetime(2026, 2, 1, 12, 0, tzinfo=dt.UTC)
STAMP = Stamp("0.0.0", NOON)


def _page(*pages: int) -> Place:
    return Place(tuple(Box(page, 72, 72.5, 420, 90) for page in pages))


_ENGLISH = (
    Piece("Harbour *lights* & a <tidal> mill", Role.HEADLINE, place=_page(1)),
    Piece("By Ada Quill", Role.BYLINE, place=_page(1)),
    Piece("The town of Brackwater votes on its mill, #1 of 3.", Role.STANDFIRST, place=_page(1)),
    Piece("A mill 🌊 for Brackwater", Role.HEADING, 2, _page(1)),
    Piece(
        "Mayor Odile Fenn said the mill would cost £4.2m, not £3.9m. “It turns twice a day,” she said. 🇫🇷🌊 Done.",
        place=_page(2, 3),
    ),
    Piece("1. Wheels\n+ sluices | gates\n- and `code_like` words [sic] ^top", place=_page(3)),
    Piece("Item one_two_three", Role.LIST_ITEM),
    Piece("“The tide,” the Tidal Board wrote, “is free.”", Role.QUOTATION),
    Piece("Read more: ten harbours", Role.APPARATUS),
    Piece("Share this page", Role.APPARATUS),
    Piece("The Board meets on 3 March at Brackwater Hall."),
    Piece("1 Tides are counted at www.tides.example and by tide@mill.example.", Role.FOOTNOTE),
    Piece("Check with https://board.example first.", Role.COMMENT),
)
_FRENCH = (
    Piece("À Brackwater, un moulin à marée", Role.HEADLINE),
    Piece("La maire parle d’un «\u00a0pari\u00a0»\u00a0: 4,2\u202fmillions.", Role.STANDFIRST),
    Piece("«\u202fLa marée est gratuite\u202f», écrit le Conseil\u00a0; l’œuvre coûtera 4,2\u202fmillions de livres."),
)


def english() -> Notes:
    """An article with overlapping marks, a summary, guessed and confirmed entities, and apparatus."""
    article = compose(
        _ENGLISH,
        Metadata(
            "Harbour *lights* & a <tidal> mill",
            ("Ada Quill", "Ben “Bo” Marsh"),
            "The Brackwater Gazette",
            dt.date(2026, 1, 31),
            "en",
            "https://gazette.example/mill?a=1&b=2",
        ),
        "invented 1",
    )
    place = _finder(article)
    sentences = (
        _chosen(0, place("Mayor Odile Fenn said the mill would cost £4.2m, not £3.9m."), 0.8125, 1, 1.0),
        replace(
            _chosen(4, place("The Board meets on 3 March at Brackwater Hall."), 0.40625, 2, 0.5),
            leaning=Leaning(Lean.OPENING, place("The Board")),
        ),
    )
    return Notes(
        ArticleId("a" * 32),
        Source("e" * 64, "mill page.html", "text/html", 12345, NOON - dt.timedelta(hours=3)),
        article,
        _entities(article),
        Summary(Method.LEXRANK, Length(2), sentences, 9, 9, 1),
        _marks(article),
        Provenance("invented 1", NOON - dt.timedelta(hours=2), fingerprint(article.text)),
        (_orphan(),),
    )


def _orphan() -> Annotation:
    """A mark on words that only an earlier version of the English article had."""
    earlier = compose([Piece("The town has a windmill nearby.")])
    mark = _mark(earlier, 9, _finder(earlier)("a windmill nearby"), Color.GREEN, "Gone?", ("mills",))
    return replace(mark, placed=False)


def french() -> Notes:
    """A French article that nobody marked, without a summary or entities."""
    metadata = Metadata("", ("Léa d’Orme",), "La Gazette de l’Estuaire", None, "fr")
    article = compose(_FRENCH, metadata, "invented 1")
    return Notes(ArticleId("b" * 32), Source("f" * 64, "moulin.txt", "text/plain", 321, NOON), article, (), None, ())


def marked_french() -> Notes:
    """The French article with one mark over French quotation marks and two kinds of spaces."""
    notes = french()
    marks = (_mark(notes.article, 1, _finder(notes.article)("«\u202fLa marée est gratuite\u202f»"), Color.BLUE),)
    return Notes(notes.article_id, notes.source, notes.article, (), None, marks)


def _finder(article: Article):
    def place(words: str, nth: int = 0) -> Span:
        start = -1
        for _ in range(nth + 1):
            start = article.text.index(words, start + 1)
        return Span(start, start + len(words))

    return place


def _entities(article: Article) -> tuple[Entity, ...]:
    place = _finder(article)
    town = (place("Brackwater"), place("Brackwater", 1), place("Brackwater", 2))
    return (
        _entity("Brackwater", Kind.LOCATION, town, confirmed=True),
        _entity("Odile Fenn", Kind.PERSON, (place("Odile Fenn"),), aliases=("Mayor | Fenn",)),
        _entity("Tidal Board", Kind.ORGANIZATION, (place("Tidal Board"), place("Board", 1)), sure=1),
    )


def _entity(name, kind, spans, *, aliases=(), confirmed=False, sure=0) -> Entity:
    mentions = tuple(Mention(span, kind, 0.75, index < sure) for index, span in enumerate(spans))
    return Entity(entity_id(name, kind), name, kind, mentions, aliases, confirmed)


def _chosen(index, span, score, rank, strength) -> SummarySentence:
    return SummarySentence(index, Extract(0, span), score, rank, strength, (Method.LEXRANK, Method.KL), index > 0)


def _marks(article: Article) -> tuple[Annotation, ...]:
    place = _finder(article)
    numbers = count(1)
    through = Span(place("£3.9m").start, place("sluices").end)
    marks = (
        (place("lights* & a <tidal>"), Color.GRAY, "", (), Status.NONE),
        (
            place("Odile Fenn said the mill would cost £4.2m"),
            Color.YELLOW,
            "Ask *her office*:\n\n1. who pays\n2. [when](https://gazette.example/when)\n\n> it\n\n```\nopen <fence>",
            ("funding", "to verify"),
            Status.TO_CHECK,
        ),
        (
            place("mill would cost £4.2m, not £3.9m."),
            Color.RED,
            "<b>not bold</b> ![pixel](https://x.example/p.png)",
            (),
            Status.DISPUTED,
        ),
        (through, Color.PURPLE, "# Heading in a note\x07", ("over & under",), Status.NONE),
        (place("🇫🇷🌊"), Color.ORANGE, "Flags 🇫🇷 and waves", ("émoji 🌊",), Status.CONFIRMED),
        (place("ten harbours"), Color.GREEN, "   \n", (), Status.WITHDRAWN),
    )
    return tuple(
        sorted((_mark(article, next(numbers), *mark) for mark in marks), key=lambda annotation: annotation.order)
    )


def _mark(article, number, span, color, note="", tags=(), status=Status.NONE) -> Annotation:
    made = NOON + dt.timedelta(minutes=number)
    later = made + dt.timedelta(minutes=10 if note.strip() else 0)
    identity = AnnotationId(f"{number:032x}")
    anchor = anchor_at(article.text, span)
    return Annotation(identity, ArticleId("a" * 32), anchor, color, made, later, note, tags, status, "R. Reader")
