from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apostil import assets
from apostil.analysis.lexicons import KNOWN
from apostil.analysis.word_kinds import Edges, behind_verbs, edges, is_participle, verbs
from apostil.analysis.word_spans import WordSpans

KINDS = ("nouns", "adverbs", "verbs", "adjectives")


def found(text: str, language: str) -> Edges:
    return edges(text, [list(WordSpans(language).within(text, 0, len(text)))], language)


@pytest.mark.parametrize(
    ("text", "language", "word"),
    [
        ("The facility aims to open.", "en", "aims"),
        ("They carve stone.", "en", "carve"),
        ("Millers carve the stone.", "en", "carve"),
        ("It was newly mended.", "en", "newly"),
        ("The mill has closed.", "en", "closed"),
        ("Prices soon fell.", "en", "fell"),
        ("L’accord prévoit une trêve.", "fr", "prévoit"),
        ("Les moulins tournaient.", "fr", "tournaient"),
        ("Il moule du blé.", "fr", "moule"),
        ("Le meunier loge sa mère.", "fr", "loge"),
        ("Il pleut notamment en mai.", "fr", "notamment"),
        ("Afin de moudre et de livrer.", "fr", "livrer"),
        ("Vous recevez du blé.", "fr", "recevez"),
    ],
)
def test_verbs_and_adverbs_are_no_phrases(text: str, language: str, word: str) -> None:
    assert not found(text, language).may_be(word)


@pytest.mark.parametrize(
    ("text", "language", "word"),
    [
        ("The plans are old.", "en", "plans"),
        ("A family of millers.", "en", "family"),
        ("The offer stands.", "en", "offer"),
        ("The ruling of the court.", "en", "ruling"),
        ("La demande baisse.", "fr", "demande"),
        ("Le gouvernement recule.", "fr", "gouvernement"),
        ("La santé et le marché.", "fr", "marché"),
        ("Les portraits du meunier.", "fr", "portrait"),
        ("Un chantier de moulin.", "fr", "chantier"),
        ("Les blessés du moulin.", "fr", "blessés"),
    ],
)
def test_nouns_may_be_phrases(text: str, language: str, word: str) -> None:
    assert found(text, language).may_be(word)


@pytest.mark.parametrize(
    ("text", "language", "word"),
    [
        ("The mill stays quiet.", "en", "quiet"),
        ("Millers waited outside.", "en", "outside"),
        ("A technical fault. The technical side.", "en", "technical"),
        ("Ten per cent of the millers.", "en", "cent"),
        ("Le moulin renonce. Ce meunier renonce.", "fr", "renonce"),
        ("Le moulin est loin.", "fr", "loin"),
        ("La crise meunière dure.", "fr", "meunière"),
        ("Une production mondiale.", "fr", "mondiale"),
        ("Dix pour cent des meuniers.", "fr", "cent"),
    ],
)
def test_what_leans_on_a_noun_is_no_phrase_by_itself(text: str, language: str, word: str) -> None:
    assert not found(text, language).may_be(word)


@pytest.mark.parametrize(
    ("text", "language", "word"),
    [
        ("A festival opened. The festival hall.", "en", "festival"),
        ("Le nouveau meunier. Un moulin meunier.", "fr", "meunier"),
        ("Le grand moulin.", "fr", "moulin"),
        ("Le centre Lindara.", "fr", "lindara"),
    ],
)
def test_what_stands_without_another_word_may_be_a_phrase(text: str, language: str, word: str) -> None:
    assert found(text, language).may_be(word)


@pytest.mark.parametrize(
    ("text", "language", "word", "begins", "ends"),
    [
        ("A key mill.", "en", "key", True, False),
        ("Une crise meunière.", "fr", "meunière", False, True),
        ("Le train de monter.", "fr", "monter", False, False),
        ("Un sac de papier.", "fr", "papier", True, True),
    ],
)
def test_adjectives_and_infinitives_stand_where_they_may(
    text: str, language: str, word: str, begins: bool, ends: bool
) -> None:
    judged = found(text, language)
    assert (judged.may_begin(word), judged.may_end(word)) == (begins, ends)


