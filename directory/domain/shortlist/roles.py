"""Whom to ask for on the telephone: a role that a source names, never the person in it."""

import re

ROLES = (
    "activity coordinator",
    "administrator",
    "advice line",
    "advisor",
    "booking line",
    "caretaker",
    "carers lead",
    "chair",
    "community worker",
    "coordinator",
    "duty worker",
    "enquiries",
    "front desk",
    "group leader",
    "group lead",
    "helpline",
    "membership secretary",
    "minister",
    "office",
    "organiser",
    "reception",
    "receptionist",
    "secretary",
    "team leader",
    "treasurer",
    "volunteer coordinator",
    "warden",
    "welfare officer",
)
"""Roles that a group's number may be described with; what stands on paper is one of these, as they stand here."""

_LONGEST_FIRST = sorted(ROLES, key=len, reverse=True)
_ROLE = re.compile(rf"\b({'|'.join(map(re.escape, _LONGEST_FIRST))})\b")


def role_in(description: str | None) -> str | None:
    """The first role that the description of a number names, None where it names none of `ROLES`."""
    plain = (description or "").casefold().replace("co-ordinator", "coordinator").replace("organizer", "organiser")
    named = _ROLE.search(plain)
    return named[1] if named else None
