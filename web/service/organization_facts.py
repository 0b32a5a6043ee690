"""The facts of an organization: what it is and does, its numbers at registers, and where its services are."""

from collections.abc import Iterable, Iterator

from directory.domain.identifiers import Identifier
from directory.domain.messages import say
from directory.domain.records import Location, LocationType, Organization
from directory.queries.pages import Winners
from web.service.fact import Fact, told_by
from web.words import present
from web.words.present import for_letters, shown_address


def what_it_is(organization: Organization, winners: Winners) -> Iterator[Fact]:
    """What it does, what else it is called, and what its registers say of it; what it does may be not known."""
    if organization.description:
        yield Fact(words=organization.description, origins=told_by(winners, "description"), lead=True)
    else:
        yield Fact(words=say("What it does: not known. Ask"), known=False)
    if organization.alternate_names:
        names = ", ".join(organization.alternate_names)
        yield Fact(label=say("Also called"), words=names, origins=told_by(winners, "alternate_names"))
    if organization.website:
        address = present.web_address(organization.website)
        origins = told_by(winners, "website")
        yield Fact(label=say("Website"), words=organization.website, address=address, origins=origins)
    yield from at_registers(organization, winners)


def at_registers(organization: Organization, winners: Winners) -> Iterator[Fact]:
    """Its numbers, and what its registers say of it."""
    yield from (_number(identifier, winners) for identifier in organization.identifiers)
    if organization.legal_status:
        yield Fact(label=say("Legal form"), words=organization.legal_status, origins=told_by(winners, "legal_status"))
    if organization.year_incorporated:
        year = str(organization.year_incorporated)
        yield Fact(label=say("Since"), words=year, origins=told_by(winners, "year_incorporated"))
    if organization.scale:
        yield Fact(words=present.scale_in_words(organization.scale), origins=told_by(winners, "scale"))
    if organization.federation:
        yield Fact(label=say("Part of"), words=organization.federation, origins=told_by(winners, "federation"))


def where_it_is(places: Iterable[Location]) -> Iterator[Fact]:
    """Its places, each once; an office for letters, which may be a home, is where it is based and no more."""
    facts = (fact for place in places if (fact := _place(place)) is not None)
    yield from {(fact.label, fact.words): fact for fact in facts}.values()


def _number(identifier: Identifier, winners: Winners) -> Fact:
    return Fact(
        label=say("Registered as"),
        words=str(identifier),
        address=present.identifier_address(identifier),
        origins=told_by(winners, "identifiers"),
    )


def _place(place: Location) -> Fact | None:
    lines = shown_address(place)
    if place.location_type is LocationType.PHYSICAL:
        name = (place.name,) if place.name and not (lines and lines[0].startswith(place.name)) else ()
        lines = (*name, *lines)
        return Fact(words=", ".join(lines)) if lines else None
    if place.location_type is LocationType.POSTAL and lines:
        return Fact(label=say("Based in"), words=for_letters(lines))
    return None
