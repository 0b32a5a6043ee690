"""The facts of a service's page: what is shown of each subject, and the sources each line came from."""

from collections.abc import Iterable, Iterator, Sequence

from directory.domain.eligibility.criteria import Field
from directory.domain.messages import Message, listed, say
from directory.domain.parts import Phone
from directory.domain.records import Funding, Location, LocationType
from directory.queries.pages import PlaceOfService, ServicePage, Winners
from web.service.fact import Fact, Subject, told_by
from web.service.organization_facts import at_registers
from web.service.read_facts import criteria_read, times_read
from web.words import present
from web.words.present import for_letters, shown_address
from web.words.times import schedule_in_words


def fact_sheet(page: ServicePage, derived_needs: Sequence[Message] = ()) -> tuple[Subject, ...]:
    """Every subject of the page, in the order a reader asks; what nobody stated is said to be not known.

    ``derived_needs`` are kinds of help that only the words of the service tell of.
    """
    return (
        _subject("what", say("What happens"), _what(page, derived_needs)),
        _subject("who", say("Who it is for"), _who(page)),
        _subject("when", say("When"), _when(page), say("Days and times: not known. Ask")),
        _subject("where", say("Where"), _where(page), say("Where it meets: not known. Ask")),
        _subject("cost", say("Cost"), _cost(page), say("Cost: not known. Ask")),
        _subject("join", say("How to join"), _join(page), say("How to join: not known. Ask")),
        _subject("contact", say("Contact"), _contact(page), say("How to get in touch: not known")),
        _subject("run-by", say("Who runs it"), _run_by(page)),
        _subject("money", say("Money"), _money(page), say("Grants: not known. We have seen none published")),
    )


_UNKNOWN = say("Not known. Ask")
_WHO = (Field.AGE, Field.GENDER, Field.RESIDENCY, Field.CONDITION, Field.CARER, Field.LANGUAGE)


def first_phone(page: ServicePage) -> Fact | None:
    """The number to call about the service: its own before its organization's, and one of its places' failing both."""
    ways = (*_contact(page), *_phones_at(page.places))
    return next((fact for fact in ways if fact.address and fact.address.startswith("tel:")), None)


def _subject(key: str, title: Message, facts: Iterable[Fact], unknown: Message = _UNKNOWN) -> Subject:
    return Subject(id=key, title=title, facts=tuple(facts) or (Fact(words=unknown, known=False),))


def _what(page: ServicePage, derived_needs: Sequence[Message]) -> Iterator[Fact]:
    service, winners, organization = page.service, page.service_winners, page.organization
    if service.alert:
        yield Fact(words=service.alert, origins=told_by(winners, "alert"))
    if service.description:
        yield Fact(words=service.description, origins=told_by(winners, "description"), lead=True)
    elif organization.description:
        origins = told_by(page.organization_winners, "description")
        yield Fact(label=say("Of the organization:"), words=organization.description, origins=origins)
    else:
        yield Fact(words=say("What happens here: not known. Ask"), known=False)
    if service.alternate_name:
        yield Fact(label=say("Also called"), words=service.alternate_name, origins=told_by(winners, "alternate_name"))
    labels = [attribute.label or attribute.code for attribute in service.attributes]
    if labels:
        yield Fact(label=say("Kind of help"), words=", ".join(labels), origins=told_by(winners, "attributes"))
    if derived_needs:
        origins = told_by(winners, "description") or told_by(page.organization_winners, "description")
        yield Fact(label=say("Kind of help (from its description)"), words=listed(derived_needs), origins=origins)
    if service.languages:
        names = ", ".join(language.name for language in service.languages)
        yield Fact(label=say("Languages"), words=names, origins=told_by(winners, "languages"))
    if service.interpretation_services:
        yield Fact(
            label=say("Interpreters"),
            words=service.interpretation_services,
            origins=told_by(winners, "interpretation_services"),
        )


