"""Style sheet and pictures, each under an address that holds a hash of its content and so may be kept for a year."""

from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from flask import Blueprint, Response, send_from_directory, url_for

from web.access import Access, allow

FOLDER = Path(__file__).parent / "static"
A_YEAR = 365 * 24 * 60 * 60

assets = Blueprint("assets", __name__)


@lru_cache(maxsize=64)
def content_hash(name: str) -> str:
    """The first 12 hexadecimal digits of the hash of the file ``name``."""
    return sha256((FOLDER / name).read_bytes()).hexdigest()[:12]


@assets.app_template_global("asset")
def asset_address(name: str) -> str:
    """The address a page names the file ``name`` by."""
    return url_for("assets.send_asset", digest=content_hash(name), name=name)


@assets.get("/static/<digest>/<path:name>")
@allow(Access.ANYONE)
def send_asset(digest: str, name: str) -> Response:
    """Send a file, to be kept for a year if the address is the one this version gives it, else not at all."""
    response = send_from_directory(FOLDER, name, max_age=A_YEAR)
    if digest == content_hash(name):
        response.cache_control.immutable = True
    else:
        response.headers["Cache-Control"] = "no-store"
    return response
