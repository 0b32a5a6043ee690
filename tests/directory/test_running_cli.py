"""`signpost status explain`, `funding` and `recompute`, as somebody types them."""

import json
from datetime import UTC, date, datetime, timedelta

import pytest
from click.testing import CliRunner, Result

from directory.domain.home import Home
from directory.domain.identifiers import record_id
from directory.domain.records import Kind, Record
from directory.intake import Door, open_door
from directory.running_cli import explain, funding, recompute
from tests.directory.cases import GUIDE, choir, evidence, grant
from tests.directory.said import receive

CHOIR = record_id("guide", Kind.SERVICE, "choir")
TODAY = datetime.now(UTC).date()
SOON = TODAY + timedelta(days=60)

CHECKED = ("checked", evidence("curator_open", date(2026, 2, 1)))
CLOSED = ("closed", evidence("owner_closed", date(2026, 3, 1)))
MONEY = (
    "grant",
    grant(amount=9_800.0, awarded_on=date(2026, 2, 10), start_on=date(2026, 3, 1), end_on=date(2026, 5, 31)),
)


def run(home: Home, *words: str) -> Result:
    command, *arguments = words
    return CliRunner().invoke(
        {"explain": explain, "funding": funding, "recompute": recompute}[command], arguments, obj=home
    )


def tell(home: Home, *others: tuple[str, Record], days: int = 0) -> None:
    with open_door(home) as door:
        receive(Door(door.database, door.gazetteer), GUIDE, choir(*others), days=days)


def test_why_a_service_has_its_state_is_said_in_plain_lines(home: Home) -> None:
    tell(home, CHECKED, MONEY)
    result = run(home, "explain", CHOIR, "--on", "2026-04-01")
    assert result.exit_code == 0, result.output
    first, odds, sign, money, *reasons = result.stdout.splitlines()
    assert first == "Wadebrook Choir: at risk"
    assert odds.startswith("Very likely, yes. Of every 20 groups with signs like these, 19 were running. (p 0.9")
    assert odds.endswith(" on 1 April 2026)")
    assert sign == "Last sign of life on 1 February 2026."
    assert money == "Funding of its organization ends on 31 May 2026."
    assert any(line.endswith("  A curator checked that it runs on 1 February 2026.") for line in reasons)
    assert all(line.startswith("  +") for line in reasons)


def test_a_declaration_is_said_to_be_one(home: Home) -> None:
    tell(home, CHECKED, CLOSED)
    assert run(home, "explain", CHOIR).stdout.startswith("Wadebrook Choir: closed (declared)\n")


def test_of_a_service_without_evidence_its_listing_is_all_that_is_said(home: Home) -> None:
    tell(home)
    first, odds, *reasons = run(home, "explain", CHOIR, "--on", "2026-01-01").stdout.splitlines()
    assert first == "Wadebrook Choir: unconfirmed"
    assert "(p 0.9" in odds
    assert [line.partition("  A ")[2] for line in reasons] == [
        "directory that is kept up to date lists it: 1 check on 1 January 2026."
    ]


def test_an_earlier_day_knows_nothing_of_what_came_later(home: Home) -> None:
    tell(home, CHECKED, CLOSED, MONEY)
    early = json.loads(run(home, "explain", CHOIR, "--on", "2026-02-05", "--json").stdout)
    late = json.loads(run(home, "explain", CHOIR, "--on", "2026-03-05", "--json").stdout)
    assert (early["name"], early["on"], early["state"], early["confirmed_on"], early["funding"]) == (
        "Wadebrook Choir", "2026-02-05", "open", "2026-02-01", None,
    )  # fmt: skip
    assert (late["state"], late["is_declared"], late["funding"]) == (
        "closed", True, "Funding of its organization ends on 31 May 2026.",
    )  # fmt: skip
    assert {reason["channel"] for reason in early["reasons"]} == {"curator_open"}
    assert early["id"] == CHOIR


def test_a_service_that_there_is_not_is_refused(home: Home) -> None:
    tell(home)
    assert "There is no service x." in str(run(home, "explain", "x").exception)


@pytest.mark.parametrize("day", ["yesterday", "2026-02-30", "01/02/2026"])
def test_a_day_is_written_with_its_year_first(home: Home, day: str) -> None:
    assert run(home, "recompute", "--on", day).exit_code == 2


def test_whose_money_ends_soon_is_said_with_funder_amount_and_services(home: Home) -> None:
    tell(home, MONEY)
    lines = run(home, "funding", "--within", "90d", "--on", "2026-03-10").stdout.splitlines()
    assert lines == [
        f"2026-05-31  Wadebrook Arts Trust: money from The Example Fund (GBP 9,800)  services: {CHOIR}",
        "1 of which the last money known of ends within 90d of 10 March 2026.",
    ]
    assert json.loads(run(home, "funding", "--within", "90d", "--on", "2026-03-10", "--json").stdout) == [
        {
            "organization_id": record_id("guide", Kind.ORGANIZATION, "trust"),
            "name": "Wadebrook Arts Trust",
            "end_on": "2026-05-31",
            "funder": "The Example Fund",
            "amount": 9800.0,
            "currency": "GBP",
            "service_ids": [CHOIR],
            "said": None,
        }
    ]


def test_money_of_which_little_is_known_is_told_all_the_same(home: Home) -> None:
    tell(home, ("g1", grant(funder=None, end_on=SOON)), ("g2", grant(service_id="choir", end_on=SOON)))
    one, other, _ = run(home, "funding").stdout.splitlines()
    assert one == f"{SOON.isoformat()}  Wadebrook Arts Trust: money"
    assert other == f"{SOON.isoformat()}  Wadebrook Choir: money from The Example Fund  services: {CHOIR}"


def test_money_that_a_group_speaks_of_is_told_with_its_words(home: Home) -> None:
    with open_door(home) as door:
        told = choir(description="We are funded by the Example Fund until 31 May 2026.")
        receive(Door(door.database, door.gazetteer), GUIDE, told)
    [line, _] = run(home, "funding", "--within", "90d", "--on", "2026-03-10").stdout.splitlines()
    assert line == (
        f"2026-05-31  Wadebrook Choir: money from Example Fund  services: {CHOIR}"
        "  the group says: “We are funded by the Example Fund until 31 May 2026”"
    )


def test_how_far_ahead_is_counted_in_days_weeks_or_months(home: Home) -> None:
    tell(home, MONEY)
    ends_in_days = {"29d": 0, "30d": 1, "4w": 0, "5w": 1, "1m": 1}
    for within, count in ends_in_days.items():
        result = run(home, "funding", "--within", within, "--on", "2026-05-01", "--json")
        assert len(json.loads(result.stdout)) == count, within


@pytest.mark.parametrize("within", ["", "d", "180", "180y", "-5d", "1.5m", "٣d", "99999d"])
def test_how_far_ahead_is_a_number_with_its_unit(home: Home, within: str) -> None:
    result = run(home, "funding", "--within", within)
    assert result.exit_code == 2
    assert "Write how far ahead as 180d, 26w or 6m." in result.output


def test_recompute_says_how_many_were_judged_and_look_different(home: Home) -> None:
    tell(home, CHECKED)
    assert run(home, "recompute").stdout == "Judged 1 services; 1 look different now.\n"
    assert run(home, "recompute").stdout == "Judged 0 services; 0 look different now.\n"
    assert run(home, "recompute", "--all").stdout == "Judged 1 services; 0 look different now.\n"
    assert run(home, "recompute", "--on", "2026-01-15").stdout == "Judged 1 services; 1 look different now.\n"
