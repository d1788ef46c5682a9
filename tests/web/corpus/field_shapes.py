"""Shapes of pages in the field: committees, calendars of towns, event pages of many programs."""

# ruff: noqa: E501 -- pages come with long lines

from __future__ import annotations

from tests.web.corpus.case import Case, ev


def _page(title: str, body: str, head: str = "", lang: str = "en-US") -> str:
    return f'<!doctype html><html lang="{lang}"><head><meta charset="utf-8"><title>{title}</title>{head}</head><body><header><nav><a href="/">Home</a><a href="/events/">Events</a></nav></header><main>{body}</main><footer><p>Harbor Commons, 555-0142</p></footer></body></html>'


_STATES = """<h1>Public meetings</h1>
<h3><strong>Harbor Board meetings:</strong></h3><div><p>September 18 at 2:00 pm</p><p>October 16 at 2:00 pm <strong>CANCELLED</strong></p><p>November 20 at 2:00 pm</p></div>
<h3><strong>Dock Review Committee Meeting:</strong></h3><div><p>September 23 at 1:00 pm</p><p>October 21 at 1:00 pm <strong>RESCHEDULED</strong></p></div>"""
_CHANGED = """<h1>September 2026 meetings</h1><div><p><strong>Notice of a change in the calendar</strong></p><p>The trustees issue this notice for a change in the calendar of meetings for the year.</p>
<h3>Board of Stewards</h3><p><strong>Wednesday, September 30, 2026</strong><br>3:30 - 5:30 pm</p><p><strong>Pier Campus, 41 Lantern Drive, Building B - <a href="https://maps.example/x">Directions</a></strong></p><p><strong>or <a href="https://zoom.us/j/5550142">Join via Zoom</a></strong></p>
<h3>Audit Committee</h3><p><strong>Wednesday, September 30, 2026 <b>(changed from August 26, 2026)</b></strong><br>11:00 am – 1:00 pm</p><p><strong>Pier Campus, 41 Lantern Drive, Building B</strong></p></div>"""
_TILE = """<div class="hero"><h1>How to bind a book in an hour</h1><p>Monday / September 28 / 7:00 PM</p><p><a class="button" href="https://tickets.example/1">Register</a></p></div>
<h2>Details</h2><div><h3>Date &amp; Time</h3><p>Monday, September 28</p><p>7:00pm - 9:00pm</p><h3>Venue</h3><p>Studio C</p><p>19 Queen St, Riverton</p></div>"""
_SIDE = """<aside class="event-side"><h3>Event details</h3><ul><li class="list-group-item">Main lab and more</li><li class="list-group-item"><span class="event-date">Tue, 06 Oct 2026, 19:00</span></li><li class="list-group-item"><a href="https://social.example/e/1">Social event</a></li></ul></aside>
<article><h1 class="entry-title">Robotics quiz crawl</h1><p>Bigger and better than ever: bring a team of four and something that blinks.</p></article>"""
_BYLINE_LD = """<script type="application/ld+json">{"@context":"https://schema.org","@type":"Event","name":"Evening of small remedies","startDate":"2026-10-12","location":{"@type":"Place","name":"Lark House","address":"902 Chimney Lane"}}</script>"""
_BYLINE = """<div class="tags"><span class="lab">COMMUNITY</span></div><h1>Evening of small remedies</h1><div class="meta">October 12, 2026 · Odile Farrow</div><div class="exc">Join us for an evening about what stands on the kitchen shelf.</div><div class="acts"><a class="cal" href="#">📅 Add to Calendar</a> <a class="cta" href="https://forms.example/1">More Details</a></div>"""
_UTC_HIDDEN = """<div itemscope itemtype="http://schema.org/Event"><h1 itemprop="name">09/29/26 - Harbor Control Meeting</h1><meta itemprop="startDate" content="2026-09-29T15:00"><p>This meeting is open to the public.</p>
<h2>Date and time:</h2><p>September 29, 2026 11:00 AM - 12:00 PM</p><h2>Location</h2><p class="address" itemprop="location">County Hall, Room B</p><p><a href="/a.pdf">Agenda</a></p></div>"""
_NOON = """<article><h1>Dock Safety Standing Committee</h1><article class="date"><time datetime="2026-09-24T12:00:00Z">Sep 24</time></article><article class="tags"><a href="/departments/harbor-council">Harbor Council</a> <span class="event-type">MEETING</span></article><article class="time">10:00 am</article><p><strong>Committee Room, 2 Lantern Avenue</strong></p></article>"""
_NOON_OVER = """<article><h1>Community input meeting</h1><article class="date"><time datetime="2025-11-17T12:00:00Z">Nov 17</time></article><article class="tags"><a href="/departments/transport">Harbor Transport</a> <span class="event-type">MEETING</span></article><article class="time">5:00pm - 7:00pm</article><p>Topics:<br>• New fares (from October 1, 2026)<br>• Winter timetable</p></article>"""
_YEAR_ONCE = """<h1>Convention corporation</h1><div><p>Notice:</p><p>2026 Scheduled Board Meetings: January 23rd, May 8th, September 25th and November 20th. All meetings begin at 8:00 a.m.</p></div><p>The corporation was formed by the county.</p>"""
_REMARK = """<h1>Upcoming Meetings</h1><h2>Harbor Advisory Board</h2><p><strong>ALL MEETINGS TAKE PLACE AT THE PIER OFFICES UNLESS OTHERWISE NOTED</strong></p>
<table><tr><td>September 17, 2026</td><td>2:00 PM</td><td><a href="/n1.pdf">Meeting Notice</a></td><td>Agenda &amp; Documents</td></tr><tr><td>October 15, 2026</td><td>2:00 PM</td><td><a href="/n2.pdf">Meeting Notice</a></td><td>Agenda &amp; Documents</td></tr></table>"""
_MENU = """<h1>Agendas</h1><h4>EAST REVIEW COMMITTEE</h4><p>The Committee meets at Cornel Place, 7201 Kinder Road.</p><div class="dropdown"><a class="btn" href="#">Please choose</a><div class="dropdown-menu"><a class="dropdown-item" href="/2025/east-01-12-25.pdf">January 12</a> <a class="dropdown-item" href="/2025/east-10-26-25.pdf">October 26</a> <a class="dropdown-item" href="/2025/east-11-09-25.pdf">November 9</a></div></div>"""
_WP_ZERO = """<script type="application/ld+json">[{"@context":"http://schema.org","@type":"Event","name":"Veg-out at the Pancake Pier","url":"https://riverton.example/event/veg-out/","startDate":"2026-10-05T18:00:00+00:00","endDate":"2026-10-05T20:00:00+00:00","location":{"@type":"Place","name":"Pancake Pier"}}]</script>"""
_WP_ZERO_BODY = """<h1>Events for October 2026</h1><div class="tribe-events-loop"><div class="type-tribe_events"><h2 class="tribe-events-list-event-title"><a href="https://riverton.example/event/veg-out/">Veg-out at the Pancake Pier</a></h2><div class="tribe-event-schedule-details">October 5 @ 6:00 pm - 8:00 pm</div></div></div>"""
_BOLD_PLACE = """<h1>An insider’s guide to autumn in the valley</h1><div class="post-content"><h2>North county, autumn 2026</h2><h3><a href="/e/1">Writers’ Film Weekend</a></h3><strong>University Hall, Norwell<br>October 3, 10:30 a.m. – 7 p.m.</strong><p>A celebration of storytelling on screen, with talks between the films.</p><h3><a href="/e/2">Spring in Autumn</a></h3><strong>Cobble Music Hall, Cobble<br>October 9-11</strong><p>The playhouse company at its best.</p><h3><a href="/e/3">Apple Boat Opening Day</a></h3><strong>141 Broadway, Norwell<br>October 24</strong><p>A warm boat on a cold river.</p></div>"""

