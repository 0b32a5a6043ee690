"""Values in their one form."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory.domain.errors import InvalidValue
from directory.domain.parts import Address, Phone
from directory.domain.records import Location, LocationType, Organization
from directory.intake.limits import MAX_TEXT
from directory.intake.normalise import email_address, normalise, web_address
from tests.directory.said import said


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("Harmony.example.org", "https://harmony.example.org"),
        ("HTTP://Harmony.example.org/Join?a=B", "http://harmony.example.org/Join?a=B"),
        ("//harmony.example.org", "https://harmony.example.org"),
    ],
)
def test_a_web_address_has_its_scheme_and_a_host_in_lower_case(text: str, address: str) -> None:
    assert web_address(text) == address
    assert web_address(address) == address


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[email]",
        "ftp://example.org",
        "http://Kings Avenue",
        "https://me:secret@example.org",
        "http://[::1",
        "mailto:a@b.uk",
    ],
)
def test_what_is_no_web_address_is_refused(text: str) -> None:
    with pytest.raises(InvalidValue) as error:
        web_address(text)
    assert "secret" not in error.value.value


def test_an_email_address_keeps_the_case_of_its_name() -> None:
    assert email_address("Join.Us@EXAMPLE.org") == "Join.Us@example.org"
    with pytest.raises(InvalidValue):
        email_address("none")


@pytest.mark.parametrize("number", ["0191 498 0001", "(0191) 498-0001", "+44 191 498 0001", "00441914980001"])
def test_a_telephone_number_is_written_one_way(number: str) -> None:
    organization = Organization(name="Harmony", phones=(Phone(number=number),))
    observation, issues = normalise(said("1", organization), "GB")
    assert observation.record == Organization(name="Harmony", phones=(Phone(number="+441914980001"),))
    assert issues == []


@pytest.mark.parametrize("number", ["none", "0191"])
def test_what_cannot_be_dialled_is_left_out_with_an_issue(number: str) -> None:
    organization = Organization(name="Harmony", phones=(Phone(number=number),))
    observation, (issue,) = normalise(said("1", organization, line=7), "GB")
    assert observation.record == Organization(name="Harmony")
    assert (issue.field, issue.value, issue.line, issue.skipped) == ("phone", number, 7, False)


def test_part_of_a_postcode_is_kept_as_that_part() -> None:
    location = Location(
        location_type=LocationType.POSTAL, addresses=(Address(postal_code="ne28"), Address(city="Wallsend"))
    )
    observation, issues = normalise(said("1", location), "GB")
    assert isinstance(observation.record, Location)
    assert [address.postal_code for address in observation.record.addresses] == ["NE28", None]
    assert issues == []


def test_addresses_abroad_are_left_as_they_are() -> None:
    location = Location(location_type=LocationType.POSTAL, addresses=(Address(postal_code="33157", country="US"),))
    assert normalise(said("1", location), "US")[0].record == location


def test_text_is_cut_where_no_real_text_ends_and_emptied_where_nothing_is_left() -> None:
    organization = Organization(name="Harmony\x00", description="a" * (MAX_TEXT + 5), legal_status=" \x07 ")
    observation, _ = normalise(said("1", organization), "GB")
    assert observation.record == Organization(name="Harmony", description="a" * MAX_TEXT)


def test_a_record_with_nothing_left_of_its_name_is_refused() -> None:
    with pytest.raises(InvalidValue, match="no name"):
        normalise(said("1", Organization(name="\x01")), "GB")


@given(st.text(), st.text())
def test_any_text_is_normalised_and_twice_is_once(description: str, website: str) -> None:
    organization = Organization(name="Harmony", description=description, website=website)
    once, _ = normalise(said("1", organization), "GB")
    assert normalise(once, "GB")[0] == once
