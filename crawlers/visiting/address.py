"""Which addresses may be asked for: public web addresses, and loopback ones that an installation allows for tests."""

import ipaddress
import re
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, IPv6Network

import httpx

from crawlers.visiting.limits import MAX_URL_CHARACTERS
from crawlers.visiting.outcome import Outcome, Unanswered
from directory.domain.errors import InvalidValue

Address = IPv4Address | IPv6Address

_PORTS = {"http": 80, "https": 443}
_HOST = re.compile(r"[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63})*\.?")
_MAX_HOST = 253
"""Characters of a host: DNS has no longer ones."""
_NUMBER = re.compile(r"[0-9]+|0x[0-9a-f]*")
_UNPRINTABLE = re.compile(r"[\x00-\x20\x7f\\]")

_NOT_PUBLIC = tuple(
    ipaddress.ip_network(network)
    for network in (
        *("0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12"),
        *("192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24"),
        *("203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4"),
        *("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20"),
    )
)
"""What the IANA registers of special addresses keep from the open net, and tunnels that hide another address in one."""

_PUBLIC_IPV6 = IPv6Network("2000::/3")
"""All of IPv6 that is given out to the open net; translated (64:ff9b::), local and multicast ones lie outside."""

_COMPATIBLE = IPv6Network("::/96")


@dataclass(frozen=True, slots=True)
class Endpoint:
    """An address and a port on it, as a connection is made to."""

    address: Address
    port: int


@dataclass(frozen=True, slots=True)
class Allowance:
    """Loopback endpoints that may be asked though they are not public; ``named_ports`` are those of "localhost"."""

    endpoints: frozenset[Endpoint] = frozenset()
    named_ports: frozenset[int] = frozenset()

    @classmethod
    def of(cls, text: str) -> "Allowance":
        """Read ``127.0.0.1:8123, [::1]:8123, localhost:8123``; raise `InvalidValue` for what is not loopback."""
        endpoints: set[Endpoint] = set()
        named: set[int] = set()
        for part in filter(None, (part.strip() for part in text.split(","))):
            host, _, port = part.rpartition(":")
            if not (port.isascii() and port.isdigit() and 0 < int(port) < 65_536):
                raise InvalidValue("SIGNPOST_FETCH_ALLOW", part, "An allowed address is loopback:port")
            addresses: list[Address] = [IPv4Address("127.0.0.1"), IPv6Address("::1")]
            if host == "localhost":
                named.add(int(port))
            else:
                addresses = [_loopback(host, part)]
            endpoints.update(Endpoint(address, int(port)) for address in addresses)
        return cls(frozenset(endpoints), frozenset(named))

    def allows(self, target: "Target") -> bool:
        """Whether the host and port of an address are allowed by name or number."""
        if target.host == "localhost":
            return target.port in self.named_ports
        return target.literal is not None and Endpoint(target.literal, target.port) in self.endpoints


