"""Finding the regular times stated inside a description: "We meet every Tuesday 2-4pm in the hall"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from directory.domain.parts import Schedule
from directory.domain.times.clause import MEANINGLESS, Clause, parse
from directory.domain.times.compose import is_regular, schedules_of
from directory.domain.times.doubt import breaks_off, is_doubtful
from directory.domain.times.tokens import Kind, Token, Unreadable, plainly, sentences_of, tokens_of

_DAYS = frozenset({Kind.DAY, Kind.DAYS, Kind.ALWAYS})
_CONDITIONS = frozenset(
    {Kind.TERM, Kind.BANK_HOLIDAYS, Kind.SCHOOL_HOLIDAYS, Kind.EXCEPT, Kind.CLOSED, Kind.MONTH},
)

_HINTS = ("nday", "sday", "iday", "rday", "weekday", "weekend", "daily", "24/7", "24 / 7", "days a week")
_SHORT_HINTS = re.compile(r"(?:Mon|Tues?|Weds?|Thur?s?|Fri|Sat|Sun|MON|TUES?|WEDS?|THUR?S?|FRI|SAT|SUN)s?\b")
_NAMES_A_DAY = re.compile(
    r"(?:[Mm]on|[Tt]ues|[Ww]ednes|[Tt]hurs|[Ff]ri|[Ss]atur|[Ss]un)day|(?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY"
    r"|[Ww]eek(?:day|end)|WEEK(?:DAY|END)|[Dd]aily|DAILY|24\s?/\s?7|days\s(?:a|per)\sweek|DAYS\s(?:A|PER)\sWEEK"
    rf"|{_SHORT_HINTS.pattern}"
)
"""In every sentence that states times."""

_SAID_OF_WHAT_FOLLOWS = frozenset({"weekly", "monthly", "fortnightly"})
_LOOKED_AROUND = 300
"""Characters before and after a statement that may put it in doubt: more would cost too much without full stops."""

_AFTER_BARE_HOURS = frozenset({"with", "where", "when", "which", "all", "come"})
"""Words that may follow hours that are bare figures; before most others the figures are ages or an address."""


@dataclass(slots=True)
class _Statement:
    """A clause found in a text, and where its words stand."""

    clause: Clause
    start: int
    end: int


@dataclass(slots=True)
class _Sentence:
    """What has been found in a sentence so far; ``leading`` are conditions said before the times they are for."""

    start: int
    end: int
    statements: list[_Statement] = field(default_factory=list)
    leading: list[_Statement] = field(default_factory=list)


def schedules_in(text: str) -> tuple[Schedule, ...]:
    """The schedules stated inside ``text``: each regular time of which the words leave no doubt, with those words.

    Left out are dates, days that are part of a name ("Sunday school", "Friday prayers", "Good Friday"), a day without
    hours that may be meant once ("on Saturday"), and statements with a part or an exception that cannot be read.
    """
    if not _may_name_a_day(text):
        return ()
    plain = plainly(text)
    sentences: list[_Sentence] = []
    for start, end in sentences_of(plain):
        named = _NAMES_A_DAY.search(plain, start, end) is not None
        if not named and not (sentences and sentences[-1].statements):
            continue
        sentence = _Sentence(start, end)
        tokens = list(tokens_of(plain, prose=True, start=start, end=end))
        for chunk, following in _chunks(tokens):
            if any(token.kind in _DAYS for token in chunk):
                _find(plain, chunk, following, sentence)
            elif _is_condition(chunk) or breaks_off(chunk, following):
                about = sentences[-1] if sentences and _is_afterthought(chunk, tokens) else sentence
                _apply(chunk, following, about)
        if sentence.statements or not sentences:
            sentences.append(sentence)
    return tuple(dict.fromkeys(_schedules(text, sentences)))


def _may_name_a_day(text: str) -> bool:
    """Whether it is worth looking closer: far quicker than a regular expression on the many texts that name none."""
    lower = text.lower()
    return any(hint in lower for hint in _HINTS) or _SHORT_HINTS.search(text) is not None


def _is_condition(chunk: list[Token]) -> bool:
    """Whether ``chunk`` bears on times; "closed" by itself may be said of anything, as in "open and closed circles"."""
    kinds = {token.kind for token in chunk} - MEANINGLESS
    return bool(kinds & _CONDITIONS) and kinds != {Kind.CLOSED}


def _is_afterthought(chunk: list[Token], tokens: list[Token]) -> bool:
    """Whether a condition is about the sentence before: "Term time only." or "Except when the hall is let." """
    return len(chunk) == len(tokens) or (chunk[0] is tokens[0] and chunk[0].kind in (Kind.EXCEPT, Kind.CLOSED))


def _chunks(tokens: Sequence[Token]) -> Iterator[tuple[list[Token], str | None]]:
    """The runs of words about time in a sentence, each with the word that ends it."""
    run: list[Token] = []
    for token in tokens:
        if token.kind is not Kind.WORD:
            run.append(token)
        elif run:
            yield run, token.value
            run = []
    if run:
        yield run, None


def _find(text: str, chunk: list[Token], following: str | None, sentence: _Sentence) -> None:
    """Add the statement that ``chunk`` makes to its sentence, if it surely makes one."""
    if following not in _AFTER_BARE_HOURS and following and chunk[-1].kind is Kind.CLOCK and chunk[-1].value.isdigit():
        return
    if following and chunk[-1].value in _SAID_OF_WHAT_FOLLOWS:
        chunk = chunk[:-1]  # "Sundays and weekly meetings"
    told = [token for token in chunk if token.kind not in MEANINGLESS]
    start, end = told[0].start, chunk[-1].end
    before = text[max(sentence.start, start - _LOOKED_AROUND) : start]
    after = text[end : min(sentence.end, end + _LOOKED_AROUND)]
    if breaks_off(chunk, following) or is_doubtful(before, after):
        return
    try:
        clause = parse(chunk, prose=True)
        if not is_regular(clause):
            return
        for condition in sentence.leading:
            clause.take_over(condition.clause)
    except Unreadable:
        return
    start = min([start, *(condition.start for condition in sentence.leading)])
    sentence.statements.append(_Statement(clause, start, told[-1].end))


def _apply(chunk: list[Token], following: str | None, sentence: _Sentence) -> None:
    """Let a condition hold for what the sentence states; a condition that cannot be read puts it all in doubt."""
    try:
        if breaks_off(chunk, following):
            raise Unreadable
        condition = parse(chunk, prose=True)
        for statement in sentence.statements:
            statement.clause.take_over(condition)
            statement.end = chunk[-1].end
    except Unreadable:
        sentence.statements.clear()
    else:
        if not sentence.statements:
            sentence.leading.append(_Statement(condition, chunk[0].start, chunk[-1].end))


def _schedules(text: str, sentences: list[_Sentence]) -> Iterator[Schedule]:
    for sentence in sentences:
        for one in sentence.statements:
            try:
                yield from list(schedules_of(one.clause, " ".join(text[one.start : one.end].split())))
            except Unreadable:
                continue
