"""Real pages and feeds, and feeds malformed on purpose, are read without a date that nobody wrote."""

import gzip
import json
import re
import tarfile
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from crawlers.watching.contacts import read_contacts
from crawlers.watching.embedded import read_embedded
from crawlers.watching.feeds import events_of_page, read_feed
from crawlers.watching.markup import decoded
from crawlers.watching.page import PageReading, read_page
from crawlers.watching.proposals import Known, propose
from directory.domain.sources import RawDocument
from tests.crawlers.watching.documents import document

TODAY = date(2026, 11, 22)
MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
MONTH = rf"(?:{'|'.join(MONTHS)})"
WRITTEN_DAY = re.compile(
    rf"(?P<y>\d{{4}})-?(?P<n>\d\d)-?(?P<d>\d\d)|(?P<d2>\d{{1,2}})[\s-]+(?P<m>{MONTH})[a-z]*,?[\s-]+(?P<y2>\d{{4}}|\d\d\b)"
    rf"|(?P<m3>{MONTH})[a-z]*\.?\s+(?P<d3>\d{{1,2}})\b[^<]{{0,20}}?(?P<y3>\d{{4}})"
)
"""Another reading of dates than the one that is tested: anywhere in the text, and with nothing said of zones."""


def feeds(mirror: Path) -> Iterator[tuple[str, bytes]]:
    """All feeds of the mirror by name."""
    with tarfile.open(mirror / "feeds" / "feedparser_tests.tar.gz") as package:
        for member in package.getmembers():
            file = package.extractfile(member)
            if file is not None:
                with file:
                    yield member.name, file.read()
    for path in sorted((mirror / "feeds" / "test" / "input").iterdir()):
        yield path.name, path.read_bytes()


def days_written(text: str) -> set[date]:
    """Every day that stands in ``text``, and the days beside it: zones may be a day apart."""
    found: set[date] = set()
    for match in WRITTEN_DAY.finditer(text):
        month = match["m"] or match["m3"]
        year = int(match["y"] or match["y2"] or match["y3"])
        number = int(match["n"]) if match["n"] else MONTHS.index(month) + 1
        try:
            day = date(year + 2_000 if year < 50 else year, number, int(match["d"] or match["d2"] or match["d3"]))
        except ValueError:
            continue
        found |= {day - timedelta(days=1), day, day + timedelta(days=1)}
    return found


def test_every_date_of_every_feed_stands_in_it(mirror: Path) -> None:
    read = items = undated = refused = 0
    invented = []
    for name, content in feeds(mirror):
        fetched = document(content)
        reading = read_feed(fetched, TODAY)
        written = days_written(decoded(fetched))
        given = {item.on for item in reading.items} | ({reading.updated_on} if reading.updated_on else set())
        invented += [(name, day) for day in given if day not in written]
        read += reading.problem is None
        items, undated, refused = items + len(reading.items), undated + reading.undated, refused + reading.refused
    print(f"{read:,} feeds read, {items:,} items with a day, {undated:,} without, {refused:,} refused")

    assert invented == []
    assert read >= 2_100
    assert items >= 600


def gold(mirror: Path) -> list[tuple[dict[str, list[str]], PageReading]]:
    """The pages with pieces of text that their main text has to have, or must not have."""
    entries = json.loads((mirror / "html-gold" / "gold.json").read_text(encoding="utf-8"))
    return [
        (entry["text"], read_page(document(gzip.decompress(path.read_bytes()), entry["url"])))
        for entry in entries
        if "text" in entry and (path := mirror / "html-gold" / f"{entry['file']}.gz")
    ]


def test_main_text_of_real_pages_has_what_it_should(mirror: Path) -> None:
    pages = [(wanted, " ".join(reading.main_text.split())) for wanted, reading in gold(mirror)]
    kept = [" ".join(piece.split()) in text for wanted, text in pages for piece in wanted["with"]]
    left_out = [" ".join(piece.split()) not in text for wanted, text in pages for piece in wanted["without"]]
    print(f"main text: {sum(kept)} of {len(kept)} pieces kept, {sum(left_out)} of {len(left_out)} left out")

    assert sum(kept) / len(kept) >= 0.96
    assert sum(left_out) / len(left_out) >= 0.96


def test_whole_text_of_real_pages_has_nearly_all_of_the_main_text(mirror: Path) -> None:
    pieces = [
        " ".join(piece.split()) in " ".join(reading.whole_text.split())
        for wanted, reading in gold(mirror)
        for piece in wanted["with"]
    ]

    assert sum(pieces) / len(pieces) >= 0.97


def pages(mirror: Path) -> list[RawDocument]:
    """All pages of the mirror."""
    found = [document(gzip.decompress(path.read_bytes())) for path in sorted((mirror / "html-gold").glob("*.gz"))]
    for folder in ("extruct", "sites"):
        found += [document(path.read_bytes()) for path in sorted((mirror / folder).rglob("*.html"))]
    return found


def test_all_real_pages_are_read_in_every_way(mirror: Path) -> None:
    invented = []
    for fetched in pages(mirror):
        page, embedded = read_page(fetched), read_embedded(fetched)
        propose(page, read_contacts(page), embedded, Known())
        written = days_written(decoded(fetched))
        invented += [item for item in events_of_page(embedded, date(2014, 1, 1)).items if item.on not in written]

    assert len(pages(mirror)) > 120
    assert invented == []


@pytest.mark.parametrize(
    ("sample", "organizations", "events"),
    [
        ("schema.org/Event.001", 0, 1),
        ("schema.org/Event.002", 0, 2),
        ("schema.org/LocalBusiness.002", 1, 0),
    ],
)
def test_samples_of_embedded_data_are_read(mirror: Path, sample: str, organizations: int, events: int) -> None:
    path = mirror / "extruct" / "tests" / "samples" / f"{sample}.html"

    found = read_embedded(document(path.read_bytes()))

    assert (len(found.organizations), len(found.events)) == (organizations, events)


def test_contacts_of_a_real_hall_are_found_outside_the_main_text(mirror: Path) -> None:
    site = mirror / "sites" / "www.etonwickvillagehall.co.uk"

    found = read_contacts(read_page(document((site / "location" / "4546243348.html").read_bytes())))

    assert [str(one.value) for one in found.postcodes] == ["SL4 6LT"]
