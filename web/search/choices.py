"""Links to other searches: each with what it is called, and whether it undoes a choice already made.

A page of results has a hundred; see `index.protocol` for why such things are structs, as cards are.
"""

import msgspec


class Choice(msgspec.Struct, frozen=True, kw_only=True):
    """A link to another search; ``chosen`` says that it undoes a choice already made."""

    label: str
    address: str
    count: int = 0
    chosen: bool = False
