"""Browsing: needs and areas with counts that agree with the searches they lead to, kept for a while."""

import re
from collections.abc import Callable
from html import unescape
from typing import cast
from unittest.mock import patch

import pytest
from flask.testing import FlaskClient

from directory.domain.home import Home
from directory.domain.places import Point
from directory.geography import Gazetteer
from directory.queries.browse import Area
from index.protocol import Query
from tests.web import world
from web.app import create_app
from web.browse import counts as counting
from web.browse.areas import place_in, regions
from web.browse.counts import Counts, Kept, count_ahead
from web.config import Config
from web.wiring import Rooms

NORTH_TYNESIDE = "E08000022"
LINK = re.compile(r'<a href="([^"]*)"[^>]*>([^<]*)</a> <span class="sp-n">([0-9,]+)<')


def counted_links(page: str) -> list[tuple[str, str, int]]:
    """The links of a page that bear a count: address, label and count."""
    return [(unescape(address), label, int(count)) for address, label, count in LINK.findall(page)]


def found_by(client: FlaskClient, address: str) -> int:
    """How many services a search finds, without those that have probably closed."""
    answer = client.get(address.replace("/search?", "/search.json?", 1)).json
    assert answer is not None
    return int(answer["total"]) - int(answer["likely_closed"])


def test_every_broad_need_has_a_count_and_the_names_of_the_narrower(client: FlaskClient) -> None:
    page = client.get("/needs").text
    links = counted_links(page)

    assert len(links) == 27
    assert ("/needs/food", "Food") in [(address, label) for address, label, _ in links]
    assert 'href="/needs/food-banks">Food banks</a>' in page


def test_the_count_of_a_need_is_what_its_search_finds(client: FlaskClient) -> None:
    [(_, _, count)] = [one for one in counted_links(client.get("/needs").text) if one[0] == "/needs/arts"]

    assert count > 0
    assert count == found_by(client, "/search?need=arts")
    assert f"{count} services help with this" in client.get("/needs/arts").text


def test_a_need_shows_what_people_say_the_needs_around_it_and_some_services(client: FlaskClient) -> None:
    narrow, broad = client.get("/needs/choirs").text, client.get("/needs/arts").text

    assert "People say things like “" in narrow
    assert 'href="/needs/arts"' in narrow
    assert "Wallsend Community Choir" in narrow
    assert 'href="/search?need=choirs"' in narrow
    assert 'name="need" value="choirs"' in narrow
    assert 'href="/needs/choirs"' in broad
    assert 'href="/needs"' in broad


def test_a_need_that_nothing_meets_shows_no_list(client: FlaskClient) -> None:
    page = client.get("/needs/benevolent-funds").text

    assert "0 services help with this" in page
    assert "Some of them" not in page


def test_there_is_no_other_need(client: FlaskClient) -> None:
    assert client.get("/needs/nothing").status_code == 404


def test_areas_are_named_with_how_many_services_meet_there(client: FlaskClient) -> None:
    assert counted_links(client.get("/areas").text) == [(f"/areas/{NORTH_TYNESIDE}", "North Tyneside", 7)]


def test_an_area_counts_needs_as_the_search_does_that_each_leads_to(client: FlaskClient) -> None:
    page = client.get(f"/areas/{NORTH_TYNESIDE}").text
    links = counted_links(page)

    assert "7 services meet here" in page
    assert links
    for address, _, count in links[:3]:
        answer = client.get(address.replace("/search?", "/search.json?", 1)).json
        assert answer is not None
        assert answer["total"] == count


def test_an_area_names_organizations_that_are_there_and_what_is_not_known(client: FlaskClient) -> None:
    page = client.get(f"/areas/{NORTH_TYNESIDE}").text

    assert ">Wallsend Arts Trust</a>" in page
    assert "Friends of the Howdon Ukulele Circle" not in page
    assert "What we do not know here" in page
    assert re.search(r"Of \d services nobody has told us lately whether they still run", page)


def test_an_area_of_which_we_know_nothing_says_so(client: FlaskClient) -> None:
    page = client.get("/areas/E06000052").text

    assert "0 services meet here" in page
    assert "<h1>Cornwall</h1>" in page


@pytest.mark.parametrize(("code", "part_of"), [("E07000008", "Cambridgeshire"), (NORTH_TYNESIDE, "England")])
def test_an_area_is_part_of_its_county_or_of_what_is_larger_and_never_of_itself(
    client: FlaskClient, code: str, part_of: str
) -> None:
    assert f"<span>{part_of}.</span>" in client.get(f"/areas/{code}").text


