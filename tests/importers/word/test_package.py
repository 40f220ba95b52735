import pytest

from apostil.domain.errors import UnreadableFileError
from apostil.importers import archives
from apostil.importers.safe_xml import parsed
from apostil.importers.word.package import FlatParts, Package, ZippedParts
from support import wordml

BROKEN = "This document is damaged."


def package(members):
    return Package(ZippedParts(archives.opened(wordml.zipped(members), BROKEN), BROKEN))


@pytest.mark.parametrize("target", ["word/document2.xml", "/word/document2.xml", "x/../word/Document2.XML"])
def test_the_main_part_is_the_one_that_is_named(target):
    members = {"_rels/.rels": wordml.relations(officeDocument=target), "word/document2.xml": "<a/>"}
    assert package(members).root().tag == "a"


def test_the_usual_name_is_taken_where_none_is_named():
    assert package({"word/document.xml": "<a/>"}).root().tag == "a"


def test_what_lies_outside_of_the_file_is_never_looked_at():
    members = {
        "word/document.xml": "<a/>",
        "word/_rels/document.xml.rels": wordml.relations(styles="http://localhost:9/a.xml"),
    }
    found = package(members)
    assert list(found.related(found.main, "styles")) == []
    assert found.linked("r0") == b""


@pytest.mark.parametrize("part", ["", "<broken", "<a><b/></a>"])
def test_parts_that_it_may_do_without(part):
    members = {
        "word/document.xml": "<a/>",
        "word/_rels/document.xml.rels": wordml.relations(comments="comments.xml", footnotes="none.xml"),
        "word/comments.xml": part,
    }
    assert len(list(package(members).trees("comments"))) == (1 if part == "<a><b/></a>" else 0)
    assert list(package(members).trees("footnotes")) == []
    assert package(members).linked("r1") == b""


def test_a_flat_document():
    found = Package(FlatParts(parsed(wordml.flat(wordml.p("One.")), BROKEN), BROKEN))
    assert "".join(found.root().itertext()) == "One."
    assert found.properties() is None
    assert found.linked("r0") == b""


def test_a_flat_document_without_its_main_part():
    found = Package(FlatParts(parsed(wordml.flat("").replace(b'"/word/', b'"/'), BROKEN), BROKEN))
    with pytest.raises(UnreadableFileError, match=BROKEN):
        found.root()
