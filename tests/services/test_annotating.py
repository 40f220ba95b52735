import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from apostil.domain.annotation import Annotation, Color, Status
from apostil.domain.article import ArticleId, Metadata, Piece, Role, compose
from apostil.domain.place import Box, Place
from apostil.domain.spans import Span
from apostil.services import annotating

NOON = dt.datetime(2026, 2, 1, 12, 0, tzinfo=dt.UTC)
LATER = NOON + dt.timedelta(hours=1)
ID = ArticleId("article")
ARTICLE = compose([Piece("A headline", Role.HEADLINE), Piece(" The tide 🌊 is free. "), Piece("It turns twice.")])


def marked(words="tide", **about) -> Annotation:
    start = ARTICLE.text.index(words)
    edit = annotating.mark(ARTICLE, ID, Span(start, start + len(words)), Color.YELLOW, NOON)
    return replace(edit.after[0], **about)


def spans(limit=60):
    return st.tuples(st.integers(0, limit), st.integers(0, limit)).map(lambda ends: Span(min(ends), max(ends)))


def test_a_mark_holds_what_was_said_about_it():
    edit = annotating.mark(ARTICLE, ID, Span(16, 20), Color.RED, NOON, "why", ["x", " x", "#y"], author="R.")
    (mark,) = edit.after
    assert (edit.label, edit.before) == ("Highlight", ())
    assert (mark.anchor.exact, mark.color, mark.note, mark.tags, mark.author) == (
        "tide",
        Color.RED,
        "why",
        ("x", "y"),
        "R.",
    )
    assert mark.created == mark.modified == NOON


def test_every_mark_has_an_identity_of_its_own():
    assert marked().id != marked().id


@given(st.text(" \u00a0\nab🌊é", max_size=30), spans(40))
def test_a_mark_lies_over_words_without_white_space_at_their_ends(text, span):
    article = compose([Piece(text), Piece("End.")])
    words = span.cut(article.text).strip()
    assume(words)
    (mark,) = annotating.mark(article, ID, span, Color.BLUE, NOON).after
    assert mark.span.cut(article.text) == mark.anchor.exact == words
    assert span.covers(mark.span)


@pytest.mark.parametrize("span", [Span(3, 3), Span(10, 12), Span(500, 600)])
def test_nothing_cannot_be_marked(span):
    with pytest.raises(ValueError, match="no words"):
        annotating.mark(ARTICLE, ID, span, Color.BLUE, NOON)


@pytest.mark.parametrize(
    ("change", "label", "changed"),
    [
        (lambda mark: annotating.recolor(mark, Color.GREEN, LATER), "Change colour", {"color": Color.GREEN}),
        (lambda mark: annotating.write_note(mark, "n", LATER), "Write note", {"note": "n"}),
        (lambda mark: annotating.retag(mark, ["B", "b", "a"], LATER), "Change tags", {"tags": ("B", "a")}),
        (
            lambda mark: annotating.set_status(mark, Status.DISPUTED, LATER),
            "Change status",
            {"status": Status.DISPUTED},
        ),
    ],
)
def test_a_change_touches_nothing_else(change, label, changed):
    mark = marked()
    edit = change(mark)
    assert edit.label == label
    assert edit.before == (mark,)
    assert edit.after == (replace(mark, modified=LATER, **changed),)


def test_keystrokes_in_a_note_join():
    first = annotating.write_note(marked(), "a", NOON)
    second = annotating.write_note(first.after[0], "ab", LATER)
    assert first.joined(second).after[0].note == "ab"


def test_other_changes_do_not_join():
    first = annotating.recolor(marked(), Color.RED, NOON)
    assert first.joined(annotating.recolor(first.after[0], Color.BLUE, LATER)) is None


def test_an_end_can_be_moved():
    mark = marked("tide")
    edit = annotating.resize(ARTICLE, mark, Span(mark.span.start, mark.span.end + 3), LATER)
    assert edit.label == "Move end of highlight"
    assert edit.after[0].anchor.exact == "tide 🌊"
    assert edit.after[0].id == mark.id


def test_a_mark_cannot_shrink_to_nothing():
    with pytest.raises(ValueError, match="no words"):
        annotating.resize(ARTICLE, marked(), Span(15, 16), LATER)


@pytest.mark.parametrize(("count", "label"), [(1, "Remove highlight"), (3, "Remove 3 highlights")])
def test_marks_are_removed_together(count, label):
    marks = tuple(marked() for _ in range(count))
    edit = annotating.remove(marks)
    assert (edit.label, edit.before, edit.after) == (label, marks, ())


