"""Names of organizations in one form."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory.domain.names import normalise_name


@pytest.mark.parametrize(
    ("name", "normal"),
    [
        ("The St. Mary's Trust Ltd", "st marys trust"),
        ("ST MARY’S TRUST LIMITED", "st marys trust"),
        ("Food & Warmth CIO", "food and warmth"),
        ("Côr Glandŵr", "cor glandwr"),
        ("The Charity Company", "the charity company"),
        ("", ""),
    ],
)
def test_spellings_of_one_name_become_one(name: str, normal: str) -> None:
    assert normalise_name(name) == normal


@given(st.text())
def test_normalising_twice_changes_nothing_more(name: str) -> None:
    assert normalise_name(normalise_name(name)) == normalise_name(name)
