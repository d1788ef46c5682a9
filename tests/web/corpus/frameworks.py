"""Event and company pages of more kits: static generators, page builders, app routers, portals."""

# ruff: noqa: E501 -- pages come with long lines

from __future__ import annotations

from random import Random

from tests.web.corpus import filler
from tests.web.corpus.case import Case, ev
from tests.web.corpus.chrome import (
    bootstrap,
    drupal,
    joomla,
    plain,
    shop,
    soup,
    tailwind,
    typo3,
    wordpress,
)


def _static(content: str, *, title: str, site: str, lang: str = "en") -> str:
    """A static generator's theme: little around the content."""
    rng = Random(title)
    return f"""<!DOCTYPE html><html lang="{lang}"><head><meta charset="UTF-8"><meta name="generator" content="Hugo 0.139.0"><title>{title} | {site}</title><link rel="stylesheet" href="/css/main.min.4f2c.css" integrity="sha256-x"><link rel="alternate" type="application/rss+xml" href="/index.xml"></head><body><header class="site-header"><a class="site-title" href="/">{site}</a><nav class="site-nav"><a class="page-link" href="/about/">About</a><a class="page-link" href="/events/">Events</a></nav></header><main class="page-content" aria-label="Content"><div class="wrapper">{content}</div></main><footer class="site-footer h-card"><data class="u-url" href="/"></data><p>© 2026 {site}. Built on 13 Sep 2026.</p>{filler.icon(rng)}</footer></body></html>"""


