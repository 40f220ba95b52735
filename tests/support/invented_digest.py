"""A summary of the invented articles together, with what an export must get right."""

from dataclasses import replace

from apostil.domain.choices import Extract
from apostil.domain.digest import Digest, Grouping, Voice
from apostil.domain.leaning import Lean, Leaning
from apostil.domain.spans import Span
from apostil.domain.summary import Length, Method, Summary, SummarySentence
from support.invented_notes import english, french

ENGLISH = "Mayor Odile Fenn said the mill would cost £4.2m, not £3.9m."
LISTED = "1. Wheels\n+ sluices | gates\n- and `code_like` words [sic] ^top"
FRENCH = "«\u202fLa marée est gratuite\u202f», écrit le Conseil\u00a0; l’œuvre coûtera 4,2\u202fmillions de livres."


def digest(grouping: Grouping = Grouping.OUTLET) -> Digest:
    """Two sentences of one article and one of another, which is the reader's own and whose outlet is not known.

    The other article has the second one too, which answers the first; the last one is amid a quotation.
    """
    notes = (english(), french())
    voices = tuple(
        Voice(one.article_id, replace(one.article, metadata=replace(one.article.metadata, outlet=outlet)), title)
        for one, outlet, title in zip(
            notes,
            (notes[0].article.metadata.outlet, ""),
            ("Harbour *lights* & a <tidal> mill", "À Brackwater, un moulin à marée"),
            strict=True,
        )
    )
    found = [(0, ENGLISH, 1, False), (0, LISTED, 3, False), (1, FRENCH, 2, True)]
    sentences = tuple(
        _chosen(index, Extract(owner, _span(voices[owner], words)), rank, pinned=pinned)
        for index, (owner, words, rank, pinned) in enumerate(found)
    )
    first, second, last = sentences
    second = replace(second, also=(1,), leaning=Leaning(Lean.ANSWER, second.span))
    last = replace(last, leaning=Leaning(Lean.QUOTATION, Span(last.span.start, last.span.start)))
    return Digest(voices, Summary(Method.LEXRANK, Length(3), (first, second, last), 12, 9, 1), grouping)


def alone(grouping: Grouping = Grouping.OUTLET) -> Digest:
    """The same of the first article alone."""
    one = digest(grouping)
    first, second, _ = one.summary.sentences
    return replace(
        one, voices=one.voices[:1], summary=replace(one.summary, sentences=(first, replace(second, also=())))
    )


def _span(voice: Voice, words: str) -> Span:
    start = voice.article.text.index(words)
    return Span(start, start + len(words))


def _chosen(index: int, extract: Extract, rank: int, *, pinned: bool) -> SummarySentence:
    return SummarySentence(index, extract, 1 / rank, rank, 1 / rank, (Method.LEXRANK,), pinned)
