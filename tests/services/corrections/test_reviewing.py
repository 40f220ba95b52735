import pytest

from apostil.domain.entity import Confirmed, Entity, Kind, MarkedEntity, Mention, NotAnEntity, OtherExtent, OtherKind
from apostil.domain.spans import Span
from apostil.services.corrections.reviewing import Decision, Order, decided, doubts
from apostil.store.library import Library
from support import panels

TEXT = panels.ENGLISH.text


def entity(name: str, *sure: float, confirmed: bool = False) -> Entity:
    spans = panels.places(TEXT, name)
    mentions = tuple(Mention(span, Kind.PERSON, one) for span, one in zip(spans, sure, strict=False))
    return Entity(f"person:{name.lower()}", name, Kind.PERSON, mentions, (), confirmed)


FOUND = (entity("Sendaré", 0.7, 0.3, 0.95), entity("Késsou", 0.4), entity("Rosa", 0.2, confirmed=True))


@pytest.mark.parametrize(("order", "confidences"), [(Order.DOUBT, [0.3, 0.4, 0.7]), (Order.TEXT, [0.7, 0.3, 0.4])])
def test_doubts_come_as_one_wants_them(order, confidences):
    assert [doubt.confidence for doubt in doubts(FOUND, order)] == confidences


def test_what_the_program_is_almost_sure_of_is_only_looked_at_on_request():
    assert len(doubts(FOUND, Order.TEXT, below=2.0)) == 4


@pytest.fixture
def library(tmp_path):
    with Library.open(tmp_path / "library.apostil", glossary=tmp_path / "glossary.tsv") as opened:
        yield opened


KESSOU = panels.entities(panels.ENGLISH)[0]
SPAN = panels.places(TEXT, "Adama Késsou")[0]
LONGER = Span(SPAN.start - len("Minister "), SPAN.end)


@pytest.mark.parametrize(
    ("kind", "span", "everywhere", "said"),
    [
        (Kind.PERSON, SPAN, False, Confirmed("Adama Késsou", SPAN, Kind.PERSON)),
        (Kind.PERSON, SPAN, True, Confirmed("Adama Késsou", None, Kind.PERSON)),
        (Kind.GROUP, SPAN, False, OtherKind("Adama Késsou", Kind.GROUP, SPAN)),
        (Kind.GROUP, SPAN, True, OtherKind("Adama Késsou", Kind.GROUP)),
        (None, SPAN, False, NotAnEntity("Adama Késsou", SPAN)),
        (None, SPAN, True, NotAnEntity("Adama Késsou")),
        (Kind.PERSON, LONGER, False, OtherExtent("Adama Késsou", "Minister Adama Késsou", SPAN)),
        (Kind.PERSON, LONGER, True, OtherExtent("Adama Késsou", "Minister Adama Késsou")),
        (Kind.GROUP, LONGER, False, MarkedEntity("Minister Adama Késsou", Kind.GROUP, LONGER)),
    ],
)
def test_a_decision_is_kept_as_a_correction(library, kind, span, everywhere, said):
    article = panels.add(library, panels.ENGLISH, "port.txt")
    (doubt, *_) = doubts([KESSOU], Order.TEXT)
    edit = decided(library, article, TEXT, Decision(doubt, kind, span, everywhere))
    assert edit.after == (said,)


def test_ends_and_kind_are_decided_together_everywhere(library):
    article = panels.add(library, panels.ENGLISH, "port.txt")
    (doubt, *_) = doubts([KESSOU], Order.TEXT)
    library.apply(decided(library, article, TEXT, Decision(doubt, Kind.GROUP, LONGER, everywhere=True)))
    from apostil.services.corrections.correcting import entities_of

    kinds = {m.span: m.kind for e in entities_of(library, article) for m in e.mentions}
    assert kinds[LONGER] is Kind.GROUP
