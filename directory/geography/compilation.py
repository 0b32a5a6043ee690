"""Compiles postcodes and place names into the tables the gazetteer reads, and says whether that is needed."""

import os
import shutil
from dataclasses import replace
from pathlib import Path

import numpy as np
from msgspec import structs

from directory.geography import named_places, onspd
from directory.geography import pack as geography_pack
from directory.geography.areas import SHARE_WITHIN, summarise
from directory.geography.authorities import Register, known_authorities
from directory.geography.distance import distances_m
from directory.geography.named_places import KnownPlace, PlaceKind
from directory.geography.nearest import lay_out, nearest_row
from directory.geography.numbering import OUTCODE, SECTOR, in_northern_ireland, outcode_text
from directory.geography.onspd import PostcodeDirectory, Progress
from directory.geography.outlines import compile_outlines
from directory.geography.tables import (
    FORMAT,
    MICRO,
    NO_AUTHORITY,
    Cells,
    Manifest,
    NotBuilt,
    Points,
    write_table,
)


def is_current(folder: Path, pack: Path | None = None) -> bool:
    """Whether the tables in ``folder`` are those a build would make now; with a pack they also serve without one."""
    try:
        built = Manifest.read(folder)
    except NotBuilt:
        return False
    wanted = _manifest(pack)
    return built == wanted or (pack is None and built == structs.replace(wanted, pack=built.pack))


def ensure(folder: Path, pack: Path | None = None, progress: Progress | None = None) -> None:
    """Build the tables unless they are current."""
    if not is_current(folder, pack):
        build(folder, pack, progress)


def build(folder: Path, pack: Path | None = None, progress: Progress | None = None) -> None:
    """Compile the tables beside ``folder`` and put them in its place; whoever has the old ones open keeps them.

    Without the pack no postcode is known to have ended, authorities have codes and no names, and place names are the
    towns and villages of GeoNames.
    """
    manifest = _manifest(pack)
    workshop = folder.with_name(f".{folder.name}-{os.getpid()}")
    shutil.rmtree(workshop, ignore_errors=True)
    workshop.mkdir(parents=True)
    try:
        _compile(workshop, pack, progress or _silent)
        manifest.write(workshop)
        _publish(workshop, folder)
    finally:
        shutil.rmtree(workshop, ignore_errors=True)


def _silent(stage: str, share: float) -> None:
    """Tell nobody."""


def _manifest(pack: Path | None) -> Manifest:
    return Manifest(
        format=FORMAT,
        postcodes=onspd.edition(),
        places=named_places.edition(),
        pack=geography_pack.fingerprint(pack) if pack else None,
    )


def _publish(workshop: Path, folder: Path) -> None:
    former = workshop.with_name(f"{workshop.name}-former")
    if folder.exists():  # a folder that is not empty cannot be renamed over
        folder.rename(former)
    workshop.rename(folder)
    shutil.rmtree(former, ignore_errors=True)


def _compile(folder: Path, pack: Path | None, progress: Progress) -> None:
    directory = onspd.read_postcodes(lambda stage, share: progress(stage, share * 0.5))
    register = _register(directory, pack)
    points = _placed_in(directory, register)
    if pack:
        progress("Marking ended postcodes", 0.6)
        points = replace(points, ended=np.isin(points.numbers, geography_pack.ended_postcodes(pack)))
    progress("Summing up sectors and outcodes", 0.7)
    # The Northern Irish part of the directory has a licence of its own: nothing finer than outcodes is kept of it.
    kept = points.at(~in_northern_ireland(points.numbers))
    write_table(kept, folder, "postcodes")
    write_table(summarise(kept, SECTOR), folder, "sectors")
    write_table(summarise(points, OUTCODE), folder, "outcodes")
    write_table(lay_out(kept), folder, "cells")
    register.write(folder)
    progress("Placing towns and villages", 0.8)
    cells = lay_out(points)
    places = [_located(place, points, cells, register) for place in _named_places(pack, register)]
    write_table(named_places.place_table(places, register), folder, "places")
    write_table(named_places.key_table(places), folder, "names")
    if pack:
        compile_outlines(pack, folder)
    progress("Built", 1)


def _register(directory: PostcodeDirectory, pack: Path | None) -> Register:
    packed = list(geography_pack.authorities(pack)) if pack else []
    known = {authority.code for authority in packed}
    return Register([*packed, *(one for one in known_authorities(directory.codes) if one.code not in known)])


def _placed_in(directory: PostcodeDirectory, register: Register) -> Points:
    """The postcodes with positions in the register for positions in the directory's own list of codes."""
    positions = np.array([*(register.positions[code] for code in directory.codes), NO_AUTHORITY], np.int16)
    return replace(directory.points, authorities=positions[directory.points.authorities])


def _named_places(pack: Path | None, register: Register) -> list[KnownPlace]:
    towns = named_places.read_towns()
    if pack is None:
        return named_places.distinct(named_places.places_of(towns.values()))
    return named_places.distinct(geography_pack.places(pack, towns, register))


def _located(place: KnownPlace, points: Points, cells: Cells, register: Register) -> KnownPlace:
    """The place with its authority, outcode and extent, as far as the postcodes around it tell them."""
    authority, outcode = place.authority, place.outcode
    if authority is None or outcode is None:
        row = nearest_row(points, cells, place.point)
        if row is not None:
            position = points.authorities[row]
            authority = authority or (register.codes[position] if position != NO_AUTHORITY else None)
            outcode = outcode or outcode_text(int(points.numbers[row]) // OUTCODE)
    radius = _extent_m(place, points, register) if place.kind is PlaceKind.AUTHORITY else None
    return replace(place, authority=authority, outcode=outcode, radius_m=radius)


def _extent_m(place: KnownPlace, points: Points, register: Register) -> float | None:
    """The distance from the middle of an authority within which nine in ten of its postcodes lie."""
    rows = np.flatnonzero(points.authorities == register.positions.get(place.authority or "", NO_AUTHORITY))
    if not len(rows):
        return None
    distances = distances_m(place.point, points.latitudes[rows] / MICRO, points.longitudes[rows] / MICRO)
    return float(np.quantile(distances, SHARE_WITHIN))
