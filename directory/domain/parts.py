"""What records are made of: telephone numbers, addresses, times, costs, areas and other values."""

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from directory.domain.eligibility.person import DayPart


class Frequency(StrEnum):
    """RRULE ``FREQ``; HSDS-UK allows the first two, HSDS the rest."""

    WEEKLY = "WEEKLY"
    MONTHLY = "MONTHLY"
    DAILY = "DAILY"
    YEARLY = "YEARLY"


class BankHolidays(StrEnum):
    """What a schedule says of bank holidays, where it says anything."""

    CLOSED = "closed"
    OPEN = "open"


@dataclass(frozen=True, slots=True, kw_only=True)
class Phone:
    """A telephone number as it is dialled, and what answers it."""

    number: str
    extension: str | None = None
    type: str | None = None
    description: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """A postal or physical address; ``postal_code`` is what is geocoded."""

    address_1: str | None = None
    city: str | None = None
    state_province: str | None = None
    postal_code: str | None = None
    country: str = "GB"


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule:
    """When: RRULE parts with opening times, or the source's own words in ``description`` when they are all there is.

    The last five are not HSDS. ``bymonth`` is the RRULE part (``"4,5,6"``), ``day_part`` stands in for hours where only
    "mornings" is said, and ``read_from`` holds the words that all the rest was read from (`directory.domain.times`).
    Times are wall clock in the UK; ``closes_at`` before ``opens_at`` is past midnight, and both at 00:00 all day.
    """

    freq: Frequency | None = None
    interval: int | None = None
    byday: str | None = None
    bymonthday: str | None = None
    dtstart: date | None = None
    until: date | None = None
    valid_from: date | None = None
    valid_to: date | None = None
    opens_at: time | None = None
    closes_at: time | None = None
    description: str | None = None
    notes: str | None = None
    bymonth: str | None = None
    day_part: DayPart | None = None
    term_time_only: bool | None = None
    bank_holidays: BankHolidays | None = None
    read_from: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CostOption:
    """What it costs; ``amount`` 0 is free, None is not stated."""

    option: str | None = None
    amount: float | None = None
    currency: str = "GBP"
    amount_description: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceArea:
    """Where the people served live.

    ``extent_type`` says how to read ``extent``: ``local_authority`` (GSS code), ``postcode`` (an outcode or sector),
    ``nation`` (England, Northern Ireland, Scotland, Wales) or ``uk``. A source that knows only a name leaves both
    empty, and intake looks the name up.
    """

    name: str
    extent: str | None = None
    extent_type: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Accessibility:
    """One thing a location offers, or lacks, to people with access needs."""

    description: str
    details: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """A language the service is offered in."""

    name: str
    code: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribute:
    """A taxonomy term attached to a record: the vocabulary's id, the term's code and its words."""

    taxonomy: str
    code: str
    label: str | None = None
