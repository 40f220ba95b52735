"""Which blocks of a web page are its article: what an extractor chose, corrected by where and in what each stands."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from apostil.domain.article import Piece, Role
from apostil.importers import bylines, forms
from apostil.importers.dates import written_date
from apostil.importers.lexicon import folded, lexicon
from apostil.importers.page.hints import Hint

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from apostil.importers.page.blocks import Blocks, Found, Frame

_PROSE = frozenset({Role.PARAGRAPH, Role.QUOTATION, Role.LIST_ITEM})
_LINES = frozenset({"p", "blockquote", "li", "pre", "h1", "h2", "h3", "h4", "h5", "h6"})
_FEWEST = 8
"""Words from which a block counts as running text."""
_FEWEST_IN = {Role.HEADING: 1, Role.QUOTATION: 1, Role.TABLE_ROW: 2, Role.LIST_ITEM: 3}
"""Words that a block of such a kind has at least amid an article."""
_SEVERAL = 3
_ABOVE = 3
_CLOSING = 5
_LONGEST_REQUEST = 320
_FEWEST_LEFT = 3
_TOP = 12
_BELOW = frozenset({"p", "h2", "h3"})
_LONGEST_STANDFIRST = 90
_LONGEST_DATELINE = 120
_TIME = re.compile(r"(?:[01]?\d|2[0-3])\s?[:hH.]\s?[0-5]\d(?:\s?[ap]\.?m\.?)?", re.IGNORECASE)
_BESIDE = frozenset({Hint.APART, Hint.ASIDE, Hint.HIDDEN})


def article_of(page: Blocks, chosen: Sequence[Piece]) -> tuple[Piece, ...]:
    """The article's pieces in the order of the page; what is doubtful is apparatus.

    `chosen` is what an extractor took for the article. Its words are looked for in the page, since the page's own
    blocks say more about themselves; where they do not stand there, they are the article as they are.
    """
    trace = _Trace(chosen)
    marks = [trace.meets(block.text) for block in page.found]
    if trace.share < 0.8:
        return tuple(chosen)
    return tuple(_Judgement(page, marks).pieces())


class _Trace:
    """Follows the words that were chosen through a page, by their letters and digits alone."""

    def __init__(self, chosen: Iterable[Piece]) -> None:
        keys = [key for key in (_key(piece.text) for piece in chosen) if key]
        self._whole = "".join(keys)
        self._keys = frozenset(keys)
        self._place = 0
        self._met: dict[str, int] = {}
        self._letters = 0

    @property
    def share(self) -> float:
        """The share of the chosen letters that were met."""
        return self._letters / len(self._whole) if self._whole else 0.0

    def meets(self, text: str) -> bool:
        """Whether the words of the page's next block were chosen."""
        key = _key(text)
        if not key:
            return False
        return self._meets_short(key) if len(key) < _SHORT else self._meets_long(key) or self._meets_part(key)

    def _meets_short(self, key: str) -> bool:
        """A few letters stand anywhere: they are met only where they come next, or soon and as a piece of their own."""
        place = self._whole.find(key, self._place, self._place + _REACH)
        if place < 0 or (place != self._place and key not in self._keys):
            return False
        return self._go(place, len(key))

    def _meets_long(self, key: str) -> bool:
        place = self._find(key, self._met.get(key, 0))
        if place < 0:
            return False
        self._met[key] = place + 1
        return self._go(place, len(key))

    def _find(self, key: str, start: int) -> int:
        """Where these letters stand: most often they come next, and a very long text is not searched for all others."""
        near = max(start, self._place)
        place = self._whole.find(key, near, near + len(key) + _REACH)
        if place < 0 and (key in self._keys or len(self._whole) <= _SEARCHED):
            place = self._whole.find(key, start)
        return place

    def _meets_part(self, key: str) -> bool:
        """Whether the beginning or the end of a long block was chosen: the rest may have been taken out of it."""
        if len(key) < _LONG:
            return False
        start, end = self._find(key[:_END], 0), self._find(key[-_END:], 0)
        if start < 0 and end < 0:
            return False
        return self._go(start if end < 0 else end, len(key) // (1 if start >= 0 and end >= 0 else 2), _END)

    def _go(self, place: int, letters: int, step: int = 0) -> bool:
        self._letters += letters
        self._place = place + (step or letters)
        return True


_LETTERS = re.compile(r"[^\W_]+")
_SHORT = 16
_LONG = 60
_END = 30
_REACH = 400
_SEARCHED = 200_000


class _Judgement:
    """The blocks of one page while it is found out which of them are the article."""

    def __init__(self, page: Blocks, chosen: list[bool]) -> None:
        self._found = page.found
        self._chosen = chosen
        self._words = [len(block.text.split()) for block in page.found]
        self._count(page.frames)
        self._apart = [self._is_apart(block.frame) for block in page.found]
        self._kept = [chosen and not apart for chosen, apart in zip(chosen, self._apart, strict=True)]
        self._running = [index for index, kept in enumerate(self._kept) if kept and self._is_running(index)]
        self._within = self._narrowed(page.frames)
        self._times: set[int] = set()
        self._standfirsts: set[int] = set()

    def pieces(self) -> Iterator[Piece]:
        """The pieces of the article, and those that may be."""
        if self._running:
            self._leave_outside()
            self._leave_links()
            self._recover()
            self._recover_captions()
            self._recover_parts()
            self._recover_times()
            self._find_standfirst()
            self._leave_closing()
            self._leave_headings()
        for index, block in enumerate(self._found):
            if self._kept[index]:
                yield self._piece(index)
            elif self._chosen[index] or index in self._standfirsts or self._is_doubtful(index):
                yield Piece(block.text, Role.APPARATUS)

    def _is_doubtful(self, index: int) -> bool:
        """Whether a block that was not chosen lies in the article's box, and no menu or button above or below it."""
        block = self._found[index]
        if (
            not self._running
            or block.frame not in self._within
            or block.level == 1
            or self._words[index] < _FEWEST_LEFT
        ):
            return False
        first, last = self._running[0], self._running[-1]
        hints = {frame.hint for frame in block.frame.line()}
        return Hint.HIDDEN not in hints and (
            first < index < last or (index > first - _ABOVE and not self._apart[index])
        )

    def _piece(self, index: int) -> Piece:
        """A block of the article; what a page calls its standfirst is one at the top alone."""
        block = self._found[index]
        top = bool(self._running) and index <= self._running[0]
        if index in self._times or (top and _is_dateline(block.text)):
            return Piece(block.text, Role.DATELINE)
        if index in self._standfirsts:
            return Piece(block.text, Role.STANDFIRST)
        if top and block.role in {Role.PARAGRAPH, Role.HEADING} and block.level != 1:
            box = block.frame if block.frame.hint or block.frame.parent is None else block.frame.parent
            if box.hint is Hint.STANDFIRST:
                return Piece(block.text, Role.STANDFIRST)
        return Piece(block.text, block.role, block.level)

    def _count(self, frames: Sequence[Frame]) -> None:
        """Count the words that each frame holds, and those of them that were chosen."""
        for block, words, chosen in zip(self._found, self._words, self._chosen, strict=True):
            block.frame.words += words
            block.frame.chosen += words * chosen
        for frame in reversed(frames):
            if frame.parent is not None:
                frame.parent.words += frame.words
                frame.parent.chosen += frame.chosen
        self._total = frames[0].chosen or 1

    def _is_apart(self, frame: Frame) -> bool:
        """Whether a block lies in a box around the article, and in none that holds much of what was chosen."""
        for around in frame.line():
            if around.hint in {Hint.APART, Hint.HIDDEN} and around.chosen < 0.35 * self._total:
                return True
            if around.chosen > 0.6 * self._total:
                return False
        return False

    def _is_running(self, index: int) -> bool:
        block = self._found[index]
        return self._words[index] >= _FEWEST and block.linked < 0.5 and block.role in _PROSE

    def _narrowed(self, frames: Sequence[Frame]) -> frozenset[Frame]:
        """The frames inside the smallest one that holds nearly all of the running text."""
        if not self._running:
            return frozenset(frames)
        for index in self._running:
            self._found[index].frame.running += self._words[index]
        for frame in reversed(frames):
            if frame.parent is not None:
                frame.parent.running += frame.running
        enough = 0.85 * frames[0].running
        smallest = next(frame for frame in reversed(frames) if frame.running >= enough)
        inside = _with_inside({smallest, *self._beside(smallest)}, frames)
        return frozenset(inside)

    def _beside(self, smallest: Frame) -> Iterator[Frame]:
        """The boxes of chosen sentences that lie beside that of nearly all the others, in the same article."""
        around = list(smallest.line())
        article = next((frame for frame in around if frame.tag in {"article", "main"}), None)
        inside = [block for block in map(self._found.__getitem__, self._running) if smallest in block.frame.line()]
        known = {_key(block.text) for block in inside}
        alike = {_likeness(block.frame) for block in inside}
        for index in self._running:
            block = self._found[index]
            line = list(block.frame.line())
            if smallest in line or not _is_told(block.text) or _key(block.text) in known:
                continue
            between = line[: next(place for place, frame in enumerate(line) if frame in around)]
            if any(frame.tag == "article" or frame.hint in _BESIDE for frame in between):
                continue
            if article in line or _likeness(block.frame) in alike:
                yield _box(block.frame) if _box(block.frame) not in around else block.frame

    def _leave_outside(self) -> None:
        for index, block in enumerate(self._found):
            if block.frame not in self._within:
                self._kept[index] = False

    def _leave_links(self) -> None:
        """Paragraphs and headings that are one link, and lists of links, lead to other articles."""
        for index, block in enumerate(self._found):
            if block.linked > 0.8 and block.role is not Role.LIST_ITEM:
                self._kept[index] = False
        for run in _runs(self._found):
            letters = sum(len(self._found[index].text) for index in run)
            linked = sum(len(self._found[index].text) * self._found[index].linked for index in run)
            if linked > 0.6 * letters:
                for index in run:
                    self._kept[index] = False

    def _recover(self) -> None:
        """Take in what stands among or beside the article's paragraphs and reads as they do."""
        beside = Counter(id(_box(self._found[index].frame)) for index in self._running)
        alike = Counter(_likeness(self._found[index].frame) for index in self._running)
        first, last = self._running[0], self._running[-1]
        for index, block in enumerate(self._found):
            if index > last and block.level == 1:
                break
            if self._chosen[index] or self._apart[index] or not self._is_sentence(index):
                continue
            amid = first <= index <= last and block.frame in self._within
            likeness = _likeness(block.frame)
            again = index > first and bool(likeness[1]) and alike[likeness] >= _SEVERAL
            self._kept[index] = amid or again or beside[id(_box(block.frame))] >= _SEVERAL

    def _recover_captions(self) -> None:
        """Take in the captions of the article's pictures, the one above its first paragraph too."""
        for index in range(max(0, self._running[0] - _ABOVE), self._running[-1]):
            block = self._found[index]
            beside = block.frame in self._within and not self._apart[index]
            if beside and block.role is Role.CAPTION and block.linked < 0.5 and self._words[index] >= 3:
                captions = (frame.tag == "figcaption" for frame in block.frame.line())
                self._kept[index] = self._kept[index] or any(captions)

    def _recover_parts(self) -> None:
        """Take in the headings, quotations, items and rows of tables amid the article."""
        for index in range(self._running[0], self._running[-1]):
            block = self._found[index]
            amid = block.frame in self._within and not self._apart[index] and not self._chosen[index]
            if amid and block.linked < 0.3 and self._words[index] >= _FEWEST_IN.get(block.role, self._words[index] + 1):
                self._kept[index] = True

    def _recover_times(self) -> None:
        """Take in the times at which the parts of an article that went on for hours were written."""
        span = range(max(0, self._running[0] - _ABOVE), self._running[-1])
        times = [index for index in span if _TIME.fullmatch(self._found[index].text)]
        amid = [index for index in times if self._found[index].frame in self._within and not self._apart[index]]
        if len(amid) >= _SEVERAL:
            self._times.update(amid)
            for index in amid:
                self._kept[index] = True

    def _find_standfirst(self) -> None:
        """Find the lines right below the headline, which are doubtful, and those called its standfirst, which stay."""
        first = self._running[0]
        top = next((index for index in range(first, -1, -1) if self._found[index].level == 1), None)
        if top is None or first - top > _TOP:
            return
        box = _box(self._found[top].frame)
        for index in range(top + 1, first):
            block = self._found[index]
            below = index == top + 1 and _box(block.frame) is box and block.frame.tag in _BELOW
            said = any(frame.hint is Hint.STANDFIRST for frame in block.frame.line())
            if (below or said) and not self._apart[index] and self._could_be_standfirst(index):
                self._standfirsts.add(index)
                self._kept[index] = self._kept[index] or said

    def _could_be_standfirst(self, index: int) -> bool:
        block = self._found[index]
        fits = block.role in {Role.PARAGRAPH, Role.HEADING} and _FEWEST <= self._words[index] <= _LONGEST_STANDFIRST
        plain = (
            block.linked < 0.3
            and "\n" not in block.text
            and not bylines.byline(block.text)
            and not bylines.is_dateline(block.text)
        )
        return fits and plain and not written_date(block.text) and not _asks_readers(block.text)

    def _is_sentence(self, index: int) -> bool:
        block = self._found[index]
        prose = block.role in _PROSE and block.linked < 0.4 and self._words[index] >= 12
        return prose and forms.ends_sentence(block.text)

    def _leave_closing(self) -> None:
        """The last lines that ask readers to follow, subscribe or write are none of the article's."""
        end = [index for index, kept in enumerate(self._kept) if kept][-_CLOSING:]
        for index in reversed(end):
            if index != end[0] and _asks_readers(self._found[index].text):
                self._kept[index] = False

    def _leave_headings(self) -> None:
        """A heading without words of the article below it is none of the article's."""
        below: Found | None = None
        for index in range(len(self._found) - 1, -1, -1):
            block = self._found[index]
            if not self._kept[index]:
                continue
            if block.role is Role.HEADING and (
                below is None or (below.role is Role.HEADING and below.level <= block.level)
            ):
                self._kept[index] = False
            else:
                below = block


def _key(text: str) -> str:
    return "".join(_LETTERS.findall(text)).lower()


def _is_dateline(text: str) -> bool:
    """Whether a line says from whom and when an article is: `The Post with agencies, published on 6 May 2024`."""
    if len(text) > _LONGEST_DATELINE or not any(word in folded(text) for word in lexicon("page")["published"]):
        return False
    return written_date(text) is not None and bylines.byline(text) is None and not forms.ends_sentence(text)


def _with_inside(boxes: set[Frame], frames: Sequence[Frame]) -> set[Frame]:
    """The boxes with every frame that lies in one of them."""
    inside = set(boxes)
    for frame in frames:
        if frame.parent in inside:
            inside.add(frame)
    return inside


def _is_told(text: str) -> bool:
    """Whether a block is a sentence, and none that programs read."""
    return forms.ends_sentence(text) and not text.startswith("http")


def _box(frame: Frame) -> Frame:
    """What a paragraph, an item or a heading stands in."""
    return frame.parent if frame.tag in _LINES and frame.parent is not None else frame


def _likeness(frame: Frame) -> tuple[str, str]:
    """What the boxes of an article that was laid out in several have in common."""
    box = _box(frame)
    return box.tag, box.name


def _asks_readers(text: str) -> bool:
    if len(text) > _LONGEST_REQUEST:
        return False
    line = folded(text).replace(" :", ":")
    listed = lexicon("page")
    return line.startswith(tuple(listed["closing"])) or any(words in line for words in listed["closing inside"])


def _runs(found: Sequence[Found]) -> Iterator[range]:
    """The items of each list."""
    start = None
    for index, block in enumerate(found):
        if block.role is Role.LIST_ITEM:
            start = index if start is None else start
        elif start is not None:
            yield range(start, index)
            start = None
    if start is not None:
        yield range(start, len(found))


def running_text(page: Blocks) -> tuple[Piece, ...]:
    """Every sentence and heading in no box around an article: the article as far as a page of any size tells it."""
    return tuple(
        Piece(block.text, block.role, block.level)
        for block in page.found
        if block.linked < 0.5 and not _lies_apart(block.frame)
    )


def everything_of(page: Blocks) -> tuple[Piece, ...]:
    """Every block of the page in its order, as apparatus where it lies in a box around an article."""
    return tuple(
        Piece(block.text, Role.APPARATUS) if _lies_apart(block.frame) else Piece(block.text, block.role, block.level)
        for block in page.found
    )


def _lies_apart(frame: Frame) -> bool:
    return any(around.hint in {Hint.APART, Hint.HIDDEN} for around in frame.line())
