"""Finds acronyms that a text introduces in brackets, and what they stand for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from apostil.domain.entity import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_ACRONYM = r"[^\W\d_a-zà-öø-ÿ][^\W_]{0,8}(?:[.&\-][^\W_]{1,4}){0,4}\.?"
_AFTER = re.compile(rf"(?<=[\w.»”\"]) ?\((?:the |le |la |les |l['’])?(?P<acronym>{_ACRONYM})\)")
_BEFORE = re.compile(rf"(?<!\w)(?P<acronym>{_ACRONYM}) \((?P<words>[^\W\d_][^()]{{3,100}})\)")
_WORD = re.compile(r"[^\W_]+")
_SMALL = frozenset(
    ["of", "the", "and", "for", "in", "on", "an", "a", "de", "du", "des", "la", "le", "les", "l", "d", "et", "en"]
) | {"un", "une", "aux", "au", "sur", "pour"}
_ENDS_CLAUSE = re.compile(r"[.;:!?()«»“”\"]")
_LONGEST = 12


@dataclass(frozen=True, slots=True)
class Introduction:
    """An acronym and the words it stands for, as `[start, end)` in the text."""

    acronym: tuple[int, int]
    words: tuple[int, int]


def introductions(text: str, names: Mapping[int, int]) -> Iterator[Introduction]:
    """The acronyms that are introduced in this text; `names` has the ends of the names found in it, with their starts.

    `Alliance of Sahel States (AES)` and `AES (Alliance of Sahel States)`; the letters need not all be initials,
    nor of the same language: half of them are enough where a name of several words stands there.
    """
    for match in _AFTER.finditer(text):
        if _is_acronym(match["acronym"]):
            words = _words_before(text, match.start(), match["acronym"], names)
            if words:
                yield Introduction(match.span("acronym"), words)
    for match in _BEFORE.finditer(text):
        if _is_acronym(match["acronym"]) and _stands_for(match["acronym"], match["words"]):
            yield Introduction(match.span("acronym"), match.span("words"))


def _is_acronym(word: str) -> bool:
    return sum(map(str.isupper, word)) >= 2 and not re.fullmatch(r"[IVXLC]+", word)


def _words_before(text: str, end: int, acronym: str, names: Mapping[int, int]) -> tuple[int, int] | None:
    begin = max(0, end - 8)
    end = begin + len(text[begin:end].rstrip(" »”\"'’"))
    exact = _by_initials(text, end, acronym)
    start = names.get(end)
    if start is not None and (exact is None or start < exact[0]) and _stands_for(acronym, text[start:end]):
        return start, end
    return exact


def _words_of_clause(text: str, end: int) -> list[re.Match[str]]:
    begin = max(
        (match.end() for match in _ENDS_CLAUSE.finditer(text, max(0, end - 160), end)), default=max(0, end - 160)
    )
    return list(_WORD.finditer(text, begin, end))


def _stands_for(acronym: str, words: str) -> bool:
    """Whether half of the letters are initials of these words, which must be several."""
    telling = [fold(word) for word in _WORD.findall(words) if fold(word) not in _SMALL]
    letters = [fold(letter) for letter in acronym if letter.isupper()]
    if len(telling) < 2 or len(telling) > _LONGEST or not letters:
        return False
    initials = [word[0] for word in telling if word]
    matched = 0
    for letter in letters:
        if letter in initials:
            initials.remove(letter)
            matched += 1
    return matched * 2 >= len(letters) and (matched >= 2 or len(letters) == 1)


def _by_initials(text: str, end: int, acronym: str) -> tuple[int, int] | None:
    """The words right before whose initials are exactly the letters, in any case: `agence de l’eau (AE)`."""
    letters = [fold(letter) for letter in acronym if letter.isupper()]
    if len(letters) < 3:
        return None
    for word in reversed(_words_of_clause(text, end)):
        if fold(word[0]) in _SMALL and fold(word[0])[0] != letters[-1]:
            continue
        if fold(word[0])[:1] != letters.pop():
            return None
        if not letters:
            return word.start(), end
    return None
