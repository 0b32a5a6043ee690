"""Rounds of watching: what each visit leaves behind, and what a round does when something goes wrong."""

import logging
from datetime import timedelta
from itertools import pairwise
from typing import Any

import pytest

from crawlers import watch as watch_module
from crawlers.watch_recording import Finding, seen_in
from directory.domain.errors import NotFound
from directory.domain.parts import Address
from directory.domain.records import Channel, Location, LocationType, Organization, Service, ServiceAtLocation
from directory.intake.watch import Seen
from directory.queries.watching import feeds_in_trouble, requests_since
from tests.crawlers.visiting.site import Asked, Reply, page, redirect
from tests.crawlers.watch.world import WatchWorld, group, service_id, with_phone
from tests.directory.said import FIRST_DAY, said

ELM = "http://elm.example.org/"
CLUB = "Elm Lunch Club"
MEETS = f"{CLUB} meets in the village hall for lunch, tea and company."
CLOSED = f"{CLUB} has closed."


def with_elm(world: WatchWorld, *lines: str, **more: Any) -> None:
    """One group with one site, that says so."""
    world.server.add("elm.example.org", {"/": page(CLUB, *(lines or (MEETS,)), **more)})
    world.catalogue(group("elm", CLUB, ELM))


def fields(world: WatchWorld) -> dict[str, str]:
    """What is put forward, by field."""
    return {one.field: one.after for one in world.changes()}


def test_a_site_that_works_and_says_nothing_of_closing_is_seen_so(world: WatchWorld) -> None:
    with_elm(world)

    report = world.round()

    assert report.outcomes == {"ok": 1}
    [web] = world.seen("elm", Channel.WEB)
    [text] = world.seen("elm", Channel.TEXT)
    assert (web.symbol, web.on, web.url) == ("ok", world.now.date(), ELM)
    assert (text.symbol, text.text) == ("no_closure_words", None)


def test_nothing_is_visited_before_it_is_due(world: WatchWorld) -> None:
    with_elm(world)
    world.round()

    assert world.round(hours=1).visits == 0


def test_a_first_failure_is_shown_to_nobody_until_a_second_look(world: WatchWorld) -> None:
    with_elm(world)
    world.round()
    world.server.sites["elm.example.org"].refuses = True

    world.round(days=9)
    first = world.now.date()
    after_one = world.symbols("elm")
    world.round(hours=1)
    after_two = world.symbols("elm")
    world.round(days=1)

    assert world.page(ELM).failures == 3
    assert (after_one, after_two) == (["ok"], ["ok", "fail"])
    assert [(one.symbol, one.on) for one in world.seen("elm", Channel.WEB)][1:] == [
        ("fail", first),
        ("fail", world.now.date()),
    ]


def test_a_failure_before_midnight_counts_for_its_own_day_once_the_next_day_fails_too(world: WatchWorld) -> None:
    with_elm(world)
    world.server.sites["elm.example.org"].refuses = True
    world.round(hours=14, minutes=30)

    world.round(hours=1)

    assert [one.on for one in world.seen("elm", Channel.WEB)] == [
        FIRST_DAY.date(),
        FIRST_DAY.date() + timedelta(days=1),
    ]


def test_a_site_that_is_back_after_an_hour_never_failed(world: WatchWorld) -> None:
    with_elm(world)
    site = world.server.sites["elm.example.org"]
    site.refuses = True
    world.round()
    site.refuses = False

    world.round(hours=1)

    assert world.symbols("elm") == ["ok"]
    assert world.page(ELM).failing_since is None


def test_a_page_of_two_services_speaks_of_neither_alone(world: WatchWorld) -> None:
    world.server.add("elm.example.org", {"/": page("Elm", CLOSED, "Telephone: 0191 498 0123")})
    world.catalogue(group("elm", CLUB, ELM), group("oak", "Oak Lunch Club", "https://www.elm.example.org"))

    world.watch.once(ELM)

    assert world.symbols("elm") == ["ok"]
    assert world.symbols("elm", Channel.TEXT) == []
    assert fields(world) == {}


