"""Grants are read strictly, and people who were given money are not read at all."""

import json
from typing import Any

import pytest

from crawlers.errors import SchemaChanged, UnreadableDocument
from crawlers.families import threesixty_giving
from directory.domain.records import Funding, Organization
from directory.domain.sources import Issue, Observation, RawDocument
from tests.crawlers.reading import FETCHED_AT

RECIPIENT = {"id": "GB-CHC-9000001", "name": "Wade Aid"}


def read(*grants: dict[str, Any], extras: tuple[str, ...] = ()) -> list[Observation | Issue]:
    content = json.dumps({"grants": grants}).encode()
    document = RawDocument(url="https://example.org/grants.json", content=content, fetched_at=FETCHED_AT)
    return list(threesixty_giving.read(document, extras=extras))


def grant(number: int = 1, **fields: Any) -> dict[str, Any]:
    return {"id": f"360G-wade-{number}", "recipientOrganization": [RECIPIENT]} | fields


def test_recipient_of_two_grants_is_one_organization_under_both_names() -> None:
    renamed = grant(2, recipientOrganization=[RECIPIENT | {"name": "Wade Relief"}])

    reading = read(grant(), renamed)

    records = [item.record for item in reading if isinstance(item, Observation)]
    (organization,) = [record for record in records if isinstance(record, Organization)]
    assert (organization.name, organization.alternate_names) == ("Wade Aid", ("Wade Relief",))
    assert sum(isinstance(record, Funding) for record in records) == 2


@pytest.mark.parametrize(
    "fields",
    [
        {"recipientIndividual": {"name": "A Person"}},
        {"recipientOrganization": [RECIPIENT | {"name": "A Person", "organisationType": "Individual"}]},
        {"recipientOrganization": []},
        {"recipientOrganization": "A Person"},
    ],
)
def test_grant_to_a_person_or_to_nobody_is_skipped_without_a_name(fields: dict[str, Any]) -> None:
    (issue,) = read(grant(**fields))

    assert isinstance(issue, Issue)
    assert issue.skipped
    assert "Person" not in repr(issue)


def test_key_nobody_knows_stops_the_run() -> None:
    with pytest.raises(SchemaChanged, match="“mood”"):
        read(grant(mood="good"))


def test_key_of_the_funder_stops_nothing() -> None:
    assert read(grant(mood="good"), extras=("mood",))


def test_unreadable_dates_and_amounts_cost_only_themselves() -> None:
    reading = read(grant(awardDate="soon", amountAwarded="lots", plannedDates=[{"startDate": "later"}]))

    assert {item.field for item in reading if isinstance(item, Issue)} == {"awardDate", "amountAwarded", "startDate"}
    assert any(isinstance(item, Observation) and isinstance(item.record, Funding) for item in reading)


@pytest.mark.parametrize("content", [b"[]", b"{}", b'{"grants": [1]}', b'{"grants": {}}', b"[" * 100_000])
def test_document_without_a_list_of_grants_is_unreadable(content: bytes) -> None:
    document = RawDocument(url="https://example.org/grants.json", content=content, fetched_at=FETCHED_AT)

    with pytest.raises(UnreadableDocument):
        list(threesixty_giving.read(document))
