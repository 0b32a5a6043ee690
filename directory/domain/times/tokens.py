"""Words about time cut into tokens: days, clock times, "every", "closed", and whatever they stand among."""

import re
from collections.abc import Container, Iterator, Sequence
from enum import IntEnum, auto
from typing import NamedTuple

WEEK = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
"""The RRULE codes of the days, Monday first."""


class Kind(IntEnum):
    """What a token does in a statement of times."""

    DAY = auto()
    DAYS = auto()
    EVERY = auto()
    OTHER = auto()
    ORDINAL = auto()
    WEEKLY = auto()
    MONTHLY = auto()
    PART = auto()
    CLOCK = auto()
    ALL_HOURS = auto()
    ALWAYS = auto()
    LATE = auto()
    BETWEEN = auto()
    AT = auto()
    TO = auto()
    DASH = auto()
    AND = auto()
    COMMA = auto()
    OPEN = auto()
    CLOSED = auto()
    EXCEPT = auto()
    TERM = auto()
    SCHOOL_HOLIDAYS = auto()
    BANK_HOLIDAYS = auto()
    MONTH = auto()
    FILLER = auto()
    NEVER = auto()
    """Something that no statement of regular times can have in it, such as a date."""
    WORD = auto()
    """Anything else."""


class Token(NamedTuple):
    """A piece of a text: ``value`` in lower case, and where it stands."""

    kind: Kind
    value: str
    start: int
    end: int


_SINGULAR_DAYS = {
    "MO": "mon monday",
    "TU": "tue tues tuesday",
    "WE": "wed weds wednesday",
    "TH": "thu thur thurs thursday",
    "FR": "fri friday",
    "SA": "sat saturday",
    "SU": "sun sunday",
}
_PLURAL_DAYS = {code: f"{words.split()[-1]}s" for code, words in _SINGULAR_DAYS.items()}

DAY_CODES = {word: code for code, words in _SINGULAR_DAYS.items() for word in (*words.split(), _PLURAL_DAYS[code])} | {
    f"{word}s": code for code, words in _SINGULAR_DAYS.items() if code in ("MO", "FR") for word in words.split()[:1]
}
"""The RRULE code of each way to write a day."""

PLURALS = frozenset({*_PLURAL_DAYS.values(), "mons", "fris"})
MONTHS = {
    word: number
    for number, words in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
            "september sept sep", "october oct", "november nov", "december dec",
        ),
        start=1,
    )
    for word in words.split()
}  # fmt: skip
"""The number of each way to write a month."""

ORDINALS = {"1st": 1, "first": 1, "2nd": 2, "second": 2, "3rd": 3, "third": 3, "4th": 4, "fourth": 4}
ORDINALS |= {"5th": 5, "fifth": 5, "last": -1}

_WORDS: dict[str, Kind] = {
    word: kind
    for kind, words in (
        (Kind.DAY, " ".join(DAY_CODES)),
        (Kind.DAYS, "weekday weekdays weekend weekends daily everyday"),
        (Kind.MONTH, " ".join(MONTHS)),
        (Kind.ORDINAL, " ".join(ORDINALS)),
        (Kind.EVERY, "every each"),
        (Kind.OTHER, "alternate fortnightly"),
        (Kind.WEEKLY, "weekly"),
        (Kind.MONTHLY, "monthly"),
        (Kind.PART, "morning mornings afternoon afternoons evening evenings night nights lunchtime lunchtimes"),
        (Kind.CLOCK, "noon midday midnight"),
        (Kind.BETWEEN, "between"),
        (Kind.AT, "at from"),
        (Kind.TO, "to until till til through thru"),
        (Kind.AND, "and"),
        (Kind.OPEN, "open opens including incl inc"),
        (Kind.CLOSED, "closed"),
        (Kind.EXCEPT, "except excluding excl"),
        (Kind.NEVER, "tomorrow today usually approximately tbc"),
        (Kind.FILLER, "on the in during we are is meet meets held for starts starting onwards only times hours"),
        (Kind.FILLER, "opening session sessions"),
    )
    for word in words.split()
}  # fmt: skip

