"""Cost: what it costs to take part; a donation counts before a price, and a price before "free"."""

import re

from directory.domain.eligibility.criteria import Cost, Criterion, Field, Test
from directory.domain.messages import mark
from directory.domain.wording.reading import before, mentions, read

_DONATION = re.compile(
    r"\b(?:(?:suggested|voluntary|optional|recommended|minimum)\s+(?:donations?|contributions?)|small\s+donations?"
    r"|small\s+contributions?\s+(?:(?:is|are)\s+\w+|per|each|for\s+refreshments|towards\s+(?:the\s+)?(?:refreshments|hall|room))"
    r"|(?:by|for\s+a|pay\s+by|in\s+return\s+for\s+a)\s+(?:small\s+)?donation"
    r"|donations?\s+(?:only\s+)?(?:are\s+|is\s+)?(?:very\s+|always\s+|most\s+)?"
    r"(?:welcomed?|appreciated|requested|invited|accepted|suggested|on\s+the\s+door"
    r"|towards\s+(?:the\s+)?(?:refreshments|hall|room|costs?))"
    r"|pay\s+(?:as|what)\s+you\s+(?:feel|can|like|want|wish|are\s+able|can\s+afford)|honesty\s+box|donations?\s+(?:if|as)\s+(?:you|they|people)\s+(?:can|are\s+able|wish|like)"
    r"|(?:a\s+)?donations?\s+if\s+(?:possible|able|affordable)|(?:all|any)\s+donations\s+(?:gratefully|welcome)"
    r"|give\s+what\s+you\s+(?:can|like|feel)|(?:funded|free|run)\s+by\s+donation)\b"
    r"|(?:£\s?\d+(?:\.\d\d)?|\d+p)\s+(?:suggested\s+|voluntary\s+)?donation\b",
    re.IGNORECASE,
)
_AMOUNT = re.compile(
    r"£\s?(?P<pounds>\d{1,3}(?:\.\d{2})?)(?![\d,.]*\d|\s*(?:m\b|k\b|bn|million|thousand))|\b(?P<pence>\d{2})p\b"
)
_TAKING_PART = re.compile(
    r"\s*(?:-\s*£?\s?\d+(?:\.\d\d)?\s*)?(?:$|[.,;)(/]|(?:per|a|an|each|p/?w|pw|pp|for|entry|admission|subs"
    r"|membership|charge|fee|on\s+the\s+door|to\s+(?:join|attend|enter|cover)"
    r"|adults?|members?|non-?members|child(?:ren)?|concessions?|weekly|monthly|annual(?:ly)?|yearly"
    r"|including|includes|and|or)\b)",
    re.IGNORECASE,
)
_OTHER_MONEY = re.compile(
    r"\b(?:grants?|award(?:s|ed|ing)?|income|donat\w*|rais(?:e|es|ed|ing)|fund(?:s|ed|ing)?|salar\w+"
    r"|budget|worth|loans?|turnover|excess|total\w*"
    r"|bursar\w+|prizes?|scholarships?|sums?|legac\w+|endowment|invest\w*|capital|spent|spend|expenditure"
    r"|given|gave|pa(?:id|ys)\s+out|distribut\w+)\b",
    re.IGNORECASE,
)
_HIRE_OR_PRIZE = re.compile(
    r"\b(?:win|wins|won|winning|winners?|jackpot|lottery|raffle|saves?|saved|saving|earn\w*|owe[sd]?|fine[sd]?|vouchers?|wages?"
    r"|(?:hall|room|venue|building|pitch|court|space|premises|kitchen|table|stall|desk)\s+(?:hire|rental|charges?)"
    r"|hire\s+(?:charges?|rates?|fees?|costs?|from|is)|hire\s*:|hiring|rent(?:al)?|(?:to|for)\s+(?:hire|rent))\b",
    re.IGNORECASE,
)
"""What is won, saved or paid for a room, and is no price of taking part."""
_COVERS = re.compile(r"\b(?:cover|towards|includ\w+|plus|with)\b", re.IGNORECASE)
_CLAUSE_END = re.compile(r"\.(?!\d)|[;!?\n]")
_PRICE = re.compile(
    r"\b(?:(?:small|nominal|modest|entry|entrance|admission|annual|weekly|session|joining|membership"
    r"|registration|low[- ]cost|reasonable)\s+"
    r"(?:weekly\s+|annual\s+|membership\s+)?(?:charges?|fees?|subscriptions?|subs|cost)|(?:there\s+is"
    r"|we\s+make)\s+a\s+(?:\w+\s+)?(?:charge|fee|cost)|fees?\s+(?:apply|applies|payable)"
    r"|charges?\s+apply|(?:cost|price|fee)\s*:\s*£|subscriptions?\s+(?:is|are|of|payable)"
    r"|paid\s+(?:membership|subscription)|membership\s+costs?"
    r"|(?:low|reasonably|modestly|competitively)[- ]priced"
    r"|at\s+(?:an?\s+|very\s+)*(?:affordable|low|subsidi[sz]ed|economic(?:al)?"
    r"|reasonable|modest|nominal|competitive|fair|discounted|reduced|moderate|minimum"
    r"|minimal)\s+(?:price|cost|rate|charge)s?"
    r"|low[- ]cost\s+(?:\w+\s+){0,2}(?:class|session|activit|counselling|meal|lunch)\w*"
    r"|fee[- ]paying"
    r"|(?:can\s?not|unable\s+to|could\s+not|who)\s+(?:otherwise\s+)?afford\s+(?:the\s+)?(?:full\s+|school\s+)?fees"
    r"|fees?\s+(?:is|are)\s+(?:charged|payable|set)|funded\s+(?:by|from|through)\s+(?:\w+\s+)?(?:fees|subscriptions)"
    r"|affordable\s+(?:[\w-]+\s+){0,2}(?:class|session|activit|counselling|child\s?care|meal|lunch|tuition|pre-?school|nursery"
    r"|playgroup|(?:pre-?school|early\s+years)\s+education|transport|holiday|therap|day\s+care"
    r"|lesson|ticket)\w*)\b",
    re.IGNORECASE,
)
_CONCESSION = re.compile(
    r"\b(?:concessions?|concessionary|conc\b|reduced\s+(?:rates?|prices?|fees?)|discount(?:s|ed)?\s+(?:for"
    r"|rates?|prices?)|sliding\s+scale|means[- ]tested\s+fees?)",
    re.IGNORECASE,
)
_FIRST_FREE = re.compile(
    r"\b(?:(?:first|initial|taster)\s+(?:\w+\s+)?(?:session|class|visit|week|lesson|time|month|meeting"
    r"|taster)s?\s+(?:is\s+|are\s+)?free|free\s+(?:first\s+)?(?:taster|trial)"
    r"|free\s+(?:first|initial)\s+\w+)\b",
    re.IGNORECASE,
)
FIRST_FREE_NOTE = mark("first session free")

