"""What each person comes for, as they would do it, in no more clicks than they have patience for.

| who | errand | clicks |
|---|---|---|
| link worker | a service near a postcode that takes this person | 4 |
| link worker | say that a service has closed | 2 |
| link worker | why we think that a service runs | 1 |
| receptionist | the numbers to ring in a crisis | 1 |
| moderator | one decision, by keyboard | 1 |
"""

from urllib.parse import urlsplit

import pytest
from flask import Flask
from playwright.sync_api import Locator, Page

from tests.browser.chromium import Width
from tests.browser.conftest import Windows
from tests.browser.journey import Journey, Record
from tests.site_pages import CLOSED_SERVICE, HOME, SERVICE
from tests.web.desk import Site

with_and_without_scripts = pytest.mark.parametrize("has_scripts", [True, False], ids=["scripts", "no scripts"])


def spoken(has_scripts: bool) -> str:
    return "with scripts" if has_scripts else "without scripts"


def search_field(page: Page, name: str) -> Locator:
    return page.locator(f"form[role=search] [name={name}]")


def first_result(page: Page) -> Locator:
    return page.locator("main ol a[href^='/services/']").first


def submit(page: Page) -> Locator:
    return page.locator("form[role=search] button[type=submit]").first


@with_and_without_scripts
def test_a_link_worker_finds_a_service_that_takes_this_person(
    windows: Windows, demonstration_site: Site, record_property: Record, has_scripts: bool
) -> None:
    page = windows.open(has_scripts=has_scripts)
    errand = f"a service near a postcode that takes this person, {spoken(has_scripts)}"
    journey = Journey(page, "link worker", errand, most_clicks=4)

    journey.opens(HOME.address)
    journey.types(search_field(page, "q"), "company")
    journey.types(search_field(page, "near"), "NE28 9ND")
    journey.presses(submit(page))
    journey.presses(page.get_by_text("Who is it for?"))
    journey.types(search_field(page, "age"), "72")
    journey.presses(page.get_by_role("button", name="Search for this person"))
    page.wait_for_url("**age=72**")
    found = demonstration_site.client.get(f"/search.json?{urlsplit(page.url).query}").json
    assert found is not None
    takes_them = next(one["id"] for one in found["results"] if one["eligible"] == "yes")
    journey.presses(page.locator(f"main a[href^='/services/{takes_them}']").first)
    page.wait_for_url(f"**/{takes_them}*")

    journey.arrives(page.locator("main h1"), record_property)


def test_a_link_worker_finds_it_by_one_sentence_on_a_phone(windows: Windows, record_property: Record) -> None:
    page = windows.open(width=Width.PHONE)
    journey = Journey(page, "link worker", "the same by one sentence, on a phone", most_clicks=4)

    journey.opens(HOME.address)
    journey.types(search_field(page, "q"), "lunch club near NE28 9ND for over 65s")
    journey.strikes("Enter")
    journey.presses(first_result(page))

    journey.arrives(page.locator("main h1"), record_property)
    assert "/services/" in page.url


def test_a_link_worker_finds_it_by_the_keyboard_alone(windows: Windows, record_property: Record) -> None:
    page = windows.open()
    journey = Journey(page, "link worker", "a service, by the keyboard alone", most_clicks=4)

    journey.opens(HOME.address)
    tab_to(page, "[name=q]")
    page.keyboard.type("singing")
    tab_to(page, "[name=near]")
    page.keyboard.type("NE28")
    journey.typed = 2
    journey.strikes("Enter")
    page.wait_for_url("**/search?*")
    tab_to(page, "main ol a[href^='/services/']")
    journey.strikes("Enter")
    page.wait_for_url("**/services/*")

    journey.arrives(page.locator("main h1"), record_property)


def tab_to(page: Page, selector: str) -> None:
    """Press Tab until what ``selector`` names has the focus."""
    for _ in range(MOST_TABS):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"{MOST_TABS} times Tab did not come to {selector}")


MOST_TABS = 60
"""Past the header, the search form and its answers; more would try anybody's patience."""


@with_and_without_scripts
def test_a_link_worker_says_that_a_service_has_closed(
    windows: Windows, own_address: str, record_property: Record, has_scripts: bool
) -> None:
    page = windows.open(address=own_address, has_scripts=has_scripts)
    journey = Journey(page, "link worker", f"say that a service has closed, {spoken(has_scripts)}", most_clicks=2)

    journey.opens(SERVICE.address)
    journey.presses(page.locator("button[name=what][value=closed]"))

    journey.arrives(page.get_by_role("heading", name="Thank you for telling us"), record_property)


