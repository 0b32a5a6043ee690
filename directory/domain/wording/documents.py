"""Documents: what a description asks people to bring."""

import re

from directory.domain.eligibility.criteria import Criterion, Field, Test
from directory.domain.messages import mark
from directory.domain.wording.reading import before, is_denied, mentions, read

_BRING = (
    r"\b(?:bring|need|needs|require|requires|required|provide|show|present|asked\s+for|see|produce"
    r"|must\s+have)\b[^.;!?\n]{0,40}?"
)
_RULES = (
    # "bring proof of address", "you will need evidence of income"
    (
        None,
        rf"{_BRING}\b(?P<words>(?:proof|evidence)\s+of\s+(?:(?:your|their)\s+)?(?:address|identity|id\b|income"
        r"|benefits?|residency|residence|eligibility|status|age|need))",
    ),
    # "photo ID", "bring identification"
    (mark("photo ID"), rf"{_BRING}\b(?:photo(?:graphic)?\s+(?:id\b|identification))"),
    (mark("identification"), r"\b(?:bring|show|provide|produce)\b[^.;!?\n]{0,40}?\b(?:identification|id)\b"),
    # "food bank voucher", "you need a voucher from an agency"
    (
        mark("food bank voucher"),
        r"\bvouchers?\s+(?:(?:is|are)\s+)?(?:needed|required|essential|necessary)\b|\bby\s+(?:food\s?bank\s+)?vouchers?\s+only\b"
        r"|\b(?:bring|need|require|must\s+have|in\s+exchange\s+for)\s+(?:an?\s+|your\s+|the\s+)?(?:valid\s+)?(?:food\s?bank\s+)?"
        r"vouchers?\b",
    ),
    # "bring a utility bill", "two recent payslips", "bring your red book"
    (
        None,
        r"\bbring\b[^.;!?\n]{0,60}?\b(?P<words>utility\s+bill|bank\s+statements?|pay\s?slips?|passport"
        r"|driving\s+licen[cs]e|birth\s+certificate|benefit\s+letter|red\s+book|tenancy\s+agreement"
        r"|referral\s+(?:letter|form))",
    ),
)
_TABLE = tuple((value, re.compile(pattern, re.IGNORECASE)) for value, pattern in _RULES)
DOCUMENTS = tuple(value for value, _ in _RULES if value is not None)
"""What is asked for by a name of ours; the rest is named as the text names it."""

_WITHIN = re.compile(r"\b(?:no|not|without|never)\b|n['’]t\b", re.IGNORECASE)
_GIVEN = re.compile(
    # "we can provide proof of address", "help people to show proof of identity"
    r"\b(?:we|staff|volunteers|they|help(?:s|ing)?(?:\s+\w+)?(?:\s+to)?)\s+(?:(?:can|will|also|could|may)\s+)*$",
    re.IGNORECASE,
)
_GIVING = re.compile(r"(?:provide|show|present|produce)\b", re.IGNORECASE)
_TRIGGERS = ("proof", "evidence", "photo", "identification", "voucher", "bring ", " id")


def documents_in(text: str) -> Criterion | None:
    """What to bring, in words; None where nothing is asked for."""
    if not mentions(text.lower(), _TRIGGERS):
        return None
    found: dict[str, str] = {}
    for value, pattern in _TABLE:
        for match in pattern.finditer(text):
            if not _is_waived(text, match):
                found.setdefault(value or " ".join(match["words"].lower().split()), match[0])
    if "photo ID" in found:
        found.pop("identification", None)
    return read(Field.DOCUMENT, Test.NEEDS, next(iter(found.values())), tuple(found)) if found else None


def _is_waived(text: str, match: re.Match[str]) -> bool:
    """Whether it is said not to be needed ("you do not need to bring …"), or is what the service gives."""
    if is_denied(text, match.start(), match.end()) or _WITHIN.search(match[0]):
        return True
    return bool(_GIVING.match(match[0]) and _GIVEN.search(before(text, match.start())))
