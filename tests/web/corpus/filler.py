"""What fills real pages beside their content: styles, scripts, menus, banners, widgets; a calendar.

All of it comes from a name by a seeded generator: the same page every time.
"""

# ruff: noqa: E501 -- pages come with long lines

from __future__ import annotations

import json
from random import Random

_CLASSES = [
    "wrap",
    "inner",
    "row",
    "col",
    "grid",
    "card",
    "hero",
    "block",
    "media",
    "figure",
    "caption",
    "list",
    "item",
    "meta",
    "entry",
    "widget",
    "nav",
    "menu",
    "btn",
    "icon",
    "label",
    "field",
    "group",
    "panel",
    "shade",
    "light",
    "dark",
    "wide",
    "slim",
    "first",
    "last",
    "odd",
    "even",
]

NAV = {
    "en": ("Home", "About", "Services", "News", "Events", "Careers", "Contact"),
    "de": ("Start", "Über uns", "Leistungen", "Aktuelles", "Termine", "Karriere", "Kontakt"),
    "fr": ("Accueil", "À propos", "Services", "Actualités", "Agenda", "Carrières", "Contact"),
    "es": ("Inicio", "Nosotros", "Servicios", "Noticias", "Agenda", "Empleo", "Contacto"),
    "it": ("Home", "Chi siamo", "Servizi", "Notizie", "Eventi", "Lavora con noi", "Contatti"),
    "nl": ("Home", "Over ons", "Diensten", "Nieuws", "Agenda", "Vacatures", "Contact"),
    "pt": ("Início", "Sobre nós", "Serviços", "Notícias", "Eventos", "Carreiras", "Contato"),
    "sv": ("Hem", "Om oss", "Tjänster", "Nyheter", "Kalender", "Jobba hos oss", "Kontakt"),
    "da": ("Forside", "Om os", "Ydelser", "Nyheder", "Kalender", "Job", "Kontakt"),
    "pl": ("Start", "O nas", "Usługi", "Aktualności", "Wydarzenia", "Kariera", "Kontakt"),
    "cs": ("Úvod", "O nás", "Služby", "Novinky", "Akce", "Kariéra", "Kontakt"),
    "fi": ("Etusivu", "Meistä", "Palvelut", "Uutiset", "Tapahtumat", "Työpaikat", "Yhteystiedot"),
}
COOKIES = {
    "en": "We use cookies to give you the best experience on our website. By clicking Accept all "
    "you agree to the storing of cookies on your device.",
    "de": "Wir nutzen Cookies auf unserer Website. Einige von ihnen sind essenziell, während "
    "andere uns helfen, diese Website und Ihre Erfahrung zu verbessern.",
    "fr": "Nous utilisons des cookies pour vous garantir la meilleure expérience sur notre site.",
    "es": "Utilizamos cookies propias y de terceros para mejorar nuestros servicios.",
    "it": "Questo sito utilizza i cookie per migliorare la tua esperienza di navigazione.",
    "nl": "Wij gebruiken cookies om uw ervaring op onze website te verbeteren.",
}


def styles(rng: Random, kilobytes: int) -> str:
    """Return about so many kilobytes of style sheet."""
    rows, size = [], 0
    while size < kilobytes * 1000:
        picked = rng.choice(_CLASSES)
        row = (
            f".{picked}-{rng.randrange(999)}{{margin:{rng.randrange(40)}px auto;"
            f"color:#{rng.randrange(0xFFFFFF):06x};transition:all .{rng.randrange(9)}s ease}}"
        )
        rows.append(row)
        size += len(row)
    return "<style>" + "\n".join(rows) + "</style>"


def scripts(rng: Random, kilobytes: int) -> str:
    """Return about so many kilobytes of script, with dates and HTML in its strings."""
    rows, size = ["window.dataLayer=window.dataLayer||[];"], 0
    while size < kilobytes * 1000:
        day = f"2026-{rng.randrange(10, 13)}-{rng.randrange(10, 28)}"
        row = (
            f'(function(w,d){{var k{rng.randrange(9999)}="{rng.getrandbits(96):x}";w.cfg=w.cfg||{{}};'
            f'w.cfg.built="{day}T08:{rng.randrange(10, 59)}:00Z";if(d&&w.cfg.v<{rng.randrange(9)})'
            f"{{d.write('<li class=\\\"event\\\">x {day}<\\/li>')}}}})(window,document);"
        )
        rows.append(row)
        size += len(row)
    return "<script>" + "\n".join(rows) + "</script>"


