"""Answers that are the same for everybody, and may be a minute old."""

from flask import Response, make_response


def kept_a_minute(page: str | Response) -> Response:
    """The answer with this page, which anybody may keep for a minute."""
    response = make_response(page)
    response.cache_control.public = True
    response.cache_control.max_age = 60
    return response
