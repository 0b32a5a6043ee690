"""What there is to look through, on either database: living services of areas, and those that somebody listed."""

from collections.abc import Iterator

import pytest

from directory.domain.home import Home
from directory.queries import Database, open_catalogue
from directory.queries.browse import areas, listed_services, services_at_most
from tests.web import world

NORTH_TYNESIDE = "E08000022"


@pytest.fixture
def filled(home: Home, database_url: str) -> Iterator[Database]:
    """A catalogue in real places, in a database of each kind."""
    home = Home(folder=home.folder, database_url=database_url)
    world.fill(home)
    database = open_catalogue(home.database_url)
    yield database
    database.close()


def test_an_area_has_the_living_services_with_a_place_there_each_once(filled: Database) -> None:
    found = areas(filled)

    # The choir, the refuge, the lunch at two places, the friends, the shed, a band, and a trust that is based there.
    assert list(found) == [NORTH_TYNESIDE]
    assert found[NORTH_TYNESIDE].services == 7
    assert 0 < found[NORTH_TYNESIDE].unconfirmed < 7


def test_the_middle_of_an_area_is_among_its_places(filled: Database) -> None:
    middle = areas(filled)[NORTH_TYNESIDE].middle

    assert middle is not None
    assert (round(middle.latitude, 1), round(middle.longitude, 1)) == (55.0, -1.5)


def test_services_that_somebody_listed_come_in_the_order_of_their_ids_with_their_day(filled: Database) -> None:
    found = listed_services(filled, "", 100)

    assert [one for one, _ in found] == sorted(one for one, _ in found)
    assert {world.CHOIR, world.REFUGE, world.LIVING_BAND} <= {one for one, _ in found}
    assert {world.FADING_BAND, world.CLOSED_BAND, world.VANISHED, world.TRUST_IN_REGISTER}.isdisjoint(dict(found))
    assert str(dict(found)[world.LIVING_BAND]) == "2026-11-03"
    assert listed_services(filled, "", 2) == found[:2]


def test_services_are_cut_by_the_beginnings_of_their_ids(filled: Database) -> None:
    whole = listed_services(filled, "", 100)

    assert [one for digit in "0123456789abcdef" for one in listed_services(filled, digit, 100)] == whole
    assert listed_services(filled, world.CHOIR[:4], 100) == [one for one in whole if one[0].startswith(world.CHOIR[:4])]


def test_there_are_no_fewer_services_than_listed_ones(filled: Database) -> None:
    assert services_at_most(filled) > len(listed_services(filled, "", 100))
