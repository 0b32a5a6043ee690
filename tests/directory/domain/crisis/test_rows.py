"""Reading the rows of data/crisis: what is wrong with one is said in a sentence that names it and its field."""

from collections.abc import Iterable
from dataclasses import fields

import pytest

from directory.domain.crisis.lines import Cost, Line
from directory.domain.crisis.phrases import Strength
from directory.domain.crisis.rows import BadRow, lines_from, phrases_from, topics_from
from directory.domain.places import Nation

TOPICS = topics_from(
    [{"id": "trouble", "label": "Trouble", "first": "yes", "say": "Sit down.", "needs": "company;money"}]
)


def row(line_id: str, **said: str) -> dict[str, str]:
    """The row of a line of any time, as a file would have it."""
    filled = {
        "id": line_id,
        "kind": "line",
        "name": f"The {line_id}",
        "publisher": "Example Charity",
        "help": "Trouble",
        "who": "Anybody",
        "nations": "UK",
        "phone": "01632 960123",
        "hours": "24/7",
        "hours_words": "24 hours, every day",
        "cost": "free",
        "bill": "unknown",
        "topics": "trouble",
        "audience": "public",
        "url": "https://example.org/",
        "confidence": "high",
        "hours_confidence": "high",
        "show": "yes",
    }
    return {field.name: (filled | said).get(field.name, "") for field in fields(Line)}


def rows(*others: dict[str, str]) -> Iterable[dict[str, str]]:
    """The rows that every file has, and others."""
    return [*map(row, ("999", "999_silent_55", "samaritans")), *others]


def test_a_row_becomes_a_line() -> None:
    said = {"nations": "Wales;Scotland", "checked_on": "2026-11-04", "checked_by": "A nurse", "cost": "normal"}

    line = lines_from(rows(row("a-line", **said)), TOPICS)[-1]

    assert line.nations == {Nation.WALES, Nation.SCOTLAND}
    assert line.topics == ("trouble",)
    assert line.cost is Cost.NORMAL
    assert line.checked_on is not None
    assert line.is_always_open


def test_hours_that_nobody_knows_are_none() -> None:
    assert lines_from(rows(row("a-line", hours="", hours_words="")), TOPICS)[-1].hours is None


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"cost": "cheap"}, "Row 5 (a-line), cost: Write one of free, normal, unknown."),
        ({"hours": "always"}, "Row 5 (a-line), hours: These are no opening hours as OpenStreetMap writes them."),
        ({"nations": "Cornwall"}, "Row 5 (a-line), nations: Nobody knows 'Cornwall'."),
        ({"nations": ""}, "Row 5 (a-line), nations: Every line serves some nation."),
        ({"topics": "weather"}, "Row 5 (a-line), topics: Nobody knows 'weather'."),
        ({"checked_on": "yesterday"}, "Row 5 (a-line), checked_on: Write a day as 2026-11-22."),
        ({"name": " The line"}, "Row 5 (a-line), name: There are spaces at its ends."),
        ({"help": "Trouble {of any kind}"}, "Row 5 (a-line), help: There is a brace in it."),
        ({"phone": "0300 000 0000"}, "Row 5 (a-line), cost: A number that begins with 03 is never called free."),
        ({"id": "999"}, "Row 5 (999), id: This is there twice."),
    ],
)
def test_a_bad_row_is_named_with_its_field(said: dict[str, str], words: str) -> None:
    with pytest.raises(BadRow) as refused:
        lines_from(rows(row(said.pop("id", "a-line"), **said)), TOPICS)

    assert str(refused.value) == words


def test_a_row_with_other_columns_is_refused() -> None:
    short = row("a-line")
    del short["check"]

    with pytest.raises(BadRow, match=r"Row 5 \(a-line\), columns: They are id, kind, name"):
        lines_from(rows(short), TOPICS)


@pytest.mark.parametrize("needed", ["999", "999_silent_55", "samaritans"])
def test_a_file_without_a_line_that_every_page_needs_is_refused(needed: str) -> None:
    changed = [one if one["id"] != needed else one | {"show": "after_check"} for one in rows()]

    with pytest.raises(BadRow, match=f"{needed}.*Every page needs this line"):
        lines_from(changed, TOPICS)


def test_a_topic_says_something() -> None:
    assert TOPICS[0].needs == ("company", "money")
    with pytest.raises(BadRow, match="A topic has a label and something to say"):
        topics_from([{"id": "trouble", "label": "Trouble", "first": "no", "say": "", "needs": ""}])


def phrase(text: str, strength: str, topics: str = "", language: str = "en") -> dict[str, str]:
    return {"phrase": text, "topics": topics, "strength": strength, "language": language}


def test_phrases_are_folded() -> None:
    (read,) = phrases_from([phrase("Can’t go on", "strong", "trouble")], TOPICS)

    assert read.words == ("can", "not", "go", "on")
    assert read.strength is Strength.STRONG


@pytest.mark.parametrize(
    ("bad", "words"),
    [
        ([phrase("help", "loud", "trouble")], "strength: Write one of strong, weak, faint, urgent, never"),
        ([phrase("help", "strong")], "topics: A phrase that is strong has topics"),
        ([phrase("help", "never", "trouble")], "topics: A phrase that is never has no topic"),
        ([phrase("...", "never")], "phrase: A phrase has words"),
        ([phrase("cymorth", "strong", "trouble", "Welsh")], "language: Write a language as en, or as ur-Latn in"),
        ([phrase("can't", "urgent"), phrase("cannot", "never")], "phrase: This is there twice"),
    ],
)
def test_a_bad_phrase_is_refused(bad: list[dict[str, str]], words: str) -> None:
    with pytest.raises(BadRow, match=words):
        phrases_from(bad, TOPICS)
