from __future__ import annotations

from itertools import pairwise
from operator import itemgetter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from apostil.analysis.engine import Finding
from apostil.analysis.passages import passages
from apostil.analysis.settling import settle
from apostil.domain.article import Article, Role
from apostil.domain.entity import Entity, Kind, entity_id
from support.language import article_of

P, O, L, G = Kind.PERSON, Kind.ORGANIZATION, Kind.LOCATION, Kind.GROUP  # noqa: E741  # as in the tables below


def settled(article: Article, language: str, **found: Kind | None) -> dict[str, Entity]:
    """The entities where the engine finds these words (with _ for spaces) wherever they stand, as of these kinds."""
    runs = passages(article)
    findings = [_everywhere(run.text, {name.replace("_", " "): kind for name, kind in found.items()}) for run in runs]
    entities = settle(
        runs, [[Finding(*finding) for finding in sorted(own, key=itemgetter(0))] for own in findings], language
    )
    return {entity.name: entity for entity in entities}


def _everywhere(text: str, names: dict[str, Kind | None]) -> list[tuple[int, int, Kind | None]]:
    found: list[tuple[int, int, Kind | None]] = []
    for name in sorted(names, key=len, reverse=True):
        for start in range(len(text)):
            end = start + len(name)
            if text.startswith(name, start) and all(end <= other[0] or other[1] <= start for other in found):
                found.append((start, end, names[name]))
    return found


def words(article: Article, entity: Entity) -> list[str]:
    return [mention.span.cut(article.text) for mention in entity.mentions]


def test_a_country_is_a_place_whatever_the_engine_says() -> None:
    article = article_of("Niger waits. In Niger, Chad and Togo met.", "Togo")
    found = settled(article, "en", Niger=P, Chad=O)
    assert {name: entity.kind for name, entity in found.items()} == {"Niger": L, "Chad": L, "Togo": L}
    assert len(found["Niger"].mentions) == 2


def test_a_place_in_a_longer_name_stays_a_part_of_it() -> None:
    article = article_of("The Bank of Togo opened in Togo.")
    found = settled(article, "en", Bank_of_Togo=O, Togo=L)
    assert words(article, found["Togo"]) == ["Togo"]
    assert found["Bank of Togo"].kind is O


def test_a_name_has_one_kind_throughout() -> None:
    article = article_of("Minister Orrin left.", "Orrin said no.", "Orrin fell ill.")
    runs = passages(article)
    findings = [[Finding(9, 14, L)], [Finding(0, 5, P)], [Finding(0, 5, O)]]
    (entity,) = settle(runs, findings, "en")
    assert entity.kind is P
    assert {mention.kind for mention in entity.mentions} == {P}


@pytest.mark.parametrize("kind", [P, O])
def test_a_surname_joins_the_full_name(kind: Kind) -> None:
    article = article_of("Moira Tennant came.", "Later Tennant left. Moira laughed.")
    entity = settled(article, "en", Moira_Tennant=P, Tennant=kind, Moira=P)["Moira Tennant"]
    assert entity.kind is P
    assert entity.aliases == ("Tennant", "Moira")


def test_a_surname_of_two_joins_the_one_named_last() -> None:
    article = article_of("Ann Bell came.", "Bob Bell came.", "Bell left.")
    found = settled(article, "en", Ann_Bell=P, Bob_Bell=P)
    assert words(article, found["Bob Bell"]) == ["Bob Bell"]
    found = settled(article, "en", Ann_Bell=P, Bob_Bell=P, Bell=P)
    assert words(article, found["Bob Bell"]) == ["Bob Bell", "Bell"]


@pytest.mark.parametrize(
    ("language", "name", "text", "forms"),
    [
        ("en", "Tom Okafor", "Okafor asked the United Nations. So Okafor left.", ["Okafor", "Okafor"]),
        ("en", "Ana da Silva", "Da Silva left, and da Silva laughed.", ["Da Silva", "da Silva"]),
        ("fr", "Moussa Ag Ilyène", "L’avis d’Ag Ilyène compte.", ["Ag Ilyène"]),
        ("fr", "Jean Le Goff", "Le Goff a ri.", ["Le Goff"]),
        ("fr", "Koffi Kpodégbé", "Kpodégbé a demandé de l’aide.", ["Kpodégbé"]),
        ("en", "Rémi Kpodégbé-Sossou", "Kpodégbé-Sossou spoke.", ["Kpodégbé-Sossou"]),
    ],
)
def test_a_surname_that_nobody_found_is_a_mention(language: str, name: str, text: str, forms: list[str]) -> None:
    article = article_of(f"{name} 1.", text)
    findings = [[Finding(0, len(name), P)], []]
    (entity,) = (one for one in settle(passages(article), findings, language) if one.kind is P)
    assert entity.name == name
    assert words(article, entity) == [name, *forms]


def test_a_particle_that_was_cut_comes_back() -> None:
    article = article_of("Jean Le Goff.", "Pour Le Goff, fini.")
    (entity,) = settle(passages(article), [[Finding(0, 12, P)], [Finding(5, 12, P)]], "fr")
    assert words(article, entity) == ["Jean Le Goff", "Le Goff"]


def test_a_name_of_descent_is_a_persons() -> None:
    assert settled(article_of("Moussa Ag Ilyène came."), "en", Moussa_Ag_Ilyène=O)["Moussa Ag Ilyène"].kind is P


