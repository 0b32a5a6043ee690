"""The wordings in which a group says what it is paid from: that it is funded, has money, and when that money ends.

Sentences come with single spaces, plain apostrophes and plain dashes, and so are the patterns written.
"""

import re

from directory.domain.closure.classes import Kind, rule
from directory.domain.closure.english_risks import OWN_MONEY, RUNS_OUT
from directory.domain.times.tokens import MONTHS

CUES = ("fund", "grant", "financ", "lottery", "contract", "paid for", "commissioned")

_PUBLIC = r"(?:council|nhs|ccg|icb|authority|government|commissioners?)"
_CONTRACT = rf"contract(?= (?:with|from) [^.;,]{{0,40}}\b{_PUBLIC}\b)"
"""Whoever has a contract with a caterer pays and is not paid."""
_NOUN = rf"(?:funding|funds|grants?(?: (?:aid|funding))?|money|investment|financial support|{_CONTRACT})"
_LIKE = (
    r"(?:(?:now|also|just|since|recently|currently|successfully|kindly|generously|fully|partly|part|jointly|mainly"
    r"|only) )"
)
_ADJECTIVE = r"(?:[\w'&£.,]+[ -])"
_WORK = r"(?:project|service|group|club|scheme|programme|work|sessions?)"
_GAINED = r"(?:secured|received|won|obtained|gained)"
_GIVEN = r"(?:given|awarded|granted)"

FUNDED = rule(
    Kind.AT_RISK,
    "funded|financed|paid for|commissioned",
    rf"(?:\b(?P<was>was|were) |\b(?:is|are|has been|have been|'re|'s|being) )?{_LIKE}{{0,3}}"
    r"(?<![\w-])(?:(?:grant|lottery|council|core)[ -])?(?:funded|financed|paid for|commissioned)(?![\w-])",
)
"""The group "is funded"; at the beginning of a sentence nobody need be named."""

BACKED = rule(
    Kind.AT_RISK,
    "grant|fund|money|contract|award|investment|financial",
    rf"\b(?:(?P<was>was|were) |(?:is|are|has been|have been|'re|'s) )?{_LIKE}{{0,3}}(?:supported|made possible|backed"
    r"|delivered|run|provided|paid for|enabled|sustained|resourced) (?:by|with|through|thanks to|using|from)"
    rf" (?:the |an? )?{_ADJECTIVE}{{0,4}}?{_NOUN}\b",
)
"""The group "is supported by a grant"."""

HOLDS = rule(
    Kind.AT_RISK,
    "grant|fund|money|contract|award|investment|financial",
    rf"\b(?:have|has|had|'ve|receives?|{_GAINED}|(?:was|were) {_GIVEN}) {_LIKE}{{0,2}}(?:(?:been {_GIVEN}|{_GAINED}|got"
    rf"|had) )?(?:(?:an?|the|our|some|further|more|new) )?{_ADJECTIVE}{{0,5}}?{_NOUN}\b",
)
"""The group "has a grant", "has secured funding"."""

_OURS = (
    rf"(?:\b(?:our|this|the (?:charity|{_WORK})'s|(?:the )?current) {_ADJECTIVE}{{0,4}}?"
    r"|^(?:(?:core|current|present|lottery|council|grant) ){0,2})"
    rf"(?:funding|grant|lottery money|{_CONTRACT})\b"
    r"(?! ?-?(?:program\w*|scheme|fund|round|giving|maker|making|panel))"
    rf"(?: for (?:this|the|our) {_WORK})?"
)
MONEY_LASTS = re.compile(_OURS, re.IGNORECASE)
"""The group's own money, of which is said until when it lasts."""

MONEY_ENDS = re.compile(
    rf"(?:{_OURS}|\b{OWN_MONEY}funding for (?:the|our|this) {_WORK})(?: (?:from|by|of|with) [^.;,]{{1,60}}?)?"
    rf"(?P<ends>{RUNS_OUT})",
    re.IGNORECASE,
)
"""The same, of which is said that it ends."""

PAST_END = re.compile(r"\b(?:ended|ceased|expired|stopped|finished|came|ran|has|have|was|were)\b", re.IGNORECASE)
"""In the words of an ending: it is over."""

NO_END = re.compile(r"\b(?:cut|lost|withdrawn)\b", re.IGNORECASE)
"""Less money is not its end, and what was withdrawn may have been one of several."""

