"""Builds OpenDocument texts for the tests of their reader."""

from __future__ import annotations

import zipfile
from io import BytesIO

KIND = "application/vnd.oasis.opendocument.text"
_SPACES = " ".join(
    f'xmlns:{prefix}="{name}"'
    for prefix, name in {
        "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
        "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
        "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
        "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
        "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
        "meta": "urn:oasis:names:tc:opendocument:xmlns:meta:1.0",
        "svg": "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
        "dc": "http://purl.org/dc/elements/1.1/",
        "xlink": "http://www.w3.org/1999/xlink",
    }.items()
)


def content(body: str, styles: str = "") -> str:
    """The content of a text."""
    return (
        f"<office:document-content {_SPACES}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )


def odt(body: str, styles: str = "", about: str = "", **parts: str) -> bytes:
    """A zipped text with this body; further parts are given by their names without `.xml`."""
    members = {"content.xml": content(body, styles)}
    if about:
        members["meta.xml"] = (
            f"<office:document-meta {_SPACES}><office:meta>{about}</office:meta></office:document-meta>"
        )
    members |= {f"{name}.xml": words for name, words in parts.items()}
    return zipped(members)


def zipped(members: dict[str, str], kind: str = KIND) -> bytes:
    """A zip file of these parts, behind the one that says its kind."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("mimetype", kind, zipfile.ZIP_STORED)
        for name, words in members.items():
            made.writestr(name, words)
    return buffer.getvalue()


def flat(body: str, about: str = "") -> bytes:
    """The same in one file of XML."""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<office:document {_SPACES} office:mimetype="{KIND}">'
        f"<office:meta>{about}</office:meta><office:body><office:text>{body}</office:text></office:body>"
        "</office:document>"
    ).encode()
