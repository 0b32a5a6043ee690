"""The person a search is made for: what was said of them, which lives as long as the request."""

from dataclasses import dataclass
from datetime import time
from enum import StrEnum

from directory.domain.eligibility.criteria import Access, AgeRange, Route
from directory.domain.places import Place


class Gender(StrEnum):
    """How somebody wants to be taken account of."""

    FEMALE = "f"
    MALE = "m"
    NON_BINARY = "x"


class Weekday(StrEnum):
    """Days of the week, Monday first."""

    MON = "mon"
    TUE = "tue"
    WED = "wed"
    THU = "thu"
    FRI = "fri"
    SAT = "sat"
    SUN = "sun"


class DayPart(StrEnum):
    """Parts of a day by when a session starts: before noon, from noon, from five."""

    MORNING = "morning"
    AFTERNOON = "afternoon"
    EVENING = "evening"

    @classmethod
    def of(cls, start: time) -> "DayPart":
        """The part of the day that ``start`` is in."""
        if start.hour < 12:
            return cls.MORNING
        return cls.AFTERNOON if start.hour < 17 else cls.EVENING


class Travel(StrEnum):
    """How far somebody can easily go."""

    WALK = "walk"
    BUS = "bus"
    CAR = "car"


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """What is known of somebody; None and empty are "not said". Never stored, and never logged.

    ``age`` is one age (67 to 67) or a band ("over 60": 60 and up). ``home`` is where they live, to the sector of their
    postcode. ``practice``, ``pcn`` and ``icb`` are ODS codes. ``conditions`` and ``languages`` are words in English.
    ``route`` is how they come to a service. ``days`` and ``parts`` are when they can. ``free`` says that they cannot
    pay.
    """

    age: AgeRange | None = None
    gender: Gender | None = None
    home: Place | None = None
    practice: str | None = None
    pcn: str | None = None
    icb: str | None = None
    languages: tuple[str, ...] = ()
    access: tuple[Access, ...] = ()
    conditions: tuple[str, ...] = ()
    carer: bool | None = None
    route: Route | None = None
    travel: Travel | None = None
    days: tuple[Weekday, ...] = ()
    parts: tuple[DayPart, ...] = ()
    free: bool = False
