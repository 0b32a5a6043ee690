"""Looks up places by name: forgiving of spelling, fair between namesakes, and narrowed by what follows a comma."""

from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz, process

from directory.domain.messages import Message, say
from directory.domain.places import Place, Point, Precision
from directory.geography.answers import Finding
from directory.geography.authorities import LocalAuthority, Register
from directory.geography.numbering import NO_NUMBER, outcode_text
from directory.geography.outlines import Box
from directory.geography.spelling import fold, folded_begun
from directory.geography.tables import MICRO, NamedPlaces, NameKeys, read_table

_MOST_ALTERNATIVES = 12
_CLOSE_SPELLING = 78.0
_BESIDE_M = 20_000.0
"""A town this far beyond the edge of a place is still said to be in it: Newport, Shropshire is now in Telford."""
_LEAST_SPELLING = 4
"""Letters of a name before one that is spelt nearly so is offered: among shorter ones everything is near everything."""

_AFTER_LETTERS = b"\x7f"
"""Comes after every letter, figure and space of a folded name."""

_WHOLE_COUNTRY = frozenset({"uk", "gb", "united kingdom", "great britain"})


class KnownName(NamedTuple):
    """How many words a name has, and how readily it means a place: about the people of the largest that bears it."""

    words: int
    weight: float


