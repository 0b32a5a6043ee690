"""Values of criteria in words: which of them are messages."""

import pytest

from directory.domain.eligibility.criteria import Field
from directory.domain.eligibility.values import value_in_words
from directory.domain.messages import Message


@pytest.mark.parametrize(
    ("field", "value"),
    [
        (Field.GENDER, "non-binary"),
        (Field.CONDITION, "dementia"),
        (Field.LANGUAGE, "Polish"),
        (Field.LANGUAGE, "English"),
        (Field.DOCUMENT, "photo ID"),
    ],
)
def test_a_name_of_our_lists_is_a_message(field: Field, value: str) -> None:
    said = value_in_words(field, value)

    assert (said, type(said)) == (value, Message)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        (Field.CONDITION, "people who {are} violent"),
        (Field.LANGUAGE, "Silbo Gomero"),
        (Field.DOCUMENT, "proof of address"),
        (Field.CARER, "dementia"),
    ],
)
def test_what_others_wrote_stays_as_it_is(field: Field, value: str) -> None:
    said = value_in_words(field, value)

    assert (said, type(said)) == (value, str)
