"""Theatres, museums, clubs, conferences, ticket sellers: each announces in its own way."""

# ruff: noqa: E501 -- pages come with long lines

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from tests.web.corpus.case import Case, ev
from tests.web.corpus.chrome import (
    bootstrap,
    confluence,
    joomla,
    plain,
    soup,
    tailwind,
    university,
    wordpress,
)

CASES = (
    Case(
        name="conference-with-agenda",
        url="https://slowdata.example/",
        body=tailwind(
            """<section><p class="uppercase">12–13 November 2026 · Custard Factory, Birmingham</p><h1 class="text-7xl">Slow Data 2026</h1><p>A conference about data that takes its time.</p></section><section><h2>Programme</h2><h3>Thursday</h3><table><tr><td>09:00</td><td>Registration and coffee</td></tr><tr><td>09:45</td><td>Opening: Why wait?</td></tr><tr><td>10:30</td><td>Glaciers as loggers – Runa Eide</td></tr><tr><td>12:30</td><td>Lunch</td></tr></table><h3>Friday</h3><table><tr><td>09:30</td><td>Parish registers at scale – Tom Achebe</td></tr><tr><td>16:00</td><td>Close</td></tr></table></section><section><h2>Dates to remember</h2><ul><li>Call for papers closes: 25 September 2026</li><li>Early bird ends: 9 October 2026</li></ul></section>""",
            title="Slow Data 2026",
            site="Slow Data",
            lang="en-GB",
        ),
        events=(ev("Slow Data 2026", "2026-11-12", "2026-11-13", "Custard Factory"),),
        says=("A conference about data that takes its time",),
    ),
    Case(
        name="ticket-seller-event",
        url="https://tickets.example/e/ink-and-iron-8812",
        body=tailwind(
            """<div><img src="hero.jpg" alt=""><p class="date-badge"><span>Sep</span><span>27</span></p></div><h1>Ink &amp; Iron: letterpress weekend for beginners</h1><p>By <a href="/o/print-loft">Print Loft</a> · 312 followers <button>Follow</button></p><div><h2>Date and time</h2><p>Sun, 27 Sep 2026 10:00 - 16:00 BST</p></div><div><h2>Location</h2><p>Print Loft</p><p>12 Dock Street Leith EH6 6EY</p></div><div><h2>Refund Policy</h2><p>Refunds up to 7 days before event</p></div><h2>About this event</h2><p>Set type, ink it, pull it, take it home.</p><h3>Tickets</h3><p>£65 · Sales end on 26 Sep 2026</p><h2>Other events you may like</h2><ul><li><a href="/e/paper-1">Paper marbling</a><p>Sat, 3 Oct, 11:00</p></li><li><a href="/e/clay-2">Clay for two</a><p>Fri, 9 Oct, 18:00</p></li></ul>""",
            title="Ink &amp; Iron: letterpress weekend for beginners Tickets, Sun 27 Sep 2026 at 10:00 | Tickets",
            site="Tickets",
            lang="en-GB",
        ),
        events=(
            ev(
                "Ink & Iron: letterpress weekend for beginners",
                "2026-09-27T10:00",
                "2026-09-27T16:00",
                "Print Loft",
            ),
            ev("Paper marbling", "2026-10-03T11:00", maybe=True),
            ev("Clay for two", "2026-10-09T18:00", maybe=True),
        ),
    ),
    Case(
        name="group-page-upcoming",
        url="https://gather.example/shell-scripters/",
        body=tailwind(
            """<h1>Shell Scripters of Perth</h1><p>1,204 members · Public group</p><p>Organised by Wen L. and 2 others</p><nav>About Events Members Photos</nav><h2>Upcoming events (2)</h2><div class="flex"><a href="/shell-scripters/events/301"><time>Thu, Oct 1 · 6:00 PM AWST</time><span>Pipes, traps and other plumbing</span><p>Spacecubed, 45 St Georges Terrace</p><span>38 attendees</span></a></div><div class="flex"><a href="/shell-scripters/events/302"><time>Thu, Nov 5 · 6:00 PM AWST</time><span>Quoting: a horror story</span><p>Online event</p><span>12 attendees</span></a></div><h2>Past events (61)</h2><div class="flex"><a href="/shell-scripters/events/288"><time>Thu, Sep 3 · 6:00 PM AWST</time><span>Awk night</span></a></div>""",
            title="Shell Scripters of Perth",
            site="Gather",
            lang="en-US",
        ),
        events=(
            ev(
                "Pipes, traps and other plumbing",
                "2026-10-01T18:00",
                at="45 St Georges Terrace",
                link="/events/301",
            ),
            ev("Quoting: a horror story", "2026-11-05T18:00", online=True, link="/events/302"),
        ),
    ),
    Case(
        name="theatre-season-ranges",
        url="https://granary-theatre.example/season",
        body=bootstrap(
            """<h1>Season 2026/27</h1><div class="show"><h2><a href="/shows/weir">The Weir Keeper's Daughter</a></h2><p class="dates">Thu 1 – Sat 17 Oct</p><p>Main House</p><p>by Alda Brunt</p></div><div class="show"><h2><a href="/shows/hens">Twelve Angry Hens</a></h2><p class="dates">Wed 4 – Sat 14 Nov</p><p>Studio</p></div><div class="show"><h2><a href="/shows/panto">Puss in Wellingtons</a></h2><p class="dates">Fri 4 Dec – Sun 3 Jan</p><p>Main House</p></div><div class="show"><h2><a href="/shows/salt">Salt</a></h2><p class="dates">Tue 9 – Sat 13 Feb 2027</p><p>Studio</p></div>""",
            title="Season | Granary Theatre",
            site="Granary Theatre",
            lang="en-GB",
        ),
        events=(
            ev(
                "The Weir Keeper's Daughter",
                "2026-10-01",
                "2026-10-17",
                "Main House",
                link="/shows/weir",
            ),
            ev("Twelve Angry Hens", "2026-11-04", "2026-11-14", "Studio"),
            ev("Puss in Wellingtons", "2026-12-04", "2027-01-03", "Main House"),
            ev("Salt", "2027-02-09", "2027-02-13", "Studio"),
        ),
    ),
    Case(
        name="museum-exhibitions-running",
        url="https://museum-of-rope.example/exhibitions",
        body=wordpress(
            """<h1>Exhibitions</h1><h2>Now showing</h2><article><h3>Knots of the Baltic</h3><p>Until 8 November 2026</p></article><h2>Coming soon</h2><article><h3>Hemp and empire</h3><p>5 December 2026 – 28 March 2027</p></article><h2>Past exhibitions</h2><article><h3>Swings</h3><p>2 May – 30 August 2026</p></article>""",
            title="Exhibitions - Museum of Rope",
            site="Museum of Rope",
            lang="en-GB",
        ),
        events=(
            ev("Hemp and empire", "2026-12-05", "2027-03-28"),
            ev("Knots of the Baltic", "2026-11-08", maybe=True),
        ),
    ),
    Case(
        name="sports-fixtures",
        url="https://quarrytown-fc.example/fixtures",
        body=joomla(
            """<h2>Fixtures</h2><h3>September</h3><table><tr><td>Sat 19</td><td>15:00</td><td>Quarrytown v Millbrook Athletic</td><td>H</td></tr><tr><td>Sat 26</td><td>15:00</td><td>Harrow Lane v Quarrytown</td><td>A</td></tr></table><h3>October</h3><table><tr><td>Sat 3</td><td>15:00</td><td>Quarrytown v Dunsley</td><td>H</td></tr></table><h3>Results</h3><table><tr><td>Sat 5 Sep</td><td>Quarrytown 2</td><td>Canal Rovers 2</td></tr><tr><td>Sat 12 Sep</td><td>Toft 0</td><td>Quarrytown 1</td></tr></table>""",
            title="Fixtures",
            site="Quarrytown FC",
            lang="en-gb",
        ),
        events=(
            ev("Quarrytown v Millbrook Athletic", "2026-09-19T15:00"),
            ev("Harrow Lane v Quarrytown", "2026-09-26T15:00"),
            ev("Quarrytown v Dunsley", "2026-10-03T15:00"),
        ),
    ),
    Case(
        name="chamber-list-with-register",
        url="https://harbour-chamber.example/events/",
        now=datetime(2026, 11, 19, 14, 2, tzinfo=ZoneInfo("Australia/Sydney")),
        body=bootstrap(
            """<h1>Chamber events</h1><div class="event-row"><div class="event-date"><span class="month">Nov</span><span class="day">25</span><span class="year">2026</span></div><div class="event-body"><h3><a href="/event/after-five">Business after five</a></h3><p>5:30pm to 7:30pm | The Boatshed, 3 Pier Road</p><a class="btn" href="/event/after-five#register">Register</a></div></div><div class="event-row"><div class="event-date"><span class="month">Dec</span><span class="day">03</span><span class="year">2026</span></div><div class="event-body"><h3><a href="/event/cyber">Cyber security for cafés</a></h3><p>8:00am to 9:30am | Webinar</p><a class="btn" href="/event/cyber#register">Register</a></div></div><div class="event-row"><div class="event-date"><span class="month">Feb</span><span class="day">11</span><span class="year">2027</span></div><div class="event-body"><h3><a href="/event/agm">Annual general meeting</a></h3><p>6:00pm | Customs House</p></div></div>""",
            title="Events | Harbour Chamber",
            site="Harbour Chamber",
            lang="en-AU",
        ),
        events=(
            ev(
                "Business after five",
                "2026-11-25T17:30",
                "2026-11-25T19:30",
                "The Boatshed",
                link="/event/after-five",
            ),
            ev("Cyber security for cafés", "2026-12-03T08:00", "2026-12-03T09:30", online=True),
            ev("Annual general meeting", "2027-02-11T18:00", at="Customs House"),
        ),
    ),
    Case(
        name="training-catalogue-many-dates",
        url="https://lighthouse-learning.example/catalogue",
        body=soup(
            """<div class="c"><h2>Azure for administrators</h2><p>Two days, for those who inherit a tenant.</p><ul><li>6–7 October 2026, Sydney</li><li>17–18 November 2026, Melbourne</li><li>2–3 February 2027, online</li></ul></div><div class="c"><h2>Writing reports that are read</h2><p>One day.</p><ul><li>29 September 2026, online</li><li>8 December 2026, Sydney</li></ul></div>""",
            title="Catalogue | Lighthouse Learning",
            site="Lighthouse Learning",
            lang="en-AU",
        ),
        events=(
            ev("Azure for administrators", "2026-10-06", "2026-10-07", "Sydney"),
            ev("Azure for administrators", "2026-11-17", "2026-11-18", "Melbourne"),
            ev("Azure for administrators", "2027-02-02", "2027-02-03", online=True),
            ev("Writing reports that are read", "2026-09-29", online=True),
            ev("Writing reports that are read", "2026-12-08", at="Sydney"),
        ),
        offers=None,
    ),
    Case(
        name="church-notices-prose",
        url="https://stbride-fen.example/notices",
        body=plain(
            """<h1>Notices</h1><p>The harvest supper is on Saturday 3 October at 6.30 pm in the hall; please bring a plate.</p><p>There will be a working party in the churchyard on Saturday 17 October from 10 am to 12 noon.</p><p>The flower rota needs two more names. Mrs Penhaligon's garden was enjoyed by all on 8 August.</p>""",
            title="Notices",
            lang="en-GB",
        ),
        events=(
            ev(
                "Harvest supper",
                "2026-10-03T18:30",
                also=("The harvest supper", "harvest supper"),
                maybe=True,
            ),
            ev(
                "Working party in the churchyard",
                "2026-10-17T10:00",
                also=("working party",),
                maybe=True,
            ),
        ),
    ),
    Case(
        name="intranet-training-table",
        url="https://wiki.halden-pumps.example/pages/training",
        body=confluence(
            """<p>Internal trainings this autumn. Book with your manager.</p><table class="confluenceTable"><tbody><tr><th class="confluenceTh">Date</th><th class="confluenceTh">Topic</th><th class="confluenceTh">Trainer</th><th class="confluenceTh">Room</th></tr><tr><td class="confluenceTd">30 Sep 2026, 13:00</td><td class="confluenceTd">First aid</td><td class="confluenceTd">Red Cross</td><td class="confluenceTd">Canteen</td></tr><tr><td class="confluenceTd">14 Oct 2026, 09:00</td><td class="confluenceTd">Forklift refresher</td><td class="confluenceTd">Bert</td><td class="confluenceTd">Hall 2</td></tr></tbody></table>""",
            title="Trainings autumn 2026",
            site="Halden",
        ),
        events=(
            ev("First aid", "2026-09-30T13:00", at="Canteen"),
            ev("Forklift refresher", "2026-10-14T09:00", at="Hall 2"),
        ),
    ),
    Case(
        name="user-group-next-topic",
        url="https://www.devmeet-hobart.example/",
        now=datetime(2026, 11, 19, 14, 2, tzinfo=ZoneInfo("Australia/Hobart")),
        body=wordpress(
            """<div class="hero"><h2>Next meetup</h2><h3>Keeping costs down in the cloud</h3><p>Wednesday 25 November, 6pm for 6:30pm<br>Enterprize Hub, 24 Davey St, Hobart</p><p>Speaker: Shireen Mafi</p><a class="button" href="/rsvp">RSVP</a></div><h2>About us</h2><p>DevMeet has met on the last Wednesday of every month since 2011.</p><h2>Previous talks</h2><ul><li>28 October: Feature flags without tears</li><li>30 September: Postgres in a shed</li></ul>""",
            title="DevMeet Hobart",
            site="DevMeet Hobart",
            lang="en-AU",
        ),
        events=(
            ev("Keeping costs down in the cloud", "2026-11-25T18:00", at="24 Davey St"),
            *(
                ev(
                    "DevMeet Hobart",
                    f"{day}T18:00",
                    also=("DevMeet", "Keeping costs down in the cloud"),
                    maybe=True,
                )
                for day in ("2026-12-30", "2027-01-27")
            ),
            *(
                ev("DevMeet Hobart", day, also=("DevMeet",), maybe=True)
                for day in (
                    "2026-11-25",
                    "2026-12-30",
                    "2027-01-27",
                    "2027-02-24",
                    "2027-03-31",
                    "2027-04-28",
                )
            ),
        ),
    ),
    Case(
        name="event-single-h1-us",
        url="https://prairie-co-op.example/events/soil-health-lunch",
        body=tailwind(
            """<article><h1>Soil health lunch</h1><p><strong>Tuesday, October 6, 2026</strong> | 12:00 p.m. – 1:30 p.m. CT</p><p>Lincoln Grange, 310 Elm Ave, Lincoln, NE</p><p>Bring a jar of your own dirt. Lunch is on the co-op.</p><p><a href="/calendar.ics">Add to calendar</a></p></article><aside><h4>Recent news</h4><p><a href="/news/diesel">Diesel prices hold</a> — Sept 9, 2026</p></aside>""",
            title="Soil health lunch | Prairie Co-op",
            site="Prairie Co-op",
            lang="en-US",
        ),
        events=(ev("Soil health lunch", "2026-10-06T12:00", "2026-10-06T13:30", "Lincoln Grange"),),
        news=None,
    ),
    Case(
        name="definition-list-festival",
        url="https://lichen-festival.example/",
        body=plain(
            """<h1>Lichen Festival</h1><dl><dt>When</dt><dd>Friday 25 to Sunday 27 September 2026</dd><dt>Where</dt><dd>Birkdale Showground</dd><dt>Tickets</dt><dd>£20, on sale until 20 September</dd></dl><p>Three days of small grey things, looked at closely.</p><p>See you again in 2027!</p>""",
            title="Lichen Festival",
            lang="en-GB",
        ),
        events=(ev("Lichen Festival", "2026-09-25", "2026-09-27", "Birkdale Showground"),),
        says=("Three days of small grey things",),
    ),
    Case(
        name="library-events-ampm-mix",
        url="https://townlibrary.example/events",
        body=university(
            """<h1>Library events</h1><h3>Friday, September 18, 2026</h3><div class="evt"><a href="/e/7">Toddler rhyme time</a> <span>10:30am–11:00am</span> <span>Children's Room</span></div><div class="evt"><a href="/e/8">Resume help</a> <span>2–4pm</span> <span>Study B</span></div><h3>Saturday, September 19, 2026</h3><div class="evt"><a href="/e/9">Book sale</a> <span>All day</span> <span>Lobby</span></div>""",
            title="Library events | Town Library",
            site="Town Library",
            lang="en-US",
        ),
        events=(
            ev(
                "Toddler rhyme time",
                "2026-09-18T10:30",
                "2026-09-18T11:00",
                "Children's Room",
                link="/e/7",
            ),
            ev("Resume help", "2026-09-18T14:00", "2026-09-18T16:00", "Study B", link="/e/8"),
            ev("Book sale", "2026-09-19", at="Lobby", link="/e/9"),
        ),
    ),
    Case(
        name="cancelled-and-moved-in-words",
        url="https://canalside.example/gigs",
        body=bootstrap(
            """<h1>Gigs</h1><div class="gig"><h4>The Lock Keepers</h4><p>Fri 2 October 2026, doors 19:30 — Back Room</p></div><div class="gig cancelled"><h4>Brass Monkeys</h4><p>Sat 10 October 2026, doors 19:30 — Back Room</p><p><strong>CANCELLED</strong> – refunds at the bar</p></div><div class="gig"><h4>Oda Blom Quartet</h4><p>Thu 12 November 2026, doors 20:00 — Main Bar</p><p>Rescheduled from 3 September 2026</p></div>""",
            title="Gigs",
            site="Canalside",
            lang="en-GB",
        ),
        events=(
            ev("The Lock Keepers", "2026-10-02T19:30", at="Back Room"),
            ev("Brass Monkeys", "2026-10-10T19:30", status="cancelled"),
            ev("Oda Blom Quartet", "2026-11-12T20:00", at="Main Bar"),
        ),
    ),
)
