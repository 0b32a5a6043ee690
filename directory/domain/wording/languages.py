"""Languages: which ones a description says a service is given in, beside English."""

import re

from directory.domain.eligibility.criteria import Criterion, Field, Test
from directory.domain.wording.reading import mentions, read

LANGUAGES = (
    "Albanian", "Amharic", "Arabic", "Bengali", "Bulgarian", "Cantonese", "Czech", "Dari", "Dutch", "Farsi",
    "French", "Gaelic", "German", "Greek", "Gujarati", "Hebrew",
    "Hindi", "Hungarian", "Italian", "Kurdish", "Latvian", "Lithuanian", "Malayalam", "Mandarin", "Nepali",
    "Pashto", "Persian", "Polish", "Portuguese", "Punjabi",
    "Romanian", "Russian", "Sinhala", "Slovak", "Somali", "Sorani", "Spanish", "Swahili", "Sylheti", "Tamil",
    "Tigrinya", "Turkish", "Twi", "Ukrainian", "Urdu",
    "Vietnamese", "Welsh", "Yiddish", "Yoruba",
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
    r"|\b(?:(?:group|session|class|meeting|service)s?\s+(?:(?:is|are)\s+)?(?:held\s+|run\s+|given\s+"
    rf"|conducted\s+|delivered\s+)?in)\s+(?!both|English){_LIST}\b",
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
_CUES = ("speak", "medium", " in ", "interpret", "translat", "spoken", "bilingual")


def languages_in(text: str) -> Criterion | None:
    """The languages of a service: needed where it is for their speakers, accepted where it is also given in them."""
    lowered = text.lower()
    if not (mentions(lowered, _CUES) and mentions(lowered, tuple(_NAMES))):
        return None
    for pattern, test in ((_ALSO, Test.ACCEPTS), (_FOR_SPEAKERS, Test.NEEDS)):
        if match := pattern.search(text):
            names = tuple(dict.fromkeys(_NAMES[word.lower()] for word in _WORD.findall(match[0])))
            return read(Field.LANGUAGE, test, match[0], names)
    return None
