"""Lines of maps: compiled from TopoJSON, cut out by a box, no finer than can be seen and never too many."""

import gzip
import json
from pathlib import Path

import pytest

from directory.geography import Box, Gazetteer
from directory.geography.outlines import FILES, Outlines, compile_outlines

WALLSEND = Box(-1.6, 54.95, -1.4, 55.05)
COUNTRY = Box(-3.0, 54.0, 0.0, 56.0)


def write(pack: Path, kind: str, arcs: list[list[tuple[int, int]]]) -> None:
    """One of the pack's files, whose unit is a thousandth of a degree from 2 W, 54 N."""
    file = pack / FILES[kind]
    file.parent.mkdir(exist_ok=True)
    topology = {"transform": {"scale": [0.001, 0.001], "translate": [-2, 54]}, "arcs": arcs, "objects": {}}
    file.write_bytes(gzip.compress(json.dumps(topology).encode()))


@pytest.fixture
def outlines(tmp_path: Path) -> Outlines:
    wiggly = [(500, 1000), *[(0, 1), (1, 0)] * 40]
    write(tmp_path, "ward", [[(450, 980), (10, 10)], wiggly, [(0, 0), (5, 5)]])
    write(tmp_path, "authority", [[(0, 0), (900, 1800)]])
    compile_outlines(tmp_path, tmp_path)
    return Outlines(tmp_path)


def test_the_lines_that_come_into_a_box_are_drawn_in_degrees(outlines: Outlines) -> None:
    _, short = outlines.within(WALLSEND, 1_000)

    assert short == [(-1.55, 54.98), (-1.54, 54.99)]


def test_a_line_is_no_finer_than_can_be_seen_and_keeps_its_ends(outlines: Outlines) -> None:
    fine = outlines.within(WALLSEND, 1_000)[0]
    coarse = outlines.within(Box(-1.9, 54.8, -1.3, 55.2), 1_000)[0]

    assert len(coarse) < len(fine) == 81
    assert (coarse[0], coarse[-1]) == (fine[0], fine[-1])


def test_the_shortest_lines_give_way_where_there_are_too_many_points(outlines: Outlines) -> None:
    assert [len(line) for line in outlines.within(WALLSEND, 81)] == [81]
    assert outlines.within(WALLSEND, 10) == []


def test_a_large_map_shows_authorities_and_not_wards(outlines: Outlines) -> None:
    assert outlines.within(COUNTRY, 1_000) == [[(-2.0, 54.0), (-1.1, 55.8)]]


def test_without_the_pack_there_are_no_lines_but_names(gazetteer: Gazetteer) -> None:
    assert gazetteer.outlines(WALLSEND, 1_000) == []
    names = [name for name, _ in gazetteer.places_within(WALLSEND, 3)]
    assert len(names) == 3
    assert "Wallsend" in [name for name, _ in gazetteer.places_within(WALLSEND, 60)]


def test_the_pack_in_the_mirror_has_lines_of_both_kinds(packed_gazetteer: Gazetteer) -> None:
    assert len(packed_gazetteer.outlines(WALLSEND, 20_000)) > 20
    assert sum(map(len, packed_gazetteer.outlines(COUNTRY, 20_000))) > 500
