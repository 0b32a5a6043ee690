"""Place names before they are tables: which records are one place, and how readily a name means it."""

import pytest

from directory.geography.named_places import KnownPlace, PlaceKind, Town, distinct, key_table, places_of


def place(name: str = "Newport", **changes: object) -> KnownPlace:
    facts: dict[str, object] = {
        "name": name, "kind": PlaceKind.SETTLEMENT, "latitude": 51.59, "longitude": -3.0, "people": 1000.0
    }  # fmt: skip
    return KnownPlace(**{**facts, **changes})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "other",
    [
        place(latitude=51.62),
        place(latitude=51.80, outcode="NP20"),
        place(latitude=51.80, authority="W06000022", kind=PlaceKind.AUTHORITY),
        place("newport"),
    ],
)
def test_records_of_one_name_near_or_in_one_area_are_one_place(other: KnownPlace) -> None:
    city = place(people=150_000.0, outcode="NP20", authority="W06000022")

    assert distinct([other, city]) == [city]


@pytest.mark.parametrize("other", [place(latitude=52.77), place("Newport Pagnell")])
def test_places_far_apart_or_of_other_names_stay_apart(other: KnownPlace) -> None:
    assert len(distinct([place(), other])) == 2


def test_a_united_place_has_the_point_of_its_centre_and_every_name() -> None:
    conurbation = place(latitude=51.62, people=300_000.0, other_names=("Greater Newport",))
    centre = place(people=150_000.0, is_centre=True, other_names=("Casnewydd",))

    (city,) = distinct([conurbation, centre])

    assert (city.latitude, city.people) == (51.59, 300_000.0)
    assert city.other_names == ("Greater Newport", "Casnewydd")


def test_a_name_nobody_can_type_is_left_out() -> None:
    assert distinct([place("札幌")]) == []


def test_a_city_of_a_short_name_comes_before_a_village_and_other_names_after() -> None:
    places = [
        place("Newcastle", people=7_000.0),
        place("Newcastle upon Tyne", people=290_000.0, other_names=("Newcastle", "NCL")),
        place("Newcastle Emlyn", people=1_000.0, other_names=("Newcastle",)),
    ]

    keys = key_table(places)

    weights = {int(row): weight for key, row, weight in zip(*columns(keys), strict=True) if key == b"newcastle"}
    assert sorted(weights, key=weights.__getitem__, reverse=True) == [1, 0, 2]
    assert b"ncl" not in keys.keys


def columns(keys: object) -> list[list[object]]:
    return [getattr(keys, name).tolist() for name in ("keys", "rows", "weights")]


def test_a_place_nobody_counted_has_the_least_radius() -> None:
    assert place(people=0.0).radius == 500
    assert place(people=160_000.0).radius == pytest.approx(3_568, abs=1)
    assert place(radius_m=40_000.0).radius == 40_000


def test_a_town_of_geonames_is_a_settlement_at_its_centre() -> None:
    town = Town("Wallsend", 54.99, -1.53, "GB", 42_739, [])

    (wallsend,) = places_of([town])

    assert (wallsend.kind, wallsend.people, wallsend.is_centre) == (PlaceKind.SETTLEMENT, 42_739, True)
