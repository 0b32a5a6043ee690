"""Style sheet and pictures, each under an address that holds a hash of its content and so may be kept for a year."""

from functools import lru_cache
from hashlib import sha256
from pathlib import Path, PurePath

from flask import Blueprint, Response
from werkzeug.exceptions import NotFound
from werkzeug.security import safe_join

from web.access import Access, allow
from web.language.prefix import root

FOLDER = Path(__file__).parent / "static"
A_YEAR = 365 * 24 * 60 * 60

TYPES = {
    ".css": "text/css",
    ".js": "text/javascript",
    ".svg": "image/svg+xml",
    ".txt": "text/plain",
    ".woff2": "font/woff2",
}
"""The media types of what is there, which some machines do not know."""

assets = Blueprint("assets", __name__)


@lru_cache(maxsize=64)
def content(name: str) -> bytes:
    """The file ``name``, which every page asks for, kept in memory; raise `NotFound` where there is none."""
    path = safe_join(str(FOLDER), name)
    try:
        return Path(path or "").read_bytes()
    except (OSError, ValueError) as error:
        raise NotFound from error


@lru_cache(maxsize=64)
def content_hash(name: str) -> str:
    """The first 12 hexadecimal digits of the hash of the file ``name``."""
    return sha256(content(name)).hexdigest()[:12]


@assets.app_template_global("asset")
def asset_address(name: str) -> str:
    """The address a page names the file ``name`` by."""
    return f"{root()}/static/{content_hash(name)}/{name}"


@assets.get("/static/<digest>/<path:name>")
@allow(Access.ANYONE)
def send_asset(digest: str, name: str) -> Response:
    """Send a file, to be kept for a year if the address is the one this version gives it, else not at all."""
    response = Response(content(name), mimetype=TYPES.get(PurePath(name).suffix, "text/plain"))
    if digest == content_hash(name):
        response.cache_control.public = True
        response.cache_control.max_age = A_YEAR
        response.cache_control.immutable = True
    else:
        response.headers["Cache-Control"] = "no-store"
    return response
