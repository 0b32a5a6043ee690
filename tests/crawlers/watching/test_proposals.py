"""Changes are proposed where the page says something else than the catalogue, and does not say the same as well."""

import json
from datetime import time

import pytest

from crawlers.watching.contacts import read_contacts
from crawlers.watching.embedded import read_embedded
from crawlers.watching.limits import MAX_SNIPPET
from crawlers.watching.nodes import Syntax
from crawlers.watching.page import read_page
from crawlers.watching.proposals import Confidence, Known, ProposedChange, propose
from directory.domain.corrections import Field
from directory.domain.parts import Frequency, Schedule
from directory.domain.postcode import Postcode
from tests.crawlers.watching.documents import URL, document, html, json_ld

TUESDAYS = Schedule(freq=Frequency.WEEKLY, byday="TU", opens_at=time(14), closes_at=time(16))
SITE = "https://example.org/"


def proposed(body: str, known: Known, head: str = "", url: str = URL) -> list[ProposedChange]:
    """What a page with that body would change."""
    fetched = document(html(body, head), url)
    reading = read_page(fetched)
    return propose(reading, read_contacts(reading), read_embedded(fetched), known)


def of(field: Field, changes: list[ProposedChange]) -> list[ProposedChange]:
    """The changes of one field."""
    return [change for change in changes if change.field is field]


def test_page_that_says_what_is_known_proposes_nothing() -> None:
    body = (
        "<p>Tel: 0191 498 0123, info@example.org, NE28 9ND</p><p>We meet every Tuesday 2-4pm in the hall.</p>"
        + json_ld('{"@type": "Event", "startDate": "2026-08-01"}')
    )
    known = Known(
        phones=("+441914980123",),
        emails=("Info@example.org",),
        postcodes=(Postcode("NE28", "9ND"),),
        website=SITE,
        schedules=(TUESDAYS,),
    )

    assert proposed(body, known) == []


def test_new_telephone_number_is_proposed_with_the_words_that_say_it() -> None:
    (change,) = proposed("<p>Tea.</p><p>Please ring 0191 498 0124 for a place.</p>", Known(phones=("0191 498 0123",)))

    assert change == ProposedChange(
        field=Field.PHONE,
        before="0191 498 0123",
        after="+441914980124",
        words="Please ring 0191 498 0124 for a place.",
        url=URL,
        said_in=Syntax.LABELLED,
        confidence=Confidence.MEDIUM,
    )


@pytest.mark.parametrize("known", ["0191 498 0123", "+441914980123", "(0191) 4980123"])
@pytest.mark.parametrize("shown", ["0191 4980 123", "+44 191 498 0123", "01914 980123", "Fax 0191 498 0123"])
def test_page_that_still_shows_the_known_number_proposes_no_other(known: str, shown: str) -> None:
    assert proposed(f"<p>Tel: 0191 498 0199 or {shown}</p>", Known(phones=(known,))) == []


def test_mobile_and_address_of_a_person_are_never_proposed() -> None:
    card = {"@type": "NGO", "telephone": "07700 900123", "email": "jo.bloggs@example.org"}
    body = "<p>Call Jo on 07700 900124 or jo@example.org or lunch@gmail.com</p>" + json_ld(json.dumps(card))

    assert proposed(body, Known(phones=("0191 498 0123",), emails=("info@example.org",))) == []


def test_surest_syntax_wins() -> None:
    said = [
        ("<p>It is 0191 498 0120</p>", Syntax.PATTERN, Confidence.LOW),
        ("<p>Tel 0191 498 0121</p>", Syntax.LABELLED, Confidence.MEDIUM),
        (
            "<div class=h-card><b class=p-name>Hall</b><b class=p-tel>0191 498 0122</b></div>",
            Syntax.MICROFORMATS,
            Confidence.MEDIUM,
        ),
        (
            "<div itemscope itemtype='https://schema.org/NGO'><b itemprop=telephone>0191 498 0123</b></div>",
            Syntax.MICRODATA,
            Confidence.HIGH,
        ),
        (json_ld('{"@type": "NGO", "telephone": "0191 498 0124"}'), Syntax.JSON_LD, Confidence.HIGH),
    ]
    for count in range(1, len(said) + 1):
        (change,) = of(Field.PHONE, proposed("".join(body for body, _, _ in said[:count]), Known()))

        assert (change.after[-1], change.said_in, change.confidence) == (str(count - 1), *said[count - 1][1:])


def test_new_email_address_is_proposed() -> None:
    (change,) = proposed("<p>Write to office@example.org</p>", Known(emails=("info@example.org",)))

    assert (change.field, change.before, change.after) == (Field.EMAIL, "info@example.org", "office@example.org")


