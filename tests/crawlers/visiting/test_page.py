"""A page is read for its title, words and links, whatever its bytes are."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawlers.visiting.page import Page, read_page
from crawlers.visiting.parked import parked_signs
from crawlers.visiting.settings import read_settings
from crawlers.visiting.soft404 import says_the_same
from directory.domain.sources import RawDocument


def document(content: bytes, media_type: str | None = "text/html") -> RawDocument:
    return RawDocument(
        url="http://example.org/", content=content, fetched_at=datetime(2026, 3, 2, tzinfo=UTC), media_type=media_type
    )


def test_words_links_and_title_are_read_and_what_nobody_sees_is_not() -> None:
    read = read_page(
        document(
            b"<title> Elm\n Hall </title><script>var x</script><style>p{}</style><noscript>Turn on</noscript>"
            b"<p>Lunch <b>every</b> Tuesday</p><a href='/tea'>Tea</a><a>no link</a>"
            b"<iframe src='//maps.example.com'></iframe>"
        )
    )

    assert read == Page(
        title="Elm Hall",
        text="Lunch\nevery\nTuesday\nTea\nno link",
        links=("/tea", "//maps.example.com"),
        is_drawn_by_scripts=True,
    )


@pytest.mark.parametrize(
    ("media_type", "content", "text"),
    [
        ("text/html; charset=iso-8859-1", b"<p>caf\xe9", "café"), ("text/html", "<p>café".encode(), "café"),
        ("text/html; charset=no-such", "<p>café".encode(), "café"), ("text/plain; charset=latin-1", b"caf\xe9", "café"),
        ("text/plain", b"caf\xe9", "café"), ("application/xhtml+xml", b"<p>tea</p>", "tea"),
        ("text/html", b"<?xml version='1.0'?><p>tea", "tea"), ("text/html", b"http://example.org", "http://example.org"),
        ("text/html", "<p>t\u00e9".encode("utf-16"), "t\u00e9"),
        (None, b"  <p>tea", "tea"), ("nonsense", b"<p>tea", "tea"),
        ("text/html; charset=\x00", b"<p>tea", "tea"),
    ],
)  # fmt: skip
def test_page_is_read_in_its_own_character_set(media_type: str | None, content: bytes, text: str) -> None:
    read = read_page(document(content, media_type))

    assert read is not None
    assert read.text == text


@pytest.mark.parametrize(
    ("media_type", "content"), [("image/png", b"<"), ("application/pdf", b"%PDF"), (None, b"\x89PNG")]
)
def test_document_without_words_is_no_page(media_type: str | None, content: bytes) -> None:
    assert read_page(document(content, media_type)) is None


@pytest.mark.parametrize(
    ("element", "hides"),
    [
        ("<meta name=robots content=noindex>", True), ("<META NAME=Signpost CONTENT=none>", True),
        ("<meta name=otherbot content=noindex>", False), ("<meta name=robots content=index>", False), ("<meta>", False),
    ],
)  # fmt: skip
def test_robots_element_is_read(element: str, hides: bool) -> None:
    read = read_page(document(element.encode()))

    assert read is not None
    assert read.is_noindex is hides


@given(st.binary(max_size=300), st.none() | st.text(max_size=40))
def test_any_bytes_under_any_media_type_are_read_or_are_no_page(content: bytes, media_type: str | None) -> None:
    read_page(document(b"<" + content, media_type))
    read_page(document(content, "text/html"))


def test_thousands_of_elements_inside_each_other_are_read() -> None:
    assert read_page(document(b"<b>" * 50_000 + b"deep")) is not None


def test_pages_of_real_halls_are_neither_parked_nor_one_like_another(mirror: Path) -> None:
    settings = read_settings()
    pages = [
        page
        for path in sorted((mirror / "sites").rglob("*.html"))
        if (page := read_page(document(path.read_bytes()))) is not None and len(page.text) > 600
    ]

    assert len(pages) >= 10
    for one in pages:
        assert len(parked_signs(one, "http://www.hall.example.org/", settings)) < 2
        assert not any(words in one.opening for words in settings.challenge_words)
    alike = sum(says_the_same(one, other) for at, one in enumerate(pages) for other in pages[:at])
    assert alike <= len(pages) // 5
