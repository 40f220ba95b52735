import time
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from apostil.domain.annotation import Color
from apostil.domain.article import ArticleId
from apostil.domain.edits import AnnotationsEdit, Changes, MetadataEdit, PresenceEdit, Topic
from apostil.domain.library import Entry, Hit, Kinship, Overlap
from apostil.ui.models.library_model import LibraryModel, Roles, Sieve, Sorting, entry_facts
from support import panels


class Shelf:
    """A library that is nothing but its entries."""

    def __init__(self, entries):
        self.by_id = {entry.id: entry for entry in entries}
        self.asked = []

    def entries(self):
        self.asked.append("all")
        return list(self.by_id.values())

    def is_present(self, article_id):
        return article_id in self.by_id

    def overlaps(self, article_id):
        entry = self.by_id.get(article_id)
        return [entry.overlap] if entry and entry.overlap else []

    def entry(self, article_id):
        self.asked.append(article_id)
        return self.by_id[article_id]


def an_entry(number, title="", **rest):
    imported = panels.NOON.replace(minute=number % 60, hour=number // 60 % 24)
    given = {"outlet": "Basin Observer", "language": "en", "published": None, "words": 100, "marks": 0} | rest
    return Entry(ArticleId(f"a{number}"), title, imported=imported, source_name=f"file{number}.txt", **given)


def a_model(*entries):
    model = LibraryModel(Shelf(entries))
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    model.tester = tester
    return model


def titles(model):
    return [model.index(row).data() for row in range(model.rowCount())]


def changed(*articles, topic=Topic.METADATA):
    return Changes(frozenset(articles), frozenset({topic}))


def test_the_newest_import_comes_first(qapp):
    assert titles(a_model(an_entry(1, "Old"), an_entry(2, "New"))) == ["New", "Old"]


def test_an_article_without_a_title_goes_by_its_file(qapp):
    assert titles(a_model(an_entry(7))) == ["file7.txt"]


@pytest.mark.parametrize(
    ("sorting", "expected"),
    [
        (Sorting.TITLE, ["Ébène", "Écluse", "Zinc"]),
        (Sorting.MARKS, ["Écluse", "Ébène", "Zinc"]),
        (Sorting.OUTLET, ["Zinc", "Ébène", "Écluse"]),
        (Sorting.PUBLISHED, ["Zinc", "Écluse", "Ébène"]),
    ],
)
def test_rows_are_sorted(qapp, sorting, expected):
    day = panels.NOON.date()
    model = a_model(
        an_entry(1, "Écluse", marks=3, outlet="", published=day.replace(day=1)),
        an_entry(2, "Zinc", outlet="Âme", published=day),
        an_entry(3, "Ébène", marks=1, outlet="Basin"),
    )
    model.set_sorting(sorting)
    assert titles(model) == expected


@pytest.mark.parametrize(
    ("sieve", "expected"),
    [
        (Sieve(), ["Deux", "One"]),
        (Sieve(language="fr"), ["Deux"]),
        (Sieve(marked=True), ["One"]),
        (Sieve(tag="rice"), ["One"]),
        (Sieve(language="fr", marked=True), []),
    ],
)
def test_rows_are_filtered(qapp, sieve, expected):
    model = a_model(an_entry(1, "One", marks=2, tags=("rice",)), an_entry(2, "Deux", language="fr"))
    model.set_sieve(sieve)
    assert titles(model) == expected
    assert model.total == 2


def test_hits_stand_best_first_whatever_the_sorting(qapp):
    model = a_model(an_entry(1, "A"), an_entry(2, "B"), an_entry(3, "C"))
    model.set_hits([Hit(ArticleId("a1"), "…x…", ((1, 2),)), Hit(ArticleId("a3"), "", ())])
    assert titles(model) == ["A", "C"]
    assert model.index(0).data(Roles.HIT).excerpt == "…x…"
    model.set_hits(None)
    assert titles(model) == ["C", "B", "A"]


def test_one_changed_article_is_read_alone_and_moves_to_its_place(qapp, qtbot):
    model = a_model(*(an_entry(number, f"T{number}") for number in range(9)))
    model.set_sorting(Sorting.TITLE)
    shelf = model._library
    shelf.asked.clear()
    shelf.by_id["a0"] = replace(shelf.by_id["a0"], title="T5b")
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.rowsMoved):
        model.apply(changed("a0"))
    assert titles(model) == ["T1", "T2", "T3", "T4", "T5", "T5b", "T6", "T7", "T8"]
    assert shelf.asked == ["a0"]


