from types import SimpleNamespace

import pytest

from apostil.importers.page_metadata import metadata_of, saved_from

ADDRESS = "https://post.example.org/bridge?a=1"


@pytest.mark.parametrize(
    ("comment", "address"),
    [
        (f"<!-- saved from url=(0035){ADDRESS} -->", ADDRESS),
        (f"<!--\n Page saved with SingleFile \n url: {ADDRESS} \n saved date: Mon May 06 2024\n-->", ADDRESS),
        ("<!-- saved from url=(0014)about:internet -->", ""),
        ("<!-- saved from url=(0020)javascript:alert(1) -->", ""),
        ("<!-- something else -->", ""),
    ],
)
def test_the_address_a_page_was_saved_from(comment, address):
    assert saved_from(f"<!DOCTYPE html>\n{comment}\n<html>") == address


@pytest.mark.parametrize(("own", "address"), [("", ADDRESS), ("https://a.example.org/b", "https://a.example.org/b")])
def test_the_own_address_of_a_page_comes_first(own, address):
    known = SimpleNamespace(title="", author="", sitename="", hostname="", url=own)
    assert metadata_of(known, f"<!-- saved from url=(0035){ADDRESS} -->", None).address == address


def test_a_page_without_an_outlet_names_the_host_it_came_from():
    known = SimpleNamespace(title=None, author=None, sitename=None, hostname=None, url=None)
    assert (
        metadata_of(known, "<!-- saved from url=(0035)https://www.post.example.org/ -->", None).outlet
        == "post.example.org"
    )
