import pytest

from apostil.importers.pdf.opening import opened
from apostil.importers.pdf.pages import leaves_of
from support import pdfs

WORDS = [(100, 700, 10, "The harbour of Lindara opened"), (100, 688, 10, "its new quay before noon.")]


def leaf(page):
    with opened(pdfs.pdf(page)) as document:
        return leaves_of(document, lambda _leaf: None)[0]


def corner(page):
    box = leaf(page).lines[0].box
    return round(box.left), round((box.top + box.bottom) / 2)


def test_boxes_count_from_the_upper_left_corner():
    assert corner(pdfs.Page(WORDS)) == (100, 138)


def test_a_crop_box_moves_the_corner():
    assert corner(pdfs.Page(WORDS, extra="/CropBox [50 0 595 800]")) == (50, 96)


def test_a_page_that_does_not_begin_at_nought():
    assert corner(pdfs.Page(WORDS, extra="/MediaBox [20 30 615 872]")) == (80, 168)


@pytest.mark.parametrize("angle", [90, 180, 270])
def test_words_stay_on_a_turned_page(angle):
    found = leaf(pdfs.Page(WORDS, extra=f"/Rotate {angle}"))
    box = found.lines[0].box
    width, height = (842, 595) if angle != 180 else (595, 842)
    assert 0 <= box.left < box.right <= width
    assert 0 <= box.top < box.bottom <= height


@pytest.mark.parametrize("angle", [90, 270])
def test_words_on_a_turned_page_are_read_upright(angle):
    found = leaf(pdfs.Page(WORDS, extra=f"/Rotate {angle}"))
    first, second = sorted(found.lines, key=lambda line: line.bottom)
    assert first.text.startswith("The harbour")
    assert second.left == pytest.approx(first.left)
    assert first.right - first.left > first.bottom - first.top


def test_words_that_run_upwards_beside_the_others_are_apart():
    found = leaf(pdfs.Page(WORDS, sideways=[(30, 300, 8, "Printed in Lindara")]))
    assert [line.text for line in found.sideways] == ["Printed in Lindara"]
    assert len(found.lines) == 2


def test_a_wide_gap_divides_a_line():
    words = [(60, 700, 10, "left"), (300, 700, 10, "right")]
    assert [line.text for line in leaf(pdfs.Page(words)).lines] == ["left", "right"]


def test_letters_are_known_by_size_and_weight():
    found = leaf(pdfs.Page(WORDS, bold=[(100, 600, 14, "Bold words")]))
    assert [(line.size, line.bold) for line in found.lines] == [(10, False), (10, False), (14, True)]


def test_letters_that_the_page_scales_have_the_size_they_are_shown_in():
    content = "q 12 0 0 12 0 0 cm BT /F1 1 Tf 5 50 Td (Scaled words) Tj ET Q"
    assert leaf(pdfs.Page(content=content)).lines[0].size == 12


def test_pictures_are_known_by_their_boxes():
    (box,) = leaf(pdfs.Page(WORDS, pictures=[(60, 100, 200, 150)])).pictures
    assert tuple(map(round, (box.left, box.top, box.right, box.bottom))) == (60, 592, 260, 742)


@pytest.mark.parametrize(("page", "drawn"), [(pdfs.Page(), False), (pdfs.Page(content="0 0 9 9 re f"), True)])
def test_a_blank_page_is_known(page, drawn):
    assert leaf(page).is_drawn is drawn


def test_words_that_run_from_right_to_left_are_read_so():
    found = leaf(pdfs.Page(hebrew=[(400, 700, 10, "fed cba")]))
    assert [line.text for line in found.lines] == ["אבג דהו"]


def test_several_letters_in_one_sign_keep_their_order():
    found = leaf(pdfs.Page(hebrew=[(400, 700, 10, "cA")]))
    assert [line.text for line in found.lines] == ["אבג"]
