"""RSS and Atom are read to posts on days that are written in full."""

from datetime import date, timedelta

import pytest

from crawlers.watching.dated import Dated, DatedKind, FeedFormat
from crawlers.watching.feeds import events_of_page, read_feed
from crawlers.watching.limits import MAX_BYTES, MAX_ITEMS, MAX_TAGS
from tests.crawlers.watching.documents import TODAY, calendar, document, embedded, html, json_ld, rss

ATOM = """<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>A &amp; B</title>
<updated>2026-07-02T10:00:00Z</updated><entry><title type="html">&lt;b&gt;Tea&lt;/b&gt; at four</title>
<link href="https://example.org/tea"/><published>2026-06-01T23:30:00Z</published><updated>2026-07-01T10:00:00Z</updated>
</entry></feed>"""


def test_rss_is_read() -> None:
    reading = read_feed(
        rss(
            "<title>Tea &amp; cakes</title><link>/tea</link><pubDate>Mon, 1 Jun 2026 10:00:00 GMT</pubDate>",
            channel="<lastBuildDate>Tue, 2 Jun 2026 10:00:00 GMT</lastBuildDate>",
        ),
        TODAY,
    )

    assert (reading.format, reading.title, reading.updated_on) == (FeedFormat.RSS, "News", date(2026, 6, 2))
    assert reading.items == (
        Dated(kind=DatedKind.POST, on=date(2026, 6, 1), title="Tea & cakes", url="https://www.example.org/tea"),
    )


def test_atom_is_read_by_the_day_of_publishing() -> None:
    reading = read_feed(document(ATOM, media_type="application/atom+xml"), TODAY)

    assert (reading.format, reading.title, reading.updated_on) == (FeedFormat.ATOM, "A & B", date(2026, 7, 2))
    assert [(item.on, item.title) for item in reading.items] == [(date(2026, 6, 2), "Tea at four")]


@pytest.mark.parametrize("written", ["", "2026", "2026-06", "June 2026", "soon", "2026-02-30", "01/06/2026"])
def test_item_without_a_whole_date_gives_none(written: str) -> None:
    reading = read_feed(rss(f"<title>Tea</title><pubDate>{written}</pubDate>"), TODAY)

    assert (reading.items, reading.undated, reading.refused) == ((), 1, 0)


@pytest.mark.parametrize("on", [TODAY + timedelta(days=3), date(1989, 12, 31), date(1970, 1, 1)])
def test_item_too_early_or_in_the_future_is_refused(on: date) -> None:
    item = f"<pubDate>{on.isoformat()}</pubDate>"

    reading = read_feed(rss(item, channel=item), TODAY)

    assert (reading.items, reading.undated, reading.refused, reading.updated_on) == ((), 0, 1, None)


def test_item_twice_is_one() -> None:
    item = "<title>Tea</title><pubDate>2026-06-01</pubDate>"

    assert len(read_feed(rss(item, item), TODAY).items) == 1


def test_items_are_not_without_end() -> None:
    items = (f"<title>{number}</title><pubDate>2026-06-01</pubDate>" for number in range(MAX_ITEMS + 5))

    assert len(read_feed(rss(*items), TODAY).items) == MAX_ITEMS


def test_badly_formed_feed_is_read_as_far_as_it_goes() -> None:
    broken = b"<rss><channel><title>A & B</title><item><title>Tea</title><pubDate>1 Jun 2026</pubDate></item><item>"

    assert [item.on for item in read_feed(document(broken), TODAY).items] == [date(2026, 6, 1)]


def test_items_in_no_known_version_count_as_rss() -> None:
    reading = read_feed(document("<channel><item><pubDate>1 Jun 2026</pubDate></item></channel>"), TODAY)

    assert (reading.format, len(reading.items)) == (FeedFormat.RSS, 1)


def test_calendar_is_read_as_one() -> None:
    assert read_feed(calendar("DTSTART:20260801"), TODAY).format is FeedFormat.CALENDAR


LOL = "".join(f'<!ENTITY b{number + 1} "{f"&b{number};" * 10}">' for number in range(12))


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ("", "The document is empty"),
        (" \n", "The document is empty"),
        (html("<p>Not found</p>"), "The document is neither RSS, Atom nor a calendar"),
        ("<channel>no items", "The document is neither RSS, Atom nor a calendar"),
        ("{}", "The document is neither RSS, Atom nor a calendar"),
        ("<rss>" + "x" * MAX_BYTES, "The document is longer than 2,000,000 bytes"),
        ("<rss>" + "<" * MAX_TAGS, "The document has more than 150,000 tags"),
        (
            "<rss><channel><image><width>80</image></channel></rss>&#99999999999;",
            "The document cannot be read as a feed",
        ),
        (f'<!DOCTYPE x [<!ENTITY b0 "lol">{LOL}]><rss>&b12;</rss>', "The document has entities made of other entities"),
    ],
)
def test_what_is_no_feed_has_a_problem(content: str, problem: str) -> None:
    reading = read_feed(document(content), TODAY)

    assert (reading.problem, reading.items, reading.format) == (problem, (), None)


def test_bytes_that_name_a_file_do_not_open_it() -> None:
    assert read_feed(document(__file__), TODAY).problem == "The document is neither RSS, Atom nor a calendar"


def test_events_of_a_page_are_read_as_a_feed() -> None:
    found = embedded(
        json_ld('{"@type": "Event", "name": "Concert", "startDate": "2026-08-01", "url": "/c"}')
        + json_ld('{"@type": "Event", "startDate": "2026-08-02", "eventStatus": "EventPostponed"}')
        + json_ld('{"@type": "Event", "startDate": "2026"}')
        + json_ld('{"@type": "Event", "startDate": "2036-08-01"}')
    )

    reading = events_of_page(found, TODAY)

    assert reading.items == (
        Dated(kind=DatedKind.EVENT, on=date(2026, 8, 1), title="Concert", url="https://www.example.org/c"),
        Dated(kind=DatedKind.EVENT, on=date(2026, 8, 2), title="", is_cancelled=True),
    )
    assert (reading.format, reading.undated, reading.refused) == (FeedFormat.PAGE, 1, 1)
