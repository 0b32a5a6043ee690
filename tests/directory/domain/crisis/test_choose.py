"""Choosing lines: by nation and topic, the surest to answer first, and somebody beside those that close."""

from directory.domain.crisis.choose import choose, without_speaking
from directory.domain.crisis.hours import Opening
from directory.domain.crisis.lines import Kind, Show
from directory.domain.eligibility.logic import Truth
from directory.domain.places import Nation
from tests.directory.domain.crisis.made import line, of_unknown_hours, open_at, uk

MONDAY = uk(2026, 11, 23, 10, 30)
SCOTTISH_HOLIDAY = uk(2026, 11, 30, 10, 30)
LISTENER = line("samaritans", topics=("sorrow",))


def names(*offered: object, **asked: object) -> list[str]:
    return [offer.line.id for offer in choose(offered, at=MONDAY, **asked)]  # type: ignore[arg-type]


def test_lines_that_surely_answer_come_first_and_finders_last() -> None:
    lines = (
        line("a-finder", kind=Kind.FINDER, phone=""),
        open_at("Mo-Fr 15:00-20:00", "shut"),
        of_unknown_hours("unknown"),
        open_at("Mo-Fr 09:00-17:00", "open"),
        LISTENER,
    )

    assert names(*lines, nation=Nation.WALES) == ["samaritans", "open", "unknown", "shut", "a-finder"]


def test_a_line_of_another_nation_is_not_shown() -> None:
    scottish = line("scottish", nations=frozenset({Nation.SCOTLAND}))

    assert names(LISTENER, scottish, nation=Nation.WALES) == ["samaritans"]
    assert names(scottish, LISTENER, nation=Nation.SCOTLAND) == ["scottish", "samaritans"]


def test_with_no_nation_lines_for_everybody_come_before_those_of_one() -> None:
    scottish = line("scottish", nations=frozenset({Nation.SCOTLAND}))

    assert names(scottish, LISTENER) == ["samaritans", "scottish"]


def test_a_topic_brings_its_lines_and_whoever_listens_to_anybody() -> None:
    lines = (
        line("urgent", topics=("mental_health_crisis",), nations=frozenset({Nation.WALES})),
        line("for-all", topics=("mental_health_crisis",)),
        line("elsewhere", topics=("mental_health_crisis",), nations=frozenset({Nation.SCOTLAND})),
        LISTENER,
        line("debt", topics=("debt",)),
    )

    assert names(*lines, nation=Nation.WALES, topics=["debt"]) == ["debt", "urgent", "samaritans"]
    assert names(*lines, topics=["debt"]) == ["debt", "samaritans"]


def test_what_is_there_for_a_topic_above_all_comes_before_what_is_about_it_too() -> None:
    lines = (
        line("children", topics=("childhood", "abuse")),
        LISTENER,
        line("also", topics=("money", "abuse"), nations=frozenset({Nation.SCOTLAND})),
        line("welsh", topics=("abuse", "money"), nations=frozenset({Nation.WALES})),
        line("british", topics=("abuse",)),
        open_at("Mo-Fr 09:00-17:00", "by-day", topics=("abuse",)),
    )

    assert names(*lines, topics=["abuse"]) == ["british", "welsh", "children", "samaritans", "also", "by-day"]
    assert names(*lines, topics=["money", "abuse"])[:3] == ["british", "also", "welsh"]


def test_what_may_not_be_shown_is_not_chosen_and_what_is_no_line_neither() -> None:
    lines = (line("no", show=Show.NO), line("band", kind=Kind.BAND), line("signs", kind=Kind.SIGNS), LISTENER)

    assert names(*lines) == ["samaritans"]
    assert [one.id for one in without_speaking(lines)] == ["signs"]


def test_somebody_listens_beside_each_line_that_does_not_always_answer() -> None:
    offers = choose((LISTENER, open_at("Mo-Fr 09:00-17:00", "open"), of_unknown_hours("unknown")), at=MONDAY)

    assert [(offer.line.id, offer.beside and offer.beside.id) for offer in offers] == [
        ("samaritans", None),
        ("open", "samaritans"),
        ("unknown", "samaritans"),
    ]


def test_a_line_of_one_nation_keeps_its_own_bank_holidays() -> None:
    hours = "Mo-Fr 09:00-17:00; PH off"
    scottish = open_at(hours, "scottish", nations=frozenset({Nation.SCOTLAND}))
    british = open_at(hours, "british")

    offers = {offer.line.id: offer.opening for offer in choose((LISTENER, scottish, british), at=SCOTTISH_HOLIDAY)}

    assert offers["scottish"] == Opening(Truth.NO, uk(2026, 12, 1, 9))
    assert offers["british"] == Opening(Truth.UNKNOWN)
