"""Invented pages where a label, a place or a button stands where a title is looked for."""

from __future__ import annotations

from tests.web.styles import Style, style

STYLES: tuple[Style, ...] = (
    style(
        "place-class-no-title",
        '<h2>Next tables</h2><div class="grid"><div class="card"><strong><div class="event-date">'
        '<time datetime="2026-12-03T19:00:00">Thu 3.12.2026 from 19:00</time></div></strong>'
        ' Ledger table Elm: <div class="event-title"></div> at <div class="event-location">'
        '<a href="https://oak.example/">Oak Room am Wall, Lindenstraße 4, 01099 Elm</a></div></div>'
        '<div class="card"><strong><div class="event-date"><time datetime="2026-12-17T19:00:00">'
        "Thu 17.12.2026 from 19:00</time></div></strong> Ledger table Elm:"
        ' <div class="event-title"></div> at <div class="event-location">'
        '<a href="https://kiln.example/">Kiln, Torstraße 9, 01099 Elm</a></div></div></div>',
        "2026-12-03 19:00 Ledger table Elm @ Oak Room am Wall, Lindenstraße 4, 01099 Elm",
        "2026-12-17 19:00 Ledger table Elm @ Kiln, Torstraße 9, 01099 Elm",
        url="https://ledger-table.example/events",
        title="Ledger table",
    ),
    style(
        "label-bold-colon",
        "<h2>Guided walk through the kiln quarter</h2><p><strong>Daten:</strong><br>"
        "Samstag, 5. Dezember 2026 um 15 Uhr<br>Samstag, 9. Januar 2027 um 11 Uhr</p>"
        "<p><strong>Treffpunkt:</strong> Kiln gate, Elm<br><strong>Dauer:</strong> ca. 2 Stunden"
        "<br><strong>Kosten</strong>: 25 Euro inkl. 4 Proben und vielen Geschichten rund um den"
        " Ofen<br>Buchung: <a href='https://book.example/1'>hier</a></p><hr>"
        "<h2>On the trail of the potters</h2><p><strong>Daten:</strong><br>"
        "Samstag, 12. Dezember 2026 um 11 Uhr<br>Samstag, 16. Januar 2027 um 15 Uhr</p>"
        "<p><strong>Treffpunkt:</strong> Town hall, Elm<br><strong>Kosten</strong>: 20 Euro</p>",
        "2026-12-05 15:00 Guided walk through the kiln quarter",
        "2027-01-09 11:00 Guided walk through the kiln quarter",
        "2026-12-12 11:00 On the trail of the potters",
        "2027-01-16 15:00 On the trail of the potters",
        url="https://kilnwalks.example/termine/",
        title="Termine",
    ),
    style(
        "programme-slashes",
        "<h1>Programme</h1><h4>Saturday 5 December 2026</h4><p><strong><span>10:00 – 11:00</span>"
        " // Small boards, large machines // <a href='/speakers/rita'>Rita Moss</a> // Kiln arena"
        " // EN // Level: Beginner<br></strong></p>",
        "2026-12-05 10:00 Small boards, large machines",
        url="https://boardcamp.example/schedule/",
        title="Schedule",
    ),
    style(
        "past-heading-of-plugin",
        '<h2>Latest Past Events</h2><div class="row"><div class="tag"><time datetime="2026-12-10">'
        "Dec 10 2026</time></div><div class='details'><header><div><time datetime='2026-12-10'>"
        "December 10 @ 10:00 am - 2:00 pm</time></div><h3><a href='/event/hearing'>Hearing of the"
        " heritage panel</a></h3></header></div></div>",
        "2026-12-10 10:00 Hearing of the heritage panel",
        url="https://save-the-kiln.example/events/",
        title="Events",
    ),
    style(
        "code-of-a-calendar",
        "<h1>What we propose</h1><p>Your events would be found at once:</p><pre><code>"
        '&lt;script type="application/ld+json"&gt; { "@type": "Event", "name":'
        ' "Harvest supper", "startDate": "2026-12-16T10:00" } &lt;/script&gt;</code></pre>',
        url="https://agency.example/proposal",
        title="Proposal",
    ),
    style(
        "service-at-its-hour",
        '<div class="row"><h1>29 Nov 2026</h1><h2>ELM@10 SUNDAY SERVICE</h2><div><p>This Sunday we'
        " begin a series called WEEDS, and start with where they take root: <strong>IN THE WAY WE"
        " SPEAK. </strong>Words come before deeds.</p><p>See you on Sunday @10am.</p></div></div>"
        '<div class="row"><h1>4 Dec 2026</h1><h2>CANDLE NIGHT</h2><div><p>Bring a jar.</p></div>'
        "</div>",
        "2026-11-29 10:00 ELM@10 SUNDAY SERVICE",
        "2026-12-04 CANDLE NIGHT",
        url="https://elmchurch.example/events",
        title="Events",
    ),
    style(
        "footer-of-a-conference",
        "<h1>Speakers</h1><p>Rita Moss talks of small boards.</p><footer><p>© 2026 Cloth Trade"
        " Conference - December 11th 2026 - Elm Town, London</p></footer>",
        url="https://clothtrade.example/speakers/",
        title="Speakers",
    ),
    style(
        "enrol-from-until",
        "<h1>Activiteiten</h1><article><h2>Tweedehandsbeurs</h2><p>Op <time datetime='12/12/2026'>"
        "Zaterdag 12 December 2026</time> van <time>14:00</time> tot <time>16:00</time></p>"
        "<p>VERKOOP AAN TAFELS<br>Kom uw speelgoed verkopen op<br>Zaterdag 12 december 2026 14 tot"
        " 16 uur.<br>De beurs gaat door in De Kade, Veldstraat, Elm. Inschrijven kan vanaf 24"
        " november tot 6 december 2026. Prijs voor leden: 8 € per tafel</p></article>",
        "2026-12-12 14:00 Tweedehandsbeurs",
        url="https://bond.example/activiteiten/",
        title="Activiteiten",
    ),
    style(
        "admission-is-no-title",
        "<main><div class='meta'><span>Strandbad Elmsee</span> <span>•</span>"
        " <span>11. &amp; 12. Dezember 2026</span></div>"
        "<p>Dieses Jahr feiern wir an zwei Tagen.</p><section><h2>Eintritt</h2><ul>"
        "<li>Erwachsene: 6 €</li><li>Ab 18 Uhr: 2,50 €</li></ul></section></main>",
        url="https://elmsee.example/fest/",
        title="Fest",
    ),
    style(
        "label-above-list",
        "<article><h1>Foodie Fridays</h1><p>Come to the plaza for Foodie Fridays.</p>"
        "<h2>Friday, December 4, 2026</h2><p><strong>Confirmed vendors:</strong><br>Wings<br>"
        "Golden Donuts<br>Bubble Tea</p></article>",
        "2026-12-04 Foodie Fridays",
        url="https://elmcity.example/events/foodie-fridays/",
        title="Foodie Fridays",
    ),
    style(
        "name-with-colon",
        '<h2>Featured Events</h2><ul><a href="/e/1"><li class="card"><span class="event-date">'
        '<span>Friday, December 4</span></span><div class="details"><span class="db">Cloth'
        " &amp; Protest</span><hr><span class='db'>7:00 pm</span><span class='dt'>"
        "<span>Elm State Recital Hall</span></span></div></li></a><a href='/e/2'><li class='card'>"
        '<span class="event-date"><span>Monday, December 7</span></span><div class="details">'
        '<span class="db">Sketch evenings</span><hr><span class="db">6:30 pm</span>'
        '<span class="dt"><span>Optory</span></span></div></li></a></ul>',
        "2026-12-04 19:00 Cloth & Protest",
        "2026-12-07 18:30 Sketch evenings",
        url="https://elmdesign.example/",
        title="Design week",
    ),
    style(
        "link-within-sentence",
        "<div><div class='logoTitle'>Meeting of art and crafts</div><div id='text'><p>Our house"
        " lies above the river.</p></div><div id='recent'><p>Life in pictures:<br>"
        "<a href='/talks/hidden-sun/'><strong>“Hidden sun”</strong></a> Talks with Dr. Lydia Moss"
        "<br>on Friday 4 December at 17:00<br>by appointment!</p></div></div>",
        "2026-12-04 17:00 “Hidden sun”",
        url="https://foundation.example/",
        title="Foundation",
    ),
    style(
        "date-within-name",
        "<h1>Events</h1><ul><li><a href='/e/panel'>Join Us on December 9th for Our Live Panel"
        " Event</a></li><li><a href='/e/tools'>Tools evening, December 16th</a></li></ul>",
        "2026-12-09 Our Live Panel Event",
        "2026-12-16 Tools evening",
        url="https://network.example/events/",
        title="Events",
    ),
    style(
        "thin-title-of-dates",
        "<h2>The board</h2><p><strong>The Elm Airport Authority 2026 Board Meetings</strong></p>"
        "<p><strong>*Board Meetings will be held on the 3rd Friday of the month at 11:30 a.m. in"
        " Room C.</strong></p><p><strong>2026 Board Meeting Dates</strong></p>"
        "<p><strong>November 20</strong></p><p><strong>December 18</strong></p>"
        "<p>For information, call (212) 555-0100.</p>",
        "2026-11-20 11:30 Board Meeting",
        "2026-12-18 11:30 Board Meeting",
        url="https://airport.example/board",
        title="The board",
    ),
    style(
        "thin-title-below-a-name",
        "<h3>Schedule</h3><p><strong>2026 Wharf County</strong></p><p><strong>Local Flood Planning"
        " Committee (LFPC)</strong></p><p><strong>Meeting Schedule</strong></p>"
        "<p>Wednesday, September 2, 2026</p><p>Wednesday, December 2, 2026</p>"
        "<p>All meetings will be at 2:00 p.m. and will be held at Wharf College.</p>",
        "2026-12-02 14:00 Local Flood Planning Committee (LFPC)",
        url="https://wharf.example/lfpc",
        title="Committee",
    ),
    style(
        "panels-named-by-year",
        "<ul class='tabs'><li>2026</li><li>2025</li></ul><div class='pane' id='year2026'><table>"
        "<thead><tr><th>Datum</th><th>Uhrzeit</th><th>Veranstaltung</th></tr></thead><tbody>"
        "<tr><td>03. Dezember</td><td>19:00</td><td>Technikabend</td></tr></tbody></table></div>"
        "<div class='pane' id='year2025'><table><thead><tr><th>Datum</th><th>Uhrzeit</th>"
        "<th>Veranstaltung</th></tr></thead><tbody><tr><td>05. Januar</td><td>19:00</td>"
        "<td>Antennenbau</td></tr><tr><td>18. Dezember</td><td>19:30</td><td>Jahresabend</td></tr>"
        "</tbody></table></div>",
        "2026-12-03 19:00 Technikabend",
        url="https://radio-elm.example/termine/",
        lang="de",
        title="Termine",
    ),
    style(
        "hours-from-utc",
        "<h1>Eventos</h1><ul><li><a href='/e/1'>2026/12/03: Meetup Python Elm</a><div class='tag'>"
        "2026-12-03 19:30:00-05:00</div></li><li><a href='/e/2'>2026/12/17: Taller Elm</a>"
        "<div class='tag'>2026-12-17 18:00:00-05:00</div></li></ul>",
        "2026-12-03 19:30 Meetup Python Elm",
        "2026-12-17 18:00 Taller Elm",
        url="https://elm-python.example/eventos/",
        lang="es",
        title="Eventos",
    ),
    style(
        "no-meeting-in-the-holidays",
        "<h1>Dates for the Diary</h1><ul><li>Monday 4 January First night of Cubs (Spring"
        " term)</li><li>Monday 15 February No Cubs or Beavers (Half Term)</li></ul>",
        "2027-01-04 First night of Cubs (Spring term)",
        url="https://elmscouts.example/dates/",
        title="Dates for the Diary",
    ),
    style(
        "agendas-of-a-committee",
        "<h1>Meetings</h1><p>December 3, 2026<br>Location: Elm County Center<br><a href='/a.pdf'>"
        "Executive Committee Agenda</a></p><p>December 10, 2026<br>Location: Elm County Center<br>"
        "<a href='/b.pdf'>Finance Board Draft Minutes</a></p>",
        "2026-12-03 Executive Committee @ Elm County Center",
        "2026-12-10 Finance Board @ Elm County Center",
        url="https://corridor.example/meetings/",
        title="Meetings",
    ),
)
