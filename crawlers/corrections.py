"""Corrections of values a publisher is known to have got wrong, kept as rows with reason, date and author."""

import csv
from collections.abc import Callable
from functools import cache
from pathlib import Path

CORRECTIONS = Path(__file__).parents[1] / "data" / "corrections"

Correct = Callable[[str, str], str]
"""From a column and the value in it to the value it should have been."""


def as_published(column: str, value: str) -> str:  # noqa: ARG001 - the signature is `Correct`
    """The value as it stands."""
    return value


@cache
def corrections_of(source_id: str) -> Correct:
    """The corrections of one source, from ``data/corrections/<source>.csv``."""
    with (CORRECTIONS / f"{source_id}.csv").open(encoding="utf-8", newline="") as file:
        corrected = {(row["column"], row["published"]): row["correct"] for row in csv.DictReader(file)}

    def correct(column: str, value: str) -> str:
        return corrected.get((column, value), value)

    return correct
