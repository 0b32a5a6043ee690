"""Who else is named beside women or men, and the names and phrases that name a sex and limit nothing by it."""

import re

_S = r"['’`?]?s?['’`?]?"
WOMEN_NAMES = (
    rf"(?:wom[ae]n{_S}|ladies['’`?]?|girls?{_S}|females?|mums?|mothers|widows|wives|daughters"
    r"|schoolgirls|gentlewomen|spinsters)"
)
MEN_NAMES = rf"(?:men{_S}|boys?{_S}|males?|dads?|fathers|lads|gentlemen{_S}|husbands|widowers|sons|schoolboys)"

NONE_OF = re.compile(
    r"\b(?:no|not\s+(?:for|open\s+to)|without|excluding|from|by|against|fathered\s+by)\s+(?:violent\s+|abusive\s+)?"
    r"(?:men|males|boys|women|females|girls|husbands)\b(?=\s*(?:$|[.,;)]|please|allowed|admitted))",
    re.IGNORECASE,
)
"""The other sex, named as those who are not there: "no men, please"."""
ORGANISATIONS = re.compile(
    rf"\bY\.?[MW]\.?C\.?A\.?\b|\byoung (?:wo)?men{_S} christian association"  # open to everybody
    rf"|\b(?:old|former) (?:boys|girls){_S}"  # past pupils of a school
    rf"|\bfriends of (?:[\w'’-]+ ){{0,4}}?(?:girls|boys){_S} (?:[\w-]+ ){{0,3}}?school\b"
    rf"|\b(?:girls|boys){_S} (?:[\w-]+ ){{0,3}}?school (?:pta|parents?|old|former|hall|building"
    r"|site|premises|house|society|association|alumn\w+|development)\b"
    r"|\b(?:working|young) men['’`?]?s (?:\w+ )?(?:club|college|institute|hall)s?"  # in name only
    r"|\bwom[ae]n['’`?]?s royal (?:voluntary|army|naval|air)|\bboy scouts?\b"  # for both by now
    rf"|\b(?:wom[ae]n{_S} institute|w\.?i\.?|mens? institute) (?:memorial )?(?:village )?(?:hall|building)"
    r"|\b(?:ex[- ]?)?service ?(?:wo)?men\b(?:['’]s\b)?|\bofficers and men\b"
    r"|\bmen of the (?:regiment|royal|corps)|\ball men\b"
    r"|\bmothers['’`?]? union|\bcub scouts"
    rf"|\b(?:boys|girls){_S} brigade(?= hall| building)"
    r"|\breligious (?:orders?|congregations?) (?:of|for) (?:wo)?men\b|\bwom[ae]n religious\b|\breligious (?:wo)?men\b"
    r"|\b(?!(?:a|any|every|each|the|no|one)\s)\w+ girl can\b|\bhusbands bosworth\b"
    r"|\binternational women['’`?]?s day\b|\b(?:mother|father)['’`?]?s['’`?]? day\b"
    r"|\bwomen['’`?]?s (?:super league|world day)\b"
    r"|\bour lady|\bsons of divine|\b(?:little )?sisters of |\bbrothers of "
    r"|\bdaughters of (?:charity|the (?:cross|holy|heart|church)|our|st|saint|jesus|mary|wisdom|divine)\b"
    r"|\b(?:marian|white|holy|oratorian|passionist|redemptorist|salesian|jesuit|capuchin|franciscan|carmelite"
    r"|dominican|benedictine|augustinian|assumptionist|rosminian|spiritan|xaverian|missionary) fathers\b"
    r"|\bfathers of (?:the|st|our|mercy|charity)\b|\b(?:founding|city|church|pilgrim|desert) fathers\b",
    re.IGNORECASE,
)
"""Names of organizations that name a sex and limit nothing by it."""
PASSING = re.compile(
    r"\b(?:fe)?male[\s-]+(?:dominated|led|run|only\s+environment)\b|\bmale\s+(?:violence|perpetrators?|colleagues)\b"
    r"|\bnot\s+exclusively,?\s+(?:by|through|in|with)\b"  # how it is done, in the phrase of charity law
    r"|\b(?:from|of|whose)\s+(?:[\w-]+\s+){0,3}families\b|\bfamily\s+(?:circumstances|backgrounds?|incomes?|violence"
    r"|planning|life|law|breakdown|lives)\b",
    re.IGNORECASE,
)
"""Phrases that name the other sex, or families, and do not say that they are helped."""
RELIGIOUS = re.compile(
    r"\b(?:roman\s+catholic|catholic\s+(?:church|religion|faith)|religious\s+(?:order|institute|congregation)|monks"
    r"|monastery|priory|abbey|friars|priests|missionar(?:y|ies))\b",
    re.IGNORECASE,
)
FATHERS = re.compile(r"\bfathers\b(?!['’])", re.IGNORECASE)
"""In the name of a body that is `RELIGIOUS` they are priests."""

