"""`signpost status`: judging services by their evidence, measuring that, and inventing services to measure it on."""

import csv
import gzip
import json
import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from directory.status_cli import status

TODAY = datetime.now(UTC).date()


def run(*arguments: str, given: str | bytes | None = None) -> Result:
    return CliRunner().invoke(status, arguments, input=given)


def line(identifier: str, **more: object) -> str:
    known = {"id": identifier, "kind": "informal", "first_seen": "2022-09-27", "first_source": "owner", **more}
    return json.dumps(known) + "\n"


def confirmed(day: str) -> dict[str, object]:
    return {"statements": [{"day": day, "kind": "owner_open", "reporter": "o"}]}


def closed(day: str) -> dict[str, object]:
    return {"statements": [{"day": day, "kind": "owner_closed", "reporter": "o"}]}


@pytest.fixture
def histories(tmp_path: Path) -> Path:
    path = tmp_path / "histories.jsonl"
    path.write_text(line("a", **confirmed("2025-05-24")) + line("b", **closed("2025-06-18")) + line("c"))
    return path


def truths(tmp_path: Path, rows: str, columns: str = "id,closed,closed_on\n") -> str:
    path = tmp_path / "truth.csv"
    path.write_text(columns + rows)
    return str(path)


def figures(result: Result) -> dict[str, float]:
    found = re.findall(r"^(.*\S) +(\d\.\d+)$", result.stdout, re.MULTILINE)
    return {name: float(value) for name, value in found}


def test_each_service_is_answered_in_its_order(histories: Path) -> None:
    result = run("assess", str(histories), "--on", "2025-06-23")
    assert result.exit_code == 0, result.output
    first, second, third = (json.loads(answer) for answer in result.stdout.splitlines())
    assert [first["id"], second["id"], third["id"]] == ["a", "b", "c"]
    assert [first["status"], second["status"], third["status"]] == ["open", "closed", "unconfirmed"]
    assert first["p_open"] == pytest.approx(0.989, abs=0.03)
    assert first["p_open_120"] < first["p_open"]
    (reason,) = first["reasons"]
    assert reason.pop("weight") > 1
    assert reason == {
        "channel": "owner_open",
        "text": "The people who run it said that it runs on 24 May 2025.",
        "first_day": "2025-05-24",
        "last_day": "2025-05-24",
        "count": 1,
    }


def test_evidence_after_the_day_is_left_out(histories: Path) -> None:
    result = run("assess", str(histories), "--on", "2025-06-01")
    assert [json.loads(answer)["status"] for answer in result.stdout.splitlines()] == [
        "open",
        "unconfirmed",
        "unconfirmed",
    ]


def test_services_come_from_standard_input_and_are_judged_as_of_today() -> None:
    lately = (TODAY - timedelta(3)).isoformat()
    result = run("assess", given=line("a", **confirmed(lately)) + line("b", **confirmed("2024-01-01")))
    assert [json.loads(answer)["status"] for answer in result.stdout.splitlines()] == ["open", "unconfirmed"]


def test_a_gzip_file_is_read_by_its_name(tmp_path: Path, histories: Path) -> None:
    packed = tmp_path / "histories.jsonl.gz"
    packed.write_bytes(gzip.compress(histories.read_bytes()))
    plain, unpacked = (run("assess", str(path), "--on", "2025-06-23") for path in (histories, packed))
    assert unpacked.exit_code == 0
    assert unpacked.stdout == plain.stdout


@pytest.mark.parametrize(
    "spoil", [lambda packed: packed[:-9], lambda packed: b"plain" + packed, lambda packed: packed[:20] + b"x" * 40]
)
def test_a_broken_gzip_file_is_named(tmp_path: Path, histories: Path, spoil: Callable[[bytes], bytes]) -> None:
    path = tmp_path / "histories.jsonl.gz"
    path.write_bytes(spoil(gzip.compress(histories.read_bytes())))
    result = run("assess", str(path))
    assert result.exit_code == 1
    assert f"{path} is no whole gzip file." in result.stderr


