"""Links that hold a shortlist: packed, signed, and read again only as they were signed."""

from collections.abc import Callable
from hashlib import sha256
from typing import cast

from flask import Flask, current_app
from itsdangerous import BadData, Signer
from itsdangerous.encoding import base64_decode, base64_encode

from directory.domain.errors import InvalidValue, NotFound
from directory.domain.messages import say
from directory.domain.shortlist.packed import pack, unpack
from directory.domain.shortlist.shortlist import Shortlist

_EXTENSION = "signpost.shortlist_links"
_PURPOSE = b"signpost.shortlist"
"""Kept apart from whatever else the same key may sign one day."""


class BrokenLink(NotFound):
    """A link that was cut, changed, or signed by another site."""

    def __init__(self) -> None:
        super().__init__(say("This link to a shortlist is not whole. Ask whoever sent it to send it again."))


class Links:
    """Signs shortlists with the key that ``key`` gives when it is first needed."""

    def __init__(self, key: Callable[[], bytes]) -> None:
        self._key = key

    def token(self, shortlist: Shortlist) -> str:
        """The list as letters, figures, hyphens, underscores and one full stop."""
        return self._signer().sign(base64_encode(pack(shortlist))).decode()

    def read(self, token: str) -> Shortlist:
        """The list that ``token`` holds; raise `BrokenLink` where it is not one that was signed here."""
        try:
            return unpack(base64_decode(self._signer().unsign(token.encode())))
        except (BadData, InvalidValue, UnicodeEncodeError):
            raise BrokenLink from None

    def _signer(self) -> Signer:
        return Signer(self._key(), salt=_PURPOSE, key_derivation="hmac", digest_method=sha256)


def install(app: Flask, links: Links) -> None:
    """Give ``app`` its links."""
    app.extensions[_EXTENSION] = links


def links() -> Links:
    """The links of the app that answers the present request."""
    return cast("Links", current_app.extensions[_EXTENSION])
