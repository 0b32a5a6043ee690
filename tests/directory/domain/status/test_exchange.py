"""Histories and assessments as JSON lines."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory.domain.status.assess import assess
from directory.domain.status.exchange import UnreadableHistory, assessment_line, history_in, line_of
from directory.domain.status.history import FollowOn, History
from directory.domain.status.posterior import Model
from directory.domain.status.rules import State
from tests.directory.domain.status.histories import NOW, day, history, said, seen, weekly

LINE = b'{"id": "a", "kind": "informal", "first_seen": "2022-09-27", "first_source": "owner"'

WHOLE = history(
    funding_end=day(NOW),
    funding_follow_on=FollowOn.FOLLOW_ON,
    season=(1.0,) * 11 + (0.5,),
    is_frequent=True,
    observations=seen("web", {-3: "ok", -1: "fail"}),
    statements=(said("public_open", -2), said("linkworker_nobody", -1, "l1", 3, 1)),
    events=weekly(-20),
)


@pytest.mark.parametrize("known", [history(), WHOLE])
def test_a_history_comes_back_as_it_went(known: History) -> None:
    line = line_of(known)
    assert line.endswith(b"\n")
    assert line.count(b"\n") == 1
    assert history_in(line) == known


def test_what_is_not_said_is_not_known() -> None:
    assert history_in(LINE + b"}") == history()


def test_fields_of_others_are_passed_over() -> None:
    assert history_in(LINE + b', "postcode": "NE1 1AA"}') == history()


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        (b"{no json", "is not JSON in UTF-8"),
        (LINE, "is not JSON in UTF-8"),
        (b'{"id": "caf\xe9"}', "is not JSON in UTF-8"),
        (b'{"id": "\\ud800"}', "is not JSON in UTF-8"),
        (b"[1]", "is no history: Expected `object`, got `array`"),
        (b'{"id": "a"}', "is no history: Object missing required field `kind`"),
        (LINE.replace(b"informal", b"cult") + b"}", "is no history: Invalid enum value 'cult' - at `$.kind`"),
        (LINE.replace(b"2022-09-27", b"27/9/22") + b"}", "is no history: Invalid RFC3339 encoded date"),
        (LINE + b', "season": [1, 2]}', "has a value that makes no sense: A season is twelve shares"),
        (
            LINE + b', "statements": [{"day": "2022-09-27", "kind": "public_open", "right": -1}]}',
            "has a value that makes no sense: Earlier reports are counted from 0",
        ),
        (LINE + b', "x": ' + b"[" * 100_000, "is nested too deeply"),
    ],
)
def test_a_line_that_is_no_history_is_refused_in_words(line: bytes, complaint: str) -> None:
    with pytest.raises(UnreadableHistory) as refused:
        history_in(line)
    assert str(refused.value).startswith(complaint)


@given(st.binary(max_size=80) | st.text(max_size=80).map(str.encode))
def test_junk_is_refused_and_breaks_nothing(junk: bytes) -> None:
    with pytest.raises(UnreadableHistory):
        history_in(junk)


def test_an_assessment_is_one_line(model: Model) -> None:
    known = history(statements=(said("owner_open", -400), said("linkworker_says_closed", -31, "l1")))
    found = next(assess(model, [known], day(NOW)))
    line = assessment_line(replace(found, p_open=0.123456789, p_open_ahead=0.1, state=State.LIKELY_CLOSED))
    document = json.loads(line)
    assert line.endswith(b"\n")
    assert list(document) == ["id", "p_open", "p_open_120", "status", "reasons"]
    assert (document["id"], document["p_open"], document["p_open_120"]) == ("a", 0.123457, 0.1)
    assert document["status"] == "likely_closed"
    assert document["reasons"][0] == {
        "channel": "linkworker_says_closed",
        "weight": round(found.reasons[0].weight, 6),
        "text": "A link worker was told that it has closed on 23 May 2025.",
        "first_day": "2025-05-23",
        "last_day": "2025-05-23",
        "count": 1,
    }
