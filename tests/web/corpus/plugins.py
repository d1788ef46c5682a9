"""Lists of events as calendar programs and ticket desks of many makes draw them."""

# ruff: noqa: E501 -- pages come with long lines

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from tests.web.corpus.case import Case, ev
from tests.web.corpus.chrome import (
    bootstrap,
    drupal,
    joomla,
    plain,
    soup,
    tailwind,
    typo3,
    university,
    wordpress,
)

FEBRUARY = datetime(2027, 2, 2, 8, 0, tzinfo=ZoneInfo("Europe/Berlin"))
"""A Tuesday."""

CASES = (
    Case(
        name="builder-events-widget",
        url="https://paperlantern.example/events",
        body=soup(
            """<div class="_h"><h2 class="font_2">Upcoming events</h2></div><ul class="ev-list"><li data-hook="event-list-item"><div><div data-hook="date">Sat, 26 Sept</div><div>|</div><div data-hook="short-location">Ink Room</div></div><div data-hook="title"><a href="https://paperlantern.example/event-details/lino-for-two">Lino for two</a></div><div class="exp"><div data-hook="full-date">26 Sept 2026, 14:00 – 17:00</div><div data-hook="location">Ink Room, 3 Abbey Yard, Bath BA1 1AA, UK</div><p>Bring a friend and an apron.</p></div><a href="https://paperlantern.example/event-details/lino-for-two" data-hook="ev-rsvp-button">Buy Tickets</a></li><li data-hook="event-list-item"><div><div data-hook="date">Thu, 15 Oct</div><div>|</div><div data-hook="short-location">Ink Room</div></div><div data-hook="title"><a href="https://paperlantern.example/event-details/marbling">Marbling by candle</a></div><div class="exp"><div data-hook="full-date">15 Oct 2026, 19:00 – 21:30</div><div data-hook="location">Ink Room, 3 Abbey Yard, Bath BA1 1AA, UK</div></div><a data-hook="ev-rsvp-button">Details</a></li></ul>""",
            title="Events | Paper Lantern",
            site="Paper Lantern",
            lang="en-GB",
        ),
        events=(
            ev(
                "Lino for two",
                "2026-09-26T14:00",
                "2026-09-26T17:00",
                "Ink Room",
                link="/event-details/lino-for-two",
            ),
            ev("Marbling by candle", "2026-10-15T19:00", "2026-10-15T21:30", "Ink Room"),
        ),
    ),
    Case(
        name="chamber-module-labels",
        url="https://members.mesa-chamber.example/events",
        body=bootstrap(
            """<h1>Events Calendar</h1><div class="mn-event-section"><div class="mn-label">Name:</div><div class="mn-value"><a href="/events/details/ribbon-201">Ribbon Cutting at Red Door Diner</a></div><div class="mn-label">Date:</div><div class="mn-value">September 29, 2026</div><div class="mn-label">Time:</div><div class="mn-value">11:30 AM - 12:30 PM MDT</div><div class="mn-label">Location:</div><div class="mn-value">Red Door Diner, 15 Main St</div></div><hr><div class="mn-event-section"><div class="mn-label">Name:</div><div class="mn-value"><a href="/events/details/leads-202">Leads Over Lunch</a></div><div class="mn-label">Date:</div><div class="mn-value">October 14, 2026</div><div class="mn-label">Time:</div><div class="mn-value">12:00 PM - 1:00 PM MDT</div><div class="mn-label">Location:</div><div class="mn-value">Chamber Office</div></div>""",
            title="Events Calendar",
            site="Mesa Chamber",
            lang="en-US",
        ),
        events=(
            ev(
                "Ribbon Cutting at Red Door Diner",
                "2026-09-29T11:30-06:00",
                "2026-09-29T12:30-06:00",
                "15 Main St",
                link="/events/details/ribbon-201",
            ),
            ev(
                "Leads Over Lunch",
                "2026-10-14T12:00-06:00",
                "2026-10-14T13:00-06:00",
                "Chamber Office",
            ),
        ),
    ),
    Case(
        name="joomla-events-by-day",
        url="https://www.kulturring-bernau.example/veranstaltungen",
        body=joomla(
            """<div class="jev_header"><h2>Veranstaltungen nach Monat</h2></div><div id="jevents_body"><table class="ev_table"><tr><td class="ev_td_left">Donnerstag, 01. Oktober 2026</td><td class="ev_td_right"><ul class="ev_ul"><li class="ev_td_li">19:30 - 21:30 <a class="ev_link_row" href="/v/chor">Chorprobe öffentlich</a> :: Musik</li></ul></td></tr><tr><td class="ev_td_left">Sonntag, 11. Oktober 2026</td><td class="ev_td_right"><ul class="ev_ul"><li class="ev_td_li">11:00 - 12:30 <a class="ev_link_row" href="/v/matinee">Matinee mit Harfe</a> :: Musik</li><li class="ev_td_li">15:00 <a class="ev_link_row" href="/v/kasperl">Kasperl und der Fuchs</a> :: Kinder</li></ul></td></tr></table></div>""",
            title="Veranstaltungen",
            site="Kulturring Bernau",
            lang="de",
        ),
        events=(
            ev("Chorprobe öffentlich", "2026-10-01T19:30", "2026-10-01T21:30", link="/v/chor"),
            ev("Matinee mit Harfe", "2026-10-11T11:00", "2026-10-11T12:30"),
            ev("Kasperl und der Fuchs", "2026-10-11T15:00"),
        ),
    ),
    Case(
        name="contao-eventlist",
        url="https://www.weingut-hollerbusch.example/termine.html",
        now=FEBRUARY,
        body=typo3(
            """<h1>Termine</h1><div class="mod_eventlist block"><div class="event layout_list upcoming"><p class="time"><time datetime="2027-03-06T11:00:00+01:00">06.03.2027 11:00–18:00</time></p><h2><a href="/termine/jahrgang.html">Der neue Jahrgang</a></h2><p class="location">Kelterhaus</p></div><div class="event layout_list upcoming"><p class="time"><time datetime="2027-04-30">30.04.2027–02.05.2027</time></p><h2><a href="/termine/hoffest.html">Hoffest</a></h2><p class="location">Innenhof</p></div></div>""",
            title="Termine - Weingut Hollerbusch",
            site="Weingut Hollerbusch",
        ),
        events=(
            ev(
                "Der neue Jahrgang",
                "2027-03-06T11:00",
                "2027-03-06T18:00",
                "Kelterhaus",
                link="/termine/jahrgang.html",
            ),
            ev("Hoffest", "2027-04-30", "2027-05-02", "Innenhof"),
        ),
    ),
    Case(
        name="campus-calendar-cards",
        url="https://events.northfell.ac.example/",
        body=university(
            """<h1>Featured events</h1><div class="em-card-group"><div class="em-card"><a href="/event/late-lab"><img src="x.jpg" alt="Late lab, Thursday"></a><div class="em-card_text"><h3 class="em-card_title"><a href="/event/late-lab">Late lab: chemistry after dark</a></h3><p class="em-card_event-text"><i class="far fa-calendar"></i> Thu, Oct 1, 2026 7pm to 10pm</p><p class="em-card_event-text"><a href="/chem"><i class="fas fa-map-marker-alt"></i> Chemistry Building, Foyer</a></p></div></div><div class="em-card"><div class="em-card_text"><h3 class="em-card_title"><a href="/event/open-day">Undergraduate open day</a></h3><p class="em-card_event-text"><i class="far fa-calendar"></i> Sat, Oct 10, 2026</p><p class="em-card_event-text"><i class="fas fa-map-marker-alt"></i> Main Campus</p></div></div><div class="em-card"><div class="em-card_text"><h3 class="em-card_title"><a href="/event/writing">Writing your first grant</a></h3><p class="em-card_event-text"><i class="far fa-calendar"></i> Wed, Oct 14, 2026 12:30pm</p><p class="em-card_event-text"><i class="fas fa-laptop"></i> Virtual Event</p></div></div></div>""",
            title="Events | Northfell",
            site="University of Northfell",
            lang="en-US",
        ),
        events=(
            ev(
                "Late lab: chemistry after dark",
                "2026-10-01T19:00",
                "2026-10-01T22:00",
                "Chemistry Building",
                link="/event/late-lab",
            ),
            ev("Undergraduate open day", "2026-10-10", at="Main Campus"),
            ev("Writing your first grant", "2026-10-14T12:30", online=True),
        ),
    ),
    Case(
        name="evening-list-day-headings",
        url="https://lu.example/nightowls",
        body=tailwind(
            """<h1>Night Owls</h1><p>Talks after ten.</p><div class="timeline"><div class="sec"><div class="date">Oct 1 <span>Thursday</span></div><div class="card"><div class="time">10:00 PM</div><h3><a href="/e/owl1">Databases in the dark</a></h3><div>By Night Owls &amp; Mo</div><div class="loc">The Cellar</div></div></div><div class="sec"><div class="date">Oct 15 <span>Thursday</span></div><div class="card"><div class="time">10:00 PM</div><h3><a href="/e/owl2">Typefaces for insomniacs</a></h3><div>By Night Owls</div><div class="loc">The Cellar</div></div></div></div>""",
            title="Night Owls · Calendar",
            site="Night Owls",
            lang="en-US",
        ),
        events=(
            ev("Databases in the dark", "2026-10-01T22:00", at="The Cellar", link="/e/owl1"),
            ev("Typefaces for insomniacs", "2026-10-15T22:00", at="The Cellar", link="/e/owl2"),
        ),
    ),
    Case(
        name="ticket-desk-list-ordinals",
        url="https://desk.example/hackers/",
        body=bootstrap(
            """<h2>Events</h2><div class="event-list"><a class="row" href="/hackers/camp27/"><div class="col"><strong>Little Hacker Camp</strong></div><div class="col">Oct. 1st – 4th, 2026</div><div class="col"><span class="label label-success">Book now</span></div></a><a class="row" href="/hackers/solder/"><div class="col"><strong>Solder Saturday</strong></div><div class="col">Oct. 17th, 2026 10:00</div><div class="col"><span class="label label-danger">Sold out</span></div></a><a class="row" href="/hackers/crypto/"><div class="col"><strong>Crypto party</strong></div><div class="col">Nov. 7th, 2026 18:00</div><div class="col"><span class="label">Not yet on sale</span></div></a></div>""",
            title="Events",
            site="Hackers",
            lang="en",
        ),
        events=(
            ev("Little Hacker Camp", "2026-10-01", "2026-10-04", link="/hackers/camp27/"),
            ev("Solder Saturday", "2026-10-17T10:00"),
            ev("Crypto party", "2026-11-07T18:00"),
        ),
    ),
    Case(
        name="chapter-page",
        url="https://community.example/chapters/dunedin/",
        body=tailwind(
            """<h1>Cloud Folk Dunedin</h1><p>845 members</p><section><h2>Upcoming Events</h2><ul><li><div>Sep 30, 2026</div><div>Wednesday</div><h3>In-Person</h3><a href="/events/details/8/">Ship it on Friday? A debate</a><p>Bennu Café, Dunedin</p><button>View details</button></li></ul></section><section><h2>Past Events</h2><ul><li><div>Jul 29, 2026</div><a href="/events/details/7/">Cold starts</a></li><li><div>May 27, 2026</div><a href="/events/details/6/">Edge of the edge</a></li></ul></section><section><h2>Organizers</h2><div><h4>Tui Parata</h4><p>Chapter lead</p></div></section>""",
            title="Cloud Folk Dunedin",
            site="Community",
            lang="en-US",
        ),
        events=(
            ev(
                "Ship it on Friday? A debate",
                "2026-09-30",
                at="Bennu Café",
                link="/events/details/8/",
            ),
        ),
        people=(("Tui Parata", "Chapter lead"),),
    ),
    Case(
        name="council-meetings",
        url="https://www.town-of-elder.example/meetings",
        body=drupal(
            """<h1>Council meetings</h1><table class="views-table"><thead><tr><th>Meeting</th><th>Date and time</th><th>Venue</th><th>Papers</th></tr></thead><tbody><tr><td><a href="/m/planning-oct">Planning Committee</a></td><td>Tuesday 6th October 2026 at 6.30 pm</td><td>Council Chamber</td><td><a href="/p/1.pdf">Agenda (PDF, 212 KB, published 28 September 2026)</a></td></tr><tr><td><a href="/m/full-oct">Full Council</a></td><td>Thursday 22nd October 2026 at 7.00 pm</td><td>Council Chamber</td><td></td></tr><tr><td><a href="/m/planning-sep">Planning Committee</a></td><td>Tuesday 1st September 2026 at 6.30 pm</td><td>Council Chamber</td><td><a href="/p/2.pdf">Minutes</a></td></tr></tbody></table>""",
            title="Council meetings | Town of Elder",
            site="Town of Elder",
            lang="en-GB",
        ),
        events=(
            ev(
                "Planning Committee",
                "2026-10-06T18:30",
                at="Council Chamber",
                link="/m/planning-oct",
            ),
            ev("Full Council", "2026-10-22T19:00", at="Council Chamber"),
        ),
    ),
    Case(
        name="rowspan-days",
        url="https://filmhouse-orrin.example/programme",
        body=plain(
            """<h1>This week and next</h1><table><tr><th>Day</th><th>Time</th><th>Film</th></tr><tr><td rowspan="2">Fri 18 Sep</td><td>18:00</td><td><a href="/f/1">The Glass Orchard</a></td></tr><tr><td>20:45</td><td><a href="/f/2">Night Bus to Perth</a></td></tr><tr><td>Sat 19 Sep</td><td>15:30</td><td><a href="/f/3">Paddle!</a></td></tr></table>""",
            title="Programme",
            lang="en-GB",
        ),
        events=(
            ev("The Glass Orchard", "2026-09-18T18:00", link="/f/1"),
            ev("Night Bus to Perth", "2026-09-18T20:45", link="/f/2"),
            ev("Paddle!", "2026-09-19T15:30", link="/f/3"),
        ),
    ),
    Case(
        name="day-rows-in-table-heads",
        url="https://yogaloft.example/specials",
        body=plain(
            """<h1>Specials</h1><table><tbody><tr><th colspan="3">Saturday 3 October 2026</th></tr><tr><td>10:00 - 12:00</td><td>Breath and bells</td><td>Loft</td></tr><tr><td>14:00 - 17:00</td><td>Back care</td><td>Garden room</td></tr><tr><th colspan="3">Sunday 4 October 2026</th></tr><tr><td>09:00 - 10:30</td><td>Silent sitting</td><td>Loft</td></tr></tbody></table>""",
            title="Specials",
            lang="en-GB",
        ),
        events=(
            ev("Breath and bells", "2026-10-03T10:00", "2026-10-03T12:00", "Loft"),
            ev("Back care", "2026-10-03T14:00", "2026-10-03T17:00", "Garden room"),
            ev("Silent sitting", "2026-10-04T09:00", "2026-10-04T10:30", "Loft"),
        ),
    ),
    Case(
        name="tabs-upcoming-past",
        url="https://lexbridge.example/events-and-webinars",
        body=bootstrap(
            """<h1>Events and webinars</h1><ul class="nav nav-tabs"><li class="nav-item active"><a href="#up">Upcoming</a></li><li class="nav-item"><a href="#past">Past</a></li></ul><div class="tab-content"><div class="tab-pane active" id="up"><div class="item"><span class="badge">Webinar</span><h4><a href="/w/visa">Visas after the reform</a></h4><p>30 September | 12:00–13:00 BST</p></div><div class="item"><span class="badge">Seminar</span><h4><a href="/s/hr">Handbooks that hold</a></h4><p>13 October | 08:30–10:00 BST | London office</p></div></div><div class="tab-pane" id="past"><div class="item"><span class="badge">Webinar</span><h4><a href="/w/pay">Pay gaps</a></h4><p>17 June | 12:00–13:00 BST</p></div><div class="item"><h4><a href="/s/agm">Minutes matter</a></h4><p>9 December | 08:30–10:00 GMT</p></div></div></div>""",
            title="Events | Lexbridge",
            site="Lexbridge",
            lang="en-GB",
        ),
        events=(
            ev(
                "Visas after the reform",
                "2026-09-30T12:00+01:00",
                "2026-09-30T13:00+01:00",
                online=True,
                link="/w/visa",
            ),
            ev(
                "Handbooks that hold",
                "2026-10-13T08:30+01:00",
                "2026-10-13T10:00+01:00",
                "London office",
                link="/s/hr",
            ),
        ),
    ),
    Case(
        name="financial-calendar",
        url="https://torquewell.example/investors/calendar",
        body=bootstrap(
            """<h1>Financial calendar</h1><table class="table"><tr><th>Date</th><th>Event</th></tr><tr><td>4 November 2026</td><td>Nine-month report</td></tr><tr><td>11 March 2027</td><td>Annual report 2026</td></tr><tr><td>22 April 2027</td><td>Annual general meeting</td></tr></table>""",
            title="Financial calendar | Torquewell",
            site="Torquewell",
        ),
        events=(
            ev("Nine-month report", "2026-11-04"),
            ev("Annual report 2026", "2027-03-11"),
            ev("Annual general meeting", "2027-04-22"),
        ),
    ),
    Case(
        name="wordpress-em-list",
        url="https://riverchoir.example/concerts/",
        body=wordpress(
            """<h1>Concerts</h1><div class="em em-list events-list"><div class="em-event em-item"><div class="em-item-info"><h3 class="em-item-title"><a href="/events/requiem">Requiem by lamplight</a></h3><div class="em-event-meta em-item-meta"><div class="em-item-meta-line em-event-date"><span class="em-icon-calendar em-icon"></span> 07/11/2026</div><div class="em-item-meta-line em-event-time"><span class="em-icon-clock em-icon"></span> 7:30 pm - 9:15 pm</div><div class="em-item-meta-line em-event-location"><span class="em-icon-location em-icon"></span> <a href="/l/abbey">Abbey Church</a></div></div><div class="em-item-actions"><a class="em-item-read-more button" href="/events/requiem">More Info</a></div></div></div><div class="em-event em-item"><div class="em-item-info"><h3 class="em-item-title"><a href="/events/carols">Carols from scratch</a></h3><div class="em-event-meta"><div class="em-event-date">19/12/2026</div><div class="em-event-time">3:00 pm</div><div class="em-event-location">Abbey Church</div></div></div></div></div>""",
            title="Concerts - River Choir",
            site="River Choir",
            lang="en-GB",
        ),
        events=(
            ev(
                "Requiem by lamplight",
                "2026-11-07T19:30",
                "2026-11-07T21:15",
                "Abbey Church",
                link="/events/requiem",
            ),
            ev("Carols from scratch", "2026-12-19T15:00", at="Abbey Church"),
        ),
    ),
    Case(
        name="conference-aggregator",
        url="https://confs.example/data",
        body=plain(
            """<h1>Data conferences</h1><h2>October 2026</h2><ul><li><a href="https://slowdata.example">Slow Data</a> · Oct 12–13 · Birmingham, UK</li><li><a href="https://graphs.example">Graph Days</a> · Oct 20 · Online</li></ul><h2>November 2026</h2><ul><li><a href="https://lake.example">Lake House</a> · Nov 3–5 · Lausanne, Switzerland</li></ul>""",
            title="Data conferences",
        ),
        events=(
            ev("Slow Data", "2026-10-12", "2026-10-13", "Birmingham", link="slowdata.example/"),
            ev("Graph Days", "2026-10-20", online=True),
            ev("Lake House", "2026-11-03", "2026-11-05", "Lausanne"),
        ),
    ),
    Case(
        name="recurring-market-until",
        url="https://farmmarket-tay.example/",
        body=bootstrap(
            """<h1>Tay Farm Market</h1><p>Cheese, leeks and gossip on the green.</p><p><strong>Every Saturday, 9am – 1pm, until 31 October 2026</strong></p><h2>Special dates</h2><ul><li>Apple Saturday – 10 October 2026</li><li>Pumpkin weigh-in – 31 October 2026, 11am</li></ul>""",
            title="Tay Farm Market",
            site="Tay Farm Market",
            lang="en-GB",
        ),
        says=("Cheese, leeks and gossip on the green",),
        events=(
            ev("Apple Saturday", "2026-10-10"),
            ev("Pumpkin weigh-in", "2026-10-31T11:00"),
            *(
                ev("Tay Farm Market", f"{day}T09:00", also=("Every Saturday",), maybe=True)
                for day in (
                    "2026-09-19",
                    "2026-09-26",
                    "2026-10-03",
                    "2026-10-10",
                    "2026-10-17",
                    "2026-10-24",
                    "2026-10-31",
                )
            ),
        ),
    ),
)
