"""Reasons: one plain sentence for each kind of evidence that matters."""

import pytest

from directory.domain.status.history import Events
from directory.domain.status.reasons import reasons, said_in_words
from directory.domain.status.settings import Settings
from tests.directory.domain.status.histories import FIRST, NOW, day, history, said, seen

EVERYTHING = history(
    observations=seen("web", {-60: "ok", -30: "fail", -2: "fail"}) + seen("phone", {-5: "invalid"}),
    statements=(said("owner_open", -100), said("public_closed", -9, "p1"), said("public_closed", -8, "p2")),
    events=Events(watched_from=day(FIRST), days=(day(NOW - 80), day(NOW - 70), day(NOW - 60))),
)


def test_the_weightiest_comes_first_and_what_hardly_weighs_is_left_out() -> None:
    found = reasons(EVERYTHING, {"web": -1.2, "owner_open": 2.0, "phone": -0.099, "public_closed": -0.1}, 0.1)
    assert [(one.channel, one.weight) for one in found] == [("owner_open", 2.0), ("web", -1.2), ("public_closed", -0.1)]


def test_equal_weights_come_in_the_order_of_their_names() -> None:
    found = reasons(EVERYTHING, {"web": -1.0, "owner_open": 1.0, "activity": -1.0}, 0.1)
    assert [one.channel for one in found] == ["activity", "owner_open", "web"]


@pytest.mark.parametrize(
    ("channel", "weight", "text", "first", "last", "count"),
    [
        ("web", -1.0, "Its website has failed on 2 checks since 24 May 2025.", -30, -2, 2),
        ("phone", -1.0, "Its phone number was not in service on 1 call on 18 June 2025.", -5, -5, 1),
        ("owner_open", 1.0, "The people who run it said that it runs on 15 March 2025.", -100, -100, 1),
        (
            "public_closed",
            -1.0,
            "Somebody reported that it has closed, twice, the last time on 15 June 2025.",
            -9,
            -8,
            2,
        ),
        ("activity", -1.0, "No event has been seen since 24 April 2025.", -80, -60, 3),
        ("activity", 1.0, "Its last event was on 24 April 2025.", -80, -60, 3),
    ],
)
def test_a_reason_says_what_was_seen_or_said_and_when(
    channel: str, weight: float, text: str, first: int, last: int, count: int
) -> None:
    (found,) = reasons(EVERYTHING, {channel: weight}, 0.1)
    assert found.text == text
    assert (found.first_day, found.last_day, found.count) == (day(NOW + first), day(NOW + last), count)


def test_more_than_two_times_are_counted() -> None:
    known = history(statements=tuple(said("linkworker_attended", at) for at in (-30, -20, -10)))
    (found,) = reasons(known, {"linkworker_attended": 3.0}, 0.1)
    assert found.text == "A link worker was there, 3 times, the last time on 13 June 2025."


def test_a_symbol_that_has_no_words_yet_is_passed_over() -> None:
    known = history(observations=seen("web", {-3: "ok", -2: "sleeps"}))
    (found,) = reasons(known, {"web": 1.0}, 0.1)
    assert found.text == "Its website has worked on 1 check on 20 June 2025."


def test_everything_the_settings_know_can_be_told(settings: Settings) -> None:
    for kind in settings.statement:
        (found,) = reasons(history(statements=(said(kind, -3),)), {kind: 1.0}, 0.1)
        assert found.text.endswith(" on 20 June 2025.")
    for name, channel in settings.channel.items():
        for symbol in channel.symbols:
            (found,) = reasons(history(observations=seen(name, {-3: symbol})), {name: 1.0}, 0.1)
            assert "20 June 2025" in found.text
            assert found.count == 1


def test_statements_have_words_even_where_their_kind_is_not_known_yet() -> None:
    assert said_in_words("linkworker_attended") == "A link worker was there"
    assert said_in_words("owner_sang") == "Somebody said something of it"
