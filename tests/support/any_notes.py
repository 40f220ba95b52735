"""Strategies for any notes whatever, the unlikeliest included."""

import datetime as dt
from dataclasses import replace
from functools import partial

from hypothesis import strategies as st

from apostil.domain.anchor import Anchor, anchor_at
from apostil.domain.annotation import Annotation, Color, Status
from apostil.domain.article import Metadata, Piece, Role, Source, compose
from apostil.domain.choices import Extract
from apostil.domain.entity import Entity, Kind, Mention
from apostil.domain.leaning import Lean, Leaning
from apostil.domain.notes import Notes
from apostil.domain.place import Box, Place
from apostil.domain.provenance import Choice, Provenance
from apostil.domain.spans import Span
from apostil.domain.summary import Length, Method, Summary, SummarySentence, Unit

TEXT = st.text(max_size=12)
WORDS = st.lists(TEXT, max_size=3).map(tuple)
ZONES = st.just(dt.UTC) | st.just(dt.timezone(dt.timedelta(hours=-3, minutes=30)))
TIMES = st.datetimes(timezones=st.none() | ZONES)
ZONED = st.datetimes(timezones=ZONES)  # annotations are put in the order of their times, which all have a zone
SPANS = st.tuples(st.integers(0, 99), st.integers(0, 99)).map(lambda ends: Span(min(ends), max(ends)))
UNIT = st.floats(0, 1)
NUMBERS = st.sampled_from([0.0, 72.5, -3.25, 1e300])
BOXES = st.builds(Box, st.integers(1, 9), NUMBERS, NUMBERS, NUMBERS, NUMBERS, st.integers(0, 99))
PLACES = st.builds(Place, st.lists(BOXES, max_size=2).map(tuple), st.none() | st.tuples(NUMBERS, NUMBERS))
ARTICLES = st.builds(
    compose,
    st.lists(st.builds(Piece, TEXT, st.sampled_from(Role), st.integers(0, 6), PLACES), max_size=4),
    st.builds(Metadata, TEXT, WORDS, TEXT, st.none() | st.dates(), TEXT, TEXT),
    TEXT,
)
MENTIONS = st.builds(Mention, SPANS, st.sampled_from(Kind), UNIT, st.booleans())
ENTITIES = st.builds(
    Entity, TEXT, TEXT, st.sampled_from(Kind), st.lists(MENTIONS, max_size=3).map(tuple), WORDS, st.booleans(), TEXT
)
SENTENCES = st.builds(
    SummarySentence,
    st.integers(0, 9),
    SPANS.map(partial(Extract, 0)),
    st.floats(allow_nan=False, allow_infinity=False),
    st.integers(1, 9),
    UNIT,
    st.lists(st.sampled_from(Method), max_size=2).map(tuple),
    st.booleans(),
    st.just(()),
    st.none() | st.builds(Leaning, st.sampled_from(Lean), SPANS),
)
SUMMARIES = st.builds(
    Summary,
    st.sampled_from(Method),
    st.builds(Length, st.integers(1, 99), st.sampled_from(Unit)),
    st.lists(SENTENCES, max_size=3).map(tuple),
    st.integers(0, 99),
)
ANNOTATIONS = st.builds(
    Annotation,
    TEXT,
    st.just("article"),
    st.builds(Anchor, SPANS, TEXT, TEXT, TEXT),
    st.sampled_from(Color),
    ZONED,
    ZONED,
    TEXT,
    WORDS,
    st.sampled_from(Status),
    TEXT,
)
ORPHANS = ANNOTATIONS.map(lambda mark: replace(mark, placed=False))
PROVENANCES = st.builds(Provenance, TEXT, TIMES, TEXT, st.sampled_from(Choice), TEXT)
NOTES = st.builds(
    Notes,
    st.just("article"),
    st.builds(Source, TEXT, TEXT, TEXT, st.integers(0), TIMES, TEXT),
    ARTICLES,
    st.lists(ENTITIES, max_size=2).map(tuple),
    st.none() | SUMMARIES,
    st.lists(ANNOTATIONS, max_size=2).map(tuple),
    st.none() | PROVENANCES,
    st.lists(ORPHANS, max_size=1).map(tuple),
)
NASTY = st.lists(
    st.sampled_from(
        [
            *(
                "<script>alert(1)</script>",
                "<img src=x onerror=y>",
                "</style>",
                "</title>",
                "<!--",
                "-->",
                "]]>",
                "<?php",
            ),
            *("&lt;", "&#60;b>", "[a](https://e.example)", "![a](//e.example)", "[[a]]", "[a]: https://e.example"),
            *("https://e.example", "www.e.example", "a@e.example", "<https://e.example>", "javascript:alert(1)"),
            *("`", "~~~", "```", "* ", "- ", "+ ", "1. ", "1) ", "# ", "> ", "***", "===", "---", "|", "|---|", "[^1]"),
            *("\n", "\r", "\t", "    ", "\\", "\ufffe", "\x00", "\x1b[2J", "\x9b", "\u202e", "\u2028", "\x0b", "\x85"),
            *('"', "'", "{{ x }}", "{% x %}", "=cmd|'/c calc'!A1", "words", " ", "é", "🌊", "$x$", "~~s~~"),
            *("<a:b>", "<a@b.c>", "&copy;"),
        ]
    ),
    max_size=5,
).map("".join)
"""What a hostile file says in the hope that somebody believes it."""
NASTY_WORDS = st.lists(NASTY, max_size=2).map(tuple)


@st.composite
def _nasty_notes(draw):
    pieces = st.builds(Piece, NASTY, st.sampled_from(Role), st.integers(0, 6))
    metadata = st.builds(Metadata, NASTY, NASTY_WORDS, NASTY, st.none(), NASTY, NASTY)
    article = compose(draw(st.lists(pieces, min_size=1, max_size=4)), draw(metadata), draw(NASTY))
    mark = replace(draw(ANNOTATIONS), note="", tags=draw(NASTY_WORDS), author=draw(NASTY))
    if article.text:
        mark = replace(mark, anchor=anchor_at(article.text, Span(0, len(article.text))))
    mention = Mention(Span(0, min(3, len(article.text))), Kind.PERSON, 0.5)
    entity = Entity("person:x", draw(NASTY), Kind.PERSON, (mention,), draw(NASTY_WORDS), known=draw(NASTY))
    source = Source("e" * 64, draw(NASTY), draw(NASTY), 1, dt.datetime(2026, 2, 1, tzinfo=dt.UTC), "")
    chosen = Summary(
        Method.LEAD, Length(1), (SummarySentence(0, Extract(0, Span(0, len(article.text))), 0.5, 1, 1.0),), 1
    )
    leaning = Leaning(draw(st.sampled_from(Lean)), Span(0, len(article.text)))
    chosen = replace(chosen, sentences=(replace(chosen.sentences[0], leaning=leaning),))
    chosen = replace(chosen, repeating=draw(st.integers(0, 3)))
    made = Provenance(draw(NASTY), source.imported, "f" * 64, Choice.CHAPTERS, draw(NASTY))
    lost = replace(mark, id="lost", placed=False, anchor=replace(mark.anchor, exact=draw(NASTY)))
    return Notes("article", source, article, (entity,), chosen, (mark,), made, (lost,))


NASTY_NOTES = _nasty_notes()
"""Notes on a hostile file, in which nobody wrote anything."""