UNTIL = re.compile(
    r"[ ,:(-]*(?:\b(?:(?:up |through |right )?(?:until|till?|to)|through|end(?:s|ing)(?: on| in| at)?"
    r"|expir(?:es|ing)(?: on| in)?|(?P<beyond>beyond|past))"
    r"(?: at least| (?:the )?(?:very )?(?=end)| the| \w{3,6}day,?)*) $",
    re.IGNORECASE,
)
"""Between what is said of the money and the day until which it lasts."""

FROM = re.compile(
    r"[ ,:(-]*\b(?:from|since|starting(?: from| in| on)?|beginning(?: in| on)?|commencing(?: in| on)?|between"
    r"|for the (?:period|years?)(?: from| of)?|(?:which )?(?:began|started|starts|begins) (?:in|on))(?: the)? $",
    re.IGNORECASE,
)
"""Before the day from which it is there."""

ON = re.compile(r"(?: (?:on|in|at|by|from))?(?: the| \w{3,6}day,?)* $", re.IGNORECASE)
"""Between the end and its day."""

JOINS = re.compile(r" ?(?:-|to|until|till?|up to|through to|and) ?(?:the )?", re.IGNORECASE)
"""Between the first day and the last."""

_LONG = (
    r"(?P<count>\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|twelve|eighteen|twenty-four|thirty-six)"
    r"(?:[ -](?:further|more))?[ -](?P<unit>year|month)s?\b"
)
YEARS = re.compile(rf"\b{_LONG}", re.IGNORECASE)
"""How long the money lasts."""

YEARS_AFTER = re.compile(rf",? for (?:a (?:further )?(?:period of )?)?{_LONG}", re.IGNORECASE)
"""The same right after the first day."""

_SEASONS = "spring|summer|autumn|winter|easter|christmas"
_NO_NAME = rf"(?i:(?:{'|'.join(sorted(MONTHS, key=len, reverse=True))}|{_SEASONS}|[a-z]{{3,6}}day)s?\b)"
_CAPITAL = rf"(?-i:(?!{_NO_NAME})[A-ZÀ-Þ][\w&'.-]*\w)"
_NAME = rf"(?P<funder>{_CAPITAL}(?: (?:(?:of|and|for|&|the|in|de) ){{0,2}}{_CAPITAL})*)"
FUNDER = re.compile(rf"(?:by|from|through)(?: the| our)? {_NAME}")
"""Who is named after "by" or "from"."""

FUNDER_AFTER = re.compile(rf",? by(?: the| our)? {_NAME}")
"""Who is named right after the day."""

FUNDER_BEFORE = re.compile(
    r"\b(?:our|its|this|an?|the|current|by|with|through)(?: (?:current|new|core|main|further))* "
    rf"(?P<funder>{_CAPITAL}(?: {_CAPITAL})*) (?={_NOUN}\b)",
    re.IGNORECASE,
)
"""Who is named before the money: "our Example Fund grant"."""

AMOUNT = re.compile(
    r"£ ?(?P<pounds>\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)(?!\d)(?P<many> ?(?:k|m|million|thousand)\b)?"
    r"(?P<each> (?:a|per|each) \w+| annually)?",
    re.IGNORECASE,
)

GAP = frozenset(
    {
        "a", "an", "the", "our", "its", "this", "us", "we", "it", "is", "are", "was", "has", "have", "been", "will",
        "be", "now", "also", "and", "or", "with", "by", "from", "through", "thanks", "to", "via", "of", "for", "in",
        "at", "on", "under", "as", "part", "full", "fully", "partly", "entirely", "solely", "jointly", "generously",
        "kindly", "only", "currently", "worth", "local", "county", "city", "town", "parish", "district", "borough",
        "national", "regional", "council", "councils", "authority", "government", "trust", "trusts", "foundation",
        "charity", "charities", "fund", "funds", "funder", "funders", "lottery", "church", "business", "businesses",
        "donations", "grant", "grants", "funding", "money", "award", "contract", "programme", "initiative", "scheme",
        "project", "service", "services", "work", "group", "club", "sessions", "core", "revenue", "costs", "running",
        "year", "years", "year's", "month", "months", "one", "two", "three", "four", "five", "six", "seven", "eight",
        "nine", "ten", "twelve", "eighteen", "next", "first", "second", "third", "another", "further", "more",
        "additional", "new", "initial", "continued", "continuation", "extra", "run", "runs", "continue", "continues",
        "keep", "keeping", "going", "deliver", "support", "lasts", "last", "lasting", "covers", "cover", "takes",
        "place", "secure", "secured", "guaranteed", "confirmed", "agreed", "approved", "awarded", "extended",
        "renewed", "up", "total", "amount", "sum", "just", "least", "which", "that",
    }
)  # fmt: skip
"""The small words that may stand between the money and its day; names and figures may too."""

