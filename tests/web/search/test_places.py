"""Places while they are typed, and what maps show beneath their pins."""

import pytest
from flask.testing import FlaskClient

from web.config import LONGEST_PLACE, PLACES_OFFERED
from web.search.places import TOLD


def offered(client: FlaskClient, typed: str) -> list[str]:
    answer = client.get("/places.json", query_string={"q": typed}).json
    assert answer is not None
    return [place["label"] for place in answer["places"]]


def test_a_beginning_becomes_a_few_places_each_with_where_it_is(client: FlaskClient) -> None:
    answer = client.get("/places.json?q=wallsen")

    assert answer.json == {"places": [{"label": "Wallsend", "within": "North Tyneside"}]}
    assert answer.cache_control.public
    assert len(offered(client, "wal")) == PLACES_OFFERED


def test_where_a_place_is_is_not_said_twice(client: FlaskClient) -> None:
    answer = client.get("/places.json?q=newport").json

    assert answer is not None
    within = {place["label"]: place["within"] for place in answer["places"]}
    assert within["Newport, Isle of Wight"] is None


def test_a_whole_postcode_yields_its_sector_and_is_kept_by_nobody(client: FlaskClient) -> None:
    answer = client.get("/places.json?q=ne28+9nd")

    assert "9ND" not in answer.text
    assert offered(client, "ne28 9nd") == ["NE28 9"]
    assert answer.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("typed", ["", "  ", "zzzzzzzz"])
def test_what_begins_no_place_yields_none(client: FlaskClient, typed: str) -> None:
    assert offered(client, typed) == []


def test_more_than_a_place_can_be_is_refused(client: FlaskClient) -> None:
    answer = client.get("/places.json", query_string={"q": "a" * (LONGEST_PLACE + 1)})

    assert answer.status_code == 400
    assert answer.json is not None
    assert answer.json["error"]["field"] == "q"


def test_a_map_has_names_and_says_whose_they_are(client: FlaskClient) -> None:
    answer = client.get("/outlines.json?bbox=-1.56,54.97,-1.44,55.02")

    assert answer.json is not None
    assert "GeoNames" in answer.json["attribution"]
    outline, *names = answer.json["features"]
    assert outline["geometry"] == {"type": "MultiLineString", "coordinates": []}
    assert "Wallsend" in [one["properties"]["name"] for one in names]
    assert answer.cache_control.max_age == 86_400


def test_neighbouring_maps_are_one_answer(client: FlaskClient) -> None:
    one, other = (client.get(f"/outlines.json?bbox=-1.56,54.9{digit},-1.44,55.02") for digit in (6, 7))

    assert one.data == other.data


@pytest.mark.parametrize(
    "box",
    [
        "",
        "1,2,3",
        "a,b,c,d",
        "nan,50,1,51",
        "inf,50,1,51",
        "-1,55,-2,56",
        "-1,55,-0.5,54",
        "100,0,101,1",
        "-14,50,7,51",
    ],
)
def test_a_box_that_is_none_or_too_large_is_refused(client: FlaskClient, box: str) -> None:
    answer = client.get("/outlines.json", query_string={"bbox": box})

    assert answer.status_code == 400
    assert answer.json is not None
    assert answer.json["error"]["field"] == "bbox"


def test_so_many_as_are_offered_can_be_told() -> None:
    assert len(TOLD) == PLACES_OFFERED
    assert TOLD[:2] == ("1 place. Up and down arrows choose.", "2 places. Up and down arrows choose.")
