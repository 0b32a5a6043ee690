"""The table of wordings in English."""

from directory.domain.closure.classes import Rule
from directory.domain.closure.english_ends import CLOSED, CLOSING
from directory.domain.closure.english_pauses import CONVERTED, PAUSED
from directory.domain.closure.english_risks import AT_RISK

ENGLISH: tuple[Rule, ...] = (*CONVERTED, *PAUSED, *CLOSING, *CLOSED, *AT_RISK)
