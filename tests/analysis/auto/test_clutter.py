"""What belongs to the page and not to the article."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apostil import assets
from apostil.analysis.auto.clutter import clutter, is_clutter


@pytest.mark.parametrize(
    "text",
    [
        "By Jane Akoth and Marlo Tessen for The Lindara Post",
        "BY JANE AKOTH, Health Correspondent",
        "PUBLISHED: 14:11 EST, 25 October 2013",
        "14:11 EST , 25 October 2013 .",
        "Last updated at 9:32 AM on 3rd March 2011",
        "| .",
        "Scroll down for video .",
        "Read more: The harbour that sank",
        "Click here for more.",
        "-LRB- CNN -RRB-",
        "(AFP)",
        "The Associated Press contributed to this report.",
        "Editor's note: Jane Akoth teaches law in Lindara.",
        "Follow Jane Akoth on Twitter @akoth",
        "Follow @akoth on X.",
        "Like The Lindara Post on Facebook and Instagram",
        "Suivez Le Monde du fleuve sur WhatsApp",
        "This page includes the transcript of Monday.",
        "READ: How the dam was built",
        "12 shares",
        "Jane Akoth jane.akoth@lindara.example University of Lindara, Kenya",
        "Write to desk@lindara.example.",
        "For more, see the map of the river.",
        "Share this",
        "Photo: The harbour at dawn.",
        "Par Jean Dupont",
        "Propos recueillis par Marlo Tessen",
        "Publié le 12 mars 2021 à 14h02",
        "Mis à jour le 12 mars 2021 à 15 h 10.",
        "Lire aussi : la grève continue",
        "(AFP) Lire aussi : la grève continue",
        "Abonnez-vous à notre lettre.",
        "Crédit photo : Marlo Tessen",
        "Scène d’un port — tous droits réservés",
    ],
)
def test_what_stands_around_an_article_is_known(text):
    assert is_clutter(text)


@pytest.mark.parametrize(
    "text",
    [
        "(CNN) -- A dam burst near Lodwar on Saturday .",
        "LINDARA (Reuters) - A dam burst on Saturday.",
        "By Monday the water had reached the school.",
        "By Jane Akoth's account, nobody was warned.",
        "Published on Monday, the report blames the ministry.",
        "Posted online late on Friday, the video shows the dam.",
        "The Associated Press said on Monday that it would sell two of its offices.",
        "Updated figures are due in May.",
        "He asked readers to follow him to the river.",
        "Publié lundi, le rapport accuse le ministère.",
        "Par peur des crues, le maire a fermé l’école.",
        "Mis à jour chaque année, le fichier compte 3 000 noms.",
        "Sources said that nine people died.",
        "En vidéo, on voit le barrage céder.",
        "This video is fake, police said.",
        "This transcript was leaked by a former aide.",
        "Disclaimer rules were overturned by the court.",
        "Views expressed in the survey divided the country.",
        "Advertisement revenue fell by a third.",
        "Join us on the march, he told the crowd.",
        "Follow the money on Facebook, she said.",
        "Find the dam and you find the water, farmers say.",
        "Facebook and Twitter were blocked.",
        "Like Facebook, Google pays no tax.",
        "Join Twitter founder Jack Dorsey at the summit.",
        "Whoever has seen her that night may ring the police of Lorne or write to tips@lorne.example soon.",
        "Get the latest vaccine, doctors urge.",
        "Téléchargez l’application, a conseillé le maire.",
        "Recevez-vous des menaces ?",
        "Share on share, the fund has lost a tenth, it said.",
    ],
)
def test_a_sentence_of_the_article_is_kept(text):
    assert not is_clutter(text)


def test_names_above_the_article_are_a_byline():
    assert clutter(["By .", "Jane Akoth and Marlo Tessen .", "A dam burst on Saturday."]) == (True, True, False)


def test_names_inside_the_article_are_not():
    assert clutter(["A dam burst on Saturday.", "Lodwar."]) == (False, False)


def test_a_word_that_the_lists_of_blocks_have_is_not_listed_again():
    names = ("clutter", "apparatus", "structure")
    own, blocks, lines = (assets.sections(f"lexicons/{name}.txt") for name in names)
    opening = {*blocks["opening"], *blocks["opening unless said"], *lines["caption"]}
    assert opening.isdisjoint(own["opening"] + own["opening unless said"])
    assert {*lines["saying"], *lines["verb"]}.isdisjoint(own["saying"])
    assert set(blocks["inside"]).isdisjoint(own["inside"])


def test_a_text_of_nothing_else_is_kept():
    assert clutter(["By Jane Akoth", "Share this"]) == (False, False)


@given(st.text(alphabet="a@. -", max_size=300))
def test_no_row_of_letters_takes_long(text):
    is_clutter(text * 60)


def test_a_long_sentence_says_something():
    assert not is_clutter("Click here " + "and there " * 30)


@given(st.lists(st.text(alphabet="Aab 1.|’(«-", max_size=30), max_size=5))
def test_every_sentence_is_judged(texts):
    assert len(clutter(texts)) == len(texts)
