"""What summarising found out about an article, and what a person chose in its summary or in that of several."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from apostil.domain.article import ArticleId
from apostil.domain.choices import UNTOUCHED, Choices, Extract
from apostil.domain.leaning import Lean, Leaning
from apostil.domain.spans import Span
from apostil.domain.summary import Ground, KeyPhrase, Method, Ranking, Reasons, Survey
from apostil.store.encoding import dump
from apostil.store.failures import as_written

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import apsw

_SURVEY = "SELECT s.survey FROM article a JOIN survey s ON s.article = a.key AND s.roles = a.roles WHERE a.id = ?"
_PUT_SURVEY = "INSERT OR REPLACE INTO survey (article, roles, survey) VALUES (?, ?, ?)"
_ROLES = "SELECT roles FROM article WHERE key = ?"
_DROP = "DELETE FROM survey WHERE article = ? AND roles = ?"
_CHOICES = "SELECT choices FROM choice WHERE articles = ?"
_PUT_CHOICES = "INSERT OR REPLACE INTO choice (articles, choices) VALUES (?, ?)"
_DROP_CHOICES = "DELETE FROM choice WHERE articles = ?"
_COMMON = "SELECT articles, choices FROM choice WHERE json_array_length(articles) > 1 ORDER BY articles"
_OUTDATED = (
    "DELETE FROM survey WHERE roles <> (SELECT a.roles FROM article a WHERE a.key = survey.article)",
    # Choices in a summary of several still hold for those that are left, as long as these are several too.
    """
DELETE FROM choice WHERE min(2, json_array_length(articles)) > (
    SELECT count(*) FROM json_each(choice.articles) one JOIN article ON article.id = one.value
)
""",
)


@as_written()
def survey(connection: apsw.Connection, article_id: ArticleId) -> Survey | None:
    """What summarising found out about an article as its blocks are now, where it was asked."""
    row = connection.execute(_SURVEY, (article_id,)).fetchone()
    return load_survey(str(row[0])) if row else None


def set_survey(connection: apsw.Connection, key: int, found: Survey, roles: str | None = None) -> None:
    """Keep what summarising found out about an article, for these roles or for those of now."""
    roles = roles or str(connection.execute(_ROLES, (key,)).get)
    connection.execute(_PUT_SURVEY, (key, roles, dump_survey(found)))


def drop(connection: apsw.Connection, key: int, roles: str) -> None:
    """Forget what was found out about an article whose blocks have these roles."""
    connection.execute(_DROP, (key, roles))


def drop_outdated(connection: apsw.Connection) -> None:
    """Drop surveys for roles that no undo can bring back, and choices of which no summary can be made any more."""
    for statement in _OUTDATED:
        connection.execute(statement)


@as_written()
def choices(connection: apsw.Connection, article_ids: Sequence[ArticleId]) -> Choices:
    """What a person chose in the summary of these articles."""
    row = connection.execute(_CHOICES, (dump(list(article_ids)),)).fetchone()
    return load_choices(str(row[0])) if row else UNTOUCHED


@as_written()
def common_choices(connection: apsw.Connection) -> tuple[tuple[tuple[ArticleId, ...], Choices], ...]:
    """What a person chose in the summaries of several articles, of which some may be gone by now."""
    rows = connection.execute(_COMMON).fetchall()
    return tuple((tuple(map(ArticleId, json.loads(str(ids)))), load_choices(str(words))) for ids, words in rows)


def set_choices(connection: apsw.Connection, article_ids: Sequence[ArticleId], chosen: Choices) -> None:
    """Replace what a person chose in the summary of these articles.

    Of several articles it is kept also where nothing is chosen any more: otherwise it would be found again where it was
    taken over from, in the summary with an article that is gone.
    """
    key = dump(list(article_ids))
    if chosen == UNTOUCHED and len(article_ids) == 1:
        connection.execute(_DROP_CHOICES, (key,))
    else:
        connection.execute(_PUT_CHOICES, (key, dump_choices(chosen)))


def dump_choices(chosen: Choices) -> str:
    """Choices as JSON."""
    return dump([_plain_extracts(chosen.pinned), _plain_extracts(chosen.dropped), _plain_extracts(chosen.order)])


def load_choices(words: str) -> Choices:
    """Choices from their JSON."""
    return Choices(*map(_extracts, json.loads(words)))


def dump_survey(found: Survey) -> str:
    """A survey as JSON."""
    return dump(
        {
            "version": found.version,
            "sentences": _plain_extracts(found.sentences),
            "words": found.words,
            "rankings": [
                (ranking.method, ranking.scores, ranking.ranks, sorted(ranking.repeats)) for ranking in found.rankings
            ],
            "reasons": [_plain_reasons(reasons) for reasons in found.reasons],
            "phrases": [(phrase.text, _plain_spans(phrase.spans), phrase.score) for phrase in found.phrases],
            "numbers": _plain_extracts(found.numbers),
            "nouns": _plain_extracts(found.nouns),
        }
    )


def load_survey(words: str) -> Survey:
    """A survey from its JSON."""
    data = json.loads(words)
    sentences = _extracts(data["sentences"])
    spans = tuple(sentence.span for sentence in sentences)
    return Survey(
        sentences,
        tuple(data["words"]),
        tuple(
            Ranking(Method(method), spans, tuple(scores), tuple(ranks), frozenset().union(*repeats))
            for method, scores, ranks, *repeats in data["rankings"]
        ),
        tuple(_reasons(*reasons) for reasons in data["reasons"]),
        tuple(KeyPhrase(text, _spans(spans), score) for text, spans, score in data["phrases"]),
        _extracts(data["numbers"]),
        _extracts(data.get("nouns", ())),
        data["version"],
    )


def _plain_reasons(reasons: Reasons) -> tuple[object, ...]:
    leaning = reasons.leaning
    plain = [] if leaning is None else [leaning.how, leaning.words.start, leaning.words.end]
    return _plain_spans(reasons.terms), reasons.entities, reasons.grounds, plain


def _reasons(terms: Any, entities: Any, grounds: Any, leaning: Any) -> Reasons:  # noqa: ANN401  # read from JSON
    said = tuple((Ground(ground), part) for ground, part in grounds)
    return Reasons(_spans(terms), tuple(entities), said, _leaning(*leaning))


def _leaning(how: Any = None, start: int = 0, end: int = 0) -> Leaning | None:  # noqa: ANN401  # read from JSON
    # Earlier versions knew a place alone; their surveys are made again.
    return Leaning(Lean(how), Span(start, end)) if isinstance(how, str) else None


def _plain_extracts(extracts: Iterable[Extract]) -> list[tuple[int, int, int]]:
    return [(extract.owner, extract.span.start, extract.span.end) for extract in extracts]


def _extracts(data: Iterable[tuple[int, int, int]]) -> tuple[Extract, ...]:
    return tuple(Extract(owner, Span(start, end)) for owner, start, end in data)


def _plain_spans(spans: Iterable[Span]) -> list[tuple[int, int]]:
    return [(span.start, span.end) for span in spans]


def _spans(pairs: Iterable[tuple[int, int]]) -> tuple[Span, ...]:
    return tuple(Span(start, end) for start, end in pairs)
