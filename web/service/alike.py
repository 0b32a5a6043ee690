"""What to offer beside a service, or where it has closed: living ones that meet the same need, nearest first."""

from directory.domain.places import Place, Point, Precision
from directory.domain.status.rules import State
from directory.queries.pages import ServicePage
from index.knowledge import Knowledge
from index.protocol import Query
from web.service.derived_needs import needs_of, stated_needs

ALIKE_SHOWN = 3
"""Services like one: enough to choose from on a phone."""

WITHIN_M = 15_000.0
"""Further than this is no alternative to a group nearby."""

_LIVING = (State.OPEN, State.AT_RISK, State.UNCONFIRMED)


def living_like(page: ServicePage, knowledge: Knowledge) -> Query | None:
    """The search for living services of the first need of ``page``; None where its words tell none."""
    needs = [*stated_needs(page, knowledge), *needs_of(page, knowledge)]
    if not needs:
        return None
    near = next(
        (
            Place(
                label=page.service.name,
                point=Point(place.location.latitude, place.location.longitude),
                precision=place.location.precision,
                radius_m=place.location.radius_m or 0.0,
                local_authority=place.location.local_authority,
            )
            for place in page.places
            if place.location.latitude is not None
            and place.location.longitude is not None
            and place.location.precision is not Precision.NONE
        ),
        None,
    )
    return Query(
        text=needs[0].label,
        near=near,
        within_m=WITHIN_M if near else None,
        filters={"status": tuple(state.value for state in _LIVING)},
        size=ALIKE_SHOWN + 1 + len(page.siblings),
        suggest=False,
    )
