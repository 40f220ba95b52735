import pytest
from hypothesis import given
from hypothesis import strategies as st

from apostil.domain.article import Role
from apostil.importers.word.rtf import TooDeepError, flow_of

FONTS = r"{\fonttbl{\f0\fcharset0 Arial;}{\f1\fcharset238 Arial CE;}{\f2\fcharset2 Symbol;}{\f3\fcharset128 Mincho;}}"
STYLES = r"{\stylesheet{\s0 Normal;}{\s1\sbasedon0 heading 3;}{\s2\sbasedon3 Mine;}{\s3 Quote;}{\s4\sbasedon4 Odd;}}"


def article(body, head=""):
    data = body if isinstance(body, bytes) else body.encode("ascii")
    flow, properties = flow_of(b"{\\rtf1\\ansi" + f"{head}{FONTS}{STYLES}\n".encode("ascii") + data + b"}")
    return flow.article(properties)


def blocks(body, head=""):
    found = article(body, head)
    return [(block.role, block.span.cut(found.text)) for block in found.blocks]


def texts(body, head=""):
    return [text for _, text in blocks(body, head)]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (r"\'e9t\'e9", "été"),
        (b"\xe9t\xe9", "été"),
        (r"{\f1 \'b3\'f3d\'9f} \f0 \'e9", "łódź é"),
        (r"\f3 \'83\'5c\'83Z", "ソセ"),
        (r"\u322?\u243\'f3d\u378?", "łódź"),
        (r"\uc0\u322 \u243 d", "łód"),
        (r"\uc2\u322 ?? {\uc1\u243?}\u-10179 ??\u-8703 ??.", "ł ó😁."),
        (r"\ldblquote Oui\rdblquote\~!", "“Oui”\u00a0!"),
        (r"a\{b\}c\\d\_e\-f", "a{b}c\\d\u2011ef"),
        (r"one\line two\tab three", "one\ntwo three"),
        (r"{\f2 \'b7\'a9}\u-3913 ?\u-3900 ? one", "•• one"),
        (r"one{\*\unheard two}{\*\bkmkstart three} four", "one four"),
        (r"one {\i0\b0\*\cs7 two}", "one two"),
        (r"one{\pict 0102\bin4 }}}} 03} two", "one two"),
        (r'see {\field{\*\fldinst HYPERLINK "http://x.test"}{\fldrslt the report}}.', "see the report."),
        (r"{\upr{old}{\*\ud{new \u322?}}} one", "new ł one"),
        (b"one\x00 two\r\n three", "one two three"),
        (r"one\unheard5 two\b\i0 three", "onetwothree"),
        (r"{\pict{\footnote no}\'41\~}one{\footnote\deleted two\par\cell}", "one"),
        ("one\\\ntwo", "one"),
        (r"one\uc1\u233\~ two\u233\{three", "oneé twoéthree"),
        (r"{\header No.}{\footerf No.}{\*\ftnsep No.}one", "one"),
    ],
)  # fmt: skip
def test_the_words_of_a_paragraph(body, expected):
    assert texts(body)[0] == expected


@pytest.mark.parametrize(
    ("head", "body", "expected"),
    [
        (r"\ansicpg1251", r"\'cc\'e8\'f0", "Мир"),
        (r"\ansicpg1251\deff9", r"{\f0 \'cc\'e8\'f0}", "Мир"),
        (r"\ansicpg1250", r"{\f0 \'e9}{\f1 \'b3}", "éł"),
        (r"\mac\deff9", r"\'8e", "é"),
        (r"\pc\deff9", r"\'82", "é"),
        (r"\ansicpg65001", rb"caf\'c3\'a9", "café"),
        (r"\ansicpg99999", r"\'e9", "é"),
    ],
)
def test_the_code_page_of_the_document(head, body, expected):
    assert texts(body, head) == [expected]


def test_hidden_and_deleted_words_are_left_out():
    assert texts(r"The {\deleted old }{\revised new }{\v secret }\v no\v0 bridge{\mvf  gone}\deleted x\plain .") == [
        "The new bridge."
    ]


def test_a_deleted_end_joins_two_paragraphs():
    assert texts(r"The old {\deleted\par}bridge.\par Stays.") == ["The old bridge.", "Stays."]


def test_notes_stand_behind_their_block():
    body = (
        r"One{\super\chftn{\footnote\pard\plain{\super\chftn} Soon.\par}} two"
        r"{\super\chftn{\footnote\ftnalt\pard\plain{\super\chftn} Late.\par}}.\par "
        r"Three{\super *{\footnote * Star.}}.\par"
    )
    assert texts(body) == ["One two.", "1. Soon.", "i. Late.", "Three*.", "* Star."]
    assert [role for role, _ in blocks(body)].count(Role.FOOTNOTE) == 3


def test_endnotes_are_counted_as_the_document_says():
    assert texts(r"\aftnnar One.{\chftn{\footnote\ftnalt{\chftn} Late.}}\par") == ["One.", "1. Late."]


