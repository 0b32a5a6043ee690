"""Pages of other languages: said to be so, whole at every width, read from their side, a link away from each other."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.chromium import Width
from tests.browser.conftest import Windows
from tests.browser.test_every_page import ALL_RULES, violations
from tests.site_pages import CRISIS, HOME, RESULTS, SERVICE, SitePage
from web.language.languages import ENGLISH, LANGUAGES, OTHERS, Language

*_, URDU = OTHERS
PAGES = (HOME, RESULTS, SERVICE, CRISIS)
AXE = (*((language, HOME) for language in OTHERS), *((URDU, page) for page in PAGES[1:]))
"""The language from the right on each, as it is drawn otherwise; the rest differ in little but words."""

every_language = pytest.mark.parametrize("language", OTHERS, ids=lambda language: language.code)
LEAST_TARGET = 24
"""How wide and high what is pressed must be, in CSS pixels: WCAG 2.2 asks for that much."""


def in_language(page: SitePage, language: Language) -> SitePage:
    """The same page as ``language`` has it."""
    return SitePage(name=page.name, address=f"/{language.code}{page.address}", status=page.status)


def choose(window: Page, language: Language) -> None:
    """Follow the link of a language at the top of the page."""
    link = window.get_by_role("banner").get_by_role("link", name=language.name, exact=True)
    if not link.is_visible():
        window.locator(".sp-langs-open").click()
    link.click()


@every_language
def test_a_page_says_its_language_and_fits_the_window(windows: Windows, language: Language) -> None:
    window = windows.open(width=Width.SMALLEST)

    said, wider = set(), []
    for page in PAGES:
        window.goto(in_language(page, language).address)
        said.add(window.evaluate("[document.documentElement.lang, document.documentElement.dir].join()"))
        wide = window.evaluate("document.documentElement.scrollWidth")
        wider += [f"{page}: {wide}"] if wide > Width.SMALLEST else []

    assert said == {f"{language.code},{language.direction}"}
    assert wider == []


@pytest.mark.parametrize(("language", "page"), AXE, ids=lambda one: getattr(one, "code", None) or str(one))
def test_axe_finds_nothing(windows: Windows, language: Language, page: SitePage) -> None:
    window = windows.open(in_language(page, language), width=Width.PHONE)

    assert violations(window, ALL_RULES) == []


@pytest.mark.parametrize("width", [Width.PHONE, Width.DESK])
def test_a_search_is_read_in_another_language_and_back_without_scripts(windows: Windows, width: Width) -> None:
    window = windows.open(RESULTS, width=width, has_scripts=False)
    groups = window.locator("main ol a[href*='/services/']")
    first = groups.first.text_content()

    choose(window, URDU)
    expect(window).to_have_url(re.compile(re.escape(in_language(RESULTS, URDU).address)))
    assert groups.first.text_content() == first
    groups.first.click()
    expect(window).to_have_url(re.compile(f"/{URDU.code}/services/"))
    window.go_back()
    choose(window, ENGLISH)

    expect(window).to_have_url(re.compile(f"[0-9]{re.escape(RESULTS.address)}"))
    assert groups.first.text_content() == first


@pytest.mark.parametrize("width", [Width.SMALLEST, Width.PHONE, Width.TABLET, Width.DESK])
def test_every_language_is_found_by_its_own_name(windows: Windows, width: Width) -> None:
    window = windows.open(CRISIS, width=width)
    choice = window.locator("#languages")
    if not choice.is_visible():
        opens = window.get_by_role("button", name="Languages")
        box = opens.bounding_box()
        assert box is not None
        assert min(box["width"], box["height"]) >= 44
        opens.focus()
        window.keyboard.press("Enter")

    names = choice.get_by_role("listitem").all_text_contents()
    boxes = [link.bounding_box() for link in choice.get_by_role("link").all()]

    assert [name.strip() for name in names] == [language.name for language in LANGUAGES.values()]
    assert all(box and min(box["width"], box["height"]) >= LEAST_TARGET for box in boxes)


IN_ORDER = r"""all => all.map(link => {
  const texts = document.createTreeWalker(link, NodeFilter.SHOW_TEXT), edges = [];
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    for (const {index} of text.data.matchAll(/\d/g)) {
      const sign = new Range();
      sign.setStart(text, index);
      sign.setEnd(text, index + 1);
      edges.push(sign.getBoundingClientRect().x);
    }
  }
  return edges.every((edge, at) => !at || edges[at - 1] < edge);
})"""
"""Whether the figures of each link stand from left to right."""


def test_numbers_and_drawings_keep_their_order_where_words_run_from_the_right(windows: Windows) -> None:
    window = windows.open(in_language(CRISIS, URDU))
    told = []
    for page in (HOME, SERVICE, CRISIS):
        window.goto(in_language(page, URDU).address)
        told += window.locator("main a[href^='tel:']:visible").evaluate_all(IN_ORDER)
    window.goto(in_language(SERVICE, URDU).address)
    drawing = window.locator("svg[aria-labelledby^=tl-title]")

    assert len(told) > 20
    assert all(told)
    assert drawing.evaluate("drawing => getComputedStyle(drawing).direction") == "ltr"
