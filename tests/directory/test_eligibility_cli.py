"""`signpost eligibility`: reading descriptions, and comparing readings with labels."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from directory.domain.home import Home
from directory.intake import open_door
from directory.wording_cli import eligibility
from tests.directory.said import receive, registered, source

COLUMNS = "id,half,ages,gender,place,cost,access,audience\n"


def run(*arguments: str, given: str | bytes | None = None) -> Result:
    return CliRunner().invoke(eligibility, arguments, input=given)


def line(identifier: str, name: str, text: str) -> str:
    return json.dumps({"id": identifier, "name": name, "text": text}) + "\n"


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    path = tmp_path / "texts.jsonl"
    path.write_text(
        line("a", "Lunch Club", "Free lunch for over 65s living in Wallsend.")
        + line("b", "Women's Group", "Crafts for women over 18. Hearing loop.")
    )
    return path


def labels(tmp_path: Path, rows: str, columns: str = COLUMNS) -> str:
    path = tmp_path / "labels.csv"
    path.write_text(columns + rows)
    return str(path)


def test_each_line_is_answered_in_order(texts: Path) -> None:
    result = run("extract", str(texts))
    assert result.exit_code == 0
    assert [json.loads(answer) for answer in result.stdout.splitlines()] == [
        {
            "id": "a",
            "ages": [[65, None]],
            "gender": None,
            "place": "Wallsend",
            "cost": "free",
            "access": [],
            "audience": ["older people"],
        },
        {
            "id": "b",
            "ages": [[18, None]],
            "gender": "f",
            "place": None,
            "cost": None,
            "access": ["hearing_loop"],
            "audience": ["women"],
        },
    ]


def test_lines_come_from_standard_input_where_no_file_is_named() -> None:
    result = run("extract", given=line("a", "Shed", "For ages 16-25."))
    assert json.loads(result.stdout)["ages"] == [[16, 25]]


@pytest.mark.parametrize(
    ("bad", "complaint"),
    [
        ("{no json\n", "Line 2 is not JSON."),
        ("[1]\n", "Line 2 needs an id, a name and a text, each of them words."),
        ('{"id": 1, "name": "x", "text": "y"}\n', "Line 2 needs an id, a name and a text, each of them words."),
        ('{"id": "1", "name": "x"}\n', "Line 2 needs an id, a name and a text, each of them words."),
    ],
)
def test_a_bad_line_is_named_and_the_rest_goes_on(bad: str, complaint: str) -> None:
    result = run("extract", given=line("a", "x", "y") + bad + "\n" + line("b", "x", "y"))
    assert result.exit_code == 1
    assert [json.loads(answer)["id"] for answer in result.stdout.splitlines()] == ["a", "b"]
    assert result.stderr.splitlines() == [complaint]


@pytest.mark.parametrize(
    ("bad", "complaint"),
    [
        (b'{"id": "\\ud800", "name": "x", "text": "y"}', "Line 2 has half a character, which no text can hold."),
        (b'{"id": "1", "name": "x", "text": "\\udc00 y"}', "Line 2 has half a character, which no text can hold."),
        (b"[" * 100_000, "Line 2 is nested too deeply."),
        (b'{"id": "caf\xe9", "name": "x", "text": "y"}', "Line 2 is not written in UTF-8."),
        (b'{"id": ' + b"1" * 5_000 + b"}", "Line 2 is not JSON."),
        (b'\xef\xbb\xbf{"id": "1", "name": "x", "text": "y"}', "Line 2 is not JSON."),
    ],
)
def test_a_line_that_breaks_a_reader_is_named_and_the_rest_goes_on(bad: bytes, complaint: str) -> None:
    result = run("extract", given=line("a", "x", "y").encode() + bad + b"\n" + line("b", "x", "y").encode())
    assert result.exit_code == 1
    assert [json.loads(answer)["id"] for answer in result.stdout.splitlines()] == ["a", "b"]
    assert result.stderr.splitlines() == [complaint]


def test_a_whole_pair_of_surrogates_is_one_character() -> None:
    result = run("extract", given='{"id": "\\ud83d\\ude00", "name": "x", "text": "y"}\n')
    assert result.exit_code == 0
    assert json.loads(result.stdout)["id"] == "\N{GRINNING FACE}"


def test_a_byte_order_mark_and_windows_line_ends_lose_no_line() -> None:
    lines = line("a", "x", "y") + line("b", "x", "y")
    result = run("extract", given=b"\xef\xbb\xbf" + lines.replace("\n", "\r\n").encode())
    assert result.exit_code == 0
    assert [json.loads(answer)["id"] for answer in result.stdout.splitlines()] == ["a", "b"]


def test_a_bad_text_is_named_beside_the_comparison(tmp_path: Path, texts: Path) -> None:
    texts.write_bytes(texts.read_bytes() + b"\xff\n")
    result = run("evaluate", labels(tmp_path, "a,tune,65-,,Wallsend,free,,\n"), str(texts))
    assert result.exit_code == 1
    assert result.stdout.startswith("1 texts\n")
    assert "Line 3 is not written in UTF-8." in result.stderr


def test_labels_may_begin_with_a_byte_order_mark(tmp_path: Path, texts: Path) -> None:
    path = labels(tmp_path, "a,tune,65-,,Wallsend,free,,\n", "\ufeff" + COLUMNS)
    assert run("evaluate", path, str(texts)).exit_code == 0


def test_labels_that_are_not_utf_8_are_refused(tmp_path: Path, texts: Path) -> None:
    path = Path(labels(tmp_path, "a,tune,,,,,,\n"))
    path.write_bytes(path.read_bytes() + b"caf\xe9,tune,,,,,,\n")
    result = run("evaluate", str(path), str(texts))
    assert result.exit_code == 1
    assert "is not written in UTF-8." in result.stderr


def test_agreement_is_printed_by_field(tmp_path: Path, texts: Path) -> None:
    path = labels(tmp_path, "a,tune,65-,,the Wallsend,free,,older people\nb,report,18-;-16,f,,,,women\n")
    result = run("evaluate", path, str(texts))
    assert result.exit_code == 0
    rows = {words[0]: words[1:] for words in map(str.split, result.stdout.splitlines()[2:])}
    assert rows["ages"] == ["1.000", "0.667", "2", "0", "1"]
    assert rows["place"] == ["1.000", "1.000", "1", "0", "0"]
    assert rows["access"] == ["0.000", "-", "0", "1", "0"]


def test_one_half_can_be_compared_alone(tmp_path: Path, texts: Path) -> None:
    path = labels(tmp_path, "a,tune,65-,,Wallsend,free,,\nb,report,18-,f,,,,\n")
    result = run("evaluate", path, str(texts), "--half", "report")
    assert result.stdout.startswith("1 texts\n")


def test_differences_are_listed_when_asked_for(tmp_path: Path, texts: Path) -> None:
    path = labels(tmp_path, "a,tune,60-,,Wallsend,free,,older people\nb,tune,18-,f,,,hearing_loop,women\n")
    result = run("evaluate", path, str(texts), "--differences")
    assert result.stdout.splitlines()[-1] == "a ages: read 65-; labelled 60-"


def test_a_label_without_a_text_is_named(tmp_path: Path, texts: Path) -> None:
    path = labels(tmp_path, "z,tune,,,,,,\n")
    result = run("evaluate", path, str(texts))
    assert result.exit_code == 1
    assert "No text has the id z that the labels name." in result.stderr


def test_labels_without_their_columns_are_refused(tmp_path: Path, texts: Path) -> None:
    result = run("evaluate", labels(tmp_path, "a\n", "id\n"), str(texts))
    assert result.exit_code == 1
    assert "needs the columns id, half, ages" in result.stderr


def test_a_label_that_is_no_range_is_named_by_its_line(tmp_path: Path, texts: Path) -> None:
    result = run("evaluate", labels(tmp_path, "a,tune,old,,,,,\n"), str(texts))
    assert result.exit_code == 1
    assert "line 2: 'old' is no range of ages such as 16-25 or 60-." in result.stderr


def test_texts_are_taken_from_the_catalogue_where_none_are_named(home: Home, tmp_path: Path) -> None:
    with open_door(home) as door:
        words = "A weekly group for women aged 16-25."
        group = registered("1", "Byker Women's Group", identifiers=["GB-CHC-1122334"], description=words)
        receive(door, source("register"), group)
    named = labels(tmp_path, "GB-CHC-1122334,report,16-25,f,,,,women\n")

    told = CliRunner().invoke(eligibility, ["evaluate", named], obj=home)

    assert told.exit_code == 0, told.output
    assert "ages           1.000   1.000      1" in told.output
