"""Conditions: illnesses and impairments that a service is for, accepts, or cannot take."""

import re
from collections.abc import Iterator

from directory.domain.eligibility.criteria import Criterion, Field, Strength, Test
from directory.domain.messages import mark
from directory.domain.wording.reading import before, is_denied, mentions, read, strength_at

_CONDITIONS = {
    mark("dementia"): r"dementia|alzheimer['’]?s?(?:\s+disease)?",
    mark("Parkinson's"): r"parkinson['’]?s?(?:\s+disease)?",
    mark("stroke"): r"strokes?|aphasia",
    mark("cancer"): r"cancer|leukaemia|lymphoma",
    mark("diabetes"): r"diabetes|diabetic",
    mark("autism"): r"autis(?:m|tic(?:\s+spectrum)?)|asperger['’]?s?|asd",
    mark("ADHD"): r"adhd",
    mark("learning disability"): r"(?:(?:profound|severe|complex|moderate|mild)(?:\s+and\s+(?:multiple|complex"
    r"|enduring))?\s+)?learning\s+(?:disabilit(?:y|ies)|difficult(?:y|ies))|down['’]?s?\s+syndrome",
    mark("mental health"): r"(?:(?:serious|severe|poor|enduring)\s+(?:and\s+enduring\s+)?)?mental(?:\s+"
    r"|-)(?:health(?:\s+(?:problems?|needs|issues|conditions?|difficult\w+))?|illness(?:es)?|distress)",
    mark("depression"): r"depression",
    mark("anxiety"): r"anxiety",
    mark("eating disorder"): r"eating\s+disorders?|anorexia|bulimia",
    mark("addiction"): r"(?:(?:drug|alcohol|substance)(?:\s+(?:and|or)\s+(?:drug|alcohol|substance))?\s+(?:misuse|abuse"
    r"|addictions?|problems?|dependenc\w+))|addictions?|alcoholi(?:sm|cs?)",
    mark("sight loss"): r"sight\s+loss|visual(?:ly)?\s+impair(?:ments?|ed)|blind(?:ness)?|partially\s+sighted",
    mark("hearing loss"): r"hearing\s+(?:loss|impair(?:ments?|ed))|deaf(?:ness)?",
    mark("physical disability"): r"physical(?:ly)?\s+(?:disabilit(?:y|ies)|disabled|impairments?)",
    mark("brain injury"): r"(?:acquired\s+|traumatic\s+)?(?:brain|head)\s+injur(?:y|ies)",
    mark("multiple sclerosis"): r"multiple\s+sclerosis",
    mark("motor neurone disease"): r"motor\s+neurone\s+disease|mnd",
    mark("epilepsy"): r"epilepsy",
    mark("cerebral palsy"): r"cerebral\s+palsy",
    mark("arthritis"): r"arthritis",
    mark("chronic pain"): r"(?:chronic|persistent)\s+pain|fibromyalgia",
    mark("lung condition"): r"copd|lung\s+(?:disease|conditions?)|asthma|breathing\s+difficulties",
    mark("heart condition"): r"heart\s+(?:disease|conditions?|failure|problems)|coronary\s+heart\s+disease",
    mark("HIV"): r"hiv(?:/aids)?",
    mark("ME"): r"m\.?e\.?/cfs|cfs/me|chronic\s+fatigue(?:\s+syndrome)?",
    mark("kidney disease"): r"kidney\s+(?:disease|failure)",
    mark(
        "terminal illness"
    ): r"terminal(?:ly)?\s+ill(?:ness)?|life[\s-](?:limiting|threatening|limited)\s+(?:conditions?"
    r"|illness(?:es)?|disease)",
    mark("long-term condition"): r"long[\s-]term\s+(?:health\s+|medical\s+)?conditions?",
    mark("bereavement"): r"bereave(?:d|ment)",
}
CONDITIONS = tuple(_CONDITIONS)
"""The conditions that are told apart, by the names they have here."""