_OFFER = (
    r"(?:service|support|advice|session|class|event|entry|admission|entrance|activit|lunch|meal|food"
    r"|counsell|help|workshop|training|membership|group|course"
    r"|programme|program|drop-?in|ticket|place|concert|club|transport|lesson|tuition|coaching|legal|debt"
    r"|information|breakfast|swim|exercise|walk|taster|holiday"
    r"|therap|mediation|helpline|access|accommodation|clothing|flight|equipment|music|singing|dance|art"
    r"|craft|day|open|performance|sport|health|education|clinic|trip"
    r"|visit|loan|hire|resource|materials|shop)\w*"
)
_FREE = re.compile(
    r"\b(?:free\s+(?:of|from)\s+(?:any\s+)?(?:charge|cost)s?|no\s+(?:charge|cost"
    r"|fee)s?\b(?!\s+for\s+(?:parking|carers))|(?:at\s+no|without)\s+(?:any\s+)?(?:charge|cost)"
    r"|nothing\s+to\s+pay"
    r"|costs?\s+nothing|cost\s*:\s*free|free\s+to\s+(?:attend|join|use|access|all|everyone|anyone|members"
    r"|participants|take|the\s+public|residents|come|enter|those|people)"
    r"|(?:is|are|be|all|totally|completely|absolutely|entirely|always|and|it['’]s|sessions?|class(?:es)?"
    r"|entry|admission|attendance|everything|activities)\s+free(?=\s*(?:$|[.,;!)(]|and\b|for\b|but\b"
    r"|to\s+(?:attend|join|all|everyone)))"
    rf"|free,?\s+(?:and\s+)?(?:[\w-]+,?\s+){{0,4}}?{_OFFER}|free\s+for\s+(?!carers|parking))",
    re.IGNORECASE,
)
_NOT_ENTRY_BEFORE = re.compile(
    r"(?:\b(?:feel|feels|feeling|you|i|steps?|barriers?|lactose|nuts?|wheat|caffeine|fat|meat|egg|plastic|chemical|cruelty"
    r"|advert|jargon|judge?ment|pressure|scent|allergy|allergen|pets?|dogs?|cars?|crime|hands?|tolls?|rent|worry|guilt|risk"
    r"|fear|anxiety|screens?|phones?|bully|bullying|litter|obligation|drink|symptom|abuse"
    r"|drugs?|alcohol|smoke|sugar|gluten|dairy|violence|stress|pain|traffic|hassle|debt|carers?"
    r"|companions?|parking|wi-?fi|set|sets|setting|break|care|duty|tax|interest|helpers?"
    r"|refreshments|tea|coffee|parents|stay|be|live|living|keep|become)\s*(?:are|is|go|goes|get\s+in)?\s*|-)$",
    re.IGNORECASE,
)
_DENIED_BEFORE = re.compile(
    r"(?:\b(?:not|no|never|cannot|without|nor)|n['’]t)\s+"
    r"(?:(?:an?|any|be|currently|always|completely|entirely|totally|yet|offer(?:ed|ing)?|provided?|providing|have|give|run|able"
    r"|to|longer|normally|usually|for|available)\s+)*$",
    re.IGNORECASE,
)
_DENIED_AFTER = re.compile(
    r"(?:\s+\w+)?\s+(?:(?:is|are|was|were)\s+)?(?:currently\s+)?(?:not\b|no\s+longer\b|unavailable\b)"
    r"|(?:\s+\w+)?\s+(?:is|are|was|were)n['’]t\b",
    re.IGNORECASE,
)
_TEAM = r"(?:volunteers?|staff|trustees|employees|team\s+members)"
_TEAMS_BEFORE = re.compile(
    rf"\b{_TEAM}\s+(?:\w+\s+){{0,2}}?(?:gets?|receives?|enjoys?|have|has|benefit\s+from|are\s+(?:\w+\s+)?(?:offered|given)"
    rf"|are\s+entitled\s+to)\s+(?:[\w-]+\s+){{0,2}}$|\b{_TEAM}(?:\s+(?:a|with|some))?\s+$",
    re.IGNORECASE,
)
_TEAMS_AFTER = re.compile(
    rf"\s+(?:is\s+|are\s+)?(?:\w+\s+)?(?:for|to)\s+(?:(?:all|our|new|the)\s+)*{_TEAM}\b", re.IGNORECASE
)
"""What the team gets free of charge says nothing of those who come."""
_FREE_THINGS = re.compile(
    r"\b(?:literature|leaflets?|books?|bibles?|magazines?|newsletters?|publications?|cop(?:y|ies)|materials|tracts)\b[^.;]{0,40}$",
    re.IGNORECASE,
)
"""What is given away free of charge, and is no service."""
_NOT_ENTRY = re.compile(
    r"free\s+(?:of\s+(?!charge|any\s+charge|cost)|from\s+(?!charge)|car\s?park|parking|refreshments?|tea\b"
    r"|coffee|wi-?fi|church|time|will\b|school|speech|expression|press|movement|play\b"
    r"|presbyterian|grammar|masons?|thinking|enterprise|trade|market|range|spirit|standing|drinks?|cake"
    r"|biscuits|toast|choice|exchange|carer|up\b|(?:your|my|our|their|his|her|its|them|yourself|people|those|women|men"
    r"|families|children|prisoners|slaves|animals|space|hands?|fall|radicals?|kick|style|flow|thinkers?)\b)",
    re.IGNORECASE,
)

