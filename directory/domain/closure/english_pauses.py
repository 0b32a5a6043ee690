"""The wordings in English of what is converted into something else, and of what is paused."""

from functools import partial

from directory.domain.closure.classes import About, Kind, Rule, rule
from directory.domain.closure.english_parts import (
    ADVERBS,
    DAY,
    DAY_OF_WEEK,
    NOTHING_MORE,
    SEASON,
    SOME_SESSIONS,
    TROUBLE,
    UNTIL,
    WHILE,
)

_converted = partial(rule, Kind.CONVERTED)
_paused = partial(rule, Kind.PAUSED)

CONVERTED: tuple[Rule, ...] = (
    # "has merged with"
    _converted(
        "merg|amalgamat",
        r"\b(?:(?:has|have|is|are|was|were|will|to|been|be|recently|now) )*(?:merg(?:ed|ing|e|es)|amalgamat(?:ed|ing"
        r"|e)) (?:with|into|to (?:form|become))\b",
    ),
    # "became a CIO"
    _converted(
        "becom|becam|convert|incorporated as|register|turned",
        r"\b(?:became|becom(?:e|es|ing)|convert(?:ed|ing)? (?:in)?to|incorporated as|(?:re-?)?registered as"
        r"|turned into) an? (?:new |registered |scottish )*(?:s?c\.?i\.?o\b|charitable incorporated|c\.?i\.?c\b"
        r"|charitable company|community interest company|community benefit society|company limited|limited company)",
    ),
    # "has changed its name", "was renamed"
    _converted(
        "name|rebrand|status",
        r"\b(?:chang(?:ed|es|ing|e) (?:its|our|the|their) (?:legal )?(?:name|status|constitution)\b|(?:our"
        r"|its) new name is\b|(?:been|was|were|are|is|be) (?:now )?(?:re-?named|rebranded)\b|(?:has|have) (?:renamed"
        r"|rebranded)\b)",
    ),
    # "is now known as", "is now part of"
    _converted(
        "now|will be|known",
        r"\b(?:(?:is|are|has) now(?: become)?|will (?:now |soon )?be(?:come)?|(?:has|have) become) (?:called|known as"
        r"|(?:a )?part of|incorporated into|trading as|operating (?:as|under the name))\b",
    ),
    # "has been taken over by", but not a waiting list or a phone
    _converted(
        "taken|succeed|replac|supersed|absorb|subsumed",
        r"\b(?:(?:has|have|will|to) been?|was|were|being|be) (?:now )?(?:taken over|taken on|succeeded|replaced"
        r"|superseded|absorbed|subsumed) (?:by|into)\b(?! (?:an? )?(?:waiting|phone|telephone|online|volunteers"
        r"|younger))",
    ),
    _converted(
        "transfer",
        r"\b(?:(?:assets|undertaking|activities|work|services|members|funds|property) (?:(?:has|have|was|were|are|is"
        r"|been|being|all|now|will|be) ){1,4}transferred|transferred (?:all )?(?:of )?(?:its|our|the|their) (?:assets"
        r"|undertaking|activities|work|services|funds)) (?:in)?to\b",
        About.SPEAKER,
    ),
)

_BODIES = ("service", "project", "scheme", "charity", "club", "programme", "society", "association", "organisation")
OF_BODY = f"(?:{'|'.join(f'(?<={body} )' for body in _BODIES)})"
_OF_NO_BODY = "".join(f"(?<!{body} )" for body in _BODIES)
"""Of a body "is closed" is said for good; a house may open again tomorrow."""
_SHUT = (
    r"(?:\b(?:be|is|are|'re|being|remain|stay) (?:closed|shut)|(?:^|(?<=[:,-] ))closed|\bnot (?:be )?(?:meeting"
    r"|running|open))"
)
_FEASTS = r"christmas (?:day|eve)|boxing|new year's|good friday|easter (?:sun|mon)day"
_FROM = r"(?:on|from|between|for|during|today|tomorrow|this week|next week|week commencing|w/c)"
_RIGHT_NOW = (
    r"(?:at (?:the moment|present|this time)|for (?:now|the time being)|today|tonight|tomorrow|this week|next week)"
)

