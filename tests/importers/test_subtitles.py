import pytest
from hypothesis import given
from hypothesis import strategies as st

from apostil.domain.article import Role
from apostil.importers.subtitles import Cue, is_timing, paragraphs, times_of


def said(*cues):
    return [piece.text for piece in paragraphs(Cue(begin, end, tuple(lines)) for begin, end, *lines in cues)]


@pytest.mark.parametrize(
    ("line", "times"),
    [
        ("00:00:01,000 --> 00:00:02,500", (1.0, 2.5)),
        ("01:02:03.045 --> 01:02:04.000 align:start position:0%", (3723.045, 3724.0)),
        ("02:03.5 --> 02:04.25", (123.5, 124.25)),
        ("0:0:1,5->0:0:2", (1.5, 2.0)),
        (" 00 : 00 : 01 , 000 -- > 00 : 00 : 02 , 000", (1.0, 2.0)),
        ("00:00:05,000 --> 00:00:02,000", (5.0, 5.0)),
        ("00:00:05,000 --> soon", (5.0, 5.0)),
    ],
)
def test_times(line, times):
    assert times_of(line) == pytest.approx(times)


@pytest.mark.parametrize("line", ["", "12", "At 10:30 --> we left", "00:00:01,000", "10:30 - 11:00"])
def test_lines_without_times(line):
    assert not is_timing(line)
    assert times_of(line) is None


def test_a_sentence_over_several_cues_is_one_paragraph():
    assert said((0, 1, "The old bridge"), (1, 2, "stays open", "for another year."), (2, 3, "Nobody minds.")) == [
        "The old bridge stays open for another year.",
        "Nobody minds.",
    ]


def test_a_paragraph_knows_when_it_is_spoken():
    pieces = paragraphs([Cue(1.5, 2.0, ("The old",)), Cue(2.0, 4.25, ("bridge.",)), Cue(5.0, 6.0, ("Yes.",))])
    assert [piece.place.times for piece in pieces] == [(1.5, 4.25), (5.0, 6.0)]


def test_a_pause_ends_a_paragraph():
    assert said((0, 1, "and so"), (4, 5, "we went")) == ["and so", "we went"]


def test_times_that_begin_anew_end_a_paragraph():
    assert said((100, 101, "the first part"), (0, 1, "the second part")) == ["the first part", "the second part"]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("- Who was it?", "- The mayor."), ["- Who was it?", "- The mayor."]),
        (("–Qui ?", "–La maire, je crois"), ["–Qui ?", "–La maire, je crois"]),
        ((">> Good evening,", ">> and welcome"), ["Good evening,", "and welcome"]),
        (("ADA: Good evening", "MARLO: and welcome"), ["ADA: Good evening", "MARLO: and welcome"]),
        (("It fell to", "-5 degrees"), ["It fell to -5 degrees"]),
        (("<v Ada Quill>Good evening", "<v.loud Marlo>Hello</v>"), ["Ada Quill: Good evening", "Marlo: Hello"]),
    ],
)
def test_another_speaker_begins_a_paragraph(lines, expected):
    assert said((0, 1, *lines)) == expected


def test_a_voice_that_goes_on_is_named_once():
    assert said((0, 1, "<v Ada>The old"), (1, 2, "<v Ada>bridge stays.")) == ["Ada: The old bridge stays."]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("<i>Quietly</i>", "Quietly"),
        ("{\\an8}Above", "Above"),
        ('<font color="#ff0">Yellow</font>', "Yellow"),
        ("<c.yellow>Sold<00:00:01.500> out</c>", "Sold out"),
        ("Salt &amp; pepper&nbsp;mill", "Salt & pepper\u00a0mill"),
        ("One\\Ntwo<br/>three", "One two three"),
        ("5 < 6 and 7 > 6", "5 < 6 and 7 > 6"),
        ("AT&T; <unheard of>", "AT&T; <unheard of>"),
    ],
)
def test_tags_and_commands_are_left_out(line, expected):
    assert said((0, 1, line)) == [expected]


def test_dots_at_the_end_of_a_cue_go_on_in_the_next():
    assert said((0, 1, "We thought..."), (1, 2, "...that it would"), (2, 3, "Well…"), (3, 4, "Never mind")) == [
        "We thought... ...that it would Well…",
        "Never mind",
    ]


def test_words_without_full_stops_are_parted_after_a_while():
    found = said(
        *(
            (second, second + 1, f"ten words that {second} machines wrote down without any stops")
            for second in range(40)
        )
    )
    assert len(found) == 4


def test_lines_that_live_captions_repeat_are_read_once():
    cues = [(0, 1, "the old bridge"), (1, 1.01, "the old bridge"), (1.01, 2, "the old bridge", "stays open")]
    cues += [(2, 2.01, "stays open"), (2.01, 3, "stays open", "for a year")]
    assert said(*cues) == ["the old bridge stays open for a year"]


def test_what_is_said_twice_is_read_twice():
    assert said((0, 1, "No."), (1, 2, "No."), (2, 3, "Well then,"), (3, 4, "yes.")) == ["No.", "No.", "Well then, yes."]


def test_empty_cues_say_nothing():
    assert said((0, 1), (1, 2, " ", "<i></i>")) == []


cues = st.builds(
    Cue,
    st.floats(0, 9999),
    st.floats(0, 9999),
    st.lists(st.text() | st.sampled_from(["- Yes.", "<v A>b", "c", ">> d"]), max_size=3).map(tuple),
)


@given(st.lists(cues))
def test_any_cues_make_paragraphs_with_times(any_cues):
    assert all(piece.text and piece.place.times for piece in paragraphs(any_cues))


def test_a_word_divided_between_two_lines_is_whole_again():
    pieces = paragraphs(
        [Cue(0, 2, ("Nobody knows the har-", "bour, and who")), Cue(2, 4, ("cares? Peut-", "être eux."))]
    )
    assert [piece.text for piece in pieces] == ["Nobody knows the harbour, and who cares? Peut-être eux."]


def test_who_wrote_the_subtitles_is_apparatus():
    pieces = paragraphs([Cue(0, 2, ("The crane came down.",)), Cue(9, 12, ("Sous-titrage : Maison Orse",))])
    assert [piece.role for piece in pieces] == [Role.PARAGRAPH, Role.APPARATUS]
