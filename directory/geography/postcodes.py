"""Looks up postcodes, sectors and outcodes in the compiled tables, one at a time or in bulk."""

from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property
from itertools import islice, takewhile
from pathlib import Path

import numpy as np

from directory.domain.errors import InvalidValue
from directory.domain.places import Place, Point, Precision
from directory.domain.postcode import Postcode
from directory.geography.answers import PRECISIONS, PlaceColumns
from directory.geography.areas import LEAST_RADIUS_M
from directory.geography.authorities import Register
from directory.geography.nearest import nearest_row
from directory.geography.numbering import (
    NO_NUMBER,
    OUTCODE,
    Numbers,
    in_northern_ireland,
    number_of_outcode,
    number_of_sector,
    numbers_of,
    outcode_text,
    postcode_text,
)
from directory.geography.tables import MICRO, Areas, Cells, Points, read_table

_DIGITS = "0123456789"


class PostcodeTables:
    """The postcodes of Great Britain, its sectors, and the outcodes of the United Kingdom."""

    def __init__(self, folder: Path, register: Register) -> None:
        self._points = read_table(Points, folder, "postcodes")
        self._sectors = read_table(Areas, folder, "sectors")
        self._outcodes = read_table(Areas, folder, "outcodes")
        self._cells = read_table(Cells, folder, "cells")
        self._register = register
        # Former codes give way to active ones; the last, at position -1, stands for no authority.
        self._codes = np.array([*map(register.active_code, register.codes), ""])

    def postcode(self, text: str) -> Place | None:
        """The place of a full postcode; a Northern Irish one has that of its outcode."""
        try:
            postcode = Postcode.parse(text)
        except InvalidValue:
            return None
        numbers = numbers_of((postcode.key,))
        if in_northern_ireland(numbers)[0]:
            return self.outcode(postcode.outcode)
        row = int(self._points.find(numbers)[0])
        return self._postcode_at(row) if row >= 0 else None

    def sector(self, sector: str) -> Place | None:
        """The place of a sector written ``NE28 9``."""
        return self._area(self._sectors, number_of_sector(sector), sector, Precision.SECTOR)

    def outcode(self, outcode: str) -> Place | None:
        """The place of an outcode written ``NE28``."""
        return self._area(self._outcodes, number_of_outcode(outcode), outcode, Precision.OUTCODE)

    def parts_begun(self, text: str, most: int) -> tuple[Place, ...]:
        """The outcodes, and the sectors of a whole one, that begin with ``text`` in any case, at most ``most``."""
        outcode, _, digit = text.upper().partition(" ")
        whole = self.outcode(outcode)
        places = [whole] if whole and not digit else []
        places += [place for one in _DIGITS if (place := self.sector(f"{outcode} {one}")) and one.startswith(digit)]
        if not digit:
            first = bisect_left(self._outcode_texts, outcode)
            begun = takewhile(lambda one: one.startswith(outcode), islice(self._outcode_texts, first, None))
            places[1:1] = [place for one in begun if one != outcode and (place := self.outcode(one))]
        return tuple(places[:most])

    @cached_property
    def _outcode_texts(self) -> list[str]:
        return sorted(map(outcode_text, self._outcodes.numbers.tolist()))

    def nearest(self, point: Point) -> Place | None:
        """The postcode nearest to ``point``, or None where none is near."""
        row = nearest_row(self._points, self._cells, point)
        return self._postcode_at(row) if row is not None else None

    def bulk(self, postcodes: Sequence[str]) -> PlaceColumns:
        """The same as `postcode` for each of many."""
        numbers = numbers_of(postcodes)
        columns = PlaceColumns(
            latitude=np.full(len(numbers), np.nan),
            longitude=np.full(len(numbers), np.nan),
            precision=np.full(len(numbers), PRECISIONS.index(Precision.NONE), np.int8),
            radius_m=np.full(len(numbers), np.nan),
            local_authority=np.zeros(len(numbers), self._codes.dtype),
            ended=np.zeros(len(numbers), np.bool_),
        )
        outcodes = np.where(in_northern_ireland(numbers), numbers // OUTCODE, NO_NUMBER)
        self._fill(columns, self._points, numbers, Precision.POSTCODE)
        self._fill(columns, self._outcodes, outcodes, Precision.OUTCODE)
        return columns

    def _fill(self, columns: PlaceColumns, table: Points, numbers: Numbers, precision: Precision) -> None:
        """Set the rows of ``columns`` whose numbers are in ``table``."""
        found = table.find(numbers)
        known = found >= 0
        rows = found[known]
        columns.latitude[known] = table.latitudes[rows] / MICRO
        columns.longitude[known] = table.longitudes[rows] / MICRO
        columns.precision[known] = PRECISIONS.index(precision)
        columns.radius_m[known] = table.radii[rows] if isinstance(table, Areas) else LEAST_RADIUS_M
        columns.local_authority[known] = self._codes[table.authorities[rows]]
        columns.ended[known] = table.ended[rows]

    def _postcode_at(self, row: int) -> Place:
        text = postcode_text(int(self._points.numbers[row]))
        return self._place(self._points, row, text, Precision.POSTCODE)

    def _area(self, areas: Areas, number: np.uint32, label: str, precision: Precision) -> Place | None:
        row = int(areas.find(np.array([number], np.uint32))[0])
        return self._place(areas, row, label, precision) if row >= 0 else None

    def _place(self, table: Points, row: int, label: str, precision: Precision) -> Place:
        authority = self._register.get(str(self._codes[table.authorities[row]]))
        return Place(
            label=label,
            point=table.point(row),
            precision=precision,
            radius_m=float(table.radii[row]) if isinstance(table, Areas) else LEAST_RADIUS_M,
            local_authority=authority.code if authority else None,
            local_authority_name=authority.name if authority else None,
            nation=authority.nation if authority else None,
            outcode=label.split()[0],
            postcode=label if precision is Precision.POSTCODE else None,
            ended=bool(table.ended[row]),
        )
