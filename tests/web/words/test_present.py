"""Values in words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory.domain.identifiers import Identifier
from directory.domain.parts import CostOption
from directory.domain.places import Precision
from directory.domain.records import Scale, Service
from web.words import present


@pytest.mark.parametrize(
    ("metres", "precisions", "words"),
    [
        (0, (Precision.POSTCODE,), "0 m"),
        (348, (Precision.POSTCODE, Precision.ADDRESS), "350 m"),
        (1_240, (Precision.POSTCODE,), "1.2 km"),
        (5_000, (), "5 km"),
        (3_100, (Precision.OUTCODE, Precision.POSTCODE), "about 3 km"),
        (3_300, (Precision.POSTCODE, Precision.SECTOR), "about 3.5 km"),
        (200, (Precision.PLACE,), "less than 0.5 km"),
        (42_000, (Precision.PLACE,), "about 42 km"),
    ],
)
def test_a_distance_is_rough_when_either_end_is(metres: float, precisions: tuple[Precision, ...], words: str) -> None:
    assert present.distance_in_words(metres, *precisions) == words


@pytest.mark.parametrize(
    ("number", "words", "address"),
    [
        ("01912345678", "0191 234 5678", "tel:+441912345678"),
        ("+44 (0)20 7946 0018", "020 7946 0018", "tel:+442079460018"),
        ("+353 1 679 2222", "+353 1 679 2222", "tel:+35316792222"),
        ("999", "999", "tel:999"),
        ("ask at the desk", "ask at the desk", None),
        ("", "", None),
    ],
)
def test_a_telephone_number_is_spaced_and_dialled(number: str, words: str, address: str | None) -> None:
    assert present.phone_in_words(number) == words
    assert present.phone_address(number) == address


@given(st.text())
def test_no_text_breaks_a_telephone_number_or_a_web_address(text: str) -> None:
    present.phone_in_words(text)
    present.phone_address(text)
    address = present.web_address(text)
    assert address is None or address.lower().startswith(("http://", "https://"))


@pytest.mark.parametrize(
    ("stated", "address"),
    [
        ("https://example.org/a", "https://example.org/a"),
        ("www.example.org", "https://www.example.org"),
        ("javascript:alert(1)", None),
        ("not known", None),
        ("see our leaflet. Ask", None),
    ],
)
def test_only_addresses_of_the_web_become_links(stated: str, address: str | None) -> None:
    assert present.web_address(stated) == address


@pytest.mark.parametrize(
    ("cost", "words"),
    [
        (CostOption(amount=0), "Free"),
        (CostOption(option="free", amount=0), "Free"),
        (CostOption(amount=3.5, amount_description="a session"), "£3.50 a session"),
        (CostOption(option="Children", amount=2), "Children: £2"),
        (CostOption(option="Adults"), "Adults: The price is not known. Ask"),
        (CostOption(amount=5, currency="CHF"), "5 CHF"),
        (CostOption(amount=0, amount_description="for members"), "Free for members"),
        (CostOption(option="Carers", amount=0), "Carers: Free"),
    ],
)
def test_a_cost_not_stated_is_not_free(cost: CostOption, words: str) -> None:
    assert present.cost_in_words(cost) == words


@pytest.mark.parametrize(
    ("lowest", "highest", "words"),
    [
        (18, 65, "Aged 18 to 65"),
        (60, None, "Aged 60 and over"),
        (None, 25, "Aged up to 25"),
        (None, None, None),
    ],
)
def test_ages_that_nobody_stated_are_not_all_ages(
    lowest: float | None, highest: float | None, words: str | None
) -> None:
    service = Service(organization_id="o", name="Group", minimum_age=lowest, maximum_age=highest)

    assert present.ages_in_words(service) == words


def test_a_licence_is_named_and_an_unknown_one_keeps_its_name() -> None:
    assert present.licence_name("OGL-UK-3.0") == "Open Government Licence v3.0"
    assert present.licence_name("Council terms") == "Council terms"
    assert present.licence_address("Council terms") is None


def test_every_scale_has_words() -> None:
    assert all(present.scale_in_words(scale) for scale in Scale)


def test_an_identifier_leads_to_its_register() -> None:
    assert present.identifier_address(Identifier.of("GB-CHC", "1122334")) == "https://org-id.guide/list/GB-CHC"
