"""Every page of the site over the demonstration, for all checks of pages as pages, and the routes that draw none."""

from collections.abc import Iterable
from dataclasses import dataclass

from flask import Flask

from directory.domain.shortlist.shortlist import Item, Shortlist
from tests.demonstration import REPORT, SECRET, organization_id, service_id
from tests.web import world
from web.search.guide import QUESTIONS
from web.shortlist.link import Links


@dataclass(frozen=True, slots=True, kw_only=True)
class SitePage:
    """One page in one state: the ``name`` it has in tests, its ``address`` and the status it is answered with."""

    name: str
    address: str
    status: int = 200

    def __str__(self) -> str:
        return self.name


def _service(name: str, key: str) -> SitePage:
    return SitePage(name=name, address=f"/services/{service_id(key)}")


def _list_of(*keys: str) -> str:
    """The address of a shortlist of these services."""
    items = tuple(Item(service_id=service_id(key), note="Ring first") for key in keys)
    return f"/shortlist/{Links(lambda: SECRET).token(Shortlist(made_on=world.TODAY, items=items))}"


GUIDED = tuple(one for one in QUESTIONS if one.step in ("where", "access", "when"))
"""Questions of every kind: one to type, boxes, and several fields."""

HOME = SitePage(name="home", address="/")
RESULTS = SitePage(name="results", address="/search?q=singing+with+dementia+near+NE28&age=70&needs=wheelchair")
SERVICE = _service("service", "remember-when-singing")
CLOSED_SERVICE = _service("service probably closed", "tea-dance")

CRISIS = SitePage(name="crisis", address="/crisis")
SHORTLIST = SitePage(name="shortlist", address=_list_of("remember-when-singing", "tea-dance", "data-pantry"))

SITE_PAGES = (
    HOME,
    SitePage(name="about", address="/about"),
    SitePage(name="search not begun", address="/search"),
    RESULTS,
    SitePage(name="results to the end", address=f"{RESULTS.address}&page=4"),
    SitePage(name="results narrowed", address="/search?q=food&near=NE28&cost=free&trust=confirmed"),
    SitePage(name="results without a place found", address="/search?q=choir&near=Newport"),
    SitePage(name="results none", address="/search?q=xyzzyplugh"),
    SitePage(name="results near misses", address="/search?q=ukulele+near+NE28+within+800m&within=1km"),
    SitePage(name="results of what is closing", address="/search?q=tea+dance&status=likely_closed"),
    SitePage(name="search to be mended", address="/search?q=club&near=nowhere+at+all", status=400),
    SitePage(name="search to be mended for a person", address="/search?q=club&age=two&needs=bsl", status=400),
    SERVICE,
    CLOSED_SERVICE,
    _service("service closed", "harbour-club-blind"),
    _service("service at three places", "data-pantry"),
    _service("service at a confidential place", "halcyon-refuge"),
    _service("service reported", "burn-toenails"),
    SitePage(name="report", address=f"/services/{service_id('data-pantry')}/report"),
    SitePage(name="report sent", address=f"/reports/{REPORT}"),
    CRISIS,
    SitePage(name="crisis of one kind", address="/crisis?nation=wales&topic=abuse_at_home"),
    SitePage(name="crisis near", address="/crisis?near=NE28"),
    SitePage(name="crisis, the copy that is kept", address="/crisis?copy=saved"),
    SitePage(name="results with crisis words", address="/search?q=my+son+is+sucidal"),
    SitePage(name="helplines to check", address="/check/crisis"),
    SHORTLIST,
    SitePage(name="shortlist begun", address="/shortlist"),
    SitePage(name="shortlist link broken", address="/shortlist/not-whole", status=404),
    SitePage(name="handout", address=f"{SHORTLIST.address}/handout"),
    SitePage(name="handout in large print", address=f"{SHORTLIST.address}/handout?layout=large"),
    SitePage(name="handout in easy words", address=f"{SHORTLIST.address}/handout?layout=easy"),
    SitePage(name="handout on cards", address=f"{SHORTLIST.address}/handout?layout=card"),
    SitePage(name="guide", address="/guide"),
    *(
        SitePage(name=f"guide: {one.step}", address=f"/guide/{one.step}?q=food")
        for one in QUESTIONS
        if one.step in ("where", "access", "when")
    ),
    SitePage(name="guide to be mended", address="/guide/where?q=food&near=nowhere+at+all&next=yes", status=400),
    SitePage(name="near where", address="/near"),
    SitePage(name="near", address="/near/NE28"),
    SitePage(name="near today", address="/near/NE28?on=today"),
    SitePage(name="needs", address="/needs"),
    SitePage(name="need", address="/needs/housing"),
    SitePage(name="areas", address="/areas"),
    SitePage(name="area", address="/areas/E08000022"),
    SitePage(name="organization", address=f"/organizations/{organization_id('wallsend-harmony')}"),
    SitePage(name="sources", address="/sources"),
    SitePage(name="privacy", address="/privacy"),
    SitePage(name="accessibility", address="/accessibility"),
    SitePage(name="check", address="/check"),
    SitePage(name="check of one kind", address="/check?risk=crisis&near=NE28"),
    SitePage(name="changes", address="/check/changes"),
    SitePage(name="not found", address="/nowhere", status=404),
    SitePage(name="no such report", address="/reports/no-such-secret", status=404),
)

ONE_OF_EACH = tuple({page.address.partition("?")[0].split("/")[1]: page for page in reversed(SITE_PAGES)}.values())
"""The first page of each part of the site, for what takes long and differs little within a part."""

NOT_PAGES = {
    "assets.send_asset": "a file that pages ask for",
    "crisis.crisis_worker": "a script",
    "places.outlines_json": "an answer to a script",
    "places.places_json": "an answer to a script",
    "organization.organization_json": "an answer to a program",
    "sitemap.opensearch": "for browsers that offer the search box",
    "sitemap.robots": "for search engines",
    "sitemap.index": "for search engines",
    "sitemap.part": "for search engines",
    "health.health": "for whatever watches over the server",
    "search.query_json": "an answer to a program",
    "search.search_json": "an answer to a program",
    "shortlist.handout_as_pdf": "a file to print",
    "shortlist.handout_as_text": "words for an e-mail",
    "service.service_calendar": "a file for somebody's calendar",
    "service.service_json": "an answer to a program",
}
"""Endpoints that answer a GET with something else than a page, and what that is."""


def endpoints_of(app: Flask, pages: Iterable[SitePage]) -> set[str]:
    """The endpoints of ``app`` that draw ``pages``; an address that none answers is left out."""
    adapter = app.url_map.bind("localhost")
    paths = (page.address.partition("?")[0] for page in pages)
    return {str(adapter.match(path)[0]) for path in paths if adapter.test(path)}


def endpoints_read(app: Flask) -> set[str]:
    """The endpoints of ``app`` that answer a GET."""
    return {rule.endpoint for rule in app.url_map.iter_rules() if "GET" in (rule.methods or ())}
