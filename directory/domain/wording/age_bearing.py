"""Whom an age in a text is about: those who may come, those who may not, or somebody else such as a volunteer."""

import re

from directory.domain.eligibility.criteria import AgeRange
from directory.domain.wording.age_rules import Kind

_SENTENCE_END = re.compile(r"\.(?!\d)|[;!?\n•]")
_LOOKED_BACK = 120
_LOOKED_ON = 72
"""How many characters of the sentence on either side may say whom the age is about."""

_SOMEBODY = (
    r"(?:(?:grand)?child(?:ren)?|kids?|bab(?:y|ies)|infants?|toddlers?|sons?|daughters?|boys?|girls?|teenagers?|pupils?|youngsters?"
    r"|young\s+(?:people|persons?|adults?)|adults?|people|persons?|anyone|anybody|someone|somebody|those|one|ones)"
)
_LINKS = (
    rf"(?:an?|the|our|any|all|their|your|who|is|are|was|be|been|of|at|least|aged?|ages|both|one|more|two|small|young|older"
    rf"|disabled|local|and|or|&|{_SOMEBODY})"
)
"""Words that may stand between what an age is told of and the age, and lead to nobody else."""

_PARENTS = (
    r"(?:(?:grand)?parents?|mothers?|mums?|fathers?|dads?|guardians?|carers?|famil(?:y|ies)|households|couples|relatives"
    r"|siblings|grandmothers|grandfathers)"
)
_CHILDS = re.compile(
    # "parents of children aged 0-5", "carers for an adult over 18", "families with children under 5"
    rf"\b{_PARENTS}\s+(?:(?:and|or|&)\s+{_PARENTS}\s+)?(?:\w+\s+){{0,2}}?(?:with|of|to|for|whose|having|have|has|raising"
    rf"|bringing\s+up|looking\s+after|caring\s+for)\s+(?:(?!{_PARENTS}){_LINKS}[\s,/]+)*$"
    # "women with a baby under two", "if you have a child under 8"
    r"|\b(?:women|men|people|adults|anyone|anybody|those|everyone|someone|you|they|who)\s+(?:with|have|has|having)\s+"
    rf"(?:{_LINKS}[\s,/]+)*$"
    # "women aged 18 and over with children under 5"
    rf"|\b(?:women|men|people|adults)\s+(?:aged?|over|under)\s+[\w\s+-]{{1,24}}?\s(?:with|having|have)\s+(?:{_LINKS}[\s,/]+)*$",
    re.IGNORECASE,
)
_OPENS_WITH_SOMEBODY = re.compile(rf"{_SOMEBODY}\b", re.IGNORECASE)
_NAMES_CHILD = re.compile(
    r"\b(?:(?:grand)?child(?:ren)?|kids?|bab(?:y|ies)|infants?|toddlers?|sons?|daughters?|boys?|girls?|teenagers?|young\s+\w+)\b"
    r"[\w\s,/&]*$",
    re.IGNORECASE,
)
_CHILDCARE = re.compile(
    r"\b(?:nurser(?:y|ies)|play\s?groups?|pre-?\s?schools?|cr[eè]ches?|toddlers?\s+groups?|child\s?(?:care|mind\w+))\b",
    re.IGNORECASE,
)
"""Where it is the child who comes, whoever is said to have it."""
_OF_PARENTS = re.compile(rf"\b{_PARENTS}\b[^.;]*$", re.IGNORECASE)

_TEAM = r"(?:volunteers?|staff|trustees?|helpers|employees|leaders|coaches|tutors)"
_DUTY = (
    r"(?:who|they|you|are|is|must|need|needs|needed|wanted|required|welcome|to|should|have|has|be|of|at|least|all|from"
    r"|aged?|ages|if|minimum|only|and|the|people|adults|anyone|those)"
)
_TEAM_BEFORE = re.compile(
    rf"\b{_TEAM}\b(?:[\s,:(–-]+{_DUTY}\b)*[\s,:(–-]*$"
    r"|\b(?:to\s+volunteer|volunteering|(?:be|become|becoming)\s+an?\s+(?:\w+\s+)?(?:volunteer|trustee)"
    r"|volunteer(?:ing)?\s+(?:roles?|opportunit\w+|placements?))\b"
    rf"(?:[\s,:(–-]+(?:{_DUTY}|for|open|available|with|us|here)\b)*[\s,:(–-]*$",
    re.IGNORECASE,
)
_TEAM_AFTER = re.compile(
    r"\s*\)?\s*(?:(?:who|you|they|can|could|may|are|is|also|welcome|want|wish|able|to|as)\s+)*"
    rf"(?:volunteer\b|{_TEAM}\b)",
    re.IGNORECASE,
)

