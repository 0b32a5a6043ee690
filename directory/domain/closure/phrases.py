"""The words that a closing is told of: a noun and what belongs to it, before the wording or after it."""

import re
from collections.abc import Sequence

from directory.domain.closure.nouns import (
    ADVERBS,
    ARTICLES,
    HOUSES,
    OTHERS,
    PEOPLE,
    POINTERS,
    PREPOSITIONS,
    SERVICES,
    SPEAKERS,
    THINGS,
)
from directory.domain.names import normalise_name

_LONGEST_OBJECT = 7
"""Words after the wording that may be of one thing."""

_BREAK = re.compile(
    r"[;:()\"“”]| - |, |\b(?:and|but|so|because|as|though|although|while|whilst|after|before|when|whenever|that|if"
    r"|whether|should|unless|until|once|yet|or|nor|sadly|unfortunately|ond|felly|oherwydd|achos|os|pan|bod)\b",
    re.IGNORECASE,
)
_SUPPOSES = frozenset(
    {"when", "whenever", "while", "whilst", "if", "whether", "should", "unless", "until", "once", "before", "os", "pan"}
)
_ASIDE = re.compile(
    r" *(?:which|who|where|that|based|run|held|founded|formed|established|formerly|a|an|sef)\b", re.IGNORECASE
)
"""What stands between commas after a noun and is about it."""
_USED_BY_US = re.compile(r"\b(?:the|our|y|yr) (?:[\w'-]+ ){1,3}$", re.IGNORECASE)
_TOKEN = re.compile(r"[\w&'.-]*[\w&]")
_STARTERS = ARTICLES | OTHERS | POINTERS | SPEAKERS
_PRONOUNS = (SPEAKERS - {"our", "ours", "ein"}) | (POINTERS - {"this"}) | {"they", "they've", "you", "you've"}
_NOUNS = SERVICES | PEOPLE | HOUSES | THINGS
_RELATIVES = frozenset({"which", "who"})
_OBJECT = re.compile(
    r" (?:the|our|its|this|their|all|both|my|his|her|your|these|that|any|some|a|an|it|us)\b|(?: (?:y|yr|ein)|'r)\b"
    r"| (?=(?-i:[A-Z]))",
    re.IGNORECASE,
)
_NO_OBJECT = re.compile(
    r" (?:(?:mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec|easter|christmas)\w*"
    r"|this (?:week|month|year|summer|spring|autumn|winter|easter|christmas|term|coming)|the (?:day|week|following"
    r"|end)|all (?:day|week))\b",
    re.IGNORECASE,
)
_OBJECT_ENDS = re.compile(r"[.,;:!?()]| - |\b(?:and|but|so|because|or|as|this|next|last|down)\b", re.IGNORECASE)


def plain(word: str) -> str:
    """A word as the lists of `nouns` have it: small letters, no accents, no possessive."""
    bare = word.lower().removesuffix("'s").rstrip("'.")
    return bare if bare.isascii() else normalise_name(bare)


def words_of(text: str) -> list[str]:
    """The words of ``text`` as written."""
    return _TOKEN.findall(text)


def subject_before(sentence: str, start: int) -> tuple[list[str], bool]:
    """The words of the subject of what stands at ``start``, none if it is unsaid, and whether it is but supposed.

    "When we are closed" supposes; "the hall where we meet has closed" is of the hall; "we met there but have closed"
    is of us.
    """
    cuts = [match for match in _BREAK.finditer(sentence, 0, start) if not _belongs_to_noun(sentence, match)]
    end, choose, is_supposed = start, noun_phrase, False
    for cut in (*reversed(cuts), None):
        segment = sentence[cut.end() if cut else 0 : end]
        joint = cut[0].lower() if cut else ""
        is_supposed |= joint in _SUPPOSES
        words = words_of(segment)
        plains = {plain(word) for word in words}
        if not plains <= ADVERBS:
            if not (joint == ", " and end < start and _ASIDE.match(segment)):
                return choose(words), is_supposed
        elif not _RELATIVES.isdisjoint(plains):
            choose = _noun_nearest
        elif joint in ("and", "but", "so"):
            choose = _noun_first
        end = cut.start() if cut else 0
    return [], is_supposed


