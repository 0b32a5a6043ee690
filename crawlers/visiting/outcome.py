"""What a visit to a web page met: each class with its sentence and what it says of the service."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import Literal

from crawlers.errors import CrawlError

Symbol = Literal["ok", "fail", "gone"]
"""What the watched web channel of status evidence takes; None beside it is no observation."""


@dataclass(frozen=True, slots=True)
class _Class:
    code: str
    symbol: Symbol | None
    sentence: str


class Outcome(Enum):
    """A class of what a visit met, by docs/methods.md: its code, its symbol and the sentence that says why."""

    OK = _Class("ok", "ok", "The page answered with its own content.")
    NOT_MODIFIED = _Class("not_modified", "ok", "The page has not changed since the last visit.")
    MOVED = _Class("moved", "ok", "The address leads to another page, which still names the service.")

    REFUSED = _Class("refused", "fail", "The host refused the connection or broke it off.")
    UNREACHABLE = _Class("unreachable", "fail", "No connection to the host could be made.")
    TIMED_OUT = _Class("timed_out", "fail", "The host did not answer in time.")
    SERVER_ERROR = _Class("server_error", "fail", "The site answered with an error of its own.")
    PAGE_MISSING = _Class("page_missing", "fail", "The page is not there any more, though the site is.")
    SOFT_MISSING = _Class("soft_missing", "fail", "The site answers as it does for a page that does not exist.")
    ROOT_MISSING = _Class("root_missing", "fail", "The site has no front page.")
    TLS_TROUBLE = _Class("tls_trouble", "fail", "The site's certificate is not valid, and browsers warn of it.")
    NAME_UNKNOWN = _Class("name_unknown", "fail", "The domain does not exist; one look-up is not enough to be sure.")
    NAME_UNANSWERED = _Class("name_unanswered", "fail", "Nobody answers for the domain's addresses.")

    NAME_GONE = _Class("name_gone", "gone", "The domain does not exist, and did not on an earlier day either.")
    ROOT_GONE = _Class("root_gone", "gone", "The site says that it is gone for good.")
    PARKED = _Class("parked", "gone", "The domain is parked or for sale.")
    UNRELATED = _Class("unrelated", "gone", "The address leads to another site, which does not name the service.")
    CHANGED = _Class("changed", "gone", "The page named the service before, and is now about something else.")

    BLOCKED = _Class("blocked", None, "The site does not let programs read this page.")
    TOO_BUSY = _Class("too_busy", None, "The site asked to be left alone for a while.")
    CHALLENGED = _Class("challenged", None, "The site asks for proof that a person is visiting.")
    ROBOTS_REFUSED = _Class("robots_refused", None, "The site's robots rules do not allow this page to be read.")
    ROBOTS_FAILED = _Class("robots_failed", None, "The site's robots rules answered with an error, so nothing is read.")
    OWN_NETWORK = _Class("own_network", None, "Our own network is down.")
    TOO_LARGE = _Class("too_large", None, "The page is larger than a visit may read.")
    NEEDS_SCRIPT = _Class("needs_script", None, "The page shows nothing until its scripts run.")
    EMPTY = _Class("empty", None, "The page answered with nothing to read.")
    UNREADABLE = _Class("unreadable", None, "The answer is in no form that can be read.")
    ENDLESS_REDIRECTS = _Class("endless_redirects", None, "The address sends visitors on without end.")
    OPTED_OUT = _Class("opted_out", None, "The site asked not to be visited.")
    ADDRESS_REFUSED = _Class("address_refused", None, "The address is not one that may be visited.")
    POSTPONED = _Class("postponed", None, "The site has been asked enough for now.")
    HOST_WIDE = _Class("host_wide", None, "Several services of this host fail together, so the cause is the host's.")

    @property
    def code(self) -> str:
        """The name it is stored and printed under."""
        return self.value.code

    @property
    def symbol(self) -> Symbol | None:
        """What it says of the service: running, failing, gone, or nothing (None)."""
        return self.value.symbol

    @property
    def sentence(self) -> str:
        """Why, in a plain sentence."""
        return self.value.sentence

    @classmethod
    def of(cls, code: str) -> "Outcome":
        """The class stored under this code; raise `ValueError` where there is none."""
        for outcome in cls:
            if outcome.code == code:
                return outcome
        raise ValueError(f"No outcome of a visit has the code {code!r}")


class Unanswered(CrawlError):
    """An address gave no answer to read; ``outcome`` is the class of that, and the text says why.

    ``detail`` is what the text adds to the class's sentence, and ``not_before`` when the host may be asked again, where
    our manners say so. Who followed an address to where it failed adds ``url``, the one that did, and ``is_ours``: this
    machine was asked, for which no network is needed.
    """

    def __init__(self, outcome: Outcome, detail: str = "", *, not_before: datetime | None = None) -> None:
        super().__init__(f"{outcome.sentence} {detail}".rstrip())
        self.outcome = outcome
        self.detail = detail
        self.not_before = not_before
        self.url: str | None = None
        self.is_ours = False
