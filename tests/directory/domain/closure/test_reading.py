"""What follows from all the sentences of a text together."""

from datetime import date
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from directory.domain.closure.notice import ClosureReading
from directory.domain.closure.reading import read_closure

ON = date(2026, 3, 10)
NAMES = ("Wallsend Lunch Club",)


def read(text: str, on: date = ON) -> ClosureReading:
    return read_closure(text, names=NAMES, is_own_page=True, on=on)


def kinds(text: str, on: date = ON) -> list[str]:
    return [notice.kind for notice in read(text, on).notices]


@pytest.mark.parametrize(
    ("text", "symbol"),
    [
        ("Welcome.\nWallsend Lunch Club has closed.\nContact us.", "closure_words"),
        ("We will close on 31 March 2024.", "closure_words"),
        ("We will close on 31 March 2027.", "no_closure_words"),
        ("We are closed until further notice.", "no_closure_words"),
        ("We may have to close.", "no_closure_words"),
        ("The club has merged with Howdon Lunch Club.", "no_closure_words"),
        ("We meet on Tuesdays at noon.", "no_closure_words"),
        ("", None),
        (" \n\t", None),
    ],
)
def test_the_symbol_tells_whether_the_text_has_closure_words(text: str, symbol: str | None) -> None:
    assert read(text).symbol == symbol


def test_a_text_that_lists_several_services_is_no_observation() -> None:
    reading = read_closure("Wallsend Lunch Club has closed.", names=NAMES, lists_several=True, on=ON)

    assert reading.symbol is None
    assert reading.notices == ()


def test_each_property_gives_the_first_own_notice_of_its_class() -> None:
    reading = read(
        "The club has closed.\nWe are closed until further notice.\nWe will close on 1 May 2026.\n"
        "The club may have to close.\nWe have merged with Howdon Lunch Club.\nThe club has now closed."
    )

    found = (reading.closed, reading.paused, reading.closing, reading.at_risk, reading.converted)

    assert [notice.sentence if notice else None for notice in found] == [
        "The club has closed.",
        "We are closed until further notice.",
        "We will close on 1 May 2026.",
        "The club may have to close.",
        "We have merged with Howdon Lunch Club.",
    ]


@pytest.mark.parametrize(
    ("text", "kind", "effective_on", "until"),
    [
        ("The club closed on 31 March 2024.", "closed", date(2024, 3, 31), None),
        ("The club closed in March 2024.", "closed", date(2024, 3, 31), None),
        ("On 3 May 2024 the club closed.", "closed", date(2024, 5, 3), None),
        ("The club closed in March 2026.", "closed", ON, None),
        ("The club has closed.", "closed", None, None),
        ("The club, founded in 1982, has closed.", "closed", None, None),
        ("The club opened in May 1990 and closed in May 2020.", "closed", date(2020, 5, 31), None),
        ("The club closed on 1 August.", "closed", date(2025, 8, 1), None),
        ("The club will close on 31 March.", "closing", date(2026, 3, 31), None),
        ("The club will close at Easter 2026.", "closing", date(2026, 4, 6), None),
        ("The club will close at the end of March.", "closing", date(2026, 3, 31), None),
        ("The club will close in 2026.", "closing", date(2026, 12, 31), None),
        ("The club has closed from 1 May 2026.", "closing", date(2026, 5, 1), None),
        ("The club will close on 31 March 2024.", "closed", date(2024, 3, 31), None),
        ("We will close on 25 December 2025.", "paused", date(2025, 12, 25), None),
        ("We will close from 20 December to 4 January.", "paused", date(2025, 12, 20), date(2026, 1, 4)),
        ("We are closed from 20 December to 4 January.", "paused", date(2025, 12, 20), date(2026, 1, 4)),
        ("We are closed until 4 May 2026.", "paused", None, date(2026, 5, 4)),
        ("We are closed from 1 April until Monday 4 May 2026.", "paused", date(2026, 4, 1), date(2026, 5, 4)),
        ("We are closed on 6 April.", "paused", date(2026, 4, 6), date(2026, 4, 6)),
        ("The club is suspended from 6 April.", "paused", date(2026, 4, 6), None),
        ("We are closed in August.", "paused", date(2026, 8, 1), date(2026, 8, 31)),
        ("We are closed until further notice.", "paused", None, None),
        ("Byddwn ar gau o 20 Rhagfyr tan 4 Ionawr.", "paused", date(2025, 12, 20), date(2026, 1, 4)),
        ("Our funding ends on 31 March 2026.", "at_risk", date(2026, 3, 31), None),
    ],
)
def test_a_notice_has_its_dates(text: str, kind: str, effective_on: date | None, until: date | None) -> None:
    (notice,) = read(text).notices

    assert (notice.kind, notice.effective_on, notice.until) == (kind, effective_on, until)


