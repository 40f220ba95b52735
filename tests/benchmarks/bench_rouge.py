"""Scores the summaries of every method, of the lead, and of the best that sentences of the article can do.

One table of ROUGE-1, 2 and L: the highlights of our own articles, plain and among the words of whole pages, and of our
long stories, with titles and in one block without (three sentences each); GUM's human summaries of one sentence, the
extracts of the BBC's news (three sentences), and OrangeSum's French news (one sentence). On ours and GUM, from which
our method learned, it is tried with weights that learned from the other documents. The BBC's extracts are not judged: a
program made them, they take 40 % of the sentences, and Reduction finds 79 % of these. Names of sets after the command
measure only these.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from apostil.analysis import summaries
from apostil.analysis.auto.ranking import rank
from apostil.analysis.auto.reading import read
from apostil.domain.summary import Method
from benchmarks.rouge_scores import Rouge, mean, oracle, rouge
from benchmarks.summary_sets import summary_sets, training

if TYPE_CHECKING:
    from collections.abc import Sequence

    from apostil.analysis.auto.weights import Weights
    from benchmarks.summary_sets import Summarized, SummarySet

AUTO = "auto"
OTHERS = tuple(method for method in Method if method.value != AUTO)
NAMES = {"rouge1": "ROUGE-1", "rouge2": "ROUGE-2", "rougeL": "ROUGE-L"}


def main(wanted: Sequence[str]) -> int:
    """Print one line a figure; the exit status says whether our method is ahead wherever it is judged."""
    try:
        import rouge_score  # noqa: F401
    except ImportError:
        print("rouge: rouge-score is not installed")
        return 1
    reached = [_measured(one) for one in summary_sets() if not wanted or one.title in wanted]
    return 0 if all(reached) else 1


def _measured(given: SummarySet) -> bool:
    """Print the figures of one set."""
    found = {method.value: mean([_scored(given, text, _method(given, text, method)) for text in given.texts])
             for method in OTHERS}  # fmt: skip
    ours = mean([_scored(given, text, _auto(given, text)) for text in given.texts])
    best = mean([_scored(given, text, _best(given, text)) for text in given.texts])
    for name, scores in sorted(found.items(), key=lambda one: -one[1].one):
        print(f"{given.title}, ROUGE-1 / 2 / L of {name}: {scores}")
    print(f"{given.title}, ROUGE-1 / 2 / L of the oracle: {best}")
    print(f"{given.title}, ROUGE-1 / 2 / L of auto: {ours}")
    verdicts = [_judged(given, place, ours, found, best) for place in range(len(NAMES))]
    return all(verdicts)


def _judged(given: SummarySet, place: int, ours: Rouge, found: dict[str, Rouge], best: Rouge) -> bool:
    """Whether our method is ahead by a tenth of what the oracle is ahead by; by one measure."""
    name, baseline = max(((name, scores[place]) for name, scores in found.items()), key=lambda one: one[1])
    goal = baseline + (best[place] - baseline) / 10
    reached = ours[place] >= goal
    verdict = f"not judged: {given.unjudged}" if given.unjudged else "ok" if reached else "MISSED"
    must = "" if given.unjudged else f", must be at least {goal:.1f}"
    print(
        f"{given.title}, {tuple(NAMES.values())[place]} of auto: {ours[place]:.1f}"
        f" (baseline {name} {baseline:.1f}, oracle {best[place]:.1f}{must})" + f": {verdict}"
    )
    return reached or bool(given.unjudged)


def _scored(given: SummarySet, text: Summarized, chosen: Sequence[int]) -> Rouge:
    words = " ".join(text.sentences[place].cut(text.article.text) for place in sorted(chosen))
    return rouge(words, text.references, given.language)


def _method(given: SummarySet, text: Summarized, method: Method) -> list[int]:
    return _first(summaries.rank(text.article, text.sentences, given.language, method).ranks, given.count)


def _auto(given: SummarySet, text: Summarized) -> list[int]:
    ranking = rank(read(text.article, text.sentences, given.language), _weights(given, text))
    return _first(ranking.ranks, given.count)


def _weights(given: SummarySet, text: Summarized) -> Weights | None:
    """The weights to try on a text: those of the fold that did not learn from it, otherwise ours."""
    return training("folds").weights_without(text.source) if given.learned else None


def _first(ranks: Sequence[int], count: int) -> list[int]:
    return [place for place, rank in enumerate(ranks) if rank <= count]


def _best(given: SummarySet, text: Summarized) -> tuple[int, ...]:
    sentences = [sentence.cut(text.article.text) for sentence in text.sentences]
    return oracle(sentences, text.references, given.language, given.count)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
