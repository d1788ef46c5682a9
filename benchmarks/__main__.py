"""Take the figures and print each as a ratio, with what it must reach.

python -m benchmarks                 every figure
python -m benchmarks first_paint     only those of the modules named
python -m benchmarks --quick         fewer rounds: rougher, sooner
"""

from __future__ import annotations

import argparse
import importlib
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks.desks import Desks
from benchmarks.figures import Figure, NotMeasured

MODULES = (
    "first_paint",
    "painting",
    "echo",
    "opening",
    "saving",
    "preparing",
    "reading",
    "search",
    "importing",
    "due",
    "memory",
)
"""The modules of figures, in the order in which they are taken; each has `figures(desks)`."""


def take(module: str, desks: Desks) -> list[Figure]:
    """Return the figures of one module."""
    found: list[Figure] = importlib.import_module(f"benchmarks.{module}").figures(desks)
    return found


def table(figures: Sequence[Figure]) -> str:
    """Return the figures as lines: figure, ratio, what it must reach, and what was measured."""
    width = max((len(figure.name) for figure in figures), default=6)
    lines = [f"{'figure':<{width}} | {'ratio':>7} | must reach |"]
    lines.append(f"{'-' * width}-|-{'-' * 7}-|------------|----")
    for figure in figures:
        verdict = "holds" if figure.holds else "DOES NOT HOLD"
        lines.append(
            f"{figure.name:<{width}} | {figure.ratio:>5.2f} x | {'<= ' + f'{figure.must:g} x':<10} "
            f"| {verdict}: {figure.detail}"
        )
    return "\n".join(lines)


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="benchmarks", description="Take the figures.")
    parser.add_argument("modules", nargs="*", metavar="MODULE", help=f"of: {', '.join(MODULES)}")
    parser.add_argument("--quick", action="store_true", help="fewer rounds: rougher, sooner")
    given = parser.parse_args(arguments)
    if unknown := set(given.modules) - set(MODULES):
        parser.error(f"there is no figure {', '.join(sorted(unknown))}; there are {MODULES}")
    taken: list[Figure] = []
    missing: list[str] = []
    with tempfile.TemporaryDirectory(prefix="followup-bench-") as folder:
        desks = Desks(Path(folder), quick=given.quick)
        for module in given.modules or MODULES:
            print(f"taking {module} …", file=sys.stderr, flush=True)
            try:
                taken += take(module, desks)
            except NotMeasured as problem:
                missing.append(f"{module}: not measured: {problem}")
    print(table(taken))
    print("\n".join(missing), file=sys.stderr)
    return 1 if missing else 0


if __name__ == "__main__":
    raise SystemExit(main())
