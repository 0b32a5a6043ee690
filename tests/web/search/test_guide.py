"""Guided search: questions one a page, whose answers live in the address and end at the address of a search."""

import re
from collections.abc import Mapping
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest
from flask import Flask
from flask.testing import FlaskClient

from web.search.guide import FIRST, QUESTIONS, SOMETHING_ELSE
from web.search.needs import NEEDS

ANSWERS: Mapping[str, Mapping[str, str | list[str]]] = {
    "need": {"q": "befriending"},
    "where": {"near": "NE28 9ND"},
    "age": {"age": "65+"},
    "gender": {"gender": "m"},
    "access": {"needs": ["step_free", "hearing_loop"]},
    "language": {"speaks": "Polish"},
    "when": {"on": ["sat", "sun"], "at": ["morning"]},
    "cost": {"free": "yes"},
}


def hidden(page: str) -> list[tuple[str, str]]:
    """The answers that a page carries on."""
    return re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', page)


def link(page: str, words: str) -> str:
    """Where the link with these words leads."""
    [address] = re.findall(rf'href="([^"]*)"[^>]*>(?:(?!</a>).)*?{re.escape(words)}</a>', page, re.DOTALL)
    return unescape(str(address))


def test_all_answers_end_in_the_address_of_the_search(client: FlaskClient) -> None:
    address, steps = "/guide", []
    while not address.startswith("/search"):
        page = client.get(address)
        assert page.status_code == 200
        steps.append(urlsplit(address).path)
        step = steps[-1].removeprefix("/guide").strip("/") or FIRST
        carried: dict[str, list[str]] = {}
        for name, value in hidden(page.text):
            carried.setdefault(name, []).append(unescape(value))
        answer = client.get(steps[-1], query_string={**carried, **ANSWERS[step], "next": "yes"})
        assert answer.status_code == 302
        address = answer.headers["Location"]

    assert len(steps) == len(QUESTIONS)
    assert parse_qs(urlsplit(address).query) == {
        "q": ["befriending"],
        "near": ["NE28 9"],
        "age": ["65+"],
        "gender": ["m"],
        "needs": ["step_free", "hearing_loop"],
        "speaks": ["Polish"],
        "on": ["sat", "sun"],
        "at": ["morning"],
        "free": ["yes"],
    }
    assert client.get(address).status_code == 200


def test_whoever_is_never_sure_comes_to_a_search_that_asks_for_nothing(client: FlaskClient) -> None:
    address = "/guide"
    for _ in QUESTIONS:
        address = link(client.get(address).text, "Not sure")

    assert address == "/search"


def test_going_on_without_an_answer_is_no_mistake(client: FlaskClient) -> None:
    for question in QUESTIONS:
        path = "/guide" if question.step == FIRST else f"/guide/{question.step}"
        assert client.get(f"{path}?next=yes").status_code == 302


def test_the_link_back_shows_the_question_before_with_its_answer(client: FlaskClient) -> None:
    page = client.get("/guide/age?q=befriending&near=NE28+9&age=65%2B").text
    back = client.get(link(page, "Back")).text

    assert 'value="65+" checked' in page
    assert 'name="near" type="text" value="NE28 9"' in back
    assert ("age", "65+") in hidden(back)


def test_what_was_found_so_far_can_be_seen_at_once(client: FlaskClient) -> None:
    page = client.get("/guide/when?q=befriending&near=NE28+9").text

    assert link(page, "Stop asking and show what you found") == "/search?q=befriending&near=NE28+9"


def test_something_else_is_searched_for_in_its_own_words(client: FlaskClient) -> None:
    said = client.get("/guide", query_string={"q": SOMETHING_ELSE, "other": "mending  clocks", "next": "yes"})
    unchosen = client.get("/guide", query_string={"other": "mending clocks", "next": "yes"})
    again = client.get("/guide?q=mending+clocks").text

    assert said.headers["Location"] == unchosen.headers["Location"] == "/guide/where?q=mending+clocks"
    assert f'value="{SOMETHING_ELSE}" checked' in again
    assert 'name="other" type="text" value="mending clocks"' in again


def test_every_need_of_the_first_page_is_offered(client: FlaskClient) -> None:
    page = client.get("/guide").text

    assert re.findall(r'type="radio" value="([^"]*)"', page) == [
        *(need.q for need in NEEDS),
        SOMETHING_ELSE,
    ]


@pytest.mark.parametrize(
    ("address", "field", "words", "kept"),
    [
        (f"/guide?next=yes&q={SOMETHING_ELSE}", "q", "Say in a few words what would help", f"{SOMETHING_ELSE}"),
        ("/guide/where?next=yes&near=NE99+9ZZ&age=67", "near", "There is no NE99 9", 'value="67"'),
        ("/guide/where?next=yes&near=nowhere+at+all", "near", "nowhere at all", 'value="nowhere at all"'),
        (f"/guide/language?next=yes&speaks={'a' * 501}", "speaks", "501 characters long", 'name="speaks"'),
        (f"/guide?next=yes&other={'a' * 501}", "q", "501 characters long", 'name="other"'),
    ],
)
def test_an_answer_that_cannot_be_used_is_asked_for_again(
    client: FlaskClient, address: str, field: str, words: str, kept: str
) -> None:
    answer = client.get(address)

    assert answer.status_code == 400
    assert words in answer.text
    assert kept in answer.text
    assert f'<a href="#{field}">' in answer.text
    assert f'id="{field}"' in answer.text
    assert 'aria-invalid="true"' in answer.text
    assert "<title>Error: " in answer.text


def test_bytes_that_are_no_text_are_told_of_though_no_field_here_holds_them(client: FlaskClient) -> None:
    answer = client.get("/guide/where?next=yes&day=%ff")

    assert answer.status_code == 400
    assert "<li>This holds characters that cannot be read. Type it again.</li>" in answer.text


def test_a_name_of_several_places_leads_on_by_each(client: FlaskClient) -> None:
    answer = client.get("/guide/where?q=choir&next=yes&near=Newport,+Shropshire")

    assert answer.status_code == 400
    assert link(answer.text, "Newport, Isle of Wight") == "/guide/age?q=choir&near=Newport,+Isle+of+Wight"


@pytest.mark.parametrize("address", ["/guide/age?near=NE28+9ND", "/guide/age?near=3+Hall+Lane,+NE28+9ND"])
def test_a_whole_postcode_is_left_at_once_for_its_sector(client: FlaskClient, address: str) -> None:
    answer = client.get(address)

    assert (answer.status_code, answer.headers["Location"]) == (302, "/guide/age?near=NE28+9")


def test_a_home_is_cut_here_as_it_is_on_the_page_of_results(client: FlaskClient) -> None:
    assert client.get("/guide/age?home=NE28+9ND").headers["Location"] == "/guide/age?home=NE28+9"


def test_there_are_no_other_questions(client: FlaskClient) -> None:
    assert client.get("/guide/income").status_code == 404


def test_the_first_question_has_one_address(client: FlaskClient) -> None:
    answer = client.get("/guide/need?q=choir")

    assert (answer.status_code, urlsplit(answer.headers["Location"]).path) == (308, "/guide")


def test_no_answer_is_kept_by_a_cookie_or_a_cache(app: Flask) -> None:
    answer = app.test_client().get("/guide/age?q=befriending&age=65%2B")

    assert "Set-Cookie" not in answer.headers
    assert answer.headers["Cache-Control"] == "no-store"
    assert '<meta name="robots" content="noindex">' in answer.text
