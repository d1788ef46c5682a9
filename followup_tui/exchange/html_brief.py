"""The brief as a page of HTML to be printed: one file, nothing fetched, nothing run.

All text is escaped; the policy in its head forbids scripts and anything from elsewhere, should a
browser be led astray all the same. On paper each client begins a page of their own.
"""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from followup_tui.domain.exporting.brief import Brief, BriefLine, BriefPage, BriefSection

MARK = '<meta name="generator" content="followup">'
"""By which a file is known as one of these."""

_STYLE = """
:root { color-scheme: light dark; --ink: #1c2430; --soft: #5d6878; --rule: #cfd6df;
  --accent: #0b6b63; --paper: #ffffff; --desk: #eef1f4; }
@media screen and (prefers-color-scheme: dark) { :root { --ink: #e6eaf0; --soft: #9aa6b6;
  --rule: #3a4452; --accent: #5fc9bd; --paper: #1b222c; --desk: #12171e; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--desk); color: var(--ink);
  font: 15px/1.45 "Source Sans 3", "Segoe UI", "Helvetica Neue", Arial, sans-serif; }
.page { background: var(--paper); max-width: 46rem; margin: 1.5rem auto; padding: 1.8rem 2.2rem;
  border: 1px solid var(--rule); border-radius: 4px; overflow-wrap: anywhere; }
.top { display: flex; justify-content: space-between; gap: 1rem; color: var(--soft);
  font-size: .85rem; }
h1 { font-size: 1.6rem; line-height: 1.2; margin: .3rem 0 0; }
.who { margin: .2rem 0 0; }
.ways { margin: .2rem 0 0; font-size: 1.1rem; font-weight: 600;
  font-variant-numeric: tabular-nums; }
.why { margin: .9rem 0; padding: .5rem .8rem; border-left: 4px solid var(--accent);
  font-weight: 600; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .1rem 1rem; margin: .6rem 0; }
dt { color: var(--soft); }
dd { margin: 0; }
section { margin-top: 1rem; break-inside: avoid; }
h2 { font-size: 1rem; margin: 0 0 .2rem; padding-bottom: .15rem;
  border-bottom: 1px solid var(--rule); }
h2 small { font-weight: 400; color: var(--soft); }
ul { list-style: none; margin: 0; padding: 0; }
li { padding-left: 1.3rem; text-indent: -1.3rem; margin: .15rem 0; }
li::before { content: "\\2013"; display: inline-block; width: 1.3rem; text-indent: 0;
  color: var(--soft); }
li.box::before { content: "\\2610"; }
.label { color: var(--soft); }
.room { height: 6rem; border-bottom: 1px solid var(--rule);
  background: repeating-linear-gradient(transparent 0 1.9rem,
    var(--rule) 1.9rem calc(1.9rem + 1px)); }
ol.day { padding-left: 1.5rem; }
ol.day li { padding-left: .2rem; text-indent: 0; }
ol.day li::before { content: none; }
a { color: inherit; }
@page { size: A4; margin: 14mm; }
@media print {
  body { background: none; font-size: 9.5pt; line-height: 1.25; }
  .sections { columns: 2; column-gap: 8mm; }
  dl { grid-template-columns: max-content 1fr max-content 1fr; }
  .page { border: 0; border-radius: 0; margin: 0; padding: 0; max-width: none; break-after: page; }
  .page:last-child { break-after: auto; }
  section { margin-top: 0; padding-bottom: .6rem; }
  .why { margin: .5rem 0; }
  .room { height: 4rem; }
}
"""


def write_brief(brief: Brief) -> bytes:
    """Return the brief as a whole HTML file, in UTF-8."""
    several = len(brief.pages) != 1
    pages = [_day(brief)] if several else []
    pages += [_page(page, brief, number) for number, page in enumerate(brief.pages, start=1)]
    title = escape(brief.title)
    return (
        "<!doctype html>\n"
        '<html lang="en"><head><meta charset="utf-8">\n'
        f"{MARK}\n"
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; '
        "style-src 'unsafe-inline'\">\n"
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n'
        f"<title>{title}</title>\n<style>{_STYLE}</style></head>\n<body>\n"
        + "\n".join(pages)
        + "\n</body></html>\n"
    ).encode()


def _day(brief: Brief) -> str:
    """Return the first page of a day: who, in which order, and why."""
    rows = "".join(
        f'<li><a href="#client-{number}"><b>{escape(page.person or page.name)}</b></a>'
        f"{_after(page.name if page.person else '')}{_after(*page.ways[:1])}"
        f"<br>{escape(page.why)}</li>"
        for number, page in enumerate(brief.pages, start=1)
    )
    words = f"<p>{escape(brief.left_out)}</p>" if brief.left_out else ""
    list_of = f'<ol class="day">{rows}</ol>' if rows else "<p>Nobody is due.</p>"
    return (
        f'<article class="page"><header>{_top(brief, "")}<h1>{escape(brief.title)}</h1></header>'
        f"{list_of}{words}</article>"
    )


def _page(page: BriefPage, brief: Brief, number: int) -> str:
    of = f"{number} of {len(brief.pages)}" if len(brief.pages) > 1 else ""
    who = ", ".join(filter(None, (page.person, page.role)))
    facts = "".join(
        f"<dt>{escape(label)}</dt><dd>{escape(text)}</dd>" for label, text in page.facts
    )
    return (
        f'<article class="page" id="client-{number}"><header>{_top(brief, of)}'
        f"<h1>{escape(page.name)}</h1>"
        f"{_paragraph('who', who)}{_paragraph('ways', ' · '.join(page.ways))}</header>"
        f"{_paragraph('why', page.why)}"
        + (f"<dl>{facts}</dl>" if facts else "")
        + f'<div class="sections">{"".join(map(_section, page.sections))}</div></article>'
    )


def _top(brief: Brief, right: str) -> str:
    printed = brief.printed
    words = f"as of {printed:%a} {printed.day} {printed:%b %Y, %H:%M}"
    return f'<div class="top"><span>{escape(words)}</span><span>{escape(right)}</span></div>'


def _paragraph(name: str, text: str) -> str:
    return f'<p class="{name}">{escape(text)}</p>' if text else ""


def _after(*texts: str) -> str:
    return "".join(f" · {escape(text)}" for text in texts if text)


def _section(section: BriefSection) -> str:
    note = f" <small>{escape(section.note)}</small>" if section.note else ""
    room = '<div class="room"></div>' if section.room else ""
    return f"<section><h2>{escape(section.title)}{note}</h2>{_lines(section.lines)}{room}</section>"


def _lines(lines: Iterable[BriefLine]) -> str:
    rows = "".join(_line(line) for line in lines)
    return f"<ul>{rows}</ul>" if rows else ""


def _line(line: BriefLine) -> str:
    label = f'<span class="label">{escape(line.label)}:</span> ' if line.label else ""
    opening = '<li class="box">' if line.box else "<li>"
    return f"{opening}{label}{escape(line.text)}</li>"