@pytest.mark.parametrize(
    ("language", "text", "name", "kind"),
    [
        ("en", "The League of Island States (LIS) met. LIS agreed.", "League of Island States", L),
        ("fr", "La Ligue des États du Nord (LEN) se réunit. La LEN vote.", "Ligue des États du Nord", None),
        ("fr", "La Confédération des Îles du Nord (CNI) vote. CNI", "Confédération des Îles du Nord", L),
    ],
)
def test_an_acronym_joins_the_words_it_stands_for(language: str, text: str, name: str, kind: Kind | None) -> None:
    entity = settled(article_of(text), language, **{name.replace(" ", "_"): kind})[name]
    assert entity.kind is O
    assert entity.id == entity_id(name, O)
    assert len(entity.mentions) == 3


def test_names_of_one_place_are_one_entity() -> None:
    article = article_of("The U.S. and the United States.")
    assert settled(article, "en", United_States=L)["United States"].aliases == ("U.S.",)


def test_missed_mentions_of_a_name_are_found() -> None:
    article = article_of("Moira Tennant came.", "Then Moira Tennant’s ferry left. Tennantville")
    findings = [[Finding(0, 13, P)], []]
    (entity,) = settle(passages(article), findings, "en")
    assert words(article, entity) == ["Moira Tennant", "Moira Tennant"]


def test_a_word_that_may_begin_a_sentence_is_not_sought() -> None:
    article = article_of("Mark saw Hope.", "Hope is all they have.")
    findings = [[Finding(9, 13, P)], []]
    (entity,) = settle(passages(article), findings, "en")
    assert len(entity.mentions) == 1


@pytest.mark.parametrize(("text", "kind"), [("Les Maliens votent.", G), ("L’OLN vote.", O)])
def test_what_is_only_a_name_gets_a_kind_by_cues(text: str, kind: Kind) -> None:
    name = "Maliens" if kind is G else "OLN"
    assert settled(article_of(text), "fr", **{name: None})[name].kind is kind


def test_what_is_only_a_name_is_nothing_without_cues() -> None:
    assert settled(article_of("La Nouvelle Vague monte."), "fr", Nouvelle_Vague=None) == {}


def test_the_apparatus_has_no_entities_and_bylines_have() -> None:
    article = article_of((Role.BYLINE, "Moira Tennant"), (Role.APPARATUS, "Togo"), "Togo")
    found = settled(article, "en", Moira_Tennant=P)
    assert len(found["Togo"].mentions) == 1
    assert found["Moira Tennant"].kind is P


def test_authors_are_persons() -> None:
    article = article_of((Role.BYLINE, "By Orrin Lorne-Voss"))
    (entity,) = settle(passages(article), [[]], "en", ["Orrin Lorne-Voss"])
    assert entity.kind is P


def test_more_agreement_is_more_confidence() -> None:
    article = article_of("Orrin came. Orrin went. Voss came.")
    found = settled(article, "en", Orrin=P, Voss=P)
    assert found["Voss"].mentions[0].confidence < found["Orrin"].mentions[0].confidence < 1


def test_other_languages_have_places_alone() -> None:
    assert settled(article_of("Bamako ja Togo, Moira"), "fi").keys() == {"Bamako", "Togo"}


WORDS = st.sampled_from(
    ["Togo", "Bank of Togo", "Ann Bell", "Bell", "(AB)", "said", "US", "the", "Minister", "Éva", "."]
)
TEXTS = st.lists(st.lists(WORDS, max_size=8).map(" ".join), max_size=3)


@given(TEXTS, st.sampled_from(["en", "fr", "xx"]), st.data())
@settings(max_examples=300, deadline=None)
def test_entities_are_whole_whatever_the_engine_finds(texts: list[str], language: str, data: st.DataObject) -> None:
    article = article_of(*texts)
    runs = passages(article)
    findings = [data.draw(_findings(len(run.text))) for run in runs]
    entities = settle(runs, findings, language)
    assert len({entity.id for entity in entities}) == len(entities)
    spans = sorted(mention.span for entity in entities for mention in entity.mentions)
    assert all(before.end <= after.start for before, after in pairwise(spans))
    assert all(any(block.span.covers(span) for block in article.blocks) for span in spans)
    for entity in entities:
        assert entity.mentions
        assert entity.id == entity_id(entity.name, entity.kind)
        forms = {" ".join(word.split()) for word in words(article, entity)}
        assert forms == {entity.name, *entity.aliases}
        assert all(mention.kind is entity.kind and 0 < mention.confidence < 1 for mention in entity.mentions)


def _findings(length: int) -> st.SearchStrategy[list[Finding]]:
    cuts = st.lists(st.integers(0, length), max_size=8, unique=True).map(sorted)
    kinds = st.sampled_from([*Kind, None])
    return st.tuples(cuts, st.lists(kinds, min_size=4, max_size=4)).map(
        lambda drawn: [
            Finding(start, end, kind) for start, end, kind in zip(drawn[0][::2], drawn[0][1::2], drawn[1], strict=False)
        ]
    )


@pytest.mark.parametrize("text", ["Union Bank (UB) " * 1200, "minister of " + "A" * 19000 + "!", "Togo " * 3900])
def test_a_huge_block_takes_no_more_than_its_share(text: str) -> None:
    found = [Finding(0, len(text), Kind.ORGANIZATION)]
    assert len(settle(passages(article_of(text)), [found], "en")) <= 2
