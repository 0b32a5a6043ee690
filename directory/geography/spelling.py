"""Names of places and of local authorities brought to one spelling, so that what a person typed finds them."""

import re
import unicodedata

_APOSTROPHES = re.compile(r"['’‘`]")
_NOT_WORD = re.compile(r"[^a-z0-9]+")
_SAME_WORDS = {"saint": "st", "upon": "on"}
_WORDS_OF_OFFICE = frozenset(
    {"borough", "city", "council", "county", "district", "metropolitan", "of", "royal", "the"}
)  # fmt: skip


def fold(name: str) -> str:
    """A name in lower case and plain letters, one space between words: "St. Mary's-upon-Sea" is "st marys on sea"."""
    lower = _APOSTROPHES.sub("", name.lower()).replace("&", " and ")
    plain = unicodedata.normalize("NFKD", lower).encode("ascii", "ignore").decode()
    return " ".join(_SAME_WORDS.get(word, word) for word in _NOT_WORD.sub(" ", plain).split())


def folded_begun(name: str) -> list[str]:
    """What `fold` may make of a name of which ``name`` is the beginning: "st marys u" may become "st marys on"."""
    *words, last = fold(name).split() or [""]
    become = [short for word, short in _SAME_WORDS.items() if last and last != word and word.startswith(last)]
    return [" ".join((*words, one)) for one in dict.fromkeys((last, *become)) if one]


def fold_authority(name: str) -> str:
    """A local authority's name without its style: "Edinburgh, City of" and "City of Edinburgh Council" are one."""
    words = fold(name).split()
    if words[:2] == ["london", "borough"]:
        words = words[2:]
    return " ".join([word for word in words if word not in _WORDS_OF_OFFICE] or words)
