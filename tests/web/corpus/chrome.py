"""Realistic surroundings for the content of a case: one function for each way sites are built.

Each takes the content and returns a whole page. The surroundings hold no event, no news and no
contact of their own, but much that looks like one: archives by month, build dates in scripts,
copyright years. What a case wants beside that it gives as `head` or `end`.
"""

# ruff: noqa: E501 -- pages come with long lines

from __future__ import annotations

from random import Random

from tests.web.corpus import filler


def plain(content: str, *, title: str = "", lang: str = "en", head: str = "") -> str:
    """Return a page with nothing around its content."""
    attribute = f' lang="{lang}"' if lang else ""
    return f"<!doctype html><html{attribute}><head><meta charset=utf-8><title>{title}</title>{head}</head><body>{content}</body></html>"


def wordpress(
    content: str,
    *,
    title: str,
    site: str,
    lang: str = "en",
    head: str = "",
    end: str = "",
    side: bool = True,
    bulk: int = 30,
) -> str:
    """Return a page of a blog engine's theme: widgets, emoji script, block styles."""
    rng = Random(title)
    sheets = "".join(
        f"<link rel='stylesheet' id='p-{i}-css' href='/wp-content/plugins/p{i}/s.css?ver=6.{i}' media='all' />\n"
        for i in range(12)
    )
    return f"""<!DOCTYPE html>
<html lang="{lang}" prefix="og: https://ogp.me/ns#">
<head><meta charset="UTF-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="profile" href="https://gmpg.org/xfn/11"><title>{title}</title>{head}
<link rel="alternate" type="application/rss+xml" title="{site} &raquo; Feed" href="/feed/" />
<meta name="generator" content="WordPress 6.8.2" />{sheets}{filler.styles(rng, bulk)}{filler.scripts(rng, bulk // 3)}</head>
<body class="wp-singular page-template-default page wp-custom-logo"><a class="skip-link screen-reader-text" href="#content">Skip to content</a>
<div id="page" class="site"><header id="masthead" class="site-header"><div class="site-branding"><a href="/" rel="home"><img src="/logo.png" alt="{site}"></a>
<p class="site-description">Just another WordPress site</p></div><nav id="site-navigation" class="main-navigation"><button class="menu-toggle">Menu</button>{filler.menu(rng, lang)}</nav></header>
<div id="content" class="site-content"><div id="primary" class="content-area"><main id="main" class="site-main">
{content}
</main></div>{filler.widgets(rng, lang) if side else ""}</div>
<footer id="colophon" class="site-footer">{filler.foot(site, lang, end)}<div class="site-info">Proudly powered by WordPress</div></footer></div>
{filler.cookies(lang)}{filler.scripts(rng, bulk // 3)}</body></html>"""


def soup(
    content: str,
    *,
    title: str,
    site: str,
    lang: str = "en",
    head: str = "",
    end: str = "",
    bulk: int = 60,
) -> str:
    """Return a page of a site builder: layers of nameless boxes, no landmark at all."""
    rng = Random(title)
    boxes = "".join(
        f'<div id="comp-{rng.getrandbits(32):x}" class="_{rng.getrandbits(20):x} wixui-box" data-testid="box-{i}">'
        for i in range(9)
    )
    links = "".join(
        f'<div class="_{i}nav"><a href="/{i}" data-testid="linkElement"><div><p class="font_7">{word}</p></div></a></div>'
        for i, word in enumerate(filler.NAV.get(lang, filler.NAV["en"]))
    )
    return f"""<!DOCTYPE html><html lang="{lang}"><head><meta charset='utf-8'><meta name="viewport" content="width=device-width"><meta name="generator" content="Site Builder"/>
<title>{title}</title>{head}{filler.styles(rng, bulk)}{filler.state(rng, bulk // 5)}{filler.scripts(rng, bulk // 5)}</head><body class="responsive">
<div id="SITE_CONTAINER"><div id="main_MF"><div id="SCROLL_TO_TOP" tabindex="-1" class="ignore-focus"><span>top of page</span></div><div class="_x1">{links}</div>{boxes}
{content}
{"</div>" * 9}<div class="_f1"><div class="_f2">{filler.foot(site, lang, end)}</div></div><span>bottom of page</span></div></div>
<div class="_cb1">{filler.cookies(lang)}</div></body></html>"""