NOT_ITS_OWN = re.compile(
    r"\b(?:appl(?:y|ies|ied|ying|ications?|icants?)|eligib\w+|bursar\w+|scholarships?|tuition|childcare|students?"
    r"|studentships?|fellowships?|pensions?|PhD|deadline|closing date|round|invit\w+|refer\w*|up to £|self-?fund\w*"
    r"|crowd-?fund\w*|match[ -]fund\w*|funded (?:places?|hours|courses?|training|counselling)"
    r"|grants? (?:of up to|to (?:individuals?|organi[sz]ations?|groups?|charities|people|students|schools|churches))"
    r"|(?:we|who|which|that|and|also|foundation|trust) (?:also )?(?:funds?|funded|awards?|awarded|distribut\w+"
    r"|administers?) (?!by\b|until\b|from\b|for\b))\b",
    re.IGNORECASE,
)
"""Money that others may ask for or are given, or that is for places, pupils and hours."""

DOUBTED = re.compile(
    r"\b(?:if|unless|whether|hop(?:e|es|ing)|seek(?:s|ing)?|sought|look(?:s|ing)? for|need(?:s|ed|ing)?|search\w*"
    r"|rais(?:e|es|ing)|tr(?:y|ies|ying)|bid(?:s|ding)?|could|would|may|might|should|without|lack\w*|enough"
    r"|sufficient|no|not|never|nor|aim\w*|plan(?:s|ning)?|until)\b(?!\.)|n't\b",
    re.IGNORECASE,
)
"""Before what is said of the money: it is wished for, or denied."""

NONE = re.compile(r"\b(?:no|not|insufficient|match(?:ed)?)\b", re.IGNORECASE)
"""In what is said of the money itself: "has no funding until"."""

EARLIER = re.compile(
    r"\b(?:first|previous(?:ly)?|original(?:ly)?|initial(?:ly)?|earlier|former(?:ly)?|pilot|last|start-?up|set-?up"
    r"|other|another)\b",
    re.IGNORECASE,
)
"""Of money with this before it there was more since, or it was for something else."""

GOES_ON = re.compile(
    r"\bnow (?:\w+ )?(?:run|funded|financed|supported|paid|sustained|rel(?:y|ies)|depends?|independent|self)\b"
    r"|\bself-?(?:financ|sustain|support)\w+",
    re.IGNORECASE,
)
"""Beside an end: the group lives on something else since."""

DESCRIBED = re.compile(
    r"(?:a|an|our|this) (?!.*\b(?:with|alongside|refer\w*|partner\w*|includ\w+|such|like|by|where|when|called)\b)"
    r"[^,;:.]{4,80}, ?$",
    re.IGNORECASE,
)
"""The beginning of a sentence that says what the service is, before a comma."""

_MORE = r"(?:further|more|additional|new|continuation|follow-on|another|an extension|next)"
_GOT = r"(?:secured|won|awarded|received|obtained|agreed|confirmed|got|granted)"
FOLLOWS = re.compile(
    rf"\b(?:has|have|'ve|been|was|were|is)\b[\w' ]{{0,30}}\b{_GOT}\b[\w' ,£]{{0,30}}\b{_MORE}\b"
    rf"|\b{_MORE} (?:\w+ ){{0,2}}?{_NOUN} (?:[\w' ]{{1,40}} )?(?:has|have|is|was) (?:\w+ )?(?:been )?{_GOT}\b"
    r"|\b(?:has|have) (?:now |since |just |recently )?been (?:renewed|extended)\b"
    r"|\band was (?:then )?(?:renewed|extended)\b",
    re.IGNORECASE,
)
"""More money is known to come after."""

ONLY = re.compile(r"\b(?:only|sole) (?:source of )?(?:core )?(?:fund(?:ing|er|s)?|income|grant|money)\b", re.IGNORECASE)
MAIN = re.compile(
    r"\b(?:main|core|principal|major) (?:source of )?(?:fund(?:ing|er)|income|grant)\b"
    r"|\bour (?:lottery |council )?(?:funding|grant|contract)\b",
    re.IGNORECASE,
)
"""It is what the group lives on."""

NONE_FOLLOWS = re.compile(
    rf"\bno (?:further|more|follow-on|new|replacement|other) (?:\w+ )?(?:{_NOUN}|income)\b|\bno replacement\b"
    r"|\b(?:not|n't) (?:be |been )?(?:renewed|extended|continued|replaced)\b|\bnothing to (?:replace|follow)\b"
    r"|\bnone to follow\b",
    re.IGNORECASE,
)
