"""Audience: the groups of people a name and a description speak of, as tags that limit nobody."""

import re
from typing import NamedTuple

from directory.domain.wording.reading import mentions


class _Tag(NamedTuple):
    name: str
    cues: tuple[str, ...]
    pattern: re.Pattern[str]


def _tag(name: str, cues: str, pattern: str) -> _Tag:
    return _Tag(name, tuple(cues.split("|")), re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE))


_TAGS = (
    _tag(
        "toddlers",
        "toddler|under five|under-five|under 5|under-5|tots|babies|baby",
        r"toddlers?|under[\s-](?:fives|5['’]?s)|tots|bab(?:y|ies)",
    ),
    _tag(
        "children",
        "child|kids|boys|girls|pupils|playgroup|preschool|pre-school|pre school|school|scout|guid",
        r"children(?:['’]?s)?|child(?!\s+protection)|kids|boys|girls|pupils|playgroups?|pre-?\s?school"
        r"|(?:primary|junior|infant|preparatory)\s+schools?|cubs|brownies|rainbows",
    ),
    _tag(
        "young people",
        "young|youth|teen|adolescen|student|scout|guid|juvenile",
        r"young\s+(?:people|persons?|adults?|men|women|carers|ones)|youngsters|youths?|teen(?:ager)?s?"
        r"|adolescents?|scouts?|guides|girlguiding|cadets|juveniles",
    ),
    _tag(
        "older people",
        "elderly|older|senior|pension|retire|aged|over 50|over 60|over 65|over-60|old age|age concern|age uk"
        "|later life",
        r"elderly|older\s+(?:people|persons?|adults?|men|women|residents|generation|peoples)"
        r"|senior\s+citizens?|seniors|pensioners?|retired|old(?:er)?\s+age(?:\s+pensioners)?|the\s+aged"
        r"|aged\s+(?:people|persons)"
        r"|old\s+people|over[\s-]?(?:the\s+age\s+of\s+)?(?:50|55|60|65|70)['’]?s?|age\s+(?:concern|uk)"
        r"|later\s+life",
    ),
    _tag("families", "famil", r"famil(?:y|ies)"),
    _tag("parents", "parent|mother|father|mum|dad", r"parents?|parenting|mothers?|fathers?|mums?|dads?"),
    _tag("women", "women|woman|ladies|female|widow", r"(?:towns)?wom[ae]n(?:['’?]?s)?|ladies|females?|widows"),
    _tag("men", "men|male|gentlemen", r"men(?:['’?]?s)?|males?|gentlemen"),
    _tag("carers", "carer|caregiver|care giver", r"carers?|caregivers?"),
    _tag(
        "disabled people",
        "disab|impair|handicap|blind|deaf|wheelchair",
        r"disabled|disabilit(?:y|ies)|(?:visually|hearing|sight|physically)[\s-]impaired|visual\s+impairments?"
        r"|handicap(?:s|ped)?|blind|deaf|partially\s+sighted",
    ),
    _tag(
        "learning disability",
        "learning|special needs|special educational|autis|down",
        r"learning\s+(?:disabilit(?:y|ies)|difficult(?:y|ies)|disabled)|special\s+(?:educational\s+)?needs"
        r"|autis(?:m|tic)|down['’]?s?\s+syndrome",
    ),
    _tag(
        "lgbt",
        "lgbt|gay|lesbian|transgender|bisexual|queer",
        r"lgbt\w*\+?|gay|lesbians?|trans(?:gender)?|bisexual|queer",
    ),
    _tag("refugees", "refugee|asylum|migrant", r"refugees?|asylum[\s-]seekers?|(?:im)?migrants?"),
    _tag(
        "veterans",
        "veteran|ex-service|ex service|armed forces|serviceme|servicewo|naval|regiment|royal british legion|army",
        r"veterans?|ex-?\s?service(?:men|women|\s+(?:men|women|personnel|people))?|armed\s+forces"
        r"|service(?:men|women)|royal\s+british\s+legion|serving\s+(?:and\s+former|or\s+former)",
    ),
    _tag(
        "homeless", "homeless|rough sleep|housing need", r"homeless(?:ness)?|rough\s+sleep(?:ers?|ing)|housing\s+need"
    ),
    _tag("students", "student|undergraduate|universit", r"students?|undergraduates?|postgraduates?"),
    _tag(
        "ethnic communities",
        "ethnic|bame|bme|african|asian|caribbean|black|minorit|jewish|chinese|somali|bangladeshi|pakistani"
        "|polish|turkish|kurdish|irish|roma|gypsy|traveller|indian|moroccan|muslim|tamil",
        r"ethnic(?:\s+\w+)?|bame|bme|african(?:-caribbean)?|asian|caribbean|black|minority|minorities|jewish"
        r"|chinese|somali|bangladeshi|pakistani|turkish|kurdish|roma|gyps(?:y|ies)|travellers?|moroccan"
        r"|muslims?|tamil",
    ),
    _tag("patients", "patient|illness|sick|hospice|cancer", r"patients?|terminally\s+ill|the\s+sick"),
)

_ANYBODY_IN_NEED = re.compile(
    r"\b(?:by\s+)?reason\s+of\s+(?:their\s+)?(?:youth|(?:old\s+)?age|ill)\b[^.;]{0,120}?(?:disadvantages?"
    r"|circumstances?|disability|infirmity)\b"
    r"(?:,?\s+(?:or|and)?\s*(?:disability|financial\s+hardship|other\s+disadvantages?|poverty"
    r"|social\s+and\s+economic\s+circumstances)\b)*",
    re.IGNORECASE,
)
"""The phrase of charity law for anybody in need: it names groups, and means none of them."""

AUDIENCES = tuple(tag.name for tag in _TAGS)
"""Every tag there is, in the order in which they are given."""


def audience_in(name: str, text: str) -> tuple[str, ...]:
    """The tags of the groups that ``name`` or ``text`` speaks of, out of `AUDIENCES` and in their order.

    Where both women and men are named it is for everybody, and neither is a tag.
    """
    words = f"{name}. {text}"
    lowered = words.lower()
    if "reason of" in lowered:
        words = _ANYBODY_IN_NEED.sub(" ", words)
        lowered = words.lower()
    found = [tag.name for tag in _TAGS if mentions(lowered, tag.cues) and tag.pattern.search(words)]
    if {"women", "men"} <= set(found):
        found = [name for name in found if name not in {"women", "men"}]
    return tuple(found)