class PlaceNames:
    """The towns, villages, neighbourhoods and authorities that names stand for."""

    def __init__(self, folder: Path, register: Register) -> None:
        self._places = read_table(NamedPlaces, folder, "places")
        self._names = read_table(NameKeys, folder, "names")
        self._register = register

    def find(self, text: str, near: Point | None = None) -> Finding:
        """What ``text`` names, with namesakes by size or, given ``near``, by nearness to it."""
        return self.named(text, near) or Finding(reason=self._unknown(_name_and_area(text)[0]))

    def named(self, text: str, near: Point | None = None) -> Finding | None:
        """As `find`, but None for a name that nobody bears: no spelling is compared, which takes milliseconds."""
        name, area = _name_and_area(text)
        namesakes = self._rows(name)
        # Names of neighbourhoods have commas too: "Roe Lee, Brownhill & Sunnybower".
        rows = self._rows(text) or self._in_area(namesakes, area)
        if rows:
            return self._finding(rows, near)
        if namesakes:
            reason = say(
                "No place called {name} is known to be in {area}; choose among those of that name.",
                name=name,
                area=area,
            )
            return Finding(alternatives=self._labelled(namesakes), reason=reason)
        return None

    def longest_at_start(self, words: Sequence[str]) -> KnownName | None:
        """The longest name that the first of ``words`` make up; each is folded, as `spelling.fold` leaves it."""
        keys = self._names.keys
        longest = None
        beginning = b""
        for count, word in enumerate(words, 1):
            beginning = b" ".join((beginning, word.encode())) if beginning else word.encode()
            if len(beginning) > keys.dtype.itemsize:
                break
            row = int(keys.searchsorted(np.array(beginning, keys.dtype)))
            if row == len(keys) or not keys[row].startswith(beginning):
                break
            if keys[row] == beginning:
                longest = KnownName(count, float(self._names.weights[row]))
        return longest

    def begun(self, text: str, most: int) -> tuple[Place, ...]:
        """The places whose name begins with ``text``, likeliest first, at most ``most``; else those spelt nearly so.

        What follows a comma is the beginning of what tells a place from its namesakes.
        """
        name, area = _name_and_area(text)
        if area:
            namesakes = self._labelled(self._rows(name))
            wanted = fold(area)
            return tuple(place for place in namesakes if fold(place.label.partition(",")[2]).startswith(wanted))[:most]
        rows = self._rows_begun(name, most)
        if not rows and len(fold(name)) >= _LEAST_SPELLING:
            rows = [int(self._names.rows[row]) for row in self._spelt_nearly(name)]
        return self._labelled(list(dict.fromkeys(rows))[:most])

    def within(self, box: Box, most: int) -> list[tuple[str, Point]]:
        """The names and middles of the largest places in ``box``, the largest first, at most ``most``."""
        west, south, east, north = (round(edge * MICRO) for edge in box)
        latitudes, longitudes = self._places.latitudes, self._places.longitudes
        inside = (latitudes >= south) & (latitudes <= north) & (longitudes >= west) & (longitudes <= east)
        rows = np.flatnonzero(inside)
        largest = rows[np.argsort(-self._sizes[rows], kind="stable")][:most]
        return [(self._name(row), self._point(row)) for row in largest.tolist()]

    @cached_property
    def _sizes(self) -> NDArray[np.float32]:
        """How readily the readiest name of each place means it."""
        sizes = np.zeros(len(self._places.names), np.float32)
        np.maximum.at(sizes, self._names.rows, self._names.weights)
        return sizes

    def _rows_begun(self, name: str, most: int) -> list[int]:
        """The rows of the places one of whose names begins with ``name``, likeliest first, about ``most`` of them."""
        keys = self._names.keys
        spans = [np.empty(0, np.intp)]
        for key in (one.encode() for one in folded_begun(name)):
            if len(key) < keys.dtype.itemsize:
                first, last = keys.searchsorted(np.array([key, key + _AFTER_LETTERS], keys.dtype)).tolist()
                spans.append(np.arange(first, last))
        begun = np.concatenate(spans)
        # A place may have several names that begin so.
        likeliest = begun[np.argsort(-self._names.weights[begun], kind="stable")[: most * 3]]
        rows: list[int] = self._names.rows[likeliest].tolist()
        return rows

    def _rows(self, name: str) -> list[int]:
        """The rows of the places that ``name`` may mean, likeliest first."""
        key = fold(name).encode()
        keys = self._names.keys
        if not key or len(key) > keys.dtype.itemsize:
            return []
        wanted = np.array(key, keys.dtype)
        rows: list[int] = self._names.rows[keys.searchsorted(wanted) : keys.searchsorted(wanted, "right")].tolist()
        return rows  # `NameKeys` has the likeliest first

    def _in_area(self, rows: list[int], area: str) -> list[int]:
        """Those of ``rows`` in ``area``, which may have commas of its own or be several areas with commas between."""
        whole = [row for row in rows if self._is_in(row, area)]
        if whole:
            return whole
        for part in area.split(","):
            rows = self._in_part(rows, part.strip())
        return rows

    def _in_part(self, rows: list[int], area: str) -> list[int]:
        """Those of ``rows`` that lie in ``area``: one they belong to, or failing that a place they lie by.

        An area nobody knows is let pass where there is nothing to choose.
        """
        inside = [row for row in rows if not fold(area) or self._is_in(row, area)]
        around = self._rows(area)
        if inside or not around:
            return inside or (rows if len(rows) == 1 else [])
        centre, reach = self._point(around[0]), float(self._places.radii[around[0]]) + _BESIDE_M
        return [row for row in rows if centre.distance_m(self._point(row)) <= reach]

    def _is_in(self, row: int, area: str) -> bool:
        authority = self._authority(row)
        return (
            fold(area) in _WHOLE_COUNTRY
            or area.upper() == self._outcode(row)
            or (authority is not None and authority.answers_to(area))
        )

    def _finding(self, rows: list[int], near: Point | None) -> Finding:
        if near is not None:
            rows = sorted(rows, key=lambda row: near.distance_m(self._point(row)))
        first, *others = self._labelled(rows)
        return Finding(place=first, alternatives=tuple(others))

    def _labelled(self, rows: Sequence[int]) -> tuple[Place, ...]:
        """Places with labels that tell them from their namesakes, as many as a person will read."""
        rows = rows[: _MOST_ALTERNATIVES + 1]
        labels = [self._label(row) for row in rows]
        alike = Counter(labels)
        return tuple(
            self._place(row, label if alike[label] == 1 else f"{self._name(row)}, {self._outcode(row)}")
            for row, label in zip(rows, labels, strict=True)
        )

    def _label(self, row: int) -> str:
        """The name, and the authority where it may mean others; the nation where the authority has the town's name."""
        name = self._name(row)
        likeliest, *others = self._rows(name)
        if likeliest == row and not any(fold(self._name(other)) == fold(name) for other in others):
            return name
        authority = self._authority(row)
        area = authority.name if authority else None
        if authority and area and fold(area) == fold(name):
            area = authority.nation
        area = area or self._outcode(row)
        return f"{name}, {area}" if area else name

    def _place(self, row: int, label: str) -> Place:
        authority = self._authority(row)
        return Place(
            label=label,
            point=self._point(row),
            precision=Precision.PLACE,
            radius_m=float(self._places.radii[row]),
            local_authority=authority.code if authority else None,
            local_authority_name=authority.name if authority else None,
            nation=authority.nation if authority else None,
            outcode=self._outcode(row),
        )

    def _name(self, row: int) -> str:
        name: bytes = self._places.names[row]
        return name.decode()

    def _point(self, row: int) -> Point:
        return Point(int(self._places.latitudes[row]) / MICRO, int(self._places.longitudes[row]) / MICRO)

    def _authority(self, row: int) -> LocalAuthority | None:
        position = int(self._places.authorities[row])
        return self._register.get(self._register.codes[position]) if position >= 0 else None

    def _outcode(self, row: int) -> str | None:
        number = self._places.outcodes[row]
        return outcode_text(int(number)) if number != NO_NUMBER else None

    @cached_property
    def _spellings(self) -> list[str]:
        return [key.decode() for key in self._names.keys.tolist()]

    def _unknown(self, name: str) -> Message:
        """A sentence on a name nobody bears, with the likeliest of those spelt nearly so."""
        shown = name if len(name) <= 60 else f"{name[:59]}…"
        close = self._spelt_nearly(name)
        if not close:
            return say("No place called {name} is known; try a postcode.", name=shown)
        likely = self._name(int(self._names.rows[close[0]]))
        return say("No place called {name} is known; did you mean {other}?", name=shown, other=likely)

    def _spelt_nearly(self, name: str) -> list[int]:
        """The positions of the names spelt most nearly like ``name``, the nearest and then the likeliest first."""
        close = process.extract(
            fold(name)[:60], self._spellings, scorer=fuzz.ratio, score_cutoff=_CLOSE_SPELLING, limit=5
        )
        close.sort(key=lambda match: (match[1], self._names.weights[match[2]]), reverse=True)
        return [position for _, _, position in close]


def _name_and_area(text: str) -> tuple[str, str]:
    """What stands before and after the first comma."""
    name, _, area = text.partition(",")
    return name.strip(), area.strip()
