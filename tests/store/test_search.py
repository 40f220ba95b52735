from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apostil.domain.article import Metadata, Piece, Role
from apostil.domain.edits import AnnotationsEdit, MetadataEdit, PresenceEdit
from apostil.store.search import matches, occurrences
from support.libraries import PIECES, add_article, make_annotation, make_article, make_library

ARTICLE = make_article()
OTHER = make_article(
    (
        Piece("The lighthouse at Port Amity", Role.HEADLINE),
        Piece("The keeper counts ships. The state pays for oil."),
        Piece("A long line of " + "quiet water, " * 60 + "then a storm near the harbour wall."),
    )
)


@pytest.fixture
def ids(library):
    return add_article(library, ARTICLE), add_article(library, OTHER)


def found(library, query):
    return [hit.id for hit in library.search(query)]


@pytest.mark.parametrize(
    "query",
    ["etat", "ÉTAT", "l’État", "l'etat", "coeur", "cœur", "kerouan", "Kérou", "loevenbruck", "1 200", "eau-vive", "ete",
     '"1\u202f200 litres"', "sécheresse eau", '"le coeur du village"', "« l’état doit »"],
)  # fmt: skip
def test_people_find_what_they_mean(library, ids, query):
    assert found(library, query) == [ids[0]]


@pytest.mark.parametrize("query", ["cheresse", "etat lighthouse", '"doit état"', "kerou eau", "zzz", "", "  ", '"'])
def test_what_is_not_there_is_not_found(library, ids, query):
    assert found(library, query) == []


def test_notes_and_tags_are_found(library, ids):
    mark = make_annotation(ARTICLE, ids[0], note="À vérifier auprès du préfet", tags=("Hydrologie",))
    library.apply(AnnotationsEdit("Note", (), (mark,)))
    assert found(library, "prefet") == found(library, "hydro") == [ids[0]]
    changed = replace(mark, note="Fait", tags=())
    library.apply(AnnotationsEdit("Note", (mark,), (changed,)))
    assert found(library, "prefet") == found(library, "hydro") == []


def test_words_may_stand_in_the_text_and_in_a_note(library, ids):
    library.apply(AnnotationsEdit("Note", (), (make_annotation(ARTICLE, ids[0], note="ask the prefect"),)))
    assert found(library, "kerouan prefect") == [ids[0]]


def test_an_edited_title_is_found(library, ids):
    library.apply(MetadataEdit("Edit", ids[1], OTHER.metadata, Metadata("Zanzibar")))
    (hit,) = library.search("zanzi")
    assert (hit.id, hit.excerpt, hit.marked) == (ids[1], "Zanzibar", ((0, 5),))
    library.apply(MetadataEdit("Edit", ids[1], Metadata("Zanzibar"), OTHER.metadata))
    assert found(library, "zanzi") == []


def test_what_is_in_the_trash_is_not_found(library, ids):
    edit = PresenceEdit("Delete", (ids[0],), False)
    library.apply(edit)
    assert found(library, "etat") == []
    library.apply(edit.inverse())
    assert found(library, "etat") == [ids[0]]


def test_a_title_weighs_more_than_a_text(library):
    filler = Piece("Nothing to see on this page but words and words and more of them.")
    in_text = add_article(library, make_article((Piece("Plain", Role.HEADLINE), filler, Piece("A heron stands."))))
    in_title = add_article(
        library, make_article((Piece("The heron", Role.HEADLINE), filler, Piece("It stands there.")))
    )
    assert found(library, "heron") == [in_title, in_text]


def test_no_more_hits_than_asked_for(library, ids):
    assert len(library.search("l", limit=1)) == 1


@pytest.mark.parametrize(
    ("query", "excerpt", "marked"),
    [
        ("etat", PIECES[2].text, ["État"]),
        ("coeur etat", PIECES[2].text, ["État", "cœur"]),
        ("storm", None, ["storm"]),
        ("ligh", OTHER.metadata.title, ["ligh"]),
    ],
)
def test_a_hit_shows_its_words_in_their_block(library, ids, query, excerpt, marked):
    (hit,) = library.search(query)
    assert [hit.excerpt[start:end] for start, end in hit.marked] == marked
    assert hit.excerpt == excerpt or (excerpt is None and len(hit.excerpt) < 200)


def test_a_hit_in_a_note_shows_the_note(library, ids):
    mark = make_annotation(ARTICLE, ids[0], note="ask the prefect", tags=("eau",))
    library.apply(AnnotationsEdit("Note", (), (mark,)))
    (hit,) = library.search("prefect")
    assert (hit.excerpt, hit.marked) == ("ask the prefect", ((8, 15),))


@given(query=st.text() | st.text(st.sampled_from("ae\"'*()-:^{}+ ANDORNOT«»’\\\x00")))
def test_no_query_is_an_error(tmp_path_factory, shared, query):
    shared.search(query)
    matches(ARTICLE.text, query)
    occurrences(ARTICLE.text, query)


@pytest.fixture(scope="module")
def shared(tmp_path_factory):
    with make_library(tmp_path_factory.mktemp("shared"), 3) as library:
        add_article(library, ARTICLE)
        yield library


@given(start=st.integers(0, len(ARTICLE.text) - 1), length=st.integers(1, 40))
def test_every_run_of_a_text_is_found_as_a_phrase(shared, start, length):
    words = ARTICLE.text[start : start + length].split()[1:-1]
    phrase = " ".join(words).translate(str.maketrans("", "", "«»"))
    if any(char.isalnum() for char in phrase):
        assert matches(ARTICLE.text, f'"{phrase}"')
        assert shared.search(f'"{phrase}"')


@pytest.mark.parametrize(
    ("text", "query", "expected"),
    [
        ("L’État, l'etat, L\u2019E\u0301TAT", "etat", ["État", "etat", "E\u0301TAT"]),
        ("cœur, coeur, cœurs", "coeur ", ["cœur", "coeur", "cœur"]),
        ("cœur, coeur, cœurs", '"coeur"', ["cœur", "coeur"]),
        ("1\u202f200 litres et 1 200 euros", '"1 200"', ["1\u202f200", "1 200"]),
        ("Burkina Faso, le Faso", "burkina faso", ["Burkina", "Faso", "Faso"]),
        ("Burkina Faso, le Faso", '"burkina faso"', ["Burkina Faso"]),
        ("🇲🇱 Mali", "mali", ["Mali"]),
        ("sou\u00adligner", "souligner", ["sou\u00adligner"]),
        ("formal", "mal", []),
    ],
)
def test_places_are_found_in_a_text(text, query, expected):
    assert [span.cut(text) for span in matches(text, query)] == expected


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("L’État et l’étatisme", "tat", ["tat", "tat"]),
        ("L’État doit, l'etat   doit", "l'etat doit", ["L’État doit", "l'etat   doit"]),
        ("nothing", "", []),
        ("nothing", "—", []),
    ],
)
def test_words_are_found_in_a_row_as_typed(text, words, expected):
    assert [span.cut(text) for span in occurrences(text, words)] == expected
