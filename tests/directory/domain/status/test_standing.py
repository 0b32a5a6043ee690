"""What search shows of a status."""

from dataclasses import FrozenInstanceError

import pytest

from directory.domain.status.rules import State
from directory.domain.status.standing import Standing


def test_a_standing_is_never_changed_and_holds_nothing_that_is_not_known() -> None:
    standing = Standing(state=State.UNCONFIRMED, p_open=0.7)
    assert (standing.confirmed_on, standing.confirmed_by, standing.funding_end) == (None, None, None)
    assert not standing.is_declared
    with pytest.raises(FrozenInstanceError):
        standing.p_open = 1.0  # type: ignore[misc]


@pytest.mark.parametrize(
    ("confirmed_by", "method"),
    [
        ("owner_open", "owner"),
        ("curator_open", "check"),
        ("linkworker_attended", "visit"),
        ("event", "event"),
        ("future_event_dated", "event"),
        (None, None),
    ],
)
def test_how_the_last_sign_of_life_was_had_is_said_in_a_word(confirmed_by: str | None, method: str | None) -> None:
    assert Standing(state=State.OPEN, p_open=0.9, confirmed_by=confirmed_by).method == method
