"""The numbers and words that hearing needs in a question goes by, read from data/index/hearing.toml."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

import msgspec


@dataclass(frozen=True, slots=True, kw_only=True)
class Hearing:
    """Every number of the file; see there what each means."""

    nearly: float
    enough_told: float
    seconded: float
    loosely: float
    enough: float
    label: float
    cue: float
    of_kin: float
    of_people: float
    least: float
    least_of_best: float
    most: int
    people: str
    about_people: frozenset[str]


def read_hearing(path: Path) -> Hearing:
    """Read the file; raise `msgspec.ValidationError` naming the setting that is missing or not a number."""
    return msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), type=Hearing)