WOMEN_WORD = re.compile(rf"\b{WOMEN_NAMES}(?!\w)", re.IGNORECASE)
MEN_WORD = re.compile(rf"\b{MEN_NAMES}(?!\w)", re.IGNORECASE)

_EITHER_SEX = (
    r"(?:both|either)\s+sex(?:es)?|scouts?\s*(?:and|&)\s*guides?|guides?\s*(?:and|&)\s*scouts?|(?:both|all|any|either)\s+genders?"
    r"|mixed|co-?educational|co-?ed"
    r"|(?:service\s?)?(?:men|boys|males|gentlemen|lads)\s*(?:and|&|or|/)\s*(?:young\s+|service\s?)?(?:wom[ae]n|girls|females|ladies)"
    r"|(?:service\s?)?(?:women|girls|females|ladies)\s*(?:and|&|or|/)\s*(?:young\s+|service\s?)?(?:men|boys|males|gentlemen)"
)
_OPEN_TO_ALL = (
    r"(?:all|everyone|everybody|anyone|anybody)\s+(?:are\s+|is\s+)?(?:very\s+|always\s+)?welcome"
    r"|open\s+to\s+(?:all(?!\s+(?:\w+\s+){0,2}(?:women|girls|ladies|men|boys))|everyone|everybody|anyone|anybody"
    r"|the\s+(?:(?:local|general|wider|whole)\s+)?(?:public|community)|(?:those|people|residents|members)\s+(?:in|of|from))"
)
EITHER_SEX = re.compile(rf"\b(?:{_EITHER_SEX})\b", re.IGNORECASE)
"""Wording that nothing outweighs."""
OPEN_TO_ALL = re.compile(rf"\b(?:{_OPEN_TO_ALL})\b", re.IGNORECASE)
"""Wording that only a school for one sex outweighs: its halls may be open to others."""
EVERYONE = re.compile(
    r"\b(?:everyone|everybody|anyone|anybody|families|family|general\s+public|(?:whole|wider)\s+community"
    r"|people\s+of\s+all|not\s+exclusively"
    r"|not\s+(?:only|just|limited\s+to|restricted\s+to)\s+(?:for\s+)?(?:women|men|girls|boys|ladies)"
    r"|(?:regardless|irrespective)\s+of\s+(?:\w+,?\s+){0,6}?(?:sex|gender)"
    r"|(?:their|and|or|&)\s+(?:close\s+|other\s+)?(?:relatives|relations|friends|partners|carers|loved\s+ones|supporters"
    r"|dependa?nts)(?!\s+(?:of|in|across|to)\b))\b",
    re.IGNORECASE,
)
"""Everybody, or somebody beside women or men whom it helps too."""
_SAME_SEX = (
    r"(?!\s+(?:(?:and|or)\s+\w+\s+)?(?:wom[ae]n|ladies|girls|females?|mothers|widows|men|males?|boys|gentlemen)\b)"
)
_PEOPLE = (
    r"people|persons|individuals|adults(?=\s+(?:with|who|and|in)\b)|residents|inhabitants|villagers|students|pupils|workers|teachers|clergy|clients"
    r"|asylum[\s-]seekers|migrants|communities(?!\s+of\s+(?:\w+\s+)?(?:women|girls|men|boys))|dependants|sufferers|veterans|minorities|(?<!of\s)(?:soldiers|seafarers|sailors)"
)
OTHERS = re.compile(
    r"\b(?<!their )(?<!her )(?<!dependent )(?<!with )(?<!without )(?:children(?!['’]s\s+(?:home|act))|child|youths?"
    rf"|(?:elderly|disabled){_SAME_SEX}|the\s+(?:poor|sick|aged|homeless|public)|pensioners|senior\s+citizens"
    rf"|refugees|vulnerable\s+groups|(?<!other\s)(?:{_PEOPLE})|orphans?|bab(?:y|ies)|infants?|toddlers?|parents|couples|victims(?=\s+of\s+[^.;]*?,))\b"
    r"|\bunder[\s-]\d",
    re.IGNORECASE,
)
"""Groups of either sex: beside one of these, women or men are one entry of a list."""

OTHERS_THAN_ADULTS = re.compile(
    r"\b(?<!their )(?<!her )(?<!dependent )(?<!with )(?<!without )(?:children|child|young\s+(?:people|persons?)|youths?"
    r"|parents|residents|inhabitants|villagers|couples|elderly|older\s+(?:people|persons)"
    r"|the\s+public)\b",
    re.IGNORECASE,
)
"""Beside a title such as "Women's Group" only these make a list of it: others may be the women themselves."""
