"""Logs that hold no query string: what somebody typed in a search may be about a person."""

import logging
import re

_QUERY = re.compile(r"\?[^'\"\n]*")


class WithoutQueries(logging.Filter):
    """Cuts every address in a message at its question mark."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Change the message; let every message through."""
        record.msg, record.args = _QUERY.sub("?…", record.getMessage()), None
        return True
