import hashlib

import pytest

from apostil.domain.provenance import Verification, fingerprint


def test_a_fingerprint_is_that_of_the_text_in_utf_8():
    assert fingerprint("Ségou, « hier »") == hashlib.sha256("Ségou, « hier »".encode()).hexdigest()


@pytest.mark.parametrize(
    ("of_bytes", "of_text", "holds"), [(True, True, True), (True, False, False), (False, True, False)]
)
def test_a_verification_holds_where_both_agree(of_bytes, of_text, holds):
    assert Verification(of_bytes, of_text).holds is holds
