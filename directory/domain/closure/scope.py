"""Whether a closing is told of the service itself, of a part of it, of somebody else, or of no service at all."""

import re
from collections.abc import Sequence
from enum import StrEnum

from directory.domain.closure.classes import About, Rule
from directory.domain.closure.nouns import (
    ADVERBS,
    ARTICLES,
    DAYS,
    HOUSES,
    OTHERS,
    PAIRS,
    PEOPLE,
    POINTERS,
    POSSESSIVES,
    SERVICES,
    SPEAKERS,
    THINGS,
    WE_IN_WELSH,
)
from directory.domain.closure.phrases import noun_phrase, object_after, plain, subject_before, words_of
from directory.domain.closure.service import Service

_OF_SUBJECT = frozenset({"its", "their", "his", "her"})


class Whose(StrEnum):
    """Whom or what a wording is about."""

    OURS = "the service, by name or as we"
    GENERIC = "the service if the page is its own: the group, it, or nobody named"
    PART = "a part of the service"
    OTHER = "somebody else"
    THING = "no service: a road, a survey, or what is only supposed"


def whose(rule: Rule, match: re.Match[str], service: Service) -> Whose:
    """Whom the wording that ``rule`` found is about."""
    if rule.about is About.SPEAKER:
        return Whose.GENERIC
    if rule.about is About.NAMED:
        words = next((group for group in match.groups() if group), "")
        return _of_named(words_of(words.replace("'", " ") if rule.is_welsh else words), rule, service)
    subject, is_supposed = subject_before(match.string, match.start())
    if is_supposed:
        return Whose.THING
    of_subject = _judge(subject, rule, service)
    closed = object_after(match.string, match.end()) if rule.about is About.OBJECT else []
    if not closed:
        return of_subject
    if plain(closed[0]) in _OF_SUBJECT and of_subject in (Whose.OTHER, Whose.THING):
        return of_subject
    of_object = _judge(closed, rule, service)
    return Whose.OURS if (of_object, of_subject) == (Whose.GENERIC, Whose.OURS) else of_object


def _of_named(words: Sequence[str], rule: Rule, service: Service) -> Whose:
    if any(word.lower() in WE_IN_WELSH for word in words):
        return Whose.OURS
    begin = next(
        (at for at, word in enumerate(words) if plain(word) not in ADVERBS and word.lower() != "ni"), len(words)
    )
    return _judge(noun_phrase(words[begin:]) if begin < len(words) else [], rule, service)


def _judge(words: Sequence[str], rule: Rule, service: Service) -> Whose:
    """Whom a noun with what belongs to it means."""
    plains = [plain(word) for word in words]
    if not plains or plains in ([pointer] for pointer in POINTERS):
        return Whose.GENERIC
    if not (SPEAKERS - POSSESSIVES).isdisjoint((plains[0], plains[-1])):
        return Whose.OURS
    if _head(plains, rule) in THINGS - service.words:
        return Whose.THING
    if service.is_named_in(" ".join(words)):
        return Whose.OURS
    if plains[0] in OTHERS:
        return Whose.OTHER
    if plains[0] in POSSESSIVES:
        return _of_ours(words, plains, rule, service)
    if not _is_service(plains, rule, service) or _names_another(words, plains, service):
        return Whose.OTHER
    return Whose.GENERIC if DAYS.isdisjoint(plains) else Whose.PART


def _of_ours(words: Sequence[str], plains: Sequence[str], rule: Rule, service: Service) -> Whose:
    """Whom "our" something means: the service where it is called so, else a part of it, as "our café"."""
    is_service = _is_service(plains, rule, service)
    if rule.is_weak and not is_service:
        return Whose.OTHER
    is_whole = is_service and DAYS.isdisjoint(plains) and not _names_another(words, plains, service)
    return Whose.OURS if is_whole else Whose.PART


def _head(plains: Sequence[str], rule: Rule) -> str:
    """The noun itself: the last word in English, in Welsh the first."""
    if not rule.is_welsh:
        return plains[-1]
    return next((word for word in plains if word not in ARTICLES | POSSESSIVES), plains[-1])


def _is_service(plains: Sequence[str], rule: Rule, service: Service) -> bool:
    head = _head(plains, rule)
    if head in SERVICES | PEOPLE | service.words or tuple(plains[-2:]) in PAIRS:
        return True
    return head in HOUSES and not service.names


def _names_another(words: Sequence[str], plains: Sequence[str], service: Service) -> bool:
    """Whether a capital in ``words`` is of a name that is none of the service's: "Howdon Lunch Club".

    Without names to compare, or where all letters are capitals after an article, nothing can be told by them.
    """
    if not service.names or plains[0] == "this" or (plains[0] in ARTICLES | POSSESSIVES and " ".join(words).isupper()):
        return False
    known = SERVICES | PEOPLE | HOUSES | service.words | ARTICLES | POSSESSIVES | DAYS | ADVERBS
    return any(word[0].isupper() and word_plain not in known for word, word_plain in zip(words, plains, strict=True))
