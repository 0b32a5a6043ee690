"""HM Revenue & Customs: clubs that left the list of community amateur sports clubs, and those that came back to it."""

from collections.abc import Iterator

from crawlers.families import readers, rows
from crawlers.families.rows import Row
from directory.domain.errors import InvalidValue
from directory.domain.identifiers import Identifier
from directory.domain.records import Channel, Evidence, IdentifierRelation, Relation
from directory.domain.sources import Cadence, Expect, Issue, Observation, RawDocument, Source

_SAME_CLUB = frozenset({"relisted_same_name_postcode", "relisted_new_id"})
_PERHAPS_ANOTHER = frozenset({"relisted_same_name_other_postcode", "relisted_same_postcode_similar_name"})
_GONE = "closed"


def parse(document: RawDocument) -> Iterator[Observation | Issue]:
    """Each number that left the list: the same club under a new one, another that took over, or a club that is gone."""
    return rows.parse(document, departure)


def departure(row: Row) -> Iterator[Observation]:
    """What became of one number."""
    left, name = row.read("id", Identifier.parse), row.take("name")
    outcome, on = row.take("outcome"), row.read("first_inactive", readers.day)
    last = row.read("last_active", readers.day)
    right = row.read_optional("matched_id", Identifier.parse)
    right_name = row.take_optional("matched_name")
    row.ignore("address", "postcode", "first_seen", "matched_postcode")  # an address may be the secretary's home
    if outcome == _GONE:
        text = f"The club was on HMRC's list until {last:%B %Y}, and has not come back: no proof that it has closed."
        gone = Evidence(channel=Channel.FEED, symbol="dropped", on=on, text=text, identifier=left)
        yield row.observe(f"{left}/dropped", gone)
        return
    if right is None or outcome not in _SAME_CLUB | _PERHAPS_ANOTHER:
        raise InvalidValue("outcome", outcome, "This outcome is not known, or lacks the number it leads to")
    relation = Relation.SAME if outcome in _SAME_CLUB else Relation.SUCCEEDED_BY
    yield row.observe(
        f"{left}+{right}",
        IdentifierRelation(left=left, right=right, relation=relation, left_name=name, right_name=right_name, on=on),
    )
    if relation is Relation.SUCCEEDED_BY:
        transfer = Evidence(
            channel=Channel.REGISTER,
            symbol="transferred",
            on=on,
            text=f"HMRC's list has had it as {right_name or right} since, as far as names and postcodes tell.",
            identifier=left,
            successor=right,
        )
        yield row.observe(f"{left}+{right}/transferred", transfer)


SOURCE = Source(
    id="gb-hmrc-club-departures",
    title="Sports clubs that left the list",
    publisher="HM Revenue & Customs",
    licence="OGL-UK-3.0",
    attribution=(
        "Worked out from the history of HM Revenue & Customs' list of community amateur sports clubs, as gathered by "
        "360Giving; contains public sector information licensed under the Open Government Licence v3.0."
    ),
    url="mirror:cascs/lifecycle.csv",
    cadence=Cadence.YEARLY,
    expect=Expect(min_records=5_000, max_records=12_000, max_skipped=0.02),
    enriches=True,
    parse=parse,
)
