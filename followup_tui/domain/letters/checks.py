"""Whether a template will do, whatever is known and whatever is not: asked when it is loaded.

Two looks: each name, attribute, filter and test must be one that there is; then it is filled in
with everything there, with nothing that may be missing, and with each single thing missing. What
fails then would have been a hole in somebody's letter.
"""

from __future__ import annotations

import re
import types
import typing
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from followup_tui.domain.letters.material import LetterMaterial
from followup_tui.domain.letters.probes import probes
from followup_tui.domain.letters.render import compiled, environment, in_words, line_of, render
from followup_tui.domain.letters.templates import LetterTemplate, TemplateProblem
from followup_tui.domain.nearest import did_you_mean

if TYPE_CHECKING:
    from jinja2 import nodes

_HEADING_ALONE = re.compile(r":\n\s*(?:\Z|(?=[^\s\-*•\d“>]))")
"""A line that ends with a colon, and then neither a list nor a quotation."""
_LOOP = frozenset(
    ("index", "index0", "first", "last", "length", "revindex", "revindex0", "previtem", "nextitem")
)
_TEXT = "text"
"""Stands for what has no parts of ours: a word, a number, a day of the calendar."""


def check(template: LetterTemplate) -> None:
    """Raise `TemplateProblem`, with the line, where a template could leave a hole."""
    for source, line in (
        (template.subject, template.subject_line),
        (template.body, template.body_line),
    ):
        _names(template, source, line)
    for what, material in probes(_named(template)):
        subject, body = _rendered(template, material, what)
        if not subject:
            raise TemplateProblem(
                template.file, template.subject_line, f"the subject is empty {what}"
            )
        if not body:
            raise TemplateProblem(template.file, template.body_line, f"the letter is empty {what}")
        if alone := _HEADING_ALONE.search(f"{body}\n"):
            words = body[: alone.start() + 1].rsplit("\n", 1)[-1]
            raise TemplateProblem(
                template.file,
                _line_with(template, words),
                f"“{words[-60:]}” stands without anything below it {what}",
            )


def _rendered(template: LetterTemplate, material: LetterMaterial, what: str) -> tuple[str, str]:
    try:
        return render(template, material)
    except TemplateProblem as problem:
        raise TemplateProblem(
            template.file, problem.line, f"{problem.sentence} (it fails {what})"
        ) from problem


def _line_with(template: LetterTemplate, words: str) -> int:
    last = words.rsplit(maxsplit=1)[-1] if words.split() else words
    for number, line in enumerate(template.body.split("\n"), start=template.body_line):
        if last in line:
            return number
    return template.body_line


def _named(template: LetterTemplate) -> frozenset[str]:
    from jinja2.meta import find_undeclared_variables  # noqa: PLC0415 - with the first template

    parsed = environment().parse(f"{template.subject}\n{template.body}")
    return frozenset(find_undeclared_variables(parsed))


def _names(template: LetterTemplate, source: str, line: int) -> None:
    """Raise where a name, an attribute, a filter or a test is none that there is."""
    from jinja2 import TemplateError  # noqa: PLC0415 - with the first template

    def refused(problem: TemplateError) -> TemplateProblem:
        return TemplateProblem(
            template.file, line + line_of(problem, source) - 1, in_words(problem)
        )

    try:
        tree = environment().parse(source)
    except TemplateError as problem:
        raise refused(problem) from problem
    known: dict[str, Any] = {field.name: _shape(field.name) for field in fields(LetterMaterial)}
    for node, sentence in _wrong(tree, known):
        raise TemplateProblem(template.file, line + node.lineno - 1, sentence)
    try:
        compiled(source)
    except TemplateError as problem:
        raise refused(problem) from problem


