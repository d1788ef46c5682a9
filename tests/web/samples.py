"""Invented pages in the styles that company sites are built in, with what stands on them."""

# ruff: noqa: E501 -- pages come with long lines

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

NOW = datetime(2026, 11, 19, 14, 2, tzinfo=ZoneInfo("Australia/Sydney"))
URL = "http://northwind.example/"

MARKETING = """<!doctype html><html lang="en-AU"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>Northwind Traders | Pantry goods</title>
<meta name="description" content="Northwind supplies four hundred grocers with pantry goods. Order by noon, sell by seven.">
</head><body><header><nav><a href="/">Home</a><a href="/contact">Contact us</a></nav>
<h1>What the shop needs, before it opens</h1></header>
<main><p>We pack until midnight and unload before seven, every working day of the year.</p>
<section><h2>One basket for everything</h2><p>Flour, oil, tins.</p></section>
<section><h2>Returns without a form</h2></section><section><h2>Our team</h2></section>
<img src="a.jpg"><img src="b.jpg" alt="a lorry"></main>
<footer>© 2026 Northwind <a href="mailto:jane@northwind.example?subject=Hi">Jane Li</a>
<a href="tel:+61-2-5550-0140">+61 2 5550 0140</a>
<a href="https://www.linkedin.com/company/northwind-example">LinkedIn</a></footer></body></html>"""

TABLES = """<HTML><HEAD><TITLE>Harbour Lane Clinics</TITLE></HEAD><BODY BGCOLOR=white><CENTER>
<TABLE><TR><TD><A HREF=index.htm>Home</A><BR><A HREF=fees.htm>Fees</A></TD>
<TD><FONT SIZE=5><B>Care round the corner</B></FONT><BR><BR>
Four clinics along the quay and one reception for all of them, open from eight to eight.
<BR><BR>Walk in, or telephone first. <A HREF="mailto:reception@harbourlane.example">E-mail</A>
</TD></TR></TABLE></CENTER>&copy; 2009 Harbour Lane</BODY></HTML>"""

GERMAN = """<!doctype html><html lang="de-ch"><head><title>Brückner AG – Pressen</title></head><body>
<div id="cookie-banner"><p>Wir verwenden Cookies, um Ihnen ein Erlebnis zu bieten, das Sie mögen.</p></div>
<h1>Pressen, die bleiben</h1><p>Seit 1951 bauen wir Pressen in Zürich. Am 12. Mai öffnen wir z. B. die Halle.</p>
</body></html>"""

SHELL = """<!doctype html><html lang="en"><head><title>Lighthouse Learning</title>
<script defer src="/static/main.js"></script></head><body><noscript>You need to enable JavaScript to
run this app.</noscript><div id="root"></div></body></html>"""

BLOG = """<!doctype html><html lang="en"><head><title>Kiruna Outdoor</title></head><body><main>
<h1>Made to be repaired</h1><p>Everything we sell can be mended, and we do it ourselves up here.</p>
<h2>News</h2><ul><li><a href="/n/1">The repair van goes on tour again</a> <time datetime="2026-10-31">31 Oct</time></li>
<li><a href="/n/2">A guide to winter boots</a></li></ul></main></body></html>"""

ARTICLES = """<html lang="en"><body><h1>Journal</h1>
<article class="post"><h2><a href="a">We moved to a new warehouse</a></h2><time datetime="2026-11-02">2 Nov</time></article>
<article class="post"><h2><a href="b">Prices for next year</a></h2><time datetime="2026-09-12">12 Sep</time></article>
</body></html>"""

