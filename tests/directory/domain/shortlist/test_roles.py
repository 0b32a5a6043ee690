"""Roles are named, people never."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory.domain.shortlist.roles import ROLES, role_in


@pytest.mark.parametrize(
    ("described", "role"),
    [
        ("Ask for the secretary", "secretary"),
        ("Membership Secretary", "membership secretary"),
        ("Ann Example, Volunteer Co-ordinator", "volunteer coordinator"),
        ("Ask for Harbans", None),
        ("officer on duty", None),
        ("", None),
        (None, None),
    ],
)
def test_a_role_is_found_in_what_a_source_says_of_a_number(described: str | None, role: str | None) -> None:
    assert role_in(described) == role


@given(st.text(max_size=60))
def test_nothing_but_our_own_words_is_ever_said(described: str) -> None:
    assert role_in(described) in (None, *ROLES)
