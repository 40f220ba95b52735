"""Files that are made to hurt end in an article or in a reason, within the limits of importing, and fetch nothing."""

from __future__ import annotations

import time

import pytest

from apostil.domain.errors import UnreadableFileError
from apostil.jobs.pool import Limits, Pool
from apostil.services import reading
from hostile.files import HURT, NETWORK, READ, REFERRING, SENTENCE, TRAVERSING, zipped

LIMITS = Limits(reading.SECONDS, reading.MEMORY)


@pytest.fixture(scope="module")
def pool():
    pool = Pool(1)
    pool.submit(time.sleep, 0).result()
    yield pool
    pool.close()


def _read(pool, name, data):
    """The articles in these bytes, or the reason why there are none; whatever a worker dies of is raised."""
    try:
        return pool.submit(reading.extract, data, name, limits=LIMITS).result().articles
    except UnreadableFileError as reason:
        return reason


@pytest.mark.parametrize("trouble", READ)
def test_what_is_strange_is_read(trouble, pool):
    name, make = READ[trouble]
    (article,) = _read(pool, name, make())
    assert not {char for char in article.text if char < " " and char not in "\n\t"}
    assert "\ud800" not in article.text


@pytest.mark.parametrize("trouble", HURT)
def test_what_is_hostile_ends_in_a_reason_or_in_words(trouble, pool):
    name, make = HURT[trouble]
    found = _read(pool, name, make())
    if isinstance(found, UnreadableFileError):
        assert len(found.message.split()) > 4
    else:
        assert all("root:" not in article.text and "hahahaha" not in article.text for article in found)


@pytest.mark.parametrize("kind", REFERRING)
def test_nothing_that_a_file_refers_to_is_fetched(kind):
    name, make = REFERRING[kind]
    article = reading.extract(make(), name).article  # in this process, where every socket is refused
    assert SENTENCE[:40] in article.text
    assert NETWORK not in article.text


def test_names_in_archives_lead_nowhere(pool, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    data = zipped(dict.fromkeys(TRAVERSING, SENTENCE))
    enclosed = pool.submit(reading.extract, data, "names.zip", limits=LIMITS).result().enclosed
    taken = pool.submit(reading.take, data, "names.zip", range(len(enclosed)), limits=LIMITS).result()
    assert taken == (SENTENCE.encode(),) * len(TRAVERSING)
    assert not [one.name for one in enclosed if ".." in one.name or one.name[0] in "/\\" or not one.name.isprintable()]
    assert not list(tmp_path.rglob("*outside*"))
