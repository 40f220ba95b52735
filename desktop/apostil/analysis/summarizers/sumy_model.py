"""sumy's document model, with sentences that know their index and their words, and what all our summarizers share."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING, Any

from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


class IndexedSentence(Sentence):  # type: ignore[misc]  # sumy is untyped
    """A sentence of ours for sumy: its words are given, and it equals itself alone."""

    __slots__ = ("_words", "index")
    __eq__ = object.__eq__
    __ne__ = object.__ne__
    __hash__ = object.__hash__

    def __init__(self, index: int, words: tuple[str, ...], *, is_heading: bool = False) -> None:
        super().__init__("", None, is_heading)
        self.index = index
        self._words = words

    @property
    def words(self) -> tuple[str, ...]:
        """The words, in order."""
        return self._words


def document(paragraphs: Iterable[tuple[Sequence[tuple[str, ...]], Sequence[tuple[str, ...]]]]) -> Any:  # noqa: ANN401
    """Make sumy's document over the words of each paragraph's headings and sentences; indexes count the sentences."""
    index = count()
    return ObjectDocumentModel(
        Paragraph(
            [
                *(IndexedSentence(-1 - place, words, is_heading=True) for place, words in enumerate(headings)),
                *(IndexedSentence(next(index), words) for words in sentences),
            ]
        )
        for headings, sentences in paragraphs
    )


class Rating:
    """What makes one of sumy's classes choose by our `ratings`; stands before it among the bases."""

    def __call__(self, document: Any, sentences_count: Any) -> tuple[Any, ...]:  # noqa: ANN401  # as sumy's own
        """The best rated sentences of a document, as many as wanted, in its order."""
        rating = iter(self.ratings(document))
        best: Any = getattr(self, "_get_best_sentences")  # noqa: B009  # sumy's class has it
        chosen: tuple[Any, ...] = best(document.sentences, sentences_count, lambda _: next(rating))
        return chosen

    def ratings(self, document: Any) -> list[float]:  # noqa: ANN401  # sumy is untyped
        """How the method rates each sentence of a document, in order."""
        raise NotImplementedError


def shared(sentences: Sequence[Any], scores: Iterable[float]) -> list[float]:
    """The scores as sumy looks them up: of sentences that are equal, the last one's score is everyone's."""
    rating = dict(zip(sentences, scores, strict=True))
    return [rating[sentence] for sentence in sentences]


def by_choice(sentences: Sequence[Any], order: Iterable[int]) -> list[float]:
    """The ratings of sentences that were chosen one after the other: 0, -1, ..., counted as sumy counts them."""
    rating: dict[Any, float] = {}
    for index in order:
        rating[sentences[index]] = 0.0 - len(rating)
    return [rating[sentence] for sentence in sentences]
