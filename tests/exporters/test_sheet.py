import datetime as dt
from dataclasses import replace

import pytest

from apostil.domain.article import Metadata, Piece, Role, compose
from apostil.domain.entity import Entity, Kind, Mention
from apostil.domain.provenance import Choice, fingerprint
from apostil.domain.spans import Span
from apostil.domain.summary import Length, Method, Unit
from apostil.exporters import sheet as words
from support.invented_notes import NOON, STAMP, english, french


def only(notes):
    return words.sheets([notes])[0]


def test_a_quotation_is_cut_from_the_text_and_not_from_the_anchor():
    notes = english()
    mark = notes.annotations[1]
    other = replace(mark, anchor=replace(mark.anchor, exact="retyped"))
    assert only(replace(notes, annotations=(other,))).marks[0].quotation == mark.span.cut(notes.article.text)


def test_annotations_stand_in_the_order_of_the_text():
    notes = english()
    shuffled = replace(notes, annotations=notes.annotations[::-1])
    assert only(shuffled).marks == only(notes).marks


@pytest.mark.parametrize(
    ("title", "expected"),
    [("Given\u00a0title", "Given\u00a0title"), ("Two\nlines ", "Two lines"), ("", "Headline")],
)
def test_the_title_is_the_known_one_or_the_headline(title, expected):
    article = compose([Piece("Headline", Role.HEADLINE)], Metadata(title))
    assert only(replace(french(), article=article)).title == expected


def test_without_title_and_headline_the_file_names_the_article():
    notes = replace(french(), article=compose([Piece("Words.")]))
    assert only(notes).title == "moulin.txt"


@pytest.mark.parametrize(
    ("span", "expected"),
    [(Span(0, 4), "headline"), (Span(6, 9), "¶\u00a01"), (Span(6, 16), "¶\u00a01–2"), (Span(6, 6), "¶\u00a01")],
)
def test_a_place_is_a_paragraph_or_a_role(span, expected):
    article = compose([Piece("Head", Role.HEADLINE), Piece("First"), Piece("Second")])
    assert words.place_of(article, span) == expected


@pytest.mark.parametrize(
    ("confirmed", "mentions", "expected"),
    [
        (True, (False,), "confirmed"),
        (False, (False, False), "guess"),
        (False, (True, False), "guess, 1 of 2 mentions confirmed"),
        (False, (True, True), "mentions confirmed"),
    ],
)
def test_a_guess_never_reads_like_what_a_person_confirmed(confirmed, mentions, expected):
    found = tuple(Mention(Span(0, 1), Kind.PERSON, 0.5, sure) for sure in mentions)
    entity = Entity("person:x", "X", Kind.PERSON, found, (), confirmed)
    assert only(replace(french(), entities=(entity,))).entities[0].standing == expected


def test_what_is_named_most_comes_first_and_then_what_is_named_first():
    def named(name, *starts):
        mentions = tuple(Mention(Span(start, start + 1), Kind.PERSON) for start in starts)
        return Entity(name, name, Kind.PERSON, mentions)

    entities = (named("late", 9), named("early", 2), named("often", 4, 5))
    assert [line.name for line in only(replace(french(), entities=entities)).entities] == ["often", "early", "late"]


@pytest.mark.parametrize(
    ("length", "available", "expected"),
    [
        (Length(2), 0, "Chosen by a program (LexRank): 2 sentences, verbatim."),
        (Length(2), 19, "Chosen by a program (LexRank): 2 of 19 sentences, verbatim."),
        (
            Length(10, Unit.PERCENT),
            19,
            "Chosen by a program (LexRank): 2 of 19 sentences (10\u00a0% asked for), verbatim.",
        ),
        (
            Length(30, Unit.SECONDS),
            19,
            "Chosen by a program (LexRank): 2 of 19 sentences (30\u00a0s of reading asked for), verbatim.",
        ),
    ],
)
def test_how_much_was_chosen(length, available, expected):
    notes = english()
    sentences = tuple(replace(sentence, pinned=False) for sentence in notes.summary.sentences)
    summary = replace(notes.summary, sentences=sentences, length=length, available=available, dropped=0)
    assert only(replace(notes, summary=summary)).method == expected


def test_a_sentence_that_leans_on_what_is_missing_says_so_behind_its_rank():
    plain, leaning = only(english()).sentences
    assert plain.reason.endswith("9\u00a0methods")
    assert leaning.reason.endswith("\u00a0· begins with “The Board”: it needs what was said before")


def test_a_sentence_below_the_one_that_it_leans_on_says_nothing():
    notes = english()
    first, second = notes.summary.sentences
    together = replace(notes.summary, sentences=(first, replace(second, index=first.index + 1)))
    assert [one.leaning for one in only(replace(notes, summary=together)).sentences] == ["", ""]


