"""The facts of a service's page: what is shown of each subject, and the sources each line came from."""

from collections.abc import Iterable, Iterator, Sequence

from directory.domain.eligibility.criteria import Field
from directory.domain.parts import Phone
from directory.domain.records import Funding, Location, LocationType
from directory.queries.pages import PlaceOfService, ServicePage, Winners
from web.service.fact import Fact, Subject, told_by
from web.service.organization_facts import at_registers
from web.service.read_facts import criteria_read, times_read
from web.words import present
from web.words.present import shown_address
from web.words.times import schedule_in_words


def fact_sheet(page: ServicePage, derived_needs: Sequence[str] = ()) -> tuple[Subject, ...]:
    """Every subject of the page, in the order a reader asks; what nobody stated is said to be not known.

    ``derived_needs`` are kinds of help that only the words of the service tell of.
    """
    return (
        _subject("what", "What happens", _what(page, derived_needs)),
        _subject("who", "Who it is for", _who(page)),
        _subject("when", "When", _when(page), "Days and times: not known. Ask"),
        _subject("where", "Where", _where(page), "Where it meets: not known. Ask"),
        _subject("cost", "Cost", _cost(page), "Cost: not known. Ask"),
        _subject("join", "How to join", _join(page), "How to join: not known. Ask"),
        _subject("contact", "Contact", _contact(page), "How to get in touch: not known"),
        _subject("run-by", "Who runs it", _run_by(page)),
        _subject("money", "Money", _money(page), "Grants: not known. We have seen none published"),
    )


_WHO = (Field.AGE, Field.GENDER, Field.RESIDENCY, Field.CONDITION, Field.CARER, Field.LANGUAGE)


def first_phone(page: ServicePage) -> Fact | None:
    """The number to call about the service: its own before its organization's, and one of its places' failing both."""
    ways = (*_contact(page), *_phones_at(page.places))
    return next((fact for fact in ways if fact.address and fact.address.startswith("tel:")), None)


def _subject(key: str, title: str, facts: Iterable[Fact], unknown: str = "Not known. Ask") -> Subject:
    return Subject(id=key, title=title, facts=tuple(facts) or (Fact(words=unknown, known=False),))


