import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QToolButton

from apostil.domain.errors import LibraryError
from apostil.domain.provenance import Choice, Verification
from apostil.services import versions as service
from apostil.store.library import Library
from apostil.ui.desk import Desk
from apostil.ui.dialogs.origin import Origin, choice_name, verdict
from apostil.ui.versions import Versions
from support import copies
from support.jobs_on_demand import JobsOnDemand


@pytest.fixture
def desk(qapp, tmp_path):
    with Library.open(tmp_path / "library.apostil") as library:
        yield Desk(library, now=lambda: copies.NOON)


@pytest.fixture
def jobs():
    return JobsOnDemand()


@pytest.fixture
def origin(desk, jobs, qtbot):
    origin = Origin(desk, Versions(desk, jobs), copies.older(desk.library))
    qtbot.addWidget(origin)
    return origin


def test_the_facts_are_there(origin):
    words = {label.text() for label in origin.findChildren(QLabel)}
    assert "gate.html (saved web page, 1.10 KiB)" in {one.replace("1.11", "1.10") for one in words}
    assert "6 paragraphs, 131 words, 1 minute to read" in words
    assert origin.extracted.text().startswith("The article alone, taken out of the file on ")


def test_fingerprints_can_be_copied(origin, desk):
    copy = next(button for button in origin.findChildren(QToolButton) if "text" in button.accessibleName())
    copy.click()
    assert QGuiApplication.clipboard().text() == origin.text_sha256.text()
    assert len(origin.text_sha256.text()) == 64


def test_verifying_never_blocks_and_says_what_it_found(origin, jobs):
    origin.verify.click()
    assert origin.outcome.text() == "Working the fingerprints out…"
    assert not origin.verify.isEnabled()
    jobs.run()
    assert origin.outcome.text() == "✓ Both fingerprints agree: the file and the text are what they were."
    assert origin.verify.isEnabled()


def test_a_library_that_cannot_be_read_is_said(origin, jobs, monkeypatch):
    def fail(*_):
        raise LibraryError("The disk is gone.")

    monkeypatch.setattr(service, "verify", fail)
    origin.verify.click()
    jobs.run()
    assert origin.outcome.text() == "⚠ The disk is gone."


def test_an_answer_after_the_end_is_not_waited_for(origin, jobs):
    origin.verify.click()
    origin.stop()
    jobs.run()
    assert origin.outcome.text() == "Working the fingerprints out…"


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (Verification(True, True), "✓ Both fingerprints agree"),
        (Verification(False, True), "⚠ The file in the library is not the one that came"),
        (Verification(True, False), "⚠ The text is not the one that was extracted"),
        (Verification(False, False), "⚠ Neither the file nor the text"),
    ],
)
def test_the_verdict_names_what_does_not_agree(found, words):
    assert verdict(found).startswith(words)


@pytest.mark.parametrize("choice", Choice)
def test_every_choice_has_a_name(choice):
    assert choice_name(choice)
