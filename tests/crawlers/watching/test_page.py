"""What a page says is read with its charset, links, feeds and robots rules."""

import logging

import pytest

from crawlers.watching.addresses import host_of
from crawlers.watching.head import FeedLink
from crawlers.watching.limits import MAX_ELEMENTS, MAX_LINKS
from crawlers.watching.markup import decoded, words_of
from crawlers.watching.page import read_page
from tests.crawlers.watching.documents import TODAY, URL, document, html, page

ARTICLE = "".join(
    f"<p>Paragraph {number} tells at some length what the group does when it meets in the hall on a weekday.</p>"
    for number in ("one", "two", "three", "four")
)


def test_title_text_and_language_are_read() -> None:
    reading = page(f"<nav>Home | News</nav><main><h1>Welcome</h1>{ARTICLE}</main><footer>NE28 9ND</footer>")

    assert reading.title == "A hall"
    assert "Paragraph one tells" in reading.main_text
    assert "Home | News" not in reading.main_text
    assert "NE28 9ND" in reading.whole_text
    assert reading.language == "en-gb"
    assert reading.read_on == TODAY
    assert not reading.needs_script


def test_short_page_has_its_text_without_what_goes_around_it() -> None:
    reading = page("<nav>Home</nav><p>We have closed.</p><footer>Made by us</footer>")

    assert reading.main_text == "We have closed."
    assert reading.whole_text == "Home\nWe have closed.\nMade by us"


def test_scripts_styles_templates_and_comments_are_no_text() -> None:
    unseen = "<script>x()</script><style>p{}</style><template>t</template><noscript>n</noscript><!-- c -->"

    assert page(f"{unseen}<p>Tea<!-- c --> and <b>cake</b>s</p>").whole_text == "Tea and cakes"


def test_rows_and_blocks_are_lines_and_cells_are_apart() -> None:
    table = "<table><tr><td>Monday</td><td>10:00</td></tr><tr><td>Tuesday</td><td>11:00</td></tr></table>"

    assert page(f"{table}<p>One<br>Two\nThree</p><pre>a\nb</pre>").whole_text == (
        "Monday 10:00\nTuesday 11:00\nOne\nTwo Three\na\nb"
    )


def test_page_without_a_title_is_called_by_its_first_line() -> None:
    assert read_page(document("<body><p>Lunch club</p><p>More</p>")).title == "Lunch club"


@pytest.mark.parametrize(
    ("body", "needs"),
    [
        (
            "<div id=root></div><script src=app.js></script><noscript>Enable JavaScript to run this app.</noscript>",
            True,
        ),
        ("<p>Loading</p><script>go()</script>", True),
        (f"<script>go()</script>{ARTICLE}", False),
        ("<p>Short</p><script type='application/ld+json'>{}</script>", False),
        ("<p>Short</p>", False),
    ],
)
def test_page_that_is_empty_until_scripts_run_is_told(body: str, needs: bool) -> None:
    assert page(body).needs_script is needs


@pytest.mark.parametrize(
    ("head", "hidden"),
    [
        ('<meta name="robots" content="noindex, nofollow">', True),
        ('<meta name="ROBOTS" content="NONE">', True),
        ('<meta name="googlebot" content="noindex">', True),
        ('<meta name="robots" content="index, nofollow">', False),
        ('<meta name="description" content="noindex">', False),
        ("", False),
    ],
)
def test_noindex_is_read_from_the_robots_rules_of_the_page(head: str, hidden: bool) -> None:
    assert page("<p>x</p>", head).is_noindex is hidden


def test_links_are_whole_once_each_and_know_their_hosts() -> None:
    reading = page(
        "<a href='/news#top'>News</a><a href='/news'>Again</a><a href='https://www.example.com/x'>Out</a>"
        "<a href='mailto:info@example.org'>Write</a><a href='tel:0191%20498%200123'>Call</a>"
        "<a href='javascript:x()'>No</a><a href='http://[bad'>No</a><a>No</a>"
    )

    assert [(link.url, link.host, link.words) for link in reading.links] == [
        ("https://www.example.org/news", "example.org", "News"),
        ("https://www.example.com/x", "example.com", "Out"),
    ]
    assert reading.written_to == ("mailto:info@example.org", "tel:0191 498 0123")


def test_links_are_relative_to_the_base_of_the_page() -> None:
    assert page("<a href='x'>x</a>", "<base href='/deep/down/'>").links[0].url == "https://www.example.org/deep/down/x"


def test_links_are_not_without_end() -> None:
    body = "".join(f"<a href='/{number}'>x</a>" for number in range(MAX_LINKS + 10))

    assert len(page(body).links) == MAX_LINKS


