"""HM Revenue & Customs: community amateur sports clubs, with those that have left the list."""

from collections.abc import Iterator

from crawlers.corrections import corrections_of
from crawlers.families import readers, rows
from crawlers.families.registered import registered
from crawlers.families.rows import Row
from directory.domain.identifiers import Identifier
from directory.domain.parts import Address, Attribute
from directory.domain.records import Organization
from directory.domain.sources import Cadence, Expect, Issue, Observation, RawDocument, Source

_NOT_STATED = frozenset({"—", "No data"})
_HAS_LEFT = "The club has left HMRC's list of sports clubs, which is not proof that it has closed."


def parse(document: RawDocument) -> Iterator[Observation | Issue]:
    """Each club as an organization, a service described by the list, and a postcode."""
    return rows.parse(document, club, correct=corrections_of("gb-hmrc-sports-clubs"))


def club(row: Row) -> Iterator[Observation]:
    """One club."""
    identifier, name = row.read("id", Identifier.parse), row.take("name")
    is_active = row.read("active", readers.flag)
    row.ignore("address")  # it may be the home of the club's secretary: the postcode is the most that may be shown
    postcode = _postcode(row)
    return registered(
        row,
        str(identifier),
        Organization(name=name, identifiers=(identifier,)),
        address=Address(postal_code=postcode) if postcode else None,
        removal=None if is_active else _HAS_LEFT,
        is_proof=False,
        attributes=(Attribute(taxonomy="signpost", code="sport", label="Sport"),),
    )


def _postcode(row: Row) -> str | None:
    text = row.take_optional("postcode")
    if text is None or text in _NOT_STATED:
        row.complain("postcode", "The list does not state the postcode of this club", text or "")
        return None
    return text


SOURCE = Source(
    id="gb-hmrc-sports-clubs",
    title="Community amateur sports clubs",
    publisher="HM Revenue & Customs",
    licence="OGL-UK-3.0",
    attribution=(
        "HM Revenue & Customs, list of community amateur sports clubs, as gathered by 360Giving; "
        "contains public sector information licensed under the Open Government Licence v3.0."
    ),
    url="https://raw.githubusercontent.com/ThreeSixtyGiving/cascs/main/cascs.csv",
    cadence=Cadence.MONTHLY,
    expect=Expect(min_records=30_000, max_records=50_000, max_skipped=0.02),
    parse=parse,
)