@pytest.mark.parametrize(
    ("pinned", "dropped", "arranged", "expected"),
    [
        ((False, True), 0, False, "verbatim. The reader chose one of them."),
        ((True, True), 0, True, "The reader chose 2 of them. The order is the reader’s."),
        ((False, False), 1, False, "The reader left out one sentence that the program had chosen."),
        ((False, False), 3, False, "The reader left out 3 sentences that the program had chosen."),
    ],
)
def test_what_the_reader_chose_is_told(pinned, dropped, arranged, expected):
    notes = english()
    sentences = tuple(
        replace(sentence, pinned=own) for sentence, own in zip(notes.summary.sentences, pinned, strict=True)
    )
    summary = replace(notes.summary, sentences=sentences, dropped=dropped, arranged=arranged)
    assert only(replace(notes, summary=summary)).method.endswith(expected)


def test_a_sentence_says_who_chose_it():
    first, second = only(english()).sentences
    assert "rank" in first.reason
    assert second.rating.endswith("chosen\u00a0by\u00a0the\u00a0reader")


def test_the_reason_for_a_sentence_stays_on_one_line():
    assert " " not in only(english()).sentences[0].reason


def test_a_key_depends_on_the_id_alone():
    assert words.block_key("abc") == words.block_key("abc") != words.block_key("abd")


def test_a_key_is_ten_letters_and_digits():
    assert words.block_key("id with spaces \ud800").isalnum()
    assert len(words.block_key("")) == 10


def test_several_articles_are_counted_in_the_heading():
    assert words.heading(words.sheets([english(), french()])) == "Notes on 2 articles"


def test_the_signature_names_version_and_time():
    assert words.signature(STAMP) == "Written by Apostil 0.0.0, 2026-02-01 12:00 UTC."


def test_another_time_zone_is_told():
    east = dt.timezone(dt.timedelta(hours=2))
    assert words.moment(NOON.astimezone(east)) == "2026-02-01 14:00+02:00"


@pytest.mark.parametrize("char", ["\x00", "\x07", "\x0b", "\x1f", "\x7f", "\x9b", "\ud800", "\ufffe", "\uffff"])
def test_what_no_document_may_hold_is_not_printable(char):
    assert words.printable(f"a{char}b") == "ab"


def test_no_other_character_is_lost():
    text = "«\u202fÀ\u00a0» 🌊\t\n\r\ufffd\u2028"
    assert words.printable(text) == text


@pytest.mark.parametrize(("address", "leads"), [("https://a.example", True), ("javascript:alert(1)", False)])
def test_only_a_web_address_leads_anywhere(address, leads):
    article = compose([Piece("Words.")], Metadata(address=address))
    facts = only(replace(french(), article=article)).facts
    assert [bool(fact.address) for fact in facts if fact.label == "Address"] == [leads]


def fact(notes, label):
    return next((one.value for one in only(notes).facts if one.label == label), None)


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("File", "mill page.html (text/html, 12,345 bytes)"),
        ("SHA-256 of the file", "e" * 64),
        ("SHA-256 of the text", fingerprint(english().article.text)),
        ("Extracted by", "invented 1"),
        ("Extracted", "2026-02-01 10:00 UTC"),
        ("Extracted as", "the article and nothing else"),
        ("Length", "3 pages, 6 paragraphs, 91 words"),
    ],
)
def test_the_facts_say_where_an_article_came_from(label, expected):
    assert fact(english(), label) == expected


def test_a_chapter_says_which_it_is():
    made = replace(english().provenance, choice=Choice.CHAPTERS, part="3")
    assert fact(replace(english(), provenance=made), "Extracted as") == "chapters of a book, part 3"


def test_without_provenance_the_text_has_its_fingerprint_all_the_same():
    assert fact(french(), "SHA-256 of the text") == fingerprint(french().article.text)


def test_an_orphan_keeps_its_words_and_says_that_they_were_not_found():
    orphan = only(english()).orphans[0]
    assert (orphan.quotation, orphan.place, orphan.number) == ("a windmill nearby", words.NOT_FOUND, 7)


@pytest.mark.parametrize("name", ["mill\u202efdp.exe", "mill\x1b[2Jfdp.exe", "mill\nfdp.exe"])
def test_the_name_of_a_file_turns_nothing_around(name):
    source = replace(english().source, name=name)
    assert not set(fact(replace(english(), source=source), "File")) & set("\u202e\x1b\n")


def test_the_automatic_method_tells_no_score():
    notes = english()
    automatic = only(replace(notes, summary=replace(notes.summary, method=Method.AUTO)))
    assert automatic.sentences[0].reason.endswith(
        "rank\u00a01\u00a0·\u00a0chosen\u00a0by\u00a02\u00a0of\u00a09\u00a0methods"
    )


def test_a_text_that_is_too_short_is_said_to_be_so():
    notes = english()
    assert words.TOO_SHORT in only(replace(notes, summary=replace(notes.summary, available=3))).method


def test_a_summary_that_ends_short_says_why():
    notes = english()
    assert words.REPEATING not in only(notes).method
    assert words.REPEATING in only(replace(notes, summary=replace(notes.summary, repeating=2))).method


def test_a_text_without_sentences_is_said_to_have_none():
    notes = english()
    nothing = replace(notes.summary, sentences=(), available=0, dropped=0)
    assert only(replace(notes, summary=nothing)).method == words.NO_SENTENCES
