"""`signpost proposals` lists what pages say otherwise, and takes a person's decisions."""

import pytest
from click.testing import CliRunner, Result

from directory.domain.corrections import Field
from directory.domain.home import Home
from directory.intake import open_door
from directory.proposals_cli import proposals
from directory.queries.pages import service_page
from tests.directory.cases import GUIDE, choir
from tests.directory.proposed import CHOIR, proposed, put_forward
from tests.directory.said import receive

PHONE = proposed(Field.PHONE, "01632 960456", before="01632 960123")


@pytest.fixture
def number(home: Home) -> int:
    """The number of the one change that waits."""
    with open_door(home) as door:
        receive(door, GUIDE, choir())
        [number] = put_forward(door.database, PHONE)
    return number


def run(home: Home, *words: str) -> Result:
    return CliRunner().invoke(proposals, words, obj=home)


def numbers(home: Home) -> list[str]:
    with open_door(home) as door:
        return [phone.number for phone in service_page(door.database, CHOIR).service.phones]


def test_what_waits_is_shown_with_its_words(home: Home, number: int) -> None:
    shown = run(home).output

    assert "phone: 01632 960123 → 01632 960456  (medium, https://choir.example.org/)" in shown
    assert "“Now it is 01632 960456.”" in shown
    assert shown.endswith("1 proposed changes wait for a person.\n")


def test_a_change_is_accepted_and_taken_back(home: Home, number: int) -> None:
    accepted = run(home, "accept", str(number), "--by", "Pat")
    assert accepted.output == "Accepted and published: phone: 01632 960123 → 01632 960456.\n"
    assert numbers(home) == ["01632 960456"]
    assert run(home).output == "0 proposed changes wait for a person.\n"

    assert run(home, "undo", str(number), "--by", "Pat").output.startswith("Taken back: phone")
    assert numbers(home) == []


def test_a_change_is_rejected(home: Home, number: int) -> None:
    assert run(home, "reject", str(number), "--by", "Pat").output.startswith("Rejected: phone")
    assert numbers(home) == []
    assert run(home).output == "0 proposed changes wait for a person.\n"


def test_who_decides_says_so(home: Home, number: int) -> None:
    assert "--by" in run(home, "accept", str(number)).output
