"""The register of local authorities: their codes, names and nations, and which took over from which."""

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import msgspec

from directory.domain.places import Nation
from directory.geography.spelling import fold_authority

_FILE = "authorities.json"

_TABLE = Path(__file__).parents[2] / "data" / "geography" / "local_authorities.csv"
"""Codes, names and counties of the authorities in force, since the postcode package has codes alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalAuthority:
    """A district or unitary authority by its GSS code.

    ``upper_tier`` is the county, where there is one. ``region`` and the codes of former authorities come from the
    geography pack. An authority that only the postcode package knows has no name, and its code is what can be shown.
    """

    code: str
    name: str | None = None
    nation: Nation | None = None
    upper_tier: str | None = None
    region: str | None = None
    successor: str | None = None

    def answers_to(self, qualifier: str) -> bool:
        """Whether a place here may be said to be in ``qualifier``: its authority, county, region, nation or code."""
        names = (self.name, self.upper_tier, self.region, self.nation, self.code)
        wanted = fold_authority(qualifier)
        return any(name is not None and fold_authority(name) == wanted for name in names)


class Register:
    """Local authorities by position (as tables hold them), by code and by name."""

    def __init__(self, authorities: Iterable[LocalAuthority]) -> None:
        self.authorities = tuple(sorted(authorities, key=lambda authority: authority.code))
        self.codes = tuple(authority.code for authority in self.authorities)
        self.positions = {code: position for position, code in enumerate(self.codes)}
        # Active ones last, so that a name a former and an active authority share is the active one's.
        former_first = sorted(self.authorities, key=lambda authority: authority.successor is None)
        self._by_name = {fold_authority(each.name): each.code for each in former_first if each.name}

    def get(self, code: str) -> LocalAuthority | None:
        """The active authority of this code, which may be the code of one it took over from."""
        position = self.positions.get(code)
        if position is None:
            return None
        authority = self.authorities[position]
        return self.get(authority.successor) if authority.successor else authority

    def active_code(self, code: str) -> str:
        """The code of the authority that now does what the one of ``code`` did."""
        authority = self.get(code)
        return authority.code if authority else code

    def named(self, name: str) -> LocalAuthority | None:
        """The active authority of this name, however it is styled; names of former ones lead to their successor."""
        code = self._by_name.get(fold_authority(name))
        return self.get(code) if code else None

    def write(self, folder: Path) -> None:
        """Keep the register beside the tables."""
        (folder / _FILE).write_bytes(msgspec.json.encode(self.authorities))

    @classmethod
    def read(cls, folder: Path) -> "Register":
        """Read what `write` wrote."""
        return cls(msgspec.json.decode((folder / _FILE).read_bytes(), type=tuple[LocalAuthority, ...]))


def known_authorities(codes: Iterable[str]) -> list[LocalAuthority]:
    """The authorities in force by the table in ``data/``, and those of ``codes`` that it does not name."""
    with _TABLE.open(encoding="utf-8", newline="") as lines:
        named = [
            LocalAuthority(
                code=row["code"],
                name=row["name"],
                nation=Nation.of_area(row["code"]),
                upper_tier=row["county"] or None,
            )
            for row in csv.DictReader(lines)
        ]
    nameless = sorted(set(codes) - {authority.code for authority in named})
    return [*named, *(LocalAuthority(code=code, nation=Nation.of_area(code)) for code in nameless)]
