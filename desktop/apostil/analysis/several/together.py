"""Makes one survey of several articles: each method's best sentences of all of them, repetitions last."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from apostil.analysis.several.repetitions import Repetitions
from apostil.domain.choices import Extract
from apostil.domain.entity import identity
from apostil.domain.summary import Ranking, Reasons, Survey

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import numpy as np
    import numpy.typing as npt

    from apostil.analysis.several.features import Part
    from apostil.analysis.several.likeness import Likeness
    from apostil.domain.summary import Method

    Floats = npt.NDArray[np.float64]
    Integers = npt.NDArray[np.int64]

OWN = 0.5
"""How much it counts what a method says of a sentence within its article; the rest is what other articles say too."""


TWICE = 0.5
"""What is left of a sentence that repeats the same one as a chosen sentence: they tell two halves of one event."""


def survey(parts: Sequence[Part]) -> Survey:
    """What every method says about the sentences of all these articles, in the order of the articles.

    A sentence counts as its method rates it in its own article, and by how much of it other articles say as well;
    copies of one story are one voice. A sentence that repeats a better one comes last, and is told to.
    """
    from apostil.analysis.several.likeness import likeness

    sentences = tuple(
        Extract(owner, sentence.span) for owner, part in enumerate(parts) for sentence in part.survey.sentences
    )
    if not sentences:
        return Survey((), (), (), ())
    known = likeness(parts)
    voices = _voices(known)
    said = Repetitions.of(known, _texts(parts))
    return Survey(
        sentences,
        tuple(chain.from_iterable(part.survey.words for part in parts)),
        tuple(_ranking(method, parts, sentences, said, voices) for method in _methods(parts)),
        tuple(chain.from_iterable(map(_reasons, parts))),
        numbers=tuple(
            Extract(owner, number.span) for owner, part in enumerate(parts) for number in part.survey.numbers
        ),
        nouns=tuple(Extract(owner, noun.span) for owner, part in enumerate(parts) for noun in part.survey.nouns),
        copies=tuple(map(said.copies, range(len(sentences)))),
    )


def _texts(parts: Sequence[Part]) -> Iterable[str]:
    return (sentence.span.cut(part.article.text) for part in parts for sentence in part.survey.sentences)


def _methods(parts: Sequence[Part]) -> list[Method]:
    """The methods that were asked in every article, in the order of the first."""
    asked = [{ranking.method for ranking in part.survey.rankings} for part in parts]
    common = set.intersection(*asked)
    return [ranking.method for ranking in parts[0].survey.rankings if ranking.method in common]


def _reasons(part: Part) -> Iterable[Reasons]:
    """Why each sentence may stand there, its entities by what they are called in all articles.

    The parts of a score within one article do not add up to the one among several, and are left out.
    """
    everywhere = {entity.id: identity(entity) for entity in part.entities}
    for reasons in part.survey.reasons:
        named = tuple(dict.fromkeys(everywhere.get(one, one) for one in reasons.entities))
        yield replace(reasons, entities=named, grounds=())


def _voices(known: Likeness) -> Floats:
    """How much of each sentence is said in articles of another origin, from 0 to 1."""
    import numpy as np

    origins = known.origins()
    there, groups = np.unique(origins, return_inverse=True)
    best = np.stack([known.nearest[:, groups == group].max(axis=1) for group in range(len(there))], axis=1)
    best[np.arange(len(best)), groups[known.owners]] = 0
    said: Floats = best.sum(axis=1)
    said /= float(said.max()) or 1.0
    return said


def _ranking(
    method: Method, parts: Sequence[Part], sentences: tuple[Extract, ...], said: Repetitions, voices: Floats
) -> Ranking:
    import numpy as np

    own = np.concatenate([_evened(part.survey.ranking(method).scores) for part in parts])
    order, scores = _without_repetitions(np.round(OWN * own + (1 - OWN) * voices, 12), said.known)
    ranks = [0] * len(sentences)
    for rank, index in enumerate(order, 1):
        ranks[index] = rank
    spans = tuple(one.span for one in sentences)
    return Ranking(method, spans, tuple(scores), tuple(ranks), _repeating(order, said))


def _evened(scores: Sequence[float]) -> Floats:
    """The scores of an article between 0 and 1, so that they compare with those of others."""
    import numpy as np

    found = np.asarray(scores, np.float64)
    if not len(found):
        return found
    lowest = min(0.0, float(found.min()))
    reach = float(found.max()) - lowest
    return (found - lowest) / reach if reach else np.ones(len(found))


def _without_repetitions(worth: Floats, known: Likeness) -> tuple[list[int], list[float]]:
    """The best sentence that says something new, one after the other; and what each was worth when it was chosen.

    A sentence is worth less, the more a chosen one is like it, nothing where it repeats one, and half where both
    repeat a third one.
    """
    import numpy as np

    new = np.ones(len(worth))
    left = worth.copy()
    scores = [0.0] * len(worth)
    order: list[int] = []
    for _ in range(len(worth)):
        best = int(left.argmax())
        order.append(best)
        scores[best] = float(left[best])
        # Below whatever is left, and never chosen again.
        left[best] = -1
        others, degrees = known.near(best)
        new[others] = np.minimum(new[others], 1 - degrees)
        beyond = _beyond(others[degrees >= 1], known)
        new[beyond] = np.minimum(new[beyond], TWICE)
        for changed in (others, beyond):
            left[changed] = np.where(left[changed] < 0, -1, worth[changed] * new[changed])
    return order, scores


def _repeating(order: Iterable[int], said: Repetitions) -> frozenset[int]:
    """The sentences that only repeat one before them which itself says something new."""
    found: set[int] = set()
    new: set[int] = set()
    for index in order:
        if index not in found:
            new.add(index)
            found |= said.repeating(index) - new
    return frozenset(found)


def _beyond(repeated: Integers, known: Likeness) -> Integers:
    """The sentences that repeat one of these too."""
    import numpy as np

    found = [others[degrees >= 1] for others, degrees in map(known.near, repeated.tolist())]
    return np.concatenate(found) if found else repeated
