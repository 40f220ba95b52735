"""Finds the phrases that say what an article is about: words that keep standing together, names, and single words.

A phrase weighs what its words weigh together, and less the more of them stand elsewhere. A word weighs more the more
often it stands in the article, and the earlier it first does.
"""

from __future__ import annotations

from collections import Counter
from heapq import heapify, heappop, heapreplace
from typing import TYPE_CHECKING

from apostil.analysis.phrase_places import OFTEN, Places, Stems, places
from apostil.domain.summary import KeyPhrase

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from apostil.domain.article import Article
    from apostil.domain.entity import Entity

EARLY, SOON = 4.0, 50
"""A word at the beginning weighs so much more than late ones; half of that is left behind so many words."""

APART = 0.3
"""The power of the share of a phrase's words that stand in it: 0 would not mind, 1 would mind most."""

ALONE, ONCE, TERM = 0.6, 0.4, 0.8
"""What is left of the weight of a word by itself that is no name, of a name of several words mentioned once, and of
two words that stand together once.
"""

AGAIN = 0.1
"""What is left of the weight of a word that a better phrase has."""


def key_phrases(article: Article, language: str, entities: Iterable[Entity], limit: int = 20) -> tuple[KeyPhrase, ...]:
    """The phrases of one to four words that say most about the article, the best first, in its prose and headings.

    Inflected forms are one phrase, which reads as it does most often. None is part of another one. The best one's
    score is 1.
    """
    found = places(article, language, entities)
    spelled: dict[str, tuple[Stems, float]] = {}
    for stems, score in _chosen(found):
        if len(spelled) == limit:
            break
        # What goes by two names, one of them short for the other, may read the same.
        spelled.setdefault(_spelled(article.text, stems, found), (stems, score))
    best = max((score for _, score in spelled.values()), default=1.0)
    return tuple(
        KeyPhrase(words, tuple(sorted(found.spans[stems])), round(score / best, 6))
        for words, (stems, score) in spelled.items()
    )


def _chosen(found: Places) -> Iterator[tuple[Stems, float]]:
    """The best phrases with their scores, where what a better one already has counts less.

    Left out is what holds all the words of a better one, or is held by one. So are two words that stand together once
    where a better one has either.
    """
    weights = {stem: count * (1 + EARLY / (1 + found.first[stem] / SOON)) for stem, count in found.counts.items()}
    queue = [(-_score(stems, found, weights), spans[0], stems) for stems, spans in found.spans.items() if spans]
    heapify(queue)
    kept: list[frozenset[str]] = []
    while queue:
        score, place, stems = queue[0]
        # Scores only ever fall, so that what is still the best after a second look is the best of all.
        now = -_score(stems, found, weights)
        if now > score:
            heapreplace(queue, (now, place, stems))
            continue
        heappop(queue)
        words, is_loose = frozenset(stems), _stand_once(stems, found)
        if not any(words <= other or other <= words or (is_loose and words & other) for other in kept):
            kept.append(words)
            yield stems, -score
            weights |= {stem: weights[stem] * AGAIN for stem in words.difference(*kept[:-1])}


def _score(stems: Stems, found: Places, weights: Mapping[str, float]) -> float:
    return sum(weights[stem] for stem in stems) * _hold(stems, found)


def _stand_once(stems: Stems, found: Places) -> bool:
    """Whether these are several words that are no name and stand together only once."""
    return len(stems) > 1 and stems not in found.names and len(found.spans[stems]) < OFTEN


def _hold(stems: Stems, found: Places) -> float:
    """How well the words of a phrase hold together, from 0 to 1."""
    mentions = found.names[stems]
    if len(stems) == 1:
        return 1.0 if mentions else ALONE
    if mentions:
        return ONCE if mentions < OFTEN else 1.0
    share = min(1.0, len(found.spans[stems]) / max(found.counts[stem] for stem in stems))
    return float(share**APART) * (TERM if _stand_once(stems, found) else 1.0)


def _spelled(text: str, stems: Stems, found: Places) -> str:
    """How a phrase reads most often; a name that is also shortened reads as it does with all its words."""
    read = Counter(" ".join(span.cut(text).split()) for span in found.spans[stems])
    whole = {words: count for words, count in read.items() if len(words.split()) >= len(stems)}
    return max(whole or read, key=lambda words: (read[words], words[0].islower(), words))
