"""The pieces that wordings of an age limit are made of: patterns for `re.IGNORECASE`."""

from directory.domain.wording.numbers import NUMBER

PEOPLE = (
    r"(?:child(?:ren)?|kids|bab(?:y|ies)|infants|toddlers|pre-?schoolers|boys|girls|lads|youths?|young(?:sters|\s+"
    r"(?:people|persons?|adults|carers|men|women|ones))|teen(?:ager)?s|juveniles|juniors|seniors|pupils"
    r"|students|learners"
    r"|adults|people|persons|women|men|ladies|gentlemen|males|females|residents|pensioners|citizens|anyone|anybody"
    r"|everyone|everybody|those|all|individuals|players|dancers|singers|athletes|elders|carers|offspring"
    r"|members\s+of\s+the\s+public|squirrels|beavers|cubs|scouts|explorers|rainbows|brownies|guides|rangers)"
)
"""Words for people that an age may follow at once: "women over 50"."""

AGE = r"(?:aged?|ages|age[sd]?[\s-]+(?:range|group|bracket|band)s?)"
OLD = r"(?:[\s-]*olds?\b|\s+of\s+age\b)"
YEAR = r"(?:[\s-]*(?:years?|yrs?|y/?o)\b\.?)"
YEARS = rf"(?:{YEAR}(?:{OLD})?)"
FRACTION = r"(?:\s*(?:½|1/2|\.5|and\s+a\s+half|and\s+(?:a|three)\s+quarters?))?"
UNIT = r"\s*(?:months?|mths?|weeks?|wks?)\b"
AGAIN = r"(?:\s*\(\d{1,2}\))?"
AND_MONTHS = r"(?:,?\s*(?:and|&)?\s*\d{1,2}\s*months?)?"
DECIMAL = rf"(?:{NUMBER}|(?<![\d.,£])\d(?=\.5))"
LOW = (
    rf"(?P<low>birth|new-?\s?born|{DECIMAL}){AGAIN}{FRACTION}(?:(?P<low_unit>{UNIT})(?:{OLD})?"
    rf"|{YEARS}{AND_MONTHS})?"
)
HIGH = rf"(?P<high>{DECIMAL}){AGAIN}{FRACTION}(?P<high_unit>{UNIT}(?:{OLD})?)?"
HIGH_YEARS = rf"{HIGH}{YEARS}{AND_MONTHS}(?:{OLD})?"
HIGH_MAYBE = rf"{HIGH}(?:{YEARS}{AND_MONTHS}(?:{OLD})?)?"
TO = (
    r"\s*(?:-|–|—|−|\bup\s*to(?:\s+and\s+including)?|\bto|\buntil|\btill?|\bthrough(?:\s+to)?"
    r"|\binclusive\s+to)\s*(?:the\s+age\s+of\s+|age\s+)?"
)
AND = r"\s*(?:and|&|to|-|–|—)\s*(?:the\s+age\s+of\s+|age\s+)?"
OF = (
    r"(?:\s*(?:of|is|are|from|between|rising|approximately|approx\.?|about|roughly|range[sd]?|ranging|limits?"
    r"|:|\(|-|–))*"
)
PEOPLE_ARE = rf"\b{PEOPLE}\b\s*,?\s*(?:\(\s*)?(?:who\s+are\s+|that\s+are\s+|are\s+)?"
OVER = r"(?:over|above|older\s+than)"
UNDER = r"(?:under|below|younger\s+than)"
UPWARDS = r"(?:(?:and|or|&)\s*(?:over|above|older|up(?:wards?)?|onwards?|beyond)|upwards?|onwards?|-?plus\b|\+(?!\d))"
DOWNWARDS = r"(?:and|or|&)\s*(?:under|below|younger|less)"
NO_TIME = r"(?!\s*(?:[:.]\d\d|[ap]\.?m\b|noon|o['’]?clock|hrs?\b|hours?\b|%|\.\d))"
CLOSE = r"(?=\s*(?:$|[.,;:)!?/\]]|(?:and|or|in|with|who|living|at|near|from|only|for|to)\b))"