def test_lines_that_cannot_be_read_are_named_and_the_rest_goes_on() -> None:
    bad = "{no json\n" + line("x", kind="cult") + "\n" + line("y", season=[1])
    result = run("assess", given=line("a") + bad + line("b"))
    assert result.exit_code == 1
    assert [json.loads(answer)["id"] for answer in result.stdout.splitlines()] == ["a", "b"]
    complaints = result.stderr.splitlines()
    assert complaints[0] == "Line 2 is not JSON in UTF-8."
    assert complaints[1] == "Line 3 is no history: Invalid enum value 'cult' - at `$.kind`."
    assert complaints[2].startswith("Line 5 has a value that makes no sense: A season is twelve shares")
    assert len(complaints) == 3


def test_a_byte_order_mark_and_windows_line_ends_lose_no_line() -> None:
    result = run("assess", given=b"\xef\xbb\xbf" + (line("a") + line("b")).replace("\n", "\r\n").encode())
    assert result.exit_code == 0
    assert len(result.stdout.splitlines()) == 2


def test_figures_are_printed_as_of_the_last_day_of_evidence(tmp_path: Path, histories: Path) -> None:
    result = run("evaluate", str(histories), truths(tmp_path, "a,0,\nb,1,2025-06-01\nc,1,\n"))
    assert result.exit_code == 0, result.output
    assert result.stdout.startswith("3 services as of 18 June 2025, of which 2 had closed\n")
    found = figures(result)
    assert found["precision at P(closed) .75"] == 1
    assert found["recall at P(closed) .75"] == 0.5
    assert found["average precision"] == 1
    assert 0 < found["Brier score"] < 0.3
    assert "0 of 0 services that run while their website fails" in result.stdout
    assert re.search(r"0\.9 to 1\.0 .* 1 +.* 1\.000", result.stdout)


def test_what_closes_later_still_runs(tmp_path: Path, histories: Path) -> None:
    truth = truths(tmp_path, "a,0,\nb,1,2025-06-01\nc,1,2025-06-02\n")
    result = run("evaluate", str(histories), truth, "--on", "2025-05-31")
    assert result.stdout.startswith("3 services as of 31 May 2025, of which 0 had closed\n")
    assert re.search(r"^recall at P\(closed\) \.75 +-$", result.stdout, re.MULTILINE)


def test_the_last_day_of_evidence_may_be_of_an_event_or_a_look(tmp_path: Path) -> None:
    path = tmp_path / "histories.jsonl"
    events = {"watched_from": "2023-01-01", "days": ["2025-07-09", "2025-07-02"]}
    path.write_text(line("a", events=events))
    assert "as of 9 July 2025" in run("evaluate", str(path), truths(tmp_path, "a,0,\n")).stdout
    path.write_text(line("a", events=events, observations=[{"channel": "web", "day": "2025-07-10", "symbol": "ok"}]))
    assert "as of 10 July 2025" in run("evaluate", str(path), truths(tmp_path, "a,0,\n")).stdout


def test_reliability_is_drawn_where_asked_for(tmp_path: Path, histories: Path) -> None:
    plot = tmp_path / "plot.svg"
    run("evaluate", str(histories), truths(tmp_path, "a,0,\nb,1,2025-06-01\nc,0,\n"), "--plot", str(plot))
    assert plot.read_text(encoding="utf-8").startswith("<svg ")


def test_services_without_a_truth_and_bad_lines_are_named(tmp_path: Path, histories: Path) -> None:
    histories.write_text(histories.read_text() + "[]\n")
    result = run("evaluate", str(histories), truths(tmp_path, "a,0,\nb,1,\n"))
    assert result.exit_code == 1
    assert result.stdout.startswith("2 services")
    assert result.stderr.splitlines() == [
        f"{tmp_path / 'truth.csv'} does not say whether c had closed.",
        "Line 4 is no history: Expected `object`, got `array`.",
    ]


