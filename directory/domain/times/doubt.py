"""Doubt about times stated in a text: they are past, denied, of the telephone or the office, or off at times unsaid."""

import re
from collections.abc import Sequence
from itertools import takewhile

from directory.domain.times.tokens import MONTHS, Kind, Token

_NOT_SESSIONS = re.compile(
    r"""(?xi)\b(?:
      used\sto | formerly | previously | in\sthe\spast | no\slonger | cancel+ed | suspended
    | office | reception | call | ring | telephone | phones? | answerphone | switchboard | (?:phone|e-?mail|contact)\sus
    | lines?\s(?:(?:are|is)\s)?open | enquiries | bookings
    | open\sday | launch | festival | fayre | agm
    | (?:committee|trustees|board|governors)\s(?:members\s)?meet(?:s|ings?)?
    | collections | deliver(?:y|ies) | donations?\s(?:\w+\s){0,3}(?:accepted|taken|received|collected|dropped|left)
    | volunteers?\s(?:\w+\s)?(?:needed|wanted|required) | needs?\svolunteers
    | (?:we|volunteers?|drivers?|vans?|team|staff)\s(?:\w+\s){0,2}(?:collects?|sorts?|packs?|picks?\sup|fundraises?
        | delivers?(?=\s(?:on\W*$|(?:\w+\s){0,2}(?:food|meals?|parcels?|lunches|boxes|shopping|furniture|to)\b)))
    | (?:hop(?:e|es|ing)|plan(?:s|ning)?|(?:would|'d)\slike)\sto\s(?:\w+\s){0,2}
        (?:meet|run|open|start|restart|hold|offer)
    )\b
    | \b(?:by|before|since|deadline)\W*$""",
)
"""Words before a statement, in its sentence, after which it is about what is past, planned or once a year, about the
telephone, the office or a deadline, or about work behind the scenes."""

_ENDED = re.compile(
    r"(?i)\b(?:until|till|up to|before)\s(?:\w+\s){0,3}(?:(?:19|20)\d\d|covid\S*|pandemic|lockdown"
    rf"|(?-i:{'|'.join(month.title() for month in MONTHS)}))\b"
)
_PAST = re.compile(r"(?i)\b(?:met|was|were|ran|had|took|did|gathered)\b")
_PRESENT = re.compile(
    r"(?i)\b(?:meets?|runs?|is|are|now|takes?|holds?|opens|comes?|join|has|have|offers?|provides?|hosts?|gathers?"
    r"|currently|still)\b"
)
"""After a word of the past, says that what follows is of today: "was set up in 2010 and meets on Tuesdays"."""

_NEGATED = re.compile(
    r"""(?xi)\b(?:
      (?:not|never|nor|cannot)\b(?![\s-](?:for[\s-]profit|only|just)) | \w+n't\b
    | no\b(?!\s(?:need|booking|charge|cost|fee|referral|appointment|experience|membership))
    )"""
)
_NEW_CLAUSE = re.compile(
    r"(?i)[,;:()]|\s-\s|\b(?:but|so|just|simply|instead|and\s(?:we|it|they|you|all|our|the|meets?|runs?|is|are|has|have"
    r"|takes?|holds?|opens?|comes?|welcomes?))\b"
)
"""Between a "not" and a statement, says that it is not the statement that is denied."""

_DENIED_AFTER = re.compile(
    r"(?i)\b(?:no longer|cancel+ed|suspended|discontinued|postponed|paused|on hold|(?:has|have)\s(?:now\s|all\s)?"
    r"(?:ended|closed|finished|stopped|ceased)|(?:not|\w+n't)\s(?:currently\s)?(?:run(?:ning)?|meet(?:ing)?|take place"
    r"|taking place|happen(?:ing)?|available))\b"
)

_OFF = frozenset(
    {"christmas", "xmas", "easter", "summer", "winter", "new", "boxing", "holidays", "religious", "public", "ramadan"}
)
"""Words with which a time off begins, after "closed" or a comma."""

_GOES_ON = frozenset(
    {"we", "all", "everyone", "you", "it", "they", "there", "our", "please", "is", "are", "has", "costs", "runs"}
    | {"offers", "welcomes", "includes", "meet", "meets", "starts"}
)
"""Words that after "and" begin something new, so that the list before it is whole."""

_JOINING = frozenset({"or", "nor", "plus", "as", "also"})
_EXCEPTION = frozenset({Kind.EXCEPT, Kind.CLOSED})
_JOINTS = frozenset({Kind.FILLER, Kind.COMMA, Kind.AND, Kind.AT})
_OF_EXCEPTIONS = _JOINTS | {
    *(Kind.DAY, Kind.MONTH, Kind.BANK_HOLIDAYS, Kind.SCHOOL_HOLIDAYS, Kind.TERM, Kind.EVERY, Kind.TO, Kind.DASH)
}


def is_doubtful(before: str, after: str) -> bool:
    """Whether what stands before or after a statement in its sentence takes from it that there are sessions then."""
    return (
        _NOT_SESSIONS.search(before) is not None
        or _ENDED.search(before) is not None
        or _is_last(before, _PAST, _PRESENT)
        or _is_last(before, _NEGATED, _NEW_CLAUSE)
        or _DENIED_AFTER.search(after) is not None
    )


def _is_last(before: str, wanted: re.Pattern[str], ending: re.Pattern[str]) -> bool:
    """Whether there is one of ``wanted`` in ``before`` with none of ``ending`` after the last of them."""
    ends = [match.end() for match in wanted.finditer(before)]
    return bool(ends) and ending.search(before, ends[-1]) is None


def breaks_off(chunk: Sequence[Token], following: str | None) -> bool:
    """Whether the exceptions at the end of ``chunk`` go on into the unknown word ``following``.

    "Except in August and at Christmas" does; "closed bank holidays and we ask for £2" says all of it before the "and".
    """
    if following is None or not _ends_in_exceptions(chunk):
        return False
    tail = list(takewhile(lambda token: token.kind in _JOINTS, reversed(chunk)))
    if any(token.kind is Kind.AND for token in tail):
        return _GOES_ON.isdisjoint([following, *(token.value for token in tail)])
    return following in _JOINING | _OFF


def _ends_in_exceptions(chunk: Sequence[Token]) -> bool:
    for token in reversed(chunk):
        if token.kind in _EXCEPTION:
            return True
        if token.kind not in _OF_EXCEPTIONS:
            return False
    return False
