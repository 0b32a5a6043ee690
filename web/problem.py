"""What went wrong, as it is told to whoever asked."""

from dataclasses import dataclass

from directory.domain.places import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Successor:
    """The service that took the place of one that is gone."""

    id: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """An error as it is told: ``field`` is the part of the request at fault, ``places`` may be what was meant."""

    status: int
    title: str
    sentence: str
    field: str | None = None
    successor: Successor | None = None
    places: tuple[Place, ...] = ()
