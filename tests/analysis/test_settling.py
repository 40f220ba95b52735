from __future__ import annotations

from itertools import pairwise
from operator import attrgetter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from apostil.analysis.engine import Finding
from apostil.analysis.passages import passages
from apostil.analysis.settling import settle
from apostil.domain.article import Article, Role
from apostil.domain.entity import Entity, Kind, entity_id, identity
from support.language import article_of
from support.marked import settled as marked_entities
from support.marked import told

P, O, L, G, E = (  # noqa: E741  # as in the tables below
    Kind.PERSON,
    Kind.ORGANIZATION,
    Kind.LOCATION,
    Kind.GROUP,
    Kind.EVENT,
)


def settled(article: Article, language: str, **found: Kind) -> dict[str, Entity]:
    """The entities where the engine finds these words (with _ for spaces) wherever they stand, as of these kinds."""
    runs = passages(article)
    findings = [_everywhere(run.text, {name.replace("_", " "): kind for name, kind in found.items()}) for run in runs]
    return {entity.name: entity for entity in settle(runs, findings, language)}


def _everywhere(text: str, names: dict[str, Kind]) -> list[Finding]:
    found: list[Finding] = []
    for name in sorted(names, key=len, reverse=True):
        for start in range(len(text)):
            end = start + len(name)
            if text.startswith(name, start) and all(end <= other.start or other.end <= start for other in found):
                found.append(Finding(start, end, names[name], 0.9))
    return sorted(found, key=attrgetter("start"))


def words(article: Article, entity: Entity) -> list[str]:
    return [mention.span.cut(article.text) for mention in entity.mentions]


def test_a_country_is_a_place_whatever_the_engine_says() -> None:
    article = article_of("Niger waits. In Niger, Chad and Togo met.", "Togo")
    found = settled(article, "en", Niger=G, Chad=O)
    assert {name: entity.kind for name, entity in found.items()} == {"Niger": L, "Chad": L, "Togo": L}
    assert [found[name].known for name in ("Niger", "Chad", "Togo")] == ["NE", "TD", "TG"]


def test_a_country_and_its_people_are_known_in_two_languages() -> None:
    english = settled(article_of("Algerians left Algeria."), "en", Algerians=G, Algeria=L)
    french = settled(article_of("Les Algériens quittent l’Algérie."), "fr", Algériens=G, Algérie=L)
    assert {identity(entity) for entity in english.values()} == {identity(entity) for entity in french.values()}


def test_a_place_in_a_longer_name_stays_a_part_of_it() -> None:
    article = article_of("The Bank of Togo opened in Togo.")
    found = settled(article, "en", Bank_of_Togo=O, Togo=L)
    assert words(article, found["Togo"]) == ["Togo"]
    assert found["Bank of Togo"].kind is O


def test_a_name_has_the_kind_that_its_mentions_are_surest_of() -> None:
    article = article_of("Minister Orrin left.", "Orrin said no.", "Orrin fell ill.")
    findings = [[Finding(9, 14, L, 0.4)], [Finding(0, 5, P, 0.9)], [Finding(0, 5, L, 0.4)]]
    (entity,) = settle(passages(article), findings, "en")
    assert {entity.kind, *(mention.kind for mention in entity.mentions)} == {P}


def test_a_surname_joins_the_full_name() -> None:
    article = article_of("Moira Tennant came.", "Later Tennant left. Moira laughed.")
    entity = settled(article, "en", Moira_Tennant=P, Tennant=P, Moira=P)["Moira Tennant"]
    assert entity.aliases == ("Tennant", "Moira")


def test_a_person_and_a_place_of_one_name_stay_two() -> None:
    article = article_of("Ann Lorne swims.", "In Lorne it rains.", "Lorne is wet.", "Lorne swam.")
    findings = [[Finding(0, 9, P, 0.9)], [Finding(3, 8, L, 0.9)], [Finding(0, 5, L, 0.9)], [Finding(0, 5, P, 0.8)]]
    person, place = settle(passages(article), findings, "en")
    assert words(article, person) == ["Ann Lorne", "Lorne"]
    assert words(article, place) == ["Lorne", "Lorne"]


