import datetime as dt
import json as standard
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apostil.domain.anchor import Anchor
from apostil.domain.annotation import Annotation, Color, Status
from apostil.domain.article import Metadata, Piece, Role, Source, compose
from apostil.domain.entity import Entity, Kind, Mention
from apostil.domain.errors import UnreadableFileError
from apostil.domain.notes import Notes
from apostil.domain.spans import Span
from apostil.domain.summary import Length, Method, Summary, SummarySentence
from apostil.exporters.formats import json
from support import golden
from support.invented_notes import STAMP, english, french, marked_french

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


def written(*notes):
    return json.write(notes, STAMP)


@pytest.mark.parametrize(
    ("name", "notes"),
    [("english", [english()]), ("french", [marked_french()]), ("two", [english(), french()])],
)
def test_the_file_is_as_its_reference(name, notes):
    golden.compare(written(*notes).decode(), f"{name}.json")


@given(st.lists(NOTES, max_size=2).map(tuple))
def test_notes_come_back_equal(notes):
    assert json.read(written(*notes)) == notes


def test_the_references_of_every_version_can_be_read():
    assert json.read((golden.REFERENCE / "english.json").read_bytes()) == (english(),)


def test_offsets_count_code_points():
    record = standard.loads(written(english()))["articles"][0]
    mark = next(mark for mark in record["annotations"] if mark["color"] == "orange")
    assert record["text"][mark["anchor"]["start"] : mark["anchor"]["end"]] == mark["quotation"] == "🇫🇷🌊"


def test_a_lone_surrogate_comes_back():
    notes = english()
    marked = replace(notes, annotations=(replace(notes.annotations[0], note="a\ud800b"),))
    assert json.read(written(marked)) == (marked,)


@pytest.mark.parametrize("score", [float("nan"), float("inf")])
def test_a_score_that_is_no_number_is_written_as_nothing(score):
    notes = english()
    sentence = replace(notes.summary.sentences[0], score=score)
    record = standard.loads(written(replace(notes, summary=replace(notes.summary, sentences=(sentence,)))))
    assert record["articles"][0]["summary"]["sentences"][0]["score"] is None


def test_a_byte_order_mark_is_no_hindrance():
    assert json.read(b"\xef\xbb\xbf" + written(french())) == (french(),)


def damaged(**changes):
    record = standard.loads(written(english()))
    record["articles"][0].update(changes)
    return standard.dumps(record).encode()


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "could not be read as JSON"),
        (b"\xff\xfe\x00", "could not be read as JSON"),
        (b"[" * 100_000, "could not be read as JSON"),
        (b"[]", "holds no Apostil notes"),
        (b'{"format": "other"}', "holds no Apostil notes"),
        (b'{"format": "apostil-notes", "version": 2}', "in version 2"),
        (b'{"format": "apostil-notes", "version": 1}', "are damaged"),
        (damaged(text="other words"), "are damaged"),
        (damaged(source={}), "are damaged"),
        (damaged(blocks=3), "are damaged"),
        (damaged(annotations=[{"id": "x", "anchor": []}]), "are damaged"),
    ],
)
def test_what_cannot_be_read_says_why(data, sentence):
    with pytest.raises(UnreadableFileError, match=sentence):
        json.read(data)
