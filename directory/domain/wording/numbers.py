"""Numbers as people write them: digits, and words from nought to ninety-nine."""

import re

_UNITS = ("nought", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_TEENS = ("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_VALUES = (
    {word: value for value, word in enumerate(_UNITS + _TEENS)}
    | {word: 10 * value for value, word in enumerate(_TENS, 2)}
    | {"zero": 0, "fourty": 40}
)
_PLURALS = {word[:-1] + "ies" if word.endswith("y") else word + ("es" if word.endswith("x") else "s"): word
            for word in _VALUES}  # fmt: skip
_SMALL = "|".join(sorted(_UNITS[1:10], key=len, reverse=True))

NUMBER = (
    rf"(?=[\dbefnostz])(?:(?<![\d.,£$€/])\d{{1,2}}(?!\d|[.,]\d|/\d)"
    rf"|\b(?:(?:{'|'.join(_TENS)}|fourty)(?:[\s-]+(?:{_SMALL}))?"
    rf"|{'|'.join(sorted({*_UNITS, *_TEENS, 'zero'}, key=len, reverse=True))})\b)"
)
"""The pattern of one number below a hundred, without groups; for `re.IGNORECASE`."""

PLURAL = rf"(?:(?<![\d.,£$€/])\d{{1,2}}['’`?]?s\b|\b(?:(?:{'|'.join(_TENS)})[\s-]+)?(?:{'|'.join(_PLURALS)})\b)"
"""The pattern of a number that stands for people of that age: ``60s``, ``60's``, ``fifties``, ``twenty-fives``."""


_DASHES = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2212", "-"))
"""Hyphens that do not break, figure dashes and minus signs."""


def plain_dashes(text: str) -> str:
    """The text, no longer or shorter, with a hyphen for each sign that only looks like one: ``16-25``."""
    return text.translate(_DASHES)


def number(words: str) -> int:
    """The value of what `NUMBER` or `PLURAL` matched: ``25``, ``twenty-five``, ``60's``, ``fifties``.

    Raises KeyError for other words.
    """
    digits = re.match(r"\d+", words)
    if digits:
        return int(digits[0])
    parts = re.split(r"[\s-]+", words.lower())
    return sum(_VALUES[_PLURALS.get(part, part)] for part in parts)
