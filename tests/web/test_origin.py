"""Where a request came from."""

import pytest
from flask import Request
from werkzeug.test import EnvironBuilder

from web.origin import client_of


def asked(address: str | None, forwarded: str | None = None) -> Request:
    headers = [("X-Forwarded-For", forwarded)] if forwarded else []
    return Request(EnvironBuilder(headers=headers, environ_base={"REMOTE_ADDR": address or ""}).get_environ())


@pytest.mark.parametrize(
    ("address", "forwarded", "proxies", "client"),
    [
        ("192.0.2.7", None, 0, "192.0.2.7"),
        ("192.0.2.7", "203.0.113.9", 0, "192.0.2.7"),
        ("127.0.0.1", "203.0.113.9", 1, "203.0.113.9"),
        ("127.0.0.1", "198.51.100.1, 203.0.113.9", 1, "203.0.113.9"),
        ("127.0.0.1", "198.51.100.1, 203.0.113.9", 2, "198.51.100.1"),
        ("127.0.0.1", "203.0.113.9", 2, "127.0.0.1"),
        ("127.0.0.1", "anything", 1, "127.0.0.1"),
        ("2001:db8:1:2:3:4:5:6", None, 0, "2001:db8:1:2::/64"),
        ("::ffff:192.0.2.7", None, 0, "::ffff:c000:207"),
        (None, None, 0, ""),
    ],
)
def test_a_client_is_the_address_that_our_own_proxies_saw(
    address: str | None, forwarded: str | None, proxies: int, client: str
) -> None:
    assert client_of(asked(address, forwarded), proxies) == client


def test_homes_are_told_apart_and_their_machines_are_not() -> None:
    first, second, other = (asked(f"2001:db8:1:{end}") for end in ("2::1", "2::2", "3::1"))

    assert client_of(first, 0) == client_of(second, 0)
    assert client_of(first, 0) != client_of(other, 0)
