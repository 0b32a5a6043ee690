"""The drawing of what was seen: one lane for each kind of evidence, with every number inside the frame."""

from datetime import date, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from directory.domain.messages import Message, say
from directory.domain.status.timeline import Item, Lane, Sign
from web.service.timeline import LANE_PX, LONGEST, SHORTEST, TOP_PX, Drawing, Mark, drawing

TODAY = date(2026, 11, 21)


def item(lane: Lane = Lane.WEB, on: date = TODAY, **more: Any) -> Item:
    return Item(**{"lane": lane, "sign": Sign.FOR, "on": on, "text": "The website worked.", **more})


def drawn(*items: Item) -> Drawing:
    found = drawing(items, TODAY)
    assert found is not None
    return found


def test_of_nothing_there_is_no_drawing() -> None:
    assert drawing((), TODAY) is None


def test_what_is_older_than_the_drawing_stands_in_the_list_alone() -> None:
    old = item(on=TODAY - LONGEST - timedelta(days=1), text="Long ago.")
    assert drawing((old,), TODAY) is None
    assert [mark.title for mark in drawn(old, item()).rows[0].marks] == ["21 Nov 2026: The website worked."]


def test_what_began_before_the_drawing_and_reached_into_it_begins_at_its_edge() -> None:
    listed = item(Lane.LISTS, on=TODAY - 2 * LONGEST, until=TODAY, text="A directory listed it.")
    [mark] = drawn(listed).rows[0].marks
    assert mark.left == 0
    assert mark.width > 99


def test_a_drawing_is_of_half_a_year_at_least() -> None:
    found = drawn(item())
    assert found.since == TODAY - SHORTEST
    assert found.today == round(100 * 180 / 181, 2)
    assert [month for _, month in found.ticks] == ["May 2026", "Jul 2026", "Aug 2026", "Oct 2026"]
    assert [left for left, _ in found.ticks] == [0.0, 24.86, 49.72, 74.59]


def test_each_kind_of_evidence_has_a_lane_in_the_one_order() -> None:
    found = drawn(item(Lane.MONEY), item(Lane.GROUP, sign=Sign.AGAINST), item(Lane.WEB))
    assert [row.title for row in found.rows] == ["The group says", "Website", "Money"]
    assert [row.y for row in found.rows] == [TOP_PX, TOP_PX + LANE_PX, TOP_PX + 2 * LANE_PX]
    assert found.height == TOP_PX + 3 * LANE_PX + 4
    assert found.rows[0].last_sign == "against"


def test_every_lane_has_a_title() -> None:
    assert len({row.title for row in drawn(*(item(lane) for lane in Lane)).rows}) == len(Lane)


def test_times_are_drawn_below_days() -> None:
    worked = item(Lane.MONEY, on=TODAY - timedelta(days=90), text="Money.")
    money = item(Lane.MONEY, on=TODAY - timedelta(days=30), until=TODAY, text="Money until today.")
    time, day = drawn(worked, money).rows[0].marks
    assert (time.width > 0, day) == (True, Mark(left=49.72, width=0.0, sign="for", title="23 Aug 2026: Money."))


def test_the_newest_of_a_lane_is_said_in_words() -> None:
    seen = item(on=date(2026, 10, 3), sign=Sign.AGAINST)
    money = item(Lane.MONEY, on=date(2026, 4, 1), until=date(2027, 3, 31))
    found = drawn(item(on=date(2026, 9, 1)), seen, money)
    assert [(row.last, row.last_sign) for row in found.rows] == [
        ("3 Oct 2026", "against"),
        ("until 31 Mar 2027", "for"),
    ]
    assert found.summary == "Website: 3 Oct 2026. Money: until 31 Mar 2027."


def test_a_mark_is_said_in_the_language_of_what_was_seen() -> None:
    ours, theirs = drawn(item(text=say("The website worked.")), item(text="The lights were on.")).rows[0].marks
    assert type(ours.title) is Message
    assert type(theirs.title) is str


def test_money_of_years_to_come_leaves_room_for_what_was_seen() -> None:
    money = item(Lane.MONEY, on=TODAY, until=date(2040, 3, 31))
    found = drawn(money)
    [mark] = found.rows[0].marks
    assert found.today == round(100 * 180 / 546, 2)
    assert mark.left + mark.width == 100


DAYS = st.dates(date(1990, 1, 1), date(2060, 1, 1))
ITEMS = st.builds(
    lambda lane, sign, days, is_time: Item(
        lane=lane, sign=sign, on=min(days), until=max(days) if is_time else None, text="Seen."
    ),
    st.sampled_from(Lane),
    st.sampled_from(Sign),
    st.tuples(DAYS, DAYS),
    st.booleans(),
)


@given(st.lists(ITEMS, max_size=12), DAYS)
def test_every_number_is_inside_the_frame(items: list[Item], today: date) -> None:
    found = drawing(items, today)
    if found is None:
        assert all((one.until or one.on) < today - LONGEST for one in items)
        return
    marks = [mark for row in found.rows for mark in row.marks]
    lefts = [found.today, *(left for left, _ in found.ticks), *(mark.left for mark in marks)]
    assert all(0 <= left <= 100 for left in lefts)
    assert all(mark.width >= 0 and round(mark.left + mark.width, 2) <= 100 for mark in marks)
    assert all(TOP_PX <= row.y <= found.height - LANE_PX for row in found.rows)
    assert found.since >= today - LONGEST
    assert len(marks) == sum((one.until or one.on) >= today - LONGEST for one in items)
