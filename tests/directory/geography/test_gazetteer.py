"""Postcodes, sectors and outcodes in the real tables: known places, honest gaps, one and many alike."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from directory.domain.places import Nation, Point, Precision
from directory.geography import PRECISIONS, Gazetteer, NotBuilt
from directory.geography.tables import Areas, Points, read_table

KNOWN = [
    ("NE28 9ND", 55.01179, -1.49559, "E08000022", Nation.ENGLAND),
    ("SW1A 1AA", 51.50101, -0.14159, "E09000033", Nation.ENGLAND),
    ("M1 1AE", 53.48347, -2.23118, "E08000003", Nation.ENGLAND),
    ("EH1 1YZ", 55.95033, -3.19302, "S12000036", Nation.SCOTLAND),
    ("CF10 1AA", 51.47910, -3.17809, "W06000015", Nation.WALES),
    ("LS1 4AP", 53.79546, -1.55572, "E08000035", Nation.ENGLAND),
]
REAL_OR_NOT = ["NE28 9ND", "sw1a1aa", "BT1 5GS", "bt99 9zz", "JE2 3AB", "NE28 9ZZ", "NE28", "", "Newport", "GIR 0AA"]
ONES = st.one_of(st.text(), st.sampled_from(REAL_OR_NOT))


@pytest.mark.parametrize(("postcode", "latitude", "longitude", "authority", "nation"), KNOWN)
def test_known_postcodes_are_where_they_are(
    gazetteer: Gazetteer, postcode: str, latitude: float, longitude: float, authority: str, nation: Nation
) -> None:
    place = gazetteer.postcode(postcode.lower().replace(" ", ""))

    assert place is not None
    assert place.point.distance_m(Point(latitude, longitude)) < 5
    assert (place.label, place.postcode, place.outcode) == (postcode, postcode, postcode.split()[0])
    assert (place.precision, place.radius_m, place.ended) == (Precision.POSTCODE, 100, False)
    assert (place.local_authority, place.nation) == (authority, nation)


def test_a_sector_and_an_outcode_hold_the_postcodes_in_them(gazetteer: Gazetteer) -> None:
    postcode = gazetteer.postcode("NE28 9ND")
    sector, outcode = gazetteer.find("ne28 9").place, gazetteer.find("ne28").place

    assert postcode
    assert sector
    assert outcode
    assert (sector.label, sector.precision) == ("NE28 9", Precision.SECTOR)
    assert (outcode.label, outcode.precision) == ("NE28", Precision.OUTCODE)
    assert sector.local_authority == outcode.local_authority == "E08000022"
    assert 100 <= sector.radius_m < outcode.radius_m < 5_000
    assert sector.point.distance_m(postcode.point) < 3_000


def test_a_space_tells_a_sector_from_an_outcode(gazetteer: Gazetteer) -> None:
    sector, outcode = gazetteer.find("NE2 1").place, gazetteer.find("NE21").place

    assert sector
    assert outcode
    assert (sector.label, outcode.label) == ("NE2 1", "NE21")


def test_a_northern_irish_postcode_has_the_precision_of_its_outcode(gazetteer: Gazetteer) -> None:
    for text in ("BT1 5GS", "BT1 5"):
        finding = gazetteer.find(text)
        assert finding.place
        assert (finding.place.label, finding.place.precision) == ("BT1", Precision.OUTCODE)
        assert (finding.place.nation, finding.place.local_authority) == (Nation.NORTHERN_IRELAND, "N09000003")
        assert finding.place.point.distance_m(Point(54.6, -5.93)) < 1_000
        assert finding.reason == "Postcodes of Northern Ireland are known to their first half only: this is BT1."


def test_no_northern_irish_postcode_is_kept(geography_folder: Path) -> None:
    points = read_table(Points, geography_folder, "postcodes")
    sectors = read_table(Areas, geography_folder, "sectors")

    belfast = Point(54.6, -5.93)
    for table in (points, sectors):
        rows = np.flatnonzero((table.longitudes < -5_500_000) & (table.latitudes > 54_000_000))
        assert all(table.point(int(row)).distance_m(belfast) > 30_000 for row in rows)


@pytest.mark.parametrize(
    ("text", "island"),
    [("JE2 3AB", "Jersey"), ("gy1", "Guernsey"), ("IM1 1AA", "the Isle of Man"), ("IM1 1", "the Isle of Man")],
)
def test_postcodes_of_the_islands_are_never_placed(gazetteer: Gazetteer, text: str, island: str) -> None:
    finding = gazetteer.find(text)

    assert finding.place is None
    assert finding.reason is not None
    assert finding.reason.startswith(f"Postcodes of {island} have no published coordinates")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("NE28 9ZZ", "There is no NE28 9ZZ among the postcodes we know; try NE28 9."),
        ("NE28 1ZZ", "There is no NE28 1ZZ among the postcodes we know; try NE28."),
        ("NE28 1", "There is no NE28 1 among the postcodes we know; try NE28."),
        ("ZZ9 9ZZ", "There is no ZZ9 9ZZ among the postcodes we know; try the name of a town."),
        ("ZZ9", "There is no ZZ9 among the postcodes we know; try the name of a town."),
        ("BT83 9ZZ", "There is no BT83 9ZZ among the postcodes we know; try the name of a town."),
        ("BT83 9", "There is no BT83 9 among the postcodes we know; try the name of a town."),
    ],
)
def test_an_unknown_postcode_leads_to_the_part_of_it_that_is_known(
    gazetteer: Gazetteer, text: str, reason: str
) -> None:
    finding = gazetteer.find(text)

    assert finding.place is None
    assert finding.reason == reason


@settings(deadline=None)
@given(texts=st.lists(ONES, max_size=20))
def test_many_postcodes_have_the_answers_that_one_has(gazetteer: Gazetteer, texts: list[str]) -> None:
    columns = gazetteer.bulk(texts)

    assert len(columns) == len(texts)
    for row, text in enumerate(texts):
        place = gazetteer.postcode(text)
        assert PRECISIONS[columns.precision[row]] is (place.precision if place else Precision.NONE)
        assert columns.local_authority[row] == ((place and place.local_authority) or "")
        assert columns.ended[row] == (place is not None and place.ended)
        if place is None:
            assert np.isnan([columns.latitude[row], columns.longitude[row], columns.radius_m[row]]).all()
        else:
            assert (columns.latitude[row], columns.longitude[row]) == (place.point.latitude, place.point.longitude)
            assert columns.radius_m[row] == place.radius_m


@settings(deadline=None)
@given(text=st.one_of(ONES, st.lists(ONES, max_size=3).map(", ".join)))
def test_finding_never_raises_and_explains_itself(gazetteer: Gazetteer, text: str) -> None:
    finding = gazetteer.find(text)

    assert finding.place is not None or finding.reason is not None


def test_every_point_lies_in_the_united_kingdom(geography_folder: Path) -> None:
    for kind, name in ((Points, "postcodes"), (Areas, "sectors"), (Areas, "outcodes")):
        table = read_table(kind, geography_folder, name)
        assert (np.diff(table.numbers.astype(np.int64)) > 0).all()
        assert 49_800_000 < table.latitudes.min() < table.latitudes.max() < 60_900_000
        assert -8_700_000 < table.longitudes.min() < table.longitudes.max() < 1_800_000
        assert (table.authorities >= 0).all()


def test_ended_postcodes_still_resolve_and_say_so(packed_gazetteer: Gazetteer) -> None:
    place = packed_gazetteer.postcode("AB1 0AA")
    outcode = packed_gazetteer.find("AB1").place

    assert place
    assert outcode
    assert place.ended
    assert outcode.ended
    assert place.local_authority == "S12000033"
    assert packed_gazetteer.bulk(["AB1 0AA", "NE28 9ND"]).ended.tolist() == [True, False]


def test_without_the_pack_nothing_is_known_to_have_ended(gazetteer: Gazetteer) -> None:
    place = gazetteer.postcode("AB1 0AA")

    assert place
    assert not place.ended
    assert not gazetteer.has_pack


def test_the_authority_at_a_point_is_that_of_the_nearest_postcode(gazetteer: Gazetteer) -> None:
    assert gazetteer.authority_at(Point(55.0118, -1.4956)) == "E08000022"
    assert gazetteer.authority_at(Point(60.155, -1.145)) == "S12000027"  # Lerwick
    assert gazetteer.authority_at(Point(57.3, -4.9)) == "S12000017"  # a glen, kilometres from any postcode


@pytest.mark.parametrize(
    ("latitude", "longitude"), [(48.85, 2.35), (54.6, -5.93), (55.0, 3.0), (-40.0, 170.0), (54.0, -9.1), (90.0, 0.0)]
)
def test_no_authority_is_made_up_far_from_any_postcode(gazetteer: Gazetteer, latitude: float, longitude: float) -> None:
    assert gazetteer.authority_at(Point(latitude, longitude)) is None


def test_opening_a_folder_without_tables_says_how_to_build_them(tmp_path: Path) -> None:
    with pytest.raises(NotBuilt, match="build them with signpost geography build"):
        Gazetteer.open(tmp_path / "nowhere")