@pytest.mark.parametrize(
    ("language", "text", "name", "found"),
    [
        ("en", "The League of Island States (LIS) met. LIS agreed.", "League of Island States", None),
        ("en", "LIS (League of Island States) met. LIS agreed.", "League of Island States", "LIS"),
        ("fr", "La Ligue des États du Nord (LEN) se réunit. La LEN vote.", "Ligue des États du Nord", None),
    ],
)
def test_an_acronym_joins_the_words_it_stands_for(language: str, text: str, name: str, found: str | None) -> None:
    entity = settled(article_of(text), language, **{(found or name).replace(" ", "_"): O})[name]
    assert (entity.kind, len(entity.mentions)) == (O, 3)


def test_names_of_one_place_are_one_entity() -> None:
    article = article_of("The U.S. and the United States.")
    assert settled(article, "en", United_States=L)["United States"].aliases == ("U.S.",)


def test_missed_mentions_of_a_name_are_found() -> None:
    article = article_of("Moira Tennant came.", "Then Moira Tennant’s ferry left. Tennantville")
    (entity,) = settle(passages(article), [[Finding(0, 13, P, 0.9)], []], "en")
    assert words(article, entity) == ["Moira Tennant", "Moira Tennant"]


def test_a_headline_in_capitals_gives_no_name() -> None:
    article = article_of((Role.HEADLINE, "MOIRA TENNANT WINS, TENNANT SAYS"), "Moira Tennant won. Tennant rows.")
    found = settled(article, "en", MOIRA_TENNANT=P, Moira_Tennant=P, TENNANT=P, Tennant=P)
    assert {name: len(entity.mentions) for name, entity in found.items()} == {"Moira Tennant": 4}


def test_a_name_is_shown_with_its_accents() -> None:
    article = article_of("Noel Keita sings. Noel Keita and Noël Keïta.")
    assert list(settled(article, "en", Noel_Keita=P, Noël_Keïta=P)) == ["Noël Keïta"]


def test_a_person_with_a_place_for_a_surname_is_not_known_as_the_place() -> None:
    article = article_of("Ann Washington came.", "She left. Ms Washington fell ill in Washington.")
    findings = [[Finding(0, 14, P, 0.9)], [Finding(13, 23, P, 0.9), Finding(36, 46, L, 0.95)]]
    person, place = settle(passages(article), findings, "en")
    assert (person.name, person.known, place.known != "") == ("Ann Washington", "", True)


def test_a_determiner_torn_off_is_put_back() -> None:
    article = article_of("Yann Le Goff rame. M. Le Goff rit.")
    (entity,) = settled(article, "fr", Yann_Le_Goff=P, Le=P, Goff=P).values()
    assert words(article, entity) == ["Yann Le Goff", "Le Goff"]


def test_what_runs_a_people_and_a_person_together_is_parted() -> None:
    article = article_of("Le Kényan Eliud Lorne gagne.")
    (people, person) = settle(passages(article), [[Finding(3, 21, P, 0.9)]], "fr")
    assert (people.name, people.kind, people.known, person.name) == ("Kényan", G, "KE", "Eliud Lorne")


def test_a_country_and_what_is_its_own_are_parted() -> None:
    article = article_of("Mali's Digital Week opens.")
    found = settle(passages(article), [[Finding(0, 19, E, 0.6)]], "en")
    assert [(entity.name, entity.kind) for entity in found] == [("Mali", L), ("Digital Week", E)]


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("en", "The minister of Public Works left.", "Public Works"),
        ("fr", "Le ministre de la Pêche a ri.", "Pêche"),
        ("fr", "Le Ministre en charge des Ports a ri.", "Ministre en charge des Ports"),
    ],
)
def test_what_a_minister_is_minister_of_is_no_name(language: str, text: str, name: str) -> None:
    assert settled(article_of(text), language, **{name.replace(" ", "_"): O}) == {}


def test_the_apparatus_has_no_entities_and_bylines_have() -> None:
    article = article_of((Role.BYLINE, "Moira Tennant"), (Role.APPARATUS, "Togo"), "Togo")
    found = settled(article, "en", Moira_Tennant=P)
    assert len(found["Togo"].mentions) == 1
    assert found["Moira Tennant"].kind is P


def test_authors_are_persons() -> None:
    article = article_of((Role.BYLINE, "By Orrin Lorne-Voss"))
    (entity,) = settle(passages(article), [[Finding(3, 8, O, 0.9)]], "en", ["Orrin Lorne-Voss"])
    assert (entity.name, entity.kind) == ("Orrin Lorne-Voss", P)


