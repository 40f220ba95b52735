"""XML from strangers: nothing in it is expanded, fetched or followed."""

from __future__ import annotations

import re
from html.entities import html5
from typing import TYPE_CHECKING

from lxml import etree

from apostil.domain.errors import UnreadableFileError

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_NAMED = re.compile(rb"&([A-Za-z][A-Za-z0-9]{1,31});")
_OWN = frozenset({b"amp", b"lt", b"gt", b"quot", b"apos"})
"""The names that XML itself knows."""


def parsed(data: bytes, broken: str) -> Element:
    """The root of the tree in these bytes, without comments and processing instructions.

    Named characters of HTML (`&nbsp;`) are read as in HTML. Entities that the file declares itself are left out, and
    so is whatever else its document type names: nothing outside of the file is looked at. A tree that is nested
    hundreds of levels deep, or has one text of more than 10 MB, counts as damaged.

    Args:
        data: The file or part as it came, in any encoding that it declares.
        broken: The sentence for what is no well-formed XML.

    Raises:
        UnreadableFileError: where it is none.
    """
    parser = etree.XMLParser(
        resolve_entities=False,
        load_dtd=False,
        dtd_validation=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(_NAMED.sub(_numbered, data), parser)
    except (etree.LxmlError, ValueError, LookupError) as error:
        raise UnreadableFileError(broken) from error
    etree.strip_elements(root, etree.Entity, with_tail=False)
    return root


def _numbered(found: re.Match[bytes]) -> bytes:
    """A named character of HTML by its numbers; anything else as it stands."""
    name = found[1]
    chars = None if name in _OWN else html5.get(f"{name.decode('ascii')};")
    return "".join(f"&#{ord(char)};" for char in chars).encode("ascii") if chars else found[0]
