import pytest
from hypothesis import given
from hypothesis import strategies as st

from apostil.domain.article import Role
from apostil.domain.errors import UnreadableFileError
from apostil.importers import archives
from apostil.importers.word.flow import Properties
from apostil.importers.word.ooxml import flow_of
from apostil.importers.word.package import Package, ZippedParts
from support import wordml
from support.wordml import p

LONG = "word " * 30
BOX = "<w:txbxContent>{}</w:txbxContent>"


EITHER = "<mc:AlternateContent><mc:Choice>{}</mc:Choice><mc:Fallback>{}</mc:Fallback></mc:AlternateContent>"


def run(words):
    return f"<w:r><w:t>{words}</w:t></w:r>"


def blocks(body, **parts):
    package = Package(ZippedParts(archives.opened(wordml.docx(body, **parts), "Broken."), "Broken."))
    article = flow_of(package).article(Properties())
    return [(block.role, block.span.cut(article.text)) for block in article.blocks]


def texts(body, **parts):
    return [text for _, text in blocks(body, **parts)]


def change(kind, words):
    return f'<w:{kind} w:id="1" w:author="A"><w:r><w:t>{words}</w:t></w:r></w:{kind}>'


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        ("<w:r><w:t>one</w:t><w:tab/><w:t>two</w:t><w:br/><w:t>three</w:t></w:r>", "one two\nthree"),
        ("<w:r><w:t>one</w:t><w:noBreakHyphen/><w:softHyphen/><w:t>two</w:t></w:r>", "one\u2011two"),
        ("<w:r><w:sym w:char='F0B7'/><w:sym w:char='F0C4'/><w:sym w:char='00E9'/><w:sym w:char='x'/></w:r>", "•é"),
        ("<w:hyperlink><w:r><w:t>one</w:t></w:r></w:hyperlink>", "one"),
        ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>no</w:t></w:r><w:r><w:t>one</w:t></w:r>", "one"),
        ("<w:r><w:rPr><w:vanish w:val='0'/></w:rPr><w:t>one</w:t></w:r>", "one"),
        (f"<w:ruby><w:rt>{run('no')}</w:rt><w:rubyBase>{run('one')}</w:rubyBase></w:ruby>", "one"),
        ("<m:oMath><m:r><m:t>e=mc</m:t></m:r></m:oMath>", "e=mc"),
        (f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr>{run('Click here')}</w:sdt>{run('one')}", "one"),
        (EITHER.format(run("one"), run("no")), "one"),
        (EITHER.format("", run("one")), "one"),
    ],
)
def test_the_words_of_a_paragraph(inside, expected):
    assert texts(f"<w:p>{inside}</w:p>") == [expected]


def test_the_instructions_of_fields_are_left_out():
    field = "<w:r><w:fldChar w:fldCharType='{}'/></w:r>"
    inside = (field.format("begin"), "IF ", field.format("begin"), "no", field.format("separate"), "no",
              field.format("end"), field.format("separate"), "one", field.format("end"), " two")  # fmt: skip
    assert texts(p(*inside)) == ["one two"]


def test_a_field_that_never_ends_takes_no_more_than_its_paragraph():
    assert texts(p("One", "<w:r><w:fldChar w:fldCharType='begin'/></w:r>", " PAGE") + p("Two.")) == ["One", "Two."]


def test_tracked_changes_are_taken_as_accepted():
    body = p(
        "The ",
        change("del", "old "),
        change("ins", "new "),
        change("moveFrom", "gone "),
        "bridge",
        change("moveTo", " stays"),
    )
    assert texts(body) == ["The new bridge stays"]


@pytest.mark.parametrize("kind", ["del", "moveFrom"])
def test_a_deleted_end_joins_two_paragraphs(kind):
    assert texts(p("The ", properties=f"<w:rPr><w:{kind}/></w:rPr>") + p("bridge.")) == ["The bridge."]