def _loopback(host: str, part: str) -> Address:
    """The loopback address that an allowance names."""
    is_bracketed = host.startswith("[") and host.endswith("]")
    try:
        address: Address = IPv6Address(host[1:-1]) if is_bracketed else IPv4Address(host)
    except ValueError:
        raise InvalidValue("SIGNPOST_FETCH_ALLOW", part, "Only 127.0.0.1, [::1] and localhost can be allowed") from None
    if not address.is_loopback:
        raise InvalidValue("SIGNPOST_FETCH_ALLOW", part, "Only addresses of this machine (loopback) can be allowed")
    return address


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A web address read into what a connection needs.

    ``host`` is in lower case, without a final dot and in the form of DNS (``xn--``); ``literal`` is the address it is,
    where it is one in any notation; ``has_credentials`` says that a name or password stood in it.
    """

    url: str
    scheme: str
    host: str
    port: int
    literal: Address | None
    has_credentials: bool

    @property
    def origin(self) -> str:
        """Scheme, host and port: what robots rules are for."""
        shown = f"[{self.host}]" if isinstance(self.literal, IPv6Address) else self.host
        return f"{self.scheme}://{shown}" + ("" if self.port == _PORTS[self.scheme] else f":{self.port}")

    @property
    def is_root(self) -> bool:
        """Whether the address is the front page of its site."""
        parts = httpx.URL(self.url)
        return parts.path in ("", "/") and not parts.query


def read_url(text: str) -> Target:
    """Read a web address; raise `InvalidValue` when it is none: another scheme, no host, or a malformed one."""
    text = text.strip()
    if len(text) > MAX_URL_CHARACTERS or _UNPRINTABLE.search(text):
        raise InvalidValue("url", text, "This is not a web address")
    try:
        parts = httpx.URL(text).copy_with(fragment=None)
    except (httpx.InvalidURL, UnicodeError):
        raise InvalidValue("url", text, "This is not a web address") from None
    if parts.scheme not in _PORTS:
        raise InvalidValue("url", text, "A web address begins with http:// or https://")
    host = parts.raw_host.decode("ascii").lower()
    literal = _literal(host)
    if literal is None and (len(host) > _MAX_HOST or _HOST.fullmatch(host) is None):
        raise InvalidValue("url", text, "This web address names no host that can exist")
    host = host.rstrip(".") if literal is None else str(literal)
    return Target(
        url=str(parts.copy_with(host=host)),
        scheme=parts.scheme,
        host=host,
        port=_PORTS[parts.scheme] if parts.port is None else parts.port,
        literal=literal,
        has_credentials=bool(parts.userinfo),
    )


def _literal(host: str) -> Address | None:
    """The address a host is, in any notation a system library would take: dotted, short, octal, hex, IPv6."""
    if ":" in host:
        try:
            address = IPv6Address(host)
            if address.scope_id is not None:
                raise ValueError
        except ValueError:
            raise InvalidValue("url", host, "This is no IPv6 address beyond one machine's own network") from None
        return address
    labels = host.rstrip(".").split(".")
    if _NUMBER.fullmatch(labels[-1]) is None:
        return None
    return _from_numbers(labels, host)


def _from_numbers(labels: list[str], host: str) -> IPv4Address:
    """The address that one to four numbers write; the last one fills all bytes that are left."""
    try:
        numbers = [_number(label) for label in labels]
        if len(numbers) > 4 or any(number > 255 for number in numbers[:-1]):
            raise ValueError
        last = numbers[-1].to_bytes(5 - len(numbers), "big")
        return IPv4Address(bytes(numbers[:-1]) + last)
    except (ValueError, OverflowError):
        raise InvalidValue("url", host, "A host that ends in a number is an address, and this is none") from None


def _number(label: str) -> int:
    if label.startswith("0x"):
        return int(label[2:] or "0", 16)
    return int(label, 8 if label.startswith("0") else 10)


def is_public(address: Address) -> bool:
    """Whether an address is one of the open net, looking through IPv4 addresses written as IPv6."""
    if isinstance(address, IPv6Address):
        inner = address.ipv4_mapped or (IPv4Address(int(address)) if address in _COMPATIBLE else None)
        if inner is not None:
            return is_public(inner)
        if address not in _PUBLIC_IPV6:
            return False
    return not any(address in network for network in _NOT_PUBLIC)


def check_target(target: Target, allowance: Allowance) -> None:
    """Raise `Unanswered` unless this address may be asked for, as far as can be seen before its name is looked up."""
    if target.has_credentials:
        raise Unanswered(Outcome.ADDRESS_REFUSED, "It carries a name or password.")
    if allowance.allows(target):
        return
    if target.port != _PORTS[target.scheme]:
        raise Unanswered(Outcome.ADDRESS_REFUSED, f"Port {target.port} is not the web's.")
    if target.host == "localhost" or target.host.endswith(".localhost"):
        raise Unanswered(Outcome.ADDRESS_REFUSED, "It is this machine's own.")
    if target.literal is not None:
        check_endpoint(Endpoint(target.literal, target.port), target.port, allowance)


def check_endpoint(endpoint: Endpoint, port: int, allowance: Allowance) -> None:
    """Raise `Unanswered` unless a connection may be made there: a public address at ``port``, or one allowed."""
    if endpoint in allowance.endpoints:
        return
    if endpoint.port != port or not is_public(endpoint.address):
        raise Unanswered(Outcome.ADDRESS_REFUSED, f"It leads to {endpoint.address}, which is not on the open net.")
