"""One helpline in words."""

from datetime import date

from tests.directory.domain.crisis.made import line
from web.crisis.line import card_of, checked_in_words


def test_a_line_that_somebody_checked_says_when() -> None:
    checked = line(checked_on=date(2026, 11, 4), checked_by="A nurse")

    assert checked_in_words(checked) == "Checked 4 November 2026"


def test_who_checked_is_not_told() -> None:
    card = card_of(line(checked_on=date(2026, 11, 4), checked_by="A nurse"))

    assert "nurse" not in repr(card)
