import pytest
from hypothesis import given
from hypothesis import strategies as st

from apostil.importers import forms


@pytest.mark.parametrize(
    ("text", "expected"),
    [("broken off...", True), ("broken off…", True), ("broken off [...]", True), ("whole.", False), ("", False)],
)
def test_truncated(text, expected):
    assert forms.is_truncated(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"), [("It ends.", True), ("« It ends. »", True), ("It does not", False), ("", False)]
)
def test_ends_of_sentences(text, expected):
    assert forms.ends_sentence(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Share", True),
        ("1,234 views", True),
        ("Follow Oriane Veldt on Twitter @oriane", True),
        ("Suivez-nous sur WhatsApp", True),
        ("Topics: bridge", True),
        ("Il vous reste 75 % de cet article à lire.", True),
        ("Reuters contributed to this report.", True),
        ("This story has been updated.", False),
        ("Follow the river on foot, and rest on Sunday.", False),
        ("À lire aussi", True),
        ("4 min read", True),
        ("https://example.org/a", False),
        ("Tous droits réservés", True),
        ("The firm changed its terms of service last week, and its users were not asked about it.", False),
        ("The town shares the cost.", False),
    ],
)
def test_apparatus(text, expected):
    assert forms.is_apparatus(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Mentions légales", True), ("Site map", True), ("Share", True), ("* * *", False), ("The town met.", False)],
)
def test_furniture(text, expected):
    assert forms.is_furniture(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Leave a comment", True),
        ("12 comments", True),
        ("2 responses to “The old bridge”", True),
        ("Commentaires (7)", True),
        ("3 réactions", True),
        ("The mayor had no comments.", False),
        ("12 comments were read aloud", False),
    ],
)
def test_what_opens_comments(text, expected):
    assert forms.opens_comments(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Photograph: Ada Quill/AP", True),
        ("The quay at dusk. Ada Quill/Getty Images", True),
        ("The mayor bought pictures from Getty Images, which nobody had expected of him.", False),
    ],
)
def test_captions(text, expected):
    assert forms.is_caption(text) is expected


@given(st.text())
def test_any_text_has_a_form(text):
    for look in (
        forms.is_list_item,
        forms.is_title,
        forms.is_heading,
        forms.is_quotation,
        forms.is_caption,
        forms.is_apparatus,
        forms.is_furniture,
        forms.opens_comments,
    ):
        assert look(text) in {True, False}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Detour: 22 km", True),
        ("Coût : 4,2 millions d’euros", True),
        ("Length: 340 m Detour: 22 km", True),
        ("What comes next: a bridge", False),
        ("At 14:30 the ferry left", False),
    ],
)
def test_a_label_with_a_figure_is_no_heading(text, expected):
    assert forms.is_fact(text) is expected
    assert not (expected and forms.is_heading(text))


@pytest.mark.parametrize(
    "text", ["é" * 2_000_000, "word " * 400_000, "-" * 2_000_000, "(" * 2_000_000, "«" * 2_000_000]
)
@pytest.mark.timeout(20)
def test_a_very_long_line_has_its_form_at_once(text):
    looks = (forms.is_list_item, forms.is_title, forms.is_heading, forms.is_quotation, forms.is_caption)
    assert not any(look(text) for look in looks)
    assert forms.is_apparatus(text) is not any(char.isalnum() for char in text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lire aussi bien dans les marges que dans le texte, voilà ce qui est demandé.", False),
        ("Lire aussi : Le pont rouvre", True),
        ("Lire aussi Le pont est rouvert.", True),
        ("Lire également notre dossier sur le pont.", True),
        ("Tous droits réservés, la mention ne veut plus rien dire, estime le notaire.", False),
        ("Tous droits réservés. Toute copie est interdite.", True),
        ("Related: that is what the miners called each other.", False),
        ("Related: The bridge is open again", True),
        ("© Mirador a perdu son procès contre la ville.", False),
        ("© 2021 Mirador. The paper is not responsible for other pages.", True),
        ("© Mirador Presse", True),
        ("(c) any member who has not paid;", False),
        ("(c) Mirador Presse", True),
        ("(c) 2021 the Mirador company", True),
        ("The shop uses cookies to follow its visitors, the court ruled.", False),
        ("This shop uses cookies to make your visit better.", True),
    ],
)
def test_a_sentence_that_only_begins_like_a_notice_is_none(text, expected):
    assert forms.is_apparatus(text) is expected
