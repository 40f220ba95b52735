import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QFontInfo, QFontMetricsF, QImage, QPainter, QTextCursor

from apostil.ui.panels.note_text import LINES, set_note
from support import panels

WIDTH = 260


@pytest.fixture
def font(qapp):
    return QFont(qapp.font())


@pytest.mark.parametrize(
    ("note", "words"),
    [
        ("**Ask** *who* pays.", "Ask who pays."),
        ("- one\n- two", "one\ntwo"),
        ("# Figures", "Figures"),
        ("[the report](https://example.org)", "the report"),
        ("<b>bold</b>", "<b>bold</b>"),
        ("5\u202f000\u00a0km", "5\u202f000\u00a0km"),
        ("![the port](port.png)", "the port"),
        ("first\nsecond", "first\nsecond"),
    ],
)
def test_markdown_is_read(font, note, words):
    assert set_note(note, font, WIDTH).document.toRawText().replace("\u2029", "\n") == words


def test_a_picture_is_never_loaded(font, tmp_path):
    picture = tmp_path / "port.png"
    QImage(300, 300, QImage.Format.Format_RGB32).save(str(picture))
    assert set_note(f"![port]({picture.as_uri()})", font, WIDTH).height < 60


def test_a_heading_is_no_larger_than_the_rest(font):
    heading = set_note("# Figures", font, WIDTH).document
    assert QFontInfo(QTextCursor(heading.begin()).charFormat().font()).pixelSize() == QFontInfo(font).pixelSize()


def test_a_short_note_is_shown_whole(font):
    note = set_note("Ask who pays.", font, WIDTH)
    assert note.goes_on is None
    assert note.height == note.document.size().height()


@pytest.mark.parametrize(
    "note", ["word " * 400, "- point\n" * 40, "a\n\n" * 40, "| a | b |\n|---|---|\n" + "| 1 | 2 |\n" * 20]
)
def test_a_long_note_ends_in_an_ellipsis(font, note):
    shown = set_note(note, font, WIDTH)
    assert shown.goes_on is not None
    assert shown.goes_on.x() <= WIDTH
    least = (LINES / 2 if "|" in note else LINES) * QFontMetricsF(font).height()
    assert least <= shown.height + 1 < shown.document.size().height()


def drawn(note, font, theme):
    image = QImage(WIDTH, 200, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    set_note(note, font, WIDTH).draw(painter, QPointF(0, 0), theme)
    painter.end()
    return image


def test_a_note_is_drawn_in_the_ink_of_the_theme(font):
    assert drawn("Ask who pays.", font, panels.LIGHT) != drawn("Ask who pays.", font, panels.DARK)


def test_nothing_is_drawn_below_the_last_line(font):
    note = "word " * 400
    height = round(set_note(note, font, WIDTH).height)
    image = drawn(note, font, panels.LIGHT)
    assert not any(image.pixelColor(x, y).alpha() for x in range(WIDTH) for y in range(height + 1, 200))
