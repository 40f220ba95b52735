"""Lines of a PDF become blocks: paragraphs put together, headings by their letters, captions by their pictures."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import accumulate, groupby, pairwise
from statistics import median
from typing import TYPE_CHECKING

from apostil.domain.article import Piece, Role
from apostil.domain.place import Place
from apostil.importers import bylines, forms
from apostil.importers.pdf import lines as pdf_lines
from apostil.importers.pdf import margins as pdf_margins
from apostil.importers.pdf.columns import merged, ordered
from apostil.importers.pdf.notes import parted
from apostil.importers.pdf.words import Words, starts_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from apostil.domain.place import Box
    from apostil.importers.pdf.lines import Leaf, Line

_LARGE = 1.15
"""Letters that are this much larger than those of the running text make a heading."""
_HEADING_WORDS = 40
_BOLD_WORDS = 20
_UPPER = 0.55
"""The share of the first page, from its top, in which a headline stands."""
_APART_WORDS = 25
_STANDFIRST_WORDS = 8, 90
"""How many words a standfirst has at least, and at most."""
_LONGEST_CREDIT = 80
_RUN_LINES = 4
_WIDE_WORDS = 5
_SIZES_DIFFER = 0.08
_LOOSE = 1.3
"""A distance of lines that is this much larger than usual begins a paragraph."""
_WIDEST = 1.3
"""The distance of lines, in sizes of their letters, that headings have at most."""
_DEEPEST = 4
_GLUED_MARK = re.compile(r"^(\d{1,3}|[*†‡])(?=[^\W\d_])")
_RUNNING = re.compile(r"(?:Le|La|Les|The)(?: [^\W\d][\w’'-]*){2,6}\s[—–|·•]\s")
"""What opens a running head: the name of the paper, which a sign divides from the day; places have shorter names."""
_PULLED = re.compile(r"[«“\"]\s*([^«»“”\"]{12,}?)\s*[»”\"]")
_SPEECH = re.compile(r"[—–-]\s")
_CAPTION_WORDS = 80
_CAPTION_NEAR = 20.0
_CAPTION = re.compile(
    r"(?:fig(?:ure|\.)?|table(?:au)?|tab\.|abb(?:ildung|\.)|graph(?:ique|ic)?|chart|map|carte|photo)\s*"
    r"(?:\d+|[A-Z]\d*)\s*[.:–—|-]",
    re.IGNORECASE,
)


def pieces_of(leaves: Sequence[Leaf], step: Callable[[], None] = lambda: None) -> tuple[Piece, ...]:
    """The blocks of all pages in reading order, then their footnotes, then what runs around the text, as apparatus.

    Args:
        leaves: The pages as they were found.
        step: Called once for each page; may raise where this takes too long.
    """
    outside = pdf_margins.around(leaves)
    lines: list[Line] = []
    for leaf in leaves:
        step()
        lines.extend(ordered(merged([line for line in leaf.lines if id(line) not in outside])))
    layout = _Layout(parted(lines, pdf_margins.usual_size(lines)).text)
    words = Words(lines)
    pictures = {leaf.number: leaf.pictures for leaf in leaves}
    blocks = [layout.block(block, words, pictures) for block in layout.blocks()]
    notes = [_note(note, words) for note in parted(lines, layout.size).notes]
    around = [line for leaf in leaves for line in leaf.lines if id(line) in outside]
    around += [line for leaf in leaves for line in leaf.sideways]
    return (*_headed(_levelled(blocks)), *notes, *pdf_margins.set_aside(around))


def _note(lines: Sequence[Line], words: Words) -> Piece:
    first, *rest = (part.replace("\t", " ") for part in words.parts(lines))
    parts = [_GLUED_MARK.sub(r"\1 ", first), *rest]
    return Piece("".join(parts), Role.FOOTNOTE, place=_place(lines, parts))


def _place(lines: Sequence[Line], parts: Sequence[str]) -> Place:
    """Where a block stands whose lines have these parts of its text: one box for each column that it runs through."""
    runs = [list(run) for _, run in groupby(lines, key=lambda line: (line.page, line.column))]
    starts = starts_of(parts) if len(runs) > 1 else [0]
    firsts = accumulate(map(len, runs[:-1]), initial=0)
    boxes = (pdf_lines.around(line.box for line in run) for run in runs)
    return Place(tuple(replace(box, start=starts[first]) for box, first in zip(boxes, firsts, strict=True)))


@dataclass(frozen=True, slots=True)
class _Block:
    """A block with its letters, and where on its first page it stands."""

    piece: Piece
    lines: tuple[Line, ...]
    size: float
    page: int
    top: float
    bottom: float

    @property
    def words(self) -> int:
        """The number of its words."""
        return len(forms.words(self.piece.text))

    @property
    def is_bold(self) -> bool:
        """Whether all of it is set in bold letters."""
        return all(line.bold for line in self.lines)

    @property
    def is_loose(self) -> bool:
        """Whether it is a few words that are no sentence."""
        return self.words <= _APART_WORDS and not forms.ends_sentence(self.piece.text)


class _Layout:
    """What the lines of a document agree on: the size of its text, the distance of its lines, its margins."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = lines
        self.size = pdf_margins.usual_size(lines)

    def blocks(self) -> list[list[Line]]:
        """The lines of each block."""
        blocks: list[list[Line]] = []
        for line in self._lines:
            if blocks and self._goes_on(blocks[-1][-1], line):
                blocks[-1].append(line)
            else:
                blocks.append([line])
        return self._over_pictures(blocks)

    def _over_pictures(self, blocks: list[list[Line]]) -> list[list[Line]]:
        """The blocks with each that a caption at a column's end divides put together again, before the caption."""
        found: list[list[Line]] = []
        for block in blocks:
            before = found[-2] if len(found) > 1 else []
            if before and self._is_note_amid(before, found[-1], block):
                before.extend(block)
            else:
                found.append(block)
        return found

    def _is_note_amid(self, before: Sequence[Line], note: Sequence[Line], block: Sequence[Line]) -> bool:
        """Whether a block stands between two halves of a sentence in the running text."""
        apart = before[-1].column != block[0].column or before[-1].page != block[0].page
        if not apart or _same_size(note[0], before[-1]) or not _same_size(before[-1], block[0]):
            return False
        return before[-1].size == self.size and _is_amid(before[-1], block[0]) and note[0].size < self.size

    def block(self, lines: Sequence[Line], words: Words, pictures: Mapping[int, Sequence[Box]]) -> _Block:
        """A block's words, with the role that their letters and their place give them."""
        parts = words.parts(lines)
        text = "".join(parts)
        first = lines[0]
        bottom = max(line.bottom for line in lines if line.page == first.page)
        role = self._role(text, lines, pictures.get(first.page, ()))
        piece = Piece(text, role, 2 if role is Role.HEADING else 0, _place(lines, parts))
        return _Block(piece, tuple(lines), median(line.size for line in lines), first.page, first.top, bottom)

    def _role(self, text: str, lines: Sequence[Line], pictures: Sequence[Box]) -> Role:
        if lines[0].is_row:
            return Role.TABLE_ROW
        count = len(forms.words(text))
        if count <= _CAPTION_WORDS and (_CAPTION.match(text) or self._is_by_picture(lines, pictures)):
            return Role.CAPTION
        # Speech that opens with a dash is none, however large a scan's letters seem.
        is_large = median(line.size for line in lines) > self.size * _LARGE and not _SPEECH.match(text)
        if (is_large and count <= _HEADING_WORDS) or self._is_bold_heading(text, lines):
            return Role.HEADING
        return Role.PARAGRAPH

    def _is_by_picture(self, lines: Sequence[Line], pictures: Sequence[Box]) -> bool:
        """Whether small letters stand right below a picture, or right above it."""
        small = all(line.size < self.size * 0.97 for line in lines) and lines[0].page == lines[-1].page
        box = pdf_lines.around(line.box for line in lines if line.page == lines[0].page)
        return small and any(_are_neighbours(box, picture) for picture in pictures)

    def _is_bold_heading(self, text: str, lines: Sequence[Line]) -> bool:
        if self._is_bold or not all(line.bold for line in lines) or lines[0].size < self.size * 0.9:
            return False
        return len(forms.words(text)) <= _BOLD_WORDS and forms.opens_large(text) and forms.is_open(text)

    @cached_property
    def _is_bold(self) -> bool:
        """Whether the running text itself is set in bold letters."""
        bold = sum(len(line.text) for line in self._lines if line.bold)
        return bold * 3 > sum(len(line.text) for line in self._lines)

    @cached_property
    def _pitch(self) -> dict[float, float]:
        """The usual distance between two lines, for each size of letters."""
        found: dict[float, list[float]] = defaultdict(list)
        for line, following in pairwise(self._lines):
            distance = following.bottom - line.bottom
            if line.page == following.page and _same_size(line, following) and 0 < distance < line.size * 3:
                found[line.size].append(distance)
        return {size: sorted(distances)[len(distances) // 4] for size, distances in found.items()}

    @cached_property
    def _opening(self) -> frozenset[Line]:
        """The lines above the running text of the first page."""
        prose = (
            index
            for index, (line, following) in enumerate(pairwise(self._lines))
            if line.size == self.size == following.size and len(forms.words(line.text)) >= _WIDE_WORDS
        )
        return frozenset(self._lines[: next(prose, 0)])

    @cached_property
    def _leading(self) -> float:
        """The distance of the lines of the running text, in sizes of its letters."""
        return self._pitch.get(self.size, self.size * _WIDEST) / max(1.0, self.size)

    @cached_property
    def _right(self) -> dict[tuple[int, int, float], float]:
        """The right margin of each column: the farthest that a line of this size beginning near there comes."""
        found: dict[tuple[int, int, float], float] = {}
        for line in self._lines:
            for column in _columns(line):
                key = line.page, column, line.size
                found[key] = max(found.get(key, 0.0), line.right)
        return found

    @cached_property
    def _own_right(self) -> dict[Line, float]:
        """The right margin of the lines that stand closely below one another, where there are several."""
        found: dict[Line, float] = {}
        run: list[Line] = []
        for line in self._lines:
            if run and not self._is_close(run[-1], line):
                found.update(_margins(run))
                run = []
            run.append(line)
        return found | _margins(run)

    @cached_property
    def _is_spaced(self) -> bool:
        """Whether paragraphs stand apart: nearly every short line at the end of one has a gap below it."""
        ends = [
            self._is_close(line, following)
            for line, following in pairwise(self._lines)
            if line.page == following.page
            and line.size == self.size == following.size
            and 0 < following.bottom - line.bottom < line.size * 4
            and abs(line.left - following.left) < line.size
            and forms.ends_sentence(line.text)
            and not self._is_full(line, following)
        ]
        return len(ends) > _RUN_LINES and sum(ends) <= len(ends) * 0.2

    def _goes_on(self, line: Line, following: Line) -> bool:
        """Whether the paragraph of a line goes on in the next one."""
        if line.hyphenated:
            return True
        if line.is_row or following.is_row or not _same_size(line, following) or forms.is_list_item(following.text):
            return False
        if line.page != following.page or following.bottom < line.bottom or following.left > line.right:
            return self._goes_over(line, following)
        if self._is_near(line, following):
            return self._goes_down(line, following)
        # A picture may stand between the lines of one sentence; short lines with a gap are a list or a table.
        wide = len(forms.words(line.text)) >= _WIDE_WORDS
        return wide and _is_amid(line, following) and self._is_full(line, following)

    def _goes_down(self, line: Line, following: Line) -> bool:
        """Whether a paragraph goes on in the line closely below."""
        if line.bold != following.bold and not (_is_amid(line, following) and self._is_full(line, following)):
            return False
        if line.size != self.size and line in self._opening and _is_credit(line, following):
            return False
        if line.size > self.size * _LARGE or _is_amid(line, following):
            return True
        if self._is_spaced and line.size == self.size and forms.ends_sentence(line.text):
            return True
        indented = following.left > line.left + line.size * 0.7
        return not indented and self._is_full(line, following)

    def _is_near(self, line: Line, following: Line) -> bool:
        pitch = self._pitch.get(line.size, line.size * 1.2)
        # Lines in letters that few others have may all stand alone: their distance is not one within a paragraph.
        if line.size != self.size:
            pitch = min(pitch, line.size * max(_WIDEST, self._leading))
        usual = min(pitch, line.size * _WIDEST) if line.size > self.size * _LARGE else pitch
        return following.bottom - line.bottom <= usual * _LOOSE

    def _is_close(self, line: Line, following: Line) -> bool:
        """Whether a line stands below another as inside of one paragraph."""
        below = line.page == following.page and following.bottom > line.bottom and following.left <= line.right
        return below and _same_size(line, following) and self._is_near(line, following)

    def _goes_over(self, line: Line, following: Line) -> bool:
        """Whether a paragraph goes on in the next column or on the next page."""
        if line.size > self.size * _LARGE:
            return False
        if not forms.ends_sentence(line.text):
            rightwards = line.page != following.page or following.left > line.left - line.size
            wide = len(forms.words(line.text)) >= _WIDE_WORDS
            return following.text[:1].islower() or wide or (rightwards and self._is_full(line, following))
        return self._is_full(line, following) and following.text[0].islower()

    def _is_full(self, line: Line, following: Line) -> bool:
        """Whether the next word had no room left at the end of a line."""
        word = following.text.split(maxsplit=1)[0]
        column = max(self._right[line.page, column, line.size] for column in _columns(line))
        # Sentences that stand one a line are ragged, too: where one ends, the whole column tells.
        own = column if forms.ends_sentence(line.text) else self._own_right.get(line, column)
        margin = min(column, own)
        return line.right + line.letter * (len(word) + 1) > margin


def _margins(run: Sequence[Line]) -> dict[Line, float]:
    """The right margin of each of these lines; two or three of them would not tell it."""
    return dict.fromkeys(run, max(line.right for line in run)) if len(run) >= _RUN_LINES else {}


def _is_amid(line: Line, following: Line) -> bool:
    """Whether a line breaks off in the midst of a sentence that the next one goes on with."""
    return following.text[:1].islower() and not forms.ends_sentence(line.text)


def _is_credit(line: Line, following: Line) -> bool:
    """Whether one of two lines alone says who wrote the article, or when, and the other is short, too."""
    if max(len(line.text), len(following.text)) > _LONGEST_CREDIT:
        return False
    return any(bylines.is_dateline(text) or _opens_byline(text) for text in (line.text, following.text))


def _opens_byline(text: str) -> bool:
    found = bylines.byline(text)
    return found is not None and not found.plain


def _same_size(line: Line, other: Line) -> bool:
    return abs(line.size - other.size) <= max(line.size, other.size) * _SIZES_DIFFER


def _columns(line: Line) -> tuple[int, int]:
    """The columns that a line may belong to, counted in widths of an indentation."""
    place = int(line.left // 30)
    return place, int((line.left + 15) // 30) + 10_000


def _are_neighbours(box: Box, picture: Box) -> bool:
    """Whether words stand above or below a picture that is no mere sign, within its breadth."""
    if min(picture.right - picture.left, picture.bottom - picture.top) < 2 * _CAPTION_NEAR:
        return False
    common = min(box.right, picture.right) - max(box.left, picture.left)
    below, above = box.top - picture.bottom, picture.top - box.bottom
    return common > (box.right - box.left) * 0.6 and -_CAPTION_NEAR / 2 < max(below, above) < _CAPTION_NEAR


def _levelled(blocks: Sequence[_Block]) -> list[_Block]:
    """The blocks with their headings' levels: the larger the letters, the higher."""
    sizes = sorted({round(block.size) for block in blocks if block.piece.role is Role.HEADING}, reverse=True)
    levels = {size: min(2 + rank, _DEEPEST) for rank, size in enumerate(sizes)}
    return [
        replace(block, piece=replace(block.piece, level=levels[round(block.size)]))
        if block.piece.role is Role.HEADING
        else block
        for block in blocks
    ]


def _headed(blocks: Sequence[_Block]) -> list[Piece]:
    """The pieces with the largest heading of the upper first page as the headline, and what stands apart above it.

    Labels and menus above the headline are apparatus; boxes that the file holds before the headline, though they
    stand below it, come to where they stand.
    """
    headline = _headline(blocks)
    if headline is None:
        return [block.piece for block in blocks]
    place = next(index for index, block in enumerate(blocks) if block is headline)
    before = blocks[:place]
    boxes = [block for block in before if block.is_loose and block.top > headline.bottom]
    above = [_above(block) for block in before if not any(block is box for box in boxes)]
    top = replace(headline.piece, role=Role.HEADLINE, level=1)
    below = list(blocks[place + 1 :])
    for box in boxes:
        below.insert(_place_of(box, below), box)
    return [*above, top, *_opened(below)]


def _opened(blocks: Sequence[_Block]) -> list[Piece]:
    """The pieces below a headline without headings among its byline, dateline and standfirst."""
    pieces = [block.piece for block in blocks]
    first = next((index for index, piece in enumerate(pieces) if piece.role is not Role.HEADING), len(pieces))
    for index, piece in enumerate(pieces[:first]):
        if index < first - 1 or bylines.is_dateline(piece.text) or bylines.byline(piece.text):
            pieces[index] = replace(piece, role=Role.PARAGRAPH, level=0)
    if _is_standfirst(blocks):
        pieces[0] = replace(pieces[0], role=Role.STANDFIRST, level=0)
    return _quoted(pieces)


def _quoted(pieces: list[Piece]) -> list[Piece]:
    """The pieces without headings that repeat in large letters what somebody says in the text."""
    quoted = [index for index, piece in enumerate(pieces) if piece.role is Role.HEADING and _PULLED.match(piece.text)]
    text = "\n".join(piece.text for piece in pieces if piece.role is Role.PARAGRAPH) if quoted else ""
    for index in quoted:
        found = _PULLED.match(pieces[index].text)
        if found and found[1].strip(" .,") in text:
            pieces[index] = replace(pieces[index], role=Role.QUOTATION, level=0)
    return pieces


def _is_standfirst(blocks: Sequence[_Block]) -> bool:
    """Whether what stands right below a headline is several words in letters heavier or larger than what follows."""
    if not blocks or blocks[0].piece.role not in {Role.HEADING, Role.PARAGRAPH}:
        return False
    text = blocks[0].piece.text
    if not _STANDFIRST_WORDS[0] <= blocks[0].words <= _STANDFIRST_WORDS[1] or bylines.byline(text):
        return False
    later = [block for block in blocks[1:] if block.piece.role is Role.PARAGRAPH and not block.is_loose][:_RUN_LINES]
    return bool(later) and all(
        blocks[0].size > block.size * (1 + _SIZES_DIFFER) or (blocks[0].is_bold and not block.is_bold)
        for block in later
    )


def _place_of(box: _Block, blocks: Sequence[_Block]) -> int:
    """Where a box belongs among blocks: before the first one of its page that begins below its upper end."""
    later = (index for index, block in enumerate(blocks) if block.page != box.page or block.top > box.top)
    return next(later, len(blocks))


def _above(block: _Block) -> Piece:
    """What stands above the headline: a byline or dateline, otherwise apparatus unless it is a sentence."""
    text = block.piece.text
    if not block.is_loose:
        return block.piece
    credited = bylines.byline(text)
    is_dated = bylines.is_dateline(text)
    # A name alone looks like a menu: "Home Sport Politics".
    if (is_dated or (credited and not credited.plain)) and not (is_dated and _RUNNING.match(text)):
        return replace(block.piece, role=Role.PARAGRAPH, level=0)
    return replace(block.piece, role=Role.APPARATUS, level=0)


def _headline(blocks: Sequence[_Block]) -> _Block | None:
    """The largest heading near the top of the first page, unless a larger one follows soon; several words go first.

    What is larger farther back heads a chapter.
    """
    page = [block for block in blocks if block.page == blocks[0].page]
    highest = min((block.top for block in page), default=0.0)
    lowest = max((block.bottom for block in page), default=0.0)
    limit = highest + (lowest - highest) * _UPPER
    top = [block for block in page if block.piece.role is Role.HEADING and block.top <= limit]
    top = [block for block in top if not _follows_prose(block, blocks)]
    largest = max(top, key=lambda block: (block.words > 2, block.size), default=None)
    soon = [block for block in blocks if block.page <= blocks[0].page + 1]
    if largest is None or any(block.size > largest.size and block.words > 2 for block in soon):
        return None
    return largest


def _follows_prose(heading: _Block, blocks: Sequence[_Block]) -> bool:
    """Whether running text in letters no smaller stands before a heading, which is that of a section then."""
    before = blocks[: next(index for index, block in enumerate(blocks) if block is heading)]
    return any(
        block.piece.role is Role.PARAGRAPH and not block.is_loose and block.size >= heading.size for block in before
    )
