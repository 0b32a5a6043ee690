"""Whom to ring in a crisis, in other languages: the words change, and no number does."""

import re

import pytest
from babel.support import NullTranslations
from flask.testing import FlaskClient
from lxml.html import document_fromstring

from directory.queries.crisis import read_crisis
from tests.web.language.shouting import Shouting
from web.language import catalogue
from web.language.languages import OTHERS

LINES = [line for line in read_crisis().lines if line.is_shown]
PAGES = (
    "/crisis",
    "/crisis?copy=saved",
    "/crisis?topic=suicide_self_harm&nation=wales",
    "/crisis?nation=northern-ireland",
    "/search?q=want+to+die",
    "/search?q=overdoze",
    "/search?q=nie+chce+zyc",
    "/search?q=%D8%AE%D9%88%D8%AF%DA%A9%D8%B4%DB%8C",
)
SAID = ("help", "who", "after", "text_first")
"""The columns whose words may hold a number that is rung, pressed or counted by."""


def numbers(page: str) -> list[str]:
    """What each link of a page rings or texts, in order, with the number that is read there."""
    links = document_fromstring(page).xpath("//a[starts-with(@href, 'tel:') or starts-with(@href, 'sms:')]")
    for link in links:
        assert link.get("href")[4:] in link.text_content().replace(" ", "")
    return [link.get("href") for link in links]


@pytest.mark.parametrize("address", PAGES)
def test_no_number_is_lost_or_changed_where_every_message_is_another(
    client: FlaskClient, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_english = numbers(client.get(address).text)
    monkeypatch.setattr(catalogue, "translations", lambda code: Shouting())
    page = client.get(f"/cy{address}").text

    assert "⟦" in page
    assert len(in_english) >= 4
    assert numbers(page) == in_english


@pytest.mark.parametrize("code", [language.code for language in OTHERS])
@pytest.mark.parametrize("address", PAGES)
def test_no_number_is_lost_or_changed_in_any_language(client: FlaskClient, address: str, code: str) -> None:
    assert numbers(client.get(f"/{code}{address}").text) == numbers(client.get(address).text)


@pytest.mark.parametrize("code", [language.code for language in OTHERS])
def test_what_to_do_once_through_names_the_same_numbers_in_any_language(code: str) -> None:
    said = {getattr(line, column) for line in LINES for column in SAID} - {""}
    told = {words: catalogue.translations(code).gettext(words) for words in said}

    assert [words for words in said if _figures(told[words]) != _figures(words)] == []


def _figures(words: str) -> list[str]:
    return sorted(re.findall(r"\d+", words))


def test_figures_keep_their_order_among_words_from_right_to_left(client: FlaskClient) -> None:
    assert '<bdi dir="ltr">116 123</bdi>' in client.get("/ur/crisis").text
    assert '<bdi dir="ltr">116 123</bdi>' in client.get("/ur/search?q=want+to+die").text
    assert "<bdi" not in client.get("/crisis").text + client.get("/cy/crisis").text


def test_lines_that_were_drawn_in_one_language_are_not_shown_in_another(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(catalogue, "translations", lambda code: Shouting() if code == "cy" else NullTranslations())

    assert "⟦Free to call.⟧" in client.get("/cy/crisis?nation=scotland").text
    assert "⟦" not in client.get("/crisis?nation=scotland").text


def test_links_of_the_page_keep_its_language(client: FlaskClient) -> None:
    page = client.get("/pl/crisis?nation=wales").text
    moved = client.get("/pl/crisis?near=ne289nd").headers["Location"]
    program = client.get("/pl/search.json?q=overdoze").json

    assert 'href="/pl/crisis?nation=wales&amp;topic=debt_money"' in page
    assert 'href="/crisis?topic' not in page
    assert moved == "/pl/crisis?near=NE28+9"
    assert program is not None
    assert program["crisis"]["lines"][0]["help"] in {line.help for line in LINES}
