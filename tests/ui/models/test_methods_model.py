"""What two methods choose, line by line."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt

from apostil.domain.article import Piece, Role, compose
from apostil.domain.spans import Span
from apostil.domain.summary import Length, Method, choose
from apostil.ui.models.methods_model import MethodsModel, Roles
from support import panels
from support.surveys import make_survey

SURVEY = panels.survey(panels.ENGLISH)


def model(left: int, right: int) -> MethodsModel:
    made = MethodsModel()
    made.show(
        panels.ENGLISH,
        choose(SURVEY, Method.LSA, Length(left)),
        choose(SURVEY, Method.KL, Length(right)),
    )
    return made


def test_each_sentence_has_one_row(qapp: object) -> None:
    assert model(2, 4).rowCount() == 4


def test_a_row_says_who_chooses_it(qapp: object) -> None:
    made = model(1, 2)

    assert sorted(made.standing(made.at(row)) for row in range(2)) == ["in both", "only KL"]
    assert made.in_both == 1


def test_an_item_of_a_list_stands_without_its_bullet(qapp: object) -> None:
    article = compose([Piece("• Two quays are gone.", Role.LIST_ITEM)])
    summary = choose(make_survey([Span(0, 21)]), Method.KL, Length(1))
    made = MethodsModel()
    made.show(article, summary, summary)

    assert made.at(0).words == "Two quays are gone."


def test_a_row_holds_and_tells_its_sentence(qapp: object) -> None:
    made = model(1, 1)
    index = made.index(0)

    assert index.data(Roles.PAIR) is made.at(0)
    assert index.data() == made.at(0).words
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == f"{made.at(0).words} (in both)"
    assert index.data(Qt.ItemDataRole.ToolTipRole) is None


def test_nothing_makes_no_rows(qapp: object) -> None:
    made = MethodsModel()
    made.show(None, None, None)

    assert made.rowCount() == 0
    assert made.data(QModelIndex()) is None
