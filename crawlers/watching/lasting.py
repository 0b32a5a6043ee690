"""The part of a page's text that changes only when its publisher changes something, and the hash of it."""

import re
from hashlib import sha256

_WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?"
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)"
)
_CLOCK = r"(?:[0-9]{1,2}[:.][0-9]{2}(?:[:.][0-9]{2})?(?:\s?[ap]\.?m\b\.?)?|[0-9]{1,2}\s?[ap]\.?m\b\.?)"
_NUMBER = r"[0-9]{1,2}(?:st|nd|rd|th)?"
_DATES = (
    rf"(?:\b{_WEEKDAY},?\s+)?(?:the\s+)?\b{_NUMBER}(?:\s+of)?\s+{_MONTH}\b(?:,?\s+[0-9]{{4}}\b)?",
    rf"(?:\b{_WEEKDAY},?\s+)?\b{_MONTH}\s+{_NUMBER}\b(?:,?\s+[0-9]{{4}}\b)?",
    rf"\b{_MONTH}\s+[0-9]{{4}}\b",
    r"\b[0-9]{4}-[0-9]{2}-[0-9]{2}\b",
    r"\b[0-9]{1,2}[/.][0-9]{1,2}[/.](?:[0-9]{4}|[0-9]{2})\b",
)
_UNITS = r"(?:second|sec|minute|min|hour|day|week|month|year)s?"
_COUNTED = (
    r"(?:(?:page\s?)?views?|visits?|visitors?|hits|reads?|comments?|repl(?:y|ies)|likes?|shares?|followers?|downloads?"
    r"|reactions?|(?:people|users|members|guests)\s+online|min(?:ute)?s?\s+read)"
)
_PASSING = re.compile(
    "|".join(
        (
            # A time goes with its date; one that stands for itself, as in "Tuesdays at 7pm", is what is watched for.
            rf"(?:{'|'.join(_DATES)})(?:(?:\s+at|\s*[,|–-]|t)?\s*{_CLOCK}(?:\s?(?:gmt|bst|utc)\b)?)?",
            rf"\b(?:today\s+is|it\s+is(?:\s+now)?|time(?:\s+now)?(?:\s+is)?:?|updated:?|as\s+of)\s+(?:{_WEEKDAY}\b|{_CLOCK})",
            r"\b[0-9]{1,2}:[0-9]{2}:[0-9]{2}\b",
            rf"^[^\S\n]*(?:{_CLOCK}|{_WEEKDAY})[^\S\n]*$",
            r"(?:©|\(c\)|\bcopyright)\s*(?:©\s*)?[0-9]{4}(?:\s*[-–]\s*[0-9]{4})?",
            rf"\b(?:[0-9]+|an?|one|two|three)\s+{_UNITS}\s+ago\b",
            rf"\b[0-9][0-9,]{{0,14}}\s?{_COUNTED}\b",
            r"\b(?:visitors?|hits|(?:page\s?)?views|visitor\s+number|downloads)\s*:?\s*#?\s*[0-9][0-9,]*",
        )
    ),
    re.IGNORECASE | re.MULTILINE,
)


def lasting_hash(text: str) -> str:
    """The SHA-256, in hexadecimal, of ``text`` without dates, times of day that tell when it was written, and counters.

    Hours that stand for themselves are kept: that a group meets an hour later is a change. Case and spaces are not.
    """
    lasting = " ".join(_PASSING.sub(" ", text.casefold()).split())
    return sha256(lasting.encode("utf-8", "replace")).hexdigest()
