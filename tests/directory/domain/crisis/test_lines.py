"""What may be said of a line, and which lines may be shown."""

from datetime import date
from typing import Any

import pytest

from directory.domain.crisis.lines import Audience, Confidence, Cost, Kind, Show
from directory.domain.errors import InvalidValue
from tests.directory.domain.crisis.made import line, of_unknown_hours


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"name": ""}, "name"),
        ({"phone": "01632 960123 then 2"}, "phone"),
        ({"phone": "999 55"}, "phone"),
        ({"phone": "85000"}, "phone"),
        ({"text": "SHOUT"}, "text"),
        ({"phone": "0300 000 0000", "cost": Cost.FREE}, "cost"),
        ({"url": "http://example.org/"}, "url"),
        ({"seen": "last year"}, "seen"),
        ({"hours": None}, "hours_words"),
        ({"hours_words": ""}, "hours_words"),
        ({"checked_on": date(2026, 11, 1)}, "checked_by"),
        ({"confidence": Confidence.LOW}, "show"),
        ({"url": ""}, "show"),
        ({"phone": ""}, "show"),
    ],
)
def test_a_line_that_would_mislead_is_refused(said: dict[str, Any], field: str) -> None:
    with pytest.raises(InvalidValue) as refused:
        line(**said)

    assert refused.value.field == field


@pytest.mark.parametrize(
    ("said", "is_shown"),
    [
        ({}, True),
        ({"show": Show.AFTER_CHECK}, False),
        ({"show": Show.NO}, False),
        ({"audience": Audience.PROFESSIONAL}, False),
        ({"phone": "", "kind": Kind.FINDER}, True),
        ({"phone": "", "text": "85000"}, True),
    ],
)
def test_only_public_lines_that_may_be_shown_are(said: dict[str, Any], is_shown: bool) -> None:
    assert line(**said).is_shown is is_shown


def test_hours_that_are_not_sure_are_not_told() -> None:
    unsure = line(hours_confidence=Confidence.LOW)

    assert unsure.sure_hours is None
    assert not unsure.is_always_open
    assert line().is_always_open
    assert not of_unknown_hours().is_always_open


def test_a_number_that_is_no_short_code_may_be_rung() -> None:
    assert line(phone="999").is_reachable
    assert line(phone="18000").is_reachable
