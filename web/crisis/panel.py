"""The panel that comes above any page of search whose words tell of a crisis, and the same for programs."""

from dataclasses import dataclass
from typing import Any

from flask import request

from directory.domain.crisis.lines import Kind
from directory.domain.crisis.words import Heard
from directory.domain.messages import listed, say, within
from index.finder import UK_TIME
from web.config import CRISIS_PANEL_LINES, CRISIS_TYPED
from web.crisis.known import crisis
from web.crisis.line import LineCard, Number, card_at_any_time, card_now, phone_of
from web.crisis.page import LEAVE_FOR, crisis_address
from web.search.forms import SearchForm
from web.wiring import rooms


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """The lines for what was heard. ``address`` is the crisis page about it."""

    is_emergency: bool
    emergency: Number
    labels: tuple[str, ...]
    topics: tuple[str, ...]
    lines: tuple[LineCard, ...]
    address: str
    leave_for: str = LEAVE_FOR

    @property
    def about(self) -> str:
        """The labels within a sentence."""
        return listed(within(label) for label in self.labels)


def crisis_panel() -> Panel | None:
    """The panel for what the present request searches for; None where that tells of no crisis. It asks nobody."""
    heard = crisis().words.heard(SearchForm.read(request.query_string).q[:CRISIS_TYPED])
    return _panel(heard) if heard else None


def panel_json() -> dict[str, Any] | None:
    """The same as JSON."""
    panel = crisis_panel()
    if panel is None:
        return None
    return {
        "emergency": panel.is_emergency,
        "topics": list(panel.topics),
        "url": panel.address,
        "lines": [
            {
                "id": line.id,
                "name": line.name,
                "help": line.help,
                "who": line.who,
                "nations": line.nations or None,
                "phone": line.phone.words if line.phone else None,
                "then": line.after or None,
                "text": line.text.words if line.text else None,
                "open": line.state_words,
                "hours": line.hours or None,
            }
            for line in panel.lines
        ],
    }


def _panel(heard: Heard) -> Panel:
    known = crisis()
    at = rooms().now().astimezone(UK_TIME)
    offers = [one for one in known.offers(at, None, heard.topics) if one.line.kind is Kind.LINE]
    drawn = card_at_any_time if known.is_past else lambda offer: card_now(offer, at)
    number = phone_of(known.band[0])
    assert number is not None  # the line for danger to life is one that is rung
    return Panel(
        is_emergency=heard.is_emergency,
        emergency=number,
        labels=tuple(say(known.topics[topic].label) for topic in heard.topics),
        topics=heard.topics,
        lines=tuple(drawn(offer) for offer in offers[:CRISIS_PANEL_LINES]),
        address=crisis_address({"topic": next(iter(heard.topics), None)}),
    )
