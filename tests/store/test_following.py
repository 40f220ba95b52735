from __future__ import annotations

from dataclasses import replace
from random import Random

import apsw
import pytest

from apostil.domain.article import Role
from apostil.domain.corrections import corrected
from apostil.domain.edits import (
    AnalysisEdit,
    CorrectionsEdit,
    GlossaryEdit,
    LibraryCorrectionsEdit,
    MetadataEdit,
    PresenceEdit,
    RolesEdit,
    SeveralEdits,
)
from apostil.domain.entity import (
    Confirmed,
    Kind,
    MarkedEntity,
    NotAnEntity,
    OtherExtent,
    OtherKind,
    Renamed,
    SameAs,
    Split,
    fold,
    identity,
)
from apostil.domain.glossary import GlossaryEntry
from apostil.store import following, naming
from apostil.store.folding import folded
from apostil.store.library import Library
from support.names import Invented, news, put, write

MALI = Invented(Kind.LOCATION, ("Mali",), "ML")
BANK = Invented(Kind.ORGANIZATION, ("Bank of Mali", "the Bank"))
ANNA = Invented(Kind.PERSON, ("Anna Quill", "Quill"))
OTTO = Invented(Kind.PERSON, ("Otto Quill", "Quill"))
SHIP = Invented(Kind.WORK, ("Été", "été"))
CAST = (MALI, BANK, ANNA, OTTO, SHIP)
WORDS = [form for one in CAST for form in one.forms] + ["tide mill", "of Mali", "Somebody", "MALI", "Lady Quill"]


@pytest.fixture
def few(library):
    """A library of six articles about the same few."""
    random = Random(5)
    return library, put(library, [news(random, CAST, number, 9) for number in range(6)])


def kept(library):
    """All that the index keeps, article by article, as far as it can be compared."""
    with apsw.Connection(str(library.path), flags=apsw.SQLITE_OPEN_READONLY) as connection:
        entities = connection.execute(
            "SELECT a.id, n.identity, n.kind, n.known, p.name, p.mentions, p.confirmed, m.start, m.end, m.sentence, "
            "m.sentence_end, m.words, m.confidence, m.confirmed, m.named = p.named, m.article = p.article "
            "FROM appearance p JOIN naming m ON m.appearance = p.key JOIN named n ON n.key = p.named "
            "JOIN article a ON a.key = p.article"
        ).fetchall()
        aliases = connection.execute(
            "SELECT a.id, p.name, n.kind, s.folded FROM alias s JOIN appearance p ON p.key = s.appearance "
            "JOIN named n ON n.key = p.named JOIN article a ON a.key = p.article"
        ).fetchall()
        tails = connection.execute(
            "SELECT a.id, p.name, n.kind, t.words FROM tail t JOIN appearance p ON p.key = t.appearance "
            "JOIN named n ON n.key = t.named JOIN article a ON a.key = t.article"
        ).fetchall()
        spelt = connection.execute("SELECT a.id, folded FROM spelling JOIN article a ON a.key = article").fetchall()
        nowhere = connection.execute("SELECT count(*) FROM named WHERE key NOT IN (SELECT named FROM appearance)").get
    return sorted(entities), sorted(aliases), sorted(tails), sorted(spelt), nowhere


def from_scratch(library, ids):
    """The same, found out anew from the articles, their analyses, and what is in force in them."""
    entities, aliases, tails, spelt = [], set(), set(), set()
    for article_id in ids:
        article, analysis = library.article(article_id), library.analysis(article_id)
        if analysis is None:
            continue
        spelt |= {(article_id, fold(name)) for one in analysis.entities for name in (one.name, *one.aliases)}
        for one in corrected(article, analysis.entities, library.effective(article_id)):
            forms = {one.name}
            for mention in one.mentions:
                words = " ".join(mention.span.cut(article.text).split())
                forms.add(words)
                start, end = mention.span.start, mention.span.end
                around = next((s for s in analysis.sentences if s.start <= start < s.end), mention.span)
                facts = (identity(one), one.kind, one.known, one.name, len(one.mentions), int(one.confirmed))
                place = (start, end, around.start, max(around.end, end), words)
                entities.append((article_id, *facts, *place, mention.confidence, int(mention.confirmed), 1, 1))
            aliases |= {(article_id, one.name, one.kind, fold(form)) for form in forms}
            for form in forms:
                parts = folded(form).split()
                tails |= {(article_id, one.name, one.kind, " ".join(parts[at:])) for at in range(len(parts))}
    return sorted(entities), sorted(aliases), sorted(tails), sorted(spelt)


