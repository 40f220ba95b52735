from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from apostil.domain.article import Metadata, Piece, Role
from apostil.domain.edits import MetadataEdit, PresenceEdit, SuccessionEdit, Topic
from apostil.domain.library import Kinship
from apostil.store.preparing import prepare
from support.libraries import add_article, make_article, make_source

WIRE = [
    f"The agency reports that the ferry number {number} left the harbour of Brackwater before the storm came in."
    for number in range(6)
]
OTHER = [
    f"Nobody in the village of Dunmarsh had heard of mill number {number} until the papers wrote about it."
    for number in range(20)
]


def add(library, sentences, outlet="", address="", day=None, role=Role.PARAGRAPH, present=True, hours=0):
    pieces = [Piece(sentence, role) for sentence in sentences]
    metadata = Metadata(sentences[0], (), outlet, day, "en", address)
    article = make_article([Piece(f"{outlet} {address} {day} {hours}"), *pieces], metadata)
    return add_article(library, article, present=present, hours=hours)


def kin(library, article_id):
    overlap = library.entry(article_id).overlap
    return (overlap.other, overlap.kinship) if overlap else None


def test_a_wire_story_under_another_name_is_recognised(library):
    first = add(library, WIRE, "The Gazette")
    copy = add(library, [*OTHER[:3], *WIRE], "The Courier")
    overlap = library.entry(copy).overlap
    assert (overlap.other, overlap.kinship) == (first, Kinship.SHARED)
    assert overlap.share == pytest.approx(0.66, abs=0.05)
    assert kin(library, first) == (copy, Kinship.SHARED)


def test_the_list_and_the_entry_say_the_same(library):
    ids = [add(library, WIRE[start:], f"Outlet {start}") for start in range(3)]
    by_id = {entry.id: entry for entry in library.entries()}
    assert all(by_id[one] == library.entry(one) for one in ids)


def test_all_copies_are_told_the_closest_first(library):
    whole, part = add(library, WIRE, "The Gazette"), add(library, [*WIRE[:3], *OTHER[:3]], "The Courier")
    copy = add(library, WIRE, "The Herald")
    assert [overlap.other for overlap in library.overlaps(copy)] == [whole, part]


def test_a_copy_of_the_article_is_told_before_another_one_with_more_of_its_words(library):
    first = add(library, WIRE, "The Gazette")
    add(library, [*WIRE, *OTHER], "The Courier")
    copy = add(library, [*WIRE[:5], OTHER[0], OTHER[1]], "The Gazette", hours=1)
    assert [kin(library, one) for one in (first, copy)] == [(copy, Kinship.OLDER), (first, Kinship.NEWER)]


def test_a_few_words_in_common_are_nothing(library):
    add(library, WIRE, "The Gazette")
    assert kin(library, add(library, [WIRE[0], *OTHER], "The Courier")) is None


def test_a_short_copy_of_a_part_is_recognised_from_its_own_side(library):
    whole = add(library, [*WIRE[:2], *OTHER], "The Gazette")
    part = add(library, WIRE[:2], "The Courier")
    assert kin(library, part) == (whole, Kinship.SHARED)
    assert kin(library, whole) is None


def test_the_apparatus_is_not_compared(library):
    add(library, WIRE, "The Gazette", role=Role.APPARATUS)
    assert kin(library, add(library, WIRE, "The Courier", role=Role.APPARATUS)) is None


@pytest.mark.parametrize(("one", "other"), [("The Gazette", "the gazette"), ("The Gazette", ""), ("", "")])
def test_most_sentences_of_the_same_outlet_make_a_newer_copy(library, one, other):
    first = add(library, WIRE, one)
    later = add(library, [*WIRE[:4], *OTHER[:2]], other, hours=1)
    assert kin(library, later) == (first, Kinship.NEWER)
    assert kin(library, first) == (later, Kinship.OLDER)


def test_copies_of_one_import_have_no_order(library):
    first, other = add(library, WIRE), add(library, [*WIRE, OTHER[0]])
    assert kin(library, other) == (first, Kinship.COPY)
    assert kin(library, first) == (other, Kinship.COPY)


