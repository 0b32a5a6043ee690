"""Web addresses as pages write them: made whole, compared by host, and left out where they are none."""

from urllib.parse import urljoin, urlsplit

from crawlers.watching.limits import MAX_URL


def whole_address(base: str, written: str) -> str | None:
    """The http or https address that ``written`` means on the page at ``base``, without its fragment; else None."""
    written = written.strip()
    if not written or len(written) > MAX_URL:
        return None
    try:
        parts = urlsplit(urljoin(base, written))
        host = parts.hostname
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not host:
        return None
    return parts._replace(fragment="").geturl()


def host_of(address: str) -> str | None:
    """The host of an address in lower case and without ``www.``, so that equal sites compare equal; else None."""
    try:
        host = urlsplit(address if "://" in address else f"https://{address}").hostname
    except ValueError:
        return None
    return host.removeprefix("www.").rstrip(".") if host else None
