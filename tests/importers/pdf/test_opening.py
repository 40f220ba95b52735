import re

import pytest

from apostil.domain.errors import PasswordNeededError, UnreadableFileError
from apostil.importers.pdf import opening as pdf_opening
from support import pdfs

PAGE = [(60, 700, 10, "The harbour of Lindara opened its new quay before noon.")]


@pytest.mark.parametrize("password", ["secret", "owner"])
def test_a_password_takes_the_lock_off(password):
    copy = pdf_opening.unlocked(pdfs.locked(PAGE), password)
    with pdf_opening.opened(copy) as document:
        assert "new quay" in document[0].get_textpage().get_text_range()


def test_a_locked_document_asks_for_its_password():
    with (
        pytest.raises(PasswordNeededError, match="needs its password") as raised,
        pdf_opening.opened(pdfs.locked(PAGE)),
    ):
        pass
    assert not raised.value.wrong


def test_a_wrong_password_is_told():
    with pytest.raises(PasswordNeededError, match="does not open") as raised:
        pdf_opening.unlocked(pdfs.locked(PAGE), "sesame")
    assert raised.value.wrong


def test_a_lock_that_only_forbids_printing_asks_for_nothing():
    with pdf_opening.opened(pdfs.locked(PAGE, password="")) as document:
        assert len(document) == 1


@pytest.mark.parametrize("data", [b"", b"%PDF-1.4\n", b"%PDF-1.4\nnothing at all\n%%EOF"])
def test_what_is_no_document_is_damaged(data):
    with pytest.raises(UnreadableFileError, match="damaged"), pdf_opening.opened(data):
        pass


def test_the_version_is_that_of_pdfium():
    assert re.fullmatch(r"PDFium \d+(\.\d+){3}", pdf_opening.version())


def test_what_is_said_of_a_locked_one_suits_every_place_it_is_told_in():
    assert "window" not in pdf_opening.LOCKED