@pytest.mark.parametrize(
    "shown", ["info@example.org", "<a href='mailto:INFO@example.org'>x</a>", "info [at] example [dot] org"]
)
def test_page_that_still_shows_the_known_address_proposes_no_other(shown: str) -> None:
    assert proposed(f"<p>office@example.org</p><p>{shown}</p>", Known(emails=("info@example.org",))) == []


def test_email_address_in_embedded_data_is_proposed_if_it_is_one() -> None:
    body = json_ld('[{"@type": "NGO", "email": "see below"}, {"@type": "NGO", "email": "mailto:office@example.org"}]')

    assert [change.after for change in proposed(body, Known())] == ["office@example.org"]


def test_new_postcode_is_proposed() -> None:
    body = json_ld(
        '[{"@type": "NGO", "address": {"postalCode": "NE28"}}, {"@type": "NGO", "address": {"postalCode": "NE289NE"}}]'
    )

    (change,) = proposed(body, Known(postcodes=(Postcode("NE28", "9ND"),)))

    assert (change.before, change.after, change.words) == ("NE28 9ND", "NE28 9NE", "postcode: NE28 9NE")


@pytest.mark.parametrize(
    ("head", "url", "after"),
    [
        ("", "https://www.example.com/", "https://www.example.com/"),
        ("<link rel=canonical href='https://example.com/a'>", "https://example.org/", "https://example.com/a"),
        ("<meta property=og:url content='https://example.com/b'>", "https://example.org/", "https://example.com/b"),
        ("<meta property=og:url content='https://facebook.com/b'>", "https://example.com/", "https://example.com/"),
    ],
)
def test_site_that_moved_is_proposed(head: str, url: str, after: str) -> None:
    (change,) = proposed("<p>Tea</p>", Known(website=SITE), head, url)

    assert (change.field, change.before, change.after) == (Field.WEBSITE, SITE, after)


@pytest.mark.parametrize(
    ("head", "url"),
    [
        ("", "http://www.example.org/other"),
        ("<link rel=canonical href='https://example.org/'>", "https://example.com/"),
        ("<meta property=og:url content='https://facebook.com/b'>", "https://example.org/"),
    ],
)
def test_site_that_is_still_named_has_not_moved(head: str, url: str) -> None:
    assert proposed("<p>Tea</p>", Known(website="example.org"), head, url) == []


def test_site_of_a_body_without_one_is_not_guessed() -> None:
    assert proposed("<p>Tea</p>", Known()) == []


@pytest.mark.parametrize(
    ("body", "said_in", "after"),
    [
        (json_ld('{"@type": "NGO", "openingHours": "Th 14:00-16:00"}'), Syntax.JSON_LD, "Thu 14:00-16:00"),
        ("<p>Opening times: Thursday 2-4pm</p>", Syntax.LABELLED, "Thu 14:00-16:00"),
        (
            "<p>Opening hours</p><p>Monday 2-4pm</p><p>Thursday 2-4pm</p><p>Tea</p>",
            Syntax.LABELLED,
            "Mon 14:00-16:00; Thu 14:00-16:00",
        ),
        ("<p>The group meets every Thursday 2-4pm in the hall.</p>", Syntax.PATTERN, "Thu 14:00-16:00"),
    ],
)
def test_new_times_are_proposed(body: str, said_in: Syntax, after: str) -> None:
    (change,) = proposed(body, Known(schedules=(TUESDAYS,)))

    assert (change.field, change.before, change.after) == (Field.OPENING_TIMES, "Tue 14:00-16:00", after)
    assert change.said_in is said_in


def test_times_that_are_grouped_otherwise_are_the_same() -> None:
    known = (TUESDAYS, Schedule(freq=Frequency.WEEKLY, byday="TH", opens_at=time(14), closes_at=time(16)))

    assert proposed(json_ld('{"@type": "NGO", "openingHours": "Tu,Th 14:00-16:00"}'), Known(schedules=known)) == []


def test_label_of_times_without_times_is_nothing() -> None:
    assert proposed("<p>Opening times: by appointment</p><p>Opening times</p>", Known()) == []


def test_page_that_needs_its_scripts_proposes_nothing() -> None:
    assert proposed("<script src=a.js></script><p>Tel 0191 498 0123</p>", Known()) == []


def test_page_that_may_not_be_quoted_is_not_quoted() -> None:
    (change,) = proposed("<p>Tel 0191 498 0123</p>", Known(), "<meta name=robots content=noindex>")

    assert (change.after, change.words) == ("+441914980123", "")


def test_words_are_short() -> None:
    (change,) = proposed(f"<p>{'Please ring ' * 50}0191 498 0123</p>", Known())

    assert 0 < len(change.words) <= MAX_SNIPPET