_TRIGGERS = (
    *("free", "£", "donation", "contribution", "charge", "cost", "fee", "price", "affordable", "concession"),
    *("subscription", "pay ", "honesty", "0p", "5p"),
)

_GIFTS = ("donation", "contribution", "pay ", "honesty", "give what")


def cost_in(text: str) -> Criterion | None:
    """What it costs to take part, the first amount in pounds where it says one; None where it says nothing of that."""
    lowered = text.lower()
    if not mentions(lowered, _TRIGGERS):
        return None
    donation = _DONATION.search(text) if mentions(lowered, _GIFTS) else None
    if donation:
        return _criterion(Cost.DONATION, donation[0], amount=_pounds(_AMOUNT.search(donation[0])))
    first_free = _FIRST_FREE.search(text) if "free" in lowered else None
    note = FIRST_FREE_NOTE if first_free else None
    if price := _price(text):
        cost = Cost.CONCESSION if _CONCESSION.search(text) else Cost.PAID
        return _criterion(cost, price[0], _pounds(price), note)
    if first_free:
        return _criterion(Cost.PAID, first_free[0], note=note)
    free = _free(text)
    return _criterion(Cost.FREE, free[0]) if free else None


def _price(text: str) -> re.Match[str] | None:
    for match in _AMOUNT.finditer(text):
        around = before(text, match.start(), 60) + text[match.end() : match.end() + 24]
        if _TAKING_PART.match(text, match.end()) and not _OTHER_MONEY.search(around):
            tail = _clause_after(text, match.end(), 24)
            said = _clause_before(text, match.start()) + match[0] + ("" if _COVERS.search(tail) else tail)
            if not _HIRE_OR_PRIZE.search(said):
                return match
    return _PRICE.search(text)


