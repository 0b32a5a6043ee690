"""Choosing the published value, field by field."""

from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from directory.domain.resolve import Claim, resolve
from directory.domain.sources import Authority


def claim(
    number: int,
    authority: Authority = Authority.FEED,
    verified: date | None = None,
    *,
    live: bool = True,
    **fields: Any,
) -> Claim:
    return Claim(observation_id=number, authority=authority, is_live=live, verified_on=verified, fields=fields)


def test_an_owner_beats_a_moderator_beats_a_feed_beats_a_crawl() -> None:
    order = [Authority.CRAWL, Authority.FEED, Authority.MODERATOR, Authority.OWNER]
    claims = [claim(number, authority, email=authority) for number, authority in enumerate(order)]
    for count in range(1, 5):
        resolved = resolve(claims[:count])
        assert resolved.fields["email"] == order[count - 1]
        assert resolved.winners["email"] == [count - 1]


def test_among_feeds_the_newest_verified_wins_and_each_field_has_its_own_winner() -> None:
    old = claim(1, verified=date(2025, 1, 1), email="old@example.org", website="https://old.example.org")
    new = claim(2, verified=date(2026, 1, 1), email="new@example.org")
    unknown = claim(3, email="unknown@example.org")
    resolved = resolve([old, new, unknown])
    assert resolved.fields == {"email": "new@example.org", "website": "https://old.example.org"}
    assert resolved.winners == {"email": [2], "website": [1]}
    assert resolved.claims == [2, 1, 3]


def test_address_lines_and_coordinates_of_two_sources_are_never_mixed() -> None:
    first = claim(2, addresses=[{"postal_code": "NE28 9ND"}])
    second = claim(1, addresses=[{"postal_code": "LS1 4AP"}], latitude=53.8, longitude=-1.5)
    resolved = resolve([first, second])
    assert resolved.fields == {"addresses": [{"postal_code": "NE28 9ND"}]}


def test_identifiers_and_other_names_are_united() -> None:
    resolved = resolve(
        [
            claim(1, name="Harmony Choir", identifiers=["a"]),
            claim(2, name="The Harmony Choir Ltd", identifiers=["b", "a"]),
            claim(3, name="Wallsend Singers", alternate_names=["Harmony"]),
        ]
    )
    assert sorted(resolved.fields["identifiers"]) == ["a", "b"]
    assert resolved.fields["name"] == "Wallsend Singers"
    # The two spellings of the name that lost are one name.
    assert resolved.fields["alternate_names"] == ["Harmony", "The Harmony Choir Ltd"]
    assert resolved.winners["alternate_names"] == [3, 2]


def test_a_source_that_vanished_is_heard_only_when_no_other_speaks() -> None:
    gone = claim(9, Authority.OWNER, live=False, email="gone@example.org")
    assert resolve([gone]).fields == {"email": "gone@example.org"}
    assert resolve([gone, claim(1, name="Harmony")]).fields == {"name": "Harmony"}


def test_one_source_that_asks_for_confidence_is_enough() -> None:
    resolved = resolve([claim(2, Authority.OWNER, confidential=False), claim(1, Authority.CRAWL, confidential=True)])
    assert resolved.fields["confidential"] is True
    assert resolved.winners["confidential"] == [1]


claims = st.lists(
    st.builds(
        claim,
        st.integers(1, 1000),
        st.sampled_from(Authority),
        st.none() | st.dates(),
        live=st.booleans(),
        email=st.text(max_size=3),
        latitude=st.floats(50, 60),
    ),
    min_size=1,
    max_size=6,
    unique_by=lambda one: one.observation_id,
)


@given(claims, st.randoms())
def test_the_order_of_reading_does_not_matter(claims: list[Claim], random: Any) -> None:
    shuffled = claims.copy()
    random.shuffle(shuffled)
    assert resolve(shuffled) == resolve(claims)
