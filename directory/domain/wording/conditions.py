"""Conditions: illnesses and impairments that a service is for, accepts, or cannot take."""

import re
from collections.abc import Iterator

from directory.domain.eligibility.criteria import Criterion, Field, Strength, Test
from directory.domain.wording.reading import mentions, read, strength_at

_CONDITIONS = {
    "dementia": r"dementia|alzheimer['’]?s?(?:\s+disease)?",
    "Parkinson's": r"parkinson['’]?s?(?:\s+disease)?",
    "stroke": r"strokes?|aphasia",
    "cancer": r"cancer|leukaemia|lymphoma",
    "diabetes": r"diabetes|diabetic",
    "autism": r"autis(?:m|tic(?:\s+spectrum)?)|asperger['’]?s?|asd",
    "ADHD": r"adhd",
    "learning disability": r"(?:(?:profound|severe|complex|moderate|mild)(?:\s+and\s+(?:multiple|complex"
    r"|enduring))?\s+)?learning\s+(?:disabilit(?:y|ies)|difficult(?:y|ies))|down['’]?s?\s+syndrome",
    "mental health": r"(?:(?:serious|severe|poor|enduring)\s+(?:and\s+enduring\s+)?)?mental(?:\s+"
    r"|-)(?:health(?:\s+(?:problems?|needs|issues|conditions?|difficult\w+))?|illness(?:es)?|distress)",
    "depression": r"depression",
    "anxiety": r"anxiety",
    "eating disorder": r"eating\s+disorders?|anorexia|bulimia",
    "addiction": r"(?:(?:drug|alcohol|substance)(?:\s+(?:and|or)\s+(?:drug|alcohol|substance))?\s+(?:misuse|abuse"
    r"|addictions?|problems?|dependenc\w+))|addictions?|alcoholi(?:sm|cs?)",
    "sight loss": r"sight\s+loss|visual(?:ly)?\s+impair(?:ments?|ed)|blind(?:ness)?|partially\s+sighted",
    "hearing loss": r"hearing\s+(?:loss|impair(?:ments?|ed))|deaf(?:ness)?",
    "physical disability": r"physical(?:ly)?\s+(?:disabilit(?:y|ies)|disabled|impairments?)",
    "brain injury": r"(?:acquired\s+|traumatic\s+)?(?:brain|head)\s+injur(?:y|ies)",
    "multiple sclerosis": r"multiple\s+sclerosis",
    "motor neurone disease": r"motor\s+neurone\s+disease|mnd",
    "epilepsy": r"epilepsy",
    "cerebral palsy": r"cerebral\s+palsy",
    "arthritis": r"arthritis",
    "chronic pain": r"(?:chronic|persistent)\s+pain|fibromyalgia",
    "lung condition": r"copd|lung\s+(?:disease|conditions?)|asthma|breathing\s+difficulties",
    "heart condition": r"heart\s+(?:disease|conditions?|failure|problems)|coronary\s+heart\s+disease",
    "HIV": r"hiv(?:/aids)?",
    "ME": r"m\.?e\.?/cfs|cfs/me|chronic\s+fatigue(?:\s+syndrome)?",
    "kidney disease": r"kidney\s+(?:disease|failure)",
    "terminal illness": r"terminal(?:ly)?\s+ill(?:ness)?|life[\s-](?:limiting|threatening|limited)\s+(?:conditions?"
    r"|illness(?:es)?|disease)",
    "long-term condition": r"long[\s-]term\s+(?:health\s+|medical\s+)?conditions?",
    "bereavement": r"bereave(?:d|ment)",
}
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
    r"\b(?:(?:can\s?not|can['’]t|unable\s+to|do\s+not|does\s+not|don['’]t|not\s+able\s+to)\s+(?:take"
    r"|accept|support|accommodate|help|work\s+with|admit|offer\s+\w+\s+to|cater\s+for|see)"
    rf"|(?:not|un)\s?(?:suitable|appropriate)\s+for|excludes?|excluding)\s+{_PERSON}?\s*(?P<words>(?:who\s+"
    rf"|with\s+|under\s+)?[^.;:!?()\n]{{3,80}})",
    re.IGNORECASE,
)
_TRAILING = re.compile(
    r"\s+(?:at\s+present|at\s+this\s+time|currently|unfortunately|please|as\s+we|because|so\s+)\b.*$", re.IGNORECASE
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
    it excludes and the list has not is given in the words of the text."""
    lowered = text.lower()
    closed = list(_EXCLUDES.finditer(text)) if mentions(lowered, _EXCLUDING) else []
    criteria = [_excluded(match) for match in closed if _may_exclude(match)]
    if mentions(lowered, _HINTS):
        needed = [match for match in _needs(text, lowered) if not any(_covers(other, match) for other in closed)]
        criteria += [_needed(text, needed)] if needed else []
    return criteria


def _needs(text: str, lowered: str) -> Iterator[re.Match[str]]:
    for cues, pattern in _NEEDS:
        if mentions(lowered, cues):
            yield from pattern.finditer(text)


def _covers(outer: re.Match[str], inner: re.Match[str]) -> bool:
    return outer.start() <= inner.start() < outer.end()


def _may_exclude(match: re.Match[str]) -> bool:
    words = match["words"].lower()
    return words.startswith(("who", "with", "under")) or any(pattern.search(words) for _, pattern in _NAMES)


def _excluded(match: re.Match[str]) -> Criterion:
    words = _TRAILING.sub("", match["words"]).strip()
    names = _named(words) or (re.sub(r"^(?:who\s+(?:are|have|is)|with|who)\s+", "", words, flags=re.IGNORECASE),)
    return read(Field.CONDITION, Test.EXCLUDES, match[0].strip(), names)


def _needed(text: str, matches: list[re.Match[str]]) -> Criterion:
    """One criterion for all that is needed: any one of several conditions is enough. Where others are named beside
    them, they are only accepted."""
    first = matches[0]
    names = tuple(dict.fromkeys(name for match in matches for name in _named(match[0])))
    strength = strength_at(text, first.start(), first.end())
    if _MUST.search(text):
        return read(Field.CONDITION, Test.NEEDS, first[0], names)
    shared = _WITH_OTHERS.match(text, first.end()) is not None
    if shared or strength is Strength.WELCOMES:
        return read(Field.CONDITION, Test.ACCEPTS, first[0], names, strength=Strength.WELCOMES)
    return read(Field.CONDITION, Test.NEEDS, first[0], names, strength=strength)


def _named(words: str) -> tuple[str, ...]:
    return tuple(name for name, pattern in _NAMES if pattern.search(words))
