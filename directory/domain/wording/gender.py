"""Gender: whether a name or description limits a service to women or to men."""

import re
from typing import NamedTuple

from directory.domain.eligibility.criteria import Criterion, Field, Strength, Test
from directory.domain.wording.gender_heads import heads_the_name, is_the_school
from directory.domain.wording.gender_others import (
    EITHER_SEX,
    EVERYONE,
    FATHERS,
    MEN_NAMES,
    MEN_WORD,
    NONE_OF,
    OPEN_TO_ALL,
    ORGANISATIONS,
    OTHERS,
    OTHERS_THAN_ADULTS,
    PASSING,
    RELIGIOUS,
    WOMEN_NAMES,
    WOMEN_WORD,
)
from directory.domain.wording.gender_whole import is_whole
from directory.domain.wording.reading import read, strength_at

WOMEN = "women"
MEN = "men"

_GROUP = (
    r"(?:groups?|clubs?|circle|choir|guilds?|institutes?|federations?|fellowship|section|league|network"
    r"|centres?|refuge|shelter|hostel"
    r"|sheds?|brigade|guiding|(?:(?:boarding|grammar|high|day|prep\w*)\s+)?schools?|academ(?:y|ies)|seminary|yeshiva|college|team|fc|afc|rfc|rugby|football|cricket|hockey|netball"
    r"|lacrosse|golf|bowling|bowls"
    r"|society|association|union|forum|project|trust|charity|aid|house|home|breakfast|lunch|walking"
    r"|swim\w*|exercise|class(?:es)?"
    r"|sessions?|night|morning|health|wellbeing|support|counselling|gym|yoga|only|space|drop[- ]?in|voice"
    r"|hub|service|foundation|day)"
)
_ADJECTIVES = (
    r"(?:(?!(?:and|or|for|of|to|with|who|in|by|from|at|on|than|against|as|that)\b)[\w’'-]+,?\s+(?:and\s+)?){0,3}?"
)
_LIMITING = (
    # "for women", "helps girls", "the education of boys": who is helped, with up to three words between
    r"\b(?:for|to|among|amongst|between|(?:education|schooling|teaching|training|benefit|relief|welfare"
    r"|needs|care|lives|development|support"
    r"|empowerment|health|wellbeing|well-being|accommodation|housing|acquaintance|friendship|composed"
    r"|consisting|groups?|communit(?:y|ies)|network|circle|instruction|guidance|made\s+up|interests"
    r"|rights|status|comfort|protection|advancement)\s+of|help(?:s|ing)?|support(?:s|ing)?|empower(?:s"
    r"|ing)?|enabl(?:es?|ing)|assist(?:s|ing)?"
    r"|encourag(?:es?|ing)|benefit(?:s|ing)?|educat(?:es?|ing)|teach(?:es|ing)?|train(?:s|ing)?|offer(?:s"
    r"|ing)?|giv(?:es?|ing)"
    r"|inspir(?:es?|ing)|equip(?:s|ping)?|hous(?:es?|ing)|reliev(?:es?|ing)|accommodat(?:es?|ing)"
    r"|welcom(?:es?|ing)|where"
    r"|works?\s+with|working\s+with|bring(?:s|ing)?\s+together|join(?:s"
    r"|ing)?)\s+{adjectives}(?!wom[ae]n['’`?]?s\b|men['’`?]?s\b|girls?['’`?]|boys?['’`?])"
    r"{word}(?![\w’'])"
)
_ONLY = (
    r"\b(?:{word}[\s-]only|(?<!not\s)only\s+(?:for|open\s+to)\s+{word}|all-{word}(?!\w)"
    r"|exclusively\s+(?:for\s+)?{word}|single[\s-]sex\s+{word})"
)
_TITLE = (
    r"\b{word}(?:\s+(?:and|&)\s+{word})?\s+(?:[\w’'-]+\s+){{0,2}}?{group}\b|\bfor\s+{word}\b|\b(?:of"
    r"|with)\s+(?:[\w-]+\s+){{0,1}}{word}\s*$"
    r"|^\W*(?:the\s+)?{word}\s+(?:to|for|4|2|with|in|on|at|who|of|together|like|connect|united|rock|allowed|can)\b"
)
_INTEREST = (
    r"\b(?:on|of|for|in|benefit|promot\w+|improv\w+|advanc\w+|support\w*)\s+(?:selected\s+)?{word}\s+"
    r"(?:education|schooling|health|wellbeing|empowerment|rights|lives)\b"
)
_OPENING = (
    r"^\W*(?:(?:an?|the|our|this(?:\s+is)?|we\s+are|[\w’']+\s+is)\s+){{0,2}}(?:[\w-]+\s+){{0,2}}?{word}\s+"
    r"(?:[\w’'-]+\s+){{0,1}}?{group}\b"
)

