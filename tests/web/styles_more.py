"""Invented pages of events: weeks of boxes, headings that are days, fixtures, webinars."""

from __future__ import annotations

from tests.web.styles import Style, style

STYLES: tuple[Style, ...] = (
    style(
        "weeks-of-divs",
        '<h2>December 2026</h2><div class="cal"><div class="week"><div class="cell">'
        '<div>1</div></div><div class="cell"><div>2</div></div><div class="cell"><div>3'
        '</div></div><div class="cell"><div>4</div></div><div class="cell"><div>5</div>'
        '</div><div class="cell"><div>6</div></div><div class="cell"><div>7</div></div>'
        '</div><div class="week"><div class="cell"><div>8</div></div><div class="cell">'
        '<div>9</div></div><div class="cell"><div>10</div><div>Choir evening</div></div>'
        '<div class="cell"><div>11</div></div><div class="cell"><div>12</div></div><div'
        ' class="cell"><div>13</div></div><div class="cell"><div>14</div></div></div>'
        '<div class="week"><div class="cell"><div>15</div></div><div class="cell">'
        '<div>16</div></div><div class="cell"><div>17</div></div><div class="cell">'
        '<div>18</div></div><div class="cell"><div>19</div></div><div class="cell">'
        '<div>20</div></div><div class="cell"><div>21</div></div></div><div'
        ' class="week"><div class="cell"><div>22</div><div>18:30 Lantern walk</div>'
        '</div><div class="cell"><div>23</div></div><div class="cell"><div>24</div>'
        '</div><div class="cell"><div>25</div></div><div class="cell"><div>26</div>'
        '</div><div class="cell"><div>27</div></div><div class="cell"><div>28</div>'
        '</div></div><div class="week"><div class="cell"><div>29</div></div><div'
        ' class="cell"><div>30</div></div><div class="cell"><div>31</div></div></div>'
        "</div>",
        "2026-12-10 Choir evening",
        "2026-12-22 18:30 Lantern walk",
    ),
    style(
        "h3-date-p",
        "<h1>Events</h1><h3>Saturday 5th December</h3><p>Seed swap, village hall, 2pm"
        " till 4pm</p><h3>Sunday 20th December</h3><p>Candle service, St Brannoc's, 6pm"
        "</p>",
        "2026-12-05 14:00 Seed swap",
        "2026-12-20 18:00 Candle service, St Brannoc's",
    ),
    style(
        "bold-date-line",
        "<h1>What's coming up</h1><p><strong>Thursday 10 December 2026</strong>"
        "<br>Portrait evening with Lena Farrow<br>7.30pm, The Boathouse</p><p>"
        "<strong>Thursday 14 January 2027</strong><br>Landscape in one lens<br>7.30pm,"
        " The Boathouse</p>",
        "2026-12-10 19:30 Portrait evening with Lena Farrow",
        "2027-01-14 19:30 Landscape in one lens",
        url="https://camera.example/programme",
    ),
    style(
        "fixtures",
        "<h1>Fixtures 2026/27</h1><table><tr><th>Date</th><th>Opponent</th><th>Venue"
        "</th><th>KO</th></tr><tr><td>05/12/2026</td><td>Barton Rovers</td><td>Home</td>"
        "<td>15:00</td></tr><tr><td>12/12/2026</td><td>Kelby Town</td><td>Away</td>"
        "<td>15:00</td></tr></table>",
        "2026-12-05 15:00 Barton Rovers",
        "2026-12-12 15:00 Kelby Town",
        url="https://rovers.example.uk/fixtures",
        lang="en-GB",
        title="Fixtures",
    ),
    style(
        "webinar-single",
        "<h1>Webinar: Heat pumps in old houses</h1><ul><li>Date: 9 December 2026</li>"
        "<li>Time: 12:30 – 13:15 GMT</li><li>Where: Online</li></ul><form><button>Save"
        " my seat</button></form>",
        "2026-12-09 12:30 Webinar: Heat pumps in old houses",
        url="https://heat.example/webinars/old-houses",
        title="Webinar",
    ),
    style(
        "past-and-next",
        '<h1>Events</h1><h2>Next</h2><div class="e"><h3>Winter fair</h3><p>12 December'
        '</p></div><h2>Previous</h2><div class="e"><h3>Autumn fair</h3><p>10 October</p>'
        '</div><div class="e"><h3>Spring fair</h3><p>18 April</p></div>',
        "2026-12-12 Winter fair",
    ),
    style(
        "slash-months",
        "<h1>Agenda</h1><div><span>12</span><span>/</span><span>12</span><h4>Marché de"
        " Noël</h4></div><div><span>16</span><span>/</span><span>01</span><h4>Galette"
        " des voisins</h4></div>",
        "2026-12-12 Marché de Noël",
        "2027-01-16 Galette des voisins",
        url="https://quartier.example/agenda",
        lang="fr",
        title="Agenda",
    ),
    style(
        "ical-links",
        '<h1>Events</h1><div class="v"><a href="/e/1">Open kiln</a><div>Sat 12 Dec 2026,'
        ' 10:00</div><a href="/e/1.ics">Add to calendar</a> <a href="#">Outlook</a>'
        '</div><div class="v"><a href="/e/2">Raku day</a><div>Sat 9 Jan 2027, 10:00'
        '</div><a href="/e/2.ics">Add to calendar</a> <a href="#">Outlook</a></div>',
        "2026-12-12 10:00 Open kiln",
        "2027-01-09 10:00 Raku day",
    ),
    style(
        "two-dates-course",
        '<h1>Courses</h1><div class="c"><h3>Coopering for beginners</h3><p>5 &amp; 6'
        ' December 2026</p></div><div class="c"><h3>Barrel repair</h3><p>16 and 23'
        " January 2027</p></div>",
        "2026-12-05 Coopering for beginners",
        "2027-01-16 Barrel repair",
        "2027-01-23 Barrel repair",
    ),
    style(
        "sold-out",
        "<h1>Gigs</h1><ul><li>Fri 4 Dec <b>The Lanterns</b> The Tramshed, Cardiff "
        "<i>SOLD OUT</i></li><li>Sat 5 Dec <b>The Lanterns</b> Corn Exchange, Leeds "
        "<i>Tickets</i></li></ul>",
        "2026-12-04 The Lanterns",
        "2026-12-05 The Lanterns",
        url="https://lanterns.example/tour",
        title="Tour",
    ),
    style(
        "conf-dates-table",
        "<h1>Important dates</h1><table><tr><td>Paper submission</td><td>4 December 2026"
        "</td></tr><tr><td>Notification</td><td>8 January 2027</td></tr><tr>"
        "<td>Conference</td><td>14–16 April 2027</td></tr></table>",
        "2027-04-14 Conference",
        url="https://graincongress.example/dates",
        title="Important dates",
    ),
    style(
        "nb",
        '<h1>Arrangementer</h1><ul><li><a href="/1">Juleverksted</a> <span>lørdag 12.'
        ' desember 2026 kl. 11–15</span></li><li><a href="/2">Vintertur</a> <span>søndag'
        " 17. januar 2027 kl. 10</span></li></ul>",
        "2026-12-12 11:00 Juleverksted",
        "2027-01-17 10:00 Vintertur",
        url="https://lag.example/arrangementer",
        lang="nb",
        title="Arrangementer",
    ),
    style(
        "pl",
        '<h1>Wydarzenia</h1><div class="w"><h3>Warsztaty ceramiki</h3><p>12 grudnia'
        ' 2026, godz. 11:00</p></div><div class="w"><h3>Wieczór filmowy</h3><p>15'
        " stycznia 2027, godz. 19:00</p></div>",
        "2026-12-12 11:00 Warsztaty ceramiki",
        "2027-01-15 19:00 Wieczór filmowy",
        url="https://dom.example/wydarzenia",
        lang="pl",
        title="Wydarzenia",
    ),
    style(
        "agenda-of-day",
        "<h1>Northern Baking Day</h1><p>Thursday 4 March 2027, Corn Exchange, Leeds</p>"
        "<h2>Programme</h2><table><tr><td>09:00</td><td>Doors and coffee</td></tr><tr>"
        "<td>09:30</td><td>Keynote: the oven of 2030</td></tr><tr><td>11:00</td>"
        "<td>Panel on grain</td></tr></table>",
        "2027-03-04 Northern Baking Day",
        url="https://bakingday.example/",
        title="Northern Baking Day",
    ),
)
