"""The Easy Read words of a handout: short sentences, one fact in each, with the name of the picture beside it."""

import re
from collections.abc import Iterator

from web.handout.page import Leaf

_NEXT = re.compile(r"Next: (.+)")
_HOURS = re.compile(r"(.+), (\S+(?: noon)?) to (\S+(?: noon)?)")
_PRICE = re.compile(r"£[\d,.]*\d")
_AS_SENTENCES = {
    "Free": "It is free.",
    "By phone or online": "It is by phone or online.",
    "The address is kept private. Ask when you get in touch": "The address is private. Ask when you get in touch.",
    "The address is not known. Ask": "We do not know the address. Ask.",
}
_BEFORE = {
    "when": "It is on: {}.",
    "where": "Go to: {}.",
    "travel": "How to get there: {}.",
    "access": "Getting in: {}.",
    "cost": "Cost: {}.",
    "join": "How to join: {}.",
}


def easy_sentences(leaf: Leaf) -> Iterator[tuple[str, str]]:
    """Each sentence with the key of its picture."""
    for key, text in (("warn", leaf.warning), ("what", leaf.what)):
        for sentence in _sentences(text or ""):
            yield key, sentence
    for part in leaf.parts:
        for line in part.lines:
            for sentence in _told(part.key, line):
                yield part.key, sentence
    phone = f"Phone {leaf.phone}." if leaf.phone else None
    for key, text in (("phone", phone), ("ask", leaf.ask_for), ("note", leaf.note)):
        if text:
            yield key, text


def _told(key: str, line: str) -> Iterator[str]:
    coming = _NEXT.fullmatch(line)
    if coming:
        yield from _next(coming[1])
    elif line in _AS_SENTENCES or line.startswith("Ask "):
        yield from _sentences(_AS_SENTENCES.get(line, line))
    elif key == "cost" and _PRICE.fullmatch(line):
        yield f"It costs {line}."
    else:
        yield _BEFORE[key].format(line.rstrip("."))


def _next(session: str) -> Iterator[str]:
    """The day, the start and the end of the next session, each in a sentence of its own where all are known."""
    plain = session.removesuffix(". Ask first").removeprefix("usually ")
    hours = _HOURS.fullmatch(plain)
    yield f"The next time is {hours[1] if hours else plain}."
    if hours:
        yield f"It starts at {hours[2]}."
        yield f"It ends at {hours[3]}."
    if plain != session:
        yield "Ask first if it is on."


def _sentences(text: str) -> Iterator[str]:
    yield from (one for one in re.split(r"(?<=[.!?])\s+", text) if one)
