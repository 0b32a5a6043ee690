"""The headers every answer bears: what a browser may load, what it may tell other sites, how long it may keep it."""

from flask import Flask, Response

CONTENT_SECURITY_POLICY = (
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self'",
    # What scripts fetch, and the one that keeps a copy of the crisis page.
    "connect-src 'self'",
    "worker-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
)

HEADERS = {
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    # The address of a search holds a postcode, which a group's own website must not be told.
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


def protect(app: Flask, *, tile_host: str | None = None) -> None:
    """Add the headers to every answer of ``app``; one that says nothing of keeping it is not to be kept.

    Pictures may come from ``tile_host`` too, such as ``https://tiles.example.org``.
    """
    policy = "; ".join(CONTENT_SECURITY_POLICY)
    if tile_host is not None:
        policy = policy.replace("img-src 'self'", f"img-src 'self' {tile_host}")

    def add_headers(response: Response) -> Response:
        response.headers.update(HEADERS)
        response.headers["Content-Security-Policy"] = policy
        response.headers.setdefault("Cache-Control", "no-store")
        return response

    app.after_request(add_headers)
