"""What search and its results show of a service's status: the state, its odds, who confirmed it last, its money."""

from dataclasses import dataclass
from datetime import date

from directory.domain.status.rules import State


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """The status of a service as it was judged last.

    ``confirmed_by`` is the kind of statement that was the last sign of life, or ``event``; ``is_declared`` says that
    its own people or a curator said that it has closed. ``funding_end`` is the end of the last money known of.
    """

    state: State
    p_open: float
    confirmed_on: date | None = None
    confirmed_by: str | None = None
    funding_end: date | None = None
    is_declared: bool = False

    @property
    def method(self) -> str | None:
        """How the last sign of life was had; None where there was none."""
        return _METHOD_OF.get(self.confirmed_by or "")


_METHOD_OF = {
    "owner_open": "owner",
    "curator_open": "check",
    "linkworker_attended": "visit",
    "event": "event",
    "future_event_dated": "event",
}
