"""What search engines are told: the living services that somebody listed, whole addresses, nothing about a person."""

from xml.etree import ElementTree as ET

import pytest
from flask.testing import FlaskClient

from tests.web import world
from web.browse.sitemap import LEFT_ALONE, parts_of
from web.config import SITEMAP_ADDRESSES
from web.language.languages import LANGUAGES

NAMESPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def locations(client: FlaskClient, path: str) -> list[str]:
    """The addresses in a file of the map."""
    answer = client.get(path)
    assert answer.mimetype == "application/xml"
    return [one.text or "" for one in ET.fromstring(answer.data).iter(f"{NAMESPACE}loc")]


def path_of(address: str) -> str:
    """The address without the host."""
    assert address.startswith("http://localhost/")
    return address.removeprefix("http://localhost")


def test_every_address_of_the_map_leads_to_a_page(client: FlaskClient) -> None:
    files = locations(client, "/sitemap.xml")
    pages = [page for file in files for page in locations(client, path_of(file))]

    assert len(pages) > 10
    for page in pages:
        answer = client.get(path_of(page))
        assert answer.status_code == 200
        assert "noindex" not in answer.text


def test_the_map_has_living_services_that_somebody_listed_and_no_others(client: FlaskClient) -> None:
    services = {address.rpartition("/")[2] for address in locations(client, "/sitemap-services.xml")}

    assert {world.CHOIR, world.REFUGE, world.LIVING_BAND} <= services
    assert services.isdisjoint({world.FADING_BAND, world.CLOSED_BAND, world.VANISHED, world.TRUST_IN_REGISTER})


def test_a_service_that_was_confirmed_says_when(client: FlaskClient) -> None:
    page = ET.fromstring(client.get("/sitemap-services.xml").data)
    changed = {one[0].text: one.findtext(f"{NAMESPACE}lastmod") for one in page}

    assert changed[f"http://localhost/services/{world.LIVING_BAND}"] == "2026-11-03"
    assert changed[f"http://localhost/services/{world.LUNCH}"] is None


def test_the_files_of_a_cut_map_hold_together_what_one_would(client: FlaskClient) -> None:
    parts = list(parts_of(100_000))
    pages = [page for part in parts[1:] for page in locations(client, f"/sitemap-{part}.xml")]

    assert len(parts) == 17
    assert sorted(pages) == sorted(locations(client, "/sitemap-services.xml"))


@pytest.mark.parametrize(("services", "files"), [(0, 1), (40_000, 1), (40_001, 16), (640_001, 256), (1_000_000, 256)])
def test_no_file_is_filled_to_what_the_protocol_allows(services: int, files: int) -> None:
    assert len(list(parts_of(services))) == files + 1
    assert services / files < SITEMAP_ADDRESSES


@pytest.mark.parametrize("part", ["nothing", "services-", "services-g", "services-0A", "services-000000000"])
def test_there_are_no_other_files(client: FlaskClient, part: str) -> None:
    assert client.get(f"/sitemap-{part}.xml").status_code == 404


def test_what_is_about_a_person_is_to_be_left_alone(client: FlaskClient) -> None:
    answer = client.get("/robots.txt")

    assert answer.mimetype == "text/plain"
    lines = answer.text.splitlines()
    assert lines[0] == "User-agent: *"
    assert {f"Disallow: {path}" for path in LEFT_ALONE} < set(lines)
    assert {"Disallow: /search", "Disallow: /check", "Disallow: /reports/"} < set(lines)
    assert lines[-1] == "Sitemap: http://localhost/sitemap.xml"


def test_a_browser_may_offer_the_search_box(client: FlaskClient) -> None:
    answer = client.get("/opensearch.xml")
    [url] = ET.fromstring(answer.data).iter("{http://a9.com/-/spec/opensearch/1.1/}Url")

    assert answer.mimetype == "application/opensearchdescription+xml"
    assert url.get("template") == "http://localhost/search?q={searchTerms}"
    assert 'rel="search"' in client.get("/").text


def test_a_page_of_the_site_names_itself_in_every_language(client: FlaskClient) -> None:
    page = ET.fromstring(client.get("/sitemap-pages.xml").data)
    [about] = [one for one in page if one[0].text == "http://localhost/about"]

    alternates = {one.get("hreflang"): one.get("href", "") for one in about.iter("{http://www.w3.org/1999/xhtml}link")}

    assert alternates["en"] == "http://localhost/about"
    assert alternates["cy"] == "http://localhost/cy/about"
    assert len(alternates) == len(LANGUAGES)
    assert '<html lang="cy"' in client.get(path_of(alternates["cy"])).text


def test_the_map_in_another_language_is_of_its_pages(client: FlaskClient) -> None:
    assert "http://localhost/cy/about" in locations(client, "/cy/sitemap-pages.xml")
    assert "Disallow: /cy/search" in client.get("/robots.txt").text.splitlines()
