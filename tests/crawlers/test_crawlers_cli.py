"""The commands of crawling, as a person at a terminal uses them."""

import json
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from crawlers.cli import harvest, issues, sources
from crawlers.sources import source
from directory.domain.home import Home

COLUMNS = "source,url,file,licence,attribution,retrieved,bytes,sha256,note\n"


def commands_of(home: Home) -> click.Group:
    """The commands of crawling for one installation."""
    return click.Group(commands=[harvest, issues, sources], context_settings={"obj": home})


@pytest.fixture
def signpost(home: Home) -> click.Group:
    """The commands of crawling for a new installation."""
    return commands_of(home)


def said(group: click.Group, *arguments: str) -> Result:
    return CliRunner().invoke(group, arguments)


def test_harvest_reads_a_source_and_shows_its_counts(signpost: click.Group) -> None:
    result = said(signpost, "harvest", "demo-tyneside")

    assert result.exit_code == 0
    assert "published" in result.stdout


def test_sources_tell_how_the_last_run_went(signpost: click.Group) -> None:
    said(signpost, "harvest", "demo-tyneside")

    rows = {row["id"]: row for row in json.loads(said(signpost, "sources", "--json").stdout)}

    assert rows["demo-tyneside"]["outcome"] == "published"
    assert rows["demo-tyneside"]["records"] > 0
    assert rows["gb-ukcat-sample"]["last_run"] is None
    assert rows["gb-ukcat-sample"]["licence"] == "CC-BY-4.0"


def test_sources_are_a_table_without_json(signpost: click.Group) -> None:
    assert "licence" in said(signpost, "sources").stdout


def test_source_that_fails_makes_the_command_fail_and_says_why(home: Home, tmp_path: Path) -> None:
    (tmp_path / "manifest.csv").write_text(COLUMNS, encoding="utf-8")
    group = commands_of(replace(home, mirror=tmp_path))

    result = said(group, "harvest", "--all")

    assert result.exit_code == 1
    assert "gb-ukcat-sample: The mirror has no copy of" in result.stderr
    assert "gb-charity-names: The mirror has no copy of" in result.stderr


def test_issues_of_a_source_are_told_with_field_reason_and_line(home: Home, mirror: Path) -> None:
    group = commands_of(replace(home, mirror=mirror))
    said(group, "harvest", "gb-360g-power-to-change")

    rows = json.loads(said(group, "issues", "gb-360g-power-to-change", "--limit", "5", "--json").stdout)

    assert len(rows) == 5
    assert {row["source_id"] for row in rows} == {"gb-360g-power-to-change"}
    assert all(row["reason"] and row["line"] for row in rows)


def test_value_that_would_command_the_terminal_is_shown_without_doing_so(home: Home, tmp_path: Path) -> None:
    content = b"reg_number,scale\n900001,[/red]\x1b[31mFar\n"
    row = f"x,{source('gb-charity-scale').url},a.csv,,,2026-07-07,1,{sha256(content).hexdigest()},\n"
    (tmp_path / "a.csv").write_bytes(content)
    (tmp_path / "manifest.csv").write_text(COLUMNS + row, encoding="utf-8")
    group = commands_of(replace(home, mirror=tmp_path))
    refused = said(group, "harvest", "gb-charity-scale")

    result = said(group, "issues", "gb-charity-scale")

    assert (refused.exit_code, result.exit_code) == (1, 0)
    assert "[/red][31mFar" in result.stdout


def test_catalogue_without_issues_says_so(signpost: click.Group) -> None:
    assert said(signpost, "issues").stdout == "There are none.\n"


@pytest.mark.parametrize("command", ["harvest", "issues"])
def test_unknown_source_is_answered_with_the_nearest_name(signpost: click.Group, command: str) -> None:
    result = said(signpost, command, "demo-tynside")

    assert result.exit_code == 2
    assert "demo-tyneside" in result.stderr


@pytest.mark.parametrize("arguments", [["harvest"], ["harvest", "--all", "demo-tyneside"]])
def test_harvest_needs_either_names_or_all(signpost: click.Group, arguments: list[str]) -> None:
    result = said(signpost, *arguments)

    assert result.exit_code == 2
    assert "--all" in result.stderr
