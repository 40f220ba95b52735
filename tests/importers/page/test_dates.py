import datetime as dt

import pytest
from lxml import html

from apostil.importers.page.blocks import blocks_of
from apostil.importers.page.dates import published_on

DAY = dt.date(2024, 5, 6)
GUESS = dt.date(2020, 1, 1)


def day_of(head, body="<h1>The old bridge stays</h1><p>Words.</p>", guess=None):
    tree = html.document_fromstring(f"<html><head>{head}</head><body>{body}</body></html>")
    return published_on(tree, blocks_of(tree).found, lambda: guess and str(guess))


def script(words):
    return f'<script type="application/ld+json">{{{words}}}</script>'


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2024-05-06T08:00:00+02:00">',
        '<meta name="DC.date.issued" content="20240506">',
        '<meta name="pubdate" content="Mon, 06 May 2024 08:00:00 GMT">',
        '<meta name="publish-date" content="6 May 2024">',
        script('"dateModified": "2024-06-01", "datePublished" : "2024-05-06T08:00:00Z"'),
        script('"datePublished": "soon"') + '<meta itemprop="datePublished" content="2024-05-06">',
    ],
)
def test_what_the_head_says(head):
    assert day_of(head, guess=GUESS) == DAY


def test_the_day_of_a_change_is_none_of_publication():
    assert day_of('<meta property="article:modified_time" content="2024-06-01">', guess=GUESS) == GUESS


def test_the_one_time_marked_in_the_body():
    body = '<h1>The old bridge stays</h1><time itemprop="datePublished" datetime="2024-05-06">Monday</time>'
    assert day_of("", body, GUESS) == DAY


def test_times_of_several_articles_say_nothing():
    times = "".join(f'<time pubdate datetime="2024-05-0{day}">x</time>' for day in (5, 6))
    assert day_of("", times, GUESS) == GUESS


def test_what_two_places_agree_on_counts_more():
    other = script('"datePublished": "2024-04-01"') + script('"datePublished": "2024-05-06"')
    assert day_of(f'{other}<meta name="pubdate" content="2024-05-06">') == DAY


@pytest.mark.parametrize(
    ("shown", "day"),
    [
        ("May 5, 2024, 11:30 p.m.", dt.date(2024, 5, 5)),
        ("Updated: May 5, 2024", DAY),
        ("May 1, 2024", DAY),
    ],
)
def test_the_day_that_readers_see_corrects_the_time_in_greenwich(shown, day):
    body = f"<h1>The old bridge stays</h1><p>{shown}</p>"
    assert day_of('<meta property="article:published_time" content="2024-05-06T03:30:00Z">', body) == day


@pytest.mark.parametrize("line", ["Publié le 6 mai 2024", "6 May 2024", "Le 06/05/2024 à 10h"])
def test_a_page_without_words_for_programs(line):
    assert day_of("", f"<h1>Le vieux pont</h1><div>{line}</div>") == DAY


@pytest.mark.parametrize("content", ["", "2024-13-45", "20240506123", "soon", "0000-00-00"])
def test_what_is_no_day(content):
    assert day_of(f'<meta name="pubdate" content="{content}">') is None
