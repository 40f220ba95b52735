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


def _recognises(data: bytes, _name: str) -> bool:
    return data[:256].removeprefix(b"\xef\xbb\xbf").lstrip().startswith(SIGNATURE)


def _read(data: bytes, _name: str) -> Article:
    try:
        flow, properties = flow_of(data)
    except TooDeepError as error:
        raise UnreadableFileError(_TANGLED) from error
    return flow.article(properties)


FORMAT = Format("RTF document", "application/rtf", _SUFFIXES, _recognises, _read)
