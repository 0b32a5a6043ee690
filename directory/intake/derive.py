"""Deriving: what the words and figures of a resolved service say of whom it takes, how and when it is given."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import MISSING, fields, replace
from functools import cache, partial
from typing import Any

import msgspec

from directory.domain.codec import from_fields
from directory.domain.eligibility.criteria import AreaKind, Criterion, Field, Strength
from directory.domain.eligibility.from_records import stated_criteria
from directory.domain.eligibility.judge import heard
from directory.domain.parts import Schedule
from directory.domain.places import Place, Precision
from directory.domain.records import Basis, Kind, Service
from directory.domain.times.finding import schedules_in
from directory.domain.times.reading import read_schedules
from directory.domain.wording.audience import audience_in
from directory.domain.wording.extract import extract
from directory.domain.wording.funding import funding_in
from directory.domain.wording.funding_period import FundingPeriod
from directory.domain.wording.how import how_in
from directory.domain.wording.residency import GP_NOTE
from directory.geography import Finding, Gazetteer
from directory.geography.spelling import fold
from directory.intake.place import Fields, name_areas
from directory.store.catalogue import Row

_OWN_TEXT = {Field.COST: "fees_description", Field.REFERRAL: "application_process"}
"""Where HSDS has a field for what a criterion is about; for the others it is ``eligibility_description``."""

_TEXTS = ("description", "eligibility_description", "fees_description", "application_process")

_TITLE_LETTERS = 30
"""The length up to which the words in a field stand alone, as "Men" does under eligibility."""

_ALSO_WIDER = frozenset(
    {"buckinghamshire", "cornwall", "county durham", "dorset", "east riding of yorkshire", "shropshire", "somerset"}
    | {"wiltshire"}
)
"""Counties, as people speak of them, that are more than the authority of their name: Swindon is in Wiltshire."""

_TOWN_FIRST = frozenset({"durham"})
"""Towns by whose name alone people mean the town, and not the authority around it."""

_LEAST_TOWN_M = 1_000.0
"""The radius of a town of about 12,500 people: of smaller places an outcode reaches far beyond."""

_MOST_BEYOND = 1.5
"""How many times the radius of a town its outcode may have and still be taken for part of it."""

_LEAST_NAMESAKE = 0.25
"""The least share of the radius of a town that a namesake has which somebody may mean by the name alone."""


def derive(rows: Mapping[Kind, Mapping[str, Row]], gazetteer: Gazetteer) -> None:
    """Fill in what is read of each service from what ``rows`` resolve to: ``criteria``, ``how``, ``audience``,
    ``read_schedules`` and ``read_funding``.

    A service without a description has that of its organization, from which no times or money follow and nothing that
    could turn people away: an organization for people aged 16 to 25 may have a group for their parents. Only of the one
    service that stands for a whole organization in a register is everything true that is said of the organization. What
    its places say of access and of being online is left to whoever reads service and places together, as places change
    by themselves.
    """
    areas_named: AreasNamed = cache(partial(_areas_named, gazetteer=gazetteer))
    at_locations: dict[str, list[Fields]] = {}
    for row in rows[Kind.SERVICE_AT_LOCATION].values():
        at_locations.setdefault(row.fields["service_id"], []).append(row.fields)
    for row in rows[Kind.SERVICE].values():
        organization = rows[Kind.ORGANIZATION][row.fields["organization_id"]].fields
        _derive_service(row.fields, organization, at_locations.get(row.id, ()), areas_named)


AreasNamed = Callable[[str], tuple[str, ...]]
"""The areas, each a kind and a code, that a name stands for; names come again and again in a batch."""


def _derive_service(
    service: Fields, organization: Fields, at_locations: Sequence[Fields], areas_named: AreasNamed
) -> None:
    record = from_fields(Kind.SERVICE, service)
    assert isinstance(record, Service)
    borrowed = "" if record.description else str(organization.get("description") or "")
    description = record.description or borrowed
    own = description if record.basis is Basis.REGISTER else record.description or ""
    read = _read_criteria(record, own, is_of_organization=record.basis is Basis.REGISTER)
    if description != own:
        read += _preferred(extract("", borrowed), {one.field for one in read})
    criteria = heard(_resolved(one, areas_named) for one in (*stated_criteria(record), *read))
    for name, value in (
        ("criteria", [_plain(one) for one in criteria]),
        ("how", list(how_in(record.name, description))),
        ("audience", list(audience_in(record.name, f"{description}\n{record.eligibility_description or ''}"))),
        ("read_schedules", [_plain(one) for one in _read_schedules(service, own, at_locations)]),
        ("read_funding", [_plain(one) for one in funding_in(own, names=(record.name, str(organization["name"])))]),
    ):
        if value:
            service[name] = value


# --- Criteria from wording --------------------------------------------------------------------------------------------


def _read_criteria(service: Service, description: str, *, is_of_organization: bool) -> list[Criterion]:
    """What the texts of a service say; of each field but access, what its own text says goes before the rest.

    An organization that names several ages has several groups, and no limit follows for all of it.
    """
    texts = {name: text for name in _TEXTS if (text := getattr(service, name))} | {"description": description}
    texts["fees_description"] = "\n".join([texts.get("fees_description", ""), *_unpriced(service)]).strip()
    whole = extract(service.name, "\n".join(text for text in texts.values() if text))
    own = {name: extract(_as_title(text), text) for name, text in texts.items() if text and name != "description"}
    read = []
    for field in Field:
        stated = [one for one in own.get(_OWN_TEXT.get(field, "eligibility_description"), ()) if one.field is field]
        if not stated or field is Field.ACCESS:
            stated = [one for one in whole if one.field is field]
            if field is Field.AGE and is_of_organization and _names_several_ages(stated):
                stated = []
        read += stated
    return read


def _preferred(criteria: Sequence[Criterion], said: Iterable[Field]) -> list[Criterion]:
    """What an organization says of itself, as no more than what its services prefer, where they say nothing."""
    fields_ = {one.field for one in criteria}.difference(said)
    if _names_several_ages([one for one in criteria if one.field is Field.AGE]):
        fields_.discard(Field.AGE)
    return [
        replace(one, strength=Strength.PREFERS) if one.strength is Strength.MUST else one
        for one in criteria
        if one.field in fields_
    ]


def _as_title(text: str) -> str:
    """A field filled in with a word or two, such as "Men", limits as a title does."""
    return text if len(text) <= _TITLE_LETTERS else ""


def _unpriced(service: Service) -> Iterator[str]:
    """What cost options say in words alone."""
    for option in service.cost_options:
        if option.amount is None:
            yield from (text for text in (option.option, option.amount_description) if text)


def _names_several_ages(criteria: Iterable[Criterion]) -> bool:
    return len({ages for one in criteria for ages in one.ages}) > 1


def _resolved(criterion: Criterion, areas_named: AreasNamed) -> Criterion:
    """A residency with codes for the areas that its words name, as far as they are known; the words become its note."""
    if criterion.field is not Field.RESIDENCY:
        return criterion
    if criterion.note == GP_NOTE:
        # Nobody is registered with a GP in a place because they live there.
        return replace(
            criterion, values=tuple(f"{AreaKind.WORDS}:{area.partition(':')[2]}" for area in criterion.values)
        )
    values: list[str] = []
    names = []
    for area in criterion.values:
        kind, _, name = area.partition(":")
        values += areas_named(name) if kind == AreaKind.WORDS else (area,)
        names.append(name)
    note = criterion.note or (" or ".join(names) if tuple(values) != criterion.values else None)
    return replace(criterion, values=tuple(values), note=note)


def _areas_named(name: str, gazetteer: Gazetteer) -> tuple[str, ...]:
    """The area called ``name``: an authority, a nation, a part of a postcode, or the outcode in a town of that name.

    Who lives in that outcode lives in the town, but not the other way about: the words stay beside it, so that nobody
    is outside; and likewise beside the authority in a county of its name. Parishes, villages and names that several
    towns bear stay words.
    """
    words = f"{AreaKind.WORDS}:{name}"
    service: Fields = {"service_areas": [{"name": name}]}
    name_areas([service], gazetteer)
    (area,) = service["service_areas"]
    kind = AreaKind.AUTHORITY if area.get("extent_type") == "local_authority" else area.get("extent_type")
    if kind == AreaKind.UK:
        return (f"{kind}:",)
    if kind in (AreaKind.NATION, AreaKind.POSTCODE):
        return (f"{kind}:{area['extent']}",)
    finding = gazetteer.place_named(name)  # `find` would compare spellings, and nobody is there to ask
    if finding and _has_namesake(finding):
        return (words,)
    if kind == AreaKind.AUTHORITY and fold(name) not in _TOWN_FIRST:
        code = f"{kind}:{area['extent']}"
        return (code, words) if fold(name) in _ALSO_WIDER else (code,)
    outcode = _outcode_in(finding.place, gazetteer) if finding and finding.place else None
    return (f"{AreaKind.POSTCODE}:{outcode}", words) if outcode else (words,)


def _has_namesake(finding: Finding) -> bool:
    """Whether another place of the name may be meant: there are many Newports, but the village of Swindon is small."""
    widest = max((other.radius_m for other in finding.alternatives), default=0.0)
    return finding.place is not None and widest > finding.place.radius_m * _LEAST_NAMESAKE


def _outcode_in(town: Place, gazetteer: Gazetteer) -> str | None:
    """The outcode that lies in ``town``, if the town is large and the outcode hardly larger."""
    area = gazetteer.find(town.outcode).place if town.outcode else None
    is_in_town = (
        area is not None
        and town.precision is Precision.PLACE
        and town.radius_m >= _LEAST_TOWN_M
        and area.radius_m <= _MOST_BEYOND * town.radius_m
        and area.point.distance_m(town.point) <= town.radius_m
    )
    return town.outcode if is_in_town else None


# --- Times from wording -----------------------------------------------------------------------------------------------

_TIMED = ("freq", "byday", "bymonthday", "dtstart", "opens_at")
"""A schedule with none of these is words alone."""

_BOUNDS = ("until", "valid_from", "valid_to")
"""Dates that would be lost if the words beside them were read as times that hold for ever."""


def _read_schedules(service: Fields, description: str, at_locations: Sequence[Fields]) -> tuple[Schedule, ...]:
    """The times in schedules that are words alone and, where no schedule tells a time at all, in the description."""
    stated = [one for fields_ in (service, *at_locations) for one in fields_.get("schedules", ())]
    worded = [one for one in stated if not any(one.get(name) for name in _TIMED)]
    boundless = (one for one in worded if not any(one.get(name) for name in _BOUNDS))
    words = dict.fromkeys(one["description"] for one in boundless if one.get("description"))
    read = [schedule for text in words for schedule in read_schedules(text)]
    if not read and len(worded) == len(stated):
        read = list(schedules_in(description))
    return tuple(dict.fromkeys(read))


# --- As the catalogue keeps them --------------------------------------------------------------------------------------


def _plain(record: Criterion | Schedule | FundingPeriod) -> dict[str, Any]:
    """A derived value as plain JSON, without what is as it is by default: there are a few for every service."""
    plain: dict[str, Any] = _as_json(record)
    defaults = {one.name: _as_json(one.default) for one in fields(record) if one.default is not MISSING}
    return {name: value for name, value in plain.items() if name not in defaults or value != defaults[name]}


def _as_json(value: object) -> Any:
    """``value`` as it comes back from the database, where tuples are lists: rows are compared with what is there."""
    return msgspec.json.decode(msgspec.json.encode(value))