def test_truths_of_other_services_are_refused(tmp_path: Path, histories: Path) -> None:
    result = run("evaluate", str(histories), truths(tmp_path, "z,0,\n"))
    assert result.exit_code == 1
    assert f"{histories} holds no service that {tmp_path / 'truth.csv'} names." in result.stderr


@pytest.mark.parametrize(
    ("columns", "rows", "complaint"),
    [
        ("id,closed\n", "a,0\n", "needs the columns id, closed, closed_on."),
        ("id,closed,closed_on\n", "a,0,\nb,yes,\n", "line 3: closed is 0 or 1"),
        ("id,closed,closed_on\n", "a\n", "line 2: closed is 0 or 1"),
        ("id,closed,closed_on\n", "a,1,soon\n", "closed_on a day such as 2026-05-31, or nothing."),
    ],
)
def test_a_truth_that_cannot_be_read_is_named(
    tmp_path: Path, histories: Path, columns: str, rows: str, complaint: str
) -> None:
    result = run("evaluate", str(histories), truths(tmp_path, rows, columns))
    assert result.exit_code == 1
    assert complaint in result.stderr


def test_a_truth_that_is_not_utf_8_is_named(tmp_path: Path, histories: Path) -> None:
    path = tmp_path / "truth.csv"
    path.write_bytes(b"id,closed,closed_on\ncaf\xe9,0,\n")
    result = run("evaluate", str(histories), str(path))
    assert result.exit_code == 1
    assert f"{path} is not written in UTF-8." in result.stderr


def test_invented_services_can_be_judged_and_measured(tmp_path: Path) -> None:
    known, truth = tmp_path / "histories.jsonl.gz", tmp_path / "truth.csv"
    result = run("simulate", str(known), str(truth), "--seed", "3", "--count", "40", "--on", "2026-06-01")
    assert result.exit_code == 0, result.output
    rows = list(csv.DictReader(truth.read_text().splitlines()))
    assert len(rows) == 40
    assert all((row["closed"] == "1") == bool(row["closed_on"]) for row in rows)
    assert len(run("assess", str(known), "--on", "2026-06-01").stdout.splitlines()) == 40
    assert run("evaluate", str(known), str(truth)).stdout.startswith("40 services as of ")


def test_the_same_seed_gives_the_same_bytes(tmp_path: Path) -> None:
    made = []
    for name in ("one", "other"):
        known, truth = tmp_path / f"{name}.jsonl.gz", tmp_path / f"{name}.csv"
        run("simulate", str(known), str(truth), "--seed", "3", "--count", "5", "--on", "2026-06-01")
        made.append((known.read_bytes(), truth.read_bytes()))
    assert made[0] == made[1]


def test_services_are_invented_as_of_today_and_unpacked_where_the_name_says_so(tmp_path: Path) -> None:
    known = tmp_path / "histories.jsonl"
    run("simulate", str(known), str(tmp_path / "truth.csv"), "--count", "5")
    found = [json.loads(one) for one in known.read_text().splitlines()]
    assert len(found) == 5
    days = {look["day"] for one in found for look in one["observations"]}
    assert (TODAY - timedelta(100)).isoformat() < max(days) <= datetime.now(UTC).date().isoformat()


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    result = run("simulate", str(tmp_path / "absent" / "h.jsonl"), str(tmp_path / "truth.csv"), "--count", "1")
    assert result.exit_code == 1
    assert "No such file or directory" in result.stderr


def test_the_mirrors_services_are_told_as_well_as_asked_for(mirror: Path) -> None:
    folder = mirror / "status-simulated"
    result = run("evaluate", str(folder / "histories.jsonl.gz"), str(folder / "truth.csv"), "--on", "2025-06-23")
    assert result.exit_code == 0, result.output
    assert result.stdout.startswith("1,500 services as of 23 June 2025, of which 450 had closed\n")
    found = figures(result)
    assert found["precision at P(closed) .75"] >= 0.96
    assert found["recall at P(closed) .75"] >= 0.72
    assert found["Brier score"] <= 0.055
    assert found["calibration error"] <= 0.05
    assert "0 of 36 services that run while their website fails are called closed or likely so" in result.stdout
