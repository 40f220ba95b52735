"""The title of a web page's article, without the name of its site."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from apostil.importers.lexicon import folded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

_JOINTS = re.compile(r"\s+(?:[|»«·•:]+|[-–—]+)\s+|\s*\|\s*")
_BAR = re.compile(r"\s*\|\s*")
_LETTERS = re.compile(r"[^\W_]+")
_LONG = 4
_FEWEST = 4
"""Words of a title that surely is that of an article."""
_LABEL = 2
"""Words that the name of a section has at most."""
_READ = 200
_HEADINGS = ("h1", "h2", "h3")


def without_site(title: str, site: str, address: str, tree: HtmlElement) -> str:
    """The title without the name of the site behind it, or the name of a section before it, where that can be told."""
    headings = set(map(_key, _headings(tree)))
    bar = _BAR.search(title)
    if bar and _key(title[bar.end() :]) in headings and len(title[: bar.start()].split()) <= _LABEL:
        title = title[bar.end() :]
    for joint in reversed(list(_JOINTS.finditer(title))):
        first = title[: joint.start()]
        alone = _key(first) in headings and len(first.split()) > _LABEL
        if not first or not (alone or _is_site(title[joint.end() :], site, address)):
            break
        title = first
    return title


def named_by_page(heading: str, tree: HtmlElement) -> str:
    """The title that the page's head gives, where a heading taken for one is another thing's and the article's stands.

    A site's slogan and an invitation are first-level headings, too; then the page's own title has none of its words,
    and stands in the page as a heading itself.
    """
    title = next((" ".join((each.text or "").split()) for each in tree.iter("title")), "")
    own = {_key(title), *(_key(title[: joint.start()]) for joint in _JOINTS.finditer(title))}
    if _shares_words(heading, _first_part(title)) or len(title.split()) < _FEWEST:
        return ""
    stands = next((each for each in _headings(tree) if _key(each) in own and len(each.split()) >= _FEWEST), "")
    return stands if _key(stands) != _key(heading) else ""


def _first_part(title: str) -> str:
    joints = list(_JOINTS.finditer(title))
    return title[: joints[-1].start()] if joints else title


def _shares_words(heading: str, title: str) -> bool:
    words = {word for word in _LETTERS.findall(folded(title)) if len(word) >= _LONG}
    return any(word in words for word in _LETTERS.findall(folded(heading)))


def _headings(tree: HtmlElement) -> Iterator[str]:
    for _, heading in zip(range(_READ), tree.iter(*_HEADINGS), strict=False):
        yield " ".join(" ".join(heading.itertext()).split())


def _is_site(words: str, site: str, address: str) -> bool:
    from urllib.parse import urlsplit

    try:
        host = _key(urlsplit(address).hostname or "")
    except ValueError:
        host = ""
    key, known = _key(words), _key(site)
    return bool(key) and (key == known or (len(key) >= _LONG and (key in host or key.removeprefix("the") in host)))


def _key(words: str) -> str:
    return "".join(_LETTERS.findall(folded(words)))