def _free(text: str) -> re.Match[str] | None:
    for match in _FREE.finditer(text):
        at = match.start() + max(0, match[0].lower().find("free"))
        is_entry = not (_NOT_ENTRY.match(text, at) or _NOT_ENTRY_BEFORE.search(text, max(0, at - 24), at))
        if is_entry and not _FREE_THINGS.search(text, max(0, at - 64), at) and not _is_refused(text, at, match.end()):
            return match
    return None


def _is_refused(text: str, start: int, end: int) -> bool:
    """Whether "free" is denied, or is for the team alone."""
    head, tail = _clause_before(text, start), _clause_after(text, end, 40)
    if _DENIED_BEFORE.search(head) or _DENIED_AFTER.match(tail):
        return True
    return bool(_TEAMS_BEFORE.search(head) or _TEAMS_AFTER.match(tail))


def _clause_before(text: str, start: int) -> str:
    return _CLAUSE_END.split(text[max(0, start - 60) : start])[-1]


def _clause_after(text: str, end: int, length: int) -> str:
    return _CLAUSE_END.split(text[end : end + length])[0]


def _pounds(match: re.Match[str] | None) -> float | None:
    groups = match.groupdict() if match else {}
    if groups.get("pounds"):
        return float(groups["pounds"] or 0)
    return int(groups["pence"] or 0) / 100 if groups.get("pence") else None


def _criterion(cost: Cost, span: str, amount: float | None = None, note: str | None = None) -> Criterion:
    return read(Field.COST, Test.ACCEPTS, span.strip(), (cost.value,), amount=amount, note=note)
