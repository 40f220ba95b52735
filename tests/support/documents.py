"""Builds the documents that the importers' tests read, all invented."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

FOLDER = Path(__file__).parents[1] / "fixtures" / "documents"

PARAGRAPHS = (
    "The harbour of Lindara opened its new quay before noon, and the first ship tied up an hour later.",
    "Nobody had expected so many people to come, the port authority said, since the rain had not stopped.",
    "A second quay is planned for the year after next, if the two lenders keep to what they have signed.",
)


def text(name: str) -> str:
    """The text of one fixture."""
    return (FOLDER / name).read_text("utf-8")


def page(body: str, head: str = "<title>A page</title>") -> bytes:
    """A saved web page."""
    return f"<!DOCTYPE html><html><head><meta charset='utf-8'>{head}</head><body>{body}</body></html>".encode()


def pdf(*pages: list[tuple[float, float, float, str]], info: str = "", encrypted: bool = False) -> bytes:
    """A PDF whose pages hold lines given as left, bottom, size and words."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>"]
    kids = " ".join(f"{4 + 2 * index} 0 R" for index in range(len(pages)))
    objects.append(f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>")
    objects.append("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>")
    for index, lines in enumerate(pages):
        content = "".join(
            f"BT /F1 {size} Tf {left} {bottom} Td ({_escaped(words)}) Tj ET\n" for left, bottom, size, words in lines
        )
        objects.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> "
            f"/Contents {5 + 2 * index} 0 R >>"
        )
        objects.append(f"<< /Length {len(content.encode('cp1252'))} >>\nstream\n{content}endstream")
    return _file(objects, info, encrypted=encrypted)


def _escaped(words: str) -> str:
    return words.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


def _file(objects: list[str], info: str, *, encrypted: bool) -> bytes:
    data = b"%PDF-1.4\n"
    offsets = []
    trailer = "/Root 1 0 R"
    if info:
        objects.append(info)
        trailer += f" /Info {len(objects)} 0 R"
    if encrypted:
        key = "5" * 64
        objects.append(f"<< /Filter /Standard /V 1 /R 2 /O <{key}> /U <{key}> /P -4 >>")
        trailer += f" /Encrypt {len(objects)} 0 R /ID [<{key[:32]}> <{key[:32]}>]"
    for number, words in enumerate(objects, 1):
        offsets.append(len(data))
        data += f"{number} 0 obj\n{words}\nendobj\n".encode("cp1252")
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    start = len(data)
    size = len(objects) + 1
    head = f"xref\n0 {size}\n0000000000 65535 f \n{table}"
    end = f"{head}trailer\n<< /Size {size} {trailer} >>\nstartxref\n{start}\n%%EOF\n"
    return data + end.encode()


def lines(*words: str, left: float = 60, top: float = 700, size: float = 10) -> list[tuple[float, float, float, str]]:
    """Lines below one another for a page of a PDF."""
    return [(left, top - index * size * 1.2, size, line) for index, line in enumerate(words)]


def docx(*parts: tuple[str, str], author: str = "", title: str = "") -> bytes:
    """A Word document of paragraphs given as style and words."""
    from docx import Document

    document = Document()
    for style, words in parts:
        document.add_paragraph(words, style=style or None)
    document.core_properties.author = author
    document.core_properties.title = title
    return saved(document)


def saved(document: object) -> bytes:
    """The bytes of a Word document."""
    buffer = BytesIO()
    document.save(buffer)  # type: ignore[attr-defined] # python-docx brings no types
    return buffer.getvalue()


LOCKED_OFFICE = (
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600 + "EncryptedPackage".encode("utf-16-le") + b"\x00" * 300
)
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600 + "WordDocument".encode("utf-16-le") + b"\x00" * 300
