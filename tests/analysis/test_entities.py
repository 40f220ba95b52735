"""Our engine with everything on top of it, on articles of our own and on two real ones where they are."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256

import pytest

from apostil.analysis.entities import find
from apostil.analysis.own_engine import OwnEngine
from apostil.analysis.stamps import RULES
from apostil.domain.article import Article, Role
from apostil.domain.entity import Entity, Kind
from support.language import SHARED, article_of
from support.marked import marked

ENGLISH = article_of(
    (Role.HEADLINE, "Togo opens Level IV ferry terminal in Lomé"),
    "Togolese officials opened a Level IV terminal in Lomé on Monday, during Togo’s Harbour Week.",
    "“The terminal is a first step,” said Kossi Ag Dorne, Togo's Minister of Ports, Fisheries and Rural Roads.",
    (Role.HEADING, "Benin and Ghana follow"),
    "The League of Gulf Harbours (LGP) paid for it. Ghana will follow, Dorne said, and the LGP agrees.",
    (Role.BYLINE, "Maren Oduya"),
    (Role.APPARATUS, "Peru: read more about Lima"),
)
FRENCH = article_of(
    (Role.HEADLINE, "Le Togo inaugure un terminal de Niveau IV à Lomé"),
    "C'est M. Kossi Ag Dorne, le Ministre en charge des Ports, de la Pêche Durable et des Routes, qui l’a ouvert.",
    "L’Union des Ports du Golfe (UPG) a payé. Le Ghana et le Bénin suivront, a déclaré M. Dorne.",
    "Les Togolais saluent l’UPG, et le Togo aussi.",
    (Role.APPARATUS, "Pérou : lire aussi"),
    language="fr",
)


def entities(article: Article, language: str) -> dict[str, Entity]:
    return {entity.name: entity for entity in find(article, language, OwnEngine())}


@pytest.mark.parametrize(
    ("language", "name", "kind", "count"),
    [
        ("en", "Togo", Kind.LOCATION, 3),
        ("en", "Lomé", Kind.LOCATION, 2),
        ("en", "Ghana", Kind.LOCATION, 2),
        ("en", "Benin", Kind.LOCATION, 1),
        ("en", "Kossi Ag Dorne", Kind.PERSON, 2),
        ("en", "Maren Oduya", Kind.PERSON, 1),
        ("en", "Togolese", Kind.GROUP, 1),
        ("en", "League of Gulf Harbours", Kind.ORGANIZATION, 3),
        ("fr", "Togo", Kind.LOCATION, 2),
        ("fr", "Lomé", Kind.LOCATION, 1),
        ("fr", "Ghana", Kind.LOCATION, 1),
        ("fr", "Bénin", Kind.LOCATION, 1),
        ("fr", "Kossi Ag Dorne", Kind.PERSON, 2),
        ("fr", "Union des Ports du Golfe", Kind.ORGANIZATION, 3),
        ("fr", "Togolais", Kind.GROUP, 1),
    ],
)
def test_names_are_found_with_their_kind_every_time(language: str, name: str, kind: Kind, count: int) -> None:
    entity = entities(ENGLISH if language == "en" else FRENCH, language)[name]
    assert entity.kind is kind
    assert len(entity.mentions) == count


@pytest.mark.parametrize(("article", "language"), [(ENGLISH, "en"), (FRENCH, "fr")])
def test_neither_the_apparatus_nor_common_words_are_entities(article: Article, language: str) -> None:
    found = entities(article, language)
    assert not found.keys() & {"Peru", "Pérou", "Lima", "Level IV", "Niveau IV", "Ports", "Fisheries", "Ministre"}


def test_other_languages_get_places_alone() -> None:
    article = article_of("Bamako on Malin pääkaupunki, sanoi Matti Virtanen.")
    assert entities(article, "fi").keys() == {"Bamako"}


def shared(language: str) -> Article:
    path = SHARED / "articles" / f"mali-data-center.{language}.txt"
    if not path.exists():
        pytest.skip("the real articles are not on this machine")
    lines = path.read_text("utf-8").splitlines()
    last = 12 if language == "en" else len(lines) - 1
    roles = {0: Role.HEADLINE, last: Role.BYLINE}
    return article_of(
        *(
            (roles.get(index, Role.PARAGRAPH if index < last else Role.APPARATUS), line)
            for index, line in enumerate(lines)
        ),
        language=language,
    )


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_real_article_has_its_places_its_person_and_no_junk(language: str) -> None:
    article = shared(language)
    found = entities(article, language)
    for name in ("Mali", "Burkina Faso", "Niger", *(["Bamako"] if language == "en" else [])):
        assert found[name].kind is Kind.LOCATION
        assert all(mention.kind is Kind.LOCATION for mention in found[name].mentions)
    persons = {entity.name for entity in found.values() if entity.kind is Kind.PERSON}
    assert persons == {"Alhamdou Ag Ilyène", "Samira Njoya" if language == "en" else "A.Ouattara"}


@pytest.mark.parametrize("name", ["Mali", "Bamako", "Burkina Faso", "Niger"])
def test_no_place_of_a_real_article_is_missed(name: str) -> None:
    article = shared("en")
    held = [block.span for block in article.blocks if block.role is not Role.APPARATUS]
    text = article.text
    places = [start for start in range(held[-1].end) if text.startswith(name, start)]
    wanted = [start for start in places if not text[start + len(name)].isalpha()]
    assert [mention.span.start for mention in entities(article, "en")[name].mentions] == wanted


@pytest.mark.parametrize(
    ("language", "name", "texts", "count"),
    [
        ("en", "Tom Okafor", ("Mayor Tom Okafor opened the mill.", "Okafor asked the United Nations for help."), 2),
        ("fr", "Koffi Kpodégbé", ("Le maire Koffi Kpodégbé vote.", "Kpodégbé a ri. L’avis de Kpodégbé compte."), 3),
    ],
)
def test_a_surname_later_is_the_same_person(language: str, name: str, texts: tuple[str, ...], count: int) -> None:
    assert len(entities(article_of(*texts, language=language), language)[name].mentions) == count


SETTLED = {
    "en": (
        "[P Mrs Justice Orrin] of the [O Union of Island Ports] ([O UIP]) met [P Moira Tennant] in [L Lomé], [L Togo].",
        "[P Tennant] told the [O80 AU] that the [G Togolese] left; the [P43 Tennants] stayed. [O Ministry] said no.",
        "The [O LKP] ([O Island Harvest Party]) and [O Lorne City] won. [P60 City] sang.",
        "The [E Lorne Games] in [L40 Lome] began; the [G Togolese] cheered.",
        "1. [P Ann Bell KEN] 2. [P Bo Renn] ([L GER]). [P Mr Bell] left.",
        "The [O UN] read [W The Tide Book], as [P ANN BELL] did. [O90 Lorne City] and [O UIP] will, Tennant said.",
    ),
    "fr": (
        "[P Mme Maëlle Le Goff] et [P Yann Le Goff] quittent [L Le Port]. Au [L Port], [P M. Le] [P Goff] parle.",
        "L’[O Union africaine] ([O UA]) et la [O50 Croix-Rouge] aident les [G Maliens] du [L Mali] et de [L Bamako].",
    ),
}
"""Marked paragraphs that most of the rules have to do with."""

RECORDED = {
    4: "807fc913c523",
    5: "807fc913c523",
    6: "807fc913c523",
}
"""What was found in them by each version of the rules."""


def _found(language: str) -> Iterator[str]:
    article, engine = marked(*SETTLED[language], language=language)
    for entity in find(article, language, engine):
        told = [(mention.span.start, mention.span.end, mention.confidence) for mention in entity.mentions]
        yield f"{language} {entity.id} {entity.name} {entity.known} {entity.aliases} {told}"


def test_who_changes_what_is_found_raises_the_version_of_the_rules() -> None:
    digest = sha256("\n".join(line for language in SETTLED for line in _found(language)).encode()).hexdigest()[:12]
    assert RECORDED.get(RULES) == digest, (
        f"Other entities are found than version {RULES} of the rules found. Raise RULES in analysis/stamps.py, so "
        f"that articles in libraries are analysed again, and record the new version with {digest!r} in RECORDED."
    )
