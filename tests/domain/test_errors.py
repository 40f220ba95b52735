import pickle

import pytest

from apostil.domain import errors

KINDS = [kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, errors.ApostilError)]


@pytest.mark.parametrize("kind", KINDS)
def test_every_error_carries_its_sentence(kind):
    assert kind("The disk is full.").message == str(kind("The disk is full.")) == "The disk is full."


@pytest.mark.parametrize("kind", KINDS)
def test_every_error_comes_back_from_a_worker(kind):
    back = pickle.loads(pickle.dumps(kind("The disk is full.")))
    assert (type(back), back.message) == (kind, "The disk is full.")


@pytest.mark.parametrize("kind", [errors.TimedOutError, errors.OutOfMemoryError, errors.WorkerCrashedError])
def test_what_ends_a_worker_is_known_as_that(kind):
    assert issubclass(kind, errors.WorkerError)


def test_a_wrong_password_is_still_wrong_when_it_comes_back_from_a_worker():
    assert pickle.loads(pickle.dumps(errors.PasswordNeededError("Locked.", wrong=True))).wrong
