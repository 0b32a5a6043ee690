"""The language of a request: the first part of its path, such as the ``cy`` of ``/cy/search``; with none, English.

To the application such an address is that of the same page, mounted further down, so that all addresses it makes keep
the language. A link so sent is read in the language it was seen in; nothing is kept of anybody's choice.
"""

from collections.abc import Iterable
from contextvars import ContextVar
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from flask import Flask, request, url_for

from web.language.languages import ENGLISH, OTHERS, Language

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

_ROOT = "signpost.root"
_OTHERS = {language.code: language for language in OTHERS}
_SPOKEN = ContextVar("language", default=ENGLISH)
"""Of the present request. A page asks for it some hundred times, which is quicker than asking the request."""


class LanguageOfPath:
    """Takes the language off the path of each request."""

    def __init__(self, application: "WSGIApplication") -> None:
        self._application = application

    def __call__(self, environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        """Answer a request."""
        root, path = environ.get("SCRIPT_NAME", ""), environ.get("PATH_INFO", "")
        code, slash, rest = path[1:].partition("/")
        environ[_ROOT] = root
        if code in _OTHERS:
            environ["SCRIPT_NAME"], environ["PATH_INFO"] = f"{root}/{code}", f"/{rest}" if slash else "/"
        before = _SPOKEN.set(_OTHERS.get(code, ENGLISH))
        try:
            return self._application(environ, start_response)
        finally:
            _SPOKEN.reset(before)


def install(app: Flask) -> None:
    """Let the path of each request for ``app`` say its language."""
    app.wsgi_app = LanguageOfPath(app.wsgi_app)  # type: ignore[method-assign]  # as Flask's documentation has it


def language() -> Language:
    """The language of the present request; English where there is none."""
    return _SPOKEN.get()


def page_address(endpoint: str, **values: Any) -> str:
    """Flask's ``url_for``, which remembers the addresses of pages without values: a page names some fifty."""
    return url_for(endpoint, **values) if values else _address(request.script_root, endpoint)


@lru_cache(maxsize=1_024)
def _address(_root: str, endpoint: str) -> str:
    return url_for(endpoint)


def root() -> str:
    """The path that the site is mounted at, whatever the language: what has none, such as a picture, is there."""
    found: str = request.environ.get(_ROOT, request.script_root)
    return found


def start_of(wanted: Language) -> str:
    """What the addresses of all pages in a language begin with."""
    return root() if wanted is ENGLISH else f"{root()}/{wanted.code}"


def in_language(wanted: Language) -> str:
    """The address of the page that is asked for now, in another language."""
    query = request.query_string.decode("ascii", "replace")
    return f"{start_of(wanted)}{request.path}{'?' if query else ''}{query}"
