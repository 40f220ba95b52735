import re

from apostil.importers.extractor import named


def test_a_library_is_named_with_its_version():
    assert re.fullmatch(r"trafilatura \d+\.\d+\.\d+", named("trafilatura"))


def test_a_library_can_be_called_by_a_better_name():
    assert named("pypdfium2", "PDFium").startswith("PDFium ")