def test_the_site_of_an_organization_with_several_services_speaks_of_none_but_its_services_own_pages_do(
    world: WatchWorld,
) -> None:
    world.server.add("elm.example.org", {"/": page("Elm", CLOSED), "/lunch": page(CLUB, CLOSED)})
    records = [
        said("elm", Organization(name="Elm Community Trust", website=ELM)),
        said("lunch", Service(organization_id="elm", name=CLUB, url=f"{ELM}lunch")),
        said("choir", Service(organization_id="elm", name="Elm Choir")),
    ]
    world.catalogue(records)

    world.round()

    assert world.symbols("choir") == world.symbols("lunch") == ["ok"]
    assert world.symbols("choir", Channel.TEXT) == []
    assert [one.text for one in world.seen("lunch", Channel.TEXT)] == [CLOSED]


def test_words_of_a_page_that_does_not_want_it_are_not_kept(world: WatchWorld) -> None:
    with_elm(world, CLOSED, "Telephone: 0191 498 0123", X_Robots_Tag="noindex")

    world.round()

    [text] = world.seen("elm", Channel.TEXT)
    assert (text.symbol, text.text) == ("closure_words", None)
    proposals = world.changes()
    assert {one.field for one in proposals} == {"phone"}
    assert {one.sentence for one in proposals} == {""}


def test_a_page_that_is_no_text_is_a_page_that_works(world: WatchWorld) -> None:
    with_elm(world)
    body = Reply(body=b"%PDF-1.4 of some sort", headers={"Content-Type": "application/pdf"})
    world.server.sites["elm.example.org"].routes["/"] = body

    world.round()

    assert world.symbols("elm") == ["ok"]
    assert world.symbols("elm", Channel.TEXT) == []
    assert world.page(ELM).content_hash is not None


def test_what_a_page_says_otherwise_is_put_forward_until_it_does_not_say_so_any_more(world: WatchWorld) -> None:
    with_elm(world, MEETS, "Telephone: 0191 498 0123")
    world.round()
    said_first = fields(world)
    world.server.sites["elm.example.org"].routes["/"] = page(CLUB, MEETS)

    world.round(days=9)

    assert said_first == {"phone": "+441914980123"}
    assert fields(world) == {}


def test_what_the_catalogue_has_is_not_put_forward(world: WatchWorld) -> None:
    world.server.add("elm.example.org", {"/": page(CLUB, MEETS, "Telephone: 0191 498 0123")})
    world.catalogue(group("elm", CLUB, ELM, phones=with_phone("0191 498 0123")))

    world.round()

    assert fields(world) == {}


def test_a_part_of_a_postcode_is_as_good_as_none(world: WatchWorld) -> None:
    world.server.add("elm.example.org", {"/": page(CLUB, MEETS, "Find us at Elm Hall, Wallsend, NE28 9ND")})
    place = Location(location_type=LocationType.PHYSICAL, addresses=(Address(postal_code="NE28"),))
    at = ServiceAtLocation(service_id="elm", location_id="hall")
    world.catalogue(group("elm", CLUB, ELM), [said("hall", place), said("at hall", at)])

    world.round()

    assert fields(world) == {"postcode": "NE28 9ND"}


def test_a_pause_without_an_end_is_put_forward_as_such(world: WatchWorld) -> None:
    with_elm(world, MEETS, "We are closed until further notice.")

    world.round()

    assert fields(world) == {"paused_until": "until further notice"}
    assert world.symbols("elm", Channel.TEXT) == ["no_closure_words"]


def unchanged(asked: Asked) -> Reply:
    """A page that knows its own mark."""
    if asked.headers.get("If-None-Match") == '"1"':
        return Reply(status=304, headers={"ETag": '"1"'})
    return page(CLUB, CLOSED, ETag='"1"')


def test_a_page_that_has_not_changed_still_says_what_it_said(world: WatchWorld) -> None:
    with_elm(world)
    world.server.sites["elm.example.org"].routes["/"] = unchanged
    world.round()

    world.round(days=9)

    assert world.page(ELM).outcome == "not_modified"
    assert world.symbols("elm", Channel.TEXT) == ["closure_words"] * 2
    assert (world.page(ELM).checks, world.page(ELM).changes) == (2, 0)