def test_deleted_rows_and_cells_are_left_out():
    cell = f"<w:tc>{p('a')}</w:tc>"
    gone = f"<w:tc><w:tcPr><w:cellDel/></w:tcPr>{p('b')}</w:tc>"
    body = f"<w:tbl><w:tr>{cell}{gone}{cell}</w:tr><w:tr><w:trPr><w:del/></w:trPr>{cell}</w:tr></w:tbl>"
    assert texts(p(LONG) + body)[1:] == ["a\ta"]


@pytest.mark.parametrize("mark", ["<w:commentRangeEnd w:id='4'/>", "<w:r><w:commentReference w:id='4'/></w:r>"])
def test_comments_stand_behind_their_block(mark):
    comments = f"<w:comment w:id='4' w:author='Aminata Diarra'>{p('check this')}{p('and that')}</w:comment>"
    body = p("The bridge", mark, " stays.") + p("More.", mark)
    assert blocks(body, comments=comments) == [
        (Role.PARAGRAPH, "The bridge stays."),
        (Role.COMMENT, "Aminata Diarra: check this\nand that"),
        (Role.PARAGRAPH, "More."),
    ]


def test_a_comment_on_deleted_words_went_with_them():
    deleted = "<w:del><w:r><w:delText>no</w:delText></w:r><w:r><w:commentReference w:id='4'/></w:r></w:del>"
    assert texts(p("One.", deleted), comments=f"<w:comment w:id='4'>{p('check')}</w:comment>") == ["One."]


def test_notes_stand_behind_their_block():
    notes = "<w:{0} w:id='0' w:type='separator'>{1}</w:{0}><w:{0} w:id='2'>{2}</w:{0}><w:{0} w:id='3'>{3}</w:{0}>"
    mark = "<w:r><w:{}Reference w:id='{}'/></w:r>"
    custom = "<w:r><w:footnoteReference w:id='3' w:customMarkFollows='1'/><w:t>*</w:t></w:r>"
    body = p("One", mark.format("endnote", 2), " two", mark.format("footnote", 2), ".") + p("Three", custom, ".")
    found = blocks(
        body,
        footnotes=notes.format("footnote", p("no"), p("Soon."), p("* Star.")),
        endnotes=notes.format("endnote", p("no"), p("Late."), ""),
    )
    assert [text for _, text in found] == ["One two.", "i. Late.", "1. Soon.", "Three*.", "* Star."]
    assert found[1][0] is found[2][0] is found[4][0] is Role.FOOTNOTE


def test_endnotes_are_counted_as_the_settings_say():
    found = texts(
        p("One.", "<w:r><w:endnoteReference w:id='2'/></w:r>"),
        endnotes=f"<w:endnote w:id='2'>{p('Late.')}</w:endnote>",
        settings="<w:endnotePr><w:numFmt w:val='decimal'/></w:endnotePr>",
    )
    assert found == ["One.", "1. Late."]


def test_a_note_is_read_once_however_often_it_is_referred_to():
    mark = "<w:r><w:footnoteReference w:id='2'/></w:r>"
    body = p("One", mark, mark) + p("Two", mark)
    assert len(blocks(body, footnotes=f"<w:footnote w:id='2'>{p('Note', mark)}</w:footnote>")) == 3


@pytest.mark.parametrize(
    ("properties", "role"),
    [
        ("<w:pStyle w:val='Titre1'/>", Role.HEADING),
        ("<w:pStyle w:val='Mine'/>", Role.QUOTATION),
        ("<w:pStyle w:val='Deep'/>", Role.HEADING),
        ("<w:pStyle w:val='Puces'/>", Role.LIST_ITEM),
        ("<w:pStyle w:val='unheard'/>", Role.PARAGRAPH),
        ("<w:outlineLvl w:val='3'/>", Role.HEADING),
        ("<w:outlineLvl w:val='9'/>", Role.PARAGRAPH),
        ("<w:numPr><w:ilvl w:val='0'/><w:numId w:val='2'/></w:numPr>", Role.LIST_ITEM),
        ("<w:numPr><w:numId w:val='0'/></w:numPr>", Role.PARAGRAPH),
    ],
)
def test_styles_become_roles(properties, role):
    style = "<w:style w:styleId='{}'><w:name w:val='{}'/>{}</w:style>"
    styles = (
        style.format("Titre1", "heading 3", "")
        + style.format("Mine", "My words", "<w:basedOn w:val='Q'/>")
        + style.format("Q", "Quote", "<w:basedOn w:val='Mine'/>")
        + style.format("Deep", "Chapter", "<w:pPr><w:outlineLvl w:val='2'/></w:pPr>")
        + style.format("Puces", "Bullets", "<w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr>")
    )
    body = p(f"{LONG}.") + p("What comes next is said in here for all to know.", properties=properties) + p(f"{LONG}.")
    assert blocks(body, styles=styles)[1][0] is role


