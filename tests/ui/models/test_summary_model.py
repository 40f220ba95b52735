from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from apostil.domain.article import Piece, Role, compose
from apostil.domain.choices import UNTOUCHED, Choices, Extract
from apostil.domain.leaning import Before, Lean, Leaning
from apostil.domain.place import NOWHERE, Box, Place
from apostil.domain.spans import Span
from apostil.domain.summary import Length, Method, Reasons, choose, left_out
from apostil.ui.models.summary_model import SummaryModel
from support import panels
from support.surveys import make_survey


@pytest.fixture
def model(qapp):
    model = SummaryModel()
    model.tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    model.show(panels.ENGLISH, choose(panels.survey(panels.ENGLISH), Method.LEXRANK, Length(3)))
    return model


def test_sentences_are_cut_from_the_text_in_its_order(model):
    chosen = [model.at(row) for row in range(model.rowCount())]
    assert [one.words for one in chosen] == [one.sentence.span.cut(panels.ENGLISH.text) for one in chosen]
    assert [one.sentence.span for one in chosen] == sorted(one.sentence.span for one in chosen)


def test_no_break_spaces_stay_in_french(qapp):
    narrow = panels.FRENCH.text.replace("« ", "«\u202f").replace(" »", "\u00a0»")
    article = replace(panels.FRENCH, text=narrow)
    model = SummaryModel()
    model.show(article, choose(panels.survey(article), Method.LEXRANK, Length(9)))
    assert any("«\u202fNous avons tenu parole\u00a0»" in model.at(row).words for row in range(model.rowCount()))


def test_a_row_tells_all_that_is_known_of_its_sentence(model):
    told = model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "(Rank 2 of 8 with LexRank, score 0.112; Sentence 2 of 8, paragraph 2)" in told


def test_an_item_of_a_list_is_shown_without_its_bullet(qapp):
    article = compose([Piece("• Two quays are gone.", Role.LIST_ITEM)])
    survey = make_survey([Span(0, 21)])
    survey = replace(survey, reasons=(Reasons(terms=(Span(6, 11),)),))
    model = SummaryModel()
    model.show(article, choose(survey, Method.KL, Length(1)), survey)
    assert model.at(0).words == "Two quays are gone."
    assert [term.cut(model.at(0).words) for term in model.at(0).terms] == ["quays"]


def test_nothing_is_shown_without_a_summary(model):
    model.show(panels.ENGLISH, None)
    assert model.rowCount() == 0


def test_paragraphs_are_numbered_as_the_article_numbers_them(model):
    chosen = [model.at(row) for row in range(model.rowCount())]
    starts = [one.sentence.span.start for one in chosen]
    assert [one.told.paragraph for one in chosen] == [panels.ENGLISH.paragraph_number(start) for start in starts]


@pytest.mark.parametrize(
    ("place", "told"),
    [
        (Place((Box(2, 0, 0, 9, 9),)), "p.\u00a02"),
        (Place(times=(61.0, 62.0)), "00:01:01"),
        (NOWHERE, ""),
    ],
)
def test_a_row_tells_the_page_or_time_of_its_source(model, place, told):
    article = compose([Piece("The mill stood by the river until the flood.", place=place)])
    model.show(article, choose(panels.survey(article), Method.LEXRANK, Length(1)))
    assert model.at(0).told.source == told


def reasoned(index=2, **reasons):
    """A survey of the English article in which one sentence has these reasons."""
    survey = panels.survey(panels.ENGLISH)
    given = [Reasons(**reasons) if at == index else Reasons() for at in range(len(survey.sentences))]
    return replace(survey, reasons=tuple(given))


def show(model, survey, length=3, choices=UNTOUCHED):
    summary = choose(survey, Method.LEXRANK, Length(length), choices)
    out = left_out(survey, Method.LEXRANK, Length(length), choices)
    model.show(panels.ENGLISH, summary, survey, panels.entities(panels.ENGLISH), out)


def chosen_at(model, survey, index):
    return model.at(model.row_of(survey.sentences[index]))


def test_the_words_that_count_are_places_in_the_sentence(model):
    (term,) = panels.places(panels.ENGLISH.text, "14,000 tonnes")
    survey = reasoned(terms=(term,))
    show(model, survey, 8)
    chosen = chosen_at(model, survey, 2)
    assert [place.cut(chosen.words) for place in chosen.terms] == ["14,000 tonnes"]
    assert chosen.told.terms == ("14,000 tonnes",)


