"""The commands that build the postcode and place tables and look things up in them."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.progress import Progress as ProgressBar

from directory.domain.errors import SignpostError
from directory.domain.home import Home
from directory.domain.places import Place
from directory.geography.answers import Finding
from directory.geography.compilation import build
from directory.geography.gazetteer import Gazetteer
from directory.geography.onspd import Progress

_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)


@click.group()
def geography() -> None:
    """Postcodes, places and local authorities."""


@geography.command("build")
@click.option("--pack", type=_FOLDER, help="A folder with the geography pack, for more places and names.")
@click.pass_obj
def build_command(home: Home, pack: Path | None) -> None:
    """Compile the postcode and place tables."""
    try:
        with progress_bar() as progress:
            build(home.geography, pack, progress)
    except SignpostError as error:
        raise click.ClickException(str(error)) from error
    click.echo(f"Built in {home.geography}.")


@geography.command()
@click.argument("text")
@click.option("--json", "as_json", is_flag=True, help="Print JSON in place of lines.")
@click.pass_obj
def lookup(home: Home, text: str, as_json: bool) -> None:
    """Say where TEXT is: a postcode, a part of one, or the name of a place."""
    try:
        gazetteer = Gazetteer.open(home.geography)
    except SignpostError as error:
        raise click.ClickException(str(error)) from error
    finding = gazetteer.find(text)
    if as_json:
        click.echo(json.dumps(_document(finding, gazetteer), ensure_ascii=False, indent=2))
    elif finding.place is not None:
        click.echo("\n".join(_lines(finding, finding.place, gazetteer)))
    if finding.place is None:
        others = "".join(f"\n  {place.label}" for place in finding.alternatives)
        raise click.ClickException(f"{finding.reason}{others}")


@contextmanager
def progress_bar() -> Iterator[Progress]:
    """A bar on standard error, moved by what it yields."""
    with ProgressBar(console=Console(stderr=True)) as bar:
        task = bar.add_task("Starting", total=1.0)
        yield lambda stage, share: bar.update(task, description=stage, completed=share)


def _lines(finding: Finding, place: Place, gazetteer: Gazetteer) -> Iterator[str]:
    authority = gazetteer.local_authority(place.local_authority) if place.local_authority else None
    yield f"Place: {place.label}{' (ended)' if place.ended else ''}"
    yield f"Precision: {place.precision.value}, within {place.radius_m:.0f} m"
    yield f"Point: {place.point.latitude:.5f}, {place.point.longitude:.5f}"
    yield f"Local authority: {' '.join(filter(None, (authority.code, authority.name))) if authority else 'not known'}"
    yield f"Nation: {place.nation or 'not known'}"
    if finding.alternatives:
        yield "Others: " + "; ".join(other.label for other in finding.alternatives)
    if finding.reason:
        yield f"Note: {finding.reason}"


def _document(finding: Finding, gazetteer: Gazetteer) -> dict[str, Any]:
    return {
        "place": _place_document(finding.place, gazetteer) if finding.place else None,
        "alternatives": [_place_document(place, gazetteer) for place in finding.alternatives],
        "reason": finding.reason,
    }


def _place_document(place: Place, gazetteer: Gazetteer) -> dict[str, Any]:
    authority = gazetteer.local_authority(place.local_authority) if place.local_authority else None
    return {
        "label": place.label,
        "precision": place.precision.value,
        "radius_m": round(place.radius_m),
        "latitude": place.point.latitude,
        "longitude": place.point.longitude,
        "local_authority": {"code": authority.code, "name": authority.name} if authority else None,
        "nation": place.nation,
        "outcode": place.outcode,
        "postcode": place.postcode,
        "ended": place.ended,
    }
