"""Invented pages of events in styles that the corpus lacks: cards, courses and other languages."""

from __future__ import annotations

from tests.web.styles import Style, style

STYLES: tuple[Style, ...] = (
    style(
        "dash-list",
        "<h1>Diary dates</h1><p>Wednesday 9th December – Carol singing at the green,"
        " 6.30pm<br>Saturday 12th December – Christmas coffee morning, 10am<br>Friday"
        " 15th January – Wassail, 7pm</p>",
        "2026-12-09 18:30 Carol singing at the green",
        "2026-12-12 10:00 Christmas coffee morning",
        "2027-01-15 19:00 Wassail",
    ),
    style(
        "fr",
        "<h1>Agenda</h1><article><h3>Atelier levain</h3><p>Samedi 12 décembre 2026 de"
        " 9h30 à 12h</p><p>Le Fournil, Nantes</p><a>Je réserve</a></article><article>"
        "<h3>Portes ouvertes</h3><p>Du 15 au 17 janvier 2027</p><p>Le Fournil, Nantes"
        "</p><a>Je réserve</a></article>",
        "2026-12-12 09:30 Atelier levain",
        "2027-01-15 Portes ouvertes",
        url="https://fournil.example/agenda",
        lang="fr",
        title="Agenda",
    ),
    style(
        "es",
        '<h1>Próximos eventos</h1><div class="ev"><strong>Taller de quesos</strong>'
        "<br>Jueves, 10 de diciembre de 2026, 18:00 h<br>Lugar: Mercado Sur</div><div"
        ' class="ev"><strong>Cata de aceites</strong><br>Jueves, 14 de enero de 2027,'
        " 18:00 h<br>Lugar: Mercado Sur</div>",
        "2026-12-10 18:00 Taller de quesos",
        "2027-01-14 18:00 Cata de aceites",
        url="https://mercado.example/eventos",
        lang="es",
    ),
    style(
        "nl",
        '<h1>Agenda</h1><ul><li><span>do 10 dec</span> <a href="/1">Proeverij</a> '
        "<span>20.00 uur</span></li><li><span>za 16 jan</span> <a"
        ' href="/2">Nieuwjaarsborrel</a> <span>16.00 uur</span></li></ul>',
        "2026-12-10 20:00 Proeverij",
        "2027-01-16 16:00 Nieuwjaarsborrel",
        url="https://kelder.example/agenda",
        lang="nl",
        title="Agenda",
    ),
    style(
        "sv",
        '<h1>Kalender</h1><div class="k"><h3>Julmarknad</h3><p>Lördag 12 december kl.'
        ' 10–15</p></div><div class="k"><h3>Brödkurs</h3><p>Tisdag 19 januari kl. 18–21'
        "</p></div>",
        "2026-12-12 10:00 Julmarknad",
        "2027-01-19 18:00 Brödkurs",
        url="https://bageri.example/kalender",
        lang="sv",
        title="Kalender",
    ),
    style(
        "list-day-heading",
        "<h1>What's on</h1><h2>Friday 11 December 2026</h2><ul><li><b>18:00</b> <a"
        ' href="/1">Opening of the winter show</a></li><li><b>20:00</b> <a'
        ' href="/2">Late jazz</a></li></ul><h2>Saturday 12 December 2026</h2><ul><li>'
        '<b>11:00</b> <a href="/3">Print a card</a></li><li><b>15:00</b> <a'
        ' href="/4">Tour of the kilns</a></li></ul>',
        "2026-12-11 18:00 Opening of the winter show",
        "2026-12-11 20:00 Late jazz",
        "2026-12-12 11:00 Print a card",
        "2026-12-12 15:00 Tour of the kilns",
    ),
    style(
        "react-table",
        '<h1>Schedule</h1><div role="table"><div role="row"><div'
        ' role="columnheader">When</div><div role="columnheader">What</div><div'
        ' role="columnheader">Where</div></div><div role="row"><div role="cell">08 Dec'
        ' 2026</div><div role="cell">Forklift refresher</div><div role="cell">Hull</div>'
        '</div><div role="row"><div role="cell">12 Jan 2027</div><div'
        ' role="cell">Banksman course</div><div role="cell">Goole</div></div></div>',
        "2026-12-08 Forklift refresher @ Hull",
        "2027-01-12 Banksman course @ Goole",
    ),
    style(
        "figure-cards",
        '<h1>Exhibitions</h1><figure><img alt=""><figcaption><span>Until 10 January 2027'
        '</span><h3>Salt and Rope</h3></figcaption></figure><figure><img alt="">'
        "<figcaption><span>6 February – 9 May 2027</span><h3>Maps of Nowhere</h3>"
        "</figcaption></figure>",
        "2027-02-06 Maps of Nowhere",
        url="https://museum.example/exhibitions",
        title="Exhibitions",
    ),
    style(
        "register-by",
        '<h1>Workshops</h1><div class="w"><h3>Dry stone walling</h3><p>Saturday 5'
        " December 2026, 9:30am–4pm</p><p>Book by 28 November 2026</p></div><div"
        ' class="w"><h3>Hedge laying</h3><p>Saturday 16 January 2027, 9:30am–4pm</p>'
        "<p>Book by 9 January 2027</p></div>",
        "2026-12-05 09:30 Dry stone walling",
        "2027-01-16 09:30 Hedge laying",
    ),
    style(
        "us-slash",
        "<h1>Upcoming Classes</h1><table><tr><th>Class</th><th>Starts</th><th>Where</th>"
        "</tr><tr><td>Beginner Welding</td><td>12/14/2026</td><td>Shop B</td></tr><tr>"
        "<td>Intro to Lathe</td><td>01/11/2027</td><td>Shop A</td></tr></table>",
        "2026-12-14 Beginner Welding",
        "2027-01-11 Intro to Lathe",
        url="https://makers.example/classes",
        lang="en-US",
    ),
    style(
        "title-after-link-card",
        '<h2>Events</h2><div class="elementor-post"><div class="elementor-post__text">'
        '<h3 class="elementor-post__title"><a href="/a">Vine pruning day</a></h3><div'
        ' class="elementor-post__excerpt"><p>13 February 2027 | Old Vineyard | £20</p>'
        '</div><a class="elementor-post__read-more" href="/a">Discover »</a></div></div>'
        '<div class="elementor-post"><div class="elementor-post__text"><h3'
        ' class="elementor-post__title"><a href="/b">Grafting day</a></h3><div'
        ' class="elementor-post__excerpt"><p>13 March 2027 | Old Vineyard | £20</p>'
        '</div><a class="elementor-post__read-more" href="/b">Discover »</a></div></div>',
        "2027-02-13 Vine pruning day",
        "2027-03-13 Grafting day",
    ),
    style(
        "pt",
        '<h1>Eventos</h1><div class="item"><span class="data">10 dez 2026</span>'
        '<h3>Oficina de cerâmica</h3><span>Porto</span></div><div class="item"><span'
        ' class="data">22 jan 2027</span><h3>Noite de fado</h3><span>Braga</span></div>',
        "2026-12-10 Oficina de cerâmica",
        "2027-01-22 Noite de fado",
        url="https://casa.example/eventos",
        lang="pt",
        title="Eventos",
    ),
    style(
        "it",
        '<h1>Eventi</h1><div class="e"><div class="data">sabato 12 dicembre 2026 ore'
        ' 17.30</div><div class="titolo">Degustazione in cantina</div></div><div'
        ' class="e"><div class="data">sabato 23 gennaio 2027 ore 17.30</div><div'
        ' class="titolo">Olio nuovo</div></div>',
        "2026-12-12 17:30 Degustazione in cantina",
        "2027-01-23 17:30 Olio nuovo",
        url="https://cantina.example/eventi",
        lang="it",
        title="Eventi",
    ),
    style(
        "sessions-under-course",
        "<h1>Barista foundation</h1><p>A two-day course at our roastery.</p><h2>Upcoming"
        " dates</h2><ul><li>9–10 December 2026 <a>Reserve</a></li><li>20–21 January 2027"
        " <a>Reserve</a></li></ul>",
        "2026-12-09 Barista foundation",
        "2027-01-20 Barista foundation",
        url="https://roast.example/courses/barista",
        title="Barista foundation",
    ),
    style(
        "date-dl",
        "<h1>Events</h1><dl><dt>5 December 2026</dt><dd>Open studio</dd><dt>16 January"
        " 2027</dt><dd>Printmakers' fair</dd></dl>",
        "2026-12-05 Open studio",
        "2027-01-16 Printmakers' fair",
    ),
    style(
        "time-range-zone",
        '<h1>Live sessions</h1><div class="s"><h3>Ask the accountant</h3><p>Tue, Dec 8 ·'
        ' 1:00–2:00 PM EST</p><button>Register free</button></div><div class="s">'
        "<h3>Payroll clinic</h3><p>Tue, Jan 12 · 1:00–2:00 PM EST</p><button>Register"
        " free</button></div>",
        "2026-12-08 13:00 Ask the accountant",
        "2027-01-12 13:00 Payroll clinic",
    ),
    style(
        "span-soup",
        '<div class="list"><h2>Upcoming events</h2><div class="row"><span>Dec</span>'
        "<span>11</span><span>Lantern parade</span><span>Old Harbour</span><span>17:30"
        '</span></div><div class="row"><span>Jan</span><span>08</span><span>Boat'
        " blessing</span><span>Old Harbour</span><span>11:00</span></div></div>",
        "2026-12-11 17:30 Lantern parade Old Harbour",
        "2027-01-08 11:00 Boat blessing Old Harbour",
    ),
    style(
        "kicker-cat",
        '<h1>Events</h1><li class="c"><span class="badge">Workshop</span><h3><a'
        ' href="/1">Bookbinding for beginners</a></h3><span>12.12.2026</span>'
        '<span>Kassel</span></li><li class="c"><span class="badge">Talk</span><h3><a'
        ' href="/2">The ink trade</a></h3><span>15.01.2027</span><span>Kassel</span></li>',
        "2026-12-12 Bookbinding for beginners",
        "2027-01-15 The ink trade",
    ),
    style(
        "spots-left",
        '<h1>Classes</h1><div class="c"><div>Dec 12, 2026</div><div>Croissant class'
        '</div><div>3 spots left</div><div>$85</div></div><div class="c"><div>Jan 9,'
        " 2027</div><div>Rye class</div><div>Waitlist</div><div>$75</div></div>",
        "2026-12-12 Croissant class",
        "2027-01-09 Rye class",
        lang="en-US",
    ),
    style(
        "waitlist-only",
        '<h1>Classes</h1><div class="c"><div>Dec 12, 2026</div><div>Join waitlist</div>'
        '<div>Croissant class</div></div><div class="c"><div>Jan 9, 2027</div><div>Book'
        " a spot</div><div>Rye class</div></div>",
        "2026-12-12 Croissant class",
        "2027-01-09 Rye class",
        lang="en-US",
    ),
)
