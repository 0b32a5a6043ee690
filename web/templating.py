"""How templates see what all of them share."""

from collections.abc import MutableMapping
from typing import Any

from flask.templating import Environment


class Templates(Environment):
    """Flask's environment of templates, in which no template has globals of its own."""

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """The globals of the environment themselves: looking each up in the chain of maps that Jinja makes of them
        whenever a template imports another is a fortieth of a page of results."""
        if d:
            raise ValueError("A template has no globals of its own: they belong to the environment.")
        return self.globals
