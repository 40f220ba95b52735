import pytest

from support import golden


@pytest.fixture(autouse=True)
def reference(tmp_path, monkeypatch):
    """A folder of references with one file in it."""
    monkeypatch.setattr(golden, "REFERENCE", tmp_path)
    monkeypatch.delenv(golden.REGENERATE, raising=False)
    (tmp_path / "file.txt").write_text("one\ntwo\n", "utf-8")
    return tmp_path


def test_the_same_text_passes():
    golden.compare("one\ntwo\n", "file.txt")


def test_a_difference_is_shown_with_its_invisible_characters():
    with pytest.raises(AssertionError, match=r"-two\n\+two\\xa0é"):
        golden.compare("one\ntwo\u00a0é\n", "file.txt")


def test_a_reference_that_is_not_there_is_a_difference():
    with pytest.raises(AssertionError, match="differs"):
        golden.compare("one", "other.txt")


@pytest.mark.parametrize(("asked", "kept"), [("1", "new"), ("0", "one\ntwo\n")])
def test_a_reference_is_written_anew_only_when_asked(reference, monkeypatch, asked, kept):
    monkeypatch.setenv(golden.REGENERATE, asked)
    try:
        golden.compare("new", "file.txt")
    except AssertionError:
        assert asked == "0"
    assert (reference / "file.txt").read_text("utf-8") == kept
