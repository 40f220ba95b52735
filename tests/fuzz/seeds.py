"""One small good file of every format, all invented: what the fuzzed ones are made from."""

from __future__ import annotations

import plistlib
from typing import TYPE_CHECKING

from fuzz.target import PASSWORD
from support import books, containers, documents, mails, odf, ole, pdfs, wordml

if TYPE_CHECKING:
    from collections.abc import Callable

PROSE = "\n\n".join(("Harbour opens its new quay", "By Awa Traoré", *documents.PARAGRAPHS, "Read also: The old quay"))
_PAGE_BODY = f"<article><h1>Harbour opens</h1><p>{'</p><p>'.join(documents.PARAGRAPHS)}</p></article>"
_PAGE_HEAD = '<title>Harbour opens</title><meta property="article:published_time" content="2025-11-03T09:00:00Z">'


def _page() -> bytes:
    body = f"<nav><a href='/'>Home</a></nav>{_PAGE_BODY}<ul><li>One</li></ul><table><tr><td>1</td></tr></table>"
    return documents.page(body, _PAGE_HEAD)


def _pdf() -> bytes:
    return pdfs.locked(documents.lines("Harbour opens", *documents.PARAGRAPHS), password=PASSWORD)


def _docx() -> bytes:
    noted = '<w:r><w:footnoteReference w:id="2"/></w:r><w:commentReference w:id="3"/>'
    body = wordml.p("Harbour opens", *documents.PARAGRAPHS) + f"<w:p><w:r><w:t>Noted</w:t></w:r>{noted}</w:p>"
    tracked = (
        '<w:ins w:id="5"><w:r><w:t>in</w:t></w:r></w:ins><w:del w:id="6"><w:r><w:delText>out</w:delText></w:r></w:del>'
    )
    body += f"<w:p>{tracked}</w:p>"
    body += "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>One</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    notes = '<w:footnote w:id="2"><w:p><w:r><w:t>A note.</w:t></w:r></w:p></w:footnote>'
    comments = '<w:comment w:id="3" w:author="Awa"><w:p><w:r><w:t>Check this.</w:t></w:r></w:p></w:comment>'
    return wordml.docx(body, footnotes=notes, comments=comments)


def _odt() -> bytes:
    note = "<text:note text:note-class='footnote'><text:note-citation>1</text:note-citation><text:note-body>"
    note += "<text:p>A note.</text:p></text:note-body></text:note>"
    prose = "".join(f"<text:p>{words}</text:p>" for words in documents.PARAGRAPHS)
    items = "<text:list><text:list-item><text:p>One</text:p></text:list-item></text:list>"
    return odf.odt(
        f"<text:h text:outline-level='1'>Harbour opens{note}</text:h>{prose}{items}", about="<dc:title>A</dc:title>"
    )


def _rtf() -> bytes:
    prose = "\\par ".join(documents.PARAGRAPHS)
    note = "{\\footnote \\pard A note.}"
    return f"{{\\rtf1\\ansi\\ansicpg1252{{\\info{{\\title A}}}} {prose}{note}\\'e9\\u8217? \\par}}".encode()


def _subtitles(comma: str) -> str:
    cue = "00:00:{:02},000 --> 00:00:{:02},500\n{}\n\n"
    lines = [cue.format(at * 5, at * 5 + 4, words) for at, words in enumerate(documents.PARAGRAPHS)]
    return "".join(f"{at}\n{line}" for at, line in enumerate(lines, 1)).replace(",", comma)


def _book() -> bytes:
    return books.book(nav=books.contents(*((f"{name}", name) for name in books.CHAPTERS)))


def _mhtml() -> bytes:
    head = "From: <Saved by Blink>\nSnapshot-Content-Location: https://post.example/a\nMIME-Version: 1.0\n"
    kind = 'Content-Type: multipart/related; type="text/html"; boundary="x"\n\n'
    part = "--x\nContent-Type: text/html; charset=utf-8\nContent-Location: https://post.example/a\n\n"
    return f"{head}{kind}{part}".encode() + _page() + b"\n--x--\n"


def _web_archive() -> bytes:
    page = {"WebResourceData": _page(), "WebResourceURL": "https://post.example/a", "WebResourceMIMEType": "text/html"}
    return plistlib.dumps({"WebMainResource": page}, fmt=plistlib.FMT_BINARY)


def _page_archive() -> bytes:
    about = "<MAF:originalurl RDF:resource='https://post.example/a'/><MAF:indexfilename RDF:resource='index.html'/>"
    spaces = "xmlns:MAF='http://maf.mozdev.org/metadata/rdf#' xmlns:RDF='http://www.w3.org/1999/02/22-rdf-syntax-ns#'"
    facts = f"<RDF:RDF {spaces}><RDF:Description>{about}</RDF:Description></RDF:RDF>"
    return books.archive({"1/index.rdf": facts, "1/index.html": _page()})


def _mail() -> bytes:
    made = mails.mail(page=mails.PAGE)
    made.add_attachment(PROSE.encode(), maintype="text", subtype="plain", filename="note.txt")
    return bytes(made)


def _outlook_mail() -> bytes:
    return containers.container(containers.outlook(text="\r\n".join(documents.PARAGRAPHS)))


SEEDS: dict[str, tuple[str, Callable[[], bytes]]] = {
    "plain text": ("article.txt", PROSE.encode),
    "Markdown": ("article.md", f"---\ntitle: A\n---\n# {PROSE}\n\n* one\n* two\n\n> said\n".encode),
    "SubRip subtitles": ("article.srt", lambda: _subtitles(",").encode()),
    "WebVTT subtitles": ("article.vtt", f"WEBVTT\n\nNOTE a\n\n{_subtitles('.')}".encode),
    "saved web page": ("article.html", _page),
    "web page in one file": ("article.mhtml", _mhtml),
    "Safari web archive": ("article.webarchive", _web_archive),
    "Firefox page archive": ("article.maff", _page_archive),
    "PDF": (
        "article.pdf",
        _pdf,
    ),
    "Word document": ("article.docx", _docx),
    "OpenDocument text": ("article.odt", _odt),
    "RTF document": ("article.rtf", _rtf),
    "e-book": ("article.epub", _book),
    "mail": ("article.eml", _mail),
    "Outlook mail": ("article.msg", _outlook_mail),
    "Word 97–2003 document": ("article.doc", ole.word),
    "mailbox": ("article.mbox", lambda: mails.mailbox(_mail(), _mail())),
    "zip archive": ("articles.zip", lambda: books.archive({"one.txt": PROSE, "two/page.html": _page()})),
}
"""By the name of the format: the file's name, and what makes its bytes."""