_ANY = "|".join(pattern for pattern in _CONDITIONS.values())
_NAMES = tuple((name, re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE)) for name, pattern in _CONDITIONS.items())
_LIST = rf"(?:{_ANY})(?:(?:\s*,\s*|\s+(?:and|or)\s+|\s*/\s*)(?:{_ANY}))*"
_PERSON = (
    r"(?:people|persons|those|anyone|anybody|adults?|children|individuals|patients|men|women|residents"
    r"|someone|clients|members|everyone|young\s+people|older\s+people|pupils|students|young\s+adults"
    r"|families)"
)
_HAVING = (
    r"(?:(?:who\s+(?:are|have|is|has)\s+|and\s+)?(?:\s*(?:living|diagnosed|affected|born|suffering"
    r"|recovering|newly|directly|experiencing|with|by|from|having|have|has|had|in|recovery|a|an|any|the"
    r"|their|effects|of|diagnosis"
    r"|early[\s-]stage|onset|severe|complex|mild|moderate|chronic))+)"
)

_EXCLUDES = re.compile(
    r"\b(?:(?:can\s?not|can['’]t|unable\s+to|do\s+not|does\s+not|don['’]t|doesn['’]t|not\s+able\s+to)\s+(?P<verb>take"
    r"|accept|support|accommodate|help|work\s+with|admit|offer\s+\w+\s+to|cater\s+for|see)"
    r"|(?:not|un)\s?(?:suitable|appropriate)\s+for|excludes?|excluding)\s+(?:any\s+|other\s+)?(?P<person>"
    rf"{_PERSON}\b)?\s*(?P<words>(?:who\s+|with\s+|under\s+)?[^.;:!?()\n]{{3,80}})",
    re.IGNORECASE,
)
_NOT_CLOSED = re.compile(
    # "we do not exclude", "without excluding", "we would never want to exclude"
    r"(?:\b(?:not|never|without|cannot|nor|no\s+longer|nobody|none)|n['’]t)\s+(?:(?:\w+ly|ever|be|to|want|wish|aim|mean)\s+"
    r"){0,3}$",
    re.IGNORECASE,
)
_TRAILING = re.compile(
    r"(?:\s+(?:at\s+present|at\s+this\s+time|currently|unfortunately|please|as\s+we|because|so)|,?\s+(?:but|although|though"
    r"|however)|,\s*(?:we|they|you|people|anyone|anybody|everyone))\b.*$",
    re.IGNORECASE | re.DOTALL,
)
_CONDITIONAL = re.compile(r"\b(?:unless|without|if|until|except)\b", re.IGNORECASE)
_SEEN_AS = re.compile(r"\bas\b", re.IGNORECASE)
_DEGREE = (
    r"(?:severe(?:ly)?|serious(?:ly)?|advanced|profound(?:ly)?|complex|moderate(?:ly)?|mild(?:ly)?|acute|high|significant"
    r"|uncontrolled|unstable|unmanaged|untreated|active|enduring|chronic(?!\s+(?:pain|fatigue))"
    r"|(?:late|later|early|end)[\s-]stages?)"
)
_DEGREES = re.compile(rf"\b{_DEGREE}(?:(?:\s*,\s*|\s+(?:and|or|to)\s+|\s*/\s*|\s+){_DEGREE})*\b", re.IGNORECASE)
_ONE_DEGREE = re.compile(rf"\b{_DEGREE}\b", re.IGNORECASE)
_WHOLE = re.compile(
    # "cannot support severe dementia": the condition itself, where no person is named
    rf"(?:(?:{_DEGREE}|and|or|to|any|the|an?)\s+)*{_LIST}(?:\s+(?:needs|patients|sufferers|cases))?\s*(?:$|,|\band\b|\bor\b)",
    re.IGNORECASE,
)
_NEEDED = (
    # "for people living with dementia", "supports young people with autism"
    (
        (" with ", "living", "affected", "suffer", "experiencing", "recover", "who ", "diagnos", "having"),
        r"\b(?:for|to|of|with|supports?|supporting|helps?|helping|assists?|assisting|enabl(?:es?|ing)"
        r"|benefit(?:s|ing)?|among)\s+"
        rf"(?:(?:the|all|local|any|other|some|young|older|disabled|vulnerable)\s+)*{_PERSON}\s+{_HAVING}\s*{_LIST}\b",
    ),
    # "must have a diagnosis of dementia"
    (("diagnos",), rf"\b(?:diagnosis|diagnosed)\s+(?:of|with|as\s+having)\s+(?:an?\s+)?{_LIST}\b"),
    # "stroke survivors", "cancer patients"
    (("sufferer", "survivor", "patients"), rf"\b{_LIST}\s+(?:sufferers|survivors|patients)\b"),
    # "for blind and partially sighted people"
    (
        ("impaired", "sighted", "blind", "deaf", "bereaved", "terminally ill", "disabled"),
        r"\bfor\s+(?:the\s+)?(?:visually\s+impaired|partially\s+sighted|blind|deaf|hearing\s+impaired|bereaved"
        r"|terminally\s+ill|physically\s+disabled"
        r"|learning\s+disabled)(?:\s+and\s+(?:partially\s+sighted|visually\s+impaired|hard\s+of\s+hearing"
        r"|hearing\s+impaired))?"
        rf"(?:\s+{_PERSON})?\b",
    ),
)
_NEEDS = tuple((cues, re.compile(pattern, re.IGNORECASE)) for cues, pattern in _NEEDED)
_MUST = re.compile(r"\bmust\s+(?:have|be)\s+(?:an?\s+)?(?:\w+\s+)?diagnos", re.IGNORECASE)
_OTHER_THING_AFTER = re.compile(
    r"\s+(?:research|charit(?:y|ies)|awareness|appeals?|fund(?:s|ing|raising)?|trusts?|stud(?:y|ies)|campaigns?|training"
    r"|education|science|societ(?:y|ies)|cause|causes)\b",
    re.IGNORECASE,
)
_OTHER_THING_BEFORE = re.compile(
    r"\b(?:rais(?:e|es|ed|ing)|fund-?rais\w+|donat\w+|sponsor\w*|in\s+aid\s+of|proceeds|profits"
    r"|awareness|research(?:es|ing)?|stud(?:y|ies)\s+(?:of|on|into)|campaign\w*)\b",
    re.IGNORECASE,
)
_NOT_ONLY = re.compile(r"\b(?:not|n['’]t)\s+(?:only|just|exclusively|solely)\s+$", re.IGNORECASE)
_WITH_OTHERS = re.compile(
    r"(?:\s*,)?\s*(?:and|or|&|as\s+well\s+as)\s+(?:\w+\s+){0,2}(?:carers?|famil(?:y|ies)|partners?|friends"
    r"|loved|relatives|older|children|people|those|anyone)\b",
    re.IGNORECASE,
)

