"""Bodies are unpacked up to their limit and no further, whatever they are packed with."""

import gzip
import zlib
from collections.abc import Callable
from contextlib import suppress

import brotli
import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawlers.visiting.decoding import Unpacking
from crawlers.visiting.outcome import Outcome, Unanswered
from tests.crawlers.visiting.site import Reply
from tests.crawlers.visiting.world import World

MOST = 10_000


def raw_deflate(content: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return packer.compress(content) + packer.flush()


PACKERS: dict[str, Callable[[bytes], bytes]] = {
    "gzip": gzip.compress, "x-gzip": gzip.compress, "deflate": zlib.compress, "Deflate": raw_deflate,
    "br": brotli.compress, "identity": bytes, "": bytes,
    "gzip, br": lambda content: brotli.compress(gzip.compress(content)),
    "br, gzip": lambda content: gzip.compress(brotli.compress(content)),
    "gzip, gzip": lambda content: gzip.compress(gzip.compress(content)),
}  # fmt: skip


def unpacked(codings: str, packed: bytes, piece: int, most: int = MOST) -> bytes:
    unpacking = Unpacking(codings.split(","), most)
    for start in range(0, len(packed), piece):
        unpacking.add(packed[start : start + piece])
    return unpacking.body


@pytest.mark.parametrize("codings", PACKERS)
@given(content=st.binary(max_size=2_000), piece=st.integers(2, 3_000))
def test_body_comes_out_as_it_went_in(codings: str, content: bytes, piece: int) -> None:
    assert unpacked(codings, PACKERS[codings](content), piece) == content


@pytest.mark.parametrize("codings", PACKERS)
@pytest.mark.parametrize("over", [0, 1])
def test_body_of_exactly_the_limit_fits_and_one_byte_more_does_not(codings: str, over: int) -> None:
    packed = PACKERS[codings](b"a" * (MOST + over))
    if not over:
        assert len(unpacked(codings, packed, 100)) == MOST
        return
    with pytest.raises(Unanswered) as refused:
        unpacked(codings, packed, 100)
    assert refused.value.outcome is Outcome.TOO_LARGE


@pytest.mark.parametrize("codings", ["gzip", "deflate", "br", "gzip, br", "br, gzip", "gzip, gzip"])
def test_bomb_is_stopped_before_it_takes_room(codings: str) -> None:
    packed = PACKERS[codings](bytes(100_000_000))
    unpacking = Unpacking(codings.split(","), MOST)

    with pytest.raises(Unanswered) as refused:
        unpacking.add(packed)

    assert refused.value.outcome is Outcome.TOO_LARGE
    assert len(unpacking.body) <= 2 * MOST


@pytest.mark.parametrize("codings", ["zstd", "gzip, zstd", "gzip, gzip, gzip", "no such"])
def test_packing_that_is_not_known_or_too_deep_is_unreadable(codings: str) -> None:
    with pytest.raises(Unanswered) as refused:
        Unpacking(codings.split(","), MOST)

    assert refused.value.outcome is Outcome.UNREADABLE


@pytest.mark.parametrize("codings", ["gzip", "deflate", "br"])
@given(junk=st.binary(max_size=200))
def test_junk_is_a_body_or_unreadable(codings: str, junk: bytes) -> None:
    with suppress(Unanswered):
        assert len(unpacked(codings, junk, 50)) <= MOST


@pytest.mark.parametrize(
    ("codings", "body"),
    [
        ("gzip", gzip.compress(bytes(50_000_000))), ("br", brotli.compress(bytes(50_000_000))),
        ("gzip, gzip", gzip.compress(gzip.compress(bytes(50_000_000)))), ("identity", bytes(2_000_001)),
    ],
    ids=["gzip", "br", "nested", "plain"],
)  # fmt: skip
def test_page_over_the_limit_says_nothing_and_is_not_kept(codings: str, body: bytes, world: World) -> None:
    headers = {"Content-Type": "text/html", "Content-Encoding": codings}
    world.server.add("elm-hall.example.org", {"/": Reply(body=body, headers=headers)})

    met = world.visit("http://elm-hall.example.org/")

    assert (met.outcome, met.symbol, met.document) == (Outcome.TOO_LARGE, None, None)
    assert world.kept == []


def test_page_that_hides_its_length_is_stopped_at_the_limit(world: World) -> None:
    chunk = b"186a0\r\n" + bytes(100_000) + b"\r\n"
    endless = Reply(body=chunk * 30, headers={"Transfer-Encoding": "chunked"}, is_framed=True)
    world.server.add("elm-hall.example.org", {"/": endless})

    met = world.visit("http://elm-hall.example.org/")

    assert met.outcome is Outcome.TOO_LARGE
    assert world.log[-1].bytes < 2_100_000
