"""What JavaScript adds to a page of results: places offered, a list refreshed in place, and its map."""

import re

import pytest
from playwright.sync_api import Page, expect
from pytest_playwright.pytest_playwright import CreateContextCallback

from tests.browser.chromium import Width
from tests.browser.conftest import Windows
from tests.site_pages import SitePage

RESULTS = SitePage(name="results with a map", address="/search?q=lunch&near=NE28")
PLACES = "[role=listbox] [role=option]"
PINS = ".leaflet-marker-icon[role=button]"


@pytest.fixture
def unwatched(new_context: CreateContextCallback, site_address: str) -> Page:
    """The page of results in a window where an answer may be an error."""
    page = new_context(base_url=site_address).new_page()
    page.goto(RESULTS.address)
    return page


def loads(page: Page) -> list[str]:
    """Fills up with the addresses of whole pages that ``page`` goes to."""
    gone: list[str] = []
    page.on("request", lambda request: gone.append(request.url) if request.is_navigation_request() else None)
    return gone


def heading(page: Page) -> str:
    return page.locator("main h1").inner_text()


def narrow(page: Page) -> str:
    """Narrow the list by its second facet link, and give the words of the link."""
    link = page.locator("#results nav[aria-labelledby=narrow] a").nth(1)
    words = link.inner_text().split("\n")[0]
    before = heading(page)
    link.focus()
    page.keyboard.press("Enter")
    expect(page.locator("main h1")).not_to_have_text(before)
    return words


def test_a_facet_refreshes_the_list_in_place_and_keeps_the_focus(windows: Windows) -> None:
    page = windows.open(RESULTS)
    gone = loads(page)

    words = narrow(page)

    assert gone == []
    assert "within=2km" in page.url
    assert heading(page).replace("\n", " ") in page.title()
    expect(page.locator("a:focus")).to_contain_text(words)
    expect(page.get_by_role("status").filter(has_text=re.compile("services? for"))).to_have_count(1)


def test_back_and_forward_show_what_was_there_and_nothing_is_stored(windows: Windows) -> None:
    page = windows.open(RESULTS)
    first = heading(page)
    narrow(page)
    second = heading(page)

    page.go_back()
    expect(page.locator("main h1")).to_have_text(first)
    expect(page.locator("#asked select[name=within]")).to_have_value("")
    page.go_forward()
    expect(page.locator("main h1")).to_have_text(second)

    assert page.evaluate("[sessionStorage.length, localStorage.length]") == [0, 0]


def test_the_form_refreshes_the_list_too_and_says_nothing_of_what_was_left_open(windows: Windows) -> None:
    page = windows.open(RESULTS)
    gone = loads(page)

    page.locator("#asked input[name=q]").fill("choir")
    page.locator("#asked button[type=submit]").first.click()

    expect(page.locator("main h1")).to_contain_text("choir")
    assert gone == []
    assert page.url.endswith("/search?q=choir&near=NE28")


def test_what_needs_a_change_is_said_on_a_page_of_its_own(unwatched: Page) -> None:
    page = unwatched
    page.locator("#asked input[name=near]").fill("nowhere at all")

    with page.expect_navigation():
        page.locator("#asked button[type=submit]").first.click()

    expect(page.locator("main h1")).to_have_text("Your search needs a change")


def test_a_list_that_cannot_be_refreshed_stays_and_says_so(unwatched: Page) -> None:
    page = unwatched
    before = heading(page)
    page.route("**/search?*", lambda route: route.fulfill(status=503, body=""))

    page.locator("#results nav[aria-labelledby=narrow] a").nth(1).click()

    expect(page.get_by_role("alert").filter(has_text="could not be refreshed")).to_be_visible()
    assert heading(page) == before


def test_a_service_is_a_page_of_its_own(windows: Windows) -> None:
    page = windows.open(RESULTS)

    with page.expect_navigation():
        page.locator("#card-1 a").first.click()

    assert "/services/" in page.url


def test_a_place_is_chosen_by_keyboard_from_those_that_begin_so(windows: Windows) -> None:
    page = windows.open(RESULTS)
    field = page.get_by_role("combobox", name="Postcode or place")
    field.fill("")

    field.press_sequentially("wallsen")
    expect(page.locator(PLACES).first).to_be_visible()
    field.press("ArrowDown")
    expect(page.locator(f"{PLACES}[aria-selected=true]")).to_contain_text("Wallsend")
    assert field.get_attribute("aria-activedescendant") == page.locator(PLACES).first.get_attribute("id")
    field.press("Enter")

    expect(field).to_have_value("Wallsend")
    expect(field).to_have_attribute("aria-expanded", "false")
    assert page.url.endswith("near=NE28")


