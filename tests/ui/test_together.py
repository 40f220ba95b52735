"""What the page of a summary of several articles shows, and how its reader changes it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, cast

import pytest

from apostil.domain.article import Piece, compose
from apostil.domain.choices import UNTOUCHED
from apostil.domain.digest import Grouping
from apostil.domain.edits import Changes, ChoicesEdit, MetadataEdit, PresenceEdit, Topic
from apostil.domain.summary import Length, Method
from apostil.services import versions
from apostil.ui.gathering import Gatherer
from apostil.ui.together import Together
from support import panels
from support.main_windows import QuickJobs

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from apostil.domain.article import ArticleId
    from apostil.domain.choices import Choices


class Story:
    """Two articles on a desk, summarised together."""

    def __init__(self, folder: Path) -> None:
        self.desk = panels.a_desk(folder)
        library = self.desk.library
        self.english, self.french = panels.add(library, panels.ENGLISH, "a"), panels.add(library, panels.FRENCH, "b")
        self.jobs = QuickJobs()
        self.together = Together(self.desk, Gatherer(self.desk, cast("Any", self.jobs), cast("Any", self.jobs)))
        self.together.open((self.english, self.french))
        self.jobs.run()

    @property
    def words(self) -> list[str]:
        digest = self.together.digest
        assert digest is not None
        return [digest.words(sentence) for sentence in digest.summary.sentences]

    @property
    def pinned(self) -> list[str]:
        digest = self.together.digest
        assert digest is not None
        return [digest.words(sentence) for sentence in digest.summary.sentences if sentence.pinned]

    def pin(self, words: str) -> str:
        """Keep the sentence with these words."""
        digest, survey = self.together.digest, self.together.survey
        assert digest is not None
        assert survey is not None
        texts = [voice.article.text for voice in digest.voices]
        found = next(one for one in survey.sentences if words in one.span.cut(texts[one.owner]))
        self.together.set_choices("Keep a sentence", self.together.choices.pin(found))
        return found.span.cut(texts[found.owner])

    def extract_again(self) -> ArticleId:
        """A new version of the English article, with a paragraph before all others."""
        library, article = self.desk.library, panels.ENGLISH
        pieces = [Piece(block.span.cut(article.text), block.role, block.level) for block in article.blocks]
        newer = compose([pieces[0], Piece("It rained on the quays."), *pieces[1:]], article.metadata)
        newer_id = panels.add(library, newer, "newer")
        self.desk.do(versions.replaced(library, self.english, newer_id, panels.NOON))
        return newer_id

    def leave_out_alone(self) -> Choices:
        """What is chosen in the English article's own summary: to leave out its first sentence."""
        assert self.together.survey is not None
        own = UNTOUCHED.drop(self.together.survey.sentences[0])
        self.desk.do(ChoicesEdit("Leave out a sentence", (self.english,), UNTOUCHED, own))
        return own

    def drop_first(self) -> str:
        assert self.together.summary is not None
        words = self.words[0]
        first = self.together.summary.sentences[0].extract
        self.together.set_choices("Leave out a sentence", self.together.choices.drop(first))
        return words


@pytest.fixture
def story(tmp_path: Path) -> Iterator[Story]:
    made = Story(tmp_path)
    yield made
    made.desk.library.close()


def test_the_summary_has_sentences_of_all_articles(story: Story) -> None:
    assert story.together.summary is not None
    assert {sentence.extract.owner for sentence in story.together.summary.sentences} == {0, 1}


def test_another_length_is_shown_at_once(story: Story) -> None:
    story.together.set_length(Length(2))

    assert len(story.words) == 2


def test_sentences_are_in_the_order_in_which_they_are_read(story: Story) -> None:
    story.together.set_grouping(Grouping.RANK)

    assert story.together.summary is not None
    assert [one.rank for one in story.together.summary.sentences] == sorted(
        one.rank for one in story.together.summary.sentences
    )


def test_another_method_is_kept(story: Story) -> None:
    story.together.set_method(Method.LSA)

    assert story.together.summary is not None
    assert story.together.summary.method is Method.LSA


def test_a_method_that_was_not_asked_everywhere_waits_for_articles_that_have_it(story: Story) -> None:
    gathered = story.together.gathered
    assert gathered is not None
    rankings = tuple(one for one in gathered.survey.rankings if one.method is not Method.KL)
    story.together.gathered = replace(gathered, survey=replace(gathered.survey, rankings=rankings))

    story.together.set_method(Method.KL)
    assert story.together.summary is not None
    assert story.together.summary.method is Method.AUTO

    story.together.gathered = gathered
    story.together.set_length(Length(3))
    assert story.together.method is Method.KL


