import datetime as dt
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apostil.domain.article import Role
from apostil.domain.errors import UnreadableFileError
from support.importing import read

NOTE = """---
title: "The old bridge stays"
author: [Oriane Veldt, Marlo Tessen]
outlet: The Lindara Post
date: 2024-05-06
lang: en-GB
---

# The old bridge stays

The council *decided* to keep the `bridge`
open for [another year](https://example.org).

## What comes next

- mend the deck
- paint it

> Nobody wants a new one.

| year | cost |
|------|------|
| 2025 | 12   |

```
plain code
```

<p>Words in HTML.</p>
"""


def blocks(text):
    article, _ = read(text.encode(), "note.md")
    return [(block.role, block.span.cut(article.text)) for block in article.blocks]


def test_roles():
    assert blocks(NOTE) == [
        (Role.HEADLINE, "The old bridge stays"),
        (Role.PARAGRAPH, "The council decided to keep the bridge open for another year."),
        (Role.HEADING, "What comes next"),
        (Role.LIST_ITEM, "mend the deck"),
        (Role.LIST_ITEM, "paint it"),
        (Role.QUOTATION, "Nobody wants a new one."),
        (Role.TABLE_ROW, "year\tcost"),
        (Role.TABLE_ROW, "2025\t12"),
        (Role.PARAGRAPH, "plain code"),
        (Role.PARAGRAPH, "Words in HTML."),
    ]


def test_front_matter():
    known = read(NOTE.encode(), "note.md")[0].metadata
    assert (known.authors, known.outlet, known.published, known.language) == (
        ("Oriane Veldt", "Marlo Tessen"),
        "The Lindara Post",
        dt.date(2024, 5, 6),
        "en",
    )


def test_front_matter_with_a_list_of_lines():
    text = "---\nauthors:\n  - Oriane Veldt\n  - 'Marlo Tessen'\n---\nWords."
    assert read(text.encode(), "note.md")[0].metadata.authors == ("Oriane Veldt", "Marlo Tessen")


def test_a_title_in_the_front_matter_becomes_the_headline():
    assert blocks("---\ntitle: The bridge\n---\n\nWords that end.")[0] == (Role.HEADLINE, "The bridge")


@pytest.mark.parametrize("name", ["note.md", "note.MARKDOWN"])
def test_known_by_name(name):
    assert read(b"# A title\n\nWords.", name)[1].name == "Markdown"


@given(st.text(alphabet=st.sampled_from('#->*`|[]()!<p/> \n-a1:"')))
def test_any_markdown_is_read(text):
    with suppress(UnreadableFileError):
        assert blocks(text)


def test_footnotes_stand_behind_the_text_without_their_marks():
    text = "# The crane\n\nIt came down.[^1]\n\n[^1]: Says *the harbour*.\n\nNobody saw it.[^x]\n"
    article = read(text.encode(), "crane.md")[0]
    assert [(block.role, block.span.cut(article.text)) for block in article.blocks] == [
        (Role.HEADLINE, "The crane"),
        (Role.PARAGRAPH, "It came down."),
        (Role.PARAGRAPH, "Nobody saw it.[^x]"),
        (Role.FOOTNOTE, "1. Says the harbour."),
    ]


def test_a_slanted_line_below_the_headline_is_a_standfirst_and_a_picture_has_a_caption():
    text = "# The crane\n\n*It came down.*\n\nNobody saw it.\n\n![The empty quay](quay.jpg)\n\n**No.** *Yes.*\n"
    roles = [block.role for block in read(text.encode(), "crane.md")[0].blocks]
    assert roles == [Role.HEADLINE, Role.STANDFIRST, Role.PARAGRAPH, Role.CAPTION, Role.PARAGRAPH]
