"""The wordings that state an age limit with one end, as in "over 50" and "up to 18", or a single age."""

from directory.domain.wording.age_rules import Kind, rule
from directory.domain.wording.age_words import (
    AGE,
    AND,
    CLOSE,
    DOWNWARDS,
    LOW,
    NO_TIME,
    OF,
    OLD,
    OVER,
    PEOPLE,
    PEOPLE_ARE,
    TO,
    UNDER,
    UPWARDS,
    YEAR,
    YEARS,
)
from directory.domain.wording.numbers import NUMBER, PLURAL

_SCHOOL = (
    r"(?:(?:the|statutory|compulsory|primary|formal|full[\s-]time|rising|reception|starting|start|entering|enter|going|go"
    r"|begin|attend|year|time|point|when|that|at|which|in|they|to|of)\s+){0,7}(?:school|education)\b"
    r"(?!\s+(?:leav|holiday|hours|years?\b))"
)
"""When children start school; at what age that is differs, and is left open."""

LIMITS = (
    # "not over 25", "no older than 19", "not older than the age of 19 years", "not more than 25 years of age"
    rule(
        r"\b(?:not?|nor|never)\s+(?:be\s+)?(?:over|older\s+than|above|exceeding"
        rf"|more\s+than)\s+(?:the\s+)?(?:ages?\s+(?:of\s+)?)(?P<high>{NUMBER})(?:{YEARS})?",
        Kind.TO,
        "not",
        "no ",
    ),
    rule(
        r"\b(?:not?|nor|never)\s+(?:be\s+)?(?:over|older\s+than|above|exceeding"
        rf"|more\s+than)\s+(?P<high>{NUMBER})(?:{YEAR}{OLD}|(?=\s*(?:$|[.,;)])))",
        Kind.TO,
        "not",
        "no ",
    ),
    # "not under 18", "not less than 60 years of age", "no younger than 16"
    rule(
        r"\b(?:not?|nor|never)\s+(?:be\s+)?(?:under|below|less\s+than"
        rf"|younger\s+than)\s+(?:the\s+)?(?:ages?\s+(?:of\s+)?)?(?P<low>{NUMBER})(?:{YEAR}{OLD}|(?=\s*(?:$"
        r"|[.,;)])))",
        Kind.FROM,
        "not",
        "no ",
    ),
    # "have not attained the age of 25", "who have not reached 18 years of age"
    rule(
        r"\bnot\s+(?:yet\s+)?(?:attained|reached|achieved)\s+(?:the\s+)?(?:full\s+)?(?:age\s+of\s+)?(?P<high>"
        rf"{NUMBER})(?:{YEARS})?",
        Kind.BELOW,
        "attained",
        "reached",
        "achieved",
    ),
    # "having attained the age of 60"
    rule(
        r"\b(?:attained|reached|attaining|reaching|achieved)\s+(?:the\s+)?(?:full\s+)?age\s+of\s+(?P<low>"
        rf"{NUMBER})(?:{YEARS})?",
        Kind.FROM,
        "attain",
        "reach",
        "achieve",
    ),
    # "maximum age of 25", "the maximum age limit for beneficiaries is 18", "upper age limit 30"
    rule(
        rf"\b(?:max(?:imum)?\.?|upper|highest)\s+age(?:\s+limit)?(?:\s+for\s+[\w ]{{1,30}}?)?\s*(?:of|is|being"
        rf"|:|-)?\s*(?P<high>{NUMBER})(?:{YEARS})?",
        Kind.TO,
        "max",
        "upper",
        "highest",
    ),
    # "minimum age 16", "lower age limit is 18"
    rule(
        rf"\b(?:min(?:imum)?\.?|lower|lowest)\s+age(?:\s+limit)?(?:\s+for\s+[\w ]{{1,30}}?)?\s*(?:of|is|being|:"
        rf"|-)?\s*(?P<low>{NUMBER})(?:{YEARS})?",
        Kind.FROM,
        "min",
        "lower",
        "lowest",
    ),
    # "under the age of 25", "aged under 18", "below 16 years of age", "less than 18 years old"
    rule(
        rf"\b(?:{UNDER}|less\s+than)\s+(?:the\s+)?(?:ages?\s+(?:of\s+)?)(?P<high>{NUMBER})(?:{YEARS})?",
        Kind.BELOW,
        "under",
        "below",
        "younger",
        "less",
    ),
    rule(rf"\b(?:{AGE}\s*:?\s*(?:{UNDER}|less\s+than)\s+(?P<high>{NUMBER})(?:{YEARS})?)", Kind.BELOW, "age"),
    rule(rf"\b(?:{UNDER}|less\s+than)\s+(?P<high>{NUMBER}){YEAR}{OLD}", Kind.BELOW, "old", "of age"),
    # "under-5s", "under fives", "U16s"
    rule(
        rf"\b(?:under[-\s]*(?:the\s+)?|u)(?P<high>{PLURAL})",
        Kind.BELOW,
        "under",
        *(f"u{digit}" for digit in range(1, 10)),
    ),
    # "children under 5", "anyone under 16 years"
    rule(
        rf"{PEOPLE_ARE}{UNDER}\s+(?P<high>{NUMBER})(?:{YEARS})?{NO_TIME}",
        Kind.BELOW,
        "under",
        "below",
        "younger",
        sure=False,
    ),
    # "under 25" on its own
    rule(rf"\bunder[\s-](?P<high>{NUMBER})(?:{YEARS})?{CLOSE}", Kind.BELOW, "under", sure=False),
    # "16 and under", "aged 11 years or younger"
    rule(
        rf"(?:\b{AGE}{OF}\s*)?(?P<high>{NUMBER})(?:{YEARS})?\s*{DOWNWARDS}",
        Kind.TO,
        *(f"{link} {word}" for link in ("and", "or", "&") for word in ("under", "below", "younger", "less")),
        sure=False,
    ),
    # "up to the age of 18", "up to and including 25", "until they are 25", "until the age of 21"
    rule(
        r"\b(?:up\s+to|until|till|to)\s+(?:and\s+including\s+)?(?:the\s+)?(?:maximum\s+)?ages?\s*(?:of\s+)?"
        rf"(?P<high>{NUMBER})(?:{YEARS})?",
        Kind.TO,
        "age",
    ),
    rule(rf"\bup\s+to\s+and\s+including\s+(?P<high>{NUMBER})(?:{YEARS})?{NO_TIME}", Kind.TO, "including", sure=False),
    rule(
        r"\b(?:until|till)\s+(?:they|she|he|you)\s+(?:are|is|reach(?:es)?"
        rf"|turns?)\s+(?P<high>{NUMBER})(?:{YEARS})?",
        Kind.TO,
        "until",
        "till",
    ),
    # "up to 18 years old", "children up to 18", "up to 25 with a learning disability"
    rule(rf"\b(?:aged?\s+)?up\s+to\s+(?P<high>{NUMBER}){YEAR}{OLD}", Kind.TO, "up to"),
    rule(rf"\b{AGE}\s+up\s+to\s+(?P<high>{NUMBER})(?:{YEARS})?", Kind.TO, "up to"),
    rule(rf"{PEOPLE_ARE}up\s+to\s+(?P<high>{NUMBER})(?:{YEARS}|{CLOSE}){NO_TIME}", Kind.TO, "up to", sure=False),
    rule(
        rf"(?:\(|\bor\s+|\band\s+|^\s*)up\s+to\s+(?P<high>{NUMBER})(?:{YEARS}|(?=\s*(?:for\s+(?:those|people"
        r"|young)|if|with|where)\b))",
        Kind.TO,
        "up to",
        sure=False,
    ),
    # "aged 2.5 to school age", "from 2 years until they start school", "between 2.5 years and statutory school age"
    rule(rf"(?:\b{AGE}{OF}\s*|\bfrom\s+)(?:the\s+age\s+of\s+)?{LOW}{TO}{_SCHOOL}", Kind.FROM, "school", "education"),
    rule(rf"\bbetween\s+(?:the\s+ages?\s+of\s+)?{LOW}{AND}{_SCHOOL}", Kind.FROM, "school", "education"),
    # "meetings for the over 55 years"
    rule(rf"\bfor\s+the\s+over[\s-](?P<low>{NUMBER})\s*years?(?=\s*(?:$|[.,;:)]))", Kind.FROM, "over"),
    # "over the age of 50", "over 60 years of age", "aged over 65"
    rule(
        rf"\b{OVER}[\s-]+(?:the\s+)?ages?\s*(?:of\s+)?(?P<low>{NUMBER})(?:{YEARS})?",
        Kind.FROM,
        "over",
        "above",
        "older",
    ),
    rule(
        rf"\b{AGE}\s*:?\s*(?:well\s+)?(?:{OVER}|at\s+least|from)\s+(?P<low>{NUMBER})(?:{YEARS})?(?:\s*"
        rf"{UPWARDS})?",
        Kind.FROM,
        "age",
    ),
    rule(rf"\b{OVER}\s+(?P<low>{NUMBER}){YEAR}{OLD}", Kind.FROM, "old", "of age", sure=False),
    # "over-60s", "the over fifties", "over 18's"
    rule(rf"\b(?:over|above)[-\s]*(?:the\s+)?(?P<low>{PLURAL})", Kind.FROM, "over", "above"),
    # "aged 50 and over", "age 16 plus", "18+", "50 plus", "11 upwards", "2 years and upwards"
    rule(rf"\b{AGE}{OF}\s*(?P<low>{NUMBER})(?:{YEARS})?\s*(?:{UPWARDS}|or\s+more\b)", Kind.FROM, "age"),
    rule(rf"(?P<low>{NUMBER}){YEAR}{OLD}\s+or\s+more\b", Kind.FROM, "old", "of age"),
    # "the over 60 age group"
    rule(rf"\bover[\s-](?P<low>{NUMBER})s?\s+age[\s-]+(?:group|range|bracket)", Kind.FROM, "over"),
    rule(
        rf"(?:\bfrom\s+)?(?P<low>{NUMBER})(?:{YEARS})?\s*{UPWARDS}(?:\s*{YEARS})?",
        Kind.FROM,
        *("+", "plus", "over", "above", "older", "upward", "onward", "beyond", "nd up", "or up", "& up"),
        sure=False,
    ),
    # "who have reached 60", "persons eighteen and over"
    rule(
        rf"\b(?:have|has|had|having)\s+reached\s+(?P<low>{NUMBER})(?:{YEARS})?{CLOSE}", Kind.FROM, "reached", sure=False
    ),
    # "from the age of 16", "from age 5", "at least 18 years old", "children from 2 years old"
    rule(rf"\bfrom\s+(?:the\s+)?ages?\s*(?:of\s+)?(?P<low>{NUMBER})(?:{YEARS})?(?:\s*{UPWARDS})?", Kind.FROM, "from"),
    rule(rf"\b(?:from|at\s+least|must\s+be|minimum\s+of)\s+(?P<low>{NUMBER}){YEAR}{OLD}", Kind.FROM, "old", "of age"),
    rule(rf"{PEOPLE_ARE}from\s+(?P<low>{NUMBER})(?:{YEARS}|{CLOSE}){NO_TIME}", Kind.FROM, "from", sure=False),
    rule(
        rf"\b(?:must|need\s+to|have\s+to|should)\s+be\s+(?:at\s+least\s+)?(?:{OVER}\s+)?(?P<low>{NUMBER})(?:"
        rf"{YEARS})?(?=\s*(?:$|[.,;)]|or\s+over|to\b|and\b))",
        Kind.FROM,
        "be ",
        sure=False,
    ),
    # "people over 60", "women over 50", "if you are over 50"
    rule(
        rf"(?:{PEOPLE_ARE}|\b(?:who|you|they)\s*(?:are|['’]re)\s+){OVER}\s+(?P<low>{NUMBER})(?:{YEARS})?"
        rf"{NO_TIME}",
        Kind.FROM,
        "over",
        "above",
        "older",
        sure=False,
    ),
    # "over 50" on its own
    rule(rf"\bover[\s-](?P<low>{NUMBER})(?:{YEARS})?{CLOSE}", Kind.FROM, "over", sure=False),
    # "4 year olds", "aged 11"
    rule(rf"(?P<low>{NUMBER})[\s-]*(?:years?|yrs?)[\s-]*olds\b", Kind.EXACTLY, "old"),
    rule(
        rf"\b(?:{PEOPLE}\s+)aged\s+(?P<low>{NUMBER})(?:{YEARS})?(?=\s*(?:$|[.,;)]|in\b|with\b|who\b|at\b))",
        Kind.EXACTLY,
        "aged",
    ),
)
"""Limits, the surest first: where two overlap, the first one counts."""
