"""Pages whose letters are written in other ways than UTF-8, or in another than they say."""

# ruff: noqa: E501 -- pages come with long lines

from __future__ import annotations

from tests.web.corpus.case import Case, ev


def _page(body: str, *, meta: str = "", title: str = "", lang: str = "") -> str:
    return f"<html{f' lang={lang}' if lang else ''}><head>{meta}<title>{title}</title></head><body>{body}</body></html>"


CASES = (
    Case(
        name="cp1252-by-header",
        url="https://brasserie-zoe.example/",
        content_type="text/html; charset=iso-8859-1",
        charset="windows-1252",
        body=_page(
            "<h1>Brasserie Zoé – depuis 1987</h1><p>Une cuisine de marché à deux pas de l’écluse, ouverte le midi et le soir. Menu du jour à 19 €.</p>",
            title="Brasserie Zoé – Écluse",
            lang="fr",
        ),
        title=("Brasserie Zoé – Écluse",),
        says=("Une cuisine de marché à deux pas de l’écluse",),
        text_has=("Menu du jour à 19 €",),
    ),
    Case(
        name="latin2-by-meta",
        url="https://stolarnia.example/",
        content_type="text/html",
        charset="iso-8859-2",
        body=_page(
            "<h1>Stolarnia Jędrzej</h1><p>Robimy schody, okna i łóżka z dębu, od pięćdziesięciu lat w tym samym miejscu.</p>",
            meta='<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-2">',
            title="Stolarnia Jędrzej",
        ),
        title=("Stolarnia Jędrzej",),
        says=("Robimy schody, okna i łóżka z dębu",),
        language="pl",
    ),
    Case(
        name="shift-jis-by-meta",
        url="https://hasamiya.example/",
        content_type="text/html",
        charset="shift_jis",
        body=_page(
            "<h1>はさみ屋</h1><p>明治から続くはさみの専門店です。研ぎ直しも承ります。</p>",
            meta='<META HTTP-EQUIV="Content-type" CONTENT="text/html; charset=x-sjis">',
            title="はさみ屋のホームページ",
        ),
        title=("はさみ屋のホームページ",),
        says=("明治から続くはさみの専門店です",),
    ),
    Case(
        name="utf16-with-bom",
        url="https://kaupa.example/",
        content_type="text/html",
        charset="utf-16",
        body=_page(
            "<h1>Viðburðir</h1><p>Ull og garn úr firðinum, litað með jurtum.</p>",
            title="Kaupfélag – ull og garn",
            lang="is",
        ),
        title=("Kaupfélag – ull og garn",),
        text_has=("Ull og garn úr firðinum",),
    ),
    Case(
        name="meta-lies-it-is-utf8",
        url="https://gaertnerei-moos.example/termine",
        content_type="text/html",
        body=_page(
            "<h1>Termine</h1><ul><li><b>Sa., 26. September 2026, 10 Uhr</b> – Führung durch das Gewächshaus</li><li><b>Sa., 24. Oktober 2026, 9 Uhr</b> – Großer Kürbistag</li></ul>",
            meta='<meta http-equiv=content-type content="text/html; charset=iso-8859-1">',
            title="Gärtnerei Moos – Termine",
            lang="de",
        ),
        title=("Gärtnerei Moos – Termine",),
        events=(
            ev("Führung durch das Gewächshaus", "2026-09-26T10:00"),
            ev("Großer Kürbistag", "2026-10-24T09:00"),
        ),
    ),
    Case(
        name="header-lies-it-is-cp1252",
        url="https://musikverein-almtal.example/",
        content_type="text/html; charset=utf-8",
        charset="windows-1252",
        body=_page(
            "<h1>Musikverein Almtal</h1><p>Wir spielen seit über hundert Jahren für die Leute im Tal, bei Festen, Begräbnissen und am Kirtag. Übungsabend ist der Donnerstag.</p>",
            title="Musikverein Almtal – Willkommen",
            lang="de-AT",
        ),
        says=("Wir spielen seit über hundert Jahren",),
        title=("Musikverein Almtal – Willkommen",),
    ),
    Case(
        name="windows-1251-undeclared",
        url="https://pekarnya.example/",
        content_type="text/html",
        charset="windows-1251",
        body=_page(
            "<h1>Пекарня на углу</h1><p>Мы печём ржаной хлеб на закваске каждое утро и продаём его тёплым. Заходите с семи утра до обеда, пока хлеб не кончился.</p>",
            title="Пекарня на углу",
        ),
        title=("Пекарня на углу",),
        says=("Мы печём ржаной хлеб на закваске",),
    ),
    Case(
        name="mixed-entities",
        url="https://cafe-noe.example/",
        body=_page(
            "<h1>Caf&eacute; No&euml; &amp; S&oslash;n</h1><p>R&ouml;sterei &#8211; &#x201C;langsam&#x201D; &hellip; und das seit 2011, t&auml;glich frisch ger&ouml;stet.</p>",
            meta="<meta charset=utf-8>",
            title="Caf&eacute; No&euml; &amp;amp; S&oslash;n",
        ),
        title=("Café Noë & Søn", "Café Noë &amp; Søn"),
        text_has=("Rösterei – “langsam” … und das seit 2011",),
    ),
)
