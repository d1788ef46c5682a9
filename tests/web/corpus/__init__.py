"""Documents in the many ways the web is made, all invented, with the facts that stand on them.

One module a family; each has `CASES`. `tests.web.score` reads them all and compares.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from tests.web.corpus.case import Case

_NO_FAMILIES = {"case", "chrome", "filler"}


@cache
def families() -> dict[str, tuple[Case, ...]]:
    """Return the cases by family: the name of the module they stand in."""
    found: dict[str, tuple[Case, ...]] = {}
    for module in iter_modules(__path__):
        if module.name not in _NO_FAMILIES:
            found[module.name] = tuple(import_module(f"{__name__}.{module.name}").CASES)
    return found