_PANELS = """<h1>Meetings</h1><div class="panel"><h4 class="panel-title"><a href="#c1">2026 Board Meetings</a></h4><div><h3>Ferry Finance Committee Meetings:</h3><div><p>September 23 at 1:00 pm</p><p>November 18 at 1:00 pm</p></div></div></div>
<div class="panel"><h4 class="panel-title"><a href="#c2">2025 Board Meetings</a></h4><div><h3>Ferry Finance Committee Meetings:</h3><div><p>January 8 at 1:00 pm</p><p>October 8 at 1:00 pm</p><p>December 10 at 1:00 pm</p></div></div></div>"""
_TABS = """<h1>Board &amp; Committee Meetings</h1><p>Use the menus below to see the schedules of this year.</p>
<div class="accordion-tab-title">Board of Pilots</div><div class="accordion-content"><p><strong>ALL MEETINGS TAKE PLACE AT THE PIER UNLESS OTHERWISE NOTED.</strong></p><table><tr><th>Date</th><th>Time</th><th>Meeting Information</th></tr><tr><td>September 17, 2026</td><td>2:00 PM</td><td><a href="/a.pdf">Meeting Notice</a></td></tr><tr><td>October 15, 2026</td><td>2:00 PM</td><td><a href="/b.pdf">Meeting Notice</a></td></tr></table></div>
<div class="accordion-tab-title">Riders’ Advisory Committee</div><div class="accordion-content"><table><tr><th>Date</th><th>Time</th><th>Meeting Information</th></tr><tr><td>September 28, 2026</td><td>5:00 PM</td><td><a href="/c.pdf">Meeting Notice</a></td></tr></table></div>"""

