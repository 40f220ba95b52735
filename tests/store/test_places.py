from __future__ import annotations

from pathlib import Path

from apostil.store import places


def test_one_folder_holds_everything_where_it_is_named(monkeypatch, tmp_path):
    monkeypatch.setenv(places.HOME, str(tmp_path))
    assert places.default_library() == tmp_path / "data" / "library.apostil"
    assert places.settings_file() == tmp_path / "settings" / "settings.json"


def test_the_places_of_the_system_are_used_otherwise(monkeypatch):
    monkeypatch.delenv(places.HOME, raising=False)
    assert "apostil" in str(places.data_folder())
    assert places.settings_folder().is_absolute()
    assert isinstance(places.default_library(), Path)
