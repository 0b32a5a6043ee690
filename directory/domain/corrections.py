"""What a change that a person accepted puts in the place of what sources say of a service."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from directory.domain.errors import Refused
from directory.domain.messages import Message, say, say_count
from directory.domain.records import Kind, Location, LocationType, Service, ServiceAtLocation, ServiceStatus


class Field(StrEnum):
    """What of a service may be put forward to be changed."""

    PHONE = "phone"
    EMAIL = "email"
    POSTCODE = "postcode"
    WEBSITE = "website"
    OPENING_TIMES = "opening times"
    PAUSED_UNTIL = "paused_until"


NO_END = "until further notice"
"""What a pause is said to last for that names no end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """What the catalogue holds of a service and of where it takes place, each by the id of its record."""

    service_id: str
    service: Service
    at_locations: Mapping[str, ServiceAtLocation]
    locations: Mapping[str, Location]


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What a person sets in one record of the catalogue, as plain JSON values, so that ``field`` is as it should be."""

    field: Field
    kind: Kind
    record_id: str
    fields: Mapping[str, Any]


def correction(field: Field, after: str, held: Held) -> Correction:
    """The correction by which a service has ``after``; raise `Refused` where it cannot be told which record that is of.

    Telephone numbers and times take the place of all that the record has. Of an address the postcode alone is known:
    the street of the place before is not that of the place now.
    """
    match field:
        case Field.POSTCODE:
            addresses = {"addresses": [{"postal_code": after, "country": "GB"}]}
            return Correction(field=field, kind=Kind.LOCATION, record_id=_venue(held), fields=addresses)
        case Field.OPENING_TIMES:
            return _times(after, held)
        case Field.PHONE:
            fields: dict[str, Any] = {"phones": [{"number": after}]}
        case Field.PAUSED_UNTIL:
            fields = {"status": ServiceStatus.TEMPORARILY_CLOSED.value}
            if after != NO_END:
                fields["paused_until"] = date.fromisoformat(after).isoformat()
        case _:
            fields = {_IN_PLAIN_TEXT[field]: after}
    return Correction(field=field, kind=Kind.SERVICE, record_id=held.service_id, fields=fields)


_IN_PLAIN_TEXT = {Field.EMAIL: "email", Field.WEBSITE: "url"}
"""What is set as it stands, by the field of the service that holds it."""


def _venue(held: Held) -> str:
    """The one place where people go."""
    venues = [key for key, one in held.locations.items() if one.location_type is LocationType.PHYSICAL]
    if len(venues) != 1:
        raise Refused(_not_one_place(len(venues)))
    if held.locations[venues[0]].confidential:
        raise Refused(say("This place is kept in confidence."))
    return venues[0]


def _not_one_place(places: int) -> Message:
    if not places:
        return say("This service has no place to go to, so that its postcode must be changed at its source.")
    return say_count(
        "This service has {n} place to go to, so that its postcode must be changed at its source.",
        "This service has {n} places to go to, so that its postcode must be changed at its source.",
        places,
    )


def _times(after: str, held: Held) -> Correction:
    """Times in words, which intake reads; they are set where times stand now."""
    field, fields = Field.OPENING_TIMES, {"schedules": [{"description": after}]}
    timed = [key for key, one in held.at_locations.items() if one.schedules]
    if not timed:
        return Correction(field=field, kind=Kind.SERVICE, record_id=held.service_id, fields=fields)
    if len(timed) > 1 or held.service.schedules:
        raise Refused(
            say("This service has times of its own at several places, which must be changed at their source.")
        )
    return Correction(field=field, kind=Kind.SERVICE_AT_LOCATION, record_id=timed[0], fields=fields)
