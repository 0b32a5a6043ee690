"""Whether a page names the service that is looked for: by charity number, phone, postcode or name."""

import re
from dataclasses import dataclass
from functools import lru_cache

import phonenumbers
from rapidfuzz import fuzz, process

from crawlers.visiting.domains import host_of, own_label
from crawlers.visiting.limits import NAME_ALIKE
from crawlers.visiting.page import Page
from directory.domain.names import normalise_name

_NOT_WORD = re.compile(r"[\W_]+")
_TITLE_PARTS = re.compile(r"\s+[|–—:·»-]\s+|\s*[|»]\s*")

_LONGEST_LINE = 200
"""Characters of a line that may be a name as a whole; a longer one is a paragraph."""

_LEAST_LABEL = 4
"""Letters from which the word of a host says who has it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """What a page of a service names it by; all of it optional. Charity numbers are as their register writes them."""

    name: str | None = None
    phones: tuple[str, ...] = ()
    postcodes: tuple[str, ...] = ()
    charity_numbers: tuple[str, ...] = ()

    @property
    def is_known(self) -> bool:
        """Whether there is anything to look for."""
        return bool(self.name or self.phones or self.postcodes or self.charity_numbers)


def names(page: Page, expected: Expected) -> bool:
    """Whether a page names the service in any of the ways it is known by."""
    return names_by_number(page, expected) or (expected.name is not None and _names_by_name(page, expected.name))


def names_by_number(page: Page, expected: Expected) -> bool:
    """Whether a page bears a charity number, phone or postcode of the service, as no other page does by chance."""
    text = f"{page.title}\n{page.text}"
    patterns = [
        *map(_number_pattern, expected.charity_numbers),
        *map(_phone_pattern, expected.phones),
        *map(_postcode_pattern, expected.postcodes),
    ]
    return any(pattern is not None and pattern.search(text) for pattern in patterns)


def shares_words(page: Page, name: str) -> bool:
    """Whether at least half of the words of a name stand somewhere on a page, so that it may still be about it."""
    wanted = set(normalise_name(name).split())
    found = wanted & set(normalise_name(f"{page.title} {page.text}").split())
    return 2 * len(found) >= len(wanted)


def names_by_host(page: Page, url: str, final_url: str) -> bool:
    """Whether a page, or its own host, bears the word that the host of ``url`` stands for.

    It stands in for a name where none is known: ``hall.org`` leading to ``hall.org.uk``.
    """
    label = _squeezed(own_label(host_of(url)))
    return len(label) >= _LEAST_LABEL and label in _squeezed(f"{host_of(final_url)} {page.title} {page.text}")


def _squeezed(text: str) -> str:
    return _NOT_WORD.sub("", text.lower())


def _names_by_name(page: Page, name: str) -> bool:
    """Whether the name stands in the title, in a line, or as a run of as many words as it has."""
    wanted = normalise_name(name)
    if not wanted:
        return False
    lines = [*_TITLE_PARTS.split(page.title), page.title, *page.text.splitlines()]
    candidates = [normalise_name(line) for line in lines if len(line) <= _LONGEST_LINE]
    count = len(wanted.split())
    if count > 1:
        # A name of one word would be met in any sentence about something else.
        words = normalise_name(f"{page.title} {page.text}").split()
        candidates += [" ".join(words[start : start + count]) for start in range(len(words) - count + 1)]
    alike = process.extractOne(wanted, set(candidates), scorer=fuzz.token_sort_ratio, score_cutoff=NAME_ALIKE)
    return alike is not None


@lru_cache(maxsize=1024)
def _number_pattern(number: str) -> re.Pattern[str] | None:
    """A register's number as pages write it, with spaces or without, and no part of a longer one."""
    characters = [re.escape(character) for character in number if character.isalnum()]
    if len(characters) < 6:
        return None
    spaced = r"\s?".join(characters)
    return re.compile(rf"(?<![^\W_]){spaced}(?![^\W_])", re.IGNORECASE)


@lru_cache(maxsize=1024)
def _phone_pattern(phone: str) -> re.Pattern[str] | None:
    """A UK number as pages write it: with +44 or 0, in any spacing."""
    try:
        national = str(phonenumbers.parse(phone, "GB").national_number)
    except phonenumbers.NumberParseException:
        return None
    apart = r"[\s.()-]{0,3}"
    return re.compile(rf"(?<!\d)(?:(?:00)?44{apart})?0?{apart}{apart.join(national)}(?!\d)")


@lru_cache(maxsize=1024)
def _postcode_pattern(postcode: str) -> re.Pattern[str] | None:
    squeezed = "".join(postcode.split()).upper()
    if len(squeezed) < 5:
        return None
    return re.compile(rf"\b{re.escape(squeezed[:-3])}\s?{re.escape(squeezed[-3:])}\b", re.IGNORECASE)