def _belongs_to_noun(sentence: str, match: re.Match[str]) -> bool:
    """Whether "that" begins words which belong to the noun before them, as in "the hall that we use"."""
    return match[0].lower() == "that" and bool(_USED_BY_US.search(sentence, max(0, match.start() - 40), match.start()))


def noun_phrase(words: Sequence[str]) -> list[str]:
    """The last noun of ``words`` that hangs on no other: "the group" of "sorry to say the group"."""
    plains = [plain(word) for word in words]
    starts = _starts(plains) or [_bare_noun(words, plains)]
    end = len(words)
    while len(starts) > 1 and plains[starts[-1]] in _PRONOUNS and not _is_adjacent(plains, starts[-1]):
        end = starts.pop()
    return _until_preposition(words[:end], plains[:end], starts[-1])


def _noun_first(words: Sequence[str]) -> list[str]:
    """The noun that ``words`` begin with: "the group" of "the group met on Mondays"."""
    plains = [plain(word) for word in words]
    begin = (_starts(plains) or [_bare_noun(words, plains)])[0]
    if plains[begin] in _PRONOUNS:
        return [words[begin]]
    phrase = _until_preposition(words, plains, begin)
    named = next((at for at, word in enumerate(phrase, start=1) if plain(word) in _NOUNS), len(phrase))
    return phrase[:named]


def _noun_nearest(words: Sequence[str]) -> list[str]:
    """The noun that ``words`` end with: "the old school" of "we meet in the old school"."""
    plains = [plain(word) for word in words]
    hanging = [at for at, word in enumerate(plains) if word in PREPOSITIONS and at + 1 < len(words)]
    return list(words[hanging[-1] + 1 if hanging else 0 :])


def _starts(plains: Sequence[str]) -> list[int]:
    return [
        at
        for at, word in enumerate(plains)
        if word in _STARTERS and (at == 0 or plains[at - 1] not in PREPOSITIONS | ARTICLES | OTHERS)
    ]


def _until_preposition(words: Sequence[str], plains: Sequence[str], begin: int) -> list[str]:
    end = next((at for at in range(begin + 1, len(words)) if plains[at] in PREPOSITIONS), len(words))
    while end > begin + 1 and plains[end - 1] in ADVERBS:
        end -= 1
    return list(words[begin:end])


def _bare_noun(words: Sequence[str], plains: Sequence[str]) -> int:
    """Where a noun without article begins: at the first word that may be one, past "after 20 years" at its capitals."""
    begin = next((at for at, word in enumerate(plains) if word not in ADVERBS), 0)
    if plains[begin] not in PREPOSITIONS:
        return begin
    begin = len(words) - 1
    while begin > 1 and words[begin][0].isupper() and words[begin - 1][0].isupper():
        begin -= 1
    return begin


def _is_adjacent(plains: Sequence[str], at: int) -> bool:
    """Whether only adverbs stand between a pronoun and what it does, or words that hang on it: "we at the club"."""
    rest = plains[at + 1 :]
    return not rest or rest[0] in PREPOSITIONS or all(word in ADVERBS for word in rest)


def object_after(sentence: str, end: int) -> list[str]:
    """The words of what the wording that ends at ``end`` is done to, none if that is unsaid."""
    if not _OBJECT.match(sentence, end) or _NO_OBJECT.match(sentence, end):
        return []
    stop = _OBJECT_ENDS.search(sentence, end + len(" it"))
    words = words_of(sentence[end : stop.start() if stop else len(sentence)])
    cut = next((at for at, word in enumerate(words) if at and plain(word) in PREPOSITIONS), len(words))
    return words[: min(cut, _LONGEST_OBJECT)]
