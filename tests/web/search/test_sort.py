"""The order of a list, and what comes last in it and why."""

import re

import pytest
from flask.testing import FlaskClient

from index.protocol import Sort
from tests.web import world
from tests.web.made import a_page, a_place

FIRST_CARD = re.compile(r'id="card-1".*?href="/services/([^"#]+)"', re.DOTALL)


@pytest.mark.usefixtures("links")
def test_every_order_but_the_one_in_use_is_a_link() -> None:
    page = a_page(near=a_place(), sort=Sort.SOON)

    assert [(one.label, one.chosen) for one in page.orders] == [
        ("Best match first", False),
        ("Nearest first", False),
        ("Soonest first", True),
        ("Recently confirmed first", False),
    ]
    assert page.range.endswith(", soonest first")


@pytest.mark.usefixtures("links")
def test_nothing_is_nearest_without_a_place() -> None:
    assert "Nearest first" not in [one.label for one in a_page().orders]


@pytest.mark.usefixtures("links")
def test_a_long_list_says_how_much_of_it_was_sorted() -> None:
    assert a_page(total=300, sort=Sort.CONFIRMED).range.endswith("recently confirmed first among the 200 best matches")


def test_the_order_that_was_chosen_is_that_of_the_page_and_stays_in_its_form(client: FlaskClient) -> None:
    page = client.get("/search?q=ukulele&near=NE28+9ND&sort=confirmed").text

    assert FIRST_CARD.findall(page) == [world.LIVING_BAND]
    assert '<input type="hidden" name="sort" value="confirmed">' in page
    assert '<b aria-current="true">Recently confirmed first</b>' in page


def test_an_order_that_is_none_is_refused(client: FlaskClient) -> None:
    answer = client.get("/search.json?q=choir&sort=cheapest")

    assert answer.status_code == 400
    assert answer.json is not None
    assert answer.json["error"]["field"] == "sort"
    assert 'href="/search?q=choir"' in client.get("/search?q=choir&sort=cheapest").text


def test_what_comes_last_is_counted_by_reason_with_the_way_there(client: FlaskClient) -> None:
    page = client.get("/search?q=club&near=NE28+9ND&age=30&gender=f").text

    box = page[page.index('<details class="sp-putlast">') : page.index("</details>", page.index("sp-putlast"))]
    assert re.search(r'<a href="/search\?[^"]*#others-title"[^>]*>1 is for people of another age</a>', box)
    assert re.search(r'<a href="/search\?[^"]*#others-title"[^>]*>1 is for people of another gender</a>', box)


def test_those_that_have_probably_closed_are_counted_there(client: FlaskClient) -> None:
    page = client.get("/search?q=ukulele&near=NE28+9ND").text

    assert re.search(r'#fading-title"[^>]*>1 has probably closed</a>', page)


def test_without_anything_last_there_is_no_such_box(client: FlaskClient) -> None:
    assert "sp-putlast" not in client.get("/search?q=choir").text


@pytest.mark.usefixtures("links")
def test_times_bar_as_well_as_criteria() -> None:
    page = a_page(total=30, not_eligible=5, barred_by={"age": 1, "time": 4}, likely_closed=0)

    assert [one.label for one in page.put_last] == [
        "4 are not on those days or at those times",
        "1 is for people of another age",
    ]
    assert "page=2" in page.put_last[0].address
