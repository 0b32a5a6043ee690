"""Needs that words tell of: the page of a service says the same as the index found."""

from flask import Flask
from flask.testing import FlaskClient

from directory.queries.pages import service_page
from index.protocol import Query
from tests.web import world
from web.service.derived_needs import derived_needs
from web.wiring import rooms


def test_a_page_tells_the_needs_that_the_index_found_but_for_those_its_source_put_it_under(app: Flask) -> None:
    with app.app_context():
        knowledge = rooms().knowledge()
        hits = rooms().index().search(Query(size=100)).hits
        for hit in hits:
            categories = [(one.taxonomy, one.code) for one in hit.entry.categories]
            stated = {
                knowledge.signs.need(sign.need).label for one in categories for sign in knowledge.signs.in_category(one)
            }
            page = service_page(rooms().database(), hit.entry.id)
            assert set(derived_needs(page, knowledge)) == {label for _, label in hit.needs} - stated

    assert any(hit.needs for hit in hits)


def test_a_broader_need_is_not_said_beside_its_narrower_one(app: Flask) -> None:
    with app.app_context():
        told = derived_needs(service_page(rooms().database(), world.CHOIR), rooms().knowledge())

    assert "Choirs and singing" in told
    assert "Arts and music" not in told


def test_a_page_says_which_kinds_of_help_only_its_words_tell_of(client: FlaskClient) -> None:
    page = client.get(f"/services/{world.FRIENDS}").text
    what = page.partition('id="what"')[2].partition('id="who"')[0]

    stated, _, derived = what.partition("<b>Kind of help (from its description)</b>")
    assert "<b>Kind of help</b> Company" in stated
    assert "Gentle exercise" in derived
    assert "Company and friendship" not in derived
