"""What each block of an article is, judged by its form, its place and what is repeated."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from apostil.domain.article import Piece, Role
from apostil.importers import agency, bylines, forms
from apostil.importers.page_copies import without_furniture
from apostil.importers.splitting import QUOTE, split

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_LEAD_BLOCKS = 12
"""How far from the top headline, standfirst, byline and dateline are looked for."""
_STANDFIRST_WORDS = 45
_CREDIT_WORDS = 4
_SENDER_WORDS = 6
_QUOTED_WORDS = 20
_CONTACT_LINES, _CONTACT_WORDS = 16, 14
_TEASER_WORDS = 60
_MOST_TEASERS = 500
"""How many lines at the end are looked at as teasers."""
_SPELT = 2_000_000
"""How many characters are searched for words in lower case."""


def structured(text: str) -> tuple[Piece, ...]:
    """The blocks of a plain text with their roles."""
    return assigned(without_furniture([_piece(block) for block in split(text)]))


def assigned(pieces: Sequence[Piece], *, headings: bool = True) -> tuple[Piece, ...]:
    """The pieces with a role for each paragraph that its form or place says more about.

    What a format said itself stays. `headings` says whether short lines between paragraphs are taken for headings,
    which is wrong where the format marks its headings.
    """
    kept = [piece for piece in pieces if piece.text.strip()]
    reading = _Reading([replace(piece, text=piece.text.strip()) for piece in kept])
    reading.judge_forms()
    reading.judge_end()
    reading.judge_start()
    if headings:
        reading.judge_headings()
    return tuple(reading.pieces)


def _piece(block: str) -> Piece:
    """A block of a plain text, which is a quotation where it was quoted line by line."""
    words = block.removeprefix(QUOTE)
    return Piece(words, Role.QUOTATION) if words != block and words.strip() else Piece(block)


class _Reading:
    """The blocks of one article while their roles are found; what is no paragraph any more is settled."""

    def __init__(self, pieces: list[Piece]) -> None:
        self.pieces = pieces
        self._short: dict[int, bool] = {}
        self._lower = _lower_words(piece.text for piece in pieces)
        self._has_speech = any(piece.text.startswith("–") and piece.text[-1] in "?!" for piece in pieces)
        self._has_sentences = any(map(_is_sentence, pieces))

    def judge_forms(self) -> None:
        """Settle what needs no look at the neighbours."""
        for index, piece in enumerate(self.pieces):
            if piece.role is Role.PARAGRAPH:
                self._set(index, self._form(index))
        self._judge_related()
        self._judge_contacts()

    def judge_end(self) -> None:
        """Settle the byline at the end and the teasers after it."""
        start = self._teasers_start()
        signed = self._signature(start)
        teasers = range(start, len(self.pieces))
        if signed is not None:
            self._set(signed, Role.BYLINE)
        elif not self._are_teasers_alone(start):
            return
        for index in teasers:
            if self._is_free(index) or self.pieces[index].role is Role.LIST_ITEM:
                self._set(index, Role.APPARATUS)

    def judge_start(self) -> None:
        """Settle headline, standfirst, and the byline and dateline beside them."""
        top = self._headline()
        if top is None:
            return
        if self._role(top) in {Role.PARAGRAPH, Role.QUOTATION}:
            self._set(top, Role.HEADLINE, 1)
        for index in range(top):
            self._settle_dated(index)
        body = self._body_start(top + 1)
        marks = [index for index in range(top + 1, body) if self._settle_mark(index)]
        for index in range(top + 1, body):
            self._settle_beside(index)
            if self._is_free(index):
                self._settle_standfirst(index, top, marks)

    def judge_headings(self) -> None:
        """Settle the short lines that stand before prose as headings."""
        for index in range(len(self.pieces)):
            if self._is_free(index) and self._is_heading(index):
                self._set(index, Role.HEADING, 2)

    def _set(self, index: int, role: Role, level: int = 0) -> None:
        self.pieces[index] = replace(self.pieces[index], role=role, level=level)

    def _text(self, index: int) -> str:
        return self.pieces[index].text if 0 <= index < len(self.pieces) else ""

    def _role(self, index: int) -> Role | None:
        return self.pieces[index].role if 0 <= index < len(self.pieces) else None

    def _is_free(self, index: int) -> bool:
        return self._role(index) is Role.PARAGRAPH

    def _form(self, index: int) -> Role:
        text = self._text(index)
        if forms.is_caption(text):
            return Role.CAPTION
        if self._is_around(index):
            return Role.APPARATUS
        if bylines.credits_of(text):
            return Role.BYLINE
        if (forms.is_dashed(text) and not self._is_spoken(text)) or (
            forms.is_numbered(text) and not self._is_numbered_heading(index)
        ):
            return Role.LIST_ITEM
        return Role.QUOTATION if forms.is_quotation(text) else Role.PARAGRAPH

    def _is_around(self, index: int) -> bool:
        """Whether a block's words give it away as something around the article."""
        text = self._text(index)
        if text.startswith("(c)") and self._text(index - 1).startswith("(b)"):
            return False
        at_end = index and len(self.pieces) - index <= _LEAD_BLOCKS
        return (
            agency.is_note(text)
            or forms.is_apparatus(text)
            or bool(index and bylines.is_agency_ending(text))
            or bool(at_end and agency.is_ending(text))
        )

    def _is_spoken(self, text: str) -> bool:
        """Whether a line that opens with an en dash is speech, as in a text where such lines ask and exclaim."""
        return self._has_speech and text.startswith("–")

    def _is_numbered_heading(self, index: int) -> bool:
        """A numbered short line is a heading where no numbered line stands next to it."""
        beside = forms.is_numbered(self._text(index - 1)) or forms.is_numbered(self._text(index + 1))
        return not beside and forms.is_heading(self._text(index))

    def _judge_related(self) -> None:
        """What follows "Read also" is apparatus as long as it is short and unfinished."""
        below = False
        for index, piece in enumerate(self.pieces):
            if forms.opens_related(piece.text):
                below = True
            elif below and piece.role in {Role.PARAGRAPH, Role.LIST_ITEM} and _is_teaser(piece.text):
                self._set(index, Role.APPARATUS)
            else:
                below = below and piece.role is Role.APPARATUS

    def _judge_contacts(self) -> None:
        """Whom the press may ask is apparatus, with the short lines below it that go on to the end."""
        last = range(max(1, len(self.pieces) - _CONTACT_LINES), len(self.pieces))
        start = next((index for index in last if agency.opens_contacts(self._text(index))), None)
        if start is not None and all(
            forms.count(self._text(index)) <= _CONTACT_WORDS for index in last[start - last[0] :]
        ):
            for index in range(start, len(self.pieces)):
                self._set(index, Role.APPARATUS)

    def _teasers_start(self) -> int:
        """Where the unfinished lines at the end of the text begin."""
        start = len(self.pieces)
        while start > max(0, len(self.pieces) - _MOST_TEASERS) and self._is_loose(start - 1):
            start -= 1
        return start

    def _is_loose(self, index: int) -> bool:
        piece = self.pieces[index]
        if piece.role is Role.APPARATUS:
            return True
        if self._is_signature(index) or bylines.is_dateline(piece.text):
            return False
        return piece.role in {Role.PARAGRAPH, Role.LIST_ITEM} and _is_teaser(piece.text)

    def _signature(self, start: int) -> int | None:
        """The byline right before the teasers or the end, behind a dateline at most."""
        for index in range(start - 1, max(start - 4, 0), -1):
            if self._is_signature(index) or bylines.credits_of(self._text(index)):
                return index
            if not self._is_free(index) or not bylines.is_dateline(self._text(index)):
                return None
            self._set(index, Role.DATELINE)
        return None

    def _is_signature(self, index: int) -> bool:
        if index < 1 or not self._is_free(index):
            return False
        found = bylines.byline(self._text(index))
        return found is not None and (not found.plain or self._could_be_signed(index))

    def _could_be_signed(self, index: int) -> bool:
        """Whether a line that looks like a name may be one: there is something to sign, and its words are rare."""
        return self._has_sentences and not self._is_ordinary(self._text(index))

    def _is_ordinary(self, text: str) -> bool:
        """Whether half of a line's words stand elsewhere in lower case: those of names do not."""
        long = [word for word in forms.words(text) if len(word) > 3]
        return bool(long) and sum(word.casefold() in self._lower for word in long) * 2 >= len(long)

    def _are_teasers_alone(self, start: int) -> bool:
        """Whether lines at the end that no byline stands before are teasers: several, all broken off, none spoken."""
        run = [piece.text for piece in self.pieces[start:] if piece.role is not Role.APPARATUS]
        spoken = any(text[0] in '«“"—–-' for text in run)
        return len(run) >= 3 and start > 0 and not spoken and all(map(forms.is_truncated, run))

    def _headline(self) -> int | None:
        """The headline: what the format marks as one, or the first line where it reads as a title."""
        marked = next((index for index, piece in enumerate(self.pieces) if piece.role is Role.HEADLINE), None)
        if marked is not None:
            return marked
        leading = (index for index, piece in enumerate(self.pieces) if piece.role is not Role.APPARATUS)
        sent = False
        for index in islice(leading, _LEAD_BLOCKS):
            if self._is_free(index) and (agency.is_slug(self._text(index)) or agency.is_label(self._text(index))):
                self._set(index, Role.APPARATUS)
                sent = True
            elif sent and self._is_sender(index):
                self._set(index, Role.BYLINE)
            elif self._is_label(index):
                self._set(index, Role.APPARATUS)
            elif self._is_quoted_title(index):
                return index
            elif self._is_free(index) and not self._is_mark(index):
                alone = not any(self._is_body(later) for later in range(index + 1, len(self.pieces)))
                return index if forms.is_title(self._text(index)) and not alone else None
        return None

    def _is_quoted_title(self, index: int) -> bool:
        """Whether a title that is all somebody's words stands there, as above interviews."""
        text = self._text(index)
        quoted = self._role(index) is Role.QUOTATION and forms.is_quotation(text) and forms.is_title(text)
        below = (self._role(later) for later in range(index + 1, len(self.pieces)))
        return quoted and forms.count(text) <= _QUOTED_WORDS and Role.PARAGRAPH in below

    def _is_sender(self, index: int) -> bool:
        """Whether a line between the label of a press release and its headline names the house that sends it."""
        text = self._text(index)
        named = bylines.is_house(text) and forms.count(text) <= _SENDER_WORDS and ":" not in text
        below = range(index + 1, min(index + 4, len(self.pieces)))
        return named and any(self._is_free(each) and forms.is_title(self._text(each)) for each in below)

    def _is_label(self, index: int) -> bool:
        """Whether a line is the single word above a headline that names its section ("World", "Politique")."""
        following = self._text(index + 1)
        text = self._text(index)
        alone = self._is_free(index) and forms.count(text) == 1 and text[0].isalpha() and text[-1].isalpha()
        return alone and forms.is_title(text) and forms.is_title(following) and len(following.split()) > 3

    def _is_body(self, index: int) -> bool:
        """Whether a block belongs to the article's own words."""
        return self.pieces[index].role not in {Role.APPARATUS, Role.CAPTION, Role.BYLINE, Role.DATELINE}

    def _is_mark(self, index: int) -> bool:
        """Whether a block at the top is a byline or a dateline."""
        text = self._text(index)
        if bylines.is_dateline(text):
            return True
        found = bylines.byline(text)
        return bool(found and not found.plain)

    def _body_start(self, index: int) -> int:
        """Where the article proper begins: behind the last byline or dateline, or the last line without full stop."""
        end = min(index + _LEAD_BLOCKS, len(self.pieces))
        body = index
        for place in range(index, end):
            text = self._text(place)
            if self._role(place) in {Role.APPARATUS, Role.CAPTION, Role.BYLINE, Role.DATELINE, Role.STANDFIRST}:
                body += body == place
                continue
            if not self._is_free(place) or forms.count(text) > _TEASER_WORDS:
                break
            if self._is_mark(place) or (body == place and self._is_leading(place)):
                body = place + 1
            elif place - body >= 2:
                break
        return body

    def _is_leading(self, place: int) -> bool:
        """Whether a line below the headline still belongs to the top of the article."""
        text = self._text(place)
        return forms.is_open(text) and "\n" not in text and forms.count(text) <= _STANDFIRST_WORDS

    def _settle_mark(self, index: int) -> bool:
        """Settle a byline or dateline at the top."""
        if not self._is_free(index):
            return self._role(index) in {Role.BYLINE, Role.DATELINE}
        text = self._text(index)
        found = bylines.byline(text)
        if found and (not found.plain or self._could_be_signed(index)):
            self._set(index, Role.BYLINE)
        elif bylines.is_dateline(text):
            self._set(index, Role.DATELINE)
        return not self._is_free(index)

    def _settle_beside(self, index: int) -> None:
        """Settle what goes on below a byline or the credit of a picture: the author's work, and the caption."""
        text = self._text(index)
        if not self._is_free(index) or not forms.is_open(text) or text[-1] in "?!":
            return
        if self._role(index - 1) is Role.BYLINE and bylines.is_work(text):
            self._set(index, Role.BYLINE)
        elif self._role(index - 1) is Role.CAPTION and forms.count(self._text(index - 1)) <= _CREDIT_WORDS:
            self._set(index, Role.CAPTION)

    def _settle_dated(self, index: int) -> None:
        """Settle a byline or dateline above the headline, which must be one beyond doubt."""
        if self._is_free(index) and self._is_mark(index):
            found = bylines.byline(self._text(index))
            self._set(index, Role.BYLINE if found and not found.plain else Role.DATELINE)

    def _settle_standfirst(self, index: int, top: int, marks: Sequence[int]) -> None:
        """Lines below the headline are a standfirst: unfinished ones, and sentences set apart before the byline."""
        text = self._text(index)
        count = forms.count(text)
        set_apart = any(mark > index for mark in marks) and count <= _STANDFIRST_WORDS * 2
        first = all(not self._is_free(place) for place in range(top + 1, index))
        if forms.is_open(text) and count <= 2 and not set_apart:
            return
        if first and (set_apart or self._is_leading(index)):
            self._set(index, Role.STANDFIRST)

    def _is_heading(self, index: int) -> bool:
        if not forms.is_heading(self._text(index)):
            return False
        run = 1 + self._short_lines(index, 1) + self._short_lines(index, -1)
        return run <= 2 and self._leads_to_prose(index)

    def _short_lines(self, index: int, step: int) -> int:
        """How many short lines stand next to one another there; more than two need no counting."""
        count = 0
        while count < 3 and self._is_short_line(index + step * (count + 1)):
            count += 1
        return count

    def _is_short_line(self, index: int) -> bool:
        if index not in self._short:
            self._short[index] = forms.is_heading(self._text(index))
        return self._short[index] and self._role(index) in {Role.PARAGRAPH, Role.HEADING}

    def _leads_to_prose(self, index: int) -> bool:
        following = next(
            (
                place
                for place in range(index + 1, len(self.pieces))
                if self._role(place) not in {Role.APPARATUS, Role.CAPTION, Role.HEADING}
            ),
            None,
        )
        if following is None:
            return False
        return self._role(following) in {Role.PARAGRAPH, Role.LIST_ITEM, Role.QUOTATION, Role.TABLE_ROW}


def _is_sentence(piece: Piece) -> bool:
    """Whether a block is running text."""
    return piece.role is Role.PARAGRAPH and forms.ends_sentence(piece.text) and forms.count(piece.text) >= 10


def _is_teaser(text: str) -> bool:
    """Whether a block is short and unfinished: broken off, or without a full stop."""
    return forms.count(text) <= _TEASER_WORDS and (forms.is_truncated(text) or not forms.ends_sentence(text))


def _lower_words(texts: Iterable[str]) -> frozenset[str]:
    """The words that stand in lower case somewhere."""
    found: set[str] = set()
    left = _SPELT
    for text in texts:
        lower = [word for word in forms.words(text[:left]) if word.islower()]
        found.update(lower)
        found.update(word.replace("’", "'").rpartition("'")[2] for word in lower)
        left -= len(text)
        if left <= 0:
            break
    return frozenset(found)