def drupal(
    content: str,
    *,
    title: str,
    site: str,
    lang: str = "en",
    head: str = "",
    end: str = "",
    bulk: int = 15,
) -> str:
    """Return a page of regions, blocks and views."""
    rng = Random(title)
    return f"""<!DOCTYPE html><html lang="{lang}" dir="ltr"><head><meta charset="utf-8" /><meta name="Generator" content="Drupal 10 (https://www.drupal.org)" />
<title>{title}</title>{head}{filler.styles(rng, bulk)}</head><body class="path-node page-node-type-page"><a href="#main-content" class="visually-hidden focusable">Skip to main content</a>
<div class="dialog-off-canvas-main-canvas" data-off-canvas-main-canvas><div class="layout-container"><header role="banner"><div class="region region-header">
<div id="block-branding" class="block block-system"><a href="/" rel="home">{site}</a></div><nav role="navigation" id="block-mainnav">{filler.menu(rng, lang, "nav-item")}</nav></div></header>
<div class="region region-breadcrumb"><nav class="breadcrumb"><ol><li><a href="/">Home</a></li><li>{title.split(" | ", maxsplit=1)[0]}</li></ol></nav></div>
<main role="main"><a id="main-content" tabindex="-1"></a><div class="layout-content"><div class="region region-content"><div data-drupal-messages-fallback class="hidden"></div>
<div id="block-content" class="block block-system block-system-main-block">{content}</div></div></div></main>
<footer role="contentinfo"><div class="region region-footer">{filler.foot(site, lang, end)}</div></footer></div></div>
<script type="application/json" data-drupal-selector="drupal-settings-json">{{"path":{{"baseUrl":"/","currentPath":"node/{rng.randrange(999)}"}},"user":{{"uid":0}}}}</script>{filler.scripts(rng, bulk)}</body></html>"""


def typo3(
    content: str,
    *,
    title: str,
    site: str,
    lang: str = "de",
    head: str = "",
    end: str = "",
    bulk: int = 12,
) -> str:
    """Return a page of numbered content elements."""
    rng = Random(title)
    return f"""<!DOCTYPE html>
<html lang="{lang}"><head><meta charset="utf-8"><!-- This website is powered by TYPO3 - inspiring people to share! -->
<title>{title}</title>{head}<meta name="generator" content="TYPO3 CMS">{filler.styles(rng, bulk)}</head><body id="p{rng.randrange(400)}" class="page-1 pagelevel-2 language-0 backendlayout-default">
<div id="top"></div><div class="body-bg"><header id="page-header" class="bp-page-header navbar"><div class="container">{filler.menu(rng, lang, "nav-link")}</div></header>
<nav class="breadcrumb-section"><ol class="breadcrumb"><li>{filler.NAV.get(lang, filler.NAV["en"])[0]}</li></ol></nav>
<div id="page-content" class="bp-page-content main-section"><!--TYPO3SEARCH_begin--><div class="section section-default">
<div id="c{rng.randrange(999)}" class="frame frame-default frame-type-text frame-layout-0"><div class="frame-container"><div class="frame-inner">{content}</div></div></div></div><!--TYPO3SEARCH_end--></div>
<footer id="page-footer" class="bp-page-footer">{filler.foot(site, lang, end)}</footer></div>{filler.cookies(lang)}{filler.scripts(rng, bulk)}</body></html>"""


def joomla(
    content: str,
    *,
    title: str,
    site: str,
    lang: str = "en",
    head: str = "",
    end: str = "",
    bulk: int = 10,
) -> str:
    """Return a page of modules with an item page in their midst."""
    rng = Random(title)
    return f"""<!DOCTYPE html><html xml:lang="{lang}" lang="{lang}-xx" dir="ltr"><head><base href="https://www.example.com/" /><meta http-equiv="content-type" content="text/html; charset=utf-8" />
<meta name="generator" content="Joomla! - Open Source Content Management" /><title>{title}</title>{head}{filler.styles(rng, bulk)}</head><body class="site com_content view-article">
<div class="body"><div class="container"><header class="header"><a class="brand" href="/"><span class="site-title" title="{site}">{site}</span></a></header>
<nav class="navigation">{filler.menu(rng, lang, "item")}</nav><div class="row-fluid"><div id="aside" class="span3"><div class="well _menu"><h3>Main Menu</h3>{filler.menu(rng, lang, "item", 0)}</div>
<div class="well"><h3>Login Form</h3><form><input name="username"><input type="password" name="password"><button>Log in</button></form></div></div>
<main id="content" role="main" class="span9"><div class="item-page">{content}</div></main></div></div></div><footer class="footer">{filler.foot(site, lang, end)}</footer>{filler.scripts(rng, bulk)}</body></html>"""


