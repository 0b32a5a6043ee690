"""Whether a sentence says that a feature of a place is there, is lacking, or leaves it open."""

import re
from enum import StrEnum


class Said(StrEnum):
    """What a sentence says of a feature that it names."""

    THERE = "there"
    LACKING = "lacking"
    OPEN = "open"
    """There in part, or not spoken of as a fact: "limited wheelchair access", "no lift needed"."""


_CLAUSE_END = re.compile(r"[.;:!?()\n•,]|\s[-–—]\s|\bbut\b|\balthough\b|\bhowever\b", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.;:!?()\n•]")
_LOOKED_AROUND = 64
"""Characters on either side of a feature in which it may be denied."""

_THING = (
    r"(?:(?:wheel\s?chairs?|disabled|induction|hearing|step[\s-]?free|level|lifts?|ramps?|ramped|loops?|toilets?|access"
    r"|accessible|bsl|british\s+sign\s+language|sign\s+language|interpret\w+|facilities|dementia|autism|sensory|friendly"
    r"|users?|entrance|systems?|adapted)[\s-]+)"
)
_BETWEEN = (
    rf"(?:{_THING}|(?:have|has|having|got|an?|any|the|our|is|are|be|been|currently|yet|at|present|really|very|particularly"
    r"|suitable|appropriate|available|equipped|set|up|for|to|by|with|in|on|provided?|providing|offer(?:s|ed)?|there|working"
    r"|permanent|portable|proper|fixed|full|public|separate|people|those|who|or|nor|either|as|yet|good|easy|easily"
    r"|supply|support|take|accommodate|hold|run|specifically|designed|unisex)\s+)"
)
_NO = r"(?:\b(?:no|not|without|lacks?|lacking|cannot|never|nor|neither|un(?:suitable|able|available))|n['’]t)"
_DENIED_BEFORE = re.compile(rf"{_NO}\s+{_BETWEEN}*$", re.IGNORECASE)
_DENIED_IN_LIST = re.compile(
    rf"\b(?:no|not|without|n['’]t\s+have)\s+(?:an?\s+|any\s+)?[\w-]+(?:\s+[\w-]+)?(?:\s*,\s*{_BETWEEN}*(?:[\w-]+\s+){{0,2}}?"
    rf"[\w-]+)*\s*,?\s+(?:or|nor)\s+{_BETWEEN}*$",
    re.IGNORECASE,
)
_LIST_GOES_ON = re.compile(r"\s*(?:,[\w\s-]{2,40})?,?\s+(?:or|nor)\s", re.IGNORECASE)
_NO_AND_COMMA = re.compile(
    rf"(?:\b(?:no|without)|n['’]t\s+have)\s+(?:an?\s+|any\s+)?{_BETWEEN}*[\w-]+\s*,[\w\s,-]*$", re.IGNORECASE
)
_PARTLY_BEFORE = re.compile(
    r"\b(?:limited|partial(?:ly)?|partly|restricted|some|poor|difficult|(?:not|n['’]t)\s+(?:fully|always|all|every\w*|entirely"
    r"|completely|totally|yet|need|require))\s+(?:[\w'’-]+\s+){0,3}$",
    re.IGNORECASE,
)
_NOT_ONLY = re.compile(
    r"(?:\bnot|n['’]t)\s+(?:only|just|merely|simply|solely|exclusively|limited|restricted)\b[\w\s'’/-]*$", re.IGNORECASE
)
_NOUNS = (
    r"(?:\s+(?:access|entrance|entry|toilets?|facilities|users?|systems?|interpret\w+|support|sessions?|parking|spaces?"
    r"|here|venue|building|hall|room))*"
)
_DENIED_AFTER = re.compile(
    rf"{_NOUNS}\s*(?:\b(?:is|are|was|were|can|could|do|does|will|be|has|have|currently|unfortunately|sadly|which)\s+)*"
    r"(?:\bnot\s+(?:(?:currently|yet|be|been|normally|usually|always)\s+)*(?:available|provided|possible|offered|working"
    r"|present|installed|in\s+use|suitable|able|accommodated|accessible|there)|\b(?:is|are|was|do|does|has|have)n['’]t\s+"
    r"(?:(?:currently|yet|be|been)\s+)*(?:available|provided|possible|offered|working|an?|any|one|there)|\b(?:un|in)available"
    r"|\bout\s+of\s+(?:order|use)|\bbroken|\bcannot\s+(?:get|come|enter|attend|use|be)|\bcan['’]t\s+(?:get|come|enter|use)"
    r"|\b(?:is|are)\s+(?:impossible|lacking))\b",
    re.IGNORECASE,
)
_OPEN_AFTER = re.compile(
    rf"{_NOUNS}\s*(?:\b(?:is|are|was|were)\s+)?(?:(?:not|n['’]t)\s+)?(?:(?:very|quite|only)\s+)?"
    r"\b(?:needed|required|necessary|limited|restricted|partial|difficult|poor|a\s+problem|to\s+worry)\b"
    rf"|{_NOUNS}\s+(?:is|are)(?:\s+not|n['’]t)\b",
    re.IGNORECASE,
)


def said_of(match: re.Match[str]) -> Said:
    """What the sentence around ``match``, the name of a feature, says of it: one check for every feature."""
    text = match.string
    near = text[max(0, match.start() - _LOOKED_AROUND) : match.start()]
    head, list_head = _CLAUSE_END.split(near)[-1], _SENTENCE_END.split(near)[-1]
    tail = _SENTENCE_END.split(text[match.end() : match.end() + _LOOKED_AROUND])[0]
    if _DENIED_AFTER.match(tail):
        return Said.LACKING
    if _OPEN_AFTER.match(tail) or _PARTLY_BEFORE.search(head):
        return Said.OPEN
    if _NOT_ONLY.search(head):
        return Said.THERE
    if _DENIED_BEFORE.search(head):
        return Said.OPEN if match[0].lower().startswith("full") else Said.LACKING
    if _DENIED_IN_LIST.search(list_head):
        return Said.LACKING
    return Said.OPEN if _NO_AND_COMMA.search(list_head) and _LIST_GOES_ON.match(tail) else Said.THERE
