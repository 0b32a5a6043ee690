"""Only public web addresses may be asked for, in whatever notation they are written."""

import socket
from ipaddress import ip_address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawlers.visiting.address import Allowance, Endpoint, check_endpoint, check_target, is_public, read_url
from crawlers.visiting.outcome import Outcome, Unanswered
from directory.domain.errors import InvalidValue

LOOPBACK = [
    "127.0.0.1", "127.1", "127.0.1", "0x7f000001", "0x7F.1", "2130706433", "017700000001", "0177.0.0.1", "[::1]",
    "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[::127.0.0.1]", "127.0.0.1.", "127.0.0.2", "localhost", "LOCALHOST",
    "elm.localhost", "0", "0.0.0.0", "[::]", "%31%32%37.0.0.1", "0x",
]  # fmt: skip


@pytest.mark.parametrize("host", LOOPBACK)
def test_this_machine_is_refused_in_every_notation(host: str) -> None:
    with pytest.raises((Unanswered, InvalidValue)):
        check_target(read_url(f"http://{host}/"), Allowance())


@pytest.mark.parametrize(
    "address",
    [
        "10.0.0.1", "100.64.0.1", "169.254.169.254", "172.16.0.1", "192.0.0.8", "192.0.2.1", "192.88.99.1",
        "192.168.1.1", "198.18.0.1", "198.19.255.255", "198.51.100.1", "203.0.113.1", "224.0.0.1", "239.255.255.255",
        "240.0.0.1", "255.255.255.255", "0.0.0.0", "::", "::1", "fe80::1", "fc00::1", "fd12::1", "ff02::1",
        "64:ff9b::808:808", "64:ff9b:1::1", "2001::1", "2001:10::1", "2001:db8::1", "2002:808:808::1", "3fff::1",
        "5f00::1", "100::1", "::ffff:10.0.0.1", "::ffff:169.254.169.254", "::10.0.0.1", "fec0::1",
    ],
)  # fmt: skip
def test_special_addresses_are_not_public(address: str) -> None:
    assert not is_public(ip_address(address))


@pytest.mark.parametrize(
    "address",
    ["8.8.8.8", "100.63.255.255", "172.32.0.1", "198.20.0.1", "2606:4700::1111", "2a00:1450::1", "::ffff:8.8.8.8"],
)
def test_addresses_of_the_open_net_are_public(address: str) -> None:
    assert is_public(ip_address(address))


@given(st.ip_addresses())
def test_what_python_calls_private_or_special_is_never_public(address: object) -> None:
    address = ip_address(str(address))
    if not address.is_global or address.is_multicast:
        assert not is_public(address)


@given(st.integers(0, 2**32 - 1), st.sampled_from(["{:d}", "0x{:x}", "0{:o}"]))
def test_numbers_are_read_as_the_system_reads_them(number: int, form: str) -> None:
    host = form.format(number)

    assert read_url(f"http://{host}/").literal == ip_address(socket.inet_aton(host))


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd", "gopher://example.org/", "ftp://example.org/", "javascript:alert(1)", "//example.org/",
        "example.org", "", " ", "http://", "http:///path", "http://[::1", "http://a b/", "http://exa mple.org/",
        "http://1.2.3.4.5/", "http://256.1.1.1/", "http://09.1.1.1/", "http://a..b/",
        "http://[fe80::1%25eth0]/", "http://example.org\\@evil.example/", "http://example.org/\n/a",
        "http://[1:2:3]/", "http://é\u0301\u200d/",
        f"http://{'a.' * 130}org/", f"http://example.org/{'a' * 3000}", "http://１２７.0.0.1/", "http://99999999999/",
    ],
)  # fmt: skip
def test_what_is_no_web_address_is_refused(url: str) -> None:
    with pytest.raises(InvalidValue):
        read_url(url)


@given(st.text())
def test_any_text_is_an_address_or_refused(text: str) -> None:
    for url in (text, f"http://{text}", f"https://example.org/{text}", f"http://example.org:{text}"):
        try:
            target = read_url(url)
        except InvalidValue:
            continue
        assert read_url(target.url).host == target.host
        assert target.scheme in ("http", "https")


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("http://example.org:22/", "Port 22"), ("http://example.org:8080/", "Port 8080"),
        ("https://example.org:80/", "Port 80"), ("http://user@example.org/", "name or password"),
        ("http://user:secret@example.org/", "name or password"), ("http://169.254.169.254/", "169.254.169.254"),
    ],
)  # fmt: skip
def test_address_that_may_not_be_asked_says_why(url: str, why: str) -> None:
    with pytest.raises(Unanswered, match=why) as refused:
        check_target(read_url(url), Allowance())

    assert refused.value.outcome is Outcome.ADDRESS_REFUSED


@pytest.mark.parametrize(
    ("url", "host", "origin"),
    [
        ("HTTP://Example.ORG", "example.org", "http://example.org"),
        ("https://example.org.:443/a#b", "example.org", "https://example.org"),
        ("http://münster-hall.example/", "xn--mnster-hall-thb.example", "http://xn--mnster-hall-thb.example"),
        ("http://xn--mnster-hall-thb.example/", "xn--mnster-hall-thb.example", "http://xn--mnster-hall-thb.example"),
        ("http://0x8080808/", "8.8.8.8", "http://8.8.8.8"),
        ("http://[2A00:1450::1]:8123/", "2a00:1450::1", "http://[2a00:1450::1]:8123"),
    ],
)
def test_address_is_brought_to_one_form(url: str, host: str, origin: str) -> None:
    target = read_url(url)

    assert (target.host, target.origin) == (host, origin)


def test_allowance_opens_exactly_the_loopback_endpoints_it_names() -> None:
    allowance = Allowance.of("127.0.0.1:8123, [::1]:8124, localhost:8125,")

    for url in ("http://127.0.0.1:8123/", "http://127.1:8123/", "http://[::1]:8124/", "http://localhost:8125/"):
        check_target(read_url(url), allowance)
    check_endpoint(Endpoint(ip_address("::1"), 8125), 8125, allowance)
    for url in ("http://127.0.0.1:8124/", "http://localhost:8123/", "http://127.0.0.1/", "http://example.org:8125/"):
        with pytest.raises(Unanswered):
            check_target(read_url(url), allowance)


@pytest.mark.parametrize(
    "text",
    [
        "10.0.0.1:80", "example.org:80", "127.0.0.1", "127.0.0.1:", "127.0.0.1:0", "127.0.0.1:70000", "::1:80",
        "[fe80::1]:80", "[127.0.0.1]:80", "0.0.0.0:80", "127.0.0.1:80;10.0.0.1:80", "127.0.0.1:²",
    ],
)  # fmt: skip
def test_allowance_of_anything_but_loopback_is_refused(text: str) -> None:
    with pytest.raises(InvalidValue, match="SIGNPOST_FETCH_ALLOW"):
        Allowance.of(text)


@pytest.mark.parametrize(
    ("path", "is_root"), [("", True), ("/", True), ("/#a", True), ("/?p=1", False), ("?p=1", False), ("/a", False)]
)
def test_front_page_is_the_one_with_no_path_and_no_query(path: str, is_root: bool) -> None:
    assert read_url(f"http://example.org{path}").is_root is is_root
