"""Catalogue entries: one service with all that finding it and showing it in a list needs, in one flat value."""

from dataclasses import dataclass
from datetime import date

from directory.domain.eligibility.criteria import Criterion
from directory.domain.parts import Schedule
from directory.domain.places import Nation, Point, Precision
from directory.domain.records import Basis, LocationType, ServiceStatus
from directory.domain.status.standing import Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryPlace:
    """One place of a service: ``postcode`` is what may be shown of its address."""

    location_type: LocationType
    point: Point
    precision: Precision
    postcode: str | None = None
    name: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Category:
    """A taxonomy term in words: ``taxonomy`` and ``code`` tell it from another vocabulary's term of the same name."""

    taxonomy: str
    code: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EntrySource:
    """A source that speaks of this service or its organization."""

    id: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One service as search finds it.

    ``areas`` says whom it serves when it has no venue, or beyond it, as codes: a GSS local authority code
    (``E08000022``), an outcode or sector (``NE28``, ``NE28 9``), a nation's name, or ``uk``. ``verified_on`` is the
    newest day on which a source says somebody checked it. ``is_live`` is whether any source still has the service.
    ``identifiers`` are org-id strings. ``criteria`` is whom it takes, ``schedules`` when it is, as far as either was
    stated or could be read; ``how`` are the ways to take part (``in_person``, ``phone``, ``online``, ``at_home``),
    ``audience`` the groups its words name, ``languages`` those it is in, and ``nation`` decides its bank holidays.
    ``standing`` is whether it still runs, None where nobody has judged it yet.
    """

    id: str
    name: str
    organization_id: str
    organization: str
    alternate_names: tuple[str, ...] = ()
    description: str | None = None
    url: str | None = None
    categories: tuple[Category, ...] = ()
    places: tuple[EntryPlace, ...] = ()
    areas: tuple[str, ...] = ()
    status: ServiceStatus = ServiceStatus.ACTIVE
    basis: Basis = Basis.LISTED
    identifiers: tuple[str, ...] = ()
    sources: tuple[EntrySource, ...] = ()
    verified_on: date | None = None
    is_live: bool = True
    criteria: tuple[Criterion, ...] = ()
    schedules: tuple[Schedule, ...] = ()
    how: tuple[str, ...] = ()
    audience: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    nation: Nation | None = None
    standing: Standing | None = None
