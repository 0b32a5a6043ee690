"""A service in the words of schema.org, for search engines and assistants: nothing that its page does not say."""

from collections.abc import Iterator
from typing import Any

from directory.domain.parts import Frequency, Schedule
from directory.domain.records import LocationType
from directory.queries.pages import PlaceOfService, ServicePage
from web.words.present import shown_address, web_address
from web.words.times import DAYS

Json = dict[str, Any]


def linked_data(page: ServicePage, address: str) -> Json:
    """The service as a schema.org ``Service``; ``address`` is that of its page."""
    service, organization = page.service, page.organization
    website = service.url or organization.website
    provider = {"@type": "Organization", "name": organization.name, "url": website and web_address(website)}
    ages = {
        "@type": "PeopleAudience",
        "suggestedMinAge": service.minimum_age,
        "suggestedMaxAge": service.maximum_age,
    }
    thing = {
        "@context": "https://schema.org",
        "@type": "Service",
        "name": service.name,
        "url": address,
        "description": service.description or organization.description,
        "provider": _stated(provider),
        "areaServed": [area.name for area in service.service_areas],
        "audience": _stated(ages) if len(_stated(ages)) > 1 else None,
        "isAccessibleForFree": True if any(one.amount == 0 for one in service.cost_options) else None,
        "availableChannel": [_channel(place, page) for place in page.places if _is_shown(place)],
        "hoursAvailable": [*_hours(service.schedules), *_hours(service.read_schedules)],
    }
    return _stated(thing)


def _is_shown(place: PlaceOfService) -> bool:
    return place.location.location_type is LocationType.PHYSICAL and not place.location.confidential


def _channel(place: PlaceOfService, page: ServicePage) -> Json:
    location = place.location
    phones = (*place.phones, *page.service.phones, *page.organization.phones)
    postcode = location.addresses[0].postal_code if location.addresses else None
    street = [line for line in shown_address(location) if line != postcode]
    where = {
        "@type": "Place",
        "name": location.name,
        "address": _stated(
            {
                "@type": "PostalAddress",
                "streetAddress": ", ".join(street),
                "postalCode": postcode,
                "addressCountry": "GB",
            }
        ),
    }
    phone = {"@type": "ContactPoint", "telephone": phones[0].number} if phones else None
    return _stated({"@type": "ServiceChannel", "serviceLocation": _stated(where), "servicePhone": phone})


def _hours(schedules: tuple[Schedule, ...]) -> Iterator[Json]:
    """Weekly hours; others have no form there that a reader could not misunderstand."""
    for one in schedules:
        days = [DAYS[code] for code in (one.byday or "").split(",") if code in DAYS]
        if one.freq is Frequency.WEEKLY and one.interval in (None, 1) and days and one.opens_at:
            yield _stated(
                {
                    "@type": "OpeningHoursSpecification",
                    "dayOfWeek": days,
                    "opens": one.opens_at.isoformat("minutes"),
                    "closes": one.closes_at and one.closes_at.isoformat("minutes"),
                    "validFrom": one.valid_from and one.valid_from.isoformat(),
                    "validThrough": one.valid_to and one.valid_to.isoformat(),
                }
            )


def _stated(thing: Json) -> Json:
    return {name: value for name, value in thing.items() if value not in (None, [], "")}