def _what(page: ServicePage, derived_needs: Sequence[str]) -> Iterator[Fact]:
    service, winners, organization = page.service, page.service_winners, page.organization
    if service.alert:
        yield Fact(words=service.alert, origins=told_by(winners, "alert"))
    if service.description:
        yield Fact(words=service.description, origins=told_by(winners, "description"), lead=True)
    elif organization.description:
        origins = told_by(page.organization_winners, "description")
        yield Fact(label="Of the organization:", words=organization.description, origins=origins)
    else:
        yield Fact(words="What happens here: not known. Ask", known=False)
    if service.alternate_name:
        yield Fact(label="Also called", words=service.alternate_name, origins=told_by(winners, "alternate_name"))
    labels = [attribute.label or attribute.code for attribute in service.attributes]
    if labels:
        yield Fact(label="Kind of help", words=", ".join(labels), origins=told_by(winners, "attributes"))
    if derived_needs:
        origins = told_by(winners, "description") or told_by(page.organization_winners, "description")
        yield Fact(label="Kind of help (from its description)", words=", ".join(derived_needs), origins=origins)
    if service.languages:
        names = ", ".join(language.name for language in service.languages)
        yield Fact(label="Languages", words=names, origins=told_by(winners, "languages"))
    if service.interpretation_services:
        yield Fact(
            label="Interpreters",
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
        yield Fact(words="Ages: not known. Ask", known=False)
    if service.service_areas:
        names = ", ".join(area.name for area in service.service_areas)
        yield Fact(label="People who live in", words=names, origins=told_by(winners, "service_areas"))
    elif Field.RESIDENCY not in read:
        yield Fact(words="Whether you must live in a certain area: not known. Ask", known=False)


def _when(page: ServicePage) -> Iterator[Fact]:
    written = {schedule.read_from for schedule in page.service.read_schedules}
    for schedule in page.service.schedules:
        if schedule.description is not None and schedule.description.strip() in written:
            continue  # it stands beside what was read from it
        yield Fact(words=schedule_in_words(schedule), origins=told_by(page.service_winners, "schedules"), lead=True)
    for place in page.places:
        for schedule in place.schedules:
            yield Fact(
                label=f"At {place.location.name}" if place.location.name else None,
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
            yield Fact(label="Getting there", words=location.transportation, origins=told_by(winners, "transportation"))
        for access in location.accessibility:
            words = ": ".join(text for text in (access.description, access.details) if text)
            yield Fact(words=words, origins=told_by(winners, "accessibility"))
        is_open_venue = location.location_type is LocationType.PHYSICAL and not location.confidential
        if is_open_venue and not location.accessibility:
            yield Fact(words="Steps, lift, toilet, hearing loop: not known. Ask", known=False)
    yield from criteria_read(page, Field.ACCESS)


def _place(location: Location, winners: Winners) -> Fact:
    """Where a location is, as far as may be told."""
    origins = told_by(winners, "addresses", "name", "location_type")
    if location.confidential:
        return Fact(words="The address is kept private. Ask when you get in touch", origins=origins, lead=True)
    if location.location_type is LocationType.VIRTUAL:
        return Fact(words=location.name or "By phone or online", origins=origins, lead=True)
    lines = shown_address(location)
    if location.location_type is LocationType.POSTAL:
        words = f"{', '.join(lines) or 'an address we do not show'} (for letters; not a place to visit)"
        return Fact(label="Based in", words=words, origins=origins)
    name = (location.name,) if location.name else ()
    # Many sources begin the address with the name of the place.
    named = lines if name and lines and lines[0].startswith(name) else (*name, *lines)
    ended = ". Royal Mail no longer uses this postcode" if location.postcode_ended else ""
    return Fact(words=f"{', '.join(named) or 'The address is not known. Ask'}{ended}", origins=origins, lead=True)


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
        yield Fact(label="Waiting", words=service.wait_time, origins=told_by(winners, "wait_time"))
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
        label = f"Email, {of}" if of else "Email"
        yield Fact(label=label, words=email, address=f"mailto:{email}", origins=told_by(winners, "email"))
    if website:
        label = f"Website, {of}" if of else "Website"
        address = present.web_address(website)
        yield Fact(label=label, words=website, address=address, origins=told_by(winners, website_field))


def _calls(phones: Iterable[Phone], winners: Winners, of: str | None) -> Iterator[Fact]:
    for phone in phones:
        extension = f" extension {phone.extension}" if phone.extension else ""
        kind = present.phone_kind(phone)
        yield Fact(
            label=f"{kind}, {of}" if of else kind,
            words=f"{present.phone_in_words(phone.number)}{extension}",
            address=present.phone_address(phone.number),
            origins=told_by(winners, "phones"),
        )


def _run_by(page: ServicePage) -> Iterator[Fact]:
    organization, winners = page.organization, page.organization_winners
    yield Fact(words=organization.name, origins=told_by(winners, "name"), lead=True)
    if organization.alternate_names:
        names = ", ".join(organization.alternate_names)
        yield Fact(label="Also called", words=names, origins=told_by(winners, "alternate_names"))
    if page.service.description and organization.description not in (None, page.service.description):
        yield Fact(words=organization.description, origins=told_by(winners, "description"))
    yield from at_registers(organization, winners)


def _money(page: ServicePage) -> Iterator[Fact]:
    for item in page.funding:
        words = item.funding.description if item.said else None
        yield Fact(words=funding_in_words(item.funding), read_from=words, origins=(item.provenance,))


def funding_in_words(funding: Funding) -> str:
    """One grant as a sentence; the end of a grant is not the end of a service, and is not said to be."""
    amount = present.money(funding.amount, funding.currency) if funding.amount is not None else "Money"
    funder = f" from {funding.funder}" if funding.funder else ""
    title = f" for “{funding.title}”" if funding.title else ""
    if funding.start_on and funding.end_on:
        when = f", {present.date_in_words(funding.start_on)} to {present.date_in_words(funding.end_on)}"
    elif funding.end_on:
        when = f", until {present.date_in_words(funding.end_on)}"
    else:
        when = f", given on {present.date_in_words(funding.awarded_on)}" if funding.awarded_on else ""
    return f"{amount}{funder}{title}{when}"
