"""A summary of several articles as one HTML page, without scripts or remote references."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apostil.exporters.digests.sheet import sheet
from apostil.exporters.formats.html import environment, theme
from apostil.exporters.sheet import printable, signature

if TYPE_CHECKING:
    from apostil.domain.digest import Digest
    from apostil.domain.notes import Stamp


def write(digest: Digest, stamp: Stamp) -> bytes:
    """The summary as one HTML page."""
    html = (
        environment()
        .get_template("digest.html")
        .render(
            sheet=sheet(digest),
            themes={name: theme(name) for name in ("light", "dark")},
            version=stamp.version,
            signature=signature(stamp),
        )
    )
    return printable(html).encode()
