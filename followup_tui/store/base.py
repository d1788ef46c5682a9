"""Writing the desk's file: whole, with its index, in small pieces."""

from __future__ import annotations

from pathlib import Path

from followup_tui.store.files import Signature, put_in_place, write_beside
from followup_tui.store.form import FORMAT, Base, Meta, Tables, laid_out
from followup_tui.store.index import Index, Place, write_index
from followup_tui.store.layout import Layout, write_layouts

_REMEMBERED = 8
"""Files that one another took the place of: what was kept of the first is still to be used."""


def write_base(path: Path, tables: Tables, meta: Meta) -> Base:
    """Put a desk's file with these tables in place of the one there; return what it is now."""
    written = Written.beside(path, tables, meta)
    return written.put_in_place()


class Written:
    """A desk's file that stands beside the one whose place it is to take."""

    def __init__(
        self,
        path: Path,
        temporary: Path,
        meta: Meta,
        found: tuple[Signature, dict[str, Place]],
        layouts: dict[str, Layout],
    ) -> None:
        self._path = path
        self._temporary = temporary
        self._meta = meta
        self._signature, self._places = found
        self._layouts = layouts

    @classmethod
    def beside(cls, path: Path, tables: Tables, meta: Meta) -> Written:
        """Write it, synced. Raises `StoreProblem`."""
        places: dict[str, Place] = {}
        layouts: dict[str, Layout] = {}
        temporary, signature = write_beside(path, laid_out(tables, meta, places, layouts))
        return cls(path, temporary, meta, (signature, places), layouts)

    def put_in_place(self, summary: bytes = b"", *, after: Base | None = None) -> Base:
        """Rename it over the one there, and write its index, with a summary of what it holds.

        `after` is the file there, if this one is that one compacted.
        """
        put_in_place(self._temporary, self._path)
        index = Index(
            format=FORMAT,
            signature=self._signature,
            places=self._places,
            upto=self._meta.last,
            summary=summary,
            before=_lineage(after) if after is not None else (),
        )
        write_index(self._path, index)
        if self._layouts:
            write_layouts(self._path, self._signature, self._layouts)
        return Base(self._meta, self._signature, index=index)

    def give_up(self) -> None:
        """Remove it."""
        self._temporary.unlink(missing_ok=True)


def _lineage(base: Base) -> tuple[Signature, ...]:
    earlier = base.index.before if base.index is not None else ()
    return (*earlier, *((base.signature,) if base.signature is not None else ()))[-_REMEMBERED:]
