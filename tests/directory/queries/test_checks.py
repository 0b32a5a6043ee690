"""Which services of a catalogue are to be checked, and what to ask."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from directory.actions.answer import answer
from directory.actions.reassess import reassess
from directory.actions.report import report
from directory.domain.entries import Entry
from directory.domain.identifiers import record_id
from directory.domain.parts import Schedule
from directory.domain.records import Kind
from directory.domain.reports import What
from directory.domain.status.answers import Answer, Finding
from directory.domain.status.posterior import Model
from directory.domain.status.queue import Cause, Risk
from directory.intake import Door
from directory.queries.checking import read_check_settings
from directory.queries.checks import Checks
from directory.queries.status_settings import read_status_settings
from tests.directory.cases import GUIDE, TODAY, choir, evidence
from tests.directory.said import FIRST_DAY, receive, registered, source

CHOIR = record_id("guide", Kind.SERVICE, "choir")
HALL = record_id("list", Kind.SERVICE, "hall")
AT = datetime(2026, 11, 21, 10, 30, tzinfo=UTC)


@pytest.fixture(scope="module")
def model() -> Model:
    return Model(read_status_settings())


def needs_of(entry: Entry) -> frozenset[str]:
    """A choir is called one, and all else is a food bank."""
    return frozenset({"choirs", "arts"} if "Choir" in entry.name else {"food-banks", "food"})


@pytest.fixture
def checks(door: Door) -> Checks:
    """The queue of a choir confirmed on 1 November and of a food bank in NE28 that nobody confirmed."""
    receive(door, GUIDE, choir(("seen", evidence("owner_open", date(2026, 11, 1)))))
    receive(door, source("list"), registered("hall", "Wadebrook Pantry"))
    return Checks(door.database, read_check_settings(), needs_of)


def waiting(checks: Checks, on: date = TODAY, **narrow: Any) -> list[tuple[str, Cause]]:
    return [(one.service_id, one.cause) for one in checks.waiting(on, **narrow).entries]


def test_what_nobody_has_judged_is_as_doubtful_as_can_be(checks: Checks) -> None:
    queue = checks.waiting(FIRST_DAY.date())

    assert {one.cause for one in queue.entries} == {Cause.DOUBTFUL}
    assert [one.weight for one in queue.entries] == [0.5, 0.5]
    assert [one.risk for one in queue.entries] == [Risk.BASICS, Risk.OTHER]


def test_what_was_judged_is_due_by_its_class_from_its_last_sign_of_life(
    checks: Checks, door: Door, model: Model
) -> None:
    reassess(door.database, model, TODAY)

    assert waiting(checks) == [(HALL, Cause.OVERDUE)]
    assert [one.due_on for one in checks.waiting(TODAY).entries] == [FIRST_DAY.date() + timedelta(days=30)]
    assert waiting(checks, date(2027, 6, 1)) == [(HALL, Cause.OVERDUE), (CHOIR, Cause.OVERDUE)]


def test_the_queue_is_narrowed_to_a_class_and_to_a_place(checks: Checks) -> None:
    assert waiting(checks, risk=Risk.OTHER) == [(CHOIR, Cause.OVERDUE)]
    assert waiting(checks, outcode="NE28") == [(HALL, Cause.OVERDUE)]
    assert waiting(checks, outcode="NE1") == []


@pytest.mark.parametrize("postcode", ["NE28", "NE28 9"])
def test_a_place_of_which_part_of_a_postcode_is_known_is_in_its_outcode(
    checks: Checks, door: Door, postcode: str
) -> None:
    receive(door, source("part"), registered("part", "Wadebrook Larder", postcode))

    assert record_id("part", Kind.SERVICE, "part") in {found for found, _ in waiting(checks, outcode="NE28")}


def test_views_come_first_where_a_table_tells_them(checks: Checks, door: Door) -> None:
    receive(door, source("other"), registered("second", "Wadebrook Larder"))
    second = record_id("other", Kind.SERVICE, "second")

    for most, least in ((second, HALL), (HALL, second)):
        found = checks.waiting(TODAY, risk=Risk.BASICS, views={most: 10.0})
        assert [one.service_id for one in found.entries] == [most, least]


def test_what_changes_is_looked_at_again(checks: Checks, door: Door) -> None:
    assert waiting(checks, risk=Risk.OTHER) == [(CHOIR, Cause.OVERDUE)]
    receive(door, GUIDE, choir(name="Wadebrook Larder"), days=1)

    assert waiting(checks, risk=Risk.OTHER) == []
    assert (CHOIR, Cause.OVERDUE) in waiting(checks, risk=Risk.BASICS)


def test_a_reported_one_comes_first_with_what_was_reported(checks: Checks, door: Door, model: Model) -> None:
    report(door.database, model, CHOIR, What.CLOSED, token="t", on=TODAY, at=AT, most=9)

    [first, *_] = checks.waiting(TODAY).entries
    brief = checks.brief(model, first, TODAY)
    assert (first.service_id, first.cause) == (CHOIR, Cause.REPORTED)
    assert [one.what for one in brief.reports] == [What.CLOSED]
    assert brief.questions[0] == "Somebody reported on 21 November 2026 that it has closed. Is that so?"
    assert brief.questions[-1].startswith("On which days is it on")
    assert (brief.page.service.name, brief.running.on) == ("Wadebrook Choir", TODAY)


def test_an_answer_takes_it_from_the_queue_and_a_call_sets_it_aside(checks: Checks, door: Door, model: Model) -> None:
    on, at = date(2027, 6, 1), datetime(2027, 6, 1, 9, tzinfo=UTC)
    reassess(door.database, model, on)
    assert waiting(checks, on) == [(HALL, Cause.OVERDUE), (CHOIR, Cause.OVERDUE)]

    for service_id, said in ((HALL, Answer.RUNS), (CHOIR, Answer.NO_ANSWER)):
        answer(door.database, model, Finding(service_id=service_id, answer=said), by="Pat", on=on, at=at)

    assert (waiting(checks, on), checks.waiting(on).aside) == ([], 1)
    assert waiting(checks, on + timedelta(days=3)) == [(CHOIR, Cause.OVERDUE)]


def test_a_pause_keeps_it_from_the_queue_until_it_is_over(checks: Checks, door: Door, model: Model) -> None:
    said = Finding(service_id=HALL, answer=Answer.PAUSED, until=date(2026, 12, 1))
    answer(door.database, model, said, by="Pat", on=TODAY, at=AT)

    assert waiting(checks, risk=Risk.BASICS) == []
    [entry] = checks.waiting(date(2026, 12, 2), risk=Risk.BASICS).entries
    assert entry.due_on == date(2026, 12, 2)
    questions = checks.brief(model, entry, date(2026, 12, 2)).questions
    assert "It was paused until 1 December 2026. Has it begun again?" in questions


def test_times_that_are_known_are_not_asked_for(door: Door, checks: Checks, model: Model) -> None:
    receive(door, GUIDE, choir(schedules=(Schedule(description="Tuesdays at 10am"),)), days=1)

    [entry] = checks.waiting(TODAY, risk=Risk.OTHER).entries
    assert not any("On which days" in asked for asked in checks.brief(model, entry, TODAY).questions)
