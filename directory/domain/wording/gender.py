"""Gender: whether a name or description limits a service to women or to men."""

import re
from typing import NamedTuple

from directory.domain.eligibility.criteria import Criterion, Field, Strength, Test
from directory.domain.wording.reading import read, strength_at

WOMEN = "women"
MEN = "men"

_S = r"['’`?]?s?['’`?]?"
_WOMEN = (
    rf"(?:wom[ae]n{_S}|ladies['’`?]?|girls?{_S}|females?|mums?|mothers|widows|wives|sisters|daughters"
    r"|schoolgirls|nuns)"
)
_MEN = rf"(?:men{_S}|boys?{_S}|males?|dads?|fathers|lads|gentlemen{_S}|husbands|widowers|sons|schoolboys|brothers)"

_ORGANISATIONS = re.compile(
    rf"\bY\.?[MW]\.?C\.?A\.?\b|\byoung (?:wo)?men{_S} christian association"  # open to everybody
    rf"|\b(?:old|former) (?:boys|girls){_S}"  # past pupils of a school
    r"|\bworking men['’`?]?s (?:club|college|institute)s?"  # in name only
    r"|\bmothers['’`?]? union|\bcub scouts"
    rf"|\b(?:boys|girls){_S} brigade(?= hall| building)"
    r"|\bour lady|\bsons of divine|\b(?:little )?sisters of |\bdaughters of (?:charity|the cross|jesus"
    r"|mary)|\bbrothers of ",
    re.IGNORECASE,
)
"""Names of organizations that name a sex and limit nothing by it."""

_WOMEN_WORD = re.compile(rf"\b{_WOMEN}(?!\w)", re.IGNORECASE)
_MEN_WORD = re.compile(rf"\b{_MEN}(?!\w)", re.IGNORECASE)

_EVERYONE = re.compile(
    r"\b(?:everyone|everybody|anyone|anybody|all\s+(?:are\s+)?welcome|open\s+to\s+all|families|family"
    r"|both\s+sexes|either\s+sex"
    r"|(?:both|all|any|either)\s+genders?|mixed|co-?educational|co-?ed|general\s+public|whole\s+community"
    r"|people\s+of\s+all"
    r"|men\s+and\s+women|not\s+exclusively|regardless\s+of)\b",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"\b(?<!their )(?<!her )(?<!dependent )(?:children(?!['’]s\s+(?:home|act))|child|young\s+(?:people"
    r"|persons?)|youths?|elderly|"
    r"older\s+(?:people|persons)|the\s+(?:poor|sick|aged|homeless|public)|pensioners|senior\s+citizens"
    r"|refugees|disabled|vulnerable\s+"
    r"(?:people|adults|groups)|people\s+with|local\s+people|orphans?|parents|couples)\b",
    re.IGNORECASE,
)
"""Groups of either sex: beside one of these, women or men are one entry of a list."""

_OTHERS_THAN_ADULTS = re.compile(
    r"\b(?<!their )(?<!her )(?<!dependent )(?:children|child|young\s+(?:people|persons?)|youths?|parents"
    r"|couples|elderly|older\s+(?:people|persons)"
    r"|the\s+public)\b",
    re.IGNORECASE,
)
"""Beside a title such as "Women's Group" only these make a list of it: others may be the women themselves."""

_GROUP = (
    r"(?:groups?|clubs?|circle|choir|guilds?|institutes?|federations?|fellowship|section|league|network"
    r"|centres?|refuge|shelter|hostel"
    r"|sheds?|brigade|guiding|school|college|team|fc|afc|rfc|rugby|football|cricket|hockey|netball"
    r"|lacrosse|golf|bowling|bowls"
    r"|society|association|union|forum|project|trust|charity|aid|house|home|breakfast|lunch|walking"
    r"|swim\w*|exercise|class(?:es)?"
    r"|sessions?|night|morning|health|wellbeing|support|counselling|gym|yoga|only|space|drop[- ]?in|voice"
    r"|hub|service|foundation|day)"
)
_ADJECTIVES = r"(?:(?!and\b|or\b|for\b|of\b|to\b|with\b|who\b|in\b)[\w’'-]+,?\s+(?:and\s+)?){0,3}?"
_LIMITING = (
    # "for women", "helps girls", "the education of boys": who is helped, with up to three words between
    r"\b(?:for|to|among|amongst|between|(?:education|schooling|teaching|training|benefit|relief|welfare"
    r"|needs|care|lives|development|support"
    r"|empowerment|health|wellbeing|well-being|accommodation|housing|acquaintance|friendship|composed"
    r"|consisting|group|made\s+up|interests"
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
    r"\b(?:{word}[\s-]only|only\s+(?:for|open\s+to)\s+{word}|all-{word}(?!\w)"
    r"|exclusively\s+(?:for\s+)?{word}|single[\s-]sex\s+{word})"
)
_TITLE = (
    r"\b{word}(?:\s+(?:and|&)\s+{word})?\s+(?:[\w’'-]+\s+){{0,2}}?{group}\b|\bfor\s+{word}\b|\b(?:of"
    r"|with)\s+(?:[\w-]+\s+){{0,1}}{word}\s*$|^\s*{word}\s*$"
)
_OPENING = (
    r"^\W*(?:(?:an?|the|our|this(?:\s+is)?|we\s+are|[\w’']+\s+is)\s+){{0,2}}(?:[\w-]+\s+){{0,2}}?{word}\s+"
    r"(?:[\w’'-]+\s+){{0,1}}?{group}\b"
)

