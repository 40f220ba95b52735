import json as standard
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apostil.domain.errors import UnreadableFileError
from apostil.domain.place import NOWHERE
from apostil.domain.summary import Length
from apostil.exporters.formats import json
from support import golden
from support.any_notes import NOTES
from support.invented_notes import STAMP, english, french, marked_french


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


def test_every_version_keeps_a_file():
    kept = {path.name for path in golden.REFERENCE.glob("notes-version-*.json")}
    assert kept == {f"notes-version-{version}.json" for version in range(1, json.VERSION + 1)}


def test_notes_of_version_1_can_be_read():
    # This file stays as it was once written: golden.compare, which can write references anew, never sees it.
    first, second = json.read((golden.REFERENCE / "notes-version-1.json").read_bytes())
    assert (first.article.metadata.outlet, second.article.metadata.language) == ("The Brackwater Gazette", "fr")
    assert (len(first.annotations), len(first.summary.sentences), first.summary.available) == (6, 2, 9)
    assert (second.annotations, second.summary) == ((), None)
    assert (first.provenance, first.orphans, first.article.blocks[0].place) == (None, (), NOWHERE)


def test_notes_of_version_2_can_be_read():
    first, second = json.read((golden.REFERENCE / "notes-version-2.json").read_bytes())
    assert (first.provenance.extractor, first.provenance.choice, second.provenance) == ("invented 1", "article", None)
    assert [(orphan.anchor.exact, orphan.placed) for orphan in first.orphans] == [("a windmill nearby", False)]
    assert [block.place.page for block in first.article.blocks][:5] == [1, 1, 1, 1, 2]


def test_notes_of_version_3_can_be_read():
    first, second = json.read((golden.REFERENCE / "notes-version-3.json").read_bytes())
    assert [sentence.pinned for sentence in first.summary.sentences] == [False, True]
    assert (first.summary.asked, first.summary.dropped, first.summary.length) == (9, 1, Length(2))
    assert second.summary is None


@given(st.text())
def test_nothing_in_the_file_steers_a_terminal(text):
    notes = french()
    article = replace(notes.article, metadata=replace(notes.article.metadata, title=text))
    assert not set(written(replace(notes, article=article)).decode()) & set("\x1b\x7f\x9b\u202e\u2066\u2028")


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


def test_a_sentence_says_how_it_leans_and_with_which_words():
    first, second = standard.loads(written(english()))["articles"][0]["summary"]["sentences"]
    assert (first["leaning"], second["leaning"]["how"], second["leaning"]["above"]) == (None, "opening", False)
    assert second["leaning"]["words"] == "The Board"


def test_notes_of_before_a_leaning_was_told_can_be_read():
    record = standard.loads(written(english()))
    for sentence in record["articles"][0]["summary"]["sentences"]:
        del sentence["leaning"]
    (notes,) = json.read(standard.dumps(record).encode())
    assert [sentence.leaning for sentence in notes.summary.sentences] == [None, None]


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
        (b'{"format": "apostil-notes", "version": 4}', "in version 4"),
        (b'{"format": "apostil-notes", "version": true}', "in version True"),
        (b'{"format": "apostil-notes", "version": 1}', "are damaged"),
        (damaged(text="other words"), "are damaged"),
        (damaged(source={}), "are damaged"),
        (
            damaged(summary={"method": "lead", "length": {"amount": 1, "percent": False}, "sentences": []}),
            "are damaged",
        ),
        (damaged(blocks=3), "are damaged"),
        (damaged(annotations=[{"id": "x", "anchor": []}]), "are damaged"),
    ],
)
def test_what_cannot_be_read_says_why(data, sentence):
    with pytest.raises(UnreadableFileError, match=sentence):
        json.read(data)
