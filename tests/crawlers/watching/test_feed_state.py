"""A feed works, fails, is emptied or falls silent, and says why."""

from datetime import date, timedelta

from crawlers.watching.dated import Dated, DatedKind, FeedFormat, FeedReading
from crawlers.watching.feed_state import FeedHealth, FeedState, judge_feed
from tests.crawlers.watching.documents import TODAY


def reading(*days: date, problem: str | None = None) -> FeedReading:
    """A reading with posts of those days."""
    items = tuple(Dated(kind=DatedKind.EVENT, on=day, title="Tea") for day in days)
    return FeedReading(format=FeedFormat.RSS, items=items, problem=problem)


def ago(days: int) -> date:
    """The day that many days before `TODAY`."""
    return TODAY - timedelta(days=days)


def test_feed_with_a_recent_item_works() -> None:
    state = judge_feed(reading(ago(3), ago(10), ago(17)), None, TODAY)

    assert state == FeedState(
        health=FeedHealth.WORKS,
        since=TODAY,
        newest_on=date(2026, 7, 4),
        usual_gap=7,
        sentence="The newest item is of 4 July 2026.",
    )


def test_feed_with_coming_events_works() -> None:
    state = judge_feed(reading(ago(-30), ago(300)), None, TODAY)

    assert (state.health, state.sentence) == (FeedHealth.WORKS, "The feed has items up to 6 August 2026.")


def test_feed_that_cannot_be_read_fails_and_keeps_what_was_known() -> None:
    before = judge_feed(reading(ago(3), ago(10), ago(17)), None, ago(1))

    state = judge_feed(reading(problem="The document is empty"), before, TODAY)

    assert (state.health, state.sentence) == (FeedHealth.FAILING, "The document is empty.")
    assert (state.newest_on, state.usual_gap) == (date(2026, 7, 4), 7)


def test_feed_that_had_items_and_has_none_is_emptied() -> None:
    before = judge_feed(reading(ago(3)), None, ago(1))

    state = judge_feed(reading(), before, TODAY)

    assert state.health is FeedHealth.EMPTIED
    assert state.sentence == "The feed has nothing in it any more; its newest item was of 4 July 2026."


def test_feed_that_never_had_items_works() -> None:
    state = judge_feed(reading(), None, TODAY)

    assert (state.health, state.newest_on) == (FeedHealth.WORKS, None)
    assert state.sentence == "The feed can be read, and has nothing with a date in it yet."


def test_feed_is_silent_after_a_hundred_and_twenty_days_and_not_before() -> None:
    weekly = (7, 14)

    at_the_edge = judge_feed(reading(ago(120), *(ago(120 + gap) for gap in weekly)), None, TODAY)
    past_it = judge_feed(reading(ago(121), *(ago(121 + gap) for gap in weekly)), None, TODAY)

    assert at_the_edge.health is FeedHealth.WORKS
    assert past_it.health is FeedHealth.SILENT
    assert past_it.sentence == (
        "The newest item is of 8 March 2026, 121 days ago. Items used to come about every 7 days."
    )


def test_feed_with_long_gaps_is_given_four_of_them() -> None:
    quarterly = (0, 90, 180, 270)

    assert judge_feed(reading(*(ago(360 + gap) for gap in quarterly)), None, TODAY).health is FeedHealth.WORKS
    assert judge_feed(reading(*(ago(361 + gap) for gap in quarterly)), None, TODAY).health is FeedHealth.SILENT


def test_gap_of_two_items_is_not_usual() -> None:
    state = judge_feed(reading(ago(130), ago(500)), None, TODAY)

    assert (state.health, state.usual_gap) == (FeedHealth.SILENT, None)
    assert state.sentence == "The newest item is of 27 February 2026, 130 days ago."


def test_state_is_since_the_day_it_began() -> None:
    first = judge_feed(reading(ago(200)), None, ago(5))
    second = judge_feed(reading(ago(200)), first, TODAY)
    third = judge_feed(reading(TODAY), second, TODAY)

    assert (first.health, second.since) == (FeedHealth.SILENT, ago(5))
    assert (third.health, third.since) == (FeedHealth.WORKS, TODAY)