def test_a_page_whose_last_words_are_lost_is_asked_for_again_as_a_whole(world: WatchWorld) -> None:
    with_elm(world)
    world.server.sites["elm.example.org"].routes["/"] = unchanged
    world.round()
    for kept in world.documents.rglob("*.gz"):
        kept.unlink()

    world.round(days=9)
    lost = world.page(ELM)
    world.round(days=61)

    assert (lost.outcome, lost.etag) == ("not_modified", None)
    assert world.page(ELM).outcome == "ok"
    assert world.symbols("elm", Channel.TEXT) == ["closure_words"] * 2


def drawn_by_scripts(asked: Asked) -> Reply:
    """A page that has next to no words until its scripts run."""
    if asked.headers.get("If-None-Match") == '"1"':
        return Reply(status=304)
    return page(CLUB, CLUB, head="<script src='/draw.js'></script>", ETag='"1"')


def test_a_page_without_words_says_that_its_site_works_and_no_more(world: WatchWorld) -> None:
    with_elm(world)
    world.server.sites["elm.example.org"].routes["/"] = drawn_by_scripts

    world.round()
    world.round(days=9)

    assert world.page(ELM).outcome == "not_modified"
    assert world.symbols("elm") == ["ok", "ok"]
    assert world.symbols("elm", Channel.TEXT) == []


def test_a_page_that_moved_goes_on_to_be_put_forward_while_it_does_not_change(world: WatchWorld) -> None:
    with_elm(world)
    world.server.sites["elm.example.org"].routes = {"/": redirect("/club"), "/club": unchanged}
    world.round()

    world.round(days=9)

    assert world.page(ELM).outcome == "not_modified"
    assert fields(world)["website"] == f"{ELM}club"


def test_a_service_that_changes_its_address_is_watched_there_alone(world: WatchWorld) -> None:
    with_elm(world)
    world.round()
    moved = world.server.add("elm-club.example.org", {"/": page(CLUB, MEETS)})
    before = len(world.server.sites["elm.example.org"].asked)

    world.catalogue(group("elm", CLUB, "http://elm-club.example.org"), days=9)
    world.round(days=61)

    assert "/" in moved.paths
    assert len(world.server.sites["elm.example.org"].asked) == before


def test_a_service_without_an_address_is_not_watched(world: WatchWorld) -> None:
    world.catalogue(group("elm", CLUB, None))

    assert world.round().visits == 0


def test_one_page_our_code_cannot_bear_keeps_no_other_from_being_visited(
    world: WatchWorld, caplog: pytest.LogCaptureFixture
) -> None:
    impossible = f"http://{'a' * 70}.example.org/"
    with_elm(world)
    world.catalogue(group("elm", CLUB, ELM), group("oak", "Oak", impossible))

    with caplog.at_level(logging.ERROR):
        report = world.round()

    assert report.outcomes == {"ok": 1, "trouble": 1}
    assert world.page(impossible).trouble == "InvalidValue"
    assert world.page(impossible).last_checked is None
    assert world.page(impossible).next_check >= FIRST_DAY + timedelta(days=1)
    assert [record.getMessage() for record in caplog.records] == [f"The visit to {impossible} ended in InvalidValue."]


