"""Names find places around their nodes."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from apostil.domain.labels import SMALL, Label, below, placed

WIDE = st.builds(Label, st.floats(0, 900), st.floats(0, 600), st.floats(4, 20), st.floats(10, 200), st.just(16.0))


def overlap(one, other):
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


@given(st.lists(WIDE, max_size=30))
def test_no_name_lies_over_another(labels):
    boxes = [box for box in placed(labels) if box]
    assert not any(overlap(one, other) for one, other in combinations(boxes, 2))


@given(st.lists(WIDE, max_size=30))
def test_no_name_lies_over_a_node_unless_that_is_much_smaller(labels):
    nodes = [
        (one.radius, (one.x - one.radius, one.y - one.radius, one.x + one.radius, one.y + one.radius)) for one in labels
    ]
    named = [(label.radius, box) for label, box in zip(labels, placed(labels), strict=True) if box]
    over = [(own, radius) for own, box in named for radius, node in nodes if overlap(box, node)]
    assert all(radius <= SMALL * own for own, radius in over)


@given(st.lists(WIDE, max_size=30))
def test_names_may_be_kept_apart_from_all_nodes(labels):
    nodes = [(one.x - one.radius, one.y - one.radius, one.x + one.radius, one.y + one.radius) for one in labels]
    assert not any(overlap(box, node) for box in placed(labels, apart=True) if box for node in nodes)


def test_the_name_of_a_large_node_yields_to_no_leaf():
    leaves = [Label(200 + x, 200 + y, 5, 80, 16) for x in range(-90, 91, 15) for y in range(-60, 61, 15) if x or y]
    assert placed([Label(200, 200, 17, 80, 16), *leaves])[0] is not None


def test_a_name_stands_below_its_node_where_it_can():
    label = Label(100, 100, 10, 60, 16)
    assert placed([label]) == [below(label)]


def test_who_comes_first_chooses_first():
    one, other = Label(100, 100, 10, 60, 16), Label(105, 100, 10, 60, 16)
    first, second = placed([one, other])
    assert first == below(one)
    assert second not in {None, below(other)}


def test_a_name_that_finds_no_place_is_not_written():
    crowd = [Label(100 + x, 100 + y, 10, 300, 60) for x in (0, 2) for y in range(9)]
    assert placed(crowd)[-1] is None


def test_no_name_is_cut_off_at_the_edge():
    label = Label(50, 95, 10, 60, 16)
    (box,) = placed([label], (0, 0, 100, 100))
    assert box is not None
    assert box[3] <= 100