_OVER = """<p class="tribe-events-back"><a href="/events/">« All Events</a></p><div class="tribe-events-notices"><ul><li>This event has passed.</li></ul></div><h1>Harbor data tour</h1><h2>March 28 @ 11:00 am - 12:00 pm</h2><p>Join us for a walk through what the harbor counts.</p>"""
_CLOSING_FIRST = """<h1>賽事資訊</h1><div class="card"><p>2026-10-17 至 2026-10-18</p><p>報名截止 2026-09-25</p><h3>2026 港灣盃飛鏢錦標賽</h3><p>地點：港灣活動中心</p></div><div class="card"><p>2026-11-07</p><p>報名截止 2026-10-20</p><h3>2026 秋季聯賽</h3><p>地點：山城體育館</p></div>"""
_PAPERS = """<h1>Leadership</h1><h2>Ferry Authority 2026 Board Meetings</h2><ul><li>September 18</li><li>*October – NO BOARD MEETING</li><li>November 20 – (Cargo Hall, West Pier)</li></ul><h2>Budget</h2><p>The public hearing on the proposed budget will be held on Tuesday, November 10, 2026, at 8 p.m.<br><a href="/budget.pdf">View proposed budget here...</a></p>"""

_OLD_POST_HEAD = """<meta property="og:type" content="article"><meta property="article:published_time" content="2024-09-02T17:32:25+00:00">"""
_OLD_POST = """<h1>An insider’s guide to October events</h1><p>By the valley desk</p><h3>Film Weekend</h3><p><strong>University Hall, Norwell<br>October 6, 10:30 a.m. – 7 p.m.</strong></p><p>Talks between the films.</p><h3>Spring in Autumn</h3><p><strong>Cobble Music Hall, Cobble<br>October 12-24</strong></p><p>The playhouse company at its best.</p>"""
_NONE_THAT_DAY = """<h1>Events for 20 December 2026</h1><div class="tribe-events-notices">0 events found.</div><p>Notice</p><p>No events scheduled for 20 December 2026. Jump to the <a href="/events/2027-01-06/">next upcoming events</a>.</p><ul><li><a href="?list">List</a></li><li><a href="?month">Month</a></li></ul>"""
_TERMS = """<h1>Harbor Services Advisory Board</h1><h2>Membership:</h2><table><tr><th>Name</th><th>Term Ends</th><th>Appointed By</th></tr><tr><td><a href="/m/1">Maura Christensen</a></td><td>Dec 2, 2026</td><td>Office of Tides</td></tr><tr><td><a href="/m/2">Silas Ferro</a></td><td>Dec 2, 2026</td><td>City of Norwell</td></tr></table>
<h2>Meetings</h2><table><tr><td>October 25, 2026 - 9:00 AM<br>1950 W. Polkadot, Conference Room 5301, Norwell</td><td><a href="/a.pdf">Agenda</a></td></tr><tr><td>November 22, 2026 - 9:00 AM<br>1950 W. Polkadot, Conference Room 5301, Norwell</td><td></td></tr></table>"""
_CONDUCTED = """<h1>Robotics branch</h1><div class="posts"><article><h2><a href="/p/1">Sessions</a></h2><p>A session on small motors was conducted by the branch on 8th October. Number of participants: 30.</p></article></div><h2>About the week</h2><p>The member pre-sale begins 9/25 at 10am, and the General Public On-Sale begins 10/9 at 10am.</p>"""

_GRID = """<h1 class="page-heading">Minutes and Schedule</h1><h2><strong>2026 MEETING SCHEDULE</strong></h2><p>All meetings will be held at 3:00 PM and last about 2 hours.</p><table><tr><td>Monday July 13</td><td>Monday August 17</td></tr><tr><td>Monday September 21</td><td>Monday October 19</td></tr><tr><td><p>Monday November 16</p></td><td><p>Monday December 14</p></td></tr></table>"""
_MODULES = """<div class="row"><div class="module"><h3>Service Area #7 2026 Meeting Dates</h3></div><div class="module"><div class="inner"><p>All meetings will be held by video until we are able to meet in person at the pancake house.</p><p>Tuesday, September 22, 2026 @ 8:30 a.m.</p><p>Tuesday, October 27, 2026 @ 8:30 a.m.</p><p>Tuesday, November 24, 2026 @ 8:30 a.m.</p></div></div></div>"""

