"""One statement of times, such as "Mon, Wed & Fri mornings, closed bank holidays", parsed from its tokens."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from directory.domain.eligibility.person import DayPart
from directory.domain.times.clock import Clock, read_clock
from directory.domain.times.day_words import STARTS_DAYS, Days, is_afterthought, read_days, read_parts, read_range
from directory.domain.times.tokens import MONTHS, WEEK, Cursor, Kind, Token, Unreadable

MEANINGLESS = frozenset({Kind.FILLER, Kind.COMMA, Kind.AND, Kind.DASH, Kind.OPEN, Kind.AT})
_MAY_BE_CLOSED = frozenset({Kind.DAY, Kind.BANK_HOLIDAYS, Kind.SCHOOL_HOLIDAYS, Kind.MONTH})


@dataclass(slots=True)
class Hours:
    """A start and an end as written; ``end`` is None where it is not said. ``part`` is the part of the day named."""

    start: Clock
    end: Clock | None = None
    all_day: bool = False
    part: DayPart | None = None


@dataclass(slots=True)
class Parts:
    """Parts of the day named apart from a day."""

    named: list[DayPart]


@dataclass(slots=True)
class Clause:
    """What a statement says: items in the order of the words, and what holds for all of them."""

    items: list[Days | Hours | Parts] = field(default_factory=list)
    term_time: bool = False
    weekly: bool = False
    of_month: bool = False
    bank_holidays_open: bool | None = None
    months: tuple[int, ...] = ()
    closed_days: set[str] = field(default_factory=set)
    closed_months: set[int] = field(default_factory=set)

    def take_over(self, other: "Clause") -> None:
        """Let what ``other`` says of all times hold here too; raise `Unreadable` if the two disagree."""
        if other.months and self.months not in ((), other.months):
            raise Unreadable
        if other.bank_holidays_open is not None:
            self.say_of_bank_holidays(is_open=other.bank_holidays_open)
        self.term_time |= other.term_time
        self.weekly |= other.weekly
        self.of_month |= other.of_month
        self.months = other.months or self.months
        self.closed_days |= other.closed_days
        self.closed_months |= other.closed_months

    def say_of_bank_holidays(self, *, is_open: bool) -> None:
        """Keep what is said of bank holidays; raise `Unreadable` on the opposite of what was said before."""
        if self.bank_holidays_open not in (None, is_open):
            raise Unreadable
        self.bank_holidays_open = is_open


def parse(tokens: Sequence[Token], *, prose: bool) -> Clause:
    """The statement that ``tokens`` make; raise `Unreadable` if they make none. In ``prose`` a lone hour is no time."""
    return _Parser(tokens, prose=prose).parse()


class _Parser:
    def __init__(self, tokens: Sequence[Token], *, prose: bool) -> None:
        self._cursor = Cursor(tokens)
        self._prose = prose
        self._clause = Clause()
        self._steps = {
            Kind.ALWAYS: self._always,
            Kind.ALL_HOURS: self._all_hours,
            Kind.CLOCK: self._hours,
            Kind.BETWEEN: self._hours,
            Kind.PART: self._parts,
            Kind.CLOSED: self._closed,
            Kind.EXCEPT: self._exceptions,
            Kind.BANK_HOLIDAYS: self._bank_holidays,
            Kind.TERM: self._term,
            Kind.MONTH: self._months,
            Kind.MONTHLY: self._monthly,
            Kind.WEEKLY: self._weekly,
        } | dict.fromkeys(STARTS_DAYS, self._days)

    def parse(self) -> Clause:
        """Take all tokens, each by the step for its kind."""
        while (kind := self._cursor.kind()) is not None:
            if kind in MEANINGLESS:
                self._cursor.take()
            elif kind in self._steps:
                self._steps[kind]()
            else:
                raise Unreadable
        return self._clause

    def _days(self) -> None:
        if not is_afterthought(self._cursor):
            self._clause.items.append(read_days(self._cursor))
            return
        self._cursor.take()
        before = [item for item in self._clause.items if isinstance(item, Days)]
        if not before or before[-1].monthly:
            raise Unreadable
        before[-1].fortnightly = before[-1].regular = True

    def _parts(self) -> None:
        self._clause.items.append(Parts(read_parts(self._cursor)[0]))

    def _always(self) -> None:
        self._clause.items.append(Days(weekly=list(WEEK), every_day=True, regular=True))
        self._all_hours()

    def _all_hours(self) -> None:
        self._cursor.take()
        self._clause.items.append(Hours(Clock(0, sure=True), all_day=True))

    def _hours(self) -> None:
        between = self._cursor.skip(Kind.BETWEEN)
        is_led_in = self._cursor.kind(-1) is Kind.AT
        start = self._clock()
        joints = (Kind.TO, Kind.DASH, Kind.AND) if between else (Kind.TO, Kind.DASH)
        if self._cursor.comes(*joints, past=(Kind.FILLER, Kind.AT)):
            self._until(start)
        elif between or (start.bare and (self._prose or not is_led_in)):
            raise Unreadable
        else:
            self._cursor.skip(Kind.LATE)
            self._clause.items.append(Hours(start))

    def _until(self, start: Clock) -> None:
        joint = self._cursor.take().kind
        self._cursor.skip(Kind.FILLER)
        if self._cursor.kind() is Kind.CLOCK:
            self._clause.items.append(Hours(start, self._clock()))
        elif joint is Kind.DASH and self._cursor.kind() is not Kind.DAY and not start.bare:
            self._clause.items.append(Hours(start))  # the dash only parts this from what follows
        else:
            raise Unreadable

    def _clock(self) -> Clock:
        found = read_clock(self._cursor.take().value) if self._cursor.kind() is Kind.CLOCK else None
        if found is None:
            raise Unreadable
        return found

    def _closed(self) -> None:
        """ "Sunday closed" is about the day before it, "closed Sundays and bank holidays" about what follows."""
        last = self._clause.items[-1] if self._clause.items else None
        if self._cursor.kind(self._cursor.after(Kind.FILLER, Kind.EVERY, start=1)) in _MAY_BE_CLOSED:
            self._exceptions()
        elif isinstance(last, Days):
            self._cursor.take()
            last.closed = True
        else:
            raise Unreadable

    def _exceptions(self) -> None:
        self._cursor.take()
        self._cursor.skip(Kind.FILLER, Kind.EVERY)
        self._exception()
        while self._cursor.comes(*_MAY_BE_CLOSED, past=(Kind.FILLER, Kind.COMMA, Kind.AND)):
            self._exception()

    def _exception(self) -> None:
        kind = self._cursor.kind()
        if kind is Kind.DAY:
            self._clause.closed_days.update(read_range(self._cursor)[0])
        elif kind is Kind.MONTH:
            self._clause.closed_months.update(self._month_range())
        elif kind is Kind.BANK_HOLIDAYS:
            self._cursor.take()
            self._clause.say_of_bank_holidays(is_open=False)
        elif kind is Kind.SCHOOL_HOLIDAYS:
            self._term()
        else:
            raise Unreadable

    def _bank_holidays(self) -> None:
        """ "Including bank holidays" or "bank holidays closed"; on their own nobody knows what is meant."""
        back = -1
        while self._cursor.kind(back) is Kind.FILLER:
            back -= 1
        is_open = self._cursor.kind(back) is Kind.OPEN
        self._cursor.take()
        if not is_open and not self._cursor.comes(Kind.CLOSED, past=(Kind.FILLER,)):
            raise Unreadable
        self._cursor.skip(Kind.CLOSED)
        self._clause.say_of_bank_holidays(is_open=is_open)

    def _term(self) -> None:
        self._cursor.take()
        self._clause.term_time = True

    def _months(self) -> None:
        months = self._month_range()
        if len(months) == 1 or self._clause.months:  # "4 June" is a date, "April to September" a season
            raise Unreadable
        self._clause.months = months

    def _month_range(self) -> tuple[int, ...]:
        first = MONTHS[self._cursor.take().value]
        if self._cursor.kind() not in (Kind.TO, Kind.DASH) or self._cursor.kind(1) is not Kind.MONTH:
            return (first,)
        self._cursor.take()
        length = (MONTHS[self._cursor.take().value] - first) % 12 + 1
        return tuple((first - 1 + step) % 12 + 1 for step in range(length))

    def _monthly(self) -> None:
        self._cursor.take()
        self._clause.of_month = True

    def _weekly(self) -> None:
        self._cursor.take()
        self._clause.weekly = True
