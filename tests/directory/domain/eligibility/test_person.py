"""What is said of a person: parts of the day."""

from datetime import time

import pytest

from directory.domain.eligibility.person import DayPart


@pytest.mark.parametrize(
    ("start", "part"),
    [
        (time(0, 0), DayPart.MORNING),
        (time(11, 59), DayPart.MORNING),
        (time(12, 0), DayPart.AFTERNOON),
        (time(16, 59), DayPart.AFTERNOON),
        (time(17, 0), DayPart.EVENING),
        (time(23, 0), DayPart.EVENING),
    ],
)
def test_a_session_is_in_the_part_of_the_day_it_starts_in(start: time, part: DayPart) -> None:
    assert DayPart.of(start) is part