CASES = (
    Case(
        name="hugo-list",
        url="https://gophers-graz.example/events/",
        body=_static(
            """<h1>Events</h1><ul class="post-list"><li><span class="post-meta">Oct 7, 2026</span><h3><a class="post-link" href="/events/2026-10/">October meetup: channels, and when not to</a></h3><p>18:30, Lendhafen 3</p></li><li><span class="post-meta">Nov 4, 2026</span><h3><a class="post-link" href="/events/2026-11/">November meetup: a compiler in an evening</a></h3><p>18:30, Lendhafen 3</p></li><li><span class="post-meta">Sep 2, 2026</span><h3><a class="post-link" href="/events/2026-09/">September meetup: errors as values</a></h3><p>18:30, Lendhafen 3</p></li></ul>""",
            title="Events",
            site="Gophers Graz",
        ),
        events=(
            ev(
                "October meetup: channels, and when not to",
                "2026-10-07T18:30",
                at="Lendhafen 3",
                link="/events/2026-10/",
            ),
            ev("November meetup: a compiler in an evening", "2026-11-04T18:30", at="Lendhafen 3"),
        ),
        news=None,
    ),
    Case(
        name="jekyll-front-page",
        url="https://rustaceans-bern.example/",
        body=_static(
            """<h1>Rustaceans Bern</h1><p>We meet to read other people's unsafe code.</p><blockquote><p><strong>Next:</strong> Tuesday, 29 September 2026, 19:00 – <em>Lifetimes for the impatient</em> at Effinger, Bern</p></blockquote><h2>Archive</h2><ul><li>2026-08-25 <a href="/2026/08/25/">Macros</a></li><li>2026-06-30 <a href="/2026/06/30/">Embedded</a></li></ul>""",
            title="Home",
            site="Rustaceans Bern",
        ),
        says=("We meet to read other people's unsafe code",),
        events=(ev("Lifetimes for the impatient", "2026-09-29T19:00", at="Effinger"),),
    ),
    Case(
        name="squarespace-eventlist",
        url="https://kiln-and-coast.example/workshops",
        body=soup(
            """<section class="sqs-events-collection-list"><div class="eventlist eventlist--upcoming"><article class="eventlist-event eventlist-event--upcoming"><a href="/workshops/raku" class="eventlist-column-thumbnail"></a><div class="eventlist-column-date"><div class="eventlist-datetag"><div class="eventlist-datetag-startdate eventlist-datetag-startdate--month">Oct</div><div class="eventlist-datetag-startdate--day">3</div></div></div><div class="eventlist-column-info"><h1 class="eventlist-title"><a href="/workshops/raku" class="eventlist-title-link">Raku on the beach</a></h1><ul class="eventlist-meta event-meta"><li class="eventlist-meta-item"><time class="event-date" datetime="2026-10-03">Saturday, October 3, 2026</time></li><li><span class="event-time-12hr"><time class="event-time-12hr-start" datetime="2026-10-03">2:00 PM</time> <time class="event-time-12hr-end" datetime="2026-10-03">5:00 PM</time></span><span class="event-time-24hr" style="display:none"><time datetime="2026-10-03">14:00</time> <time datetime="2026-10-03">17:00</time></span></li><li class="eventlist-meta-address">North Beach <a href="https://maps.example/?q=x" class="eventlist-meta-address-maplink">(map)</a></li><li class="eventlist-meta-export"><a href="/workshops/raku?format=ical">ICS</a></li></ul></div></article></div>
<div class="eventlist eventlist--past"><article class="eventlist-event eventlist-event--past"><h1 class="eventlist-title"><a href="/workshops/pit">Pit firing</a></h1><time datetime="2026-08-01">Saturday, August 1, 2026</time></article></div></section>""",
            title="Workshops — Kiln &amp; Coast",
            site="Kiln &amp; Coast",
            lang="en-US",
        ),
        events=(
            ev(
                "Raku on the beach",
                "2026-10-03T14:00",
                "2026-10-03T17:00",
                "North Beach",
                link="/workshops/raku",
            ),
        ),
    ),
    Case(
        name="app-router-flight",
        url="https://voltline.example/academy",
        body=tailwind(
            """<h1>Academy</h1><div class="grid"><a class="group block" href="/academy/grid-101"><div><div>24 September 2026</div><div>13:00 CET</div></div><h3>Grid codes for newcomers</h3><div>Live online</div></a><a class="group block" href="/academy/storage"><div><div>15 October 2026</div><div>13:00 CET</div></div><h3>Storage that pays</h3><div>Live online</div></a></div>""",
            title="Academy – Voltline",
            site="Voltline",
            head='<script>self.__next_f=self.__next_f||[];self.__next_f.push([1,"{\\"title\\":\\"Grid codes for newcomers\\",\\"date\\":\\"2026-09-24T11:00:00.000Z\\"}"])</script>',
        ),
        events=(
            ev(
                "Grid codes for newcomers",
                "2026-09-24T13:00",
                online=True,
                link="/academy/grid-101",
            ),
            ev("Storage that pays", "2026-10-15T13:00", online=True, link="/academy/storage"),
        ),
    ),
    Case(
        name="accordion-by-month",
        url="https://gardenguild.example/diary",
        body=bootstrap(
            """<h1>Diary 2026</h1><div class="accordion"><div class="accordion-item"><h2 class="accordion-header"><button class="accordion-button">September</button></h2><div class="accordion-collapse"><ul><li>Sun 6: Show bench judging</li><li>Sun 20: Seed saving, 2pm, Walled garden</li></ul></div></div><div class="accordion-item"><h2 class="accordion-header"><button class="accordion-button collapsed">October</button></h2><div class="accordion-collapse collapse"><ul><li>Sun 4: Apple pressing, 11am, Barn</li><li>Sat 17: Plant sale, 10am, Car park</li></ul></div></div></div>""",
            title="Diary",
            site="Garden Guild",
            lang="en-GB",
        ),
        events=(
            ev("Seed saving", "2026-09-20T14:00", at="Walled garden"),
            ev("Apple pressing", "2026-10-04T11:00", at="Barn"),
            ev("Plant sale", "2026-10-17T10:00", at="Car park"),
        ),
    ),
    Case(
        name="div-month-grid",
        url="https://townlibrary.example/calendar",
        body=plain(
            """<div class="cal"><div class="cal-head">November 2026</div><div class="cal-row"><div class="cal-dow">Sun</div><div class="cal-dow">Mon</div></div>"""
            + "".join(
                f'<div class="cal-cell"><div class="cal-num">{d}</div>{ {5: """<a class="cal-ev" href="/e/51">6:00pm Fireworks reading</a>""", 12: """<a class="cal-ev" href="/e/52">10:30am Toddler rhyme time</a>""", 19: """<a class="cal-ev" href="/e/53">10:30am Toddler rhyme time</a>"""}.get(d, "") }</div>'
                for d in range(1, 31)
            )
            + "</div>",
            title="Calendar",
            lang="en-US",
        ),
        events=(
            ev("Fireworks reading", "2026-11-05T18:00", link="/e/51"),
            ev("Toddler rhyme time", "2026-11-12T10:30"),
            ev("Toddler rhyme time", "2026-11-19T10:30"),
        ),
    ),
    Case(
        name="typo3-kurs-tabelle",
        url="https://vhs-auental.example/kurse",
        body=typo3(
            """<h1>Kurse im Herbst</h1><table class="contenttable"><thead><tr><th>Nr.</th><th>Titel</th><th>Beginn</th><th>Uhrzeit</th><th>Ort</th><th>Gebühr</th></tr></thead><tbody><tr><td>26H101</td><td><a href="/k/101">Italienisch am Vormittag</a></td><td>Do 01.10.26</td><td>09:30 – 11:00</td><td>VHS, Raum 3</td><td>96,00 €</td></tr><tr><td>26H114</td><td><a href="/k/114">Aquarell im Herbst</a></td><td>Sa 17.10.26</td><td>10:00 – 16:00</td><td>Atelier</td><td>48,00 €</td></tr></tbody></table>""",
            title="Kurse - VHS Auental",
            site="VHS Auental",
        ),
        events=(
            ev(
                "Italienisch am Vormittag",
                "2026-10-01T09:30",
                "2026-10-01T11:00",
                "Raum 3",
                link="/k/101",
            ),
            ev("Aquarell im Herbst", "2026-10-17T10:00", "2026-10-17T16:00", "Atelier"),
        ),
    ),
    Case(
        name="shop-with-workshops",
        url="https://kettleandco.example/pages/workshops",
        body=shop(
            """<h1>Workshops</h1><div class="multicolumn"><div class="multicolumn-card"><h3>Mend your own kettle</h3><div class="rte"><p>Thursday 8 October 2026<br/>6pm - 8pm<br/>Sheffield workshop</p><p>$40.00</p></div><a class="link" href="/products/mend-oct">Buy a place</a></div><div class="multicolumn-card"><h3>Copper for beginners</h3><div class="rte"><p>Saturday 14 November 2026<br/>10am - 4pm<br/>Sheffield workshop</p><p>$95.00</p></div><a class="link" href="/products/copper-nov">Buy a place</a></div></div>""",
            title="Workshops – Kettle &amp; Co",
            site="Kettle &amp; Co",
        ),
        events=(
            ev(
                "Mend your own kettle", "2026-10-08T18:00", "2026-10-08T20:00", "Sheffield workshop"
            ),
            ev(
                "Copper for beginners", "2026-11-14T10:00", "2026-11-14T16:00", "Sheffield workshop"
            ),
        ),
    ),
    Case(
        name="news-and-events-side-by-side",
        url="https://harbour-chamber.example/",
        body=drupal(
            """<h1>Harbour Chamber</h1><p>Four hundred businesses, one harbour, and a breakfast on the first Thursday.</p><div class="two"><section class="news"><h2>News</h2><div class="views-row"><time datetime="2026-09-11">11 Sep 2026</time><h3><a href="/news/dredging">Dredging begins at last</a></h3></div><div class="views-row"><time datetime="2026-09-01">1 Sep 2026</time><h3><a href="/news/parking">Parking survey: thank you</a></h3></div></section><section class="events"><h2>Upcoming events</h2><div class="views-row"><time datetime="2026-10-01T07:45">1 Oct 2026</time><h3><a href="/event/export-breakfast">Export breakfast</a></h3><span>Customs House</span></div><div class="views-row"><time datetime="2026-10-20T12:00">20 Oct 2026</time><h3><a href="/event/tax">Tax for makers</a></h3><span>Online</span></div></section></div>""",
            title="Home | Harbour Chamber",
            site="Harbour Chamber",
            lang="en-AU",
        ),
        says=("Four hundred businesses, one harbour",),
        news=(
            ("Dredging begins at last", "2026-09-11"),
            ("Parking survey: thank you", "2026-09-01"),
        ),
        events=(
            ev("Export breakfast", "2026-10-01T07:45", link="/event/export-breakfast"),
            ev("Tax for makers", "2026-10-20T12:00", online=True),
        ),
    ),
    Case(
        name="pipe-separated-lines",
        url="https://queenscourt.example/concerts",
        body=joomla(
            """<h2>Lunchtime concerts</h2><p>23 September | 1.10pm | Ivo Brandt, piano | Free</p><p>30 September | 1.10pm | Trio Alder | Free</p><p>7 October | 1.10pm | Noor Sayed, oud | Free</p><p>14 October | 1.10pm | Queen's Court Brass | Free</p>""",
            title="Lunchtime concerts",
            site="Queen's Court",
            lang="en-gb",
        ),
        events=(
            ev("Ivo Brandt, piano", "2026-09-23T13:10"),
            ev("Trio Alder", "2026-09-30T13:10"),
            ev("Noor Sayed, oud", "2026-10-07T13:10"),
            ev("Queen's Court Brass", "2026-10-14T13:10"),
        ),
    ),
    Case(
        name="iso-dates-developers",
        url="https://packaging-wg.example/meetings/",
        body=plain(
            """<h1>Working group meetings</h1><table><thead><tr><th>Date (UTC)</th><th>Agenda</th><th>Notes</th></tr></thead><tbody><tr><td>2026-09-22 16:00</td><td><a href="/a/22">Lock files</a></td><td></td></tr><tr><td>2026-10-06 16:00</td><td><a href="/a/23">Wheel variants</a></td><td></td></tr><tr><td>2026-09-08 16:00</td><td><a href="/a/21">Metadata 3</a></td><td><a href="/n/21">notes</a></td></tr></tbody></table>""",
            title="Meetings",
        ),
        events=(
            ev("Lock files", "2026-09-22T16:00", link="/a/22"),
            ev("Wheel variants", "2026-10-06T16:00"),
        ),
    ),
    Case(
        name="roadshow-cities",
        url="https://voltline.example/roadshow",
        body=tailwind(
            """<h1>Voltline on the road</h1><p>One morning, three cities, all the coffee you need.</p><ul class="grid grid-cols-3"><li class="border p-4"><p class="text-2xl">Leeds</p><p>Tue 6 October 2026</p><p>8:30 – 11:00</p><a href="/roadshow/leeds">Save my seat</a></li><li class="border p-4"><p class="text-2xl">Cardiff</p><p>Thu 8 October 2026</p><p>8:30 – 11:00</p><a href="/roadshow/cardiff">Save my seat</a></li><li class="border p-4"><p class="text-2xl">Belfast</p><p>Tue 13 October 2026</p><p>8:30 – 11:00</p><a href="/roadshow/belfast">Save my seat</a></li></ul>""",
            title="Roadshow – Voltline",
            site="Voltline",
            lang="en-GB",
        ),
        events=(
            ev(
                "Leeds",
                "2026-10-06T08:30",
                "2026-10-06T11:00",
                also=("Voltline on the road", "Voltline on the road: Leeds"),
            ),
            ev(
                "Cardiff",
                "2026-10-08T08:30",
                "2026-10-08T11:00",
                also=("Voltline on the road", "Voltline on the road: Cardiff"),
            ),
            ev(
                "Belfast",
                "2026-10-13T08:30",
                "2026-10-13T11:00",
                also=("Voltline on the road", "Voltline on the road: Belfast"),
            ),
        ),
    ),
    Case(
        name="footer-event-in-sidebar",
        url="https://marlowjoinery.example/blog/oak-prices/",
        body=wordpress(
            """<article class="post"><h1>Why oak has become dearer</h1><div class="entry-meta"><time datetime="2026-08-29T10:00:00+01:00">29 August 2026</time></div><p>Three mills in France closed within a year, and the barrel makers take what is left. We show what that does to a staircase, step by step, with the invoices of two jobs beside each other.</p><p>The first was built in 2021 and used forty boards. The second was built this spring and used thirty-six, because we have learned to cut closer; it cost a third more all the same.</p></article><aside class="widget"><h3>Meet us</h3><p><strong>Oak Fair, Lewes</strong><br>Sat 17 October 2026, 10am–4pm</p></aside>""",
            title="Why oak has become dearer - Marlow Joinery",
            site="Marlow Joinery",
            lang="en-GB",
        ),
        events=(
            ev(
                "Oak Fair, Lewes",
                "2026-10-17T10:00",
                "2026-10-17T16:00",
                also=("Oak Fair", "Meet us"),
                maybe=True,
            ),
        ),
        text_has=("barrel makers take what is left",),
    ),
)