def test_a_dropped_sentence_is_gone_until_that_is_undone(story: Story) -> None:
    words = story.drop_first()
    assert words not in story.words

    story.desk.undo_stack.undo()

    assert words in story.words


def test_choices_outlive_the_page(story: Story) -> None:
    words = story.drop_first()
    again = Together(story.desk, Gatherer(story.desk, cast("Any", story.jobs), cast("Any", story.jobs)))

    again.open((story.english, story.french))
    story.jobs.run()

    assert again.digest is not None
    assert words not in [again.digest.words(one) for one in again.digest.summary.sentences]
    assert len(again.choices.dropped) == 1


def test_undoing_a_choice_asks_for_its_page(story: Story) -> None:
    story.drop_first()
    wanted: list[Any] = []
    story.desk.place_wanted.connect(wanted.append)

    story.desk.undo_stack.undo()

    assert [place.articles for place in wanted] == [(story.english, story.french)]


def test_what_is_left_out_of_all_articles_is_known(story: Story) -> None:
    story.together.set_length(Length(1))

    coverage = story.together.coverage()

    assert coverage is not None
    missing = {one.subject.label for one in coverage.missing}
    assert "Adama Késsou" in missing


def test_an_article_that_is_deleted_is_left_away(story: Story) -> None:
    story.desk.do(PresenceEdit("Delete article", (story.french,), present=False))
    story.jobs.run()

    assert story.together.digest is not None
    assert [voice.id for voice in story.together.digest.voices] == [story.english]


def test_of_several_articles_choices_in_one_alone_do_not_count(story: Story) -> None:
    story.leave_out_alone()

    assert story.together.choices == UNTOUCHED
    assert story.together.chosen_alone


def test_the_only_article_that_is_left_has_its_own_choices(story: Story) -> None:
    own = story.leave_out_alone()
    story.desk.do(PresenceEdit("Delete article", (story.french,), present=False))
    story.jobs.run()

    assert story.together.choices == own
    assert not story.together.chosen_alone


def test_what_was_chosen_stays_where_another_article_is_deleted(story: Story) -> None:
    third = panels.add(story.desk.library, panels.FRENCH, "c")
    story.together.open((third, story.english, story.french))
    story.jobs.run()
    words = story.pin("900 dockers")

    story.desk.do(PresenceEdit("Delete article", (third,), present=False))
    story.jobs.run()

    assert story.together.articles == (story.english, story.french)
    assert story.pinned == [words]


def test_a_deleted_article_that_comes_back_is_summarised_again(story: Story) -> None:
    words = story.pin("900 dockers")
    story.desk.do(PresenceEdit("Delete article", (story.french,), present=False))
    story.jobs.run()

    story.desk.undo_stack.undo()
    story.jobs.run()

    assert story.together.articles == (story.english, story.french)
    assert story.pinned == [words]


def test_another_version_takes_the_place_of_an_article_with_what_was_chosen(story: Story) -> None:
    words = story.pin("900 dockers")
    newer = story.extract_again()
    story.jobs.run()

    assert story.together.articles == (newer, story.french)
    assert story.pinned == [words]


def test_nothing_is_summarised_where_all_articles_are_deleted(story: Story) -> None:
    story.desk.do(PresenceEdit("Delete articles", (story.english, story.french), present=False))

    assert story.together.articles == ()
    assert story.together.digest is None


def test_a_corrected_outlet_is_shown(story: Story) -> None:
    before = story.desk.library.article(story.french).metadata
    story.desk.do(MetadataEdit("Change details", story.french, before, replace(before, outlet="La Voix")))
    story.jobs.run()

    assert story.together.digest is not None
    assert "La Voix" in [group.heading for group in story.together.digest.groups()]


def test_articles_without_sentences_make_an_empty_summary(story: Story) -> None:
    from apostil.domain.article import Role
    from support.language import article_of

    empty = [panels.add(story.desk.library, article_of((Role.HEADLINE, name)), name) for name in "cd"]

    story.together.open(tuple(empty))
    story.jobs.run()

    assert story.words == []
    assert story.together.coverage() is None


def test_cancelling_leaves_nothing_under_way(story: Story) -> None:
    other: tuple[ArticleId, ...] = (story.french, story.english)
    story.together.open(other)

    story.together.cancel()
    story.jobs.run()

    assert story.together.digest is None


def test_a_summary_that_is_there_stays_where_making_it_anew_is_stopped(story: Story) -> None:
    story.desk.announce(Changes(frozenset({story.english}), frozenset({Topic.ANALYSIS})))

    story.together.cancel()
    words = story.drop_first()

    assert words not in story.words
    assert story.desk.library.choices((story.english, story.french)).dropped
