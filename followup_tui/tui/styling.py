"""Textual's style sheet, asked more cheaply: the same styles for a third of the work.

At each change of focus or class Textual styles the widget and all below it, and half of the time
of a key went into that. For each of them it went through all rules of the sheet to find the few
that name it, gave each component a node of its own, and set every rule again that stood already.
What finds the rules of a node is kept here until the sheet changes, a component whose rules are
the same keeps its styles, and only what differs is set. And it parsed every sheet anew when a
screen with a sheet of its own was opened; what was parsed is kept here for as long as the program
runs. The rules themselves, their matching and their order are Textual's: a test compares what is
found with what Textual finds, node by node.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any, Final, NamedTuple, cast

from textual.app import App
from textual.cache import LRUCache
from textual.css.match import _check_selectors
from textual.css.model import CombinatorType, RuleSet, Selector
from textual.css.styles import RenderStyles, RulesMap, Styles
from textual.css.stylesheet import Stylesheet
from textual.css.types import CSSLocation, Specificity6
from textual.dom import DOMNode

_Parsed = LRUCache[tuple[object, ...], list[RuleSet]]
_parsed: Final[_Parsed] = LRUCache(1024)
"""Rules by the sheet that they were read from and the variables that it was read with; they are
never changed after, and a session has some hundred sheets for each theme."""
_DEFAULT_STYLES: Final = Styles()
_ORDER: Final = frozenset({"first-of-type", "last-of-type", "first-child", "last-child", "empty"})


class _Declared(NamedTuple):
    """One selector of a rule, and what the rule declares: name, specificity and value of each."""

    selectors: list[Selector]
    is_alone: bool
    """The node itself decides: there is no word of its ancestors."""
    values: list[tuple[str, Specificity6, Any]]

    def applies(self, path: list[DOMNode]) -> bool:
        if not self.selectors[-1].check(path[-1]):
            return False  # the last one is about the node, and it is seldom the ancestors that fail
        return self.is_alone or _check_selectors(self.selectors, path)


class _Candidates(NamedTuple):
    """The rules that can apply to nodes of one type, id and classes, the last of them first."""

    declared: tuple[_Declared, ...]
    pseudo_classes: frozenset[str]
    is_shared: bool
    """Siblings that look alike have the same styles."""


class _Component(DOMNode):
    """What has the styles of a component class, as Textual makes it, and what was declared."""

    declared: RulesMap | None = None


class QuickStylesheet(Stylesheet):
    """Textual's style sheet, which remembers what it found."""

    def __init__(self, *, variables: dict[str, str] | None = None) -> None:
        super().__init__(variables=variables)
        self._variables_key = frozenset(self._variables.items())
        self._known_rules: list[RuleSet] | None = None
        self._numbers: dict[str, list[int]] = {}
        self._found: dict[tuple[object, ...], _Candidates] = {}
        self._declared: dict[int, tuple[_Declared, ...]] = {}
        self._stand_ins: dict[str, _Component] = {}

    # Parsing

    def set_variables(self, variables: dict[str, str]) -> None:
        """Set the variables with which the sheets are read from now on."""
        super().set_variables(variables)
        self._variables_key = frozenset(variables.items())

    def _parse_rules(
        self,
        css: str,
        read_from: CSSLocation,
        is_default_rules: bool = False,
        tie_breaker: int = 0,
        scope: str = "",
    ) -> list[RuleSet]:
        key = (self._variables_key, css, read_from, is_default_rules, tie_breaker, scope)
        rules = _parsed.get(key)
        if rules is None:
            rules = super()._parse_rules(css, read_from, is_default_rules, tie_breaker, scope)
            if not any(rule.errors for rule in rules):
                _parsed[key] = rules
        return rules

    def reparse(self) -> None:
        """Read all sheets with the variables as they are; where one is wrong, change nothing."""
        self._invalid_css = set()
        self.parse()

    # Finding the rules of a node

    def _candidates(self, node: DOMNode) -> _Candidates:
        if self._known_rules is not (rules := self.rules):
            self._know(rules)
        node_id = node._id if f"#{node._id}" in self._numbers else None
        key = (type(node), node_id, frozenset(node._classes))
        found = self._found.get(key)
        if found is None:
            found = self._found[key] = self._find(node)
        return found

    def _know(self, rules: list[RuleSet]) -> None:
        self._known_rules = rules
        self._found.clear()
        self._declared.clear()
        self._numbers = {}
        for number, rule in enumerate(rules):
            for name in rule.selector_names:
                self._numbers.setdefault(name, []).append(number)

    def _find(self, node: DOMNode) -> _Candidates:
        names = self._numbers.keys() & node._selector_names
        numbers = sorted({number for name in names for number in self._numbers[name]}, reverse=True)
        declared = tuple(one for number in numbers for one in self._declared_by(number))
        pseudo_classes = frozenset[str]().union(
            *(self.rules[number].pseudo_classes for number in numbers)
        )
        is_shared = pseudo_classes.isdisjoint(self._EXCLUDE_PSEUDO_CLASSES_FROM_CACHE)
        return _Candidates(declared, pseudo_classes, is_shared)

    def _declared_by(self, number: int) -> tuple[_Declared, ...]:
        declared = self._declared.get(number)
        if declared is None:
            rule = self.rules[number]
            declared = self._declared[number] = tuple(
                _Declared(
                    one.selectors,
                    len(one.selectors) == 1
                    and one.selectors[0].combinator is CombinatorType.DESCENDENT,
                    rule.styles.extract_rules(
                        one.specificity, rule.is_default_rules, rule.tie_breaker
                    ),
                )
                for one in rule.selector_set
            )
        return declared

    # Styling

    def apply(
        self,
        node: DOMNode,
        *,
        animate: bool = False,
        cache: dict[tuple[Any, ...], RulesMap] | None = None,
    ) -> None:
        """Give a node the styles of the rules that apply to it, the most specific of each."""
        candidates = self._candidates(node)
        pseudo_classes = candidates.pseudo_classes
        node._has_hover_style = "hover" in pseudo_classes
        node._has_focus_within = "focus-within" in pseudo_classes
        node._has_order_style = not pseudo_classes.isdisjoint(_ORDER)
        node._has_odd_or_even = "odd" in pseudo_classes or "even" in pseudo_classes
        if cache is None or not candidates.is_shared:
            rules = _most_specific(candidates, node.css_path_nodes)
        else:
            key = (
                node._parent,
                node._id if f"#{node._id}" in self._numbers else None,
                node.classes,
                node._pseudo_classes_cache_key,
                node._css_type_name,
            )
            found = cache.get(key)
            if found is None:
                found = _most_specific(candidates, node.css_path_nodes)
                if found:
                    cache[key] = found
            rules = found
        if rules:
            self.replace_rules(node, rules, animate=animate)
        self._process_component_classes(node)

    def _process_component_classes(self, node: DOMNode) -> None:
        """Give a node the styles of its components, and draw it anew where they are others."""
        if not (components := _components(type(node))):
            return
        path = node.css_path_nodes
        before = dict(node._component_styles)
        node._component_styles.clear()
        has_changed = False
        for component in components:
            stand_in = self._stand_ins.get(component)
            if stand_in is None:
                stand_in = self._stand_ins[component] = _Component(classes=component)
            rules = _most_specific(self._candidates(stand_in), [*path, stand_in])
            styles = before.get(component)
            if styles is None or not _are_of(styles, rules):
                styles = self._styles_of(node, component, rules)
                has_changed = has_changed or before.get(component) != styles
            node._component_styles[component] = styles
        if has_changed:
            node.refresh()

    def _styles_of(self, node: DOMNode, component: str, rules: RulesMap) -> RenderStyles:
        virtual = _Component(classes=component)
        virtual.declared = rules
        virtual._attach(node)
        self.replace_rules(virtual, rules)
        return virtual.styles

    @classmethod
    def replace_rules(cls, node: DOMNode, rules: RulesMap, animate: bool = False) -> None:
        """Set those rules of a node that are others than before."""
        if animate and "transitions" in rules:
            super().replace_rules(node, rules, animate=True)
            return
        base = node.styles.base
        current = cast(dict[str, object], base._rules)
        wanted = cast(dict[str, object], rules)
        for name in [name for name in current if name not in wanted]:
            setattr(base, name, None)
        for name, value in wanted.items():
            there = current.get(name)
            if there is not value and there != value:
                setattr(base, name, value)
        node.notify_style_update()


