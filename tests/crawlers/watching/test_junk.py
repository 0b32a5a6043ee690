"""No bytes whatever make any reader of pages and feeds raise, and none of them reaches a log."""

import logging

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from crawlers.watching.contacts import read_contacts
from crawlers.watching.embedded import read_embedded
from crawlers.watching.feed_state import judge_feed
from crawlers.watching.feeds import events_of_page, read_feed
from crawlers.watching.page import read_page
from crawlers.watching.proposals import Known, propose
from tests.crawlers.watching.documents import TODAY, calendar, document, html, json_ld, rss
from tests.crawlers.watching.test_embedded import CARD, MICRODATA
from tests.crawlers.watching.test_feeds import ATOM

PATIENT = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
JUNK = st.one_of(st.binary(max_size=60), st.text(max_size=40).map(lambda text: text.encode("utf-8", "surrogatepass")))
MEDIA_TYPES = st.one_of(st.none(), st.text(max_size=30), st.sampled_from(["text/html; charset=hex", "text/calendar"]))
WHOLE = {
    "page": html(f"<p>Tel 0191 498 0123, info@example.org, NE28 9ND. Open Monday 2-4pm.</p>{MICRODATA}{CARD}").encode(),
    "json": html(
        json_ld('{"@type": "NGO", "openingHours": "Mo 09:00-10:00", "address": {"postalCode": "NE1 1AA"}}')
    ).encode(),
    "rss": rss("<title>Tea</title><pubDate>Mon, 1 Jun 2026 10:00:00 GMT</pubDate>").content,
    "atom": ATOM.encode(),
    "calendar": calendar(
        "UID:1\r\nDTSTART;TZID=Europe/London:20260601T190000\r\nRRULE:FREQ=WEEKLY;COUNT=4;BYDAY=MO\r\nEXDATE:20260608T190000Z"
    ).content,
}


def read_all(content: bytes, media_type: str | None = None) -> None:
    """Read ``content`` in every way; what comes of it has to be fit to be kept."""
    fetched = document(content, media_type=media_type)
    page, embedded = read_page(fetched), read_embedded(fetched)
    contacts = read_contacts(page)
    feed = read_feed(fetched, TODAY)
    judge_feed(feed, None, TODAY)
    events_of_page(embedded, TODAY)
    for kept in (page, embedded, contacts, feed, propose(page, contacts, embedded, Known())):
        repr(kept).encode()
    for text in (page.title, page.main_text, page.whole_text, feed.title):
        text.encode()
        assert "\x00" not in text


@PATIENT
@given(content=JUNK, media_type=MEDIA_TYPES)
def test_junk_raises_nothing(content: bytes, media_type: str | None) -> None:
    read_all(content, media_type)


@pytest.mark.parametrize("kind", sorted(WHOLE))
@PATIENT
@given(junk=JUNK, at=st.floats(0, 1), cut=st.integers(0, 80))
def test_damaged_document_raises_nothing(kind: str, junk: bytes, at: float, cut: int) -> None:
    whole = WHOLE[kind]
    start = int(at * len(whole))

    read_all(whole[:start] + junk + whole[start + cut :])


LINES = st.lists(
    st.tuples(
        st.sampled_from(
            ["DTSTART", "DTSTART;TZID=Europe/London", "RRULE", "EXDATE", "RDATE", "RECURRENCE-ID", "SUMMARY"]
        ),
        st.one_of(
            st.text(alphabet="0123456789TZ,;=/FREQWEEKLYBYDAYMO-", max_size=40),
            st.sampled_from(["20260601", "FREQ=WEEKLY", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=DAILY;COUNT=-1"]),
        ),
    ).map(":".join),
    max_size=6,
)


@PATIENT
@given(lines=LINES)
def test_calendar_of_any_lines_raises_nothing(lines: list[str]) -> None:
    read_feed(calendar("\r\n".join(lines)), TODAY)


@pytest.mark.parametrize(
    "content",
    [
        b"<div>" * 100_000,
        b"<a>" * 100_000,
        b"<item>" * 100_000,
        b"<" * 300_000,
        b"&" * 300_000,
        b"\x00" * 300_000,
        b"1" * 300_000,
        b"a@" * 100_000,
        b"a at b dot " * 20_000,
        b"<b itemscope itemprop=a>" * 20_000,
        b"<p class=h-card>" * 20_000,
        b"BEGIN:VCALENDAR\n" + b"BEGIN:VEVENT\n" * 20_000,
        b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:" + b"x\n " * 100_000,
        b"BEGIN:VCALENDAR\n" + b"BEGIN:VEVENT\nDTSTART:19900101\nRRULE:FREQ=DAILY\nEND:VEVENT\n" * 2_000,
        b"<script type=application/ld+json>" + b"[" * 300_000,
        b"<script type=application/ld+json>{" + b"/*" * 150_000,
        b'<script type=application/ld+json>{"' + b'"\\' * 150_000,
        b'<script type=application/ld+json>{"@type": "NGO", "telephone": ' + b"9" * 5_000 + b"}",
        b'<script type=application/ld+json>{"@type": "NGO", "telephone": 1e999, "email": NaN}',
        b"<title>" + b"x" * 300_000,
        b"<p>Opening times: Monday 10am-12pm</p>" * 5_000,
        "<p>é</p>".encode("utf-16") * 10_000,
    ],
    ids=lambda content: repr(content[:34]),
)
def test_huge_and_deep_documents_raise_nothing(content: bytes) -> None:
    read_all(content)


def test_nothing_of_a_page_reaches_a_log(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        for content in (*WHOLE.values(), b"", b"<", b"{}", b"Jo Bloggs 07700 900123"):
            read_all(content)

    assert [record.name for record in caplog.records if record.levelno >= logging.WARNING] == []
