"""Places by name: forgiving spelling, namesakes told apart, areas after a comma."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory.domain.places import Nation, Point, Precision
from directory.geography import Finding, Gazetteer
from directory.geography.spelling import fold, fold_authority

NEWPORT_WALES = Point(51.5877, -2.9984)
NEWPORT_SHROPSHIRE = Point(52.7668, -2.3773)
NEWPORT_WIGHT = Point(50.7015, -1.2912)


def is_at(finding: Finding, point: Point, within_m: float = 3_000) -> bool:
    assert finding.place is not None, finding.reason
    return finding.place.point.distance_m(point) < within_m


def test_a_town_is_found_with_its_authority_nation_and_extent(gazetteer: Gazetteer) -> None:
    place = gazetteer.find("Wallsend").place

    assert place
    assert (place.label, place.precision, place.outcode) == ("Wallsend", Precision.PLACE, "NE28")
    assert (place.local_authority, place.nation) == ("E08000022", Nation.ENGLAND)
    assert 500 <= place.radius_m < 5_000


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("kings lynn", "King's Lynn"),
        ("KING’S LYNN", "King's Lynn"),
        ("saint albans", "St Albans"),
        ("St. Albans", "St Albans"),
        ("newcastle-upon-tyne", "Newcastle upon Tyne"),
        ("Newcastle on Tyne", "Newcastle upon Tyne"),
        ("stoke upon trent", "Stoke-on-Trent"),
        ("Newcastle", "Newcastle upon Tyne"),
        ("hull", "Kingston upon Hull"),
        ("Caerdydd", "Cardiff"),
        ("Wallsend, Tyne and Wear", "Wallsend"),
        ("Wallsend, NE28, England, UK", "Wallsend"),
        ("Wallsend,", "Wallsend"),
    ],
)
def test_spelling_is_forgiven(gazetteer: Gazetteer, typed: str, found: str) -> None:
    place = gazetteer.find(typed).place

    assert place
    assert place.label == found


def test_a_northern_irish_town_has_its_nation(gazetteer: Gazetteer) -> None:
    place = gazetteer.find("Belfast").place

    assert place
    assert (place.nation, place.local_authority, place.outcode) == (Nation.NORTHERN_IRELAND, "N09000003", "BT1")


def test_of_namesakes_the_largest_comes_first_and_labels_tell_them_apart(gazetteer: Gazetteer) -> None:
    finding = gazetteer.find("Newport")

    assert is_at(finding, NEWPORT_WALES)
    assert finding.place
    labels = [finding.place.label, *(place.label for place in finding.alternatives)]
    assert labels[:3] == ["Newport, Wales", "Newport, Isle of Wight", "Newport, Telford and Wrekin"]
    assert len(set(labels)) == len(labels)


def test_with_the_pack_labels_name_the_authority(packed_gazetteer: Gazetteer) -> None:
    finding = packed_gazetteer.find("Newport")

    assert is_at(finding, NEWPORT_WALES)
    assert finding.place
    labels = [finding.place.label, *(place.label for place in finding.alternatives)]
    assert labels[:3] == ["Newport, Wales", "Newport, Isle of Wight", "Newport, Telford and Wrekin"]
    assert len(set(labels)) == len(labels)


@pytest.mark.parametrize("name", ["Newport", "Newtown", "Newcastle", "Heaton", "Ashford", "Castle", "Conwy", "Portway"])
def test_a_label_leads_back_to_its_place(packed_gazetteer: Gazetteer, name: str) -> None:
    finding = packed_gazetteer.find(name)

    assert finding.place
    for place in (finding.place, *finding.alternatives):
        assert is_at(packed_gazetteer.find(place.label), place.point, within_m=1), place.label


def test_nearness_orders_namesakes_where_a_point_is_given(gazetteer: Gazetteer) -> None:
    finding = gazetteer.find("Newport", near=Point(50.7, -1.3))

    assert is_at(finding, NEWPORT_WIGHT)
    distances = [place.point.distance_m(Point(50.7, -1.3)) for place in finding.alternatives]
    assert distances == sorted(distances)


@pytest.mark.parametrize(
    ("typed", "point"),
    [
        ("Newport, Shropshire", NEWPORT_SHROPSHIRE),  # the county it lies beside: it is in Telford and Wrekin
        ("Newport, Telford & Wrekin", NEWPORT_SHROPSHIRE),
        ("Newport, TF10", NEWPORT_SHROPSHIRE),
        ("newport, isle of wight", NEWPORT_WIGHT),
        ("Newport, Essex", Point(51.9843, 0.2136)),
        ("Newport, Wales", NEWPORT_WALES),
        ("Bristol, City of", Point(51.4552, -2.5966)),
        ("Newcastle, Newry, Mourne and Down", Point(54.2180, -5.8897)),
    ],
)
def test_the_area_after_a_comma_picks_among_namesakes(packed_gazetteer: Gazetteer, typed: str, point: Point) -> None:
    assert is_at(packed_gazetteer.find(typed), point)


def test_an_area_without_such_a_place_offers_the_namesakes(packed_gazetteer: Gazetteer) -> None:
    finding = packed_gazetteer.find("Wallsend, Cornwall")

    assert finding.place is None
    assert [place.label for place in finding.alternatives] == ["Wallsend"]
    assert finding.reason == "No place called Wallsend is known to be in Cornwall; choose among those of that name."


def test_an_unknown_area_is_not_guessed_among_namesakes(gazetteer: Gazetteer) -> None:
    finding = gazetteer.find("Newport, Shropshire")

    assert finding.place is None
    assert len(finding.alternatives) > 3


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("Walsend", "No place called Walsend is known; did you mean Wallsend?"),
        ("qqqqqqqqq", "No place called qqqqqqqqq is known; try a postcode."),
        ("?!", "No place called ?! is known; try a postcode."),
        ("x" * 200, f"No place called {'x' * 59}… is known; try a postcode."),
        ("  ", "Type a postcode or the name of a place."),
    ],
)
def test_an_unknown_name_is_explained(gazetteer: Gazetteer, typed: str, reason: str) -> None:
    assert gazetteer.find(typed) == Finding(reason=reason)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Perth & Kinross", "S12000048"),
        ("City of Edinburgh", "S12000036"),
        ("Edinburgh, City of", "S12000036"),
        ("argyll and bute council", "S12000035"),
        ("London Borough of Camden", "E09000007"),
        ("City of London", "E09000001"),
        ("Bristol", "E06000023"),
        ("Allerdale", "E06000063"),  # taken over by Cumberland in 2023
    ],
)
def test_an_authority_is_found_however_it_is_styled(packed_gazetteer: Gazetteer, name: str, code: str) -> None:
    authority = packed_gazetteer.local_authority_named(name)

    assert authority
    assert authority.code == code


def test_a_former_code_leads_to_the_active_authority(packed_gazetteer: Gazetteer) -> None:
    authority = packed_gazetteer.local_authority("E08000020")

    assert authority
    assert (authority.code, authority.name, authority.nation) == ("E08000037", "Gateshead", Nation.ENGLAND)


def test_authorities_have_names_without_the_pack(gazetteer: Gazetteer) -> None:
    authority = gazetteer.local_authority("E08000022")

    assert authority
    assert (authority.name, authority.nation) == ("North Tyneside", Nation.ENGLAND)
    assert gazetteer.local_authority_named("North Tyneside Council") == authority
    assert gazetteer.local_authority("E99999999") is None


@given(st.text())
def test_folding_a_name_twice_changes_nothing(name: str) -> None:
    assert fold(fold(name)) == fold(name)
    assert fold_authority(fold_authority(name)) == fold_authority(name)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("wallsend choir", 1),
        ("newcastle upon tyne choir", 1),  # not folded: it would be "newcastle on tyne"
        ("newcastle on tyne choir", 3),
        ("newcastle choir", 1),
        ("kings lynn", 2),
        ("kings choir", 0),
        ("walls", 0),  # the beginning of Wallsend
        ("wallsen", 0),
        ("zzz", 0),
        ("", 0),
        ("x" * 200, 0),
    ],
)
def test_the_longest_name_at_the_start_is_found(gazetteer: Gazetteer, words: str, found: int) -> None:
    known = gazetteer.longest_name(words.split())

    assert (known.words if known else 0) == found


def test_a_name_weighs_about_the_people_of_the_largest_that_bears_it(gazetteer: Gazetteer) -> None:
    newport, rye = gazetteer.longest_name(["newport"]), gazetteer.longest_name(["rye"])

    assert newport
    assert rye
    assert rye.weight < 50_000 < newport.weight


@given(st.lists(st.sampled_from(["st", "newcastle", "on", "tyne", "leeds", "great", "é", "kings", "lynn", "\x00"])))
def test_every_longest_name_is_one_that_is_known(gazetteer: Gazetteer, words: list[str]) -> None:
    known = gazetteer.longest_name(words)

    assert known is None or gazetteer.place_named(" ".join(words[: known.words])) is not None


def test_a_name_is_known_by_its_exact_spelling_alone(gazetteer: Gazetteer) -> None:
    assert gazetteer.place_named("Wallsend") == gazetteer.find("Wallsend")
    assert gazetteer.place_named("Newport", NEWPORT_WIGHT) == gazetteer.find("Newport", NEWPORT_WIGHT)
    assert gazetteer.place_named("Walsend") is None
    assert gazetteer.place_named("NE28") is None
    assert gazetteer.place_named("") is None


def test_an_area_that_does_not_hold_the_name_leaves_no_place(packed_gazetteer: Gazetteer) -> None:
    finding = packed_gazetteer.place_named("Wallsend, Cornwall")

    assert finding is not None
    assert finding.place is None


@pytest.mark.parametrize(
    ("text", "known"),
    [("NE28", True), ("ne28", True), ("BT1", True), ("B120", False), ("JE2", False), ("NE28 9", False)],
)
def test_an_outcode_is_known_where_it_has_a_place(gazetteer: Gazetteer, text: str, known: bool) -> None:
    assert gazetteer.has_outcode(text) is known
