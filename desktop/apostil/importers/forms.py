"""What the form of a single block says about it, whatever stands around it."""

from __future__ import annotations

import re

from apostil.importers.lexicon import folded, lexicon

_WORD = re.compile(r"\w+(?:['’.\-‐‑]\w+)*")
_DASHED = re.compile(r"[-–•*‣▪◦●·‑](?:\s+\S|(?=[^\W\d]|[«“\"‘]))")
_NUMBERED = re.compile(r"(?:\d{1,3}(?:[.)°/]|\s?[-–])|\(\d{1,3}\)|[a-z]\))\s+\S")
_CLOSERS = "\"'»”’)] \u00a0\u202f"
_DOTS = ("...", "…", "[...]", "[…]")
_PAIRS = {"«": "»", "“": "”", '"': '"', "„": "”", "‹": "›"}
_FACT = re.compile(r"[^:\n]{0,40}[^\W\d_]\s?:\s*[€$£+<>~-]?\s?\d[\d.,:/ \u00a0\u202f]*[^\s\d]*(?:\s\S+){0,2}")
_FIGURE = re.compile(r"[^\W\d_]\s?:\s*[€$£+<>~-]?\d")
_LONGEST_LABEL = 200
_CAPTION_WORDS = 40
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


def words(text: str) -> list[str]:
    """The words of a block."""
    return _WORD.findall(text)


def is_separator(text: str) -> bool:
    """Whether a block has no letter or digit at all, as a line of stars has none."""
    return not any(char.isalnum() for char in text)


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
    return is_open(text) and opens_large(text) and len(words(text)) <= 32 and len(text) <= 240 and "\n" not in text


def is_fact(text: str) -> bool:
    """Whether a block is of labels with figures, as in a box beside an article: `Detour: 22 km`."""
    return bool(_FACT.fullmatch(text)) or len(_FIGURE.findall(text)) > 1


def is_heading(text: str) -> bool:
    """Whether a block could be the heading of a section."""
    if is_fact(text):
        return False
    fits = 1 <= len(words(text)) <= 15 and len(text) <= 110 and "\n" not in text
    return (
        fits
        and opens_large(text)
        and not is_dashed(text)
        and (is_open(text) or (text.endswith(":") and len(words(text)) <= 5))
    )


def is_quotation(text: str) -> bool:
    """Whether a whole block stands inside one pair of quotation marks."""
    bare = text.rstrip(" .")
    closing = _PAIRS.get(text[:1], "")
    if len(bare) < 3 or not closing or not bare.endswith(closing):
        return False
    inside = bare[1:-1]
    return closing not in inside and (text[0] not in inside) and len(words(inside)) >= 3


def is_caption(text: str) -> bool:
    """Whether a block opens as captions and credits of pictures do, or ends with the name of who sells pictures."""
    if len(words(text)) > _CAPTION_WORDS:
        return False
    line, listed = folded(text).replace(" :", ":"), lexicon("structure")
    return line.startswith(tuple(listed["caption"])) or (
        not ends_sentence(text) and line.endswith(tuple(listed["credit"]))
    )


def is_apparatus(text: str) -> bool:
    """Whether the words of a block give it away as something around the article."""
    count = len(words(text))
    if is_separator(text):
        return True
    if count > 60:
        return False
    line = folded(text).replace(" :", ":")
    listed = lexicon("apparatus")
    bare = _bare(line)
    if bare in listed["whole"] or bare in listed["related"] or _COUNT.fullmatch(bare):
        return True
    if _FOLLOWED.fullmatch(line):
        return True
    opens = count <= 40 and line.startswith(tuple(listed["opening"]))
    given_away = listed["inside"] | listed["inside short"] if count <= 12 else listed["inside"]
    return opens or any(phrase in line for phrase in given_away)


def opens_related(text: str) -> bool:
    """Whether a block says that other articles are listed below it."""
    return len(text) <= _LONGEST_LABEL and _bare(folded(text)) in lexicon("apparatus")["related"]


def is_furniture(text: str) -> bool:
    """Whether a block is something that only web pages say, in their menus, buttons, notices and feet."""
    if is_separator(text):
        return False
    return _bare(folded(text)) in lexicon("apparatus")["furniture"] or is_apparatus(text)


def opens_comments(text: str) -> bool:
    """Whether a block says that readers' comments follow."""
    line = _bare(folded(text)) if len(text) < 80 else ""
    return line in lexicon("apparatus")["comments"] or bool(_COMMENTS.fullmatch(line))


def _bare(line: str) -> str:
    return line.strip(" .:!?›»>→-–—…|()[]*•")
