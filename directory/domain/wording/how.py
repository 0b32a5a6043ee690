"""How a service is given: in person, by phone, online or in people's homes."""

import re

from directory.domain.wording.reading import mentions

IN_PERSON, PHONE, ONLINE, AT_HOME = "in_person", "phone", "online", "at_home"

_RULES = (
    # "meets weekly in the hall", "drop-in centre", "face to face"
    (
        IN_PERSON,
        (
            *("meet", "face", "in person", "in-person", "drop", "centre", "hall", "club", "class", "session"),
            *("workshop", "group", "lunch", "cafe", "café", "walk"),
        ),
        r"face[\s-]to[\s-]face|in[\s-]person|drop[\s-]?ins?|(?:meet|meets|meeting|gather"
        r"|gathers)\s+(?:\w+\s+){0,3}(?:at|in|on|every|each|weekly|monthly|fortnightly|once|twice)"
        r"|(?:village|community|church|day|resource|youth|family|children['’]s|drop-in)\s+(?:hall|centre|club)"
        r"|(?:lunch|youth|social|sports?|football|bowls|cricket|luncheon)\s+clubs?"
        r"|(?:weekly|regular|exercise|dance|art|craft|singing|yoga)\s+(?:class(?:es)?|sessions?|workshops?)"
        r"|community\s+caf[eé]|(?:health|guided|group)\s+walks?",
    ),
    # "helpline", "telephone befriending", "by phone"
    (
        PHONE,
        ("phone", "helpline", "hotline", "call us", "text line"),
        r"help-?lines?|hotlines?|(?:by|over\s+the|via)\s+(?:tele)?phone|(?:tele)?phone\s+(?:support|advice"
        r"|befriending|counselling|service|line|calls?|contact|help)|advice\s+lines?|text\s+line",
    ),
    # "online sessions", "on Zoom", "web chat"
    (
        ONLINE,
        (
            *("online", "on-line", "on line", "zoom", "virtual", "web chat", "webchat", "webinar", "web-based"),
            *("video call", "app"),
        ),
        r"on-?line(?!\s+shop)|zoom|virtual(?:ly)?|web\s?chats?|webinars?|web-based|video\s+calls?"
        r"|microsoft\s+teams|facetime",
    ),
    # "home visits", "in your own home", "visit people at home"
    (
        AT_HOME,
        ("home", "door"),
        r"home[\s-](?:visits?|visiting|based\s+(?:support|care)|help|care\s+service)|(?:in|at|to)\s+(?:(?:your"
        r"|their|people['’]s|his|her|clients?['’]?)\s+)?(?:own\s+)?homes?(?!\s+(?:for|of|in|and\s+abroad"
        r"|or\s+abroad|office|countries))"
        r"|visit(?:s|ing)?\s+(?:\w+\s+){0,3}(?:at|in\s+their)\s+(?:own\s+)?homes?|housebound"
        r"|meals\s+on\s+wheels|door[\s-]to[\s-]door",
    ),
)
_TABLE = tuple((way, cues, re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE)) for way, cues, pattern in _RULES)


def how_in(name: str, text: str) -> tuple[str, ...]:
    """The ways in which a service is given, out of ``in_person``, ``phone``, ``online`` and ``at_home``, as far as its
    name or description says."""
    words = f"{name}. {text}"
    lowered = words.lower()
    return tuple(way for way, cues, pattern in _TABLE if mentions(lowered, cues) and pattern.search(words))
