"""Audience: the groups of people a name and a description say they are for, as tags that limit nobody."""

import re
from typing import NamedTuple

from directory.domain.messages import mark
from directory.domain.wording.helped import is_for_everybody, is_helped, opening, without_passing
from directory.domain.wording.reading import mentions


class _Tag(NamedTuple):
    name: str
    cues: tuple[str, ...]
    told: re.Pattern[str]
    """What names the group in a description, where it is said to be helped."""
    titled: re.Pattern[str]
    """What names it in a title: there a word is enough that a description would use in passing."""


def _tag(name: str, cues: str, told: str, titled: str = "") -> _Tag:
    both = f"{told}|{titled}" if titled else told
    return _Tag(name, tuple(cues.split("|")), _whole(told), _whole(both))


def _whole(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)


_FOLK = (
    r"(?:people|persons?|individuals|adults?|child(?:ren)?|men|women|boys|girls|ladies|elders|members|families|parents"
    r"|residents|users|students|pupils|veterans|young|older|ex-?service\w*|youth|learners|athletes|friends|carers"
    r"|patients)"
)
_ILLNESS = (
    r"(?:cancer|leuk(?:a)?emia|illness(?:es)?|disease[sd]?|dementia|alzheimer\S*|parkinson\S*|stroke|diabetes|hiv|copd"
    r"|epilepsy|sclerosis|arthritis|ill[\s-]+health|chronic\s+\w+|(?:long|life)[\s-]\w+\s+conditions?)"
)
_PEOPLES = (
    r"(?:african(?:[\s-]caribbean)?|asian|caribbean|black|jewish|chinese|somali|bangladeshi|pakistani|indian|polish"
    r"|turkish|kurdish|iranian|iraqi|afghan|arab(?:ic)?|vietnamese|nepal(?:i|ese)|tamil|bengali|punjabi|roma|romanian"
    r"|portuguese|latin\s+american|eritrean|ethiopian|sudanese|nigerian|ghanaian|congolese|moroccan|cypriot|filipino"
    r"|ukrainian|syrian|irish|muslim|sikh|hindu)"
)
_COMMUNITY = (
    r"(?:communit(?:y|ies)|people|women|men|elders|elderly|famil(?:y|ies)|youth|young|older|children|girls|boys"
    r"|background|origin|descent|heritage|minorit(?:y|ies)|refugees|migrants|residents|carers|mothers|parents"
    r"|victims|patients|students|adults)"
)

