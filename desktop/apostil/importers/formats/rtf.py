"""Rich Text Format, which every word processor writes, and some that are long gone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apostil.domain.errors import UnreadableFileError
from apostil.importers.registry import Format
from apostil.importers.word.rtf import SIGNATURE, TooDeepError, flow_of

if TYPE_CHECKING:
    from apostil.domain.article import Article

_SUFFIXES = (".rtf",)
_TANGLED = (
    "This RTF document is damaged: its parts lie inside one another without end. "
    "Open it in Word or LibreOffice, and save it again as DOCX or plain text."
)
_CUT_OFF = (
    "This RTF document is damaged: it breaks off before its first words. "
    "Save or copy it again, or ask the sender for it once more."
)


def _recognises(data: bytes, _name: str) -> bool:
    return data[:256].removeprefix(b"\xef\xbb\xbf").lstrip().startswith(SIGNATURE)


def _read(data: bytes, _name: str) -> Article:
    try:
        flow, properties = flow_of(data)
    except TooDeepError as error:
        raise UnreadableFileError(_TANGLED) from error
    article = flow.article(properties)
    if not article.blocks and not data.rstrip(b"\x00 \r\n\t\x1a").endswith(b"}"):
        raise UnreadableFileError(_CUT_OFF)
    return article


FORMAT = Format("RTF document", "application/rtf", _SUFFIXES, _recognises, _read)
