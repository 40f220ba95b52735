"""What an engine doubts and anything could be said with is no name."""

from __future__ import annotations

import pytest

from support.marked import settled


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Les [L30 États membres] ont signé."),
        ("fr", "Le [L25 Data Center] ouvre."),
        ("en", "The [O40 Member States] have signed."),
        ("fr", "L'[O90 Intelligence Artificielle] progresse."),
        ("en", "They build a [L90 Data Center]."),
    ],
)
def test_doubtful_terms_are_no_names(language: str, text: str) -> None:
    assert settled(text, language=language) == {}


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("fr", "Les [O90 États membres] ont signé.", "États membres"),
        ("en", "The [O30 Lorne Rovers] have signed.", "Lorne Rovers"),
        ("en", "The [O90 Cloud Computing Foundation] has signed.", "Cloud Computing Foundation"),
        ("en", "The [O40 Member States] ([O90 MS]) have signed. [O90 MS] will vote.", "Member States"),
    ],
)
def test_what_is_sure_or_has_a_name_of_its_own_stays(language: str, text: str, name: str) -> None:
    assert name in settled(text, language=language)