@pytest.mark.parametrize("number", [0, 4, 8])
@pytest.mark.parametrize("title", ["", "T3a", "Z"])
def test_moving_a_row_keeps_the_order(qapp, number, title):
    model = a_model(*(an_entry(one, f"T{one}") for one in range(9)))
    model.set_sorting(Sorting.TITLE)
    shelf = model._library
    shelf.by_id[f"a{number}"] = replace(shelf.by_id[f"a{number}"], title=title)
    model.apply(changed(f"a{number}"))
    assert titles(model) == titles(a_sorted(shelf))


def a_sorted(shelf):
    model = LibraryModel(shelf)
    model.set_sorting(Sorting.TITLE)
    return model


def test_a_changed_row_that_stays_is_painted_again(qapp, qtbot):
    model = a_model(an_entry(1, "One"), an_entry(2, "Two"))
    model._library.by_id["a1"] = replace(model._library.by_id["a1"], marks=4)
    with qtbot.waitSignal(model.dataChanged) as told:
        model.apply(changed("a1", topic=Topic.ANNOTATIONS))
    assert told.args[0].row() == 1
    assert model.entry_at(1).marks == 4


def test_articles_come_and_go_by_themselves(qapp, qtbot):
    model = a_model(an_entry(1, "One"))
    model._library.by_id["a2"] = an_entry(2, "Two")
    with qtbot.waitSignal(model.rowsInserted):
        model.apply(changed("a2", topic=Topic.PRESENCE))
    assert titles(model) == ["Two", "One"]
    del model._library.by_id["a1"]
    with qtbot.waitSignal(model.rowsRemoved):
        model.apply(changed("a1", topic=Topic.PRESENCE))
    assert titles(model) == ["Two"]


def test_a_row_that_no_longer_passes_goes(qapp):
    model = a_model(an_entry(1, "One", marks=1))
    model.set_sieve(Sieve(marked=True))
    model._library.by_id["a1"] = an_entry(1, "One")
    model.apply(changed("a1", topic=Topic.ANNOTATIONS))
    assert titles(model) == []


def test_many_changes_read_the_list_anew(qapp, qtbot):
    model = a_model(an_entry(1, "One"))
    model._library.by_id |= {ArticleId(f"a{n}"): an_entry(n, f"T{n}") for n in range(100)}
    with qtbot.waitSignal(model.modelReset):
        model.apply(changed(*(f"a{n}" for n in range(100)), topic=Topic.PRESENCE))
    assert model.rowCount() == 100


def test_an_analysis_changes_no_row(qapp, qtbot):
    model = a_model(an_entry(1, "One"))
    model._library.asked.clear()
    model.apply(changed("a1", topic=Topic.ANALYSIS))
    assert model._library.asked == []


def test_a_row_is_told_in_words(qapp):
    model = a_model(an_entry(1, "One", marks=1, published=panels.NOON.date()))
    told = model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert told == "One, Basin Observer, EN, 3 Feb 2026, 1 highlight"


def test_facts_that_are_not_known_are_left_out(qapp):
    assert entry_facts(an_entry(1, language="")) == []


def test_a_thousand_articles_are_there_at_once(qapp):
    entries = [an_entry(number, f"Title of the article {number}") for number in range(1000)]
    started = time.perf_counter()
    model = LibraryModel(Shelf(entries))
    assert model.rowCount() == 1000
    assert time.perf_counter() - started < 3


def test_edits_of_a_real_library_are_followed(qapp, tmp_path):
    desk = panels.a_desk(tmp_path)
    one = panels.add(desk.library, panels.ENGLISH, "one.txt")
    model = LibraryModel(desk.library)
    desk.changed.connect(model.apply)
    before = panels.ENGLISH.metadata
    desk.do(MetadataEdit("Edit details", one, before, replace(before, title="Quays")))
    mark = panels.a_mark(panels.ENGLISH, one, "rice", Color.RED, tags=("food",))
    desk.do(AnnotationsEdit("Highlight", (), (mark,)))
    assert titles(model) == ["Quays"]
    assert model.entry_at(0).marks == 1
    desk.do(PresenceEdit("Delete article", (one,), present=False))
    assert titles(model) == []
    desk.library.close()


def kin(model, row):
    return model.index(row).data(Roles.KIN)


def an_overlap(number, share=0.842, kinship=Kinship.SHARED):
    return Overlap(ArticleId(f"a{number}"), share, kinship)


