"""Words that turn a notice: it still runs, may yet be saved, is denied, is asked, or is ruled for some day."""

import re

_STILL_RUNS = re.compile(
    r"\bstill (?:run\w*|open|going|meet\w*|here|available|operat\w*|active|be|hav\w*|hold\w*|continu\w*|welcom\w*)\b"
    r"|\bcontinu(?:e|es|ed|ing)\b|\bcarr(?:y|ies|ying) on\b|\bre-?open(?:s|ed|ing)?\b|\b(?:been|was|is|be"
    r"|were) (?:\w+ )?saved\b|\bre-?start(?:ed|ing|s)?\b|\bre-?launch\w*\b|\brevived?\b|\bre-?formed\b"
    r"|\bre-?established\b|\brescued\b|\bas usual\b|\b(?:remains?|stays?) open\b|\bparhau\b|\bdal i\b|\bail-?agor\b"
    r"|\bailddechrau\b|\bail-?gychwyn\b|\bachub\b",
    re.IGNORECASE,
)
_REFUSED = re.compile(
    r"(?:\b(?:not|never|cannot|longer|unable|nor|ni|nid|ddim|peidio|stop\w*|difficult\w*|impossible)"
    r"|n't)\b[\w' ]{0,24}$",
    re.IGNORECASE,
)
"""Before "continue": "we are unable to continue"."""
_UNLESS = re.compile(
    r"\bunless\b|\bif (?:we|no ?-?one|nobody|the|a|it|new|more|funding|this|they|there|you|someone)\b|\bwithout (?:new"
    r"|more|further|your|additional|urgent|extra)\b|\boni bai\b|\bos na\b",
    re.IGNORECASE,
)
_HOLLOW = re.compile(
    r"\? *$|\brumou?rs?\b|\buntrue\b|\bnot true\b|\bhoax\b|\bin the event (?:of|that)\b|\b(?:upon"
    r"|on) (?:the )?(?:dissolution|winding)|(?<!we )\bshall (?:cease|be|have)\b|\bis ever\b|\bdyddiad cau\b",
    re.IGNORECASE,
)
_NOT_BEFORE = re.compile(r"(?:\b(?:not|never|nor|cannot|nid|ddim)|n't)(?: (?!only\b)[\w']+){0,2} ?$", re.IGNORECASE)


def is_doubted(sentence: str) -> bool:
    """Whether a sentence says that the service still runs, or that it may yet: an end in it is but a risk."""
    if _UNLESS.search(sentence):
        return True
    return any(
        not _REFUSED.search(sentence, max(0, cue.start() - 40), cue.start()) for cue in _STILL_RUNS.finditer(sentence)
    )


def is_hollow(sentence: str) -> bool:
    """Whether a sentence asks, denies a rumour or makes rules for a case that may never be."""
    return _HOLLOW.search(sentence) is not None


def is_denied(match: re.Match[str]) -> bool:
    """Whether a "not" stands before the wording."""
    return _NOT_BEFORE.search(match.string, max(0, match.start() - 24), match.start()) is not None
