"""Who wrote an article, as its own lines say it, and when and where."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from apostil.importers import forms
from apostil.importers.dates import written_date
from apostil.importers.lexicon import folded, lexicon, months, weekdays

if TYPE_CHECKING:
    import datetime as dt

    from apostil.importers.dates import WrittenDate

_DOMAIN = re.compile(r"(?:www\.)?[\w-]+(?:\.[\w-]+)*\.[a-z]{2,6}", re.IGNORECASE)
_INITIALS = re.compile(r"(?:[^\W\d_]\.){1,3}-?(?:[^\W\d_]\.)?")
_NAME_PART = re.compile(r"(?:(?:[^\W\d_]\.)+-?)*[^\W\d_][^\W\d_'’\-‐‑.]*(?:['’\-‐‑][^\W\d_]+)*\.?")
_OUTLET = re.compile(r"\s*[/|•·–—]\s*|\s+-\s+")
_BRACKETED = re.compile(r"(?P<name>[^()]+?)\s*\((?P<outlet>[^()]+)\)")
_TIME = re.compile(
    r"\d{1,2}\s*[:hH]\s*\d{2}(?:\s*[:m]\s*\d{2})?|\d{1,2}\s*[hH]\b|\d{1,2}\s*(?:[ap]\.?m\.?)", re.IGNORECASE
)
_CREDITS = re.compile(
    r"\s*;\s*|,\s*(?=(?:version|édité|edited|editing|writing|additional|traduit)\b)|(?=^\((?:reporting|writing|reportage)\b)",
    re.IGNORECASE,
)
_BESIDE = re.compile(
    r"(?:^|(?<=[\s|,•·–—-]))(?:par|by)\s+(?P<names>[^|•·–—\d]+?)(?=\s*(?:[|•·–—\d]|\s-\s|$))", re.IGNORECASE
)
_PLACE = re.compile(r"\s*,\s*(?:à|au|aux|en|in|at|from|depuis)\s+[^\W\d_a-z][\w’' -]{1,40}\Z")

_LONGEST = 160
"""Characters that a byline or dateline has at most."""
_LONGEST_ENDING = 60


@dataclass(frozen=True, slots=True)
class Byline:
    """What a line says of who wrote an article. `plain` says that nothing but the names' form makes it one."""

    authors: tuple[str, ...]
    outlet: str = ""
    published: dt.date | None = None
    plain: bool = False


def byline(text: str) -> Byline | None:
    """What a line says of the article's authors and outlet; None where it says nothing of the kind."""
    line = text.strip()
    if len(line) > _LONGEST or not 1 <= len(forms.words(line)) <= 16 or "\n" in line or line[-1] in "!?;:…":
        return None
    date = written_date(line)
    rest, opened = _opened(_without(line, date) if date else line)
    rest = _PLACE.sub("", rest) if opened else rest
    found = _credited(rest, opened)
    if found is None:
        return None
    published = date.day if date and date.is_certain else None
    return Byline(found.authors, found.outlet, published, plain=found.plain and not date)


def credits_of(text: str) -> Byline | None:
    """What the credits at an agency's article say: `(Reporting by A and B; Editing by C)`; None for any other line."""
    line = text.strip().removesuffix(".")
    if len(line) > _LONGEST * 2 or "\n" in line or not _CREDITS.search(line):
        return None
    bare = line.removeprefix("(").removesuffix(")").removesuffix(".")
    found = [_credit(part) for part in _CREDITS.split(bare)]
    if len(found) < 2 and bare == line:
        return None
    if not all(names and all(map(is_name, names)) for _, names in found):
        return None
    authors = (name for is_author, names in found if is_author for name in names)
    return Byline(tuple(dict.fromkeys(authors)))


def dated_credit(text: str) -> Byline | None:
    """Whom a dateline names beside the day: `Publié le 12 mai 2024 | Par Marlo Tessen`."""
    found = _named_beside(text)
    return Byline(found[1]) if found else None