def test_feeds_and_calendars_are_found() -> None:
    reading = page(
        "<a href='/events.ics'>Diary</a><a href='webcal://example.com/all'>Subscribe</a><a href='/a.icsx'>x</a>",
        "<link rel=alternate type='application/rss+xml' title='News' href='/feed/'>"
        "<link rel='alternate' type='application/atom+xml; charset=utf-8' href='/atom'>"
        "<link rel=alternate hreflang=cy href='/cy'><link rel=stylesheet type='application/rss+xml' href='/no'>",
    )

    assert reading.feeds == (
        FeedLink(url="https://www.example.org/feed/", format="rss", title="News"),
        FeedLink(url="https://www.example.org/atom", format="atom", title=""),
        FeedLink(url="https://www.example.org/events.ics", format="calendar", title="Diary"),
        FeedLink(url="http://example.com/all", format="calendar", title="Subscribe"),
    )


def test_canonical_address_is_read() -> None:
    assert page("", "<link rel=canonical href='/a-hall'>").canonical == "https://www.example.org/a-hall"
    assert page("", "<link rel=canonical href='about:blank'>").canonical is None
    assert page("").canonical is None


@pytest.mark.parametrize("written", ["en_GB", "english please", ""])
def test_language_is_a_tag_or_nothing(written: str) -> None:
    reading = read_page(document(f"<html lang='{written}'><body>x"))

    assert reading.language == ("en-gb" if written == "en_GB" else None)


@pytest.mark.parametrize(
    ("content", "media_type"),
    [
        ("Caffè £3".encode(), None),
        ("Caffè £3".encode("utf-8-sig"), "text/html; charset=latin-1"),
        ("Caffè £3".encode(), "text/html; charset=iso-8859-1"),
        ("Caffè £3".encode("cp1252"), None),
        ("Caffè £3".encode("cp1252"), "text/html; charset=utf-8"),
        ("Caffè £3".encode("utf-16"), None),
        ("Caffè £3".encode("utf-16-be"), "text/html; charset=utf-16-be"),
        ("Caffè £3".encode("cp1252"), "text/html; charset=unicode_escape"),
        ("Caffè £3".encode("cp1252"), "text/html; charset=windows-9999"),
        (b"<script charset=utf-8></script><meta charset='iso-8859-15'>Caff\xe8 \xa33", None),
    ],
)
def test_text_is_decoded_by_what_it_is_before_what_it_says(content: bytes, media_type: str | None) -> None:
    assert decoded(document(content, media_type=media_type)).endswith("Caffè £3")


def test_text_of_other_scripts_is_decoded_by_what_it_says() -> None:
    body = "<meta charset=gb2312><p>社區中心</p>".encode("gb18030")

    assert read_page(document(body)).whole_text == "社區中心"


def test_markup_of_short_texts_is_taken_out() -> None:
    assert words_of("<b>Tea</b> &amp;\n cakes\x00") == "Tea & cakes"


def test_hash_stays_while_only_the_date_and_the_navigation_change() -> None:
    before = page(f"<nav>Home</nav><main><p>Today is Tuesday 7 July 2026.</p>{ARTICLE}</main>")
    after = page(f"<nav>Home | New</nav><main><p>Today is Wednesday 8 July 2026.</p>{ARTICLE}</main>")
    closed = page(f"<nav>Home</nav><main><p>We have closed for good, after many years.</p>{ARTICLE}</main>")

    assert before.content_hash == after.content_hash
    assert before.content_hash != closed.content_hash


def test_page_of_too_many_elements_is_still_read() -> None:
    reading = page(f"<nav>Home</nav>{'<i>x</i> ' * (MAX_ELEMENTS + 1)}<footer>Made by us</footer>")

    assert reading.main_text.startswith("x x x")
    assert reading.main_text.endswith("x x x")


def test_bad_pages_are_not_logged(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        for content in (b"", b"<", b"<html>", b"Jane 07700 900123", html("<p>x</p>").encode()):
            read_page(document(content))

    assert [record for record in caplog.records if record.levelno >= logging.WARNING] == []


def test_address_of_the_page_is_kept() -> None:
    assert page("x").url == URL


@pytest.mark.parametrize(
    ("address", "host"),
    [
        ("https://www.Example.org:8080/x", "example.org"),
        ("example.org/x", "example.org"),
        ("http://[bad", None),
        ("", None),
    ],
)
def test_host_is_compared_without_www(address: str, host: str | None) -> None:
    assert host_of(address) == host