def _who(page: ServicePage) -> Iterator[Fact]:
    service, winners = page.service, page.service_winners
    if service.eligibility_description:
        yield Fact(
            words=service.eligibility_description, origins=told_by(winners, "eligibility_description"), lead=True
        )
    ages = present.ages_in_words(service)
    if ages:
        yield Fact(words=ages, origins=told_by(winners, "minimum_age", "maximum_age"))
    yield from criteria_read(page, *_WHO)
    read = {one.field for one in service.criteria}
    if not ages and Field.AGE not in read:
        yield Fact(words=say("Ages: not known. Ask"), known=False)
    if service.service_areas:
        names = ", ".join(area.name for area in service.service_areas)
        yield Fact(label=say("People who live in"), words=names, origins=told_by(winners, "service_areas"))
    elif Field.RESIDENCY not in read:
        yield Fact(words=say("Whether you must live in a certain area: not known. Ask"), known=False)


def _when(page: ServicePage) -> Iterator[Fact]:
    written = {schedule.read_from for schedule in page.service.read_schedules}
    for schedule in page.service.schedules:
        if schedule.description is not None and schedule.description.strip() in written:
            continue  # it stands beside what was read from it
        yield Fact(words=schedule_in_words(schedule), origins=told_by(page.service_winners, "schedules"), lead=True)
    for place in page.places:
        for schedule in place.schedules:
            yield Fact(
                label=say("At {place}", place=place.location.name) if place.location.name else None,
                words=schedule_in_words(schedule),
                origins=told_by(place.at_winners, "schedules"),
                lead=True,
            )
    yield from times_read(page)


def _where(page: ServicePage) -> Iterator[Fact]:
    for place in page.places:
        location, winners = place.location, place.winners
        yield _place(location, winners)
        if location.description:
            yield Fact(words=location.description, origins=told_by(winners, "description"))
        if place.description:
            yield Fact(words=place.description, origins=told_by(place.at_winners, "description"))
        yield from _phones_at((place,))
        if location.transportation:
            yield Fact(
                label=say("Getting there"), words=location.transportation, origins=told_by(winners, "transportation")
            )
        for access in location.accessibility:
            words = ": ".join(text for text in (access.description, access.details) if text)
            yield Fact(words=words, origins=told_by(winners, "accessibility"))
        is_open_venue = location.location_type is LocationType.PHYSICAL and not location.confidential
        if is_open_venue and not location.accessibility:
            yield Fact(words=say("Steps, lift, toilet, hearing loop: not known. Ask"), known=False)
    yield from criteria_read(page, Field.ACCESS)


def _place(location: Location, winners: Winners) -> Fact:
    """Where a location is, as far as may be told."""
    origins = told_by(winners, "addresses", "name", "location_type")
    if location.confidential:
        return Fact(words=say("The address is kept private. Ask when you get in touch"), origins=origins, lead=True)
    if location.location_type is LocationType.VIRTUAL:
        return Fact(words=location.name or say("By phone or online"), origins=origins, lead=True)
    lines = shown_address(location)
    if location.location_type is LocationType.POSTAL:
        return Fact(label=say("Based in"), words=for_letters(lines), origins=origins)
    name = (location.name,) if location.name else ()
    # Many sources begin the address with the name of the place.
    named = lines if name and lines and lines[0].startswith(name) else (*name, *lines)
    return Fact(words=_venue(", ".join(named), location.postcode_ended), origins=origins, lead=True)


def _venue(address: str, has_postcode_ended: bool) -> str:
    if not has_postcode_ended:
        return address or say("The address is not known. Ask")
    if not address:
        return say("The address is not known. Ask. Royal Mail no longer uses this postcode")
    return say("{address}. Royal Mail no longer uses this postcode", address=address)


def _cost(page: ServicePage) -> Iterator[Fact]:
    service, winners = page.service, page.service_winners
    for cost in service.cost_options:
        yield Fact(words=present.cost_in_words(cost), origins=told_by(winners, "cost_options"), lead=True)
    if service.fees_description:
        yield Fact(words=service.fees_description, origins=told_by(winners, "fees_description"))
    yield from criteria_read(page, Field.COST)


