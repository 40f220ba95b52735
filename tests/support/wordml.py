"""Builds Word documents part by part, for the tests of their reader."""

from __future__ import annotations

import zipfile
from io import BytesIO

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SPACES = (
    f'xmlns:r="{_KINDS}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:aml="http://schemas.microsoft.com/aml/2001/core"'
)
FLAT = (
    '<?xml version="1.0"?><?mso-application progid="Word.Document"?>'
    '<pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">{}</pkg:package>'
)
OLD = (
    '<?xml version="1.0"?><?mso-application progid="Word.Document"?>'
    '<w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml" {}><w:body>{}</w:body>'
    "</w:wordDocument>"
)


def tree(root: str, words: str, *, strict: bool = False) -> str:
    """One part, whose root has this name."""
    return f'<w:{root} xmlns:w="{_STRICT if strict else _W}" {_SPACES}>{words}</w:{root}>'


def relations(**targets: str) -> str:
    """What a part refers to: each kind with its target."""
    inside = "".join(
        f'<Relationship Id="r{number}" Type="{_KINDS}/{kind}" Target="{target}"'
        f"{' TargetMode=' + chr(34) + 'External' + chr(34) if '://' in target else ''}/>"
        for number, (kind, target) in enumerate(targets.items())
    )
    return (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inside}</Relationships>'
    )


def docx(body: str, *, strict: bool = False, **parts: str) -> bytes:
    """A document with this body; further parts (`footnotes`, `comments`, `styles`…) are given by what is in them."""
    kinds = {kind: f"{kind}.xml" for kind in parts}
    members = {
        "_rels/.rels": relations(officeDocument="word/document.xml"),
        "word/document.xml": tree("document", f"<w:body>{body}</w:body>", strict=strict),
        "word/_rels/document.xml.rels": relations(**kinds),
    }
    members |= {f"word/{kind}.xml": tree(kind, words, strict=strict) for kind, words in parts.items()}
    return zipped(members)


def zipped(members: dict[str, str]) -> bytes:
    """A zip file of these parts."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as made:
        for name, words in members.items():
            made.writestr(name, words)
    return buffer.getvalue()


def old(body: str) -> bytes:
    """The one file of XML that Word 2003 wrote."""
    return OLD.format(_SPACES, body).encode()


def flat(body: str) -> bytes:
    """All parts in one file of XML."""
    part = '<pkg:part pkg:name="/{}"><pkg:xmlData>{}</pkg:xmlData></pkg:part>'
    members = {
        "_rels/.rels": relations(officeDocument="word/document.xml"),
        "word/document.xml": tree("document", f"<w:body>{body}</w:body>"),
    }
    return FLAT.format("".join(part.format(name, words) for name, words in members.items())).encode()


def p(*words: str, properties: str = "") -> str:
    """A paragraph of runs; what begins with a bracket is taken as it is."""
    runs = "".join(one if one.startswith("<") else f'<w:r><w:t xml:space="preserve">{one}</w:t></w:r>' for one in words)
    return f"<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>"
