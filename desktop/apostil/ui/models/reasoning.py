"""Why a sentence is in a summary, in words: its rank, who agrees, its place, and what speaks for and against it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from apostil.domain.leaning import Before, Lean
from apostil.domain.summary import Ground
from apostil.ui.models.words import method_name
from apostil.ui.wording import written

if TYPE_CHECKING:
    from apostil.domain.summary import Method, SummarySentence

_GROUNDS = {
    Ground.POSITION: (
        QT_TRANSLATE_NOOP("reasons", "early in the article"),
        QT_TRANSLATE_NOOP("reasons", "late in the article"),
    ),
    Ground.CENTRALITY: (
        QT_TRANSLATE_NOOP("reasons", "what many sentences say"),
        QT_TRANSLATE_NOOP("reasons", "what few sentences say"),
    ),
    Ground.TITLE: (
        QT_TRANSLATE_NOOP("reasons", "words and names of the title"),
        QT_TRANSLATE_NOOP("reasons", "little of the title"),
    ),
    Ground.ENTITIES: (
        QT_TRANSLATE_NOOP("reasons", "names that matter here"),
        QT_TRANSLATE_NOOP("reasons", "few names"),
    ),
    Ground.NUMBERS: (
        QT_TRANSLATE_NOOP("reasons", "numbers"),
        QT_TRANSLATE_NOOP("reasons", "numbers, which count against it"),
    ),
    Ground.QUOTATION: (
        QT_TRANSLATE_NOOP("reasons", "quoted words"),
        QT_TRANSLATE_NOOP("reasons", "quoted, rather than told"),
    ),
    Ground.LENGTH: (
        QT_TRANSLATE_NOOP("reasons", "a good length"),
        QT_TRANSLATE_NOOP("reasons", "too short or too long"),
    ),
    Ground.OPENING: (
        QT_TRANSLATE_NOOP("reasons", "stands by itself"),
        QT_TRANSLATE_NOOP("reasons", "leans on the sentence before"),
    ),
    Ground.NOVELTY: (
        QT_TRANSLATE_NOOP("reasons", "goes on from a chosen sentence"),
        QT_TRANSLATE_NOOP("reasons", "repeats what is chosen before it"),
    ),
    Ground.RULING: (
        QT_TRANSLATE_NOOP("reasons", "what the court decides"),
        QT_TRANSLATE_NOOP("reasons", "not what the court decides"),
    ),
    Ground.PAGE: (
        QT_TRANSLATE_NOOP("reasons", "of the article itself"),
        QT_TRANSLATE_NOOP("reasons", "of the page, not of the article"),
    ),
}
"""What each ground says where it speaks for a sentence, and where against it."""

_LEANING: dict[Lean | None, tuple[object, object]] = {
    Lean.OPENING: (
        QT_TRANSLATE_NOOP("reasons", "begins with “{words}”: it needs what was said before"),
        QT_TRANSLATE_NOOP("reasons", "begins with “{words}”, and you left out the sentence before it"),
    ),
    Lean.ANSWER: (
        QT_TRANSLATE_NOOP("reasons", "answers the question before it"),
        QT_TRANSLATE_NOOP("reasons", "answers a question that you left out"),
    ),
    Lean.HEADING: (
        QT_TRANSLATE_NOOP("reasons", "answers “{words}”"),
        QT_TRANSLATE_NOOP("reasons", "answers “{words}”"),
    ),
    Lean.QUOTATION: (
        QT_TRANSLATE_NOOP("reasons", "is part of a quotation that begins before it"),
        QT_TRANSLATE_NOOP("reasons", "is part of a quotation, and you left out the sentence before it"),
    ),
}
"""What is said of a sentence that leans: as a rule, and where the reader left out the one before it."""

SLIGHT = 0.005
"""A ground that weighs less than this, beside the heaviest one, is not worth a line."""


@dataclass(frozen=True, slots=True)
class Told:
    """What is known of a sentence of a summary, as far as it can be told to a person.

    `available` sentences were ranked, and the methods `asked` were asked. In its article it is the sentence of this
    `position`, from 1, `among` so many. `paragraph` is 0 where the sentence has none, `source` its page or time in
    words. `lean` is how it leans on what was said before, `pointing` with which words, or on which heading, and
    `before` where the sentence before it stands.
    """

    method: Method
    sentence: SummarySentence
    available: int
    position: int
    among: int
    asked: tuple[Method, ...] = ()
    paragraph: int = 0
    source: str = ""
    terms: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    grounds: tuple[tuple[Ground, float], ...] = ()
    lean: Lean | None = None
    pointing: str = ""
    before: Before = Before.NONE
    left_out: bool = False

    @property
    def leans(self) -> bool:
        """Whether it leans on what does not stand above it, and could; a heading never does."""
        is_missing = self.before not in {Before.NONE, Before.ABOVE} or self.lean is Lean.HEADING
        return self.lean is not None and is_missing and not self.left_out


class Line(NamedTuple):
    """A line of the full account; with a `weight` between -1 and 1 it is a ground with its bar."""

    words: str
    weight: float | None = None


def score_words(score: float) -> str:
    """A score with three significant digits, as methods differ in their scales."""
    return f"{score:.3g}"


def ground_words(ground: Ground, weight: float) -> str:
    """What speaks for a sentence, or against it."""
    speaks_for, against = _GROUNDS[ground]
    return _tr(str(speaks_for if weight >= 0 else against))


def facts(told: Told) -> tuple[str, ...]:
    """Who agrees and where the sentence stands, on one line: in full, and then in ever fewer words."""
    ways = (
        ("chosen by {k} of {n}", "sentence {i} of {all}"),
        ("by {k} of {n}", "sentence {i} of {all}"),
        ("by {k} of {n}", "{i} of {all}"),
    )
    return tuple(_joined(told, *way) for way in ways)


def leaning(told: Told) -> str:
    """That the sentence points to what stands before it, and with which words; or what it is a part of.

    Raises:
        KeyError: where it stands by itself.
    """
    missing, refused = _LEANING[told.lean]
    words = refused if told.before is Before.REFUSED else missing
    return _tr(str(words)).format(words=told.pointing)


def remedy(before: Before) -> str:
    """What puts the sentence before, which stands there, above the one that leans on it."""
    match before:
        case Before.REFUSED:
            return _tr("Take the sentence before back")
        case Before.ELSEWHERE:
            return _tr("Move the sentence before above it")
        case _:
            return _tr("Add the sentence before")


def account(told: Told) -> tuple[Line, ...]:
    """The full account of why a sentence is there, a line a subject."""
    lines = [_rank(told), *_agreement(told), *_place(told)]
    if told.terms:
        lines.append(_tr("Words that count: {words}").format(words=", ".join(told.terms)))
    if told.names:
        lines.append(_tr("Names: {names}").format(names=", ".join(told.names)))
    if told.lean is not None and not told.leans:  # where it leans, the row says so already
        lines.append(_capital(leaning(told)))
    return (*map(Line, lines), *_grounds(told))


def spoken(told: Told) -> str:
    """Everything about a sentence on one line, for those who hear it."""
    lines = account(told)
    parts = [*_own(told), *_leaning(told), *(line.words.rstrip(":") for line in lines if line.weight is None)]
    for heading, chosen in (
        (_tr("For it: {grounds}"), [line.words for line in lines if (line.weight or 0) > 0]),
        (_tr("Against it: {grounds}"), [line.words for line in lines if (line.weight or 0) < 0]),
    ):
        if chosen:
            parts.append(heading.format(grounds=", ".join(chosen)))
    return "; ".join(parts)


def _own(told: Told) -> list[str]:
    if told.left_out:
        return [_tr("Left out by you")]
    return [_tr("Kept by you")] if told.sentence.pinned else []


def _leaning(told: Told) -> list[str]:
    return [_capital(leaning(told))] if told.leans else []


def _joined(told: Told, agreed: str, stands: str) -> str:
    sentence = told.sentence
    by = _tr(agreed).format(k=len(sentence.agreeing), n=len(told.asked)) if told.asked and sentence.agreeing else ""
    if sentence.pinned and not by:
        by = _tr("kept by you")
    position = _tr(stands).format(i=written(told.position), all=written(told.among))
    paragraph = f"¶\u00a0{told.paragraph}" if told.paragraph else ""
    return " · ".join(filter(None, (by, position, told.source, paragraph)))


def _rank(told: Told) -> str:
    words = _tr("Rank {rank} of {all} with {method}").format(
        rank=written(told.sentence.rank), all=written(told.available), method=method_name(told.method)
    )
    return f"{words}, {_tr('score')} {score_words(told.sentence.score)}" if told.method.tells_scores else words


def _agreement(told: Told) -> list[str]:
    if not told.asked:
        return []
    agreeing = told.sentence.agreeing
    others = [method_name(method) for method in told.asked if method not in agreeing]
    chosen = ", ".join(map(method_name, agreeing))
    if not agreeing:
        return [_tr("At this length, no method chooses it")]
    words = _tr("Chosen by {k} of {n} methods: {methods}").format(k=len(agreeing), n=len(told.asked), methods=chosen)
    return [f"{words}; {_tr('not by {methods}').format(methods=', '.join(others))}" if others else words]


def _place(told: Told) -> list[str]:
    position = _tr("Sentence {i} of {all}").format(i=written(told.position), all=written(told.among))
    paragraph = _tr("paragraph {n}").format(n=told.paragraph) if told.paragraph else ""
    return [", ".join(filter(None, (position, told.source, paragraph)))]


def _grounds(told: Told) -> list[Line]:
    most = max((abs(weight) for _, weight in told.grounds), default=0.0)
    told_of = [(ground, weight / most) for ground, weight in told.grounds if most and abs(weight) > SLIGHT * most]
    told_of.sort(key=lambda one: -abs(one[1]))
    lines = [Line(ground_words(ground, weight), weight) for ground, weight in told_of]
    return [Line(_tr("In the automatic method:")), *lines] if lines else []


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _tr(words: str) -> str:
    return QCoreApplication.translate("reasons", words)
