"""Events that are marked up: JSON-LD whole and broken, microdata, RDFa, microformats, `<time>`."""

# ruff: noqa: E501 -- pages come with long lines

from __future__ import annotations

from tests.web.corpus.case import Case, ev
from tests.web.corpus.chrome import bootstrap, drupal, plain, soup, tailwind

CASES = (
    Case(
        name="ld-graph-by-id",
        url="https://mapmakers.example/event/summit",
        body=bootstrap(
            "<h1>Open Map Summit</h1><p>Two days for everybody who draws the world for others.</p><h2>Agenda</h2><ul><li>09:00 Doors</li><li>09:30 Keynote: Edges</li><li>11:00 Break</li><li>11:30 Contours by hand</li></ul>",
            title="Open Map Summit",
            site="Mapmakers",
            head="""<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebSite","@id":"https://mapmakers.example/#site","name":"Mapmakers","description":"A society for open maps."},{"@type":"Place","@id":"#hall","name":"Corn Exchange","address":{"@type":"PostalAddress","addressLocality":"Norwich"}},{"@type":["Event","BusinessEvent"],"name":"Open Map Summit","startDate":"2026-10-22T09:00:00+01:00","endDate":"2026-10-23T17:00:00+01:00","location":{"@id":"#hall"},"subEvent":[{"@type":"Event","name":"Keynote: Edges","startDate":"2026-10-22T09:30:00+01:00"}],"superEvent":{"@type":"EventSeries","name":"Map year"}},{"@type":"BreadcrumbList","itemListElement":[]}]}</script>""",
        ),
        events=(
            ev(
                "Open Map Summit",
                "2026-10-22T09:00+01:00",
                "2026-10-23T17:00+01:00",
                "Corn Exchange",
            ),
            ev("Keynote: Edges", "2026-10-22T09:30+01:00", maybe=True),
        ),
    ),
    Case(
        name="ld-broken-commas-newlines",
        url="https://brightbarn.example/whatson",
        body=soup(
            "<div><h1>At the Bright Barn</h1></div><div><p>Plays, suppers and one disco a year.</p></div>",
            title="Bright Barn",
            site="Bright Barn",
            head="""<script type="application/ld+json">
//<![CDATA[
[{"@context":"https://schema.org","@type":"TheaterEvent","name":"The Lighthouse Wives","description":"A play
in two acts.","startDate":"2026-11-13T19:30","location":{"@type":"Place","name":"Main stage",},},
{"@context":"https://schema.org","@type":"Event","name":"Barn disco &#8211; bring shoes","startDate":"2026-12-31 21:00","eventStatus":"EventPostponed",}]
//]]>
</script>""",
        ),
        events=(
            ev("The Lighthouse Wives", "2026-11-13T19:30", at="Main stage"),
            ev("Barn disco – bring shoes", "2026-12-31T21:00", status="postponed"),
        ),
    ),
    Case(
        name="ld-many-blocks-online-cancelled",
        url="https://ledgerline.example/academy",
        body=tailwind(
            "<h1>Academy</h1><p>Learn Ledgerline with others.</p>",
            title="Academy | Ledgerline",
            site="Ledgerline",
            head="""<script type="application/ld+json">{"@context":"https://schema.org","@type":"EducationEvent","name":"Ledgerline basics","startDate":"2026-10-06T15:00:00Z","endDate":"2026-10-06T16:00:00Z","eventAttendanceMode":"OnlineEventAttendanceMode","location":{"@type":"VirtualLocation","url":"https://meet.example/abc"}}</script><script type="application/ld+json">{"@context":"https://schema.org","@type":"EducationEvent","name":"Consolidation","startDate":"2026-10-13T15:00:00Z","eventStatus":"https://schema.org/EventCancelled","location":[{"@type":"VirtualLocation","url":"https://meet.example/abd"},{"@type":"Place","name":"Dublin office"}]}</script><script type="application/ld+json">{"@context":"https://schema.org","@type":"Event","name":"","startDate":"2026-10-20"}</script><script type="application/ld+json">{"@context":"https://schema.org","@type":"BlogPosting","headline":"Autumn of learning","datePublished":"2026-09-01T08:00:00Z"}</script>""",
        ),
        events=(
            ev(
                "Ledgerline basics", "2026-10-06T15:00+00:00", "2026-10-06T16:00+00:00", online=True
            ),
            ev("Consolidation", "2026-10-13T15:00+00:00", at="Dublin office", status="cancelled"),
        ),
    ),
    Case(
        name="ld-course-instances",
        url="https://rigging-school.example/courses/rope-1",
        body=bootstrap(
            "<h1>Rope access level 1</h1><p>Five days on the ropes, and an examiner on the sixth.</p>",
            title="Rope access level 1",
            site="Rigging School",
            head="""<script type="application/ld+json">{"@context":"https://schema.org","@type":"Course","name":"Rope access level 1","provider":{"@type":"Organization","name":"Rigging School"},"hasCourseInstance":[{"@type":"CourseInstance","courseMode":"onsite","startDate":"2026-10-05","endDate":"2026-10-10","location":{"@type":"Place","name":"Yard 1"}},{"@type":"CourseInstance","courseMode":"onsite","startDate":"2027-01-11","endDate":"2027-01-16","location":"Yard 2"},{"@type":"CourseInstance","courseMode":"onsite","startDate":"2026-03-02","endDate":"2026-03-07"}]}</script>""",
        ),
        events=(
            ev("Rope access level 1", "2026-10-05", "2026-10-10", "Yard 1"),
            ev("Rope access level 1", "2027-01-11", "2027-01-16", "Yard 2"),
        ),
    ),
    Case(
        name="microdata-venue-list",
        url="https://blueparrot.example/gigs",
        body=soup(
            """<div class="gigs"><div itemscope itemtype="http://schema.org/MusicEvent"><a itemprop="url" href="/gigs/odd-socks"><span itemprop="name">The Odd Socks</span></a><meta itemprop="startDate" content="2026-10-02T20:00:00-04:00"><span>Fri 2 Oct, 8pm</span><div itemprop="location" itemscope itemtype="http://schema.org/MusicVenue"><meta itemprop="name" content="Blue Parrot"><div itemprop="address" itemscope itemtype="http://schema.org/PostalAddress"><span itemprop="streetAddress">9 Vine St</span>, <span itemprop="addressLocality">Albany</span></div></div><div itemprop="offers" itemscope itemtype="http://schema.org/Offer"><span itemprop="price">15.00</span></div></div>
<div itemscope itemtype="http://schema.org/MusicEvent"><a itemprop="url" href="/gigs/mara"><span itemprop="name">Mara Quill Trio</span></a><time itemprop="startDate" datetime="2026-10-09T19:30-04:00">Fri 9 Oct</time><link itemprop="eventStatus" href="http://schema.org/EventCancelled"><span>CANCELLED</span></div></div>""",
            title="Gigs | Blue Parrot",
            site="Blue Parrot",
            lang="en-US",
        ),
        events=(
            ev("The Odd Socks", "2026-10-02T20:00-04:00", at="Albany", link="/gigs/odd-socks"),
            ev("Mara Quill Trio", "2026-10-09T19:30-04:00", status="cancelled", link="/gigs/mara"),
        ),
    ),
    Case(
        name="rdfa-drupal",
        url="https://delta-archive.example/programme",
        body=drupal(
            """<h1>Programme</h1><article typeof="schema:Event" about="/node/41"><h2><a href="/node/41"><span property="schema:name">Reading old hands</span></a></h2><div property="schema:startDate" content="2026-10-15T14:00:00+02:00">15 Oct 2026 – 14:00</div><div property="schema:location" typeof="schema:Place"><span property="schema:name">Reading room</span></div></article><article typeof="schema:Event" about="/node/42"><h2><a href="/node/42"><span property="schema:name">Maps of the polder</span></a></h2><div property="schema:startDate" content="2026-11-12T14:00:00+01:00">12 Nov 2026 – 14:00</div></article>""",
            title="Programme | Delta Archive",
            site="Delta Archive",
            head='<meta property="og:site_name" content="Delta Archive">',
        ),
        events=(
            ev("Reading old hands", "2026-10-15T14:00+02:00", at="Reading room", link="/node/41"),
            ev("Maps of the polder", "2026-11-12T14:00+01:00", link="/node/42"),
        ),
    ),
    Case(
        name="h-event-indieweb",
        url="https://tinyweb.example/",
        body=plain(
            """<h1>Tiny Web Club</h1><div class="h-event"><h2 class="p-name"><a class="u-url" href="/2026/10/homepage-night">Homepage night</a></h2><p>When: <time class="dt-start" datetime="2026-10-07T18:30:00+0200">7 October, 18:30</time> to <time class="dt-end" datetime="2026-10-07T20:30:00+0200">20:30</time></p><p>Where: <span class="p-location h-card"><span class="p-name">Café Lumen</span>, <span class="p-locality">Ghent</span></span></p><p class="e-content">Bring your own page.</p></div><div class="h-entry"><a class="p-name u-url" href="/notes/1">We have a new clubroom</a> <time class="dt-published" datetime="2026-09-10">10 Sep</time></div>""",
            title="Tiny Web Club",
        ),
        events=(
            ev(
                "Homepage night",
                "2026-10-07T18:30+02:00",
                "2026-10-07T20:30+02:00",
                "Café Lumen",
                link="/homepage-night",
            ),
        ),
    ),
    Case(
        name="hcalendar-old",
        url="https://ringers.example/diary.html",
        body=plain(
            """<h1>Diary of the ringers</h1><ol><li class="vevent"><a class="url summary" href="/d/1">Striking competition</a> <abbr class="dtstart" title="2026-10-17">17 Oct</abbr> at <span class="location">St Mary, Fordham</span></li><li class="vevent"><span class="summary">Annual dinner</span>, <abbr class="dtstart" title="20261128T1900">28 Nov at 7</abbr>, <span class="location">The Plough</span></li></ol>""",
            title="Ringers",
        ),
        events=(
            ev("Striking competition", "2026-10-17", at="St Mary", link="/d/1"),
            ev("Annual dinner", "2026-11-28T19:00", at="The Plough"),
        ),
    ),
    Case(
        name="time-elements-with-updates",
        url="https://codeforge-group.example/meetings",
        body=bootstrap(
            """<h1>Meetings</h1><p class="text-muted">Updated <time datetime="2026-09-13">yesterday</time></p><ul class="list-unstyled"><li><time datetime="2026-09-30T19:00">Wed 30 Sep 19:00</time> <a href="/m/types">Types at the edges</a> <span class="venue">Level 2, 5 Forge Lane</span></li><li><time datetime="2026-10-28T19:00">Wed 28 Oct 19:00</time> <a href="/m/tests">Tests that tell</a> <span class="venue">Level 2, 5 Forge Lane</span></li><li><time datetime="2026-07-29T19:00">Wed 29 Jul 19:00</time> <a href="/m/old">Old maps, new code</a></li></ul><h2>Comments</h2><p><time datetime="2026-09-20T10:00">just now</time> Kit: shall I bring cake?</p>""",
            title="Meetings",
            site="Codeforge Group",
        ),
        events=(
            ev("Types at the edges", "2026-09-30T19:00", at="Forge Lane", link="/m/types"),
            ev("Tests that tell", "2026-10-28T19:00", link="/m/tests"),
        ),
    ),
    Case(
        name="ld-and-text-say-the-same",
        url="https://orchard-forum.example/e/cider",
        body=soup(
            """<div><h1>Cider masterclass</h1><p>📅 Friday 16 October 2026, 18:00 – 21:00</p><p>📍 Press House, Ledbury</p></div><div><a href="/tickets/cider">Get tickets</a></div><div><h3>Share this event</h3></div>""",
            title="Cider masterclass – Orchard Forum",
            site="Orchard Forum",
            lang="en-GB",
            head="""<script type="application/ld+json">{"@context":"https://schema.org","@type":"FoodEvent","name":"Cider Masterclass","startDate":"2026-10-16T18:00:00+01:00","endDate":"2026-10-16T21:00:00+01:00","location":{"@type":"Place","name":"Press House","address":"Ledbury"},"organizer":{"@type":"Organization","name":"Orchard Forum"}}</script>""",
        ),
        events=(
            ev(
                "Cider masterclass",
                "2026-10-16T18:00+01:00",
                "2026-10-16T21:00+01:00",
                "Press House",
            ),
        ),
    ),
    Case(
        name="ld-organisation-everything",
        url="https://keelworks.example/",
        body=tailwind(
            """<h1>Boat engines, rebuilt</h1><p>Bring it in dead on Monday, sail on Friday.</p><section><h2>What we do</h2><div class="grid grid-cols-3"><div><h3>Engine rebuilds</h3><p>All makes up to 200 hp.</p></div><div><h3>Electric conversions</h3><p>Quiet canals.</p></div><div><h3>Winter storage</h3><p>Dry and guarded.</p></div></div></section>""",
            title="Keelworks",
            site="Keelworks",
            head="""<script type="application/ld+json">{"@context":"https://schema.org","@type":["LocalBusiness","Organization"],"name":"Keelworks","slogan":"Back on the water by Friday","description":"Keelworks rebuilds and electrifies boat engines on the Shropshire canals.","telephone":"+44 1632 555 046","email":"yard@keelworks.example","address":{"@type":"PostalAddress","streetAddress":"Wharf 3","addressLocality":"Ellesmere","postalCode":"SY12 0AA","addressCountry":"GB"},"sameAs":["https://www.facebook.com/keelworks.example","https://www.youtube.com/@keelworks-example"],"employee":[{"@type":"Person","name":"Gwen Parry","jobTitle":"Yard master"}],"openingHours":"Mo-Fr 08:00-17:00","foundingDate":"2009-10-12"}</script>""",
        ),
        says=("rebuilds and electrifies boat engines",),
        offers=("Engine rebuilds", "Electric conversions", "Winter storage"),
        contacts=(
            "yard@keelworks.example",
            "+441632555046",
            "https://facebook.com/keelworks.example",
            "https://youtube.com/@keelworks-example",
        ),
        people=(("Gwen Parry", "Yard master"),),
        offices=("Wharf 3",),
    ),
    Case(
        name="ld-jobs",
        url="https://keelworks.example/jobs",
        body=bootstrap(
            "<h1>Work with us</h1><div class='job'><h3>Marine electrician</h3><p>Ellesmere</p></div>",
            title="Jobs | Keelworks",
            site="Keelworks",
            head="""<script type="application/ld+json">{"@context":"https://schema.org","@type":"JobPosting","title":"Marine electrician","datePosted":"2026-09-01","validThrough":"2026-10-31T00:00","hiringOrganization":{"@type":"Organization","name":"Keelworks"},"jobLocation":{"@type":"Place","address":{"@type":"PostalAddress","addressLocality":"Ellesmere"}}}</script>""",
        ),
        jobs=("Marine electrician",),
    ),
)
