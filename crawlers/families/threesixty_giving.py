"""Grants in the 360Giving Data Standard (JSON): recipients become organizations, and grants become funding."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import Any

import msgspec

from crawlers.capitals import present_name
from crawlers.corrections import Correct, as_published
from crawlers.errors import UnreadableDocument
from crawlers.families import readers
from crawlers.families.rows import Row, decode
from directory.domain.errors import InvalidValue
from directory.domain.identifiers import Identifier, charity_identifier
from directory.domain.parts import Address
from directory.domain.records import Funding, Location, LocationType, Organization
from directory.domain.sources import Issue, Observation, RawDocument

_UNUSED_OF_GRANT = (
    "amountAppliedFor", "amountDisbursed", "beneficiaryLocation", "dataSource", "dateModified", "fromOpenCall",
    "fundingOrganization", "grantProgramme", "plannedDates", "recipientOrganization", "relatedActivity", "url",
)  # fmt: skip
"""Keys of the standard that say nothing of the recipient, or are read as lists of their own."""

_UNUSED_OF_RECIPIENT = (
    "addressRegion", "contactName", "dateModified", "department", "description", "email", "location",
    "streetAddress",  # a small group's address is often somebody's home: its postcode is enough
    "telephone",
)  # fmt: skip

_UNITED_KINGDOM = frozenset({"UK", "United Kingdom", "England", "Scotland", "Wales", "Northern Ireland"})


@dataclass(slots=True, kw_only=True)
class _Recipient:
    """A recipient as its first grant puts it, and every name that a grant gives it."""

    local_id: str
    row: Row
    organization: Organization
    address: Address
    names: dict[str, None]

    def observations(self) -> Iterator[Observation]:
        """The organization under its first name, with the others beside it, and where to write to it."""
        _, *others = self.names
        organization = replace(self.organization, alternate_names=tuple(others))
        yield self.row.observe(self.local_id, organization)
        if self.address.city or self.address.postal_code:
            location = Location(
                location_type=LocationType.POSTAL, organization_id=self.local_id, addresses=(self.address,)
            )
            yield self.row.observe(self.local_id, location)


def read(
    document: RawDocument, *, extras: tuple[str, ...] = (), correct: Correct = as_published
) -> Iterator[Observation | Issue]:
    """Each recipient once, with the other names that its later grants give it, then each grant.

    ``extras`` are the funder's own keys of a grant, which are not read. Lines count grants.
    """
    recipients: dict[str, _Recipient] = {}
    fundings: list[Observation | Issue] = []
    seen: set[str] = set()
    as_row = partial(_row, fetched_on=document.fetched_at.date(), correct=correct)
    for line, grant in enumerate(_grants(document), start=1):
        row, funder, planned = (
            as_row(plain, line=line)
            for plain in (grant, _first(grant, "fundingOrganization"), _first(grant, "plannedDates"))
        )
        row.ignore(*_UNUSED_OF_GRANT, *extras)
        try:
            recipient = _recipient(row, as_row(_recipient_of(grant), line=line))
            funding = _funding(row, funder, planned, recipient.local_id)
            if funding.local_id in seen:
                raise InvalidValue("id", funding.local_id, "The document has had this grant before")
        except InvalidValue as error:
            fundings.append(row.refusal(error))
        else:
            row.finish()
            seen.add(funding.local_id)
            recipients.setdefault(recipient.local_id, recipient).names.update(recipient.names)
            fundings.append(funding)
        fundings.extend(row.issues)
    for recipient in recipients.values():
        yield from recipient.observations()
    yield from fundings


def _grants(document: RawDocument) -> list[dict[str, Any]]:
    try:
        package = msgspec.json.decode(decode(document.content))
    except (msgspec.DecodeError, RecursionError) as error:
        raise UnreadableDocument(f"This is not JSON: {error}") from None
    grants = package.get("grants") if isinstance(package, dict) else None
    if not isinstance(grants, list) or not all(isinstance(grant, dict) for grant in grants):
        raise UnreadableDocument("The document has no list of grants")
    return grants


def _row(plain: dict[str, Any], *, line: int, fetched_on: date, correct: Correct) -> Row:
    """A JSON object as a row of texts; what is nested in it is left blank."""
    cells = {key: str(value) if isinstance(value, str | int | float) else "" for key, value in plain.items()}
    return Row(cells, line=line, part="grants", fetched_on=fetched_on, correct=correct, is_sparse=True)


def _first(plain: dict[str, Any], key: str) -> dict[str, Any]:
    """The first object of the list at ``key``: the standard asks for lists where there is only ever one."""
    nested = plain.get(key)
    return nested[0] if isinstance(nested, list) and nested and isinstance(nested[0], dict) else {}


def _recipient_of(grant: dict[str, Any]) -> dict[str, Any]:
    recipient = _first(grant, "recipientOrganization")
    # The name of a person who was given money is nobody's business: neither it nor their id goes into the issue.
    if not recipient or recipient.get("organisationType") == "Individual" or "recipientIndividual" in grant:
        raise InvalidValue("recipientOrganization", "", "The recipient is a person, or is not named")
    return recipient


def _recipient(row: Row, fields: Row) -> _Recipient:
    """The recipient in ``fields`` of the grant in ``row``, which is given the defects of both."""
    fields.ignore(*_UNUSED_OF_RECIPIENT)
    country = fields.take_optional("addressCountry")
    if country is not None and country not in _UNITED_KINGDOM:
        raise InvalidValue("addressCountry", country, "The recipient is not in the United Kingdom")
    recipient_id, name = "".join(fields.take("id").split()), present_name(fields.take("name"))
    identifiers = _identifiers(fields, recipient_id)
    # A number that no register gives ("GB-COH-n/a") may stand for several recipients: their names tell them apart.
    local_id = recipient_id if identifiers or recipient_id.startswith("360G-") else f"{recipient_id} {name}"
    organization = Organization(
        name=name,
        website=fields.take_optional("url"),
        legal_status=fields.take_optional("organisationType"),
        identifiers=identifiers,
    )
    address = Address(city=fields.take_optional("addressLocality"), postal_code=fields.take_optional("postalCode"))
    fields.finish()
    row.issues.extend(fields.issues)
    return _Recipient(local_id=local_id, row=row, organization=organization, address=address, names={name: None})


def _identifiers(fields: Row, recipient_id: str) -> tuple[Identifier, ...]:
    """The registered numbers of a recipient, each once; the funder's own (``360G-…``) is not one."""
    found = [
        fields.read_optional("charityNumber", charity_identifier),
        fields.read_optional("companyNumber", readers.company),
    ]
    if not recipient_id.startswith("360G-"):
        found.insert(0, fields.read_optional("id", lambda _: Identifier.parse(recipient_id)))
    return tuple(dict.fromkeys(identifier for identifier in found if identifier is not None))


def _funding(row: Row, funder: Row, planned: Row, organization_id: str) -> Observation:
    """The grant in ``row``, which is given the defects of what is nested in it."""
    start_on, end_on = (planned.read_optional(key, readers.day) for key in ("startDate", "endDate"))
    if start_on and end_on and start_on > end_on:
        planned.complain("endDate", f"The grant ends before it starts on {start_on}", str(end_on))
        end_on = None
    amount = row.read_optional("amountAwarded", readers.number)
    if amount is not None and amount <= 0:
        # A grant that is paid through another one is entered at 0.
        row.complain("amountAwarded", "This is no amount of money", f"{amount:g}")
        amount = None
    funding = Funding(
        organization_id=organization_id,
        title=row.take_optional("title"),
        description=row.take_optional("description"),
        funder=funder.take_optional("name"),
        funder_identifier=funder.read_optional("id", Identifier.parse),
        amount=amount,
        currency=row.take_optional("currency") or "GBP",
        awarded_on=row.read_optional("awardDate", readers.day),
        start_on=start_on,
        end_on=end_on,
    )
    row.issues.extend(planned.issues + funder.issues)
    return row.observe(row.take("id"), funding)