def test_tables_and_tables_in_tables():
    inner = f"<w:tbl><w:tr><w:tc>{p('c')}</w:tc><w:tc>{p('d')}</w:tc></w:tr></w:tbl>"
    body = f"<w:tbl><w:tr><w:tc>{p('a')}{p('b')}</w:tc><w:tc>{inner}{p()}</w:tc></w:tr></w:tbl>"
    assert blocks(p(LONG) + body)[1] == (Role.TABLE_ROW, "a b\tc d")


@pytest.mark.parametrize("shape", ["<mc:Choice><wps:txbx>{}</wps:txbx></mc:Choice><mc:Fallback>{}</mc:Fallback>", "{}"])
def test_a_box_stands_behind_its_block(shape):
    inside = shape.replace("{}", BOX.format(p("Beside.")))
    body = p("One", f"<w:r><mc:AlternateContent>{inside}</mc:AlternateContent></w:r>", " two.") + p("Three.")
    assert texts(body) == ["One two.", "Beside.", "Three."]


def test_a_table_of_contents_is_no_text_of_the_article():
    part = "<w:sdtPr><w:docPartObj><w:docPartGallery w:val='Table of Contents'/></w:docPartObj></w:sdtPr>"
    body = f"<w:sdt>{part}<w:sdtContent>{p('One 1')}</w:sdtContent></w:sdt>" + p(LONG)
    assert (Role.APPARATUS, "One 1") in blocks(body)


def test_a_page_inside_a_document_is_read():
    members = {
        "word/document.xml": wordml.tree("document", "<w:body><w:altChunk r:id='r0'/></w:body>"),
        "word/_rels/document.xml.rels": wordml.relations(aFChunk="/chunk.html"),
        "chunk.html": f"<html><body><p>{LONG}</p></body></html>",
    }
    package = Package(ZippedParts(archives.opened(wordml.zipped(members), "Broken."), "Broken."))
    assert flow_of(package).article(Properties()).text == LONG.strip()


def test_what_stands_on_every_page_is_read_where_there_is_nothing_else():
    assert texts(p(), header=p("Animal Hospital")) == ["Animal Hospital"]
    assert texts(p("One."), header=p("Animal Hospital")) == ["One."]


def test_a_table_in_a_paragraph_comes_behind_its_words():
    row = f"<w:tbl><w:tr><w:tc>{p('a')}</w:tc></w:tr></w:tbl>"
    assert texts(p("One.", row)) == ["One.", "a"]


def test_a_document_without_its_main_part():
    with pytest.raises(UnreadableFileError, match="Broken"):
        flow_of(Package(ZippedParts(archives.opened(wordml.zipped({}), "Broken."), "Broken.")))


_TAGS = ["w:p", "w:r", "w:t", "w:tbl", "w:tr", "w:tc", "w:ins", "w:del", "w:txbxContent", "w:footnote", "w:sdt",
         "w:fldChar w:fldCharType='begin'", "w:footnoteReference w:id='2'", "mc:Fallback", "w:altChunk r:id='r0'",
         "aml:annotation w:type='Word.Comment'"]  # fmt: skip
_trees = st.recursive(
    st.just("words "),
    lambda inside: st.builds(
        lambda tag, parts: f"<{tag}>{''.join(parts)}</{tag.split()[0]}>",
        st.sampled_from(_TAGS),
        st.lists(inside, max_size=4),
    ),
    max_leaves=20,
)


@given(_trees)
def test_any_tree_becomes_blocks(body):
    assert isinstance(blocks(body, footnotes=f"<w:footnote w:id='2'>{body}</w:footnote>"), list)
