"""What was known on a day: nothing from after it, and nothing from before it reopened."""

from datetime import date

import pytest

from directory.domain.errors import InvalidValue
from directory.domain.status.history import Events, FirstSource, Statement
from tests.directory.domain.status.histories import FIRST, NOW, day, history, said, seen

TODAY = day(NOW)


def test_what_came_after_the_day_is_left_out() -> None:
    known = history(
        observations=seen("web", {0: "ok", 1: "gone"}),
        statements=(said("owner_open", 0), said("owner_closed", 1)),
        events=Events(watched_from=day(FIRST), days=(day(NOW), day(NOW + 1))),
    ).as_of(TODAY)
    assert [one.symbol for one in known.observations] == ["ok"]
    assert [one.kind for one in known.statements] == ["owner_open"]
    assert known.events == Events(watched_from=day(FIRST), days=(TODAY,))


def test_events_that_were_not_yet_watched_were_not_known() -> None:
    known = history(events=Events(watched_from=day(NOW + 1), days=(day(NOW - 5),)))
    assert known.as_of(TODAY).events is None


def test_a_reopening_after_the_day_changes_nothing_yet() -> None:
    known = history(statements=(said("owner_open", -300), said("owner_reopened", 1)))
    assert known.as_of(TODAY) == history(statements=(said("owner_open", -300),))


@pytest.mark.parametrize("who", ["owner", "curator"])
def test_whoever_reopens_it_starts_a_new_history(who: str) -> None:
    known = history(
        first_source=FirstSource.CRAWL,
        observations=seen("web", {-60: "gone", -10: "ok"}),
        statements=(said("linkworker_nobody", -90), said(f"{who}_reopened", -50), said("public_open", -20)),
        events=Events(watched_from=day(FIRST), days=(day(NOW - 400), day(NOW - 40))),
    ).as_of(TODAY)
    assert known == history(
        first_seen=day(NOW - 50),
        observations=seen("web", {-10: "ok"}),
        statements=(said(f"{who}_open", -50), said("public_open", -20)),
        events=Events(watched_from=day(NOW - 50), days=(day(NOW - 40),)),
    )


def test_the_last_of_several_reopenings_counts() -> None:
    known = history(statements=(said("owner_reopened", -50), said("owner_reopened", -20), said("owner_closed", -30)))
    assert known.as_of(TODAY) == history(first_seen=day(NOW - 20), statements=(said("owner_open", -20),))


def test_what_reopened_before_it_was_first_seen_was_seen_running_then() -> None:
    known = history(first_seen=day(NOW - 10), statements=(said("owner_reopened", -50), said("public_open", -20)))
    assert known.as_of(TODAY) == history(
        first_seen=day(NOW - 10), statements=(said("owner_open", -50), said("public_open", -20))
    )


def test_what_was_known_is_in_order_whatever_order_it_was_read_in() -> None:
    looks = seen("web", {-3: "ok", -2: "fail"}) + seen("text", {-3: "no_closure_words"})
    words = (said("public_open", -4, "b"), said("public_open", -4, "a"), said("owner_open", -9))
    days = (day(NOW - 1), day(NOW - 8))
    forwards = history(observations=looks, statements=words, events=Events(watched_from=day(FIRST), days=days))
    backwards = history(
        observations=looks[::-1], statements=words[::-1], events=Events(watched_from=day(FIRST), days=days[::-1])
    )
    assert forwards.as_of(TODAY) == backwards.as_of(TODAY)


@pytest.mark.parametrize("season", [(), (1.0,) * 11, (1.0,) * 11 + (1.5,), (1.0,) * 11 + (float("nan"),)])
def test_a_season_is_twelve_shares(season: tuple[float, ...]) -> None:
    with pytest.raises(InvalidValue, match="twelve shares"):
        history(season=season)


@pytest.mark.parametrize(("right", "wrong"), [(-1, 0), (0, -1)])
def test_earlier_reports_are_counted_from_nought(right: int, wrong: int) -> None:
    with pytest.raises(InvalidValue, match="counted from 0"):
        Statement(day=date(2026, 1, 1), kind="public_open", right=right, wrong=wrong)
