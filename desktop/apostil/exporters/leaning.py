"""What an export says of sentences that lean on what was said before, where that does not stand above them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apostil.domain.leaning import Lean

if TYPE_CHECKING:
    from collections.abc import Sequence

    from apostil.domain.leaning import Leaning
    from apostil.domain.summary import SummarySentence

# The window says the same of them; it knows who reads, and so also whether it was they who left out what is missing.
_WORDS = {
    Lean.OPENING: "begins with “{words}”: it needs what was said before",
    Lean.ANSWER: "answers the question before it",
    Lean.HEADING: "answers “{words}”",
    Lean.QUOTATION: "is part of a quotation that begins before it",
}


def unsupported(sentences: Sequence[SummarySentence]) -> tuple[Leaning | None, ...]:
    """How each of these sentences leans on what does not stand directly above it; None where it needs nothing more.

    Args:
        sentences: in the order in which they are read.
    """
    above = (None, *sentences)
    return tuple(None if _is_supported(*pair) else pair[1].leaning for pair in zip(above, sentences, strict=False))


def in_words(leaning: Leaning | None, text: str) -> str:
    """That a sentence of this text leans, and on what; empty where it does not."""
    return _WORDS[leaning.how].format(words=leaning.words.cut(text)) if leaning else ""


def as_record(leaning: Leaning | None, text: str, *, above: bool) -> dict[str, object] | None:
    """How a sentence of this text leans, for JSON; `above` says whether it does so on what stands directly above it."""
    if leaning is None:
        return None
    span = leaning.words
    return {"how": leaning.how.value, "start": span.start, "end": span.end, "words": span.cut(text), "above": above}


def _is_supported(above: SummarySentence | None, sentence: SummarySentence) -> bool:
    """Whether the sentence above is the one before in the same article; a heading is never above."""
    if above is None or (sentence.leaning and sentence.leaning.how is Lean.HEADING):
        return False
    return above.extract.owner == sentence.extract.owner and above.index + 1 == sentence.index
