"""Histories and assessments as JSON lines, one service a line: the form in which they come and go as files."""

from typing import Any

import msgspec

from directory.domain.errors import InvalidValue, SignpostError
from directory.domain.status.assess import Assessment
from directory.domain.status.history import History

_DECODER = msgspec.json.Decoder(History)


class UnreadableHistory(SignpostError):
    """A line that is no history; the words go on from "Line 3"."""


def history_in(line: bytes) -> History:
    """The history in one line of JSON, whose fields are those of `History`; others are passed over.

    Raise `UnreadableHistory` on anything else.
    """
    try:
        return _DECODER.decode(line)
    except InvalidValue as error:
        raise UnreadableHistory(f"has a value that makes no sense: {error}") from error
    except msgspec.ValidationError as error:
        raise UnreadableHistory(f"is no history: {error}") from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise UnreadableHistory("is not JSON in UTF-8") from error
    except RecursionError as error:
        raise UnreadableHistory("is nested too deeply") from error


def line_of(known: History) -> bytes:
    """The line that `history_in` reads, with its line end."""
    return msgspec.json.encode(known) + b"\n"


def assessment_line(found: Assessment) -> bytes:
    """What is found of one service as a line of JSON: six decimals are more than the model knows."""
    document: dict[str, Any] = {
        "id": found.id,
        "p_open": round(found.p_open, 6),
        "p_open_120": round(found.p_open_ahead, 6),
        "status": found.state,
        "reasons": [
            {
                "channel": one.channel,
                "weight": round(one.weight, 6),
                "text": one.text,
                "first_day": one.first_day,
                "last_day": one.last_day,
                "count": one.count,
            }
            for one in found.reasons
        ],
    }
    return msgspec.json.encode(document, enc_hook=str) + b"\n"
