"""Identifiers with their schemes, and the ids made from sources."""

import pytest

from directory.domain.errors import InvalidValue
from directory.domain.identifiers import Identifier, charity_identifier, record_id


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("GB-CHC-1122334", "GB-CHC-1122334"),
        ("GB-COH-9134127", "GB-COH-09134127"),
        ("GB-COH-IP28755R", "GB-COH-IP28755R"),
        ("GB-SC-SC002327", "GB-SC-SC002327"),
        ("GB-SC-2327", "GB-SC-SC002327"),
        ("GB-NIC-NIC100005", "GB-NIC-100005"),
        ("GB-CASC-9abbf705", "GB-CASC-9ABBF705"),
        (" XI-EXAMPLE-77 ", "XI-EXAMPLE-77"),
    ],
)
def test_an_org_id_is_written_as_its_register_writes_it(text: str, canonical: str) -> None:
    assert str(Identifier.parse(text)) == canonical
    assert Identifier.parse(canonical) == Identifier.parse(text)


@pytest.mark.parametrize(
    "text", ["1122334", "GB-CHC-", "GB-CHC-12", "GB-SC-SCOTLAND", "GB-COH-123456789", "", "GB-CHC-1 2"]
)
def test_what_no_register_gives_is_refused(text: str) -> None:
    with pytest.raises(InvalidValue):
        Identifier.parse(text)


def test_the_number_of_a_charity_tells_its_register() -> None:
    found = [str(charity_identifier(number)) for number in ("1122334", "sc002327", "NI106288")]
    assert found == ["GB-CHC-1122334", "GB-SC-SC002327", "GB-NIC-106288"]


def test_a_record_has_the_same_id_at_every_import_and_no_other_record_has_it() -> None:
    assert record_id("a", "service", "1") == record_id("a", "service", "1")
    assert (
        len({record_id("a", "service", "1"), record_id("b", "service", "1"), record_id("a", "organization", "1")}) == 3
    )
