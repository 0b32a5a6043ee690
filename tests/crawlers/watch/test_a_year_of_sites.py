"""Sites of invented groups are played over a simulated year, watched by the real run, and judged by what it saw."""

from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from itertools import pairwise

import pytest

from crawlers.visiting.limits import LEAST_GAP_S
from directory.domain.records import Channel
from directory.domain.status.rules import State
from directory.domain.status.sightings import Sighting
from directory.geography import Gazetteer
from directory.queries.watching import Page, outages, requests_since
from directory.store.status import add_sightings
from tests.crawlers.visiting.site import Reply, page, redirect
from tests.crawlers.watch.world import WatchWorld, group, new_watch_world, service_id
from tests.directory.said import FIRST_DAY

CLUBS = ("outage", "parked", "lapsed", "moved", "closed", "paused", "robots")
CHOIRS = ("Alder", "Beech", "Cedar", "Damson", "Elder")
TROUBLE = 120
"""The day of the year on which most troubles begin."""

BACK = 240


def words(name: str, *more: str) -> Reply:
    """What the site of a group says."""
    return page(
        name, f"{name} meets every Tuesday at noon in the village hall.", "Come for lunch, tea and company.", *more
    )


class Year:
    """The year as it was, and what was thought in the middle of it."""

    def __init__(self, world: WatchWorld) -> None:
        self.world = world
        self.states: dict[tuple[str, int], State] = {}
        self.put_forward: set[tuple[str, str, str]] = set()
        self.pages_around_cut: list[dict[str, Page]] = []

    def play(self) -> None:
        """Let a year go by, with what befalls each site."""
        self._open_sites()
        troubles = {
            60: self._cut_our_network,
            64: self._restore_our_network,
            TROUBLE: self._begin_troubles,
            TROUBLE + 12: self._end_outages,
            200: self._close,
            BACK: self._come_back,
        }
        for week in range(53):
            for day in range(week * 7, week * 7 + 7):
                troubles.get(day, lambda: None)()
                self.world.rounds(1)
            self.world.judge()
            self._remember(week * 7 + 7)

    def _open_sites(self) -> None:
        add = self.world.server.add
        for name in CLUBS:
            add(f"{name}.example.org", {"/": words(f"The {name.title()} Lunch Club")})
        add("soft.example.org", {"/": words("A parish"), "/lunch": words("The Soft Lunch Club")})
        self.world.server.sites["robots.example.org"].routes["/robots.txt"] = Reply(
            body=b"User-agent: *\nDisallow: /\n"
        )
        add("choirs.example.org", {f"/{name}": words(f"{name} Choir") for name in CHOIRS})
        groups = [group(name, f"The {name.title()} Lunch Club", f"http://{name}.example.org/") for name in CLUBS]
        groups += [group("soft", "The Soft Lunch Club", "http://soft.example.org/lunch")]
        groups += [group(name, f"{name} Choir", f"http://choirs.example.org/{name}") for name in CHOIRS]
        self.world.catalogue(*groups)
        told = Sighting(
            service_id=service_id("outage"),
            channel=Channel.STATEMENT,
            symbol="owner_open",
            on=FIRST_DAY.date(),
            at=FIRST_DAY,
            reporter="the group",
        )
        with self.world.database.write() as transaction:
            add_sightings(transaction, [told])

    def _begin_troubles(self) -> None:
        sites = self.world.server.sites
        sites["outage.example.org"].refuses = True
        sites["choirs.example.org"].refuses = True
        sites["parked.example.org"].routes["/"] = page("parked.example.org", "This domain is for sale. Make an offer.")
        sites["lapsed.example.org"].is_registered = False
        sites["soft.example.org"].otherwise = page(
            "A parish", "Sorry, we could not find that page. Try our front page."
        )
        del sites["soft.example.org"].routes["/lunch"]
        self.world.server.add("elsewhere.example.net", {"/club": words("The Moved Lunch Club")})
        sites["moved.example.org"].routes["/"] = redirect("http://elsewhere.example.net/club")
        sites["paused.example.org"].routes["/"] = words(
            "The Paused Lunch Club", "We are closed for the summer and will be back on 1 September 2026."
        )

    def _end_outages(self) -> None:
        self.world.server.sites["outage.example.org"].refuses = False
        self.world.server.sites["choirs.example.org"].refuses = False

    def _close(self) -> None:
        self.world.server.sites["closed.example.org"].routes["/"] = page(
            "The Closed Lunch Club",
            "The Closed Lunch Club has closed. Thank you to everybody for your support over the years.",
        )

    def _come_back(self) -> None:
        self.world.server.sites["paused.example.org"].routes["/"] = words("The Paused Lunch Club", "We are back.")

    def _cut_our_network(self) -> None:
        self.world.is_online = False
        self.pages_around_cut.append(self.world.pages())

    def _restore_our_network(self) -> None:
        self.pages_around_cut.append(self.world.pages())
        self.world.is_online = True

    def _remember(self, day: int) -> None:
        for name in (*CLUBS, "soft", *CHOIRS):
            self.states[name, day] = self.world.running(name).assessment.state
        self.put_forward |= {(one.service_id, one.field, one.after) for one in self.world.changes()}

    def states_of(self, name: str) -> set[State]:
        """Every state that a group was in."""
        return {state for (known, _), state in self.states.items() if known == name}


