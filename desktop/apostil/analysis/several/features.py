"""What sentences of several articles can share: stems within a language, names and figures across languages."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from apostil.analysis.several.bridges import bridges
from apostil.analysis.words import stemmer, stop_words, words_of
from apostil.domain.entity import identity
from apostil.domain.spans import Span, covering

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from apostil.domain.article import Article
    from apostil.domain.entity import Entity
    from apostil.domain.summary import Survey

_NUMBER = re.compile(r"\d+(?:[ \u00a0\u202f\u2009.,’']\d+)*")
_GROUPED = re.compile(r"\d{1,3}(?:[ \u00a0\u202f\u2009.,’']\d{3})+")
_MARKS = re.compile(r"[ \u00a0\u202f\u2009.,’']")
_PER_CENT = re.compile(r"%|per\s?cent|pour\s?cent", re.IGNORECASE)
_SCALES = (
    (re.compile(r"(?<![^\W_])(?:k|thousand|mille|milliers?)\b", re.IGNORECASE), 1e3),
    (re.compile(r"(?<![^\W\d_])(?:m|mn|millions?)\b", re.IGNORECASE), 1e6),
    (re.compile(r"(?<![^\W\d_])(?:bn|billion|milliards?)\b", re.IGNORECASE), 1e9),
    (re.compile(r"(?<![^\W\d_])(?:tn|trillion|billions)\b", re.IGNORECASE), 1e12),
)


@dataclass(frozen=True, slots=True)
class Part:
    """One of the articles that are summarised together, with what was found out about it alone."""

    article: Article
    language: str
    survey: Survey
    entities: tuple[Entity, ...] = ()


def words_in(part: Part) -> list[list[str]]:
    """The stems of each sentence without its stop words, marked with their language."""
    stem, stops = stemmer(part.language), stop_words(part.language)
    found = []
    for sentence in part.survey.sentences:
        words = (word.lower() for word in words_of(sentence.span.cut(part.article.text), part.language))
        found.append([f"{part.language}:{stem(word)}" for word in words if word not in stops])
    return found


def anchors_in(part: Part) -> list[list[str]]:
    """What each sentence names and counts, in words that are the same in every language."""
    sentences = [sentence.span for sentence in part.survey.sentences]
    found: list[list[str]] = [[] for _ in sentences]
    for span, anchor in _anchors(part):
        at = covering(sentences, span)
        if at >= 0:
            found[at].append(anchor)
    return found


def bridges_in(part: Part) -> list[list[str]]:
    """What each sentence has besides that leads into other languages: days, ordinals, signs and cognates."""
    names = sorted(mention.span for entity in part.entities for mention in entity.mentions)
    starts = [name.start for name in names]
    found = []
    for sentence in part.survey.sentences:
        start, end = sentence.span.start, sentence.span.end
        inside = names[bisect_left(starts, start) : bisect_left(starts, end)]
        own = [Span(name.start - start, name.end - start) for name in inside]
        found.append(bridges(sentence.span.cut(part.article.text), part.language, own))
    return found


def _anchors(part: Part) -> Iterator[tuple[Span, str]]:
    for entity in part.entities:
        name = identity(entity).partition(":")[2]
        for mention in entity.mentions:
            yield mention.span, f"name:{name}"
    for number in part.survey.numbers:
        yield number.span, f"figure:{figure(number.span.cut(part.article.text), part.language)}"


def figure(words: str, language: str = "") -> str:
    """What a figure amounts to, however it is written: `3,5 %` in French is `3.5 percent` in English."""
    found = _NUMBER.search(words)
    if found is None:
        return " ".join(words.casefold().split())
    value = _value(found[0], language) * _scale(words[found.end() :])
    return f"{value:g}%" if _PER_CENT.search(words) else f"{value:.12g}"


def _value(digits: str, language: str) -> float:
    if _GROUPED.fullmatch(digits) and not ("," in digits and language == "fr" and digits.startswith("0")):
        return float(_MARKS.sub("", digits))
    whole, mark, part = _last_mark(digits)
    return float(f"{_MARKS.sub('', whole) or 0}.{part}") if mark in {",", "."} else float(_MARKS.sub("", digits))


def _last_mark(digits: str) -> tuple[str, str, str]:
    marks: Sequence[re.Match[str]] = list(_MARKS.finditer(digits))
    if not marks:
        return digits, "", ""
    last = marks[-1]
    return digits[: last.start()], last[0], digits[last.end() :]


def _scale(words: str) -> float:
    return next((by for pattern, by in _SCALES if pattern.search(words)), 1.0)
