"""Pages about the site: its sources and how they were read, the feeds that ail, what is kept, who can use it."""

import re
from dataclasses import replace
from datetime import date

import pytest
from flask.testing import FlaskClient

from directory.domain.sources import Outcome, Run
from directory.intake.watch import follow_catalogue
from directory.queries import open_catalogue
from directory.store import runs, watching
from directory.store.watching import Page
from tests.web import world
from tests.web.conftest import NewHome
from tests.web.world import build_index
from web.app import create_app
from web.config import Config
from web.wiring import Rooms


def test_feeds_in_trouble_are_named_with_why_and_since_when(new_home: NewHome) -> None:
    home = new_home()
    world.fill(home)
    build_index(home)
    client = create_app(Config(home=home), Rooms(home, now=lambda: world.NOW)).test_client()
    before = client.get("/sources").text
    silent = Page(
        url="https://arts.example.org/news.xml", host="arts.example.org", place="news", kind="feed",
        next_check=world.NOW, feed_health="silent", feed_since=date(2026, 3, 3), feed_sentence="Nothing new has come.",
    )  # fmt: skip
    database = open_catalogue(home.database_url)
    follow_catalogue(database, world.NOW)
    with database.write() as transaction:
        watching.add_pages(transaction, [silent])
        [site] = watching.urls_of(transaction, world.CHOIR)
        watching.set_feeds(transaction, world.CHOIR, site, [silent.url])
    database.close()

    page = client.get("/sources").text

    assert "None of the calendars and news of groups that we follow is in trouble." in before
    assert "https://arts.example.org/news.xml" in page
    assert "Nothing new has come. Since 3 March 2026." in page


@pytest.mark.parametrize(
    ("run", "words"),
    [
        (Run(source_id="", at=world.AT, outcome=Outcome.FAILED), "it could not be read on 20 November 2026"),
        (
            Run(source_id="", at=world.AT, outcome=Outcome.REFUSED, reason="Only 2 good records"),
            "the reading of 20 November 2026 was not used. Only 2 good records. We show what we had before.",
        ),
        (
            Run(source_id="", at=world.AT, outcome=Outcome.PUBLISHED, read=9, published=7, skipped=2),
            "Last read on 20 November 2026; 2 records were left out",
        ),
    ],
)
def test_each_source_says_how_it_was_last_read(new_home: NewHome, run: Run, words: str) -> None:
    home = new_home()
    world.fill(home)
    rooms = Rooms(home, now=lambda: world.NOW)
    with rooms.database().write() as transaction:
        later = replace(run, source_id=world.REGISTER)
        runs.record_run(transaction, later, run_id=runs.next_run_id(transaction), document=None)

    page = create_app(Config(home=home), rooms).test_client().get("/sources").text
    rooms.database().close()

    card = page[page.index("The register") :].partition("</li>")[0]
    assert words in card


def test_what_was_on_the_page_about_signpost_is_still_reached_from_there(client: FlaskClient) -> None:
    page = client.get("/about").text

    for anchor in ("sources", "feeds", "places"):
        below = page[page.index(f'id="{anchor}"') :]
        address = str(re.findall(r'href="([^"]*)"', below)[0])
        path, _, target = address.partition("#")
        assert f'id="{target or "sources"}"' in client.get(path).text


def test_no_page_of_the_site_itself_is_kept_from_search_engines(client: FlaskClient) -> None:
    for path in ("/about", "/sources", "/privacy", "/accessibility"):
        assert "noindex" not in client.get(path).text


def test_the_statement_says_what_nobody_has_tried(client: FlaskClient) -> None:
    assert "No person who uses a screen reader has tried it yet." in client.get("/accessibility").text


def test_every_page_leads_to_these(client: FlaskClient) -> None:
    foot = client.get("/nowhere").text.partition("<footer")[2]

    for path in ("/about", "/sources", "/privacy", "/accessibility"):
        assert f'href="{path}"' in foot


def test_the_statement_says_which_languages_no_speaker_has_checked(client: FlaskClient) -> None:
    page = client.get("/accessibility").text
    read, _, unread = page.partition("No speaker of these languages has checked the translations yet")

    assert "English</span>" in read
    assert "Cymraeg</span>" in unread
    assert "English</span>" not in unread.partition("</li>")[0]