def bootstrap(
    content: str,
    *,
    title: str,
    site: str,
    lang: str = "en",
    head: str = "",
    end: str = "",
    bulk: int = 5,
) -> str:
    """Return a page of rows, columns and cards."""
    rng = Random(title)
    links = "".join(
        f'<li class="nav-item"><a class="nav-link" href="/{i}">{word}</a></li>'
        for i, word in enumerate(filler.NAV.get(lang, filler.NAV["en"]))
    )
    return f"""<!doctype html><html lang="{lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{title}</title>{head}
<link href="/css/bootstrap.min.css" rel="stylesheet">{filler.styles(rng, bulk)}</head><body><nav class="navbar navbar-expand-lg navbar-light bg-light fixed-top"><div class="container">
<a class="navbar-brand" href="/">{site}</a><button class="navbar-toggler" type="button"><span class="navbar-toggler-icon"></span></button><div class="collapse navbar-collapse"><ul class="navbar-nav ms-auto">{links}</ul></div></div></nav>
<div class="container py-5">{content}</div><footer class="bg-dark text-white py-4"><div class="container">{filler.foot(site, lang, end)}</div></footer>
<div class="modal fade" id="login" style="display:none"><div class="modal-dialog"><h5 class="modal-title">Sign in</h5><p>Members sign in here to see the minutes of 4 October 2026.</p></div></div>{filler.scripts(rng, bulk)}</body></html>"""


def tailwind(
    content: str,
    *,
    title: str,
    site: str,
    lang: str = "en",
    head: str = "",
    end: str = "",
    bulk: int = 20,
    marker: str = "__NEXT_DATA__",
) -> str:
    """Return a page of utility classes, drawn on the server by a script framework."""
    rng = Random(title)
    links = "".join(
        f'<a class="text-sm font-medium text-slate-700 hover:text-indigo-600 px-3 py-2" href="/{i}">{filler.icon(rng)}<span>{word}</span></a>'
        for i, word in enumerate(filler.NAV.get(lang, filler.NAV["en"]))
    )
    return f"""<!DOCTYPE html><html lang="{lang}"><head><meta charSet="utf-8"/><meta name="viewport" content="width=device-width"/><title>{title}</title>{head}<link rel="preload" href="/_next/static/css/{rng.getrandbits(60):x}.css" as="style"/>
<noscript data-n-css=""></noscript><script defer="" noModule="" src="/_next/static/chunks/polyfills-{rng.getrandbits(60):x}.js"></script></head><body class="antialiased bg-white dark:bg-slate-900"><div id="__next"><header class="sticky top-0 z-40 w-full backdrop-blur flex items-center justify-between px-4 lg:px-8"><a href="/" class="flex items-center gap-2">{filler.icon(rng)}<span class="sr-only">{site}</span></a><div class="hidden lg:flex lg:gap-x-8">{links}</div></header>
<main class="isolate mx-auto max-w-7xl px-6">{content}</main><footer class="border-t mt-24 py-12 text-slate-500">{filler.foot(site, lang, end)}</footer></div>{filler.state(rng, bulk, marker)}</body></html>"""


def university(
    content: str,
    *,
    title: str,
    site: str,
    lang: str = "en",
    head: str = "",
    end: str = "",
    bulk: int = 10,
) -> str:
    """Return a page beneath a mega menu of many links, with a column of related links."""
    rng = Random(title)
    units = ("Law", "Medicine", "Engineering", "Arts", "Science", "Theology", "Music", "Economics")
    mega = "".join(
        f'<div class="mega-col"><h3>{unit}</h3><ul>'
        + "".join(
            f'<li><a href="/u/{unit}/{i}">{unit} {kind}</a></li>'
            for i, kind in enumerate(
                (
                    "People",
                    "Research",
                    "Teaching",
                    "Seminars",
                    "Library",
                    "Alumni",
                    "Open days",
                    "Partners",
                )
            )
        )
        + "</ul></div>"
        for unit in units
    )
    return f"""<!DOCTYPE html><html lang="{lang}" class="no-js"><head><meta charset="utf-8"><title>{title}</title>{head}{filler.styles(rng, bulk)}</head><body><div id="skip"><a href="#c">Jump to content</a></div>
<div class="topbar"><a href="/staff">Staff</a> <a href="/students">Students</a> <a href="/emergency">Emergency</a></div><header class="global-header"><a href="/">{site}</a><div class="mega-menu" aria-expanded="false">{mega}</div></header>
<div class="wrapper"><div class="leftnav"><ul><li><a href="/a">Overview</a></li><li class="active"><strong>{title.split(" | ", maxsplit=1)[0]}</strong></li></ul></div><div class="content" id="c">{content}<p class="page-meta">Page last updated: 3 September 2026, 14:05. Page owner: webmaster</p></div>
<div class="related"><h4>Quick links</h4><ul><li><a href="/m">Campus maps</a></li><li><a href="/t">Term dates 2026/27</a></li></ul></div></div><footer>{filler.foot(site, lang, end)}</footer>{filler.scripts(rng, bulk)}</body></html>"""


