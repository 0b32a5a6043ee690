"""Whether a statement in a description, such as "for women", is about the whole of what the organization does."""

import re

_LISTED_BEFORE = re.compile(
    r"\b(?!homeless|religious|various|disadvantaged|victimless)(?:\w+(?<!s)(?<!ou)s|clergy|infirm|the\s+\w+)\s*(?:,|/|&|\band\b|\bor\b)"
    r"|\b(?:its|our|those)\s",
    re.IGNORECASE,
)
"""Before the word for the sex: another group in the plural, as in "clergy, clergy widows"; or only their own."""
_LISTED_AFTER = re.compile(
    r"\s*(?:,\s*(?:and\s+|or\s+)?|/\s*|\s(?:and|or|&|as\s+well\s+as)\s+)(?:the\s+|other\s+|\w+\s+){0,2}?"
    r"(?:others|minorit\w+|minority\s+\w+|travellers|groups|elderly|homeless|unemployed|disabled|ethnic\s+\w+|addicts|offenders"
    r"|farmers|staff|volunteers|prisoners)\b",
    re.IGNORECASE,
)
_ONE_BEFORE = re.compile(
    r"\b(?:includ\w+|such\s+as|e\.?g\.?|for\s+example|for\s+instance|also|as\s+well\s+as|in\s+addition|additionally|plus|one\s+of"
    r"|other|another|some(?:\s+of)?|particular|emphasis|especially|formerly|originally|previously|historic\w*|once"
    r"|projects?\s+(?:which|that)|projects|various|pilot|costs?\s+of|range\s+of|variety\s+of"
    r"|and\s+(?:an?|its|our|one|two|run(?:s|ning)?|operat\w+|hold(?:s|ing)?))\b[^,;:•]{0,120}$",
    re.IGNORECASE,
)
"""Before the statement in its clause: it is one instance, one part, or what was once so."""
_MORE_AFTER = re.compile(
    r"[^.;•]*?(?:[,;•]|\band\b)\s*(?:also\b|an?\s+(?:\w+\s+){0,3}?(?:club|group|caf[eé]|shop|hall|bank|nursery|service|centre|project)\b"
    r"|(?:hall|room)\s+hire\b|(?:food\s*bank|youth|mixed|lunch\s+club)\b)",
    re.IGNORECASE,
)
_BARE_ITEM = re.compile(
    r"(?:^|[.;:•,-]\s*)(?:services?|sessions?|groups?|class(?:es)?|activities|projects?|support(?:ing)?|courses?|workshops?)\s*$",
    re.IGNORECASE,
)
"""An item of a list that has no verb: "Services for girls"."""
_OF_A_SCHOOL = re.compile(r"\b(?:school|academy|college|hospital|institute)\s*$", re.IGNORECASE)
"""Before "for girls": the words are the name of a school."""
_SENTENCE_END = re.compile(r"[.!?;]\s")
_LIST_MARK = re.compile(r"[,;•]")
_OPENING_LENGTH = 60
"""Characters of a text that are its opening even where a full stop is in them, as after "4.1" and "Ltd."."""
_OFTEN = 3
"""A text that comes to women, or to men, only later is about them if it comes to them as often as this."""
_LATEST = 320
"""Characters after which a text has another subject."""
_LONG_LIST = 2
"""After so many commas in its sentence a group named once is one of a list."""
_COMMUNITY = re.compile(r"\bcommunit(?:y|ies)\s+of\b", re.IGNORECASE)
"""Before women or men it says that the list before it is what they are given."""


def is_whole(stated: re.Match[str], word: re.Pattern[str], title: str) -> bool:
    """Whether ``stated``, words that limit help to one sex, holds for all that the organization called ``title`` does.

    ``word`` finds the sex. It does not hold where other groups stand beside it, where it is about one activity among
    several, or where it comes late in a text that has another subject.
    """
    words = stated.string
    if _LISTED_BEFORE.search(stated[0]) or _LISTED_AFTER.match(words, stated.end()):
        return False
    if word.search(title):
        return True
    sentences = _SENTENCE_END.split(words[: stated.start()])
    before = sentences[-1]
    if _OF_A_SCHOOL.search(before) or _ONE_BEFORE.search(before) or _MORE_AFTER.match(words, stated.end()):
        return False
    mentions = sum(1 for _ in word.finditer(words))
    if len(sentences) > 1 and stated.start() > _OPENING_LENGTH:
        return mentions >= _OFTEN and _is_the_subject(words, word, stated)
    is_listed = mentions == 1 and len(_LIST_MARK.findall(before)) >= _LONG_LIST
    return not is_listed or bool(_COMMUNITY.search(stated[0]))


def _is_the_subject(words: str, word: re.Pattern[str], stated: re.Match[str]) -> bool:
    sentences = [one for one in _SENTENCE_END.split(words) if one.strip()]
    named = sum(1 for one in sentences if word.search(one))
    first = word.search(words)
    is_early = first is not None and first.start() <= _LATEST
    return is_early and 2 * named > len(sentences) and not _BARE_ITEM.search(words[: stated.start()].rstrip())
