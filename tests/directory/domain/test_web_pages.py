"""Addresses of pages as they are watched and compared."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory.domain.web_pages import host_in, page_address, place_of


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("HTTPS://Elm.Example.org", "https://elm.example.org/"),
        (" http://elm.example.org/a/?b=1#c ", "http://elm.example.org/a/?b=1"),
        ("http://elm.example.org:8080/A", "http://elm.example.org:8080/A"),
        ("ftp://elm.example.org/", None),
        ("https:///elm", None),
        ("elm.example.org", None),
        ("http://[::1", None),
        ("http://elm.example.org:port/", None),
    ],
)
def test_an_address_means_a_page_or_none(written: str, address: str | None) -> None:
    assert page_address(written) == address


def test_a_page_is_one_place_however_it_is_asked_for() -> None:
    addresses = ("http://elm.example.org/", "https://www.elm.example.org/", "https://elm.example.org")

    assert {place_of(page_address(one) or "") for one in addresses} == {"elm.example.org"}
    assert place_of("https://elm.example.org/a?b=1") == "elm.example.org/a?b=1"


def test_a_host_is_told_without_its_port() -> None:
    assert host_in("http://elm.example.org:8080/a") == "elm.example.org"


@given(st.text())
def test_no_text_raises_and_an_address_is_its_own_address(text: str) -> None:
    address = page_address(text)

    assert address is None or page_address(address) == address
