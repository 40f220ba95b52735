"""The class of ours for each of sumy's methods."""

from __future__ import annotations

from typing import Any

from apostil.analysis.summarizers.edmundson import Edmundson
from apostil.analysis.summarizers.kl import KL
from apostil.analysis.summarizers.lex_rank import LexRank
from apostil.analysis.summarizers.lsa import Lsa
from apostil.analysis.summarizers.luhn import Luhn
from apostil.analysis.summarizers.reduction import Reduction
from apostil.analysis.summarizers.sum_basic import SumBasic
from apostil.analysis.summarizers.text_rank import TextRank
from apostil.domain.summary import Method

METHODS: dict[Method, type[Any]] = {
    Method.EDMUNDSON: Edmundson,
    Method.KL: KL,
    Method.LEXRANK: LexRank,
    Method.LSA: Lsa,
    Method.LUHN: Luhn,
    Method.REDUCTION: Reduction,
    Method.SUMBASIC: SumBasic,
    Method.TEXTRANK: TextRank,
}
"""Each is made with a stemmer, called with a document and a number of sentences, and has `ratings(document)`."""
