"""What the tables of watching keep, on both engines: pages in their turn, hosts, and proposals once each."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy.exc import IntegrityError

from directory.domain.records import Channel
from directory.domain.status.sightings import Sighting
from directory.store import Database, crawl_log, proposals, schema_watching, status, watching
from directory.store.crawl_log import HostMemory, Outage, Request
from directory.store.proposals import Proposal
from directory.store.watching import Page

AT = datetime(2026, 3, 2, 9, tzinfo=UTC)
HOUR = timedelta(hours=1)


def known(name: str, **more: Any) -> Page:
    host, _, path = name.partition("/")
    values: dict[str, Any] = {"host": host, "place": name, "kind": "site", "next_check": AT}
    return Page(url=f"http://{host}/{path}", **(values | more))


def failing(name: str, failures: int = 1, **more: Any) -> Page:
    return known(name, failing_since=AT - HOUR, failures=failures, last_checked=AT - HOUR, **more)


def keep(database: Database, *pages: Page) -> None:
    """Watch these pages, each for a service of its own."""
    with database.write() as transaction:
        watching.add_pages(transaction, pages)
        watching.set_addresses(transaction, {f"service of {one.url}": one.url for one in pages})


def due(database: Database, at: datetime = AT, most: int = 10, most_of_host: int = 10) -> list[str]:
    with database.read() as transaction:
        return [one.url for one in watching.due(transaction, at, most=most, most_of_host=most_of_host)]


def test_a_page_is_kept_as_it_is(database: Database) -> None:
    page = known(
        "elm.example.org/",
        outcome="ok",
        gaps=((1.5, True), (2.0, False)),
        rate=0.25,
        last_read=AT,
        feed_since=date(2026, 3, 1),
        is_noindex=True,
    )
    keep(database, page)

    with database.read() as transaction:
        assert watching.pages(transaction, [page.url, "http://oak.example.org/"]) == {page.url: page}


def test_what_fails_is_due_first_then_what_is_overdue_longest(database: Database) -> None:
    keep(
        database,
        known("a.example.org/"),
        known("b.example.org/", next_check=AT - HOUR),
        failing("c.example.org/"),
        known("d.example.org/", next_check=AT + HOUR),
    )

    assert due(database) == ["http://c.example.org/", "http://b.example.org/", "http://a.example.org/"]
    assert due(database, most=1) == ["http://c.example.org/"]


def test_of_one_host_only_so_many_are_due_at_once(database: Database) -> None:
    keep(database, *(known(f"elm.example.org/{number}") for number in range(5)), known("oak.example.org/"))

    assert due(database, most_of_host=2) == [
        "http://elm.example.org/0", "http://elm.example.org/1", "http://oak.example.org/",
    ]  # fmt: skip


def test_a_page_of_no_service_is_not_due(database: Database) -> None:
    page = known("elm.example.org/")
    keep(database, page)
    with database.write() as transaction:
        watching.set_addresses(transaction, {f"service of {page.url}": None})

    assert due(database) == []
    with database.read() as transaction:
        assert watching.rates(transaction) == []


def test_a_page_that_is_watched_stays_as_it_was_when_it_is_added_again(database: Database) -> None:
    keep(database, known("elm.example.org/", checks=3))
    keep(database, known("elm.example.org/"))

    with database.read() as transaction:
        assert watching.pages(transaction, ["http://elm.example.org/"])["http://elm.example.org/"].checks == 3


def test_feeds_go_with_the_page_they_were_found_on(database: Database) -> None:
    with database.write() as transaction:
        watching.set_addresses(transaction, {"club": "http://elm.example.org/"})
        watching.set_feeds(transaction, "club", "http://elm.example.org/", ["http://elm.example.org/feed", "x"])
        watching.set_feeds(transaction, "club", "http://elm.example.org/", ["http://elm.example.org/feed"])
        before = watching.urls_of(transaction, "club")
        watching.set_addresses(transaction, {"club": "http://elm.example.org/"})
        same = watching.urls_of(transaction, "club")
        watching.set_addresses(transaction, {"club": "http://oak.example.org/"})

        assert before == same == ["http://elm.example.org/", "http://elm.example.org/feed"]
        assert watching.urls_of(transaction, "club") == ["http://oak.example.org/"]


def test_pages_of_a_host_that_fail_and_those_not_tried_since_are_told_apart(database: Database) -> None:
    keep(
        database,
        failing("elm.example.org/a"),
        known("elm.example.org/b", last_checked=AT - 9 * HOUR),
        known("elm.example.org/c", last_checked=AT),
        known("elm.example.org/d"),
        failing("oak.example.org/"),
    )

    with database.read() as transaction:
        failed = watching.failing(transaction, "elm.example.org", AT - 2 * HOUR)
        long_ago = watching.failing(transaction, "elm.example.org", AT)
        untried = watching.untried_since(transaction, "elm.example.org", AT - HOUR, 4)

    assert [one.place for one in failed] == ["elm.example.org/a"]
    assert long_ago == []
    assert [one.place for one in untried] == ["elm.example.org/b", "elm.example.org/d"]


def test_what_is_checked_of_a_day_is_counted(database: Database) -> None:
    keep(database, known("a.example.org/", last_checked=AT), known("b.example.org/", last_checked=AT - HOUR))

    with database.read() as transaction:
        assert watching.checked_since(transaction, AT) == 1


def seen(**more: Any) -> Sighting:
    values: dict[str, Any] = {
        "service_id": "club", "channel": Channel.WEB, "symbol": "ok", "on": AT.date(), "at": AT, "url": "http://e/",
    }  # fmt: skip
    return Sighting(**(values | more))


def test_what_is_seen_on_a_page_is_kept_once_a_day(database: Database) -> None:
    others = (seen(symbol="fail"), seen(on=date(2026, 3, 3)), seen(channel=Channel.TEXT), seen(service_id="choir"))
    with database.write() as transaction:
        first = watching.add_seen(transaction, [seen()])
        again = watching.add_seen(transaction, [seen(at=AT + HOUR)])
        more = watching.add_seen(transaction, others)
        found = status.sightings_of(transaction, ["club", "choir"])

    assert (first, again, more) == ({"club"}, set(), {"club", "choir"})
    assert found["club"] == [seen(), *others[:3]]


def test_what_people_say_twice_is_kept_twice(database: Database) -> None:
    told = seen(channel=Channel.STATEMENT, symbol="public_open", url=None)

    with database.write() as transaction:
        status.add_sightings(transaction, [told, told])
        assert len(status.sightings_of(transaction, ["club"])["club"]) == 2


def test_what_hosts_bore_is_remembered_and_the_log_is_cut(database: Database) -> None:
    memory = HostMemory(host="elm.example.org", not_before=AT, day=AT.date(), pages=2, bytes=900)
    asked = Request(
        host="elm.example.org", address="192.0.2.1", url="http://elm.example.org/", started_at=AT, took_s=0.25,
        bytes=900, status=200, failure=None,
    )  # fmt: skip
    with database.write() as transaction:
        crawl_log.write_host_memories(transaction, [memory])
        crawl_log.write_host_memories(transaction, [replace(memory, pages=3)])
        crawl_log.log_requests(transaction, [asked, replace(asked, started_at=AT - HOUR)])
        crawl_log.forget_requests(transaction, AT)

        assert crawl_log.host_memories(transaction) == [replace(memory, pages=3)]
        assert crawl_log.requests_since(transaction, AT - 9 * HOUR) == [asked]


def test_an_outage_of_a_host_is_kept_once_until_it_is_over(database: Database) -> None:
    outage = Outage(host="elm.example.org", services=5, outcomes="refused")
    with database.write() as transaction:
        crawl_log.note_outage(transaction, outage, AT)
        crawl_log.note_outage(transaction, replace(outage, services=7), AT + HOUR)
        crawl_log.end_outage(transaction, outage.host, AT + 2 * HOUR)
        crawl_log.end_outage(transaction, outage.host, AT + 3 * HOUR)
        crawl_log.note_outage(transaction, outage, AT + 4 * HOUR)

        assert crawl_log.outages(transaction) == [
            (replace(outage, services=7), AT, AT + 2 * HOUR),
            (outage, AT + 4 * HOUR, None),
        ]


def put_forward(**more: Any) -> Proposal:
    values: dict[str, Any] = {
        "service_id": "club", "field": "phone", "before": None, "after": "+441914980123", "sentence": "Tel: 0191 …",
        "url": "http://elm.example.org/", "syntax": "labelled", "confidence": "medium", "found_at": AT,
    }  # fmt: skip
    return Proposal(**(values | more))


def test_a_proposal_is_put_forward_once(database: Database) -> None:
    with database.write() as transaction:
        proposals.add_proposals(transaction, [put_forward()])
        proposals.add_proposals(transaction, [put_forward(found_at=AT + HOUR), put_forward(after="+441914980124")])
        found = proposals.open_proposals(transaction)

    assert [one.after for one in found.values()] == ["+441914980123", "+441914980124"]
    assert [one.found_at for one in found.values()] == [AT, AT]


def test_a_proposal_lapses_with_what_the_page_says_and_comes_back_with_it(database: Database) -> None:
    phone, email = put_forward(), put_forward(field="email", after="club@elm.example.org")
    elsewhere = put_forward(service_id="choir", url="http://oak.example.org/")
    with database.write() as transaction:
        proposals.add_proposals(transaction, [phone, email, elsewhere])
        proposals.lapse_proposals(transaction, phone.url, [email], AT + HOUR)
        lapsed = [*proposals.open_proposals(transaction).values()]
        proposals.lapse_proposals(transaction, phone.url, [], AT + HOUR)
        proposals.add_proposals(transaction, [replace(phone, found_at=AT + 2 * HOUR)])
        back = [*proposals.open_proposals(transaction).values()]

    assert lapsed == [email, elsewhere]
    assert back == [replace(phone, found_at=AT + 2 * HOUR), elsewhere]


def test_what_a_person_rejected_is_not_put_forward_again(database: Database) -> None:
    with database.write() as transaction:
        proposals.add_proposals(transaction, [put_forward()])
        rejected = schema_watching.proposal.update().values(verdict="rejected", decided_at=AT, decided_by="curator")
        transaction.execute(rejected)

        proposals.add_proposals(transaction, [put_forward()])
        proposals.lapse_proposals(transaction, put_forward().url, [], AT)

        assert proposals.open_proposals(transaction) == {}


@pytest.mark.parametrize(
    "wrong", [{"kind": "podcast"}, {"failures": 1}, {"failing_since": AT}, {"next_check": None}], ids=str
)
def test_what_makes_no_sense_of_a_page_is_refused(database: Database, wrong: dict[str, Any]) -> None:
    with pytest.raises(IntegrityError), database.write() as transaction:
        watching.write_page(transaction, known("elm.example.org/", **wrong))