_PRICE_BEFORE = re.compile(
    r"(?:\bfree(?:\s+of\s+charge)?(?:\s+(?:entry|admission|entrance|tickets?|places?|travel))?|\bdiscount(?:s|ed)?(?:\s+\w+)?"
    r"|\bconcession(?:s|ary)?(?:\s+\w+)?|\bconcs?|\bhalf[\s-]price(?:\s+\w+)?|\b(?:reduced|lower|cheaper|special)\s+\w+"
    r"|\b(?:prices?|rates?|fees?|tickets?|charges?|costs?|subs)|£\s?\d+(?:\.\d\d)?(?:\s+(?:per|an?|each)\s+\w+|\s+each)?"
    r"|\b\d{1,2}p|\b(?:chaperones?|consent|permission|supervision|adults?|parents?|guardians?)\s+(?:\w+\s+){0,3}?"
    r"(?:needed|required|necessary|present))"
    r"[\s,:(–-]*(?:(?:is|are|available|offered|given|apply|applies|off)\s+)*(?:(?:for|to|if|when)\s+)?"
    rf"(?:(?:{_LINKS}|members|residents|you|you['’]re|they)\s+)*$",
    re.IGNORECASE,
)
_PRICE_AFTER = re.compile(
    r"\s*[:=)(–-]?\s*(?:(?:go|goes|gets?|in|are|is|can|may|come|attend|swim|eat|enter|travel|play|join|at|for|a|an|only"
    r"|receive|have|pay|admitted|year|years|olds?)\s+){0,4}"
    r"(?:(?:completely\s+)?free\b(?!\s+to\s+(?:come|join|attend))|half[\s-]price|discount|concession|reduced\b|cheaper|£\s?\d"
    r"|\d{1,2}p\b|pays?\b)",
    re.IGNORECASE,
)
_WITH_ADULT_AFTER = re.compile(
    r"[^.;]{0,40}?\b(?:(?:un)?accompan\w+|supervis\w+|parental|consent|permission"
    r"|with\s+(?:an?|their|your)\s+(?:\w+\s+)?(?:adult|parent|guardian|carer|grown)|need\s+an?\s+adult)",
    re.IGNORECASE,
)
_FOR_THEM = re.compile(r"\b(?:for|to|of|with|is|are|aimed\s+at)\s+(?:(?!and\b|but\b)[\w'’-]+\s+){0,3}$", re.IGNORECASE)
"""The group is the one the age is of: "lunch for over 60s, free of charge" has a limit, "under 5s free" has none."""

_SHUT_OUT = (
    r"(?:suitable|appropriate|recommended|advised|open|available|intended|meant|designed|aimed|allowed|permitted|admitted"
    r"|accessible|able|take|taking|accept(?:ing)?|admit|allow|permit|work(?:ing)?|cater(?:ing)?|support|help|see|offer(?:ed)?"
    r"|provided?|serve|run|be|this|it|entry|admission|admittance|members|on|currently|usually|normally|generally|yet|sorry"
    r"|for|to|with|in|any)"
)
_SHUTS = re.compile(
    rf"(?:\b(?:not|cannot|never)|n['’]t)\s+(?:(?:{_SHUT_OUT}|{_LINKS})\s+)*$"
    r"|(?:\bnot|n['’]t)\s+an?\s+(?:service|group|club|class|place|event|session|activity|course)\s+(?:suitable\s+)?for\s+"
    rf"(?:{_LINKS}\s+)*$"
    rf"|\b(?:unsuitable|inappropriate|unable|except(?:ing)?|excludes?|excluding)\s+(?:(?:{_SHUT_OUT}|{_LINKS})\s+)*$",
    re.IGNORECASE,
)
_SHUT_AFTER = re.compile(
    r"\s*(?:(?:is|are|will|can|may|do|be|sorry|strictly|currently)\s+)*(?:cannot|can['’]t|not|(?:is|are|wo|do)n['’]t)\s+"
    r"(?:(?:be|currently|normally|able|to)\s+)*(?:allowed|permitted|admitted|accepted|eligible|attend|join|come|enter"
    r"|take\s+part|participate|catered|suitable)\b",
    re.IGNORECASE,
)
_ALONE = re.compile(r"\b(?:alone|unless|without|on\s+their\s+own|unaccompanied|unsupervised)\b", re.IGNORECASE)
"""Under 8s who may not come alone may come."""
_SAYS_NO = re.compile(rf"\b(?:no|nobody|no[\s-]one)\s+(?:(?:{_SHUT_OUT}|{_LINKS})\s+)*$", re.IGNORECASE)
_THAT_IS_ALL = re.compile(
    r"\s*(?:$|[.,;:)!]|please\b|(?:(?:can|may|will|is|are|to|be)\s+)*(?:admitted|allowed|permitted|accepted|attend|join))",
    re.IGNORECASE,
)
_NO_MATTER = re.compile(
    r"\bnot\s+(?:just|only|solely|exclusively|limited|restricted|confined|simply|merely|necessarily)\b[^,.;]{0,32}$"
    r"|\b(?:no\s+need|need\s*n['’]t|need(?=\s+not\b)|(?:not|n['’]t)\s+(?:need|have))(?:\s+to)?(?:\s+be)?(?:\s+aged?)?\s*$"
    r"|\bwhether\b[^.;]*$",
    re.IGNORECASE,
)
_NO_DUTY = re.compile(r"(?:\bnot|n['’]t)\s*$", re.IGNORECASE)
_DUTY_FIRST = re.compile(r"(?:need|have)\s+to\b", re.IGNORECASE)
_SAYS_OVER = re.compile(r"\b(?:over|above|older\s+than)[\s-]+(?:the\s+)?(?:ages?\s*(?:of\s+)?)?\w", re.IGNORECASE)
_SAYS_UNDER_NOT = re.compile(r"(?:not?|nor|never)\b", re.IGNORECASE)