def test_copies_share_as_much_seen_from_either_side(library):
    short, long = add(library, WIRE, "The Gazette"), add(library, [*WIRE, *OTHER[:4]], "The Gazette", hours=1)
    shares = [library.entry(one).overlap.share for one in (short, long)]
    assert shares[0] == shares[1] == pytest.approx(0.6, abs=0.05)


def test_the_same_address_makes_a_newer_copy_of_whatever_text(library):
    first = add(library, WIRE, "The Gazette", "https://www.gazette.example/ferry/")
    later = add(library, OTHER, "The Gazette", "https://gazette.example/ferry?utm_source=x", hours=1)
    assert kin(library, later) == (first, Kinship.NEWER)


def test_the_day_of_publication_says_which_copy_is_newer(library):
    early, late = dt.date(2026, 1, 30), dt.date(2026, 1, 31)
    later = add(library, WIRE, "The Gazette", day=late)
    first = add(library, WIRE, "The Gazette", day=early)
    assert kin(library, later) == (first, Kinship.NEWER)
    assert kin(library, first) == (later, Kinship.OLDER)


def test_a_corrected_address_makes_a_copy_and_its_undo_none(library):
    first = add(library, WIRE, "The Gazette", "https://gazette.example/ferry")
    later = add(library, OTHER, "The Gazette", hours=1)
    before = library.article(later).metadata
    edit = MetadataEdit("Edit", later, before, replace(before, address="https://gazette.example/ferry"))
    library.apply(edit)
    assert kin(library, later) == (first, Kinship.NEWER)
    library.apply(edit.inverse())
    assert kin(library, later) is None


def test_a_corrected_outlet_tells_copies_apart(library):
    add(library, WIRE, "The Gazette")
    later = add(library, WIRE, "The Gazette ")
    before = library.article(later).metadata
    library.apply(MetadataEdit("Edit", later, before, replace(before, outlet="The Courier")))
    assert kin(library, later)[1] is Kinship.SHARED


def test_what_is_in_the_trash_or_superseded_is_no_copy(library):
    first, later = add(library, WIRE, "The Gazette"), add(library, WIRE, "The Courier")
    delete = PresenceEdit("Delete", (first,), present=False)
    library.apply(delete)
    assert kin(library, later) is None
    library.apply(delete.inverse())
    assert kin(library, later) == (first, Kinship.SHARED)
    library.apply(SuccessionEdit("New version", first, later))
    assert (kin(library, later), library.overlaps(later)) == (None, ())


def test_what_is_not_shown_yet_is_no_copy(library):
    add(library, WIRE, "The Gazette", present=False)
    assert kin(library, add(library, WIRE, "The Courier")) is None


def insert(library, number):
    """Put a copy in that waits to be compared."""
    article = make_article([Piece(f"Copy {number}"), *map(Piece, WIRE)], Metadata(f"Copy {number}"))
    article_id = library.insert(make_source(article.text.encode()), article.text.encode(), prepare(article))
    library.apply(PresenceEdit("Import", (article_id,), present=True))
    return article_id


def test_what_came_in_waits_to_be_compared(library):
    ids = {insert(library, number) for number in range(2)}
    assert [entry.overlap for entry in library.entries()] == [None, None]
    assert library.compare_next().articles == frozenset()
    found = library.compare_next()
    assert (found.articles, found.topics) == (ids, {Topic.OVERLAPS})
    assert {entry.overlap.other for entry in library.entries()} == ids


def test_nothing_waits_where_all_is_compared(library):
    add(library, WIRE)
    assert library.compare_next() is None


def test_what_waits_in_the_trash_is_compared_as_well(library):
    first, later = (insert(library, number) for number in range(2))
    delete = PresenceEdit("Delete", (later,), present=False)
    library.apply(delete)
    while library.compare_next() is not None:
        pass
    assert kin(library, first) is None
    library.apply(delete.inverse())
    assert kin(library, first) is not None


def test_an_address_corrected_before_is_compared_only_once(library):
    first = add(library, OTHER, "The Gazette", "https://gazette.example/ferry")
    later = insert(library, 1)
    before = library.article(later).metadata
    library.apply(MetadataEdit("Edit", later, before, replace(before, address="https://gazette.example/ferry")))
    library.compare_next()
    assert [overlap.other for overlap in library.overlaps(later)] == [first]
