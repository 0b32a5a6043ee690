"""What a page says in embedded data: organizations with contacts and opening times, and events."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from extruct import MicrodataExtractor, MicroformatExtractor
from lxml import html

from crawlers.watching.addresses import whole_address
from crawlers.watching.dated import is_called_off
from crawlers.watching.days import day_said
from crawlers.watching.jsonld import objects_in
from crawlers.watching.limits import (
    MAX_CARD_MARKUP,
    MAX_CARDS,
    MAX_DEPTH,
    MAX_FOUND,
    MAX_ITEM_PAIRS,
    MAX_ITEM_REFERENCES,
    MAX_VALUES,
)
from crawlers.watching.markup import decoded, tree_of
from crawlers.watching.nodes import Node, Syntax, from_json, from_microdata, from_microformats
from crawlers.watching.opening import schedules_of
from directory.domain.parts import Address, Schedule
from directory.domain.sources import RawDocument


class EventStatus(StrEnum):
    """Whether an event is held when it says."""

    SCHEDULED = "scheduled"
    CANCELLED = "cancelled"
    POSTPONED = "postponed"


@dataclass(frozen=True, slots=True, kw_only=True)
class EmbeddedOrganization:
    """An organization or place as embedded data of one syntax describes it, its values as they stand there."""

    syntax: Syntax
    name: str | None
    telephone: str | None
    email: str | None
    address: Address | None
    url: str | None
    opening: tuple[Schedule, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EmbeddedEvent:
    """An event as embedded data of one syntax describes it; ``on`` and ``until`` are None unless written in full."""

    syntax: Syntax
    name: str | None
    on: date | None
    until: date | None
    location_name: str | None
    url: str | None
    status: EventStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class Embedded:
    """What a page says in embedded data, by syntax in the order in which syntaxes are believed, then as on the page."""

    organizations: tuple[EmbeddedOrganization, ...]
    events: tuple[EmbeddedEvent, ...]


_NO_ORGANIZATIONS = re.compile(
    r"(?:Person|ContactPoint|PostalAddress|Product|Offer|Posting|Review|Article|Event|WebSite|WebPage|Page|Action"
    r"|CreativeWork|Recording|Rating|Specification)$"
)
_ORGANIZATIONS = frozenset({"Organization", "NGO", "LocalBusiness"})
_TELLING = ("telephone", "email", "address", "openingHours", "openingHoursSpecification", "contactPoint")
_OF_OTHERS = frozenset(
    {
        *(
            "location",
            "organizer",
            "performer",
            "author",
            "sponsor",
            "funder",
            "memberOf",
            "parentOrganization",
            "review",
        ),
        *(
            "itemReviewed",
            "competitor",
            "attendee",
            "worksFor",
            "hiringOrganization",
            "alumniOf",
            "founder",
            "employee",
        ),
        *("member", "contributor", "creator", "seller", "areaServed", "affiliation", "copyrightHolder", "brand"),
    }
)
"""Fields that lead to organizations, places and people other than the one whose page it is."""

_MICROFORMAT_ROOTS = frozenset({"h-card", "h-event", "h-adr", "vcard", "vevent", "adr"})
_OPENGRAPH = {
    "site_name": "name",
    "url": "url",
    "email": "email",
    "phone_number": "telephone",
    "website": "url",
    "street-address": "streetAddress",
    "street_address": "streetAddress",
    "locality": "addressLocality",
    "region": "addressRegion",
    "postal-code": "postalCode",
    "postal_code": "postalCode",
}


def read_embedded(document: RawDocument) -> Embedded:
    """What the page in ``document`` says in embedded data. No bytes raise anything."""
    tree = tree_of(decoded(document))
    organizations: list[EmbeddedOrganization] = []
    events: list[EmbeddedEvent] = []
    for syntax, read in _READERS.items():
        things = _read(read, tree, document.url)
        organizations += _organizations(syntax, things, document.url)
        events += _events(syntax, things, document.url)
    return Embedded(
        organizations=tuple(dict.fromkeys(organizations))[:MAX_FOUND],
        events=tuple(dict.fromkeys(events))[:MAX_VALUES],
    )


def _read(read: Callable[[html.HtmlElement, str], list[Node]], tree: html.HtmlElement, url: str) -> list[Node]:
    try:
        return read(tree, url)
    except Exception:  # readers of other people's, which raise as they please on pages they were not made for
        return []


def _json_ld(tree: html.HtmlElement, _: str) -> list[Node]:
    return from_json(objects_in(tree))


def _microdata(tree: html.HtmlElement, url: str) -> list[Node]:
    scopes = tree.xpath("//*[@itemscope]")
    references = sum(len(scope.get("itemref", "").split()) for scope in scopes)
    if not scopes or references > MAX_ITEM_REFERENCES or not _is_readable_microdata(tree):
        return []
    return from_microdata(MicrodataExtractor().extract_items(tree, url))


def _is_readable_microdata(tree: html.HtmlElement) -> bool:
    """Whether items and values lie in one another no deeper, and are no more, than can be read in a moment."""
    pairs = 0
    for value in tree.xpath("//*[@itemprop]"):
        around = [element for element in value.iterancestors() if "itemprop" in element.attrib]
        pairs += 1 + sum("itemscope" in element.attrib for element in value.iterancestors())
        if pairs > MAX_ITEM_PAIRS or len(around) > MAX_DEPTH:
            return False
    return True


def _microformats(tree: html.HtmlElement, url: str) -> list[Node]:
    cards = [element for element in tree.xpath("//*[@class]") if _has_root(element)]
    outermost = [card for card in cards if not any(map(_has_root, card.iterancestors()))]
    if not outermost or len(cards) > MAX_CARDS:
        return []
    if any(sum(map(_has_root, card.iterancestors())) > MAX_DEPTH for card in cards):
        return []
    markup = "".join(html.tostring(card, encoding="unicode", with_tail=False) for card in outermost)
    if len(markup) > MAX_CARD_MARKUP:
        return []
    return from_microformats(MicroformatExtractor().extract_items(f"<html><body>{markup}", base_url=url))


def _has_root(element: html.HtmlElement) -> bool:
    return not _MICROFORMAT_ROOTS.isdisjoint(element.get("class", "").split())


def _opengraph(tree: html.HtmlElement, _: str) -> list[Node]:
    fields: dict[str, tuple[Node | str, ...]] = {}
    for element in tree.xpath("//meta[@property and @content]"):
        prefix, _, name = element.get("property").strip().rpartition(":")
        field = _OPENGRAPH.get(name)
        if field and prefix in ("og", "business:contact_data", "place") and element.get("content").strip():
            fields.setdefault(field, (element.get("content").strip(),))
    return [Node(("Organization",), fields)] if fields else []


_READERS: dict[Syntax, Callable[[html.HtmlElement, str], list[Node]]] = {
    Syntax.JSON_LD: _json_ld,
    Syntax.MICRODATA: _microdata,
    Syntax.MICROFORMATS: _microformats,
    Syntax.OPENGRAPH: _opengraph,
}


def _walk(things: Iterable[Node], left_out: frozenset[str]) -> Iterator[Node]:
    """``things`` and the things in their fields at any depth, but for fields that are left out."""
    pending = list(things)
    while pending:
        thing = pending.pop(0)
        yield thing
        pending += thing.things(*(name for name in thing.fields if name not in left_out))


def _organizations(syntax: Syntax, things: list[Node], base: str) -> Iterator[EmbeddedOrganization]:
    for thing in _walk(things, _OF_OTHERS):
        if not _is_organization(thing):
            continue
        points = list(thing.things("contactPoint"))
        url = thing.words("url")
        yield EmbeddedOrganization(
            syntax=syntax,
            name=thing.words("name", "legalName"),
            telephone=_first("telephone", thing, points),
            email=_first("email", thing, points),
            address=_address(thing),
            url=whole_address(base, url) if url else None,
            opening=schedules_of(thing),
        )


def _is_organization(thing: Node) -> bool:
    if any(_NO_ORGANIZATIONS.search(one) for one in thing.types) or not thing.types:
        return False
    return not _ORGANIZATIONS.isdisjoint(thing.types) or any(thing.fields.get(name) for name in _TELLING)


def _first(name: str, thing: Node, points: list[Node]) -> str | None:
    return next(filter(None, (one.words(name) for one in (thing, *points))), None)


def _address(thing: Node) -> Address | None:
    """The address in a field, in the thing's own fields, or as one line of words."""
    parts = next(thing.things("address"), thing)
    country = parts.words("addressCountry") or "GB"
    address = Address(
        address_1=parts.words("streetAddress") or (thing.words("address") if parts is thing else None),
        city=parts.words("addressLocality"),
        state_province=parts.words("addressRegion"),
        postal_code=parts.words("postalCode"),
        country=country,
    )
    return address if address != Address(country=country) else None


def _events(syntax: Syntax, things: list[Node], base: str) -> Iterator[EmbeddedEvent]:
    for thing in _walk(things, frozenset()):
        if not any(one.endswith(("Event", "Festival", "CourseInstance")) for one in thing.types):
            continue
        url = thing.words("url")
        yield EmbeddedEvent(
            syntax=syntax,
            name=thing.words("name"),
            on=day_said(thing.words("startDate") or ""),
            until=day_said(thing.words("endDate") or ""),
            location_name=thing.words("location"),
            url=whole_address(base, url) if url else None,
            status=_status(thing.words("eventStatus") or "", thing.words("name") or ""),
        )


def _status(written: str, name: str) -> EventStatus:
    word = f"{written} {name if is_called_off(name) else ''}".lower()
    if "cancel" in word:
        return EventStatus.CANCELLED
    return EventStatus.POSTPONED if "postponed" in word else EventStatus.SCHEDULED
