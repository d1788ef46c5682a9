"""Archives: a home folder's files in one compressed file, which says what is in it.

An archive is a plain zip with the files under their own names and, as its last one, a list of
them with their sizes and checksums. It is there whole and verified, or it is not there.
"""

from __future__ import annotations

import hashlib
import os
import secrets
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path, PurePosixPath
from typing import Final, Self

import msgspec

from followup_tui.domain.change import StoreProblem
from followup_tui.store.files import PRIVATE_FILE, sync_folder, unreadable, unwritable

MANIFEST = "backup.json"
"""The name of the list within the archive."""
VERSION = 1
"""Of the archive's own form."""
PIECE = 1 << 20  # bytes at a time; large, so that other threads run while one is compressed
_QUICK = 1  # zlib's level: three times as fast as the usual one, and hardly larger


class Member(msgspec.Struct, frozen=True):
    """One file of an archive."""

    size: int
    sha256: str


class About(msgspec.Struct, frozen=True, kw_only=True):
    """What an archive says of itself."""

    version: int = VERSION
    at: datetime
    """When the state was taken that it holds."""
    kind: str
    """Why it was made: `backup.Kind`."""
    files: dict[str, Member] = {}


_ABOUT: Final = msgspec.json.Decoder(About)  # here, as `web.site_snapshots` says


@dataclass(frozen=True, slots=True)
class Source:
    """A file that goes into an archive."""

    name: str
    """Its path below the home folder, with ``/`` between the parts."""
    pieces: Iterable[bytes]
    modified: int = 0
    """When it was last changed, in nanoseconds since 1970."""


def write_archive(
    path: Path,
    sources: Iterable[Source],
    *,
    at: datetime,
    kind: str,
    putting: Callable[[], AbstractContextManager[None]] = nullcontext,
) -> About:
    """Write an archive, private, synced and verified, in place of what stood at `path`.

    `putting` is entered while it is put in its place, and can refuse that. Raises `StoreProblem`;
    then `path` is as it was.
    """
    temporary = path.with_name(f".{path.name}.{secrets.token_hex(6)}.tmp")
    try:
        try:
            descriptor = os.open(temporary, os.O_RDWR | os.O_CREAT | os.O_EXCL, PRIVATE_FILE)
            with os.fdopen(descriptor, "w+b") as file:
                if hasattr(os, "fchmod"):
                    os.fchmod(descriptor, PRIVATE_FILE)
                with zipfile.ZipFile(
                    file, "w", zipfile.ZIP_DEFLATED, compresslevel=_QUICK
                ) as archive:
                    about = _fill(archive, sources, at=at, kind=kind)
                file.flush()
                os.fsync(descriptor)
            with Archive.open(temporary) as written:
                written.verify()
            with putting():
                temporary.replace(path)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise
        sync_folder(path.parent)
    except OSError as error:
        raise unwritable(path, error) from error
    return about


def _fill(archive: zipfile.ZipFile, sources: Iterable[Source], *, at: datetime, kind: str) -> About:
    files: dict[str, Member] = {}
    for source in sources:
        digest, size = hashlib.sha256(), 0
        with archive.open(source.name, "w", force_zip64=True) as member:
            for piece in source.pieces:
                member.write(piece)
                digest.update(piece)
                size += len(piece)
        files[source.name] = Member(size, digest.hexdigest())
    about = About(at=at, kind=kind, files=files)
    archive.writestr(MANIFEST, msgspec.json.encode(about))
    return about


class Archive:
    """An archive that is open for reading. Raises `StoreProblem` for one that is damaged."""

    def __init__(self, path: Path, file: zipfile.ZipFile, about: About) -> None:
        self.path = path
        self.about = about
        self._file = file

    @classmethod
    @contextmanager
    def open(cls, path: Path) -> Iterator[Self]:
        """Open the archive at `path`."""
        with _told(path):
            file = zipfile.ZipFile(path)
        with file:
            with _told(path):
                listed = file.read(MANIFEST)
                about = _ABOUT.decode(listed)
            if about.version > VERSION:
                raise StoreProblem(
                    f"{path} was made by a newer followup (version {about.version}, and this one "
                    f"knows {VERSION}): use the newer one."
                )
            yield cls(path, file, about)

    @property
    def names(self) -> list[str]:
        """The names of the files in it, in order."""
        return list(self.about.files)

    def read(self, name: str) -> bytes:
        """Return the content of a file; empty where there is none of that name."""
        return b"".join(self.pieces(name)) if name in self.about.files else b""

    def pieces(self, name: str) -> Iterator[bytes]:
        """Yield the content of a file, and raise at its end unless it is what was put in."""
        expected = self.about.files[name]
        digest, size = hashlib.sha256(), 0
        with _told(self.path), self._file.open(name) as member:
            while piece := member.read(PIECE):
                digest.update(piece)
                size += len(piece)
                if size > expected.size:
                    break
                yield piece
        if (size, digest.hexdigest()) != (expected.size, expected.sha256):
            raise StoreProblem(
                f"{self.path} is damaged: {name} in it is not what was put there. "
                "Use another backup."
            )

    def verify(self) -> None:
        """Read all of it."""
        for name in self.names:
            for _ in self.pieces(name):
                pass

    def unpack(self, folder: Path, names: Iterable[str]) -> None:
        """Write files into `folder`, private and synced, each under its own name."""
        for name in names:
            path = folder / safe(name, self.path)
            try:
                path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
                descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, PRIVATE_FILE)
                with os.fdopen(descriptor, "wb") as file:
                    for piece in self.pieces(name):
                        file.write(piece)
                    file.flush()
                    os.fsync(descriptor)
            except OSError as error:
                raise unwritable(path, error) from error


def safe(name: str, archive: Path) -> PurePosixPath:
    """Return a name as a path that cannot leave the folder it is joined to."""
    path = PurePosixPath(name)
    if path.is_absolute() or not path.parts or ".." in path.parts or "\\" in name or ":" in name:
        raise StoreProblem(f"{archive} holds a file that would land elsewhere, “{name}”.")
    return path


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Let what is wrong with a zip be told in a sentence."""
    try:
        yield
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        KeyError,
        NotImplementedError,
        RuntimeError,
        UnicodeDecodeError,
        msgspec.DecodeError,
    ) as error:
        raise StoreProblem(
            f"{path} is no backup that can be read ({error}). Use another one."
        ) from error
    except OSError as error:
        raise unreadable(path, error) from error