JSON_LD = """<html lang="en"><head><title>Events</title><script type="application/ld+json">
<!-- {"@context":"https://schema.org","@graph":[{"@type":"Organization","name":"Northwind","event":[
{"@type":["Event","BusinessEvent"],"name":"Tasting &amp; talk","startDate":"2026-12-03T08:30:00+11:00",
"endDate":"2026-12-03T11:00:00+11:00","url":"/tasting","location":{"@type":"Place","name":"Warehouse 4",
"address":{"@type":"PostalAddress","streetAddress":"4 Pier Road","addressLocality":"Botany"}}},
{"@type":"EducationEvent","name":"Ordering portal","startDate":"2026-12-15",
"location":{"@type":"VirtualLocation","url":"https://meet.example/1"},
"eventStatus":"https://schema.org/EventCancelled"},
{"@type":"Event","name":"Last year's tasting","startDate":"2025-12-03"},]}]} --></script></head>
<body><h1>Events</h1><article><h2>Tasting &amp; talk</h2><time datetime="2026-12-03T08:30">3 December</time></article>
<p>Come and taste what we sell, and talk with those who make it.</p></body></html>"""

MICRODATA = """<html lang="en"><body><h1>Diary</h1><div itemscope itemtype="https://schema.org/Event">
<h3 itemprop="name">Paper planes for beginners</h3><meta itemprop="startDate" content="2026-11-21T10:00-05:00">
<div itemprop="location" itemscope itemtype="https://schema.org/Place"><span itemprop="name">Workshop</span>,
<span itemprop="address">Dock 3</span></div><a itemprop="url" href="/paper">More</a></div>
<p>We build planes out of wood and paper all the year round.</p></body></html>"""

TIMES = """<html lang="en"><body><h1>What is on</h1><ul class="events">
<li><time datetime="2026-11-25T18:00">Wed 25</time> <a href="/costs">Keeping costs down</a> <span class="venue">Level 2</span></li>
<li><time datetime="2026-12-02">2 Dec</time> - Cloud bills over breakfast, cancelled</li>
<li><time datetime="2026-11-11">11 Nov</time> <a href="/old">What we did last week</a></li></ul>
<p>Published <time datetime="2026-11-19">today</time> by the office, for whoever wants to know.</p></body></html>"""

FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>Notes from the north</title>
<description>What happens at Kiruna Outdoor, once a month.</description><language>en</language>
<item><title>Winter boots &amp;amp; socks</title><link>http://kiruna.example/1</link><pubDate>Fri, 13 Nov 2026 08:00:00 +0100</pubDate></item>
<item><title>Repair tour</title><link>/2</link><pubDate>nonsense</pubDate></item></channel></rss>"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Notes</title><entry><title>First</title>
<link rel="self" href="/x"/><link href="/a"/><updated>2026-11-01T10:00:00Z</updated></entry></feed>"""

ICS = "\r\n".join(
    [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "X-WR-CALNAME:Evenings\\, mostly",
        "BEGIN:VEVENT",
        "UID:1",
        "SUMMARY:Open evening: ask",
        "DTSTART;TZID=Europe/London:20261202T183000",
        "DTEND;TZID=Europe/London:20261202T203000",
        "RRULE:FREQ=WEEKLY;COUNT=3",
        "LOCATION:8 Mare Yard",
        "END:VEVENT",
        "BEGIN:VEVENT",
        "UID:2",
        "SUMMARY:Hack days",
        "DTSTART;VALUE=DATE:20261217",
        "DTEND;VALUE=DATE:20261219",
        "STATUS:CANCELLED",
        "END:VEVENT",
        "BEGIN:VEVENT",
        "UID:3",
        "SUMMARY:Damaged",
        "DTSTART:2026garbage",
        "END:VEVENT",
        "BEGIN:VEVENT",
        "UID:4",
        "SUMMARY:Long over",
        "DTSTART:20250101T100000Z",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ]
)

UNLABELLED = """<html><body><h1>Atelier Tailspin à Lyon</h1><p>Nous construisons des avions en bois pour les
enfants et pour les grands, dans une cour du vieux Lyon, avec des outils que vous pouvez emprunter.</p>
</body></html>"""

JAPANESE = """<html lang="ja"><head><meta charset="shift_jis"><title>明治の工具</title></head><body>
<h1>明治の工具</h1><p>私たちは百年前から大阪で工具を作っています。修理も承ります。お気軽にお問い合わせください。</p></body></html>"""

PAGES = {
    name: text
    for name, text in list(globals().items())
    if name.isupper() and isinstance(text, str) and name != "URL"
}