def is_dateline(text: str) -> bool:
    """Whether a line says when, and perhaps where, an article was written or published, and nothing else."""
    date = written_date(text) if len(text) <= _LONGEST and "\n" not in text else None
    if not date or len(forms.words(text)) > 18:
        return False
    left = _without(text, date)
    credited = _named_beside(left)
    left = credited[0] if credited else left
    second = written_date(left)
    rest = _TIME.sub(" ", _without(left, second) if second else left)
    unknown = [word for word in forms.words(rest) if folded(word) not in lexicon("structure")["dateline"]]
    return len(unknown) <= 4 and all(word[:1].isupper() or word.isdigit() for word in unknown)


def is_work(text: str) -> bool:
    """Whether a short line says what an author does: "Health correspondent, in Lindara"."""
    found = forms.words(text) if len(text) <= _LONGEST_ENDING else []
    return 0 < len(found) <= 8 and any(folded(word) in lexicon("structure")["work"] for word in found)


def is_agency(text: str) -> bool:
    """Whether a line names nothing but news agencies."""
    if len(text) > _LONGEST:
        return False
    found = forms.words(text)
    return 0 < len(found) <= 5 and all(folded(word) in lexicon("structure")["agency"] for word in found)


def is_agency_ending(text: str) -> bool:
    """Whether a line says from which agency an article comes: `(AFP)`, `— Reuters`, `Le Monde avec AFP`."""
    line = text.strip()
    bare = line.strip("()[]©–—- .")
    if is_agency(line):
        return bare != line or bare.isupper()
    parts = forms.words(bare)
    if len(line) > _LONGEST_ENDING or not 2 <= len(parts) <= 8 or not is_agency(parts[-1] if bare else ""):
        return _is_shared(line, bare)
    known = lexicon("structure")["agency"] | lexicon("structure")["particle"]
    joined = any(folded(part) in {"avec", "with"} for part in parts)
    return joined and all(part[:1].isupper() or folded(part) in known for part in parts)


def _is_shared(line: str, bare: str) -> bool:
    """Whether a line names an agency and a paper in brackets: `(AFP/The Lindara Post)`."""
    first, slash, other = bare.partition("/")
    agency = is_agency(first) or is_agency(other)
    return bool(slash) and agency and line.startswith("(") and line.endswith(")") and len(line) <= _LONGEST_ENDING


def is_name(text: str) -> bool:
    """Whether words have the form of one person's name: two to five parts with capitals, or initials and a surname."""
    parts = text.split()
    if len(parts) == 1:
        return bool(re.fullmatch(r"(?:[^\W\d_]\.-?){1,3}[^\W\d_]{2,}(?:-[^\W\d_]+)*", text)) and text[0].isupper()
    if not 2 <= len(parts) <= 6 or not parts[0][0].isupper() or is_house(text):
        return False
    elided = [re.sub(r"^[dl]['’](?=[^\W\d_])", "", part) for part in parts]
    large = [part for part in elided if part[0].isupper()]
    small = [part for part in elided if not part[0].isupper()]
    known = all(folded(part) in lexicon("structure")["particle"] for part in small)
    return known and len(large) >= 2 and all(_is_name_part(part) for part in large)


def is_house(text: str) -> bool:
    """Whether words name a ministry, a council or another house, and nobody."""
    return any(folded(part) in lexicon("structure")["institution"] for part in forms.words(text[:_LONGEST]))


def _is_name_part(part: str) -> bool:
    if _INITIALS.fullmatch(part):
        return True
    return bool(_NAME_PART.fullmatch(part)) and (not part.endswith(".") or len(part) <= 3)


def _credit(part: str) -> tuple[bool, tuple[str, ...]]:
    """Whether a part of an agency's credits names authors, and the names; none where it does not open as one does."""
    listed = lexicon("structure")
    opened = _opening_of(part, listed["credited author"] | listed["credited other"])
    if not opened:
        return False, ()
    head, rest = opened
    names, _ = _names(re.sub(r"\s+(?:in|from|at|à|en|au)\s+[^,;]+?(?=\s+(?:and|et|&)\s|,|$)", "", rest))
    return head in listed["credited author"], names


def _opening_of(part: str, openings: frozenset[str]) -> tuple[str, str] | None:
    """The longest of these openings that a line has, folded, and what follows it."""
    parts = part.split()
    for count in range(min(5, len(parts) - 1), 0, -1):
        head = folded(" ".join(parts[:count])).rstrip(" :")
        if head in openings:
            return head, " ".join(parts[count:]).lstrip(": ")
    return None


