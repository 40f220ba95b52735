"""What the form of a single block says about it, whatever stands around it."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from apostil.importers.lexicon import folded, lexicon

if TYPE_CHECKING:
    from collections.abc import Mapping

_WORD = re.compile(r"\w+(?:['’.\-‐‑]\w+)*")
_SPOKEN = re.compile(r"[^\W_]")
_DASHED = re.compile(r"[-–•*‣▪◦●·‑](?:\s+\S|(?=[^\W\d]|[«“\"‘]))")
_NUMBERED = re.compile(r"(?:\d{1,3}(?:[.)°/]|\s?[-–])|\(\d{1,3}\)|\(?[a-z]\))\s+\S")
_CLOSERS = "\"'»”’)] \u00a0\u202f⁰¹²³⁴⁵⁶⁷⁸⁹"
"""What may stand behind the last mark of a sentence: the mark of a footnote, too."""
_DOTS = ("...", "…", "[...]", "[…]")
_PAIRS = {"«": "»", "“": "”", '"': '"', "„": "”", "‹": "›"}
_FACT = re.compile(r"[^:\n]{0,40}[^\W\d_]\s?:\s*[€$£+<>~-]?\s?\d[\d.,:/ \u00a0\u202f]*[^\s\d]*(?:\s\S+){0,2}")
_FIGURE = re.compile(r"[^\W\d_]\s?:\s*[€$£+<>~-]?\d")
_LONGEST_LABEL = 200
_LONGEST_HEADING, _HEADING_WORDS, _LABEL_WORDS = 110, 15, 5
_LONGEST_FACTS = 400
_COUNTED = 4000
_CAPTION_WORDS = 40
_NOTICE_WORDS, _OPENING_WORDS, _SHORT_WORDS = 60, 40, 12
_COUNT = re.compile(
    r"(?:\d+\s*(?:min(?:ute)?s?)\s*(?:read|de lecture)?"
    r"|\d[\d., ]{0,9}[km]?\s+(?:comment(?:aire)?s?|shares?|partages?|views?|vues|likes?|followers|abonnes))"
)

_FOLLOWED = re.compile(
    r"(?:follow|suivez|suivre|retrouvez)\b[^.!?]{1,60} (?:on|sur) (?:our |notre )?(?:twitter|x|facebook|instagram|"
    r"linkedin|threads|bluesky|mastodon|telegram|whatsapp|youtube|tiktok)\b.{0,40}"
)
_COMMENTS = re.compile(
    r"\(?\d[\d,. ]{0,8}\)? (?:comments?|replies|responses|thoughts|commentaires?|reponses?|reactions?)"
    r"(?: (?:on|to|sur|a)\b.{0,60})?"
    r"|(?:comments|commentaires|reactions) ?\(?\d[\d,. ]{0,8}\)?"
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_SENTENCE_END = re.compile(r"[^\W\d_]{3}[»”\")]?[.!?]\s")
_PERFECT = re.compile(r"\ba (?:été|\w+(?:é|i[st]?|u))\b")
"""How French says what somebody did: its "a" is no verb elsewhere, and no word of its own in English."""
_SMALL = re.compile(r"(?:^|\s)[^\W\d_A-Z]")
_LABEL = re.compile(r"\A(?:\w+ ){1,3}?(?:aussi|également|suite|also|more|next|sur|on)\b[\s:|>–-]*", re.IGNORECASE)
_CREDIT_WORDS = 8


def words(text: str) -> list[str]:
    """The words of a block."""
    return _WORD.findall(text)


def count(text: str) -> int:
    """How many words a block has; of one that is longer than any paragraph, only its beginning is counted."""
    return len(_WORD.findall(text[:_COUNTED]))


def is_separator(text: str) -> bool:
    """Whether a block has no letter or digit at all, as a line of stars has none."""
    return not _SPOKEN.search(text)


def is_dashed(text: str) -> bool:
    """Whether a block opens with a dash, a bullet or a star that makes it an item of a list."""
    return bool(_DASHED.match(text))


def is_numbered(text: str) -> bool:
    """Whether a block opens with the number of an item."""
    return bool(_NUMBERED.match(text))


def is_list_item(text: str) -> bool:
    """Whether a block opens as an item of a list does."""
    return is_dashed(text) or is_numbered(text)


def is_truncated(text: str) -> bool:
    """Whether a block breaks off with three dots."""
    return text.rstrip().endswith(_DOTS)


def ends_sentence(text: str) -> bool:
    """Whether a block ends as a sentence does."""
    return text.rstrip(_CLOSERS)[-1:] in set(".!?…;:。") or is_truncated(text)


def is_open(text: str) -> bool:
    """Whether a block ends as titles do: with no mark, a question mark or an exclamation mark."""
    return bool(text) and not is_truncated(text) and text.rstrip(_CLOSERS)[-1:] not in set(".…;:,")


def opens_large(text: str) -> bool:
    """Whether the first letter of a block is no lower-case one."""
    first = next((char for char in text if char.isalnum()), "")
    return bool(first) and not first.islower()


def is_title(text: str) -> bool:
    """Whether a block could be the headline of an article."""
    return is_open(text) and opens_large(text) and len(text) <= 240 and count(text) <= 32 and "\n" not in text


def is_fact(text: str) -> bool:
    """Whether a block is of labels with figures, as in a box beside an article: `Detour: 22 km`."""
    return len(text) <= _LONGEST_FACTS and (bool(_FACT.fullmatch(text)) or len(_FIGURE.findall(text)) > 1)


def is_heading(text: str) -> bool:
    """Whether a block could be the heading of a section."""
    is_spoken = text.startswith("—")
    if len(text) > _LONGEST_HEADING or "\n" in text or not opens_large(text) or is_dashed(text) or is_spoken:
        return False
    number = count(text)
    ends = is_open(text) or (text.endswith(":") and number <= _LABEL_WORDS)
    return ends and 1 <= number <= _HEADING_WORDS and not is_fact(text)


def is_quotation(text: str) -> bool:
    """Whether a whole block stands inside one pair of quotation marks."""
    bare = text.rstrip(" .")
    closing = _PAIRS.get(text[:1], "")
    if len(bare) < 3 or not closing or not bare.endswith(closing):
        return False
    inside = bare[1:-1]
    return closing not in inside and (text[0] not in inside) and count(inside) >= 3


def is_caption(text: str) -> bool:
    """Whether a block opens as captions and credits of pictures do, or ends with the name of who sells pictures."""
    if len(text) > _COUNTED or count(text) > _CAPTION_WORDS:
        return False
    line, listed = folded(text).replace(" :", ":"), _phrases("structure")
    return line.startswith(listed["caption"]) or (not ends_sentence(text) and line.endswith(listed["credit"]))


def is_apparatus(text: str) -> bool:
    """Whether the words of a block give it away as something around the article."""
    if is_separator(text):
        return True
    number = count(text)
    if len(text) > _COUNTED or number > _NOTICE_WORDS:
        return False
    line = folded(text).replace(" :", ":")
    bare, listed = _bare(line), lexicon("apparatus")
    if bare in listed["whole"] or bare in listed["related"] or _COUNT.fullmatch(bare) or _FOLLOWED.fullmatch(line):
        return True
    if number <= _OPENING_WORDS and _opens_notice(text, line):
        return True
    found = _inside(("inside", "inside short") if number <= _SHORT_WORDS else ("inside",)).search(line)
    return bool(found) and not _is_sentence_with(text, "saying")


def _opens_notice(text: str, line: str) -> bool:
    """Whether a short block, of which this is the folded form, opens as notices and labels do."""
    if line.startswith(_phrases("apparatus")["opening"]):
        return True
    if line.startswith("(c)"):
        return bool(_YEAR.search(line)) or (count(text) <= _CREDIT_WORDS and not _SMALL.search(text[3:]))
    if not line.startswith(_phrases("apparatus")["opening unless said"]):
        return False
    below = text.partition(":")[2] or _LABEL.sub("", text)
    names = opens_large(below) and not (line.startswith("©") and below == text)
    return names or bool(_YEAR.search(line)) or not _is_sentence_with(text, "saying", "verb")


def _is_sentence_with(text: str, *sections: str) -> bool:
    """Whether a block is one whole sentence with a word of these kinds: about such notices, and none itself."""
    bare = text.rstrip(_CLOSERS)
    if not bare.endswith(".") or is_truncated(text) or _SENTENCE_END.search(bare):
        return False
    listed = frozenset().union(*(lexicon("structure")[section] for section in sections))
    found = (word.casefold().replace("’", "'").rpartition("'") for word in words(text))
    return any(folded(word) in listed or (word == "a" and elided) for elided, _, word in found) or bool(
        _PERFECT.search(text) and "verb" in sections
    )


@cache
def _phrases(name: str) -> Mapping[str, tuple[str, ...]]:
    """The sections of a word list, to look for their entries at the ends of a line."""
    return {section: tuple(entries) for section, entries in lexicon(name).items()}


@cache
def _inside(sections: tuple[str, ...]) -> re.Pattern[str]:
    """A pattern that finds every phrase of these sections anywhere."""
    phrases = (phrase for section in sections for phrase in lexicon("apparatus")[section])
    return re.compile("|".join(map(re.escape, sorted(phrases, key=len, reverse=True))))


def opens_related(text: str) -> bool:
    """Whether a block says that other articles are listed below it."""
    return len(text) <= _LONGEST_LABEL and _bare(folded(text)) in lexicon("apparatus")["related"]


def is_furniture(text: str) -> bool:
    """Whether a block is something that only web pages say, in their menus, buttons, notices and feet."""
    if is_separator(text):
        return False
    label = _bare(folded(text)) if len(text) <= _LONGEST_LABEL else ""
    return label in lexicon("apparatus")["furniture"] or is_apparatus(text)


def opens_comments(text: str) -> bool:
    """Whether a block says that readers' comments follow."""
    line = _bare(folded(text)) if len(text) < 80 else ""
    return line in lexicon("apparatus")["comments"] or bool(_COMMENTS.fullmatch(line))


def _bare(line: str) -> str:
    return line.strip(" .:!?›»>→-–—…|()[]*•")
