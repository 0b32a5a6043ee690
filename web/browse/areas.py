"""Areas to look through: the local authorities that have services, and the page of one."""

from collections.abc import Mapping
from dataclasses import dataclass

from flask import url_for

from directory.domain.entries import Entry
from directory.domain.errors import NotFound
from directory.domain.messages import say
from directory.domain.places import Nation, Place
from directory.geography import Gazetteer, LocalAuthority
from directory.queries.browse import Area
from index.limits import DEFAULT_WITHIN_M
from index.protocol import Query, Results
from web.config import AREA_LOOKED_AT, NEEDS_OF_AREA, ORGANIZATIONS_OF_AREA
from web.search.choices import Choice
from web.search.forms import SearchForm
from web.words.present import distance_in_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """The areas of one region, or of one nation where the regions are not known."""

    title: str
    areas: tuple[Choice, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaPage:
    """One area. ``around`` is where the needs are counted, and ``needs`` lead to the search that finds as many."""

    name: str
    part_of: str | None
    services: int
    unconfirmed: int
    around: str | None
    within: str
    needs: tuple[Choice, ...]
    organizations: tuple[Choice, ...]
    search: str
    on: str | None


def regions(areas: Mapping[str, Area], gazetteer: Gazetteer) -> tuple[Region, ...]:
    """The areas that have services, by region or nation, each in the order of names."""
    found: dict[str, list[Choice]] = {}
    for code, area in areas.items():
        authority = gazetteer.local_authority(code)
        title = (authority.region if authority else None) or _nation(code) or say("Elsewhere")
        address = url_for("areas.area", code=code)
        choice = Choice(label=_name(code, gazetteer), address=address, count=area.services)
        found.setdefault(title, []).append(choice)
    return tuple(
        Region(title=title, areas=tuple(sorted(choices, key=lambda one: one.label)))
        for title, choices in sorted(found.items())
    )


def area_of(areas: Mapping[str, Area], code: str, gazetteer: Gazetteer) -> Area:
    """The area of this code, with no services where we know of none; raise `NotFound` where there is no such area."""
    if code not in areas and gazetteer.local_authority(code) is None:
        raise NotFound(say("There is no area of this code."))
    return areas.get(code) or Area(code=code, services=0, unconfirmed=0, middle=None)


def place_in(area: Area, gazetteer: Gazetteer) -> Place | None:
    """A place to search around: the one of the area's own name if it lies there, else where its services are."""
    named = gazetteer.place_named(_name(area.code, gazetteer))
    if named is not None and named.place is not None and named.place.local_authority == area.code:
        return named.place
    nearest = gazetteer.nearest(area.middle) if area.middle else None
    return gazetteer.find(nearest.outcode).place if nearest and nearest.outcode else None


def query_around(place: Place) -> Query:
    """The search whose counts and services the page shows."""
    return Query(near=place, within_m=DEFAULT_WITHIN_M, size=AREA_LOOKED_AT, suggest=False)


def area_page(area: Area, place: Place | None, results: Results | None, gazetteer: Gazetteer) -> AreaPage:
    """The page of ``area``, with what was found around ``place`` in it."""
    authority = gazetteer.local_authority(area.code)
    form = SearchForm(near=place.label if place else "")
    counted = results.facets["need"][:NEEDS_OF_AREA] if results else ()
    hits = results.hits if results else ()
    organizations = {
        hit.entry.organization_id: hit.entry.organization
        for hit in hits
        if hit.is_fitting and _is_in(hit.entry, area.code, gazetteer)
    }
    return AreaPage(
        name=_name(area.code, gazetteer),
        part_of=_part_of(authority) or _nation(area.code),
        services=area.services,
        unconfirmed=area.unconfirmed,
        around=place.label if place else None,
        within=distance_in_words(DEFAULT_WITHIN_M),
        needs=tuple(
            Choice(label=say(need.label), address=form.choosing("need", need.value).address(), count=need.count)
            for need in counted
        ),
        organizations=tuple(
            Choice(label=name, address=url_for("organization.organization", organization_id=one))
            for one, name in sorted(organizations.items(), key=lambda pair: (pair[1].casefold(), pair[0]))
        )[:ORGANIZATIONS_OF_AREA],
        search=form.address(),
        on=url_for("near.where", place=place.label) if place else None,
    )


def _is_in(entry: Entry, code: str, gazetteer: Gazetteer) -> bool:
    return any(gazetteer.authority_at(place.point) == code for place in entry.places)


def _part_of(authority: LocalAuthority | None) -> str | None:
    """The county or region that an authority lies in; one with nobody above it is called its own upper tier."""
    if authority is None:
        return None
    return next((one for one in (authority.upper_tier, authority.region) if one not in (None, authority.name)), None)


def _nation(code: str) -> str | None:
    nation = Nation.of_area(code)
    return say(nation.value) if nation else None


def _name(code: str, gazetteer: Gazetteer) -> str:
    authority = gazetteer.local_authority(code)
    return authority.name if authority and authority.name else code