def test_a_link_worker_reads_why_we_think_that_a_service_runs(windows: Windows, record_property: Record) -> None:
    page = windows.open()
    journey = Journey(page, "link worker", "why we think that a service runs", most_clicks=1)

    journey.opens(SERVICE.address)
    journey.presses(page.get_by_role("main").get_by_role("link", name="How we know").first)

    journey.arrives(page.get_by_role("heading", name="Is it still running?"), record_property)


def test_a_closed_service_leads_to_a_living_one(windows: Windows, record_property: Record) -> None:
    page = windows.open()
    journey = Journey(page, "link worker", "where to go instead of what has closed", most_clicks=1)

    journey.opens(CLOSED_SERVICE.address)
    instead = page.get_by_role("region", name="Go to one of these instead").get_by_role("link").first
    journey.presses(instead)

    journey.arrives(page.locator("main h1"), record_property)
    assert CLOSED_SERVICE.address not in page.url


@pytest.fixture
def crisis_address(demonstration_site: Site) -> str:
    """The page of what to do in a crisis."""
    return address_of(demonstration_site.app, "/crisis")


def address_of(app: Flask, path: str) -> str:
    if not app.url_map.bind("localhost").test(path):
        pytest.skip(f"there is no page at {path} yet")
    return path


@with_and_without_scripts
def test_a_receptionist_finds_whom_to_ring_in_a_crisis(
    windows: Windows, crisis_address: str, record_property: Record, has_scripts: bool
) -> None:
    page = windows.open(width=Width.PHONE, has_scripts=has_scripts)
    journey = Journey(page, "receptionist", f"whom to ring in a crisis, {spoken(has_scripts)}", most_clicks=1)

    journey.opens(HOME.address)
    journey.presses(page.locator(f"a[href^='{crisis_address}']:visible").first)

    journey.arrives(page.locator("a[href='tel:999']:visible").first, record_property)
    assert page.locator("main a[href^='tel:']").count() > 3


def test_a_receptionist_finds_whom_to_ring_without_a_network(
    windows: Windows, crisis_address: str, record_property: Record
) -> None:
    page = windows.open()
    page.goto(crisis_address)
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    page.context.set_offline(True)
    journey = Journey(page, "receptionist", "the same without a network", most_clicks=1)

    journey.opens(crisis_address)

    journey.arrives(page.locator("a[href='tel:999']:visible").first, record_property)


def test_without_a_network_the_crisis_page_is_in_the_language_it_was_read_in(
    windows: Windows, crisis_address: str, record_property: Record
) -> None:
    page = windows.open()
    page.goto(f"/cy{crisis_address}")
    page.evaluate(UNTIL_KEPT_IN_WELSH)
    page.context.set_offline(True)
    journey = Journey(page, "receptionist", "the same in another language", most_clicks=1)

    journey.opens(f"/cy{crisis_address}")
    assert page.locator("html").get_attribute("lang") == "cy"
    journey.arrives(page.locator("a[href='tel:999']:visible").first, record_property)

    page.goto(f"/ur{crisis_address}")
    assert page.locator("html").get_attribute("lang") == "en-GB"
    page.locator("a[href='tel:999']:visible").first.wait_for()


UNTIL_KEPT_IN_WELSH = """async () => {
    const isReady = async () => {
        const workers = await navigator.serviceWorker.getRegistrations();
        const kept = await caches.match("/cy/crisis?copy=saved");
        return kept && workers.length === 5 && workers.every((one) => one.active?.state === "activated");
    };
    while (!(await isReady())) await new Promise((soon) => setTimeout(soon, 20));
}"""


def test_a_moderator_decides_by_the_keyboard(windows: Windows, own_address: str, record_property: Record) -> None:
    page = windows.open(address=own_address)
    journey = Journey(page, "moderator", "one decision, by the keyboard", most_clicks=1)

    journey.opens("/check")
    tab_to(page, "[name=by]")
    page.keyboard.type("Pat")
    journey.typed = 1
    tab_to(page, "button[name=answer][value=runs]")
    journey.strikes("Enter")

    journey.arrives(page.get_by_role("status").get_by_text("Saved."), record_property)