def settled(library):
    while library.index_next():
        pass


def assert_in_step(library, ids):
    settled(library)
    *now, nowhere = kept(library)
    assert tuple(now) == from_scratch(library, ids)
    assert nowhere == 0


def a_correction(random, *, spans=()):
    name, other = random.choice(WORDS), random.choice(WORDS)
    span = random.choice([None, *spans])
    return random.choice(
        [
            OtherKind(name, random.choice(list(Kind)), span),
            MarkedEntity(name, random.choice(list(Kind)), span),
            NotAnEntity(name, span, everywhere=span is None and random.random() < 0.5),
            OtherExtent(name, other, span),
            SameAs(name, other, span),
            Split(name, other, span),
            Renamed(name, other),
            Confirmed(name, span),
        ]
    )


def by_name(random):
    name, other = random.choice(WORDS), random.choice(WORDS)
    return random.choice([OtherKind(name, random.choice(list(Kind))), SameAs(name, other), Renamed(name, other)])


def changed(random, said, new):
    """A list of corrections with another one at its end, or anywhere, or with one less, or in another order."""
    said = list(said)
    match random.randrange(6):
        case 0 | 1 | 2:
            said.append(new)
        case 3:
            said.insert(random.randint(0, len(said)), new)
        case 4 if said:
            said.pop(random.randrange(len(said)))
        case _:
            random.shuffle(said)
    return tuple(said[-6:])


def an_edit(random, library, ids):
    """An edit of anything that the index rests on."""
    article_id = random.choice(ids)
    before = library.rules()
    match random.randrange(9):
        case 0 | 1 | 2 | 3:
            after = (
                (*before, by_name(random)) if random.random() < 0.5 else changed(random, before, a_correction(random))
            )
            return LibraryCorrectionsEdit("", before, after)
        case 4:
            own = library.corrections(article_id)
            spans = [one.span for entity in entities_of(library, article_id) for one in entity.mentions]
            return CorrectionsEdit("", article_id, own, changed(random, own, a_correction(random, spans=spans[:4])))
        case 5:
            entries = library.glossary().entries
            entry = GlossaryEntry(random.choice(WORDS), random.choice([None, *Kind]), random.choice(["", "", "fr"]))
            return GlossaryEdit("", entries, tuple(dict.fromkeys(changed(random, entries, entry))))
        case 6:
            analysis = library.analysis(article_id)
            fewer = analysis and replace(analysis, entities=analysis.entities[random.randrange(2) :])
            return AnalysisEdit("", article_id, analysis, random.choice([fewer, fewer, None]))
        case 7:
            metadata = library.article(article_id).metadata
            after = replace(metadata, language="fr" if metadata.language == "en" else "en")
            return MetadataEdit("", article_id, metadata, after)
    return RolesEdit("", article_id, ((0, None),), ((0, random.choice([None, Role.APPARATUS])),))


def entities_of(library, article_id):
    analysis = library.analysis(article_id)
    return analysis.entities if analysis else ()


@pytest.mark.parametrize("seed", range(12))
def test_the_index_is_what_finding_it_out_anew_gives_after_any_edits(few, seed):
    library, ids = few
    random, done = Random(seed), []
    for _ in range(14):
        if done and random.random() < 0.3:
            edit = done.pop().inverse()
        else:
            edits = [an_edit(random, library, ids)]
            if random.random() < 0.2:
                edits.append(PresenceEdit("", (random.choice(ids),), random.random() < 0.7))
            edit = edits[0] if len(edits) == 1 else SeveralEdits("", tuple(edits))
            done.append(edit)
        library.apply(edit)
        assert_in_step(library, ids)


