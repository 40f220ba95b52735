from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apostil.importers.folders import beside_pages, files_in, in_order, is_litter


def filled(root, *names):
    for name in names:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(b"x")
    return root


def found(root, **how):
    return [path.relative_to(root).as_posix() for path in files_in(root, **how)]


def test_files_come_in_the_order_people_count_in(tmp_path):
    assert found(filled(tmp_path, "Page 10.txt", "page 9.txt", "page 1.txt")) == [
        "page 1.txt",
        "page 9.txt",
        "Page 10.txt",
    ]


def test_a_folder_s_own_files_come_before_those_below(tmp_path):
    assert found(filled(tmp_path, "b/1.txt", "a/c/1.txt", "a/2.txt", "z.txt")) == [
        "z.txt",
        "a/2.txt",
        "a/c/1.txt",
        "b/1.txt",
    ]


@pytest.mark.parametrize("name", [".hidden", ".git/config", "__MACOSX/._a.txt", "Thumbs.db", "~$letter.docx"])
def test_what_systems_keep_for_themselves_is_left_out(tmp_path, name):
    assert found(filled(tmp_path, name, "a.txt")) == ["a.txt"]


@pytest.mark.parametrize("ending", ["_files", "_fichiers"])
def test_the_folder_beside_a_saved_page_is_left_out(tmp_path, ending):
    assert found(filled(tmp_path, "A page.html", f"A page{ending}/frame.html")) == ["A page.html"]


def test_a_folder_of_files_without_its_page_is_looked_into(tmp_path):
    assert found(filled(tmp_path, "my_files/a.txt")) == ["my_files/a.txt"]


def test_links_lead_to_files_and_never_into_folders(tmp_path):
    filled(tmp_path, "a/b.txt")
    (tmp_path / "a" / "up").symlink_to(tmp_path)
    (tmp_path / "a" / "self").symlink_to("self")
    (tmp_path / "a" / "nowhere").symlink_to("gone.txt")
    (tmp_path / "c.txt").symlink_to("a/b.txt")
    assert found(tmp_path) == ["c.txt", "a/b.txt"]


def test_no_more_files_than_asked_for_are_found(tmp_path):
    assert found(filled(tmp_path, "1", "2", "3/4"), most=2) == ["1", "2"]


def test_a_folder_that_cannot_be_looked_into_is_told(tmp_path, monkeypatch):
    filled(tmp_path, "a/b.txt", "c.txt")
    from apostil.importers import folders

    scan = folders.os.scandir

    def guarded(folder):
        if Path(folder).name == "a":
            raise PermissionError
        return scan(folder)

    monkeypatch.setattr(folders.os, "scandir", guarded)
    told = []
    assert found(tmp_path, unread=told.append) == ["c.txt"]
    assert told == [tmp_path / "a"]


def test_what_is_no_folder_holds_no_files(tmp_path):
    told = []
    assert list(files_in(tmp_path / "gone", unread=told.append)) == []
    assert told == [tmp_path / "gone"]


@pytest.mark.parametrize(("name", "expected"), [(".a", True), ("a.txt", False), ("THUMBS.DB", True)])
def test_litter(name, expected):
    assert is_litter(name) is expected


def test_only_pages_have_folders_beside_them():
    assert "a_files" in beside_pages(["A.htm"])
    assert not beside_pages(["a.txt"])


@given(st.lists(st.text()))
def test_any_names_can_be_ordered(names):
    assert len(sorted(names, key=in_order)) == len(names)