_HINTS = (
    *("dementia", "alzheimer", "parkinson", "stroke", "aphasia", "cancer", "leukaemia", "lymphoma", "diabet"),
    *("autis", "asperger", "asd", "adhd", "learning d", "syndrome", "mental", "depress", "anxiety", "eating"),
    *("anorexia", "bulimia", "misuse", "abuse", "addict", "alcohol", "sight", "visual", "blind", "deaf"),
    *("hearing", "physical", "injur", "sclerosis", "neurone", "mnd", "epilep", "palsy", "arthritis", " pain"),
    *("fibromyalgia", "copd", "lung", "asthma", "heart", " hiv", "m.e", "cfs", "fatigue", "kidney", "terminal"),
    *("life-", "life ", "long-term", "long term", "bereave"),
)
_EXCLUDING = (
    *("suitable", "appropriate", "exclud", "cannot", "can not", "can't", "can’t", "unable", "not able", "do not"),
    *("don't", "don’t", "does not"),
)


def conditions_in(text: str) -> list[Criterion]:
    """The conditions that a service needs people to have, also accepts, or excludes, in the words of a fixed list; what
    it excludes and the list has not is given in the words of the text. Of a condition that is excluded in some degree
    only, the degree is part of the value: "severe dementia" does not exclude dementia."""
    lowered = text.lower()
    closed = list(_EXCLUDES.finditer(text)) if mentions(lowered, _EXCLUDING) else []
    criteria = [_excluded(match) for match in closed if _may_exclude(text, match)]
    if mentions(lowered, _HINTS):
        needed = [match for match in _needs(text, lowered) if not any(_covers(other, match) for other in closed)]
        criteria += [_needed(text, needed)] if needed else []
    return criteria