def test_other_languages_have_countries_alone() -> None:
    assert settled(article_of("Malissa ja Togo, Moira"), "fi").keys() == {"Togo"}


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
    kinds = st.sampled_from(list(Kind))
    return st.tuples(cuts, st.lists(kinds, min_size=4, max_size=4)).map(
        lambda drawn: [
            Finding(start, end, kind, 0.7)
            for start, end, kind in zip(drawn[0][::2], drawn[0][1::2], drawn[1], strict=False)
        ]
    )


@pytest.mark.parametrize("text", ["Union Bank (UB) " * 1200, "minister of " + "A" * 19000 + "!", "Togo " * 3900])
def test_a_huge_block_takes_no_more_than_its_share(text: str) -> None:
    found = [Finding(0, len(text), Kind.ORGANIZATION)]
    assert len(settle(passages(article_of(text)), [found], "en")) <= 2


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "1. [P Ann Orrin KEN] 10.2", {"Ann Orrin, person": ["Ann Orrin"], "KEN, location": ["KEN"]}),
        ("fr", "1. [P Ann Orrin] [O ALL] 10,2", {"Ann Orrin, person": ["Ann Orrin"], "ALL, location": ["ALL"]}),
        ("en", "[P ANN ORRIN KEN] won.", {"ANN ORRIN KEN, person": ["ANN ORRIN KEN"]}),
        ("en", "[P Ann MAR] won.", {"Ann MAR, person": ["Ann MAR"]}),
    ],
)
def test_in_results_a_code_behind_a_person_is_a_country(
    language: str, text: str, expected: dict[str, list[str]]
) -> None:
    assert told(text, language=language) == expected


def test_a_club_is_called_by_its_last_word() -> None:
    found = told("[O Lorne City] won.", "[P60 City] were better. In [L60 City] they sang.")
    assert found == {"Lorne City, organization": ["Lorne City", "City", "City"]}


@pytest.mark.parametrize("offices", ["", "The [O Lorne Office] and the [O Harbour Office] knew."])
def test_an_office_that_nothing_is_said_of_is_no_name(offices: str) -> None:
    assert "Office, organization" not in told(offices or "Nobody knew.", "The [O Office] declined.")


def test_an_office_that_is_named_is_called_so_for_short() -> None:
    found = told("The [O Lorne Office] knew.", "The [O Office] declined.")
    assert found == {"Lorne Office, organization": ["Lorne Office", "Office"]}


@pytest.mark.parametrize("names", ["[P The Okafors]", "The [P Okafors]", "The [G Okafors]"])
def test_a_family_is_none_of_its_members(names: str) -> None:
    found = told("[P Ann Okafor] and [P Emeka Okafor] left.", f"{names} will return. The [P Okafor] brothers sang.")
    assert found["Okafors, person"] == ["Okafors", "Okafor"]


def test_a_surname_in_s_is_no_family() -> None:
    assert told("[P Ann Jones] left.", "[P Jones] will return.") == {"Ann Jones, person": ["Ann Jones", "Jones"]}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[L Le Port] brûle. Au [L Port], on pleure.", {"Le Port, location": ["Le Port", "Port"]}),
        ("[L Le] [L Port] brûle.", {"Le Port, location": ["Le Port"]}),
        ("Le [L Port] brûle.", {"Le Port, location": ["Le Port"]}),
        ("Le [L Mali] vote.", {"Mali, location": ["Mali"]}),
        ("[L Le Port] brûle. À [L Port], on pleure.", {"Le Port, location": ["Le Port"], "Port, location": ["Port"]}),
    ],
)
def test_a_determiner_belongs_to_a_town_that_has_one(text: str, expected: dict[str, list[str]]) -> None:
    assert told(text, language="fr") == expected


def test_the_title_of_a_judge_is_none_of_the_name() -> None:
    assert told("[P Mrs Justice Orrin] ruled. [P Justice Orrin] left.") == {"Orrin, person": ["Orrin", "Orrin"]}


@pytest.mark.parametrize(("language", "text"), [("en", "The [O AU] met."), ("fr", "L’[O UA] se réunit.")])
def test_an_organisation_is_one_in_two_languages(language: str, text: str) -> None:
    (entity,) = marked_entities(text, language=language).values()
    assert identity(entity) == "organization:org:african-union"
