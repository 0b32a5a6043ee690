"""Names of organizations brought to one form, so that two spellings of one name can be seen to be the same."""

import re
import unicodedata

_APOSTROPHES = re.compile(r"['’‘`]")
_NOT_WORD = re.compile(r"[^a-z0-9]+")
_EMPTY_WORDS = frozenset(
    {
        "the", "limited", "ltd", "cio", "cic", "plc", "charity", "charitable",
        "incorporated", "company", "registered",
    }
)  # fmt: skip


def normalise_name(name: str) -> str:
    """A name in lower case without accents, punctuation or words of legal form, as docs/methods.md says.

    A name made of nothing but such words keeps them, so that "The Charity Company" is not the empty name.
    """
    plain = unicodedata.normalize("NFKD", _APOSTROPHES.sub("", name.lower())).encode("ascii", "ignore").decode()
    words = _NOT_WORD.sub(" ", plain.replace("&", " and ")).split()
    return " ".join([word for word in words if word not in _EMPTY_WORDS] or words)
