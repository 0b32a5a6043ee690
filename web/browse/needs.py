"""Needs to look through: the tree of them, and the page of one with what it leads to."""

from collections.abc import Callable
from dataclasses import dataclass

from flask import url_for

from directory.domain.errors import NotFound
from directory.domain.messages import say
from index.needs.taxonomy import Need, Taxonomy
from index.protocol import Query
from web.config import BROWSE_SHOWN
from web.search.cards import Card
from web.search.choices import Choice
from web.search.forms import SearchForm

SAID_SHOWN = 5
"""Of what people say who have a need, enough to know it by."""

CountOf = Callable[[str], int]
"""How many services meet a need, by its id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Branch:
    """A broad need and the narrower ones below it."""

    choice: Choice
    narrower: tuple[Choice, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedPage:
    """One need: what people say who have it, the needs around it, and the first of the services that meet it."""

    id: str
    label: str
    said: tuple[str, ...]
    services: int
    broader: Choice | None
    narrower: tuple[Choice, ...]
    cards: tuple[Card, ...]
    search: str


def tree(taxonomy: Taxonomy, count_of: CountOf) -> tuple[Branch, ...]:
    """Every broad need with how many services meet it, and the names of the needs below it."""
    return tuple(
        Branch(
            choice=_choice(need, count_of(need.id)),
            narrower=tuple(_choice(taxonomy.needs[one]) for one in taxonomy.children(need.id)),
        )
        for need in taxonomy.needs.values()
        if need.parent is None
    )


def need_of(taxonomy: Taxonomy, need_id: str) -> Need:
    """The need of this id; raise `NotFound` where there is none."""
    if need_id not in taxonomy.needs:
        raise NotFound(say("There is no need of this name."))
    return taxonomy.needs[need_id]


def query_for(need: Need) -> Query:
    """The search for the first services that meet ``need``."""
    return Query(filters={"need": (need.id,)}, size=BROWSE_SHOWN, suggest=False)


def need_page(taxonomy: Taxonomy, need: Need, count_of: CountOf, cards: tuple[Card, ...]) -> NeedPage:
    """The page of ``need``, with the ``cards`` of the first services."""
    said = (phrase.words for phrase in taxonomy.phrases if phrase.need == need.id)
    narrower = (taxonomy.needs[one] for one in taxonomy.children(need.id))
    return NeedPage(
        id=need.id,
        label=say(need.label),
        said=tuple(said)[:SAID_SHOWN],
        services=count_of(need.id),
        broader=_choice(taxonomy.needs[need.parent]) if need.parent else None,
        narrower=tuple(_choice(one, count_of(one.id)) for one in narrower),
        cards=cards,
        search=SearchForm().choosing("need", need.id).address(),
    )


def _choice(need: Need, count: int = 0) -> Choice:
    return Choice(label=say(need.label), address=url_for("needs.need", need_id=need.id), count=count)
