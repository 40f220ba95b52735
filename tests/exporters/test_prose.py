import pytest

from apostil.exporters.prose import Paragraph, Run, to_html, to_paragraphs


@pytest.mark.parametrize(
    ("note", "html"),
    [
        ("*a* **b** `c`", "<p><em>a</em> <strong>b</strong> <code>c</code></p>\n"),
        ("<b onclick='x'>", "<p>&lt;b onclick='x'&gt;</p>\n"),
        ("# Top", "<h5>Top</h5>\n"),
        ("#### Deep", "<h6>Deep</h6>\n"),
        ("~~no~~", "<p><s>no</s></p>\n"),
        ("", ""),
    ],
)
def test_a_note_becomes_html(note, html):
    assert to_html(note) == html


@pytest.mark.parametrize("note", ["![p](https://x.example/p.png)", "<img src=https://x.example>", "<script>x</script>"])
def test_a_note_fetches_and_runs_nothing(note):
    html = to_html(note)
    assert "<img" not in html
    assert "<script" not in html


def test_a_link_tells_nobody_where_it_was_followed():
    assert 'rel="noreferrer"' in to_html("[a](https://x.example)")


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "file:///etc"])
def test_a_link_leads_to_the_web_alone(address):
    assert "href" not in to_html(f"[a]({address})")


@pytest.mark.parametrize(
    ("note", "paragraphs"),
    [
        ("a\nb", [Paragraph((Run("a"), Run(" "), Run("b")))]),
        ("a  \nb", [Paragraph((Run("a"), Run("\n"), Run("b")))]),
        ("**b**", [Paragraph((Run("b", bold=True),))]),
        ("*i*", [Paragraph((Run("i", italic=True),))]),
        ("~~s~~", [Paragraph((Run("s", struck=True),))]),
        ("`c`", [Paragraph((Run("c", code=True),))]),
        ("[l](https://x.example)", [Paragraph((Run("l", address="https://x.example"),))]),
        ("# h", [Paragraph((Run("h"),), heading=True)]),
        ("```\nx\n```", [Paragraph((Run("x", code=True),), code=True)]),
        ("> q", [Paragraph((Run("q"),), depth=1)]),
        ("- a\n- b", [Paragraph((Run("a"),), 1, "•"), Paragraph((Run("b"),), 1, "•")]),
        ("3. a\n4. b", [Paragraph((Run("a"),), 1, "3."), Paragraph((Run("b"),), 1, "4.")]),
        ("- a\n  1. b", [Paragraph((Run("a"),), 1, "•"), Paragraph((Run("b"),), 2, "1.")]),
        ("***", [Paragraph((Run("⁂"),))]),
        (" \n", []),
    ],
)
def test_a_note_becomes_paragraphs(note, paragraphs):
    assert list(to_paragraphs(note)) == paragraphs
