"""Unpacking what a server sends packed, never further than a limit.

A gzip file of one megabyte can hold a thousand: the limit is on what comes *out*, and is asked
before memory is taken, not after.
"""

from __future__ import annotations

import zlib

ACCEPTED = "gzip, deflate"
"""What we say to a server that we can unpack."""
_NO_PACKING = frozenset({"identity", "none", "utf-8", "utf8", "binary", "8bit"})
"""What servers write there who pack nothing; browsers pass it over."""
_WRAPPING = 65_536
"""Bytes by which packed data may be longer than what it holds."""


class TooLarge(Exception):
    """More came out than is read of a page."""


class BadPacking(Exception):
    """The packed data is broken, or packed in a way nobody asked for; the text says which."""


class Unpacker:
    """Takes the parts of a body as they arrive and keeps what they hold, up to `limit` bytes."""

    def __init__(self, encoding: str, limit: int) -> None:
        """Raise `BadPacking` if `encoding` (the Content-Encoding header) is not one we read."""
        self._limit = limit
        self._parts: list[bytes] = []
        self._size = 0
        self._packed = 0
        self._name = encoding.strip().lower()
        if self._name in _NO_PACKING:
            self._name = ""
        if self._name not in {"", "gzip", "x-gzip", "deflate"}:
            raise BadPacking(f"packed as “{self._name[:40]}”")
        self._inflate = None
        if self._name in {"gzip", "x-gzip"}:
            self._inflate = zlib.decompressobj(zlib.MAX_WBITS | 16)
        self._first = True

    def feed(self, data: bytes) -> None:
        """Take one part. Raises `TooLarge`, `BadPacking`."""
        self._packed += len(data)
        if self._packed > self._limit + _WRAPPING:
            raise TooLarge  # packed that grows: parts that hold nothing may come without end
        if self._name == "deflate" and self._first and data:
            # RFC 9110 says zlib's wrapping, some servers send the bare stream.
            wrapped = data[0] & 0x0F == 8 and (len(data) < 2 or (data[0] << 8 | data[1]) % 31 == 0)
            self._inflate = zlib.decompressobj(zlib.MAX_WBITS if wrapped else -zlib.MAX_WBITS)
            self._first = False
        if self._inflate is None:
            self._keep(data)
            return
        while data:
            try:
                out = self._inflate.decompress(data, self._limit - self._size + 1)
            except zlib.error:
                raise BadPacking(f"said to be {self._name}, but it is not") from None
            self._keep(out)
            data = self._inflate.unconsumed_tail
            if self._inflate.eof:
                following = self._inflate.unused_data
                if self._name == "deflate" or not following.startswith(b"\x1f\x8b"):
                    return  # what follows the end of the stream is padding
                data = following  # RFC 1952 2.2: another member
                self._inflate = zlib.decompressobj(zlib.MAX_WBITS | 16)

    def _keep(self, data: bytes) -> None:
        self._parts.append(data[: self._limit - self._size])
        self._size += len(data)
        if self._size > self._limit:
            raise TooLarge

    @property
    def so_far(self) -> bytes:
        """What has come out, up to the limit, whether or not it was all."""
        return b"".join(self._parts)

    def content(self) -> bytes:
        """Return all that came out. Raises `BadPacking` if the stream stops in its middle."""
        if self._inflate is not None and self._size and not self._inflate.eof:
            raise BadPacking("it stops in the middle")
        return self.so_far
