"""Reads of the whole catalogue at once: how many services each area has, and which services there are to look at."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import JSON, Column, ColumnElement, Float, Text, cast, func, or_, select, type_coerce

from directory.domain.status.rules import State
from directory.store import schema
from directory.store.database import Transaction
from directory.store.schema_status import status

_service = schema.service.c
_location = schema.location.c
_AFTER_HEX = "g"
"""Comes after every sign of an id, which is made of hexadecimal digits."""

_LISTED_BY_NOBODY = '%"basis":"register"%'
"""How the fields of a service say that a register's words stand in for it: inside a text, JSON escapes the quotes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaRow:
    """Services of one state (None where nobody judged them) with a place in one local authority, and their middle."""

    code: str
    state: State | None
    services: int
    latitude: float | None
    longitude: float | None


def area_rows(transaction: Transaction, unwanted: Collection[State]) -> list[AreaRow]:
    """The services that a source still has and are in none of the states ``unwanted``, by local authority and state.

    One statement, which reads every place: some 15 s for a million services in SQLite on two shared cores.
    """
    at = schema.service_at_location.c
    code = _text(transaction, _location.fields, "local_authority")
    latitude, longitude = (_number(transaction, _location.fields, name) for name in ("latitude", "longitude"))
    query = (
        select(
            code.label("code"),
            status.c.state,
            func.count(at.service_id.distinct()).label("services"),
            func.avg(latitude).label("latitude"),
            func.avg(longitude).label("longitude"),
        )
        .select_from(schema.service_at_location)
        .join(schema.location, _location.id == at.location_id)
        .join(schema.service, _service.id == at.service_id)
        .outerjoin(status, status.c.service_id == _service.id)
        .where(_service.is_live == True, _is_wanted(unwanted), code.is_not(None))  # noqa: E712 - SQL, not Python
        .group_by(code, status.c.state)
    )
    return [
        AreaRow(**{**row._asdict(), "state": State(row.state) if row.state else None})
        for row in transaction.execute(query)
    ]


def listed_services(
    transaction: Transaction, begins: str, unwanted: Collection[State], limit: int
) -> list[tuple[str, date | None]]:
    """Services that somebody listed, that their source still has, and whose id begins so, each with the day it was
    last confirmed; at most ``limit``, in the order of their ids."""
    query = (
        select(_service.id, status.c.confirmed_on)
        .outerjoin(status, status.c.service_id == _service.id)
        .where(
            _service.id >= begins,
            _service.id < begins + _AFTER_HEX,
            _service.is_live == True,  # noqa: E712 - SQL, not Python
            _is_wanted(unwanted),
            type_coerce(_service.fields, Text).not_like(_LISTED_BY_NOBODY),
        )
        .order_by(_service.id)
        .limit(limit)
    )
    return [(row.id, row.confirmed_on) for row in transaction.execute(query)]


def _is_wanted(unwanted: Collection[State]) -> ColumnElement[bool]:
    return or_(status.c.state.is_(None), status.c.state.not_in(unwanted))


def _text(transaction: Transaction, fields: Column[Any], name: str) -> ColumnElement[str]:
    """A field of records as text: the database holds their JSON as text, which one dialect casts and one reads."""
    is_cast = transaction.dialect.name == "postgresql"
    record = cast(fields, JSON) if is_cast else type_coerce(fields, JSON)
    field: ColumnElement[str] = record[name].as_string()
    return field


def _number(transaction: Transaction, fields: Column[Any], name: str) -> ColumnElement[float]:
    return cast(_text(transaction, fields, name), Float)