@pytest.mark.parametrize(
    ("overlap", "expected"),
    [
        (an_overlap(1), "84\u00a0% shared"),
        (an_overlap(1, kinship=Kinship.NEWER), "Newer copy"),
        (an_overlap(1, kinship=Kinship.OLDER), "Older copy"),
        (an_overlap(1, kinship=Kinship.COPY), "84\u00a0% the same"),
        (an_overlap(1, 0.999, Kinship.COPY), "99\u00a0% the same"),
        (an_overlap(1, 1.0, Kinship.COPY), "Same text"),
        (an_overlap(9), ""),
        (None, ""),
    ],
)
def test_a_row_says_in_a_word_how_it_stands_to_another_article(qapp, overlap, expected):
    model = a_model(an_entry(1, "Rain"), an_entry(2, "Sun", overlap=overlap))
    assert kin(model, 0) == expected


@pytest.mark.parametrize(
    ("title", "overlap", "expected"),
    [
        ("Sun", an_overlap(1), "84\u00a0% of its words stand in “Rain” (Basin Observer, file1.txt) too"),
        (
            "Sun",
            an_overlap(1, 1.0, Kinship.COPY),
            "The same text, from another file: “Rain” (Basin Observer, file1.txt)",
        ),
        ("Rain", an_overlap(1, kinship=Kinship.NEWER), "Newer copy of file1.txt (Basin Observer), 84\u00a0% the same"),
        ("Rain", an_overlap(1, kinship=Kinship.COPY), "84\u00a0% the same as file1.txt (Basin Observer)"),
        ("Rain", an_overlap(9), ""),
    ],
)
def test_the_other_article_is_named_so_that_it_can_be_told_apart(qapp, title, overlap, expected):
    model = a_model(an_entry(1, "Rain"), an_entry(2, title, overlap=overlap))
    assert model.kin_told(model.entry_at(0)) == expected


@pytest.mark.parametrize(
    ("title", "outlet", "expected"),
    [
        ("Rain", "Basin Observer", "file2.txt · Basin Observer"),
        ("Rain", "Gazette", "Gazette"),
        ("Sun", "Basin Observer", "Basin Observer"),
        ("Rain", "", "file2.txt"),
    ],
)
def test_a_copy_that_looks_the_same_is_told_by_its_file(qapp, title, outlet, expected):
    model = a_model(
        an_entry(1, "Rain", outlet=outlet and "Basin Observer"),
        an_entry(2, title, outlet=outlet, overlap=an_overlap(1)),
    )
    assert model.index(0).data(Roles.LEAD) == expected


def test_copies_that_are_kept_apart_are_not_called_newer(qapp):
    model = a_model(an_entry(1, "Rain"), an_entry(2, "Sun", overlap=an_overlap(1, kinship=Kinship.NEWER)))
    model.apart = lambda: frozenset({frozenset({ArticleId("a1"), ArticleId("a2")})})
    assert kin(model, 0) == "84\u00a0% the same"


@pytest.mark.parametrize("topic", [Topic.PRESENCE, Topic.METADATA])
def test_a_row_follows_what_happens_to_the_article_it_shares_text_with(qapp, topic):
    model = a_model(an_entry(1, "Rain", overlap=an_overlap(2)), an_entry(2, "Sun", overlap=an_overlap(1)))
    model._library.by_id["a1"] = an_entry(1, "Rain")
    model.apply(changed("a2", topic=topic))
    assert kin(model, 1) == ""


def test_chapters_stand_in_the_order_of_their_book(qapp):
    parts = {"10": "Alpha", "2": "Zulu", "1": "Mike"}
    noon = panels.NOON
    entries = [replace(an_entry(n, title, part=part), imported=noon) for n, (part, title) in enumerate(parts.items())]
    assert titles(a_model(*entries)) == ["Mike", "Zulu", "Alpha"]


def test_what_waits_and_versions_are_facts():
    assert entry_facts(an_entry(1, "Rain", orphans=2, versions=3)) == ["EN", "2 not placed", "3 versions"]


def test_a_title_is_no_markup_in_its_tool_tip(qapp):
    model = a_model(an_entry(1, "<img src='x'> & <b>rain</b>"))
    tip = model.index(0).data(Qt.ItemDataRole.ToolTipRole)
    assert "&lt;img src=&#x27;x&#x27;&gt; &amp; &lt;b&gt;rain" in tip


def test_articles_that_come_in_together_come_as_one_run_of_rows(qapp):
    model = a_model(an_entry(1, "First"), an_entry(9, "Last"))
    new = [an_entry(number, f"Article {number}") for number in (3, 4, 5)]
    model._library.by_id.update((entry.id, entry) for entry in new)
    runs = []
    model.rowsInserted.connect(lambda _parent, first, last: runs.append((first, last)))
    model.apply(changed(*(entry.id for entry in new), topic=Topic.PRESENCE))
    assert runs == [(1, 3)]
    assert titles(model) == ["Last", "Article 5", "Article 4", "Article 3", "First"]
