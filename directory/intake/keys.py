"""Link keys: what two records must share to be looked at as one."""

from collections.abc import Iterable

from directory.domain.identifiers import Identifier
from directory.domain.names import normalise_name
from directory.domain.postcode import is_whole_postcode
from directory.domain.records import (
    Evidence,
    IdentifierRelation,
    Location,
    Organization,
    OrganizationFacts,
    Relation,
)

_IDENTIFIER = "id:"
_NAME_AND_POSTCODE = "np:"


def identifier_key(identifier: Identifier) -> str:
    """The key of whoever bears ``identifier``."""
    return f"{_IDENTIFIER}{identifier}"


def organization_keys(organization: Organization, locations: Iterable[Location]) -> frozenset[str]:
    """The keys of an organization: each of its identifiers, and its normalised name at each of its postcodes.

    A confidential postcode is no key: keys are said aloud, as the reasons of judgements.
    """
    name = normalise_name(organization.name)
    postcodes = {
        address.postal_code
        for location in locations
        if not location.confidential
        for address in location.addresses
        if is_whole_postcode(address.postal_code)
    }
    named = {f"{_NAME_AND_POSTCODE}{name}|{postcode}" for postcode in postcodes if name}
    return frozenset({identifier_key(identifier) for identifier in organization.identifiers} | named)


def attachment_keys(record: OrganizationFacts | IdentifierRelation | Evidence) -> frozenset[str]:
    """The keys of a record that is about whoever bears an identifier; a relation of sameness bears both."""
    if isinstance(record, IdentifierRelation):
        return frozenset({identifier_key(record.left), identifier_key(record.right)})
    return frozenset({identifier_key(record.identifier)} if record.identifier else ())


def joins(record: IdentifierRelation) -> bool:
    """Whether this relation makes one body of two numbers."""
    return record.relation is Relation.SAME


def key_in_words(key: str) -> str:
    """Why two records that share ``key`` are held to be one."""
    if key.startswith(_IDENTIFIER):
        return f"Both are registered as {key.removeprefix(_IDENTIFIER)}"
    name, _, postcode = key.removeprefix(_NAME_AND_POSTCODE).rpartition("|")
    return f"Both are called “{name}” at {postcode}"
