"""The wordings that state an age range with both its ends."""

import re

from directory.domain.wording.age_rules import Kind, rule
from directory.domain.wording.age_words import (
    AGAIN,
    AGE,
    AND,
    AND_MONTHS,
    HIGH,
    HIGH_MAYBE,
    HIGH_YEARS,
    LOW,
    NO_TIME,
    OF,
    OLD,
    OVER,
    PEOPLE_ARE,
    TO,
    UNDER,
    UNIT,
    YEAR,
    YEARS,
)
from directory.domain.wording.numbers import NUMBER

RANGES = (
    # "over 16 and under 25", "over the age of 50 but below 65"
    rule(
        rf"\b{OVER}\s+(?:the\s+age\s+of\s+)?(?P<low>{NUMBER}){YEARS}?\s*(?:and|but"
        rf"|to)\s*{UNDER}\s+(?:the\s+age\s+of\s+)?"
        rf"(?P<high>{NUMBER}){YEARS}?{NO_TIME}",
        Kind.OVER_AND_UNDER,
        "over",
        "above",
        "older",
        sure=False,
    ),
    # "between the ages of 10 and 18", "aged between 5 and 11 years"
    rule(
        rf"\b(?:between\s+(?:the\s+)?ages?\s*(?:of\s+)?|{AGE}\s*(?:from\s+)?between\s+(?:the\s+ages\s+of\s+)?)"
        rf"{LOW}{AND}{HIGH_MAYBE}",
        Kind.RANGE,
        "between",
    ),
    # "aged 16-25", "ages 4 to 11", "age group: 8 - 18", "from the ages of 4 to 18", "aged 8 and 18"
    rule(rf"\b{AGE}{OF}\s*(?:{LOW}(?:{TO}|\s*(?:and|&)\s*){HIGH_MAYBE})(?![\d/])", Kind.RANGE, "age"),
    # "ages 7/77", "aged 5 to 105"
    rule(rf"\b{AGE}{OF}\s*(?P<low>\d{{1,2}})\s*/\s*(?P<high>\d{{1,2}})(?![\d/])", Kind.RANGE, "age"),
    rule(rf"\b{AGE}{OF}\s*(?P<low>{NUMBER}){TO}(?P<high>1[0-2]\d)(?!\d)", Kind.RANGE, "age"),
    # "activities for the 5-11 years"
    rule(
        rf"\bfor\s+(?:the\s+)?{LOW}\s*[-–]\s*{HIGH}\s*years?(?=\s*(?:$|[.,;:)]|who\b|group\b))",
        Kind.RANGE,
        "year",
    ),
    # "5-11 year olds", "2 to 5 years of age", "two and a half to five years old", "3 and 4 year olds"
    rule(rf"\b(?:from\s+)?{LOW}(?:{TO}|\s*(?:and|&)\s*){HIGH}{YEAR}{AND_MONTHS}{OLD}", Kind.RANGE, "old", "of age"),
    # "16/17 year olds"
    rule(rf"(?<![\d/])(?P<low>\d{{1,2}})/(?P<high>\d{{1,2}})[\s-]*(?:years?|yrs?){OLD}", Kind.RANGE, "old"),
    # "children of 3 and 4 years"
    rule(rf"{PEOPLE_ARE}of\s+{LOW}(?:{TO}|\s*(?:and|&)\s*){HIGH_YEARS}", Kind.RANGE, "year", "yr", sure=False),
    # "co-educational day school 4-18"
    rule(
        rf"\b(?:day|boarding|educational|independent|preparatory)\s+school\s*,?\s*\(?{LOW}\s*[-–]\s*{HIGH}",
        Kind.RANGE,
        "school",
    ),
    # "the 11-18 age group"
    rule(rf"\b{LOW}{TO}{HIGH}(?:{YEAR})?\s+age[\s-]+(?:group|range|bracket)", Kind.RANGE, "group", "range", "bracket"),
    # "from birth to five", "6 months to 3 years"
    rule(rf"\b(?:from\s+)?(?P<low>birth|new-?\s?born|babies){TO}{HIGH_MAYBE}", Kind.RANGE, "birth", "born", "babies"),
    rule(
        rf"\b(?:from\s+)?(?P<low>{NUMBER}){AGAIN}(?P<low_unit>{UNIT})(?:{OLD})?{TO}{HIGH_YEARS}",
        Kind.RANGE,
        "month",
        "mth",
        "week",
        "wk",
        sure=False,
    ),
    # "between 2 and 5 years", and "2 to 5 years" where nothing says that it is a time
    rule(rf"\bbetween\s+{LOW}{AND}{HIGH_YEARS}", Kind.RANGE, "between", sure=False),
    rule(rf"(?:\bfrom\s+)?{LOW}{TO}{HIGH_YEARS}", Kind.RANGE, "year", "yr", "y/o", "yo", sure=False),
    # "children 5-11", "young people between 11 and 18", "pupils from 3 to 18", "Young people (16-25)"
    rule(
        rf"{PEOPLE_ARE}(?:(?:from|between|ages?|aged)\s+)*{LOW}(?:{TO}|\s*(?:and"
        rf"|&)\s*){HIGH}(?:\s*\))?{NO_TIME}(?![\d/])",
        Kind.RANGE,
        *("-", "–", "—", " to ", "between"),
        sure=False,
    ),
    # "(0-25)", where nobody is named
    rule(rf"\(\s*(?P<low>0|{NUMBER}){TO}(?P<high>{NUMBER})(?:{YEARS})?\s*\)", Kind.RANGE, "(", sure=False),
    # "8-12s", "5 to 11s"
    rule(
        rf"(?P<low>{NUMBER})(?:s\b)?{TO}(?P<high>\d{{1,2}})['’]?s\b",
        Kind.RANGE,
        *(f"{digit}s" for digit in range(10)),
        "'s",
        "’s",
        sure=False,
    ),
    # A whole fragment of a search: "16-25"
    rule(rf"^\s*(?P<low>{NUMBER})\s*[-–]\s*(?P<high>{NUMBER})\s*$", Kind.RANGE, "-", "–", sure=False),
)
"""Ranges, the surest first: where two overlap, the first one counts."""

CONTINUATION = re.compile(
    rf"(?:\s*(?:,|;|/|\band\b|\bor\b|&))+\s*(?:{AGE}\s*)?{LOW}\s*(?:-|–|—"
    rf"|\bto\b)\s*{HIGH_MAYBE}(?![\d/]){NO_TIME}",
    re.IGNORECASE,
)
"""A further range in a list that has begun with a sure one."""
