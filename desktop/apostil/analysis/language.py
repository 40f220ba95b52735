"""Tells what language a text is written in."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

from apostil.analysis.lexicons import KNOWN, stop_words

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

    from apostil.domain.article import Article

SAMPLE = 1000
"""Code points that are looked at: more of them make no better guess."""

SHORT = 60
"""Letters below which a text counts as short, and the guess must be a clear one."""

_CODES = (
    "am ar az bg bn bs ca cs da de el en es et fa fi fr ha he hi hr hu hy id ig is it ja ka km ko ku lt lv mg mk ml mr "
    "ms my ne nl no pa pl ps pt ro ru rw si sk sl so sq sr sv sw ta te th tr uk ur uz vi yo zh zu"
)
COMMON = frozenset(_CODES.split())
"""The languages of the world's larger newspapers: what a few words are in, unless they can be nothing else."""

FEWEST = 5
"""Letters below which nobody could tell."""

SURE = 0.2
"""The share of belief that the language of a short text must get."""

CERTAIN = 0.9
"""The share from which a short text may be in a rare language."""

UNDOUBTED = 0.5
"""The share of belief from which the language of a longer text is not doubted."""

DOUBTED = 2
"""How many times less the belief in a language that names are found in may be, where the highest is doubted."""

READ = frozenset({"en", "fr", "de", "es", "it", "nl", "pt"})
"""The languages that names are found in."""

SMALL_WORDS = 4
"""Small words of another language that a part of an article has at least, where it is in that one."""

TIMES = 3
"""How many times as many of these it has, at least, as of the article's own."""

_WORD = re.compile(r"[^\W\d_]+")

AHEAD = 1.5
"""How many times the belief in the next common language it must have."""


def language_of(article: Article) -> str:
    """The language that the article's metadata name, otherwise the one that its text is in."""
    return article.metadata.language or detect(article.text)


def language_within(text: str, language: str) -> str:
    """The language of a part of an article that is in this one: another one with lists, where its small words tell."""
    if language not in KNOWN:
        return language
    words = Counter(word.lower() for word in _WORD.findall(text[:SAMPLE]))
    counts = {code: sum(words[word] for word in own) for code, own in _own_words().items()}
    likely = max(counts, key=lambda code: counts[code])
    is_likely = counts[likely] >= SMALL_WORDS and counts[likely] >= TIMES * counts[language]
    # The small words are counted quickly, but a third language may share them.
    return likely if is_likely and likely != language and detect(text) == likely else language


@cache
def _own_words() -> dict[str, frozenset[str]]:
    """The stop words of each language that no other one has."""
    lists = {code: stop_words(code) for code in KNOWN}
    return {code: own.difference(*(lists[other] for other in KNOWN if other != code)) for code, own in lists.items()}


def detect(text: str) -> str:
    """The ISO 639-1 code of the language of this text; empty where there is too little of it to tell."""
    sample = _sample(text)
    letters = sum(map(str.isalpha, sample))
    if letters < FEWEST:
        return ""
    language = _of_few_words(sample) if letters < SHORT else _of_many(sample)
    return language if len(language) == 2 else ""


def _of_many(text: str) -> str:
    """The language of a longer text; of several that it may be in, one that names are found in."""
    ranked = [(str(language), float(belief)) for language, belief in _identifier().rank(text)]
    first, belief = ranked[0]
    if belief >= UNDOUBTED:
        return first
    return next((other for other, less in ranked if other in READ and less * DOUBTED >= belief), first)


def _of_few_words(text: str) -> str:
    """The common language that a short text is clearly in, or the rare one that it must be in."""
    ranked = [(str(language), float(belief)) for language, belief in _identifier().rank(text)]
    if ranked[0][1] >= CERTAIN or len(ranked[0][0]) != 2:
        return ranked[0][0]
    (first, belief), (_, other) = [one for one in ranked if one[0] in COMMON][:2]
    return first if belief >= max(SURE, AHEAD * other) else ""


def _sample(text: str) -> str:
    if len(text) <= SAMPLE:
        return text
    # The end of a saved page is menus more often than its middle is.
    middle = len(text) // 2
    return text[: SAMPLE // 2] + "\n" + text[middle : middle + SAMPLE // 2]


@cache
def _identifier() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    # "zxx" is text in no language; other codes of three letters are not ISO 639-1.
    identifier.set_languages([label for label in identifier.labels if len(label) == 2 or label == "zxx"])
    return identifier
