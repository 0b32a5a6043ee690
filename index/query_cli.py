"""The command that shows how a search box is understood."""

import json
from collections.abc import Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

import click

from directory.domain.home import Home
from directory.geography import Gazetteer
from index.box import Box, box_json, split

_NAMES = {
    "place": "Place",
    "within_m": "Distance",
    "near_me": "Place",
    "days": "Day",
    "parts": "Time",
    "now": "Time",
    "age": "Age",
    "gender": "Gender",
    "free": "Cost",
    "access": "Access",
}


@click.command()
@click.argument("q", default="")
@click.option("--json", "json_wanted", is_flag=True, help="Print JSON in place of lines.")
@click.pass_obj
def query(home: Home, q: str, json_wanted: bool) -> None:
    """Say how one search box is understood: the need, the place, the times, and for whom."""
    box = split(q, Gazetteer.open(home.geography), today=datetime.now(ZoneInfo("Europe/London")).date())
    if json_wanted:
        click.echo(json.dumps(box_json(box), ensure_ascii=False, indent=2))
    else:
        click.echo("\n".join(_lines(box)))


def _lines(box: Box) -> Iterator[str]:
    yield f"Need: {box.need or 'not said'}"
    for chip in box.chips:
        yield f"{_NAMES[chip.field]}: {chip.label}"