_PLACES_BESIDE = """<h1>Schedule</h1><h2>Ballot Board Meetings</h2><table><tr><th>Date</th><th>Time</th><th>Principal Location</th><th>Comments</th></tr><tr><td>Thu, September 17, 2026</td><td>10:30 a.m.</td><td>Norwell</td><td></td></tr><tr><td>Mon, October 19, 2026</td><td>10:30 a.m.</td><td>Springwater</td><td></td></tr></table>"""

CASES = (
    Case(
        name="field-principal-location",
        url="https://ballots.example/schedule",
        body=_page("Schedule", _PLACES_BESIDE),
        events=(
            ev("Ballot Board Meetings", "2026-09-17T10:30", at="Norwell"),
            ev("Ballot Board Meetings", "2026-10-19T10:30", at="Springwater"),
        ),
    ),
    Case(
        name="field-grid-of-dates",
        url="https://ethics.example/minutes.html",
        body=_page("Minutes and Schedule", _GRID),
        events=(
            ev("2026 MEETING SCHEDULE", "2026-09-21T15:00"),
            ev("2026 MEETING SCHEDULE", "2026-10-19T15:00"),
            ev("2026 MEETING SCHEDULE", "2026-11-16T15:00"),
            ev("2026 MEETING SCHEDULE", "2026-12-14T15:00"),
        ),
    ),
    Case(
        name="field-heading-in-another-module",
        url="https://area7.example/about/",
        body=_page("Service Area #7", _MODULES),
        events=(
            ev("Service Area #7 2026 Meeting Dates", "2026-09-22T08:30"),
            ev("Service Area #7 2026 Meeting Dates", "2026-10-27T08:30"),
            ev("Service Area #7 2026 Meeting Dates", "2026-11-24T08:30"),
        ),
    ),
    Case(
        name="field-guide-of-two-years-ago",
        url="https://valley.example/october-events/",
        body=_page("An insider’s guide to October events", _OLD_POST, _OLD_POST_HEAD),
        events=(),
    ),
    Case(
        name="field-no-events-that-day",
        url="https://school.example/events/2026-12-20/",
        body=_page("Events for 20 December 2026", _NONE_THAT_DAY, lang="en-GB"),
        events=(),
    ),
    Case(
        name="field-terms-of-office",
        url="https://harbor.example/boards/advisory",
        body=_page("Harbor Services Advisory Board", _TERMS),
        events=(
            ev(
                "Harbor Services Advisory Board", "2026-10-25T09:00", also=("Meetings",), maybe=True
            ),
            ev(
                "Harbor Services Advisory Board", "2026-11-22T09:00", also=("Meetings",), maybe=True
            ),
        ),
    ),
    Case(
        name="field-was-conducted",
        url="https://robots.example/events/",
        body=_page("Robotics branch", _CONDUCTED),
        events=(),
    ),
    Case(
        name="field-event-has-passed",
        url="https://harbor.example/event/harbor-data-tour/",
        body=_page("Harbor data tour - Harbor Data Week", _OVER),
        events=(),
    ),
    Case(
        name="field-closing-day-before-the-name",
        url="https://darts.example/events/",
        body=_page("賽事資訊", _CLOSING_FIRST, lang="zh-Hant"),
        events=(
            ev("2026 港灣盃飛鏢錦標賽", "2026-10-17", "2026-10-18"),
            ev("2026 秋季聯賽", "2026-11-07"),
        ),
    ),
    Case(
        name="field-papers-are-no-titles",
        url="https://ferry.example/leadership",
        body=_page("Leadership", _PAPERS),
        events=(
            ev("Ferry Authority 2026 Board Meetings", "2026-09-18"),
            ev("Ferry Authority 2026 Board Meetings", "2026-11-20", maybe=True),
            ev("Budget", "2026-11-10T20:00", maybe=True),
            ev("The public hearing on the proposed budget", "2026-11-10T20:00", maybe=True),
        ),
    ),
    Case(
        name="field-panels-of-years",
        url="https://ferry.example/events/meetings",
        body=_page("Meetings", _PANELS),
        events=(
            ev("Ferry Finance Committee Meetings", "2026-09-23T13:00"),
            ev("Ferry Finance Committee Meetings", "2026-11-18T13:00"),
        ),
    ),
    Case(
        name="field-titles-on-folds",
        url="https://pilots.example/board-committee-meetings/",
        body=_page("Board & Committee Meetings", _TABS),
        events=(
            ev("Board of Pilots", "2026-09-17T14:00"),
            ev("Board of Pilots", "2026-10-15T14:00"),
            ev("Riders’ Advisory Committee", "2026-09-28T17:00"),
        ),
    ),
    Case(
        name="field-states-for-titles",
        url="https://harbor.example/events/meetings",
        body=_page("Public meetings - Harbor", _STATES),
        events=(
            ev("Harbor Board meetings", "2026-09-18T14:00"),
            ev("Harbor Board meetings", "2026-10-16T14:00", status="cancelled"),
            ev("Harbor Board meetings", "2026-11-20T14:00"),
            ev("Dock Review Committee Meeting", "2026-09-23T13:00"),
            ev("Dock Review Committee Meeting", "2026-10-21T13:00", maybe=True),
        ),
    ),
    Case(
        name="field-changed-from",
        url="https://harbor.example/board/meetings",
        body=_page("September 2026 meetings | Harbor", _CHANGED),
        events=(
            ev("Board of Stewards", "2026-09-30T15:30", "2026-09-30T17:30", "Pier Campus"),
            ev("Audit Committee", "2026-09-30T11:00", "2026-09-30T13:00", "Pier Campus"),
        ),
    ),
    Case(
        name="field-weekday-between-slashes",
        url="https://designdays.example/events/bind-a-book/",
        body=_page("How to bind a book in an hour - Design Days", _TILE),
        events=(ev("How to bind a book in an hour", "2026-09-28T19:00"),),
    ),
    Case(
        name="field-details-beside-the-page",
        url="https://robots.example/events/robotics-quiz-crawl/",
        body=_page("Robotics quiz crawl - Robot Society", _SIDE, lang="en-GB"),
        events=(ev("Robotics quiz crawl", "2026-10-06T19:00"),),
    ),
    Case(
        name="field-byline-of-event",
        url="https://larknews.example/story/small-remedies/",
        body=_page("Evening of small remedies - Lark News", _BYLINE, _BYLINE_LD),
        events=(ev("Evening of small remedies", "2026-10-12", at="Lark House"),),
    ),
    Case(
        name="field-utc-hour-without-zone",
        url="https://county.example/boards/control/09-29-26",
        body=_page("09/29/26 - Harbor Control Meeting", _UTC_HIDDEN),
        events=(
            ev(
                "09/29/26 - Harbor Control Meeting",
                "2026-09-29T11:00",
                "2026-09-29T12:00",
                "County Hall",
                also=("Harbor Control Meeting",),
            ),
        ),
    ),
    Case(
        name="field-noon-is-a-day",
        url="https://city.example/events/dock-safety-standing-committee-09-24-26",
        body=_page("Dock Safety Standing Committee | City", _NOON),
        events=(ev("Dock Safety Standing Committee", "2026-09-24T10:00"),),
    ),
    Case(
        name="field-year-for-programs-alone",
        url="https://city.example/events/community-input-meeting-0",
        body=_page("Community input meeting | City", _NOON_OVER),
        events=(),
    ),
    Case(
        name="field-year-said-once",
        url="https://convention.example/",
        body=_page("Convention corporation", _YEAR_ONCE),
        events=(
            ev("2026 Scheduled Board Meetings", "2026-09-25T08:00"),
            ev("2026 Scheduled Board Meetings", "2026-11-20T08:00"),
        ),
    ),
    Case(
        name="field-remark-above-the-table",
        url="https://harbor.example/meetings/",
        body=_page("Upcoming Meetings", _REMARK),
        events=(
            ev("Harbor Advisory Board", "2026-09-17T14:00"),
            ev("Harbor Advisory Board", "2026-10-15T14:00"),
        ),
    ),
    Case(
        name="field-menu-of-old-agendas",
        url="https://planning.example/review/schedule",
        body=_page("Agendas", _MENU),
        events=(),
    ),
    Case(
        name="field-zone-of-a-program",
        url="https://riverton.example/events/",
        body=_page("Events for October 2026 - Riverton", _WP_ZERO_BODY, _WP_ZERO),
        events=(
            ev("Veg-out at the Pancake Pier", "2026-10-05T18:00", "2026-10-05T20:00", "Pancake"),
        ),
    ),
    Case(
        name="field-place-in-bold-below-the-title",
        url="https://valley.example/autumn-events/",
        body=_page("An insider’s guide to autumn in the valley", _BOLD_PLACE),
        events=(
            ev("Writers’ Film Weekend", "2026-10-03T10:30", "2026-10-03T19:00"),
            ev("Spring in Autumn", "2026-10-09", "2026-10-11"),
            ev("Apple Boat Opening Day", "2026-10-24"),
        ),
    ),
)