def test_an_error_in_reading_one_page_is_seen_on_it_and_says_nothing_of_what_it_read(
    world: WatchWorld, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(finding: Finding, *known: Any) -> Seen:
        if finding.watched.page.url == ELM:
            raise RuntimeError("Mrs Elm, 0191 498 0123")
        return seen_in(finding, *known)

    monkeypatch.setattr(watch_module, "seen_in", fail)
    world.server.add("oak.example.org", {"/": page("Oak Choir", "Oak Choir sings.")})
    with_elm(world)
    world.catalogue(group("elm", CLUB, ELM), group("oak", "Oak Choir", "http://oak.example.org/"))

    report = world.round()

    assert report.outcomes == {"ok": 1, "trouble": 1}
    assert world.page(ELM).trouble == "RuntimeError"
    assert "0191" not in caplog.text
    monkeypatch.undo()
    world.round(days=1)
    assert world.page(ELM).trouble is None
    assert world.symbols("elm") == ["ok"]


def test_a_round_ends_when_our_own_network_is_down(world: WatchWorld) -> None:
    with_elm(world)
    world.is_online = False

    report = world.round()

    assert (report.is_offline, report.visits) == (True, 0)
    assert world.page(ELM).last_checked is None
    assert requests_since(world.database, FIRST_DAY) == []


def test_a_round_that_is_to_stop_begins_nothing_more(world: WatchWorld) -> None:
    with_elm(world)

    report = world.watch.round(should_stop=lambda: True)

    assert (report.is_cut, report.visits) == (True, 0)


def test_no_more_is_visited_than_the_budget_of_a_day(world: WatchWorld) -> None:
    for name in ("elm", "oak", "ash"):
        world.server.add(f"{name}.example.org", {"/": page(f"{name} choir", "It sings.")})
    world.catalogue(*(group(name, f"{name} choir", f"http://{name}.example.org/") for name in ("elm", "oak", "ash")))
    world.with_settings(daily_budget=2)

    visits = [world.round().visits, world.round(hours=1).visits, world.round(days=1).visits]

    assert visits == [2, 0, 1]


def test_what_a_host_has_no_answers_left_for_is_put_off_and_was_not_checked(world: WatchWorld) -> None:
    site = world.server.add("choirs.example.org")
    for number in range(24):
        site.routes[f"/{number}"] = page(f"Choir {number}", f"Choir {number} sings.")
    world.catalogue(*(group(str(one), f"Choir {one}", f"http://choirs.example.org/{one}") for one in range(24)))
    world.with_settings(pages_of_host=24)

    report = world.round()

    put_off = [page for page in world.pages().values() if page.last_checked is None]
    assert report.outcomes["postponed"] == len(put_off) > 0
    assert report.outcomes["ok"] == 24 - len(put_off)
    assert {page.next_check.date() for page in put_off} == {FIRST_DAY.date() + timedelta(days=1)}
    assert len(site.asked) == 20


def test_manners_are_remembered_by_the_next_process(world: WatchWorld) -> None:
    with_elm(world)
    world.round()

    world.watch = world.new_watch()
    world.watch.once(ELM)

    asked = requests_since(world.database, FIRST_DAY)
    gaps = [later.started_at - earlier.started_at for earlier, later in pairwise(asked)]
    assert len(asked) == 4  # robots rules and the page, by each process
    assert min(gaps) >= timedelta(seconds=5)


def test_one_page_or_one_service_may_be_looked_at_before_it_is_due(world: WatchWorld) -> None:
    with_elm(world)
    world.round()

    reports = [world.watch.once("HTTP://elm.example.org"), world.watch.once(service_id("elm"))]

    assert [report.visits for report in reports] == [1, 1]
    assert world.symbols("elm") == ["ok"]
    with pytest.raises(NotFound):
        world.watch.once("http://oak.example.org/")


def test_when_one_page_of_a_host_fails_others_of_it_are_looked_at_with_the_second_look(world: WatchWorld) -> None:
    site = world.server.add("choirs.example.org")
    for number in range(6):
        site.routes[f"/{number}"] = page(f"Choir {number}", f"Choir {number} sings.")
    world.catalogue(*(group(str(one), f"Choir {one}", f"http://choirs.example.org/{one}") for one in range(6)))
    world.round()
    site.refuses = True

    world.watch.once(service_id("0"))
    report = world.round(hours=1)

    assert report.outcomes == {"host_wide": 5}
    assert world.symbols("0") == ["ok"]


def test_requests_of_long_ago_are_forgotten(world: WatchWorld) -> None:
    with_elm(world)
    world.round()

    world.round(days=world.watch.settings.log_days + 1)

    assert {one.started_at > FIRST_DAY + timedelta(days=300) for one in requests_since(world.database, FIRST_DAY)} == {
        True
    }


def test_feeds_in_trouble_are_none_where_no_feeds_are(world: WatchWorld) -> None:
    with_elm(world)
    world.round()

    assert feeds_in_trouble(world.database) == []
