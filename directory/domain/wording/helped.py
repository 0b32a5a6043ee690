"""Whether a description says of a group that it is helped, or only speaks of it."""

import re

from directory.domain.wording.reading import mentions

_LOOKED_BACK = 100
"""Characters before a group in which the word that makes it the one helped may stand."""
_WORDS_BETWEEN = 9
"""Words that may stand between the two: those of a list, and adjectives."""
_FIRST_WORDS = 4
"""A group after at most so many words of a sentence is its subject."""
_WORD = re.compile(r"[\w’'-]+|[.;:!?()•*\n]|&")
_STOPS = frozenset(".;:!?()•*\n")

_GOVERNORS = frozenset(
    {
        "for", "of", "to", "with", "among", "amongst", "between", "towards", "including", "include",
        "includes", "especially", "particularly", "particular", "both", "where", "benefit", "benefits",
        "benefiting", "benefitting", "needs", "give", "gives", "giving", "offer", "offers", "offering",
        "provide", "provides", "providing", "help", "helps", "helped", "helping", "support", "supports",
        "supported", "supporting", "assist", "assists", "assisting", "enable", "enables", "enabling",
        "encourage", "encourages", "encouraging", "educate", "educates", "educating", "teach", "teaches",
        "teaching", "train", "trains", "training", "protect", "protects", "protecting", "empower", "empowers",
        "empowering", "serve", "serves", "serving", "welcome", "welcomes", "welcoming", "reach", "reaching",
        "inspire", "inspires", "inspiring", "equip", "equips", "equipping", "house", "houses", "housing",
        "relieve", "relieves", "relieving", "accommodate", "accommodating", "engage", "engages", "engaging",
        "involve", "involving", "connect", "connects", "connecting", "advise", "advising", "celebrate",
        "admit", "admits", "sponsor", "sponsoring", "care", "caring", "visit", "visits", "visiting", "feed",
        "feeding", "bring", "brings", "bringing", "allow", "allowing", "sending", "take", "takes",
    }
)  # fmt: skip
"""Words after which people are those who are helped."""
_BREAKS = frozenset(
    {
        "by", "from", "in", "at", "through", "into", "who", "whom", "that", "which", "is", "are", "was",
        "were", "has", "have", "had", "than", "via", "about", "whose", "when", "while", "against", "without",
        "if", "per", "under", "within", "because", "chosen", "run", "like", "as",
    }
)  # fmt: skip
"""Words after which people are spoken of for another reason."""

_PASSING = re.compile(
    # The phrase of charity law for anybody in need names groups, and means none of them
    r"\breasons?\s+of\s+(?:their\s+)?(?:youth|(?:old\s+)?age|ill|disab|infirm)[^.;]{0,160}"
    r"|\b(?:relie\w+|prevent\w+)\s+(?:of\s+)?(?:the\s+)?(?:need|poverty|sickness)[^.;]{0,60}\bold\s+age\b"
    r"|\befficiency\s+of\s+the\s+armed\s+forces\b[^.;]{0,80}|\bmale\s+or\s+female\s+members\s+of\s+the\s+public\b"
    r"|\bmother\s+tongue\b|\bparent(?:s)?,?\s*(?:and|&|/|,)?\s*(?:teachers?|staff|friends)\b",
    re.IGNORECASE,
)
_OPENING_LENGTH = 120
"""Characters."""
_PASSING_CUES = ("reason", "old age", "armed forces", "male or female", "mother", "parent")
_EVERYBODYS = re.compile(
    r"\b(?:church(?:es)?|chapel|cathedral|minster|ecclesia|tabernacle|gospel|temple|gurdwara|mosque|masjid|synagogue"
    r"|ministries|parochial|pcc|baptist|methodist|evangelical|pentecostal|christian\s+(?:fellowship|centre)"
    r"|village\s+halls?|memorial\s+hall|community\s+(?:council|hall|foundation|association)|recreation\s+ground"
    r"|rotary|lions\s+club|inner\s+wheel|soroptimist\w*|freemason\w*|masonic\s+lodge"
    r"|history\s+society|horticultural|orchestral?|symphony|operatic|choral|choir|philharmonic|development\s+trust"
    r"|leisure\s+and\s+culture|museum|theatre)\b",
    re.IGNORECASE,
)
_SOMEBODYS = re.compile(
    r"\b(?:schools?|pre-?schools?|play\s?groups?|nursery|housing|homes?|welfare|aid|youth|young|children['’]?s?|boys"
    r"|girls|women['’]?s?|men['’]?s?|male|ladies['’]?|elderly|hospice)\b",
    re.IGNORECASE,
)


def is_for_everybody(name: str) -> bool:
    """Whether the name is one of a body that is there for everybody, such as a church, a village hall or a choir; what
    its description tells of later are groups that it has among others, and not whom it is for."""
    return bool(_EVERYBODYS.search(name)) and not _SOMEBODYS.search(name)


def opening(text: str) -> str:
    """The first words of a text, in which it says what matters most: all of a short one."""
    return text[:_OPENING_LENGTH]


def without_passing(text: str) -> str:
    """The text without phrases that name groups and mean none of them."""
    return _PASSING.sub(" ; ", text) if mentions(text.lower(), _PASSING_CUES) else text


def is_helped(match: re.Match[str]) -> bool:
    """Whether the group that was matched is one that its text says is helped.

    It is where it is the subject of a sentence, and after a word such as "for", "with" or "supports" with no more
    than a list between.
    """
    head = match.string[max(0, match.start() - _LOOKED_BACK) : match.start()]
    words = [word.lower() for word in _WORD.findall(head)]
    for count, word in enumerate(reversed(words)):
        if word in _GOVERNORS:
            return True
        if word in _BREAKS or count >= _WORDS_BETWEEN:
            return False
        if word in _STOPS:
            return count <= _FIRST_WORDS
    return len(words) <= _FIRST_WORDS
