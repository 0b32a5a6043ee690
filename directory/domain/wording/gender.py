"""Gender: whether a name or description limits a service to women or to men."""

import re
from typing import NamedTuple

from directory.domain.eligibility.criteria import Criterion, Field, Strength, Test
from directory.domain.wording.reading import read, strength_at

WOMEN = "women"
MEN = "men"

_NONE_OF = re.compile(
    r"\b(?:no|not\s+(?:for|open\s+to)|without|excluding|from|by|against|fathered\s+by)\s+(?:violent\s+|abusive\s+)?"
    r"(?:men|males|boys|women|females|girls|husbands)\b(?=\s*(?:$|[.,;)]|please|allowed|admitted))",
    re.IGNORECASE,
)
"""The other sex, named as those who are not there: "no men, please"."""
_S = r"['’`?]?s?['’`?]?"
_WOMEN = (
    rf"(?:wom[ae]n{_S}|ladies['’`?]?|girls?{_S}|females?|mums?|mothers|widows|wives|daughters"
    r"|schoolgirls|nuns)"
)
_MEN = rf"(?:men{_S}|boys?{_S}|males?|dads?|fathers|lads|gentlemen{_S}|husbands|widowers|sons|schoolboys)"

_ORGANISATIONS = re.compile(
    rf"\bY\.?[MW]\.?C\.?A\.?\b|\byoung (?:wo)?men{_S} christian association"  # open to everybody
    rf"|\b(?:old|former) (?:boys|girls){_S}"  # past pupils of a school
    r"|\b(?:working|young) men['’`?]?s (?:\w+ )?(?:club|college|institute|hall)s?"  # in name only
    r"|\bwom[ae]n['’`?]?s royal (?:voluntary|army|naval|air)|\bboy scouts?\b"  # for both by now
    rf"|\b(?:wom[ae]n{_S} institute|w\.?i\.?|mens? institute) (?:memorial )?(?:village )?(?:hall|building)"
    r"|\b(?:ex-?)?service ?men\b|\bofficers and men\b|\bmen of the (?:regiment|royal|corps)|\ball men\b"
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
    r"|men\s+and\s+women|not\s+exclusively|not\s+(?:only|just|limited\s+to|restricted\s+to)\s+(?:for\s+)?(?:women|men|girls|boys|ladies)|regardless\s+of)\b",
    re.IGNORECASE,
)
_SAME_SEX = (
    r"(?!\s+(?:(?:and|or)\s+\w+\s+)?(?:wom[ae]n|ladies|girls|females?|mothers|widows|men|males?|boys|gentlemen)\b)"
)
_PEOPLE = (
    r"people|persons|individuals|adults(?=\s+(?:with|who|and|in)\b)|residents|inhabitants|villagers|students|pupils|workers|teachers|clergy|clients"
    r"|asylum[\s-]seekers|migrants|communities|dependants|sufferers|veterans|minorities|(?<!of\s)(?:soldiers|seafarers|sailors)"
)
_OTHERS = re.compile(
    r"\b(?<!their )(?<!her )(?<!dependent )(?<!with )(?<!without )(?:children(?!['’]s\s+(?:home|act))|child|youths?"
    rf"|(?:elderly|disabled){_SAME_SEX}|the\s+(?:poor|sick|aged|homeless|public)|pensioners|senior\s+citizens"
    rf"|refugees|vulnerable\s+groups|(?<!other\s)(?:{_PEOPLE})|orphans?|parents|couples|victims(?=\s+of\s+[^.;]*?,))\b"
    r"|\bunder[\s-]\d",
    re.IGNORECASE,
)
"""Groups of either sex: beside one of these, women or men are one entry of a list."""

_OTHERS_THAN_ADULTS = re.compile(
    r"\b(?<!their )(?<!her )(?<!dependent )(?<!with )(?<!without )(?:children|child|young\s+(?:people|persons?)|youths?"
    r"|parents|residents|inhabitants|villagers|couples|elderly|older\s+(?:people|persons)"
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
    r"\b(?:{word}[\s-]only|(?<!not\s)only\s+(?:for|open\s+to)\s+{word}|all-{word}(?!\w)"
    r"|exclusively\s+(?:for\s+)?{word}|single[\s-]sex\s+{word})"
)
_TITLE = (
    r"\b{word}(?:\s+(?:and|&)\s+{word})?\s+(?:[\w’'-]+\s+){{0,2}}?{group}\b|\bfor\s+{word}\b|\b(?:of"
    r"|with)\s+(?:[\w-]+\s+){{0,1}}{word}\s*$|^\s*{word}\s*$"
    r"|^\W*(?:the\s+)?{word}\s+(?:to|for|4|2|with|in|on|at|who|of|together|like|connect|united|rock|allowed|can)\b"
)
_OPENING = (
    r"^\W*(?:(?:an?|the|our|this(?:\s+is)?|we\s+are|[\w’']+\s+is)\s+){{0,2}}(?:[\w-]+\s+){{0,2}}?{word}\s+"
    r"(?:[\w’'-]+\s+){{0,1}}?{group}\b"
)