def test_names_are_told_as_long_as_they_are_names(model):
    known = panels.entities(panels.ENGLISH)[0]
    survey = reasoned(entities=(known.id, "person:nobody"))
    show(model, survey, 8)
    assert chosen_at(model, survey, 2).told.names == (known.name,)


def he(index):
    """The leaning of a sentence by the two letters that it begins with."""
    start = panels.survey(panels.ENGLISH).sentences[index].span.start
    return Leaning(Lean.OPENING, Span(start, start + 2))


@pytest.mark.parametrize(("length", "leans"), [(8, False), (1, True)])
def test_a_sentence_leans_where_the_one_before_is_missing(model, length, leans):
    survey = reasoned(6, leaning=he(6))
    show(model, survey, length, Choices(pinned=(survey.sentences[6],)))
    assert chosen_at(model, survey, 6).leans is leans


def test_the_heading_that_a_sentence_answers_is_always_told(model):
    survey = reasoned(6, leaning=Leaning(Lean.HEADING, Span(0, 4)))
    show(model, survey, 8)
    told = chosen_at(model, survey, 6).told
    assert (told.leans, told.lean, told.pointing) == (True, Lean.HEADING, panels.ENGLISH.text[:4])


def test_a_part_of_a_quotation_leans_without_words(model):
    start = panels.survey(panels.ENGLISH).sentences[6].span.start
    survey = reasoned(6, leaning=Leaning(Lean.QUOTATION, Span(start, start)))
    show(model, survey, 1, Choices(pinned=(survey.sentences[6],)))
    assert chosen_at(model, survey, 6).leans


def test_a_sentence_leans_where_the_one_before_stands_below(model):
    survey = reasoned(6, leaning=he(6))
    order = (survey.sentences[6], *survey.sentences[:6], survey.sentences[7])
    show(model, survey, 8, Choices(order=order))
    assert model.row_of(survey.sentences[6]) == 0
    assert chosen_at(model, survey, 6).leans
    assert model.shape(0) == (survey.sentences[6], Before.ELSEWHERE, False)


def test_the_first_sentence_leans_on_nothing(model):
    survey = reasoned(0, leaning=he(0))
    show(model, survey, 1, Choices(pinned=(survey.sentences[0],)))
    assert not model.at(0).leans


def test_what_was_left_out_stands_below(model):
    survey = reasoned()
    show(model, survey, 3, Choices(dropped=survey.sentences[:2]))
    assert [model.at(row).left_out for row in range(model.rowCount())] == [False] * 3 + [True] * 2
    assert model.chosen_count == 3


def test_a_sentence_that_is_not_shown_has_no_row(model):
    assert model.row_of(Extract(5, Span(0, 1))) == -1


def test_without_rows_none_can_be_asked_for(qapp):
    with pytest.raises(IndexError):
        SummaryModel().at(0)


def test_only_the_sentences_of_the_summary_can_be_dragged(model):
    survey = reasoned()
    model.movable = True
    show(model, survey, 2, Choices(dropped=survey.sentences[:1]))
    draggable = [bool(model.index(row).flags() & Qt.ItemFlag.ItemIsDragEnabled) for row in range(3)]
    assert draggable == [True, True, False]


def test_a_sentence_leans_though_the_reader_left_the_one_before_out(model):
    survey = reasoned(6, leaning=he(6))
    choices = Choices(pinned=(survey.sentences[6],), dropped=(survey.sentences[5],))
    model.show(panels.ENGLISH, choose(survey, Method.LEXRANK, Length(1), choices), survey, unwanted=frozenset({5}))
    assert chosen_at(model, survey, 6).leans
    assert chosen_at(model, survey, 6).told.before is Before.REFUSED
    assert model.shape(0) == (survey.sentences[6], Before.REFUSED, False)


def test_no_article_inherits_what_was_left_out_of_another(model):
    survey = reasoned(6, leaning=he(6))
    summary = choose(survey, Method.LEXRANK, Length(1), Choices(pinned=(survey.sentences[6],)))
    model.show(panels.ENGLISH, summary, survey, unwanted=frozenset({5}))
    assert chosen_at(model, survey, 6).told.before is Before.REFUSED
    model.show(panels.ENGLISH, summary, survey)
    assert chosen_at(model, survey, 6).told.before is Before.ABSENT