def _wrong(node: nodes.Node, known: dict[str, Any]) -> Iterator[tuple[nodes.Node, str]]:
    """Yield what is not known in a node and below it; `known` are the names and their shapes."""
    from jinja2 import nodes  # noqa: PLC0415 - with the first template

    refused = (nodes.Include, nodes.Import, nodes.FromImport, nodes.Extends, nodes.Macro)
    if isinstance(node, refused):
        yield node, "a letter stands in one file: it cannot include, import or define anything"
    elif isinstance(node, nodes.For):
        yield from _wrong(node.iter, known)
        inside = {**known, "loop": dict.fromkeys(_LOOP, _TEXT)}
        inside.update(_targets(node.target, _element(_shape_of(node.iter, known))))
        for child in (*node.body, *node.else_, *([node.test] if node.test else [])):
            yield from _wrong(child, inside)
    elif isinstance(node, nodes.Assign):
        yield from _wrong(node.node, known)
        known.update(_targets(node.target, _shape_of(node.node, known)))
    else:
        yield from _itself(node, known)
        for child in node.iter_child_nodes():
            yield from _wrong(child, known)


def _itself(node: nodes.Node, known: dict[str, Any]) -> Iterator[tuple[nodes.Node, str]]:
    from jinja2 import nodes  # noqa: PLC0415 - with the first template

    if isinstance(node, nodes.Name) and node.ctx == "load" and node.name not in known:
        near = did_you_mean(node.name, known)
        yield node, f"there is no “{node.name}” (docs/letters.md lists what there is){near}"
    elif isinstance(node, nodes.Getattr):
        shape = _shape_of(node.node, known)
        if isinstance(shape, dict) and node.attr not in shape:
            near = did_you_mean(node.attr, shape)
            yield node, f"there is no “{node.attr}” in that (see docs/letters.md){near}"
    elif isinstance(node, nodes.Filter) and node.name not in environment().filters:
        near = did_you_mean(node.name, environment().filters)
        yield node, f"there is no filter “{node.name}”{near}"
    elif isinstance(node, nodes.Test) and node.name not in environment().tests:
        yield node, f"there is no test “{node.name}”"


def _shape_of(node: nodes.Node, known: dict[str, Any]) -> Any:
    """Return the shape of what a node stands for; None where that is not known."""
    from jinja2 import nodes  # noqa: PLC0415 - with the first template

    if isinstance(node, nodes.Name):
        return known.get(node.name)
    if isinstance(node, nodes.Getattr):
        shape = _shape_of(node.node, known)
        return shape.get(node.attr) if isinstance(shape, dict) else None
    if isinstance(node, nodes.Getitem):
        shape = _shape_of(node.node, known)
        return shape if isinstance(node.arg, nodes.Slice) else _element(shape)
    if isinstance(node, nodes.Filter) and node.name in {"first", "last"} and node.node:
        return _element(_shape_of(node.node, known))
    return None


def _element(shape: Any) -> Any:
    return shape[0] if isinstance(shape, list) else None


def _targets(target: nodes.Node, shape: Any) -> dict[str, Any]:
    """Return the names that a loop or an assignment gives."""
    from jinja2 import nodes  # noqa: PLC0415 - with the first template

    if isinstance(target, nodes.Name):
        return {target.name: shape}
    return {each.name: None for each in target.find_all(nodes.Name)}


@cache
def _shape(name: str) -> Any:
    return _shape_of_type(typing.get_type_hints(LetterMaterial)[name])


def _shape_of_type(hint: Any) -> Any:
    """Return a type as a shape: a mapping of parts, a list of one, or text."""
    origin = typing.get_origin(hint)
    if origin in {types.UnionType, typing.Union}:
        return _shape_of_type(next(a for a in typing.get_args(hint) if a is not type(None)))
    if origin is tuple:
        return [_shape_of_type(typing.get_args(hint)[0])]
    if isinstance(hint, type) and is_dataclass(hint):
        hints = typing.get_type_hints(hint)
        return {field.name: _shape_of_type(hints[field.name]) for field in fields(hint)}
    return _TEXT
