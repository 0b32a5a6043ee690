"""Pieces that the wordings in English are made of: verbs of ending, what takes them back, seasons, sessions.

Sentences come with single spaces, plain apostrophes and plain dashes (`sentences_of`), and so are the patterns written.
"""

ADVERBS = (
    r"(?:(?:now|sadly,?|very|unfortunately|regrettably|reluctantly|also|since|recently|officially|formally|finally"
    r"|fully|permanently|already|all|both|just|therefore|today|currently|completely|indeed|effectively) ){0,3}"
)

TO_END = (
    r"(?:permanently )?(?:close(?: down)?|cease|disband|dissolve|wind (?:up|down)|fold|shut(?: down)?|discontinue"
    r"|stop (?:running|meeting|operating|trading)|come to an end)\b"
)
ENDED = (
    r"(?:permanently )?(?:closed(?: down)?|ceased|disbanded|dissolved|wound[ -](?:up|down)|folded|shut(?: down)?"
    r"|discontinued|come to an end|stopped (?:running|meeting|operating|trading))\b"
)
ENDING = (
    r"(?:permanently )?(?:closing(?: down)?|ceasing|disbanding|dissolving|winding (?:up|down)|folding"
    r"|shutting(?: down)?|discontinuing|coming to an end)\b"
)
END_CUES = "clos|ceas|disband|dissolv|wind|wound|fold|shut|discontinu|stop|to an end"
DOORS = r"(?: (?:its|our|their|the) doors)?(?: (?:for good|permanently|for the (?:last|final) time))?"
GOES_ON = r"(?:run(?:s|ning)?|meets?|meeting|operat(?:e|es|ing|ional)|exists?|function(?:s|ing)?|trad(?:e|es|ing))"

DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?"
DAY_OF_WEEK = rf"{DAY}\b(?!,? (?:the )?\d)"
"""A weekday, and not the beginning of a date."""
_CLOCK = r"(?:\d{1,2}(?:[:.]\d\d)? *(?:[ap]\.?m\b|noon|o'clock|hrs)|\d{1,2}[:.]\d\d)"
NOT_HOURS = (
    # "closes at 5pm", "closed Mondays", "close for lunch"
    rf"(?! (?:(?:at|by|from|between|promptly|around|until) )*{_CLOCK}| at (?:\d{{1,2}}\b(?! \w+ road)|\w+ o'clock|noon"
    rf"|midday|midnight|lunch|dusk|night|weekends?|the weekends?)| early| (?:(?:on|all day|every|each|all|over|at"
    rf"|for)(?: the)? )*(?:{DAY_OF_WEEK}|weekends?\b|(?:bank|public) hol)| (?:for|over|at|during) (?:lunch|the (?:day"
    r"|night|evening)\b)"
    # "closed to new members"
    r"| (?:to|for) (?:new|further|any|all|the (?:general )?public|members of|visitors|non|applications?|referrals"
    r"|entries|bookings|submissions|traffic|vehicles|everyone except)"
    # "closing date", "closing the gap", "closed with a song"
    r"| *-? *(?:dates?|times?|gap|ceremony|remarks|prayer|session of|speech|captions?|circuit|questions?|group|soon)\b"
    r"| (?:the )?(?:attainment |health |skills |funding )?gaps?\b| (?:with|by) (?:an?|our|prayer|singing)\b)"
)
NOTHING_MORE = (
    # "no longer runs", and nothing after it that makes it of a part, a place or a day alone
    r"(?= *(?:$|[.,;:!)(-]|(?:due|because|as|since|owing|following|after|and|but|so|at all|from|with effect|here"
    r"|anymore|any more|unfortunately|sadly|on \d|until further|for (?:\w+ ){0,3}reasons|in (?:(?:the )?(?:\w+ of )?"
    r"|\w+ )(?:19|20)\d\d|in (?:its|this|the) (?:\w+ )?(?:form|format|area|town|village))\b))"
)

_MONTH = r"(?:january|february|march|april|may|june|july|august|september|october|november|december)"
SEASON = (
    r"(?!(?:the )?(?:school|month\b(?! of)))(?:the )?(?:whole of )?(?:summer|christmas|xmas|easter|winter|new year"
    rf"|festive|half[ -]term|holidays|month of \w+|{_MONTH}(?! (?:19|20)\d\d))\b"
)
WHILE = (
    r"(?:refurbish\w*|renovation\w*|repairs?|(?:essential )?maintenance|(?:building|repair|renovation"
    r"|essential) works?|redecorat\w+|cleaning|(?:a )?deep clean|stock ?taking|(?:staff )?training|a (?:short |summer "
    r"|few )?(?:while|break|week|fortnight|month|time|weeks|days)|(?:one|two|three|four|five|six) (?:weeks?|months?"
    r"|days?)|the (?:foreseeable|duration|moment|time being)|now\b(?= *[.,;!]| *$| but)|today)"
)
TROUBLE = (
    r"(?:covid\S*|corona ?virus|the (?:\w+ )?pandemic|lockdown|(?:the )?(?:\w+ )?(?:snow|ice|flood\w*|weather|storm)"
    r"|(?:a )?(?:staff |leader's )?(?:illness|sickness)|(?:a )?(?:power|boiler|heating|water) \w+|the election"
    r"|(?:government|covid) (?:guid\w+|restrictions|rules)|building work|repairs|refurbishment|maintenance)"
)
UNTIL = (
    r"(?:until|till?) (?:further|the|we|it|after|a|next|early|mid|late|spring|summer|autumn|winter|easter|christmas"
    rf"|new|{_MONTH}|20\d\d|(?:\w+day )?(?:the )?\d{{1,2}}(?! *(?:[ap]m|[:.]\d)))"
)
SOME_SESSIONS = (
    r"(?:\w+ )?(?:sessions?|meetings?|class(?:es)?|clubs?|groups?|lunch(?:es)?|drop[ -]?ins?|activities|gatherings?"
    r"|playgroup)"
)
FINAL_SESSION = r"(?:\w+ )?(?:session|meeting|class|day|lunch|service|club|event|gathering|concert|meal)"
DATED = rf"(?:\d|(?:the )?(?:end of )?(?:{_MONTH}|spring|summer|autumn|winter|easter|christmas|20\d\d))"