def test_no_marks_cannot_be_removed():
    with pytest.raises(ValueError, match="no mark"):
        annotating.remove(())


def quoted(text, language, words=None, **about):
    metadata = Metadata(language=language, **about)
    article = compose([Piece("Head", Role.HEADLINE), Piece("Before."), Piece(text)], metadata)
    start = article.text.index(words or text)
    return annotating.quotation(article, Span(start, start + len(words or text)))


KNOWN = {"authors": ("Ada Quill", "Léa d’Orme"), "outlet": "Gazette", "published": dt.date(2026, 1, 31)}


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", "“Words.” — Ada Quill and Léa d’Orme, Gazette, 31 January 2026, ¶\u00a02"),
        ("fr", "«\u202fWords.\u202f» — Ada Quill et Léa d’Orme, Gazette, 31 janvier 2026, ¶\u00a02"),
        ("de", "„Words.“ — Ada Quill und Léa d’Orme, Gazette, 31. Januar 2026, ¶\u00a02"),
        ("es", "«Words.» — Ada Quill y Léa d’Orme, Gazette, 31 de enero de 2026, ¶\u00a02"),
        ("fr-CA", "«\u202fWords.\u202f» — Ada Quill et Léa d’Orme, Gazette, 31 janvier 2026, ¶\u00a02"),
        ("", "“Words.” — Ada Quill and Léa d’Orme, Gazette, 31 January 2026, ¶\u00a02"),
        ("xx", "“Words.” — Ada Quill and Léa d’Orme, Gazette, 31 January 2026, ¶\u00a02"),
        ("not a language", "“Words.” — Ada Quill and Léa d’Orme, Gazette, 31 January 2026, ¶\u00a02"),
    ],
)
def test_a_quotation_speaks_the_language_of_its_text(language, expected):
    assert quoted("Words.", language, **KNOWN) == expected


@pytest.mark.parametrize(
    "text", ["“Inner,” she said.", "«\u00a0Dedans\u00a0», dit-elle\u202f: «\u202f100\u00a0%\u202f»."]
)
def test_inner_marks_and_spaces_stay_as_they_are(text):
    assert quoted(text, "fr") == f"«\u202f{text}\u202f» — ¶\u00a02"


@pytest.mark.parametrize(
    ("about", "source"),
    [
        ({}, "¶\u00a02"),
        ({"title": "A title"}, "A title, ¶\u00a02"),
        ({"title": "The milk."}, "The milk, ¶\u00a02"),
        ({"title": "And then..."}, "And then..., ¶\u00a02"),
        ({"title": "A title", "outlet": "Gazette"}, "Gazette, ¶\u00a02"),
        ({"authors": ("Ada Quill",)}, "Ada Quill, ¶\u00a02"),
        ({"published": dt.date(2026, 1, 31)}, "31 January 2026, ¶\u00a02"),
    ],
)
def test_what_is_unknown_is_left_out(about, source):
    assert quoted("Words.", "en", **about) == f"“Words.” — {source}"


def test_a_headline_has_no_number():
    article = compose([Piece("Head", Role.HEADLINE), Piece("Text.")])
    assert annotating.quotation(article, Span(0, 4)) == "“Head”"


def test_a_quotation_over_two_paragraphs_names_both():
    assert quoted("Words.", "en", "Before.\n\nWords.").endswith("¶\u00a01–2")


def test_a_quotation_is_trimmed():
    assert annotating.quotation(ARTICLE, Span(12, 20)) == "“The tide” — ¶\u00a01"


def test_nothing_cannot_be_quoted():
    with pytest.raises(ValueError, match="no words"):
        annotating.quotation(ARTICLE, Span(10, 12))


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        (Place((Box(3, 0, 0, 9, 9),)), "“The tide” — p.\u00a03, ¶\u00a01"),
        (Place((Box(3, 0, 0, 9, 9), Box(4, 0, 0, 9, 9))), "“The tide” — pp.\u00a03–4, ¶\u00a01"),
        (Place(times=(83.2, 90.0)), "“The tide” — 00:01:23, ¶\u00a01"),
    ],
)
def test_a_quotation_names_its_page_or_its_time(place, expected):
    article = compose([Piece("The tide is free.", place=place)])
    assert annotating.quotation(article, Span(0, 8)) == expected
