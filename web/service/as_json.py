"""The page of one service as JSON: the same facts under their HSDS names, each value with where it came from."""

from dataclasses import asdict, replace
from typing import Any

import msgspec

from directory.domain.codec import to_fields
from directory.domain.eligibility.criteria import Criterion
from directory.domain.provenance import Provenance
from directory.domain.records import Location, LocationType, Record, ServiceAtLocation
from directory.queries.pages import FundingItem, PlaceOfService, ServicePage, Winners
from directory.queries.running import Running

Json = dict[str, Any]

_OF_CRITERION = ("field", "test", "values", "ages", "amount", "strength", "said_by", "span", "note")


def service_as_json(page: ServicePage, running: Running) -> Json:
    """Everything `web.service.sheet` draws, as plain values."""
    service = page.service
    stated = replace(service, criteria=(), how=(), read_schedules=(), read_funding=())
    schedules = (*service.schedules, *service.read_schedules)
    return {
        "id": page.service_id,
        "is_live": page.is_live,
        "status": status_as_json(running),
        "service": _valued(stated, page.service_winners),
        "criteria": [_criterion(one) for one in service.criteria],
        "how": list(service.how),
        "schedules": msgspec.to_builtins(schedules),
        "organization": {"id": page.organization_id} | _valued(page.organization, page.organization_winners),
        "locations": [_place(place, page.service_id) for place in page.places],
        "funding": [_funding(item) for item in page.funding],
        "evidence": [_told(item.evidence, item.provenance) for item in page.evidence],
        "sources": [_source(source) for source in page.sources],
        "other_services": [{"id": id_, "name": name} for id_, name in page.siblings],
    }


def status_as_json(running: Running) -> Json:
    """Whether it still runs, how likely, and why."""
    assessment, money = running.assessment, running.money
    return {
        "state": assessment.state.value,
        "p_open": round(assessment.p_open, 3),
        "p_open_ahead": round(assessment.p_open_ahead, 3),
        "on": running.on.isoformat(),
        "is_declared": assessment.is_declared,
        "confirmed_on": assessment.confirmed_on and assessment.confirmed_on.isoformat(),
        "confirmed_by": assessment.confirmed_by,
        "method": running.standing.method,
        "odds": {"words": running.odds.words, "running": running.odds.running, "of": running.odds.of},
        "reasons": msgspec.to_builtins([asdict(reason) for reason in assessment.reasons], enc_hook=str),
        "funding": money and msgspec.to_builtins(money) | {"words": running.money_in_words},
    }


def _criterion(criterion: Criterion) -> Json:
    """A criterion with the wording it was read from, if it was."""
    plain: Json = msgspec.to_builtins(criterion)
    return {name: plain[name] for name in _OF_CRITERION}


def _valued(record: Record, winners: Winners) -> Json:
    """Each stated field as its value and the observations the value came from."""
    return {
        name: {"value": value, "provenance": [_provenance(origin) for origin in winners.get(name, ())]}
        for name, value in _plain(record).items()
    }


def _plain(record: Record) -> Json:
    plain = to_fields(record)
    if "identifiers" in plain:
        plain["identifiers"] = [f"{one['scheme']}-{one['value']}" for one in plain["identifiers"]]
    if isinstance(record, Location) and record.location_type is LocationType.POSTAL:
        # A registered office may be a home: as on the page, nothing finer than its postcode.
        plain["addresses"] = [
            {name: value for name, value in address.items() if name != "address_1"}
            for address in plain.get("addresses", [])
        ]
    return plain


def _place(place: PlaceOfService, service_id: str) -> Json:
    at_location = ServiceAtLocation(
        service_id=service_id,
        location_id=place.location_id,
        description=place.description,
        schedules=place.schedules,
        phones=place.phones,
    )
    ends = {"service_id": service_id, "location_id": place.location_id}
    return {
        "id": place.location_id,
        "service_at_location": _valued(at_location, place.at_winners) | ends,
        **_valued(place.location, place.winners),
    }


def _funding(item: FundingItem) -> Json:
    """Money, with what the group says of more after it where the group says so."""
    follow_on = {"follow_on": item.said.follow_on.value} if item.said else {}
    return _told(item.funding, item.provenance) | follow_on


def _told(record: Record, provenance: Provenance) -> Json:
    return _plain(record) | {"provenance": _provenance(provenance)}


def _provenance(origin: Provenance) -> Json:
    # Of a confidential place, what its source calls it is not told.
    local_id = {"local_id": origin.local_id} if origin.local_id else {}
    return {
        "source_id": origin.source_id,
        **local_id,
        "url": origin.url,
        "licence": origin.licence,
        "first_seen": origin.first_seen.isoformat(),
        "seen_until": origin.seen_until.isoformat(),
        "is_live": origin.is_live,
        "verified_on": origin.verified_on.isoformat() if origin.verified_on else None,
    }


def _source(origin: Provenance) -> Json:
    return {
        "id": origin.source_id,
        "title": origin.source_title,
        "publisher": origin.publisher,
        "attribution": origin.attribution,
    } | {name: value for name, value in _provenance(origin).items() if name not in ("source_id", "local_id")}