def _join(page: ServicePage) -> Iterator[Fact]:
    service, winners = page.service, page.service_winners
    if service.application_process:
        yield Fact(words=service.application_process, origins=told_by(winners, "application_process"), lead=True)
    if service.wait_time:
        yield Fact(label=say("Waiting"), words=service.wait_time, origins=told_by(winners, "wait_time"))
    yield from criteria_read(page, Field.REFERRAL, Field.DOCUMENT)


def _phones_at(places: Iterable[PlaceOfService]) -> Iterator[Fact]:
    """The numbers that reach the service only at one of its places."""
    for place in places:
        yield from _calls(place.phones, place.at_winners, place.location.name)


def _contact(page: ServicePage) -> Iterator[Fact]:
    """The ways to reach the service and its organization; where neither states any, the numbers of its places."""
    stated = tuple(_stated_ways(page))
    yield from stated or _phones_at(page.places)


def _stated_ways(page: ServicePage) -> Iterator[Fact]:
    service, organization = page.service, page.organization
    ours, theirs = page.service_winners, page.organization_winners
    yield from _ways_to_reach(service.phones, service.email, service.url, ours, "url", None)
    known_phones = {phone.number for phone in service.phones}
    yield from _ways_to_reach(
        tuple(phone for phone in organization.phones if phone.number not in known_phones),
        organization.email if organization.email != service.email else None,
        organization.website if organization.website != service.url else None,
        theirs,
        "website",
        organization.name if organization.name != service.name else None,
    )


def _ways_to_reach(
    phones: Iterable[Phone],
    email: str | None,
    website: str | None,
    winners: Winners,
    website_field: str,
    of: str | None,
) -> Iterator[Fact]:
    yield from _calls(phones, winners, of)
    if email:
        label = say("Email, {name}", name=of) if of else say("Email")
        yield Fact(label=label, words=email, address=f"mailto:{email}", origins=told_by(winners, "email"))
    if website:
        label = say("Website, {name}", name=of) if of else say("Website")
        address = present.web_address(website)
        yield Fact(label=label, words=website, address=address, origins=told_by(winners, website_field))


def _calls(phones: Iterable[Phone], winners: Winners, of: str | None) -> Iterator[Fact]:
    for phone in phones:
        number = present.phone_in_words(phone.number)
        extended = phone.extension and say("{number} extension {extension}", number=number, extension=phone.extension)
        yield Fact(
            label=present.phone_kind(phone, of),
            words=extended or number,
            address=present.phone_address(phone.number),
            origins=told_by(winners, "phones"),
        )


def _run_by(page: ServicePage) -> Iterator[Fact]:
    organization, winners = page.organization, page.organization_winners
    yield Fact(words=organization.name, origins=told_by(winners, "name"), lead=True)
    if organization.alternate_names:
        names = ", ".join(organization.alternate_names)
        yield Fact(label=say("Also called"), words=names, origins=told_by(winners, "alternate_names"))
    if page.service.description and organization.description not in (None, page.service.description):
        yield Fact(words=organization.description, origins=told_by(winners, "description"))
    yield from at_registers(organization, winners)


def _money(page: ServicePage) -> Iterator[Fact]:
    for item in page.funding:
        words = item.funding.description if item.said else None
        yield Fact(words=funding_in_words(item.funding), read_from=words, origins=(item.provenance,))


def funding_in_words(funding: Funding) -> str:
    """One grant as a sentence; the end of a grant is not the end of a service, and is not said to be."""
    money = _grant(funding)
    if funding.start_on and funding.end_on:
        return say("{money}, {start} to {end}", money=money, start=funding.start_on, end=funding.end_on)
    if funding.end_on:
        return say("{money}, until {day}", money=money, day=funding.end_on)
    return say("{money}, given on {day}", money=money, day=funding.awarded_on) if funding.awarded_on else money


def _grant(funding: Funding) -> str:
    """How much, from whom and for what."""
    amount = present.money(funding.amount, funding.currency) if funding.amount is not None else say("Money")
    if funding.funder and funding.title:
        return say("{amount} from {funder} for “{title}”", amount=amount, funder=funding.funder, title=funding.title)
    if funding.funder:
        return say("{amount} from {funder}", amount=amount, funder=funding.funder)
    return say("{amount} for “{title}”", amount=amount, title=funding.title) if funding.title else amount
