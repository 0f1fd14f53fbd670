"""Bytes that tell nothing to those who do not know what they were made of."""

from __future__ import annotations

import binascii
from hashlib import blake2b, shake_256


_SIZE = 12


def veiled(content: bytes, made_of: str) -> str:
    """The content under a stream of SHAKE256 (FIPS 202) over what it was made of, and over a digest of both that no
    other content has: in base64, the same for the same.
    """
    sign = _sign(content, made_of)
    return binascii.b2a_base64(sign + _under(content, made_of, sign), newline=False).decode()


def unveiled(text: str, made_of: str) -> bytes | None:
    """The content; None for what was made of something else, or is damaged."""
    try:
        raw = binascii.a2b_base64(text)
    except (ValueError, TypeError):
        return None
    content = _under(raw[_SIZE:], made_of, raw[:_SIZE])
    return content if raw[:_SIZE] == _sign(content, made_of) else None


def _sign(content: bytes, made_of: str) -> bytes:
    return blake2b(content, digest_size=_SIZE, key=blake2b(made_of.encode(), digest_size=32).digest()).digest()


def _under(content: bytes, made_of: str, sign: bytes) -> bytes:
    size = len(content)
    stream = shake_256(sign + made_of.encode()).digest(size)
    return (int.from_bytes(content, "big") ^ int.from_bytes(stream, "big")).to_bytes(size, "big")
