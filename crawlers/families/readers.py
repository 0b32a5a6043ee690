"""Readers of single values as publishers write them: days, times of day, numbers, flags, coordinates and numbers
of registers. Each raises `InvalidValue` on anything else."""

import math
import re
from collections.abc import Callable
from datetime import date, datetime, time
from enum import StrEnum
from typing import TypeVar

from directory.domain.errors import InvalidValue
from directory.domain.identifiers import COMPANIES, Identifier
from directory.domain.places import Point

E = TypeVar("E", bound=StrEnum)

_DAY_FIRST = re.compile(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})(?: [0-9:]+)?")
_CLOCK = re.compile(r"([0-9]{1,2})(?:[:.]([0-9]{2})(?::[0-9]{2})?)?Z? ?([ap]\.?m?\.?)?", re.IGNORECASE)
_FLOAT_ARTEFACT = re.compile(r"\.0$")


def day(text: str) -> date:
    """A day as ISO writes it, with or without a time, or day first: ``05/06/2014`` is the fifth of June."""
    match = _DAY_FIRST.fullmatch(text)
    try:
        if match is not None:
            return date(int(match[3]), int(match[2]), int(match[1]))
        return datetime.fromisoformat(text).date()
    except ValueError:
        raise InvalidValue("date", text, "This is not a date") from None


def clock(text: str) -> time:
    """A time of day such as ``19:30``, ``10:00:00``, ``9:00am``, ``9 pm`` or ``9:00a``."""
    match = _CLOCK.fullmatch(text)
    if match is None:
        raise InvalidValue("time", text, "This is not a time of day")
    hour, minute, half = int(match[1]), int(match[2] or 0), (match[3] or "").lower()
    if half and not 1 <= hour <= 12:
        raise InvalidValue("time", text, "This is not a time of day")
    if half:
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    try:
        return time(hour, minute)
    except ValueError:
        raise InvalidValue("time", text, "This is not a time of day") from None


def number(text: str) -> float:
    """A finite number, with or without a pound sign and commas between thousands."""
    try:
        value = float(text.removeprefix("£").replace(",", ""))
    except ValueError:
        raise InvalidValue("number", text, "This is not a number") from None
    if not math.isfinite(value):
        raise InvalidValue("number", text, "This is not a number")
    return value


def whole_number(text: str) -> int:
    """A whole number."""
    value = number(text)
    if not value.is_integer():
        raise InvalidValue("number", text, "This is not a whole number")
    return int(value)


def age(text: str) -> float:
    """An age in years."""
    value = number(text)
    if not 0 <= value <= 130:
        raise InvalidValue("age", text, "An age is between 0 and 130 years")
    return value


def flag(text: str) -> bool:
    """``true`` or ``false`` in any case."""
    try:
        return {"true": True, "false": False}[text.lower()]
    except KeyError:
        raise InvalidValue("flag", text, "This is neither true nor false") from None


def one_of(values: type[E]) -> Callable[[str], E]:
    """The reader of one of a fixed list of words, in any case."""

    def read(text: str) -> E:
        for value in values:
            if value.lower() in (text.lower(), text.lower().replace("_", " ")):
                return value
        words = ", ".join(values)
        raise InvalidValue("value", text, f"This is none of: {words}")

    return read


def point(text: str) -> Point:
    """Latitude and longitude with a comma between them."""
    latitude, comma, longitude = text.partition(",")
    if not comma:
        raise InvalidValue("point", text, "This is not a latitude and a longitude")
    return Point(number(latitude.strip()), number(longitude.strip()))


def company(text: str) -> Identifier:
    """A company number, also one that a spreadsheet made a fraction of (``2324869.0``)."""
    value = _FLOAT_ARTEFACT.sub("", text)
    if not value.strip("0"):
        raise InvalidValue("company_number", text, "No company has the number 0")
    return Identifier.of(COMPANIES, value)