def test_there_is_no_other_area(client: FlaskClient) -> None:
    assert client.get("/areas/E99999999").status_code == 404


@pytest.fixture(scope="module")
def gazetteer(filled_home: Home) -> Gazetteer:
    """Where places are."""
    return Gazetteer.open(filled_home.geography)


def an_area(code: str, middle: Point | None = None) -> Area:
    """An area with a service or two."""
    return Area(code=code, services=2, unconfirmed=1, middle=middle)


def test_what_is_near_an_area_is_looked_for_where_its_name_or_else_its_services_are(gazetteer: Gazetteer) -> None:
    named = place_in(an_area("E06000021"), gazetteer)
    met = place_in(an_area(NORTH_TYNESIDE, Point(54.99, -1.53)), gazetteer)

    assert named is not None
    assert named.label == "Stoke-on-Trent"
    assert met is not None
    assert met.label == "NE28"
    assert place_in(an_area(NORTH_TYNESIDE), gazetteer) is None


@pytest.mark.usefixtures("links")
def test_areas_stand_by_nation_in_the_order_of_names(gazetteer: Gazetteer) -> None:
    codes = ("W06000015", "E08000022", "E06000021", "X1")

    found = regions({code: an_area(code) for code in codes}, gazetteer)

    assert [(one.title, [area.label for area in one.areas]) for one in found] == [
        ("Elsewhere", ["X1"]),
        ("England", ["North Tyneside", "Stoke-on-Trent"]),
        ("Wales", ["Cardiff"]),
    ]


class Ticking:
    """A stop-watch, a cursor and work, each counted by hand."""

    def __init__(self) -> None:
        self.now, self.cursor, self.worked = 0.0, 0, 0

    def work(self) -> int:
        """The number of times it was worked out."""
        self.worked += 1
        return self.worked

    def kept(self) -> Kept[int]:
        """What is kept of the work for ten seconds."""
        return Kept(self.work, lambda: self.cursor, lambda: self.now, 10.0, aside=lambda work: work())


def test_what_is_kept_is_worked_out_again_when_it_is_old_and_something_changed() -> None:
    ticking = Ticking()
    kept = ticking.kept()
    seen = []
    for now, cursor in ((0, 0), (10, 1), (11, 0), (21.5, 0), (25, 2), (33, 2), (34, 2)):
        ticking.now, ticking.cursor = now, cursor
        seen.append(kept())

    assert seen == [1, 1, 1, 1, 1, 1, 2]


def test_while_it_is_worked_out_again_the_others_get_what_there_was() -> None:
    ticking = Ticking()
    waiting: list[Callable[[], object]] = []
    kept = Kept(ticking.work, lambda: ticking.cursor, lambda: ticking.now, 10.0, aside=waiting.append)
    kept()
    ticking.now, ticking.cursor = 11.0, 1

    assert [kept(), kept()] == [1, 1]

    [begun] = waiting
    begun()
    assert kept() == 2


def test_what_cannot_be_worked_out_again_stays_and_is_tried_again(caplog: pytest.LogCaptureFixture) -> None:
    ticking = Ticking()
    kept = ticking.kept()
    kept()
    for now in (11.0, 12.0):
        ticking.now, ticking.cursor = now, 1
        with patch.object(kept, "_work_out", side_effect=OSError("no such disk")):
            assert kept() == 1
    assert caplog.text.count("cannot be counted again") == 2

    assert [kept(), kept()] == [1, 2]


def test_areas_are_counted_before_anybody_asks(filled_home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    begun: list[Callable[[], object]] = []
    monkeypatch.setattr(counting, "aside", begun.append)
    app = create_app(Config(home=filled_home))

    count_ahead(app)

    [work] = begun
    assert NORTH_TYNESIDE in cast("dict[str, Area]", work())


def test_counts_are_of_the_rooms_they_were_made_for(filled_home: Home) -> None:
    rooms = Rooms(filled_home, now=lambda: world.NOW)
    counts = Counts(rooms, clock=lambda: 0.0)

    assert counts.areas()[NORTH_TYNESIDE].services == 7
    assert counts.of_need("choirs") == rooms.index().search(Query(filters={"need": ("choirs",)})).fitting
    rooms.database().close()
