"""The days a statement of times names: "Mon, Wed & Fri mornings", "every other Tuesday", "1st and 3rd Sundays"."""

from dataclasses import dataclass, field

from directory.domain.eligibility.person import DayPart
from directory.domain.times.tokens import DAY_CODES, ORDINALS, PLURALS, WEEK, Cursor, Kind, Unreadable

STARTS_DAYS = frozenset({Kind.DAY, Kind.DAYS, Kind.EVERY, Kind.OTHER, Kind.ORDINAL})
_BETWEEN_DAYS = (Kind.FILLER, Kind.COMMA, Kind.AND, Kind.DASH)
_PARTS = {
    "morning": DayPart.MORNING,
    "afternoon": DayPart.AFTERNOON,
    "evening": DayPart.EVENING,
    "night": DayPart.EVENING,
    "lunchtime": DayPart.AFTERNOON,
}
_SEVERAL_DAYS = {"weekday": WEEK[:5], "weekend": WEEK[5:]}


@dataclass(slots=True)
class Days:
    """Days named together: weekly ones by code, those of a month with their number before it (``1TU``)."""

    weekly: list[str] = field(default_factory=list)
    monthly: list[str] = field(default_factory=list)
    parts: list[DayPart] = field(default_factory=list)
    fortnightly: bool = False
    closed: bool = False
    every_day: bool = False
    regular: bool = False
    """Said in a way that means again and again, as "Tuesdays" does and "Tuesday" alone does not."""
    needs_month: bool = False
    """ "Every second Tuesday" is every other week to some; only "of the month" tells."""


def read_days(cursor: Cursor) -> Days:
    """The days that start at ``cursor``; raise `Unreadable` if it is not clear which they are."""
    days = Days()
    while True:
        _read_unit(cursor, days)
        if cursor.comes(Kind.PART, past=(Kind.FILLER, Kind.AT)):
            days.parts, plural = read_parts(cursor)
            days.regular |= plural
            break
        before = cursor.at
        cursor.skip(*_BETWEEN_DAYS)
        if cursor.kind() not in STARTS_DAYS or is_afterthought(cursor):
            cursor.at = before
            break
    if (days.fortnightly and days.monthly) or (days.every_day and len(days.weekly) > len(WEEK)):
        raise Unreadable
    return days


def is_afterthought(cursor: Cursor) -> bool:
    """Whether "fortnightly" stands at ``cursor`` with no day after it, so that it is about the days before."""
    if cursor.kind() is not Kind.OTHER:
        return False
    return cursor.kind(cursor.after(Kind.FILLER, start=1)) not in STARTS_DAYS


def read_parts(cursor: Cursor) -> tuple[list[DayPart], bool]:
    """The parts of a day named at ``cursor``, and whether in the plural, which means again and again."""
    found, plural = [], False
    while True:
        word = cursor.take().value
        found.append(_PARTS[word.removesuffix("s")])
        plural |= word.endswith("s")
        if not cursor.comes(Kind.PART, past=(Kind.AND, Kind.COMMA)):
            return found, plural


def read_range(cursor: Cursor) -> tuple[list[str], bool]:
    """The day at ``cursor`` or the days from it to another, and whether that means again and again."""
    named = cursor.take().value
    first = WEEK.index(DAY_CODES[named])
    if cursor.kind() not in (Kind.TO, Kind.DASH) or cursor.kind(1) is not Kind.DAY:
        return [WEEK[first]], named in PLURALS
    cursor.take()
    last = WEEK.index(DAY_CODES[cursor.take().value])
    return [WEEK[(first + step) % 7] for step in range((last - first) % 7 + 1)], True


def _read_unit(cursor: Cursor, days: Days) -> None:
    """One day, range of days or day of a month."""
    prefixes = []
    while cursor.comes(Kind.EVERY, Kind.OTHER, past=(Kind.FILLER,)):
        prefixes.append(cursor.take().kind)
    days.regular |= bool(prefixes)
    days.fortnightly |= Kind.OTHER in prefixes
    cursor.skip(Kind.FILLER)
    kind = cursor.kind()
    if kind is Kind.ORDINAL:
        _read_days_of_month(cursor, days, every=bool(prefixes))
    elif kind is Kind.DAY and not days.monthly:  # "first Tuesday and Thursday": of the month, or weekly?
        codes, regular = read_range(cursor)
        days.weekly += codes
        days.regular |= regular
    elif kind is Kind.DAYS and not days.monthly:
        _read_several(cursor, days)
    elif kind is Kind.PART and prefixes == [Kind.EVERY]:
        days.weekly += WEEK
        days.every_day = True
    else:
        raise Unreadable


def _read_several(cursor: Cursor, days: Days) -> None:
    word = cursor.take().value
    several = _SEVERAL_DAYS.get(word.removesuffix("s"))
    days.weekly += several or WEEK
    days.every_day |= several is None
    days.regular |= several is not None and word.endswith("s")


def _read_days_of_month(cursor: Cursor, days: Days, *, every: bool) -> None:
    numbers = [ORDINALS[cursor.take().value]]
    while cursor.comes(Kind.ORDINAL, past=(Kind.AND, Kind.COMMA, Kind.FILLER)):
        numbers.append(ORDINALS[cursor.take().value])
    if cursor.kind() is not Kind.DAY:
        raise Unreadable
    code = DAY_CODES[cursor.take().value]
    days.monthly += [f"{number}{code}" for number in numbers]
    days.regular |= every or len(numbers) > 1
    days.needs_month |= every and len(numbers) == 1 and numbers[0] not in (1, -1)
