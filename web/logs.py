"""Logs that hold no query string and no shortlist: what somebody typed in them may be about a person."""

import logging
import re

_QUERY = re.compile(r"\?[^'\"\n]*")
_LIST = re.compile(r"(?<=/shortlist/)[^\s/?'\"]+")


class WithoutQueries(logging.Filter):
    """Cuts every address in a message at its question mark, and the list out of those of shortlists."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Change the message; let every message through."""
        record.msg, record.args = _LIST.sub("…", _QUERY.sub("?…", record.getMessage())), None
        return True
