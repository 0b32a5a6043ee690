"""The Flask application: its routes, what its templates may call, its headers and its answers to errors."""

from datetime import datetime, time
from functools import cache
from secrets import token_bytes

from flask import Flask
from flask_compress import Compress
from markupsafe import Markup

from directory.domain.messages import day
from index.finder import UK_TIME
from web import access, errors, security, wiring
from web.assets import assets
from web.browse import counts
from web.config import REQUEST_BYTES, TOKEN_BYTES, Config
from web.crisis import known
from web.crisis.panel import crisis_panel
from web.language import speak
from web.language.languages import STARTS
from web.search.outlines import ATTRIBUTION
from web.search.person import WHO_FOR
from web.search.places import TOLD
from web.secret import signing_key
from web.service import report_limit
from web.service.report_limit import ReportLimit
from web.service.sheet import newest_word
from web.shortlist import link
from web.shortlist.link import Links
from web.staff import checking
from web.templating import Templates
from web.views.about import about_views
from web.views.areas import area_views
from web.views.changes import change_views
from web.views.check import check_views
from web.views.crisis import crisis_views
from web.views.guide import guide_views
from web.views.health import health_views
from web.views.home import home_views
from web.views.near import near_views
from web.views.needs import needs_views
from web.views.organization import organization_views
from web.views.places import place_views
from web.views.plain import plain_views
from web.views.report import report_views
from web.views.search import search_views
from web.views.service import service_views
from web.views.shortlist import shortlist_views
from web.views.sitemap import sitemap_views
from web.wiring import Lazily, Rooms
from web.words import present

BLUEPRINTS = (
    assets,
    home_views,
    guide_views,
    near_views,
    search_views,
    service_views,
    place_views,
    report_views,
    shortlist_views,
    check_views,
    change_views,
    crisis_views,
    needs_views,
    area_views,
    organization_views,
    sitemap_views,
    about_views,
    plain_views,
    health_views,
)


def create_app(config: Config, rooms: Rooms | None = None) -> Flask:
    """An application for the home that ``config`` names; it opens no room before its first request."""
    app = Flask("web", static_folder=None)
    app.jinja_environment = Templates
    app.config["MAX_CONTENT_LENGTH"] = REQUEST_BYTES
    app.json.sort_keys = False  # type: ignore[attr-defined]  # the default provider's, whose type Flask does not state
    app.jinja_options = {"trim_blocks": True, "lstrip_blocks": True}
    app.config["PROXIES"] = config.proxies
    speak.install(app)
    opened = rooms or _rooms(config)
    wiring.install(app, opened)
    checking.install(app, opened)
    known.install(app, is_past=config.as_of is not None)
    counts.install(app, opened)
    report_limit.install(app, ReportLimit(opened.now, lambda: token_bytes(TOKEN_BYTES)))
    key = Lazily(lambda: signing_key(config.home.folder, config.secret, token_bytes))
    link.install(app, Links(key))
    for blueprint in BLUEPRINTS:
        app.register_blueprint(blueprint)
    access.enforce(app, has_staff=config.has_staff, is_past=config.as_of is not None)
    Compress(app)
    security.protect(app, tile_host=config.tiles.host if config.tiles else None)
    errors.answer_errors(app)
    app.jinja_env.globals.update(
        as_of=config.as_of,
        crisis_panel=crisis_panel,
        day=day,
        kept=cache,
        is_demonstration=lambda: bool(wiring.rooms().invented()),
        licence=_licence,
        map_attribution=ATTRIBUTION,
        places_told=TOLD,
        tiles=config.tiles,
        when=newest_word,
        who_for=WHO_FOR,
    )
    return app


def ready_app(config: Config) -> Flask:
    """An application to serve with: the crisis page was drawn in each language, so that nobody waits while templates
    compile or its messages are read."""
    app = create_app(config)
    for start in STARTS:
        app.test_client().get(f"{start}/crisis")
    return app


def _rooms(config: Config) -> Rooms:
    """The rooms as they are, or with their clock stopped at noon of the day that is played again."""
    if config.as_of is None:
        return Rooms(config.home)
    noon = datetime.combine(config.as_of, time(12), UK_TIME)
    return Rooms(config.home, now=lambda: noon)


def _licence(licence: str) -> Markup:
    """A licence by its name, which nobody translates, as a link to its text where we know it."""
    address, name = present.licence_address(licence), present.licence_name(licence)
    written = speak.as_written(name)
    if address is None:
        return Markup("<span{}>{}</span>").format(written, name)
    return Markup('<a href="{}" rel="external license"{}>{}</a>').format(address, written, name)
