"""Things of every syntax are read to a depth and a number that nobody writes more than."""

from typing import Any

import pytest

from crawlers.watching.limits import MAX_DEPTH, MAX_NODES
from crawlers.watching.nodes import Node, from_json, from_microdata, from_microformats

Inner = dict[str, Any]


def depth_of(thing: Node) -> int:
    """How many things lie in one another."""
    return 1 + max((depth_of(inner) for inner in thing.things(*thing.fields)), default=0)


def json_thing(inner: Inner | str) -> Inner:
    return {"@type": "NGO", "department": inner}


def microdata_thing(inner: Inner | str) -> Inner:
    return {"type": "https://schema.org/NGO", "properties": {"department": inner}}


def microformat_thing(inner: Inner | str) -> Inner:
    return {"type": ["h-card"], "properties": {"department": [inner]}}


@pytest.mark.parametrize(
    ("thing", "read"),
    [(json_thing, from_json), (microdata_thing, from_microdata), (microformat_thing, from_microformats)],
)
def test_things_are_read_to_a_depth(thing: Any, read: Any) -> None:
    nested: Inner | str = "x"
    for _ in range(2 * MAX_DEPTH):
        nested = thing(nested)

    (node,) = read([nested])

    assert depth_of(node) == MAX_DEPTH + 1


@pytest.mark.parametrize(
    ("thing", "read"),
    [(json_thing, from_json), (microdata_thing, from_microdata), (microformat_thing, from_microformats)],
)
def test_things_are_not_without_end(thing: Any, read: Any) -> None:
    assert len(read([thing("x")] * MAX_NODES)) == MAX_NODES // 2


def test_words_of_a_thing_are_its_first_that_is_not_empty() -> None:
    place = Node(("Place",), {"name": ("Hall",)})
    thing = Node(("Event",), {"name": (), "location": (Node((), {}), place)})

    assert thing.words("name", "location") == "Hall"
    assert thing.words("organizer") is None


def test_values_of_microdata_without_properties_are_their_words() -> None:
    (thing,) = from_microdata([{"type": ["NGO"], "properties": {"email": [{"value": "info@example.org"}, 3]}}])

    assert thing.fields["email"] == ("info@example.org",)


def test_values_of_microformats_that_are_marked_up_are_their_words() -> None:
    (thing,) = from_microformats(
        [{"type": ["h-event"], "properties": {"name": [{"value": "Tea", "html": "<b>Tea</b>"}]}}]
    )

    assert thing.fields["name"] == ("Tea",)
