"""Whether the words for women or men in a name, or a school in a description, are about the organization itself."""

import re

_SEX = r"(?:girls?|boys?|female|male)['’`?]?s?['’`?]?"
_SCHOOL = re.compile(
    rf"\b{_SEX}\s+(?:(?!and\b)[\w’'-]+\s+){{0,3}}?(?:schools?|academ(?:y|ies)|college)\b"
    rf"|\b(?:schools?|academ(?:y|ies)|college)\s+for\s+(?:[\w-]+\s+)?{_SEX}",
    re.IGNORECASE,
)
_BESIDE_A_SCHOOL = re.compile(
    r"\b(?:p\.?t\.?f?\.?a|parents?|friends|supporters|associations?|societ(?:y|ies)|clubs?|trusts?|funds?|foundations?|halls?"
    r"|scholarships?|bursar(?:y|ies)|prizes?|exhibitions?|endowments?|old|alumn\w+|former|committee|league|library"
    r"|appeal|charit(?:y|ies)|gifts?|bequests?|memorial|development|orchestra|choir|pool|rowing|boat|connexion|connection"
    r"|and\s+(?:[\w'’-]+\s+){1,5}?(?:schools?|academy|college))\b",
    re.IGNORECASE,
)
"""In a name with a school for one sex: a body beside the school, or a second school."""
_JOINED = re.compile(
    r"\b(?:incorporating|in\s+connection\s+with|in\s+connexion\s+with|formerly|friends\s+of|supporters\s+of|with)\b"
    r"|\b(?:clubs?|associations?|societ(?:y|ies)|trusts?|funds?|foundations?|committee|schools?|centres?|church|charit(?:y|ies)"
    r"|projects?|union|football|rugby|cricket)\b[^,]{0,60}?(?:\band|&|\bat|\bof|\bto|\bfor|\+|/|\()\s",
    re.IGNORECASE,
)
"""Before the words for a sex in a name: they belong to another body, or to one of two."""
_DIRECT = re.compile(r"\s*(?:for|of|with)\s", re.IGNORECASE)
_OWNED = re.compile(
    r"\b(?:trusts?|funds?|committee|halls?|h\.?q|headquarters|hut|huts|building|campsite|camp\s+site|cottage|minibus"
    r"|playgroup|pre-?school|nursery|creche|library|museum|archives?|foundation|hospitals?|n\.?h\.?s|and\s+community\s+centre"
    r"|and\s+(?:[\w'’-]+\s+){0,3}?(?:club|association|society|school|church))\b",
    re.IGNORECASE,
)
"""After the words for a sex in a name: what the group owns or pays for, which may serve others."""
_HOSPITAL = re.compile(r"\b(?:n\.?h\.?s|hospitals?|maternity|infirmary)\b", re.IGNORECASE)
_NAMED_CLUB = re.compile(
    r"\b(?:boys?|lads|(?:young|working)\s+men)['’`?]?s?['’`?]?\s+(?:club|a?\.?f\.?c|football|religious)\b|\b(?:sons|daughters)\s+of\b",
    re.IGNORECASE,
)
"""Old clubs that kept the name when they took everybody, and "Sons of the Rock"."""
_ONE_AFTER_ARTICLE = re.compile(
    r"\b(?:an?|two|three|several|its|our)\b(?:\W+(?!(?:at|of|in|for|to)\b)[\w'’,&-]+){0,9}?\W*$", re.IGNORECASE
)
_PROPER = re.compile(r"\b(?:at|of|to|from|in|with|the|attending|attend|supports?|supporting|near)\s(?:[^.;]*)$", re.I)
"""Before a school: it is one that the text names, not one that it describes."""
_SUPPORTERS = re.compile(
    r"\b(?:p\.?t\.?f?\.?a|parents?|friends|supporters|old|alumn\w+|former\s+pupils|society|association|club)\b", re.I
)


def heads_the_name(title: str, found: re.Match[str]) -> bool:
    """Whether ``found``, words for one sex in ``title``, say what the organization of that name is.

    They do not where they are in the name of another body, such as the school whose friends it is.
    """
    if _HOSPITAL.search(title) or _NAMED_CLUB.search(title):
        return False
    if _SCHOOL.search(title):
        return not _BESIDE_A_SCHOOL.search(title)
    if _OWNED.search(title, found.end()):
        return False
    return bool(_DIRECT.match(found[0])) or not _JOINED.search(title[: found.start()])


def is_the_school(title: str, text: str, found: re.Match[str]) -> bool:
    """Whether ``found``, a school for one sex in ``text``, is what the organization called ``title`` runs.

    A school named in passing, such as one whose pupils it helps, is not.
    """
    if _SUPPORTERS.search(title):
        return False
    before = text[: found.start()]
    return bool(_ONE_AFTER_ARTICLE.search(before)) or not _PROPER.search(before)
