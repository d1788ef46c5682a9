"""The body of a letter, which is written with a few marks of Markdown, as plain text and as HTML.

What a letter needs is understood: paragraphs, lists, links, emphasis. A line break is one, as the
writer sees it; dashes under a line are a signature and no heading; HTML stays the text that it is;
pictures are not drawn, since a picture that is fetched tells who read the mail, and when.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from textwrap import wrap
from typing import TYPE_CHECKING

from followup_tui.domain.text import clean_text

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token
    from markdown_it.tree import SyntaxTreeNode

WIDTH = 76
"""Characters of a line of plain text: with a sign of quotation before it, it still fits 80."""
_LEAST = 24  # characters of a line within lists of lists
_RULE = "-" * 20
_WITH_A_DIRECTION = frozenset(("paragraph_open", "list_item_open", "heading_open"))


def as_html(body: str) -> str:
    """Return the body as an HTML fragment; each paragraph reads in its own direction."""
    reader = _reader()
    tokens = reader.parse(clean_text(body))
    for token in tokens:
        if token.type in _WITH_A_DIRECTION:
            token.attrSet("dir", "auto")
    return str(reader.renderer.render(tokens, reader.options, {}))


def as_plain_text(body: str, *, width: int = WIDTH) -> str:
    """Return the body without its marks, in lines of at most `width` characters.

    A link stands as its words with the address in angle brackets after it. No word is broken, be
    it longer than a line: an address must stay whole, and some scripts have no blanks.
    """
    from markdown_it.tree import SyntaxTreeNode  # noqa: PLC0415 - as `_reader` is

    tree = SyntaxTreeNode(_reader().parse(clean_text(body)))
    return "\n".join(line.rstrip() for line in _blocks(tree.children, width))


@lru_cache(maxsize=1)
def _reader() -> MarkdownIt:
    from markdown_it import MarkdownIt  # noqa: PLC0415 - 75 ms that no start may wait for

    reader = MarkdownIt("commonmark", {"html": False, "breaks": True, "linkify": True})
    reader.enable("linkify")
    if reader.linkify is not None:
        reader.linkify.set({"fuzzy_link": False})  # ASP.NET is no address
    # Without what a letter has no use for and its writer would run into by accident.
    reader.disable(["lheading", "code", "html_block", "html_inline", "image", "entity"])
    return reader


def _blocks(nodes: Sequence[SyntaxTreeNode], width: int, *, tight: bool = False) -> list[str]:
    """Return the lines of blocks, with an empty line between them unless they are `tight`."""
    lines: list[str] = []
    for node in nodes:
        if lines and not tight:
            lines.append("")
        lines += _block(node, max(width, _LEAST))
    return lines


def _block(node: SyntaxTreeNode, width: int) -> list[str]:
    match node.type:
        case "bullet_list":
            return _items(node, ["- "] * len(node.children), width)
        case "ordered_list":
            first = int(node.attrs.get("start", 1))
            numbers = [f"{first + index}. " for index in range(len(node.children))]
            return _items(node, numbers, width)
        case "blockquote":
            return [f"> {line}" for line in _blocks(node.children, width - 2)]
        case "fence":
            return node.content.rstrip("\n").split("\n")
        case "hr":
            return [_RULE]
        case _:  # a paragraph or a heading: one inline node
            return [line for inline in node.children for line in _wrapped(inline, width)]


def _items(node: SyntaxTreeNode, signs: Sequence[str], width: int) -> list[str]:
    lines: list[str] = []
    tight = _is_tight(node)
    for sign, item in zip(signs, node.children, strict=True):
        if lines and not tight:
            lines.append("")
        inner = _blocks(item.children, width - len(sign), tight=tight) or [""]
        lines.append(sign + inner[0])
        lines += [" " * len(sign) + line for line in inner[1:]]
    return lines


def _is_tight(node: SyntaxTreeNode) -> bool:
    """Say whether the items of a list stand without empty lines between them."""
    return all(
        each.hidden for item in node.children for each in item.children if each.type == "paragraph"
    )


def _wrapped(inline: SyntaxTreeNode, width: int) -> Iterator[str]:
    """Yield the lines of a paragraph: those that were written, each as long as a line may be."""
    tokens = [token for each in inline.to_tokens() for token in each.children or ()]
    for line in "".join(_spoken(tokens)).split("\n"):
        yield from wrap(line, width, break_long_words=False, break_on_hyphens=False) or [""]


def _spoken(tokens: Sequence[Token]) -> Iterator[str]:
    """Yield what is read of the tokens of a line: words, breaks, and the addresses of links."""
    address, words = "", ""
    for token in tokens:
        if token.type == "link_open":
            address, words = str(token.attrGet("href") or ""), ""
        elif token.type == "link_close":
            if not _says(words, address):
                yield f" <{address}>"
            address = ""
        else:
            said = "\n" if token.type in {"softbreak", "hardbreak"} else token.content
            words += said
            yield said


def _says(words: str, address: str) -> bool:
    """Say whether the words of a link are its address: then it need not stand there twice."""
    plain = address.partition("://")[2] or address.removeprefix("mailto:")
    return words.strip() in {address, plain, plain.rstrip("/"), f"{address}/", ""}
