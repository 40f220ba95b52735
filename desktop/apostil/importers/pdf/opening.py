"""Opens PDFs, those that a password locks too, and says in its own words why one cannot be opened."""

from __future__ import annotations

from contextlib import contextmanager
from io import BytesIO
from typing import TYPE_CHECKING

from apostil.domain.errors import PasswordNeededError, UnreadableFileError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pypdfium2 import PdfDocument

LOCKED = "This PDF is locked and needs its password. Whoever sent the file knows it, or can send an unlocked copy."
WRONG = "This password does not open the PDF. Look at capital letters and spaces, or ask whoever sent the file for it."
BROKEN = (
    "This PDF is damaged: it ends too early, or its parts do not fit together. "
    "Get it again from where it came; a browser that still shows it can print it to a new PDF."
)
FOREIGN_LOCK = (
    "This PDF is locked in a way that needs more than a password, such as a certificate. "
    "Open it in the program it was made for, and print it to a new PDF."
)
_PASSWORD_NEEDED = 4
"""PDFium's own number for a document that asks for a password."""
_FOREIGN_LOCK = 5


@contextmanager
def opened(data: bytes, password: str | None = None) -> Iterator[PdfDocument]:
    """The document in these bytes, closed at the end.

    Raises:
        PasswordNeededError: where a password locks it, or the one given does not open it.
        UnreadableFileError: where it is damaged beyond what PDFium repairs.
    """
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data, password=password)
    except pypdfium2.PdfiumError as error:
        raise _failure(getattr(error, "err_code", None), password) from error
    try:
        if not len(document):
            raise UnreadableFileError(BROKEN)
        yield document
    except pypdfium2.PdfiumError as error:
        raise UnreadableFileError(BROKEN) from error
    finally:
        document.close()


def unlocked(data: bytes, password: str) -> bytes:
    """The same document without its lock.

    Raises:
        PasswordNeededError: where the password is not the right one.
        UnreadableFileError: where it cannot be opened at all.
    """
    import pypdfium2.raw as pdfium

    copy = BytesIO()
    with opened(data, password) as document:
        document.save(copy, flags=pdfium.FPDF_REMOVE_SECURITY)
    return copy.getvalue()


def version() -> str:
    """PDFium with its own version."""
    from pypdfium2.version import PDFIUM_INFO

    return f"PDFium {PDFIUM_INFO.version.partition('@')[0]}"


def _failure(code: int | None, password: str | None) -> UnreadableFileError:
    if code == _PASSWORD_NEEDED:
        return PasswordNeededError(LOCKED if password is None else WRONG, wrong=password is not None)
    return UnreadableFileError(FOREIGN_LOCK if code == _FOREIGN_LOCK else BROKEN)
