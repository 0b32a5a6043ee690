"""The drawing of what was seen of a service: one lane for each kind of evidence, in per cent across, in pixels down."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from directory.domain.messages import Message, listed, mark, month, say, short_day, short_month
from directory.domain.status.timeline import Item, Lane

LANE_PX = 34
TOP_PX = 26
"""How high a lane is, and the room above the first for the dates."""

SHORTEST = timedelta(days=180)
"""A drawing of less time than this would say nothing of a rhythm."""

LONGEST = timedelta(days=5 * 365)
"""What is older stands in the list alone."""

_TITLES = {
    Lane.GROUP: mark("The group says"),
    Lane.PEOPLE: mark("People went or asked"),
    Lane.EVENTS: mark("Events and posts"),
    Lane.PHONE: mark("Phone"),
    Lane.WEB: mark("Website"),
    Lane.REGISTER: mark("Register"),
    Lane.LISTS: mark("Directories"),
    Lane.MONEY: mark("Money"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A day (``width`` 0) or a time, in per cent of the width; ``sign`` is its class.

    ``title`` is no message where what was seen is none.
    """

    left: float
    width: float
    sign: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A lane with its marks; ``last`` is the newest of them in words."""

    title: Message
    y: int
    last: Message
    last_sign: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """The whole: ``today`` and the ticks are in per cent of the width, ``height`` in pixels."""

    since: date
    height: int
    today: float
    ticks: tuple[tuple[float, Message], ...]
    rows: tuple[Row, ...]
    summary: Message

    @property
    def month(self) -> Message:
        """The month in which it begins."""
        return month(self.since)


def drawing(items: Sequence[Item], today: date) -> Drawing | None:
    """The drawing of ``items`` as of ``today``; None of none, as an empty one says nothing."""
    items = [item for item in items if (item.until or item.on) >= today - LONGEST]
    if not items:
        return None
    since = max(today - LONGEST, min(today - SHORTEST, *(item.on for item in items)))
    until = max(today, *(_end(item, today) for item in items)) + timedelta(days=1)
    scale = _Scale(since, until)
    lanes = [lane for lane in Lane if any(item.lane is lane for item in items)]
    rows = tuple(
        _row(lane, TOP_PX + LANE_PX * number, [item for item in items if item.lane is lane], scale)
        for number, lane in enumerate(lanes)
    )
    return Drawing(
        since=since,
        height=TOP_PX + LANE_PX * len(rows) + 4,
        today=scale.at(today),
        ticks=tuple(scale.ticks()),
        rows=rows,
        summary=listed((say("{lane}: {last}.", lane=row.title, last=row.last) for row in rows), between=" "),
    )


def _end(item: Item, today: date) -> date:
    """The end of an item as far as it is drawn: money of years to come would leave no room for what was seen."""
    return min(item.until or item.on, today + timedelta(days=365))


class _Scale:
    def __init__(self, since: date, until: date) -> None:
        self._since, self._until = since, until

    def at(self, day: date) -> float:
        """Where a day is, in per cent of the width."""
        share = (day - self._since).days / (self._until - self._since).days
        return round(100 * min(1.0, max(0.0, share)), 2)

    def ticks(self) -> Iterator[tuple[float, Message]]:
        """Four days evenly apart, named by their months."""
        for number in range(4):
            day = self._since + (self._until - self._since) * number / 4
            yield self.at(day), short_month(day)


def _row(lane: Lane, y: int, items: Sequence[Item], scale: _Scale) -> Row:
    newest = max(items, key=lambda item: item.until or item.on)
    last = newest.until or newest.on
    marks = [_mark(item, scale) for item in sorted(items, key=lambda item: (item.until is None, item.on))]
    return Row(
        title=say(_TITLES[lane]),
        y=y,
        last=say("until {day}", day=short_day(last)) if newest.until else short_day(last),
        last_sign=newest.sign.value,
        marks=tuple(marks),
    )


def _mark(item: Item, scale: _Scale) -> Mark:
    left = scale.at(item.on)
    width = scale.at(item.until) - left if item.until else 0.0
    title = say("{day}: {what}", day=short_day(item.on), what=item.text)
    return Mark(
        left=left,
        width=round(width, 2),
        sign=item.sign.value,
        title=title if type(item.text) is Message else str(title),
    )
