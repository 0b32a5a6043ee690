"""Embedded data is read from four syntaxes, leniently, with the syntax of each thing."""

import json
from datetime import date

import pytest

from crawlers.watching.embedded import EventStatus
from crawlers.watching.limits import (
    MAX_CARD_MARKUP,
    MAX_CARDS,
    MAX_DEPTH,
    MAX_ITEM_PAIRS,
    MAX_ITEM_REFERENCES,
    MAX_VALUES,
)
from crawlers.watching.nodes import Syntax
from directory.domain.parts import Address
from tests.crawlers.watching.documents import embedded, json_ld

HALL = {
    "@context": "https://schema.org",
    "@type": "NGO",
    "name": "A hall",
    "telephone": "0191 498 0123",
    "email": "info@example.org",
    "url": "/",
    "openingHours": ["Mo-Fr 09:00-17:00"],
    "address": {"@type": "PostalAddress", "streetAddress": "1 High Street", "postalCode": "NE28 9ND"},
}
CONCERT = {
    "@type": "MusicEvent",
    "name": "Concert",
    "startDate": "2026-08-01T19:00:00+01:00",
    "endDate": "2026-08-01T21:00:00+01:00",
    "location": {"@type": "Place", "name": "Another hall", "telephone": "0191 498 0199"},
    "url": "/concert",
}


def test_organization_of_json_ld_is_read() -> None:
    (hall,) = embedded(json_ld(json.dumps(HALL))).organizations

    assert (hall.syntax, hall.name, hall.telephone, hall.email) == (
        Syntax.JSON_LD,
        "A hall",
        "0191 498 0123",
        "info@example.org",
    )
    assert hall.url == "https://www.example.org/"
    assert hall.address == Address(address_1="1 High Street", postal_code="NE28 9ND")
    assert [schedule.byday for schedule in hall.opening] == ["MO,TU,WE,TH,FR"]


def test_event_of_json_ld_is_read_and_its_place_is_no_organization_of_the_page() -> None:
    read = embedded(json_ld(json.dumps(CONCERT)))

    (event,) = read.events
    assert (event.name, event.on, event.until) == ("Concert", date(2026, 8, 1), date(2026, 8, 1))
    assert (event.location_name, event.url) == ("Another hall", "https://www.example.org/concert")
    assert event.status is EventStatus.SCHEDULED
    assert read.organizations == ()


@pytest.mark.parametrize(
    ("written", "status"),
    [
        ("https://schema.org/EventCancelled", EventStatus.CANCELLED),
        ("EventPostponed", EventStatus.POSTPONED),
        ("https://schema.org/EventScheduled", EventStatus.SCHEDULED),
    ],
)
def test_status_of_an_event_is_read(written: str, status: EventStatus) -> None:
    (event,) = embedded(json_ld(json.dumps(CONCERT | {"eventStatus": written}))).events

    assert event.status is status


@pytest.mark.parametrize(
    ("name", "status"),
    [
        ("CANCELLED - Concert", EventStatus.CANCELLED),
        ("Postponed: Concert", EventStatus.POSTPONED),
        ("Songs of a cancelled tour", EventStatus.SCHEDULED),
    ],
)
def test_event_called_off_in_its_name_is_not_held(name: str, status: EventStatus) -> None:
    (event,) = embedded(json_ld(json.dumps(CONCERT | {"name": name}))).events

    assert event.status is status


@pytest.mark.parametrize("start", ["2026", "2026-08", "soon", 2026, None])
def test_event_without_a_whole_date_has_no_day(start: object) -> None:
    (event,) = embedded(json_ld(json.dumps(CONCERT | {"startDate": start}))).events

    assert event.on is None


