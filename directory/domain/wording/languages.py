"""Languages: which ones a description says a service is given in, beside English."""

import re

from directory.domain.eligibility.criteria import Criterion, Field, Strength, Test
from directory.domain.messages import mark
from directory.domain.wording.reading import before, is_denied, mentions, read, strength_at

LANGUAGES = (
    mark("Albanian"), mark("Amharic"), mark("Arabic"), mark("Bengali"), mark("Bulgarian"), mark("Cantonese"),
    mark("Czech"), mark("Dari"), mark("Dutch"), mark("Farsi"), mark("French"), mark("Gaelic"), mark("German"),
    mark("Greek"), mark("Gujarati"), mark("Hebrew"), mark("Hindi"), mark("Hungarian"), mark("Italian"),
    mark("Kurdish"), mark("Latvian"), mark("Lithuanian"), mark("Malayalam"), mark("Mandarin"), mark("Nepali"),
    mark("Pashto"), mark("Persian"), mark("Polish"), mark("Portuguese"), mark("Punjabi"), mark("Romanian"),
    mark("Russian"), mark("Sinhala"), mark("Slovak"), mark("Somali"), mark("Sorani"), mark("Spanish"),
    mark("Swahili"), mark("Sylheti"), mark("Tamil"), mark("Tigrinya"), mark("Turkish"), mark("Twi"),
    mark("Ukrainian"), mark("Urdu"), mark("Vietnamese"), mark("Welsh"), mark("Yiddish"), mark("Yoruba"),
)  # fmt: skip
_SPELLINGS = {
    "panjabi": "Punjabi",
    "bangla": "Bengali",
    "pushto": "Pashto",
    "cymraeg": "Welsh",
    "gaidhlig": "Gaelic",
    "gàidhlig": "Gaelic",
}
_NAMES = {name.lower(): name for name in LANGUAGES} | _SPELLINGS
_LANGUAGE = rf"(?:{'|'.join(_NAMES)})"
_LIST = rf"{_LANGUAGE}(?:(?:\s*,\s*(?:and\s+)?|\s+(?:and|or|&)\s+|\s*/\s*)(?:English|{_LANGUAGE}))*"
_ENGLISH_AND = r"(?:(?:both\s+)?English\s*(?:,|and|or|&)\s*)?"

