"""The queue of services to be checked, as each process of the site keeps it, with the needs that words tell of."""

from collections.abc import Callable
from typing import cast

from flask import Flask, current_app

from directory.domain.entries import Entry
from directory.queries.checking import read_check_settings
from directory.queries.checks import Checks
from index.columns.documents import texts_of
from index.knowledge import Knowledge
from index.needs.signs import is_shown, strengths
from web.wiring import Lazily, Rooms

_EXTENSION = "signpost.checks"


def needs_in(knowledge: Knowledge) -> Callable[[Entry], frozenset[str]]:
    """What tells the needs of a service, with the broader need of each."""
    signs, language = knowledge.signs, knowledge.language

    def needs_of(entry: Entry) -> frozenset[str]:
        name, *others = texts_of(entry)
        read = [sign for text in name for sign in signs.in_name(language.tokens(text))]
        read += [sign for texts in others for text in texts for sign in signs.in_tokens(language.tokens(text))]
        for category in entry.categories:
            read += signs.in_category((category.taxonomy, category.code))
        met = [signs.need(need) for need, weight in strengths(read).items() if is_shown(weight)]
        return frozenset({need.id for need in met} | {need.parent for need in met if need.parent})

    return needs_of


def install(app: Flask, rooms: Rooms) -> None:
    """Give ``app`` its queue, which is opened when it is first asked for."""
    app.extensions[_EXTENSION] = Lazily(
        lambda: Checks(rooms.database(), read_check_settings(), needs_in(rooms.knowledge()))
    )


def checks() -> Checks:
    """The queue of the app that answers the present request."""
    return cast("Lazily[Checks]", current_app.extensions[_EXTENSION])()