@pytest.fixture(scope="module")
def year(tmp_path_factory: pytest.TempPathFactory, gazetteer: Gazetteer) -> Iterator[Year]:
    with new_watch_world(tmp_path_factory.mktemp("year"), gazetteer) as world:
        played = Year(world)
        played.play()
        yield played


def reasons(year: Year, name: str) -> dict[str, float]:
    """What speaks for a group at the end of the year (above 0), and against it."""
    return {one.channel: one.weight for one in year.world.running(name).assessment.reasons}


def test_an_outage_of_days_changes_nothing_for_long(year: Year) -> None:
    assert Counter(year.world.symbols("outage"))["fail"] >= 2
    assert year.states["outage", TROUBLE - 1] is year.states["outage", 182] is State.OPEN
    assert State.LIKELY_CLOSED not in year.states_of("outage")


@pytest.mark.parametrize("name", ["parked", "lapsed"])
def test_a_site_that_is_gone_for_months_counts_against_its_group(year: Year, name: str) -> None:
    assessment = year.world.running(name).assessment
    assert assessment.p_open < 0.5
    assert assessment.reasons[0].channel == "web"
    assert assessment.reasons[0].weight < -2
    assert year.world.symbols(name)[-1] == "gone"
    assert "closure_words" not in year.world.symbols(name, Channel.TEXT)


def test_a_domain_is_gone_only_once_it_was_unknown_on_another_day(year: Year) -> None:
    assert [one for one in year.world.symbols("lapsed") if one != "ok"][:2] == ["fail", "gone"]


def test_a_page_that_is_not_there_any_more_counts_as_failing_though_the_site_says_nothing_of_it(year: Year) -> None:
    assert year.world.page("http://soft.example.org/lunch").outcome == "soft_missing"
    assert year.world.symbols("soft")[-1] == "fail"
    assert reasons(year, "soft")["web"] < 0


def test_a_page_that_moved_is_well_and_its_new_address_is_put_forward(year: Year) -> None:
    assert set(year.world.symbols("moved")) == {"ok"}
    assert (service_id("moved"), "website", "http://elsewhere.example.net/club") in year.put_forward


def test_a_closing_notice_makes_it_likely_closed_in_its_own_words(year: Year) -> None:
    assert State.LIKELY_CLOSED in year.states_of("closed")
    assert year.states["closed", 371] in (State.LIKELY_CLOSED, State.CLOSED)
    said = year.world.seen("closed", Channel.TEXT)[-1]
    assert (said.symbol, said.text) == ("closure_words", "The Closed Lunch Club has closed.")


def test_a_pause_for_the_summer_never_looks_like_an_end(year: Year) -> None:
    assert year.states_of("paused") <= {State.OPEN, State.UNCONFIRMED}
    assert set(year.world.symbols("paused", Channel.TEXT)) == {"no_closure_words"}
    assert (service_id("paused"), "paused_until", "2026-09-01") in year.put_forward
    assert "paused_until" not in {one.field for one in year.world.changes()}


def test_a_site_that_may_not_be_read_says_nothing(year: Year) -> None:
    assert year.world.page("http://robots.example.org/").outcome == "robots_refused"
    assert year.world.symbols("robots") == []
    assert "web" not in reasons(year, "robots")


def test_an_outage_of_a_whole_host_is_of_the_host_alone(year: Year) -> None:
    [(outage, began, ended)] = outages(year.world.database)
    assert (outage.host, outage.services, outage.outcomes) == ("choirs.example.org", 5, "refused")
    assert ended is not None
    assert TROUBLE <= (began - FIRST_DAY).days <= TROUBLE + 12 <= (ended - FIRST_DAY).days
    for name in CHOIRS:
        assert set(year.world.symbols(name)) == {"ok"}


def test_nothing_is_recorded_while_our_own_network_is_down(year: Year) -> None:
    before, after = year.pages_around_cut
    assert before == after
    assert any(page.next_check < FIRST_DAY + timedelta(days=64) for page in after.values())
    cut = [FIRST_DAY + timedelta(days=day) for day in (60, 64)]
    assert [one for one in requests_since(year.world.database, cut[0]) if one.started_at < cut[1]] == []


def test_what_is_seen_is_kept_once_a_day(year: Year) -> None:
    for name in (*CLUBS, "soft", *CHOIRS):
        for channel in (Channel.WEB, Channel.TEXT):
            seen = [(one.symbol, one.on) for one in year.world.seen(name, channel)]
            assert len(seen) == len(set(seen))


def test_no_host_and_no_address_was_asked_faster_than_manners_allow(year: Year) -> None:
    asked: dict[str, list[tuple[float, float]]] = {}
    for one in requests_since(year.world.database, FIRST_DAY):
        began = one.started_at.timestamp()
        for name in {one.host, one.address} - {None}:
            asked.setdefault(str(name), []).append((began, began + one.took_s))
    assert len(asked["127.0.0.1"]) > 500
    for spans in asked.values():
        assert all(later - ended >= LEAST_GAP_S - 0.001 for (_, ended), (later, _) in pairwise(spans))


def test_pages_that_do_not_change_are_left_alone_for_longer_and_longer(year: Year) -> None:
    gaps = [days for days, _ in year.world.page("http://choirs.example.org/Alder").gaps]
    assert gaps[0] < 4 < 15 < gaps[-1]
