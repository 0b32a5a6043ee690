"""Postcodes as numbers that sort by area, district and sector, so that a table of them is one 32-bit array.

A number has six places, each with its own radix: first letter (26), second letter or none (27), district digit (10),
the digit or letter after it or none (37), sector digit (10), and the two letters of the unit (20 each). Dividing by
`SECTOR` or `OUTCODE` leaves the number of the sector or outcode that holds the postcode.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

SECTOR = 20 * 20
OUTCODE = 10 * SECTOR
_AREA = 37 * 10 * OUTCODE

NO_NUMBER = np.uint32(0xFFFFFFFF)
"""What stands for a text that is no postcode; it is larger than the number of any postcode."""

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_SECONDS = " " + _LETTERS
_DIGITS = "0123456789"
_SUFFIXES = " " + _DIGITS + _LETTERS
_UNITS = "ABDEFGHJLNPQRSTUWXYZ"  # Royal Mail leaves out C, I, K, M, O and V, which are misread in handwriting
_BLANK = ord(" ")

Numbers = NDArray[np.uint32]


def _values(alphabet: str) -> NDArray[np.int64]:
    """A table from ASCII code to the place of that character in ``alphabet``, -1 for all others."""
    table = np.full(128, -1, np.int64)
    table[[ord(character) for character in alphabet]] = np.arange(len(alphabet))
    return table


_LETTER, _SECOND, _DIGIT, _SUFFIX, _UNIT = map(_values, (_LETTERS, _SECONDS, _DIGITS, _SUFFIXES, _UNITS))


def _columns(text: str) -> str:
    """A postcode in seven columns, ``N1  1AA`` or ``NE289ND``; nothing for a text of another length."""
    squeezed = "".join(text.split()).upper()
    return f"{squeezed[:-3]:<4}{squeezed[-3:]}" if 5 <= len(squeezed) <= 7 else ""


def numbers_of(texts: Sequence[str]) -> Numbers:
    """The number of each postcode, in any case and spacing; `NO_NUMBER` where a text has not the form of one.

    The form is that of `Postcode.parse`, but for ``GIR 0AA``, which never had a place on the map.
    """
    columns = np.array([_columns(text) for text in texts], "U7").view(np.uint32).reshape(-1, 7)
    first, second, third, fourth, sector, unit, last = np.minimum(columns, 127).T
    one_letter = _DIGIT[second] >= 0
    places = (
        (_LETTER[first], 26),
        (np.where(one_letter, 0, _SECOND[second]), 27),
        (_DIGIT[np.where(one_letter, second, third)], 10),
        (np.where(one_letter & (fourth != _BLANK), -1, _SUFFIX[np.where(one_letter, third, fourth)]), 37),
        (_DIGIT[sector], 10),
        (_UNIT[unit], 20),
        (_UNIT[last], 20),
    )
    numbers = np.zeros(len(columns), np.int64)
    is_postcode = np.ones(len(columns), np.bool_)
    for values, radix in places:
        is_postcode &= values >= 0
        numbers = numbers * radix + values
    return np.where(is_postcode, numbers, NO_NUMBER).astype(np.uint32)


def number_of_sector(sector: str) -> np.uint32:
    """The number of a sector such as ``NE28 9``."""
    return np.uint32(numbers_of((sector + "AA",))[0] // SECTOR)


def number_of_outcode(outcode: str) -> np.uint32:
    """The number of an outcode such as ``NE28``."""
    return np.uint32(numbers_of((outcode + "0AA",))[0] // OUTCODE)


def outcode_text(number: int) -> str:
    """The outcode that has this number, ``NE28``."""
    rest, suffix = divmod(number, 37)
    rest, district = divmod(rest, 10)
    first, second = divmod(rest, 27)
    return f"{_LETTERS[first]}{_SECONDS[second]}{district}{_SUFFIXES[suffix]}".replace(" ", "")


def postcode_text(number: int) -> str:
    """The postcode that has this number, ``NE28 9ND``."""
    outcode, incode = divmod(number, OUTCODE)
    sector, units = divmod(incode, SECTOR)
    unit, last = divmod(units, 20)
    return f"{outcode_text(outcode)} {sector}{_UNITS[unit]}{_UNITS[last]}"


_NORTHERN_IRELAND = numbers_of(("BT0 0AA",))[0] // _AREA


def in_northern_ireland(numbers: Numbers) -> NDArray[np.bool_]:
    """Which postcodes are Northern Irish (area BT)."""
    is_irish: NDArray[np.bool_] = numbers // np.uint32(_AREA) == _NORTHERN_IRELAND
    return is_irish