_SHORT_FOR_OTHER_WORDS = frozenset({"sun", "sat", "wed", "mon", "may", "march", "mar", "dec", "jan", "fri", "thu"})
"""Words that stand for a day or month in prose only with a capital letter: "in the sun", "you may"."""

_NAMED = "good|easter|ash|palm|black|cyber|maundy|shrove|pancake|whit|holy|remembrance|mothering|advent|trinity|giving"
_MONTH = "|".join(MONTHS)
_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?"
_SHORT_DAYS = ("mon", "tue", "tues", "wed", "weds", "thu", "thur", "thurs", "fri", "sat", "sun")
_NOT_SHORT = "".join(rf"(?<!\b{day}\.)" for day in _SHORT_DAYS)
_STOPS = re.compile(rf"""(?i)[;\n•|]|(?:[!?]|\.{_NOT_SHORT})(?=\s+["'(]?(?-i:[A-Z])|\s*$)""")
_LEXER = re.compile(
    rf"""
      (?P<ALWAYS> 24\s?/\s?7\b )
    | (?P<ALL_HOURS> 24[\s-]?h(?:ou)?rs?\b(?:\s+a\s+day)? )
    | (?P<DAYS> (?:7|seven)\s+days\s+(?:a|per)\s+week\b | every\s+day\b )
    | (?P<NEVER> (?<!\w)\d{{1,2}}(?:/\d{{1,2}}\b|(?P<SIGN>[./-])\d{{1,2}}(?P=SIGN)\d{{2,4}}\b)
        | (?:this|next|coming)(?=\s+(?:{_DAY}|week|month))
        | by\s+(?:prior\s+)?(?:appointment|arrangement)\b )
    | (?P<CLOCK> (?<![\w£$])(?<!\d[.,:/])
        (?: 12\s?(?:noon|midday|midnight)\b
          | \d{{1,2}}(?:[:.][0-5]\d)?\s?(?:[ap]\.m\.?|[ap]m\b)
          | (?:[01]\d|2[0-3])[0-5]\d\s?(?:h|hrs|hours)\b
          | \d{{1,2}}[:.][0-5]\d(?![\w%/:])(?![.,]\d)(?:\s?(?:hrs|hours)\b)?
          | \d{{1,2}}(?![\w%/:]|[.,]\d)(?:\s?o'clock\b)? ) )
    | (?P<ORDINAL> [1-5](?:st|nd|rd|th)\b )
    | (?P<MONEY> [£$]\s?\d[\d.,]* )
    | (?P<NUMBER> \d[\w.,:/%]* )
    | (?P<BANK_HOLIDAYS> (?:bank|public)(?:\s+(?:and|or|&)\s+(?:bank|public))?[\s-]+hol(?:iday)?s?\b
        (?:\s+(?:mondays?|weekends?)\b)? )
    | (?P<SCHOOL_HOLIDAYS> school\s+hol(?:iday)?s?\b | half[\s-]terms?\b(?:\s+hol(?:iday)?s?\b)? )
    | (?P<TERM> (?:school\s+)?term[\s-]?times?\b | (?:school\s+)?terms?\s+only\b | school\s+calendar\b
        | during\s+(?:school\s+)?term\b )
    | (?P<MONTHLY> (?:of|in)\s+(?:(?:the|each|every|a)\s+)?(?:calendar\s+)?month\b
        | (?:each|every|per|a)\s+(?:calendar\s+)?month\b )
    | (?P<OTHER> every\s+other\b(?:\s+weeks?\b)? | every\s+(?:two|2)\s+weeks\b | (?:every|each|once\sa)\s+fortnight\b
        | alternate\s+weeks\b )
    | (?P<WEEKLY> (?:each|every|per|a)\s+week\b )
    | (?P<LATE> (?:(?:un)?till?|to)\s+late\b )
    | (?P<CLOSED> closed\b )
    | (?P<EXCEPT> (?:apart|aside)\s+from\b | other\s+than\b | not\s+open\b | no\s+(?:sessions?|meetings?)\b
        | not(?=\s+(?:(?:on|in|during|the)\s+)*(?:bank|public|school|half|{_DAY}|(?:{_MONTH})\b)) )
    | (?P<AGES> (?:aged?|ages)\s+\d{{1,3}}(?:\s*(?:-|to|and)\s*\d{{1,3}})?\b )
    | (?P<NAME> (?:{_NAMED})\s+{_DAY}\b | (?:sun|satur)days?\s+schools?\b | fridays?\s+prayers?\b )
    | (?P<ABBREVIATED> (?:{"|".join(_SHORT_DAYS)})\. )
    | (?P<AND> & | \+ | / )
    | (?P<DASH> -+ )
    | (?P<COMMA> , )
    | (?P<WORD> [^\W\d_]+(?:'[^\W\d_]+)? )
    | (?P<FILLER> [():.!?\[\]] )
    | (?P<OTHER_SIGN> \S )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_KINDS = Kind.__members__ | {
    "MONEY": Kind.WORD,
    "NUMBER": Kind.NEVER,
    "AGES": Kind.WORD,
    "NAME": Kind.WORD,
    "ABBREVIATED": Kind.DAY,
    "OTHER_SIGN": Kind.WORD,
}
_PLAIN = str.maketrans({"–": "-", "—": "-", "−": "-", "‑": "-", "‐": "-", "\u00a0": " ", "’": "'", "\t": " "})


class Unreadable(Exception):
    """A statement of times cannot be read completely and surely."""


class Cursor:
    """A place in a row of tokens, which moves on as they are taken."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self._tokens = tokens
        self.at = 0

    def kind(self, ahead: int = 0) -> Kind | None:
        """The kind of the token here, or some places ahead or back; None past the ends."""
        position = self.at + ahead
        return self._tokens[position].kind if 0 <= position < len(self._tokens) else None

    def take(self) -> Token:
        """The token here; move past it."""
        self.at += 1
        return self._tokens[self.at - 1]

    def skip(self, *kinds: Kind) -> bool:
        """Move past tokens of ``kinds``; whether there were any."""
        before = self.at
        while self.kind() in kinds:
            self.at += 1
        return self.at > before

    def after(self, *kinds: Kind, start: int = 0) -> int:
        """How far ahead the first token stands that is none of ``kinds``, looking from ``start`` places ahead."""
        while self.kind(start) in kinds:
            start += 1
        return start

    def comes(self, *kinds: Kind, past: Container[Kind]) -> bool:
        """Whether one of ``kinds`` follows when those in ``past`` are left out; if so, move to it."""
        ahead = 0
        while (kind := self.kind(ahead)) in past and kind not in kinds:
            ahead += 1
        if kind not in kinds:
            return False
        self.at += ahead
        return True


def plainly(text: str) -> str:
    """``text`` with one kind of dash, space and apostrophe, each letter in the place it had."""
    return text.translate(_PLAIN)


def sentences_of(text: str) -> Iterator[tuple[int, int]]:
    """Where each sentence, line or item of ``text`` starts and ends; "Mon." does not end one."""
    start = 0
    for match in _STOPS.finditer(text):
        yield start, match.start()
        start = match.end()
    yield start, len(text)


def tokens_of(text: str, *, prose: bool, start: int = 0, end: int | None = None) -> Iterator[Token]:
    """The tokens of `plainly` written ``text`` from ``start`` to ``end``, which cover all but spaces.

    In ``prose``, short names of days need their capital.
    """
    for match in _LEXER.finditer(text, start, len(text) if end is None else end):
        group = match.lastgroup or ""
        value = match.group()
        kind = _kind_of_word(value, prose=prose) if group == "WORD" else _KINDS[group]
        plain = value.lower()
        if kind is Kind.DAY or (group == "WORD" and kind is not Kind.WORD):
            plain = plain.rstrip(".").removesuffix("'s")
        yield Token(kind, plain, match.start(), match.end())


def _kind_of_word(word: str, *, prose: bool) -> Kind:
    plain = word.lower()
    if prose and word == plain and plain in _SHORT_FOR_OTHER_WORDS:
        return Kind.WORD
    return _WORDS.get(plain) or _WORDS.get(plain.removesuffix("'s"), Kind.WORD)