def test_escape_closes_the_places_and_leaves_what_was_typed(windows: Windows) -> None:
    page = windows.open(RESULTS)
    field = page.get_by_role("combobox", name="Postcode or place")
    field.fill("")
    field.press_sequentially("wallsen")
    expect(page.locator(PLACES).first).to_be_visible()

    field.press("Escape")

    expect(page.locator(PLACES)).to_have_count(0)
    expect(field).to_have_value("wallsen")


def test_enter_searches_where_no_place_was_chosen(windows: Windows) -> None:
    page = windows.open(RESULTS)
    field = page.get_by_role("combobox", name="Postcode or place")
    field.fill("")
    field.press_sequentially("Tynemouth")
    expect(page.locator(PLACES).first).to_be_visible()

    field.press("Enter")

    expect(page.locator("main h1")).to_contain_text("Tynemouth")


def test_a_whole_postcode_that_is_typed_is_asked_about_as_its_sector(windows: Windows) -> None:
    page = windows.open(RESULTS)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    field = page.get_by_role("combobox", name="Postcode or place")
    field.fill("")

    with page.expect_response("**/places.json*"):
        field.fill("NE28 9ND")

    assert [address for address in asked if "9ND" in address] == []


def test_pins_have_the_numbers_of_the_cards_and_lead_to_them(windows: Windows) -> None:
    page = windows.open(RESULTS)
    pins = page.locator(PINS)
    expect(pins.first).to_be_visible()

    told = [words or "" for words in pins.evaluate_all("all => all.map(each => each.getAttribute('aria-label'))")]
    placed = page.locator("[data-number][data-lat]").count()
    alone = [int(words.split(":")[0]) for words in told if ":" in words and "close together" not in words]
    together = [int(one) for words in told if "close together" in words for one in re.findall(r"\d+", words)[1:]]
    assert sorted(alone + together) == sorted(
        int(number)
        for number in page.locator("[data-number][data-lat]").evaluate_all(
            "all => all.map(each => each.dataset.number)"
        )
    )
    assert len(alone) + len(together) == placed

    page.locator(f"{PINS}[aria-label^='{alone[0]}:']").press("Enter")
    expect(page.locator(f"#card-{alone[0]} a").first).to_be_focused()


def test_a_card_in_focus_lights_up_its_pin(windows: Windows) -> None:
    page = windows.open(RESULTS)
    expect(page.locator(PINS).first).to_be_visible()

    page.locator("[data-number][data-lat] a").first.focus()

    expect(page.locator(f"{PINS}.is-hot")).to_have_count(1)


def test_what_has_no_place_is_listed_under_the_map(windows: Windows) -> None:
    page = windows.open(RESULTS)

    unplaced = page.locator(".sp-unplaced li")

    expect(unplaced).to_have_count(page.locator("[data-number]:not([data-lat])").count())


def test_the_map_is_drawn_anew_with_the_list(windows: Windows) -> None:
    page = windows.open(RESULTS)
    expect(page.locator(PINS).first).to_be_visible()

    narrow(page)

    expect(page.locator(PINS).first).to_be_visible()
    assert page.locator(".leaflet-container").count() == 1


def test_on_a_phone_list_and_map_take_turns(windows: Windows) -> None:
    page = windows.open(RESULTS, width=Width.PHONE)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    expect(page.locator("#card-1")).to_be_visible()
    expect(page.locator("#map")).to_be_hidden()

    # Who never turns to the map does not pay for it.
    page.reload()
    expect(page.get_by_role("button", name="Map", exact=True)).to_be_visible()
    assert [address for address in asked if address.endswith("leaflet.js")] == []

    page.get_by_role("button", name="Map", exact=True).click()

    expect(page.locator("#map")).to_be_visible()
    expect(page.locator("#card-1")).to_be_hidden()
    expect(page.locator(PINS).first).to_be_visible()
    assert len([address for address in asked if address.endswith("leaflet.js")]) == 1


def test_without_the_script_of_the_map_the_list_stands_alone(unwatched: Page) -> None:
    unwatched.route("**/leaflet.js", lambda route: route.abort())

    with unwatched.expect_event("requestfailed", lambda request: request.url.endswith("leaflet.js")):
        unwatched.reload()

    expect(unwatched.locator("#map-part")).to_be_hidden()
    expect(unwatched.get_by_role("button", name="Map", exact=True)).to_have_count(0)
    expect(unwatched.locator("#card-1")).to_be_visible()


@pytest.mark.parametrize("width", [Width.PHONE, Width.DESK])
def test_without_scripts_there_is_no_empty_map_and_no_button_that_does_nothing(windows: Windows, width: Width) -> None:
    page = windows.open(RESULTS, width=width, has_scripts=False)

    expect(page.locator("#map")).to_be_hidden()
    expect(page.get_by_role("combobox", name="Postcode or place")).to_have_count(0)
    expect(page.get_by_role("button", name="Map", exact=True)).to_have_count(0)
    expect(page.locator("#card-1")).to_be_visible()