def _needs(text: str, lowered: str) -> Iterator[re.Match[str]]:
    for cues, pattern in _NEEDS:
        if mentions(lowered, cues):
            yield from (match for match in pattern.finditer(text) if not _is_of_something_else(text, match))


def _is_of_something_else(text: str, match: re.Match[str]) -> bool:
    """Whether the wording is denied, or of money, research or awareness and not of people who come."""
    if _OTHER_THING_AFTER.match(text, match.end()) or is_denied(text, match.start(), match.end()):
        return True
    return _OTHER_THING_BEFORE.search(before(text, match.start())) is not None


def _covers(outer: re.Match[str], inner: re.Match[str]) -> bool:
    return outer.start() <= inner.start() < outer.end()


def _may_exclude(text: str, match: re.Match[str]) -> bool:
    words = _TRAILING.sub("", match["words"])
    if _NOT_CLOSED.search(before(text, match.start())) or _CONDITIONAL.search(words):
        return False
    verb = (match["verb"] or "").lower()
    if verb == "see" and _SEEN_AS.search(words):
        return False
    if match["person"] or not verb:
        return words.lower().startswith(("who", "with", "under")) or bool(_named(words))
    return verb != "see" and _WHOLE.match(words) is not None


def _excluded(match: re.Match[str]) -> Criterion:
    words = _TRAILING.sub("", match["words"]).strip()
    values = tuple(dict.fromkeys(value for found in _placed(words) for value in _in_degree(words, *found)))
    said = re.sub(r"^(?:who\s+(?:are|have|is)|with|who)\s+", "", words, flags=re.IGNORECASE)
    return read(Field.CONDITION, Test.EXCLUDES, match[0].strip(), values or (said,))


def _placed(words: str) -> Iterator[tuple[str, re.Match[str]]]:
    for name, pattern in _NAMES:
        if found := pattern.search(words):
            yield name, found


def _in_degree(words: str, name: str, found: re.Match[str]) -> list[str]:
    """The condition with each degree that ``words`` give it: the last before it, else the first after it."""
    runs = list(_DEGREES.finditer(words))
    earlier = [run for run in runs if run.start() < found.end()]
    run = earlier[-1] if earlier else runs[0] if runs else None
    return [f"{degree.lower()} {name}" for degree in _ONE_DEGREE.findall(run[0])] if run else [name]


def _needed(text: str, matches: list[re.Match[str]]) -> Criterion:
    """One criterion for all that is needed: any one of several conditions is enough. Where others are named beside
    them, they are only accepted."""
    first = matches[0]
    names = tuple(dict.fromkeys(name for match in matches for name in _named(match[0])))
    strength = strength_at(text, first.start(), first.end())
    if _MUST.search(text):
        return read(Field.CONDITION, Test.NEEDS, first[0], names)
    shared = bool(_WITH_OTHERS.match(text, first.end()) or _NOT_ONLY.search(before(text, first.start())))
    if shared or strength is Strength.WELCOMES:
        return read(Field.CONDITION, Test.ACCEPTS, first[0], names, strength=Strength.WELCOMES)
    return read(Field.CONDITION, Test.NEEDS, first[0], names, strength=strength)


def _named(words: str) -> tuple[str, ...]:
    return tuple(name for name, pattern in _NAMES if pattern.search(words))
