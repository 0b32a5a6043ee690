"""Where a request came from: this machine itself, a page of this site, or anywhere else."""

from ipaddress import IPv6Address, ip_address, ip_network
from urllib.parse import urlsplit

from flask import Request

_HOSTS = frozenset({"localhost", "127.0.0.1", "::1"})
_FORWARDED = ("X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", "Forwarded", "Via")


def is_this_machine(asked: Request) -> bool:
    """Whether a browser on this machine asks, and no proxy for somebody elsewhere.

    The name it asks for must be this machine's: else a page elsewhere could ask, if its name was made to point here.
    """
    if any(header in asked.headers for header in _FORWARDED):
        return False
    return _is_loopback(asked.remote_addr) and (urlsplit(f"//{asked.host}").hostname in _HOSTS)


def is_own_page(asked: Request, *, sure: bool) -> bool:
    """Whether a form was sent from a page of this site; where a browser does not say, ``sure`` says no.

    Browsers say so of sites on this machine or by TLS. They give a page's own address only where its policy lets
    them, and ours never does: then they write ``null`` there, which tells nothing.
    """
    site = asked.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site == "same-origin"
    origin = asked.headers.get("Origin", "null")
    if origin == "null":
        return not sure
    return urlsplit(origin).netloc == asked.host


def client_of(asked: Request, proxies: int) -> str:
    """The address somebody asks from, behind so many proxies of our own; of IPv6 the network, as a home has one.

    Each proxy adds whom it was asked by at the end: what stands before that, anybody may have written.
    """
    passed = [one.strip() for one in ",".join(asked.headers.getlist("X-Forwarded-For")).split(",")]
    address = passed[-proxies] if 0 < proxies <= len(passed) else asked.remote_addr or ""
    try:
        parsed = ip_address(address)
    except ValueError:
        return asked.remote_addr or ""
    if isinstance(parsed, IPv6Address) and parsed.ipv4_mapped is None:
        return str(ip_network(f"{parsed}/64", strict=False))
    return str(parsed)


def _is_loopback(address: str | None) -> bool:
    try:
        return ip_address(address or "").is_loopback
    except ValueError:
        return False
