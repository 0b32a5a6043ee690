"""The Easy Read words of a handout: short sentences, one fact in each, with the name of the picture beside it."""

import re
from collections.abc import Iterator

from directory.domain.messages import Message, mark, say
from web.handout.page import Leaf, Part

_PRICE = re.compile(r"£[\d,.]*\d")
_AS_SENTENCES = {
    "Free": (say("It is free."),),
    "By phone or online": (say("It is by phone or online."),),
    "The address is kept private. Ask when you get in touch": (
        say("The address is private."),
        say("Ask when you get in touch."),
    ),
    "The address is not known. Ask": (say("We do not know the address."), say("Ask.")),
}
"""What the lines of a listing say that are sentences of their own in Easy Read."""

_BEFORE = {
    "when": mark("It is on: {words}"),
    "where": mark("Go to: {words}"),
    "travel": mark("How to get there: {words}"),
    "access": mark("Getting in: {words}"),
    "cost": mark("Cost: {words}"),
    "join": mark("How to join: {words}"),
}


def easy_sentences(leaf: Leaf) -> Iterator[tuple[str, str]]:
    """Each sentence with the key of its picture."""
    yield from (("warn", caution) for caution in leaf.cautions)
    yield from (("what", sentence) for sentence in _sentences(leaf.what or ""))
    for part in leaf.parts:
        yield from ((part.key, sentence) for sentence in _told(part))
    phone = say("Phone {number}.", number=leaf.phone) if leaf.phone else None
    for key, text in (("phone", phone), ("ask", leaf.ask_for), ("note", leaf.note)):
        if text:
            yield key, text


def _told(part: Part) -> Iterator[str]:
    for line in part.lines[:-1] if part.easy else part.lines:
        yield from _line(part.key, line)
    yield from part.easy


def _line(key: str, line: str) -> Iterator[str]:
    if line in _AS_SENTENCES:
        yield from _AS_SENTENCES[line]
    elif line.startswith("Ask "):
        yield from _sentences(line)
    elif key == "cost" and _PRICE.fullmatch(line):
        yield say("It costs {price}.", price=line)
    else:
        yield _ended(say(_BEFORE[key], words=line if isinstance(line, Message) else line.rstrip(".")))


def _ended(words: Message) -> Message:
    """The words with a stop, as each language writes it."""
    return words if words.endswith(".") else say("{words}.", words=words)


def _sentences(text: str) -> Iterator[str]:
    """The sentences of what somebody wrote; one of ours is a sentence already."""
    yield from [text] if isinstance(text, Message) else (one for one in re.split(r"(?<=[.!?])\s+", text) if one)
