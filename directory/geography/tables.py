"""The compiled tables: read-only numpy columns in one folder, mapped into memory and shared between processes.

Degrees are kept as whole millionths (0.1 m): finer than the grid references they come from, which are whole metres.
"""

from dataclasses import dataclass, fields
from pathlib import Path
from typing import TypeVar

import msgspec
import numpy as np
from numpy.typing import ArrayLike, NDArray

from directory.domain.errors import SignpostError
from directory.domain.places import Point
from directory.geography.numbering import Numbers

FORMAT = 2
"""The version of this layout; tables of any other version are built again."""

MICRO = 1_000_000
NO_AUTHORITY = -1

Micro = NDArray[np.int32]
Flags = NDArray[np.bool_]
Table = TypeVar("Table")


class NotBuilt(SignpostError):
    """There are no tables to look in."""

    def __init__(self, folder: Path) -> None:
        super().__init__(f"There are no postcode tables in {folder}: build them with signpost geography build.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Points:
    """Postcodes by number, ascending. ``authorities`` are positions in the register, or `NO_AUTHORITY`."""

    numbers: Numbers
    latitudes: Micro
    longitudes: Micro
    authorities: NDArray[np.int16]
    ended: Flags

    def point(self, row: int) -> Point:
        """The point of one row."""
        return Point(int(self.latitudes[row]) / MICRO, int(self.longitudes[row]) / MICRO)

    def find(self, numbers: Numbers) -> NDArray[np.intp]:
        """The row of each number, or -1."""
        rows = np.searchsorted(self.numbers, numbers)
        found = np.take(self.numbers, rows, mode="clip") == numbers
        return np.where(found, rows, -1)

    def at(self, rows: ArrayLike) -> "Points":
        """Some of the rows, in the order given."""
        return Points(**{field.name: getattr(self, field.name)[rows] for field in fields(Points)})


@dataclass(frozen=True, slots=True, kw_only=True)
class Areas(Points):
    """Sectors or outcodes by number, with the distance in metres that holds nine in ten of their postcodes."""

    radii: NDArray[np.float32]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cells:
    """Postcodes by the square they lie in: rows ``order[starts[i]:starts[i + 1]]`` lie in square ``numbers[i]``."""

    numbers: Numbers
    starts: NDArray[np.uint32]
    order: NDArray[np.uint32]


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedPlaces:
    """Towns, villages, neighbourhoods and authorities; ``outcodes`` may be `NO_NUMBER`."""

    names: NDArray[np.bytes_]
    latitudes: Micro
    longitudes: Micro
    radii: NDArray[np.float32]
    authorities: NDArray[np.int16]
    outcodes: Numbers


@dataclass(frozen=True, slots=True, kw_only=True)
class NameKeys:
    """Folded names, ascending, each with the row of a place it may mean and how readily it means that one."""

    keys: NDArray[np.bytes_]
    rows: NDArray[np.uint32]
    weights: NDArray[np.float32]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lines:
    """Lines end to end: line i is points ``starts[i]:starts[i + 1]``. ``boxes`` are the least longitude and latitude
    of each and the greatest, in millionths of a degree."""

    latitudes: Micro
    longitudes: Micro
    starts: NDArray[np.uint32]
    boxes: Micro


class Manifest(msgspec.Struct, frozen=True, kw_only=True):
    """What the tables were compiled from: editions of the packages, and the pack's files with their sizes."""

    format: int
    postcodes: str
    places: str
    pack: dict[str, int] | None

    def write(self, folder: Path) -> None:
        """Keep the manifest beside the tables."""
        (folder / "manifest.json").write_bytes(msgspec.json.encode(self))

    @classmethod
    def read(cls, folder: Path) -> "Manifest":
        """The manifest of the tables in ``folder``; raise `NotBuilt` where there are none of this layout."""
        try:
            manifest = msgspec.json.decode((folder / "manifest.json").read_bytes(), type=cls)
        except (FileNotFoundError, NotADirectoryError, msgspec.DecodeError):
            raise NotBuilt(folder) from None
        if manifest.format != FORMAT:
            raise NotBuilt(folder)
        return manifest


def micro(degrees: ArrayLike) -> Micro:
    """Degrees as whole millionths."""
    return np.rint(np.asarray(degrees, np.float64) * MICRO).astype(np.int32)


def write_table(table: Points | Cells | NamedPlaces | NameKeys | Lines, folder: Path, name: str) -> None:
    """Write each column to a file of its own."""
    for field in fields(table):
        np.save(folder / f"{name}-{field.name}.npy", getattr(table, field.name))


def read_table(kind: type[Table], folder: Path, name: str) -> Table:
    """Map the columns `write_table` wrote."""
    columns = fields(kind)  # type: ignore[arg-type]  # every kind is one of the dataclasses above
    return kind(**{column.name: _mapped(folder / f"{name}-{column.name}.npy") for column in columns})


def _mapped(path: Path) -> NDArray[np.generic]:
    # The plain array over the map: numpy.memmap runs Python code at every slice.
    mapped: NDArray[np.generic] = np.load(path, mmap_mode="r")
    return np.asarray(mapped)