@pytest.mark.parametrize(
    "text",
    [
        '{"@type": "NGO", "telephone": "0191 498 0123",}',
        '// the hall\n{"@type": "NGO", /* ours */ "telephone": "0191 498 0123"}',
        '<!-- {"@type": "NGO", "telephone": "0191 498 0123"} -->',
        '<![CDATA[{"@type": "NGO", "telephone": "0191 498 0123", /* x */ }]]>',
        '{"@type": "WebSite"}\n{"@type": "NGO", "telephone": "0191 498 0123"};',
        '[{"@type": "WebSite"}, {"@type": "NGO", "telephone": "0191 498 0123"}]',
        '{"@graph": [{"@type": "NGO", "telephone": "0191 498 0123"}]}',
        '{"@type": ["NGO", "LocalBusiness"], "telephone": {"@value": "0191 498 0123"}}',
        '{"@type": "http://schema.org/NGO", "http://schema.org/telephone": "0191 498 0123"}',
        '{"@type": "NGO", "contactPoint": [{"@type": "ContactPoint", "telephone": "0191 498 0123"}]}',
        '{"@type": "WebPage", "publisher": {"@type": "NGO", "telephone": "0191 498 0123"}}',
        '{"@type": "NGO", "telephone": "0191 498 0123", "description": "line\nbreak"}',
        "{&quot;@type&quot;: &quot;NGO&quot;, &quot;telephone&quot;: &quot;0191 498 0123&quot;}",
    ],
)
def test_broken_and_nested_json_ld_is_read_all_the_same(text: str) -> None:
    assert [one.telephone for one in embedded(json_ld(text)).organizations] == ["0191 498 0123"]


def test_number_in_json_is_words() -> None:
    (hall,) = embedded(json_ld('{"@type": "NGO", "telephone": 441914980123, "email": true}')).organizations

    assert (hall.telephone, hall.email) == ("441914980123", None)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "null",
        "{",
        '{"@type": "Person", "telephone": "0191 498 0123"}',
        '{"telephone": "0191 498 0123"}',
        '{"@type": "NGO", "telephone": "0191 498 0123"',
        '{"@type": "Event", "organizer": {"@type": "NGO", "telephone": "0191 498 0123"}}',
        '{"@type": "WebPage", "author": {"@type": "Organization", "telephone": "0191 498 0123"}}',
    ],
)
def test_people_other_bodies_and_ruins_are_no_organizations(text: str) -> None:
    assert embedded(json_ld(text)).organizations == ()


def test_objects_of_a_script_are_not_without_end() -> None:
    objects = "".join(f'{{"@type": "Event", "name": "{number}"}}' for number in range(MAX_VALUES + 1))

    assert len(embedded(json_ld(objects)).events) == MAX_VALUES


def test_json_ld_deeper_than_anybody_writes_is_left_out() -> None:
    deep = '{"a":' * (MAX_DEPTH + 1) + '{"@type":"NGO","telephone":"0191 498 0123"}' + "}" * (MAX_DEPTH + 1)

    assert embedded(json_ld(deep)).organizations == ()
    assert embedded(json_ld("[" * 100_000)).organizations == ()


MICRODATA = """<div itemscope itemtype="https://schema.org/CommunityCenter"><h1 itemprop="name">A hall</h1>
<span itemprop="telephone">0191 498 0123</span><meta itemprop="openingHours" content="Sa 10:00-12:00">
<p itemprop="address" itemscope itemtype="https://schema.org/PostalAddress"><i itemprop="postalCode">NE28 9ND</i></p>
<div itemprop="event" itemscope itemtype="https://schema.org/Event"><b itemprop="name">Concert</b>
<time itemprop="startDate" datetime="2026-08-01T19:00">1 August</time></div></div>"""


def test_microdata_is_read() -> None:
    read = embedded(MICRODATA)

    (hall,) = read.organizations
    assert (hall.syntax, hall.telephone, [one.byday for one in hall.opening]) == (
        Syntax.MICRODATA,
        "0191 498 0123",
        ["SA"],
    )
    assert hall.address == Address(postal_code="NE28 9ND")
    (event,) = read.events
    assert (event.syntax, event.name, event.on) == (Syntax.MICRODATA, "Concert", date(2026, 8, 1))


