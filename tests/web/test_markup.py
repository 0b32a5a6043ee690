"""What every page of the site must be as a document: valid HTML, each field labelled, each reference resolved."""

import html5lib
import pytest
from lxml.html import HtmlElement, document_fromstring

from tests.site_pages import NOT_PAGES, SITE_PAGES, SitePage, endpoints_of, endpoints_read
from tests.web.desk import Site
from tests.web.markup import Markup

every_page = pytest.mark.parametrize("site_page", SITE_PAGES, ids=str)

REFERENCES = (
    "for",
    "form",
    "list",
    "aria-labelledby",
    "aria-describedby",
    "aria-controls",
    "aria-owns",
    "aria-details",
)
"""Attributes that name other elements of the page by their ids."""

FIELDS = "//input[not(@type='hidden' or @type='submit')] | //select | //textarea"
CLICKED = "//a[@href] | //button | //summary"


def drawn(site: Site, page: SitePage) -> str:
    """The page as it is sent."""
    answer = site.client.get(page.address)
    assert answer.status_code == page.status
    return answer.text


def line(element: HtmlElement) -> str:
    """An element as a failure names it."""
    return f"<{element.tag} {dict(element.attrib)}>"


def has_words(element: HtmlElement) -> bool:
    """Whether it says what it is, in words or in a label."""
    return bool(element.text_content().strip() or element.get("aria-label") or element.get("aria-labelledby"))


def test_every_route_is_in_the_list_of_pages_or_of_what_is_no_page(demonstration_site: Site) -> None:
    listed = endpoints_of(demonstration_site.app, SITE_PAGES)

    # A new page is to be added to SITE_PAGES of tests/site_pages.py, so that all checks of pages look at it.
    assert listed | set(NOT_PAGES) == endpoints_read(demonstration_site.app)
    assert listed & set(NOT_PAGES) == set()


@every_page
def test_a_page_is_read_without_an_error(demonstration_site: Site, site_page: SitePage) -> None:
    parser = html5lib.HTMLParser(strict=False)

    parser.parse(drawn(demonstration_site, site_page))

    assert [(position, code) for position, code, _ in parser.errors] == []


@every_page
def test_a_page_is_sound_markup(demonstration_site: Site, site_page: SitePage) -> None:
    assert Markup(drawn(demonstration_site, site_page)).faults == []


@every_page
def test_whatever_a_page_refers_to_is_there(demonstration_site: Site, site_page: SitePage) -> None:
    root = document_fromstring(drawn(demonstration_site, site_page))
    ids = set(root.xpath("//@id"))

    dangling = [
        line(element)
        for name in REFERENCES
        for element in root.xpath(f"//*[@{name}]")
        if not set(element.get(name, "").split()) <= ids
    ]

    assert dangling == []


@every_page
def test_every_field_has_one_label_with_words(demonstration_site: Site, site_page: SitePage) -> None:
    root = document_fromstring(drawn(demonstration_site, site_page))
    labels = {element.get("for"): element.text_content().strip() for element in root.xpath("//label[@for]")}

    assert [line(field) for field in root.xpath(FIELDS) if not labels.get(field.get("id"))] == []
    assert len(labels) == len(root.xpath("//label"))


@every_page
def test_whatever_is_clicked_says_what_it_does(demonstration_site: Site, site_page: SitePage) -> None:
    root = document_fromstring(drawn(demonstration_site, site_page))

    # A button that is hidden and disabled only keeps Enter from pressing another.
    silent = [
        line(element) for element in root.xpath(CLICKED) if not (has_words(element) or "hidden" in element.attrib)
    ]

    assert silent == []
    assert root.xpath("//img[not(@alt)]") == []
    assert root.xpath("//a//a | //a//button | //button//a") == []


@every_page
def test_a_page_says_its_language_and_has_one_main_part(demonstration_site: Site, site_page: SitePage) -> None:
    root = document_fromstring(drawn(demonstration_site, site_page))

    assert root.get("lang")
    assert len(root.xpath("//main")) == 1
    assert root.xpath("//head/title")[0].text_content().strip()
    assert root.xpath("string(//meta[@name='viewport']/@content)") == "width=device-width, initial-scale=1"


def test_no_two_pages_have_the_same_title(demonstration_site: Site) -> None:
    pages = {page.address.partition("?")[0]: page for page in SITE_PAGES if page.status == 200}
    titles = [document_fromstring(drawn(demonstration_site, page)).findtext(".//title") for page in pages.values()]

    assert sorted(set(titles)) == sorted(titles)
