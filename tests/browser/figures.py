"""What the tests in a browser measured, told once at the end of the run and kept in a file."""

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

import pytest

FIGURES = Path("build") / "browser.md"
"""Where they are kept, from the root of the repository."""

TABLES = {
    "journey": ("who", "comes for", "clicks", "at most", "fields typed", "seconds here"),
    "weight": ("page", "requests", "HTML", "styles", "scripts", "fonts", "pictures", "gzipped in all"),
}
"""The columns of each kind of figure."""


def figures_in_words(reports: Iterable[pytest.TestReport]) -> str:
    """All figures that tests recorded as properties of these names, as tables of Markdown; empty where none did."""
    rows: dict[str, list[str]] = defaultdict(list)
    for report in reports:
        for name, row in report.user_properties:
            if name in TABLES:
                rows[name].append(f"| {row} |")
    lines: list[str] = []
    for name, columns in TABLES.items():
        if rows[name]:
            lines += [f"| {' | '.join(columns)} |", "|---" * len(columns) + "|", *sorted(rows[name]), ""]
    return "\n".join(lines)