@pytest.mark.parametrize(
    "around",
    [
        "<i itemprop=x>" * (MAX_DEPTH + 2),
        f"<div itemscope>{'<i itemprop=x></i>' * MAX_ITEM_PAIRS}</div>",
        f"<div itemscope itemref='{'x ' * (MAX_ITEM_REFERENCES + 1)}'></div>",
    ],
)
def test_microdata_that_would_take_too_long_is_left_out(around: str) -> None:
    assert embedded(around + MICRODATA).organizations == ()


def test_syntax_whose_reader_fails_leaves_the_others() -> None:
    broken = "<div itemscope itemtype='https://schema.org/NGO'><a itemprop=url href='http://[bad'>x</a></div>"

    assert [one.syntax for one in embedded(broken + CARD).organizations] == [Syntax.MICROFORMATS]


def test_address_in_a_line_and_a_value_without_properties_are_read() -> None:
    (hall,) = embedded(
        "<div itemscope itemtype='https://schema.org/NGO'><p itemprop=address>1 High Street</p>"
        "<p itemprop=email itemscope>info@example.org</p></div>"
    ).organizations

    assert hall.address == Address(address_1="1 High Street")
    assert hall.email == "info@example.org"


CARD = """<div class="h-card"><span class="p-name p-org">A hall</span> <span class="p-tel">0191 498 0123</span>
<span class="p-adr h-adr"><span class="p-postal-code">NE28 9ND</span></span></div>
<div class="h-event"><b class="p-name">Concert</b> <time class="dt-start" datetime="2026-08-01T19:00">1 August</time>
<span class="p-location">Another hall</span></div>"""


def test_microformats_are_read() -> None:
    read = embedded(CARD)

    (hall,) = read.organizations
    assert (hall.syntax, hall.name, hall.telephone) == (Syntax.MICROFORMATS, "A hall", "0191 498 0123")
    assert hall.address == Address(postal_code="NE28 9ND")
    (event,) = read.events
    assert (event.name, event.on, event.location_name) == ("Concert", date(2026, 8, 1), "Another hall")


def test_old_microformats_are_read() -> None:
    old = "<div class=vevent><span class=summary>Concert</span> <abbr class=dtstart title=2026-08-01>1 Aug</abbr></div>"

    assert [event.on for event in embedded(old).events] == [date(2026, 8, 1)]


@pytest.mark.parametrize(
    "card",
    [
        "<p class=h-card><b class=p-name>Jo Bloggs</b> <b class=p-role>Clerk</b> <b class=p-tel>0191 498 0123</b></p>",
        "<p class=h-card><b class=p-name>Jo Bloggs</b> <b class=p-org>A hall</b> <b class=p-tel>0191 498 0123</b></p>",
    ],
)
def test_card_of_a_person_is_no_organization(card: str) -> None:
    assert embedded(card).organizations == ()


@pytest.mark.parametrize(
    "around",
    [
        "<i class=h-card></i>" * MAX_CARDS,
        "<div class=h-card>" * (MAX_DEPTH + 2),
        f"<div class=h-card>{'x' * MAX_CARD_MARKUP}</div>",
    ],
)
def test_microformats_that_would_take_too_long_are_left_out(around: str) -> None:
    assert embedded(around + CARD).organizations == ()


def test_opengraph_is_read_last() -> None:
    head = (
        '<meta property="og:site_name" content="A hall"><meta property="og:phone_number" content="0191 498 0124">'
        '<meta property="business:contact_data:postal_code" content="NE28 9ND"><meta property="og:email" content=" ">'
        '<meta property="fb:url" content="https://example.com">'
    )

    first, last = embedded(MICRODATA, head).organizations

    assert (first.syntax, last.syntax) == (Syntax.MICRODATA, Syntax.OPENGRAPH)
    assert (last.name, last.telephone, last.email, last.url) == ("A hall", "0191 498 0124", None, None)
    assert last.address == Address(postal_code="NE28 9ND")


def test_page_without_embedded_data_has_none() -> None:
    read = embedded("<p>Tea</p>")

    assert (read.organizations, read.events) == ((), ())
