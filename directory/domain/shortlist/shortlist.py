"""A shortlist: services in the order somebody put them in, each with a few words beside it and nothing of a person."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from directory.domain.errors import InvalidValue, Refused
from directory.domain.messages import say, say_count
from directory.domain.redaction import without_contacts
from directory.domain.shortlist.facts import KeyFacts

BYTES_TO_A_CHARACTER = 3
"""Room for a character of a note, in UTF-8: enough for every script in daily use."""


class Full(Refused):
    """A shortlist holds as many services as it may."""

    def __init__(self, most: int) -> None:
        super().__init__(say("A shortlist holds up to {most} services. Remove one to add another.", most=most))


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A service on a list. ``facts`` are those of the day the list was made; None while it is still being made."""

    service_id: str
    note: str = ""
    facts: KeyFacts | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Shortlist:
    """Services in order, each once, as of the day ``made_on``. What is asked of a service not on it does nothing."""

    made_on: date
    items: tuple[Item, ...] = ()

    def __post_init__(self) -> None:
        if len(set(self.ids)) < len(self.items):
            raise InvalidValue("shortlist", len(self.items), "A service is on a list once")

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of its services."""
        return tuple(item.service_id for item in self.items)

    def adding(self, service_id: str, *, most: int) -> "Shortlist":
        """With the service at the end, unless it is there; raise `Full` where ``most`` are."""
        if service_id in self.ids:
            return self
        if len(self.items) >= most:
            raise Full(most)
        return replace(self, items=(*self.items, Item(service_id=service_id)))

    def without(self, service_id: str) -> "Shortlist":
        """Without the service."""
        return replace(self, items=tuple(item for item in self.items if item.service_id != service_id))

    def moving(self, service_id: str, *, by: int) -> "Shortlist":
        """With the service so many places further down, or up where ``by`` is negative; an end of the list stops it."""
        rest = [item for item in self.items if item.service_id != service_id]
        for at, item in enumerate(self.items):
            if item.service_id == service_id:
                rest.insert(max(at + by, 0), item)
        return replace(self, items=tuple(rest))

    def noting(self, service_id: str, note: str, *, longest: int) -> "Shortlist":
        """With a note beside the service: on one line, without addresses and numbers that may be of a person.

        Raise `InvalidValue` where it has more than ``longest`` characters.
        """
        words = without_contacts(" ".join(note.split()))
        if len(words) > longest or len(words.encode()) > longest * BYTES_TO_A_CHARACTER:
            too_long = say_count("Write at most {n} character.", "Write at most {n} characters.", longest)
            raise InvalidValue("note", "", too_long)
        return replace(
            self,
            items=tuple(replace(item, note=words) if item.service_id == service_id else item for item in self.items),
        )

    def without_notes(self) -> "Shortlist":
        """The services alone."""
        return replace(self, items=tuple(replace(item, note="") for item in self.items))

    def as_of(self, on: date, facts: Mapping[str, KeyFacts]) -> "Shortlist":
        """The list as it is sent on a day, with the facts of each service by its id, where there are any."""
        return replace(
            self, made_on=on, items=tuple(replace(item, facts=facts.get(item.service_id)) for item in self.items)
        )
