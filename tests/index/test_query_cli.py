"""The command that shows how a box is understood, as lines and as JSON."""

import json

from click.testing import CliRunner

from directory.domain.home import Home
from index.query_cli import query

TYPED = "bereavement group for men near NE28 evenings"


def run(home: Home, *words: str) -> str:
    result = CliRunner().invoke(query, list(words), obj=home)
    assert result.exit_code == 0, result.output
    return result.output


def test_json_has_every_part_and_null_where_nothing_is_said(home: Home) -> None:
    assert json.loads(run(home, TYPED, "--json")) == {
        "need": "bereavement group",
        "place": "NE28",
        "within_m": None,
        "days": None,
        "times": ["evening"],
        "age": None,
        "gender": "m",
        "free": None,
        "access": None,
    }


def test_lines_say_each_part_in_words(home: Home) -> None:
    assert run(home, TYPED).splitlines() == [
        "Need: bereavement group",
        "Gender: men",
        "Place: near NE28",
        "Time: evening",
    ]
    assert run(home, "free near me").splitlines() == ["Need: not said", "Cost: free", "Place: near me"]


def test_today_is_a_day_of_the_week(home: Home) -> None:
    document = json.loads(run(home, "choir today", "--json"))

    assert document["need"] == "choir"
    assert len(document["days"]) == 1
