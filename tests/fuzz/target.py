"""What a fuzzed file goes through: everything that importing does with it, by every choice. Runs in a worker."""

from __future__ import annotations

import time
import unicodedata
from typing import TYPE_CHECKING

from apostil.domain.errors import UnreadableFileError
from apostil.domain.provenance import Choice
from apostil.services import reading

if TYPE_CHECKING:
    from apostil.domain.article import Article

PASSWORD = "harbour"
MOST_SECONDS = 20.0
"""How long one small file may take; importing itself would stop after a minute."""


def read_everything(data: bytes, name: str) -> None:
    """Read these bytes by every choice and take out what they enclose.

    Raises:
        AssertionError: where an article is not what articles are, or took too long.
        Exception: whatever an importer raises that is no error of ours.
    """
    began = time.monotonic()
    for choice in _choices(data, name):
        _read(data, name, choice)
    taken = time.monotonic() - began
    assert taken < MOST_SECONDS, f"it took {taken:.0f} s"


def _choices(data: bytes, name: str) -> tuple[Choice, ...]:
    """The choices there are for these bytes, and always one."""
    from apostil.importers import registry

    try:
        return reading.choices_of(registry.recognise(data, name)) or (Choice.ARTICLE,)
    except UnreadableFileError as refusal:
        _check_words(refusal)
        return ()


def _read(data: bytes, name: str, choice: Choice) -> None:
    try:
        found = reading.extract(data, name, choice, PASSWORD)
        places = range(min(len(found.enclosed), 5))
        taken = reading.take(data, name, places, PASSWORD)
    except UnreadableFileError as refusal:
        _check_words(refusal)
    else:
        assert len(taken) == len(places)
        for article in found.articles:
            _check(article)


def _check_words(refusal: UnreadableFileError) -> None:
    assert len(refusal.message.split()) > 4, refusal.message


def _check(article: Article) -> None:
    assert article.text.strip()
    assert article.blocks
    assert unicodedata.is_normalized("NFC", article.text)
    assert not _controls(article.text) - {"\n", "\t"}
    assert not _controls(article.metadata.title)


def _controls(words: str) -> set[str]:
    return {char for char in words if unicodedata.category(char) in {"Cc", "Cs"}}
