"""The classes of what a service says of its own end, and the form of the rules that find them."""

import re
from enum import StrEnum
from typing import NamedTuple


class Kind(StrEnum):
    """What a notice says, in the order in which a sentence is tried for it."""

    CONVERTED = "converted"
    """Merged, under a new name or of a new legal form: it goes on as something else."""
    PAUSED = "paused"
    CLOSING = "closing"
    CLOSED = "closed"
    AT_RISK = "at_risk"


ENDS = frozenset({Kind.CLOSED, Kind.CLOSING})


class About(StrEnum):
    """Where the wording of a rule names what it is about."""

    SUBJECT = "before it"
    OBJECT = "after it where something stands there, otherwise before it"
    NAMED = "in the group ``subject`` of the pattern"
    SPEAKER = "nowhere: whoever speaks means himself"


class Rule(NamedTuple):
    """One wording of a class."""

    kind: Kind
    cues: tuple[str, ...]
    """Of which one is in every sentence that the pattern finds, in lower case."""
    pattern: re.Pattern[str]
    about: About
    is_weak: bool
    """The wording is of much else too ("has ended"), so that what it is about must be called a service."""
    needs_date: bool
    is_welsh: bool
    """The noun stands before what describes it: "y clwb cinio"."""


def rule(
    kind: Kind,
    cues: str,
    pattern: str,
    about: About = About.SUBJECT,
    *,
    is_weak: bool = False,
    needs_date: bool = False,
    is_welsh: bool = False,
) -> Rule:
    """A rule of ``pattern``, which knows no case, with ``cues`` parted by bars: ``"clos|shut"``."""
    compiled = re.compile(pattern, re.IGNORECASE)
    return Rule(kind, tuple(cues.split("|")), compiled, about, is_weak, needs_date, is_welsh)
