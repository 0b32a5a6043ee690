"""Which part of a host is registered, and whether two addresses are of one registration."""

import httpx
from tld import get_tld
from tld.result import Result


def host_of(url: str) -> str:
    """The host of an address in lower case and DNS form; "" where it has none."""
    try:
        return httpx.URL(url).raw_host.decode("ascii").lower().rstrip(".")
    except (httpx.InvalidURL, UnicodeError):
        return ""


def registered_domain(host: str) -> str:
    """What was registered of a host: ``hall.org.uk`` of ``www.hall.org.uk``; the host itself where no list knows.

    Domains under which anybody may have a name (``blogspot.com``) count as registries do.
    """
    found = get_tld(f"http://{host}", fail_silently=True, as_object=True, search_private=True) if host else None
    return found.fld if isinstance(found, Result) else host


def is_within(host: str, domain: str) -> bool:
    """Whether a host is a domain or a name below it."""
    return host == domain or host.endswith(f".{domain}")


def own_label(host: str) -> str:
    """The word of a host that stands for who has it: ``hall`` of ``www.hall.org.uk`` and of ``hall.example.org``."""
    return host.removeprefix("www.").partition(".")[0]