_TITLES_OF_WOMEN = re.compile(
    r"\b(?:w\.?i\.?|townswomen['’`?]?s|girlguiding|girl\s*guid(?:es|ing)|brownies|soroptimists?)\b", re.IGNORECASE
)
_GENERIC_WOMEN = re.compile(
    r"\b(?:mother|mum|parent)s?['’]?\s+(?:and|&|,|/)\s+(?:\w+\s+)?(?:bab(?:y|ies)|toddlers?|tots?)", re.IGNORECASE
)
_NON_BINARY = re.compile(r"\bnon-?binary\b", re.IGNORECASE)

_LETTERS = re.compile(r"[a-z]+")
_TRIGGERS = frozenset(
    [
        *("woman", "women", "womens", "ladies", "girl", "girls", "female", "females", "mum", "mums", "mother"),
        *("mothers", "widow", "widows", "wives", "sisters", "daughters", "schoolgirls", "nuns", "men", "mens"),
        *("boy", "boys", "male", "males", "dad", "dads", "father", "fathers", "lads", "gentlemen", "gentlemens"),
        *("husbands", "widowers", "sons", "schoolboys", "brothers", "wi", "w", "townswomen", "townswomens"),
        *("girlguiding", "guides", "guiding", "brownies", "soroptimist", "soroptimists"),
    ]
)


class _Sex(NamedTuple):
    value: str
    other_word: re.Pattern[str]
    limiting: re.Pattern[str]
    only: re.Pattern[str]
    title: re.Pattern[str]
    opening: re.Pattern[str]


def _sex(value: str, word: str, other: re.Pattern[str]) -> _Sex:
    def pattern(template: str) -> re.Pattern[str]:
        return re.compile(template.format(word=word, group=_GROUP, adjectives=_ADJECTIVES), re.IGNORECASE)

    return _Sex(value, other, pattern(_LIMITING), pattern(_ONLY), pattern(_TITLE), pattern(_OPENING))


_SEXES = (_sex(WOMEN, _WOMEN, _MEN_WORD), _sex(MEN, _MEN, _WOMEN_WORD))


def gender_in(name: str, text: str) -> Criterion | None:
    """The limit to women or to men that a name and a description state together; None where they state none.

    Wording that names both sexes, everyone, families or a list of several groups is no limit.
    """
    if _TRIGGERS.isdisjoint(_LETTERS.findall(f"{name} {text}".lower())):
        return None
    title, words = _ORGANISATIONS.sub(_blank, name), _ORGANISATIONS.sub(_blank, text)
    for sex in _SEXES:
        criterion = _limited(sex, title, words, text)
        if criterion is not None:
            return criterion
    return None


def _limited(sex: _Sex, title: str, words: str, text: str) -> Criterion | None:
    only = sex.only.search(words) or sex.only.search(title)
    if only and not _EVERYONE.search(words):
        return _criterion(sex, only[0], only.string, Strength.MUST)
    both = f"{title} . {words}"
    if sex.other_word.search(both) or _EVERYONE.search(both) or _GENERIC_WOMEN.search(both):
        return None
    titled = sex.title.search(title) or (_TITLES_OF_WOMEN.search(title) if sex.value == WOMEN else None)
    if titled and not _OTHERS_THAN_ADULTS.search(both):
        return _criterion(sex, titled[0], both, Strength.MUST)
    if _OTHERS.search(both):
        return None
    stated = sex.limiting.search(words) or sex.opening.search(words)
    if stated:
        return _criterion(
            sex, text[stated.start() : stated.end()], both, strength_at(words, stated.start(), stated.end())
        )
    return None


def _criterion(sex: _Sex, span: str, both: str, strength: Strength) -> Criterion:
    values = (sex.value, "non-binary") if _NON_BINARY.search(both) else (sex.value,)
    return read(Field.GENDER, Test.NEEDS, span.strip(), values, strength=strength)


def _blank(match: re.Match[str]) -> str:
    """As many spaces as were matched, so that places in the text stay what they were."""
    return " " * len(match[0])
