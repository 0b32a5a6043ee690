"""Unpacking the body of an answer as it arrives, never past a limit, however small the packed form is."""

import zlib
from collections.abc import Sequence
from typing import Protocol

import brotli

from crawlers.visiting.limits import MAX_CODINGS
from crawlers.visiting.outcome import Outcome, Unanswered

ACCEPTED = "gzip, deflate, br"
"""The content codings that can be unpacked, as a request offers them."""


class _Step(Protocol):
    def unpack(self, packed: bytes, most: int) -> bytes: ...


class _Gzip:
    """Gzip and zlib, told apart by the header; deflate without a header where there is none, as some servers send."""

    def __init__(self, *, may_be_raw: bool) -> None:
        self._unpacker = zlib.decompressobj(wbits=zlib.MAX_WBITS | 32)
        self._may_be_raw = may_be_raw

    def unpack(self, packed: bytes, most: int) -> bytes:
        try:
            unpacked = self._unpacker.decompress(packed, most)
        except zlib.error:
            if not self._may_be_raw:
                raise
            self._unpacker = zlib.decompressobj(wbits=-zlib.MAX_WBITS)
            unpacked = self._unpacker.decompress(packed, most)
        if packed:
            self._may_be_raw = False
        if self._unpacker.unconsumed_tail:
            raise Unanswered(Outcome.TOO_LARGE)
        return unpacked


class _Brotli:
    def __init__(self) -> None:
        self._unpacker = brotli.Decompressor()

    def unpack(self, packed: bytes, most: int) -> bytes:
        unpacked: bytes = self._unpacker.process(packed, output_buffer_limit=most)
        if len(unpacked) >= most:
            raise Unanswered(Outcome.TOO_LARGE)
        return unpacked


class Unpacking:
    """The body of one answer in the making: ``most`` bytes, packed by ``codings`` in the order they were applied.

    Raise `Unanswered` for a coding that is not known, too many of them, bytes that are not in it, and a body above
    the limit; the limit holds for what each coding yields, so that none of nested ones grows in memory.
    """

    def __init__(self, codings: Sequence[str], most: int) -> None:
        names = [name for name in (coding.strip().lower() for coding in codings) if name not in ("", "identity")]
        if len(names) > MAX_CODINGS:
            raise Unanswered(Outcome.UNREADABLE, f"It is packed {len(names)} times over.")
        self._steps = [_step(name) for name in reversed(names)]
        self._most = most
        self._body = bytearray()

    def add(self, packed: bytes) -> None:
        """Unpack what arrived next."""
        # One byte more than may be had tells a body that fits from one that does not.
        room = self._most + 1 - len(self._body)
        for step in self._steps:
            try:
                packed = step.unpack(packed, room)
            except (zlib.error, brotli.error):
                raise Unanswered(Outcome.UNREADABLE, "Its packing is damaged.") from None
        self._body += packed
        if len(self._body) > self._most:
            raise Unanswered(Outcome.TOO_LARGE, f"It has more than {self._most:,} bytes.")

    @property
    def body(self) -> bytes:
        """What was unpacked so far."""
        return bytes(self._body)


def _step(name: str) -> _Step:
    if name in ("gzip", "x-gzip"):
        return _Gzip(may_be_raw=False)
    if name == "deflate":
        return _Gzip(may_be_raw=True)
    if name == "br":
        return _Brotli()
    raise Unanswered(Outcome.UNREADABLE, f"Its packing, {name[:20]!r}, is not known.")
