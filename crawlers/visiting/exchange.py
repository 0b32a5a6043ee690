"""One request and its answer, on one pinned connection, within limits of bytes and seconds, and with no memory."""

import asyncio
import ssl
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import httpcore
import httpx

from crawlers.visiting.address import Endpoint, Target
from crawlers.visiting.decoding import Unpacking
from crawlers.visiting.limits import MAX_PAGE_BYTES, TOTAL_S
from crawlers.visiting.network import PinnedBackend
from crawlers.visiting.outcome import Outcome, Unanswered

_EXPIRED = 10
_WRONG_NAME = 62
"""Verification errors as OpenSSL numbers them."""

_BROKEN_OFF = (ConnectionRefusedError, ConnectionResetError, BrokenPipeError)


@dataclass(frozen=True, slots=True, kw_only=True)
class Caps:
    """What one answer may take: bytes of its body unpacked, bytes as they travel, and seconds altogether."""

    body: int = MAX_PAGE_BYTES
    travelled: int = MAX_PAGE_BYTES
    total_s: float = TOTAL_S


@dataclass(slots=True)
class Meter:
    """What an exchange has used so far, also when it fails: bytes travelled, the status seen, the endpoint reached."""

    travelled: int = 0
    status: int | None = None
    reached: Endpoint | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """The answer of one host: its status, its headers and its body unpacked (empty for a redirect)."""

    target: Target
    status: int
    headers: httpx.Headers
    body: bytes

    @property
    def redirect(self) -> str | None:
        """Where the answer sends us on to, as an absolute address; None when it does not."""
        location: str | None = self.headers.get("Location")
        if self.status not in (301, 302, 303, 307, 308) or location is None:
            return None
        try:
            return str(httpx.URL(self.target.url).join(location))
        except (httpx.InvalidURL, UnicodeError, ValueError):
            return location


async def exchange(
    target: Target,
    backend: PinnedBackend,
    headers: Mapping[str, str],
    *,
    tls: ssl.SSLContext,
    caps: Caps,
    meter: Meter,
) -> Received:
    """Ask for ``target`` and read its answer; raise `Unanswered` with the class of what went wrong.

    Every exchange has a connection of its own: a name is looked up for each, and nothing is remembered of the last.
    """
    try:
        async with asyncio.timeout(caps.total_s):
            return await _exchange(target, backend, headers, tls=tls, caps=caps, meter=meter)
    except (TimeoutError, httpcore.TimeoutException):
        raise Unanswered(Outcome.TIMED_OUT) from None
    except httpcore.ConnectError as error:
        raise _not_connected(error) from None
    except (httpcore.NetworkError, httpcore.ProtocolError):
        raise Unanswered(Outcome.REFUSED) from None
    finally:
        meter.reached = backend.reached


async def _exchange(
    target: Target,
    backend: PinnedBackend,
    headers: Mapping[str, str],
    *,
    tls: ssl.SSLContext,
    caps: Caps,
    meter: Meter,
) -> Received:
    url = httpx.URL(target.url)
    # A request straight to the pool: no cookies, no proxies of the environment, no redirects, no unpacking.
    asked = httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path)
    sent = [("Host", url.netloc.decode("ascii")), *headers.items()]
    async with (
        httpcore.AsyncConnectionPool(ssl_context=tls, max_keepalive_connections=0, network_backend=backend) as pool,
        pool.stream("GET", asked, headers=sent) as response,
    ):
        meter.status = response.status
        received = Received(target=target, status=response.status, headers=httpx.Headers(response.headers), body=b"")
        if received.redirect is not None:
            return received
        body = await _body(response, received.headers, caps, meter)
    return Received(target=target, status=received.status, headers=received.headers, body=body)


async def _body(response: httpcore.Response, headers: httpx.Headers, caps: Caps, meter: Meter) -> bytes:
    declared = _declared(headers)
    if declared > caps.body:
        raise Unanswered(Outcome.TOO_LARGE, f"It has {declared:,} bytes.")
    if declared > caps.travelled:
        raise OutOfBytes(caps)
    unpacking = Unpacking(headers.get("Content-Encoding", "").split(","), caps.body)
    async for packed in response.aiter_stream():
        meter.travelled += len(packed)
        if meter.travelled > caps.travelled:
            raise OutOfBytes(caps)
        unpacking.add(packed)
    return unpacking.body


def _declared(headers: httpx.Headers) -> int:
    """The length an answer says it has; 0 where it does not say."""
    declared: str = headers.get("Content-Length", "")
    return int(declared) if declared.isascii() and declared.isdigit() and len(declared) < 20 else 0


def _not_connected(error: httpcore.ConnectError) -> Unanswered:
    """Why no connection came about, from the errors that lie beneath the one that was raised."""
    causes = list(_causes(error))
    for cause in causes:
        if isinstance(cause, ssl.SSLCertVerificationError):
            return DistrustedCertificate(cause)
        if isinstance(cause, ssl.SSLError):
            return Unanswered(Outcome.TLS_TROUBLE, "No secure connection could be agreed on.")
    if any(isinstance(cause, _BROKEN_OFF) for cause in causes):
        return Unanswered(Outcome.REFUSED)
    return Unanswered(Outcome.UNREACHABLE)


def _causes(error: BaseException) -> Iterator[BaseException]:
    cause: BaseException | None = error
    while cause is not None:
        yield cause
        cause = cause.__cause__ or cause.__context__


class DistrustedCertificate(Unanswered):
    """The host showed a certificate that nobody vouches for, so that its page may be read but not believed."""

    def __init__(self, error: ssl.SSLCertVerificationError) -> None:
        reasons = {_EXPIRED: "It has expired.", _WRONG_NAME: "It is for another name."}
        super().__init__(Outcome.TLS_TROUBLE, reasons.get(error.verify_code, "Nobody known vouches for it."))


class OutOfBytes(Unanswered):
    """The answer is longer than may travel: more than any page may have, or than what is left of the day."""

    def __init__(self, caps: Caps) -> None:
        super().__init__(Outcome.TOO_LARGE, f"It has more than {caps.travelled:,} bytes.")
