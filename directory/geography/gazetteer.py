"""Where things are: the one door to the compiled postcodes, place names and local authorities."""

import re
from collections.abc import Sequence
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from string import ascii_letters

from directory.domain.errors import InvalidValue
from directory.domain.messages import say
from directory.domain.places import Place, Point, Precision
from directory.domain.postcode import Postcode, outcode_of, part_of_postcode, sector_of
from directory.geography.answers import Finding, PlaceColumns
from directory.geography.authorities import LocalAuthority, Register
from directory.geography.outlines import Box, Line, Outlines
from directory.geography.place_names import KnownName, PlaceNames
from directory.geography.postcodes import PostcodeTables
from directory.geography.tables import Manifest

_ISLANDS = {"JE": say("Jersey"), "GY": say("Guernsey"), "IM": say("the Isle of Man")}
_REMEMBERED = 2_048

_BEYOND_SECTOR = re.compile(r"[A-Za-z]{1,2}[0-9][A-Za-z0-9]?[0-9][A-Za-z]{1,2}")
_PART = re.compile(r"[A-Za-z]{1,2}[0-9][A-Za-z0-9]?(?: +[0-9])?")


class Gazetteer:
    """Finds places in tables that are mapped into memory: opening takes milliseconds and processes share them.

    Great Britain is known to the postcode. Northern Irish postcodes are known to their outcode only, because the
    licence of the finer data is another, and any postcode of a known outcode is answered. Those of Jersey, Guernsey
    and the Isle of Man have no published coordinates and are never placed.
    """

    def __init__(self, folder: Path) -> None:
        manifest = Manifest.read(folder)
        self.edition = manifest.postcodes
        self.has_pack = manifest.pack is not None
        self._register = Register.read(folder)
        self._postcodes = PostcodeTables(folder, self._register)
        self._names = PlaceNames(folder, self._register)
        self._outlines = Outlines(folder)
        # The same few towns and outcodes are asked for all day.
        self._outcode_place = lru_cache(_REMEMBERED)(self._postcodes.outcode)
        self._named = lru_cache(_REMEMBERED)(self._names.named)

    @classmethod
    def open(cls, folder: Path) -> "Gazetteer":
        """Map the tables in ``folder``; raise `NotBuilt` where there are none."""
        return cls(folder)

    def postcode(self, text: str) -> Place | None:
        """The place of a full postcode, in any case and spacing; None when it is unknown or none."""
        return self._postcodes.postcode(text)

    def bulk(self, postcodes: Sequence[str]) -> PlaceColumns:
        """Where each of many postcodes is; the same answers as `postcode`, as columns."""
        return self._postcodes.bulk(postcodes)

    def find(self, text: str, near: Point | None = None) -> Finding:
        """What a person means who typed ``text`` for a place: a postcode, a part of one, or a name.

        A name may be followed by the area it lies in ("Newport, Shropshire"). Namesakes are ordered by size or, where
        ``near`` is given, by nearness to it. Never raises.
        """
        text = text.strip()
        if not text:
            return Finding(reason=say("Type a postcode or the name of a place."))
        with suppress(InvalidValue):
            return self._find_postcode(Postcode.parse(text))
        part = part_of_postcode(text)
        if part is None:
            return self._names.find(text, near)
        return self._find_sector(part) if " " in part else self._find_outcode(part)

    def begun(self, text: str, most: int) -> tuple[Place, ...]:
        """At most ``most`` places that a person may mean who is still typing ``text``, likeliest first.

        Of a postcode that goes beyond its sector, the sector; of a part of one, the parts that begin so; else places
        by name, of which those that have namesakes are told apart. Nothing that was typed is kept in memory.
        """
        squeezed = "".join(text.split())
        if _BEYOND_SECTOR.fullmatch(squeezed):
            sector = sector_of(squeezed.rstrip(ascii_letters))
            place = self._find_sector(sector).place if sector else None
            return (place,) if place else ()
        if _PART.fullmatch(text.strip()):
            return self._postcodes.parts_begun(" ".join(text.split()), most)
        return self._names.begun(text, most)

    def place_named(self, text: str, near: Point | None = None) -> Finding | None:
        """What a name means that is spelt as we know it, with an area after a comma if any; else None, and quickly."""
        # What is near somebody is not kept in memory: it tells where they are.
        return self._named(text) if near is None else self._names.named(text, near)

    def longest_name(self, words: Sequence[str]) -> KnownName | None:
        """The longest name of a place that the first of ``words`` make up, in microseconds.

        The words come folded: lower case, plain letters and figures, no apostrophes, "st" for "saint", "on" for "upon".
        """
        return self._names.longest_at_start(words)

    def outlines(self, box: Box, most_points: int) -> list[Line]:
        """The lines between wards, or authorities in a larger box; none in tables that were built without the pack."""
        return self._outlines.within(box, most_points)

    def places_within(self, box: Box, most: int) -> list[tuple[str, Point]]:
        """The names and middles of the largest places in ``box``, the largest first, at most ``most``."""
        return self._names.within(box, most)

    def has_outcode(self, text: str) -> bool:
        """Whether ``text`` is an outcode that has a place, in any case: "ne28" is, "B120" is not."""
        outcode = outcode_of(text)
        return outcode is not None and self._outcode_place(outcode) is not None

    def nearest(self, point: Point) -> Place | None:
        """The postcode nearest to ``point``; None at sea, abroad and in Northern Ireland."""
        return self._postcodes.nearest(point)

    def authority_at(self, point: Point) -> str | None:
        """The code of the local authority ``point`` is in: that of the nearest postcode."""
        place = self.nearest(point)
        return place.local_authority if place else None

    def local_authority(self, code: str) -> LocalAuthority | None:
        """The active authority of this code or, with the pack, the one that took over from it."""
        return self._register.get(code)

    def local_authority_named(self, name: str) -> LocalAuthority | None:
        """The authority of this name, however it is styled: "City of Edinburgh" is "Edinburgh, City of"."""
        return self._register.named(name)

    def _find_postcode(self, postcode: Postcode) -> Finding:
        place = self._postcodes.postcode(postcode.key)
        return _found(place, Precision.POSTCODE) or self._unknown(str(postcode), postcode.outcode, postcode.sector)

    def _find_sector(self, sector: str) -> Finding:
        outcode = sector.split()[0]
        # Northern Ireland has no sectors here, as it has no postcodes: its outcodes stand for both.
        is_irish = outcode.startswith("BT")
        place = self._postcodes.outcode(outcode) if is_irish else self._postcodes.sector(sector)
        return _found(place, Precision.SECTOR) or self._unknown(sector, outcode)

    def _find_outcode(self, outcode: str) -> Finding:
        return _found(self._outcode_place(outcode), Precision.OUTCODE) or self._unknown(outcode, outcode)

    def _unknown(self, text: str, outcode: str, sector: str | None = None) -> Finding:
        """Why a text in the form of a postcode has no place, and the part of it that has one."""
        island = _ISLANDS.get(outcode[:2])
        if island:
            why = say(
                "Postcodes of {island} have no published coordinates, so {postcode} cannot be placed.",
                island=island,
                postcode=text,
            )
            return Finding(reason=why)
        known: str = say("the name of a town")
        if sector and self._postcodes.sector(sector):
            known = sector
        elif self._postcodes.outcode(outcode):
            known = outcode
        why = say("There is no {postcode} among the postcodes we know; try {known}.", postcode=text, known=known)
        return Finding(reason=why)


def _found(place: Place | None, asked: Precision) -> Finding | None:
    """The finding of ``place``, with a note where it is coarser than what was asked for."""
    if place is None:
        return None
    if place.precision is asked:
        return Finding(place=place)
    note = say("Postcodes of Northern Ireland are known to their first half only: this is {place}.", place=place.label)
    return Finding(place=place, reason=note)
