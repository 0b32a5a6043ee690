"""Tells an age or a gender of somebody else in the story from that of the person the help is for."""

import re

_REACH = 90
_KID = (
    r"(?:sons?|daughters?|child(?:ren)?|kids?|twins?|triplets|bab(?:y|ies)|toddlers?|teen\w*|boys?|girls?|lads?"
    r"|grand(?:son|daughter|child|kid)\w*|step\w+|wife|husband|partner)"
)
_KIN = (
    rf"(?:{_KID}|nan|gran\w*|mum|mam|mother|dad|father|parents?|brother|sister|sibling|niece|nephew|friend|aunt|uncle)"
)
_PARENT = (
    r"(?:parents?|mums?|mams?|mothers?|dads?|fathers?|guardians?|carers?|nans?|grand(?:parent|mother|father|ma|dad)s?)"
)
_DETERMINER = r"(?:an?|my|her|his|our|their|the|two|three|both)"
# From here the box speaks of what is asked for, or of the person who asks.
_TURN = r"(?:for|i|im|i['’]m|me|needs?|wants?|group|groups|club|class|classes|support)\b"
_BETWEEN = rf"(?:[\s-]+(?!{_TURN})[\w'’]+){{0,6}}[\s-]*$"
_AGE_OF_ANOTHER = re.compile(
    r"\b(?:"
    rf"(?:lost|losing|loss of|death of|grieving)\s+(?:{_DETERMINER}\s+)?(?:\w+\s+)?{_KIN}"
    r"|died|dies|passed away|killed|raising|bringing up|look(?:s|ing)? after|caring for|cares for"
    r"|i care for|who care for"
    r"|foster(?:ing|s)?|adopt(?:ing|ed)?|babysitting|teaching|mentoring"
    rf"|(?:carers?|foster carers?)\s+(?:of|for|to)|{_PARENT}\s+(?:of|to)"
    r"|(?:volunteer(?:ing|s)?|work(?:ing)?)(?:\s+\w+)?\s+(?:with|helping|supporting)|liv(?:e|es|ing) with"
    rf"){_BETWEEN}"
    rf"|\b(?:with|has|have|having|got|me and|and my)\s+(?:{_DETERMINER}\s+)?"
    rf"(?:\w+\s+)?(?:{_KID}\s+)(?:who\s+(?:is|are)\s+)?$"
    rf"|\b(?:with|me and|{_PARENT} and)\s+(?:{_DETERMINER}\s+)?$|\b(?:has|have|having|got)\s+{_DETERMINER}\s+$"
)
_FIRST_PERSON = re.compile(r"(?:i\s+am|i['’]?m|im)\b")
_THIRD_PERSON = re.compile(r"(?:he|she|who|my|our)\b|who['’]?s\b")
_BREAK = re.compile(r"[.,;:!?]")

_LOOK = (
    r"(?:(?:older|old|elderly|younger|young|big|little|violent|abusive|drunk|strange|angry|controlling|married|other"
    r"|local|male|female|group\s+of|gang\s+of)\s+|\d+(?:[\s-]*(?:years?|yrs?)(?:[\s-]*olds?)?)?\s+)"
)
_HARM = (
    r"(?:hit(?:s|ting)?|attack\w*|abus\w*|rap(?:ed|es)|stalk\w*|follow\w*|harass\w*|bull(?:y|ies|ied|ying)|threat\w*"
    r"|beat\w*|hurt\w*|groom\w*|touched|assault\w*|control\w*|shout\w*|scar(?:es|ed|ing)|left|cheat\w*)"
)
_SAYS_FOR = re.compile(rf"\bfor\s+(?:(?:all|any|both)\s+)?{_LOOK}*$|\bi(?:\s+a|['’]?)m\s+(?:an?\s+)?{_LOOK}*$")
_GENDER_OF_ANOTHER = re.compile(
    rf"(?:\b(?:by|from|against)\s+(?:{_DETERMINER}\s+|another\s+|some\s+|this\s+|that\s+)?"
    rf"|\b(?:with|of|to|about|over)\s+(?:an?|my|his|her|our|their|another|some|this|that|the)\s+"
    rf"|\b(?:{_PARENT}|afraid|scared|frightened|terrified|wary|fear|victims?|survivors?)\s+(?:of|with)\s+(?:\w+\s+)?"
    r"|\b(?:carers?|volunteer\w*|work|working|living|live|attracted|married)\s+(?:of|with|to)\s+"
    r"|\b(?:trust|hate|fear|avoid|dislike)\s+"
    rf"){_LOOK}*$"
    r"|\b(?:abusive|violent|controlling|aggressive|coercive|predatory|dangerous)\s+(?:older\s+)?$"
)
_POSSESSED = re.compile(r"\b(?:my|his|her)\s+$")
_ADULT = re.compile(r"(?:man|woman|lady)\b")
_ACTS = re.compile(
    rf"\s+(?:who\s+|that\s+|is\s+|has\s+|was\s+|keeps\s+|kept\s+|been\s+|on\s+)*{_HARM}\s+"
    rf"(?:at\s+|on\s+)?(?:me|us|her|him|them)\b"
    r"|\s+(?:partner|boss|neighbour|doctor|gp|nurse|counsellor|therapist|colleague|stranger|relative|friend)\b"
)


def is_age_of_another(whole: str, start: int, words: str) -> bool:
    """Whether the age that ``words`` state from ``start`` on is a child's, or that of one who died or is cared for."""
    if _FIRST_PERSON.match(words):
        return False
    before = whole[max(0, start - _REACH) : start]
    if _THIRD_PERSON.match(words):
        before = before.rstrip(" ,") + " "
        before = "" if re.search(r"\bwith\s+\S*\s*$", before) else before
    last = [match.end() for match in _BREAK.finditer(before)]
    return _AGE_OF_ANOTHER.search(before, last[-1] if last else 0) is not None


def is_gender_of_another(whole: str, start: int, end: int) -> bool:
    """Whether the word for a gender names somebody in the story: "abused by a man", "my man drinks"."""
    before = whole[max(0, start - _REACH) : start]
    if _SAYS_FOR.search(before):
        return False
    if _GENDER_OF_ANOTHER.search(before) or _ACTS.match(whole, end):
        return True
    return bool(_POSSESSED.search(before) and _ADULT.match(whole, start))
