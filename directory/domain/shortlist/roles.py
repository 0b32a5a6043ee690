"""Whom to ask for on the telephone: a role that a source names, never the person in it."""

import re

from directory.domain.messages import Message, mark, say

ROLES = (
    mark("activity coordinator"),
    mark("administrator"),
    mark("advice line"),
    mark("advisor"),
    mark("booking line"),
    mark("caretaker"),
    mark("carers lead"),
    mark("chair"),
    mark("community worker"),
    mark("coordinator"),
    mark("duty worker"),
    mark("enquiries"),
    mark("front desk"),
    mark("group leader"),
    mark("group lead"),
    mark("helpline"),
    mark("membership secretary"),
    mark("minister"),
    mark("office"),
    mark("organiser"),
    mark("reception"),
    mark("receptionist"),
    mark("secretary"),
    mark("team leader"),
    mark("treasurer"),
    mark("volunteer coordinator"),
    mark("warden"),
    mark("welfare officer"),
)
"""Roles that a group's number may be described with; what stands on paper is one of these, as they stand here."""

_LONGEST_FIRST = sorted(ROLES, key=len, reverse=True)
_ROLE = re.compile(rf"\b({'|'.join(map(re.escape, _LONGEST_FIRST))})\b")


def role_in(description: str | None) -> Message | None:
    """The first role that the description of a number names, None where it names none of `ROLES`."""
    plain = (description or "").casefold().replace("co-ordinator", "coordinator").replace("organizer", "organiser")
    named = _ROLE.search(plain)
    return say(named[1]) if named else None
