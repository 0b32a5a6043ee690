"""Links to other searches: each with what it is called, and whether it undoes a choice already made."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A link to another search; ``chosen`` says that it undoes a choice already made."""

    label: str
    address: str
    count: int = 0
    chosen: bool = False
