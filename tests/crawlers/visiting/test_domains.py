"""What was registered of a host is told by the public list of registries."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawlers.visiting.domains import host_of, is_within, own_label, registered_domain


@pytest.mark.parametrize(
    ("host", "registered"),
    [
        ("www.hall.org.uk", "hall.org.uk"), ("hall.org.uk", "hall.org.uk"), ("a.b.example.org", "example.org"),
        ("hall.blogspot.com", "hall.blogspot.com"), ("www.gov.uk", "www.gov.uk"), ("127.0.0.1", "127.0.0.1"),
        ("::1", "::1"), ("localhost", "localhost"), ("www.hall.no-such-registry", "www.hall.no-such-registry"),
        ("www.xn--mnster-hall-thb.de", "xn--mnster-hall-thb.de"), ("", ""), ("org.uk", "org.uk"),
    ],
)  # fmt: skip
def test_registered_domain(host: str, registered: str) -> None:
    assert registered_domain(host) == registered


@given(st.text())
def test_any_text_has_a_host_and_a_domain(text: str) -> None:
    assert isinstance(registered_domain(host_of(text)), str)
    assert isinstance(registered_domain(host_of(f"http://{text}")), str)


def test_a_name_is_within_itself_and_the_domains_above() -> None:
    assert is_within("a.example.org", "example.org")
    assert is_within("example.org", "example.org")
    assert not is_within("anexample.org", "example.org")


@pytest.mark.parametrize(("host", "label"), [("www.hall.org.uk", "hall"), ("elm.example.org", "elm"), ("", "")])
def test_own_label(host: str, label: str) -> None:
    assert own_label(host) == label