def test_a_word_is_what_it_is_more_often() -> None:
    text = "The march was long. The march ended. They march."
    assert found(text, "en").may_be("march")


@pytest.mark.parametrize(
    ("text", "language", "word", "begins", "ends"),
    [
        ("Closed mills.", "en", "closed", True, False),
        ("Wheat milling.", "en", "milling", False, True),
        ("Moulins fermés.", "fr", "fermés", False, True),
    ],
)
def test_participles_stand_on_one_side_only(text: str, language: str, word: str, begins: bool, ends: bool) -> None:
    judged = found(text, language)
    assert (judged.may_begin(word), judged.may_end(word)) == (begins, ends)


def test_of_other_languages_nothing_is_known() -> None:
    assert found("Der Müller mahlt.", "de") == Edges()


@pytest.mark.parametrize(
    ("text", "language", "word", "is_one"),
    [
        ("Project supports mills.", "en", "supports", False),
        ("The supports of a mill.", "en", "supports", True),
        ("Meunier cherche moulin.", "fr", "cherche", False),
        ("Une marche dans le moulin.", "fr", "marche", True),
    ],
)
def test_what_may_be_a_verb_is_a_noun_where_something_says_so(
    text: str, language: str, word: str, is_one: bool
) -> None:
    assert found(text, language).may_be(word) == is_one


@pytest.mark.parametrize(
    ("text", "language", "pair", "is_both"),
    [
        ("A crane accident.", "en", ("crane", "accident"), True),
        ("Millers face ruin.", "en", ("millers", "face"), False),
        ("La crise meunière.", "fr", ("crise", "meunière"), True),
        ("Un accord cherche preneur.", "fr", ("accord", "cherche"), False),
    ],
)
def test_two_words_are_a_noun_and_what_is_said_of_it(
    text: str, language: str, pair: tuple[str, str], is_both: bool
) -> None:
    assert found(text, language).may_be_both(*pair) == is_both


@pytest.mark.parametrize("language", KNOWN)
def test_no_verb_is_listed_as_one_that_may_be_none(language: str) -> None:
    assert not set(kinds(language)["either"].split()) & set(kinds(language)["verbs"].split())


@pytest.mark.parametrize("language", KNOWN)
def test_no_word_is_listed_as_two_kinds_of_which_one_always_wins(language: str) -> None:
    listed = {name: set(words.split()) for name, words in kinds(language).items()}

    shared = [one & other for one, other in combinations([listed[name] for name in KINDS], 2)]
    assert not set().union(*shared)
    assert not listed["before_verbs"] & listed["before_nouns"]


@pytest.mark.parametrize("language", KNOWN)
def test_what_is_doubtful_stands_before_nouns(language: str) -> None:
    assert set(kinds(language)["doubtful"].split()) <= set(kinds(language)["before_nouns"].split())


def kinds(language: str) -> dict[str, str]:
    """The lists of a language."""
    found: dict[str, str] = assets.table("lexicons/kinds.toml")[language]
    return found


def test_verbs_are_listed() -> None:
    assert {"expects", "said"} <= verbs("en")
    assert "the" in behind_verbs("en")
    assert not verbs("en") & {"the", "families"}


def test_no_verbs_of_other_languages_are_listed() -> None:
    assert verbs("de") == behind_verbs("de") == frozenset()


@given(st.text(max_size=40), st.sampled_from(KNOWN))
def test_any_text_can_be_judged(text: str, language: str) -> None:
    assert found(text, language).first.union(found(text, language).last) <= {
        text[word.start : word.end].lower() for word in WordSpans(language).within(text, 0, len(text))
    }


@pytest.mark.parametrize(
    ("word", "language", "is_one"),
    [("gonflés", "fr", True), ("blessés", "fr", False), ("sociétés", "fr", False), ("cafés", "en", False)],
)
def test_participles_in_the_plural_are_told_by_how_they_end(word: str, language: str, is_one: bool) -> None:
    assert is_participle(word, language) == is_one