def use(app: App[Any]) -> None:
    """Have an app that was just made style its widgets with a `QuickStylesheet`."""
    app.stylesheet = QuickStylesheet(variables=app.get_css_variables())


@cache
def _components(kind: type[DOMNode]) -> Sequence[str]:
    return sorted(kind._get_component_classes())


def _are_of(styles: RenderStyles, rules: RulesMap) -> bool:
    """Whether the styles of a component are what these rules declare, and nothing else."""
    node = styles.node
    return isinstance(node, _Component) and node.declared == rules and not styles.inline._rules


def _most_specific(candidates: _Candidates, path: list[DOMNode]) -> RulesMap:
    """Return the value of each rule that is declared for the last node of a path."""
    best: dict[str, tuple[Specificity6, object]] = {}
    applying = [one.values for one in candidates.declared if one.applies(path)]
    for values in applying:
        for name, specificity, value in values:
            if name not in best or specificity > best[name][0]:
                best[name] = specificity, value
    rules = {name: value for name, (_, value) in best.items()}
    for name in [name for name, value in rules.items() if value is None]:
        rules[name] = _initial(name, applying)
    return cast(RulesMap, rules)


def _initial(name: str, applying: Iterable[list[tuple[str, Specificity6, Any]]]) -> object:
    """Return what a rule comes to that is set back to `initial`.

    Set back by us it is as the widget brings it; set back by the widget, as it is for all widgets.
    """
    alternatives = [
        (specificity, value)
        for values in applying
        for key, specificity, value in values
        if key == name
    ]
    brought = [one for one in alternatives if not one[0][0]]
    if len(brought) == len(alternatives):
        return getattr(_DEFAULT_STYLES, name)
    return max(brought, key=lambda one: one[0])[1] if brought else None
