"""Sentences of ours in English that remember what they were made of, so that they can be said in another language.

A `Message` is a string: whoever asks for no other language needs to know nothing of it. Whoever speaks another looks
its pattern up in a catalogue (``gettext``) and puts the values, said in that language too, in their places. Joining
messages as strings forgets what they were made of: a sentence of sentences is made with `say`, a list with `listed`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, time
from enum import Enum
from functools import lru_cache
from typing import Self

Value = object
"""What stands in a message: a string as it is, another message, a whole number, a decimal, a day, a time or `Shown`."""


class Form(Enum):
    """How a day is told."""

    DAY = "3 May 2026"
    WEEKDAY = "Sunday 3 May"
    MONTH = "May 2026"
    SHORT = "3 Feb 2026"
    SHORT_MONTH = "Feb 2026"


_ENGLISH = {
    Form.DAY: "{0.day} {0:%B %Y}",
    Form.WEEKDAY: "{0:%A} {0.day} {0:%B}",
    Form.MONTH: "{0:%B %Y}",
    Form.SHORT: "{0.day} {0:%b %Y}",
    Form.SHORT_MONTH: "{0:%b %Y}",
}


@dataclass(frozen=True, slots=True)
class Shown:
    """A day in one of its forms."""

    on: date
    form: Form


class Message(str):
    """What `pattern` says of `values`, in English. ``many`` is the pattern for any number but one, which is ``number``.

    ``is_start`` says that it begins a sentence, though its pattern may begin in the middle of one, and ``is_within``
    that it stands within one, though its pattern may begin with a capital letter.
    """

    __slots__ = ("is_start", "is_within", "many", "number", "pattern", "values")

    pattern: str
    values: Mapping[str, Value]
    many: str | None
    number: int
    is_start: bool
    is_within: bool

    @classmethod
    def made(cls, pattern: str, values: Mapping[str, Value], many: str | None = None, number: int = 1) -> Self:
        """The message of these parts."""
        text = (pattern if many is None or number == 1 else many).format_map(
            {name: in_english(value) for name, value in values.items()}
        )
        message = cls(text)
        message.pattern, message.values, message.many, message.number = pattern, values, many, number
        message.is_start = message.is_within = False
        return message


def say(pattern: str, /, **values: Value) -> Message:
    """The message ``pattern``, with ``values`` in its braces; braces that belong to the text are doubled."""
    return Message.made(pattern, values) if values else _said_often(pattern)


@lru_cache(maxsize=4_096)
def _said_often(pattern: str) -> Message:
    """The message of no values: a page of results says the same few a hundred times."""
    return Message.made(pattern, {})


def say_count(one: str, many: str, number: int, /, **values: Value) -> Message:
    """The message ``one`` where ``number`` is 1, else ``many``, with the number in ``{n}``."""
    return Message.made(one, {"n": number, **values}, many, number)


def mark(pattern: str) -> str:
    """``pattern`` itself: this only tells whoever gathers the messages to translate that it is one of them."""
    return pattern


def sentence(words: str) -> Message:
    """``words`` with a capital letter, to begin a sentence."""
    message = _as_it_is(capital(words), words)
    message.is_start = True
    return message


def within(words: str) -> Message:
    """``words`` with a small letter, to stand within a sentence."""
    message = _as_it_is(uncapital(words), words)
    message.is_within = True
    return message


def capital(text: str) -> str:
    """``text`` with a capital letter."""
    return text[:1].upper() + text[1:]


def uncapital(text: str) -> str:
    """``text`` with a small letter; abbreviations stay as they are."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def listed(items: Iterable[str], between: str = ", ") -> Message:
    """``items`` one after another."""
    values = {f"item{number}": item for number, item in enumerate(items)}
    return Message.made(between.join(f"{{{name}}}" for name in values), values)


def either(items: Iterable[str]) -> str:
    """``items`` as a choice: "a or b or c"."""
    said, *others = items
    for other in others:
        said = say("{some} or {other}", some=said, other=other)
    return said


def both(items: Iterable[str]) -> str:
    """``items`` together: "a, b and c"."""
    *first, last = items
    return say("{some} and {other}", some=listed(first), other=last) if first else last


def day(on: date) -> Message:
    """A day as people write it: 3 May 2026."""
    return say("{it}", it=on)


def weekday(on: date) -> Message:
    """A day soon: Sunday 3 May."""
    return say("{it}", it=Shown(on, Form.WEEKDAY))


def month(on: date) -> Message:
    """The month of a day: May 2026."""
    return say("{it}", it=Shown(on, Form.MONTH))


def short_day(on: date) -> Message:
    """A day for the edge of a line: 3 Feb 2026."""
    return say("{it}", it=Shown(on, Form.SHORT))


def short_month(on: date) -> Message:
    """The month of a day, for a narrow place: Feb 2026."""
    return say("{it}", it=Shown(on, Form.SHORT_MONTH))


def in_english(value: Value) -> str:
    """A value of a message as English has it."""
    match value:
        case str():
            return value
        case int():
            return f"{value:,}"
        case float():
            return f"{value:,.1f}".removesuffix(".0")
        case date():
            return f"{value.day} {value:%B %Y}"
        case time():
            return _clock(value)
        case Shown():
            return _ENGLISH[value.form].format(value.on)
        case _:
            raise TypeError(f"A message cannot say {value!r}.")


def _clock(moment: time) -> str:
    """``10am``, ``6:30pm``, ``12 noon``, ``midnight``."""
    if (moment.hour, moment.minute) == (12, 0):
        return "12 noon"
    if (moment.hour, moment.minute) == (0, 0):
        return "midnight"
    hour = moment.hour % 12 or 12
    minutes = f":{moment.minute:02}" if moment.minute else ""
    return f"{hour}{minutes}{'am' if moment.hour < 12 else 'pm'}"


def _as_it_is(text: str, words: str) -> Message:
    """``text``, which is ``words`` but for its first letter."""
    message = Message(text)
    message.pattern, message.values, message.many, message.number = "{words}", {"words": words}, None, 1
    message.is_start = message.is_within = False
    return message
