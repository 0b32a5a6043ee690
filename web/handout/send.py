"""The ways to pass a shortlist on: a link, a code, an e-mail and a text message, none of which this site sends."""

from dataclasses import dataclass

from directory.domain.messages import say
from web.config import LONGEST_EMAIL, LONGEST_TEXT
from web.handout.page import Handout
from web.handout.text import email_address, text_address
from web.language.speak import in_this_language
from web.shortlist.code import code_svg

CODE = say("A code that leads to this list on a phone")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sending:
    """``address`` is the link, ``short`` one to the same list without notes, for what must be short; ``email`` and
    ``text`` open a program with all filled in.
    """

    address: str
    short: str
    email: str
    text: str

    @property
    def code(self) -> str:
        """A drawing that leads to the list, as SVG."""
        return code_svg(self.short, in_this_language(CODE))


def sending(told: Handout, address: str, short: str) -> Sending:
    """How to send the list of a handout, which both addresses lead to."""
    return Sending(
        address=address,
        short=short,
        email=email_address(told, address, LONGEST_EMAIL),
        text=text_address(told, short, LONGEST_TEXT),
    )