def test_comments_stand_behind_their_block():
    body = (
        r"The {\*\atrfstart 1}bridge{\*\atrfend 1}{\*\atnid AD}{\*\atnauthor Aminata Diarra}\chatn"
        r"{\*\annotation{\*\atnref 1}{\*\atndate 5}\pard\plain check \u322?\par and that} stays.\par More."
    )
    assert blocks(body)[1] == (Role.COMMENT, "Aminata Diarra: check ł\nand that")
    assert texts(body)[::2] == ["The bridge stays.", "More."]


def test_a_comment_on_deleted_words_went_with_them():
    assert texts(r"One{\deleted two{\*\annotation check}}.") == ["One."]


@pytest.mark.parametrize(
    ("body", "role"),
    [
        (r"\pard\s1 What comes next\par", Role.HEADING),
        (r"\pard\outlinelevel2 What comes next\par", Role.HEADING),
        (r"\pard\s2 Nobody wants it.\par", Role.QUOTATION),
        (r"\pard\s4 One more thing is said here.\par", Role.PARAGRAPH),
        (r"{\listtext\pard\plain 1.\tab}\pard\ls1 mend the deck\par", Role.LIST_ITEM),
        (r"\pard{\pntext\f2\'b7\tab}{\*\pn\pnlvlblt{\pntxtb\'b7}}mend the deck\par", Role.LIST_ITEM),
    ],
)
def test_styles_and_lists(body, role):
    opening = r"\pard The harbour of Lindara opened its new quay before noon today.\par"
    found = blocks(f"{opening}{body}\\pard {'word ' * 30}.\\par")
    assert found[1][0] is role


def test_tables():
    body = r"\trowd\cellx1\cellx2\pard\intbl 2025\cell 12\par million\cell\row\pard After that.\par"
    assert blocks(body) == [(Role.TABLE_ROW, "2025\t12 million"), (Role.PARAGRAPH, "After that.")]


def test_tables_in_tables():
    body = (
        r"\pard\intbl\itap2 in\nestcell out\nestcell{\*\nesttableprops\trowd\nestrow}\nestrow"
        r"\pard\intbl\itap1 more\cell last\cell\row"
    )
    assert blocks(body) == [(Role.TABLE_ROW, "in out more\tlast")]


def test_a_box_stands_behind_its_block():
    body = r"One{\shp{\*\shpinst{\sp{\sn a}{\sv b}}{\shptxt\pard Beside.\par}}{\shprslt Beside.}} two.\par Three."
    assert texts(body) == ["One two.", "Beside.", "Three."]


def test_what_stands_on_every_page_is_read_where_there_is_nothing_else():
    assert texts(r"{\header Animal Hospital}\par") == ["Animal Hospital"]


def test_what_stands_behind_the_document_is_left_out():
    assert texts(rb"One.}\x00\x01 garbage{\leveltext") == ["One."]


def test_a_document_that_is_closed_too_early_is_read_on():
    assert texts(r"One.\par}Two.\par") == ["One.", "Two."]


def test_the_info():
    known = article(r"{\info{\title The quay}{\author Oriane Veldt}{\operator No}{\*\company No}}One.").metadata
    assert (known.title, known.authors) == ("The quay", ("Oriane Veldt",))


def test_groups_without_end():
    with pytest.raises(TooDeepError):
        article("{" * 10**6)
    assert texts("{" * 9000 + "One.") == ["One."]


@pytest.mark.parametrize("body", ["\\", "\\'", "\\'g", "{", "}", "}}}", "\\u", "\\bin", "\\bin99999", "\\u99999999 x"])
def test_fragments_are_read_as_far_as_they_go(body):
    assert texts(f"One. {body}")[0].startswith("One.")


_PARTS = st.sampled_from(
    [r"\par ", r"\pard ", r"\cell ", r"\row ", r"\nestcell ", r"\nestrow ", r"\trowd ", r"\intbl ", r"\itap2 ", r"\s1 ",
     r"{\footnote ", r"{\*\annotation ", r"{\shptxt ", r"{\info ", r"{\title ", r"{\fonttbl ", r"{\stylesheet ",
     r"\f1 ", r"\deleted ", r"\v ", r"\plain ", r"\u-10179 ", r"\uc3 ", r"\bin3 ", r"{\upr ", r"{\*\ud ", "{", "}",
     "word ", r"\'", r"\*", r"\ftnalt ", r"\chftn ", r"\fcharset128 ", r"\ansicpg932 ", r"\s-5 ", r"\itap-3 "]
)  # fmt: skip


@given(st.lists(_PARTS | st.binary(max_size=5), max_size=60))
def test_any_parts_become_an_article(parts):
    data = b"".join(part if isinstance(part, bytes) else part.encode("ascii") for part in parts)
    assert isinstance(article(data).text, str)
