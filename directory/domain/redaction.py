"""Takes e-mail addresses and long numbers out of what people write, so that nobody can be reached or found by them."""

import re
import unicodedata

TAKEN_OUT = "[taken out]"
"""Stands in place of what was taken out, so that a reader knows that something was."""

LEAST_DIGITS = 7
"""An NHS number has ten digits and a telephone number without its code seven, in some places six; a short date has six
too, and says what a note is for."""

_ADDRESS = re.compile(r"[^\s@<>]+(?:@[^\s@<>,;]+)+")
_SPELT = re.compile(r"[\w.+-]+ *[\[(] *at *[\])] *[\w-]+(?: *(?:\.|[\[(] *dot *[\])]) *[\w-]+)*", re.IGNORECASE)
_BETWEEN = r"[ .()\-\u2010-\u2015]"
_NUMBER = re.compile(rf"\+?\d(?:{_BETWEEN}{{0,3}}\d)+")
_TIME = r"(?:[01]?\d|2[0-4])\.[0-5]\d"
_TELLING = re.compile(
    rf"(?<!\d)(?<!\d[ .()-])(?:(?:19|20)\d\d-(?:0\d|1[0-2])-(?:[0-2]\d|3[01])|{_TIME} ?[-\u2013] ?{_TIME})"
    rf"(?!{_BETWEEN}*\d)"
)
"""A day or a span of hours, apart from any other digits."""


def without_contacts(text: str) -> str:
    """``text`` with `TAKEN_OUT` where an address or a number with so many digits stood; days and hours are left."""
    plain = unicodedata.normalize("NFKC", text)
    plain = _SPELT.sub(TAKEN_OUT, _ADDRESS.sub(TAKEN_OUT, plain))
    parts, at = [], 0
    for telling in _TELLING.finditer(plain):
        parts += [_NUMBER.sub(_judged, plain[at : telling.start()]), telling[0]]
        at = telling.end()
    return "".join((*parts, _NUMBER.sub(_judged, plain[at:])))


def _judged(match: re.Match[str]) -> str:
    digits = sum(sign.isdigit() for sign in match[0])
    return TAKEN_OUT if digits >= LEAST_DIGITS else match[0]
