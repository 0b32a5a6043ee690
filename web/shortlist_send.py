"""The ways to pass a shortlist on: a link, a code, an e-mail and a text message, none of which this site sends."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from directory.domain.shortlist.shortlist import Shortlist
from directory.queries.shortlist import Listed
from web.config import LONGEST_EMAIL, LONGEST_TEXT
from web.handout import handout
from web.handout_text import email_address, text_address
from web.shortlist_code import code_svg


@dataclass(frozen=True, slots=True, kw_only=True)
class Sending:
    """``address`` is the link; ``code`` a drawing that leads there; the others open a program with all filled in."""

    address: str
    code: str
    email: str
    text: str


def sending(shortlist: Shortlist, found: Mapping[str, Listed], at: datetime, address: str, short: str) -> Sending:
    """How to send a list that ``address`` leads to; ``short`` leads to it without notes, for what must be short."""
    told = handout(shortlist, found, at)
    return Sending(
        address=address,
        code=code_svg(short, "A code that leads to this list on a phone"),
        email=email_address(told, address, LONGEST_EMAIL),
        text=text_address(told, short, LONGEST_TEXT),
    )