def as_told(kind: Kind, ages: AgeRange, match: re.Match[str]) -> AgeRange | None:
    """The ages of those who may come when ``match`` states ``ages``.

    They are the same, or those on the other side of the limit where the sentence shuts them out; None where the age is
    somebody else's, is no limit, or it is not sure.
    """
    head = _SENTENCE_END.split(match.string[max(0, match.start() - _LOOKED_BACK) : match.start()])[-1]
    tail = _SENTENCE_END.split(match.string[match.end() : match.end() + _LOOKED_ON])[0]
    if _is_no_limit(head, match[0]) or _is_of_others(head, match[0], tail):
        return None
    if _SAYS_UNDER_NOT.match(match[0]):
        return ages
    if _SAYS_NO.search(head):
        return _other_side(kind, ages, match[0]) if _THAT_IS_ALL.match(tail) else None
    if _SHUT_AFTER.match(tail):
        return None if _ALONE.search(tail) else _other_side(kind, ages, match[0])
    return _other_side(kind, ages, match[0]) if _SHUTS.search(head) else ages


def _is_no_limit(head: str, words: str) -> bool:
    """ "Not just for over 60s", "you do not need to be over 60"."""
    if _NO_MATTER.search(head):
        return True
    if _SAYS_UNDER_NOT.match(words):
        return bool(re.search(r"\bneed\s*$", head, re.IGNORECASE))
    return bool(_NO_DUTY.search(head) and _DUTY_FIRST.match(words))


def _is_of_others(head: str, words: str, tail: str) -> bool:
    """Whether the age is that of a child whose parents may come, of the team, of whoever pays less or comes along."""
    if _is_of_child(head, words) or _TEAM_BEFORE.search(head) or _TEAM_AFTER.match(tail):
        return True
    if _PRICE_BEFORE.search(head):
        return True
    return bool(_PRICE_AFTER.match(tail) or _WITH_ADULT_AFTER.match(tail)) and not _FOR_THEM.search(head)


def _is_of_child(head: str, words: str) -> bool:
    if not _CHILDS.search(head) or _CHILDCARE.search(head):
        return False
    somebody = _OPENS_WITH_SOMEBODY.match(words)
    said = head + (somebody[0] if somebody else "")
    return bool(_OF_PARENTS.search(head) or _NAMES_CHILD.search(said))


def _other_side(kind: Kind, ages: AgeRange, words: str) -> AgeRange | None:
    """Who is left when ``ages`` are shut out; None for ranges, which leave two groups or are meant as an example."""
    if kind is Kind.BELOW and ages.maximum is not None:
        return AgeRange(ages.maximum + 1, None)
    if kind is Kind.FROM and ages.minimum:
        # Those who are just 25 may come where nobody over 25 may
        return AgeRange(None, ages.minimum if _SAYS_OVER.search(words) else ages.minimum - 1)
    return None
