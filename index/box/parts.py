"""The parts of a search box: what is needed, where, when, for whom, at what cost, and the chips that show them."""

from dataclasses import dataclass

from directory.domain.eligibility.criteria import Access, AgeRange
from directory.domain.eligibility.person import DayPart, Gender, Weekday
from directory.domain.places import Place


@dataclass(frozen=True, slots=True)
class Chip:
    """One part as a reader sees it: its field of `Box`, its meaning in plain words, and the box without it."""

    field: str
    label: str
    without: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """What was typed, in parts; None and empty are "not said".

    ``need`` is what is left when the parts are taken out. ``place_words`` is the place as it was typed, ``within_m``
    the radius in metres. ``now`` asks for what is open now, and ``near_me`` for what is near the reader, whose place
    the box does not know. ``days``, ``parts`` and ``access`` are in their own order, each at most once.
    """

    need: str = ""
    place: Place | None = None
    place_words: str | None = None
    within_m: float | None = None
    near_me: bool = False
    days: tuple[Weekday, ...] = ()
    parts: tuple[DayPart, ...] = ()
    now: bool = False
    age: AgeRange | None = None
    gender: Gender | None = None
    free: bool | None = None
    access: tuple[Access, ...] = ()
    chips: tuple[Chip, ...] = ()
