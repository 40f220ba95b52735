"""Tells whether two web addresses lead to the same article."""

from __future__ import annotations

from urllib.parse import SplitResult, parse_qsl, urlencode, urlsplit

_FOLLOWING = ("utm_", "at_", "mc_", "pk_", "xtor", "fbclid", "gclid", "igshid", "cmpid", "smid", "s_cid", "ref_src")
"""What the names of parameters begin with that say where a reader came from, and nothing about the article."""
_PREFIXES = ("www.", "m.", "amp.", "mobile.")


def address_key(address: str) -> str:
    """What is the same for two addresses of one article; empty for what is no address of an article on the web.

    A site's front page is none: careless sites give it as the address of everything they publish.
    """
    parts = _parts(address.strip())
    if parts is None or parts.scheme not in {"http", "https"} or not parts.hostname:
        return ""
    host = parts.hostname
    for prefix in _PREFIXES:
        host = host.removeprefix(prefix)
    query = _query(parts.query)
    path = parts.path.rstrip("/")
    return f"{host}{path}?{query}".rstrip("?") if path or query else ""


def _parts(address: str) -> SplitResult | None:
    try:
        return urlsplit(address)
    except ValueError:  # brackets where no IPv6 address is
        return None


def _query(query: str) -> str:
    kept = [(name, value) for name, value in parse_qsl(query) if not name.lower().startswith(_FOLLOWING)]
    return urlencode(sorted(kept))
