"""Crisis phrases, and the one spelling in which they and typed sentences are compared."""

import re
from dataclasses import dataclass
from enum import StrEnum
from unicodedata import combining, normalize

from directory.domain.errors import InvalidValue

_APOSTROPHES = re.compile(r"['’‘`´]")
_WORD = re.compile(r"(?:[^\W_]|[\u0a01-\u0a75])+")
"""Letters and figures of any script, with the vowel signs of Gurmukhi, which are neither."""

_ALIKE = str.maketrans("łكيىه", "lکییہ")
"""Letters that keyboards have in place of others: l for Polish ł, and Arabic ones where Urdu has its own."""

_SPELT_OUT = {
    "wanna": "want to", "gonna": "going to", "gunna": "going to", "gotta": "have to", "im": "i am", "ive": "i have",
    "hes": "he is", "shes": "she is", "theyre": "they are", "cant": "can not", "cannot": "can not",
    "dont": "do not", "doesnt": "does not", "didnt": "did not", "wont": "will not", "isnt": "is not",
    "wasnt": "was not", "havent": "have not", "hasnt": "has not", "couldnt": "could not", "wouldnt": "would not",
    "nowt": "nothing", "summat": "something", "meself": "myself", "mi": "my", "u": "you", "ur": "your",
    "pls": "please", "plz": "please", "tonite": "tonight", "2nite": "tonight", "2night": "tonight",
    "mam": "mum", "mom": "mum", "anymore": "any more", "someones": "someone is", "kys": "kill myself",
}  # fmt: skip
"""What people type for short, without apostrophes, and how it is compared."""


class Strength(StrEnum):
    """What a phrase is a sign of.

    ``strong`` shows helplines by itself; ``weak`` with any second sign; ``faint``, the name of an ordinary subject,
    with one that is weak or urgent; ``urgent`` is a second sign only. ``never`` cancels what lies within it.
    """

    STRONG = "strong"
    WEAK = "weak"
    FAINT = "faint"
    URGENT = "urgent"
    NEVER = "never"

    @property
    def has_topics(self) -> bool:
        """Whether such a phrase is about something."""
        return self in (Strength.STRONG, Strength.WEAK, Strength.FAINT)


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words to listen for, folded; ``joined`` are they without spaces."""

    words: tuple[str, ...]
    strength: Strength
    topics: tuple[str, ...]
    joined: str

    @classmethod
    def of(cls, text: str, strength: Strength, topics: tuple[str, ...]) -> "Phrase":
        """The phrase that ``text`` is; raise `InvalidValue` of one without a word."""
        words = tuple(folded(text))
        if not words:
            raise InvalidValue("phrase", text, "A phrase has words")
        return cls(words, strength, topics, "".join(words))


def folded(text: str) -> list[str]:
    """The words of ``text`` in small plain letters, without apostrophes, and spelt out where they are short for two."""
    plain = "".join(letter for letter in normalize("NFKD", text) if not combining(letter)).casefold()
    words = _WORD.findall(_APOSTROPHES.sub("", plain.translate(_ALIKE)))
    return [spelt for word in words for spelt in _SPELT_OUT.get(word, word).split()]
