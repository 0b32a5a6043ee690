"""Names that registers print in capitals, presented as people write them."""

import re

_SMALL = frozenset(
    {
        "a", "an", "and", "as", "at", "by", "cum", "de", "for", "from", "in", "into", "la", "le", "nr", "of", "on",
        "or", "over", "the", "through", "to", "under", "upon", "with",
    }
)  # fmt: skip

_ACRONYMS = frozenset(
    {
        "ACS", "ADHD", "AFC", "AIDS", "BAME", "CAB", "CASC", "CIC", "CIO", "COPD", "ESOL", "EU", "GAA", "HIV", "ICT",
        "II", "III", "IV", "IX", "NATO", "NI", "OAP", "PDSA", "PTA", "PTFA", "RAF", "RAFA", "RIBA", "RNIB", "RNLI",
        "RSA", "RSPCA", "SCIO", "UK", "USA", "VE", "VI", "VII", "VIII", "WEA", "WI", "YFC", "YHA", "YMCA", "YWCA",
    }
)  # fmt: skip

_NO_VOWELS_YET_WORDS = frozenset({"BWLCH", "CWM", "DR", "FR", "LTD", "MR", "MRS", "MT", "RD", "ST", "TRWST"})
"""Words that the rule for initials (no vowel, five letters at most) would leave in capitals."""

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_ORDINAL = re.compile(r"[0-9]+(?:ST|ND|RD|TH|S)")
_LONG_RUN = re.compile(r"[A-Z]{3,}")
_INITIALS = re.compile(r"[B-DF-HJ-NP-TV-XZ]{2,5}")
_NEW_PART = re.compile(r"(?:^|[(\[:–—\"“]|\s[-/&+])\s*$")
"""What goes before a word that begins a part of a name, where even "the" has a capital."""


def present_name(name: str) -> str:
    """``name`` with runs of white space folded and, if it is all in capitals, in title case."""
    name = " ".join(name.split())
    return title_case(name) if name.isupper() else name


def title_case(name: str) -> str:
    """A name in capitals as it would be written: YMCA and McDonald keep theirs, of and the lose theirs."""
    return _WORD.sub(lambda match: _present(match[0], name[: match.start()], name[match.end() :]), name)


def _present(word: str, before: str, after: str) -> str:
    if word in _ACRONYMS or _is_initials_in_brackets(word, before, after):
        return word
    if _ORDINAL.fullmatch(word):
        return word.lower()
    if any(character.isdigit() for character in word):
        return _LONG_RUN.sub(lambda run: run[0].capitalize(), word)
    if word.lower() in _SMALL and not _NEW_PART.search(before) and not _is_initial(word, before, after):
        return word.lower()
    if _INITIALS.fullmatch(word) and word not in _NO_VOWELS_YET_WORDS:
        return word
    return _capitalised(word)


def _is_initial(word: str, before: str, after: str) -> bool:
    """Whether a lone A is somebody's initial: it stands beside another lone letter, or has a full stop."""
    beside = re.search(r"(?:^|\s)[A-Z]\.?\s*$", before) or re.match(r"\.|\s[A-Z](?:\s|\.|$)", after)
    return len(word) == 1 and beside is not None


def _is_initials_in_brackets(word: str, before: str, after: str) -> bool:
    """Whether a word in brackets spells the initials of the words before it: ... HEALTH MATTERS (SHM)."""
    if not (before.endswith("(") and after.startswith(")")):
        return False
    words = _WORD.findall(before)
    all_initials = "".join(part[0] for part in words)
    main_initials = "".join(part[0] for part in words if part.lower() not in _SMALL)
    return word in all_initials or word in main_initials


def _capitalised(word: str) -> str:
    """One word with its capital, and with a second one after Mc, O' and D'."""
    lower = word.lower()
    if lower.startswith("mc") and len(lower) > 4:
        return f"Mc{lower[2:].capitalize()}"
    first, apostrophe, rest = (lower[:1], lower[1:2], lower[2:]) if lower[1:2] in ("'", "’") else (lower, "", "")
    return first.capitalize() + apostrophe + (rest.capitalize() if len(rest) > 2 else rest)