def _named_beside(line: str) -> tuple[str, tuple[str, ...]] | None:
    """A dateline without whom it names behind "by", and their names."""
    found = _BESIDE.search(line)
    names, _ = _names(found["names"].strip()) if found else ((), ())
    if not found or not names or not all(map(is_name, names)):
        return None
    return f"{line[: found.start()]} | {line[found.end() :]}".strip(" |,-–—•·"), names


def _without(line: str, date: WrittenDate) -> str:
    return f"{line[: date.start]} | {line[date.end :]}".strip(" |,-–—•·")


def _opened(line: str) -> tuple[str, bool]:
    """What follows "By" or its like, and whether it was there."""
    for count in range(1, 4):
        head = " ".join(line.split()[:count])
        if folded(head) in lexicon("structure")["by"] and head[0].isupper():
            return _longest(line), True
    return line, False


def _longest(line: str) -> str:
    parts = line.split()
    for count in (3, 2, 1):
        if len(parts) > count and folded(" ".join(parts[:count])) in lexicon("structure")["by"]:
            return " ".join(parts[count:]).lstrip(": ")
    return ""


def _credited(rest: str, opened: bool) -> Byline | None:
    """Names and outlet of what is left of a line, taken apart at its separators."""
    rest = _tidy(rest)
    bracketed = _BRACKETED.fullmatch(rest)
    if bracketed:
        return _named(bracketed["name"], bracketed["outlet"], opened)
    parts = [part for part in map(_tidy, _OUTLET.split(rest)) if part]
    if not parts:
        return None
    if len(parts) == 1:
        return _worker(parts[0]) or _named(parts[0], "", opened)
    outlet = next((part for part in parts[1:] if _is_outlet(part)), "")
    return _named(parts[0], outlet, opened) if outlet or opened else None


def _tidy(words: str) -> str:
    return (
        _TIME.sub(" ", words).strip(" |,-–—•·\u00a0")
        if any(char.isdigit() for char in words)
        else words.strip(" |,-–—•·")
    )


def _worker(line: str) -> Byline | None:
    """A name, a comma, and what its bearer does."""
    name, comma, work = line.partition(",")
    known = {folded(word) for word in forms.words(work)} & lexicon("structure")["work"]
    if comma and known and is_name(name.strip()):
        return Byline((name.strip(),))
    return None


def _named(line: str, outlet: str, opened: bool) -> Byline | None:
    names, agencies = _names(line)
    if not names and not (agencies and opened):
        return None
    if not all(is_name(name) or (opened and _is_short_name(name)) for name in names):
        return None
    if outlet and not _is_outlet(outlet):
        return None
    return Byline(names, outlet or " / ".join(agencies), plain=not opened and not outlet)


def _names(line: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The people of a line, and the agencies and addresses beside them."""
    joints = "|".join(re.escape(joint) for joint in sorted(lexicon("structure")["joint"]))
    parts = [part.strip() for part in re.split(rf"\s*,\s*|\s+(?:{joints})\s+", line, flags=re.IGNORECASE)]
    parts = [re.sub(rf"^(?:{joints})\s+", "", part, flags=re.IGNORECASE) for part in parts if part]
    others = tuple(
        part for part in parts if is_agency(part) or (_DOMAIN.fullmatch(part) and "." in part and not is_name(part))
    )
    return tuple(part for part in parts if part not in others), others


def _is_short_name(name: str) -> bool:
    known = lexicon("structure")["dateline"].union(months(), weekdays())
    return (
        len(name.split()) == 1 and name[0].isupper() and len(name) > 2 and name.isalpha() and folded(name) not in known
    )


def _is_outlet(words: str) -> bool:
    if _DOMAIN.fullmatch(words) or is_agency(words):
        return True
    parts = words.split()
    if all(folded(part) in lexicon("structure")["dateline"] for part in parts):
        return False
    return 1 <= len(parts) <= 5 and parts[0][0].isupper() and sum(part[0].isupper() for part in parts) * 2 >= len(parts)
