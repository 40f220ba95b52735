"""Which files are meant by files and folders that were chosen."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from apostil.services.importing.items import Refused
from apostil.services.importing.looking import look_for_files
from support.imported import TEXT, one

if TYPE_CHECKING:
    pass


def test_a_folder_stands_for_the_files_in_it_and_below(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    for name in ("2.txt", "10.txt", "b/c.txt"):
        (tmp_path / name).write_bytes(TEXT)
    found = look_for_files([tmp_path])
    assert [item.name for item in found.items] == ["2.txt", "10.txt", "c.txt"]
    assert (found.folders, found.problems) == (1, ())


def test_a_file_that_is_chosen_twice_is_read_once(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(TEXT)
    assert len(look_for_files([file, tmp_path, file]).items) == 1


@pytest.mark.parametrize("chosen", ["", "page.html", "page_files", "page_files page.html"])
def test_a_page_and_the_folder_beside_it_are_one_article(tmp_path: Path, chosen: str) -> None:
    (tmp_path / "page_files").mkdir()
    for name in ("page.html", "page_files/frame.html"):
        (tmp_path / name).write_bytes(TEXT)
    found = look_for_files([tmp_path / name for name in chosen.split()] or [tmp_path])
    assert [item.name for item in found.items] == ["page.html"]


def test_an_empty_folder_is_told(tmp_path: Path) -> None:
    (problem,) = look_for_files([tmp_path]).problems
    assert "no files in this folder" in problem.sentence


def test_what_is_not_there_is_left_to_be_refused() -> None:
    (item,) = look_for_files([Path("/not/there\0.txt")]).items
    assert isinstance(one(item), Refused)