PAUSED: tuple[Rule, ...] = (
    _paused(
        "temporar",
        r"\btemporar(?:ily|y) (?:been )?(?:clos(?:ed|ing|e|ure)|suspended|suspension|unavailable|shut|paused|on hold"
        r"|not running|cancelled|stopped|halted)\b|\b(?:clos(?:ed|ing|e)|suspended|shut|paused|stopped) temporarily\b"
        r"|\btemporary break\b",
    ),
    # "closed until further notice", "until further notice the club is closed"
    _paused(
        "until|till",
        r"\b(?:closed|closing|shut|suspended|cancelled|paused|on hold|postponed|not (?:be )?(?:running|meeting|open"
        rf"|operating))\b[^.;]{{0,60}}?\b{UNTIL}\b",
    ),
    _paused(
        "until further",
        r"\buntil further notice,? (?P<subject>[\w' ]{1,60}?) (?:is|are|will be|has been|have been) (?:closed|shut"
        r"|suspended|cancelled|paused)\b",
        About.NAMED,
    ),
    _paused(
        "suspend|paus|hold|postpon|mothball",
        rf"\b(?:has|have|'ve|is|are|'re|been|be|remains?) {ADVERBS}(?:been )?(?:suspended|paused"
        rf"|on (?:temporary )?hold|put on hold|postponed|mothballed)\b",
    ),
    _paused(
        "break|hibernat|dormant|inactive",
        r"\b(?:tak(?:e|es|ing)|hav(?:e|ing)|on) (?:an?|our|its|their) (?:(?:short|little|long|summer|winter|christmas"
        r"|easter|well-earned|usual|annual|temporary) ){0,3}break\b|\bbreaks?(?:ing)? (?:up )?for (?:the )?(?:summer"
        rf"|christmas|easter)\b|\bin hibernation\b|\b(?:is|are) {ADVERBS}(?:dormant|inactive)\b|^dormant\b",
    ),
    # "closed for the summer", "closed in August"
    _paused(
        "clos|shut|not meet|not run|not be",
        rf"\b(?:clos(?:e|es|ed|ing)|shut|not (?:be )?(?:meet|meeting|run|running)) (?:down )?(?:for|over|during"
        rf"|throughout) (?:{WHILE}|{SEASON})|(?:{_SHUT}|\bnot (?:meet|run)) in {SEASON}",
    ),
    _paused(
        "no ",
        rf"\bno {SOME_SESSIONS} (?:(?:for|over|during|throughout|in) (?:{WHILE}|{SEASON})|{UNTIL}\b|{_RIGHT_NOW}\b)",
        About.SPEAKER,
    ),
    # "will be closed on 4 May": a day, and not every Monday
    _paused(
        "clos|shut|not meet|not run|not be",
        rf"{_SHUT} (?:(?:all day|week|weeks) )?{_FROM}\b(?! (?:{DAY_OF_WEEK}|{_FEASTS}|bank|public|weekend"
        rf"|\d{{1,2}}(?:[:.]\d\d| ?[ap]m)))",
        needs_date=True,
    ),
    _paused("no ", rf"\bno {SOME_SESSIONS} {_FROM}\b(?! {DAY_OF_WEEK})", About.SPEAKER, needs_date=True),
    # "will be closed on Mondays": a change
    _paused(
        "closed",
        rf"\b(?:will (?:now |also )?be|(?:is|are) now) closed (?:(?:on|every|each|all day|all) ){{0,3}}{DAY}\b",
    ),
    _paused(
        "clos|shut|cancel|not meet|not run",
        rf"\b(?:(?:is|are|be|remain|been) {ADVERBS}(?:closed|shut|cancelled|not (?:meeting|running))|clos(?:ed|ing)"
        rf"|cancelled) (?:today )?(?:due to|because of|owing to|as a result of) (?:the )?{TROUBLE}",
    ),
    # "currently closed", "not running at the moment"
    _paused(
        "currently|presently",
        r"\b(?:currently|presently) (?:closed|shut|suspended|cancelled|unavailable|inactive|not (?:running|meeting"
        rf"|operating|open|active|available|offering this)){NOTHING_MORE}|\bcurrently no sessions\b|\bnot (?:currently"
        rf"|presently) (?:being )?(?:running|meeting|operating|active|available|open){NOTHING_MORE}",
    ),
    _paused(
        "present|moment|time|now|today|to|this week|next week",
        rf"\b(?:closed|shut|not (?:running|meeting|operating|open)) {_RIGHT_NOW}\b",
    ),
    _paused(
        "cancelled",
        rf"\b(?:this|next|today's|tonight's|tomorrow's)\b[^.;]{{0,20}}\b{SOME_SESSIONS} (?:\w+ )?(?:is|are|has been"
        r"|have been) cancelled\b|\ball (?:our )?(?:sessions|meetings|classes|activities|groups) (?:are|have been)"
        r" (?:now )?cancelled\b",
        About.SPEAKER,
    ),
    _paused("closed", rf"{_OF_NO_BODY}\b(?:is|are|'re) closed *(?=$|[.,;!])", is_weak=True),
    _paused("temporary", r"\btemporary (?:closure|suspension)\b", About.SPEAKER),
)