_STRONG = (
    r"(?<!former\s)(?<!formerly\sa\s)\b{child}{own}\s+(?:(?!and\s+(?:girls|boys))(?!(?:in|at|of|from|to|by|who|with|for"
    r"|through|attend\w*|are|is|into|primary\s+and)\b)[\w-]+\s+){{0,4}}?(?:schools?|academ(?:y|ies)|seminary|yeshiva)\b"
    r"|\bschools?\s+(?:and\s+\w+\s+)?for\s+(?:[\w-]+,?\s+){{0,3}}?{child}\b"
)
_OWN = r"(?:['’`?]?s?['’`?]?)"
_TITLES_OF_WOMEN = re.compile(
    r"\b(?:w\.?i\.?|townswomen['’`?]?s|wom[ae]n['’`?]?s\s+institutes?|brownies)\b|\bgirlguiding\b|\bgirl\s*guid(?:es|ing)\b"
    r"|\b\d+(?:st|nd|rd|th)\s+[^.;]{1,40}?\b(?:rainbows?|brownies?|guides?)\b"
    r"|\b(?:rainbows?|brownies?|guides?)\s+(?:unit|pack|company|district|division|(?:&|and)\s+(?:brownies|guides|rangers))",
    re.IGNORECASE,
)
_TITLES_OF_MEN = re.compile(r"\bmale\s+voice\b", re.IGNORECASE)
_GENERIC_WOMEN = re.compile(
    r"\b(?:mother|mum|parent)s?['’]?\s+(?:and|&|,|/)\s+(?:\w+\s+)?(?:bab(?:y|ies)|toddlers?|tots?)", re.IGNORECASE
)
_NON_BINARY = re.compile(r"\bnon-?binary\b", re.IGNORECASE)

_LETTERS = re.compile(r"[a-z]+")
_TRIGGERS = frozenset(
    [
        *("woman", "women", "womens", "ladies", "girl", "girls", "female", "females", "mum", "mums", "mother"),
        *("mothers", "widow", "widows", "wives", "daughters", "schoolgirls", "men", "mens"),
        *("boy", "boys", "male", "males", "dad", "dads", "father", "fathers", "lads", "gentlemen", "gentlemens"),
        *(
            "gentlewomen",
            "spinsters",
            "husbands",
            "widowers",
            "sons",
            "schoolboys",
            "wi",
            "w",
            "townswomen",
            "townswomens",
        ),
        *("girlguiding", "guide", "guides", "guiding", "brownies", "brownie", "rainbow", "rainbows"),
    ]
)


_SOFTENED = re.compile(r"\b(?:mainly|mostly|primarily|particularly|especially|predominantly|largely)\b", re.IGNORECASE)
_STRONG_REACH = 160
"""Characters of a text in which a school for one sex is what the text is about."""


class _Sex(NamedTuple):
    value: str
    word: re.Pattern[str]
    limiting: re.Pattern[str]
    only: re.Pattern[str]
    title: re.Pattern[str]
    titles: re.Pattern[str]
    opening: re.Pattern[str]
    strong: re.Pattern[str]
    """A school for one sex: like its `titles`, it takes no others, whatever else the text speaks of."""
    interest: re.Pattern[str]
    """“Women's health”, “boys' education”."""


