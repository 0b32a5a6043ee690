"""Finds what coming must cost and what must be there: free, step-free, a hearing loop; and "near me"."""

import re
from collections.abc import Sequence

from directory.domain.eligibility.criteria import Access
from directory.domain.messages import say
from index.box.denial import find_denial
from index.box.lists import Lists
from index.box.said import Said, still
from index.box.text import Remaining

_NEAR_ME, _FREE = say("near me"), say("free")
_LABELS = {
    Access.WHEELCHAIR: say("wheelchair access"),
    Access.STEP_FREE: say("step-free"),
    Access.HEARING_LOOP: say("hearing loop"),
    Access.BSL: say("British Sign Language"),
    Access.ACCESSIBLE_TOILET: say("accessible toilet"),
    Access.DEMENTIA_FRIENDLY: say("dementia friendly"),
    Access.AUTISM_FRIENDLY: say("autism friendly"),
}
# What somebody lacks is needed: "has no wheelchair".
_LACKS = re.compile(r"\b(?:ha(?:s|ve|d)|got|is|are|ha(?:s|ve)n['’]?t got)\s+no\s+$")


def take_near_me(remaining: Remaining, said: Sequence[Said]) -> bool:
    """Take out words for where the reader is."""
    found = still(remaining, said, "near_me")
    for one in found:
        remaining.take(one.start, one.end, "near_me", _NEAR_ME)
    return bool(found)


def take_free(remaining: Remaining, said: Sequence[Said], lists: Lists) -> bool | None:
    """Take out that it must be free; "barrier-free" and whatever else is without a thing is not."""
    found = [one for one in still(remaining, said, "free") if remaining.lower[one.start - 1 : one.start] != "-"]
    found = [one for one in found if not _is_ruled_out(remaining, one)]
    for one in found:
        remaining.take(remaining.extended(one.start, lists.loose_who), one.end, "free", _FREE)
    return True if found else None


def take_access(remaining: Remaining, said: Sequence[Said], lists: Lists) -> tuple[Access, ...]:
    """Take out what helps people to take part. Where nothing else is said, it is the need as well."""
    found = [one for one in still(remaining, said, "access") if not _is_ruled_out(remaining, one)]
    for one in found:
        start, label = remaining.extended(one.start, lists.loose_who), _LABELS[Access(one.value)]
        if remaining.lower[:start].strip() or remaining.lower[one.end :].strip():
            remaining.take(start, one.end, "access", label)
        else:
            remaining.note(start, one.end, "access", label)
    wanted = {one.value for one in found}
    return tuple(access for access in Access if access.value in wanted)


def _is_ruled_out(remaining: Remaining, one: Said) -> bool:
    """Whether it need not be so: those words are taken out, but for those that say what somebody has not got."""
    denial = find_denial(remaining.lower, one.start, one.end)
    if denial is None:
        return False
    if _LACKS.search(remaining.lower[: one.start]):
        remaining.keep(one.start, one.end)
    else:
        remaining.drop(denial.start, denial.end)
    return True