_FOR_SPEAKERS = re.compile(
    # "Polish-speaking families", "Urdu and Punjabi speakers", "through the medium of Welsh", "the group is in Polish"
    rf"\b{_LIST}[\s-]speak(?:ing|ers?)\b|\b(?:through\s+the\s+medium\s+of|medium\s+of)\s+{_LIST}\b"
    rf"|\b{_LANGUAGE}[\s-]medium\b"
    r"|\b(?:(?:group|session|meeting|service|activit(?:y|ie))s?\s+(?:(?:is|are)\s+)?(?:held\s+|run\s+|given\s+"
    rf"|conducted\s+|delivered\s+)?in|class(?:es)?\s+(?:(?:is|are)\s+)?(?:held|run|given|conducted|delivered)\s+in)\s+"
    rf"(?!both|English){_LIST}\b",
    re.IGNORECASE,
)
_ALSO = re.compile(
    # "available in Polish", "we speak Urdu", "interpreters in Arabic", "in English and Welsh"
    r"\b(?:available|offered|delivered|provided|support|advice|help|information|counselling|leaflets"
    rf"|materials)\s+(?:is\s+|are\s+)?(?:also\s+)?(?:available\s+)?in\s+{_ENGLISH_AND}"
    rf"{_LIST}\b|\b(?:sessions?|services?|groups?|class(?:es)?)\s+in\s+(?:both\s+)?English\s*(?:,|and|or"
    rf"|&)\s*{_LIST}\b"
    rf"|\bspeak(?:s)?\s+{_ENGLISH_AND}{_LIST}\b|\b(?:interpret(?:er|ing|ation)s?|translat(?:or"
    rf"|ion)s?)\s+(?:\w+\s+)?(?:in|for|into)\s+{_LIST}\b"
    rf"|\b{_LIST}\s+(?:interpreters?|is\s+spoken|are\s+spoken|spoken)\b"
    rf"|\bbilingual(?:ly)?\s*\(?(?:in\s+)?{_ENGLISH_AND}{_LIST}\b",
    re.IGNORECASE,
)
_WORD = re.compile(rf"\b{_LANGUAGE}\b", re.IGNORECASE)
_LAST_WORD = re.compile(rf"\b{_LANGUAGE}$", re.IGNORECASE)
_ENDS_THERE = re.compile(
    # "in Polish on Mondays"; "in Polish cookery" and "in Welsh Road" are no languages
    r"\s*(?:$|[^\w\s’']|\b(?:and|or|for|to|at|on|with|only|languages?|every|each|from|by|as|if|when|where|in|but|is|are|too|via"
    r"|who|so|weekly|monthly|once|twice|first|upon|available|speak\w*|interpreters?|translat\w+|spoken|throughout"
    r"|we|you|they|our|people|this|while|after|before|during|between"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)days?)\b)",
    re.IGNORECASE,
)
_WORKERS = re.compile(
    r"\s+(?:\w+\s+)?(?:volunteers?|staff|workers?|team|advis[eo]rs?|helpers?|tutors?|interpreters?|counsellors?|caseworkers?"
    r"|nurses?|doctors?|therapists?|befrienders?|champions?)\b",
    re.IGNORECASE,
)
_EMPLOYED = re.compile(
    r"\b(?:we\s+(?:also\s+|now\s+)?have|our|employs?|staffed\s+by|run\s+by|led\s+by)\s+(?:\w+\s+)?$", re.IGNORECASE
)
_WANTED = re.compile(
    r"\s+(?:\w+\s+){0,2}?(?:(?:is|are)\s+)?(?:urgently\s+|always\s+)?(?:wanted|needed|required|sought)\b", re.IGNORECASE
)
_SEEKING = re.compile(
    r"\b(?:need|want|seek(?:ing)?|recruit(?:ing)?|looking\s+for|appeal(?:ing)?\s+for)\s+(?:\w+\s+)?$", re.IGNORECASE
)
_NOT_ONLY = re.compile(r"\b(?:not|n['’]t)\s+(?:only|just)\s+(?:for\s+)?$", re.IGNORECASE)
_CUES = ("speak", "medium", " in ", "interpret", "translat", "spoken", "bilingual")


def languages_in(text: str) -> Criterion | None:
    """The languages of a service: needed where it is for their speakers, accepted where it is also given in them."""
    lowered = text.lower()
    if not (mentions(lowered, _CUES) and mentions(lowered, tuple(_NAMES))):
        return None
    for pattern, test in ((_ALSO, Test.ACCEPTS), (_FOR_SPEAKERS, Test.NEEDS)):
        for match in pattern.finditer(text):
            if _is_of_the_service(text, match):
                names = tuple(dict.fromkeys(_NAMES[word.lower()] for word in _WORD.findall(match[0])))
                return read(Field.LANGUAGE, test if _is_for_speakers(text, match) else Test.ACCEPTS, match[0], names)
    return None


def _is_of_the_service(text: str, match: re.Match[str]) -> bool:
    """Whether the service is given in the language: nobody denies it or seeks volunteers, and no other word follows."""
    if is_denied(text, match.start(), match.end()):
        return False
    if _WANTED.match(text, match.end()) or _SEEKING.search(before(text, match.start())):
        return False
    return not _LAST_WORD.search(match[0]) or _ENDS_THERE.match(text, match.end()) is not None


def _is_for_speakers(text: str, match: re.Match[str]) -> bool:
    """Whether it is for those who speak the language, and not one that only has speakers or also welcomes them."""
    words = before(text, match.start())
    if _NOT_ONLY.search(words) or _EMPLOYED.search(words) or _WORKERS.match(text, match.end()):
        return False
    return strength_at(text, match.start(), match.end()) is Strength.MUST
