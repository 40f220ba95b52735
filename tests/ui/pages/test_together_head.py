"""The head of a summary of several articles."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton

from apostil.domain.article import ArticleId
from apostil.domain.choices import UNTOUCHED
from apostil.domain.digest import Digest, Grouping, Voice
from apostil.domain.summary import Length, Method, Summary
from apostil.ui.pages.together_head import TogetherHead
from support import panels

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pytestqt.qtbot import QtBot


def head(qtbot: QtBot, digest: Digest | None = None) -> TogetherHead:
    state = SimpleNamespace(
        digest=digest,
        survey=None,
        summary=None,
        choices=UNTOUCHED,
        chosen_alone=False,
        method=Method.LSA,
        length=Length(10),
        grouping=Grouping.TIME,
    )
    made = TogetherHead(state, QToolButton())
    qtbot.addWidget(made)
    made.show_state((1, 2, 3))
    return made


def digest_of(outlets: Iterable[str]) -> Digest:
    """A summary of articles of these outlets."""
    known = panels.ENGLISH.metadata
    voices = (replace(panels.ENGLISH, metadata=replace(known, outlet=outlet)) for outlet in outlets)
    summary = Summary(Method.LSA, Length(10), ())
    return Digest(tuple(Voice(ArticleId(str(at)), voice, "") for at, voice in enumerate(voices)), summary)


def test_what_is_not_there_yet_is_told_by_its_number(qtbot: QtBot) -> None:
    made = head(qtbot)

    assert made.title.text() == "Summary of 3 articles"
    assert made.facts.text() == ""


def test_without_sentences_nothing_can_be_handed_on(qtbot: QtBot) -> None:
    made = head(qtbot)

    assert not made.copy_button.isEnabled()
    assert made.export_button.toolTip() == "There are no sentences yet"


def test_method_length_and_order_are_shown(qtbot: QtBot) -> None:
    made = head(qtbot)

    assert made.method.currentText() == "LSA"
    assert made.length.slider.value() == 10
    assert made.grouping.currentText() == "By day"


def test_another_order_is_told(qtbot: QtBot) -> None:
    made = head(qtbot)

    with qtbot.waitSignal(made.grouping_chosen) as told:
        made.grouping.activated.emit(2)

    assert told.args == [Grouping.RANK]


def test_a_summary_that_ends_short_says_why(qtbot: QtBot) -> None:
    found = digest_of(["The Tide", "La Rive"])
    made = head(qtbot, digest=replace(found, summary=replace(found.summary, available=21, repeating=3)))

    assert made.facts.text().startswith("0 of 21 sentences: the others repeat these · 2 outlets")


@pytest.mark.parametrize(
    ("outlets", "words"),
    [
        (("The Tide", "The Tide"), "1 outlet"),
        (("The Tide", "La Rive", ""), "2 outlets known"),
        (("The Tide", "", " "), "1 outlet known"),
        (("", ""), "outlets not known"),
    ],
)
def test_outlets_are_counted_as_far_as_they_are_known(qtbot: QtBot, outlets: tuple[str, ...], words: str) -> None:
    made = head(qtbot, digest=digest_of(outlets))

    assert f" · {words}" in made.facts.text()


@pytest.mark.parametrize(("outlets", "said"), [(("The Tide",), True), (("The Tide", "La Rive"), False)])
def test_of_the_only_article_that_is_left_it_says_whose_choices_hold(
    qtbot: QtBot, outlets: tuple[str, ...], *, said: bool
) -> None:
    made = head(qtbot, digest=digest_of(outlets))

    assert ("with what you choose in the article itself" in made.facts.text()) is said


@pytest.mark.parametrize(
    ("width", "style"),
    [(460, Qt.ToolButtonStyle.ToolButtonIconOnly), (800, Qt.ToolButtonStyle.ToolButtonTextBesideIcon)],
)
def test_on_a_narrow_page_buttons_have_no_words(qtbot: QtBot, width: int, style: Qt.ToolButtonStyle) -> None:
    made = head(qtbot)
    made.resize(width, 300)
    made.show()

    assert made.copy_button.toolButtonStyle() is style