def nineties(
    content: str,
    *,
    title: str,
    menu: tuple[str, ...] = ("Home", "News", "Links", "Guestbook"),
    background: str = "#FFFFCC",
) -> str:
    """Return a page laid out in tables, in capitals, as it was written by hand long ago."""
    cells = "".join(
        f'<TR><TD BGCOLOR="#003366"><FONT FACE="Arial" COLOR=white SIZE=2><A HREF="{word.lower()}.htm">{word}</A></FONT></TD></TR>'
        for word in menu
    )
    return f"""<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 3.2//EN">
<HTML><HEAD><TITLE>{title}</TITLE><META NAME="GENERATOR" CONTENT="Mozilla/4.5 [en] (Win98; I) [Netscape]"></HEAD>
<BODY BGCOLOR="{background}" LINK=#0000FF VLINK=#800080><CENTER><TABLE WIDTH=760 BORDER=0 CELLPADDING=4><TR><TD COLSPAN=2 ALIGN=center><IMG SRC="banner.gif" WIDTH=468 HEIGHT=60></TD></TR>
<TR><TD VALIGN=top WIDTH=120><TABLE BORDER=0>{cells}</TABLE></TD><TD VALIGN=top>{content}
<HR><FONT SIZE=1>Last modified: 2-Sep-2026. You are visitor no. <B>0041877</B> since 1 March 1999.<BR>Best viewed at 800x600.</FONT></TD></TR></TABLE></CENTER></BODY></HTML>"""


def confluence(content: str, *, title: str, site: str, bulk: int = 25) -> str:
    """Return a page of a company's wiki: a tree at the side, authors and edits above."""
    rng = Random(title)
    tree = "".join(
        f'<li class="plugin_pagetree_childtoggle"><a href="/pages/{i}">Space page {i}</a></li>'
        for i in range(40)
    )
    return f"""<!DOCTYPE html><html><head><title>{title} - {site} - Wiki</title><meta charset="UTF-8">{filler.styles(rng, bulk)}</head><body id="com-wiki" class="theme-default aui-layout">
<div id="header"><nav class="aui-header"><a href="/">Wiki</a><a href="/spaces">Spaces</a><a href="/people">People</a></nav></div><div class="ia-splitter-left"><div class="acs-side-bar"><ul class="plugin_pagetree">{tree}</ul></div></div>
<div id="main" class="aui-page-panel"><div id="title-heading"><h1 id="title-text"><a href="/pages/view">{title}</a></h1></div><div class="page-metadata"><ul><li>Created by <a href="/~kim">Kim Oduya</a>, last modified on <a class="last-modified" href="/diff">07 Sep 2026</a></li></ul></div>
<div id="main-content" class="wiki-content">{content}</div><div id="comments-section"><h2>2 Comments</h2><ol><li class="comment"><h4 class="author">Ola Brandt</h4><p>Can we have the big room on 3 December 2026?</p><ul class="comment-actions"><li>Sep 08, 2026</li></ul></li></ol></div></div>{filler.scripts(rng, bulk)}</body></html>"""


def shop(
    content: str,
    *,
    title: str,
    site: str,
    lang: str = "en",
    head: str = "",
    end: str = "",
    bulk: int = 25,
) -> str:
    """Return a page of a shop: a cart drawer, announcement bar, sections in custom elements."""
    rng = Random(title)
    links = "".join(
        f'<li><a class="header__menu-item list-menu__item link" href="/c/{i}"><span>{word}</span></a></li>'
        for i, word in enumerate(filler.NAV.get(lang, filler.NAV["en"]))
    )
    return f"""<!doctype html><html class="no-js" lang="{lang}"><head><meta charset="utf-8"><title>{title}</title>{head}{filler.styles(rng, bulk)}{filler.scripts(rng, bulk)}</head><body class="gradient">
<a class="skip-to-content-link button visually-hidden" href="#MainContent">Skip to content</a><div id="shopify-section-announcement-bar"><div class="announcement-bar"><p>Free delivery on orders over $60</p></div></div>
<sticky-header class="header-wrapper"><header class="header"><nav class="header__inline-menu"><ul class="list-menu">{links}</ul></nav><a href="/cart" class="header__icon--cart">Cart<span>0</span></a></header></sticky-header>
<cart-drawer class="drawer is-empty"><h2>Your cart is empty</h2><a href="/c/all">Continue shopping</a></cart-drawer><main id="MainContent" class="content-for-layout focus-none" role="main" tabindex="-1">{content}</main>
<footer class="footer color-scheme-3"><div class="footer__content-top page-width">{filler.foot(site, lang, end)}</div><ul class="list-payment"><li>Card</li></ul></footer></body></html>"""