def _sex(value: str, word: str, own: re.Pattern[str], titles: re.Pattern[str], child: str) -> _Sex:
    def pattern(template: str) -> re.Pattern[str]:
        return re.compile(template.format(word=word, group=_GROUP, adjectives=_ADJECTIVES), re.IGNORECASE)

    strong = re.compile(_STRONG.format(child=child, own=_OWN), re.IGNORECASE)
    return _Sex(
        value,
        own,
        pattern(_LIMITING),
        pattern(_ONLY),
        pattern(_TITLE),
        titles,
        pattern(_OPENING),
        strong,
        pattern(_INTEREST),
    )


_SEXES = (
    _sex(WOMEN, WOMEN_NAMES, WOMEN_WORD, _TITLES_OF_WOMEN, "girls?"),
    _sex(MEN, MEN_NAMES, MEN_WORD, _TITLES_OF_MEN, "boys?"),
)


def gender_in(name: str, text: str) -> Criterion | None:
    """The limit to women or to men that a name and a description state together; None where they state none.

    Wording that names both sexes, everyone, families or a list of several groups is no limit, and neither is wording
    about one of many things that a description tells of.
    """
    if _TRIGGERS.isdisjoint(_LETTERS.findall(f"{name} {text}".lower())):
        return None
    title, words = (_cleared(one) for one in (name, text))
    if FATHERS.search(title) and RELIGIOUS.search(f"{name} {text}"):
        title = FATHERS.sub(_blank, title)
    both = f"{title} . {words}"
    named = [sex for sex in _SEXES if sex.word.search(both) or sex.titles.search(title)]
    if len(named) != 1 or EITHER_SEX.search(f"{name} . {text}"):
        return None
    if named[0].word.fullmatch(words.strip(" .")):
        return _criterion(named[0], words.strip(), both, Strength.MUST)  # a field that says whom it is for
    return _limited(named[0], title, words, text)


def _cleared(text: str) -> str:
    for pattern in (ORGANISATIONS, NONE_OF, PASSING):
        text = pattern.sub(_blank, text)
    return text


def _limited(sex: _Sex, title: str, words: str, text: str) -> Criterion | None:
    both = f"{title} . {words}"
    if school := _school(sex, title, words):
        return _criterion(sex, school, both, Strength.MUST)
    if OPEN_TO_ALL.search(both):
        return None
    if (named := sex.titles.search(title)) and heads_the_name(title, named):
        return _criterion(sex, named[0], both, Strength.MUST)
    if EVERYONE.search(both) or _GENERIC_WOMEN.search(both):
        return None
    titled = sex.title.search(title)
    if titled and heads_the_name(title, titled) and not OTHERS_THAN_ADULTS.search(both):
        return _criterion(sex, titled[0], both, Strength.MUST)
    if OTHERS.search(both):
        return None
    found = (pattern.search(words) for pattern in (sex.only, sex.limiting, sex.interest, sex.opening))
    stated = next((match for match in found if match), None)
    if stated is None or not is_whole(stated, sex.word, title):
        return None
    strength = _strength(stated)
    if strength is Strength.WELCOMES:
        return None
    return _criterion(sex, text[stated.start() : stated.end()], both, strength)


def _school(sex: _Sex, title: str, words: str) -> str | None:
    if (named := sex.strong.search(title)) and heads_the_name(title, named):
        return named[0]
    described = sex.strong.search(words[:_STRONG_REACH])
    return described[0] if described and is_the_school(title, words, described) else None


def _strength(stated: re.Match[str]) -> Strength:
    if _SOFTENED.search(stated[0]):
        return Strength.PREFERS
    return strength_at(stated.string, stated.start(), stated.end())


def _criterion(sex: _Sex, span: str, both: str, strength: Strength) -> Criterion:
    values = (sex.value, "non-binary") if _NON_BINARY.search(both) else (sex.value,)
    return read(Field.GENDER, Test.NEEDS, span.strip(), values, strength=strength)


def _blank(match: re.Match[str]) -> str:
    """As many spaces as were matched, so that places in the text stay what they were."""
    return " " * len(match[0])
