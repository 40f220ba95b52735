import pytest
from hypothesis import given
from hypothesis import strategies as st

from apostil.importers.word.container import Kind, is_letter, is_locked, is_locked_package, kind_of
from support import documents, ole


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (ole.word(), Kind.WORD),
        (ole.container("WORDDOCUMENT"), Kind.WORD),
        (ole.container("Data", "Workbook"), Kind.SHEET),
        (ole.container("Book"), Kind.SHEET),
        (ole.container("PowerPoint Document"), Kind.SLIDES),
        (ole.container("PerfectOffice_MAIN"), Kind.WORD_PERFECT),
        (b"\xffWPC" + bytes(100), Kind.WORD_PERFECT),
        (ole.container("MatOST"), Kind.WORKS),
        (ole.container("Unheard"), None),
        (ole.container(), None),
        (documents.OLD_OFFICE, None),
        (b"", None),
    ],
)
def test_the_streams_tell_the_kind(data, kind):
    assert kind_of(data) is kind


@pytest.mark.parametrize(("flags", "locked"), [(0x12F0, False), (0x13F0, True)])
def test_the_lock_is_in_the_head(flags, locked):
    assert is_locked(ole.word(flags)) is locked


def test_what_is_no_document_is_not_locked():
    assert not is_locked(b"")


@pytest.mark.parametrize("data", [ole.container("EncryptionInfo", "EncryptedPackage"), documents.LOCKED_OFFICE])
def test_a_locked_package_is_known(data):
    assert is_locked_package(data)
    assert not is_locked_package(ole.word())


def test_a_letter_is_known():
    assert is_letter(ole.container("__properties_version1.0"))
    assert not is_letter(ole.word())


@given(st.data())
def test_any_damage_has_some_kind_or_none(draw):
    data = bytearray(ole.word())
    for _ in range(draw.draw(st.integers(1, 8))):
        data[draw.draw(st.integers(8, 2000))] = draw.draw(st.integers(0, 255))
    assert kind_of(bytes(data)) in {*Kind, None}
    assert is_locked(bytes(data)) in {True, False}
