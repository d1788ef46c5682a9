"""Feeds: RSS old and new, Atom, JSON Feed; their items are news, hardly ever events."""

# ruff: noqa: E501 -- pages come with long lines

from __future__ import annotations

import json

from tests.web.corpus.case import Case, ev

_RSS = "application/rss+xml; charset=UTF-8"

CASES = (
    Case(
        name="rss-wordpress",
        url="https://quietserver.example/feed/",
        content_type=_RSS,
        body="""<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>Quiet Server</title><atom:link href="https://quietserver.example/feed/" rel="self" type="application/rss+xml" /><link>https://quietserver.example</link><description>Machines that nobody hears</description><lastBuildDate>Tue, 08 Sep 2026 09:00:00 +0000</lastBuildDate><language>en-GB</language><item><title>Backups that were never tried</title><link>https://quietserver.example/2026/09/08/backups/</link><dc:creator><![CDATA[Ines Varga]]></dc:creator><pubDate>Tue, 08 Sep 2026 09:00:00 +0000</pubDate><description><![CDATA[<p>A backup is a rumour. The next round begins on 5 October 2026 at 09:00.</p>]]></description></item><item><title>Cooling a cupboard &#038; its dog</title><link>https://quietserver.example/2026/08/19/cooling/</link><pubDate>Wed, 19 Aug 2026 09:00:00 +0000</pubDate></item></channel></rss>""",
        title=("Quiet Server",),
        language="en",
        news=(
            ("Backups that were never tried", "2026-09-08"),
            ("Cooling a cupboard & its dog", "2026-08-19"),
        ),
    ),
    Case(
        name="atom-blog",
        url="https://tinyweb.example/atom.xml",
        content_type="application/atom+xml",
        body="""<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title type="html">Tiny &lt;em&gt;Web&lt;/em&gt; Club</title><subtitle>Pages under ten kilobytes</subtitle><link href="https://tinyweb.example/"/><link rel="self" href="https://tinyweb.example/atom.xml"/><updated>2026-09-10T18:30:02Z</updated><id>urn:x</id><entry><title>We have a new clubroom</title><link rel="alternate" href="https://tinyweb.example/notes/1"/><id>urn:x:1</id><published>2026-09-10T18:30:02Z</published><updated>2026-09-12T08:00:00Z</updated><summary>With a window.</summary></entry><entry><title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">One <b>kilobyte</b> is enough</div></title><link href="https://tinyweb.example/notes/2"/><id>urn:x:2</id><updated>2026-07-01T08:00:00Z</updated></entry></feed>""",
        title=("Tiny Web Club",),
        news=(("We have a new clubroom", "2026-09-10"), ("One kilobyte is enough", "2026-07-01")),
    ),
    Case(
        name="json-feed",
        url="https://boxkite.example/feed.json",
        content_type="application/feed+json",
        body=json.dumps(
            {
                "version": "https://jsonfeed.org/version/1.1",
                "title": "Boxkite notes",
                "home_page_url": "https://boxkite.example/",
                "description": "How we fly",
                "language": "en",
                "items": [
                    {
                        "id": "1",
                        "url": "https://boxkite.example/n/1",
                        "title": "Exports in pieces",
                        "date_published": "2026-09-11T12:00:00+02:00",
                        "content_text": "Read on 3 October 2026.",
                    },
                    {
                        "id": "2",
                        "url": "https://boxkite.example/n/2",
                        "title": "A shortcut for everything",
                        "date_published": "2026-08-21T09:00:00Z",
                    },
                ],
            }
        ),
        title=("Boxkite notes",),
        news=(("Exports in pieces", "2026-09-11"), ("A shortcut for everything", "2026-08-21")),
    ),
    Case(
        name="rss-with-event-dates",
        url="https://quayside-arts.example/events/feed/",
        content_type="text/xml",
        body="""<?xml version="1.0"?><rss version="2.0" xmlns:ev="http://purl.org/rss/1.0/modules/event/"><channel><title>Quayside Arts events</title><link>https://quayside-arts.example/events/</link><item><title>Cello after work</title><link>https://quayside-arts.example/event/cello-after-work/</link><pubDate>Mon, 07 Sep 2026 10:00:00 +0100</pubDate><ev:startdate>2026-09-24T19:30:00+01:00</ev:startdate><ev:enddate>2026-09-24T21:30:00+01:00</ev:enddate><ev:location>Boiler Room</ev:location></item><item><title>Bookbinding weekend</title><link>https://quayside-arts.example/event/bookbinding/</link><pubDate>Mon, 07 Sep 2026 10:05:00 +0100</pubDate><ev:startdate>2026-10-09</ev:startdate></item></channel></rss>""",
        events=(
            ev(
                "Cello after work",
                "2026-09-24T19:30+01:00",
                "2026-09-24T21:30+01:00",
                "Boiler Room",
                link="/event/cello-after-work/",
            ),
            ev("Bookbinding weekend", "2026-10-09"),
        ),
        news=None,
    ),
    Case(
        name="rdf-site-summary",
        url="https://delta-archive.example/index.rdf",
        content_type="application/rdf+xml",
        charset="iso-8859-1",
        body="""<?xml version="1.0" encoding="ISO-8859-1"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://delta-archive.example/"><title>Delta Archive: café talk</title><link>https://delta-archive.example/</link><description>What the water left</description></channel><item rdf:about="https://delta-archive.example/a"><title>A dyke reeve's diary is back</title><link>https://delta-archive.example/a</link><dc:date>2026-09-03T10:00:00+02:00</dc:date></item></rdf:RDF>""",
        title=("Delta Archive: café talk",),
        news=(("A dyke reeve's diary is back", "2026-09-03"),),
    ),
    Case(
        name="rss-broken-ampersands",
        url="https://goodcrumb.example/rss.php",
        content_type="text/html",
        body="""<?xml version="1.0"?><rss version="0.91"><channel><title>Good Crumb & friends</title><link>https://goodcrumb.example/?a=1&b=2</link><description>Bread & more</description><item><title>Rye & spelt are back</title><link>https://goodcrumb.example/?p=7&x=1</link><pubDate>2026-09-05</pubDate></item><item><title>Oven repaired<br></title><link>https://goodcrumb.example/?p=6</link></item></channel></rss>""",
        news=(("Rye & spelt are back", "2026-09-05"), ("Oven repaired", "")),
    ),
)
