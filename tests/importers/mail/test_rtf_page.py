import pytest
from hypothesis import given
from hypothesis import strategies as st

from apostil.importers.mail.rtf_page import page_in

HEAD = rb"{\rtf1\ansi\ansicpg1252\fromhtml1 \deff0{\fonttbl{\f0\fswiss\fcharset0 Arial;}{\f1\fnil\fcharset204 Arial;}}"


def page(body):
    return page_in(HEAD + body + b"}")


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (rb"{\*\htmltag64 <p>}Words{\*\htmltag72 </p>}", "<p>Words</p>"),
        (rb"\htmlrtf {\b\htmlrtf0 Words\htmlrtf }\htmlrtf0 here", "Wordshere"),
        (rb"{\*\htmltag <a href=\'22b\'22>}", '<a href="b">'),
        (rb"caf\'e9 \f1\'f1\'f2 soon", "café ст soon"),
        (rb"\u8364?5\u-10179?\u-8704?", "€5\U0001f600"),
        (rb"{\uc2\u233\'c3\'a9t}", "ét"),
        (rb"a\par b\tab c\line \{\}\\ \~", "a\r\nb\tc\r\n{}\\ \u00a0"),
        (rb"{\*\mhtmltag64 <p>}{\pict 00ff}{\*\other no}yes", "yes"),
        (b"one\r\ntwo", "onetwo"),
    ],
)
def test_pages_come_out_as_they_went_in(body, expected):
    assert page(body).encode("utf-16", "surrogatepass").decode("utf-16") == expected


def test_a_rich_text_of_its_own_holds_none():
    assert page_in(rb"{\rtf1\ansi Words}") == ""


@pytest.mark.parametrize("body", [b"{" * 10**5, b"}" * 10**5, b"\\u8364" * 10**5])
def test_braces_without_end(body):
    assert isinstance(page(body), str)


@given(st.text(alphabet="{}\\*'ab0f1u htmlrtfg<>", max_size=100))
def test_any_rich_text_is_read(body):
    assert isinstance(page(body.encode()), str)
