"""Finds the name of a place in the box, and never takes the need for a village."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from directory.domain.messages import say
from directory.domain.places import Place
from directory.geography import Gazetteer
from directory.geography.spelling import fold
from index.box.denial import Denial, find_denial
from index.box.lists import Lists
from index.box.postcodes import Found, before_place
from index.box.text import KEPT, Remaining

_SAME = {"saint": "st", "upon": "on", "&": "and"}
_COUNTRIES = (("england",), ("scotland",), ("wales",), ("northern", "ireland"))
_OR = re.compile(r"\s*(?:,\s*)?(?:or|nor)\s+(?:(?:in|near|around)\s+)?")
_LONGEST_AREA = 6
_BESIDE_M = 10_000.0
"""How far beyond the edge of a town a postcode may lie that is said in one breath with it."""

_AFTER_PREPOSITION, _AT_THE_END, _ANYWHERE = range(3)


class _Name(NamedTuple):
    """A name that may be meant: how it stands in the box, and its weight. Its words run from ``first`` to before
    ``past``, and with the name of the area it lies in to before ``end``."""

    standing: int
    first: int
    past: int
    end: int
    weight: float


class PlaceNameRule:
    """One search of one box for the name of a place."""

    def __init__(self, remaining: Remaining, gazetteer: Gazetteer, lists: Lists, beside: Place | None) -> None:
        self._remaining = remaining
        self._gazetteer = gazetteer
        self._lists = lists
        self._beside = beside
        self._tokens = remaining.tokens()
        self._keys = [_key(token.word) for token in self._tokens]

    def take(self) -> Found | None:
        """Take out the name that most likely is the place: after a preposition, else last, else anywhere."""
        self._drop_denied()
        names = sorted(self._names(), key=lambda name: (name.standing, name.first - name.end, -name.first))
        for name in names:
            place = self._place(name)
            if place is not None:
                return self._taken(name, place)
        return None

    def _drop_denied(self) -> None:
        """Take out where it shall not be: "York but not Leeds"."""
        past = -1
        for name in list(self._names()):
            start, end = self._tokens[name.first].start, self._tokens[name.end - 1].end
            is_word = name.standing != _AFTER_PREPOSITION and self._are_ordinary(self._keys[name.first : name.past])
            denial = None if is_word else self._denial(name)
            if denial and not denial.only:
                self._remaining.drop(denial.start, denial.end)
                past = denial.end
            elif past >= 0 and _OR.fullmatch(self._remaining.lower, past, start):
                self._remaining.drop(past, end)
                past = end
        self._tokens = self._remaining.tokens()
        self._keys = [_key(token.word) for token in self._tokens]

    def _denial(self, name: _Name) -> Denial | None:
        start, end = self._tokens[name.first].start, self._tokens[name.end - 1].end
        return find_denial(self._remaining.lower, start, end)

    def _names(self) -> Iterator[_Name]:
        first = 0
        while first < len(self._tokens):
            name = self._name_at(first)
            if name is None:
                first += 1
            else:
                yield name
                first = name.end

    def _name_at(self, first: int) -> _Name | None:
        """The name that begins with this word, where it may stand for a place as the box has it."""
        past = first + 1
        while past < len(self._tokens) and self._remaining.touch(self._tokens[past - 1], self._tokens[past]):
            past += 1
        known = self._gazetteer.longest_name(self._keys[first:past])
        if known is None:
            return None
        past = first + known.words
        end = self._area_end(first, past)
        name = _Name(self._standing(first, past, end), first, past, end, known.weight)
        return name if self._may_mean_a_place(name) else None

    def _standing(self, first: int, past: int, end: int) -> int:
        start = self._tokens[first].start
        extended = self._remaining.extended(start, self._lists.prepositions | {"the"})
        if self._is_led(self._remaining.lower[extended:start].split(), first, past) or self._follows_radius(extended):
            return _AFTER_PREPOSITION
        rest = self._remaining.lower[self._past_area(self._tokens[end - 1].end) :]
        return _ANYWHERE if _has_words(rest) else _AT_THE_END

    def _is_led(self, words: list[str], first: int, past: int) -> bool:
        """Whether ``words`` before a name say that it is a place: "in Bath" and "in the Bath area" do,
        "in the bath" and "in March" do not."""
        key = self._keys[first:past]
        end = self._tokens[past - 1].end
        if "the" in words and self._are_ordinary(key) and self._past_area(end) == end:
            return False
        if " ".join(key) in self._lists.near_only:
            return words[-1:] in (["near"], ["nr"], ["around"])
        return not self._lists.prepositions.isdisjoint(words)

    def _are_ordinary(self, words: list[str]) -> bool:
        return all(word in self._lists.ordinary or word in self._lists.ambiguous for word in words)

    def _is_church(self, name: _Name) -> bool:
        """Whether it is somebody's saint and no town: "at St Mary's"."""
        before = self._remaining.lower[: self._tokens[name.first].start]
        is_large = name.weight >= self._lists.least_people
        return self._keys[name.first] == "st" and before.endswith(" at ") and not is_large

    def _follows_radius(self, start: int) -> bool:
        before = len(self._remaining.lower[:start].rstrip(" "))
        return any(taken.end == before and taken.field == "within_m" for taken in self._remaining.taken)

    def _may_mean_a_place(self, name: _Name) -> bool:
        key = " ".join(self._keys[name.first : name.past])
        lists = self._lists
        if key in lists.never or self._is_church(name):
            return False
        if name.standing == _AFTER_PREPOSITION or name.end > name.past:
            return True
        if key in lists.ambiguous:
            return name.standing == _AT_THE_END and self._is_where_and_not_what(name, key)
        is_short = name.past - name.first == 1
        is_large = name.weight >= lists.least_people
        if key in lists.near_only or ((is_short or not is_large) and lists.ordinary.issuperset(key.split())):
            return False
        return name.standing == _AT_THE_END or is_large or self._denial(name) is not None

    def _is_where_and_not_what(self, name: _Name, key: str) -> bool:
        """Whether something else is asked for, so that this may be where: not "reading", nor "help with reading"."""
        before = self._remaining.lower[: self._tokens[name.first].start].split()
        asked = [word for word in before if _has_words(word)]
        return asked[-1] not in self._lists.asking if asked else key in self._lists.alone

    def _area_end(self, first: int, past: int) -> int:
        """Where the name of the area ends that follows a comma or stands right behind, else the end of the name."""
        if past >= len(self._tokens):
            return past
        between = self._remaining.lower[self._tokens[past - 1].end : self._tokens[past].start]
        words = 0 if between.strip(" ,") else self._words_of_area(past, "," in between)
        if words == 0:
            return past
        finding = self._gazetteer.place_named(self._text(first, past, past + words))
        return past + words if finding is not None and finding.place is not None else past

    def _words_of_area(self, first: int, is_apart: bool) -> int:
        """How many words name a country or a place that begins here; a village only where it ``is_apart``."""
        for country in _COUNTRIES:
            if tuple(self._keys[first : first + len(country)]) == country:
                return len(country)
        known = self._gazetteer.longest_name(self._keys[first : first + _LONGEST_AREA])
        if known is None or self._keys[first] in self._lists.never:
            return 0
        return known.words if is_apart or known.weight >= self._lists.least_people else 0

    def _text(self, first: int, past: int, end: int) -> str:
        name, area = " ".join(self._keys[first:past]), " ".join(self._keys[past:end])
        return f"{name}, {area}" if area else name

    def _place(self, name: _Name) -> Place | None:
        """The place of this name; beside a postcode, the namesake that holds it or lies by it."""
        near = self._beside.point if self._beside else None
        finding = self._gazetteer.place_named(self._text(name.first, name.past, name.end), near)
        if finding is None or finding.place is None or near is None:
            return finding.place if finding else None
        return finding.place if near.distance_m(finding.place.point) <= finding.place.radius_m + _BESIDE_M else None

    def _taken(self, name: _Name, place: Place) -> Found:
        start, end = self._tokens[name.first].start, self._tokens[name.end - 1].end
        words = self._remaining.text[start:end]
        start = before_place(self._remaining, start, self._lists)
        label = say("near {place}", place=(self._beside or place).label)
        self._remaining.take(start, self._past_area(end), "place", label)
        return Found(place, words)

    def _past_area(self, end: int) -> int:
        """``end``, moved past words such as "area" or "town centre"."""
        for phrase in self._lists.after:
            words = " " + " ".join(phrase)
            past = end + len(words)
            if self._remaining.lower.startswith(words, end) and not self._remaining.lower[past : past + 1].isalnum():
                return past
        return end


def take_place_name(
    remaining: Remaining, gazetteer: Gazetteer, lists: Lists, beside: Place | None = None
) -> Found | None:
    """Take out the name of a place, if there is one; with ``beside``, one that only says again where that is."""
    return PlaceNameRule(remaining, gazetteer, lists, beside).take()


def _key(word: str) -> str:
    """A word as the names of places are looked up by."""
    return _SAME.get(word, word) if word.isascii() else fold(word).replace(" ", "")


def _has_words(text: str) -> bool:
    """Whether anything is left in ``text`` but gaps and punctuation."""
    return any(letter.isalnum() or letter == KEPT for letter in text)
