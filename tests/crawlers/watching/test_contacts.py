"""Contacts are found in the whole page, and those that may be one person's own are marked."""

import pytest

from crawlers.watching.contacts import phone_number, read_contacts
from crawlers.watching.limits import MAX_FOUND, MAX_SNIPPET
from crawlers.watching.personal import is_personal_email
from directory.domain.postcode import Postcode
from tests.crawlers.watching.documents import contacts, page


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Tel: 0191 498 0123", "+441914980123"),
        ("(0191) 498 0123", "+441914980123"),
        ("+44 191 498 0123", "+441914980123"),
        ("+44 (0)191 498 0123", "+441914980123"),
        ("0191-498-0123", "+441914980123"),
        ("020 7946 0123", "+442079460123"),
        ("0808 157 0123", "+448081570123"),
    ],
)
def test_telephone_numbers_are_found_however_they_are_grouped(text: str, number: str) -> None:
    assert [found.value for found in contacts(f"<p>Ring us: {text} any time</p>").phones] == [number]


@pytest.mark.parametrize(
    "text",
    ["Fax: 0191 498 0123", "F: 0191 498 0123", "1914980123", "+1 202 555 0123", "0191 498", "04/07/2026", "1122334"],
)
def test_fax_foreign_and_other_numbers_are_left_out(text: str) -> None:
    assert contacts(f"<p>{text}</p>").phones == ()


def test_label_of_a_telephone_number_is_told_from_none() -> None:
    found = contacts("<p>Tel: 0191 498 0123</p><p>It was 0191 498 0124</p><a href='tel:01914980125'>us</a>").phones

    assert {one.value[-3:]: one.is_labelled for one in found} == {"123": True, "124": False, "125": True}


def test_number_labelled_anywhere_counts_as_labelled_and_is_given_once() -> None:
    (found,) = contacts("<p>Or 0191 498 0123.</p><footer>Phone 0191 498 0123</footer>").phones

    assert found.is_labelled
    assert found.words == "Phone 0191 498 0123"


@pytest.mark.parametrize("number", ["07700 900123", "+447700900123"])
def test_mobile_is_personal(number: str) -> None:
    (found,) = contacts(f"<p>Call Sam on {number}</p>").phones

    assert found.is_personal


@pytest.mark.parametrize("text", ["", "junk", "999", "+1 202 555 0123", "0191 498"])
def test_what_is_no_british_number_is_none(text: str) -> None:
    assert phone_number(text) is None


@pytest.mark.parametrize(
    ("body", "address"),
    [
        ("<p>info@example.org.</p>", "info@example.org"),
        ("<p>Info@Example.ORG</p>", "Info@example.org"),
        ("<p>hall.bookings@example.co.uk</p>", "hall.bookings@example.co.uk"),
        ("<p>info [at] example [dot] org</p>", "info@example.org"),
        ("<p>info(at)example.org</p>", "info@example.org"),
        ("<p>info at example dot org</p>", "info@example.org"),
        ("<a href='mailto:info@example.org?subject=Hall'>Write</a>", "info@example.org"),
    ],
)
def test_email_addresses_are_found_also_where_they_are_hidden(body: str, address: str) -> None:
    assert [found.value for found in contacts(body).emails] == [address]


@pytest.mark.parametrize(
    "body",
    [
        "<p>logo@2x.png</p>",
        "<p>look at example.org for more</p>",
        "<p>meet at noon</p>",
        "<p>@example.org</p>",
        "<a href='mailto:'>x</a>",
        "<a href='mailto:nobody'>x</a>",
    ],
)
def test_what_is_no_email_address_is_left_out(body: str) -> None:
    assert contacts(body).emails == ()


def test_several_addresses_of_one_link_are_all_found_and_labelled() -> None:
    found = contacts("<a href='mailto:info@example.org,office@example.org'>x</a>").emails

    assert [(one.value, one.is_labelled) for one in found] == [("info@example.org", True), ("office@example.org", True)]


@pytest.mark.parametrize(
    ("address", "personal"),
    [
        ("info@example.org", False),
        ("office@example.org", False),
        ("hall-bookings@example.org", False),
        ("info2@example.org", False),
        ("jo.bloggs@example.org", True),
        ("jo@example.org", True),
        ("info@gmail.com", True),
        ("office@btinternet.com", True),
        ("lunchclub@yahoo.co.uk", True),
    ],
)
def test_address_of_a_person_or_with_a_free_provider_is_personal(address: str, personal: bool) -> None:
    assert is_personal_email(address) is personal


def test_postcodes_are_found_and_know_whether_an_address_is_named() -> None:
    found = contacts(
        "<p>Our address: 1 High Street, Wallsend, ne28 9nd</p><p>x " + "y " * 150 + "AB101AB</p>"
    ).postcodes

    assert [(one.value, one.is_labelled) for one in found] == [
        (Postcode("NE28", "9ND"), True),
        (Postcode("AB10", "1AB"), False),
    ]


@pytest.mark.parametrize("text", ["A4 paper", "ne289nd", "XNE28 9ND", "NE28 9NDX", "b12 5mg", "NE28"])
def test_what_has_not_the_form_of_a_postcode_is_left_out(text: str) -> None:
    assert contacts(f"<p>{text}</p>").postcodes == ()


def test_words_round_a_finding_are_its_line_or_its_sentence() -> None:
    long = "Nothing to see here. " * 40
    (found,) = contacts(f"<p>{long}Please ring 0191 498 0123 for a place. {long}</p>").phones

    assert found.words == "Please ring 0191 498 0123 for a place."


def test_words_are_cut_where_a_sentence_does_not_end() -> None:
    (found,) = contacts(f"<p>{'word ' * 200}0191 498 0123 {'word ' * 200}</p>").phones

    assert "0191 498 0123" in found.words
    assert len(found.words) <= MAX_SNIPPET


def test_contacts_of_one_kind_are_not_without_end() -> None:
    body = " ".join(f"info@a{number}.example.org" for number in range(2 * MAX_FOUND))

    assert len(contacts(f"<p>{body}</p>").emails) == MAX_FOUND


def test_link_that_is_not_shown_stands_for_its_own_words() -> None:
    found = read_contacts(page("<a href='tel:01914980123'>Ring us</a><a href='mailto:info@example.org'>Write</a>"))

    assert found.phones[0].words == "tel:01914980123"
    assert found.emails[0].words == "mailto:info@example.org"
