"""Strategies for any notes whatever, the unlikeliest included."""

import datetime as dt

from hypothesis import strategies as st

from apostil.domain.anchor import Anchor
from apostil.domain.annotation import Annotation, Color, Status
from apostil.domain.article import Metadata, Piece, Role, Source, compose
from apostil.domain.entity import Entity, Kind, Mention
from apostil.domain.notes import Notes
from apostil.domain.spans import Span
from apostil.domain.summary import Length, Method, Summary, SummarySentence

TEXT = st.text(max_size=12)
WORDS = st.lists(TEXT, max_size=3).map(tuple)
TIMES = st.datetimes(timezones=st.none() | st.just(dt.UTC) | st.just(dt.timezone(dt.timedelta(hours=-3, minutes=30))))
SPANS = st.tuples(st.integers(0, 99), st.integers(0, 99)).map(lambda ends: Span(min(ends), max(ends)))
UNIT = st.floats(0, 1)
ARTICLES = st.builds(
    compose,
    st.lists(st.builds(Piece, TEXT, st.sampled_from(Role), st.integers(0, 6)), max_size=4),
    st.builds(Metadata, TEXT, WORDS, TEXT, st.none() | st.dates(), TEXT, TEXT),
    TEXT,
)
MENTIONS = st.builds(Mention, SPANS, st.sampled_from(Kind), UNIT, st.booleans())
ENTITIES = st.builds(
    Entity, TEXT, TEXT, st.sampled_from(Kind), st.lists(MENTIONS, max_size=3).map(tuple), WORDS, st.booleans()
)
SENTENCES = st.builds(SummarySentence, SPANS, st.floats(allow_nan=False, allow_infinity=False), st.integers(1, 9), UNIT)
SUMMARIES = st.builds(
    Summary,
    st.sampled_from(Method),
    st.builds(Length, st.integers(1, 99), st.booleans()),
    st.lists(SENTENCES, max_size=3).map(tuple),
    st.integers(0, 99),
)
ANNOTATIONS = st.builds(
    Annotation,
    TEXT,
    st.just("article"),
    st.builds(Anchor, SPANS, TEXT, TEXT, TEXT),
    st.sampled_from(Color),
    TIMES,
    TIMES,
    TEXT,
    WORDS,
    st.sampled_from(Status),
    TEXT,
)
NOTES = st.builds(
    Notes,
    st.just("article"),
    st.builds(Source, TEXT, TEXT, TEXT, st.integers(0), TIMES, TEXT),
    ARTICLES,
    st.lists(ENTITIES, max_size=2).map(tuple),
    st.none() | SUMMARIES,
    st.lists(ANNOTATIONS, max_size=2).map(tuple),
)