_TAGS = (
    _tag(
        mark("toddlers"),
        "toddler|under five|under-five|under 5|under-5|tots|babies|baby",
        r"toddlers?|under[\s-]5['’]?s|tots|bab(?:y|ies)",
        r"tiny\s+tots",
    ),
    _tag(
        mark("children"),
        "child|kids|boys|girls|che|pupils|playgroup|preschool|pre-school|pre school|school|rainbows|paediatric|brownies"
        "|cubs",
        r"(?<!their\s)(?<!her\s)(?<!dependent\s)(?<!without\s)children(?!\s+of\s+(?:beneficiaries|members|employees|clergy)|['’]?s\s+(?:party|x?mas|work|groups?|home|act)\b)"
        r"(?:['’]?s)?"
        r"|child(?=\s+(?:victims|refugees|patients|care|with|from|in|who)\b)|childcare|kids|boys"
        r"|(?<!women\sand\s)(?<!women\s&\s)(?<!women\sor\s)(?<!teenage\s)girls(?!\s+(?:and|&|or)\s+women\b)"
        r"|(?<!by\sthe\s)pupils|playgroups?|pre-?\s?school(?:ers?)?|paediatric|under[\s-]fives"
        r"|(?:primary|junior|infant|preparatory|day)\s+schools?\s+for",
        r"(?:primary|junior|infants?|preparatory|nursery|prep)\s+schools?|(?<!of\sthe\s)pupils|nursery|cubs|brownies"
        r"|rainbows|children(?:['’]?s)?|(?<!women\sand\s)girls['’]?|boys['’]?|cr[eè]che",
    ),
    _tag(
        mark("young people"),
        "young|youth|teen|adolescen|scout|guid|juvenile|cadets|under the age|under 25|under 21|under 18|year old",
        r"young\s+(?:people|persons?|adults?|men|women|carers|ones)|youngsters|youths?(?!\s+work)|teenage(?:rs|d)?|teens"
        r"|adolescents?|juveniles|young\s+(?:\w+\s+)?(?:musicians|artists|singers|offenders|dancers|players|londoners)"
        r"|under\s+(?:the\s+age\s+of\s+)?(?:2[0-5]|1[89])(?!\d|\s*months)|1[1-9][\s-]year[\s-]olds",
        r"scouts?|guides|girlguiding|cadets|youth|young",
    ),
    _tag(
        mark("older people"),
        "elder|older|senior|pension|retire|aged|over 5|over 6|over-5|over-6|the age of|old people|old age|age concern"
        "|age uk|later life|u3a|university of the third|almshouse",
        r"elderly|(?<!\w\s)elders|older\s+(?:people|persons?|adults?|men|women|residents|generation|peoples|carers|citizens)"
        r"|senior\s+citizens?|seniors(?!['’]?\s+(?:youth|school|football|team))|pensioners?"
        r"|retired\s+(?:people|persons|men|women|and\s+semi)|those\s+who\s+are\s+retired|(?:old\s+age|oap)\s+pensioners"
        r"|the\s+aged|aged\s+(?:people|persons)|(?<!\w\s)old\s+people(?:['’]?s)?"
        r"|(?:over|above)[\s-]?(?:the\s+)?(?:age\s+of\s+)?(?:50|55|60|65|70|fifty|sixty)['’]?s?(?!\s+(?:years\s+(?!of|old)|\w+ed))"
        r"|(?:over\s+)?(?:fifties|sixties)|later\s+life",
        r"age\s+(?:concern|uk)|u3a|third\s+age|seniors?(?!\s+school)|old\s+age|retired|elders",
    ),
    _tag(
        mark("families"),
        "famil",
        r"families",
        r"famil(?:y|ies)\s+(?:support|centre|action|resource|group|carers)|families",
    ),
    _tag(
        mark("parents"),
        "parent|mother|father|mum|dad",
        r"(?:single|lone|new|expectant|foster|adoptive|bereaved)\s+parents?|parent\s+(?:and|&)\s+(?:toddler|bab)\w*|parents|mothers|fathers|mums|dads",
        r"mums|dads|mother\s+(?:and|&)\s+\w+",
    ),
    _tag(
        mark("women"),
        "women|woman|ladies|female|widow|girl",
        r"(?:towns)?wom[ae]n(?:['’?]?s)?|ladies|females?(?!\s+genital)|(?:war\s+)?widows",
        r"ladies['’]?",
    ),
    _tag(mark("men"), "men|male|gentlemen", r"men(?:['’?]?s)?|males?|gentlemen"),
    _tag(
        mark("carers"),
        "carer|caregiver|care giver|care for",
        r"(?<!parents/)(?<!parent/)carers?|caregivers?|(?:those|persons|people)\s+who\s+care\s+for",
    ),
    _tag(
        mark("disabled people"),
        "disab|impair|handicap|blind|deaf|wheelchair|autis|neurodiver|sight|special needs|learning d|down",
        rf"(?:disabled|handicapped)(?:['’]s)?(?:/handicapped)?\s+(?:\w+\s+)?{_FOLK}|the\s+(?:\w+\s+)?disabled"
        r"|disabled(?=,|\s+(?:isolated|sports?|and\s+(?:elderly|disadvantaged)))"
        r"|(?:with|having|have)\s+(?:[\w,/&-]+\s+){0,6}?(?:disabilit(?:y|ies)|impairments?|special\s+needs|autis\w+"
        r"|down['’]?s\s+syndrome|sight\s+loss|hearing\s+loss|learning\s+difficulties)"
        r"|physical\s+disabilit(?:y|ies)|autis(?:m|tic)|neurodivergent|(?:visually|hearing|sight|physically)[\s-]impaired"
        r"|blind|deaf|partially\s+sighted",
        r"disabilit(?:y|ies)|disabled|mencap|special\s+needs|handicapped",
    ),
    _tag(
        mark("learning disability"),
        "learning d|down",
        r"learning\s+(?:disabilit(?:y|ies)|difficult(?:y|ies)|disabled)|down['’]?s?\s+syndrome",
    ),
    _tag(
        mark("lgbt"),
        "lgbt|gay|lesbian|transgender|bisexual|queer",
        r"lgbt\w*\+?|gay|lesbians?|trans(?:gender)?|bisexual|queer",
    ),
    _tag(
        mark("refugees"),
        "refugee|asylum|migrant",
        r"refugees?|asylum[\s-]seekers?|(?:im)?migrants?",
    ),
    _tag(
        mark("veterans"),
        "veteran|ex-service|ex service|armed forces|serviceme|servicewo|service men|royal british legion|regiment",
        r"(?:(?:military|war|forces)\s+)?veterans?(?!\s+(?:cars?|vehicles?))|ex-?\s?service(?:men|women|\s+(?:men|women"
        r"|personnel|people))?|(?:members?|personnel)\s+of\s+(?:all\s+ranks\s+and\s+ratings\s+of\s+)?(?:the|hm)\s+armed\s+forces"
        r"|service(?:men|women)|serving\s+(?:and|or)\s+former|armed\s+forces\s+(?:community|personnel|families)",
        r"royal\s+british\s+legion|regiment(?:al)?\s+(?:\w+\s+)?(?:association|benevolent)|armed\s+forces",
    ),
    _tag(
        mark("homeless"),
        "homeless|rough sleep",
        r"homeless|(?:people|those|persons|families)\b[^.;]{0,40}\bhomeless(?:ness)?|(?:experiencing|risk\s+of|facing)\s+homelessness|rough\s+sleep(?:ers?|ing)",
        r"homeless(?:ness)?",
    ),
    _tag(
        mark("students"),
        "student|undergraduate|further education",
        r"students|undergraduates?|postgraduates?|(?:into|in)\s+further\s+education",
        r"students?(?:['’])?(?:\s+union)?",
    ),
    _tag(
        mark("ethnic communities"),
        "ethnic|bame|bme|african|asian|caribbean|black|jewish|chinese|somali|bangladeshi|pakistani|polish|turkish|kurdish"
        "|iran|iraq|afghan|arab|vietnam|nepal|punjabi|roma|portug|latin|eritrea|ethiop|sudan|nigeria|ghana|congol|cypriot"
        "|filipin|ukrain|syria|bengali|irish|gyps|traveller|indian|moroccan|muslim|tamil|sikh|hindu",
        r"ethnic\s+(?:or\s+racial\s+)?(?:minorit(?:y|ies)|communit(?:y|ies)|groups?|backgrounds?|origins?)"
        r"|(?:all|minority|diverse)\s+ethnicit(?:y|ies)|minority[\s-]ethnic|bame|bme"
        rf"|(?:{_PEOPLES}(?:\s*(?:,|/|&|\band\b|\bor\b)\s*)?\s*){{1,3}}\s*{_COMMUNITY}|gyps(?:y|ies)|irish\s+travellers?",
        rf"{_PEOPLES}\s+(?:\w+\s+)?(?:association|society|centre|welfare|group|network|forum|organi[sz]ations?|voluntary)",
    ),
    _tag(
        mark("patients"),
        "patient|illness|terminal|sick|hospice|cancer|treatment|afflicted|affected|disease|dementia|stroke"
        "|ill health|ill-health|undergoing|suffering|leuk|diabet|hiv|sclerosis",
        rf"patients?|terminally\s+ill|terminal\s+illness|(?:sick|ill|hospitali[sz]ed)\s+{_FOLK}"
        r"|(?:treatment|care|cure)\s+of\s+(?:\w+\s+){0,2}cancers?"
        rf"|(?:{_FOLK}|anyone|those)\s+(?:\w+\s+){{0,2}}?(?:affected\s+by|living\s+with|suffering\s+from|afflicted|undergoing"
        rf"|with)(?:\s+(?:[\w/-]+\s+){{0,4}}?(?:{_ILLNESS}|treatment))?(?<!with)(?<!by)(?<!from)(?<!undergoing)",
        r"hospice",
    ),
)

AUDIENCES = tuple(tag.name for tag in _TAGS)
"""Every tag there is, in the order in which they are given."""


_MOST = 5
"""A description that speaks of more groups than this is of a body for everybody, and lists them as examples."""


def audience_in(name: str, text: str) -> tuple[str, ...]:
    """The tags of the groups that a name or a description says it is for, out of `AUDIENCES` and in their order.

    A group named in passing has none: the description must say that it is helped. Where both women and men are named it
    is for everybody, and neither is a tag.
    """
    words = without_passing(opening(text) if is_for_everybody(name) else text)
    title, lowered = name.lower(), words.lower()
    titled = {tag.name for tag in _TAGS if mentions(title, tag.cues) and tag.titled.search(name)}
    told = {
        tag.name
        for tag in _TAGS
        if mentions(lowered, tag.cues) and any(is_helped(match) for match in tag.told.finditer(words))
    }
    found = titled if len(told) > _MOST else titled | told
    hidden = {"women", "men"} if {"women", "men"} <= found else set[str]()
    if "children" in found and "school" in title:
        hidden.add("students")  # its pupils by another word, or those of a summer course
    return tuple(one for one in AUDIENCES if one in found and one not in hidden)
