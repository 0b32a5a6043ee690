"""The page about Signpost: its sources, how it tells whether a group runs, and the feeds that ail."""

from datetime import date

from directory.intake.watch import follow_catalogue
from directory.queries import open_catalogue
from directory.store import watching
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
    before = client.get("/about").text
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

    page = client.get("/about").text

    assert "Feeds in trouble" not in before
    assert "https://arts.example.org/news.xml" in page
    assert "Nothing new has come. Since 3 March 2026." in page
