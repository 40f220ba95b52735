"""The resources are found, and the samples are what they promise."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from apostil import assets


def test_a_resource_is_read():
    assert "Wexcombe" in assets.read_text("samples/harbour.en.txt")


def test_a_table_has_its_keys():
    assert assets.table("lexicons/amounts.toml")["units"]


def test_a_list_has_its_sections():
    found = assets.sections("lexicons/clutter.txt")
    assert "click here" in found["inside"]
    assert not any(entry.startswith("#") for entries in found.values() for entry in entries)


@pytest.mark.parametrize("look", [assets.path, assets.read_text, assets.table])
def test_a_missing_resource_is_said_to_be_so(look):
    with pytest.raises(assets.ResourceMissingError, match="install"):
        look("samples/nothing.txt")


@pytest.fixture
def no_resources(monkeypatch, tmp_path):
    """The folder of a package in a checkout, both without resources."""
    package = tmp_path / "desktop" / "apostil"
    package.mkdir(parents=True)
    monkeypatch.setattr(assets, "__file__", str(package / "assets.py"))
    assets.root.cache_clear()
    yield package
    assets.root.cache_clear()


@pytest.mark.usefixtures("no_resources")
def test_a_program_without_resources_is_said_to_be_so():
    with pytest.raises(assets.ResourceMissingError, match="install"):
        assets.root()


def test_a_checkout_has_its_resources_beside_the_package(no_resources):
    checkout = no_resources.parents[1] / "resources"
    checkout.mkdir()
    assert assets.root() == checkout


def test_a_packages_own_resources_come_first(no_resources):
    (no_resources.parents[1] / "resources").mkdir()
    (no_resources / "resources").mkdir()
    assert assets.root() == no_resources / "resources"


def figures(name):
    text = assets.read_text(f"samples/{name}").replace("\u202f", "").replace("\u00a0", " ")
    text = re.sub(r"19 h 42|7\.42 p\.m\.", "19h42", text)
    text = re.sub(r"(\d),(\d{3})\b", r"\1\2", text).replace(",", ".")
    return Counter(re.findall(r"\d+(?:[.h]\d+)?", text))


def test_the_samples_differ_in_two_figures():
    english, french = figures("harbour.en.txt"), figures("harbour.fr.txt")
    assert set(english) - set(french) == {"48", "130"}
    assert set(french) - set(english) == {"46", "150"}


def test_a_line_of_a_list_has_what_means_the_same():
    assert ("monday", "lundi") in assets.rows("lexicons/calendar.toml")["weekdays"]