def test_a_pause_that_is_over_is_no_pause_any_more() -> None:
    text = "We are closed from 20 December 2025 to 4 January 2026."

    assert read(text).paused is None
    assert read(text, on=date(2025, 12, 24)).paused is not None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The club closed in 2020. We reopened in May 2022.", []),
        ("We reopened in May 2022. The club closed in 2020.", []),
        ("The club closed in 2020 and has since reopened.", []),
        ("The club closed in 2020 but reopened last year.", []),
        ("We reopened in May 2019. The club closed in 2024.", ["closed"]),
        ("The club has closed. We have reopened.", ["at_risk"]),
        ("The club has closed. The library has reopened.", ["closed"]),
        ("The club has closed. We will not be reopening in May 2026.", ["closed", "closing"]),
        ("We will close on 20 December 2025. We reopen on 5 January 2026.", []),
        ("We will close on 20 July 2026. We reopen on 5 September 2026.", ["paused"]),
        ("The club has closed. We hope to reopen on 5 September 2026.", ["paused"]),
        ("The club has closed. We hope to reopen.", ["closed"]),
        ("Mae'r clwb wedi cau. Rydym wedi ailagor.", ["at_risk"]),
        ("We have merged with Howdon Lunch Club and reopened in May 2022.", ["converted"]),
    ],
)
def test_opening_again_later_takes_a_closure_back(text: str, expected: list[str]) -> None:
    assert kinds(text) == expected


def test_a_closure_with_a_day_of_opening_again_is_a_pause_until_then() -> None:
    reading = read("We close for the summer on 18 July 2026 and reopen on 5 September 2026.")

    assert reading.paused is not None
    assert reading.paused.until == date(2026, 9, 5)


@pytest.mark.parametrize("page", ["index.html", "events/4546271087.html", "about-the-hall/4546243346.html"])
def test_pages_of_a_hall_that_is_open_have_no_closure_words(mirror: Path, page: str) -> None:
    html = (mirror / "sites" / "www.etonwickvillagehall.co.uk" / page).read_text(errors="replace")
    text = BeautifulSoup(html, "lxml").get_text("\n")

    reading = read_closure(text, names=("Eton Wick Village Hall",), is_own_page=True, on=ON)

    assert reading.symbol == "no_closure_words"
    assert reading.at_risk is None


WORDS = st.sampled_from(
    (
        *(
            "the",
            "club",
            "we",
            "our",
            "has",
            "have",
            "closed",
            "will",
            "close",
            "closing",
            "until further notice",
            "reopen",
        ),
        *(
            "4 May 2026",
            "no longer runs",
            "thank you",
            "support over the years",
            "funding",
            "ended",
            ",",
            ".",
            "-",
            "which",
        ),
        *(
            "mae'r grŵp",
            "wedi cau",
            "ar gau dros dro",
            "ni fydd",
            "yn dod i ben",
            "and",
            "if",
            "it",
            "that",
            "in",
            "café",
        ),
    )
)


@given(st.text(max_size=400), st.booleans())
def test_no_text_makes_it_raise(text: str, is_own_page: bool) -> None:
    reading = read_closure(text, names=(text[:20], "Wallsend Lunch Club"), is_own_page=is_own_page, on=ON)

    assert (reading.symbol is None) == (not text.strip())


@given(st.lists(WORDS, max_size=60).map(" ".join), st.dates())
def test_no_order_of_its_own_words_makes_it_raise(text: str, on: date) -> None:
    for notice in read_closure(text, names=NAMES, is_own_page=True, on=on).notices:
        assert notice.sentence
        assert notice.kind != "closing" or notice.effective_on is None or notice.effective_on > on


@given(st.lists(WORDS, max_size=40).map(" ".join))
def test_reading_goes_sentence_by_sentence(text: str) -> None:
    assert kinds(f"{text}\n\nTea is at two.") == kinds(text)