def test_corrections_by_name_are_followed_at_once(few):
    library, ids = few
    library.apply(LibraryCorrectionsEdit("", (), (Renamed("Anna Quill", "Anna Feather"),)))
    assert library.unindexed() == 0
    assert "person:anna feather" in library.named()
    assert_in_step(library, ids)


def test_an_edit_says_in_which_articles_entities_may_have_changed(library):
    ids = put(library, [write([[(MALI, "Mali"), "is dry."]]), write([[(ANNA, "Quill"), "is not."]])])
    said = (NotAnEntity("Mali", everywhere=True),)
    assert library.apply(LibraryCorrectionsEdit("", (), said)).articles == {ids[0]}
    assert library.apply(LibraryCorrectionsEdit("", said, (*said, Renamed("Quill", "A. Quill")))).articles == {ids[1]}


def test_articles_with_corrections_of_their_own_are_followed_too(few):
    library, ids = few
    library.apply(CorrectionsEdit("", ids[0], (), (Renamed("Anna Feather", "A. F."),)))
    library.apply(LibraryCorrectionsEdit("", (), (Renamed("Anna Quill", "Anna Feather"),)))
    assert_in_step(library, ids)


def test_where_many_articles_change_they_wait_and_are_right_in_the_end(few, monkeypatch):
    library, ids = few
    monkeypatch.setattr(naming, "BATCH_SECONDS", 0)
    library.apply(LibraryCorrectionsEdit("", (), (MarkedEntity("tide mill", Kind.LOCATION),)))
    assert library.unindexed() == len(ids)
    assert library.index_next()
    assert library.unindexed() == len(ids) - 1
    assert_in_step(library, ids)


def test_a_glossary_that_changed_elsewhere_is_followed(few):
    library, ids = few
    library.glossary_file.parent.mkdir(parents=True, exist_ok=True)
    library.glossary_file.write_text("tide mill\tLOC\n", encoding="utf-8")
    assert_in_step(library, ids)
    assert "location:tide mill" in library.named()


def test_a_glossary_that_changed_while_the_library_was_closed_is_followed(few):
    library, ids = few
    path, glossary = library.path, library.glossary_file
    library.close()
    glossary.parent.mkdir(parents=True, exist_ok=True)
    glossary.write_text("tide mill\tLOC\n", encoding="utf-8")
    with Library.open(path) as again:
        assert_in_step(again, ids)


def test_names_that_came_from_other_corrections_are_followed_back(library):
    ids = put(library, [write([[(ANNA, "Anna Quill"), "writes."]])])
    chain = (Renamed("Anna Quill", "Nobody"), Renamed("Nobody", "Somebody"))
    library.apply(LibraryCorrectionsEdit("", (), chain))
    library.apply(LibraryCorrectionsEdit("", chain, chain[:1]))
    assert list(library.named()) == ["person:nobody"]
    assert_in_step(library, ids)


def test_only_articles_that_a_correction_can_touch_are_looked_at(library):
    ids = put(library, [write([[(MALI, "Mali"), "is dry."]]), write([[(ANNA, "Quill"), "is not dry."]])])
    with library._database.reading() as connection:
        keys = {
            article: following.candidates(connection, [correction])
            for article, correction in zip(
                ids, (MarkedEntity("Malí", Kind.LOCATION), NotAnEntity("is not", everywhere=True)), strict=True
            )
        }
        assert [naming.ids_of(connection, found) for found in keys.values()] == [[ids[0]], [ids[1]]]


def test_a_glossary_is_kept_as_it_is_compared():
    entries = [GlossaryEntry("Mali", Kind.LOCATION, "fr", "Malí"), GlossaryEntry('"odd"\t', None)]
    assert following.load_glossary(following.dump_glossary(entries)) == entries


def test_what_an_edit_of_the_glossary_would_reach_is_known_before(library):
    ids = put(library, [write([[(MALI, "Mali"), "is dry."]]), write([[(ANNA, "Quill"), "is not."]])])
    assert library.reach(GlossaryEdit("", (), (GlossaryEntry("Quill", None),))) == {ids[1]}
    assert library.glossary().entries == ()