def state(rng: Random, kilobytes: int, marker: str = "__STATE__") -> str:
    """Return about so many kilobytes of a script's JSON."""
    items = [
        {"id": f"{rng.getrandbits(64):x}", "ts": 1_760_000_000 + rng.randrange(10**7), "w": i}
        for i in range(kilobytes * 18)
    ]
    return f'<script id="{marker}" type="application/json">{json.dumps(items)}</script>'


def icon(rng: Random) -> str:
    """Return a small drawing."""
    path = " ".join(f"{rng.randrange(24)}.{rng.randrange(99)}" for _ in range(14))
    return f'<svg aria-hidden="true" viewBox="0 0 24 24" width="24"><title>icon</title><path d="M{path}z"/></svg>'


def menu(rng: Random, lang: str, prefix: str = "menu-item", deep: int = 3) -> str:
    """Return a menu with as many entries below each of its first ones."""
    entries = []
    for number, words in enumerate(NAV.get(lang, NAV["en"])):
        below = "".join(
            f'<li class="{prefix} {prefix}-{rng.randrange(9999)}"><a href="/s/{number}-{i}/">'
            f"{words} {i + 1}</a></li>"
            for i in range(deep if number in {1, 3} else 0)
        )
        below = f'<ul class="sub-menu">{below}</ul>' if below else ""
        entries.append(
            f'<li id="{prefix}-{rng.randrange(9999)}" class="{prefix} {prefix}-type-page">'
            f'<a href="/{number}/">{words}</a>{below}</li>'
        )
    return f'<ul class="menu nav">{"".join(entries)}</ul>'


def cookies(lang: str) -> str:
    """Return a banner that asks about cookies."""
    text = COOKIES.get(lang, COOKIES["en"])
    return (
        '<div id="cookie-law-info-bar" class="cookie-consent" role="dialog"><h2>Cookies</h2>'
        f"<p>{text}</p><table><tr><td>_sess</td><td>11 months</td></tr></table><button>OK</button>"
        "</div>"
    )


def widgets(rng: Random, lang: str) -> str:
    """Return what stands beside a blog: archives, categories, a tag cloud, a search field."""
    months = {"de": ("September", "August", "Juli", "Juni"), "fr": ("septembre", "août", "juillet")}
    archive = "".join(
        f'<li><a href="/2026/{9 - i:02}/">{month} 2026</a>&nbsp;({rng.randrange(1, 9)})</li>'
        for i, month in enumerate(months.get(lang, ("September", "August", "July", "June")))
    )
    tags = "".join(
        f'<a class="tag-cloud-link" style="font-size:{rng.randrange(8, 22)}pt" href="/t/{i}">{t}</a> '
        for i, t in enumerate(("process", "people", "tools", "field notes", "2025", "2026"))
    )
    return (
        '<aside class="widget-area sidebar" role="complementary"><form role="search"><label>Search '
        '<input name="s" type="search" placeholder="…"></label><button>Go</button></form>'
        f'<section class="widget widget_archive"><h2 class="widget-title">Archive</h2><ul>{archive}'
        f'</ul></section><section class="widget widget_tag_cloud"><h2>Tags</h2>{tags}</section></aside>'
    )


def foot(site: str, lang: str, extra: str = "") -> str:
    """Return the end of a page: menus once more, a newsletter, a copyright line."""
    words = NAV.get(lang, NAV["en"])
    links = "".join(f'<li><a href="/f/{i}">{w}</a></li>' for i, w in enumerate(words[:4]))
    return (
        f'<div class="footer-widgets"><div class="col"><h4>{site}</h4><ul>{links}</ul></div>'
        '<div class="col"><h4>Newsletter</h4><form><input type="email" name="e" placeholder="you@">'
        f"<button>OK</button></form></div>{extra}</div>"
        f'<p class="copyright">Copyright &copy; 2003 - 2026 {site}. <a href="/privacy">Privacy</a> '
        '| <a href="/imprint">Imprint</a></p>'
    )


def ics(rows: str, *, head: str = "PRODID:-//Example//EN", end: str = "\r\n") -> str:
    """Return a calendar file with these rows in it."""
    body = f"BEGIN:VCALENDAR\nVERSION:2.0\n{head}\n{rows.strip()}\nEND:VCALENDAR\n"
    return body.replace("\n", end)
