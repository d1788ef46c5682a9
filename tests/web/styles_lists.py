"""Invented pages of events in styles that the corpus lacks: lists, tables and month views."""

from __future__ import annotations

from tests.web.styles import Style, style

STYLES: tuple[Style, ...] = (
    style(
        "div-grid",
        '<h1>What\'s on</h1><h2>December 2026</h2><div class="month-grid"><div'
        ' class="dow">Mon</div><div class="dow">Tue</div><div class="day"><span'
        ' class="num">1</span></div><div class="day"><span class="num">2</span></div>'
        '<div class="day"><span class="num">3</span><a class="ev" href="/e/quiz">7pm Pub'
        ' quiz</a></div><div class="day"><span class="num">4</span></div><div'
        ' class="day"><span class="num">5</span></div><div class="day"><span'
        ' class="num">6</span></div><div class="day"><span class="num">7</span></div>'
        '<div class="day"><span class="num">8</span><div class="ev">Pottery evening'
        '</div><div class="ev">Choir practice</div></div><div class="day"><span'
        ' class="num">9</span></div><div class="day"><span class="num">10</span></div>'
        '<div class="day"><span class="num">11</span></div><div class="day"><span'
        ' class="num">12</span></div><div class="day"><span class="num">13</span></div>'
        '<div class="day"><span class="num">14</span></div><div class="day"><span'
        ' class="num">15</span></div><div class="day"><span class="num">16</span></div>'
        '<div class="day"><span class="num">17</span><a class="ev"'
        ' href="/e/market">Winter market</a></div><div class="day"><span class="num">18'
        '</span></div><div class="day"><span class="num">19</span></div><div'
        ' class="day"><span class="num">20</span></div><div class="day"><span'
        ' class="num">21</span></div><div class="day"><span class="num">22</span></div>'
        '<div class="day"><span class="num">23</span></div><div class="day"><span'
        ' class="num">24</span></div><div class="day"><span class="num">25</span></div>'
        '<div class="day"><span class="num">26</span></div><div class="day"><span'
        ' class="num">27</span></div><div class="day"><span class="num">28</span></div>'
        '<div class="day"><span class="num">29</span></div><div class="day"><span'
        ' class="num">30</span></div><div class="day"><span class="num">31</span></div>'
        "</div>",
        "2026-12-03 19:00 Pub quiz",
        "2026-12-08 Pottery evening",
        "2026-12-08 Choir practice",
        "2026-12-17 Winter market",
    ),
    style(
        "accordion",
        '<h1>Calendar</h1><h2>December 2026</h2><div class="acc"><h4><button'
        ' aria-expanded="false">Fri 4: Candlelit supper</button></h4><div class="panel">'
        "<p>Three courses in the barn, from 7pm.</p></div><h4><button>Sun 13: Carols in"
        ' the yard</button></h4><div class="panel"><p>Bring a lantern.</p></div></div>',
        "2026-12-04 19:00 Candlelit supper",
        "2026-12-13 Carols in the yard",
    ),
    style(
        "agenda-head",
        "<h1>Meetings 2026</h1><table><tr><th>Date</th><th>Agenda</th><th>Minutes</th>"
        '</tr><tr><td>8 December 2026</td><td><a href="/a1">Winter planning session</a>'
        '</td><td></td></tr><tr><td>12 January 2027</td><td><a href="/a2">Harbour dues'
        " review</a></td><td></td></tr></table>",
        "2026-12-08 Winter planning session",
        "2027-01-12 Harbour dues review",
    ),
    style(
        "bare-table",
        "<h1>Club races</h1><table><tr><td>Sun 6 Dec</td><td>Frosty Fen 9</td><td>9 km"
        "</td></tr><tr><td>Sun 20 Dec</td><td>Mince Pie Mile</td><td>1.6 km</td></tr>"
        "<tr><td>Sun 3 Jan</td><td>Resolution Ramble</td><td>14 km</td></tr></table>",
        "2026-12-06 Frosty Fen 9",
        "2026-12-20 Mince Pie Mile",
        "2027-01-03 Resolution Ramble",
        url="https://fenrunners.example/races",
    ),
    style(
        "rowspan",
        "<h1>Programme</h1><table><tr><th>Date</th><th>Time</th><th>Event</th></tr><tr>"
        '<td rowspan="2">Sat 5 Dec 2026</td><td>10:00</td><td>Willow weaving</td></tr>'
        "<tr><td>14:00</td><td>Wreath making</td></tr><tr><td>Sat 12 Dec 2026</td>"
        "<td>10:00</td><td>Spoon carving</td></tr></table>",
        "2026-12-05 10:00 Willow weaving",
        "2026-12-05 14:00 Wreath making",
        "2026-12-12 10:00 Spoon carving",
    ),
    style(
        "two-li",
        "<h1>Programme</h1><table><tr><th>Date</th><th>Events</th></tr><tr><td>Sat 5 Dec"
        " 2026</td><td><ul><li>10:00 Willow weaving</li><li>14:00 Wreath making</li>"
        "</ul></td></tr><tr><td>Sat 12 Dec 2026</td><td><ul><li>10:00 Spoon carving</li>"
        "</ul></td></tr></table>",
        "2026-12-05 10:00 Willow weaving",
        "2026-12-05 14:00 Wreath making",
        "2026-12-12 10:00 Spoon carving",
    ),
    style(
        "range-above-h1",
        '<div class="hero"><p class="eyebrow">14–16 April 2027</p><h1>Northern Grain'
        ' Congress</h1><p>Corn Exchange, Leeds</p><a class="btn">Buy a place</a></div>',
        "2027-04-14 Northern Grain Congress",
        url="https://graincongress.example/",
        title="Northern Grain Congress",
    ),
    style(
        "range-sentence",
        "<h1>Small Mill Symposium</h1><p>The fourth Small Mill Symposium takes place"
        " from 3 to 5 March 2027 in Utrecht.</p>",
        "2027-03-03 Small Mill Symposium",
        url="https://smallmills.example/",
        title="Small Mill Symposium",
    ),
    style(
        "de-slash",
        "<h1>Termine</h1><ul><li>6./7. Dezember 2026: Adventsmarkt im Hof</li>"
        "<li>13.12.2026, 19 Uhr: Konzert im Keller</li></ul>",
        "2026-12-06 Adventsmarkt im Hof",
        "2026-12-13 19:00 Konzert im Keller",
        url="https://hofgut.example/termine",
        lang="de",
        title="Termine",
    ),
    style(
        "save-my-seat",
        '<h1>Webinars</h1><div class="card"><p>10 December 2026 · 14:00 CET</p>'
        '<h3>Cutting waste in small bakeries</h3><a href="/r">Save my seat</a></div><div'
        ' class="card"><p>21 January 2027 · 14:00 CET</p><h3>Pricing sourdough</h3><a'
        ' href="/r2">Save my seat</a></div>',
        "2026-12-10 14:00 Cutting waste in small bakeries",
        "2027-01-21 14:00 Pricing sourdough",
    ),
    style(
        "buy-a-place",
        '<h1>Courses</h1><ul><li><a href="/b1">Buy a place</a> 5 December 2026 '
        '<span>Knife sharpening</span></li><li><a href="/b2">Buy a place</a> 9 January'
        " 2027 <span>Stock and broth</span></li></ul>",
        "2026-12-05 Knife sharpening",
        "2027-01-09 Stock and broth",
    ),
    style(
        "dates-only",
        "<h1>Parish Council</h1><h2>2026 Meetings</h2><p>All meetings start at 7.30 pm"
        " in the Reading Room.</p><ul><li>3 December</li></ul><h2>2027 Meetings</h2><ul>"
        "<li>14 January</li><li>11 February</li></ul>",
        "2026-12-03 19:30 Parish Council",
        "2027-01-14 19:30 Parish Council",
        "2027-02-11 19:30 Parish Council",
        url="https://parish.example/meetings",
        title="Parish Council",
    ),
    style(
        "dot-day",
        "<h1>Veranstaltungen</h1><h2>Dezember 2026</h2><ul><li>03. Lesung mit Ada"
        " Brenner</li><li>11. Schafkopfturnier</li><li>19. Winterwanderung</li></ul>",
        "2026-12-03 Lesung mit Ada Brenner",
        "2026-12-11 Schafkopfturnier",
        "2026-12-19 Winterwanderung",
        url="https://verein.example/veranstaltungen",
        lang="de",
        title="Veranstaltungen",
    ),
    style(
        "third-cell-place",
        "<h1>Tour</h1><table><tr><td>4 Dec 2026</td><td>The Lanterns</td><td>Corn"
        " Exchange, Leeds</td></tr><tr><td>6 Dec 2026</td><td>The Lanterns</td><td>The"
        " Tramshed, Cardiff</td></tr></table>",
        "2026-12-04 The Lanterns @ Corn Exchange, Leeds",
        "2026-12-06 The Lanterns @ The Tramshed, Cardiff",
    ),
    style(
        "town-alone",
        '<h1>Training dates</h1><div class="c"><h3>First aid for kitchens</h3><p>8'
        ' December 2026</p><p>Bristol</p></div><div class="c"><h3>Allergen basics</h3>'
        "<p>14 January 2027</p><p>Leeds</p></div>",
        "2026-12-08 First aid for kitchens",
        "2027-01-14 Allergen basics",
    ),
    style(
        "live-online",
        '<h1>Webinars</h1><div class="c"><h3>Reading a till report</h3><p>8 December'
        ' 2026, 11am</p><p>Live online</p></div><div class="c"><h3>VAT for market stalls'
        "</h3><p>15 December 2026, 11am</p><p>Live online</p></div>",
        "2026-12-08 11:00 Reading a till report",
        "2026-12-15 11:00 VAT for market stalls",
    ),
    style(
        "tailwind",
        '<main><h1>Upcoming</h1><div class="grid"><a class="group block rounded-lg p-4"'
        ' href="/e/1"><div class="text-sm text-gray-500">Thu, Dec 10</div><div'
        ' class="text-lg font-semibold">Founders breakfast</div><div'
        ' class="text-sm">Café Quay, Hamburg</div></a><a class="group block rounded-lg'
        ' p-4" href="/e/2"><div class="text-sm text-gray-500">Wed, Jan 20</div><div'
        ' class="text-lg font-semibold">Demo evening</div><div class="text-sm">Depot 4,'
        " Hamburg</div></a></div></main>",
        "2026-12-10 Founders breakfast",
        "2027-01-20 Demo evening",
    ),
    style(
        "mui",
        '<div id="root"><div class="MuiBox-root css-1"><h4'
        ' class="MuiTypography-root">Events</h4><div class="MuiCard-root"><div'
        ' class="MuiCardContent-root"><span class="MuiTypography-overline">DEC 09, 2026'
        ' | 6:30 PM</span><p class="MuiTypography-h6">Night of the short film</p><span'
        ' class="MuiTypography-caption">Odeon Hall</span></div></div><div'
        ' class="MuiCard-root"><div class="MuiCardContent-root"><span'
        ' class="MuiTypography-overline">JAN 13, 2027 | 6:30 PM</span><p'
        ' class="MuiTypography-h6">Silent comedies</p><span'
        ' class="MuiTypography-caption">Odeon Hall</span></div></div></div></div>',
        "2026-12-09 18:30 Night of the short film",
        "2027-01-13 18:30 Silent comedies",
    ),
    style(
        "tile-upper",
        '<section><h2>Upcoming events</h2><div class="row"><div class="tile"><div'
        ' class="d">09</div><div class="m">DEC</div></div><div class="t"><a'
        ' href="/x">Glass workshop</a><br>10:00 - 16:00</div></div><div class="row"><div'
        ' class="tile"><div class="d">16</div><div class="m">DEC</div></div><div'
        ' class="t"><a href="/y">Solstice walk</a><br>15:00</div></div></section>',
        "2026-12-09 10:00 Glass workshop",
        "2026-12-16 15:00 Solstice walk",
    ),
    style(
        "iso",
        "<h1>Meetups</h1><pre>2026-12-08 19:00  Rust and coffee       (Library, room"
        " 2)\n2027-01-12 19:00  Tiny databases        (Library, room 2)</pre>",
        "2026-12-08 19:00 Rust and coffee",
        "2027-01-12 19:00 Tiny databases",
    ),
)
