"""Addresses of web pages in the form in which they are watched and compared."""

from urllib.parse import SplitResult, urlsplit


def page_address(url: str) -> str | None:
    """The page that ``url`` means, with its host in lower case and without a fragment; None where it means none."""
    parts = _parts(url)
    if parts is None or parts.scheme not in ("http", "https") or not parts.hostname:
        return None
    return parts._replace(netloc=parts.netloc.lower(), path=parts.path or "/", fragment="").geturl()


def place_of(address: str) -> str:
    """Where a page is, whatever of http, https, ``www.`` and a final slash it is asked with: equal places are one page.

    ``address`` is as `page_address` gives it.
    """
    parts = urlsplit(address)
    query = f"?{parts.query}" if parts.query else ""
    return f"{parts.netloc.removeprefix('www.')}{parts.path.rstrip('/')}{query}"


def host_in(address: str) -> str:
    """The host of an address as `page_address` gives it."""
    return urlsplit(address).hostname or ""


def _parts(url: str) -> SplitResult | None:
    try:
        parts = urlsplit(url.strip())
        _ = parts.hostname, parts.port
    except ValueError:
        return None
    return parts
