"""What there is to look through: the areas that have services, and the services that somebody listed."""

from dataclasses import dataclass
from datetime import date

from directory.domain.places import Point
from directory.domain.records import Kind
from directory.domain.status.rules import State
from directory.queries import Database
from directory.store import browse, catalogue

GONE = (State.LIKELY_CLOSED, State.CLOSED)
"""Nobody is sent to these, so they count for no area and stand on no list."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """A local authority by its code, with how many services have a place there, of how many nobody has said lately
    that they run, and the middle of their places, None where no place may be shown."""

    code: str
    services: int
    unconfirmed: int
    middle: Point | None


def areas(database: Database) -> dict[str, Area]:
    """Every local authority with services, by code. It reads every place, so keep the answer for a while."""
    with database.read() as transaction:
        rows = browse.area_rows(transaction, GONE)
    found: dict[str, Area] = {}
    for row in sorted(rows, key=lambda one: one.services):
        before = found.get(row.code)
        middle = before.middle if before else None
        if row.latitude is not None and row.longitude is not None:
            # The middle of most of them is middle enough to say what is near.
            middle = Point(row.latitude, row.longitude)
        is_unconfirmed = row.state in (None, State.UNCONFIRMED)
        found[row.code] = Area(
            code=row.code,
            services=row.services + (before.services if before else 0),
            unconfirmed=(row.services if is_unconfirmed else 0) + (before.unconfirmed if before else 0),
            middle=middle,
        )
    return found


def listed_services(database: Database, begins: str, limit: int) -> list[tuple[str, date | None]]:
    """The ids, that begin so, of services that somebody listed and that have not closed as far as we know, in order;
    each with the day it was last confirmed. At most ``limit``."""
    with database.read() as transaction:
        return browse.listed_services(transaction, begins, GONE, limit)


def services_at_most(database: Database) -> int:
    """How many services there are, listed or not, living or not."""
    with database.read() as transaction:
        return catalogue.count(transaction, Kind.SERVICE)
