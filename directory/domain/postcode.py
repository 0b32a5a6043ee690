"""UK postcodes as a type: parsed once, compared without spaces, shown with one."""

import re
from dataclasses import dataclass

from directory.domain.errors import InvalidValue

_OUTCODE = r"(?:GIR|[A-Z]{1,2}[0-9][A-Z0-9]?|[A-Z]{1,2}[0-9]{2})"
_FULL = re.compile(rf"({_OUTCODE})([0-9][ABD-HJLNP-UW-Z]{{2}})")
_SECTOR = re.compile(rf"({_OUTCODE})([0-9])")
_PARTIAL = re.compile(_OUTCODE)


def _squeeze(text: str) -> str:
    return "".join(text.split()).upper()


@dataclass(frozen=True, slots=True, order=True)
class Postcode:
    """A full UK postcode such as ``NE28 9ND``, in the form Royal Mail writes it.

    The form is checked, not whether the postcode exists: `directory.geography` knows that.
    """

    outcode: str
    incode: str

    @classmethod
    def parse(cls, text: str) -> "Postcode":
        """Read a postcode in any case and spacing; raise `InvalidValue` when it has not the form of one."""
        match = _FULL.fullmatch(_squeeze(text))
        if match is None:
            raise InvalidValue("postal_code", text, "This is not a UK postcode, which looks like NE28 9ND")
        return cls(match[1], match[2])

    @property
    def key(self) -> str:
        """The postcode without its space, as look-up tables hold it."""
        return self.outcode + self.incode

    @property
    def sector(self) -> str:
        """The outcode and the first digit of the incode: ``NE28 9``, the finest place kept about a person."""
        return f"{self.outcode} {self.incode[0]}"

    def __str__(self) -> str:
        return f"{self.outcode} {self.incode}"


def sector_of(text: str) -> str | None:
    """The sector (``NE28 9``) that ``text`` has the form of, else None."""
    match = _SECTOR.fullmatch(_squeeze(text))
    return f"{match[1]} {match[2]}" if match else None


def outcode_of(text: str) -> str | None:
    """The outcode (``NE28``) that ``text`` has the form of, else None."""
    match = _PARTIAL.fullmatch(_squeeze(text))
    return match[0] if match else None


def is_whole_postcode(text: str | None) -> bool:
    """Whether ``text`` is a full postcode and not a part of one."""
    return text is not None and _FULL.fullmatch(_squeeze(text)) is not None


def part_of_postcode(text: str) -> str | None:
    """The sector or outcode that ``text`` means, else None.

    "NE28" has the form of both the outcode and the sector NE2 8: only a digit written apart makes it the sector.
    """
    sector, outcode = sector_of(text), outcode_of(text)
    is_apart = len(text.split()[-1]) == 1 if text.strip() else False
    return sector if sector and (outcode is None or is_apart) else outcode
