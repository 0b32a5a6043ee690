"""The lines between wards and between authorities, for maps: compiled from TopoJSON, cut out by a box of degrees."""

import gzip
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import msgspec
import numpy as np

from directory.geography.tables import MICRO, Lines, micro, read_table, write_table

FILES = {"ward": "boundaries/wd25_uk_s25.topojson.gz", "authority": "boundaries/lad25_uk.topojson.gz"}
"""The lines of each kind, from the root of the geography pack; a pack may be without them."""

WARDS_WITHIN = 0.6
"""Degrees of longitude, about 40 km, up to which a map shows wards, and beyond which authorities alone."""

_PIECES = 400
"""How finely lines are drawn, in steps across a box: about two dots of a screen."""

Line = list[tuple[float, float]]


class Box(NamedTuple):
    """Degrees, as GeoJSON orders them."""

    west: float
    south: float
    east: float
    north: float


class _Transform(msgspec.Struct, frozen=True):
    scale: tuple[float, float]
    translate: tuple[float, float]


class _Topology(msgspec.Struct, frozen=True):
    transform: _Transform
    arcs: list[list[tuple[int, int]]]


def compile_outlines(pack: Path, folder: Path) -> None:
    """Keep the lines that ``pack`` has as tables in ``folder``."""
    for kind, name in FILES.items():
        if (pack / name).exists():
            with gzip.open(pack / name) as document:
                write_table(_lines(msgspec.json.decode(document.read(), type=_Topology)), folder, kind)


def _lines(topology: _Topology) -> Lines:
    (across, up), (west, south) = topology.transform.scale, topology.transform.translate
    # The points of an arc are each told by their distance from the one before.
    arcs = [np.cumsum(np.array(arc, np.int64), axis=0) for arc in topology.arcs]
    points = np.concatenate(arcs)
    longitudes, latitudes = micro(points[:, 0] * across + west), micro(points[:, 1] * up + south)
    starts = np.cumsum([0, *map(len, arcs)]).astype(np.uint32)
    first = starts[:-1]
    reach = (np.minimum, longitudes), (np.minimum, latitudes), (np.maximum, longitudes), (np.maximum, latitudes)
    boxes = np.stack([edge.reduceat(values, first) for edge, values in reach], axis=1)
    return Lines(latitudes=latitudes, longitudes=longitudes, starts=starts, boxes=boxes)


class Outlines:
    """The compiled lines; none where the tables were compiled without them."""

    def __init__(self, folder: Path) -> None:
        self._kinds = {
            kind: read_table(Lines, folder, kind) for kind in FILES if (folder / f"{kind}-boxes.npy").exists()
        }

    def within(self, box: Box, most_points: int) -> list[Line]:
        """The lines that come into ``box``, each as pairs of longitude and latitude, no finer than can be seen there;
        at most ``most_points`` points of them, the longest lines first."""
        kind = "ward" if box.east - box.west <= WARDS_WITHIN else "authority"
        if kind not in self._kinds:
            return []
        found = sorted(_drawn(self._kinds[kind], box), key=len, reverse=True)
        sizes = np.cumsum([len(line) for line in found])
        return found[: int(np.searchsorted(sizes, most_points, "right"))]


def _drawn(lines: Lines, box: Box) -> Iterator[Line]:
    west, south, east, north = (round(edge * MICRO) for edge in box)
    edges = lines.boxes
    meets = (edges[:, 0] <= east) & (edges[:, 2] >= west) & (edges[:, 1] <= north) & (edges[:, 3] >= south)
    step = max(1, (east - west) // _PIECES)
    for number in np.flatnonzero(meets).tolist():
        one = slice(int(lines.starts[number]), int(lines.starts[number + 1]))
        longitudes, latitudes = lines.longitudes[one], lines.latitudes[one]
        squares = np.stack([longitudes // step, latitudes // step])
        # Of the points in one square the first is drawn; both ends stay, so that lines still meet.
        kept = np.append(True, (np.diff(squares) != 0).any(axis=0))
        kept[-1] = True
        yield list(zip((longitudes[kept] / MICRO).tolist(), (latitudes[kept] / MICRO).tolist(), strict=True))