_TITLES_OF_WOMEN = re.compile(
    r"\b(?:w\.?i\.?|townswomen['’`?]?s|girlguiding|girl\s*guid(?:es|ing)|brownies)\b", re.IGNORECASE
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
        *("mothers", "widow", "widows", "wives", "daughters", "schoolgirls", "nuns", "men", "mens"),
        *("boy", "boys", "male", "males", "dad", "dads", "father", "fathers", "lads", "gentlemen", "gentlemens"),
        *("husbands", "widowers", "sons", "schoolboys", "wi", "w", "townswomen", "townswomens"),
        *("girlguiding", "guides", "guiding", "brownies"),
    ]
)


_LISTED_BEFORE = re.compile(
    r"\b(?!homeless|religious|various|disadvantaged|victimless)(?:\w+(?<!s)(?<!ou)s|clergy|infirm|the\s+\w+)\s*(?:,|/|&|\band\b|\bor\b)"
    r"|\b(?:its|our|those)\s",
    re.IGNORECASE,
)
"""Before the word for the sex: another group in the plural, as in "clergy, clergy widows"; or only their own."""
_LISTED_AFTER = re.compile(
    r"\s*(?:,\s*(?:and\s+|or\s+)?|/\s*|\s(?:and|or|&|as\s+well\s+as)\s+)(?:the\s+|other\s+|\w+\s+){0,2}?"
    r"(?:minorit\w+|minority\s+\w+|travellers|groups|elderly|homeless|unemployed|disabled|ethnic\s+\w+|addicts|offenders"
    r"|farmers|staff|volunteers|prisoners)\b",
    re.IGNORECASE,
)
_SOFTENED = re.compile(r"\b(?:mainly|mostly|primarily|particularly|especially|predominantly|largely)\b", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?;]\s")
_LIST_MARK = re.compile(r"[,;•]")
_OPENING_LENGTH = 60
"""Characters of a text that are its opening even where a full stop is in them, as after "4.1" and "Ltd."."""
_OFTEN = 3
"""A text that comes to women, or to men, only later and less often than this is not about them."""
_LONG_LIST = 2
"""After so many commas in its sentence a group named once is one of a list."""


_SCHOOL_ENDS = re.compile(r"\bschools?\s+$", re.IGNORECASE)
"""A school for girls takes no boys, whatever else its trust does."""


class _Sex(NamedTuple):
    value: str
    word: re.Pattern[str]
    limiting: re.Pattern[str]
    only: re.Pattern[str]
    title: re.Pattern[str]
    titles: re.Pattern[str]
    opening: re.Pattern[str]


def _sex(value: str, word: str, own: re.Pattern[str], titles: re.Pattern[str]) -> _Sex:
    def pattern(template: str) -> re.Pattern[str]:
        return re.compile(template.format(word=word, group=_GROUP, adjectives=_ADJECTIVES), re.IGNORECASE)

    return _Sex(value, own, pattern(_LIMITING), pattern(_ONLY), pattern(_TITLE), titles, pattern(_OPENING))


_SEXES = (
    _sex(WOMEN, _WOMEN, _WOMEN_WORD, _TITLES_OF_WOMEN),
    _sex(MEN, _MEN, _MEN_WORD, _TITLES_OF_MEN),
)


def gender_in(name: str, text: str) -> Criterion | None:
    """The limit to women or to men that a name and a description state together; None where they state none.

    Wording that names both sexes, everyone, families or a list of several groups is no limit, and neither is wording
    about one of many things that a description tells of.
    """
    if _TRIGGERS.isdisjoint(_LETTERS.findall(f"{name} {text}".lower())):
        return None
    title, words = (_NONE_OF.sub(_blank, _ORGANISATIONS.sub(_blank, one)) for one in (name, text))
    both = f"{title} . {words}"
    named = [sex for sex in _SEXES if sex.word.search(both) or sex.titles.search(title)]
    if len(named) != 1 or _EVERYONE.search(both):
        return None
    return _limited(named[0], title, words, text)


def _limited(sex: _Sex, title: str, words: str, text: str) -> Criterion | None:
    both = f"{title} . {words}"
    if _GENERIC_WOMEN.search(both):
        return None
    titled = sex.title.search(title) or sex.titles.search(title)
    if titled and not _OTHERS_THAN_ADULTS.search(both):
        return _criterion(sex, titled[0], both, Strength.MUST)
    if _OTHERS.search(both):
        return None
    stated = sex.only.search(words) or sex.limiting.search(words) or sex.opening.search(words)
    if stated is None or _is_one_of_several(sex, stated, title):
        return None
    return _criterion(sex, text[stated.start() : stated.end()], both, _strength(stated))


def _is_one_of_several(sex: _Sex, stated: re.Match[str], title: str) -> bool:
    """Whether the wording is about one group or activity among several: beside another group in a list, or late in a
    text that has another subject."""
    words = stated.string
    if _LISTED_BEFORE.search(stated[0]) or _LISTED_AFTER.match(words, stated.end()):
        return True
    if sex.word.search(title):
        return False
    mentions = sum(1 for _ in sex.word.finditer(words))
    before = _SENTENCE_END.split(words[: stated.start()])
    if len(before) > 1 and len(words[: stated.start()]) > _OPENING_LENGTH:
        return mentions < _OFTEN
    is_listed = mentions == 1 and len(_LIST_MARK.findall(before[-1])) >= _LONG_LIST
    return is_listed and not _SCHOOL_ENDS.search(before[-1])


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
