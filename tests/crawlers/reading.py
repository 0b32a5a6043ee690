"""Fixtures of sources: their documents, and what is read of them as lines of JSON.

``python -m tests.crawlers.reading`` writes every ``expected.jsonl`` anew; read the difference before you keep it.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from crawlers.fetch import zip_of
from crawlers.sources import all_sources
from directory.domain.codec import to_fields
from directory.domain.records import kind_of
from directory.domain.sources import Issue, Observation, RawDocument

FIXTURES = Path(__file__).parent / "fixtures"
FETCHED_AT = datetime(2026, 7, 7, 9, 30, tzinfo=UTC)


def fixture_document(source_id: str) -> RawDocument:
    """The input of a source's fixture; a folder is zipped."""
    path = next((FIXTURES / source_id).glob("input.*"))
    content = zip_of(path) if path.is_dir() else path.read_bytes()
    return RawDocument(url=f"https://example.org/{path.name}", content=content, fetched_at=FETCHED_AT)


def expected_lines(source_id: str) -> list[str]:
    """What is expected of a source's fixture."""
    return (FIXTURES / source_id / "expected.jsonl").read_text(encoding="utf-8").splitlines()


def lines_of(reading: Iterable[Observation | Issue]) -> Iterator[str]:
    """Each observation and issue as one line, with nothing in it that is not stated."""
    for item in reading:
        if isinstance(item, Issue):
            plain: dict[str, Any] = {
                "issue": {name: value for name, value in asdict(item).items() if value is not None}
            }
        else:
            plain = {"id": item.local_id, "kind": kind_of(item.record).value, "line": item.line, "part": item.part}
            plain["verified_on"] = item.verified_on and item.verified_on.isoformat()
            plain = {name: value for name, value in plain.items() if value} | {"record": to_fields(item.record)}
        yield json.dumps(plain, ensure_ascii=False)


if __name__ == "__main__":
    for one in all_sources().values():
        text = "".join(f"{line}\n" for line in lines_of(one.parse(fixture_document(one.id))))
        (FIXTURES / one.id / "expected.jsonl").write_text(text, encoding="utf-8")
