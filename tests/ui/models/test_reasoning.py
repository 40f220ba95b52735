import pytest

from apostil.domain.choices import Extract
from apostil.domain.leaning import Before, Lean
from apostil.domain.spans import Span
from apostil.domain.summary import Ground, Method, SummarySentence
from apostil.ui.models.reasoning import Line, Told, account, facts, ground_words, leaning, remedy, score_words, spoken

SENTENCE = SummarySentence(3, Extract(0, Span(0, 9)), 0.1234, 2, 0.5, agreeing=(Method.LEXRANK, Method.LSA))
HE = {"lean": Lean.OPENING, "pointing": "He", "before": Before.ABSENT}
ASKED = (Method.LEXRANK, Method.LSA, Method.KL)


def told(sentence=SENTENCE, method=Method.LEXRANK, **known):
    return Told(method, sentence, 31, 4, 31, **{"asked": ASKED, "paragraph": 3, **known})


def words(**known):
    return [line.words for line in account(told(**known))]


def test_the_facts_say_who_agrees_and_where_it_stands():
    assert facts(told())[0] == "chosen by 2 of 3 · sentence 4 of 31 · ¶\u00a03"


def test_fewer_words_say_the_same():
    assert facts(told(source="p. 2"))[-1] == "by 2 of 3 · 4 of 31 · p. 2 · ¶\u00a03"


def test_a_heading_has_no_paragraph_and_nobody_may_have_been_asked():
    assert facts(told(asked=(), paragraph=0))[0] == "sentence 4 of 31"


@pytest.mark.parametrize(
    ("known", "line"),
    [
        ({}, "Rank 2 of 31 with LexRank, score 0.123"),
        ({"method": Method.AUTO}, "Rank 2 of 31 with Automatic"),
        ({}, "Chosen by 2 of 3 methods: LexRank, LSA; not by KL"),
        ({"asked": ASKED[:2]}, "Chosen by 2 of 2 methods: LexRank, LSA"),
        ({"sentence": SummarySentence(3, SENTENCE.extract, 0, 2, 0)}, "At this length, no method chooses it"),
        ({}, "Sentence 4 of 31, paragraph 3"),
        ({"source": "p. 2"}, "Sentence 4 of 31, p. 2, paragraph 3"),
        ({"terms": ("port", "quays")}, "Words that count: port, quays"),
        ({"names": ("Sendaré",)}, "Names: Sendaré"),
        ({"lean": Lean.OPENING, "pointing": "He"}, "Begins with “He”: it needs what was said before"),
        ({"lean": Lean.HEADING, "pointing": "Who?", "left_out": True}, "Answers “Who?”"),
    ],
)
def test_the_account_has_a_line_a_subject(known, line):
    assert line in words(**known)


def test_what_is_not_known_has_no_line():
    assert len(words()) == 3


def test_grounds_stand_by_their_weight_beside_the_heaviest():
    grounds = ((Ground.NUMBERS, 0.2), (Ground.POSITION, -0.4), (Ground.TITLE, 0.0004), (Ground.LENGTH, 0.0))
    assert account(told(grounds=grounds))[4:] == (Line("late in the article", -1.0), Line("numbers", 0.5))


def test_what_the_row_says_already_is_not_accounted_for_again():
    assert not any("he" in line.lower().split("“")[-1].split("”") for line in words(**HE))


def test_what_a_row_leans_on_is_heard_once():
    assert spoken(told(**HE)).count("“He”") == 1


def test_that_the_reader_left_the_sentence_before_out_is_said():
    known = told(lean=Lean.OPENING, pointing="Selon elle", before=Before.REFUSED)
    assert leaning(known) == "begins with “Selon elle”, and you left out the sentence before it"


@pytest.mark.parametrize(
    ("before", "said"), [(Before.ABSENT, "Add the"), (Before.ELSEWHERE, "Move the"), (Before.REFUSED, "Take the")]
)
def test_what_helps_is_said(before, said):
    assert remedy(before).startswith(said)


@pytest.mark.parametrize(
    ("known", "leans"),
    [
        ({}, False),
        ({"lean": Lean.OPENING}, False),
        ({"lean": Lean.OPENING, "before": Before.ABOVE}, False),
        ({"lean": Lean.OPENING, "before": Before.ABSENT}, True),
        ({"lean": Lean.OPENING, "before": Before.ABSENT, "left_out": True}, False),
        ({"lean": Lean.HEADING, "before": Before.ABOVE}, True),
        ({"before": Before.ABSENT}, False),
    ],
)
def test_a_sentence_leans_on_what_could_stand_above_it(known, leans):
    assert told(**known).leans is leans


@pytest.mark.parametrize("ground", Ground)
def test_every_ground_speaks_for_and_against(ground):
    assert ground_words(ground, 0.1)
    assert ground_words(ground, -0.1) != ground_words(ground, 0.1)


def test_all_of_it_is_heard():
    grounds = ((Ground.POSITION, 0.4), (Ground.QUOTATION, -0.2))
    heard = spoken(told(grounds=grounds))
    assert heard.endswith("For it: early in the article; Against it: quoted, rather than told")


@pytest.mark.parametrize(
    ("known", "begins"),
    [
        ({"left_out": True}, "Left out by you; "),
        ({"sentence": SummarySentence(3, SENTENCE.extract, 0, 2, 0, pinned=True)}, "Kept by you; "),
        ({}, "Rank 2"),
    ],
)
def test_the_readers_own_choice_is_heard_first(known, begins):
    assert spoken(told(**known)).startswith(begins)


def test_what_it_leans_on_is_said_with_its_words():
    assert leaning(told(lean=Lean.OPENING, pointing="Cette décision")).startswith("begins with “Cette décision”")


@pytest.mark.parametrize(
    ("lean", "before", "said"),
    [
        (Lean.ANSWER, Before.ABSENT, "answers the question before it"),
        (Lean.ANSWER, Before.REFUSED, "answers a question that you left out"),
        (Lean.HEADING, Before.REFUSED, "answers “Who will pay?”"),
        (Lean.QUOTATION, Before.ABSENT, "is part of a quotation that begins before it"),
        (Lean.QUOTATION, Before.REFUSED, "is part of a quotation, and you left out the sentence before it"),
    ],
)
def test_answers_and_parts_of_quotations_lean_too(lean, before, said):
    assert leaning(told(lean=lean, pointing="Who will pay?", before=before)) == said


@pytest.mark.parametrize(("score", "said"), [(0.11234, "0.112"), (1234567.0, "1.23e+06"), (0.0, "0")])
def test_scores_have_three_digits(score, said):
    assert score_words(score) == said


def test_nobody_is_said_to_choose_what_the_reader_alone_keeps():
    alone = SummarySentence(3, SENTENCE.extract, 0.1, 9, 0.5, pinned=True)
    assert facts(told(sentence=alone))[0] == "kept by you · sentence 4 of 31 · ¶\u00a03"


def test_nobody_is_said_to_choose_what_no_method_would():
    assert facts(told(sentence=SummarySentence(3, SENTENCE.extract, 0.1, 9, 0.5)))[0] == "sentence 4 of 31 · ¶\u00a03"
