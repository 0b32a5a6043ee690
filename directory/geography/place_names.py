"""Looks up places by name: forgiving of spelling, fair between namesakes, and narrowed by what follows a comma."""

from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

import numpy as np
from rapidfuzz import fuzz, process

from directory.domain.places import Nation, Place, Point, Precision
from directory.geography.answers import Finding
from directory.geography.authorities import Register
from directory.geography.numbering import NO_NUMBER, outcode_text
from directory.geography.spelling import fold
from directory.geography.tables import MICRO, NamedPlaces, NameKeys, read_table

_MOST_ALTERNATIVES = 12
_CLOSE_SPELLING = 78.0
_BESIDE_M = 20_000.0
"""A town this far beyond the edge of a place is still said to be in it: Newport, Shropshire is now in Telford."""
_WHOLE_COUNTRY = frozenset({"uk", "gb", "united kingdom", "great britain"})


class PlaceNames:
    """The towns, villages, neighbourhoods and authorities that names stand for."""

    def __init__(self, folder: Path, register: Register) -> None:
        self._places = read_table(NamedPlaces, folder, "places")
        self._names = read_table(NameKeys, folder, "names")
        self._register = register

    def find(self, text: str, near: Point | None = None) -> Finding:
        """What ``text`` names, with namesakes by size or, given ``near``, by nearness to it."""
        rows = self._rows(text)
        if rows:
            return self._finding(rows, near)
        name, *qualifiers = (part.strip() for part in text.split(","))
        namesakes = self._rows(name)
        if not namesakes:
            return Finding(reason=self._unknown(name))
        rows = namesakes
        for qualifier in filter(fold, qualifiers):
            rows = self._within(rows, qualifier)
            if not rows:
                reason = f"No place called {name} is known to be in {qualifier}; choose among those of that name."
                return Finding(alternatives=self._labelled(namesakes), reason=reason)
        return self._finding(rows, near)

    def _rows(self, name: str) -> list[int]:
        """The rows of the places that ``name`` may mean, likeliest first."""
        key = fold(name).encode()
        keys = self._names.keys
        if not key or len(key) > keys.dtype.itemsize:
            return []
        wanted = np.array(key, keys.dtype)
        first, end = np.searchsorted(keys, wanted, "left"), np.searchsorted(keys, wanted, "right")
        order = np.argsort(-self._names.weights[first:end], kind="stable")
        return [int(row) for row in self._names.rows[first:end][order]]

    def _within(self, rows: list[int], qualifier: str) -> list[int]:
        """Those of ``rows`` that lie in ``qualifier``: an area they belong to, or failing that a place they lie by.

        A qualifier nobody knows is let pass where there is nothing to choose.
        """
        inside = [row for row in rows if self._is_in(row, qualifier)]
        around = self._rows(qualifier)
        if inside or not around:
            return inside or (rows if len(rows) == 1 else [])
        centre, reach = self._point(around[0]), float(self._places.radii[around[0]]) + _BESIDE_M
        return [row for row in rows if centre.distance_m(self._point(row)) <= reach]

    def _is_in(self, row: int, qualifier: str) -> bool:
        authority = self._authority(row)
        nation = self._nation(row)
        return (
            fold(qualifier) in _WHOLE_COUNTRY
            or qualifier.upper() == self._outcode(row)
            or (authority is not None and self._register.authorities[authority].answers_to(qualifier))
            or (nation is not None and fold(nation) == fold(qualifier))
        )

    def _finding(self, rows: list[int], near: Point | None) -> Finding:
        if near is not None:
            rows = sorted(rows, key=lambda row: near.distance_m(self._point(row)))
        first, *others = self._labelled(rows)
        return Finding(place=first, alternatives=tuple(others))

    def _labelled(self, rows: Sequence[int]) -> tuple[Place, ...]:
        """Places with labels that tell them apart, as many as a person will read."""
        rows = rows[: _MOST_ALTERNATIVES + 1]
        names = [self._name(row) for row in rows]
        namesakes = Counter(map(fold, names))
        labels = [
            f"{name}, {self._area(row)}" if namesakes[fold(name)] > 1 and self._area(row) else name
            for row, name in zip(rows, names, strict=True)
        ]
        alike = Counter(labels)
        return tuple(
            self._place(row, f"{label}, {self._outcode(row)}" if alike[label] > 1 and self._outcode(row) else label)
            for row, label in zip(rows, labels, strict=True)
        )

    def _area(self, row: int) -> str | None:
        """What to say after the comma: the authority, or its nation where it bears the town's own name."""
        authority = self._authority(row)
        name = self._register.authorities[authority].name if authority is not None else None
        if name is None:
            return self._outcode(row) or self._nation(row)
        return self._nation(row) if fold(name) == fold(self._name(row)) else name

    def _place(self, row: int, label: str) -> Place:
        authority = self._authority(row)
        return Place(
            label=label,
            point=self._point(row),
            precision=Precision.PLACE,
            radius_m=float(self._places.radii[row]),
            local_authority=self._register.codes[authority] if authority is not None else None,
            nation=self._nation(row),
            outcode=self._outcode(row),
        )

    def _name(self, row: int) -> str:
        name: bytes = self._places.names[row]
        return name.decode()

    def _point(self, row: int) -> Point:
        return Point(int(self._places.latitudes[row]) / MICRO, int(self._places.longitudes[row]) / MICRO)

    def _authority(self, row: int) -> int | None:
        position = int(self._places.authorities[row])
        return position if position >= 0 else None

    def _nation(self, row: int) -> Nation | None:
        position = int(self._places.nations[row])
        return tuple(Nation)[position] if position >= 0 else None

    def _outcode(self, row: int) -> str | None:
        number = self._places.outcodes[row]
        return outcode_text(int(number)) if number != NO_NUMBER else None

    @cached_property
    def _spellings(self) -> list[str]:
        return [key.decode() for key in self._names.keys.tolist()]

    def _unknown(self, name: str) -> str:
        """A sentence on a name nobody bears, with the likeliest of those spelt nearly so."""
        shown = name if len(name) <= 60 else f"{name[:59]}…"
        close = process.extract(
            fold(name)[:60], self._spellings, scorer=fuzz.ratio, score_cutoff=_CLOSE_SPELLING, limit=5
        )
        if not close:
            return f"No place called {shown} is known; try a postcode."
        index = max(close, key=lambda match: (match[1], self._names.weights[match[2]]))[2]
        return f"No place called {shown} is known; did you mean {self._name(int(self._names.rows[index]))}?"
