"""Reads the geography pack: ended postcodes, names of local authorities, and the fuller gazetteer."""

import csv
import gzip
import re
from collections.abc import Iterator
from pathlib import Path

from directory.domain.errors import SignpostError
from directory.domain.places import Nation
from directory.geography.authorities import LocalAuthority, Register
from directory.geography.named_places import KnownPlace, PlaceKind, Town
from directory.geography.numbering import Numbers, numbers_of
from directory.geography.outlines import FILES

_ENDED = "postcodes_gb_terminated.parquet"
_AUTHORITIES = "local_authorities.csv"
_GAZETTEER = "gazetteer.csv.gz"

_PEOPLE_TO_A_STOP = 100
"""Where the pack has no population, it has the number of bus stops: about one to a hundred people in villages."""

_QUALIFIER = re.compile(r"\s*\(.*\)$|, (City|County) of$")
"""Statisticians write "Newport (Isle of Wight)" and "Bristol, City of"; people do not."""

_KINDS = {
    "town": PlaceKind.SETTLEMENT,
    "locality": PlaceKind.SETTLEMENT,
    "neighbourhood": PlaceKind.NEIGHBOURHOOD,
    "ward": PlaceKind.NEIGHBOURHOOD,
    "local_authority": PlaceKind.AUTHORITY,
}


def fingerprint(pack: Path) -> dict[str, int]:
    """The files that are read from the pack, with their sizes; raise `SignpostError` where one is missing."""
    drawn = [name for name in FILES.values() if (pack / name).exists()]
    try:
        return {name: (pack / name).stat().st_size for name in (_ENDED, _AUTHORITIES, _GAZETTEER, *drawn)}
    except OSError as missing:
        raise SignpostError(f"{pack} is not a geography pack: {missing.filename} cannot be read.") from None


def ended_postcodes(pack: Path) -> Numbers:
    """The numbers of the postcodes that Royal Mail has ended."""
    try:
        from pyarrow import parquet
    except ImportError:
        raise SignpostError("Reading the geography pack needs pyarrow: pip install 'signpost[pack]'.") from None
    column = parquet.read_table(pack / _ENDED, columns=["pc"]).column("pc")
    return numbers_of(column.to_pylist())


def authorities(pack: Path) -> Iterator[LocalAuthority]:
    """Every local authority since 2018, former ones with their successor."""
    with (pack / _AUTHORITIES).open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            code, active = row["LADCD"], row["LADCD_ACTIVE"]
            yield LocalAuthority(
                code=code,
                name=row["LADNM"],
                nation=Nation.of_area(code),
                upper_tier=row["UTLANM"] or None,
                region=row["RGNNM"] or None,
                successor=active if active != code else None,
            )


def places(pack: Path, towns: dict[str, Town], register: Register) -> Iterator[KnownPlace]:
    """Every place the gazetteer names; those it took from GeoNames get their other names from ``towns``."""
    with gzip.open(pack / _GAZETTEER, "rt", encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            town = towns.get(row["id"]) if row["source"] == "geonames" else None
            # Northern Irish wards have no code but the name of their authority.
            authority = register.get(row["lad25"]) or register.named(row["within"] or "-")
            yield KnownPlace(
                name=_QUALIFIER.sub("", row["name"].strip('" ')),
                other_names=tuple(town.alternatenames) if town else (),
                kind=_KINDS[row["kind"]],
                latitude=float(row["lat"]),
                longitude=float(row["lon"]),
                people=_people(row),
                authority=authority.code if authority else None,
                outcode=row["outcode"] or None,
                is_centre=town is not None,
            )


def _people(row: dict[str, str]) -> float:
    return float(row["pop"] or 0) or _PEOPLE_TO_A_STOP * float(row["n_stops"] or 0)
